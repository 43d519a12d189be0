"""The columns of Council tables: what they hold, and the headings under which they stand.

Readers find their way by these headings, exporters print them. A column is named by what it
holds, so that a plan with other headings, another order or fewer columns is the same to both.
"""

from customs_coop.formats.columns.base import Column, ColumnSet
from customs_coop.formats.columns.finding import (
    column_of,
    columns_of,
    heading_mark,
    same_heading,
)
from customs_coop.formats.columns.headings import (
    ACTION_PLAN,
    COLUMN_SETS,
    HEADINGS,
    LANGUAGES,
    TIMETABLE,
    WORK_PLAN,
    column_set,
)
from customs_coop.formats.columns.spellings import OTHER_HEADINGS

__all__ = [
    "ACTION_PLAN",
    "COLUMN_SETS",
    "HEADINGS",
    "LANGUAGES",
    "OTHER_HEADINGS",
    "TIMETABLE",
    "WORK_PLAN",
    "Column",
    "ColumnSet",
    "column_of",
    "column_set",
    "columns_of",
    "heading_mark",
    "same_heading",
]
