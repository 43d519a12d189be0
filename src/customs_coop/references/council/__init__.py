"""The numbers of Council documents, as in "11167/5/03 REV 5 ENFOCUSTOM 29 ENFOPOL 84"."""

from customs_coop.references.council.families import latest_revision
from customs_coop.references.council.finding import find_document_numbers
from customs_coop.references.council.number import (
    CitationStyle,
    DocumentNumber,
    has_suffix,
    read_document_number,
)
from customs_coop.references.council.spellings import DOCUMENTS

__all__ = [
    "DOCUMENTS",
    "CitationStyle",
    "DocumentNumber",
    "find_document_numbers",
    "has_suffix",
    "latest_revision",
    "read_document_number",
]
