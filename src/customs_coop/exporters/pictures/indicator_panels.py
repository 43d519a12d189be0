"""What a panel of an indicator shows: its values in a scale, and what is said of them."""

import math
from calendar import monthrange
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.exporters.pictures.lettering import one_line, room_for
from customs_coop.monitoring import Point, Series

__all__ = [
    "Scale",
    "drawable",
    "figure",
    "has_own_target",
    "last_values",
    "period_name",
    "point_words",
    "range_words",
    "tick_names",
    "told",
]

# Numbers of so many places are no counts of anything; none is drawn.
_PLACES: Final = 40
_LONG_NUMBER: Final = 9
_SHORT: Final = (("m", 6), ("bn", 9))


@attrs.frozen
class Scale:
    """Where values stand.

    Args:
        ticks: The values that are marked, from the lowest to the highest.
        top: Where the highest stands.
        bottom: Where the lowest stands.
    """

    ticks: tuple[Decimal, ...]
    top: float
    bottom: float

    @classmethod
    def of(cls, values: Sequence[Decimal], top: float, bottom: float) -> "Scale":
        """A scale for values that begins or ends at 0, or has it inside.

        Args:
            values: The values; there may be none.
            top: Where the scale ends.
            bottom: Where it begins.
        """
        low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
        raw = (high - low) / 4 or Decimal(1)
        unit = Decimal(1).scaleb(raw.adjusted())
        step = next(unit * one for one in (1, 2, 5, 10) if unit * one >= raw)
        first = math.floor(low / step)
        last = max(math.ceil(high / step), first + 1)
        return cls(tuple(step * number for number in range(first, last + 1)), top, bottom)

    def y(self, value: Decimal) -> float:
        """Where a value stands."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (self.bottom - self.top) * float((value - low) / (high - low))


def drawable(series: Series) -> tuple[Series, int]:
    """A series without what cannot be drawn, such as infinity, and how many values are left out.

    Args:
        series: The series.
    """
    points = [one for one in series.points if _is_number(one.value)]
    disputed = [one for one in series.disputed if _is_number(one.value)]
    measure = series.measure
    targets = [one for one in measure.targets if _is_number(one.value)]
    baseline, target = _number(measure.baseline), _number(measure.target)
    kept = attrs.evolve(measure, targets=targets, baseline=baseline, target=target)
    left_out = len(series.points) - len(points) + len(series.disputed) - len(disputed)
    return attrs.evolve(series, points=points, disputed=disputed, measure=kept), left_out


def _number(value: Decimal | None) -> Decimal | None:
    return value if value is not None and _is_number(value) else None


def _is_number(value: Decimal) -> bool:
    return value.is_finite() and (value == 0 or abs(value.adjusted()) <= _PLACES)


def figure(value: Decimal) -> str:
    """A number as a picture prints it.

    Example:
        >>> figure(Decimal("250.50")), figure(Decimal("3E+20")), figure(Decimal("-0"))
        ('250.5', '3E+20', '0')
    """
    if value == 0:
        return "0"
    if abs(value.adjusted()) > _LONG_NUMBER:
        return f"{value.normalize():.3g}".replace("e", "E")
    whole, _, rest = f"{value:,.6f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", "\N{NO-BREAK SPACE}") + (f".{rest}" if rest else "")


def tick_names(ticks: Sequence[Decimal], room: float, size: float) -> tuple[str, ...]:
    r"""The numbers of an axis, in millions (m) or thousands of millions (bn) where one has no room.

    Args:
        ticks: The numbers.
        room: How much room each has.
        size: The size of the type.

    Example:
        >>> tick_names([Decimal(-1000000), Decimal(0), Decimal(500000)], 38, 8)
        ('-1\xa0m', '0', '0.5\xa0m')
    """
    names = tuple(map(figure, ticks))
    for behind, places in _SHORT:
        if all(room_for(name, size) <= room for name in names):
            break
        names = tuple(
            f"{figure(one.scaleb(-places))}\N{NO-BREAK SPACE}{behind}" if one else "0"
            for one in ticks
        )
    return names


def period_name(period: Period) -> str:
    """A period in short: a year, a half, a quarter, a month, else its days.

    Example:
        >>> period_name(Period("2011-07-01", "2011-12-31"))
        '2011, 2nd half'
    """
    start, end = period.start, period.end
    if start.year == end.year:
        months = (start.month, end.month)
        if start.day == 1 and _ends_month(period):
            if months == (1, 12):
                return str(start.year)
            if months in ((1, 6), (7, 12)):
                return f"{start.year}, {'1st' if months[0] == 1 else '2nd'} half"
            if months[0] == months[1]:
                return f"{start.year}-{start.month:02}"
            if months[0] % 3 == 1 and months[1] == months[0] + 2:
                return f"{start.year}, Q{months[1] // 3}"
    return str(start) if start == end else f"{start} to {end}"


def _ends_month(period: Period) -> bool:
    return period.end.day == monthrange(period.end.year, period.end.month)[1]


def told(series: Series) -> Iterator[str]:
    """What is said of a series: the last value and what it is of the target.

    Args:
        series: The series, see `drawable`.

    Yields:
        Short statements; the first one says whether there is a value.
    """
    measure, value, target = series.measure, series.value_range, series.target
    unit, disputed = one_line(measure.unit), series.disputed_latest
    doubt = [f"disputed: {'; '.join(_disputed(series))}"] if disputed else []
    if not series.periods:
        yield "No value was reported"
        bound = "" if measure.rises else " or less"
        yield "no target is set" if target is None else f"target {figure(target)} {unit}{bound}"
    elif value is None:
        values = len(series.latest) + len(disputed)
        yield f"{values} values of {unit}, which cannot be added"
        yield from doubt
        if target is not None:
            yield f"target {figure(target)}"
    else:
        added = ", added" if series.summed else ""
        said, when = range_words(value), period_name(series.periods[-1])
        if target is None:
            yield f"{said} {unit} ({when}{added})"
            yield from ("no target is set", *doubt)
            return
        own = has_own_target(series)
        added += "; target of the period" if own else ""
        against = f"of {figure(target)} {unit}"
        if not measure.rises:
            against = f"{unit}, to fall to {figure(target)}"
        yield f"{said} {against} ({when}{added})"
        yield from (*doubt, _share(series))


def has_own_target(series: Series) -> bool:
    """Whether the last period that was measured has a target of its own, beside that of the end.

    Args:
        series: The series.
    """
    last = series.periods[-1:]
    return any(one.period in last for one in series.measure.targets)


def _share(series: Series) -> str:
    own, at_end = has_own_target(series), series.measure.target
    name = "the target of the period" if own else "the target"
    met = f"{name} is {'met' if series.met else 'not met'}"
    if series.met is None:
        met = f"it is not decided whether {name} is met"
    if own and at_end is not None:
        met += f"; target at the end {figure(at_end)}"
    reached, baseline = series.reached, series.measure.baseline
    if reached is None:
        return met
    # Rounded down: what is nearly reached is not reached.
    percent = math.floor(reached * 100)
    whole = "it" if own else "the target"
    if baseline is not None:
        whole = f"the way from {figure(baseline)}"
    return f"{percent} % of {whole}; {met}"


def point_words(point: Point) -> str:
    """Who reported a value, and of what it is a part."""
    return one_line(f"{point.party} {point.dimension}")


def range_words(values: tuple[Decimal, Decimal]) -> str:
    """A value, or between which two values it lies.

    Example:
        >>> range_words((Decimal(9), Decimal(11))), range_words((Decimal(9), Decimal(9)))
        ('9 to 11', '9')
    """
    return " to ".join(dict.fromkeys(map(figure, values)))


def last_values(series: Series) -> str:
    """Each value of the last period, with who reported it; those that are disputed are marked.

    Args:
        series: The series, see `drawable`.
    """
    told = [f"{point_words(one)} {figure(one.value)}" for one in series.latest]
    return ", ".join((*told, *(f"{one} (disputed)" for one in _disputed(series))))


def _disputed(series: Series) -> list[str]:
    """Who gave which values of the last period on one day."""
    found: dict[str, list[str]] = {}
    for one in series.disputed_latest:
        found.setdefault(point_words(one), []).append(figure(one.value))
    return [f"{who} {' or '.join(values)}" for who, values in found.items()]
