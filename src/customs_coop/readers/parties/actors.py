"""Who acts in the sentences of an item: the subject of a duty, its agent, and those it names.

Only wordings that leave no doubt are taken: "The Member States shall", "to be decided by the
Commission", "organised by", "reported to the Council". A passive without an agent, and "this
service" or "they", name nobody.
"""

import re

import attrs

from customs_coop.model import Involvement, Party, PartyKind, Role, known_party
from customs_coop.presidency.wording import read_name
from customs_coop.readers.parties.cells import party_id
from customs_coop.readers.parties.names import body
from customs_coop.readers.text.sentences import split_sentences, words_of

__all__ = ["Actors", "find_actors", "find_addressees", "find_subjects"]

_MODAL = re.compile(
    r"\b(?:shall|should|must|will|need\s{1,3}to|(?:are|is)\s{1,3}(?:invited\s{1,3})?to)\b"
)
_PASSIVE = re.compile(
    r"\s{1,3}(?:[a-z]{2,15}ly\s{1,3}|(?:also|then|not|therefore)\s{1,3}|(?:each|every)\s{1,3}[a-z]{3,9}\s{1,3}){0,2}be\s{1,3}(?:[a-z]{2,15}ly\s{1,3})?(?P<verb>[a-z-]{2,18}(?:ed|en|wn|ught|lt|de|ld|nt|t))\b(?!\s{1,3}(?:for|of|to)\b)"
)
_INVITED = re.compile(
    r"\s{1,3}(?:[a-z]{2,15}ly\s{1,3}|(?:also|then)\s{1,3}|(?:each|every)\s{1,3}[a-z]{3,9}\s{1,3}){0,2}be\s{1,3}(?:invited|informed|consulted|asked|encouraged|involved|associated|kept\s{1,3}informed)\b"
)
_LEAD_IN = re.compile(
    r"(?:In|During|By|From|Before|After|Until|Within)\s{1,3}(?:the\s{1,3}end\s{1,3}of\s{1,3}|end\s{1,3})?"
    r"(?:[A-Z][a-z]{2,8}\s{1,3})?[12][0-9]{3},?\s{1,3}"
    r"|(?:Following|After|Before|Upon|At|During)\s{1,3}(?:each|every|the|such)\s{1,3}[a-z]{2,15}\s{1,3}(?=the\s)"
)
_ARTICLE = re.compile(r"(?:the|each|every|all|both|some|any|other)\s{1,3}", re.IGNORECASE)
_MEANT_BEFORE = re.compile(
    r"(?:this|that|these|those|it|they|he|she|such|which|who|there|their)\b", re.IGNORECASE
)
# What a phrase has to end with, or to begin with before "of" or "from", to name somebody.
_HEAD = re.compile(
    r"(?:member\s?states?|states?|countries|administrations?|authorit(?:y|ies)|working\s(?:party|parties|groups?)"
    r"|parties|groups?|committees?|presidency|commission|council|secretariat|customs|police|agenc(?:y|ies)"
    r"|representatives?|officers?|officials?|delegations?|experts?|teams?|contacts?\spersons?"
    r"|delegates?|members|administrators|institutions?|ministers?)\Z",
    re.IGNORECASE,
)
_REPRESENTED = re.compile(
    r"(?:representatives?|delegates|delegations?|experts?|teams?)", re.IGNORECASE
)
_CUSTOMS = re.compile(
    r"(?:national\s)?customs\s(?:administrations?|authorit(?:y|ies)|representatives|services)\Z",
    re.IGNORECASE,
)
_WORKING_PARTY = re.compile(
    r"(?:appropriate|competent|relevant)\s(?:council\s)?working\s(?:party|group)\Z", re.IGNORECASE
)
_AND = re.compile(r",?\s{1,3}and\s{1,3}(?:the\s{1,3})?|,\s{1,3}(?:the\s{1,3})?")
_OF = re.compile(r"\s(?:of|from|in|for|responsible)\s")
_STATES_WITHIN = re.compile(r"\bmember\s{1,3}states\Z", re.IGNORECASE)
_PROPER = (
    r"[A-Z][\w&'’.-]{0,30}"
    r"(?:\s(?:(?:of|and|for|the|de|et)\s(?:the\s)?)?[A-Z(][\w&'’.)-]{0,30}){0,9}"
)
_ORGANISED = re.compile(
    rf"\b(?:organi[sz]ed|hosted|chaired|run)\s{{1,3}}(?:jointly\s{{1,3}})?by\s{{1,3}}(?:the\s{{1,3}})?(?P<who>{_PROPER})"
)
_RUNNING = re.compile(
    r"\A(?P<who>[^.;]{3,200}?)\s{1,3}(?:is|are)\s{1,3}(?:jointly\s{1,3})?(?:running|organi[sz]ing|hosting)\b"
)
_AGENT = re.compile(
    r"\bbe\s{1,3}(?:[a-z]{2,15}ly\s{1,3})?[a-z-]{2,18}(?:\s{1,3}[a-z-]{2,18}){0,3}?\s{1,3}by\s{1,3}(?P<who>(?:the\s{1,3}|each\s{1,3})?[A-Za-z][^.;,()]{2,80})"
)
_STOPS = re.compile(
    r"\s(?:based|in|on|at|during|before|after|with|to|for|and|by|as|under|from|which|who|within|through|using|when|where|until)\s"
)
_TO = re.compile(
    r"\b(?:report(?:ed|s|ing)?|communicated|submit(?:ted)?|presented?|sent|made|circulated?)\b[^.;]{0,80}?\bto\s{1,3}"
    r"(?P<who>(?:the\s{1,3}|all\s{1,3}|other\s{1,3}|appropriate\s{1,3}){0,3}(?:Council(?:\s[Ww]orking\s(?:[Pp]arty|[Gg]roup))?|Commission|Member\sStates|European\s(?:Parliament|Council|Commission)|Presidency|[A-Z]{3,8}\b|(?:[A-Z][a-z]{2,15}\s){1,4}(?:Working\s(?:Party|Group)|Group|Committee)))(?:,?\s{1,3}and(?:,\s[^.,;]{1,40},)?\s{1,3}(?:to\s{1,3})?(?P<also>(?:the\s{1,3})?(?:Council|Commission|Member\sStates|Presidency)))?"
)
_ASKED = re.compile(
    r"\b(?:encourage|invite|request|urge|call\s{1,3}on|consult)\s{1,3}(?P<who>the\s{1,3}(?:Commission|Council|Presidency|Member\s{1,3}States|[A-Z][a-z]{2,20}))\b"
)
_WITH = re.compile(
    r"\b(?:participate\s{1,3}(?:together\s{1,3})?with|(?:participation|involvement)\s{1,3}of"
    r"|consider\s{1,3}(?:including|inviting|involving))\s{1,3}(?P<who>[A-Za-z][^.;,()]{2,80})"
)
_CONSIDER = re.compile(r"\bconsider\b")
_FUNDER = re.compile(
    r"\b(?P<who>[Tt]he\s{1,3}Commission|Commission)\s{1,3}(?:has|have)\s{1,3}(?:approved|granted)\b(?=.{0,60}\bfunding\b)"
)
_ELLIPTIC = re.compile(
    r"\A(?P<who>(?:The\s)?[A-Z][\w\s-]{1,40}?)\s{1,3}to\s{1,3}(?!be\b)[a-z]{2,15}\b"
)
_WORKING = "COUNCIL-WORKING-PARTY"
_LONGEST = 12  # words of a phrase that names somebody


@attrs.frozen
class Actors:
    """Who was found, and the bodies among them that are not in the table of known ones."""

    involved: tuple[Involvement, ...] = ()
    unknown: tuple[Party, ...] = ()


def find_actors(text: str) -> Actors:
    """Find who takes part in what the sentences of an item ask for.

    Args:
        text: The item.

    Returns:
        The involvements, once for each party and role, in order, with the words that name them.

    Example:
        >>> found = find_actors("In 1997 the Member States shall swim and report to the Council.")
        >>> [(one.party, one.role.value, one.text) for one in found.involved]
        [('MS', 'responsible', 'the Member States'), ('COUNCIL', 'addressee', 'the Council')]
    """
    involved: dict[tuple[str, Role], Involvement] = {}
    unknown: dict[str, Party] = {}
    for sentence in split_sentences(text):
        # Whom one only considers to involve is not certain yet.
        doubt = _CONSIDER.search(sentence) is not None
        for role, words in _named(sentence):
            for party, known in _parties(words, proper=role is Role.ORGANISER):
                one = Involvement(
                    party=party.id,
                    role=role,
                    text=words_of(words),
                    confirmed=not (doubt and role is Role.CONCERNED),
                )
                involved.setdefault((party.id, role), one)
                if not known:
                    unknown.setdefault(party.id, party)
    return Actors(tuple(involved.values()), tuple(unknown.values()))


def find_subjects(sentence: str) -> Actors:
    """Who has to act according to one sentence: its subject, or the agent of its passive."""
    found = find_actors(sentence)
    responsible = tuple(one for one in found.involved if one.role is Role.RESPONSIBLE)
    ids = {one.party for one in responsible}
    return Actors(responsible, tuple(party for party in found.unknown if party.id in ids))


def find_addressees(sentence: str) -> tuple[str, ...]:
    """The ids of those to whom one sentence has something reported."""
    return tuple(one.party for one in find_actors(sentence).involved if one.role is Role.ADDRESSEE)


def _named(sentence: str) -> list[tuple[Role, str]]:
    """The phrases of a sentence that may name somebody, with the part that they have."""
    found: list[tuple[Role, str]] = []
    running = _RUNNING.match(sentence)
    if running:
        found.append((Role.ORGANISER, running["who"]))
    modal = _MODAL.search(sentence)
    if modal:
        subject = _subject(sentence[: modal.start()])
        after = sentence[modal.end() : modal.end() + 80]
        if _INVITED.match(after):
            found.append((Role.CONCERNED, subject))
        elif not _PASSIVE.match(after):
            found.append((Role.RESPONSIBLE, subject))
    elif (elliptic := _ELLIPTIC.match(sentence)) and body(_bare(elliptic["who"])):
        found.append((Role.RESPONSIBLE, elliptic["who"]))
    if modal:
        found += [
            (Role.RESPONSIBLE, _until_stop(match["who"]))
            for match in _AGENT.finditer(sentence, modal.start())
        ]
    found += [(Role.ORGANISER, match["who"]) for match in _ORGANISED.finditer(sentence)]
    found += [(Role.FUNDER, match["who"]) for match in _FUNDER.finditer(sentence)]
    found += [(Role.CONCERNED, match["who"]) for match in _ASKED.finditer(sentence)]
    found += [(Role.CONCERNED, _until_stop(match["who"])) for match in _WITH.finditer(sentence)]
    for match in _TO.finditer(sentence):
        found.append((Role.ADDRESSEE, match["who"]))
        if match["also"]:
            found.append((Role.ADDRESSEE, match["also"]))
    return found


def _subject(text: str) -> str:
    lead = _LEAD_IN.match(text)
    text = text[lead.end() if lead else 0 :].strip()
    # "To share what was learned, representatives of ... shall": what follows the last comma.
    return text.rpartition(", ")[2].strip(" ,–-")


def _until_stop(text: str) -> str:
    stop = _STOPS.search(text)
    return (text[: stop.start()] if stop else text).strip()


def _bare(text: str) -> str:
    bare = words_of(text).strip(" .,;:")
    while article := _ARTICLE.match(bare):
        bare = bare[article.end() :]
    return bare


def _parties(words: str, *, proper: bool) -> list[tuple[Party, bool]]:
    """The bodies that a phrase names, each with whether it is a known one."""
    bare = _bare(words)
    if not bare or _MEANT_BEFORE.match(bare) or len(bare.split()) > _LONGEST:
        return []
    several = [body(name) for name in _AND.split(bare)]
    known = [party for party in several if party is not None]
    if len(known) == len(several):
        return [_told(party) for party in known]
    if proper and (both := _split_proper(bare)):
        return [found for part in both for found in _parties(part, proper=False) or [_made(part)]]
    collective = _customs_of(bare) or _collective(bare)
    if collective or (" " not in bare and bare.islower()):
        return collective  # "officers" alone names nobody
    head, *rest = _OF.split(bare, maxsplit=1)
    if rest and _REPRESENTED.fullmatch(head) and (found := _parties(rest[0], proper=proper)):
        return found
    named = _HEAD.search(head) or (proper and bare[:1].isupper())
    return [_made(bare)] if named else []


def _collective(bare: str) -> list[tuple[Party, bool]]:
    """The bodies that the texts name only by their kind."""
    head = _OF.split(bare, maxsplit=1)[0]
    states = body("Member States")
    if _WORKING_PARTY.match(bare):
        kind = PartyKind.WORKING_PARTY
        return [(Party(id=_WORKING, name=bare, kind=kind, part_of="COUNCIL"), False)]
    if _CUSTOMS.match(bare):
        return [(Party(id="CUSTOMS-ADMINISTRATIONS", name="customs administrations"), False)]
    if states is not None and _STATES_WITHIN.search(bare) and _HEAD.search(head):
        return [_told(states)]
    return []


def _made(name: str) -> tuple[Party, bool]:
    return _told(body(name) or Party(id=party_id(name), name=name))


def _told(party: Party) -> tuple[Party, bool]:
    """A body, and whether the table of known ones has it, so that no dossier need repeat it."""
    return party, known_party(party.id) is not None


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
    """The Member States of "French and Dutch Customs", or of the name of a state alone."""
    match = re.fullmatch(
        r"(?P<who>[A-Z][a-z]{2,14}(?:(?:,\s|\sand\s)[A-Z][a-z]{2,14}){0,8})"
        r"(?P<noun>\s(?:Customs|customs)(?:\s(?:administrations?|authorities|services?|officers))?)?",
        bare,
    )
    if match is None:
        return []
    found: list[tuple[Party, bool]] = []
    for name in re.split(r",\s|\sand\s", match["who"]):
        read = read_name(f"{name} Presidency")
        code = read.country if read else None
        party = body(code) if code else None
        if party is None:
            return []
        found.append(_told(party))
    return found
