"""The columns of Council tables: what they hold, and the headings under which they stand.

Readers find their way by these headings, exporters print them. A column is named by what it
holds, so that a plan with other headings, another order or fewer columns is the same to both.
"""

import enum
import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

__all__ = [
    "ACTION_PLAN",
    "COLUMN_SETS",
    "OTHER_HEADINGS",
    "TIMETABLE",
    "WORK_PLAN",
    "Column",
    "ColumnSet",
    "column_of",
    "same_heading",
]


class Column(enum.Enum):
    """What a column of a Council table holds."""

    CODE = "code"
    TITLE = "title"
    OBJECTIVES = "objectives"
    PRIORITY = "priority"
    INDICATORS = "indicators"
    OUTCOMES = "outcomes"
    RESPONSIBLE = "responsible"
    CONCERNED = "concerned"
    DEADLINES = "deadlines"
    STATUS = "status"
    TERMS_OF_REFERENCE = "terms_of_reference"


@attrs.frozen(kw_only=True)
class ColumnSet:
    """The columns of one kind of plan, in their printed order.

    Args:
        name: Its short name, such as "work-plan".
        columns: Each column with the heading under which it is printed.
        boxes: What stands in a box of full width below the row, with its heading.
    """

    name: str
    columns: tuple[tuple[Column, str], ...]
    boxes: tuple[tuple[Column, str], ...] = ()


WORK_PLAN = ColumnSet(
    name="work-plan",
    columns=(
        (Column.CODE, "Code"),
        (Column.TITLE, "Action/Activity"),
        (Column.OBJECTIVES, "Strategic Objective"),
        (Column.PRIORITY, "Priority"),
        (Column.INDICATORS, "Performance Indicator (incl. timescale)"),
        (Column.RESPONSIBLE, "Responsible Party"),
    ),
)
"""The six columns of a work plan, as in 14680/05."""

ACTION_PLAN = ColumnSet(
    name="action-plan",
    columns=(
        (Column.TITLE, "Proposed action"),
        (Column.OBJECTIVES, "Strategic objectives"),
        (Column.INDICATORS, "Performance indicator"),
        (Column.OUTCOMES, "Possible outcome(s)"),
        (Column.CONCERNED, "Other concerned parties"),
    ),
    boxes=((Column.TERMS_OF_REFERENCE, "Terms of reference"),),
)
"""The five columns and the box of the later action plans."""

TIMETABLE = ColumnSet(
    name="timetable",
    columns=(
        (Column.CODE, "No"),
        (Column.TITLE, "Action"),
        (Column.DEADLINES, "Deadlines"),
    ),
)
"""The columns of a timetable annex, as in 9710/1/97."""

COLUMN_SETS: Mapping[str, ColumnSet] = MappingProxyType(
    {columns.name: columns for columns in (WORK_PLAN, ACTION_PLAN, TIMETABLE)}
)
"""The column sets by name."""

OTHER_HEADINGS: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.CODE: ("no", "number", "action code", "ref", "reference"),
        Column.TITLE: ("action", "activity", "action/activity", "proposed action", "measure"),
        Column.OBJECTIVES: ("objective", "strategic objective"),
        Column.PRIORITY: ("priority level",),
        Column.INDICATORS: (
            "indicator",
            "performance indicator",
            "performance indicator and timescale",
        ),
        Column.OUTCOMES: ("outcome", "possible outcome", "expected outcome"),
        Column.RESPONSIBLE: ("responsible party", "responsible", "lead", "lead party"),
        Column.CONCERNED: ("other concerned party", "other interested party", "concerned party"),
        Column.DEADLINES: ("deadline", "timescale", "timetable", "target date"),
        Column.STATUS: ("status", "state of play", "progress"),
        Column.TERMS_OF_REFERENCE: ("terms of reference",),
    }
)
"""Further headings under which readers find a column; singular and plural are alike."""

_BRACKETS = re.compile(r"\([^()]{0,80}\)")
# "Action / Activity" and "Action/ Activity" are one heading.
_SLASH = re.compile(r"\s{0,20}/\s{0,20}")
_NOT_WORDS = re.compile(r"[^a-z0-9/]+")


def _fold(heading: str) -> str:
    """Fold case, blanks, brackets and plural endings, so that "Deadlines:" is "deadline"."""
    bare = _SLASH.sub("/", _NOT_WORDS.sub(" ", _BRACKETS.sub(" ", heading.casefold()))).strip()
    words = []
    for word in bare.split():
        if word.endswith("ies"):
            words.append(word[:-3] + "y")
        elif word.endswith("s") and not word.endswith("ss") and word not in ("terms", "status"):
            words.append(word[:-1])
        else:
            words.append(word)
    return " ".join(words)


_COLUMNS: Mapping[str, Column] = MappingProxyType(
    {_fold(heading): column for column, headings in OTHER_HEADINGS.items() for heading in headings}
    | {
        _fold(heading): column
        for columns in COLUMN_SETS.values()
        for column, heading in (*columns.columns, *columns.boxes)
    }
)


def same_heading(one: str, other: str) -> bool:
    """Whether two headings differ at most in case, number, brackets or line breaks.

    Example:
        >>> same_heading("Strategic objective(s)", "STRATEGIC OBJECTIVES")
        True
        >>> same_heading("Measure", "Action")
        False
    """
    return _fold(one) == _fold(other)


def column_of(heading: str) -> Column | None:
    """The column that a heading names, whatever its case, number, brackets or line breaks.

    Args:
        heading: The heading as printed.

    Returns:
        The column, or None for a heading that is not known.

    Example:
        >>> column_of("PERFORMANCE INDICATORS (incl. timescale)")
        <Column.INDICATORS: 'indicators'>
        >>> column_of("Budget") is None
        True
    """
    return _COLUMNS.get(_fold(heading))
