"""Looking into what an exporter gave: is it what its media type says, and what words are in it."""

import csv
import html
import io
import json
import re
import zipfile
from email.message import Message
from html.parser import HTMLParser
from typing import Final
from xml.etree import ElementTree as ET

__all__ = [
    "MEDIA_TYPE",
    "charset_of",
    "is_text",
    "kind_fault",
    "malformed",
    "shown_raw",
    "unsafe",
    "words_of",
]

MEDIA_TYPE: Final = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
    r"(?:\s{0,4};\s{0,4}[A-Za-z0-9!#$&^_.+-]{1,60}=(?:[A-Za-z0-9!#$&^_.+-]{1,90}|\"[^\"\\]{0,90}\"))"
    r"{0,9}"
)
"""A media type with its parameters, as RFC 6838 (section 4.2) and RFC 9110 (section 8.3.1) say."""

_BINARY: Final = ("application/octet-stream", "application/zip", "application/pdf")
_BINARY_STARTS: Final = ("application/vnd.openxml", "application/vnd.oasis.opendocument", "font/")
_PICTURES: Final = ("image/", "audio/", "video/")
_PAGES: Final = ("text/html", "application/xhtml+xml", "image/svg+xml")
# Of the hostile words, what would be markup where it stands as it is.
_MARKUP: Final = ("<script>kit()", "<b onclick='kit()'")
_RUNS: Final = re.compile(r"\s{0,9}(?:javascript\s{0,9}:\s{0,9})?kit\(\)", re.IGNORECASE)
# What steers a terminal or ends a line where nobody expects it; tab and line ends do no harm.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# How Python shows a value to a programmer.
_SHOWN: Final = re.compile(
    r"<class '|<[\w.]{1,60} object at 0x"
    r"|\b(?:Priority|Status|Role|LinkKind|Marking)\.[A-Z_]{2,30}\b"
    r"|\b(?:Code|By|During|Recurring|Relative|Undetermined|Involvement|Indicator|Link|ActionRef"
    r"|PlanRef|DocumentNumber)\((?:text|latest|earliest|party|kind|plan|number)="
    r"|\bdatetime\.date\("
)
_LINK: Final = "[h](javascript:kit())"
_ZIPPED: Final = b"PK\x03\x04"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().casefold()


def charset_of(media_type: str) -> str:
    """The character set that a media type names; UTF-8 where it names none."""
    message = Message()
    message["content-type"] = media_type
    return str(message.get_param("charset", "utf-8"))


def is_text(media_type: str) -> bool | None:
    """Whether a media type is one of text; None where its name does not tell."""
    essence = _essence(media_type)
    if essence.startswith("text/") or essence.endswith(("+xml", "+json")):
        return True
    if essence in ("application/json", "application/xml", "application/yaml", "application/toml"):
        return True
    if essence in _BINARY or essence.startswith((*_BINARY_STARTS, *_PICTURES)):
        return False
    return None


def kind_fault(content: str | bytes, media_type: str) -> str:
    """Why content is not what its media type says; empty where it is."""
    text = is_text(media_type)
    if isinstance(content, str):
        return _text_fault(content, media_type)
    if text is False and not content:
        return "the content is empty"
    if text:
        try:
            content.decode(charset_of(media_type))
        except (UnicodeDecodeError, LookupError) as error:
            return f"the bytes are not of the character set of {media_type}: {error}"
    return ""


def _text_fault(content: str, media_type: str) -> str:
    if is_text(media_type) is False:
        return f"text was given, and {media_type} is no text: give bytes"
    charset = charset_of(media_type).casefold().replace("_", "-")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        return f"text is written as UTF-8, and the media type says {charset}: give bytes"
    try:
        content.encode(charset)
    except UnicodeEncodeError as error:
        return f"the text is no {charset}: {error.reason} at {error.start}"
    return ""


def malformed(content: str | bytes, media_type: str) -> str:
    """What is wrong with the form of content whose form is known; empty where nothing is."""
    essence = _essence(media_type)
    if essence.endswith("+xml") or essence in ("application/xml", "text/xml"):
        try:
            ET.fromstring(content)  # noqa: S314 - what an exporter wrote in this process
        except (ET.ParseError, ValueError) as error:
            return f"it is not well-formed XML: {error}"
    if essence.endswith("+json") or essence == "application/json":
        try:
            json.loads(content)
        except ValueError as error:
            return f"it is no JSON: {error}"
    if isinstance(content, bytes) and content.startswith(_ZIPPED):
        return _torn(content)
    return ""


def _torn(content: bytes) -> str:
    """What is wrong with the parts of a zipped file, such as one of Word."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(archive.read(name))  # noqa: S314 - see above
    except (zipfile.BadZipFile, ET.ParseError, ValueError) as error:
        return f"its parts cannot be read: {error}"
    return ""


def unsafe(content: str | bytes, media_type: str) -> str:
    """What hostile words could do in content; empty where they are only words.

    In a page, in XML and in Markdown, markup among the words has to be escaped. In a table that a
    spreadsheet opens, no cell may begin as a formula does (OWASP, CSV injection).
    """
    essence = _essence(media_type)
    text = _decoded(content, media_type)
    if essence == "text/markdown":
        # A backslash before a mark makes it a letter (CommonMark 0.31, section 2.4).
        live = any(mark in text.replace(f"\\{mark}", "") for mark in (*_MARKUP, _LINK))
    else:
        live = essence in _PAGES and _runs(text)
    if live:
        return "markup among the words of the plan is markup of the file"
    control = _CONTROLS.search(text) if is_text(media_type) else None
    if control is not None:
        return f"the control character {control[0]!r} among the words stands in the file"
    if essence in ("text/csv", "text/tab-separated-values"):
        for row in csv.reader(io.StringIO(text, newline=""), _dialect(text, essence)):
            for cell in row:
                if cell.startswith(_FORMULA) and not _is_number(cell):
                    return f"a spreadsheet takes the cell {cell[:30]!r} for a formula"
    return ""


class _Running(HTMLParser):
    """Looks for what a browser would run of the hostile words."""

    def __init__(self) -> None:
        super().__init__()
        self.found = False
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        for name, value in attrs:
            # What asks a browser to do something: onclick and the like, and addresses.
            acts = name.startswith("on") or name in ("href", "src", "action", "formaction")
            if acts and _RUNS.match(value or ""):
                self.found = True

    def handle_data(self, data: str) -> None:
        if self._in_script and data.startswith("kit()"):
            self.found = True


def _runs(page: str) -> bool:
    parser = _Running()
    parser.feed(page)
    parser.close()
    return parser.found


def shown_raw(content: str | bytes, media_type: str) -> str:
    """A value that stands in content as Python shows it to programmers; empty without one."""
    words = words_of(content, media_type)
    found = None if words is None else _SHOWN.search(words)
    return "" if found is None else found[0]


def _dialect(text: str, essence: str) -> type[csv.Dialect]:
    first = text.partition("\n")[0]
    marks = "\t" if essence == "text/tab-separated-values" else max(",;\t|", key=first.count)

    class Found(csv.excel):
        delimiter = marks

    return Found


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _decoded(content: str | bytes, media_type: str) -> str:
    if isinstance(content, str):
        return content
    return content.decode(charset_of(media_type) if is_text(media_type) else "utf-8", "replace")


def words_of(content: str | bytes, media_type: str) -> str | None:
    """The words in content, without what breaks them; None where they cannot be looked for."""
    if isinstance(content, bytes) and content.startswith(_ZIPPED):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return html.unescape("\n".join(parts))
    if isinstance(content, bytes) and is_text(media_type) is not True:
        return None
    text = _decoded(content, media_type)
    # Lines of a calendar are folded after 75 octets (RFC 5545, section 3.1).
    return html.unescape(text.replace("\r\n ", "").replace("\r\n\t", ""))
