"""What our tables remember of their words: a fingerprint in the file, and one at each row.

The fingerprint of all words stands in the custom properties, that of a row in the name of the
bookmark at its beginning. Word and LibreOffice keep both; content controls they do not keep. So a
file that came back tells whether somebody changed it, and in which rows.
"""

import hashlib
import html
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.pages.content import Remark
from customs_coop.formats.word.parts import walk

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["bookmark", "read_seal", "sealed_remark", "write_seal"]

_WORDS: Final = "customs_coop.words"
_ROWS: Final = "customs_coop.rows"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_PROPERTIES: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
# The set that holds the properties which users name, as [MS-OLEPS] has it.
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_BOOKMARK: Final = re.compile(r"cc[0-9]{1,6}_(?P<check>[0-9a-f]{8})_(?P<code>\w{0,23})")
_NOT_NAME: Final = re.compile(r"[^A-Za-z0-9]+")
_TEXT: Final = re.compile(r"<w:t[^>]*>([^<]*)</w:t>")
_NAMED: Final = 5  # rows that a message names


def _check(pieces: Sequence[str]) -> str:
    return f"{zlib.crc32(''.join(''.join(pieces).split()).encode()):08x}"


def bookmark(number: int, code: str, rows: Sequence[str]) -> str:
    """The bookmark at the beginning of a row: its name holds the fingerprint of the words.

    Args:
        number: The position of the row among all, from 0.
        code: The code of the action.
        rows: The XML of the row and of the boxes below it.
    """
    found = [text for row in rows for text in _TEXT.findall(replace_illegal(row))]
    words = [html.unescape(text) if "&" in text else text for text in found]
    # Word takes names of at most 40 characters, which begin with a letter.
    name = f"cc{number}_{_check(words)}_{_NOT_NAME.sub('_', code)[:23]}"
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def write_seal(document: "WordDocument", rows: int) -> None:
    """Write the fingerprint of the words of a document into its properties.

    Args:
        document: The document, with all that belongs to it.
        rows: How many rows bear a bookmark.
    """
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml.ns import qn

    texts = [element.text or "" for element in document.element.body.iter(qn("w:t"))]
    package = document.part.package
    assert package is not None  # noqa: S101 - for type checkers; a new document has a package
    wanted = {_WORDS: _digest(texts), _ROWS: str(rows)}
    for identity, relation in list(package.rels.items()):
        if relation.reltype == _RELATION:
            wanted = {**_Properties.of(relation.target_part.blob), **wanted}
            del package.rels[identity]
    members = "".join(
        f'<property fmtid="{_FORMAT}" pid="{place}" name="{html.escape(name)}">'
        f"<vt:lpwstr>{html.escape(value, quote=False)}</vt:lpwstr></property>"
        for place, (name, value) in enumerate(wanted.items(), start=2)
    )
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n{_PROPERTIES}{members}</Properties>'
    part = Part(PackURI("/docProps/custom.xml"), _TYPES, content.encode(), package)
    package.relate_to(part, _RELATION)


def _digest(texts: Sequence[str]) -> str:
    return hashlib.sha256("".join("".join(texts).split()).encode()).hexdigest()[:32]


class _Properties:
    """The custom properties of a file, as text."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    @classmethod
    def of(cls, content: bytes) -> Mapping[str, str]:
        found = cls()
        walk(content, "custom properties", found)
        return found.values

    def start(self, _name: str, values: Mapping[str, str]) -> None:
        if "name" in values and "pid" in values:
            self._name = values["name"]
            self.values[self._name] = ""

    def end(self, _name: str) -> None:
        pass

    def text(self, text: str) -> None:
        if self._name:
            self.values[self._name] += text.strip()


def read_seal(content: bytes) -> Mapping[str, str]:
    """The properties of ours in the custom properties of a file; none where it is not ours.

    Args:
        content: The part with the custom properties; may be empty.

    Raises:
        RefusedFileError: The part is not sound.
    """
    if _WORDS.encode() not in content:
        return {}
    values = _Properties.of(content)
    return {name: values[name] for name in (_WORDS, _ROWS) if name in values}


@attrs.define
class _Rows:
    """The words of a document, and those of each row that has a bookmark of ours."""

    texts: list[str] = attrs.Factory(list)
    rows: dict[str, list[str]] = attrs.Factory(dict)
    _row: list[str] | None = None
    _open: bool = False

    def start(self, name: str, values: Mapping[str, str]) -> None:
        self._open = name == "t"
        if name == "bookmarkStart":
            mark = values.get("name", "")
            if _BOOKMARK.fullmatch(mark) and mark not in self.rows:
                self._row = self.rows[mark] = []

    def end(self, name: str) -> None:
        self._open = False
        if name == "tbl":
            self._row = None

    def text(self, text: str) -> None:
        if self._open:
            self.texts.append(text)
            if self._row is not None:
                self._row.append(text)


def sealed_remark(document: bytes, properties: Mapping[str, str]) -> Remark:
    """What can be told of a file of ours that came back.

    Args:
        document: The part with the body.
        properties: What `read_seal` found.

    Raises:
        RefusedFileError: The part is not sound.
    """
    found = _Rows()
    walk(document, "document", found)
    if _digest(found.texts) == properties[_WORDS]:
        return Remark("CC176", "no word of the table was changed since it was written")
    return Remark("CC176", "; ".join(_changes(found, properties.get(_ROWS, ""))))


def _changes(found: _Rows, rows: str) -> Iterator[str]:
    matches = ((_BOOKMARK.fullmatch(mark), texts) for mark, texts in found.rows.items())
    codes = [
        match["code"].strip("_").replace("_", ".")
        for match, texts in matches
        if match is not None and match["check"] != _check(texts)
    ]
    if codes:
        named = ", ".join(codes[:_NAMED])
        more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
        what = "row" if len(codes) == 1 else "rows"
        yield f"words were changed since the table was written, in the {what} {named}{more}"
    else:
        yield "words were changed since the table was written, in no row that it still knows"
    gone = int(rows) - len(found.rows) if rows.isdecimal() and len(rows) < 9 else 0
    if gone > 0:
        yield f"{gone} of {rows} rows are gone, or have lost their bookmark"
