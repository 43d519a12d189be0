"""Whose words are taken where authors do not agree."""

from collections.abc import Iterable, Mapping
from typing import Final

from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, PlanRef

__all__ = ["BASE", "Preferences", "address_of"]

BASE: Final = "BASE"
"""Who is preferred where the base is to stay; no author can have this name."""

_MOST = 12


def address_of(place: ActionRef | PlanRef, field: str) -> str:
    """The address of a cell within its plan, such as "6.1/title" or "plan/period"."""
    where = place.code.text if isinstance(place, ActionRef) else "plan"
    return f"{where}/{field}"


class Preferences:
    """The authors who are preferred, by cell or by action; it notes which of them were asked for.

    Raises:
        TypeError: The preferences are no mapping of texts.
        InvalidValueError: Somebody is preferred who is no author, or an author is called "BASE".
    """

    def __init__(self, prefer: Mapping[str, str], authors: Iterable[str]) -> None:
        if not isinstance(prefer, Mapping) or not all(isinstance(place, str) for place in prefer):
            raise TypeError(f"preferences map places to authors, such as '6.1': 'DE', not {prefer}")
        known = sorted(authors)
        if BASE in known:
            raise InvalidValueError(f"no author can be called {BASE}, which means the base")
        for place, author in prefer.items():
            if author not in (*known, BASE):
                names = ", ".join(known) or "none"
                raise InvalidValueError(
                    f"{author!r} is no author ({place}); there are {names}, and {BASE} for the base"
                )
        self._prefer = prefer
        self._used: set[str] = set()
        self._asked: dict[str, None] = {}

    def author(self, place: ActionRef | PlanRef, field: str) -> str | None:
        """Who is preferred in a cell that is in conflict, perhaps BASE; None where nobody is."""
        address = address_of(place, field)
        self._asked[address] = None
        for key in (address, address.removesuffix(f"/{field}")):
            if key in self._prefer:
                self._used.add(key)
                return self._prefer[key]
        return None

    def check(self) -> None:
        """Refuse preferences that settle nothing, so that a slip of the pen is not lost.

        Raises:
            InvalidValueError: There is no conflict at one of the places.
        """
        unused = [place for place in self._prefer if place not in self._used]
        if unused:
            asked = list(self._asked)
            there = ", ".join(asked[:_MOST]) + (", ..." if len(asked) > _MOST else "")
            verb = "have" if len(asked) > 1 else "has"
            raise InvalidValueError(
                f"there is no conflict at {', '.join(unused)}; {there or 'no place'} {verb} one"
            )
