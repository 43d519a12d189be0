"""What has changed from one plan to another, action by action and field by field."""

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Merged,
    PairedBy,
    Pairing,
    Removed,
    Renumbered,
    Reordered,
    Split,
)
from customs_coop.comparison.difference import PlanDiff, diff

__all__ = [
    "Added",
    "Change",
    "Changed",
    "Merged",
    "PairedBy",
    "Pairing",
    "PlanDiff",
    "Removed",
    "Renumbered",
    "Reordered",
    "Split",
    "diff",
]
