"""Two columns whose lines alternate in the text, pulled apart again.

A text flow gives the lines of a page from top to bottom. Where two cells of a row are centred
beside each other, with their lines half a line apart, the lines of both alternate; where they
are level, one line holds both. The longer cell then begins above the shorter one and ends below
it by the same number of lines. The shorter one here has the code on its top.
"""

import statistics

import attrs

from customs_coop.readers.text.excerpts import Excerpt

__all__ = ["TwoColumns", "pull_apart"]

_LEVEL = 1.5  # a line so much longer than the middle one holds two cells


@attrs.frozen
class TwoColumns:
    """The two columns of an interleaved block.

    Args:
        code: The line with the code.
        title: The lines below the code, in the same cell.
        beside: The lines of the cell beside it.
    """

    code: Excerpt
    title: tuple[Excerpt, ...]
    beside: tuple[Excerpt, ...]


def pull_apart(lines: tuple[Excerpt, ...], code_at: int, evidence: str) -> TwoColumns:
    """Pull the lines of two cells apart.

    Args:
        lines: The lines of the block.
        code_at: Which of them is the code; those above it belong to the cell beside.
        evidence: Other text of the same action, which may repeat the words of a level line and
            so tell where the one cell ends.

    Returns:
        The two cells.

    Example:
        >>> text = "Comparing the|legal bases of|5.1|To find the|mutual aid|best way|in the|Union"
        >>> found = pull_apart(tuple(Excerpt.of(line) for line in text.split("|")), 2, "")
        >>> [line.text for line in found.title], [line.text for line in found.beside][-2:]
        (['To find the', 'best way'], ['in the', 'Union'])
    """
    above = lines[:code_at]
    below = lines[code_at + 1 :]
    tail = min(len(above), max(0, len(below) - 1))
    middle = below[: len(below) - tail]
    lengths = [len(line) for number, line in enumerate(lines) if number != code_at]
    limit = _LEVEL * statistics.median(lengths) if lengths else 0
    width = max((length for length in lengths if length <= limit), default=0)
    title: list[Excerpt] = []
    beside: list[Excerpt] = list(above)
    title_is_next = True
    for line in middle:
        cut = _cut(line, width, evidence) if len(line) > limit else None
        if cut is not None:
            title.append(line.cut(0, cut))
            beside.append(line.cut(cut + 1))
            title_is_next = True
        else:
            (title if title_is_next else beside).append(line)
            title_is_next = not title_is_next
    beside.extend(below[len(below) - tail :] if tail else ())
    return TwoColumns(lines[code_at], tuple(title), tuple(beside))


def _cut(line: Excerpt, width: int, evidence: str) -> int | None:
    """Where a line with two cells is cut: both parts fit, and stand elsewhere if possible."""
    known = " ".join(evidence.casefold().split())
    best: tuple[tuple[int, int], int] | None = None
    for index, character in enumerate(line.text):
        if character != " ":
            continue
        left, right = line.text[:index].casefold(), line.text[index + 1 :].casefold()
        if len(left) > width or len(right) > width or not left or not right:
            continue
        score = (known.count(left) > 0) + (known.count(right) > 0)
        key = (score, -abs(len(left) - len(right)))
        if best is None or key > best[0]:
            best = (key, index)
    return best[1] if best else None
