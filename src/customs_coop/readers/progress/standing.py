"""How far an action and its indicators are, from how far each of their entries is."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from customs_coop.formats.calendars import CalendarItem
from customs_coop.formats.crosswalk import effective_status
from customs_coop.formats.occasions import Occasion
from customs_coop.model import Status
from customs_coop.model.vocabulary import joint_status
from customs_coop.readers.progress.moved import exported_day

__all__ = ["Standing", "Whole", "known_whole", "stated_whole"]

_UNSEEN = ""  # the identifier of entries that are not in the calendar


class Standing:
    """The entries of one action or indicator, each with its status.

    The counts are kept up to date, because a calendar may have any number of entries of an action.

    Args:
        parts: The status of each entry, by its identifier.
        sole: The identifier of the entry that stands for the whole, or None.
        whole: The status of the whole.
    """

    def __init__(self, parts: Mapping[str, Status], sole: str | None, whole: Status) -> None:
        self._parts = dict(parts)
        self._counts = Counter(self._parts.values())
        self._sole = sole
        self._whole = whole

    def change(self, uid: str, status: Status) -> None:
        """Note the status of an entry; one that is not known is a further part of the whole.

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
        """How far the whole is now."""
        if self._sole is not None and len(self._parts) == 1 and self._sole in self._parts:
            return self._parts[self._sole]
        return joint_status([one for one in Status if self._counts[one] > 0], self._whole)


@attrs.frozen(kw_only=True)
class _Part:
    """One entry of an action.

    Args:
        uid: Its identifier.
        number: The number of its indicator, or None where it is of the action itself.
        day: The last day of the deadline that it is of, or None.
        is_round: Whether it is one round of what recurs.
        status: Its status before anything was changed.
    """

    uid: str
    number: int | None
    day: dt.date | None
    is_round: bool = False
    status: Status


class Whole:
    """An action with its indicators, and all their entries.

    Args:
        parts: The entries.
        status: The status of the action.
        has_more: Whether it has entries of other indicators that are not known.
    """

    def __init__(self, parts: Sequence[_Part], status: Status, *, has_more: bool = False) -> None:
        self._parts = {one.uid: one for one in parts}
        self._now = {one.uid: one.status for one in parts}
        own: dict[int | None, list[_Part]] = {None: []}
        self._days: dict[tuple[int | None, dt.date | None], Counter[Status]] = {}
        for one in parts:
            own.setdefault(one.number, []).append(one)
            self._days.setdefault((one.number, one.day), Counter())[one.status] += 1
        self._counts = {number: len(found) for number, found in own.items()}
        entries = self._now | ({_UNSEEN: Status.OPEN} if has_more else {})
        action = Standing(entries, _sole(own[None]), status)
        self._standings: dict[int | None, Standing] = {None: action}
        for number, found in own.items():
            if number is not None:
                of_it = {one.uid: one.status for one in found}
                self._standings[number] = Standing(of_it, _sole(found), found[0].status)

    def standing(self, number: int | None) -> Standing:
        """How far an indicator is by its entries; for None the action, by those of all.

        Args:
            number: The number of the indicator, or None.
        """
        if number not in self._standings:  # of another action with the same code
            self._standings[number] = Standing({}, None, Status.OPEN)
        return self._standings[number]

    def change(self, uid: str, number: int | None, status: Status) -> None:
        """Note the status of an entry.

        Args:
            uid: Its identifier.
            number: The number of its indicator, or None.
            status: Its status now.
        """
        part = self._parts.get(uid)
        if part is not None:
            counts = self._days[part.number, part.day]
            counts[self._now[uid]] -= 1
            counts[status] += 1
            self._now[uid] = status
        self._standings[None].change(uid, status)
        if number is not None:
            self.standing(number).change(uid, status)

    def due(self, uid: str) -> dt.date | None:
        """The day by which an entry is told from others of the same thing.

        Args:
            uid: Its identifier.

        Returns:
            The day of the round, or of the deadline that is one of several; None where nothing
            tells it.
        """
        part = self._parts.get(uid)
        if part is None or part.day is None:
            return None  # a time that the plan has no more
        is_told = part.is_round or self._counts[part.number] > 1
        return part.day if is_told else None

    def on_its_day(self, uid: str) -> Status:
        """How far the thing is by all its entries of one day, which nothing tells apart.

        Args:
            uid: The identifier of one of them.
        """
        part = self._parts[uid]
        counts = self._days[part.number, part.day]
        found = [one for one in Status if counts[one] > 0]
        return found[0] if len(found) == 1 else joint_status(found, Status.OPEN)


def _sole(parts: Sequence[_Part]) -> str | None:
    """The only entry of a thing; one round of it is not the thing."""
    return parts[0].uid if len(parts) == 1 and not parts[0].is_round else None


def known_whole(occasions: Sequence[Occasion]) -> Whole:
    """How far an action is to the dossier.

    Args:
        occasions: All its occasions.
    """
    parts = [
        _Part(
            uid=one.uid("tasks"),
            number=one.number,
            day=one.time.day,
            is_round=bool(one.time.occurrence),
            status=effective_status(one.action, one.indicator),
        )
        for one in occasions
    ]
    return Whole(parts, occasions[0].action.status)


def stated_whole(items: Sequence[tuple[CalendarItem, Status]]) -> Whole:
    """How far an action is to a calendar, which may not have all its entries.

    Args:
        items: Its tasks, each with the status with which it was exported.
    """
    parts = [
        _Part(uid=item.uid, number=item.indicator, day=exported_day(item), status=before)
        for item, before in items
    ]
    numbers = {item.indicator for item, _ in items if item.indicator is not None}
    standing = any(before is Status.STANDING for _, before in items)
    return Whole(
        parts,
        Status.STANDING if standing else Status.OPEN,
        has_more=bool(numbers) and max(numbers) > len(numbers),
    )
