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
            differ. Nobody chooses between them: the value of such a period is not known, and lies
            in `value_range`.

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

        Where a party gave two numbers, the target is met or not only where both of them say so.

        >>> two = [attrs.evolve(series.points[0], value=Decimal(one)) for one in (3, 4)]
        >>> unsure = attrs.evolve(series, points=series.points[1:], disputed=two)
        >>> unsure.value, unsure.value_range, unsure.met
        (None, (Decimal('5'), Decimal('6')), None)
    """

    indicator: IndicatorRef
    text: str
    objectives: tuple[Code, ...] = ()
    measure: Measure
    points: tuple[Point, ...] = attrs.field(default=(), converter=_points)
    disputed: tuple[Point, ...] = attrs.field(default=(), converter=_points)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of which a value was reported, also a disputed one, in order."""
        return tuple(sorted({one.period for one in self._reported}, key=_place_in_time))

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that reported a value."""
        return tuple(sorted({one.party for one in self._reported}))

    @property
    def latest(self) -> tuple[Point, ...]:
        """All values of the last period but those that are disputed."""
        last = self.periods[-1:]
        return tuple(one for one in self.points if one.period in last)

    @property
    def disputed_latest(self) -> tuple[Point, ...]:
        """The disputed values of the last period."""
        last = self.periods[-1:]
        return tuple(one for one in self.disputed if one.period in last)

    def value_in(self, period: Period | str) -> Decimal | None:
        """The value of a period as a whole.

        Several parties each report what they counted: their values are added, unless the unit is
        a share, a rate or a mean. Where a party reported a value without a dimension, what it
        broke down is a part of that value; where it broke all of it down, the parts are added.

        Args:
            period: One of `periods`.

        Returns:
            The value; None where there is none, values that cannot be added, or one that is
            disputed and no part of another one.
        """
        return _one_of(self.value_range_in(period))

    def value_range_in(self, period: Period | str) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest value that a period may have as a whole.

        The two differ where values are disputed: then either of them may be true.

        Args:
            period: One of `periods`.

        Returns:
            Twice the same value where none is disputed; None where there is none, or values that
            cannot be added.
        """
        wanted = as_period(period)
        counted = _counted(one for one in self._reported if one.period == wanted)
        if not counted or (len(counted) > 1 and _NO_SUM.search(self.measure.unit.casefold())):
            return None
        return _sum(map(min, counted)), _sum(map(max, counted))

    @property
    def value(self) -> Decimal | None:
        """The value of the last period as a whole, see `value_in`."""
        return _one_of(self.value_range)

    @property
    def value_range(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest value of the last period, see `value_range_in`."""
        periods = self.periods
        return self.value_range_in(periods[-1]) if periods else None

    @property
    def summed(self) -> bool:
        """Whether `value_range` was made by adding, which no report says."""
        if self.value_range is None:
            return False
        return len(_counted((*self.latest, *self.disputed_latest))) > 1

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
            None where the target or the value is not known, as where it is disputed, or the way
            cannot be told: the baseline is the target, or there is none for what is to become
            less, or for a target that is not above 0.
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
            None where the target or the value is not known; where values are disputed, what all
            of them say, else None.
        """
        found, target = self.value_range, self.target
        if found is None or target is None:
            return None
        said = {one >= target if self.measure.rises else one <= target for one in found}
        return said.pop() if len(said) == 1 else None

    @property
    def _reported(self) -> tuple[Point, ...]:
        return (*self.points, *self.disputed)


def _counted(points: Iterable[Point]) -> list[list[Decimal]]:
    """The values that are no part of another one, each with all that its party says it is."""
    found = list(points)
    whole = {one.party for one in found if not one.dimension}
    values: dict[tuple[str, str], list[Decimal]] = {}
    for one in found:
        if not one.dimension or one.party not in whole:
            values.setdefault((one.party, one.dimension), []).append(one.value)
    return [*values.values()]


def _sum(values: Iterable[Decimal]) -> Decimal:
    first, *others = values
    # A single value stays as it was written.
    return sum(others, first)


def _one_of(found: tuple[Decimal, Decimal] | None) -> Decimal | None:
    return None if found is None or found[0] != found[1] else found[0]


def _place_in_time(period: Period) -> tuple[dt.date, dt.date]:
    return period.end, period.start
