"""Who takes part in what: the choice of a party, contacts and attendees."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import Attendee, EntryStatus, Participation
from customs_coop.formats.calendars import Role as Asked
from customs_coop.model import (
    KNOWN_PARTIES,
    Action,
    ActionPlan,
    Dossier,
    Involvement,
    Obligation,
    Role,
)
from customs_coop.model.party import known_party

__all__ = [
    "Audience",
    "Invited",
    "addresses_of",
    "audience_of",
    "bare_name",
    "invited",
    "with_one_address",
    "without_organizer",
    "without_part",
]

_ASKED = {
    Role.RESPONSIBLE: Asked.REQUIRED,
    Role.CONCERNED: Asked.OPTIONAL,
    Role.ADDRESSEE: Asked.INFORMED,
    Role.HOST: Asked.REQUIRED,
    Role.ORGANISER: Asked.REQUIRED,
    Role.FUNDER: Asked.INFORMED,
}
_ARTICLES = ("the ", "les ", "le ", "la ", "l'", "l’", "der ", "die ", "das ")
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


def audience_of(
    dossier: Dossier,
    plans: Sequence[ActionPlan],
    party: str | None,
    *,
    owed: Iterable[Obligation] = (),
) -> Audience:
    """Find the party that is asked for.

    Args:
        dossier: The dossier.
        plans: The plans whose actions count.
        party: The id or a name of the party, or None.
        owed: The reports that count as well.

    Raises:
        InvalidValueError: Nobody bears that name, or who does has no part in anything.

    Example:
        >>> report = Obligation(text="Report", party="EUROPOL")
        >>> audience_of(Dossier(), [], "Europol", owed=[report]).party
        'EUROPOL'
    """
    known = (*KNOWN_PARTIES, *dossier.parties)
    whole = {one.id: one.part_of for one in known if one.part_of is not None}
    if party is None:
        return Audience(None, whole)
    involved = _involved(plans)
    involved |= dict.fromkeys(by for one in owed for by in (one.party, one.to) if by is not None)
    audience = Audience(_party_named(dossier, involved, party), whole)
    if not any(map(audience.belongs, involved)):
        # A calendar without any entry would look as if nothing was left to do.
        raise InvalidValueError(
            f"{_with_id(party, audience)} takes part in nothing here; {_who(involved)}"
        )
    return audience


def addresses_of(dossier: Dossier, given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Find the parties to which addresses are given.

    Args:
        dossier: The dossier.
        given: The ids or names of parties, each with an address.

    Returns:
        The addresses by the ids of the parties.

    Raises:
        InvalidValueError: Nobody bears a name, or a party has two addresses.

    Example:
        >>> addresses_of(Dossier(), [("Europol", "desk@example.org")])
        {'EUROPOL': 'desk@example.org'}
    """
    found: dict[str, str] = {}
    # Of all plans, whichever is shown: the same addresses do for each of them.
    involved = _involved(dossier.plans)
    for name, address in given:
        party = _party_named(dossier, involved, name)
        known = found.setdefault(party, address)
        if known != address:
            raise InvalidValueError(f"{party} has two addresses, {known} and {address}")
    return found


def _involved(plans: Iterable[ActionPlan]) -> dict[str, None]:
    return {one.party: None for plan in plans for action in plan for one in action.involved}


def _party_named(dossier: Dossier, involved: Mapping[str, None], party: str) -> str:
    """The id of the party that a text means, first of all of one that takes part."""
    candidates = _candidates(dossier, party)
    for found in candidates:
        if found in involved:
            return found
    for found in candidates[1:]:
        return found
    raise InvalidValueError(f"there is no party {party!r}; {_who(involved)}")


def _who(involved: Iterable[str]) -> str:
    return f"parties that take part are {', '.join(involved) or 'nobody'}"


def _with_id(party: str, audience: Audience) -> str:
    return party if party == audience.party else f"{party!r} ({audience.party})"


def _candidates(dossier: Dossier, party: str) -> list[str]:
    """The ids that a text may mean: itself, then those of parties that bear it as a name.

    Raises:
        InvalidValueError: It is printed for several parties.
    """
    asked = bare_name(party)
    described = [
        one.id
        for one in dossier.parties
        if asked in {bare_name(text) for text in (one.id, one.name, *(n.text for n in one.names))}
    ]
    known = known_party(party) or known_party(asked)
    found = [party, *described, *([] if known is None else [known.id])]
    if len(found) > 1:
        return found
    # As a plan prints it, and so the calendar.
    actions = [action for plan in dossier.plans for action in plan]
    printed = dict.fromkeys(
        one.party for action in actions for one in action.involved if bare_name(one.text) == asked
    )
    if len(printed) > 1:
        raise InvalidValueError(f"{party!r} are {len(printed)} parties: {', '.join(printed)}")
    return [party, *printed]


def bare_name(name: str) -> str:
    """A name without capitals and without an article before it.

    Args:
        name: The name of a party, as somebody writes it or as it is printed.

    Example:
        >>> bare_name("The Member  States"), bare_name("L'Agence")
        ('member states', 'agence')
    """
    line = " ".join(name.split()).casefold()
    for article in _ARTICLES:
        if line.startswith(article):
            return line.removeprefix(article).lstrip()
    return line


@attrs.frozen(kw_only=True)
class Invited:
    """The parties of an action, as a calendar has them.

    Args:
        contacts: The words for those that have no address or that of another one, or that nobody
            could invite.
        organizer: The responsible party that has one.
        attendees: All others that have one.
        uninvited: The ids of the contacts that have one, where no responsible party has any.
        sharing: The ids of the contacts whose address is that of another party.
    """

    contacts: tuple[str, ...]
    organizer: Attendee | None
    attendees: tuple[Attendee, ...]
    uninvited: tuple[str, ...] = ()
    sharing: tuple[str, ...] = ()


def invited(
    involved: Iterable[Involvement], addresses: Mapping[str, str], status: EntryStatus
) -> Invited:
    """Tell contacts from those that can be written to.

    A party of which the text is not sure stays a contact: nobody is written to on a guess. Where
    no responsible party has an address, all are contacts: attendees need an organizer (RFC 5545,
    section 3.8.4.3).

    Args:
        involved: The parts of the parties.
        addresses: The addresses by the ids of the parties.
        status: The status of the entry.
    """
    involved = tuple(involved)
    known = [(one, addresses.get(one.party) if one.confirmed else None) for one in involved]
    own = [
        (one, address)
        for one, address in known
        if address is not None and one.role is Role.RESPONSIBLE
    ]
    if not own:
        names = dict.fromkeys(map(_name, involved))
        uninvited = dict.fromkeys(one.party for one, address in known if address is not None)
        return Invited(
            contacts=tuple(names), organizer=None, attendees=(), uninvited=tuple(uninvited)
        )
    responsible, at = own[0]
    contacts: dict[str, None] = {}
    attendees: list[Attendee] = []
    sharing: dict[str, None] = {}
    # A calendar knows people by their addresses, so that each of these stands once.
    whose = {at.casefold(): responsible.party}
    for one, address in known:
        if address is None:
            contacts[_name(one)] = None
            continue
        party = whose.setdefault(address.casefold(), one.party)
        if party != one.party:
            contacts[_name(one)] = sharing[one.party] = None
        elif party != responsible.party and all(it.address != address for it in attendees):
            asked = Attendee(_name(one), address, _ASKED[one.role], _HOW_FAR.get(status))
            attendees.append(asked)
    return Invited(
        contacts=tuple(contacts),
        organizer=Attendee(_name(responsible), at),
        attendees=tuple(attendees),
        sharing=tuple(sharing),
    )


def _name(one: Involvement) -> str:
    return " ".join(one.text.split()) or one.party


def without_organizer(
    actions: Iterable[Action], addresses: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Tell once which parties have an address and are contacts all the same.

    Args:
        actions: The action of each entry.
        addresses: The addresses by the ids of the parties.

    Returns:
        One CC704, or nothing.
    """
    return _stay_contacts(
        *_of_each(actions, addresses, lambda one: one.uninvited), "nobody responsible has one"
    )


def without_part(dossier: Dossier, addresses: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Tell once which parties have an address and take part in nothing.

    Args:
        dossier: The dossier; the same addresses do for all its plans.
        addresses: The addresses by the ids of the parties.

    Returns:
        One CC704, or nothing.
    """
    involved = _involved(dossier.plans)
    unused = [party for party in addresses if party not in involved]
    if not unused:
        return ()
    message = (
        f"not all that have an address are in the calendar: these take part in no action of any"
        f" plan: {', '.join(unused)}"
    )
    return (diagnose("CC704", message, subject="calendar"),)


def with_one_address(
    actions: Iterable[Action], addresses: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Tell once which parties are contacts because another one has their address.

    Args:
        actions: The action of each entry.
        addresses: The addresses by the ids of the parties.

    Returns:
        One CC704, or nothing.
    """
    return _stay_contacts(
        *_of_each(actions, addresses, lambda one: one.sharing), "another party has the same one"
    )


def _stay_contacts(told: str, where: str, why: str) -> tuple[Diagnostic, ...]:
    if not told:
        return ()
    message = (
        f"not all that have an address are attendees: in {where} {why}, so that these stay"
        f" contacts: {told}"
    )
    return (diagnose("CC704", message, subject="calendar"),)


def _of_each(
    actions: Iterable[Action],
    addresses: Mapping[str, str],
    chosen: Callable[[Invited], tuple[str, ...]],
) -> tuple[str, str]:
    """Parties that are chosen of some entries, and how many these are."""
    parties: dict[str, None] = {}
    count = 0
    for action in actions if addresses else ():
        found = chosen(invited(action.involved, addresses, EntryStatus.NEEDS_ACTION))
        parties |= dict.fromkeys(found)
        count += bool(found)
    return ", ".join(parties), "1 entry" if count == 1 else f"{count} entries"
