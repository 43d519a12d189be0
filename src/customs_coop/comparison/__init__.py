"""What has changed from one plan to another, action by action and field by field."""

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Merged,
    Moved,
    PairedBy,
    Pairing,
    Removed,
    Renumbered,
    Split,
)
from customs_coop.comparison.difference import PlanDiff, diff
from customs_coop.comparison.history import History
from customs_coop.comparison.introductions import Blame, Introduction, PlanVersion, Slip
from customs_coop.comparison.items import ItemPair, pair_items
from customs_coop.comparison.merging import BASE, Conflict, Merge, Taken, merge, restore
from customs_coop.comparison.patching import apply, invert
from customs_coop.comparison.recording import diff_from_json, diff_to_json
from customs_coop.comparison.words import Words, WordsKind, word_changes

__all__ = [
    "BASE",
    "Added",
    "Blame",
    "Change",
    "Changed",
    "Conflict",
    "History",
    "Introduction",
    "ItemPair",
    "Merge",
    "Merged",
    "Moved",
    "PairedBy",
    "Pairing",
    "PlanDiff",
    "PlanVersion",
    "Removed",
    "Renumbered",
    "Slip",
    "Split",
    "Taken",
    "Words",
    "WordsKind",
    "apply",
    "diff",
    "diff_from_json",
    "diff_to_json",
    "invert",
    "merge",
    "pair_items",
    "restore",
    "word_changes",
]
