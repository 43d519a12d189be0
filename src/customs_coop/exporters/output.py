"""The two verbs: make the content of a format, and write it to a file, whole or not at all."""

import os
from pathlib import Path
from typing import Literal, TypeAlias, overload

from customs_coop.errors import BrokenExporterError, CustomsCoopError, MarkingError
from customs_coop.exporters.options import configured_exporter, option_value
from customs_coop.exporters.registry import exporter_for, load_exporter
from customs_coop.formats.files.whole import write_whole
from customs_coop.formats.provenance import restricted_papers
from customs_coop.model import ActionPlan, Dossier

__all__ = ["export", "write"]

TextFormat: TypeAlias = Literal[
    "council-html",
    "council-markdown",
    "dot",
    "graph-svg",
    "graphml",
    "json",
    "mermaid",
    "timeline-svg",
]
BinaryFormat: TypeAlias = Literal["council-docx", "icalendar"]


@overload
def export(subject: Dossier | ActionPlan, to: TextFormat, **options: object) -> str: ...
@overload
def export(subject: Dossier | ActionPlan, to: BinaryFormat, **options: object) -> bytes: ...
@overload
def export(subject: Dossier | ActionPlan, to: str, **options: object) -> str | bytes: ...
def export(subject: Dossier | ActionPlan, to: str, **options: object) -> str | bytes:
    """Turn a dossier or a plan into the content of a file.

    Args:
        subject: A dossier, or a bare plan.
        to: The name of the format, such as "council-html", or "dist:name" where two
            distributions offer that name.
        **options: The options of the format. `public=True` is for every format: it refuses what
            is not for the public.

    Returns:
        Text, or bytes where the format is no UTF-8 text or prescribes its line ends.

    Raises:
        UnknownExporterError: There is no such format.
        AmbiguousExporterError: Two distributions offer it.
        BrokenExporterError: The exporter cannot be imported, has the wrong shape or fails.
        ExportOptionError: The format does not have an option, or not that value for it.
        MarkingError: The content is marked LIMITE, and `public` was asked for.
        TypeError: The subject is of a kind that the format does not take.

    Example:
        >>> from customs_coop.model import Action
        >>> actions = [Action(code="8", title="Compare the forms", priority="High")]
        >>> plan = ActionPlan(id="AP2", title="Second Action Plan", actions=actions)
        >>> "Compare the forms" in export(plan, "council-markdown")
        True
    """
    dossier = Dossier.of(subject)
    kind = load_exporter(to)
    accepted = tuple(getattr(kind, "accepts", ("dossier",)))
    if "dossier" not in accepted:
        raise TypeError(f"the format {to} takes {' or '.join(accepted)}, not a dossier")
    public = option_value(options.pop("public", False), bool, option="public", name=to)
    restricted = restricted_papers(dossier) if public else ()
    if restricted:
        raise MarkingError(f"not for the public: {', '.join(restricted)}")
    try:
        exporter = configured_exporter(kind, options, name=to)
        content = exporter.render(dossier)
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


def write(
    subject: Dossier | ActionPlan,
    path: str | os.PathLike[str],
    *,
    to: str | None = None,
    **options: object,
) -> Path:
    """Write a dossier or a plan to a file; an existing file is replaced.

    The file is there whole or not at all: it is written beside its place, under another name, and
    then moved. Text is written as UTF-8, with the line ends that the format gave.

    Args:
        subject: A dossier, or a bare plan.
        path: The file.
        to: The name of the format; None chooses it by the suffix of the file.
        **options: The options of the format, and `public`; see `export`.

    Returns:
        The path.

    Raises:
        UnknownExporterError: There is no such format, or none that has the suffix.
        AmbiguousExporterError: Two distributions offer it.
        BrokenExporterError: The exporter cannot be imported, has the wrong shape or fails.
        ExportOptionError: The format does not have an option, or not that value for it.
        MarkingError: The content is marked LIMITE, and `public` was asked for.
        OSError: The file cannot be written, or the path names something that is no file.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = write(ActionPlan(id="AP2", title="Second"), Path(folder, "ap2.json"))
        ...     print(path.name, path.stat().st_size > 0)
        ap2.json True
    """
    place = Path(path)
    name = exporter_for(place.name) if to is None else to
    content = export(subject, name, **options)
    if isinstance(content, str):
        try:
            content = content.encode("utf-8")
        except UnicodeEncodeError as cause:
            raise BrokenExporterError(f"the format {name!r} gave text that is no UTF-8") from cause
    write_whole(place, content)
    return place
