"""The stretches of time that have a notation of their own in EDTF (ISO 8601-2)."""

from datetime import date, timedelta
from typing import Final

__all__ = ["PARTS", "unit_in_edtf"]

_DAY = timedelta(days=1)
PARTS: Final = {
    **{32 + n: (3 * n - 2, 3 * n) for n in range(1, 5)},
    **{36 + n: (4 * n - 3, 4 * n) for n in range(1, 4)},
    **{39 + n: (6 * n - 5, 6 * n) for n in range(1, 3)},
}
"""The quarters, thirds and halves of a year by their codes, each with its first and last month.

ISO 8601-2, section 4.8; level 2 of EDTF.
"""
_CODE_OF: Final = {
    (1, 12): "",
    **{months: f"-{code}" for code, months in PARTS.items()},
    **{(n, n): f"-{n:02}" for n in range(1, 13)},
}


def unit_in_edtf(start: date, end: date) -> str | None:
    """Write a day, a month, a year or a named part of a year.

    Args:
        start: The first day.
        end: The last day.

    Returns:
        For example "1998-06-30", "1998-06", "1998" or, for a quarter, a third or a half-year,
        "1998-34"; None for other stretches.

    Example:
        >>> unit_in_edtf(date(1998, 5, 1), date(1998, 8, 31))
        '1998-38'
    """
    if start == end:
        return start.isoformat()
    whole_months = start.day == 1 and (end == date.max or (end + _DAY).day == 1)
    if start.year != end.year or not whole_months:
        return None
    code = _CODE_OF.get((start.month, end.month))
    return None if code is None else f"{start.year:04}{code}"
