"""From the bytes of any file to the text that layouts read, recognised by content alone."""

import re
from typing import Literal, TypeAlias

import attrs

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.delimited import find_delimiter, read_delimited
from customs_coop.formats.files.encodings import Decoded, decode
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.html.reading import looks_like_html, read_html
from customs_coop.formats.markdown.reading import looks_like_markdown, read_markdown
from customs_coop.formats.pages.content import Opened, Remark
from customs_coop.formats.pages.textform import TextForm, text_form
from customs_coop.formats.pdf.reading import looks_like_pdf, read_pdf
from customs_coop.formats.word.reading import read_word

__all__ = ["FileKind", "FileText", "open_content"]

FileKind: TypeAlias = Literal[
    "a Word file",
    "a PDF file",
    "a web page",
    "a table of a spreadsheet",
    "text",
]
"""What a file is, by its content."""

_LONGEST_TEXT = 8_000_000  # characters; the longest documents of the Council have one million
_LONGEST_LINE = 1_000_000
_LINE = re.compile(r"[^\r\n]+")
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# The name of the part in which Office keeps a document that has a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# How files begin that people have and that hold no text as such.
_NO_TEXT = (
    (b"{\\rtf", "a rich text file", "save it as DOCX"),
    (b"\x89PNG", "a picture", "take the text from the document itself"),
    (b"\xff\xd8\xff", "a picture", "take the text from the document itself"),
    (b"II*\0", "a picture", "take the text from the document itself"),
)
_WORD_XML = re.compile(
    r"progid=\"Word\.Document\"|schemas\.microsoft\.com/office/(?:2006/xmlPackage|word/2003/wordml)"
)


@attrs.frozen(kw_only=True)
class FileText:
    """The text of a file.

    Args:
        text: The text as layouts read it.
        kind: What the file is.
        form: The places of the text in the file; None where the text is the file.
        remarks: What is worth telling about the file.
    """

    text: str
    kind: FileKind
    form: TextForm | None = None
    remarks: tuple[Remark, ...] = ()


def open_content(content: bytes, changes: Changes = "accept") -> FileText:
    r"""Open the content of a file.

    Args:
        content: The bytes.
        changes: How tracked changes of a Word file, a web page or a Markdown text are read.

    Returns:
        The text, with the places of its pieces where the file is no plain text.

    Raises:
        RefusedFileError: The file is damaged, hostile, too large or of no kind that is read.

    Example:
        >>> open_content(b"<table><tr><td>Code<td>Action</table>").text
        'Code\tAction\n\n'
    """
    if content.startswith(_ARCHIVE):
        return _formed(read_word(content, changes), "a Word file")
    if looks_like_pdf(content):
        return _formed(read_pdf(content), "a PDF file")
    _refuse_other_kinds(content)
    return _open_text(decode(content), changes)


def _open_text(decoded: Decoded, changes: Changes) -> FileText:
    """Tell the kind of a text: a web page, a table of a spreadsheet, or plain text."""
    text = decoded.text
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return FileText(text=text, kind="text", remarks=decoded.remarks)  # JSON may be one line
    if len(text) > _LONGEST_TEXT:
        raise RefusedFileError("CC185", f"the text has more than {_LONGEST_TEXT} characters")
    if _WORD_XML.search(text[:4000]):
        raise _no_text("a Word document as bare XML", "save it as DOCX")
    if "<office:document " in text[:4000]:
        raise _no_text("an OpenDocument file as bare XML", "save it as DOCX")
    if (marked_up := _marked_up(decoded, changes)) is not None:
        return marked_up
    sign = find_delimiter(text)
    if sign is not None:
        opened = read_delimited(text, sign)
        return _formed(opened, "a table of a spreadsheet", decoded.remarks)
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _LONGEST_LINE:
            message = f"a line has more than {_LONGEST_LINE} characters"
            raise RefusedFileError("CC185", message)
    return FileText(text=text, kind="text", remarks=decoded.remarks)


def _marked_up(decoded: Decoded, changes: Changes) -> FileText | None:
    """A web page, or a text with tables in Markdown, which stays a text; None for all else."""
    text, remarks = decoded.text, decoded.remarks
    if looks_like_html(text):
        return _formed(read_html(text, changes), "a web page", remarks)
    return (
        _formed(read_markdown(text, changes), "text", remarks)
        if looks_like_markdown(text)
        else None
    )


def _formed(opened: Opened, kind: FileKind, remarks: tuple[Remark, ...] = ()) -> FileText:
    form = text_form(opened)
    return FileText(text=form.text, kind=kind, form=form, remarks=(*remarks, *form.remarks))


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise RefusedFileError("CC183", "the document is protected by a password")
        raise _no_text("an old Word or Excel file", "save it as DOCX, or a sheet as CSV")
    for signature, what, remedy in _NO_TEXT:
        if content.startswith(signature):
            raise _no_text(what, remedy)


def _no_text(what: str, remedy: str) -> RefusedFileError:
    return RefusedFileError("CC184", f"this is {what}; {remedy}")
