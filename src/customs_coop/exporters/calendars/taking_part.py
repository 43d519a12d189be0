"""Who takes part in what: the choice of a party, contacts and attendees."""

from collections.abc import Iterable, Mapping

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import Attendee, EntryStatus, Participation
from customs_coop.formats.calendars import Role as Asked
from customs_coop.model import KNOWN_PARTIES, Action, ActionPlan, Dossier, Involvement, Role
from customs_coop.model.party import known_party

__all__ = ["Audience", "Invited", "audience_of", "invited"]

_ASKED = {
    Role.RESPONSIBLE: Asked.REQUIRED,
    Role.CONCERNED: Asked.OPTIONAL,
    Role.ADDRESSEE: Asked.INFORMED,
    Role.HOST: Asked.REQUIRED,
    Role.ORGANISER: Asked.REQUIRED,
    Role.FUNDER: Asked.INFORMED,
}
_HOW_FAR = {
    EntryStatus.NEEDS_ACTION: Participation.NEEDS_ACTION,
    EntryStatus.IN_PROCESS: Participation.IN_PROCESS,
    EntryStatus.COMPLETED: Participation.COMPLETED,
}


@attrs.frozen
class Audience:
    """For whom a calendar is.

    Args:
        party: The id of the only party that counts; None for everybody.
        whole: The body of which each party is a part, where that is known.
    """

    party: str | None
    whole: Mapping[str, str]

    def belongs(self, party: str | None) -> bool:
        """Whether it is the party that counts, or a part of it.

        Args:
            party: The id of a party.
        """
        if self.party is None:
            return True
        passed: list[str] = []
        while party is not None and party not in passed:
            if party == self.party:
                return True
            passed.append(party)
            party = self.whole.get(party)
        return False

    def has_part_in(self, action: Action) -> bool:
        """Whether the party that counts takes part in an action."""
        return self.party is None or any(self.belongs(one.party) for one in action.involved)

    def reporting(self, action: Action) -> tuple[str, ...]:
        """The parties that would report on an action: the one that counts, else the responsible."""
        if self.party is not None:
            return (self.party,)
        return tuple(dict.fromkeys(one.party for one in action.responsible))


def audience_of(dossier: Dossier, plans: Iterable[ActionPlan], party: str | None) -> Audience:
    """Find the party that is asked for.

    Args:
        dossier: The dossier.
        plans: The plans whose actions count.
        party: The id or a name of the party, or None.

    Raises:
        InvalidValueError: Nobody bears that name.

    Example:
        >>> audience_of(Dossier(), [], "Europol").party
        'EUROPOL'
    """
    known = (*KNOWN_PARTIES, *dossier.parties)
    whole = {one.id: one.part_of for one in known if one.part_of is not None}
    if party is None:
        return Audience(None, whole)
    involved = {one.party: None for plan in plans for action in plan for one in action.involved}
    for found in _candidates(dossier, party):
        if found in involved:
            return Audience(found, whole)
    for found in _candidates(dossier, party)[1:]:
        return Audience(found, whole)
    told = ", ".join(involved) or "nobody"
    raise InvalidValueError(f"there is no party {party!r}; parties that take part are {told}")


def _candidates(dossier: Dossier, party: str) -> list[str]:
    """The ids that a text may mean: itself, then those of parties that bear it as a name."""
    folded = party.strip().casefold()
    described = [
        one.id
        for one in dossier.parties
        if folded in {text.casefold() for text in (one.id, one.name, *(n.text for n in one.names))}
    ]
    known = known_party(party)
    return [party, *described, *([] if known is None else [known.id])]


@attrs.frozen(kw_only=True)
class Invited:
    """The parties of an action, as a calendar has them.

    Args:
        contacts: The words for those that have no address.
        organizer: The responsible party that has one.
        attendees: All others that have one.
    """

    contacts: tuple[str, ...]
    organizer: Attendee | None
    attendees: tuple[Attendee, ...]


def invited(
    involved: Iterable[Involvement], addresses: Mapping[str, str], status: EntryStatus
) -> Invited:
    """Tell contacts from those that can be written to.

    A party of which the text is not sure stays a contact: nobody is written to on a guess.

    Args:
        involved: The parts of the parties.
        addresses: The addresses by the ids of the parties.
        status: The status of the entry.
    """
    contacts: dict[str, None] = {}
    organizer: Attendee | None = None
    attendees: dict[str, Attendee] = {}
    for one in involved:
        name = " ".join(one.text.split()) or one.party
        address = addresses.get(one.party) if one.confirmed else None
        if address is None:
            contacts[name] = None
        elif organizer is None and one.role is Role.RESPONSIBLE:
            organizer = Attendee(name, address)
        elif organizer is None or organizer.address != address:
            attendees.setdefault(
                address, Attendee(name, address, _ASKED[one.role], _HOW_FAR.get(status))
            )
    return Invited(
        contacts=tuple(contacts), organizer=organizer, attendees=tuple(attendees.values())
    )
