"""The Council table, described once for all formats: cover, columns, groups, rows and notes."""

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.cover import Cover
from customs_coop.formats.notes import Footnote
from customs_coop.formats.tables.describing import (
    ColumnsName,
    choose_columns,
    council_table,
    council_tables,
)
from customs_coop.formats.tables.parts import (
    Box,
    CouncilTable,
    Group,
    Objectives,
    Row,
    TableColumn,
    title_place,
)
from customs_coop.formats.tables.rows import RowPrinter

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
    "RowPrinter",
    "TableColumn",
    "choose_columns",
    "council_table",
    "council_tables",
    "title_place",
]
