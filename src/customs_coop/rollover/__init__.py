"""From one action plan to the next, with an account of what became of every action."""

from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    SplitInto,
)
from customs_coop.rollover.drafts import next_plan
from customs_coop.rollover.engine import Rollover, roll_over
from customs_coop.rollover.ledger import Entry, Ledger, Outcome, RecommendationEntry
from customs_coop.rollover.policies import Policy, carry_open_actions
from customs_coop.rollover.windows import BLANK, CAP, KEEP, SHIFT, DeadlinePolicy

__all__ = [
    "BLANK",
    "CAP",
    "KEEP",
    "SHIFT",
    "Carry",
    "Complete",
    "DeadlinePolicy",
    "Defer",
    "Disposition",
    "Drop",
    "Entry",
    "Ledger",
    "MergeInto",
    "Outcome",
    "Policy",
    "RecommendationEntry",
    "Rollover",
    "SplitInto",
    "carry_open_actions",
    "next_plan",
    "roll_over",
]
