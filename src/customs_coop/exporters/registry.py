"""Which formats there are: entry points of installed distributions, the built-in ones included.

Nothing is registered at import, and each call looks at what is installed; only a file of metadata
that did not change is not read again. A name is listed without importing the plugin behind it, and
a plugin that cannot be used fails under its own name only.
"""

import functools
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from customs_coop.errors import (
    AmbiguousExporterError,
    BrokenExporterError,
    InvalidValueError,
    UnknownExporterError,
)
from customs_coop.exporters.base import Exporter
from customs_coop.exporters.failing import plugin_code
from customs_coop.exporters.options import Option, options_of
from customs_coop.exporters.shape import fault_of
from customs_coop.exporters.subjects import KINDS, accepted_by

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

__all__ = [
    "GROUP",
    "Offer",
    "exporter_names",
    "exporter_options",
    "load_exporter",
    "loaded_offer",
    "offered_exporter",
    "offers",
    "unreadable_distributions",
]

GROUP: Final = "customs_coop.exporters"
"""The entry-point group in which distributions name their exporters."""

_OURSELVES: Final = "customs-coop"
_WITHOUT_PLUGINS: Final = "CUSTOMS_COOP_NO_PLUGINS"
_NO: Final = ("", "0", "false", "no", "off")
_UNUSABLE: Final = "cannot be used"
_UNNAMED: Final = "unnamed distribution"


@attrs.frozen
class Offer:
    """One exporter that a distribution offers; not imported yet.

    `problem` is set where the distribution names the exporter in a way that cannot be used.
    """

    name: str
    distribution: str
    entry_point: "EntryPoint"
    problem: str = ""

    @property
    def full_name(self) -> str:
        """The name with its distribution, as "dist:name"."""
        return f"{self.distribution}:{self.name}"

    @property
    def built_in(self) -> bool:
        """Whether it is one of ours."""
        return _normalised(self.distribution) == _OURSELVES


def _normalised(distribution: str) -> str:
    """The name of a distribution as indexes compare it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _distributions() -> "Iterator[tuple[str, Distribution]]":
    """The distributions that offer exporters, each once, as the import path finds them."""
    from importlib.metadata import distributions

    seen = set()
    for distribution in distributions():
        # Most distributions offer none; reading the metadata of all would be slow.
        if not _names_group(distribution):
            continue
        name = _name_of(distribution)
        # The first one that the import path finds is the one that is imported.
        if name == _UNNAMED or _normalised(name) not in seen:
            seen.add(_normalised(name))
            yield name, distribution


# A file as it was when it was read: its folder and name, when it was changed, its size and number.
# What is read of an equal one is the same. An export asks for one of each distribution, and a
# plain tuple is compared fastest.
_File: TypeAlias = tuple[str, str, int, int, int]


def _file_of(distribution: "Distribution", name: str) -> _File | None:
    """A file of a distribution that is a folder, or that there is none; None for other kinds.

    Some hundred distributions may be installed, and an export asks them all: to open each file
    takes longer than to write a small plan.
    """
    from importlib.metadata import PathDistribution

    folder = getattr(distribution, "_path", None)
    if type(distribution) is not PathDistribution or not isinstance(folder, Path):
        return None
    try:
        found = os.stat(f"{folder}/{name}")  # noqa: PTH116 - to join paths takes longer than to ask
    except OSError:
        return str(folder), name, 0, -1, 0
    return str(folder), name, found.st_mtime_ns, found.st_size, found.st_ino


def _names_group(distribution: "Distribution") -> bool:
    """Whether the entry points of a distribution may have our group among them."""
    file = _file_of(distribution, "entry_points.txt")
    try:
        return _has_group(distribution) if file is None else _had_group(file)
    except OSError:
        return False
    except ValueError:
        return True  # a file that is no text may have had it


@functools.lru_cache(maxsize=1024)
def _had_group(file: _File) -> bool:
    return _has_group(_distribution_in(file))


def _has_group(distribution: "Distribution") -> bool:
    return GROUP in (distribution.read_text("entry_points.txt") or "")


def _distribution_in(file: _File) -> "Distribution":
    from importlib.metadata import Distribution

    return Distribution.at(file[0])


def _name_of(distribution: "Distribution") -> str:
    file = _file_of(distribution, "METADATA")
    if file is None or file[3] < 0:  # it may stand in a file of another name
        return _printed_name(distribution)
    return _former_name(file)


@functools.lru_cache(maxsize=64)
def _former_name(file: _File) -> str:
    return _printed_name(_distribution_in(file))


def _printed_name(distribution: "Distribution") -> str:
    try:
        name: str | None = distribution.metadata["Name"]
    except Exception:  # noqa: BLE001 - metadata that cannot be read harms nobody else
        name = None
    return name or _UNNAMED


def _only_built_in() -> bool:
    """Whether the environment asks for plugins to be left out."""
    return os.environ.get(_WITHOUT_PLUGINS, "").strip().casefold() not in _NO


def offers() -> tuple[Offer, ...]:
    """All offers, sorted by name and distribution."""
    without = _only_built_in()
    found: dict[tuple[str, str], Offer] = {}
    for distribution, metadata in _distributions():
        if without and _normalised(distribution) != _OURSELVES:
            continue
        try:
            points = [point for point in metadata.entry_points if point.group == GROUP]
        except Exception:  # noqa: BLE001, S112 - a file without readable names offers none
            continue
        for point in points:
            offer = Offer(point.name, distribution, point, _problem_of(point))
            before = found.setdefault((point.name, distribution), offer)
            if before.entry_point.value != point.value:
                problem = f"it stands twice, as {before.entry_point.value} and as {point.value}"
                found[point.name, distribution] = attrs.evolve(before, problem=problem)
    return tuple(found[key] for key in sorted(found))


def _problem_of(point: "EntryPoint") -> str:
    """Why an entry point cannot be used, whatever it names; empty where it can."""
    if ":" in point.name:
        return "its name has a colon, which stands between a distribution and a name"
    # What importlib makes of it would be an AttributeError of its own.
    if point.pattern.match(point.value) is None:
        return 'the entry point does not name a class, as "module:Class" does'
    return ""


def unreadable_distributions() -> tuple[str, ...]:
    """The distributions that offer exporters in a file that cannot be read.

    Returns:
        Their names, sorted. Nothing can be said of what they offer.

    Example:
        >>> unreadable_distributions()
        ()
    """
    found = []
    for name, distribution in _distributions():
        try:
            list(distribution.entry_points)
        except Exception:  # noqa: BLE001 - whatever the file holds instead of names
            found.append(name)
    return tuple(sorted(found))


def exporter_names(kind: str | None = None) -> tuple[str, ...]:
    """List the formats, all of them without importing any.

    Args:
        kind: A kind of subject, such as "ledger": only the formats that take it are listed. Each
            is then imported to be asked, and one that cannot be used is left out.

    Returns:
        The names, sorted. Where two distributions offer the same name, both stand with their
        distribution, as "dist:name": the bare name would say neither.

    Raises:
        InvalidValueError: There is no such kind of subject.

    Example:
        >>> "council-docx" in exporter_names()
        True
        >>> exporter_names("ledger")
        ('json', 'ledger-csv', 'ledger-docx', 'ledger-html', 'ledger-markdown', 'ledger-text')
    """
    if kind is not None and kind not in KINDS:
        raise InvalidValueError(f"the kinds of subject are {', '.join(KINDS)}, not {kind!r}")
    found = offers()
    names = [offer.name for offer in found]
    listed = (
        offer.name if _is_bare(offer, names) else offer.full_name
        for offer in found
        if kind is None or _takes(offer, kind)
    )
    return tuple(sorted(listed))


def _is_bare(offer: Offer, names: Sequence[str]) -> bool:
    """Whether its own name is enough; one with a colon looks like that of another distribution."""
    return names.count(offer.name) == 1 and ":" not in offer.name


def _takes(offer: Offer, kind: str) -> bool:
    try:
        return kind in accepted_by(loaded_offer(offer))
    except BrokenExporterError:
        return False


def load_exporter(name: str) -> type[Exporter]:
    """Import the exporter of a format.

    Args:
        name: The name of the format, such as "council-docx", or "dist:name".

    Returns:
        The class; its options are the arguments of its constructor.

    Raises:
        UnknownExporterError: No distribution offers that format; similar names are shown.
        AmbiguousExporterError: Two distributions offer it, and none is named.
        BrokenExporterError: It cannot be imported, or is no exporter.

    Example:
        >>> load_exporter("council-markdown").suffix
        '.md'
    """
    return offered_exporter(name)[0]


def offered_exporter(name: str) -> tuple[type[Exporter], str]:
    """Import the exporter of a format, and say who offers it.

    Args:
        name: The name of the format, as for `load_exporter`, which says what can go wrong.

    Returns:
        The class, and the name of its distribution.

    Example:
        >>> offered_exporter("council-markdown")[1]
        'customs-coop'
    """
    if not isinstance(name, str):
        raise TypeError(f"a format is named by a text, not by {name!r}")
    offer = _find(name)
    return loaded_offer(offer), offer.distribution


def exporter_options(name: str) -> tuple[Option, ...]:
    """List the options of a format.

    Args:
        name: The name of the format.

    Returns:
        The options in the order in which the exporter declares them.

    Raises:
        UnknownExporterError: There is no such format.
        BrokenExporterError: The exporter cannot be imported or has the wrong shape.

    Example:
        >>> [option.name for option in exporter_options("json")]
        []
    """
    return options_of(load_exporter(name))


def _find(name: str) -> Offer:
    found = offers()
    distribution, colon, bare = name.partition(":")
    matching = [
        offer
        for offer in found
        if offer.name == (bare if colon else name)
        and (not colon or _normalised(offer.distribution) == _normalised(distribution))
    ]
    if not matching:
        raise UnknownExporterError(_unknown(name))
    if len(matching) > 1:
        choices = " or ".join(f'"{offer.full_name}"' for offer in matching)
        raise AmbiguousExporterError(
            f"{len(matching)} distributions offer the format {name!r}; say {choices}"
        )
    return matching[0]


def _unknown(name: str) -> str:
    from difflib import get_close_matches  # only where something is wrong

    known = exporter_names()
    folded = {known_name.casefold(): known_name for known_name in known}
    near = [folded[match] for match in get_close_matches(name.casefold(), list(folded))]
    near += [n for n in known if name and name.casefold() in n.casefold() and n not in near]
    guess = f"; did you mean {' or '.join(near)}? Known" if near else "; known"
    off = f" Plugins are left out, as {_WITHOUT_PLUGINS} is set." if _only_built_in() else ""
    return f"there is no format {name!r}{guess} are {', '.join(known) or 'none'}.{off}"


def loaded_offer(offer: Offer) -> type[Exporter]:
    """Import what a distribution offers.

    Raises:
        BrokenExporterError: It cannot be imported, or is no exporter.
    """
    if offer.problem:
        raise _broken(offer, offer.problem)
    # What a module prints at its import would stand in front of the file on standard output.
    with plugin_code(_named(offer), _UNUSABLE), redirect_stdout(sys.stderr):
        loaded = offer.entry_point.load()
        fault = fault_of(loaded)
    if fault:
        raise _broken(offer, fault)
    # Any: `load` gives whatever the plugin has there; `fault_of` has just looked at it.
    exporter: Any = loaded
    checked: type[Exporter] = exporter
    return checked


def _broken(offer: Offer, reason: str) -> BrokenExporterError:
    return BrokenExporterError(f"{_named(offer)} {_UNUSABLE}: {reason}")


def _named(offer: Offer) -> str:
    value = offer.entry_point.value
    return f"the format {offer.name!r} of the distribution {offer.distribution} ({value})"
