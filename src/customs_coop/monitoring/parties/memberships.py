"""The members of parties that stand for several, as a review knows them."""

from collections.abc import Iterable, Sequence

import attrs

from customs_coop.monitoring.parties.identifying import PartyIds
from customs_coop.monitoring.states import StateItem

__all__ = ["Membership", "part_of_member", "with_members"]


@attrs.frozen(kw_only=True)
class Membership:
    """A party that stands for several, with its members.

    Args:
        party: The id of the collective, as plans and obligations have it.
        members: The ids of its members: those that were handed in, else the parties of the dossier
            that are `part_of` it.
    """

    party: str
    members: tuple[str, ...] = ()


def with_members(parties: Sequence[str], collectives: Iterable[Membership]) -> tuple[str, ...]:
    """Who answers for a thing: the parties that are named, and the members of each.

    Args:
        parties: The ids of the parties that are named.
        collectives: The collectives whose members are known.

    Returns:
        The ids, each once; members behind their collective.

    Example:
        >>> coast = Membership(party="COAST", members=("AA", "BB"))
        >>> with_members(["COM", "COAST", "AA"], [coast])
        ('COM', 'COAST', 'AA', 'BB')
    """
    known = {one.party: one.members for one in collectives}
    found = (each for party in parties for each in (party, *known.get(party, ())))
    return tuple(dict.fromkeys(found))


def part_of_member(
    item: StateItem, party: str, collectives: Iterable[Membership], ids: PartyIds
) -> StateItem:
    """A thing as one of those sees it who answer for it: without what other members reported.

    It stands as all members together have it; it is silent where this one has said nothing.

    Args:
        item: The thing.
        party: The id of the party.
        collectives: The collectives whose members are known.
        ids: The names of the parties.

    Returns:
        The same thing where the party answers for it by itself.
    """
    own = ids.administration(party)
    if own in map(ids.administration, item.parties):
        return item
    everybody = map(ids.administration, with_members(item.parties, collectives))
    others = {*everybody} - {own, *map(ids.administration, item.parties)}
    reports = tuple(one for one in item.reports if ids.administration(one.party) not in others)
    if len(reports) == len(item.reports):
        return item
    return attrs.evolve(item, reports=reports, silent=not item.printed and not reports)
