"""The rows of a workbook: one for each action, indicator, work area and party of a plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from customs_coop.deadline import Deadline
from customs_coop.exporters.spreadsheets.headings import (
    Fact,
    Tab,
    fact_heading,
    tab_name,
)
from customs_coop.formats.columns import Column
from customs_coop.formats.notes import note_marks
from customs_coop.formats.provenance import cover_of, marking_of, strategy_of
from customs_coop.formats.sheet import Language
from customs_coop.formats.xlsx import SheetColumn, SheetRow, SheetValue, WorkSheet
from customs_coop.model import (
    Action,
    ActionPlan,
    Code,
    Dossier,
    Funding,
    Indicator,
    Involvement,
    Marking,
    Priority,
    Role,
    Status,
    known_body,
)
from customs_coop.references import Reference

__all__ = ["long_texts", "sheets_of"]

_CODE_WIDTH: Final = 10
_WORDS_WIDTH: Final = 45
_SHORT_WIDTH: Final = 18
_DAY_WIDTH: Final = 13
_EXTRA_WIDTH: Final = 25

_Columns = tuple[tuple[Fact | Column, int], ...]
# What people type there stays as it is: 5.10 is no number.
_CODES: Final = (
    Column.CODE,
    Column.OBJECTIVES,
    Fact.ACTION_CODE,
    Fact.NUMBER,
    Fact.PREVIOUS_CODES,
    Fact.WORK_AREA,
)


def sheets_of(plan: ActionPlan, dossier: Dossier, language: Language) -> tuple[WorkSheet, ...]:
    """The sheets of a plan.

    Args:
        plan: The plan.
        dossier: The dossier that holds it: its document, strategy and parties.
        language: The language of the headings.
    """
    return (
        _actions(plan, language),
        _sheet(Tab.INDICATORS, _OF_INDICATORS, _indicator_rows(plan), language),
        _sheet(Tab.WORK_AREAS, _OF_AREAS, _area_rows(plan), language),
        _sheet(Tab.PARTIES, _OF_PARTIES, _party_rows(plan, dossier), language),
        _sheet(Tab.PLAN, _OF_PLAN, _plan_rows(plan, dossier, language), language),
    )


def long_texts(language: Language) -> WorkSheet:
    """The sheet for texts that no cell can hold, without its rows."""
    return _sheet(Tab.LONG_TEXTS, _OF_LONG_TEXTS, (), language)


def _sheet(tab: Tab, columns: _Columns, rows: Iterable[SheetRow], language: Language) -> WorkSheet:
    return WorkSheet(
        name=tab_name(tab, language),
        columns=tuple(
            SheetColumn(fact_heading(fact, language), width, as_text=fact in _CODES)
            for fact, width in columns
        ),
        rows=tuple(rows),
    )


def _lines(texts: Iterable[str]) -> str:
    """Each text on a line of its own."""
    return "\n".join(text for text in texts if text.strip())


def _once(texts: Iterable[str]) -> str:
    """The same, without what was there before."""
    return _lines(dict.fromkeys(texts))


def _cited(references: Iterable[Reference]) -> str:
    return _once(reference.cite() for reference in references)


def _printed(deadlines: Iterable[Deadline]) -> str:
    return _once(deadline.text for deadline in deadlines)


def _latest(deadlines: Iterable[Deadline]) -> SheetValue:
    """The last of the latest days; None where none is known."""
    return max((day for one in deadlines if (day := one.latest) is not None), default=None)


def _codes(codes: Iterable[Code]) -> str:
    return ", ".join(code.text for code in codes)


def _parties(involved: Iterable[Involvement], *, role: bool = False) -> str:
    return _once(
        f"{one.text.strip() or one.party}"
        f"{'' if one.confirmed or one.text.strip() else ' (tbc)'}"
        f"{f' ({one.role.value})' if role else ''}"
        for one in involved
    )


def _funding(funding: Funding) -> str:
    parts = (funding.programme, funding.state, funding.amount, funding.text)
    return "; ".join(part for part in parts if part)


def _numbered(indicator: Indicator) -> str:
    return indicator.text if indicator.code is None else f"({indicator.code}) {indicator.text}"


def _priority(action: Action) -> str:
    priority = action.priority
    return priority.value if isinstance(priority, Priority) else priority or ""


_OF_ACTIONS: Final[tuple[tuple[Fact | Column, int, Callable[[Action], SheetValue]], ...]] = (
    (Column.CODE, _CODE_WIDTH, lambda a: a.code.text),
    (Column.TITLE, _WORDS_WIDTH, lambda a: a.title),
    (Fact.PREVIOUS_CODES, _CODE_WIDTH, lambda a: _codes(a.aliases)),
    (Fact.WORK_AREA, _CODE_WIDTH, lambda a: a.work_area.text if a.work_area else ""),
    (Column.OBJECTIVES, _CODE_WIDTH, lambda a: _codes(a.objectives)),
    (Column.PRIORITY, _CODE_WIDTH, _priority),
    (Column.STATUS, _SHORT_WIDTH, lambda a: a.status.value),
    (Fact.STATUS_WORDS, _SHORT_WIDTH, lambda a: a.status_text),
    (Column.RESPONSIBLE, _SHORT_WIDTH, lambda a: _parties(a.responsible)),
    (Column.CONCERNED, _SHORT_WIDTH, lambda a: _parties(a.concerned)),
    (Fact.OTHER_PARTIES, _SHORT_WIDTH, lambda a: _parties(_further(a), role=True)),
    (Column.INDICATORS, _WORDS_WIDTH, lambda a: _lines(map(_numbered, a.indicators))),
    (Column.OUTCOMES, _WORDS_WIDTH, lambda a: _lines(a.outcomes)),
    (Column.DEADLINES, _SHORT_WIDTH, lambda a: _printed(a.all_deadlines)),
    (Fact.LATEST_DAY, _DAY_WIDTH, lambda a: _latest(a.all_deadlines)),
    (Column.TERMS_OF_REFERENCE, _WORDS_WIDTH, lambda a: a.terms_of_reference),
    (Fact.REFERENCES, _SHORT_WIDTH, lambda a: _cited(a.references)),
    (Fact.FUNDING, _SHORT_WIDTH, lambda a: _lines(map(_funding, a.funding))),
)
_OF_INDICATORS: Final[_Columns] = (
    (Fact.ACTION_CODE, _CODE_WIDTH),
    (Column.TITLE, _WORDS_WIDTH),
    (Fact.NUMBER, _CODE_WIDTH),
    (Column.INDICATORS, _WORDS_WIDTH),
    (Column.DEADLINES, _SHORT_WIDTH),
    (Fact.LATEST_DAY, _DAY_WIDTH),
    (Column.STATUS, _SHORT_WIDTH),
    (Fact.EVIDENCE, _SHORT_WIDTH),
    (Fact.UNIT, _SHORT_WIDTH),
    (Fact.BASELINE, _CODE_WIDTH),
    (Fact.TARGET, _CODE_WIDTH),
)
_OF_AREAS: Final[_Columns] = (
    (Fact.WORK_AREA, _CODE_WIDTH),
    (Fact.WORK_AREA_TITLE, _WORDS_WIDTH),
    (Fact.ACTIONS, _CODE_WIDTH),
    (Fact.OPEN, _CODE_WIDTH),
)
_OF_PARTIES: Final[_Columns] = (
    (Fact.PARTY, _SHORT_WIDTH),
    (Fact.NAME, _WORDS_WIDTH),
    (Fact.ROLE, _SHORT_WIDTH),
    (Fact.ACTION_CODE, _CODE_WIDTH),
    (Column.TITLE, _WORDS_WIDTH),
    (Fact.WORDS, _WORDS_WIDTH),
    (Fact.TO_CONFIRM, _CODE_WIDTH),
)
_OF_PLAN: Final[_Columns] = ((Fact.FACT, _EXTRA_WIDTH), (Fact.VALUE, 2 * _WORDS_WIDTH))
_OF_LONG_TEXTS: Final[_Columns] = (
    (Fact.CELL, _EXTRA_WIDTH),
    (Fact.PART, _CODE_WIDTH),
    (Fact.TEXT, 2 * _WORDS_WIDTH),
)


def _further(action: Action) -> Iterator[Involvement]:
    return (one for one in action.involved if one.role not in (Role.RESPONSIBLE, Role.CONCERNED))


def _actions(plan: ActionPlan, language: Language) -> WorkSheet:
    notes = _notes(plan)
    extra = tuple(dict.fromkeys(cell.heading for action in plan for cell in action.extra))
    columns: _Columns = (
        *((fact, width) for fact, width, _ in _OF_ACTIONS),
        (Fact.NOTES, _SHORT_WIDTH),
    )
    known = _sheet(Tab.ACTIONS, columns, (), language)
    return WorkSheet(
        name=known.name,
        columns=(*known.columns, *(SheetColumn(heading, _EXTRA_WIDTH) for heading in extra)),
        rows=tuple(
            SheetRow(
                (
                    *(value_of(action) for _, _, value_of in _OF_ACTIONS),
                    _lines(notes[name] for name in action.notes if name in notes),
                    *(_extra(action, heading) for heading in extra),
                ),
                greyed=action.status is Status.COMPLETED,
            )
            for action in plan
        ),
    )


def _notes(plan: ActionPlan) -> Mapping[str, str]:
    marks = note_marks(plan)
    return {
        note.id: f"{marks.get(note.id, note.mark)} {note.text}".strip()
        for note in reversed(plan.notes)
    }


def _extra(action: Action, heading: str) -> str:
    return "\n".join(cell.text for cell in action.extra if cell.heading == heading)


def _indicator_rows(plan: ActionPlan) -> Iterator[SheetRow]:
    for action in plan:
        for one in action.indicators:
            measure = one.measure
            yield SheetRow(
                (
                    action.code.text,
                    action.title,
                    "" if one.code is None else one.code.text,
                    one.text,
                    _printed(one.deadlines),
                    _latest(one.deadlines),
                    one.status.value,
                    _cited(one.evidence),
                    "" if measure is None else measure.unit,
                    None if measure is None else measure.baseline,
                    None if measure is None else measure.target,
                ),
                greyed=Status.COMPLETED in (one.status, action.status),
            )


def _area_rows(plan: ActionPlan) -> Iterator[SheetRow]:
    titles = {area.code: area.title for area in reversed(plan.work_areas)}
    declared = [area.code for area in plan.work_areas]
    used = [action.work_area for action in plan if action.work_area is not None]
    for code in dict.fromkeys((*declared, *used)):
        actions = [action for action in plan if action.work_area == code]
        still = sum(not action.status.closed for action in actions)
        yield SheetRow((code.text, titles.get(code, ""), len(actions), still))


def _party_rows(plan: ActionPlan, dossier: Dossier) -> Iterator[SheetRow]:
    names = {party.id: party.name for party in reversed(dossier.parties)}
    for action in plan:
        for one in action.involved:
            known = None if one.party in names else known_body(one.party)
            yield SheetRow(
                (
                    one.party,
                    names.get(one.party, "" if known is None else known.name),
                    one.role.value,
                    action.code.text,
                    action.title,
                    one.text,
                    "" if one.confirmed else "tbc",
                ),
                greyed=action.status is Status.COMPLETED,
            )


def _plan_rows(plan: ActionPlan, dossier: Dossier, language: Language) -> Iterator[SheetRow]:
    for fact, value in _plan_facts(plan, dossier):
        if value not in (None, ""):
            yield SheetRow((fact_heading(fact, language), value))
    strategy = strategy_of(plan, dossier)
    for objective in () if strategy is None else strategy.objectives:
        heading = f"{fact_heading(Fact.OBJECTIVE, language)} {objective.code}"
        yield SheetRow((heading, objective.text))
    used = {name for action in plan for name in action.notes}
    for note in plan.notes:
        if note.id not in used:
            heading = f"{fact_heading(Fact.NOTE, language)} {note.mark}".strip()
            yield SheetRow((heading, note.text))


def _plan_facts(plan: ActionPlan, dossier: Dossier) -> Sequence[tuple[Fact, SheetValue]]:
    cover, strategy = cover_of(plan, dossier), strategy_of(plan, dossier)
    marking = marking_of(plan, dossier)
    words = "" if strategy is None else strategy.title
    return (
        (Fact.PLAN, plan.id),
        (Fact.TITLE, plan.title),
        (Fact.NUMBER, plan.number),
        (Fact.FIRST_DAY, None if plan.period is None else plan.period.start),
        (Fact.LAST_DAY, None if plan.period is None else plan.period.end),
        (Fact.DOCUMENT, "" if plan.document is None else plan.document.cite()),
        (Fact.MARKING, marking.value if isinstance(marking, Marking) else marking),
        (Fact.DATE, None if cover is None else cover.date),
        (Fact.FROM, "" if cover is None else cover.origin),
        (Fact.TO, "" if cover is None else cover.addressee),
        (Fact.SUBJECT, "" if cover is None else cover.title),
        (Fact.PREVIOUS_DOCUMENTS, "" if cover is None else _cited(cover.previous)),
        (Fact.STRATEGY, ": ".join(part for part in (plan.strategy, words) if part)),
    )
