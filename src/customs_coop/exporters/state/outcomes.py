"""The sections of a note on progress, on what was delivered, on changed deadlines, and doubts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from customs_coop.deadline import Deadline, Relative
from customs_coop.exporters.ledger.cells import cell, fitting
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Sheet, Tone
from customs_coop.exporters.state.items import Section
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.model import DeadlineChange, Named, Stage
from customs_coop.monitoring import (
    Deliverable,
    DeliverableStep,
    Standing,
    StateOfPlay,
    TalliedBy,
    Tally,
)
from customs_coop.monitoring.anchoring import recorded_time
from customs_coop.monitoring.events import certain_day, hanging_window
from customs_coop.monitoring.summaries import ORDER, has_something, same_words

__all__ = [
    "deadlines_section",
    "deliverables_section",
    "doubts_section",
    "progress_section",
]

_Times: TypeAlias = Mapping[tuple[object, ...], tuple[Deadline | None, Deadline | None]]
"""The times of events before and after their changes."""

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
        several = sum(bool(tally.key) for tally in tallies) > 1
        if told and (by != "plan" or several):
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
    named_counts = [
        (Label.SILENT, [words.count(one.silent) for one in tallies]),
        (Label.MEASURED, [words.count(one.measured) for one in tallies]),
        (Label.TO_MEASURE, [str(one.to_measure or "") for one in tallies]),
        (Label.REPORTED, [words.count(one.reported) for one in tallies]),
        (Label.TO_COME, [str(one.to_come or "") for one in tallies]),
        (Label.MAY_BE_LATE, [str(one.possibly_missing or "") for one in tallies]),
    ]
    named_counts = [(label, column) for label, column in named_counts if any(column)]
    names += tuple(words.label(label) for label, _ in named_counts)
    headings = (
        Heading(words.label(named[by]), 24),
        *(Heading(name, 8, figures=True) for name in names),
    )
    lines = []
    for place, tally in enumerate(tallies):
        figures = [str(tally.total)]
        figures += [_counted(tally, one, words) for one in shown]
        figures += [column[place] for _, column in named_counts]
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
        done = words.label(Label.OF, sum(one.complete for one in shown), len(shown))
        heading = f"{words.title('deliverables')} ({len(shown)})"
        yield (
            Sheet(heading=heading, headings=headings, lines=lines),
            (words.sentence(Said.DELIVERABLES, done=done),),
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
        times = _times_of_events(state.slippage)
        lines = [_change(group, times, words) for group in _alike(state.slippage)]
        yield fitting(heading, headings, lines), (sentence,)


def _alike(changes: Iterable[DeadlineChange]) -> Iterator[list[DeadlineChange]]:
    """Changes in which only the subject differs, as where an event moves several deadlines."""
    groups: dict[tuple[object, ...], list[DeadlineChange]] = {}
    for one in changes:
        key = (one.old, one.new, one.document, one.on, one.reason, one.event)
        groups.setdefault(key, []).append(one)
    yield from groups.values()


def _times_of_events(changes: Iterable[DeadlineChange]) -> _Times:
    """The time of each event before and after each change, by what tells that change."""
    return {_occasion(one): (one.old, one.new) for one in changes if _is_of_event(one)}


def _occasion(change: DeadlineChange) -> tuple[object, ...]:
    """What all that is recorded of one new day of an event has in common."""
    return change.event, change.document, change.on, change.reason


def _is_of_event(change: DeadlineChange) -> bool:
    return isinstance(change.subject, Named) and change.subject.kind == "event"


def _change(changes: Sequence[DeadlineChange], times: _Times, words: Wording) -> Line:
    change = changes[0]
    event = words.labelled(words.label(Label.EVENT))
    old, new = times.get(_occasion(change), (None, None)) if change.event else (None, None)
    return Line(
        cells=(
            cell(words.listed(words.code(one.subject) for one in changes)),
            _worded(change, change.old, old, words),
            _worded(change, change.new, new, words),
            cell(_moved(change, words)),
            cell(words.label(Label.UNDATED) if change.on is None else words.day(change.on)),
            cell("" if change.document is None else change.document.cite()),
            (*cell(change.reason), *cell(f"{event} {change.event}" if change.event else "")),
        )
    )


def _moved(change: DeadlineChange, words: Wording) -> str:
    """By how many days the last day moved, or that there is one now, or none any more."""
    if change.days is not None:
        return words.label(Label.MOVED_DAYS, f"{change.days:+d}")
    if change.day_after is not None:
        return words.label(Label.DAY_SET)
    return "" if change.day_before is None else words.label(Label.DAY_TAKEN_BACK)


def _worded(
    change: DeadlineChange, deadline: Deadline | None, event: Deadline | None, words: Wording
) -> Cell:
    """The words of a deadline and their reading; of an event, when it is.

    Args:
        change: The change.
        deadline: The deadline before or after it.
        event: The time of the event on which it hangs, at the same time; None where nobody says.
        words: The words of the note.
    """
    if deadline is not None and _is_of_event(change):
        when = recorded_time(deadline)
        day = certain_day(when)
        if day is not None:
            return cell(words.label(Label.ON_DAY, words.day(day)))
        told = "" if when is None else words.between(when.earliest, when.latest)
        return cell(told or words.label(Label.NO_DAY))
    if isinstance(deadline, Relative) and deadline.latest is None:
        return words.wording(
            deadline, words.between(*hanging_window(deadline, recorded_time(event)))
        )
    reading = ""
    if deadline is not None:
        reading = words.between(deadline.earliest, deadline.latest) or words.label(Label.NO_DAY)
    return words.wording(deadline, reading)


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
