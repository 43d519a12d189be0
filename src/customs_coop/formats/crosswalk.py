"""What plans and calendars call the same: the statuses of tasks, and rounds as one event.

What is exported by these is read back by them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from customs_coop.formats.calendars import EntryStatus
from customs_coop.formats.occasions import Occasion
from customs_coop.model import Action, Indicator, Status
from customs_coop.monitoring import CROSSWALKS

__all__ = ["TASK_STATUS", "effective_status", "rounds_key"]

TASK_STATUS: Final[Mapping[Status, EntryStatus]] = MappingProxyType(
    {
        status: EntryStatus(word)
        for status, word in CROSSWALKS["icalendar"].words.items()
        if word is not None  # each has one; a checker does not see it
    }
)
"""How a task has each status: RFC 5545, section 3.8.1.11."""


def effective_status(action: Action, indicator: Indicator | None) -> Status:
    """The status of an entry: its indicator's, unless the whole action is closed.

    Args:
        action: The action.
        indicator: The indicator, or None for an entry of the action itself.

    Example:
        >>> done = Indicator(text="Report", status="completed")
        >>> effective_status(Action(code="5.1", title="", indicators=[done]), done).value
        'completed'
        >>> effective_status(Action(code="5.1", title="", status="obsolete"), done).value
        'obsolete'
    """
    if indicator is None or action.status.closed or indicator.status is Status.OPEN:
        return action.status
    return indicator.status


def rounds_key(first: Occasion) -> str:
    """What the identifier of an event is made from that stands for several rounds.

    Such a series is another thing than its first round, and is no task.

    Args:
        first: The first of the rounds.
    """
    return f"{first.key('events')}/rounds"
