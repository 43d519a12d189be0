"""Finding a known body or a state by any of its names."""

import datetime as dt
import unicodedata

from customs_coop.model.party.bodies import KNOWN_PARTIES
from customs_coop.model.party.countries import partner_country
from customs_coop.model.party.states import member_state
from customs_coop.model.party.values import Party, PartyName

__all__ = ["known_body", "known_party"]

_SIGNS = {ord("’"): "'", **dict.fromkeys(map(ord, '"“”„«»'))}


def _key(text: str) -> str:
    """A name in small letters, without accents and inverted commas.

    Capitals are often printed without accents, and the name of a group in inverted commas or not.
    """
    words = " ".join(text.split()).casefold()
    if words.isascii() and '"' not in words:
        return words
    parts = unicodedata.normalize("NFKD", words.translate(_SIGNS))
    return " ".join("".join([sign for sign in parts if not unicodedata.combining(sign)]).split())


_BY_NAME: dict[str, tuple[Party, PartyName | None]] = {}
for _party in KNOWN_PARTIES:
    for _name in _party.names:
        _BY_NAME.setdefault(_key(_name.text), (_party, _name))
    for _text in (_party.id, _party.name):
        _BY_NAME.setdefault(_key(_text), (_party, None))


def known_body(text: str, *, on: dt.date | None = None) -> Party | None:
    """The body of the table of known ones that bears this name; None for states and all else.

    Args:
        text: The name.
        on: A day; names that were not in use on it do not count.

    Returns:
        The body, or None.

    Example:
        >>> known_body("Europol").id, known_body("Poland")
        ('EUROPOL', None)
    """
    party, name = _BY_NAME.get(_key(text), (None, None))
    if on is not None and name is not None and not name.borne_on(on):
        return None
    return party


def known_party(text: str, *, on: dt.date | None = None) -> Party | None:
    """The known body or state that bears this name or abbreviation; None where none does.

    The bodies of `KNOWN_PARTIES` come first, by any of their names, in any case. Then come the
    Member States, those of the past too, and partner countries: by their names in English, French
    or German in any case, and by their codes in capitals only, for "it" and "no" are words.

    Args:
        text: The name.
        on: A day; names that were not in use on it do not count, nor does a Member State on a day
            when it was none. Without it all names count, for a text may speak of a body as it was
            called before.

    Returns:
        The body or state, or None.

    Example:
        >>> known_party("Europol").id, known_party("CCWG").id, known_party("Alpine countries")
        ('EUROPOL', 'CCWP', None)
        >>> known_party("Poland").id, known_party("PL").id, known_party("Norway").id
        ('PL', 'PL', 'NO')
        >>> known_party("Poland", on=dt.date(1997, 6, 9)), known_party("it")
        (None, None)
        >>> known_party("UCLAF").id, known_party("UCLAF", on=dt.date(2005, 11, 29))
        ('OLAF', None)
        >>> known_party("Groupe «Coopération douanière»").id, known_party("ETATS MEMBRES").id
        ('CCWP', 'MS')
    """
    if _key(text) in _BY_NAME:
        return known_body(text, on=on)
    state = member_state(text)
    if state is not None:
        return state if on is None or state.names[0].borne_on(on) else None
    return partner_country(text)
