"""The sections of a note on progress, on what was measured and delivered, and on doubts."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from customs_coop.dates import Period
from customs_coop.exporters.ledger.cells import cell, fitting
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Sheet, Tone
from customs_coop.exporters.state.items import Section
from customs_coop.exporters.state.labels import Label, Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.sheet import period_in_words
from customs_coop.model import DeadlineChange, Stage
from customs_coop.monitoring import (
    Deliverable,
    DeliverableStep,
    Series,
    Standing,
    StateItem,
    StateOfPlay,
    TalliedBy,
    Tally,
)
from customs_coop.monitoring.summaries import ORDER, has_something, same_words

__all__ = [
    "deadlines_section",
    "deliverables_section",
    "doubts_section",
    "indicators_section",
    "progress_section",
]

_BY: tuple[tuple[TalliedBy, Label], ...] = (
    ("plan", Label.BY_PLAN),
    ("objective", Label.BY_OBJECTIVE),
    ("work_area", Label.BY_WORK_AREA),
    ("party", Label.BY_PARTY),
)


def progress_section(state: StateOfPlay, words: Wording) -> Section:
    """How much stands how, by plan, objective, work area and party."""
    if not state.items:
        return
    none = words.label(Label.NOT_APPLICABLE)
    yield Sheet(heading=words.title("progress")), (words.sentence(Said.PROGRESS, none=none),)
    for by, label in _BY:
        tallies = state.tallies(by)
        # One row for everything says nothing that the overview does not.
        told = any(tally.key for tally in tallies)
        if told and (by != "plan" or len(tallies) > 1):
            yield _tallied(words.label(label), by, tallies, words), ()


def _tallied(heading: str, by: TalliedBy, tallies: Sequence[Tally], words: Wording) -> Sheet:
    if by == "party":
        tallies = [one for one in tallies if has_something(one)]
    shown = [one for one in ORDER if any(tally.count(one).part for tally in tallies)]
    named = {
        "plan": Label.PLAN,
        "objective": Label.OBJECTIVES,
        "work_area": Label.NAME,
        "party": Label.PARTY,
    }
    names = (words.label(Label.TOTAL), *(_capital(words.word(one.value)) for one in shown))
    names += tuple(map(words.label, (Label.SILENT, Label.MEASURED, Label.REPORTED)))
    headings = (
        Heading(words.label(named[by]), 24),
        *(Heading(name, 8, figures=True) for name in names),
    )
    lines = []
    for tally in tallies:
        figures = [str(tally.total)]
        figures += [_counted(tally, one, words) for one in shown]
        figures += map(words.count, (tally.silent, tally.measured, tally.reported))
        lines.append(Line(cells=(_key(tally, by, words), *map(cell, figures))))
    return Sheet(heading=heading, headings=headings, lines=tuple(lines))


def _counted(tally: Tally, standing: Standing, words: Wording) -> str:
    count = tally.count(standing)
    # What is done is what people want the share of.
    is_share = standing is Standing.COMPLETED or not tally.total
    return words.count(count) if is_share else str(count.part)


def _key(tally: Tally, by: TalliedBy, words: Wording) -> Cell:
    """The code or id, and the title or name behind it."""
    if not tally.key:
        return cell(words.label(Label.NONE))
    key = tally.key if tally.within in ("", words.plan) else f"{tally.within}: {tally.key}"
    if tally.label and same_words(tally.key, tally.label):
        return cell(tally.label)
    key = words.party(key) if by == "party" else key
    return cell(key if tally.label in ("", key) else f"{key} {tally.label}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def indicators_section(state: StateOfPlay, words: Wording) -> Section:
    """What was measured, against what is to be reached; then each value."""
    if not state.series and not state.unmeasured:
        return
    sentences = [words.sentence(Said.INDICATORS)] if state.series else []
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
    at_end = "" if end is None else words.label(Label.TARGET_AT_END, _figure(end))
    return (*cell(told), *cell(at_end))


def _has_own_target(series: Series) -> bool:
    """Whether the last period that was measured has a target of its own."""
    last = series.periods[-1:]
    return any(one.period in last for one in series.measure.targets)


def _series(series: Series, words: Wording) -> Line:
    none = words.label(Label.NOT_APPLICABLE)
    periods = series.periods
    value = _figure(series.value) or none
    summed = words.label(Label.SUMMED) if series.summed else ""
    met = none if series.met is None else words.label(Label.YES if series.met else Label.NO)
    if series.met is not None and _has_own_target(series):
        met = words.label(Label.YES_OF_PERIOD, met)
    tone: Tone = "" if series.met is None else "good" if series.met else "warn"
    return Line(
        cells=(
            cell(words.code(series.indicator)),
            cell(series.text),
            cell(", ".join(map(str, series.objectives))),
            cell(series.measure.unit),
            cell(period_in_words(periods[-1], words.language) if periods else ""),
            cell(_figure(series.measure.baseline)),
            (*cell(value), *cell(summed)),
            _targets(series, words),
            cell(none if series.reached is None else _percentage(series.reached, words)),
            cell(met),
        ),
        tones=("", "", "", "", "", "", "", "", "", tone),
    )


def _figure(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _percentage(share: Fraction, words: Wording) -> str:
    """A share in whole per cent; rounded down, so that 100 means that all is reached."""
    space = "" if words.language == "en" else "\u00a0"
    return f"{share.numerator * 100 // share.denominator}{space}%"


def _points(series: Series, words: Wording) -> list[Line]:
    return [
        Line(
            cells=(
                cell(words.code(series.indicator)),
                cell(period_in_words(point.period, words.language)),
                cell(words.party(point.party)),
                cell(point.dimension),
                cell(_figure(point.value)),
                cell(words.day(point.on)),
            )
        )
        for point in series.points
    ]


def deliverables_section(state: StateOfPlay, words: Wording) -> Section:
    """What qualitative indicators ask for: a column for each stage."""
    shown = [one for one in state.deliverables if one.steps]
    stages = [
        stage for stage in Stage if any(step.stage is stage for one in shown for step in one.steps)
    ]
    if shown:
        headings = (
            Heading(words.label(Label.ACTION), 12),
            Heading(words.label(Label.IN_WORDS), 30),
            *(Heading(words.word(stage.value), 14) for stage in stages),
        )
        lines = tuple(_deliverable(one, stages, words) for one in shown)
        complete = sum(one.complete for one in shown)
        count = words.label(Label.OF, complete, len(shown))
        heading = f"{words.title('deliverables')} ({count})"
        yield (
            Sheet(heading=heading, headings=headings, lines=lines),
            (words.sentence(Said.DELIVERABLES),),
        )


def _deliverable(deliverable: Deliverable, stages: Sequence[Stage], words: Wording) -> Line:
    cells: list[Cell] = []
    tones: list[Tone] = []
    for stage in stages:
        steps = [step for step in deliverable.steps if step.stage is stage]
        cells.append(
            tuple(
                part for step in steps for part in _step(step, step is deliverable.next_step, words)
            )
        )
        reached = [step.reached for step in steps]
        tones.append("good" if reached and all(reached) else "warn" if reached else "")
    return Line(
        cells=(cell(words.code(deliverable.indicator)), cell(deliverable.text), *cells),
        tones=("", "", *tones),
    )


def _step(step: DeliverableStep, is_next: bool, words: Wording) -> Cell:  # noqa: FBT001 - a pair
    said = words.label(Label.REACHED if step.reached else Label.NOT_REACHED)
    if is_next:
        said += f" ({words.label(Label.NEXT_STEP)})"
    behind = [said]
    if step.body is not None:
        behind.append(words.party(step.body))
    if step.on is not None:
        behind.append(words.day(step.on))
    document = "" if step.document is None else step.document.cite()
    return (*cell(", ".join(behind)), *cell(document))


def deadlines_section(state: StateOfPlay, words: Wording) -> Section:
    """The deadlines that were changed: old and new words, by how much, the document and why."""
    if state.slippage:
        headings = (
            Heading(words.label(Label.ABOUT), 12),
            Heading(words.label(Label.OLD_WORDING), 20),
            Heading(words.label(Label.NEW_WORDING), 20),
            Heading(words.label(Label.MOVED), 10),
            Heading(words.label(Label.DAY), 12),
            Heading(words.label(Label.DOCUMENT), 10),
            Heading(words.label(Label.REASON), 22),
        )
        heading = f"{words.title('deadlines')} ({len(state.slippage)})"
        sentence = words.sentence(Said.DEADLINES, on=words.day(state.on))
        lines = [_change(group, words) for group in _alike(state.slippage)]
        yield fitting(heading, headings, lines), (sentence,)


def _alike(changes: Iterable[DeadlineChange]) -> Iterator[list[DeadlineChange]]:
    """Changes in which only the subject differs, as where an event moves several deadlines."""
    groups: dict[tuple[object, ...], list[DeadlineChange]] = {}
    for one in changes:
        key = (one.old, one.new, one.document, one.on, one.reason, one.event)
        groups.setdefault(key, []).append(one)
    yield from groups.values()


def _change(changes: Sequence[DeadlineChange], words: Wording) -> Line:
    change = changes[0]
    event = words.labelled(words.label(Label.EVENT))
    moved = "" if change.days is None else words.label(Label.MOVED_DAYS, f"{change.days:+d}")
    return Line(
        cells=(
            cell(words.listed(words.code(one.subject) for one in changes)),
            words.wording(change.old),
            words.wording(change.new),
            cell(moved),
            cell(words.label(Label.UNDATED) if change.on is None else words.day(change.on)),
            cell("" if change.document is None else change.document.cite()),
            (*cell(change.reason), *cell(f"{event} {change.event}" if change.event else "")),
        )
    )


def _plainly(message: str) -> str:
    """A finding as a sentence; what one may do about it with the program is left out."""
    said = " ".join(message.split())
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '?', '!')) else '.'}"


def doubts_section(state: StateOfPlay, words: Wording) -> Section:
    """What the review could not decide, in its own words."""
    findings = tuple(state.report)
    if findings:
        headings = (
            Heading(words.label(Label.ABOUT), 18),
            Heading(words.label(Label.FINDING), 82),
        )
        lines = tuple(
            Line(cells=(cell(one.subject or ""), cell(_plainly(one.message)))) for one in findings
        )
        heading = f"{words.title('doubts')} ({len(findings)})"
        yield (
            Sheet(heading=heading, headings=headings, lines=lines),
            (words.sentence(Said.DOUBTS),),
        )
