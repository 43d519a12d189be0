"""What an entry is, or may be, of that lost its identifier."""

import re
from collections.abc import Collection, Iterable, Iterator

from customs_coop.formats.calendars import CalendarItem, EntryKind
from customs_coop.formats.crosswalk import effective_status
from customs_coop.formats.occasions import Occasion, Profile
from customs_coop.model import ActionRef, Status
from customs_coop.readers.progress.addresses import is_ours, stated_address
from customs_coop.readers.progress.doubts import other_words

__all__ = ["Clues"]

_FIRST_WORD = re.compile(r"\S{1,80}")
_MARKS = ".,:;–-)"
_ENOUGH = 60  # characters of the words of a thing; what is behind them may be cut off in a line


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

    def has_code_of(self, item: CalendarItem) -> bool:
        """Whether an entry is called after something in the dossier: by its code and a word of it.

        A code may be a bare number, as in "10 bottles of milk".

        Args:
            item: The entry.
        """
        found = self._by_code.get(_code_in(item.summary), ())
        return any(not other_words(item, one) for one in found)

    def befores(self, item: CalendarItem) -> list[Status]:
        """How what comes into question was exported; empty where nothing does.

        Args:
            item: The entry.
        """
        _, found = self._found(item)
        return [*{effective_status(one.action, one.indicator): None for one in found}]

    def sure(self, item: CalendarItem) -> Occasion | None:
        """What an entry is of whose identifier a program replaced, if all that it says agrees.

        It names the action itself, has the code and words of it in its line, and stands on its
        day; and nothing else in the plan does, nor has an entry of its own.

        Args:
            item: The entry.

        Returns:
            What it is of; None where anything is in doubt, or where the identifier is one of ours,
            which speaks against what the entry says.
        """
        stated = stated_address(item)
        if stated is None or is_ours(item):
            return None
        code = _code_in(item.summary)
        named = [
            one
            for one in self._by_code.get(str(stated).casefold(), ())
            if one.ref == stated and one.number == item.indicator and code in _codes(one)
        ]
        found = [one for one in self._on_its_day(item, named) if not other_words(item, one)]
        if len(found) > 1:
            # Of two deadlines on one day, the line of each has the words of its own.
            line = _plain(item.summary)
            found = [one for one in found if _deadline_of(one) and _deadline_of(one) in line]
        return found[0] if len(found) == 1 else None

    def _found(self, item: CalendarItem) -> tuple[str, list[Occasion]]:
        """What comes into question, and what the entry shares with it besides the day."""
        if item.item:
            named = self._by_code.get(item.item.casefold(), ())
            named = [one for one in named if one.number == item.indicator]
            return "that address", self._on_its_day(item, named)
        code = _code_in(item.summary)
        if code in self._by_code:
            named = [one for one in self._by_code[code] if not other_words(item, one)]
            found = self._on_its_day(item, named)
            line = _plain(item.summary)
            told = [one for one in found if _words_of(one)[:_ENOUGH] in line]
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


def _deadline_of(occasion: Occasion) -> str:
    return "" if occasion.deadline is None else _plain(occasion.deadline.text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
