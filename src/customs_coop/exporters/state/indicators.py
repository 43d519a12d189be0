"""The section of a note on what was measured, against what is to be reached."""

from decimal import Decimal
from fractions import Fraction

from customs_coop.dates import Period
from customs_coop.exporters.ledger.cells import cell, fitting
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Tone
from customs_coop.exporters.state.items import Section
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.sheet import period_in_words
from customs_coop.monitoring import Point, Series, StateItem, StateOfPlay

__all__ = ["indicators_section"]


def indicators_section(state: StateOfPlay, words: Wording) -> Section:
    """What was measured, against what is to be reached; then each value."""
    if not state.series and not state.unmeasured:
        return
    sentences = [words.sentence(Said.INDICATORS)] if state.series else []
    if any(one.disputed for one in state.series):
        sentences.append(words.sentence(Said.DISPUTED))
    if state.unmeasured:
        listed = words.listed(_unmeasured(item, state, words) for item in state.unmeasured)
        sentences.append(words.sentence(Said.UNMEASURED, listed))
    headings = (
        Heading(words.label(Label.ACTION), 10),
        Heading(words.label(Label.IN_WORDS), 26),
        Heading(words.label(Label.OBJECTIVES), 8),
        Heading(words.label(Label.UNIT), 12),
        Heading(words.label(Label.PERIOD), 12),
        Heading(words.label(Label.BASELINE), 8, figures=True),
        Heading(words.label(Label.VALUE), 8, figures=True),
        Heading(words.label(Label.TARGET), 12),
        Heading(words.label(Label.REACHED_SHARE), 8, figures=True),
        Heading(words.label(Label.MET), 8),
    )
    lines = [_series(one, words) for one in state.series]
    yield fitting(words.title("indicators"), headings, lines), tuple(sentences)
    points = [line for one in state.series for line in _points(one, words)]
    if points:
        of_values = (
            Heading(words.label(Label.ACTION), 18),
            Heading(words.label(Label.PERIOD), 22),
            Heading(words.label(Label.PARTY), 16),
            Heading(words.label(Label.DIMENSION), 18),
            Heading(words.label(Label.VALUE), 12, figures=True),
            Heading(words.label(Label.REPORTED_ON), 14),
        )
        yield fitting(words.label(Label.VALUES), of_values, points), ()


def _unmeasured(item: StateItem, state: StateOfPlay, words: Wording) -> str:
    """An indicator, and the periods that are over and have no value."""
    said = words.code(item.subject)
    periods = [
        period_in_words(period, words.language) for period in _without_value(item.subject, state)
    ]
    return f"{said} ({', '.join(periods)})" if periods else said


def _without_value(subject: object, state: StateOfPlay) -> list[Period]:
    """The periods that have a target of their own, else that of the plan."""
    for series in state.series:
        if series.indicator == subject:
            over = [one.period for one in series.measure.targets if one.period.end < state.on]
            found = [one for one in over if not any(_share(one, two) for two in series.periods)]
            plan = series.indicator.action.plan
            return found or [one.period for one in state.plans if one.id == plan and one.period]
    return []


def _share(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _targets(series: Series, words: Wording) -> Cell:
    """What is to be reached; where a period has a target of its own, both are named."""
    own, end = series.target, series.measure.target
    if not _has_own_target(series) or own is None:
        return cell(_figure(own) or words.label(Label.NOT_APPLICABLE))
    told = words.label(Label.TARGET_OF_PERIOD, _figure(own))
    if series.met is not None:
        told = words.label(Label.TARGET_MET if series.met else Label.TARGET_NOT_MET, told)
    elif series.value_range is not None:
        told = words.label(Label.TARGET_NOT_DECIDED, told)
    at_end = "" if end is None else words.label(Label.TARGET_AT_END, _figure(end))
    return (*cell(told), *cell(at_end))


def _has_own_target(series: Series) -> bool:
    """Whether the last period that was measured has a target of its own."""
    last = series.periods[-1:]
    return any(one.period in last for one in series.measure.targets)


def _series(series: Series, words: Wording) -> Line:
    none = words.label(Label.NOT_APPLICABLE)
    periods = series.periods
    summed = words.label(Label.SUMMED) if series.summed else ""
    tone: Tone = "" if series.met is None else "good" if series.met else "warn"
    is_disputed = bool(series.disputed_latest)
    is_open = series.met is None and is_disputed and series.value_range is not None
    return Line(
        cells=(
            cell(words.code(series.indicator)),
            cell(series.text),
            cell(", ".join(map(str, series.objectives))),
            cell(series.measure.unit),
            cell(period_in_words(periods[-1], words.language) if periods else ""),
            cell(_figure(series.measure.baseline)),
            (*_value(series, words), *cell(summed)),
            _targets(series, words),
            cell(none if series.reached is None else _percentage(series.reached, words)),
            cell(_met(series, words)),
        ),
        tones=(
            *("", "", "", "", "", "", "clash" if is_disputed else "", "", ""),
            "clash" if is_open and series.target is not None else tone,
        ),
    )


def _value(series: Series, words: Wording) -> Cell:
    """The last value; where it is disputed, between which numbers it lies."""
    found = series.value_range
    if found is None:
        told = words.label(Label.NOT_APPLICABLE)
    elif found[0] == found[1]:
        return cell(_figure(found[0]))
    else:
        told = words.label(Label.VALUE_BETWEEN, *map(_figure, found))
    return cell(f"{told} ({words.label(Label.DISPUTED)})" if series.disputed_latest else told)


def _met(series: Series, words: Wording) -> str:
    if series.met is not None:
        met = words.label(Label.YES if series.met else Label.NO)
    elif series.value_range is not None and series.target is not None:
        met = words.label(Label.NOT_DECIDED)
    else:
        return words.label(Label.NOT_APPLICABLE)
    return words.label(Label.YES_OF_PERIOD, met) if _has_own_target(series) else met


def _figure(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _percentage(share: Fraction, words: Wording) -> str:
    """A share in whole per cent; rounded down, so that 100 means that all is reached."""
    space = "" if words.language == "en" else "\u00a0"
    return f"{share.numerator * 100 // share.denominator}{space}%"


def _points(series: Series, words: Wording) -> list[Line]:
    """Each value by period and party; those that are disputed are marked."""
    disputed = {*series.disputed}
    points = sorted((*series.points, *series.disputed), key=_place)
    return [_point(one, series, words, disputed=one in disputed) for one in points]


def _place(point: Point) -> tuple[object, ...]:
    return point.period.end, point.period.start, point.party, point.dimension


def _point(point: Point, series: Series, words: Wording, *, disputed: bool) -> Line:
    value = _figure(point.value)
    return Line(
        cells=(
            cell(words.code(series.indicator)),
            cell(period_in_words(point.period, words.language)),
            cell(words.party(point.party)),
            cell(point.dimension),
            cell(f"{value} ({words.label(Label.DISPUTED)})" if disputed else value),
            cell(words.day(point.on)),
        ),
        tones=("", "", "", "", "clash" if disputed else "", ""),
    )
