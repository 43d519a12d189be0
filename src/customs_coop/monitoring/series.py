"""What was measured of an indicator, over time, against what is to be reached."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from customs_coop.dates import Period, as_date, as_period
from customs_coop.model import Code, IndicatorRef, Measure
from customs_coop.model.fields import plural
from customs_coop.references.base import Pattern

__all__ = ["Point", "Series"]

# A share of each of several bodies is not a share of all of them together.
_NO_SUM: Final = Pattern(
    r"%|‰|per\s?cent|percentage|\b(?:share|rate|ratio|average|mean|median|index|score)s?\b"
    r"|pour\s?cent|\btaux\b|moyenne|prozent|\bquote\b|durchschnitt",
)


@attrs.frozen(kw_only=True)
class Point:
    """One value that was measured.

    Args:
        period: The time that it covers.
        value: The number, in the unit of the measure.
        party: The id of the party that reported it.
        dimension: What it is broken down by, such as a kind of goods; may be empty.
        on: The day of the report.
    """

    period: Period = attrs.field(converter=as_period)
    value: Decimal
    party: str
    dimension: str = ""
    on: dt.date = attrs.field(converter=as_date)


def _points(value: Iterable[Point]) -> tuple[Point, ...]:
    return plural(value, "points", Point)


@attrs.frozen(kw_only=True)
class Series:
    """The values of one quantitative indicator.

    Args:
        indicator: The indicator.
        text: Its words as printed.
        objectives: The strategic objectives of its action.
        measure: What it counts, with its baseline and its targets.
        points: The values, by period, party and dimension; of what one party reported twice for
            one period and dimension, the last report alone.
        disputed: Values of one party, period and dimension that it reported on one day and that
            differ: nobody chooses between them, and none of them counts.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> half = Period.parse("2011-07-01/2011-12-31")
        >>> series = Series(
        ...     indicator=IndicatorRef(ActionRef("AP5", "5.1"), 1),
        ...     text="Joint operations",
        ...     measure=Measure(unit="operations", baseline=Decimal(2), target=Decimal(6)),
        ...     points=[
        ...         Point(period=half, value=Decimal(3), party="PL", on="2012-01-09"),
        ...         Point(period=half, value=Decimal(2), party="DE", on="2012-01-12"),
        ...     ],
        ... )
        >>> series.value, series.summed, series.reached, series.met
        (Decimal('5'), True, Fraction(3, 4), False)
    """

    indicator: IndicatorRef
    text: str
    objectives: tuple[Code, ...] = ()
    measure: Measure
    points: tuple[Point, ...] = attrs.field(default=(), converter=_points)
    disputed: tuple[Point, ...] = attrs.field(default=(), converter=_points)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of which a value is known, in order."""
        return tuple(sorted({one.period for one in self.points}, key=_place_in_time))

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that reported a value."""
        return tuple(sorted({one.party for one in self.points}))

    @property
    def latest(self) -> tuple[Point, ...]:
        """All values of the last period."""
        periods = self.periods
        return tuple(one for one in self.points if periods and one.period == periods[-1])

    def value_in(self, period: Period | str) -> Decimal | None:
        """The value of a period as a whole.

        Several parties each report what they counted: their values are added, unless the unit is
        a share, a rate or a mean. Where a party reported a value without a dimension, what it
        broke down is a part of that value; where it broke all of it down, the parts are added.

        Args:
            period: One of `periods`.

        Returns:
            The value; None where there is none, or values that cannot be added.
        """
        wanted = as_period(period)
        return self._whole([one for one in self.points if one.period == wanted])

    @property
    def value(self) -> Decimal | None:
        """The value of the last period as a whole, see `value_in`."""
        return self._whole(self.latest)

    @property
    def summed(self) -> bool:
        """Whether `value` was made by adding, which no report says."""
        return self.value is not None and len(_counted(self.latest)) > 1

    @property
    def target(self) -> Decimal | None:
        """What is to be reached in the last period: its own target, else that of the end."""
        periods = self.periods
        return self.target_in(periods[-1]) if periods else self.measure.target

    def target_in(self, period: Period | str) -> Decimal | None:
        """What is to be reached in a period: its own target, else that of the end.

        Args:
            period: The period.
        """
        wanted = as_period(period)
        own = (one.value for one in self.measure.targets if one.period == wanted)
        return next(own, self.measure.target)

    @property
    def reached(self) -> Fraction | None:
        """The share of the way from the baseline to the target; above 1 beyond the target.

        Returns:
            None where the target or the value is not known, or the way cannot be told: the
            baseline is the target, or there is none for what is to become less, or for a target
            that is not above 0.
        """
        value, target, baseline = self.value, self.target, self.measure.baseline
        if value is None or target is None:
            return None
        if baseline is None:
            if not self.measure.rises or target <= 0:
                return None
            baseline = Decimal(0)
        if target == baseline:
            return None
        return (Fraction(value) - Fraction(baseline)) / (Fraction(target) - Fraction(baseline))

    @property
    def met(self) -> bool | None:
        """Whether the target is met, in the direction that `Measure.rises` tells.

        Returns:
            None where the target or the value is not known.
        """
        value, target = self.value, self.target
        if value is None or target is None:
            return None
        return value >= target if self.measure.rises else value <= target

    def _whole(self, points: Iterable[Point]) -> Decimal | None:
        counted = _counted(points)
        if not counted:
            return None
        if len(counted) > 1 and _NO_SUM.search(self.measure.unit.casefold()):
            return None
        return (
            sum((one.value for one in counted), Decimal(0))
            if len(counted) > 1
            else (counted[0].value)
        )


def _counted(points: Iterable[Point]) -> list[Point]:
    """The points that are no part of another one."""
    found = list(points)
    whole = {one.party for one in found if not one.dimension}
    return [one for one in found if not one.dimension or one.party not in whole]


def _place_in_time(period: Period) -> tuple[dt.date, dt.date]:
    return period.end, period.start
