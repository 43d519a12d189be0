"""Countries outside the Union with which its customs work, by their codes and names."""

from customs_coop.model.party.states import member_state
from customs_coop.model.party.values import Party

__all__ = ["PARTNER_COUNTRIES", "partner_country"]

# ISO 3166 codes (Kosovo: the code of the Union); regions have ids of their English names.
_COUNTRIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("AL", ("Albania", "Albanie", "Albanien")),
    ("AM", ("Armenia", "Arménie", "Armenien")),
    ("AU", ("Australia", "Australie", "Australien")),
    ("AZ", ("Azerbaijan", "Azerbaïdjan", "Aserbaidschan")),
    (
        "BA",
        (
            *("Bosnia and Herzegovina", "Bosnia-Herzegovina", "Bosnie-Herzégovine"),
            "Bosnien und Herzegowina",
        ),
    ),
    ("BY", ("Belarus", "Biélorussie", "Bélarus")),
    ("CA", ("Canada", "Kanada")),
    ("CH", ("Switzerland", "Swiss Confederation", "Suisse", "Schweiz")),
    ("CN", ("China", "People's Republic of China", "Chine")),
    ("GE", ("Georgia", "Géorgie", "Georgien")),
    ("IL", ("Israel", "Israël")),
    # Its German name is a word of English.
    ("IS", ("Iceland", "Islande")),
    ("JP", ("Japan", "Japon")),
    ("KR", ("South Korea", "Republic of Korea", "Corée du Sud", "Südkorea")),
    ("LI", ("Liechtenstein",)),
    ("MA", ("Morocco", "Maroc", "Marokko")),
    ("MD", ("Moldova", "Republic of Moldova", "Moldavie", "Moldau", "Moldawien")),
    ("ME", ("Montenegro", "Monténégro")),
    (
        "MK",
        (
            *("North Macedonia", "Republic of North Macedonia", "FYROM"),
            *("Former Yugoslav Republic of Macedonia", "Macédoine du Nord", "Nordmazedonien"),
        ),
    ),
    ("NO", ("Norway", "Norvège", "Norwegen")),
    ("RS", ("Serbia", "Serbie", "Serbien")),
    ("RU", ("Russia", "Russian Federation", "Russie", "Russland")),
    ("TN", ("Tunisia", "Tunisie", "Tunesien")),
    ("TR", ("Turkey", "Türkiye", "Turquie", "Türkei")),
    ("UA", ("Ukraine",)),
    (
        "US",
        (
            *("United States", "USA", "U.S.A.", "U.S.", "United States of America"),
            *("États-Unis", "États-Unis d'Amérique", "Vereinigte Staaten"),
            "Vereinigte Staaten von Amerika",
        ),
    ),
    ("XK", ("Kosovo",)),
    (
        "WESTERN-BALKANS",
        (
            *("Western Balkans", "Western Balkan countries", "countries of the Western Balkans"),
            *("Balkans occidentaux", "pays des Balkans occidentaux", "Westbalkan"),
            *("Westbalkanländer", "Westbalkanstaaten"),
        ),
    ),
)
# Where the Union has another code than ISO 3166: one id for each state.
_ISO_CODES = {"GB": "UK", "GR": "EL"}
# "CA" is also a competent authority, and "AU" the African Union: only the names are certain.
_NOT_CODES = frozenset(("AM", "AU", "CA", "GE", "IL", "MA", "WESTERN-BALKANS"))
_PARTIES = {code: Party(id=code, name=names[0], names=names[1:]) for code, names in _COUNTRIES}
PARTNER_COUNTRIES: tuple[Party, ...] = tuple(_PARTIES.values())
"""Countries and regions outside the Union that plans name, with their names in three languages."""

_BY_CODE = {code: party for code, party in _PARTIES.items() if code not in _NOT_CODES}
_BY_NAME = {name.casefold(): _PARTIES[code] for code, names in _COUNTRIES for name in names}


def partner_country(text: str) -> Party | None:
    """The country outside the Union of this code or name, or a state by its ISO 3166 code.

    Codes count in capitals only, for "no" and "is" are words.

    Args:
        text: The code or the name.

    Returns:
        The country, with no kind of body; a Member State for "GR" and "GB"; None for anything
        else.

    Example:
        >>> [partner_country(text).id for text in ("NO", "Norway", "the USA", "Türkei")]
        ['NO', 'NO', 'US', 'TR']
        >>> partner_country("GB").id, partner_country("no"), partner_country("France")
        ('UK', None, None)
    """
    words = " ".join(text.replace("’", "'").split())
    if words in _ISO_CODES:
        return member_state(_ISO_CODES[words])
    return _BY_CODE.get(words) or _BY_NAME.get(words.casefold().removeprefix("the "))
