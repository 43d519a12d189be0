"""The Member States with their EU codes, and the customs administrations that belong to them."""

import datetime as dt
import re

from customs_coop.model.party.values import Party, PartyKind, PartyName

__all__ = ["MEMBER_STATES", "customs_administration", "is_demonym", "member_state"]

# EU code, first and last day of membership, demonym, names. The codes are those of the
# Interinstitutional Style Guide: EL and UK, where ISO 3166 has GR and GB.
_STATES: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("AT", "1995-01-01", "", "Austrian", ("Austria",)),
    ("BE", "1958-01-01", "", "Belgian", ("Belgium",)),
    ("BG", "2007-01-01", "", "Bulgarian", ("Bulgaria",)),
    ("CY", "2004-05-01", "", "Cypriot", ("Cyprus",)),
    ("CZ", "2004-05-01", "", "Czech", ("Czech Republic", "Czechia")),
    ("DE", "1958-01-01", "", "German", ("Germany", "Federal Republic of Germany")),
    ("DK", "1973-01-01", "", "Danish", ("Denmark",)),
    ("EE", "2004-05-01", "", "Estonian", ("Estonia",)),
    ("EL", "1981-01-01", "", "Greek", ("Greece",)),
    ("ES", "1986-01-01", "", "Spanish", ("Spain",)),
    ("FI", "1995-01-01", "", "Finnish", ("Finland",)),
    ("FR", "1958-01-01", "", "French", ("France",)),
    ("HR", "2013-07-01", "", "Croatian", ("Croatia",)),
    ("HU", "2004-05-01", "", "Hungarian", ("Hungary",)),
    ("IE", "1973-01-01", "", "Irish", ("Ireland",)),
    ("IT", "1958-01-01", "", "Italian", ("Italy",)),
    ("LT", "2004-05-01", "", "Lithuanian", ("Lithuania",)),
    ("LU", "1958-01-01", "", "Luxembourg", ("Luxembourg",)),
    ("LV", "2004-05-01", "", "Latvian", ("Latvia",)),
    ("MT", "2004-05-01", "", "Maltese", ("Malta",)),
    ("NL", "1958-01-01", "", "Dutch", ("Netherlands", "The Netherlands")),
    ("PL", "2004-05-01", "", "Polish", ("Poland",)),
    ("PT", "1986-01-01", "", "Portuguese", ("Portugal",)),
    ("RO", "2007-01-01", "", "Romanian", ("Romania",)),
    ("SE", "1995-01-01", "", "Swedish", ("Sweden",)),
    ("SI", "2004-05-01", "", "Slovenian", ("Slovenia",)),
    ("SK", "2004-05-01", "", "Slovak", ("Slovakia", "Slovak Republic")),
    ("UK", "1973-01-01", "2020-01-31", "British", ("United Kingdom", "Great Britain")),
)

# The names in French and German, where they are others.
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "AT": ("Autriche", "Österreich"),
    "BE": ("Belgique", "Belgien"),
    "BG": ("Bulgarie", "Bulgarien"),
    "CY": ("Chypre", "Zypern"),
    "CZ": ("République tchèque", "Tchéquie", "Tschechische Republik", "Tschechien"),
    "DE": ("Allemagne", "Deutschland"),
    "DK": ("Danemark", "Dänemark"),
    "EE": ("Estonie", "Estland"),
    "EL": ("Grèce", "Griechenland"),
    "ES": ("Espagne", "Spanien"),
    "FI": ("Finlande", "Finnland"),
    "FR": ("Frankreich",),
    "HR": ("Croatie", "Kroatien"),
    "HU": ("Hongrie", "Ungarn"),
    "IE": ("Irlande", "Irland"),
    "IT": ("Italie", "Italien"),
    "LT": ("Lituanie", "Litauen"),
    "LU": ("Luxemburg",),
    "LV": ("Lettonie", "Lettland"),
    "MT": ("Malte",),
    "NL": ("Pays-Bas", "Niederlande"),
    "PL": ("Pologne", "Polen"),
    "RO": ("Roumanie", "Rumänien"),
    "SE": ("Suède", "Schweden"),
    "SI": ("Slovénie", "Slowenien"),
    "SK": ("Slovaquie", "Slowakei"),
    "UK": ("Royaume-Uni", "Vereinigtes Königreich"),
}


def _state(code: str, since: str, until: str, names: tuple[str, ...]) -> Party:
    first = dt.date.fromisoformat(since)
    last = dt.date.fromisoformat(until) if until else None
    return Party(
        id=code,
        name=names[0],
        kind=PartyKind.MEMBER_STATE,
        names=[
            PartyName(text=name, since=first, until=last)
            for name in (*names, *_OTHER_NAMES.get(code, ()))
        ],
    )


MEMBER_STATES: tuple[Party, ...] = tuple(
    [_state(code, since, until, names) for code, since, until, _, names in _STATES]
)
"""All states that are or were members of the Union, with the days of their membership."""

_BY_CODE = {state.id: state for state in MEMBER_STATES}
_BY_NAME = {name.text.casefold(): state for state in MEMBER_STATES for name in state.names}
_DEMONYMS = {demonym: code for code, _, _, demonym, _ in _STATES}
_OWN_NAMES = {
    "hm customs and excise": ("UK", "HM Customs and Excise"),
    "hm customs & excise": ("UK", "HM Customs and Excise"),
    "hm revenue and customs": ("UK", "HM Revenue and Customs"),
    "hm revenue & customs": ("UK", "HM Revenue and Customs"),
    "hmrc": ("UK", "HM Revenue and Customs"),
}
_CUSTOMS = re.compile(
    r"(?:the )?(?P<state>\w{2,12}) (?:national )?[Cc]ustoms"
    r"(?: (?:administrations?|authorit(?:y|ies)|services?))?"
    r"|(?:the )?[Cc]ustoms(?: (?:administrations?|authorit(?:y|ies)|services?))? (?:of|in)"
    r" (?P<name>[\w ]{2,40})"
)


def member_state(text: str) -> Party | None:
    """The Member State of this EU code or name; None for anything else.

    Codes count in capitals only, for "it" and "at" are words.

    Example:
        >>> member_state("EL").name, member_state("the Netherlands").id, member_state("it")
        ('Greece', 'NL', None)
        >>> member_state("Pays-Bas").id, member_state("les Niederlande")
        ('NL', None)
        >>> member_state("UK").names[0].until
        datetime.date(2020, 1, 31)
    """
    words = " ".join(text.split())
    return _BY_CODE.get(words) or _BY_NAME.get(words.casefold())


def is_demonym(text: str) -> bool:
    """Whether a word is the adjective of a Member State, as "French".

    Example:
        >>> is_demonym("French"), is_demonym("Nordic")
        (True, False)
    """
    return text in _DEMONYMS


def customs_administration(text: str) -> Party | None:
    """The customs administration of a Member State that a text names; None for anything else.

    Example:
        >>> found = customs_administration("French Customs")
        >>> found.id, found.part_of
        ('FR-CUSTOMS', 'FR')
        >>> customs_administration("customs of the Netherlands").id
        'NL-CUSTOMS'
        >>> customs_administration("national customs")
    """
    words = " ".join(text.split())
    if words.casefold() in _OWN_NAMES:
        code, name = _OWN_NAMES[words.casefold()]
        return _customs(code, name)
    match = _CUSTOMS.fullmatch(words)
    if match is None:
        return None
    if match["name"]:
        state = member_state(match["name"].removeprefix("the "))
        code = state.id if state else ""
    else:
        code = _DEMONYMS.get(match["state"], match["state"])
    return _customs(code, words.removeprefix("the ")) if code in _BY_CODE else None


def _customs(code: str, name: str) -> Party:
    return Party(id=f"{code}-CUSTOMS", name=name, kind=PartyKind.SERVICE, part_of=code)
