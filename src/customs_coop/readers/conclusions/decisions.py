"""The verbs of conclusions: which statements ask, charge, agree or only note.

Council conclusions print their verbs in capitals; elsewhere a verb counts only where it opens a
statement, or where a body that can act is its subject.
"""

import enum
import re

import attrs

from customs_coop.model import Party
from customs_coop.readers.obligations.duties import agent_of, read_clause
from customs_coop.readers.parties.cells import Parties
from customs_coop.readers.parties.phrases import is_actor, read_addressees

__all__ = [
    "Decision",
    "Sort",
    "agreed_actor",
    "capital_verbs",
    "commits",
    "is_heading",
    "read_decision",
    "read_who_to",
]
_MOST_ASKED = 20  # verbs of one point whose addressees are read; bounds the work on hostile text


class Sort(enum.Enum):
    """What a statement does."""

    REQUEST = "request"
    """It asks somebody: invites, calls upon, encourages, recommends."""
    TASK = "task"
    """It charges somebody who is bound by it: instructs, mandates, tasks."""
    COMMITMENT = "commitment"
    """Those who speak agree to do something."""
    ACTIONS = "actions"
    """It introduces a list of actions that were agreed."""
    FINDING = "finding"
    """It notes, welcomes, recalls or stresses, and asks for nothing."""


_REQUESTS = (
    r"(?:re)?invit(?:e[sd]?|ing)|call(?:s|ed|ing)?\s{1,3}(?:up)?on|(?:strongly\s{1,3})?encourag(?:e[sd]?|ing)"
    r"|request(?:s|ed|ing)?|urg(?:e[sd]?|ing)|recommend(?:s|ed|ing)?|ask(?:s|ed|ing)?"
    r"|appeal(?:s|ed|ing)?\s{1,3}to|advis(?:e[sd]?|ing)|exhort(?:s|ed)?"
    r"|(?:reiterat|renew|repeat)(?:e[sd]?|s|ed)\s{1,3}(?:its|their)\s{1,3}(?:call|invitation|request|appeal)"
    r"(?:\s{1,3}(?:up)?on|\s{1,3}to)?"
)
_TASKS = (
    r"instruct(?:s|ed)?|task(?:s|ed)|mandat(?:es|ed)|charg(?:es|ed)|entrust(?:s|ed)?|direct(?:s|ed)"
)
_COMMITMENTS = (
    r"agree(?:s|d)?|decid(?:e[sd]?)|undertak(?:es?)|undertook|commit(?:s|ted)?"
    r"|resolv(?:e[sd]?)|pledg(?:e[sd]?)"
)
_FINDINGS = (
    r"underlin(?:e[sd]?|ing)|underscor(?:e[sd]?|ing)|recall(?:s|ed|ing)?|welcom(?:e[sd]?|ing)"
    r"|(?:takes?|took|taking)\s{1,3}(?:due\s{1,3})?note|not(?:e[sd]|ing)|recogni[sz](?:e[sd]?|ing)|acknowledg(?:e[sd]?|ing)"
    r"|stress(?:es|ed|ing)?|emphasi[sz](?:e[sd]?|ing)|highlight(?:s|ed|ing)?|(?:re)?affirm(?:s|ed|ing)?"
    r"|reiterat(?:e[sd]?|ing)|conclud(?:e[sd]?)|consider(?:s|ed|ing)?|confirm(?:s|ed|ing)?|express(?:es|ed|ing)?"
    r"|believ(?:e[sd]?|ing)|appreciat(?:e[sd]?|ing)|commend(?:s|ed|ing)?|observ(?:e[sd]?|ing)|support(?:s|ed|ing)"
    r"|endors(?:e[sd]?|ing)|approv(?:e[sd])|adopt(?:s|ed|ing)|regret(?:s|ted|ting)?|point(?:s|ed|ing)\s{1,3}out"
    r"|remind(?:s|ed|ing)?|whereas|having\s{1,3}regard|bearing\s{1,3}in\s{1,3}mind|mindful|aware|convinced|reaffirms"
    r"|remains?|shar(?:es|ed)|thank(?:s|ed)|praise[sd]?|discuss(?:ed|es)|examined|heard|acknowledges"
)
_CLASSES = (
    (Sort.REQUEST, _REQUESTS),
    (Sort.TASK, _TASKS),
    (Sort.COMMITMENT, _COMMITMENTS),
    (Sort.FINDING, _FINDINGS),
)
_VERB = "|".join(f"(?P<{sort.name}>{words})" for sort, words in _CLASSES)
_ADVERBS = (
    r"(?:(?:and|but|therefore|thus|hereby|also|further(?:more)?|moreover|in\s{1,3}addition|accordingly|consequently"
    r"|strongly|fully|warmly|again|once\s{1,3}more|finally|firmly|unanimously|in\s{1,3}(?:this|that)\s{1,3}"
    r"(?:context|respect|regard|light|connection|framework)|to\s{1,3}(?:this|that)\s{1,3}end|inter\s{1,3}alia|then"
    r"|likewise|in\s{1,3}particular|has|have|had)\b\s{0,2},?\s{0,3}){0,5}"
)
_TOPIC = (
    r"(?:(?:as\s{1,3}regards|with\s{1,3}regard\s{1,3}to|regarding|concerning|as\s{1,3}to|for|as\s{1,3}for)\s{1,3}"
    r"(?P<topic>[^,.;:]{2,100}),\s{0,3})?"
)
_SUBJECT = (
    r"(?:(?P<subject>(?:the|it|they|we|this|its|all|both|ministers|delegations|participants|experts)\b"
    r"[^.;:,]{0,120}?),?\s{1,3}(?:[^.;:,]{0,60},\s{1,3})?)?"
)
_HEAD = re.compile(
    rf"[\W_]{{0,4}}{_ADVERBS}{_TOPIC}{_ADVERBS}{_SUBJECT}{_ADVERBS}(?<![^\W_])(?:{_VERB})(?![\w-])",
    re.IGNORECASE,
)
_CAPITALS = re.compile(rf"(?<![\w-])(?=[A-Z]{{2}})(?:{_VERB})(?![\w-])", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|we|this|all|both)\b", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\b(?:conclusions?|recommendations?|report|document|text|statement)\b", re.IGNORECASE
)
_TO = re.compile(
    r"(?:,\s{0,3}|\s{1,3})to\s(?!the\b|be\s{1,3}\Z)|\s{1,3}to\s{0,3}(?::|\Z)|\s{0,3}[:.;]"
)
_THAT = re.compile(
    r"\s{0,3}that\s{1,3}(?P<who>[^.;:]{2,160}?)"
    r"\s{1,3}(?:should|shall|must|will|is\s{1,3}to|are\s{1,3}to|take|ensure|continue|consider)\b"
)
_LISTED = re.compile(
    r"\b(?:recommendations?|requests?|calls?|invitations?)\s{1,3}(?:are\s{1,3}|were\s{1,3}|have\s{1,3}been\s{1,3})?(?:addressed\s{1,3}|made\s{1,3})?"
    r"(?:to|for)\s{1,3}(?P<who>[^:;.]{2,300})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:address(?:es|ed)?|made|makes?|contains?|sets?\s{1,3}out|following)\b", re.IGNORECASE
)
_RECOMMENDATIONS = re.compile(
    r"(?:(?:main|key|final|joint|general|specific|conclusions\s{1,3}and)\s{1,3}){0,2}recommendations?"
    r"(?:\s{1,3}(?:to|for)\s{1,3}(?P<who>[^:.;]{2,120}))?\s{0,3}:?",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:following|these)\s{1,3}(?:[\w-]{1,20}\s{1,3}){0,3}?(?:actions?|measures|activities|steps|tasks)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:agree|decide|adopt|undert[ao]{1,2}k|commit|carr(?:y|ied)\s{1,3}out|implement|develop|identified|will\s{1,3}be\s{1,3}taken)",
    re.IGNORECASE,
)
_ACTION_HEADING = re.compile(
    r"(?:(?:list\s{1,3}of\s{1,3})?agreed\s{1,3}actions?(?:\s{1,3}points?)?|actions?\s{1,3}(?:agreed|points?|items?|to\s{1,3}be\s{1,3}taken)"
    r"|follow-?up\s{1,3}actions?|list\s{1,3}of\s{1,3}(?:agreed\s{1,3})?actions?|next\s{1,3}steps)(?:\s{1,3}agreed)?\s{0,3}:?",
    re.IGNORECASE,
)
# "HAS ADOPTED THE FOLLOWING CONCLUSIONS:" leads over to all that follows and decides nothing.
_ENACTS = re.compile(
    r"(?:(?:has|have|hereby|therefore)\s{1,3}){0,3}(?:adopt(?:s|ed)?|approve[sd]?|agree[sd]?(?:\s{1,3}on)?|endorse[sd]?)"
    r"\s{1,3}(?:the\s{1,3}following|these|the|this)\s{1,3}(?:conclusions?|resolution|recommendations?|text)"
    r"(?:\s{1,3}(?:set\s{1,3}out\s{1,3})?below)?\s{0,3}[:.]?",
    re.IGNORECASE,
)
_WERE_THAT = re.compile(
    r"\b(?:conclusions?|findings?)\b[^:]{0,160}\b(?:were|are|was|is)(?:\s{1,3}that)?\s{0,3}:\Z",
    re.IGNORECASE,
)
_WHO_TO = re.compile(
    r"(?:the\s{1,3})?(?P<who>[^.;:]{2,200}?)(?:,\s{0,3}|\s{1,3})to(?:\s{1,3}(?=[a-z])|\s{0,3}:?\Z)",
    re.IGNORECASE,
)
_THAT_CLAUSE = re.compile(r"\s{0,3}(?:on\s[^.;:]{0,200}?\s)?that\s{1,3}", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Decision:
    """What a statement does, and whom it names.

    Args:
        sort: What it does.
        addressees: Whom it asks or charges.
        topic: The words behind "as regards" before it, or empty.
        open: It asks and does not yet say whom; what follows it does.
    """

    sort: Sort
    addressees: Parties = attrs.field(factory=Parties)
    topic: str = ""
    open: bool = False


def capital_verbs(text: str) -> tuple[Sort, ...]:
    """What the verbs in capitals of a statement do; nothing in a text all in capitals.

    Example:
        >>> [sort.name for sort in capital_verbs("WELCOMES the plan and INVITES the Commission")]
        ['FINDING', 'REQUEST']
    """
    return () if text.isupper() else tuple(_sort(match) for match in _capitals(text))


def _capitals(text: str) -> "list[re.Match[str]]":
    return [match for match in _CAPITALS.finditer(text) if match[0].isupper()]


def read_decision(text: str) -> Decision | None:
    """Read what a paragraph or an item does.

    Args:
        text: Its words, without the mark.

    Returns:
        What it does; None for prose without a verb of conclusion, and for a bare item.

    Example:
        >>> found = read_decision("INVITES the Commission and Europol to report by June 2010;")
        >>> found.sort.name, [part.party for part in found.addressees.involved]
        ('REQUEST', ['COM', 'EUROPOL'])
        >>> read_decision("The Commission sent a letter.") is None
        True
    """
    heading = text.strip()
    if _ACTION_HEADING.fullmatch(heading):
        return Decision(sort=Sort.ACTIONS)
    if match := _RECOMMENDATIONS.fullmatch(heading):
        who = read_addressees(match["who"]) if match["who"] else Parties()
        return Decision(sort=Sort.REQUEST, addressees=who, open=not who.involved)
    if _WERE_THAT.search(text):
        return Decision(sort=Sort.FINDING)
    introduces = heading.endswith(":")
    if introduces and _ADDRESS.search(text) and (match := _LISTED.search(text)):
        who = read_addressees(re.sub(r",?\s(?:including|inter alia|namely)\b.*", "", match["who"]))
        if who.involved:
            return Decision(sort=Sort.REQUEST, addressees=who)
    enacts = _ENACTS.fullmatch(heading) is not None
    decision = None if enacts else _by_capitals(text) or _by_head(text)
    asks = decision is not None and decision.sort in (Sort.REQUEST, Sort.TASK)
    if introduces and not asks and _FOLLOWING.search(text) and _AGREED.search(text):
        return Decision(sort=Sort.ACTIONS, topic=decision.topic if decision else "")
    return decision


def _sort(match: "re.Match[str]") -> Sort:
    return next(sort for sort, _ in _CLASSES if match[sort.name])


def is_heading(text: str) -> bool:
    """Whether a paragraph is nothing but the heading of a list of recommendations or actions.

    Example:
        >>> is_heading("Agreed actions"), is_heading("Recommendations to the Commission:")
        (True, True)
    """
    words = text.strip()
    return bool(_ACTION_HEADING.fullmatch(words) or _RECOMMENDATIONS.fullmatch(words))


def _by_capitals(text: str) -> Decision | None:
    found = _capitals(text) if not text.isupper() else []
    if not found:
        return None
    asking = [match for match in found if _sort(match) in (Sort.REQUEST, Sort.TASK)]
    if not asking:
        agreed = any(_sort(match) is Sort.COMMITMENT for match in found)
        return Decision(sort=Sort.COMMITMENT if agreed else Sort.FINDING)
    whom = [_whom(text, match.end()) for match in asking[:_MOST_ASKED]]
    parts = {part.party: part for who in whom for part in who.involved}
    unknown = {party.id: party for who in whom for party in who.unknown}
    everybody = Parties(tuple(parts.values()), tuple(unknown.values()))
    return Decision(
        sort=_sort(asking[0]),
        addressees=everybody,
        open=not parts and _is_open(text, asking[-1].end()),
    )


def _by_head(text: str) -> Decision | None:
    match = _HEAD.match(text)
    if match is None:
        return None
    subject = match["subject"]
    if subject and not (_PRONOUN.match(subject) or is_actor(subject) or _SPEAKER.search(subject)):
        return None
    sort = _sort(match)
    topic = match["topic"] or ""
    if sort not in (Sort.REQUEST, Sort.TASK):
        return Decision(sort=sort, topic=topic)
    whom = _whom(text, match.end())
    return Decision(
        sort=sort,
        addressees=whom,
        topic=topic,
        open=not whom.involved and _is_open(text, match.end()),
    )


def _whom(text: str, at: int) -> Parties:
    """The addressees behind a verb: up to "to" and a verb, or in a clause with "that"."""
    if clause := _THAT.match(text, at):
        return read_addressees(clause["who"]) if is_actor(clause["who"]) else Parties()
    begin = at
    if opening := re.compile(r"\s{1,3}to\s{1,3}(?=the\b|all\b|its\b|[A-Z])").match(text, at):
        begin = opening.end()
    end = _TO.search(text, begin, begin + 600)
    return read_addressees(text[begin : end.start() if end else min(len(text), begin + 600)])


def _is_open(text: str, at: int) -> bool:
    return not text[at:].strip(" :,–—-")


def read_who_to(text: str) -> tuple[Parties, bool] | None:
    """The bodies at the head of an item, as in "the Commission to: ..."; and whether it is all."""
    match = _WHO_TO.match(text)
    if match is None:
        return None
    who = read_addressees(match["who"])
    if not who.involved or not is_actor(match["who"].partition(",")[0].partition(" and ")[0]):
        return None
    return who, match.end() == len(text.rstrip())


def agreed_actor(text: str) -> tuple[str, Party | None] | None:
    """Who is to act by a statement such as "agreed that the group should meet"."""
    head = _HEAD.match(text)
    clause = _THAT_CLAUSE.match(text, head.end()) if head else None
    found = read_clause(text, clause.end()) if clause else None
    return found or agent_of(text)


def commits(text: str) -> bool:
    """Whether those who speak bind themselves: "agrees to meet", not "agrees to the plan"."""
    head = _HEAD.match(text)
    return head is not None and bool(
        re.compile(
            r"\s{1,3}(?:(?:itself|themselves)\s{1,3})?to\s{1,3}(?!the\b|an?\b|this\b|its\b|these\b)[a-z]{2,}"
        ).match(text, head.end())
    )
