"""A text as its reader sees it: without marks that have no width, with one kind of blank."""

import bisect
import re
from collections.abc import Sequence
from typing import Final

import attrs

from customs_coop.references.base import Pattern

__all__ = ["VisibleText", "visible_text"]

# What extraction from PDF and Word leaves between letters: joiners, marks of direction, the byte
# order mark.
_NO_WIDTH: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HIDDEN_MARKS: Final = ("\r", "\u00ad", *_NO_WIDTH)
# One class as the anchor, for an alternation would be tried at every letter.
_HIDDEN = Pattern(rf"[\r\u00ad{_NO_WIDTH}](?:(?<=\u00ad)\r?\n|(?<=[{_NO_WIDTH}])[{_NO_WIDTH}]+)?")

# One character for another, so that no place moves.
_REPLACED: Final = (
    *((blank, " ") for blank in "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f"),
    *((hyphen, "-") for hyphen in "\u2010\u2011"),
    *((stroke, "/") for stroke in "\u2044\u2215"),
    *((line_break, "\n") for line_break in "\v\x85\u2028"),
    # For `re` these are blanks, but what stands on two pages or in two fields is not one.
    *((parting, "\0") for parting in "\f\x1c\x1d\x1e\x1f\u2029"),
)


@attrs.frozen
class VisibleText:
    """A text from which characters are gone, and where they stood.

    Args:
        text: What is left.
        cuts: The places in `text` in front of which something is gone, in order.
        gone: How many characters are gone up to each of these places.
    """

    text: str
    cuts: Sequence[int] = ()
    gone: Sequence[int] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        r"""Give the place that a passage has in the source.

        Args:
            start: Where the passage begins in `text`.
            end: Where it ends in `text`, behind `start`.

        Returns:
            Start and end in the source; what is hidden at the edges is left out.

        Example:
            >>> visible_text("in Ac\u00adtion 3.6").source_span(3, 13)
            (3, 14)
        """
        if not self.cuts:
            return start, end
        return start + self._gone_before(start), end + self._gone_before(end - 1)

    def _gone_before(self, index: int) -> int:
        number = bisect.bisect_right(self.cuts, index)
        return self.gone[number - 1] if number else 0


def visible_text(text: str) -> VisibleText:
    r"""Take out of a text what its reader does not see.

    A soft hyphen goes only where it parts a word, with the line break behind it: between figures it
    may be all that is left of a printed hyphen. Line breaks become one character, other blanks
    become plain ones, and a page break becomes a character that is no blank.

    Args:
        text: Any text.

    Returns:
        The text, with the way back to the places of the source.

    Example:
        >>> visible_text("recom\u00admendation\u00a07\r\n").text
        'recommendation 7\n'
    """
    plain = text
    for old, new in _REPLACED:
        if old in plain:
            plain = plain.replace(old, new)
    if not any(mark in plain for mark in _HIDDEN_MARKS):
        return VisibleText(plain)
    pieces: list[str] = []
    cuts: list[int] = []
    gone: list[int] = []
    kept = total = 0
    for match in _HIDDEN.finditer(plain):
        start, end = match.span()
        if not _is_hidden(plain, match):
            continue
        pieces.append(plain[kept:start])
        cuts.append(start - total)
        total += end - start
        gone.append(total)
        kept = end
    pieces.append(plain[kept:])
    # A carriage return that is left is a line break of its own.
    return VisibleText("".join(pieces).replace("\r", "\n"), cuts, gone)


def _is_hidden(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    mark = match[0]
    if mark == "\r":
        return text.startswith("\n", end)
    if mark[0] == "\u00ad":
        return text[max(0, start - 1) : start].isalpha() and text[end : end + 1].isalpha()
    return True
