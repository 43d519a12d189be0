"""The values of quantitative indicators, gathered from reports."""

import datetime as dt
from collections.abc import Iterator, Mapping

from customs_coop.dates import as_date
from customs_coop.errors import QualitativeIndicatorError, UnknownActionError
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    Measurement,
    ProgressReport,
)
from customs_coop.model.progress import Subject
from customs_coop.monitoring.measures.series import Point, Series
from customs_coop.monitoring.parties.identifying import PartyIds

__all__ = ["all_series", "measure_of", "series_of"]


def measure_of(indicator: Indicator) -> Measure:
    """What an indicator counts.

    Args:
        indicator: The indicator.

    Raises:
        QualitativeIndicatorError: It is qualitative: it asks for a deliverable and counts nothing.

    Example:
        >>> measure_of(Indicator(text="Report adopted by the CCWP"))
        Traceback (most recent call last):
        ...
        customs_coop.errors.QualitativeIndicatorError: the indicator “Report adopted by the CCWP” \
counts nothing: it is qualitative, and takes no numbers; give it a measure with a unit, or report \
a stage
    """
    if indicator.measure is None:
        words = " ".join(indicator.text.split())
        told = words if len(words) <= 80 else f"{words[:79]}…"
        raise QualitativeIndicatorError(
            f"the indicator “{told}” counts nothing: it is qualitative, and takes no numbers; give"
            " it a measure with a unit, or report a stage"
        )
    return indicator.measure


def series_of(
    subject: Dossier | ActionPlan,
    indicator: IndicatorRef | str,
    *,
    on: dt.date | str | None = None,
) -> Series:
    """Gather what was measured of one indicator.

    Values come from reports on the indicator; from those on its action as well, where their unit
    is that of this indicator alone. A party that reports under several of its names is one party.

    Args:
        subject: A dossier or a plan.
        indicator: The indicator, also as text: "AP5/5.1 indicator 2".
        on: The day up to which reports count; None for all of them.

    Raises:
        QualitativeIndicatorError: It is qualitative.
        UnknownActionError: There is no such action, or it has fewer indicators.
        UnknownPlanError: There is no such plan.
        InvalidValueError: The text names no indicator, or the day is none.
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from decimal import Decimal
        >>> counted = Indicator(text="Operations", measure=Measure(unit="operations"))
        >>> action = Action(code="5.1", title="", indicators=[counted])
        >>> plan = ActionPlan(id="AP5", title="", actions=[action])
        >>> year = "2011-01-01/2011-12-31"
        >>> found = Measurement(period=year, value=Decimal(3), unit="operations")
        >>> sent = ProgressReport(
        ...     party="PL", subject=plan.ref(action), on="2012-01-09", measurements=[found]
        ... )
        >>> series_of(Dossier(plans=[plan], progress=[sent]), "AP5/5.1 indicator 1").value
        Decimal('3')
    """
    dossier = Dossier.of(subject)
    ref = IndicatorRef.parse(indicator) if isinstance(indicator, str) else indicator
    plan = dossier.plan_by_id(ref.action.plan)
    action = plan[ref.action.code]
    if ref.number > len(action.indicators):
        count = len(action.indicators)
        raise UnknownActionError(
            f"action {ref.action} has {count} indicator{'' if count == 1 else 's'}, so there is no"
            f" indicator {ref.number}"
        )
    measure_of(action.indicators[ref.number - 1])
    own = IndicatorRef(plan.ref(action), ref.number)
    found = _series_of_action(plan, action, _by_subject(dossier, on), PartyIds(dossier.parties))
    return next(one for one in found if one.indicator == own)


def all_series(
    subject: Dossier | ActionPlan, *, on: dt.date | str | None = None
) -> tuple[Series, ...]:
    """Gather what was measured of every quantitative indicator, also of those without a value.

    Args:
        subject: A dossier or a plan.
        on: The day up to which reports count; None for all of them.

    Returns:
        The series, in the order of the plans.
    """
    dossier = Dossier.of(subject)
    reports, ids = _by_subject(dossier, on), PartyIds(dossier.parties)
    return tuple(
        series
        for plan in dossier.plans
        for action in plan
        for series in _series_of_action(plan, action, reports, ids)
    )


def _by_subject(dossier: Dossier, on: dt.date | str | None) -> dict[Subject, list[ProgressReport]]:
    """The reports with values up to a day, by subject and in the order of their days."""
    day = None if on is None else as_date(on)
    found: dict[Subject, list[ProgressReport]] = {}
    for report in sorted(dossier.progress, key=lambda one: one.on):
        if report.measurements and (day is None or report.on <= day):
            found.setdefault(report.subject, []).append(report)
    return found


def _series_of_action(
    plan: ActionPlan,
    action: Action,
    reports: Mapping[Subject, list[ProgressReport]],
    ids: PartyIds,
) -> Iterator[Series]:
    ref = plan.ref(action)
    units = [one.measure.unit for one in action.indicators if one.measure is not None]
    for number, indicator in enumerate(action.indicators, start=1):
        measure = indicator.measure
        if measure is None:
            continue
        own = IndicatorRef(ref, number)
        # A number of another thing is not counted, whatever it was reported on.
        points = [
            (report, one)
            for report in reports.get(own, ())
            for one in report.measurements
            if _is_same_unit(one.unit, measure.unit)
        ]
        # In a report on the action, only the unit tells which indicator a value is of.
        if sum(_is_same_unit(unit, measure.unit) for unit in units) == 1:
            points += [
                (report, one)
                for report in reports.get(ref, ())
                for one in report.measurements
                if _is_same_unit(one.unit, measure.unit)
            ]
        said, disputed = _last_said(points, ids)
        yield Series(
            indicator=own,
            text=indicator.text,
            objectives=action.objectives,
            measure=measure,
            points=said,
            disputed=disputed,
        )


def _is_same_unit(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _last_said(
    points: list[tuple[ProgressReport, Measurement]], ids: PartyIds
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The values, each as the last report of its party has it; and those of a day that differ."""
    found: dict[object, list[Point]] = {}
    for report, one in sorted(points, key=lambda pair: pair[0].on):
        party = ids.administration(report.party)
        point = Point(
            period=one.period,
            value=one.value,
            party=party,
            dimension=one.dimension,
            on=report.on,
        )
        key = (one.period, party, one.dimension)
        held = [other for other in found.get(key, ()) if other.on == report.on]
        found[key] = held if point in held else [*held, point]
    said = [one for several in found.values() if len(several) == 1 for one in several]
    disputed = [one for several in found.values() if len(several) > 1 for one in several]
    return _in_order(said), _in_order(disputed)


def _in_order(points: list[Point]) -> tuple[Point, ...]:
    return tuple(
        sorted(
            points,
            key=lambda one: (one.period.end, one.period.start, one.party, one.dimension, one.value),
        )
    )
