"""What the documents cite: values that are read, printed and found in running text."""

from customs_coop.references.actions import ActionCitation, RecommendationCitation
from customs_coop.references.acts import ActKind, LegalAct
from customs_coop.references.celex import CelexNumber
from customs_coop.references.commission import CommissionDocument
from customs_coop.references.council import DocumentNumber, latest_revision
from customs_coop.references.finder import (
    EXTRACTORS,
    Extractor,
    Mention,
    Reference,
    find_references,
    parse_reference,
)
from customs_coop.references.journal import CelexCandidate, OJReference

__all__ = [
    "EXTRACTORS",
    "ActKind",
    "ActionCitation",
    "CelexCandidate",
    "CelexNumber",
    "CommissionDocument",
    "DocumentNumber",
    "Extractor",
    "LegalAct",
    "Mention",
    "OJReference",
    "RecommendationCitation",
    "Reference",
    "find_references",
    "latest_revision",
    "parse_reference",
]
