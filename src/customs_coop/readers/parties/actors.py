"""Who acts in the sentences of an item: the subject of a duty, its agent, and those it names.

Only wordings that leave no doubt are taken: "The Member States shall", "to be decided by the
Commission", "organised by", "reported to the Council". A passive without an agent, and "this
service" or "they", name nobody.
"""

import re

import attrs

from customs_coop.model import Involvement, Party, Role, known_body
from customs_coop.model.party import member_state, partner_country
from customs_coop.readers.parties.names import body
from customs_coop.readers.parties.phrases import phrase_parties
from customs_coop.readers.parties.prose import find_recipients
from customs_coop.readers.parties.titles import last_comma
from customs_coop.readers.text.sentences import split_sentences, words_of

__all__ = ["Actors", "find_actors", "find_subjects"]

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
# "and" before a capital goes on with the name, or with the next one.
_STOPS = re.compile(
    r"\s(?:based|in|on|at|during|before|after|with|to|for|and(?!\s(?:the\s)?[A-Z])|by|as|under|from|which|who|within"
    r"|through|using|when|where|until|each|every|once|twice|annually|regularly|yearly)(?:\s|\Z)"
)
_ASKED = re.compile(
    r"\b(?:encourage|invite|request|urge|call\s{1,3}on|consult)\s{1,3}(?P<who>the\s{1,3}(?:Commission|Council|Presidency|Member\s{1,3}States|[A-Z][a-z]{2,20}))\b"
)
_WITH = re.compile(
    r"\b(?:participate\s{1,3}(?:together\s{1,3})?with|(?:participation|involvement)\s{1,3}of"
    r"|consider\s{1,3}(?:including|inviting|involving))\s{1,3}(?P<who>[A-Za-z][^.;,()]{2,80})"
)
# "At the request of the host countries", "with the support of Europol".
_MANNER = re.compile(
    r"\b(?:at\s{1,3}the\s{1,3}(?:[a-z]{4,12}\s{1,3})?request|with\s{1,3}the\s{1,3}(?:[a-z]{4,12}\s{1,3})?"
    r"(?:agreement|consent|approval|support|assistance|help|participation|involvement))\s{1,3}of\s{1,3}"
    r"(?P<who>[A-Za-z][^.;,()]{2,80})"
)
# "Agreed in the committee": what it decided is to be followed; "shall be agreed by" charges it.
_AGREED = re.compile(
    r"(?<!\bbe\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)\b(?:agreed|decided|determined|fixed|defined|set|laid\s{1,3}down"
    r"|established|identified)\s{1,3}(?:(?:up)?on\s{1,3})?(?:in|by|within)\s{1,3}(?P<who>the\s{1,3}[A-Za-z][^.;,()]{2,80})"
)
_ATTEND = re.compile(
    r"\b(?:attend|participate\s{1,3}in|take\s{1,3}part\s{1,3}in|join|invited\s{1,3}to)\s{1,3}[^.;:()]{0,60}?\b(?:meetings?|sessions?)"
    r"\s{1,3}of\s{1,3}(?P<who>[A-Za-z][^.;,()]{2,80})"
)
# "Links between the DAF database/Europol/WCO", "exchange information with Europol".
_CONTACT = re.compile(
    r"\b(?:(?:links?|liaison|contacts?|co-?operation|coordination|interoperability|connections?)\b[^.;:()]{0,60}?"
    r"\s(?:between|among|with)|(?:co-?operate|liaise|coordinate|(?:exchange|share)\s{1,3}[^.;:()]{0,60}?)\s{1,3}with)\s{1,3}"
    r"(?P<who>[A-Za-z][^.;:()]{2,120})"
)
_BETWEEN = re.compile(r"\s?/\s?|,\s(?:and\s)?|\s(?:and|or|as\swell\sas)\s|\s&\s")
_ARTICLE = re.compile(r"(?:the|both|either)\s", re.IGNORECASE)
_NAME_ENDS = re.compile(
    r"\s(?:to|in|on|for|with|by|so|when|where|during|before|after|under|through|via)\b.*", re.DOTALL
)
_COLLECTIVES = frozenset(("MS",))
# "Some States have come far. Their experience will be of use": theirs is what others are to use.
_ADVANCED = re.compile(
    r"(?P<who>[A-Za-z][^.;:()]{2,120}?)\s{1,3}(?:is|are|has|have)\s{1,3}(?!to\b)"
)
_EXPERIENCE = re.compile(
    r"(?:Their|Its|This|These)\s{1,3}(?:[a-z]{4,14}\s{1,3}(?:and\s{1,3})?){0,2}?(?:experiences?|expertise|knowledge|know-how)\s{1,3}"
    r"(?:will|shall|should|could|can|may|must)\s{1,3}(?:also\s{1,3})?be\s{1,3}(?:very\s{1,3})?"
    r"(?:valuable|useful|helpful|of\s{1,3}(?:great\s{1,3})?(?:use|value|benefit|help)|used|shared|drawn\s{1,3}(?:up)?on|taken|made)\b"
)
# "States which have ports": which ones of them does not change who they are.
_WHICH = re.compile(r"\s(?:which|who)\s[^,]{1,80}\Z")
_JOINED = re.compile(r"\s(?:and|or|as\swell\sas)\s")
_CONSIDER = re.compile(r"\bconsider\b")
_FUNDER = re.compile(
    r"\b(?P<who>[Tt]he\s{1,3}Commission|Commission)\s{1,3}(?:has|have)\s{1,3}(?:approved|granted)\b(?=.{0,60}\bfunding\b)"
)
_ELLIPTIC = re.compile(
    r"\A(?P<who>(?:The\s)?[A-Z][\w\s-]{1,40}?)\s{1,3}to\s{1,3}(?!be\b)[a-z]{2,15}\b"
)


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
    before = ""
    for sentence in split_sentences(text):
        # Whom one only considers to involve is not certain yet.
        doubt = _CONSIDER.search(sentence) is not None
        named = [*_named(sentence), *_experienced(before, sentence)]
        before = sentence
        for role, words in named:
            for party, known in phrase_parties(words, proper=role is Role.ORGANISER):
                one = Involvement(
                    party=party.id,
                    role=role,
                    text=words_of(words),
                    confirmed=not (doubt and role is Role.CONCERNED),
                )
                involved.setdefault((party.id, role), one)
                if not known:
                    # An administration points at its state.
                    state = member_state(party.part_of) if party.part_of else None
                    unknown.update({} if state is None else {state.id: state})
                    unknown.setdefault(party.id, party)
        for found in find_recipients(sentence):
            one = Involvement(party=found.party.id, role=Role.ADDRESSEE, text=words_of(found.text))
            if not found.standing:
                involved.setdefault((found.party.id, Role.ADDRESSEE), one)
            if known_body(found.party.id) is None:
                unknown.setdefault(found.party.id, found.party)
    return Actors(tuple(involved.values()), tuple(unknown.values()))


def find_subjects(sentence: str) -> Actors:
    """Who has to act according to one sentence: its subject, or the agent of its passive."""
    found = find_actors(sentence)
    responsible = tuple(one for one in found.involved if one.role is Role.RESPONSIBLE)
    ids = {one.party for one in responsible}
    return Actors(responsible, tuple(party for party in found.unknown if party.id in ids))


def _named(sentence: str) -> list[tuple[Role, str]]:
    """The phrases of a sentence that may name somebody, in order, with the part they have."""
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
    elif (elliptic := _ELLIPTIC.match(sentence)) and _is_body(elliptic["who"]):
        found.append((Role.RESPONSIBLE, elliptic["who"]))
    if modal:
        found += [
            (Role.RESPONSIBLE, _until_stop(match["who"]))
            for match in _AGENT.finditer(sentence, modal.start())
        ]
    found += [(Role.ORGANISER, match["who"]) for match in _ORGANISED.finditer(sentence)]
    found += [(Role.FUNDER, match["who"]) for match in _FUNDER.finditer(sentence)]
    found += [(Role.CONCERNED, match["who"]) for match in _ASKED.finditer(sentence)]
    found += [
        (Role.CONCERNED, _until_stop(match["who"]))
        for pattern in (_WITH, *((_MANNER, _AGREED, _ATTEND) if modal else ()))
        for match in pattern.finditer(sentence)
    ]
    found += [(Role.CONCERNED, name) for name in (_contacts(sentence) if modal else ())]
    return sorted(found, key=lambda one: sentence.find(one[1]))


def _contacts(sentence: str) -> list[str]:
    """The known bodies with whom something is to be exchanged; systems and States are none.

    What stands before a verb is the subject of what follows: "links between the ports and the
    Commission has agreed".
    """
    found: list[str] = []
    for match in _CONTACT.finditer(sentence):
        for name in _BETWEEN.split(match["who"]):
            bare = _NAME_ENDS.sub("", _ARTICLE.sub("", name.strip(), count=1)).strip()
            known = body(bare)
            state = member_state(bare) or partner_country(bare)
            if known is not None and known.id not in _COLLECTIVES and state is None:
                found.append(bare)
    return found


def _experienced(before: str, sentence: str) -> list[tuple[Role, str]]:
    """Those of whom the sentence before speaks, where this one says that others use it."""
    if not _EXPERIENCE.match(sentence):
        return []
    match = _ADVANCED.match(before)
    return [(Role.CONCERNED, match["who"])] if match and not _MODAL.search(before) else []


def _subject(text: str) -> str:
    lead = _LEAD_IN.match(text)
    text = text[lead.end() if lead else 0 :].strip()
    # "To share what was learned, representatives of ... shall": what follows the last comma.
    at = last_comma(text)
    if at >= 0 and _JOINED.search(text, at) and _is_body(text[at + 1 :]):
        # "Europol, the Commission and the WCO shall": bodies alone before it make a list.
        while at >= 0:
            before = text.rfind(", ", 0, at)
            if not _is_body(text[before + 1 : at]):
                break
            at = before
    return _WHICH.sub("", text[at + 1 :]).strip(" ,–-")


def _is_body(words: str) -> bool:
    """Whether a phrase names a known body or a Member State, and nothing else."""
    found = phrase_parties(words)
    return bool(found) and all(body(party.id) is not None for party, _ in found)


def _until_stop(text: str) -> str:
    stop = _STOPS.search(text)
    return (text[: stop.start()] if stop else text).strip()
