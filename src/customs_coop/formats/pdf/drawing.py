"""The pages of a PDF file as pdfplumber draws them, with what is drawn counted.

Only `reading` imports this module, and late: pdfplumber is an extra.
"""

from collections.abc import Iterator
from typing import Any

from pdfminer.layout import LTChar, LTItem, LTPage
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, list_value, resolve1, stream_value
from pdfminer.psparser import PSEOF, PSKeyword, PSLiteral, keyword_name
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from customs_coop.formats.pdf.document import BoundedDocument, Spent, number, page_attributes
from customs_coop.formats.pdf.fonts import plain_map, plain_widths
from customs_coop.formats.pdf.streams import too_much

__all__ = ["MOST_PAGES", "UNREAD", "open_pages"]

MOST_PAGES = 1000
"""The most pages that are read."""
UNREAD = "\ufffd"
"""What stands for a character that the file does not tell."""

_MOST_GLYPHS = 40_000  # on one page; small print fills one with 20 000
_MOST_GLYPHS_IN_ALL = 1_000_000
_MOST_PATHS = 30_000  # on one page
_MOST_FORMS = 5000  # drawings in drawings, on one page
_DEEPEST_FORM = 20
_MOST_FONTS = 5000
_MOST_ARGUMENTS = 200  # of one operator


class _Fonts(PDFResourceManager):
    """Fonts without the parts that could grow."""

    def __init__(self, spent: Spent) -> None:
        super().__init__()
        self.spent = spent

    def get_font(self, objid: object, spec: Any) -> PDFFont:  # a dictionary of the file
        if not (objid and objid in self._cached_fonts):
            self.spent.fonts += 1
            if self.spent.fonts > _MOST_FONTS:
                raise too_much(f"has more than {_MOST_FONTS} fonts")
            spec = self._plain(spec)
        return super().get_font(objid, spec)

    def _plain(self, spec: dict[str, Any]) -> dict[str, Any]:
        plain = {key: value for key, value in spec.items() if key != "W2"}
        to_unicode = resolve1(spec.get("ToUnicode"))
        if isinstance(to_unicode, PDFStream):
            plain["ToUnicode"] = PDFStream({}, plain_map(to_unicode.get_data()))
        if "W" in spec:
            plain["W"] = plain_widths([resolve1(value) for value in list_value(spec["W"])])
        if "Widths" in spec:
            plain["Widths"] = [number(width) for width in list_value(spec["Widths"])[:0x10000]]
        if "FontMatrix" in spec:
            plain["FontMatrix"] = [number(value) for value in list_value(spec["FontMatrix"])[:6]]
        if "FontBBox" in spec:
            plain["FontBBox"] = [number(value) for value in list_value(spec["FontBBox"])[:4]]
        descriptor = resolve1(spec.get("FontDescriptor"))
        if isinstance(descriptor, dict):
            # The program of a TrueType font is only asked where the map of characters is missing.
            kept = {key: value for key, value in descriptor.items() if key != "FontFile2"}
            if "FontBBox" in kept:
                kept["FontBBox"] = [number(value) for value in list_value(kept["FontBBox"])[:4]]
            plain["FontDescriptor"] = kept
        return plain


class _Device(PDFPageAggregatorWithMarkedContent):
    """Collects what is drawn, and counts it."""

    spent: Spent

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:  # not needed here
        pass

    def render_char(self, *args: Any, **kwargs: Any) -> float:  # as pdfplumber has it
        self.spent.glyphs += 1
        self.spent.page_glyphs += 1
        if self.spent.page_glyphs > _MOST_GLYPHS:
            raise too_much(f"has a page with more than {_MOST_GLYPHS} characters")
        if self.spent.glyphs > _MOST_GLYPHS_IN_ALL:
            raise too_much(f"has more than {_MOST_GLYPHS_IN_ALL} characters")
        return super().render_char(*args, **kwargs)

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        return UNREAD

    def render_image(self, *args: Any, **kwargs: Any) -> None:
        self._count(1)
        super().render_image(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        self._count(max(1, len(args[4]) // 5) if len(args) > 4 else 1)
        super().paint_path(*args, **kwargs)

    def _count(self, paths: int) -> None:
        self.spent.page_paths += paths
        if self.spent.page_paths > _MOST_PATHS:
            raise too_much(f"has a page with more than {_MOST_PATHS} lines or pictures")


class _Content(PDFContentParser):
    """What draws a page; the data of a picture within is skipped in one go."""

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        self.seek(pos)
        file = self.fp
        if file is None:
            return pos, b""
        data = file.read()
        end = data.find(target)
        while end > 0 and not (data[end - 1 : end].isspace() and _ends(data, end + len(target))):
            if target != b"EI":
                break
            end = data.find(target, end + 1)
        if end < 0:
            end = len(data)
        # The parser goes on behind the end of the data.
        file.seek(pos + min(len(data), end + len(target)))
        self.bufpos, self.buf, self.charpos = file.tell(), b"", 0
        return pos, data[:end]


def _ends(data: bytes, place: int) -> bool:
    return place >= len(data) or data[place : place + 1].isspace()


class _Drawing(PDFPageInterpreter):
    """Draws a page, and counts what that takes."""

    device: _Device

    def push(self, obj: Any) -> None:  # any object of the file
        if len(self.argstack) < _MOST_ARGUMENTS:
            super().push(obj)

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802 - the operator is called so
        spent = self.device.spent
        spent.page_forms += 1
        if spent.page_forms > _MOST_FORMS or len(self.parent_stream_ids) > _DEEPEST_FORM:
            raise too_much("has a page with too many drawings in one another")
        super().do_Do(xobjid_arg)

    def execute(self, streams: Any) -> None:  # as pdfminer has it, with counted content
        sound = []
        self.stream_ids.clear()
        for one in streams:
            stream = stream_value(one)
            if stream.objid is not None:
                if stream.objid in self.parent_stream_ids:
                    continue
                self.stream_ids.add(stream.objid)
            self.device.spent.draw(len(stream.get_data()))
            sound.append(stream)
        if not sound:
            return
        parser = _Content(sound)
        while True:
            try:
                _, found = parser.nextobject()
            except PSEOF:
                return
            if isinstance(found, PSKeyword):
                self._operate(keyword_name(found))
            else:
                self.push(found)

    def _operate(self, name: object) -> None:
        word = str(name).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        operator = getattr(self, f"do_{word}", None)
        if operator is None:
            return
        count = operator.__code__.co_argcount - 1
        if not count:
            operator()
        elif len(arguments := self.pop(count)) == count:
            operator(*arguments)


class _Page(Page):
    """A page that is drawn with counts."""

    pdf: "_File"

    @property
    def layout(self) -> LTPage:
        if not hasattr(self, "_layout"):
            device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=None)
            device.spent = self.pdf.spent
            device.spent.begin_page()
            _Drawing(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout

    def process_object(self, obj: LTItem) -> dict[str, Any]:  # as pdfplumber has objects
        if not isinstance(obj, LTChar):
            return super().process_object(obj)
        # A page has thousands of characters, and pdfplumber looks for references to other objects
        # in all that it knows of each: that takes longer than to draw the page.
        left, upper = self.mediabox[0], self.mediabox[1] + self.height
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "fontname": obj.fontname,
            "matrix": obj.matrix,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": upper - obj.y1,
            "bottom": upper - obj.y0,
        }


class _File(PDF):
    """An open file; the constructor of pdfplumber would unpack without bounds."""

    def __init__(self, content: bytes) -> None:
        self.spent = Spent()
        self.laparams = None
        self.unicode_norm = None
        self.raise_unicode_errors = False
        self.doc = BoundedDocument(content, self.spent)
        self.rsrcmgr = _Fonts(self.spent)


def open_pages(content: bytes) -> Iterator[Page]:
    """Open a PDF file and draw one page after the other.

    Args:
        content: The bytes of the file.

    Yields:
        Its pages, as pdfplumber has them.

    Raises:
        RefusedFileError: The file asks for more than any document of this kind.
        Exception: Whatever pdfminer raises for a file that is not sound.
    """
    file = _File(content)
    for place, attributes in enumerate(page_attributes(file.doc), 1):
        if place > MOST_PAGES:
            raise too_much(f"has more than {MOST_PAGES} pages")
        yield _Page(file, PDFPage(file.doc, place, attributes, None), page_number=place)
