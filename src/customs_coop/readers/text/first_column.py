"""An empty first column: the tabs with which every line of a copied table begins."""

import re

from customs_coop.readers.base import Source
from customs_coop.readers.text.invisible import VisibleForm

__all__ = ["without_first_column"]

_LEADING = re.compile(r"(?:\A|(?<=[\n\r]))[ \f\u00a0]{0,8}(?P<tabs>\t{1,8})")
_BLANK = " \f\u00a0"
_CELLS = 2  # tabs behind the first one make a row of a table
_FEWEST_ROWS = 2
_MOST = 8  # tabs that are left out of a line


def without_first_column(source: Source) -> VisibleForm | None:
    r"""Leave out the tabs of an empty first column, as a spreadsheet copies it.

    A column is empty where every line begins with a tab, or at least every line that holds one
    in a text with rows of a table: its other lines are paragraphs.

    Args:
        source: The source.

    Returns:
        The source without the column, or None where there is no such column.

    Example:
        >>> form = without_first_column(Source("a.txt", "\tCode\tAction\n\t1\tSwim\n"))
        >>> form.source.text, form.place(0)
        ('Code\tAction\n1\tSwim\n', 1)
        >>> without_first_column(Source("a.txt", "Area\tCode\n\t1\n")) is None
        True
    """
    width = _width(source)
    if not width:
        return None
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    starts: list[int] = []
    left_out: list[int] = []
    end = gone = 0
    for match in _LEADING.finditer(source.text):
        begin = match.start("tabs")
        stop = min(match.end("tabs"), begin + width)
        parts.append(source.text[end:begin])
        runs.append((begin, stop))
        starts.append(begin - gone)
        gone += stop - begin
        left_out.append(gone)
        end = stop
    parts.append(source.text[end:])
    return VisibleForm(
        printed=source,
        source=Source(source.name, "".join(parts)),
        runs=tuple(runs),
        starts=tuple(starts),
        left_out=tuple(left_out),
    )


def _width(source: Source) -> int:
    """How many tabs begin every line, or every line with a tab; 0 where any has none."""
    if "\t" not in source.text:
        return 0
    lines = [line.text.strip(_BLANK) for line in source.lines if line.text.strip()]
    widths = [len(line) - len(line.lstrip("\t")) for line in lines]
    if not all(widths):
        with_tabs = [(line, wide) for line, wide in zip(lines, widths, strict=True) if "\t" in line]
        rows = sum(line.rstrip("\t").count("\t") - wide >= _CELLS for line, wide in with_tabs)
        widths = [wide for _, wide in with_tabs] if rows >= _FEWEST_ROWS else [0]
    return min(min(widths, default=0), _MOST)
