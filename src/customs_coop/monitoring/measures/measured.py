"""Whether what is to be measured was measured, for all the time that is over."""

import datetime as dt

from customs_coop.dates import Period
from customs_coop.monitoring.measures.series import Series

__all__ = ["is_measured"]


def is_measured(
    series: Series, *, on: dt.date, end: dt.date | None, within: Period | None = None
) -> bool | None:
    """Whether each period that is over has a value; future periods need none.

    Args:
        series: What was measured up to the day. Where its measure has targets by period, these
            are its periods.
        on: The day.
        end: Where there are no such targets: the last day of the indicator or of its plan, by
            which one value is needed; None where nothing tells.
        within: The time of which values count: the period of the plan, with its deadline; a value
            of another time, such as one of years before, measures nothing here. None where every
            value counts.

    Returns:
        True or False; None while no value is there and none is needed.

    Example:
        >>> from customs_coop.model import ActionRef, IndicatorRef, Measure
        >>> indicator = IndicatorRef(ActionRef("AP5", "5.1"), 1)
        >>> series = Series(indicator=indicator, text="", measure=Measure(unit="seizures"))
        >>> day, end = dt.date(2012, 6, 30), dt.date(2011, 12, 31)
        >>> is_measured(series, on=day, end=end), is_measured(series, on=day, end=None)
        (False, None)
    """
    # Of a disputed value, nobody knows what it is.
    known = {one.period for one in series.points}
    covered = [
        one for one in series.periods if one in known and (within is None or _share(one, within))
    ]
    targets = series.measure.targets
    over = [target.period for target in targets if target.period.end < on]
    if any(not any(_share(period, one) for one in covered) for period in over):
        return False
    if covered:
        return True
    return False if not targets and end is not None and end < on else None


def _share(one: Period, other: Period) -> bool:
    """Whether two periods have a day in common."""
    return one.start <= other.end and other.start <= one.end
