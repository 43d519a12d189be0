"""The two verbs: make the content of a format, and write it to a file, whole or not at all."""

import os
from pathlib import Path
from typing import Literal, TypeAlias, overload

from customs_coop.exporters.preparing import prepared
from customs_coop.exporters.subjects import Subject, kind_of
from customs_coop.exporters.suffixes import exporter_for
from customs_coop.formats.files.whole import write_files

__all__ = ["export", "write"]

TextFormat: TypeAlias = Literal[
    "burndown-svg",
    "council-csv",
    "council-html",
    "council-markdown",
    "council-text",
    "diff-html",
    "diff-markdown",
    "diff-text",
    "dot",
    "graph-svg",
    "graphml",
    "indicators-svg",
    "jcal",
    "json",
    "ledger-csv",
    "ledger-html",
    "ledger-markdown",
    "ledger-text",
    "matrix-csv",
    "matrix-html",
    "merge-html",
    "merge-markdown",
    "merge-text",
    "mermaid",
    "progress-csv",
    "progress-svg",
    "state-html",
    "state-markdown",
    "state-text",
    "timeline-svg",
]
BinaryFormat: TypeAlias = Literal[
    "council-docx",
    "diff-docx",
    "icalendar",
    "ledger-docx",
    "matrix-xlsx",
    "merge-docx",
    "progress-xlsx",
    "questionnaire-docx",
    "reminders",
    "state-docx",
    "xlsx",
]


@overload
def export(subject: Subject, to: TextFormat, **options: object) -> str: ...
@overload
def export(subject: Subject, to: BinaryFormat, **options: object) -> bytes: ...
@overload
def export(subject: Subject, to: str, **options: object) -> str | bytes: ...
def export(subject: Subject, to: str, **options: object) -> str | bytes:
    """Turn a dossier, a plan, a ledger or the result of another verb into the content of a file.

    Args:
        subject: A dossier, a bare plan, the ledger of a rollover, a `PlanDiff`, a `Merge`, or a
            `StateOfPlay`.
        to: The name of the format, such as "council-html", or "dist:name" where two
            distributions offer that name.
        **options: The options of the format. `public=True` is for every format: it refuses what
            is not for the public, and what does not know how its plans are marked, as a ledger.

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
    return prepared(subject, to, options).content()


def write(
    subject: Subject,
    path: str | os.PathLike[str],
    *,
    to: str | None = None,
    **options: object,
) -> Path:
    """Write a dossier, a plan, a ledger or the result of another verb; a file there is replaced.

    The file is there whole or not at all: it is written beside its place, under another name, and
    then moved. Text is written as UTF-8, with the line ends that the format gave. Where a format
    makes several files, as `icalendar` does with `layout="vdir"`, they go into a folder, all or
    none; other files in it stay.

    Args:
        subject: A dossier, a bare plan, the ledger of a rollover, a `PlanDiff`, a `Merge`, or a
            `StateOfPlay`.
        path: The file, or the folder, which is made where there is none.
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
        InvalidValueError: An option names that file, such as a template, which is to be read.
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
    write_files(place, prepared(subject, name, options).files(place))
    return place
