"""Reports that are owed and that an entry of their own action says already, on the same day."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from customs_coop.exporters.calendars.planning import Shown
from customs_coop.formats.calendars import MonthEnds
from customs_coop.formats.closing import same_words
from customs_coop.formats.occasions import Occasion, Profile
from customs_coop.model import ActionRef, Dossier, Obligation
from customs_coop.model.party import known_party

__all__ = ["Twins"]

_Time: TypeAlias = tuple[ActionRef, Profile, dt.date | None, MonthEnds | None]


class Twins:
    """The entries of actions, by when they stand in the calendar.

    Args:
        shown: What is shown of actions.
        dossier: The dossier, which names the parties.
    """

    def __init__(self, shown: Iterable[Shown], dossier: Dossier) -> None:
        self._dossier = dossier
        self._by_time: dict[_Time, list[Occasion]] = {}
        for one in shown:
            time = (one.occasion.ref, one.profile, one.occasion.time.day, one.rule)
            self._by_time.setdefault(time, []).append(one.occasion)

    def of(
        self, duty: Obligation, profile: Profile, day: dt.date | None, rule: MonthEnds | None = None
    ) -> Occasion | None:
        """The entry that has the words of an obligation, and says who owes it to whom.

        Args:
            duty: The obligation.
            profile: What it would be shown as.
            day: The day on which it would stand, or None.
            rule: The rule by which others would follow, or None.

        Returns:
            What the entry is of; None where an obligation says more, or stands alone.
        """
        if not isinstance(duty.subject, ActionRef):
            return None
        found = self._by_time.get((duty.subject, profile, day, rule), ())
        return next((one for one in found if self._says_all(one, duty)), None)

    def _says_all(self, occasion: Occasion, duty: Obligation) -> bool:
        action, indicator = occasion.action, occasion.indicator
        words = action.title if indicator is None else indicator.text
        involved = {one.party for one in action.involved}
        if not same_words(words, duty.text) or duty.party not in {None, *involved}:
            return False
        return duty.to in {None, *involved} or self._is_named(duty.to or "", words)

    def _is_named(self, party: str, words: str) -> bool:
        """Whether a text names a party by one of its names."""
        parties = [one for one in self._dossier.parties if one.id == party]
        known = known_party(party)
        parties += [] if known is None else [known]
        names = {party, *(name for one in parties for name in (one.name, *_further(one.names)))}
        line = f" {_plain(words)} "
        return any(f" {_plain(name)} " in line for name in names if _plain(name))


def _further(names: Iterable[object]) -> Iterable[str]:
    return (str(getattr(one, "text", "")) for one in names)


def _plain(text: str) -> str:
    """The words of a text, without marks between them."""
    return " ".join("".join(one if one.isalnum() else " " for one in text.casefold()).split())
