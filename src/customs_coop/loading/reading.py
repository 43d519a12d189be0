"""From a path to a reading: bytes, kind of file, text, layout."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.model import Action, ActionPlan, Dossier
from customs_coop.readers import Reading, Residue, layout_named, parse

if TYPE_CHECKING:
    from customs_coop.formats.files.opening import FileKind, FileText
    from customs_coop.formats.pages.textform import TextForm

__all__ = [
    "LARGEST_FILE",
    "Changes",
    "as_table",
    "content_of",
    "load",
    "load_plan",
    "read",
    "read_bytes",
]

LARGEST_FILE = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""

_WAYS = ("accept", "reject", "both")
_WAYS_OUT = {
    "CC181": "get the file again, or open it in Word or LibreOffice and save it anew",
    "CC182": "check where the file comes from, or save it anew without pictures",
    "CC183": "open it with its password, and save it without one",
}
_MOST_TOLD = 4  # heads and feet of pages
_LONGEST_TOLD = 80
# The formats of the Council's table that are also read; whatever else is meant, it is in Word.
_TABLES = {
    ".html": "council-html",
    ".htm": "council-html",
    ".md": "council-markdown",
    ".markdown": "council-markdown",
}
# What the end of a name promises; the content decides.
_PROMISED: dict[str, "FileKind"] = {
    ".docx": "a Word file",
    ".pdf": "a PDF file",
    ".html": "a web page",
    ".htm": "a web page",
    ".csv": "a table of a spreadsheet",
    ".txt": "text",
    ".json": "text",
}


def read(
    path: str | os.PathLike[str], *, layout: str | None = None, changes: Changes = "accept"
) -> Reading:
    """Read a file, whatever its kind and its layout.

    The kind is told by the content: a Word file, a web page, a table of a spreadsheet, or text.
    The ending of the name plays no part. The encoding of a text is told by the mark at its
    beginning, else it is UTF-8, else Windows-1252, which the report then says.

    Args:
        path: Where the file lies; never a text to be read itself.
        layout: The name of a layout, to read the file by it; None to recognise it.
        changes: How the tracked changes of a Word file are read: as if accepted ("accept"), as
            if rejected ("reject"), or with deleted and inserted text side by side ("both").

    Returns:
        The dossier, the report, the residue and the furniture; with errors in the report where
        the file cannot be read.

    Raises:
        TypeError: `path` is neither a text nor a path.
        InvalidValueError: No layout has the name `layout`, or there is no such way of reading
            changes.

    Example:
        >>> [finding.code for finding in read("no such file.txt").report]
        ['CC101']
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"a path is wanted, as text or path object, not {type(path).__name__}")
    _check_options(layout, changes)  # wrong names are told also where there is nothing to read
    content = content_of(name)
    if isinstance(content, Diagnostic):
        return Reading(report=Report([content]))
    return read_bytes(content, source=name, layout=layout, changes=changes)


def read_bytes(
    content: bytes,
    *,
    source: str = "<bytes>",
    layout: str | None = None,
    changes: Changes = "accept",
) -> Reading:
    """Read the bytes of a file, as they come from standard input or from an archive.

    Args:
        content: The bytes; their kind and encoding are told as `read` tells them.
        source: The name for the findings.
        layout: The name of a layout, to read the bytes by it; None to recognise it.
        changes: How the tracked changes of a Word file are read.

    Returns:
        The dossier, the report, the residue and the furniture.

    Raises:
        InvalidValueError: No layout has the name `layout`, or there is no such way of reading
            changes.

    Example:
        >>> read_bytes(b'{"schema": "customs_coop/1"}').report.ok
        True
    """
    # Here, because archives, tables and pages would make the import of the package slow.
    from customs_coop.formats.files.opening import open_content

    _check_options(layout, changes)
    if not content.strip():
        what = "holds only blanks" if content else "is empty"
        finding = diagnose("CC102", f"the file {what}", span=Span(source=source))
        return Reading(report=Report([finding]))
    try:
        opened = open_content(content, changes)
    except RefusedFileError as refused:
        hint = _WAYS_OUT.get(refused.code, "")
        finding = diagnose(refused.code, refused.message, span=Span(source=source), hint=hint)
        return Reading(report=Report([finding]))
    findings = _findings(opened, source)
    if layout == "json" and opened.kind != "text":
        message = f"the file is {opened.kind}, and the layout json is for JSON only"
        hint = "leave the layout out, and the content tells it"
        findings.append(diagnose("CC102", message, span=Span(source=source), hint=hint))
        return Reading(report=Report(findings))
    form, text = opened.form, opened.text
    if form is not None and (form.edges or form.left):
        form, told = _with_edges(form, source)
        text, findings = form.text, [*findings, *told]
    reading = parse(text, source=source, layout=layout)
    if form is not None:
        reading = _placed(reading, form, source)
    if not findings:
        return reading
    return attrs.evolve(reading, report=Report(findings) + reading.report)


def load(path: str | os.PathLike[str]) -> Dossier:
    """Read a file that has to be right.

    Args:
        path: Where the file lies.

    Returns:
        The dossier.

    Raises:
        ReportError: The report has errors; warnings do no harm.

    Example:
        >>> load("no such file.txt")
        Traceback (most recent call last):
        ...
        customs_coop.diagnostics.report.ReportError: 1 error
          no such file.txt: error CC101: the file does not exist
    """
    reading = read(path)
    reading.report.raise_for_errors()
    return reading.dossier


def load_plan(path: str | os.PathLike[str]) -> ActionPlan:
    """Read a file that has to be right and to hold exactly one plan.

    Args:
        path: Where the file lies.

    Returns:
        The plan.

    Raises:
        ReportError: The report has errors; warnings do no harm.
        UnknownPlanError: The file holds no plan, or more than one.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "plan.json")
        ...     text = '{"schema": "customs_coop/1", "plans": [{"id": "AP2", "title": "Second"}]}'
        ...     _ = path.write_text(text, encoding="utf-8")
        ...     plan = load_plan(path)
        >>> plan.title
        'Second'
    """
    return load(path).plan


def as_table(
    plan: ActionPlan | Dossier, suffix: str = ".docx", *, changes: Changes = "accept"
) -> ActionPlan:
    """A plan as a table can hold it: written in the Council's format and read again.

    A table has no room for approvals, links and much else. Who sends one out and gets it back
    compares it with this, to see what somebody changed and not what was lost on the way.

    Args:
        plan: The plan, or a dossier with one plan.
        suffix: The kind of file: ".docx", ".html" or ".md"; any other stands for ".docx".
        changes: How tracked changes are read, as for the file that came back.

    Returns:
        The plan that is read from an untouched export; nothing is written to disk.

    Raises:
        ReportError: The export cannot be read, such as that of a plan without actions.
        UnknownPlanError: There is not exactly one plan, or the export does not look like one.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> train = Action(code="8", title="Train officers", origin=ActionRef("AP1", "8"))
        >>> plan = ActionPlan(id="AP2", title="Second Action Plan", actions=[train])
        >>> as_table(plan)["8"].title, as_table(plan)["8"].origin
        ('Train officers', None)
    """
    # Here, because exporters would make the import of the package slow.
    from customs_coop.exporters import export

    bare = Dossier.of(Dossier.of(plan).plan)
    content = export(bare, _TABLES.get(suffix.casefold(), "council-docx"))
    data = content.encode() if isinstance(content, str) else content
    reading = read_bytes(data, source=f"<{suffix}>", changes=changes)
    reading.report.raise_for_errors()
    return reading.dossier.plan


def content_of(name: str) -> bytes | Diagnostic:
    """The bytes of a regular file of bounded size, or the finding that says why not.

    Args:
        name: The path.

    Returns:
        The bytes, or CC101 or CC109.

    Example:
        >>> print(content_of("no such file.txt"))
        no such file.txt: error CC101: the file does not exist
    """
    span = Span(source=name)
    try:
        path = Path(name)
        if not path.is_file():
            if path.is_dir():
                return diagnose("CC101", "this is a folder, not a file", span=span)
            what = "is no regular file" if path.exists() else "does not exist"
            return diagnose("CC101", f"the file {what}", span=span)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return diagnose("CC101", f"the file cannot be read: {reason}", span=span)
    if len(content) > LARGEST_FILE:
        size = LARGEST_FILE // (1024 * 1024)
        return diagnose("CC109", f"the file is larger than {size} MB", span=span)
    return content


def _check_options(layout: str | None, changes: str) -> None:
    if layout is not None:
        layout_named(layout)
    if changes not in _WAYS:
        ways = ", ".join(_WAYS)
        raise InvalidValueError(f"changes cannot be read by {changes!r}; there are {ways}")


def _findings(opened: "FileText", source: str) -> list[Diagnostic]:
    """What is to be told of the file before its layout."""
    findings: list[Diagnostic] = []
    promised = _PROMISED.get(os.path.splitext(source)[1].casefold())  # noqa: PTH122 - may be "<bytes>"
    if promised is not None and opened.kind not in (promised, "text"):
        message = f"the name promises {promised}, and the content is {opened.kind}"
        findings.append(diagnose("CC190", message, span=Span(source=source)))
    for remark in opened.remarks:
        place = remark.place
        span = Span(source=source)
        if place is not None:
            span = attrs.evolve(span, line=place.line, path=place.path)
        findings.append(diagnose(remark.code, remark.message, span=span))
    return findings


def _with_edges(form: "TextForm", source: str) -> tuple["TextForm", list[Diagnostic]]:
    """The form with the number and the marking from the heads and feet of pages above it.

    Each is taken where the cover has none, and what else stands there is told.
    """
    # Late, for the same reason as above.
    from customs_coop.formats.pages.content import Place, TextLine
    from customs_coop.readers import Source
    from customs_coop.readers.document.cover import read_cover
    from customs_coop.readers.document.edges import edge_words
    from customs_coop.readers.document.markings import marking_in, stricter
    from customs_coop.readers.text.excerpts import Account

    words = edge_words(line.text for line in form.edges)
    own = Source(source, form.text)
    cover = read_cover(own, Account(own))
    number = words.number if cover.document is None else ""
    kept_back = (found[0] for found in map(marking_in, form.left) if found is not None)
    stated = stricter(words.marking, next(kept_back, ""))
    marking = stated if stricter(cover.marking, stated) != cover.marking else ""
    taken = " ".join(text for text in (number, marking) if text)
    told: list[str] = []
    if taken:
        place = Place("heads and feet of pages")
        below = form.below(TextLine(text=taken, place=place))
        whole = Source(source, below.text)
        found = read_cover(whole, Account(whole))
        if found.marking or found.document is not None:
            form, cover = below, found
            told.append(
                f'"{taken}" was taken from the heads and feet of pages, as no cover tells it'
            )
    left = words.others(cover.document and cover.document.reference, cover.marking)
    if left:
        shown = [f'"{_shortened(line)}"' for line in left[:_MOST_TOLD]]
        if len(left) > _MOST_TOLD:
            shown.append(f"{len(left) - _MOST_TOLD} more")
        told.append(f"heads and feet of pages were left out: {', '.join(shown)}")
    return form, [diagnose("CC196", message, span=Span(source=source)) for message in told]


def _shortened(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD]}…"


def _placed(reading: Reading, form: "TextForm", source: str) -> Reading:
    """A reading of a text form whose places are those of the file."""
    dossier = attrs.evolve(
        reading.dossier,
        plans=tuple(
            attrs.evolve(plan, actions=tuple(_placed_action(action, form) for action in plan))
            for plan in reading.dossier.plans
        ),
    )
    report = Report(
        attrs.evolve(found, span=_placed_span(found.span, form)) for found in reading.report
    )
    residue, furniture = (
        tuple(Residue(piece.text, _placed_span(piece.span, form) or piece.span) for piece in pieces)
        for pieces in (reading.residue, reading.furniture)
    )
    furniture += tuple(
        Residue(aside.text, Span(source=source, line=aside.place.line, path=aside.place.path))
        for aside in form.asides
    )
    return attrs.evolve(
        reading, dossier=dossier, report=report, residue=residue, furniture=furniture
    )


def _placed_action(action: Action, form: "TextForm") -> Action:
    return attrs.evolve(action, span=_placed_span(action.span, form))


def _placed_span(span: Span | None, form: "TextForm") -> Span | None:
    """The place in the file; indexes into a text that nobody has would mislead."""
    if span is None or span.start is None:
        return span
    place = form.place_at(span.start)
    bare = attrs.evolve(span, line=None, column=None, start=None, end=None)
    return bare if place is None else attrs.evolve(bare, line=place.line, path=place.path)
