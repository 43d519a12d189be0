"""How far an action is, from how far each of its entries is."""

from collections import Counter
from collections.abc import Mapping, Sequence

from customs_coop.formats.calendars import CalendarItem
from customs_coop.formats.crosswalk import effective_status
from customs_coop.formats.occasions import Occasion
from customs_coop.model import Status
from customs_coop.readers.progress.changes import joint_status

__all__ = ["Standing", "known_standing", "stated_standing"]

_UNSEEN = ""  # the identifier of entries that are not in the calendar


class Standing:
    """The entries of one action, each with its status.

    The counts are kept up to date, because a calendar may have any number of entries of an action.

    Args:
        parts: The status of each entry, by its identifier.
        own: The identifiers of the entries of the action itself, not of its indicators.
        whole: The status of the action.
    """

    def __init__(self, parts: Mapping[str, Status], own: Sequence[str], whole: Status) -> None:
        self._parts = dict(parts)
        self._counts = Counter(self._parts.values())
        self._sole = own[0] if len(own) == 1 else None
        self._whole = whole

    def change(self, uid: str, status: Status) -> None:
        """Note the status of an entry; one that is not known is a further part of the action.

        Args:
            uid: The identifier of the entry.
            status: Its status now.
        """
        if uid in self._parts:
            self._counts[self._parts[uid]] -= 1
        self._parts[uid] = status
        self._counts[status] += 1
        if uid == self._sole:
            # The only entry of the action itself bears its name: it stands for the whole.
            self._counts = Counter([status])
            self._parts = {uid: status}
            self._whole = status

    def status(self) -> Status:
        """How far the action is now."""
        if self._sole is not None and len(self._parts) == 1 and self._sole in self._parts:
            return self._parts[self._sole]
        return joint_status([one for one in Status if self._counts[one] > 0], self._whole)


def known_standing(parts: Sequence[Occasion]) -> Standing:
    """How far an action is to the dossier.

    Args:
        parts: All its occasions.
    """
    return Standing(
        {one.uid("tasks"): effective_status(one.action, one.indicator) for one in parts},
        [one.uid("tasks") for one in parts if one.number is None],
        parts[0].action.status,
    )


def stated_standing(items: Sequence[tuple[CalendarItem, Status]]) -> Standing:
    """How far an action is to a calendar, which may not have all its entries.

    Args:
        items: Its tasks, each with the status with which it was exported.
    """
    parts = {item.uid: before for item, before in items}
    numbers = {item.indicator for item, _ in items if item.indicator is not None}
    if numbers and max(numbers) > len(numbers):
        parts[_UNSEEN] = Status.OPEN  # an indicator before these has no entry here
    standing = any(before is Status.STANDING for before in parts.values())
    return Standing(
        parts,
        [item.uid for item, _ in items if item.indicator is None],
        Status.STANDING if standing else Status.OPEN,
    )
