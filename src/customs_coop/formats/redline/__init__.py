"""Two plans as one marked table: what is the same, what was inserted, and what was deleted."""

from customs_coop.formats.redline.marking import IN_NO_COLUMN, marked_table, plans_of
from customs_coop.formats.redline.parts import (
    MarkedBox,
    MarkedGroup,
    MarkedLine,
    MarkedParagraph,
    MarkedRow,
    MarkedRun,
    MarkedTable,
    is_changed,
)

__all__ = [
    "IN_NO_COLUMN",
    "MarkedBox",
    "MarkedGroup",
    "MarkedLine",
    "MarkedParagraph",
    "MarkedRow",
    "MarkedRun",
    "MarkedTable",
    "is_changed",
    "marked_table",
    "plans_of",
]
