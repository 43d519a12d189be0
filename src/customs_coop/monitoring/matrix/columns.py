"""Whether the columns of a country matrix are those of administrations."""

from typing import TYPE_CHECKING, Final

from customs_coop.model import PartyKind, known_party
from customs_coop.monitoring.parties.speaking import UNLISTED

if TYPE_CHECKING:
    from customs_coop.monitoring.play import StateOfPlay

__all__ = ["has_administrations"]

_BODIES: Final = (PartyKind.WORKING_PARTY, PartyKind.GROUP, PartyKind.INSTITUTION)


def has_administrations(state: "StateOfPlay") -> bool:
    """Whether the matrix of a state of play compares administrations.

    A duty of "the MS" and of a committee makes a row with these two columns, as long as nobody
    names the Member States and none of them has reported: that compares nothing.

    Args:
        state: The state of play.

    Returns:
        Whether it has a row and a column of anybody but bodies of the Council and parties that
        stand for several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.monitoring import review
        >>> has_administrations(review(bundled_dossier(), on="2006-09-30"))
        False
    """
    kinds = {party.id: party.kind for party in state.parties}
    several = {*UNLISTED, *(one.party for one in state.collectives)}
    return bool(state.matrix.items) and any(
        party not in several and _kind(party, kinds.get(party)) not in _BODIES
        for party in state.matrix.parties
    )


def _kind(party: str, own: PartyKind | None) -> PartyKind | None:
    known = known_party(party)
    return own or (None if known is None else known.kind)
