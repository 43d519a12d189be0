"""Single days, and the text that names one."""

import re
from datetime import date, datetime

from customs_coop.errors import InvalidValueError

__all__ = ["as_date"]

# date.fromisoformat alone would also take "20110701", "2011-W26-5" and, from 3.13 on, more.
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_date(value: date | str) -> date:
    """Take a day as it is, or read it from ISO 8601 text.

    Args:
        value: A `date`, or text of the form "2011-07-01".

    Returns:
        The day.

    Raises:
        InvalidValueError: The text is not an ISO date, or names a day that does not exist.
        TypeError: The value is a `datetime`, or neither a date nor text.

    Example:
        >>> as_date("2011-07-01")
        datetime.date(2011, 7, 1)
    """
    if isinstance(value, datetime):
        raise TypeError("a date is needed, not a datetime; use .date()")
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a date or ISO text is needed, not {type(value).__name__}")
    if not _ISO_DATE.fullmatch(value):
        raise InvalidValueError(f"not an ISO date such as 2011-07-01: {value[:40]!r}")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidValueError(f"no such day: {value!r}") from None
