"""Finding a known body by any of its names."""

import datetime as dt
import unicodedata

from customs_coop.model.party.bodies import KNOWN_PARTIES
from customs_coop.model.party.values import Party, PartyName

__all__ = ["known_party"]

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


def known_party(text: str, *, on: dt.date | None = None) -> Party | None:
    """The known body that bears this name or abbreviation, in any case; None where none does.

    Args:
        text: The name.
        on: A day; names that were not in use on it do not count. Without it all names count, for
            a text may speak of a body as it was called before.

    Returns:
        The body, or None.

    Example:
        >>> known_party("Europol").id, known_party("CCWG").id, known_party("Alpine countries")
        ('EUROPOL', 'CCWP', None)
        >>> known_party("UCLAF").id, known_party("UCLAF", on=dt.date(2005, 11, 29))
        ('OLAF', None)
        >>> known_party("Groupe «Coopération douanière»").id, known_party("ETATS MEMBRES").id
        ('CCWP', 'MS')
    """
    party, name = _BY_NAME.get(_key(text), (None, None))
    if on is not None and name is not None and not name.borne_on(on):
        return None
    return party
