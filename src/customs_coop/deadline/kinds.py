"""The closed union of deadlines: By, During, Recurring, Relative, Undetermined."""

import itertools
import re
from datetime import date, timedelta
from enum import Enum
from typing import Self, cast

from attrs import Factory, evolve, field, frozen
from attrs.converters import optional

from customs_coop.dates import Period, as_date, as_period
from customs_coop.deadline.notation import (
    bounds_in_edtf,
    bounds_in_words,
    day_in_words,
    season_begins,
)
from customs_coop.errors import InvalidValueError
from customs_coop.recurrence import Recurrence

__all__ = ["By", "Deadline", "Due", "During", "Recurring", "Relative", "Undetermined"]

# Figures are bounded, so that a hostile text cannot make a number of a million digits.
_OFFSET = re.compile(
    r"(?P<sign>-?)P(?=[0-9])(?:(?P<years>[0-9]{1,4})Y)?(?:(?P<months>[0-9]{1,4})M)?"
    r"(?:(?P<weeks>[0-9]{1,4})W)?(?:(?P<days>[0-9]{1,5})D)?",
    re.ASCII,
)
_SEASON_CODE = re.compile(r"[0-9]{4}-[23][0-9]")


class Due(Enum):
    """How a deadline stands on a given day."""

    NOT_DUE = "not due"
    POSSIBLY_OVERDUE = "possibly overdue"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


class _Bounded:
    """What all deadlines do with their bounds."""

    __slots__ = ()

    def status_on(self, day: date | str) -> Due:
        """Tell how the deadline stands on a day.

        Args:
            day: The day that is asked about; there is no "today" here.

        Returns:
            UNKNOWN without a latest day, OVERDUE after it; POSSIBLY_OVERDUE from the earliest
            day on where the bounds rest on an anchor or on a convention; otherwise NOT_DUE. The
            bounds of a season are a whole year; it counts from the first day with which anybody
            in Europe lets it begin (1 February, 1 May, 1 August; a winter, 1 January). So does
            "by spring 2012", for which the spring itself may be too late, and "before spring
            2012"; any other `By` is NOT_DUE up to its last day. What recurs is OVERDUE after its
            `until`, and till then POSSIBLY_OVERDUE after its `first`: nobody says of which round.

        Example:
            >>> from customs_coop.deadline import parse_deadline
            >>> parse_deadline("Early 1998").status_on("1998-03-15").value
            'possibly overdue'
        """
        # Only the five kinds below have this base.
        return _status(cast("Deadline", self), as_date(day))


def _begins(deadline: "Deadline") -> date | None:
    """The first day of a deadline; of a season, whose bounds are a year, the first that it has."""
    if deadline.convention != "season" or deadline.latest is None:
        return deadline.earliest
    if isinstance(deadline, By):
        return season_begins(deadline.latest, deadline.text)
    if not isinstance(deadline, During) or not _SEASON_CODE.fullmatch(deadline.edtf):
        return deadline.earliest
    return season_begins(deadline.latest, deadline.edtf)


def _status(deadline: "Deadline", day: date) -> Due:
    begun = isinstance(deadline, Recurring) and deadline.first is not None
    if deadline.latest is None and not begun:
        return Due.UNKNOWN
    if deadline.latest is not None and day > deadline.latest:
        return Due.OVERDUE
    if isinstance(deadline, Recurring):
        over = deadline.first is not None and day > deadline.first
        return Due.POSSIBLY_OVERDUE if over else Due.NOT_DUE
    soft = isinstance(deadline, Relative) or deadline.convention is not None
    begins = _begins(deadline) if soft else None
    if begins is not None and day >= begins:
        return Due.POSSIBLY_OVERDUE
    return Due.NOT_DUE


def _words_of_by(deadline: "By") -> str:
    return f"by {day_in_words(deadline.latest)}"


@frozen
class By(_Bounded):
    """A last day: at any time up to it.

    Args:
        latest: The last day.
        text: The words as printed; canonical words where none are given.
        convention: The row of the table of conventions that was needed, or None.

    Example:
        >>> By("1998-06-30").text, By("1998-06-30").edtf
        ('by 30 June 1998', '[..1998-06-30]')
    """

    latest: date = field(converter=as_date)
    text: str = field(default=Factory(_words_of_by, takes_self=True))
    convention: str | None = None

    @property
    def earliest(self) -> None:
        """None: it may be done at once."""
        return

    @property
    def edtf(self) -> str:
        """One date on or before the last day, in ISO 8601-2."""
        return f"[..{self.latest}]"


def _words_of_during(deadline: "During") -> str:
    return bounds_in_words(deadline.earliest, deadline.latest)


@frozen
class During(_Bounded):
    """A stretch of time in which it is to happen, or in which it goes on.

    Args:
        earliest: The first day.
        latest: The last day; None for "since" and "from", which have no end.
        text: The words as printed; canonical words where none are given.
        convention: The row of the table of conventions that was needed, or None.

    Raises:
        InvalidValueError: The last day comes before the first.

    Example:
        >>> During("1998-01-01", "1998-04-30").edtf
        '1998-37'
    """

    earliest: date = field(converter=as_date)
    latest: date | None = field(converter=optional(as_date))
    text: str = field(default=Factory(_words_of_during, takes_self=True))
    convention: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.latest is not None and self.latest < self.earliest:
            raise InvalidValueError(f"{self.latest} comes before {self.earliest}")

    @property
    def edtf(self) -> str:
        """The stretch in ISO 8601-2, with a tilde where it is only about that time."""
        return bounds_in_edtf(self.earliest, self.latest, self.text, self.convention)


def _words_of_recurring(deadline: "Recurring") -> str:
    words = "ongoing" if deadline.recurrence is None else str(deadline.recurrence)
    if deadline.first is not None:
        words = f"by {day_in_words(deadline.first)}, then {words}"
    return words if deadline.until is None else f"{words} until {day_in_words(deadline.until)}"


@frozen
class Recurring(_Bounded):
    """Something that comes round again, or never ends.

    Where the words name a time that neither the rhythm nor the two days below can hold ("every
    year, in spring"), it stays in the words alone, and the convention is "rhythm-only".

    Args:
        recurrence: The rhythm; None for "ongoing", "regularly", "after each operation".
        text: The words as printed; canonical words where none are given.
        convention: The row of the table of conventions that was needed, or None.
        first: The day by which the first round is due, where it is stated.
        until: The last day of all, after which nothing recurs; None without an end.

    Raises:
        InvalidValueError: It ends before the first round is due.

    Example:
        >>> from customs_coop.recurrence import Frequency
        >>> yearly = Recurrence(Frequency.YEARLY)
        >>> Recurring(yearly).text, Recurring(yearly, first="2013-06-30").text
        ('every year', 'by 30 June 2013, then every year')
    """

    recurrence: Recurrence | None = None
    # By name only, and before the words that are made from them.
    first: date | None = field(default=None, converter=optional(as_date), kw_only=True)
    until: date | None = field(default=None, converter=optional(as_date), kw_only=True)
    text: str = field(default=Factory(_words_of_recurring, takes_self=True))
    convention: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.first is not None and self.until is not None and self.until < self.first:
            raise InvalidValueError(f"{self.until} comes before {self.first}")

    @property
    def earliest(self) -> None:
        """None: each round has its own bounds, see `last_days`."""
        return

    @property
    def latest(self) -> date | None:
        """The end of it all, `until`; each round has its own last day, see `last_days`."""
        return self.until

    def last_days(self, *, within: Period | str) -> tuple[date, ...]:
        """List the days in a window by which a round is due.

        From `first` on, where it is stated, each round is due one length after the one before it.
        Otherwise rounds are those of the calendar, see `Recurrence.last_days`; every two years has
        none there. A round that `until` cuts short is due on that day.

        Args:
            within: The window, usually that of a plan.

        Returns:
            The days in order; none without a rhythm, or where nothing tells them.

        Example:
            >>> from customs_coop.recurrence import Frequency
            >>> reports = Recurring(Recurrence(Frequency.YEARLY), first="2011-10-31")
            >>> [str(day) for day in reports.last_days(within="2011-07-01/2012-12-31")]
            ['2011-10-31', '2012-10-31']
        """
        window = as_period(within)
        end = window.end if self.until is None else min(window.end, self.until)
        if self.recurrence is None or end < window.start:
            return ()
        if self.first is None:
            days = self.recurrence.last_days(within=Period(window.start, end))
            # Wherever its last round begins, it is over with the end of it all, which is stated.
            is_cut = end == self.until and self.recurrence.month is None and days[-1:] != (end,)
            return (*days, end) if is_cut else days
        rounds = self.recurrence.rounds_after(self.first)
        due = itertools.takewhile(lambda day: day <= end, rounds)
        return tuple(day for day in due if day >= window.start)

    @property
    def edtf(self) -> None:
        """None: ISO 8601-2 dates do not recur."""
        return


def _words_of_relative(deadline: "Relative") -> str:
    anchor, offset = deadline.anchor, deadline.offset
    match = None if offset is None else _OFFSET.fullmatch(offset)
    if match is None:
        return f"after {anchor}"
    counts = [
        f"{int(match[unit])} {unit if int(match[unit]) != 1 else unit[:-1]}"
        for unit in ("years", "months", "weeks", "days")
        if match[unit] and int(match[unit])
    ]
    length = " ".join(counts)
    if not counts:
        return f"by {anchor}"
    if match["sign"]:
        return f"before {anchor}" if length == "1 day" else f"{length} before {anchor}"
    return f"within {length} of {anchor}" if anchor else f"within {length}"


@frozen
class Relative(_Bounded):
    """A time that hangs on an event: one month before it, within a year of it, after it.

    Args:
        anchor: The event, in the words of the document; "" where it is not stated.
        offset: An ISO 8601 duration, negative ("-P1M") before the anchor; "P0D" for "by" or
            "at" the anchor. None for a bare "after": no term is set.
        anchor_date: The day of the event, once it is known. For an event that lasts, such as a
            Presidency, its last day; for what is due before it, its first.
        text: The words as printed; canonical words where none are given.
        convention: The row of the table of conventions that was needed, or None.

    Raises:
        InvalidValueError: The offset is no duration, or leads out of the calendar.

    Example:
        >>> report = Relative("the next conference", "-P1M")
        >>> report.latest, report.anchored("2008-06-12").latest
        (None, datetime.date(2008, 5, 12))
    """

    anchor: str
    offset: str | None
    anchor_date: date | None = field(default=None, converter=optional(as_date))
    text: str = field(default=Factory(_words_of_relative, takes_self=True))
    convention: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.offset is not None and not _OFFSET.fullmatch(self.offset):
            raise InvalidValueError(f"not a duration such as -P1M: {self.offset[:40]!r}")
        _ = self.latest  # so that a date that does not exist is refused here, not when asked for

    def anchored(self, day: date | str | None) -> Self:
        """Make the same deadline with the day of its anchor, or without it again.

        Args:
            day: The day of the event; None undoes it.

        Returns:
            A Relative that still knows what it hangs on.

        Raises:
            InvalidValueError: The offset leads out of the calendar.

        Example:
            >>> print(Relative("adoption", "P6M").anchored("2011-06-30").latest)
            2011-12-30
        """
        return evolve(self, anchor_date=day)

    @property
    def earliest(self) -> date | None:
        """The anchor's day for what comes after it; None before it and while it is unknown."""
        if self.offset is None or (self.offset[0] != "-" and self.offset.strip("P0YMWD")):
            return self.anchor_date
        return None

    @property
    def latest(self) -> date | None:
        """The last day; None while the anchor's day is unknown, and where no term is set."""
        if self.anchor_date is None or self.offset is None:
            return None
        return _moved(self.anchor_date, self.offset)

    @property
    def edtf(self) -> str | None:
        """The bounds in ISO 8601-2, None while the anchor's day is unknown."""
        if self.anchor_date is None:
            return None
        if self.earliest is None:
            return f"[..{self.latest}]"
        return f"{self.earliest}/{self.latest or '..'}"


def _moved(day: date, offset: str) -> date:
    from dateutil.relativedelta import relativedelta  # late: keeps import light

    match = _OFFSET.fullmatch(offset)
    if match is None:
        raise InvalidValueError(f"not a duration such as -P1M: {offset[:40]!r}")
    sign = -1 if match["sign"] else 1
    years, months, weeks, days = (
        sign * int(match[unit] or 0) for unit in ("years", "months", "weeks", "days")
    )
    try:
        by_calendar = day + relativedelta(years=years, months=months)
        return by_calendar + timedelta(weeks=weeks, days=days)
    except (OverflowError, ValueError):
        raise InvalidValueError(f"{offset} from {day} leads out of the calendar") from None


@frozen
class Undetermined(_Bounded):
    """Words from which no time can be read: "tbc", "in the near future".

    Args:
        text: The words as printed.
        convention: Always None in what `parse_deadline` returns.

    Example:
        >>> Undetermined("tbc").latest is None
        True
    """

    text: str = "to be determined"
    convention: str | None = None

    @property
    def earliest(self) -> None:
        """None: nothing is known."""
        return

    @property
    def latest(self) -> None:
        """None: nothing is known."""
        return

    @property
    def edtf(self) -> None:
        """None: nothing is known."""
        return


Deadline = By | During | Recurring | Relative | Undetermined
