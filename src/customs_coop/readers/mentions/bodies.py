"""Known bodies in running text: who is reported to, and whose agreement is needed."""

import functools
import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import (
    KNOWN_PARTIES,
    Involvement,
    Link,
    LinkKind,
    Named,
    Party,
    PartyRef,
    Role,
    Target,
    known_party,
)
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.references.base import Pattern

__all__ = ["BodyMention", "agreement_links", "bodies_in", "condition_links", "reporting_links"]

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
_AGREEMENT = Pattern(
    r"\b(?:requir(?:es?|ing)|needs?|subject\s{1,3}to|conditional\s{1,3}(?:up)?on|depend(?:s|ent)\s{1,3}"
    r"(?:up)?on|only\s{1,3}(?:after|with)|with)\s{1,3}(?:the\s{1,3})?(?:express\s{1,3})?"
    r"(?P<prior>(?:preliminary|prior|previous|advance)\s{1,3})?(?:agreement|consent|approval|accord)"
    r"\s{1,3}(?:of|from|by|with)\s{1,3}(?P<whom>[^.;:\n]{1,200})",
    re.IGNORECASE,
)
_OTHERS = Pattern(
    r"(?:the\s{1,3})?(?:all\s{1,3})?(?:other\s{1,3})?(?:interested|concerned|relevant|involved)\s{1,3}"
    r"part(?:y|ies)",
    re.IGNORECASE,
)
_TITLE_COLUMN = Pattern(r"\bcolumns?\s{1,3}(?:2|\(2\)|two)(?![0-9])|\btitle\b", re.IGNORECASE)
_NO_OTHERS = frozenset(("MS", "CCWP", "COUNCIL", "PRESIDENCY"))
_LOOK_BACK = 300


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
        party = known_party(match[0])
        if party is not None:
            found.append(BodyMention(party, match.start(), match.end(), match[0]))
    return tuple(found)


def reporting_links(passage: Passage) -> Iterator[Stated]:
    """To whom something is reported, presented or submitted.

    Yields:
        One relation for each body; what was reported in the past, or is not, is none.
    """
    text = passage.text
    bodies = bodies_in(text)
    last: tuple[int, int] | None = None  # the end of the body before, and the start of its words
    for body in bodies:
        first, end = passage.sentence(body.start, body.end)
        start = None
        inferred = False
        window = max(first, body.start - _LOOK_BACK)
        before = text[window : body.start]
        if last is not None and _AND.fullmatch(text, last[0], body.start):
            start = last[1]  # "to the European Parliament and the Council"
        elif (to := _last(_TO, before)) is not None:
            ends = _REPORT_ENDS.match(text, body.end) is not None
            start = _reported(before[: to.start()], window, ends=ends)
        elif inform := _TO_INFORM.search(before):
            start = window + inform.start()
        if start is None and _INFORMED.match(text, body.end):
            start = body.start
        elif start is None and _AGENDA.match(text, body.end) and _STANDING.search(before):
            start, inferred = body.start, True  # what stands on the agenda is reported there
        if start is None or (not inferred and passage.denied(start)):
            last = None
            continue
        last = (body.end, start)
        yield Stated(
            at=body.start,
            kind=LinkKind.REPORTS_TO,
            target=PartyRef(body.party.id),
            text=passage.evidence((first, end), start, body.end),
            inferred=inferred,
        )


def _last(pattern: Pattern, text: str) -> re.Match[str] | None:
    """The match that ends with the text."""
    for match in pattern.finditer(text, max(0, len(text) - 60)):
        if match.end() == len(text):
            return match
    return None


def _reported(before: str, window: int, *, ends: bool) -> int | None:
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


def agreement_links(passage: Passage) -> Iterator[Stated]:
    """Whose agreement a text itself says to be needed, by name."""
    for match in _AGREEMENT.finditer(passage.text):
        if passage.denied(match.start()):
            continue
        for body in bodies_in(match["whom"]):
            yield Stated(
                at=match.start("whom") + body.start,
                kind=LinkKind.REQUIRES_AGREEMENT_OF,
                target=PartyRef(body.party.id),
                text=passage.words(match.start(), match.start("whom") + body.end),
            )


def condition_links(
    notes: Iterable[str], title: str = "", involved: Iterable[Involvement] = ()
) -> tuple[Link, ...]:
    """Whose agreement an action needs, as the notes say whose marks it bears.

    "The other interested parties" are those of the row: the concerned parties, and, where the
    note names the column of the title, the bodies that the title names. The Member States and
    those who are responsible agree by acting.

    Args:
        notes: The texts of the notes.
        title: The title of the action.
        involved: Who takes part in it.

    Returns:
        One link for each party, with the words of the note; where the row names nobody else, one
        to the words themselves.

    Example:
        >>> note = "This action requires prior agreement of the other interested parties."
        >>> who = [Involvement(party="EUROPOL", role=Role.CONCERNED, text="Europol")]
        >>> [str(link.target) for link in condition_links([note], "Count ropes", who)]
        ['EUROPOL']
    """
    involved = tuple(involved)
    found: list[Link] = []
    for note in notes:
        passage = Passage(note)
        for match in _AGREEMENT.finditer(note):
            if passage.denied(match.start()):
                continue
            words = passage.evidence(
                passage.sentence(match.start(), match.end()), match.start(), match.end()
            )
            for target in _whom(match["whom"], title, involved):
                kind = LinkKind.REQUIRES_AGREEMENT_OF
                found.append(Link(kind=kind, target=target, text=words))
    return tuple(dict.fromkeys(found))


def _whom(whom: str, title: str, involved: tuple[Involvement, ...]) -> list[Target]:
    others = _OTHERS.match(whom)
    if others is None:
        return [PartyRef(name) for name in dict.fromkeys(b.party.id for b in bodies_in(whom))]
    acting = {one.party for one in involved if one.role is Role.RESPONSIBLE} | _NO_OTHERS
    names: dict[str, None] = {}
    if _TITLE_COLUMN.search(whom):
        names.update((body.party.id, None) for body in bodies_in(title))
    names.update((one.party, None) for one in involved if one.role is Role.CONCERNED)
    kept = [name for name in names if name not in acting]
    return [PartyRef(name) for name in kept] or [Named(folded(others[0]), "parties")]
