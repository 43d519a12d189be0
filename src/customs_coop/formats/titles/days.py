"""Days as documents print them."""

import datetime as dt
import re

from customs_coop.formats.titles.words import month_number

__all__ = ["parse_day"]


def parse_day(text: str) -> dt.date | None:
    """A day such as "29 November 2005" or "1.7.2011"; None where the text is no day.

    Example:
        >>> parse_day("29 November 2005"), parse_day("31.2.2011")
        (datetime.date(2005, 11, 29), None)
        >>> parse_day("1st Sept. 2011"), parse_day("1er août 2011"), parse_day("1. März 2011")
        (datetime.date(2011, 9, 1), datetime.date(2011, 8, 1), datetime.date(2011, 3, 1))
    """
    parts = text.replace(".", " ").replace(",", " ").split()
    if len(parts) != 3:
        return None
    day = re.sub(r"(?:st|nd|rd|th|er)\Z", "", parts[0].casefold())
    if not (day.isdecimal() and parts[2].isdecimal()):
        return None
    month = parts[1].casefold()
    number = int(month) if month.isdecimal() else month_number(month)
    try:
        return dt.date(int(parts[2]), number, int(day))
    except (ValueError, OverflowError):
        return None
