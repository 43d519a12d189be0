"""Lines of text for a terminal or a mail: how wide words are, and where a line is broken."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from customs_coop.formats.characters import REPLACEMENT, replace_illegal

__all__ = ["shown_width", "wrapped", "written_words"]

# What steers a terminal, or turns the direction of a line: of some of these a screen shows
# something else than what the file holds.
_STEERING: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# Blanks at which a line may be broken; the others hold a mark or a unit to its word.
_BLANKS: Final = re.compile(r"[^\S\xa0\u2007\u202f]+")
_WIDE: Final = ("W", "F")
_WITHOUT_WIDTH: Final = ("Mn", "Me", "Cf")


def written_words(text: str) -> str:
    r"""A text on one line, without what would steer a terminal: that is shown as U+FFFD.

    Example:
        >>> written_words("seal\x1b[31m\n broken\u202e")
        'seal\ufffd[31m broken\ufffd'
    """
    return _STEERING.sub(REPLACEMENT, replace_illegal(" ".join(_BLANKS.split(text)))).strip()


def shown_width(text: str) -> int:
    r"""How many columns of a terminal a text takes.

    Wide and full-width characters of East Asian scripts take two (UAX #11), combining ones and
    those without a shape none.

    Example:
        >>> shown_width("Zoll"), shown_width("税関"), shown_width("Ko\u0308ln")
        (4, 4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    # The vowels and final consonants of Hangul stand in the square of the first one.
    if unicodedata.category(character) in _WITHOUT_WIDTH or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def wrapped(text: str, width: int, *, first: str = "", further: str = "") -> Iterator[str]:
    """Break a text into lines; a word that no line can hold is broken, too.

    Args:
        text: The text; `written_words` is applied to it.
        width: The width of the lines, in columns.
        first: What stands before the first line.
        further: What stands before the others, most often blanks.

    Example:
        >>> for line in wrapped("Keep watch over the register", 14, first="1.1  ", further="     "):
        ...     print(line)
        1.1  Keep
             watch
             over the
             register
    """
    line, taken, begun = first, shown_width(first), False
    indent = shown_width(further)
    room = width - max(taken, indent)
    for word in _BLANKS.split(written_words(text)):
        for place, (piece, size) in enumerate(_pieces(word, room)):
            gap = " " if begun and place == 0 else ""
            if begun and taken + len(gap) + size > width:
                yield line.rstrip()
                line, taken, gap = further, indent, ""
            line, taken, begun = f"{line}{gap}{piece}", taken + len(gap) + size, True
    yield line.rstrip()


def _pieces(word: str, room: int) -> Iterator[tuple[str, int]]:
    """The parts of a word that fit, each with its width; no character is cut from its accents."""
    start, taken = 0, 0
    for place, character in enumerate(word):
        size = _width(character)
        if size and taken and taken + size > room:
            yield word[start:place], taken
            start, taken = place, 0
        taken += size
    if word:
        yield word[start:], taken
