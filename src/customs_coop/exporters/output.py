"""The two verbs: make the content of a format, and write it to a file, whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias, overload

from customs_coop.comparison import PlanDiff
from customs_coop.errors import (
    BrokenExporterError,
    CustomsCoopError,
    MarkingError,
    UnsuitableExporterError,
)
from customs_coop.exporters.base import Exporter
from customs_coop.exporters.options import configured_exporter, option_value
from customs_coop.exporters.registry import exporter_for, exporter_names, load_exporter
from customs_coop.exporters.subjects import (
    Subject,
    accepted_by,
    kind_of,
    kind_words,
    not_public,
    subject_of,
)
from customs_coop.formats.files.whole import write_whole
from customs_coop.model import Dossier
from customs_coop.rollover import Ledger

__all__ = ["export", "write"]

TextFormat: TypeAlias = Literal[
    "council-html",
    "council-markdown",
    "diff-html",
    "diff-markdown",
    "dot",
    "graph-svg",
    "graphml",
    "json",
    "ledger-csv",
    "ledger-html",
    "ledger-markdown",
    "mermaid",
    "timeline-svg",
]
BinaryFormat: TypeAlias = Literal["council-docx", "diff-docx", "icalendar", "ledger-docx"]


@overload
def export(subject: Subject, to: TextFormat, **options: object) -> str: ...
@overload
def export(subject: Subject, to: BinaryFormat, **options: object) -> bytes: ...
@overload
def export(subject: Subject, to: str, **options: object) -> str | bytes: ...
def export(subject: Subject, to: str, **options: object) -> str | bytes:
    """Turn a dossier, a plan, a ledger or a comparison into the content of a file.

    Args:
        subject: A dossier, a bare plan, the ledger of a rollover, or a `PlanDiff`.
        to: The name of the format, such as "council-html", or "dist:name" where two
            distributions offer that name.
        **options: The options of the format. `public=True` is for every format: it refuses what
            is not for the public, and a ledger, which does not know how its plans are marked.

    Returns:
        Text, or bytes where the format is no UTF-8 text or prescribes its line ends.

    Raises:
        UnknownExporterError: There is no such format.
        AmbiguousExporterError: Two distributions offer it.
        BrokenExporterError: The exporter cannot be imported, has the wrong shape or fails.
        ExportOptionError: The format does not have an option, or not that value for it.
        MarkingError: The content is marked LIMITE, or its marking cannot be known, and `public`
            was asked for.
        UnsuitableExporterError: The format takes subjects of another kind.
        TypeError: The subject is none of these.

    Example:
        >>> from customs_coop.model import Action, ActionPlan
        >>> actions = [Action(code="8", title="Compare the forms", priority="High")]
        >>> plan = ActionPlan(id="AP2", title="Second Action Plan", actions=actions)
        >>> "Compare the forms" in export(plan, "council-markdown")
        True
    """
    value = subject_of(subject)
    kind = load_exporter(to)
    _check_accepted(kind, to, kind_of(value))
    public = option_value(options.pop("public", False), bool, option="public", name=to)
    part_of = getattr(kind, "public_part", None)
    fault = not_public(value) if public else ""
    if fault and part_of is None:
        raise MarkingError(fault)
    try:
        exporter = configured_exporter(kind, options, name=to)
        if fault and part_of is not None:
            value = _public_part(part_of, exporter, value)
        content = exporter.render(value)
    except CustomsCoopError:
        raise  # the subject or an option is at fault, and the message says which
    except (Exception, SystemExit) as cause:
        raise BrokenExporterError(
            f"the format {to!r} ({kind.__module__}.{kind.__qualname__}) failed:"
            f" {type(cause).__name__}: {cause}"
        ) from cause
    if not isinstance(content, str | bytes):
        raise BrokenExporterError(
            f"the format {to!r} ({kind.__module__}.{kind.__qualname__}) gave"
            f" {type(content).__name__}; an exporter gives str or bytes"
        )
    return content


def _public_part(
    part_of: Callable[[Exporter, Dossier | Ledger | PlanDiff], object],
    exporter: Exporter,
    subject: Dossier | Ledger | PlanDiff,
) -> Dossier | Ledger | PlanDiff:
    """What a format leaves of a subject for the public; what is left counts."""
    part = subject_of(part_of(exporter, subject))
    fault = not_public(part)
    if fault:
        raise MarkingError(fault)
    return part


def _check_accepted(exporter: type[Exporter], name: str, kind: str) -> None:
    """Refuse a subject of a kind that the format does not take."""
    accepted = accepted_by(exporter)
    if kind in accepted:
        return
    others = ", ".join(exporter_names(kind))
    raise UnsuitableExporterError(
        f"the format {name} takes {kind_words(accepted)}, not {kind_words([kind])};"
        f" formats for that are {others or 'not there'}"
    )


def write(
    subject: Subject,
    path: str | os.PathLike[str],
    *,
    to: str | None = None,
    **options: object,
) -> Path:
    """Write a dossier, a plan, a ledger or a comparison; an existing file is replaced.

    The file is there whole or not at all: it is written beside its place, under another name, and
    then moved. Text is written as UTF-8, with the line ends that the format gave.

    Args:
        subject: A dossier, a bare plan, the ledger of a rollover, or a `PlanDiff`.
        path: The file.
        to: The name of the format; None chooses it by the suffix of the file, among those that
            take such a subject.
        **options: The options of the format, and `public`; see `export`.

    Returns:
        The path.

    Raises:
        UnknownExporterError: There is no such format, or none for this subject has the suffix.
        AmbiguousExporterError: Two distributions offer it.
        BrokenExporterError: The exporter cannot be imported, has the wrong shape or fails.
        ExportOptionError: The format does not have an option, or not that value for it.
        MarkingError: The content is marked LIMITE, or its marking cannot be known, and `public`
            was asked for.
        UnsuitableExporterError: The format takes subjects of another kind.
        TypeError: The subject is none of these.
        OSError: The file cannot be written, or the path names something that is no file.

    Example:
        >>> import tempfile
        >>> from customs_coop.model import ActionPlan
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = write(ActionPlan(id="AP2", title="Second"), Path(folder, "ap2.json"))
        ...     print(path.name, path.stat().st_size > 0)
        ap2.json True
    """
    place = Path(path)
    name = exporter_for(place.name, kind_of(subject)) if to is None else to
    content = export(subject, name, **options)
    if isinstance(content, str):
        try:
            content = content.encode("utf-8")
        except UnicodeEncodeError as cause:
            raise BrokenExporterError(f"the format {name!r} gave text that is no UTF-8") from cause
    write_whole(place, content)
    return place
