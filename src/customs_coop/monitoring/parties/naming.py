"""Parties by any of their names, and the parties whose names come near to one that nobody bears."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import KNOWN_PARTIES, Dossier, Party, known_party
from customs_coop.model.party import MEMBER_STATES, PARTNER_COUNTRIES, customs_administration

__all__ = ["PartyNames", "near_parties"]

_MOST: Final = 3
_MOST_COMPARED: Final = 1000  # names with which one is compared
_LONGEST: Final = 80  # characters of a name
_NEAR: Final = 0.8
_LONG: Final = 5  # letters of a word by which a party may be meant
# Words that stand in the names of many, and find none.
_SMALL: Final = frozenset(("the", "of", "and", "for", "in", "republic", "state", "states", "group"))


class PartyNames:
    """The parties of a dossier, by their ids and names.

    Args:
        dossier: The dossier.

    Example:
        >>> names = PartyNames(Dossier(parties=[Party(id="COAST", name="Coast countries")]))
        >>> names.id("coast countries"), names.id("Croatia"), names.id("Ruritania")
        ('COAST', 'HR', None)
    """

    def __init__(self, dossier: Dossier) -> None:
        self.parties = dossier.parties
        self.ids = frozenset(_ids(dossier))
        self._folded: dict[str, str] = {}
        for one in dossier.parties:
            for name in (one.id, one.name, *(other.text for other in one.names)):
                self._folded.setdefault(_folded(name), one.id)

    def id(self, name: str) -> str | None:
        """The id of the party that bears a name; None where nobody does.

        Args:
            name: Its id or one of its names; an id may be in small letters.
        """
        words = " ".join(name.split())
        if name in self.ids or words in self.ids:
            return name if name in self.ids else words
        if (own := self._folded.get(_folded(words))) is not None:
            return own
        known = known_party(words) or customs_administration(words) or known_party(words.upper())
        if known is not None:
            return known.id
        return words.upper() if words.upper() in self.ids else None

    def members(self, members: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
        """The members of collectives, all by their ids; names that nobody bears stay.

        Args:
            members: The members by collective.
        """
        found: dict[str, tuple[str, ...]] = {}
        for name, ids in members.items():
            whole = self.id(name) or name
            own = [self.id(one) or one for one in ids]
            found[whole] = tuple(dict.fromkeys((*found.get(whole, ()), *own)))
        return found

    def near(self, name: str) -> tuple[str, ...]:
        """The parties whose names come near, as `near_parties` has them."""
        return near_parties(name, self.parties, self.ids)


def near_parties(name: str, parties: Iterable[Party], ids: Iterable[str] = ()) -> tuple[str, ...]:
    """The parties whose names come near to one: at most three, each with its id.

    Args:
        name: The name that nobody bears.
        parties: The parties of a dossier; known bodies and states count as well.
        ids: Further ids.

    Example:
        >>> near_parties("Macedonia", ()), near_parties("Albana", ())
        (('MK (North Macedonia)',), ('AL (Albania)',))
    """
    from difflib import get_close_matches  # only where something is wrong

    words = _folded(name)[:_LONGEST]
    known = {
        _folded(text): one
        for one in (*PARTNER_COUNTRIES, *MEMBER_STATES, *KNOWN_PARTIES, *parties)
        for text in (one.name, *(other.text for other in one.names))
    }
    telling = [word for word in words.split() if word not in _SMALL]
    mine = set(telling)
    within = [text for text in known if mine and mine <= set(text.split())]
    if not within:
        longer = {word for word in mine if len(word) >= _LONG}
        sharing = [text for text in known if longer & set(text.split())]
        # A word that many bear tells nothing.
        within = sharing if len({known[text].id for text in sharing}) <= _MOST else []
    some = [*known][-_MOST_COMPARED:]
    close = get_close_matches(" ".join(telling), some, n=_MOST, cutoff=_NEAR)
    short = {one.casefold(): one for one in [*ids][:_MOST_COMPARED]}
    alike = get_close_matches(words, [*short], n=_MOST)
    found: dict[str, str] = {}
    for text in sorted(within, key=len) + close:
        one = known[text]
        found.setdefault(one.id, f"{one.id} ({shortened(one.name, _LONGEST)})")
    for text in alike:
        found.setdefault(short[text], short[text])
    return tuple(found.values())[:_MOST]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _ids(dossier: Dossier) -> Iterator[str]:
    yield from (one.id for one in dossier.parties)
    for duty in dossier.obligations:
        yield from (one for one in (duty.party, duty.to) if one is not None)
    yield from (one.party for one in dossier.progress)
    yield from (one.party for plan in dossier.plans for action in plan for one in action.involved)
