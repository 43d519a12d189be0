"""What a decisions file may not hold, so that the parser of TOML is done with it in time."""

import re
from typing import Final

from customs_coop.references.base import Pattern

__all__ = ["MOST_PARTS", "long_key_line"]

MOST_PARTS: Final = 20
"""The most parts of one key; the parser takes time with the square of their number."""

_SIGN: Final = Pattern(r"#[^\n]*|\"\"\"|'''|[\"'.=\n,{}\[\]]")
_STEP: Final = Pattern(r'\\.|"""', re.DOTALL)
_ONE_LINE: Final = Pattern(r'(?:[^"\\\n]|\\.)*+"')


def long_key_line(text: str) -> int | None:
    r"""The line of the first key with more parts than any key that has a meaning.

    Dots are counted from one sign of TOML to the next, outside of texts, comments and plain
    values. Where a text is not closed, nothing is looked for behind it: the parser goes no
    further either.

    Args:
        text: What may be TOML.

    Returns:
        The line, counted from 1, or None.

    Example:
        >>> long_key_line("a = 1\n" + "b." * 50 + 'c = "d"'), long_key_line('a = "' + "b." * 50)
        (2, None)
    """
    at = dots = 0
    line = 1
    in_value = False
    while (sign := _SIGN.search(text, at)) is not None:
        at = sign.end()
        mark = sign[0]
        if mark == ".":
            dots += not in_value
            if dots >= MOST_PARTS:
                return line
        elif mark[0] in "\"'":
            end = _end_of_text(text, at, mark)
            if end < 0:
                return None
            line += text.count("\n", at, end)
            at = end
        elif mark[0] != "#":
            dots = 0
            in_value = mark == "="
            line += mark == "\n"
    return None


def _end_of_text(text: str, at: int, mark: str) -> int:
    """Where a text ends that such a mark opened; -1 where it does not."""
    if mark == '"':
        line = _ONE_LINE.match(text, at)
        return -1 if line is None else line.end()
    if mark == '"""':
        end = next((one.end() for one in _STEP.finditer(text, at) if one[0] == mark), -1)
    else:
        found = text.find(mark, at)
        end = -1 if found < 0 else found + len(mark)
    if mark == "'":
        return -1 if "\n" in text[at:end] else end
    if end < 0:
        return -1
    # Up to two quotation marks may stand right before those that end a long text.
    more = len(mark) - 1
    return end + next((n for n in range(more) if not text.startswith(mark[0], end + n)), more)
