"""Phrases that name somebody who can act: a body, a group, an administration, a state.

A phrase of prose gives several bodies only where it names nothing but bodies; a description
("the working group on nets") is a body of its own, which the table of known ones does not have.
"""

import re

from customs_coop.model import Involvement, Party, PartyKind, Role, known_body
from customs_coop.model.party import member_state
from customs_coop.readers.parties.cells import Parties, party_id, read_party_cell
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.names import body, is_group
from customs_coop.readers.parties.states import named_states
from customs_coop.readers.parties.titles import is_title
from customs_coop.readers.text.sentences import words_of
from customs_coop.references.base import Pattern

__all__ = ["is_actor", "phrase_parties", "read_actor", "read_actors", "read_addressees"]

# The nouns of those who can act, wherever they stand in a name.
_NOUNS = (
    r"member\s?states?|states?|countr(?:y|ies)|administrations?|authorit(?:y|ies)|part(?:y|ies)|groups?"
    r"|(?:sub)?committees?|commission|council|presidenc(?:y|ies)|secretariat|agenc(?:y|ies)|delegations?"
    r"|representatives?|experts?|teams?|members?|institutions?|ministers?|ministr(?:y|ies)|department"
    r"|directorates?"
)
_ACTOR = Pattern(
    rf"\b(?:{_NOUNS}|networks?|units?|board|services?|offices?|bodies|participants?|partners?"
    r"|parliament|directors?|operators|stakeholders?|chair(?:man|person)?|coordinators?|forum"
    r"|organi[sz]ations?|governments?|missions?|DG|industry|eu-lisa|coreper|trade|europol|olaf)\b",
    re.IGNORECASE,
)
# What a phrase has to end with, or to begin with before "of" or "from", to name somebody.
_HEAD = Pattern(
    rf"(?:{_NOUNS}|customs|police|officers?|officials?|contacts?\spersons?|delegates?|administrators"
    r"|directorate-general)\Z",
    re.IGNORECASE,
)
_REPRESENTED = Pattern(
    r"(?:representatives?|delegates|delegations?|experts?|teams?)", re.IGNORECASE
)
_CUSTOMS = Pattern(
    r"(?:national\s)?customs\s(?:administrations?|authorit(?:y|ies)|representatives|services)\Z",
    re.IGNORECASE,
)
_WORKING_PARTY = Pattern(
    r"(?:appropriate|competent|relevant)\s(?:council\s)?working\s(?:party|group)\Z", re.IGNORECASE
)
_NATIONAL = Pattern(
    r"(?P<who>[A-Z][a-z]{2,14}(?:(?:,\s|\sand\s)[A-Z][a-z]{2,14}){0,8})"
    r"(?P<noun>\s[Cc]ustoms(?:\s(?:administrations?|authorities|services?|officers))?)?"
)
_OF_A_STATE = Pattern(r"(?P<name>[^()]{2,160}?)\s\((?P<state>[A-Z][A-Za-z ]{1,30})\)")
_AND = r",?\s{1,3}and\s{1,3}(?:the\s{1,3})?|,\s{1,3}(?:the\s{1,3})?"
_OF = r"\s(?:of|from|in|for|responsible)\s"
_WITHIN = r"\s(?:of|for|on|in|with|from|at|between|to|under|by)\s"
_STATES_WITHIN = Pattern(r"\bmember\s{1,3}states\Z", re.IGNORECASE)
_ALL = Pattern(r"(?:the|an?|its|their|each|every|all|both|some|any|other)\s{1,3}", re.IGNORECASE)
_BRACKET = Pattern(r"\s{0,3}\([^()]{0,200}\)")
_ARTICLE = Pattern(
    r"(?:(?<=\A)|(?<=,\s)|(?<=\band\s)|(?<=\bor\s)|(?<=\bas\s)|(?<=\bwith\s))"
    r"(?:(?:each|all|both|every|any)\s(?:of\s)?)?(?:the|its|their|his|our|those|an?)\s"
    r"(?:(?:relevant|competent|respective|individual|responsible)\s(?=Member|States|Commission))?",
    re.IGNORECASE,
)
_EACH = Pattern(
    r"(?:each|every|all|both|any)\s(?:[a-z]{1,20}\s){0,2}?of\s(?:the\s)?|(?:each|every|all|both)\s"
    # "the administrations of the coastal countries" are all of those countries.
    r"|administrations\sof\s(?:the\s|all\s){0,2}(?=(?:[\w-]{1,30}\s){1,4}countries\Z)",
    re.IGNORECASE,
)
_ASIDE = Pattern(
    r",?\s{1,3}(?:(?:where|as|if|when)\s{1,3}(?:appropriate|necessary|relevant|needed|applicable)"
    r"|in\s{1,3}particular|inter\s{1,3}alia|respectively|accordingly|also|furthermore)\b(?:\s{0,2},)?",
    re.IGNORECASE,
)
# How they are to do it, up to the next comma: it names no further addressee.
_MANNER = Pattern(
    r"(?:,\s{0,3}|\s{1,3})(?:(?:each|both|all)\s{1,3})?(?:acting|within|under|in\s{1,3}(?:accordance|line|close|full|good"
    r"|co-?operation|co-?ordination|consultation|collaboration|partnership|liaison|the|their|its|this|order|view)"
    r"|on\s{1,3}the\s{1,3}basis|based|building|taking|with\s{1,3}(?:the|a)\s{1,3}(?:support|assistance|view|help)"
    r"|by|before|until|without|following|while|through|not\s{1,3}later)\b[^,]{0,300}",
    re.IGNORECASE,
)
_LONGEST_NAME = 12  # words
_NOT_A_NAME = Pattern(
    r"(?:(?:this|that|these|those|such|which|who|it|they|he|she|there|their|further|co-?operation|exchange|use"
    r"|importance|need|development)\b|.*\b(?:should|shall|must|will|has|have|is|are|was|were|that|which|who)\b"
    # "la Commission à présenter": a clause of a language whose clauses are not read.
    r"|.*\sà(?:\s(?:ne\s)?(?:pas\s)?(?:s['’]|se\s|y\s|en\s)?[^\W\d_]{2,30}(?:er|ir|re)\b|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_MEANT_BEFORE = Pattern(
    r"(?:this|that|these|those|it|they|he|she|such|which|who|there|their)\b", re.IGNORECASE
)
_WORKING = "COUNCIL-WORKING-PARTY"


def is_actor(name: str) -> bool:
    """Whether words name somebody who can act: a body, a group, an administration.

    Example:
        >>> is_actor("the working group"), is_actor("regional cooperation")
        (True, False)
    """
    if named_states(name):
        return True
    words = _ARTICLE.sub("", " ".join(name.split())).strip(" ,")
    if not words or len(words.split()) > _LONGEST_NAME or _NOT_A_NAME.match(words):
        return False
    head = re.split(_WITHIN, words, maxsplit=1)[0]
    return body(words) is not None or _ACTOR.search(head) is not None


def read_addressees(text: str) -> Parties:
    """Read the words between a verb and what is asked for.

    Args:
        text: The words, such as "the Member States and, where appropriate, the Commission".

    Returns:
        The bodies as addressees; nothing where the words name nobody who can act.

    Example:
        >>> words = "the Member States and the Commission (each within its competence)"
        >>> [found.party for found in read_addressees(words).involved]
        ['MS', 'COM']
    """
    words = " ".join(_BRACKET.sub(_services, text[:600]).split()).strip(" ,")
    words = _ASIDE.sub(" ", f" {words}").strip(" ,")
    words = _MANNER.sub("", f" {words}").strip(" ,")
    words = re.sub(r"\b(and|or),\s", r"\1 ", words)
    if (states := named_states(words)) and _ACTOR.search(words):
        # "the administrations of Austria and Italy": each of the two, in the same words.
        parts = (Involvement(party=one.id, role=Role.ADDRESSEE, text=words) for one in states)
        unknown = tuple(one for one in states if known_body(one.id) is None)
        return Parties(tuple(parts), unknown)
    words = _ARTICLE.sub("", _EACH.sub("", words))
    if not words:
        return Parties()
    read = read_party_cell(words, Role.ADDRESSEE)
    kept = tuple(part for part in read.involved if is_actor(part.text))
    ids = {part.party for part in kept}
    return Parties(kept, tuple(party for party in read.unknown if party.id in ids))


def _services(match: re.Match[str]) -> str:
    """A bracket that names bodies, such as the services of the one before it; else nothing."""
    names = match[0].strip(" \n()").split(",")
    return match[0] if all(body(name.strip()) is not None for name in names) else ""


def read_actors(text: str) -> tuple[tuple[str, Party | None], ...]:
    """The id of each state that words name one by one, else that of the one body that they name.

    Example:
        >>> [name for name, _ in read_actors("the administrations of Austria and Switzerland")]
        ['AT', 'CH']
        >>> [name for name, _ in read_actors("the Commission")], read_actors("good links")
        (['COM'], ())
    """
    if states := named_states(text):
        return tuple((one.id, None if known_body(one.id) else one) for one in states)
    actor = read_actor(text)
    return () if actor is None else (actor,)


def read_actor(text: str) -> tuple[str, Party | None] | None:
    """The id of the one body that words name, and the body where it is not a known one.

    Example:
        >>> read_actor("each administration of the coastal countries")
        ('COASTAL-COUNTRIES', Party(id='COASTAL-COUNTRIES', name='coastal countries', ...))
        >>> read_actor("administrations of the coastal countries")[0]
        'COASTAL-COUNTRIES'
        >>> read_actor("regional cooperation")
    """
    states = named_states(text)
    if len(states) > 1 or not is_actor(text):
        return None
    if states:
        return states[0].id, None if known_body(states[0].id) else states[0]
    words = _BRACKET.sub("", " ".join(text.split())).strip(" ,")
    name = _without_article(words)
    known = body(name)
    if known is not None:
        return known.id, None if body(known.id) is known else known
    read = read_party_cell(name, Role.ADDRESSEE)
    if len(read.involved) == 1:
        unknown = read.unknown[0] if read.unknown else None
        return read.involved[0].party, unknown
    made = Party(id=party_id(name), name=name)
    return made.id, made


def phrase_parties(words: str, *, proper: bool = False) -> list[tuple[Party, bool]]:
    """The bodies that a phrase names, each with whether it is a known one.

    Args:
        words: The phrase, such as the subject of a sentence.
        proper: Whether it is a proper name, which need not say what kind of body it is.

    Example:
        >>> [(found.id, known) for found, known in phrase_parties("the Commission and Europol")]
        [('COM', True), ('EUROPOL', True)]
        >>> [found.id for found, _ in phrase_parties("experts of the Member States")]
        ['MS']
        >>> phrase_parties("this service"), phrase_parties("good links")
        ([], [])
    """
    if states := named_states(words):
        return [_told(one) for one in states]
    bare = _bare(words)
    if not bare or _MEANT_BEFORE.match(bare) or len(bare.split()) > _LONGEST_NAME:
        return []
    if is_title(bare):
        return [_made(bare)]
    several = [body(name) for name in re.split(_AND, bare)]
    known = [party for party in several if party is not None]
    if len(known) == len(several):
        return [_told(party) for party in known]
    if proper and (both := _split_proper(bare)):
        return [found for part in both for found in phrase_parties(part) or [_made(part)]]
    return _described(bare, proper=proper)


def _described(bare: str, *, proper: bool) -> list[tuple[Party, bool]]:
    """The bodies of a phrase that is not made up of their names."""
    collective = _customs_of(bare) or _collective(bare)
    if collective or (" " not in bare and bare.islower()):
        return collective  # "officers" alone names nobody
    head, *rest = re.split(_OF, bare, maxsplit=1)
    if rest and _REPRESENTED.fullmatch(head) and (found := phrase_parties(rest[0], proper=proper)):
        return found
    named = _HEAD.search(head) or (proper and bare[:1].isupper())
    return [_made(bare)] if named else []


def _collective(bare: str) -> list[tuple[Party, bool]]:
    """The bodies that the texts name only by their kind."""
    head = re.split(_OF, bare, maxsplit=1)[0]
    states = body("Member States")
    if _WORKING_PARTY.match(bare):
        kind = PartyKind.WORKING_PARTY
        return [(Party(id=_WORKING, name=bare, kind=kind, part_of="COUNCIL"), False)]
    if _CUSTOMS.match(bare) or (_CUSTOMS.match(head) and _STATES_WITHIN.search(bare)):
        return [(Party(id="CUSTOMS-ADMINISTRATIONS", name="customs administrations"), False)]
    if states is not None and _STATES_WITHIN.search(bare) and _HEAD.search(head):
        return [_told(states)]
    return []


def _made(name: str) -> tuple[Party, bool]:
    kind = PartyKind.GROUP if is_group(name) else None
    known = body(name) or generic_group(name)
    national = _OF_A_STATE.fullmatch(name) if known is None else None
    state = member_state(national["state"]) if national else None
    if national is not None and state is not None:
        # Services of several States bear the same name, so the State belongs to the id.
        bare = national["name"]
        told = Party(
            id=party_id(f"{bare} {national['state']}"), name=bare, kind=kind, part_of=state.id
        )
        return told, False
    return _told(known or Party(id=party_id(name), name=name, kind=kind))


def _told(party: Party) -> tuple[Party, bool]:
    """A body, and whether the table of known ones has it, so that no dossier need repeat it."""
    return party, known_body(party.id) is not None


def _split_proper(text: str) -> list[str]:
    """Two names with "and" between them; a single word beside it belongs to its name."""
    parts = re.split(r"\sand\s(?:the\s)?", text)
    for cut in range(1, len(parts)):
        left, right = " and ".join(parts[:cut]), " and ".join(parts[cut:])
        if all(
            len(side.split()) > 1 and side[:1].isupper()
            for side in (left.rpartition(" and ")[2], parts[cut])
        ):
            return [left, right]
    return []


def _customs_of(bare: str) -> list[tuple[Party, bool]]:
    """The administrations of "French and Dutch Customs", or the states of bare names."""
    match = _NATIONAL.fullmatch(bare)
    if match is None:
        return []
    found: list[tuple[Party, bool]] = []
    for name in re.split(r",\s|\sand\s", match["who"]):
        party = body(f"{name} Customs") if match["noun"] else member_state(name)
        if party is None:
            return []
        found.append(_told(party))
    return found


def _bare(text: str) -> str:
    bare = words_of(text).strip(" .,;:")
    while article := _ALL.match(bare):
        bare = bare[article.end() :]
    return bare


def _without_article(name: str) -> str:
    """A name without the article and the "each of" before it."""
    return _ARTICLE.sub("", _EACH.sub("", name, count=1), count=1).strip()
