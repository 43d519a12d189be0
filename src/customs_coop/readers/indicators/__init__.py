"""Indicator cells: one indicator for each milestone, with its deadline, status and evidence."""

from customs_coop.readers.indicators.lists import NumberedItem, split_numbered
from customs_coop.readers.indicators.milestones import is_deadline_alone
from customs_coop.readers.indicators.reading import (
    leading_remarks,
    read_indicator,
    read_indicators,
    read_items,
)

__all__ = [
    "NumberedItem",
    "is_deadline_alone",
    "leading_remarks",
    "read_indicator",
    "read_indicators",
    "read_items",
    "split_numbered",
]
