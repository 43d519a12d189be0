"""The verbs of conclusions: which statements ask, charge, agree or only note.

Council conclusions print their verbs in capitals; elsewhere a verb counts only where it opens a
statement, or where a body that can act is its subject.
"""

import enum
import re

import attrs

from customs_coop.readers.conclusions.languages import (
    Verb,
    binds,
    find_capitals,
    find_head,
    read_head_parties,
    read_whom,
)
from customs_coop.readers.conclusions.topics import ADVERBS, TOPIC, find_topic, topic_of
from customs_coop.readers.conclusions.vocabulary import ENGLISH, WISHES
from customs_coop.readers.parties.cells import Parties
from customs_coop.readers.parties.phrases import is_actor, phrase_parties, read_addressees

__all__ = [
    "Decision",
    "Sort",
    "behind_that",
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


_CLASSES = (
    (Sort.REQUEST, ENGLISH.requests),
    (Sort.TASK, ENGLISH.tasks),
    (Sort.COMMITMENT, ENGLISH.commitments),
    (Sort.FINDING, ENGLISH.findings),
)
_SORTS = {
    "requests": Sort.REQUEST,
    "tasks": Sort.TASK,
    "commitments": Sort.COMMITMENT,
    "findings": Sort.FINDING,
}
_VERB = "|".join(
    (*(f"(?P<{sort.name}>{words})" for sort, words in _CLASSES), f"(?P<WISH>{WISHES})")
)
_SUBJECT = (
    r"(?:(?P<subject>(?:the|it|they|we|this|its|all|both|ministers|delegations|participants|experts)\b"
    r"[^.;:,]{0,120}?),?\s{1,3}(?:[^.;:,]{0,60},\s{1,3})?)?"
)
_HEAD = re.compile(
    rf"[\W_]{{0,4}}{ADVERBS}{TOPIC}{ADVERBS}{_SUBJECT}{ADVERBS}(?<![^\W_])(?:{_VERB})(?![\w-])",
    re.IGNORECASE,
)
_CAPITALS = re.compile(rf"(?<![\w-])(?=[A-Z]{{2}})(?:{_VERB})(?![\w-])", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|we|this|all|both)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:council|conference|group|ministers|meeting|delegations)\b", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\bthe\s{1,3}(?:[\w-]{1,20}\s{1,3}){0,3}(?:conference|meeting|seminar|workshop|summit|session|forum)\Z|\b(?:conclusions?|recommendations?|report|document|text|statement)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:,\s{0,3}|\s{1,3})to\s(?!the\b|be\s{1,3}\Z)|\s{1,3}to\s{0,3}(?::|\Z)|\s{0,3}[:.;]"
)
_THAT = re.compile(
    r"\s{0,3}that\s{1,3}(?P<who>[^.;:]{2,160}?)"
    r"\s{1,3}(?:should|shall|must|will|is\s{1,3}to|are\s{1,3}to|take|ensure|continue|consider)\b"
)
_THAT_WORD = re.compile(r"\s{0,3}that\s{1,3}")
_CLAUSE_END = re.compile(r"[.;:,]")
_LONGEST_SUBJECT = 12  # words
_PLAIN_VERB = re.compile(
    r"(?!(?:of|for|in|on|at|by|with|within|from|to|and|or|as|not|than|that|which|who|under"
    r"|be|been|being|is|are|was|were|has|have|had|may|might|can|could|would|also)\Z)[a-z]{2,30}"
)
_TO_WHOM = re.compile(r"\s{1,3}to\s{1,3}(?=the\b|all\b|its\b|[A-Z])")
# "TASKS the group with a plan", but "INVITES Europol with a view to".
_WITH = re.compile(r"\s{1,3}with\s{1,3}(?!a\s{1,3}view\b)")
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
    if text.isupper():
        return ()
    foreign = find_capitals(text)
    if foreign is not None:
        return tuple(_SORTS[verb.sort] for verb in foreign)
    return tuple(_sort(match) for match in _capitals(text))


def _capitals(text: str) -> "list[re.Match[str]]":
    """The verbs in capitals; what belongs to one may be in small letters, as in "CALLS on"."""
    return [match for match in _CAPITALS.finditer(text) if match[0].split()[0].isupper()]


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
    decision = None if enacts else _by_language(text) or _by_capitals(text) or _by_head(text)
    asks = decision is not None and decision.sort in (Sort.REQUEST, Sort.TASK)
    if introduces and not asks and _FOLLOWING.search(text) and _AGREED.search(text):
        return Decision(sort=Sort.ACTIONS, topic=(decision and decision.topic) or find_topic(text))
    return decision


def _sort(match: "re.Match[str]") -> Sort:
    if match["WISH"]:
        return _wish(match)
    return next(sort for sort, _ in _CLASSES if match[sort.name])


def _wish(match: "re.Match[str]") -> Sort:
    """What a verb does that may ask for something or only look forward to it."""
    text, at = match.string, match.end()
    if _wished(text, at).involved or _subjunctive(text, at).involved:
        return Sort.REQUEST
    wish = match["WISH"]
    asks = wish[:4].casefold() == "call" or wish[:4] == "SUGG"
    return Sort.REQUEST if asks else Sort.FINDING


def _wished(text: str, at: int) -> Parties:
    """Those who are to do what is wished for: "expects the Commission to report"."""
    opening = _TO_WHOM.match(text, at)
    found = read_who_to(text[opening.end() if opening else at : at + 400].lstrip())
    return found[0] if found else Parties()


def _subjunctive(text: str, at: int) -> Parties:
    """The subject of a clause whose verb has no ending: "that the Presidency report"."""
    clause = _THAT_WORD.match(text, at)
    if clause is None:
        return Parties()
    words = _CLAUSE_END.split(text[clause.end() : clause.end() + 200], maxsplit=1)[0].split()
    for count in range(min(len(words) - 1, _LONGEST_SUBJECT), 0, -1):
        name, verb = " ".join(words[:count]), words[count]
        if not _PLAIN_VERB.fullmatch(verb):
            continue
        found = phrase_parties(name)
        if found and all(known for _, known in found):
            return read_addressees(name)
    return Parties()


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
    whom = [_whom(match) for match in asking[:_MOST_ASKED]]
    everybody = _together(whom)
    return Decision(
        sort=_sort(asking[0]),
        addressees=everybody,
        open=not everybody.involved and _is_open(text, asking[-1].end()),
    )


def _by_head(text: str) -> Decision | None:
    match = _HEAD.match(text)
    if match is None:
        return None
    subject = match["subject"]
    if subject and not (_PRONOUN.match(subject) or is_actor(subject) or _SPEAKER.search(subject)):
        return None
    sort = _sort(match)
    if match["WISH"] and subject and not (_PRONOUN.match(subject) or _BODY.search(subject)):
        return None  # what somebody else expects or suggests asks for nothing here
    topic = topic_of(match["topic"] or "")
    if sort not in (Sort.REQUEST, Sort.TASK):
        return Decision(sort=sort, topic=topic)
    whom = _whom(match)
    return Decision(
        sort=sort,
        addressees=whom,
        topic=topic,
        open=not whom.involved and _is_open(text, match.end()),
    )


def _whom(match: "re.Match[str]") -> Parties:
    """The addressees behind a verb: up to "to" and a verb, or in a clause with "that"."""
    text, at = match.string, match.end()
    if clause := _THAT.match(text, at):
        return read_addressees(clause["who"]) if is_actor(clause["who"]) else Parties()
    if _THAT_WORD.match(text, at):
        return _subjunctive(text, at)
    if match["WISH"]:
        return _wished(text, at)
    opening = _TO_WHOM.match(text, at)
    begin = opening.end() if opening else at
    end = _TO.search(text, begin, begin + 600)
    last = end.start() if end else min(len(text), begin + 600)
    if match["TASK"] and (given := _WITH.search(text, begin, last)):
        last = given.start()
    return read_addressees(text[begin:last])


def _by_language(text: str) -> Decision | None:
    """What a statement in French or German does."""
    if text.isupper():
        found: tuple[Verb, ...] = ()
    else:
        found = find_capitals(text) or ()
    head = find_head(text) if not found else None
    verbs = found or ((head,) if head else ())
    if not verbs:
        return None
    asking = [verb for verb in verbs if _SORTS[verb.sort] in (Sort.REQUEST, Sort.TASK)]
    if not asking:
        agreed = any(verb.sort == "commitments" for verb in verbs)
        return Decision(sort=Sort.COMMITMENT if agreed else Sort.FINDING)
    whom = [read_whom(text, verb) for verb in asking[:_MOST_ASKED]]
    return Decision(
        sort=_SORTS[asking[0].sort],
        addressees=_together(whom),
        open=not any(who.involved for who in whom) and _is_open(text, asking[-1].end),
    )


def _together(whom: "list[Parties]") -> Parties:
    parts = {part.party: part for who in whom for part in who.involved}
    unknown = {party.id: party for who in whom for party in who.unknown}
    return Parties(tuple(parts.values()), tuple(unknown.values()))


def _is_open(text: str, at: int) -> bool:
    return not text[at:].strip(" :,–—-")


def read_who_to(text: str) -> tuple[Parties, bool] | None:
    """The bodies at the head of an item, as in "the Commission to: ..."; and whether it is all."""
    match = _WHO_TO.match(text)
    if match is None:
        foreign = read_head_parties(text)
        return (foreign, text.rstrip().endswith(":")) if foreign else None
    who = read_addressees(match["who"])
    if not who.involved or not is_actor(match["who"].partition(",")[0].partition(" and ")[0]):
        return None
    return who, match.end() == len(text.rstrip())


def behind_that(text: str) -> int | None:
    """Where the clause begins of a statement such as "agreed that the group should meet"."""
    head = _HEAD.match(text)
    clause = _THAT_CLAUSE.match(text, head.end()) if head else None
    return clause.end() if clause else None


def commits(text: str) -> bool:
    """Whether those who speak bind themselves: "agrees to meet", not "agrees to the plan"."""
    if binds(text):
        return True
    head = _HEAD.match(text)
    return head is not None and bool(
        re.compile(
            r"\s{1,3}(?:(?:itself|themselves)\s{1,3})?to\s{1,3}(?!the\b|an?\b|this\b|its\b|these\b)[a-z]{2,}"
        ).match(text, head.end())
    )
