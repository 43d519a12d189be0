"""Bodies in running text: which ones it names, and to whom it has something reported or sent."""

import bisect
import functools
import re
from collections.abc import Iterator

import attrs

from customs_coop.model import KNOWN_PARTIES, Party, known_body
from customs_coop.readers.parties.phrases import phrase_parties
from customs_coop.readers.text.sentences import sentence_starts
from customs_coop.references.base import Pattern

__all__ = ["BodyMention", "Recipient", "bodies_in", "find_recipients"]

_B = r"[^\S\n]{1,3}"
# Words that are no body in running text: "home", "com", or the first word of something longer.
_NOT_IN_PROSE = frozenset(("home", "taxud", "just", "jls", "rat", "conseil", "kommission", "ep"))
_NOT_COUNCIL = (
    r"(?!\s{1,3}(?:[Cc]onclusion|[Rr]esolution|[Dd]ecision|[Ff]ramework"
    r"|[Rr]egulation|[Dd]irective|[Ww]orking|[Gg]roup|[Aa]ct|[Rr]ecommendation|[Dd]ocument"
    r"|of\s{1,3}Europe|[Rr]egister|[Nn]ote|[Jj]oint))"
)
_REPORT = (
    r"(?:reports?|reporting|analys[ie]s|recommendations?|stud(?:y|ies)|evaluations?|assessments?"
    r"|findings|conclusions|results|presentations?|update|summary|strategy|proposals?|questionnaire"
    r"|paper|note|feedback|list|overview|inventory)"
)
_SENT = (
    r"(?:presented|submitted|reported|circulated|forwarded|sent|transmitted|communicated|delivered"
    r"|addressed)"
)
# What stands before "to the CCWP" where something is reported to it.
_BEFORE_TO = Pattern(
    rf"(?:(?<![\w-])(?P<noun>{_REPORT})"
    rf"(?:,?{_B}(?:(?:with|including|and|or|its){_B})?(?:[a-z]{{2,20}}{_B}){{0,2}}?{_REPORT}"
    r"|,?[^\S\n]{0,3}\([^()\n]{0,80}\)){0,4}"
    rf"(?:{_B}(?P<sent>{_SENT})(?:{_B}(?:back|annually|regularly|and{_B}[a-z]{{4,12}}))?"
    rf"|{_B}(?:back|annually|regularly|yearly|monthly|half-yearly)){{0,2}},?"
    rf"|(?<![\w-])(?P<verb>{_SENT}|presents?|submits?|forwards?|reports?{_B}back))\Z",
    re.IGNORECASE,
)
# "It shall report on all that was found, and how, to the CCWP."
_WILL_REPORT = Pattern(
    rf"\b(?:will|shall|should|must|is{_B}to|are{_B}to|to)(?:{_B}[a-z]{{2,12}}){{0,2}}?{_B}"
    r"(?:report|present|submit)\b[^.;:()\n]{0,240}\Z",
    re.IGNORECASE,
)
_REPORT_ENDS = Pattern(
    r"\s{0,3}(?:[.,;:)]|\Z|\n)|\s{1,3}(?:once|twice|each|every|annually|yearly|monthly|regularly"
    r"|periodically|by|before|at|within|after|during|on\s{1,3}a)\b",
    re.IGNORECASE,
)
_HISTORY = Pattern(
    r"\b(?:was|were|ha(?:s|ve|d)(?:\s{1,3}already)?\s{1,3}been|already|had|previously|earlier)"
    r"\s{1,3}(?:[a-z]{2,20}\s{1,3}){0,3}\Z",
    re.IGNORECASE,
)
_TO = Pattern(rf"(?<![\w-])to{_B}(?:and{_B}[a-z]{{4,12}}{_B}by{_B})?(?:the{_B})?", re.IGNORECASE)
_AND = Pattern(rf"[^\S\n]{{0,3}}(?:,|/|{_B}and|{_B}or){_B}(?:to{_B})?(?:the{_B})?", re.IGNORECASE)
_INFORMED = Pattern(
    rf"{_B}(?:will|shall|should|is{_B}to|are{_B}to|must)(?:{_B}[a-z]{{2,12}}){{0,3}}?{_B}"
    rf"be(?:{_B}kept)?{_B}(?:informed|notified|briefed)\b",
    re.IGNORECASE,
)
_TO_INFORM = Pattern(
    rf"(?<![\w-])(?:(?:will|shall|should|must|to){_B}(?:inform|notify|brief|update)"
    rf"|keep(?:s|ing)?)(?:{_B}the)?{_B}\Z",
    re.IGNORECASE,
)
_AGENDA = Pattern(rf"(?:{_B}plenary)?{_B}agenda{_B}items?\b", re.IGNORECASE)
_STANDING = Pattern(rf"\b(?:regular|standing|permanent|fixed|recurring){_B}\Z", re.IGNORECASE)
# What is sent round in other words, and whom "to" names there: also a group without an entry in
# the table, and the departments of a body.
_SENDS = Pattern(
    r"\b(?:report(?:ed|s|ing)?|communicated?|submit(?:ted)?|presented?|sen[dt]|made|circulated?)\b"
    r"(?:[^.;()\n]|\([^()\n]{0,60}\)){0,80}\Z"
)
_SENT_TO = Pattern(
    r"\bto\s{1,3}(?=(?P<who>(?:(?:the|all|other|appropriate|relevant|competent|each)\s{1,3}){0,3}"
    r"(?:(?:departments|services|authorities|administrations|experts|units)\s{1,3}(?:in|of)\s{1,3}"
    r"(?:the\s{1,3})?)?))"
)
_NAMED_GROUP = Pattern(
    r"(?:Council\s)?[Ww]orking\s(?:[Pp]arty|[Gg]roup)\b"
    r"|(?:[A-Z][a-z]{2,15}\s){1,4}(?:Working\s(?:Party|Group)|Group|Committee)\b"
)
_ALSO = Pattern(
    r",?\s{1,3}(?:and|or)(?:,\s[^.,;]{1,40},)?\s{1,3}(?:to\s{1,3})?(?P<who>(?:(?:the|all|other)\s{1,3}){0,3})"
)
_QUESTIONNAIRE = Pattern(rf"questionnaires?(?:{_B}{_SENT})?{_B}to\b", re.IGNORECASE)
_ASKED = frozenset(("MS", "NORDIC-COUNTRIES"))
_LOOK_BACK = 300
_NEAR = 120
_LONGEST_KEPT = 4_000


@attrs.frozen
class BodyMention:
    """A known body that a text names.

    Args:
        party: The body.
        start: Where its name begins.
        end: Where its name ends.
        text: The name as printed.
    """

    party: Party
    start: int
    end: int
    text: str


@attrs.frozen(kw_only=True)
class Recipient:
    """Somebody to whom a text has something reported or sent.

    Args:
        party: The body; one without an entry in the table of known ones has an id of its words.
        start: Where its name begins.
        end: Where its name ends.
        text: The words that name it, with their article.
        at: Where the words begin that report.
        reported: Whether the words say that it is a report, and not only that something is sent.
        standing: Whether it is only an item that stands on the agenda of the body.
    """

    party: Party
    start: int
    end: int
    text: str
    at: int
    reported: bool = True
    standing: bool = False


@functools.cache
def _names() -> re.Pattern[str]:
    """All names in one pattern, the longest first; abbreviations keep their case."""
    names: set[str] = set()
    for party in KNOWN_PARTIES:
        for name in (party.id, party.name, *(other.text for other in party.names)):
            if name.casefold() not in _NOT_IN_PROSE:
                names.add(name)
                if len(name) > 4 and " " not in name:
                    names.add(name.upper())
    ordered = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(
        re.escape(name).replace(r"\ ", r"\s{1,3}") + (_NOT_COUNCIL if name == "Council" else "")
        for name in ordered
    )
    return re.compile(rf"(?<![\w/.-])(?:{words})(?![\w/]|-\w|\(?[0-9])")


def bodies_in(text: str) -> tuple[BodyMention, ...]:
    """The known bodies that running text names, in order.

    Abbreviations count only in capitals, and "Council" not before "Conclusions" or the like.

    Example:
        >>> [found.party.id for found in bodies_in("with OLAF and EUROPOL, at home")]
        ['OLAF', 'EUROPOL']
        >>> bodies_in("the Council Conclusions on com ports")
        ()
    """
    found = []
    for match in _names().finditer(text):
        party = known_body(" ".join(match[0].split()))
        if party is not None:
            found.append(BodyMention(party, match.start(), match.end(), match[0]))
    return tuple(found)


def find_recipients(text: str) -> tuple[Recipient, ...]:
    """To whom a text has something reported, presented, submitted or sent, in order.

    What was reported in the past is left out; whether a denial stands before the words is for
    the caller to see.

    Args:
        text: A cell or the sentences of an item.

    Example:
        >>> text = "They report to the Council. Lists are circulated to all Member States."
        >>> [(found.party.id, found.text, found.reported) for found in find_recipients(text)]
        [('COUNCIL', 'the Council', True), ('MS', 'all Member States', False)]
    """
    return _found(text) if len(text) > _LONGEST_KEPT else _kept(text)


def _found(text: str) -> tuple[Recipient, ...]:
    bodies = bodies_in(text)
    if not bodies and _SENT_TO.search(text) is None:
        return ()
    starts = sentence_starts(text, lines=True)
    found = {one.start: one for one in _sent(text, bodies, starts)}
    found |= {one.start: one for one in _reported(text, bodies, starts)}
    return tuple(found[start] for start in sorted(found))


_kept = functools.lru_cache(maxsize=64)(_found)  # what a row says is asked of for several fields


def _sentence_start(starts: tuple[int, ...], place: int) -> int:
    return starts[bisect.bisect_right(starts, place) - 1]


def _reported(
    text: str, bodies: tuple[BodyMention, ...], starts: tuple[int, ...]
) -> Iterator[Recipient]:
    last: tuple[int, int] | None = None  # the end of the body before, and the start of its words
    for body in bodies:
        start = None
        named = body.start
        standing = False
        window = max(_sentence_start(starts, body.start), body.start - _LOOK_BACK)
        before = text[window : body.start]
        if last is not None and _AND.fullmatch(text, last[0], body.start):
            start = last[1]  # "to the European Parliament and the Council"
        elif (to := _last(_TO, before)) is not None:
            ends = _REPORT_ENDS.match(text, body.end) is not None
            start = _words_before(before[: to.start()], window, ends=ends)
            named = window + to.start() + len("to ")
        elif inform := _TO_INFORM.search(before):
            start = window + inform.start()
        if start is None and _INFORMED.match(text, body.end):
            start = body.start
        elif start is None and _AGENDA.match(text, body.end) and _STANDING.search(before):
            start, standing = body.start, True  # what stands on the agenda is reported there
        last = None if start is None else (body.end, start)
        if start is not None and not _asks(body, text[start : body.start]):
            yield Recipient(
                party=body.party,
                start=body.start,
                end=body.end,
                text=text[named : body.end].strip(),
                at=start,
                standing=standing,
            )


def _asks(body: BodyMention, words: str) -> bool:
    """Whether a questionnaire goes to those who are to fill it in: that is no report to them."""
    return body.party.id in _ASKED and _QUESTIONNAIRE.match(words) is not None


def _last(pattern: Pattern, text: str) -> re.Match[str] | None:
    """The match that ends with the text."""
    for match in pattern.finditer(text, max(0, len(text) - 60)):
        if match.end() == len(text):
            return match
    return None


def _words_before(before: str, window: int, *, ends: bool) -> int | None:
    """Where the words begin that report something, if such words end here.

    Behind "will report on ..." the recipient has to end the statement: in "will report on ways
    that are open to the Commission and others" nothing goes to the Commission.
    """
    before = before.rstrip()
    match = _BEFORE_TO.search(before, max(0, len(before) - 240))
    if match is None:
        match = _WILL_REPORT.search(before, max(0, len(before) - _LOOK_BACK)) if ends else None
        return None if match is None else window + match.start()
    sent = match.start("sent") if match["sent"] else match.start()
    if _HISTORY.search(before[max(0, sent - 60) : sent]):
        return None
    return window + match.start()


def _sent(
    text: str, bodies: tuple[BodyMention, ...], starts: tuple[int, ...]
) -> Iterator[Recipient]:
    named = {body.start: body for body in bodies}
    for match in _SENT_TO.finditer(text):
        window = max(_sentence_start(starts, match.start()), match.start() - _NEAR)
        words = _SENDS.search(text, window, match.start())
        if words is None:
            continue
        begin, at = match.end(), match.end("who")
        while (one := _name_at(text, at, named)) is not None:
            party, end = one
            yield Recipient(
                party=party,
                start=at,
                end=end,
                text=text[begin:end],
                at=words.start(),
                reported=False,
            )
            also = _ALSO.match(text, end)
            if also is None:
                break
            begin, at = also.start("who"), also.end()


def _name_at(text: str, at: int, named: dict[int, BodyMention]) -> tuple[Party, int] | None:
    body = named.get(at)
    if body is not None:
        return body.party, body.end
    group = _NAMED_GROUP.match(text, at)
    parties = phrase_parties(group[0]) if group else []
    return (parties[0][0], group.end()) if group and len(parties) == 1 else None
