"""The shape of an exporter: what its class must have, and the version of the contract it keeps."""

import inspect
import re
from collections.abc import Iterator
from typing import Final

from customs_coop.errors import ExportOptionError
from customs_coop.exporters.base import MODEL_FIELDS, Exporter
from customs_coop.exporters.options import (
    option_defaults,
    option_names,
    typed_options,
    unresolved_options,
)
from customs_coop.exporters.subjects import KINDS, accepted_by

__all__ = ["API_VERSIONS", "RESERVED", "doubts_of", "fault_of"]

API_VERSIONS: Final = (1,)
"""The versions of the contract that this host supports, the newest last."""

_MEDIA_TYPE: Final = r"[A-Za-z0-9.+!#$&^_-]{1,127}/[A-Za-z0-9.+!#$&^_-]{1,127}(?:\s?;.{1,300})?"

RESERVED: Final = ("subject", "to", "path", "public")
"""The names of the host's own arguments, which no option can bear."""


def fault_of(loaded: object) -> str:
    """What is wrong with the shape of an exporter; empty where nothing is.

    Args:
        loaded: Whatever an entry point names.

    Example:
        >>> class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...     api = 2
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> fault_of(Titles)
        'it keeps version 2 of the contract (api = 2), and this host supports version 1'
        >>> fault_of(Titles())[:25]
        'an exporter is a class, n'
    """
    if not isinstance(loaded, type):
        return f"an exporter is a class, not {loaded!r}"
    return _version_fault(loaded) or _member_fault(loaded) or _option_fault(loaded)


def _version_fault(loaded: type) -> str:
    # First of all: in another version, the other members may be of another kind.
    version = getattr(loaded, "api", API_VERSIONS[-1])
    if type(version) is not int:
        return f"api is a whole number, the version of the contract, not {version!r}"
    if version in API_VERSIONS:
        return ""
    noun = "version" if len(API_VERSIONS) == 1 else "the versions"
    known = ", ".join(map(str, API_VERSIONS))
    return (
        f"it keeps version {version} of the contract (api = {version}), and this host supports"
        f" {noun} {known}"
    )


def _member_fault(loaded: type) -> str:
    for attribute, example in (("suffix", ".csv"), ("media_type", "text/csv")):
        if not isinstance(getattr(loaded, attribute, None), str):
            return f'the class needs an attribute {attribute} = "{example}", without an annotation'
    if not re.fullmatch(r"\.[^\s/\\]+", loaded.suffix):  # type: ignore[attr-defined]  # see above
        return 'the suffix begins with a full stop, as in ".csv"'
    if not callable(getattr(loaded, "render", None)):
        return "the class needs a method render(self, subject, /)"
    fault = _render_fault(loaded)
    if fault:
        return fault
    for attribute in ("accepts", "carries"):
        value = getattr(loaded, attribute, ())
        # A property depends on the options, so that only a configured exporter knows.
        if attribute == "carries" and hasattr(type(value), "__get__"):
            continue
        if not isinstance(value, tuple | list | frozenset | set) or not all(
            isinstance(item, str) for item in value
        ):
            return f"{attribute} is a tuple or a set of texts"
    return ""


def _render_fault(loaded: type) -> str:
    try:
        signature = inspect.signature(loaded.render)  # type: ignore[attr-defined]  # see above
    except (TypeError, ValueError):
        return ""  # one that is no Python function does not tell
    # A method of the class or a static one is called without an instance.
    plain = inspect.isfunction(inspect.getattr_static(loaded, "render"))
    try:
        signature.bind(*(("self",) if plain else ()), "subject")
    except TypeError as error:
        return f"render{signature} cannot be called as render(self, subject, /): {error}"
    return ""


def _option_fault(loaded: type) -> str:
    taken = [name for name in option_names(loaded) if name in RESERVED]
    if taken:
        return f"no option can be called {' or '.join(taken)}: that is an argument of the host"
    return ""


def doubts_of(exporter: type[Exporter]) -> tuple[str, ...]:
    """What the class of an exporter says that is probably not meant; it can be used all the same.

    Args:
        exporter: A class without a fault of its shape.

    Returns:
        One text for each: kinds of subject and fields of the model that there are not, options
        without a default, and defaults that the option itself would not take.

    Example:
        >>> class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...     carries = ("action.tilte",)
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> doubts_of(Titles)
        ('carries names action.tilte, which is no field of the model',)
    """
    return (*_naming_doubts(exporter), *_option_doubts(exporter))


def _naming_doubts(exporter: type[Exporter]) -> Iterator[str]:
    accepted = accepted_by(exporter)
    strange = [kind for kind in accepted if kind not in KINDS]
    if strange:
        yield f"accepts names {', '.join(strange)}; the kinds are {', '.join(KINDS)}"
    if not accepted:
        yield "accepts names nothing, so that the format takes nothing"
    if not re.fullmatch(_MEDIA_TYPE, exporter.media_type):
        yield f'media_type is {exporter.media_type!r}; one is as in "text/csv" (RFC 6838)'
    carries = getattr(exporter, "carries", ())
    if isinstance(carries, tuple | list | frozenset | set):
        unknown = sorted(set(carries) - MODEL_FIELDS)
        if unknown:
            noun = "no field" if len(unknown) == 1 else "no fields"
            verb = "is" if len(unknown) == 1 else "are"
            yield f"carries names {', '.join(unknown)}, which {verb} {noun} of the model"


def _option_doubts(exporter: type[Exporter]) -> Iterator[str]:
    defaults = option_defaults(exporter)
    for name in option_names(exporter):
        if name not in defaults:
            yield f"the option {name} has no default, so that the name of the format is not enough"
    for name in unresolved_options(exporter):
        yield f"the type of the option {name} cannot be found out, so that it takes any value"
    for name, default in defaults.items():
        try:
            typed_options(exporter, {name: default}, name="")
        except ExportOptionError:
            yield f"the option {name} would not take its own default, {default!r}"
