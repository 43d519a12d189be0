"""Which names mean one party: its id, its other names, and those of its customs administration."""

from collections.abc import Iterable
from typing import Final

from customs_coop.model import Party, known_party
from customs_coop.model.party import customs_administration, member_state, partner_country

__all__ = ["PartyIds", "is_state"]

_CUSTOMS: Final = "-CUSTOMS"  # behind the id of a state: its customs administration


class PartyIds:
    """The ids of parties, which reports may call by one of their names.

    Args:
        parties: The parties of the dossier; what is an id there means that party.

    Example:
        >>> ids = PartyIds([])
        >>> ids.id("CCWG"), ids.id("Croatia"), ids.administration("HR-CUSTOMS")
        ('CCWP', 'HR', 'HR')
    """

    def __init__(self, parties: Iterable[Party]) -> None:
        self._own = {one.id for one in parties}
        self._ids: dict[str, str] = {}
        self._states: dict[str, str] = {}

    def id(self, party: str) -> str:
        """The id of a party, by its id or another of its names; what is unknown stays as it is."""
        if party not in self._ids:
            known = None
            if party not in self._own:
                known = known_party(party) or customs_administration(party)
            self._ids[party] = party if known is None else known.id
        return self._ids[party]

    def administration(self, party: str) -> str:
        """The id of a party; of the customs of a state, which speak for it, that of the state."""
        if party not in self._states:
            one = self.id(party)
            state = one.removesuffix(_CUSTOMS)
            self._states[party] = state if state in self._own or is_state(state) else one
        return self._states[party]

    def common(self, parties: Iterable[str]) -> dict[str, str]:
        """One id for all the names of each party, the state where it is there beside its customs.

        Args:
            parties: The parties as reports call them, in any order.

        Returns:
            The id, by each of these names.

        Example:
            >>> PartyIds([]).common(["HR-CUSTOMS", "HR", "AL-CUSTOMS", "CCWG"])
            {'HR-CUSTOMS': 'HR', 'HR': 'HR', 'AL-CUSTOMS': 'AL-CUSTOMS', 'CCWG': 'CCWP'}
        """
        names = tuple(dict.fromkeys(parties))
        found: dict[str, set[str]] = {}
        for name in names:
            found.setdefault(self.administration(name), set()).add(self.id(name))
        return {
            name: self.id(name) if len(found[self.administration(name)]) == 1 else state
            for name in names
            for state in (self.administration(name),)
        }


def is_state(party: str) -> bool:
    """Whether an id is that of a Member State or a partner country.

    Example:
        >>> is_state("HR"), is_state("Croatia")
        (True, False)
    """
    return any(
        known is not None and known.id == party
        for known in (member_state(party), partner_country(party))
    )
