"""Decisions files: what a person decides on a plan, as TOML that can be read back."""

from customs_coop.rollover.decisions.checking import check_decisions
from customs_coop.rollover.decisions.newcomers import DraftDecision, DraftIndicator
from customs_coop.rollover.decisions.parts import PartDecision
from customs_coop.rollover.decisions.reading import parse_decisions, read_decisions
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    Decisions,
    MissingDecision,
    RecommendationDecision,
    WaitingAnswer,
    WaitingDecision,
)
from customs_coop.rollover.decisions.writing import decisions_text, write_decisions

__all__ = [
    "ActionDecision",
    "Answer",
    "Decisions",
    "DraftDecision",
    "DraftIndicator",
    "MissingDecision",
    "PartDecision",
    "RecommendationDecision",
    "WaitingAnswer",
    "WaitingDecision",
    "check_decisions",
    "decisions_text",
    "parse_decisions",
    "read_decisions",
    "write_decisions",
]
