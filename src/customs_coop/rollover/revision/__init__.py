"""The mid-term review of a plan: the same plan, the next revision, each change with its reason."""

from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind
from customs_coop.rollover.revision.cover import CoverNote
from customs_coop.rollover.revision.proposing import (
    Evidence,
    Proposal,
    propose_deferrals,
    propose_revision,
)
from customs_coop.rollover.revision.revising import Revision, revise

__all__ = [
    "CoverNote",
    "Evidence",
    "Proposal",
    "Revision",
    "RevisionChange",
    "RevisionKind",
    "propose_deferrals",
    "propose_revision",
    "revise",
]
