"""What templates of progress and the readers of filled ones share: columns, words, addresses."""

from customs_coop.formats.progress.addresses import Addresses, address_of
from customs_coop.formats.progress.columns import (
    FIGURES,
    NOTES,
    Field,
    field_of,
    fields_of,
)
from customs_coop.formats.progress.days import read_day
from customs_coop.formats.progress.words import (
    NO_UNIT,
    as_period_text,
    may_be_percent,
    read_applicable,
    read_documents,
    read_number,
    read_period,
    read_stage,
    read_state,
)

__all__ = [
    "FIGURES",
    "NOTES",
    "NO_UNIT",
    "Addresses",
    "Field",
    "address_of",
    "as_period_text",
    "field_of",
    "fields_of",
    "may_be_percent",
    "read_applicable",
    "read_day",
    "read_documents",
    "read_number",
    "read_period",
    "read_stage",
    "read_state",
]
