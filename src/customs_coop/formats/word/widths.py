"""The widths of the columns of a table, by what stands in them.

No column is narrower than its longest word, and none wider than what it holds; what lies between
is shared by the amount of text. All is reckoned in whole numbers, so that the same table has the
same widths everywhere.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from customs_coop.formats.word.measuring import Lettering, Measure

__all__ = ["ColumnNeed", "column_needs", "share_width"]

# A word may not claim more than this part of the table, and of few columns about twice the part
# that each has: else one long address would squeeze all other columns.
_LARGEST_PART: Final = 4


@attrs.frozen(kw_only=True)
class ColumnNeed:
    """What one column needs, in twentieths of a point.

    Args:
        least: The width of its longest word.
        most: The width at which each paragraph stands in one line.
        share: How much text it holds; only the proportion to other columns matters.
    """

    least: int
    most: int
    share: int


def column_needs(
    headings: Sequence[str],
    rows: Iterable[Sequence[Sequence[str]]],
    lettering: Lettering,
    measure: Measure | None = None,
    *,
    bold: bool = False,
) -> tuple[ColumnNeed, ...]:
    """What the columns of a table need.

    Args:
        headings: The headings of the columns, which are bold; they may take several lines.
        rows: The paragraphs of each cell of each row, as they are seen.
        lettering: The letters of the cells.
        measure: The lengths of words, where some are known already.
        bold: Whether words in the rows may be bold.

    Returns:
        The need of each column.

    Example:
        >>> code, title, times = column_needs(
        ...     ["No", "Action", "Deadlines"], [[["1"], ["Compare the forms"], []]], Lettering()
        ... )
        >>> code.most < times.most < title.most
        True
        >>> times.least == times.most
        True
    """
    measure = Measure() if measure is None else measure
    heads = [measure.of(heading, bold=True) for heading in headings]
    least = [longest for _, longest in heads]
    most = [longest for _, longest in heads]
    amounts = [whole for whole, _ in heads]
    for row in rows:
        for place, cell in enumerate(row):
            for text in cell:
                whole, longest = measure.of(text, bold=bold)
                least[place] = max(least[place], longest)
                most[place] = max(most[place], whole)
                amounts[place] += whole
    return tuple(
        ColumnNeed(
            least=lettering.room(least[place]),
            most=lettering.room(most[place]),
            # The height of a table is the least where widths go by the roots of the amounts.
            share=math.isqrt(amounts[place]),
        )
        for place in range(len(headings))
    )


def share_width(needs: Sequence[ColumnNeed], width: int) -> tuple[int, ...]:
    """Share the width of a table among its columns.

    Where not even the longest words have room, all columns give way in the same proportion, by
    what they are wider than the narrowest one, which mostly holds the codes.
    Where there is more room than words, it is shared by the amount of text.

    Args:
        needs: What each column needs; at least one.
        width: The width of the table, in twentieths of a point.

    Returns:
        The width of each column; together they are the width of the table.

    Example:
        >>> code = ColumnNeed(least=500, most=500, share=10)
        >>> title = ColumnNeed(least=900, most=9000, share=60)
        >>> indicators = ColumnNeed(least=900, most=9000, share=90)
        >>> share_width([code, title, indicators], 10_500)
        (500, 4000, 6000)
        >>> share_width([code, title, indicators], 1700)
        (500, 600, 600)
        >>> share_width([code, title, indicators], 1000)
        (333, 333, 334)
    """
    part = max(width // _LARGEST_PART, 2 * width // (len(needs) + 1))
    least = [min(need.least, part) for need in needs]
    most = [max(need.most, low) for need, low in zip(needs, least, strict=True)]
    shares = [max(need.share, 1) for need in needs]
    if sum(least) > width:
        return _filled(_shrunk(least, width), shares, width)
    if sum(most) <= width:
        rest, whole = width - sum(most), sum(shares)
        wide = [high + rest * share // whole for high, share in zip(most, shares, strict=True)]
        return _filled(wide, shares, width)

    def shared(measure: int) -> list[int]:
        # In steps of a thousandth, so that what is left over is small.
        return [
            min(max(measure * share // 1000, low), high)
            for low, high, share in zip(least, most, shares, strict=True)
        ]

    measure = _largest(lambda one: sum(shared(one)) <= width, 1000 * width)
    return _filled(shared(measure), shares, width)


def _shrunk(least: Sequence[int], width: int) -> list[int]:
    """Less than the columns need, together not more than there is."""
    narrowest = min(*least, width // len(least))
    above = [one - narrowest for one in least]
    room, wanted = width - narrowest * len(least), sum(above)
    return [narrowest + one * room // wanted for one in above]


def _largest(holds: Callable[[int], bool], end: int) -> int:
    """The largest number from 0 to an end for which something holds; it holds for 0."""
    low, high = 0, end
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _filled(widths: Sequence[int], shares: Sequence[int], width: int) -> tuple[int, ...]:
    """What rounding left over goes to the column with most text."""
    largest = max(range(len(shares)), key=lambda place: (shares[place], -place))
    rest = width - sum(widths)
    return tuple(one + rest * (place == largest) for place, one in enumerate(widths))
