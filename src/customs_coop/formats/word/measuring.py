"""How much room words take in a Word file, reckoned in whole numbers.

Which type a reader's machine has is not known. Arial is reckoned with, whose widths Helvetica
and Liberation Sans share; most types of running text are narrower.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.formats.cells import Paragraph, pieces_of
from customs_coop.formats.word.styles import CELL_MARGIN

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Lettering", "Measure", "lettering_of", "printed_text", "text_length", "words_of"]

# The widths of characters, in thousandths of the size of the type.
_WIDTHS: Final = {
    character: width
    for width, characters in (
        (222, "'ijl\u2018\u2019\u0131\u0142"),
        (278, " !,./:;I[\\]ft|\u00a0"),
        (340, '()-`r{}"\u201c\u201d\u2022\u00b9\u00b2\u00b3'),
        (500, "Jcksvxyz*^"),
        (556, "#$0123456789?L_abdeghnopqu\u2013\u20ac"),
        (611, "+<=>~FTZ\u00f8\u00df"),
        (667, "&ABEKPSVXY"),
        (722, "CDHNRUw"),
        (778, "GOQ\u00d8"),
        (889, "Mm%\u00e6"),
        (1015, "W@\u2014\u2026\u0153\u0152\u00c6"),
    )
    for character in characters
}
_OTHER: Final = 650  # Greek and Cyrillic, on an average
_FULL: Final = 1000
_WORD_MARGIN: Final = 115  # what Word has where nothing is said, in twentieths of a point
_BOLD: Final = 56  # more for each character
_LEFT_OVER: Final = 1500  # at the end of a line

# Types that need more room than Arial, by their names in lower case, in hundredths.
_BROAD: Final = {
    "verdana": 120,
    "dejavu sans": 120,
    "lucida sans unicode": 112,
    "century gothic": 112,
    "courier new": 120,
    "liberation mono": 120,
}

# What stands between two places where both Word and LibreOffice may end a line. No line ends at
# a slash in Word, nor at a blank that holds words together.
_WORD: Final = re.compile(
    "[^ \t\r\n\v\f\u2000-\u2006\u2008-\u200b\u2010\u2012-\u2014-]+[\u2010\u2012-\u2014-]*"
    "|[\u2010\u2012-\u2014-]+"
)


@attrs.frozen(kw_only=True)
class Lettering:
    """The letters in the cells of a table; margins in twentieths of a point.

    Args:
        size: The size of the type, in half points.
        breadth: The breadth of the type, in hundredths of that of Arial.
        margin: Between the words and the border of a cell.
        after: Between two paragraphs.
    """

    size: int = 18
    breadth: int = 100
    margin: int = CELL_MARGIN
    after: int = 60

    def room(self, length: int) -> int:
        """The width of a cell that holds a length of text in one line.

        Args:
            length: The length, in thousandths of the size of the type.

        Example:
            >>> Lettering().room(text_length("Priority"))
            769
        """
        # A hair more, for the border and for what programs round.
        return -(-length * self.size * self.breadth // 10_000) + 2 * self.margin + 2 * self.size

    def lines(self, length: int, width: int) -> int:
        """About how many lines a length of text needs in a cell of some width."""
        whole = (width - 2 * self.margin) * 10_000 // (self.size * self.breadth)
        # A line is rarely full: on an average, half a word is left over.
        return 1 if length <= whole else -(-length // max(whole - _LEFT_OVER, _FULL))

    @property
    def line(self) -> int:
        """The height of a line."""
        return self.size * 23 // 2


class Measure:
    """Lengths of texts, each reckoned once: the words of a plan come again and again."""

    def __init__(self) -> None:
        self._lengths = _Lengths()
        self._known: dict[tuple[str, bool], tuple[int, int]] = {}

    def of(self, text: str, *, bold: bool = False) -> tuple[int, int]:
        """The length of a text and that of its longest word, in thousandths of the type's size.

        Args:
            text: The text.
            bold: Whether it is bold.
        """
        known = self._known.get((text, bold))
        if known is None:
            known = self._known[text, bold] = self._reckoned(text, bold=bold)
        return known

    def _reckoned(self, text: str, *, bold: bool) -> tuple[int, int]:
        words = words_of(text)
        lengths = list(map(self._lengths.__getitem__, words))
        if bold:
            lengths = [
                length + _BOLD * len(word) for word, length in zip(words, lengths, strict=True)
            ]
        return sum(lengths) + _WIDTHS[" "] * len(words), max(lengths, default=0)


class _Lengths(dict[str, int]):
    def __missing__(self, word: str) -> int:
        length = self[word] = text_length(word)
        return length


def words_of(text: str) -> list[str]:
    r"""The parts of a text that stay in one line where they can.

    Example:
        >>> words_of("Co-operation with MS/COM, by\u00a02006")
        ['Co-', 'operation', 'with', 'MS/COM,', 'by\xa02006']
    """
    if text.isascii():  # ten times as fast
        return text.replace("-", "- ").split()
    return _WORD.findall(text)


def text_length(text: str) -> int:
    """The length of a text, in thousandths of the size of the type.

    Example:
        >>> text_length("till") < text_length("Wide")
        True
    """
    return sum(map(_breadth, text))


@functools.lru_cache(maxsize=4096)
def _breadth(character: str) -> int:
    if (known := _WIDTHS.get(character)) is not None:
        return known
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL
    base = unicodedata.normalize("NFD", character)[0]
    return _WIDTHS.get(base, _OTHER)


def printed_text(paragraph: Paragraph, *, bracketed: bool) -> str:
    """The words of a paragraph that are seen.

    Args:
        paragraph: The paragraph.
        bracketed: Whether what stands there only to be read back is printed, too.

    Example:
        >>> printed_text(Paragraph("Survey [No: 2]"), bracketed=False)
        'Survey'
    """
    if bracketed or "[" not in paragraph.text:
        return paragraph.text
    return "".join(piece.text for piece in pieces_of(paragraph) if piece.look != "hidden")


def lettering_of(document: "WordDocument") -> Lettering:
    """The letters that the cells of a document get from its styles.

    Args:
        document: The document, of our own or made of a template.
    """
    styles = document.styles.element
    defaults, normal = "w:docDefaults/*/", 'w:style[@w:styleId="Normal"]/'
    size = _number(styles.xpath(f"{normal}w:rPr/w:sz/@w:val|{defaults}w:rPr/w:sz/@w:val"))
    after = _number(
        styles.xpath(f"{normal}w:pPr/w:spacing/@w:after|{defaults}w:pPr/w:spacing/@w:after")
    )
    margins = styles.xpath(
        'w:style[@w:styleId="TableGrid" or @w:styleId="TableNormal"]'
        "/w:tblPr/w:tblCellMar/*[self::w:left or self::w:start]/@w:w"
    )
    letters = "w:rPr/w:rFonts/@w:ascii"
    fonts = styles.xpath(f"{normal}{letters}|{defaults}{letters}")
    return Lettering(
        # ISO/IEC 29500 has 10 points where nothing is said.
        size=min(max(size or 20, 8), 96),
        after=min(after or 0, 1000),
        margin=min(max(_numbers(margins), default=_WORD_MARGIN), 1000),
        breadth=_BROAD.get(fonts[-1].casefold(), 100) if fonts else 100,
    )


def _number(found: Iterable[str]) -> int | None:
    """The last number, as that of the style stands behind the defaults."""
    numbers = _numbers(found)
    return numbers[-1] if numbers else None


def _numbers(found: Iterable[str]) -> list[int]:
    return [int(one) for one in found if one.isdecimal() and one.isascii() and len(one) < 6]
