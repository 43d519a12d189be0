"""Which party a row of a filled template names."""

import difflib
from typing import Final

from customs_coop.errors import InvalidValueError
from customs_coop.model import Dossier
from customs_coop.model.party import known_party
from customs_coop.readers.progress.reporting import party_id
from customs_coop.references.base import Pattern

__all__ = ["Parties"]

# What an id looks like: a state or a body that a collective was said to have as its member.
_ID: Final = Pattern(r"[A-Z0-9][A-Z0-9_.-]{0,60}")
_LED: Final = Pattern(r"([A-Z0-9][A-Z0-9_.-]{0,60})(?:\s{0,3}[–—,;:(]|\s{1,3}-\s)\s{0,3}\w")
_MOST_NEAR: Final = 3


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
        self._told = told if told is None or told in self._ids else party_id(told, dossier)
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
        near = difflib.get_close_matches(words.upper()[:60], self._ids, n=_MOST_NEAR)
        hint = f"; near it are {', '.join(near)}" if near else ""
        raise InvalidValueError(f"no party is known as {words!r:.80}{hint}")

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
