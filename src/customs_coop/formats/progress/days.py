"""The days that people write into a cell, in figures, in words and with Roman months."""

import datetime as dt
import re
from typing import Final

import attrs

from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import InvalidValueError

__all__ = ["ReadDay", "read_day"]

_LONGEST: Final = 100  # characters of a cell with a day
_ISO: Final = re.compile(
    r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})\.?"
    r"(?:[T ][0-9:.Z+]{4,20})?"
)
_NUMERIC: Final = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})\.?")
_WORDED: Final = re.compile(
    r"[0-9]{1,2}(?:st|nd|rd|th|er|\.)?(?:\s{1,3}(?:of|de))?\s{0,3}[^\W\d_]{3,12}\.?,?\s{1,3}[0-9]{4}"
)
_MONTH_FIRST: Final = re.compile(
    r"([^\W\d_]{3,12})\.?\s{1,3}([0-9]{1,2})(?:st|nd|rd|th)?,?\s{1,3}([0-9]{4})"
)
_SERIAL: Final = re.compile(r"[1-9][0-9]{4}")
_EPOCH: Final = dt.date(1899, 12, 30)
# The days 1982 to 2118 by their numbers in a spreadsheet; a year has four figures.
_SERIALS: Final = range(30_000, 80_000)
# "le 5 mai 2008", "den 5. Mai 2008"
_LEADING: Final = re.compile(r"(?:le|du|au|den|dem|am|vom|the|on)\s", re.IGNORECASE)
_ROMAN: Final = re.compile(
    r"([0-9]{1,2})\s?([./ -])\s?(I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\s?\2\s?([0-9]{4})\.?",
    re.IGNORECASE,
)
_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@attrs.frozen
class ReadDay:
    """A day, and what was understood where its words do not say it.

    Args:
        day: The day.
        remark: What was understood; empty where the words are clear.
    """

    day: dt.date
    remark: str = ""


def read_day(text: str) -> ReadDay:
    """Read a day as people write it, the day before the month, or the year first.

    Args:
        text: The cell.

    Raises:
        InvalidValueError: It is no day.

    Example:
        >>> str(read_day("3.5.2008").day), str(read_day("2008-05-03 00:00:00").day)
        ('2008-05-03', '2008-05-03')
        >>> str(read_day("2010/04/03").day), str(read_day("le 3.V.2008").day)
        ('2010-04-03', '2008-05-03')
        >>> read_day("03/05/08").remark
        'read as 3 May 2008'
        >>> read_day("May 2008")
        Traceback (most recent call last):
        ...
        customs_coop.errors.InvalidValueError: no day such as 2008-05-03 or 3.5.2008: 'May 2008'
    """
    words = " ".join(text.split())
    fault = InvalidValueError(f"no day such as 2008-05-03 or 3.5.2008: {words!r:.80}")
    if len(words) > _LONGEST:
        raise fault
    words = _LEADING.sub("", words, count=1) if _LEADING.match(words) else words
    if (roman := _ROMAN.fullmatch(words)) is not None:
        words = f"{roman[1]}.{_MONTHS.index(roman[3].upper()) + 1}.{roman[4]}"
    iso = _ISO.fullmatch(words)
    if iso is not None:
        try:
            return ReadDay(dt.date(int(iso["year"]), int(iso["month"]), int(iso["day"])))
        except ValueError:
            raise fault from None
    if _SERIAL.fullmatch(words) and int(words) in _SERIALS:
        found = _EPOCH + dt.timedelta(int(words))
        return ReadDay(found, f"read as the number of a day in a spreadsheet, {_said(found)}")
    numeric = _NUMERIC.fullmatch(words)
    first = _MONTH_FIRST.fullmatch(words)
    if first is not None:
        words = f"{first[2]} {first[1]} {first[3]}"
    elif numeric is None and _WORDED.fullmatch(words) is None:
        raise fault
    deadline = parse_deadline(words.rstrip("."))
    if not isinstance(deadline, By) or deadline.convention not in (None, "two-digit-year"):
        raise fault
    unclear = deadline.convention is not None or (numeric is not None and numeric[1] == "/")
    return ReadDay(deadline.latest, f"read as {_said(deadline.latest)}" if unclear else "")


def _said(day: dt.date) -> str:
    # Without the locale, by which strftime names months.
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"
