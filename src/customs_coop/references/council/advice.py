"""What to do about a text that is no number of a Council document."""

import re

from customs_coop.references.base import Pattern
from customs_coop.references.council.codes import STEMS, resembled_part

__all__ = ["way_out"]

_WORD = Pattern(
    r"[+,–—(\s-]{0,8}(?P<word>[A-Za-z]{1,24}(?:[/-][A-Za-z]{1,12})?)"
    r"[\s.-]{0,4}(?P<figure>[0-9]{1,4})(?![0-9])"
)
_ANNOUNCED = Pattern(r"\s{0,8}(?P<words>(?:council\s{1,4})?doc[a-z]{0,8}\b\.?)", re.IGNORECASE)
_LONG_YEAR = Pattern(r"(?P<revision>/[1-9][0-9]?)?/(?P<year>(?:19[5-9]|20[0-4])[0-9])(?![0-9])")
_PARTS = frozenset(("REV", "ADD", "COR"))


def way_out(text: str, start: int) -> str | None:
    """Tell how to mend a text that could not be read.

    Args:
        text: The text.
        start: Where the fault begins.

    Returns:
        The way out in words, or None where none is known.

    Example:
        >>> way_out("9874/11 REVV 2", 8)
        'did you mean REV 2?'
        >>> way_out("9874/11 enfocustom 63", 8)
        'subject codes are written in capitals: ENFOCUSTOM 63'
    """
    if (announced := _ANNOUNCED.match(text, start)) is not None:
        return f"strip {announced['words']!r}, or use find_references"
    if (long := _LONG_YEAR.match(text, start)) is not None:
        return (
            f"write the year as /{long['year'][2:]}, or put a series such as ST before the number"
        )
    match = _WORD.match(text, start)
    if match is None or match["word"] in _PARTS:
        return None
    word = match["word"].upper()
    if word in STEMS and not match["word"].isupper():
        return f"subject codes are written in capitals: {word} {match['figure']}"
    part = resembled_part(word)
    return None if part is None else f"did you mean {part} {match['figure']}?"
