"""What an entry may be of that lost its identifier: offered, and never taken for certain."""

import re
from collections.abc import Collection, Iterable, Iterator

from customs_coop.formats.calendars import CalendarItem, EntryKind
from customs_coop.formats.occasions import Occasion, Profile
from customs_coop.model import ActionRef

__all__ = ["Clues"]

_FIRST_WORD = re.compile(r"\S{1,80}")
_MARKS = ".,:;–-)"


class Clues:
    """Where to look for what an entry may be of: by the code in its line, and by its relations.

    Args:
        occasions: All that the dossier has, the later plans last.
        there: The identifiers of all entries of the calendars; what has its entry is no other one.
    """

    def __init__(self, occasions: Iterable[Occasion], there: Collection[str]) -> None:
        self._by_code: dict[str, list[Occasion]] = {}
        self._by_task: dict[str, list[Occasion]] = {}
        self._there = there
        for one in occasions:
            for code in dict.fromkeys(_codes(one)):
                self._by_code.setdefault(code, []).append(one)
            self._by_task.setdefault(one.uid("tasks"), []).append(one)

    def hint(self, item: CalendarItem) -> str:
        """Say what an entry may be of, where only one thing of that day comes into question.

        Args:
            item: An entry whose identifier the dossier does not know.

        Returns:
            The hint, or an empty text.
        """
        why, found = self._found(item)
        if len(found) != 1:
            return ""
        (only,) = found
        day = "no day either" if only.time.day is None else f"the same day, {only.time.day}"
        return f"it may be {only.item}: it has {why} and {day}"

    def _found(self, item: CalendarItem) -> tuple[str, list[Occasion]]:
        """What comes into question, and what the entry shares with it besides the day."""
        if item.item:
            named = self._by_code.get(item.item.casefold(), ())
            named = [one for one in named if one.number == item.indicator]
            return "that address", self._on_its_day(item, named)
        code = _code_in(item.summary)
        if code in self._by_code:
            found = self._on_its_day(item, self._by_code[code])
            told = [one for one in found if _words_of(one) in _plain(item.summary)]
            return "that code", told if len(found) > 1 else found
        related = [one for uid in item.related for one in self._by_task.get(uid, ())]
        return "a relation to it", self._on_its_day(item, related)

    def _on_its_day(self, item: CalendarItem, found: Iterable[Occasion]) -> list[Occasion]:
        """Those that have the day of the entry, and no entry of their own; the latest of each."""
        if item.last_days is None:
            return []
        profile: Profile = "events" if item.kind is EntryKind.EVENT else "tasks"
        same = {
            one.uid("tasks"): one
            for one in found
            if one.uid(profile) not in self._there
            and (one.time.day in item.last_days or (one.time.day is None and not item.last_days))
        }
        return [*same.values()]


def _codes(occasion: Occasion) -> Iterator[str]:
    """The codes by which the line of an entry may call it, alone and with the plan."""
    action = occasion.action
    places = [occasion.ref, action.origin, *(one.action for one in action.earlier)]
    for one in places:
        if isinstance(one, ActionRef):
            yield from (one.code.text.casefold(), str(one).casefold())
    for alias in action.aliases:
        yield from (alias.text.casefold(), f"{occasion.ref.plan}/{alias}".casefold())


def _code_in(summary: str) -> str:
    match = _FIRST_WORD.search(summary)
    return "" if match is None else match[0].rstrip(_MARKS).casefold()


def _words_of(occasion: Occasion) -> str:
    thing = occasion.indicator
    return _plain(occasion.action.title if thing is None else thing.text).rstrip(_MARKS)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
