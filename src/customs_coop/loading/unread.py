"""Files in which nobody's progress is read: how they are known, and what to do with them."""

from pathlib import PurePath
from typing import Final

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.files.archives import Archive
from customs_coop.formats.files.refusal import RefusedFileError

__all__ = ["check_kind", "is_left_out", "left_out"]

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_WORD: Final = "WordDocument".encode("utf-16-le")
_SHEETS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book\0"))
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."
_AS_WORD: Final = "save it as DOCX"
_AS_SHEET: Final = "save it as XLSX or CSV"
_COPY: Final = "copy what it says into a template, or ask for the file that was filled in"
_OFFICE: Final = {
    **dict.fromkeys((".doc", ".dot", ".rtf", ".odt", ".fodt", ".pages", ".wps"), _AS_WORD),
    **dict.fromkeys((".xls", ".xlt", ".xlsb", ".ods", ".fods", ".numbers"), _AS_SHEET),
}
_OTHERS: Final = {
    **dict.fromkeys((".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp"), _COPY),
    **dict.fromkeys((".eml", ".msg"), "save what is attached to it as files of the folder"),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz"), "unpack it into the folder"),
}
# What programs and the folders of calendars keep for themselves.
_OF_PROGRAMS: Final = frozenset(
    (
        *("displayname", "color", "description", "order"),
        *("thumbs.db", "desktop.ini", "icon\r"),
    )
)


def is_left_out(name: str) -> bool:
    """Whether a file is nobody's report, as what programs keep beside an open file.

    Args:
        name: Its name.

    Example:
        >>> is_left_out("~$HR.docx"), is_left_out("displayname"), is_left_out("HR.doc")
        (True, True, False)
    """
    return name.startswith((".", "~$")) or name.casefold() in _OF_PROGRAMS


def left_out(path: str, *, is_folder: bool = False) -> Diagnostic:
    """The finding for something in a folder that is not read.

    Args:
        path: Its path.
        is_folder: Whether it is a folder.

    Example:
        >>> left_out("came/HR.doc").code, left_out("came/scan.pdf").code
        ('CC184', 'CC852')
    """
    span = Span(source=path)
    if is_folder:
        hint = "hand it in by itself, beside the other one"
        return diagnose("CC852", "folders in a folder are not read", span=span, hint=hint)
    suffix = PurePath(path).suffix.casefold()
    if suffix in _OFFICE:
        message = f"a file that ends in {suffix} is not read"
        return diagnose("CC184", message, span=span, hint=_OFFICE[suffix])
    kind = f"a file that ends in {suffix}" if suffix else "a file of no known kind"
    hint = _OTHERS.get(suffix, f"if it is a report, {_COPY}")
    return diagnose("CC852", f"{kind} is not read", span=span, hint=hint)


def check_kind(content: bytes) -> None:
    """Refuse what is neither text nor an Office file of today, with the way out.

    Args:
        content: The bytes of a file.

    Raises:
        RefusedFileError: It is old, protected, of another program, or a page to be printed.
    """
    if content.startswith(_OLD_OFFICE):
        raise RefusedFileError("CC184", _old_office(content))
    if content.startswith(b"%PDF"):
        raise RefusedFileError("CC184", f"this is a PDF file; {_COPY}")
    if content.startswith(b"{\\rtf"):
        raise RefusedFileError("CC184", f"this is a Rich Text file; {_AS_WORD}")
    if content.startswith(b"PK"):
        archive = Archive(content)
        mime = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in archive else ""
        if mime.startswith(_OPEN_DOCUMENT):
            is_sheet = "spreadsheet" in mime
            way = _AS_SHEET if is_sheet else _AS_WORD
            raise RefusedFileError("CC184", f"this is an OpenDocument file; {way}")


def _old_office(content: bytes) -> str:
    if _LOCKED in content:
        return "this file is protected; save it without a password"
    if _WORD in content:
        return f"this is an old Word file; {_AS_WORD}"
    if any(name in content for name in _SHEETS):
        return f"this is an old workbook; {_AS_SHEET}"
    return "this is an old Office file; save it as DOCX, XLSX or CSV"
