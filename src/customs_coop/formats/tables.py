"""The Council table, described once for all formats: cover, columns, groups, rows and notes."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells import Context, Paragraph, cell_of, column_needed, own_cell
from customs_coop.formats.columns import (
    ACTION_PLAN,
    COLUMN_SETS,
    TIMETABLE,
    WORK_PLAN,
    Column,
    ColumnSet,
    same_heading,
)
from customs_coop.formats.cover import Cover, make_cover
from customs_coop.formats.notes import Footnote, footnotes_of, note_line, note_marks
from customs_coop.formats.provenance import strategy_of
from customs_coop.formats.sheet import OBJECTIVES_HEADING
from customs_coop.model import Action, ActionPlan, Code, Dossier, Role, WorkArea

__all__ = [
    "Box",
    "ColumnsName",
    "CouncilTable",
    "Cover",
    "Footnote",
    "Group",
    "Objectives",
    "Paragraph",
    "Row",
    "TableColumn",
    "choose_columns",
    "council_table",
]

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

# The codes that stand with the title of an action where the table has no column for them.
_CODE_WITH_TITLE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[a-z]?")


@attrs.frozen(kw_only=True)
class TableColumn:
    """One column.

    Args:
        heading: The words above it.
        width: Its width in relation to the others.
        column: What it holds, or None for a column that the model has no field for.
    """

    heading: str
    width: int
    column: Column | None = None


@attrs.frozen(kw_only=True)
class Box:
    """A cell of full width below a row, such as the terms of reference."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@attrs.frozen(kw_only=True)
class Row:
    """One action.

    Args:
        code: Its code.
        cells: The paragraphs of each cell.
        boxes: What stands below it in full width.
        greyed: Whether nothing remains to be done, so that the row is printed in grey.
        state: The word for that, "completed" or "obsolete", or empty.
    """

    code: str
    cells: tuple[tuple[Paragraph, ...], ...]
    boxes: tuple[Box, ...] = ()
    greyed: bool = False
    state: str = ""


@attrs.frozen(kw_only=True)
class Group:
    """The rows of one work area, printed as a table of its own.

    Args:
        heading: The heading, or empty.
        rows: The rows; there may be none.
        notes: The notes that its rows are marked with, each once.
    """

    heading: str
    rows: tuple[Row, ...]
    notes: tuple[Footnote, ...] = ()


@attrs.frozen(kw_only=True)
class Objectives:
    """The objectives of the strategy, as they stand above the table.

    Args:
        heading: The heading.
        lines: Each objective with its code in brackets.
    """

    heading: str
    lines: tuple[str, ...]


@attrs.frozen(kw_only=True)
class CouncilTable:
    """A whole plan as it is printed.

    Args:
        cover: What stands above the table.
        objectives: The objectives of the strategy, or None.
        name: The name of the column set that was chosen.
        columns: The columns of every group.
        numbered: Whether a second row of headings counts the columns.
        groups: The groups, in their printed order.
        notes: The notes to which no row points, each as a line with its mark, above the table.
    """

    cover: Cover
    objectives: Objectives | None
    name: str
    columns: tuple[TableColumn, ...]
    numbered: bool
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()


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
    actions = plan.actions
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
    plan: ActionPlan, *, dossier: Dossier | None = None, columns: str | None = None
) -> CouncilTable:
    """Describe the table of a plan.

    A column that the set does not have and the plan needs is added, so that no field of the table
    is lost; cells of unknown columns come last.

    Args:
        plan: The plan.
        dossier: The dossier that holds it: the cover of its document and the objectives of its
            strategy are taken from there.
        columns: The name of a column set, or None to choose by what the plan holds.

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
    dossier = Dossier.of(plan) if dossier is None else dossier
    if columns is not None and columns not in COLUMN_SETS:
        names = ", ".join(COLUMN_SETS)
        raise InvalidValueError(f"there are no columns named {columns!r}; there are {names}")
    chosen = choose_columns(plan) if columns is None else COLUMN_SETS[columns]
    fields = _with_needed(chosen, plan)
    extra = tuple(
        dict.fromkeys(
            cell.heading
            for action in plan
            for cell in action.extra
            if not any(same_heading(cell.heading, heading) for _, heading in fields)
        )
    )
    boxes = tuple(dict.fromkeys((*chosen.boxes, *ACTION_PLAN.boxes)))
    context = Context(
        columns=frozenset(column for column, _ in fields),
        marks=note_marks(plan),
    )
    rows = {index: _row(a, fields, extra, boxes, context) for index, a in enumerate(plan.actions)}
    plain = chosen is TIMETABLE and _are_plain(plan)
    groups = tuple(
        Group(
            heading=_heading(area, chosen, plain=plain),
            rows=tuple([rows[index] for index in indices]),
            notes=footnotes_of(plan, [plan.actions[index] for index in indices], context.marks),
        )
        for area, indices in _areas(plan)
    )
    used = {note for action in plan for note in action.notes}
    return CouncilTable(
        cover=make_cover(plan, dossier),
        objectives=_objectives(plan, dossier),
        name=chosen.name,
        columns=(
            *(_column(column, heading, chosen) for column, heading in fields),
            *(TableColumn(heading=heading, width=_EXTRA_WIDTH) for heading in extra),
        ),
        numbered=chosen is WORK_PLAN,
        groups=groups,
        notes=tuple(note_line(n) for n in plan.notes if n.id not in used),
    )


def _with_needed(chosen: ColumnSet, plan: ActionPlan) -> tuple[tuple[Column, str], ...]:
    fields = list(chosen.columns)
    if Column.CODE not in (column for column, _ in fields) and not all(
        _CODE_WITH_TITLE.fullmatch(action.code.text) for action in plan
    ):
        fields.insert(0, WORK_PLAN.columns[0])
    for column, heading in _ADDED:
        present = [known for known, _ in fields]
        if column not in present and any(column_needed(a, column, present) for a in plan):
            fields.append((column, heading))
    return tuple(fields)


def _column(column: Column, heading: str, chosen: ColumnSet) -> TableColumn:
    timetable = chosen is TIMETABLE and column is Column.TITLE
    width = _TIMETABLE_TITLE if timetable else _WIDTHS[column]
    return TableColumn(heading=heading, width=width, column=column)


def _row(
    action: Action,
    fields: tuple[tuple[Column, str], ...],
    extra: tuple[str, ...],
    boxes: tuple[tuple[Column, str], ...],
    context: Context,
) -> Row:
    below = [
        Box(heading=heading, paragraphs=paragraphs)
        for column, heading in boxes
        if (paragraphs := cell_of(action, column, context))
    ]
    return Row(
        code=action.code.text,
        cells=(
            *(
                _with_rest(action, column, name, cell_of(action, column, context))
                for column, name in fields
            ),
            *(_extra(action, heading) for heading in extra),
        ),
        boxes=tuple(below),
        greyed=action.status.closed,
        state=action.status.value if action.status.closed else "",
    )


def _with_rest(
    action: Action, column: Column, name: str, cell: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """A cell with what stood under its heading and fitted no field."""
    headings = dict.fromkeys(c.heading for c in action.extra if same_heading(c.heading, name))
    rest = tuple([paragraph for heading in headings for paragraph in _extra(action, heading)])
    if column is not Column.OBJECTIVES or not rest or not cell:
        return cell + rest
    # Else nothing could tell the codes from the words.
    return (*cell, *(Paragraph(addition(Added.WORDS, one.text)) for one in rest))


def _extra(action: Action, heading: str) -> tuple[Paragraph, ...]:
    lines = (line for c in action.extra if c.heading == heading for line in c.text.splitlines())
    return tuple([Paragraph(line.strip()) for line in lines if line.strip()])


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

    Capitals set them apart, and their codes only count them.
    """
    return all(
        area.title == area.title.upper()
        and sum(map(str.isalpha, area.title)) >= 3
        and area.code.text == str(place)
        for place, area in enumerate(plan.work_areas, start=1)
    )


def _heading(area: WorkArea | None, chosen: ColumnSet, *, plain: bool) -> str:
    if area is None:
        return ""
    title = " ".join(area.title.split())
    if plain and title:
        return title
    kind = "Section" if chosen is TIMETABLE else "Work Area"
    return f"{kind} {area.code}. {title}" if title else f"{kind} {area.code}"


def _objectives(plan: ActionPlan, dossier: Dossier) -> Objectives | None:
    strategy = strategy_of(plan, dossier)
    if strategy is None or not strategy.objectives:
        return None
    lines = [f"({one.code}) {' '.join(one.text.split())}" for one in strategy.objectives]
    return Objectives(heading=OBJECTIVES_HEADING, lines=tuple(lines))
