"""Checks of what an exporter says of itself: shape, options, kind of content, fields."""

import contextlib
import datetime as dt

from customs_coop.errors import (
    AmbiguousExporterError,
    BrokenExporterError,
    ExportOptionError,
    UnknownExporterError,
)
from customs_coop.exporters.base import MODEL_FIELDS
from customs_coop.exporters.fidelity import carried_fields, losses_of
from customs_coop.exporters.options import option_defaults, option_names
from customs_coop.exporters.preparing import prepared_with
from customs_coop.exporters.registry import load_exporter
from customs_coop.exporters.shape import fault_of
from customs_coop.exporters.subjects import KINDS, accepted_by
from customs_coop.exporters.suffixes import exporter_for
from customs_coop.model import Dossier
from customs_coop.testing.exporters.contents import MEDIA_TYPE, words_of
from customs_coop.testing.exporters.subjects import (
    MARKERS,
    bundled_plans,
    empty_plan,
    made,
    marked_dossier,
    one_action,
)
from customs_coop.testing.exporters.trial import Trial, require

__all__ = ["check_carries", "check_options", "check_shape", "check_types"]

# A name that no option has.
_NO_OPTION = "kit_no_such_option"


def check_shape(trial: Trial) -> None:
    """The class has the shape of the contract, a media type, and kinds that there are."""
    fault = fault_of(trial.kind)
    require(not fault, fault)
    require(
        MEDIA_TYPE.fullmatch(trial.media_type),
        f'{trial.media_type!r} is no media type such as "text/csv" (RFC 6838)',
    )
    suffix = trial.kind.suffix
    require(
        suffix.isascii() and suffix.isprintable() and not set(suffix) & set('<>:"|?*'),
        f"the suffix {suffix!r} cannot end the name of a file everywhere",
    )
    accepted = accepted_by(trial.kind)
    for kind in accepted:
        taken = _shadowing(suffix, kind)
        require(
            not taken, f"a file that ends in {suffix!r} is written as {taken}, which is built in"
        )
    unknown = [kind for kind in accepted if kind not in KINDS]
    require(accepted, "accepts names nothing, so that the format takes nothing")
    require(not unknown, f"accepts names {unknown}; the kinds are {', '.join(KINDS)}")


def _shadowing(suffix: str, kind: str) -> str:
    """The built-in format with a shorter suffix that a file name means; empty without one."""
    if suffix.count(".") < 2:
        return ""
    with contextlib.suppress(AmbiguousExporterError, UnknownExporterError):
        name = exporter_for(f"name{suffix}", kind)
        if load_exporter(name).suffix != suffix:
            return name
    return ""


def check_options(trial: Trial) -> None:
    """Every option has a default that can be written in a file, and no other one is taken."""
    defaults = option_defaults(trial.kind)
    missing = [name for name in option_names(trial.kind) if name not in defaults]
    given = [name for name in missing if name in trial.options]
    told = ", ".join(missing)
    require(missing == given, f"without a default there is no export by name alone: {told}")
    for name, default in defaults.items():
        require(
            _is_plain(default),
            f"the default of {name}, {default!r}, cannot be written as text or JSON",
        )
    for kind, subject in trial.subjects(one_action()):
        try:
            prepared_with(trial.kind, subject, {_NO_OPTION: 1}, name=trial.name)
        except ExportOptionError:
            pass
        else:
            raise AssertionError(f"{kind}: an option that there is not is taken in silence")
        plain = trial.rendered(subject, kind)
        stated = {name: value for name, value in defaults.items() if name not in trial.options}
        require(
            trial.rendered(subject, kind, stated) == plain,
            f"{kind}: the defaults, given as options, give another content than no options",
        )


def _is_plain(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, str | int | float | dt.date)


def check_types(trial: Trial) -> None:
    """A format gives text always or bytes always."""
    given = {
        type(trial.rendered(subject, kind)).__name__
        for kind in trial.kinds
        for plan in (empty_plan(), one_action(), marked_dossier().plan, bundled_plans()[0])
        for subject in (made(kind, plan),)
    }
    require(len(given) == 1, f"it gives {' and '.join(sorted(given))}, now one and now the other")


def check_carries(trial: Trial) -> None:
    """Each field in `carries` is one of the model, and its words are in the file."""
    if "dossier" not in trial.kinds:
        return
    dossier = marked_dossier()
    ready = prepared_with(trial.kind, dossier, trial.options, name=trial.name)
    try:
        carried = carried_fields(ready)
    except BrokenExporterError as error:
        raise AssertionError(str(error)) from error
    if carried is None:
        return
    unknown = sorted(carried - MODEL_FIELDS)
    require(not unknown, f"carries names what is no field of the model: {', '.join(unknown)}")
    words = words_of(trial.rendered(dossier, "a dossier with words to look for"), trial.media_type)
    if words is None:
        return
    # A format may write titles in capitals.
    folded = words.casefold()
    absent = sorted(
        field
        for field, spellings in MARKERS.items()
        if field in carried and not any(word.casefold() in folded for word in spellings)
    )
    told = ", ".join(absent)
    require(not absent, f"carries names {told}, and the words of it are not in the file")
    for one in (dossier, Dossier.of(empty_plan()), Dossier.of(bundled_plans()[0])):
        asked = prepared_with(trial.kind, one, trial.options, name=trial.name)
        try:
            losses_of(asked)
        except BrokenExporterError as error:
            raise AssertionError(str(error)) from error
    part = getattr(ready.exporter, "carried_part", None)
    require(part is None or isinstance(part(dossier), Dossier), "carried_part gives no Dossier")
