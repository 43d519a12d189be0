"""The table of a plan, or those of two plans with the same columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from customs_coop.errors import InvalidValueError
from customs_coop.formats.cells import column_needed, own_cell
from customs_coop.formats.columns import (
    ACTION_PLAN,
    COLUMN_SETS,
    HEADINGS,
    TIMETABLE,
    WORK_PLAN,
    Column,
    ColumnSet,
    column_of,
    column_set,
    columns_of,
    same_heading,
)
from customs_coop.formats.cover import make_cover
from customs_coop.formats.notes import footnotes_of, note_line, note_marks
from customs_coop.formats.provenance import strategy_of
from customs_coop.formats.sheet import NO_HEADING, SHEET_WORDS, Language
from customs_coop.formats.tables.parts import (
    CouncilTable,
    Group,
    Objectives,
    TableColumn,
)
from customs_coop.formats.tables.rows import RowPrinter, boxes_of
from customs_coop.model import Action, ActionPlan, Code, Dossier, Role, WorkArea

__all__ = ["ColumnsName", "choose_columns", "council_table", "council_tables"]

ColumnsName: TypeAlias = Literal["work-plan", "action-plan", "timetable"]
"""The names of the column sets."""

# Relative widths.
_WIDTHS: Mapping[Column, int] = {
    Column.CODE: 5,
    Column.TITLE: 30,
    Column.OBJECTIVES: 10,
    Column.PRIORITY: 9,
    Column.INDICATORS: 29,
    Column.OUTCOMES: 22,
    Column.RESPONSIBLE: 17,
    Column.CONCERNED: 16,
    Column.DEADLINES: 17,
}
_EXTRA_WIDTH = 14
_TIMETABLE_TITLE = 70

# What a set may lack and a plan may have, in the order in which it is added, with its heading.
_ADDED = (
    *WORK_PLAN.columns[2:5],
    *(pair for pair in ACTION_PLAN.columns if pair[0] is Column.OUTCOMES),
    WORK_PLAN.columns[5],
)

# With these, and codes in a column, no reader takes a table for a timetable.
_OF_WORK_PLANS = frozenset(
    (Column.OBJECTIVES, Column.PRIORITY, Column.INDICATORS, Column.RESPONSIBLE)
)

# The codes that stand with the title of an action where the table has no column for them.
_CODE_WITH_TITLE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[a-z]?")


def choose_columns(plan: ActionPlan) -> ColumnSet:
    """Choose the columns by what the actions hold.

    A priority or a responsible party makes a work plan; else terms of reference or outcomes make
    an action plan; else deadlines of the actions themselves (not of their indicators) make a
    timetable; else work areas or indicators make a work plan again. A plan with none of these is
    a timetable, the smallest table.

    Example:
        >>> actions = [Action(code="1.1", title="Monitor the traffic", priority="High")]
        >>> choose_columns(ActionPlan(id="AP1", title="First", actions=actions)).name
        'work-plan'
    """
    return _chosen(plan.actions)


def _chosen(actions: Sequence[Action]) -> ColumnSet:
    if any(a.priority is not None or _has_responsible(a) for a in actions):
        return WORK_PLAN
    if any(a.terms_of_reference or a.outcomes for a in actions):
        return ACTION_PLAN
    if any(a.deadlines for a in actions):
        return TIMETABLE
    return WORK_PLAN if any(a.work_area or a.indicators for a in actions) else TIMETABLE


def _has_responsible(action: Action) -> bool:
    return any(i.role is Role.RESPONSIBLE and own_cell(i, action) for i in action.involved)


def council_table(
    plan: ActionPlan,
    *,
    dossier: Dossier | None = None,
    columns: str | None = None,
    language: Language = "en",
) -> CouncilTable:
    """Describe the table of a plan.

    A column that the set does not have and the plan needs is added, so that no field of the table
    is lost; cells of unknown columns come last.

    Args:
        plan: The plan.
        dossier: The dossier that holds it: the cover of its document and the objectives of its
            strategy are taken from there.
        columns: The name of a column set, or None to choose by what the plan holds.
        language: The language of the headings and labels; the words of the plan stay as they are.

    Returns:
        The table, the same for every format.

    Raises:
        InvalidValueError: There is no column set of that name.

    Example:
        >>> action = Action(code="1", title="Compare the forms", deadlines=[])
        >>> table = council_table(ActionPlan(id="P1", title="Programme", actions=[action]))
        >>> [column.heading for column in table.columns]
        ['No', 'Action', 'Deadlines']
    """
    holder = Dossier.of(plan) if dossier is None else dossier
    return _table(plan, holder, columns, (plan,), language)


def council_tables(
    old: ActionPlan, new: ActionPlan, *, columns: str | None = None
) -> tuple[CouncilTable, CouncilTable]:
    """Describe the tables of two plans with the same columns: those that either of them needs.

    Args:
        old: The one plan.
        new: The other.
        columns: The name of a column set, or None to choose by what the two hold.

    Returns:
        The table of each, which can be laid one upon the other.

    Raises:
        InvalidValueError: There is no column set of that name.

    Example:
        >>> old = ActionPlan(id="P1", title="Programme", actions=[Action(code="1", title="Swim")])
        >>> new = ActionPlan(
        ...     id="P1", title="Programme", actions=[Action(code="1", title="Swim", priority="Low")]
        ... )
        >>> [column.heading for column in council_tables(old, new)[0].columns[:4]]
        ['Code', 'Action/Activity', 'Strategic Objective', 'Priority']
    """
    plans = (new, old)
    return (
        _table(old, Dossier.of(old), columns, plans),
        _table(new, Dossier.of(new), columns, plans),
    )


def _table(
    plan: ActionPlan,
    dossier: Dossier,
    columns: str | None,
    plans: tuple[ActionPlan, ...],
    language: Language = "en",
) -> CouncilTable:
    """Describe the table of a plan with columns that do for the rows of several."""
    if columns is not None and columns not in COLUMN_SETS:
        names = ", ".join(COLUMN_SETS)
        raise InvalidValueError(f"there are no columns named {columns!r}; there are {names}")
    actions = tuple([action for one in plans for action in one])
    chosen = _chosen(actions) if columns is None else COLUMN_SETS[columns]
    fields = _with_needed(chosen, actions)
    extra = tuple(
        dict.fromkeys(
            cell.heading
            for action in actions
            for cell in action.extra
            if not any(same_heading(cell.heading, heading) for _, heading in fields)
        )
    )
    marks = note_marks(plan)
    words = _words_of(chosen, language)
    boxes = tuple((column, words.get(column, heading)) for column, heading in boxes_of(chosen))
    printer = RowPrinter(
        fields=fields,
        names=tuple([words.get(column, heading) for column, heading in fields]),
        extra=extra,
        boxes=boxes,
        marks=marks,
        language=language,
    )
    rows = [printer.row(action) for action in plan]
    plain = (
        chosen is TIMETABLE
        and not _OF_WORK_PLANS.intersection(columns_of([*(one for _, one in fields), *extra]))
        and all(map(_are_plain, plans))
    )
    groups = tuple(
        Group(
            heading=_heading(area, chosen, language, plain=plain),
            area=None if area is None else area.code,
            rows=tuple([rows[index] for index in indices]),
            places=indices,
            notes=footnotes_of(plan, [plan.actions[index] for index in indices], marks),
        )
        for area, indices in _areas(plan)
    )
    used = {note for action in plan for note in action.notes}
    return CouncilTable(
        cover=make_cover(plan, dossier, language),
        objectives=_objectives(plan, dossier, language),
        name=chosen.name,
        columns=(
            *(_column(column, words.get(column, heading), chosen) for column, heading in fields),
            *(
                TableColumn(heading=heading if heading.strip() else NO_HEADING, width=_EXTRA_WIDTH)
                for heading in extra
            ),
        ),
        numbered=chosen is WORK_PLAN,
        groups=groups,
        notes=tuple(note_line(n, language) for n in plan.notes if n.id not in used),
        language=language,
    )


def _words_of(chosen: ColumnSet, language: Language) -> Mapping[Column, str]:
    """The headings in another language than that in which the columns are chosen."""
    if language == chosen.language:
        return {}
    own = column_set(chosen.name, language)
    return {**HEADINGS[language], **dict((*own.columns, *own.boxes))}


def _with_needed(chosen: ColumnSet, actions: Sequence[Action]) -> tuple[tuple[Column, str], ...]:
    fields = list(chosen.columns)
    if Column.CODE not in (column for column, _ in fields) and any(
        not action.title.strip()
        or _CODE_WITH_TITLE.fullmatch(action.code.text) is None
        or any(column_of(cell.heading) is Column.CODE for cell in action.extra)
        for action in actions
    ):
        fields.insert(0, WORK_PLAN.columns[0])
    for column, heading in _ADDED:
        present = [known for known, _ in fields]
        if column not in present and any(column_needed(a, column, present) for a in actions):
            fields.append((column, heading))
    return tuple(fields)


def _column(column: Column, heading: str, chosen: ColumnSet) -> TableColumn:
    timetable = chosen is TIMETABLE and column is Column.TITLE
    width = _TIMETABLE_TITLE if timetable else _WIDTHS[column]
    return TableColumn(heading=heading, width=width, column=column)


def _areas(plan: ActionPlan) -> Iterator[tuple[WorkArea | None, tuple[int, ...]]]:
    """The work areas with the places of their actions.

    Actions without an area come first: below another heading they would seem to be part of it.
    """
    found: dict[Code | None, list[int]] = {None: []}
    for area in plan.work_areas:
        found.setdefault(area.code, [])
    for index, action in enumerate(plan.actions):
        found.setdefault(action.work_area, []).append(index)
    declared = {area.code: area for area in reversed(plan.work_areas)}
    for code, indices in found.items():
        if code is not None:
            yield declared.get(code) or WorkArea(code=code, title=""), tuple(indices)
        elif indices or not plan.work_areas:
            yield None, tuple(indices)


def _are_plain(plan: ActionPlan) -> bool:
    """Whether the sections of a timetable can stand without their codes, as they mostly do.

    Capitals set them apart, and their codes only count them. One section alone might be a title,
    and one row alone makes no timetable.
    """
    return min(len(plan.work_areas), len(plan.actions)) > 1 and all(
        area.title == area.title.upper()
        and area.title[:1].isalpha()
        and sum(map(str.isalpha, area.title)) >= 3
        and area.code.text == str(place)
        for place, area in enumerate(plan.work_areas, start=1)
    )


def _heading(area: WorkArea | None, chosen: ColumnSet, language: Language, *, plain: bool) -> str:
    if area is None:
        return ""
    title = " ".join(area.title.split())
    if plain and title:
        return title
    words = SHEET_WORDS[language]
    kind = words.section if chosen is TIMETABLE else words.area
    return f"{kind} {area.code}. {title}" if title else f"{kind} {area.code}"


def _objectives(plan: ActionPlan, dossier: Dossier, language: Language) -> Objectives | None:
    strategy = strategy_of(plan, dossier)
    if strategy is None or not strategy.objectives:
        return None
    lines = [f"({one.code}) {' '.join(one.text.split())}" for one in strategy.objectives]
    return Objectives(heading=SHEET_WORDS[language].objectives, lines=tuple(lines))
