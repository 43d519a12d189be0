"""Which party reports: the only one that an entry names, else the one that is told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import InvalidValueError
from customs_coop.model import KNOWN_PARTIES, Dossier
from customs_coop.model.party import known_party

__all__ = ["naming_hint", "party_id", "reporting_party", "wholes_of"]

_WORKING_PARTY: Final = "CCWP"
_PROJECT_GROUP: Final = "PROJECT-GROUP"  # in the ids of project groups
_COLLECTIVE: Final = ("MS", "NORDIC-COUNTRIES", "JHA-AGENCIES")
_MOST_TOLD: Final = 10


def party_id(party: str, dossier: Dossier | None) -> str:
    """The id of the party that somebody names.

    Args:
        party: Its id or one of its names.
        dossier: The dossier, or None; without one nothing tells which parties there are.

    Returns:
        The id: of a party that takes part in something, else of one that the dossier describes,
        else of a known body or state.

    Raises:
        InvalidValueError: The party is blank, or nobody bears that name.
        TypeError: The party is no text.

    Example:
        >>> party_id("Europol", Dossier()), party_id("XY", None)
        ('EUROPOL', 'XY')
    """
    if not isinstance(party, str):
        raise TypeError(f"a party is named by a text such as 'DE', not {party!r:.80}")
    text = party.strip()
    if not text:
        raise InvalidValueError("a party is named by its id or one of its names, not by blanks")
    known = known_party(text)
    found = [] if known is None else [known.id]
    if dossier is None:
        return found[0] if found else text
    folded = text.casefold()
    found[:0] = [
        one.id
        for one in dossier.parties
        if folded in {name.casefold() for name in (one.id, one.name, *(n.text for n in one.names))}
    ]
    involved = {
        one.party: None for plan in dossier.plans for action in plan for one in action.involved
    }
    for candidate in (text, *found):
        if candidate in involved:
            return candidate
    if found:
        return found[0]
    told = ", ".join([*involved][:_MOST_TOLD]) or "nobody"
    more = f" and {len(involved) - _MOST_TOLD} more" if len(involved) > _MOST_TOLD else ""
    raise InvalidValueError(
        f"there is no party {party!r:.80}; parties that take part are {told}{more}"
    )


def wholes_of(dossier: Dossier | None) -> dict[str, str]:
    """The body of which each party is a part, where that is known.

    Args:
        dossier: The dossier, or None.
    """
    known = (*KNOWN_PARTIES, *(() if dossier is None else dossier.parties))
    return {one.id: one.part_of for one in known if one.part_of is not None}


def reporting_party(
    named: Sequence[str], told: str | None, wholes: Mapping[str, str]
) -> str | None:
    """The party that reports.

    "CCWG (Project Group)" names two, of which the one is a part of the other: the body reports.
    "Member States" names nobody of them: what one of them has done, not all have.

    Args:
        named: The parties that the entry names, or the responsible ones.
        told: The party that somebody named for all that is not certain, or None.
        wholes: The body of which each party is a part.

    Returns:
        The party, or None where that is not certain.

    Example:
        >>> reporting_party(["CCWP", "NETS-PROJECT-GROUP"], "DE", {})
        'CCWP'
        >>> reporting_party(["CCWP", "COM"], "DE", {}), reporting_party(["CCWP", "COM"], None, {})
        ('DE', None)
        >>> reporting_party(["MS"], "DE", {}), reporting_party(["MS"], "CCWP", {})
        ('DE', 'MS')
    """
    if told in named:
        return told
    bodies = [one for one in named if not _is_part(one, named, wholes)]
    if len(bodies) != 1 or (told is not None and _is_one_of(told, bodies[0])):
        return told
    return bodies[0]


def _is_one_of(party: str, collective: str) -> bool:
    one, all_of_them = known_party(party), known_party(collective)
    if collective not in _COLLECTIVE or one is None or all_of_them is None:
        return False
    return one.kind is all_of_them.kind


def _is_part(party: str, named: Sequence[str], wholes: Mapping[str, str]) -> bool:
    """Whether a party is a part of another one of these."""
    passed = [party]
    while (whole := wholes.get(passed[-1])) is not None and whole not in passed:
        if whole in named:
            return True
        passed.append(whole)
    return party not in wholes and _PROJECT_GROUP in party and _WORKING_PARTY in named


def naming_hint(named: Sequence[str], dossier: Dossier | None) -> str:
    """How to name the party: with one of these, or the one that most often has to act.

    Args:
        named: The parties of an entry.
        dossier: The dossier, or None.
    """
    plans = () if dossier is None else dossier.plans
    often = Counter(one.party for plan in plans for action in plan for one in action.responsible)
    example = [*named, *(party for party, _ in often.most_common(1))]
    if not example:
        return "name it"
    name = shortened(example[0], 40)
    return f'name it: --party {name}, or party="{name}" in Python'
