"""The times that words can name, and the days that they cover."""

from datetime import date, timedelta
from enum import Enum
from typing import Final

from attrs import frozen

from customs_coop.dates import Period

__all__ = ["WEEK_CODES", "WINTER", "Grain", "Moment", "Stretch"]

WINTER: Final = 4
# How calendars of any language print "week"; the German one is the most usual.
WEEK_CODES: Final = frozenset({"w", "wk", "cw", "kw"})
_THIRD_OF_MONTH: Final = {"early": (1, 10), "start": (1, 10), "mid": (11, 20)}
_LAST_THIRD_OF_MONTH: Final = 21
_THIRD_OF_YEAR: Final = {"early": (1, 4), "start": (1, 4), "mid": (5, 8), "late": (9, 12)}


class Grain(Enum):
    """How precisely a time is named."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    PART = "part of a year"
    SEASON = "season"
    YEAR = "year"
    PRESIDENCY = "Presidency"


@frozen(kw_only=True)
class Moment:
    """A time as it was named, which may still lack its year.

    Args:
        grain: How precisely.
        year: The year, None where it is not printed.
        months: The first and the last month.
        day: The day of the month, for a day.
        part: "early", "mid", "late", "start" or "end", else None.
        week: The number of the week in ISO 8601, for a week.
        season: 1 for spring to 4 for winter.
        until: The second year of a winter that has two: "winter 1998/99".
        name: The words of a Presidency without a year.
        convention: The row of the table that reading it took.
    """

    grain: Grain
    year: int | None = None
    months: tuple[int, int] = (1, 12)
    day: int | None = None
    part: str | None = None
    week: int | None = None
    season: int | None = None
    until: int | None = None
    name: str = ""
    convention: str | None = None

    def whole(self) -> Period | None:
        """The time without regard to `part`; None without a year or for an impossible day."""
        if self.year is None:
            return None
        if self.season == WINTER:
            return self._winter(self.year)
        if self.week is not None:
            return self._week(self.year, self.week)
        if self.day is None:
            return Period.of_months(self.year, *self.months)
        try:
            day = date(self.year, self.months[0], self.day)
        except ValueError:
            return None
        return Period(day, day)

    def _week(self, year: int, week: int) -> Period | None:
        """From Monday to Sunday; None where the year has no week of this number."""
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            return None
        return Period(monday, monday + timedelta(days=6))

    def _winter(self, year: int) -> Period:
        """Both winters that touch the year; with two years, the half-year around their turn."""
        first = 1 if self.until is None else 10
        return Period(date(year, first, 1), date(year + 1, 3, 31))

    def _months_of_season(self, year: int) -> Period:
        """The three whole months that are a season to meteorologists of the north."""
        first = 3 * (self.season or WINTER)
        if self.season != WINTER:
            return Period.of_months(year, first, first + 2)
        february = Period.of_months(year + 1, 2, 2)
        return Period(date(year, first, 1), february.end)

    def eve_of_season(self) -> date | None:
        """The last day before a season; None without a year, or for another time."""
        if self.grain is not Grain.SEASON or self.year is None:
            return None
        return self._months_of_season(self.year).start - timedelta(days=1)

    def stretch(self) -> "Stretch | None":
        """The days it covers, a third where it is early, mid or late."""
        whole = self.whole()
        if whole is None:
            return None
        if self.grain is Grain.SEASON:
            return Stretch(whole, self.grain, "season")
        if self.part in {None, "end"}:
            return Stretch(whole, self.grain, self.convention)
        if self.grain is Grain.YEAR:
            months = _THIRD_OF_YEAR[str(self.part)]
            return Stretch(Period.of_months(whole.start.year, *months), self.grain, "thirds")
        if self.grain is not Grain.MONTH:
            return None
        last_third = (_LAST_THIRD_OF_MONTH, whole.end.day)
        first, last = _THIRD_OF_MONTH.get(str(self.part), last_third)
        days = Period(whole.start.replace(day=first), whole.start.replace(day=last))
        return Stretch(days, self.grain, "thirds-of-month")

    def begin(self) -> "Stretch | None":
        """The days it covers where something begins with it: of an end, the last third."""
        whole = self.whole()
        plain = self.part != "end" or self.day is not None or self.grain is Grain.SEASON
        if plain or whole is None:
            return self.stretch()
        if self.grain is Grain.MONTH:
            first = whole.start.replace(day=_LAST_THIRD_OF_MONTH)
        else:
            months = self.months[1] - self.months[0] + 1
            first = whole.start.replace(month=self.months[1] - months // 3 + 1)
        return Stretch(Period(first, whole.end), self.grain, self.convention or "from-end")

    def point(self) -> "tuple[date, str | None] | None":
        """The last day that "by" leaves, and the convention that this took."""
        whole = self.whole()
        if whole is None:
            return None
        if self.grain is Grain.SEASON:
            days = self._months_of_season(self.year or 0)
            return days.start if self.part == "start" else days.end, "season"
        if self.part == "start":
            return whole.start, "by-start"
        if self.part == "mid" and self.grain in {Grain.MONTH, Grain.YEAR}:
            month = self.grain is Grain.MONTH
            half_way = whole.start.replace(day=15) if month else date(whole.start.year, 6, 30)
            return half_way, "by-middle"
        if self.part in {None, "end"}:
            still_open = self.part is None and self.grain in {Grain.MONTH, Grain.YEAR}
            return whole.end, self.convention or ("by-month" if still_open else None)
        stretch = self.stretch()
        return None if stretch is None else (stretch.period.end, stretch.convention)


@frozen
class Stretch:
    """Days that were named, how precisely, and the convention that this took."""

    period: Period
    grain: Grain
    convention: str | None = None
