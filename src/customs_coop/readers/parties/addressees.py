"""Whom a conclusion addresses: the bodies behind its verb, and those that are to do something."""

import re

from customs_coop.model import Party, Role
from customs_coop.readers.parties.cells import Parties, party_id, read_party_cell
from customs_coop.readers.parties.names import body

__all__ = ["is_actor", "read_actor", "read_addressees"]

_BRACKET = re.compile(r"\s{0,3}\([^()]{0,200}\)")
_ASIDE = re.compile(
    r",?\s{1,3}(?:(?:where|as|if|when)\s{1,3}(?:appropriate|necessary|relevant|needed|applicable)"
    r"|in\s{1,3}particular|inter\s{1,3}alia|respectively|accordingly|also|furthermore)\b(?:\s{0,2},)?",
    re.IGNORECASE,
)
# How they are to do it, up to the next comma: it names no further addressee.
_MANNER = re.compile(
    r"(?:,\s{0,3}|\s{1,3})(?:(?:each|both|all)\s{1,3})?(?:acting|within|under|in\s{1,3}(?:accordance|line|close|full|good"
    r"|co-?operation|co-?ordination|consultation|collaboration|partnership|liaison|the|their|its|this|order|view)"
    r"|on\s{1,3}the\s{1,3}basis|based|building|taking|with\s{1,3}(?:the|a)\s{1,3}(?:support|assistance|view|help)"
    r"|by|before|until|without|following|while|through|not\s{1,3}later)\b[^,]{0,300}",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:(?<=\A)|(?<=,\s)|(?<=\band\s)|(?<=\bor\s)|(?<=\bas\s)|(?<=\bwith\s))"
    r"(?:(?:each|all|both|every|any)\s(?:of\s)?)?(?:the|its|their|his|our|those|an?)\s"
    r"(?:(?:relevant|competent|respective|individual|responsible)\s(?=Member|States|Commission))?",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:each|every|all|both|any)\s(?:[a-z]{1,20}\s){0,2}?of\s(?:the\s)?|(?:each|every|all|both)\s",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"\b(?:group|part(?:y|ies)|committee|administrations?|authorit(?:y|ies)|countr(?:y|ies)|states?"
    r"|commission|council|presidenc(?:y|ies)|secretariat|agenc(?:y|ies)|delegations?|experts?|networks?"
    r"|teams?|units?|board|services?|office|members?|institutions?|bodies|participants?|partners?"
    r"|parliament|representatives?|ministers?|directors?|operators|stakeholders?|chair(?:man|person)?"
    r"|coordinators?|forum|organi[sz]ations?|government|governments|mission|missions|offices|DG|industry"
    r"|eu-lisa|coreper|trade|europol|olaf)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 12  # words
_NOT_A_NAME = re.compile(
    r"(?:(?:this|that|these|those|such|which|who|it|they|there|further|co-?operation|exchange|use"
    r"|importance|need|development)\b|.*\b(?:should|shall|must|will|has|have|is|are|was|were|that|which|who)\b)",
    re.IGNORECASE | re.DOTALL,
)


def is_actor(name: str) -> bool:
    """Whether words name somebody who can act: a body, a group, an administration.

    Example:
        >>> is_actor("the working group"), is_actor("regional cooperation")
        (True, False)
    """
    words = _ARTICLE.sub("", " ".join(name.split())).strip(" ,")
    if not words or len(words.split()) > _LONGEST_NAME or _NOT_A_NAME.match(words):
        return False
    head = re.split(r"\s(?:of|for|on|in|with|from|at|between|to|under|by)\s", words, maxsplit=1)[0]
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
    words = " ".join(_BRACKET.sub("", text[:600]).split()).strip(" ,")
    words = _ASIDE.sub(" ", f" {words}").strip(" ,")
    words = _MANNER.sub("", f" {words}").strip(" ,")
    words = re.sub(r"\b(and|or),\s", r"\1 ", words)
    words = _ARTICLE.sub("", _EACH.sub("", words))
    if not words:
        return Parties()
    read = read_party_cell(words, Role.ADDRESSEE)
    kept = tuple(part for part in read.involved if is_actor(part.text))
    ids = {part.party for part in kept}
    return Parties(kept, tuple(party for party in read.unknown if party.id in ids))


def read_actor(text: str) -> tuple[str, Party | None] | None:
    """The id of the one body that words name, and the body where it is not a known one.

    Example:
        >>> read_actor("each administration of the coastal countries")
        ('COASTAL-COUNTRIES', Party(id='COASTAL-COUNTRIES', name='coastal countries', ...))
        >>> read_actor("regional cooperation")
    """
    if not is_actor(text):
        return None
    words = _BRACKET.sub("", " ".join(text.split())).strip(" ,")
    name = _ARTICLE.sub("", _EACH.sub("", words, count=1), count=1).strip()
    known = body(name)
    if known is not None:
        return known.id, None if body(known.id) is known else known
    read = read_party_cell(name, Role.ADDRESSEE)
    if len(read.involved) == 1:
        unknown = read.unknown[0] if read.unknown else None
        return read.involved[0].party, unknown
    made = Party(id=party_id(name), name=name)
    return made.id, made
