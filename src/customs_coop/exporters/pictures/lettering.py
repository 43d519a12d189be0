"""Words for pictures: cleaned of what would upset a drawing, and cut to the room they have."""

import re
import unicodedata

from customs_coop.formats.characters import REPLACEMENT, replace_illegal

__all__ = ["ELLIPSIS", "fitted", "one_line", "room_for", "wrapped"]

ELLIPSIS = "\u2026"

# Controls that turn the direction of all that follows (Unicode, UAX #9): left open, they would
# turn other words of the picture too.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# The RIGHT-TO-LEFT MARK, which turns nothing but the signs beside it.
_TO_THE_LEFT = "\u200f"
# A longer text is cut before it is measured; no picture has room for more.
_LONGEST = 2000
_NARROW = frozenset("iljtfrI.,;:'|!()[]/\\ \u2019-")
_BROAD = frozenset("mwMW@%\u2014\u2026")


def one_line(text: str) -> str:
    r"""Make one line of a text, without controls.

    Args:
        text: Any text.

    Returns:
        The text with single blanks; U+FFFD stands where a character cannot be drawn or would turn
        the direction of what follows.

    Example:
        >>> one_line("seal\n  broken \u202egnorw")
        'seal broken \ufffdgnorw'
    """
    return _TURNING.sub(REPLACEMENT, replace_illegal(" ".join(text.split())))


def room_for(text: str, size: float) -> float:
    """Estimate how wide a text is in a sans-serif type.

    An estimate on the safe side: which type a viewer has is not known.

    Args:
        text: The text.
        size: The size of the type, in the unit of the result.

    Returns:
        The width.

    Example:
        >>> room_for("Wide", 10) > room_for("till", 10)
        True
    """
    return size * sum(map(_breadth, text))


def _breadth(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _BROAD:
        return 0.96
    if "a" <= character <= "z" or "0" <= character <= "9":
        return 0.56
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character) or character == _TO_THE_LEFT:
        return 0.0
    return 0.7


def fitted(text: str, width: float, size: float) -> str:
    """Cut a text to a width.

    Args:
        text: The text; it is made one line.
        width: The room that it has.
        size: The size of the type.

    Returns:
        The text, or its beginning with an ellipsis.

    Example:
        >>> fitted("Compare the legal bases", 60, 10)
        'Compare t…'
    """
    return wrapped(text, width, size, 1)[0]


def wrapped(text: str, width: float, size: float, lines: int) -> tuple[str, ...]:
    """Break a text into lines of a width; what is too much is cut.

    Args:
        text: The text.
        width: The room of a line.
        size: The size of the type.
        lines: How many lines there may be.

    Returns:
        At least one line; the last one ends with an ellipsis where something was cut.

    Example:
        >>> wrapped("Compare the legal bases of joint work", 80, 10, 2)
        ('Compare the', 'legal bases of…')
    """
    words = one_line(text[:_LONGEST]).split(" ")
    found: list[str] = []
    line = ""
    for number, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if room_for(longer, size) <= width:
            line = longer
            continue
        last = len(found) == lines - 1
        if last or not line:  # a word that is too long for a line is cut as well
            rest = " ".join(words[number:])
            return (*found, _cut(f"{line} {rest}" if line else rest, width, size))
        found.append(line)
        line = word
        if room_for(line, size) > width:
            return (*found, _cut(" ".join(words[number:]), width, size))
    return (*found, line)


def _cut(text: str, width: float, size: float) -> str:
    room = width - room_for(ELLIPSIS, size)
    used = 0.0
    for number, character in enumerate(text):
        used += size * _breadth(character)
        if used > room:
            return _open_ended(text[:number].rstrip())
    return _open_ended(text)


def _open_ended(text: str) -> str:
    """A text with an ellipsis where its reader gets to the end of it."""
    strong = (unicodedata.bidirectional(character) for character in reversed(text))
    last = next((way for way in strong if way in ("L", "R", "AL")), "L")
    # Of a text that runs to the left the end is there too; the mark has no width.
    return text + ELLIPSIS + ("" if last == "L" else _TO_THE_LEFT)
