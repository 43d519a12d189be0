"""The objects of a PDF file from anywhere, with bounds on every step that a file could multiply.

pdfminer, on which pdfplumber stands, unpacks streams at once and follows whatever a file says.
Here each stream is unpacked with a bound, tables of objects are read once, and the tree of pages
is walked once. Only `drawing` imports this module.
"""

import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import attrs
from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef, PDFXRefStream
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword, literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from customs_coop.formats.pdf.streams import LARGEST_STREAM, damaged, too_much, unpack

__all__ = ["BoundedDocument", "Spent", "number", "page_attributes"]

_MOST_NODES = 20_000  # of the tree of pages
_MOST_STEPS = 2_500_000  # tokens and lines of the file itself
_MOST_LOOKUPS = 1_000_000
_MOST_TABLES = 64  # of cross-references; each saving adds one
_MOST_RANGES = 1000  # of objects that such tables name
_MOST_OBJECT_STREAMS = 24 * 1024 * 1024  # bytes in all, unpacked
_MOST_UNPACKED = 256 * 1024 * 1024  # bytes in all
_LONGEST_PAGE = 4 * 1024 * 1024  # bytes that draw one page
_LONGEST_CONTENT = 24 * 1024 * 1024  # bytes that draw all pages
_MOST_FILTERS = 6
_WIDEST_ROW = 100_000  # bytes of a row that a predictor works on


@attrs.define
class Spent:
    """What reading a file has cost so far, in steps, bytes and drawn things."""

    steps: int = 0
    lookups: int = 0
    raw: int = 0
    unpacked: int = 0
    objects: int = 0
    content: int = 0
    glyphs: int = 0
    fonts: int = 0
    page_content: int = 0
    page_glyphs: int = 0
    page_paths: int = 0
    page_forms: int = 0

    def begin_page(self) -> None:
        """Forget what the page before has cost."""
        self.page_content = self.page_glyphs = self.page_paths = self.page_forms = 0

    def step(self) -> None:
        """Count one token, line or object of the file.

        Raises:
            RefusedFileError: There are too many.
        """
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise too_much("holds more objects than any document of this kind")

    def draw(self, size: int) -> None:
        """Count the bytes that draw a page, or a part of it.

        Raises:
            RefusedFileError: There are too many.
        """
        self.content += size
        self.page_content += size
        if self.page_content > _LONGEST_PAGE or self.content > _LONGEST_CONTENT:
            raise too_much("draws more than any document of this kind")


class _Stream(PDFStream):
    """A stream that is unpacked with a bound."""

    spent: Spent

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        filters = self.get_filters()
        if len(filters) > _MOST_FILTERS:
            raise too_much(f"has a stream that was packed more than {_MOST_FILTERS} times")
        for name, parameters in filters:
            data = unpack(data, literal_name(name), LARGEST_STREAM)
            self.spent.unpacked += len(data)
            if self.spent.unpacked > _MOST_UNPACKED:
                raise too_much("would unpack to more than any document of this kind")
            if isinstance(parameters, dict) and data:
                data = _unpredicted(data, parameters)
        if literal_name(self.attrs.get("Type", "")) in ("ObjStm", "XRef"):
            self.spent.objects += len(data)
            if self.spent.objects > _MOST_OBJECT_STREAMS:
                raise too_much("holds more objects than any document of this kind")
        self.data = data
        self.rawdata = None


def _unpredicted(data: bytes, parameters: dict[str, object]) -> bytes:
    """Rows that were stored as differences, as they were before."""
    predictor = _whole(parameters.get("Predictor"), 1)
    colours = _whole(parameters.get("Colors"), 1)
    columns = _whole(parameters.get("Columns"), 1)
    bits = _whole(parameters.get("BitsPerComponent"), 8)
    if predictor < 2:
        return data
    if not (0 < colours <= 32 and 0 < bits <= 16 and 0 < columns * colours <= _WIDEST_ROW):
        raise damaged("a stream names rows that cannot be")
    if predictor == 2:
        return apply_tiff_predictor(colours, columns, bits, data)
    return apply_png_predictor(predictor, colours, columns, bits, data)


def _whole(value: object, otherwise: int) -> int:
    found = resolve1(value)
    return found if isinstance(found, int) else otherwise


class _Parser(PDFParser):
    """A parser of the file whose steps are counted, and whose streams have bounds."""

    BUFSIZ = 16384

    def __init__(self, content: bytes, spent: Spent) -> None:
        self.spent = spent
        self.size = len(content)
        super().__init__(BytesIO(content))

    def nexttoken(self) -> Any:  # the kinds of token are pdfminer's
        self.spent.step()
        return super().nexttoken()

    def nextline(self) -> tuple[int, bytes]:
        self.spent.step()
        return super().nextline()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        is_stream = token is self.KEYWORD_STREAM
        if is_stream and self.curstack:
            head: Any = self.pop(1)[0]  # any object of the file, with its place
            is_head = isinstance(head[1], dict)
            length = _whole(head[1].get("Length"), 0) if is_head else 0
            self.spent.raw += max(0, min(length, self.size))
            if length < 0 or self.spent.raw > 4 * self.size + LARGEST_STREAM:
                raise damaged("the lengths of its parts cannot be")
            # The length may stand elsewhere in the file, and looking there forgets the place.
            self.seek(pos)
            self.push(head)
        super().do_keyword(pos, token)
        found: Any = self.curstack[-1] if is_stream and self.curstack else (0, None)  # as above
        if isinstance(found[1], PDFStream):
            place, stream = found
            bounded = _Stream(stream.attrs, stream.rawdata or b"", stream.decipher)
            bounded.spent = self.spent
            self.curstack[-1] = (place, bounded)


class BoundedDocument(PDFDocument):
    """A document that finds its objects without running in circles."""

    def __init__(self, content: bytes, spent: Spent) -> None:
        self.content = content
        self.spent = spent
        self.tables: set[int] = set()
        super().__init__(_Parser(content, spent))

    def find_xref(self, parser: PDFParser) -> int:
        found = self.content.rfind(b"startxref")
        words = self.content[found + 9 : found + 80].split()
        if found < 0 or not words or not words[0].isdigit() or len(words[0]) > 10:
            raise PDFNoValidXRef("there is no place of a table")
        return int(words[0])

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: Any) -> None:  # as above
        if start in self.tables:
            return
        self.tables.add(start)
        if len(self.tables) > _MOST_TABLES:
            raise damaged("its tables of objects run in a circle")
        super().read_xref_from(parser, start, xrefs)
        streams = [table for table in xrefs if isinstance(table, PDFXRefStream)]
        if sum(len(table.ranges) for table in streams) > _MOST_RANGES:
            raise damaged("its tables of objects cannot be")

    def getobj(self, objid: int) -> object:
        self.spent.lookups += 1
        if self.spent.lookups > _MOST_LOOKUPS:
            raise damaged("its objects run in a circle")
        if objid not in self._cached_objs:
            self.spent.step()
        return super().getobj(objid)


def number(value: object) -> float:
    """A number of the file, 0 for anything else."""
    found = resolve1(value)
    return found if isinstance(found, int | float) and math.isfinite(found) else 0


def page_attributes(document: PDFDocument) -> Iterator[dict[str, object]]:
    """What each page says of itself, with what it takes from the nodes above it.

    Args:
        document: The document.

    Yields:
        The attributes of one page after the other, resolved.

    Raises:
        RefusedFileError: The tree of pages is larger than any of a document of this kind.
    """
    waiting: list[tuple[object, dict[str, object]]] = [(document.catalog.get("Pages"), {})]
    seen: set[int] = set()
    count = 0
    while waiting:
        reference, above = waiting.pop()
        count += 1
        objid = getattr(reference, "objid", None)
        if count > _MOST_NODES:
            raise too_much("has a tree of pages without end")
        if objid in seen:
            continue
        if objid is not None:
            seen.add(objid)
        node = resolve1(reference)
        if not isinstance(node, dict):
            continue
        own = above | {
            key: node[key] for key in ("Resources", "MediaBox", "CropBox", "Rotate") if key in node
        }
        kids = resolve1(node.get("Kids"))
        if isinstance(kids, list):
            if len(kids) > _MOST_NODES:
                raise too_much("has a tree of pages without end")
            waiting += [(kid, own) for kid in reversed(kids)]
        elif "Contents" in node or literal_name(node.get("Type", "")) == "Page":
            yield _plain_page(own | {"Contents": node.get("Contents")})


def _plain_page(page: dict[str, object]) -> dict[str, object]:
    """The attributes of a page that are needed, resolved."""
    box = _box(page.get("MediaBox")) or [0, 0, 595, 842]
    contents = resolve1(page.get("Contents"))
    streams = contents if isinstance(contents, list) else [contents]
    return {
        "MediaBox": box,
        "CropBox": _box(page.get("CropBox")) or box,
        "Rotate": round(_whole(page.get("Rotate"), 0) / 90) * 90 % 360,
        "Resources": resolve1(page.get("Resources")) or {},
        "Contents": [one for one in streams if isinstance(resolve1(one), PDFStream)],
    }


def _box(value: object) -> list[float] | None:
    found = resolve1(value)
    if not isinstance(found, list) or len(found) != 4:
        return None
    x0, y0, x1, y1 = (number(one) for one in found)
    return [x0, y0, x1, y1] if x0 != x1 and y0 != y1 else None
