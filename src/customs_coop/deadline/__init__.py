"""Deadlines: what they are, how they are read from words, and where they stand in a text."""

from customs_coop.deadline.conventions import CONVENTIONS, Convention
from customs_coop.deadline.edtf import deadline_from_edtf
from customs_coop.deadline.kinds import (
    By,
    Deadline,
    Due,
    During,
    Recurring,
    Relative,
    Undetermined,
)
from customs_coop.deadline.mentions import DeadlineMention, find_deadlines
from customs_coop.deadline.notation import day_in_words
from customs_coop.deadline.parsing import parse_deadline
from customs_coop.deadline.unsettled import is_left_open

__all__ = [
    "CONVENTIONS",
    "By",
    "Convention",
    "Deadline",
    "DeadlineMention",
    "Due",
    "During",
    "Recurring",
    "Relative",
    "Undetermined",
    "day_in_words",
    "deadline_from_edtf",
    "find_deadlines",
    "is_left_open",
    "parse_deadline",
]
