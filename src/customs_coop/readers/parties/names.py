"""What in a cell of parties is a name, and which words name nobody."""

import functools
import re
import unicodedata

from customs_coop.errors import InvalidValueError, UnknownPresidencyError
from customs_coop.model import Party, PartyKind, known_body
from customs_coop.model.party import customs_administration, member_state, partner_country
from customs_coop.presidency import ROTATIONS, Presidency
from customs_coop.readers.parties.generic import generic_group

__all__ = [
    "OPEN",
    "bare_name",
    "body",
    "is_group",
    "is_person",
    "is_role_remark",
    "is_unit",
    "names_nobody",
    "party_id",
    "says_nobody",
]

OPEN = re.compile(
    r"\b(?:tbc|tbd|to be (?:confirmed|decided|determined|defined)"
    r"|à (?:confirmer|décider|déterminer|définir|préciser)"
    r"|(?:noch )?zu (?:bestätigen|bestimmen|entscheiden)|noch offen)\b|\?",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:(?:group|PG|team|unit|committee|network|forum)s?"
    r"|groupes?|sous-groupes?|équipes?|unités?|comités?|réseaux?|cellules?"
    r"|\w{0,30}gruppen?|\w{0,30}teams?|\w{0,30}ausschuss(?:es)?|\w{0,30}netz(?:werk)?)\b",
    re.IGNORECASE,
)
_NOT_A_GROUP = re.compile(
    r"(?:as|with|in|for|if|where|when|led|chaired|by|see|to|on"
    r"|avec|dans|pour|si|lorsque|présidée?|par|voir|mit|im|für|wenn|unter|siehe)\b",
    re.IGNORECASE,
)
_MARKS = ' \t.,;:"“”„«»*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹'
_QUALIFIER = re.compile(
    r"(?:(?:all|any|each|every|some|several|other|the|both|interested|relevant|concerned|participating"
    r"|volunteer(?:ing)?|at least|up to|two|three|four|five|[0-9]{1,2}|incoming|outgoing|current"
    r"|former|next"
    r"|les|le|la|tous|toutes|certains|certaines|plusieurs|autres?|deux|trois|quatre"
    r"|die|der|das|alle|einige|mehrere|andere|weitere|interessierte|zwei|drei|vier) ){1,3}"
    r"|l['’] ?",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(
    r"(?:(?:co-?)?lead(?:er|ers|ing)?|(?:co-?)?chair(?:s|ed|man|person)?|co-?ordinat(?:or|ing|ion)"
    r"|hosts?|secretariat|support(?:ing)?|observers?|contribut(?:or|ing)|participants?"
    r"|volunteers?|rapporteur|owner|driver|responsible|main|all|both|optional|where|if|when|as|in"
    r"|with|see|cf|for|by|to|subject|depending|possibly|previously|formerly|first|second"
    r"|chefs? de file|pilotes?|responsables?|coordinat(?:eur|rice|ion)|appui|soutien|observateurs?"
    r"|participants?|hôte|rapporteure?|facultatif|si|avec|voir|pour|par|éventuellement|auparavant"
    r"|anciennement|federführend|Federführung|Leitung|Vorsitz|Unterstützung|Koordinierung"
    r"|Koordinator|Beobachter|Teilnehmer|gegebenenfalls|siehe|vormals|früher)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    # "NO" is Norway.
    r"(?-i:[Nn]o)|none|n/?a|n\. ?a\.?|nil|nobody|no one|no(?:body| one| party| parties)? yet|nihil"
    r"|not (?:yet )?(?:applicable|specified|known|decided|determined|defined|named|nominated)|open"
    r"|vacant|pending|néant|sans objet|s\. ?o\.?|aucune?|non(?: (?:précisée?|connue?))?|personne"
    r"|keine?r?|nein|offen|entfällt|k\. ?A\.?|nicht (?:bekannt|festgelegt)",
    re.IGNORECASE,
)
# Who is to decide it is not the one who is to do it.
_LEFT_OPEN = re.compile(
    r"\(?(?:to be (?:confirmed|decided|determined|defined|agreed|named|nominated|appointed)|tb[cd]"
    r"|à (?:confirmer|décider|déterminer|définir|préciser|désigner)"
    r"|(?:noch )?(?:von|vom|durch) .{1,60} zu (?:bestätigen|bestimmen|entscheiden|benennen))"
    r"(?: (?:by|in|at|on|within|with|after|before|when|during|later"
    r"|par|lors|dans|avec|après|avant)\b"
    r"|\)?\Z)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:see|cf|merged?|drop(?:ped)?|deleted?|withdrawn|abandoned|cancell?ed|suspended|complete[d]?"
    r"|done|closed|finished|on-?going|under way|in progress|defer(?:red)?|postponed|obsolete"
    r"|covered|moved|transferred|included|incorporated|combined|joined|replaced|superseded"
    r"|part of|idem|ditto|same as|as (?:above|before|for)|to be"
    r"|voir|fusionnée?s?|supprimée?s?|abandonnée?s?|retirée?s?|annulée?s?|suspendue?s?|achevée?s?"
    r"|terminée?s?|en cours|reportée?s?|différée?s?|obsolètes?|couverte?s?|reprise? |transférée?s?"
    r"|intégrée?s?|remplacée?s?|comme (?:ci-dessus|pour)"
    r"|siehe|vgl|zusammengelegt|gestrichen|aufgegeben|abgeschlossen|erledigt|laufend"
    r"|zurückgestellt|verschoben|überholt|übernommen|ersetzt|wie (?:oben|bei))\b(?!-)"
    r"|(?:and|or|all|both|others?|lead(?:er|ing)?|etc|et|ou|tous|autres|und|oder|alle|andere)\Z",
    re.IGNORECASE,
)
_PRESIDENCY = re.compile(r" Presidency\Z|\A[Pp]résidence |[vV]orsitz\Z")
_STATES = frozenset(code for rotation in ROTATIONS for code in rotation.order)
# Titles of persons; "MS" are the Member States, and "M. Dupont" is no country.
_PERSON = re.compile(
    r"(?:(?:Mr|MR|Mrs|MRS|Ms|Miss|Mme|MME|Mlle|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mister)\b\.?"
    r"|MM?\.) (?:[^\W\d_a-zß-ÿ][\w'’.-]{0,30}|de|du|van|von|der|zu|el|al)"
    r"(?: (?:[^\W\d_a-zß-ÿ][\w'’.-]{0,30}|de|du|van|von|der|zu|el|al)){0,4}"
)
# Units of services are counted so: "B2", "B.2", "Unit B". Halves and quarters of years are too.
_UNIT = re.compile(
    r"(?:(?:[Uu]nit|[Uu]nité|Referat|Dir(?:ectorate|\.)?) )?"
    r"(?!(?:Q[1-4]|[HS][12])\Z)[A-Z]{1,2}[./]?[0-9]{1,2}(?:[./][0-9]{1,2})?"
    r"|(?:[Uu]nit|[Uu]nité|Referat|Directorate) [A-Z]"
)
_UNIT_BEHIND = re.compile(
    rf"(?P<body>[^\d\W][\w -]{{1,60}}?)(?: ?[/.–-] ?|,? )(?P<unit>{_UNIT.pattern})"
)
_WITH_UNITS = frozenset((PartyKind.SERVICE, PartyKind.AGENCY))
_CLEAN = re.compile(r"[^A-Z0-9]+")
_LONGEST_NAME = 160  # characters; the longest known name has half of that


def party_id(name: str) -> str:
    """An id for a body that is not in the table of known ones.

    Example:
        >>> party_id("Nordic countries"), party_id("Europol")
        ('NORDIC-COUNTRIES', 'EUROPOL')
        >>> party_id("Équipe Échanges"), party_id("Groupe de projet")
        ('EQUIPE-ECHANGES', 'PROJECT-GROUP')
    """
    known = known_body(name)
    if known is not None:
        return known.id
    # A remark in brackets explains a name and is no part of it.
    bare = name.partition("(")[0].strip() or name
    generic = generic_group(bare)
    if generic is not None:
        return generic.id
    return _CLEAN.sub("-", _unaccented(bare.upper()))[:60].strip("-") or " ".join(bare.split())[:60]


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.replace("Œ", "OE"))
    return "".join([sign for sign in parts if not unicodedata.combining(sign)])


def bare_name(text: str) -> str:
    """A name without footnote marks, question marks and "tbc".

    Example:
        >>> bare_name("Europol* (tbc)")
        'Europol'
    """
    bare = " ".join(OPEN.sub(" ", text).split()).replace("()", "").replace("( )", "")
    return bare.strip(_MARKS)


@functools.lru_cache(maxsize=512)  # each name of a cell is asked for again and again
def body(name: str) -> Party | None:
    """The body that a name can only mean: a known one, a Member State, or its customs.

    Words that only tell how many, as in "all MS", do not change it, nor does the country of a
    Presidency, nor the code of a unit behind a service.

    Example:
        >>> body("interested MS").id, body("FR").kind.value, body("Hungarian Presidency").id
        ('MS', 'Member State', 'PRESIDENCY')
        >>> body("French Customs").part_of, body("DG TAXUD B.2").id
        ('FR', 'TAXUD')
    """
    if len(name) > _LONGEST_NAME:
        return None
    bare = bare_name(name)
    known = known_body(bare)
    if known is None:
        qualifier = _QUALIFIER.match(bare)
        known = known_body(bare[qualifier.end() :]) if qualifier else None
    if known is None:
        known = member_state(bare) or partner_country(bare) or customs_administration(bare)
    if known is None:
        known = _of_unit(bare)
    if known is None and _PRESIDENCY.search(bare) and _is_presidency(bare):
        return known_body("Presidency")
    return known


def _of_unit(name: str) -> Party | None:
    """The service of which the words name a unit by its code, as in "TAXUD B2"."""
    match = _UNIT_BEHIND.fullmatch(name)
    known = known_body(match["body"]) if match else None
    return known if known is not None and known.kind in _WITH_UNITS else None


def is_unit(text: str) -> bool:
    """Whether words are the code of a unit, which a service before them explains.

    Example:
        >>> [is_unit(words) for words in ("B2", "C.3", "Unit B", "Q2", "B")]
        [True, True, True, False, False]
    """
    return _UNIT.fullmatch(bare_name(text)) is not None


def is_person(text: str) -> bool:
    """Whether words name a person by a title; a person is no body.

    Example:
        >>> [is_person(words) for words in ("Mr Buoy", "Mme de Rade", "MS", "Dr Buoy Group")]
        [True, True, False, False]
    """
    bare = bare_name(text)
    return _PERSON.fullmatch(bare) is not None and not is_group(bare)


def _is_presidency(name: str) -> bool:
    if name.partition(" Presidency")[0] in _STATES:
        return True
    try:
        Presidency.parse(name)
    except UnknownPresidencyError:
        return True  # several fit, so it is the name of one
    except InvalidValueError:
        return False
    return True


def is_group(name: str) -> bool:
    """Whether the words name a group, a team or the like."""
    return _GROUP.search(name) is not None and _NOT_A_GROUP.match(name) is None


def is_role_remark(text: str) -> bool:
    """Whether the words of a bracket say what a party does, and name none.

    Example:
        >>> is_role_remark("lead"), is_role_remark("2"), is_role_remark("Support Group")
        (True, True, False)
    """
    bare = bare_name(text)
    if is_group(bare) or body(bare) is not None:
        return False
    return _ROLE_WORD.match(bare) is not None or not any(map(str.isalpha, bare))


def says_nobody(text: str) -> bool:
    """Whether the words say that nobody is named, or not yet.

    Example:
        >>> [says_nobody(words) for words in ("N/A", "tbc", "-", "no", "NO")]
        [True, True, True, True, False]
        >>> says_nobody("to be decided by the CCWP"), says_nobody("CCWP (to be decided)")
        (True, False)
    """
    bare = bare_name(text).strip("()-–— ")
    return (
        not bare
        or _NOBODY.fullmatch(bare) is not None
        or _LEFT_OPEN.match(text.strip()) is not None
    )


def names_nobody(text: str) -> bool:
    """Whether the words are a reference or a remark, as "See 1.2", "Dropped" or "2".

    Example:
        >>> names_nobody("Merged with 1.2"), names_nobody("Nordic countries")
        (True, False)
    """
    if body(text) is not None:
        return False
    return _NO_NAME.match(bare_name(text)) is not None or not any(map(str.isalpha, text))
