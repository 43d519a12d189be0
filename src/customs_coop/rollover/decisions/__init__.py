"""Decisions files: what a person decides on a plan, as TOML that can be read back."""

from customs_coop.rollover.decisions.checking import check_decisions
from customs_coop.rollover.decisions.reading import parse_decisions, read_decisions
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    Decisions,
    DraftDecision,
    MissingDecision,
    RecommendationDecision,
)
from customs_coop.rollover.decisions.writing import decisions_text, write_decisions

__all__ = [
    "ActionDecision",
    "Answer",
    "Decisions",
    "DraftDecision",
    "MissingDecision",
    "RecommendationDecision",
    "check_decisions",
    "decisions_text",
    "parse_decisions",
    "read_decisions",
    "write_decisions",
]
