"""The sections of a note on what has to be done, and on the reports that have to be sent."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from customs_coop.exporters.ledger.cells import cell, fitting
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Sheet
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.cells import Paragraph
from customs_coop.monitoring import DueReport, DutyState, StateItem, StateOfPlay
from customs_coop.monitoring.summaries import owed_groups

__all__ = [
    "Section",
    "due_section",
    "horizon_end",
    "overdue_section",
    "owed_sheet",
    "reports_section",
    "silent_section",
    "waiting_section",
]

Section = Iterator[tuple[Sheet, tuple[str, ...]]]
"""The tables of a section, each with the sentences above it."""

# How many days of rounds are told one by one.
_MOST_DAYS = 4


def horizon_end(state: StateOfPlay) -> dt.date:
    """The last day that counts as due."""
    return state.on + min(state.horizon, dt.date.max - state.on)


def overdue_section(state: StateOfPlay, words: Wording) -> Section:
    """What is overdue, and what may be."""
    title = words.title("overdue")
    if state.overdue:
        yield (
            _items(_counted(title, state.overdue), state.overdue, words),
            (words.sentence(Said.OVERDUE),),
        )
    if state.possibly_overdue:
        heading = _counted(words.label(Label.POSSIBLY_OVERDUE), state.possibly_overdue)
        yield (
            _items(heading, state.possibly_overdue, words),
            (words.sentence(Said.POSSIBLY_OVERDUE),),
        )


def due_section(state: StateOfPlay, words: Wording) -> Section:
    """What is due within the horizon: things, and reports."""
    days = {"on": words.day(state.on), "end": words.day(horizon_end(state))}
    if state.due:
        items = sorted(state.due, key=lambda item: item.due or dt.date.max)
        heading = _counted(words.title("due"), items)
        yield _items(heading, items, words), (words.sentence(Said.DUE, **days),)
    owed = [one for one in state.owed_once if one.state is DutyState.DUE and one.reports]
    if owed:
        heading = _counted(words.label(Label.OPEN_REPORTS), owed)
        yield owed_sheet(heading, owed, words), (words.sentence(Said.REPORTS_DUE, **days),)


def waiting_section(state: StateOfPlay, words: Wording) -> Section:
    """What waits, and for what: once for all indicators of an action that wait for the same."""
    groups: dict[tuple[object, Cell], list[StateItem]] = {}
    for item in state.waiting:
        groups.setdefault((item.action, words.waits(item)), []).append(item)
    lines = []
    for (action, awaited), items in groups.items():
        standings = dict.fromkeys(words.word(item.standing.value) for item in items)
        lines.append(
            Line(
                cells=(
                    cell(words.code(action)),
                    cell(items[0].title),
                    awaited or cell(words.label(Label.NOT_SAID)),
                    cell("; ".join(standings)),
                    cell(words.parties(party for item in items for party in item.parties)),
                )
            )
        )
    if lines:
        headings = (
            Heading(words.label(Label.ACTION), 8),
            Heading(words.label(Label.WHAT), 34),
            Heading(words.label(Label.WAITS_FOR), 30),
            Heading(words.label(Label.STATE), 13),
            Heading(words.label(Label.RESPONSIBLE), 15),
        )
        heading = _counted(words.title("waiting"), state.waiting)
        yield fitting(heading, headings, lines), (words.sentence(Said.WAITING),)


def reports_section(state: StateOfPlay, words: Wording) -> Section:
    """The reports that did not come, by party, those of which it is not certain, and duties."""
    if state.missing:
        heading = _counted(words.title("reports"), state.missing)
        yield owed_sheet(heading, state.missing, words), (words.sentence(Said.REPORTS),)
    if state.possibly_missing:
        heading = _counted(words.label(Label.REPORTS_MAYBE), state.possibly_missing)
        yield (
            owed_sheet(heading, state.possibly_missing, words),
            (words.sentence(Said.REPORTS_MAYBE),),
        )
    if state.undone:
        heading = _counted(words.label(Label.DUTIES_UNDONE), state.undone)
        sheet = owed_sheet(heading, state.undone, words, asked=Label.WHAT)
        yield sheet, (words.sentence(Said.DUTIES_UNDONE),)


def silent_section(state: StateOfPlay, words: Wording) -> Section:
    """The things of which nothing is known."""
    if state.silent:
        listed = words.listed(words.code(item.subject) for item in state.silent)
        heading = _counted(words.title("silent"), state.silent)
        yield Sheet(heading=heading), (words.sentence(Said.SILENT, listed),)


def _counted(heading: str, things: Sequence[object]) -> str:
    return f"{heading} ({len(things)})"


def _items(heading: str, items: Iterable[StateItem], words: Wording) -> Sheet:
    headings = (
        Heading(words.label(Label.ACTION), 8),
        Heading(words.label(Label.WHAT), 36),
        Heading(words.label(Label.DEADLINE), 20),
        Heading(words.label(Label.RESPONSIBLE), 12),
        Heading(words.label(Label.STATE), 24),
    )
    return fitting(heading, headings, [_line(item, words) for item in items])


def _line(item: StateItem, words: Wording) -> Line:
    state = words.state(item)
    awaited = words.waits(item)
    if awaited:
        label = Paragraph(words.labelled(words.label(Label.WAITS_FOR)), label=True)
        state = (*state, label, *awaited)
    return Line(
        cells=(
            cell(words.code(item.action)),
            words.what(item),
            words.deadline(item),
            cell(words.parties(item.parties)),
            state,
        )
    )


def owed_sheet(
    heading: str, owed: Sequence[DueReport], words: Wording, *, asked: Label = Label.REPORT
) -> Sheet:
    """Reports by party; what one owes to another by the same days stands in one row.

    Args:
        heading: The heading of the table.
        owed: The reports.
        words: The words of the note.
        asked: The heading above the words that ask for them.
    """
    rows: dict[tuple[str, str, Cell], list[DueReport]] = {}
    for group in owed_groups(owed):
        key = (group[0].party or "", group[0].to or "", _days(group, words))
        rows.setdefault(key, []).append(group[0])
    # Last, those of whom the text says nothing.
    ordered = sorted(rows.items(), key=lambda row: (not row[0][0], row[0][0]))
    lines = [
        Line(
            cells=(
                cell(words.party(party) or words.label(Label.NOBODY)),
                _each(_asked(one, words, alone=len(found) == 1) for one in found),
                cell(_about(found, words)),
                cell(words.party(to)),
                days,
            )
        )
        for (party, to, days), found in ordered
    ]
    headings = (
        Heading(words.label(Label.PARTY), 14),
        Heading(words.label(asked), 40),
        Heading(words.label(Label.ABOUT), 10),
        Heading(words.label(Label.TO), 12),
        Heading(words.label(Label.DUE), 24),
    )
    return fitting(heading, headings, lines)


def _asked(owed: DueReport, words: Wording, *, alone: bool) -> str:
    """The words that ask for a report; of several ones in a row, behind what each is about."""
    asked = words.quoted(owed.obligation.text)
    if alone or owed.subject is None:
        return asked
    return f"{words.labelled(words.code(owed.subject))} {asked}"


def _each(texts: Iterable[str]) -> Cell:
    """A paragraph for each text, each once."""
    return tuple(part for text in dict.fromkeys(texts) for part in cell(text))


def _about(group: Sequence[DueReport], words: Wording) -> str:
    return words.listed(words.code(one.subject) for one in group if one.subject is not None)


def _days(group: Sequence[DueReport], words: Wording) -> Cell:
    """The words of the deadline, and the days by which the reports were due."""
    deadline = group[0].deadline
    printed = "" if deadline is None else words.quoted(deadline.text)
    known = [one.due for one in group if one.due is not None]
    if len(known) > _MOST_DAYS and len(known) == len(group):
        count = words.label(Label.ROUNDS_COUNT, len(known))
        days = [f"{words.between(min(known), max(known))} ({count})"]
    else:
        days = [words.between(one.earliest, one.due) for one in group]
        days = [day or words.label(Label.NO_DAY) for day in days]
    said = "" if deadline is None else " ".join(deadline.text.split())
    return (*cell(printed), *_each(day for day in days if day != said))
