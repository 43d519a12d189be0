"""Responsibility: CC4xx, who is to do it."""

from customs_coop.diagnostics.catalogue.entry import WARNING, Entry

__all__ = ["ENTRIES"]

ENTRIES = (
    Entry(
        "CC401",
        WARNING,
        "no responsible party",
        "An open action names no responsible party, though its plan names some for others.",
        "Name the party.",
    ),
    Entry(
        "CC402",
        WARNING,
        "party not confirmed",
        "The text itself doubts that this party is the one.",
        "Ask the party, and confirm or remove it.",
    ),
    Entry(
        "CC403",
        WARNING,
        "party named twice",
        "One action names a party twice, or both as responsible and as concerned.",
        "Remove one of the two.",
    ),
)
