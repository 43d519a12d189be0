"""How high the rows of a workbook are, so that no wrapped text lies over the next row."""

import io
import math
import re
import zipfile
from collections.abc import Iterable
from typing import Final

__all__ = ["height_of", "unfixed"]

_LINE: Final = 15.0  # points of a line of the usual font
_HIGHEST: Final = 409.0  # points that a row can have
# A column is as wide as so many figures; words with capitals are wider.
_WIDER: Final = 1.1
_FIXED: Final = re.compile(rb'(<row [^>]{0,200}?) customHeight="1"')


def height_of(cells: Iterable[tuple[str, int]]) -> float | None:
    """The height of a row, from how often its texts are wrapped.

    Args:
        cells: The text of each cell, with the width of its column in characters.

    Returns:
        The height in points; None where one line is enough, for that is what rows have anyway.

    Example:
        >>> height_of([("Count the posts", 20)])
        >>> height_of([("Count the posts at all crossings of the border", 20), ("5.1", 8)])
        45.0
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return None if lines < 2 else min(lines * _LINE, _HIGHEST)


def _lines(text: str, width: int) -> int:
    return sum(max(1, math.ceil(len(line) * _WIDER / width)) for line in text.split("\n"))


def unfixed(workbook: bytes) -> bytes:
    """Let the rows of a workbook grow again where somebody types more into them.

    The library that writes workbooks fixes each height that it is given. Spreadsheets fit a row to
    its texts as long as its height is not fixed; some do so only when the row is edited, so that
    heights have to be there.

    Args:
        workbook: The bytes of an .xlsx file.

    Returns:
        The same workbook, in which no height of a row is fixed.
    """
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.startswith("xl/worksheets/"):
                part = _FIXED.sub(rb"\1", part)
            new.writestr(entry, part)
    return content.getvalue()
