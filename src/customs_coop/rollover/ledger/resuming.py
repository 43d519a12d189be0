"""What waits no more: an action goes on with it, or somebody has ended it."""

import enum

import attrs

from customs_coop.model import ActionRef
from customs_coop.references import Reference
from customs_coop.rollover.ledger.entries import Waiting

__all__ = ["WaitingEntry", "WaitingOutcome"]


class WaitingOutcome(enum.Enum):
    """What became of something that a rollover before left."""

    TAKEN_UP = "taken up"
    """An action of the new plan goes on with it."""
    COMPLETED = "completed"
    """A decision says that it is done."""
    DROPPED = "dropped"
    """A decision gives it up."""


@attrs.frozen(kw_only=True)
class WaitingEntry:
    """What became of one thing that a rollover before left, once it waits no more.

    Args:
        waiting: The thing, as it waited.
        outcome: What became of it.
        successors: The actions of the new plan that go on with it.
        reason: Why; may be empty, but for what is dropped.
        authority: The document that says so, or None.
    """

    waiting: Waiting
    outcome: WaitingOutcome
    successors: tuple[ActionRef, ...] = ()
    reason: str = ""
    authority: Reference | None = None
