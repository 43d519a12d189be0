"""Whose word counts: who reports for the parties that are responsible for an action."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.model import KNOWN_PARTIES, Action, Dossier, PartyKind, Role, known_party
from customs_coop.monitoring.owed.owing import members_of
from customs_coop.monitoring.parties.identifying import PartyIds, is_state

__all__ = ["UNLISTED", "Collective", "Speakers"]

_WORKING_PARTY: Final = "CCWP"
# They watch over the plans, so that what they report of an action holds for whoever carries it.
_OVERSEERS: Final = (_WORKING_PARTY, "PRESIDENCY")
_PROJECT_GROUP: Final = "PROJECT-GROUP"  # in the ids of the groups of the working party
_CUSTOMS: Final = "-CUSTOMS"  # behind the id of a state: its customs administration
UNLISTED: Final = ("MS", "NORDIC-COUNTRIES", "JHA-AGENCIES")
"""What has members of one kind, of which no dossier lists all."""


@attrs.frozen(kw_only=True)
class Collective:
    """A responsible party that is several, and who of them reported.

    Args:
        members: The ids of those that are known.
        complete: Whether these are all.
    """

    members: tuple[str, ...]
    complete: bool


class Speakers:
    """Who reports for whom in a dossier.

    For a responsible party speak that party, the bodies that it belongs to, the working party and
    the Presidency; for a state also its customs administration. A member of a collective speaks
    for itself, so that "the Member States" have done a thing when each of them has.

    Args:
        dossier: The dossier.
        members: The members of collectives, by the id of the collective.
    """

    def __init__(self, dossier: Dossier, members: Mapping[str, Sequence[str]] | None) -> None:
        self._dossier = dossier
        self._members = members
        known = (*KNOWN_PARTIES, *dossier.parties)
        self._wholes = {one.id: one.part_of for one in known if one.part_of is not None}
        self._own = {one.id: one for one in dossier.parties}
        self._ids = PartyIds(dossier.parties)
        self._rosters: dict[str, tuple[str, ...]] = {}

    def responsible(self, action: Action) -> tuple[str, ...]:
        """The ids of the parties that answer for an action; those addressed where it names none."""
        for role in (Role.RESPONSIBLE, Role.ADDRESSEE):
            found = [one.party for one in action.involved if one.role is role]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def identified(self, party: str) -> str:
        """The id of a party, which a report may call by one of its names, such as "CCWG"."""
        return self._ids.id(party)

    def state(self, party: str) -> str:
        """The id of a party; of the customs administration of a state, that of the state."""
        return self._ids.administration(party)

    def common(self, parties: Iterable[str]) -> dict[str, str]:
        """One id for all the names of each party, see `PartyIds.common`."""
        return self._ids.common(parties)

    def speaks(self, party: str, responsible: Sequence[str]) -> bool:
        """Whether what a party reports holds for an action; anybody's word does without a lead.

        Args:
            party: The party that reports.
            responsible: The parties that answer for the action.
        """
        one = self.identified(party)
        if not responsible or one in _OVERSEERS:
            return True
        return any(self._stands_for(one, self.identified(other)) for other in responsible)

    def collective(self, party: str, reporting: Sequence[str]) -> Collective | None:
        """The members of a responsible party that is several; None for one that is a single body.

        Args:
            party: The responsible party.
            reporting: The parties that reported; where nobody lists the members, these tell some.
        """
        one = self.identified(party)
        if one not in self._rosters:
            # A dossier may call it by its id, and whoever names members, too.
            self._rosters[one] = members_of(self._dossier, one, self._members)
        roster = self._rosters[one]
        if roster != (one,):
            return Collective(members=roster, complete=True)
        found = [other for other in map(self.identified, reporting) if self._may_be_of(other, one)]
        return Collective(members=tuple(dict.fromkeys(found)), complete=False) if found else None

    def member(self, party: str, collective: Collective) -> str | None:
        """The member of a collective for which a party speaks, or None."""
        one = self.identified(party)
        for member in collective.members:
            if self._stands_for(one, self.identified(member)):
                return member
        return None

    def _stands_for(self, one: str, other: str) -> bool:
        return one == other or one in self._bodies(other) or self._is_service(one, other)

    def _bodies(self, party: str) -> tuple[str, ...]:
        """The bodies that a party belongs to, the nearest first."""
        found: list[str] = []
        last = party
        while (whole := self._whole(last)) is not None and whole not in (party, *found):
            found.append(whole)
            last = whole
        return tuple(found)

    def _whole(self, party: str) -> str | None:
        whole = self._wholes.get(party)
        if whole is not None:
            return whole
        state = party.removesuffix(_CUSTOMS)
        if state != party and is_state(state):
            return state
        return _WORKING_PARTY if _PROJECT_GROUP in party else None

    def _is_service(self, one: str, other: str) -> bool:
        """Whether a party is a part of a state, such as its customs administration."""
        return is_state(other) and other in self._bodies(one)

    def _may_be_of(self, one: str, collective: str) -> bool:
        """Whether a party is one of a collective whose members nobody lists."""
        if collective in UNLISTED:
            known, whole = known_party(one), known_party(collective)
            kind = None if whole is None else whole.kind
            return known is not None and one not in UNLISTED and known.kind is kind
        described = self._own.get(collective)
        is_open = described is not None and described.kind is None
        return is_open and (is_state(one) or self._kind(one) is PartyKind.SERVICE)

    def _kind(self, party: str) -> PartyKind | None:
        own = self._own.get(party) or known_party(party)
        return None if own is None else own.kind
