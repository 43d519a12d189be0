"""Which party a row of a filled template names."""

from typing import Final

from customs_coop.errors import InvalidValueError
from customs_coop.model import Dossier
from customs_coop.model.party import known_party
from customs_coop.monitoring.parties.identifying import PartyIds
from customs_coop.monitoring.parties.naming import near_parties
from customs_coop.readers.progress.reporting import party_id
from customs_coop.references.base import Pattern

__all__ = ["Parties"]

# What an id looks like: a state or a body that a collective was said to have as its member.
_ID: Final = Pattern(r"[A-Z0-9][A-Z0-9_.-]{0,60}")
_LED: Final = Pattern(r"([A-Z0-9][A-Z0-9_.-]{0,60})(?:\s{0,3}[–—,;:(]|\s{1,3}-\s)\s{0,3}\w")
_MOST_MISSED: Final = 50
# "no" is no Norway.
_DENIALS: Final = frozenset(("no", "na", "none", "nil"))


class Parties:
    """The parties that may report.

    Args:
        dossier: The dossier, or None.
        told: The id or a name of the party of rows that name none, or None.

    Raises:
        InvalidValueError: The party is blank, or the dossier has none of that name.
        TypeError: It is no text.
    """

    def __init__(self, dossier: Dossier | None, told: str | None) -> None:
        self._dossier = dossier
        self._ids = frozenset(_ids(dossier)) if dossier is not None else frozenset[str]()
        self._ids_of = PartyIds(() if dossier is None else dossier.parties)
        self._told = told if told is None or told in self._ids else party_id(told, dossier)
        self._missed = 0
        self._found: dict[tuple[str, str], str] = {}

    def named(self, party: str, name: str = "") -> str:
        """The id of the party that a row names.

        Args:
            party: The cell of the party.
            name: The cell with its name, for rows without the other.

        Raises:
            InvalidValueError: It names none, or none that is known.

        Example:
            >>> Parties(Dossier(), None).named("", "Albania")
            'AL'
        """
        key = (party, name)
        if key not in self._found:
            self._found[key] = self._named(party, name)
        return self._found[key]

    def is_named(self, text: str) -> bool:
        """Whether a text is an id or a name of a party.

        Args:
            text: The cell.
        """
        words = " ".join(text.split())
        return words in self._ids or self._known(words) is not None or bool(_ID.fullmatch(words))

    def other(self, party: str, name: str) -> str | None:
        """The id of another party than one, which a name means; None where it means no other.

        Args:
            party: The id of the one.
            name: The name.

        Example:
            >>> parties = Parties(Dossier(), None)
            >>> parties.other("HR", "Serbia"), parties.other("HR", "Croatian customs")
            ('RS', None)
        """
        words = " ".join(name.split())
        found = words if words in self._ids else self._known(words)
        same = self._ids_of.administration
        return None if found is None or same(found) == same(party) else found

    def _named(self, party: str, name: str) -> str:
        if not party and not name:
            if self._told is None:
                raise InvalidValueError("the row names no party")
            return self._told
        words = " ".join((party or name).split())
        if party in self._ids or words in self._ids:
            return party if party in self._ids else words
        if (known := self._known(words)) is not None:
            return known
        if _ID.fullmatch(words):
            return words
        # "AL - Albania" is an id with its name.
        if (led := _LED.match(words)) is not None:
            return led[1] if led[1] in self._ids else self._known(led[1]) or led[1]
        if (small := self._in_capitals(words)) is not None:
            return small
        described = () if self._dossier is None else self._dossier.parties
        self._missed += 1
        # To look for what is near takes its time; nobody reads it a hundred times.
        is_told = self._missed <= _MOST_MISSED
        near = near_parties(words, described, sorted(self._ids)) if is_told else ()
        hint = f"; near it are {', '.join(near)}" if near else ""
        raise InvalidValueError(f"no party is known as {words!r:.80}{hint}")

    def _in_capitals(self, words: str) -> str | None:
        """The party of an id in small letters, such as "tr"; None for a word that denies."""
        if words.casefold() in _DENIALS:
            return None
        capitals = words.upper()
        return capitals if capitals in self._ids else self._known(capitals)

    def _known(self, words: str) -> str | None:
        if self._dossier is None:
            known = known_party(words)
            return None if known is None else known.id
        try:
            return party_id(words, self._dossier)
        except InvalidValueError:
            return None


def _ids(dossier: Dossier) -> list[str]:
    return [
        *(one.id for one in dossier.parties),
        *(one.party for one in dossier.obligations if one.party is not None),
        *(one.party for one in dossier.progress),
        *(one.party for plan in dossier.plans for action in plan for one in action.involved),
    ]
