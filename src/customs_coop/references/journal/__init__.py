"""Citations of the Official Journal, as in "OJ C 247, 15.10.2003, p. 1"."""

from customs_coop.references.journal.candidate import CelexCandidate
from customs_coop.references.journal.finding import PLACES, find_journal_references
from customs_coop.references.journal.place import OJReference, read_journal_reference

__all__ = [
    "PLACES",
    "CelexCandidate",
    "OJReference",
    "find_journal_references",
    "read_journal_reference",
]
