"""From a path to a reading: bytes, encoding, layout.

A path is always a path: a text goes to `customs_coop.readers.parse`.
"""

import codecs
import os
from pathlib import Path

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.model import ActionPlan, Dossier
from customs_coop.readers import Reading, layout_named, parse

__all__ = ["LARGEST_FILE", "load", "load_plan", "read", "read_bytes"]

LARGEST_FILE = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with that of UTF-16, so it goes first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# How files begin that people have and that hold no text as such.
_NO_TEXT = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
)


def read(path: str | os.PathLike[str], *, layout: str | None = None) -> Reading:
    """Read a file, whatever its layout.

    The encoding is told by the mark at its beginning, else it is UTF-8, else Windows-1252, which
    the report then says. The ending of the name plays no part.

    Args:
        path: Where the file lies; never a text to be read itself.
        layout: The name of a layout, to read the file by it; None to recognise it.

    Returns:
        The dossier, the report and the residue; with errors in the report where the file cannot
        be read.

    Raises:
        TypeError: `path` is neither a text nor a path.
        InvalidValueError: No layout has the name `layout`.

    Example:
        >>> [finding.code for finding in read("no such file.txt").report]
        ['CC101']
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"a path is wanted, as text or path object, not {type(path).__name__}")
    if layout is not None:
        layout_named(layout)  # a wrong name is told also where there is nothing to read
    content = _content(name)
    if isinstance(content, Diagnostic):
        return Reading(report=Report([content]))
    return read_bytes(content, source=name, layout=layout)


def read_bytes(content: bytes, *, source: str = "<bytes>", layout: str | None = None) -> Reading:
    """Read the bytes of a file, as they come from standard input or from an archive.

    Args:
        content: The bytes; their encoding is told as `read` tells it.
        source: The name for the findings.
        layout: The name of a layout, to read the bytes by it; None to recognise it.

    Returns:
        The dossier, the report and the residue.

    Raises:
        InvalidValueError: No layout has the name `layout`.

    Example:
        >>> read_bytes(b'{"schema": "customs_coop/1"}').report.ok
        True
    """
    if layout is not None:
        layout_named(layout)
    for signature, what in _NO_TEXT:
        if content.startswith(signature):
            message = f"this is {what}, not a text; save it as plain text first"
            return Reading(report=Report([diagnose("CC102", message, span=Span(source=source))]))
    text, findings = _decoded(content, source)
    if text is None:
        return Reading(report=Report(findings))
    reading = parse(text, source=source, layout=layout)
    if not findings:
        return reading
    return Reading(
        dossier=reading.dossier,
        report=Report(findings) + reading.report,
        residue=reading.residue,
    )


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


def _content(name: str) -> bytes | Diagnostic:
    """The bytes of a regular file of bounded size, or the finding that says why not."""
    span = Span(source=name)
    try:
        path = Path(name)
        if not path.is_file():
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


def _decoded(content: bytes, name: str) -> tuple[str | None, list[Diagnostic]]:
    span = Span(source=name)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), []
            except UnicodeDecodeError as error:
                message = (
                    f"the file announces {encoding}, and byte {error.start} is not valid in it"
                )
                return None, [diagnose("CC111", message, span=span)]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        message = f"byte {place} is no UTF-8, and byte {error.start} is no Windows-1252"
        return None, [diagnose("CC111", message, span=span)]
    message = f"byte {place} is no UTF-8; the file was read as Windows-1252"
    return text, [diagnose("CC110", message, span=span)]
