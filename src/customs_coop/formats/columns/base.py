"""What a column of a Council table holds, and the columns of one kind of plan."""

import enum

import attrs

__all__ = ["Column", "ColumnSet"]


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
        language: The language of the headings, as a code of two letters.
    """

    name: str
    columns: tuple[tuple[Column, str], ...]
    boxes: tuple[tuple[Column, str], ...] = ()
    language: str = "en"
