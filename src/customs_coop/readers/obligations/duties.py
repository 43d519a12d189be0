"""Sentences that say what somebody is to do or to report, with their times and recipients."""

import re

import attrs

from customs_coop.deadline import Deadline, Undetermined, find_deadlines, parse_deadline
from customs_coop.model import Obligation, Party, known_body
from customs_coop.model.link import Identity
from customs_coop.readers.obligations.languages import read_asked
from customs_coop.readers.obligations.reports import is_report, report_rhythm
from customs_coop.readers.obligations.shares import read_share
from customs_coop.readers.parties.actors import find_subjects
from customs_coop.readers.parties.phrases import phrase_parties, read_actors
from customs_coop.readers.parties.prose import find_recipients
from customs_coop.readers.text.sentences import Sentence, find_sentences, words_of
from customs_coop.references.base import Pattern

__all__ = ["Duty", "agents_of", "find_duties", "opening_time", "read_clause", "stated_obligations"]

_PASSIVE = Pattern(
    r"(?P<who>[^.;:]{2,160}?)\s{1,3}(?:is|are|was|were|has\s{1,3}been|have\s{1,3}been)\s{1,3}(?:also\s{1,3}|therefore\s{1,3}|further\s{1,3}|strongly\s{1,3})?"
    r"(?:(?P<soft>invited|encouraged|urged|recommended|advised)|called\s{1,3}(?:up)?on|requested|asked|tasked|instructed"
    r"|mandated|required|entrusted\s{1,3}with|charged\s{1,3}with)\s{1,3}(?:to\s|[a-z]{3,20}ing\b)",
    re.IGNORECASE,
)
_MODAL = Pattern(
    r"(?P<who>[^.;:]{2,400}?)\s{1,3}(?:should|shall|must|is\s{1,3}to|are\s{1,3}to|needs?\s{1,3}to|ha(?:s|ve)\s{1,3}to)\s{1,3}(?!be\s{1,3}(?:able|aware|noted))(?:[a-z]+ly\s{1,3})?[a-z]{2,30}\b",
    re.IGNORECASE,
)
_DONE_BY = Pattern(
    r"\b(?:should|shall|must|is\s{1,3}to|are\s{1,3}to|will)\s{1,3}be\s{1,3}[a-z]{2,20}(?:\s{1,3}out)?\s{1,3}by\s{1,3}"
    r"(?P<who>(?:the|each|all|every)\s[^,.;:]{2,80}?)(?=\s{1,3}(?:before|by|within|until|no|not|at|and|on|in)\b|[,.;:]|\Z)",
    re.IGNORECASE,
)
_LEAD_IN = Pattern(
    r"(?:(?:in\s{1,3}addition|furthermore|moreover|also|finally|therefore|to\s{1,3}this\s{1,3}end|in\s{1,3}(?:this|that)\s{1,3}(?:context|respect|regard)"
    r"|however|notwithstanding|by\s{1,3}[^,.;]{3,40}|before\s{1,3}[^,.;]{3,60}),\s{0,3}){1,2}",
    re.IGNORECASE,
)
# "The group ensures that the committee will report": the committee does.
_SEES_TO_IT = Pattern(
    r"\b(?:ensures?|make\s{1,3}sure|sees?\s{1,3}to\s{1,3}it)\s{1,3}that\s{1,3}(?P<who>[^,;:()]{3,120}?)\s{1,3}"
    r"(?:will|shall|should|must|reports?|submits?|is\s{1,3}to|are\s{1,3}to)\b"
)
# "Following each visit the teams shall": what the report follows.
_UPON = Pattern(
    r"(?P<time>(?:Following|After|Upon|Before|At\s{1,3}the\s{1,3}end\s{1,3}of)\s{1,3}(?:each|every)\s{1,3}"
    r"[a-z][a-z-]{2,20}(?:\s{1,3}of\s{1,3}the\s{1,3}[A-Za-z]{3,20})?)(?P<comma>,?)\s{1,3}"
    r"(?P<who>(?:the\s{1,3})?[A-Za-z][\w\s’'-]{1,60}?)\s{1,3}(?:shall|should|must|will|(?:is|are)\s{1,3}to)\b"
)
# "The team shall report after each visit."
_UPON_BEHIND = Pattern(
    r"\b(?:after|following|upon|before|at\s{1,3}the\s{1,3}end\s{1,3}of)\s{1,3}(?:each|every)\s{1,3}"
    r"[a-z][a-z-]{2,20}(?=\s{0,3}(?:[,.;)]|\Z))"
)
_THOSE_REPORTS = Pattern(
    r"(?:Those|These|Such|This|That|The|Its|Their)\s{1,3}(?:[a-z]{3,15}\s{1,3}){0,2}?reports?\s{1,3}"
    r"(?:shall|should|must|will|(?:is|are)\s{1,3}to)\b"
)
# "The group reports to the Council once a year": no "shall", but a rhythm.
_REPORTS_NOW = Pattern(
    r"(?P<who>[A-Z][\w’' -]{1,80}?)\s{1,3}(?:(?:then|also|regularly)\s{1,3})?"
    r"(?:reports?(?:\s{1,3}back)?|(?:submits?|presents?|sends?|draws?\s{1,3}up)\s{1,3}(?:an?|its|their)\s{1,3}"
    r"(?:[a-z-]{2,15}\s{1,3}){0,2}?reports?)\s{1,3}(?:to|on)\s"
    r"(?![^.;]{0,200}\s(?:are|is|were|was|have|has|had|shows?|shall|should|must|will)\b)"
    r"[^.;]{1,200}?\b(?:(?:once|twice|at\s{1,3}least\s{1,3}once)\s{1,3}(?:a|per|each|every|in)"
    r"|every|each|annually|yearly|monthly|quarterly|half-yearly|regularly)\b"
)

_IN_YEAR = Pattern(
    r"(?P<time>(?:In|During)\s{1,3}(?:the\s{1,3}(?:first|second)\s{1,3}half\s{1,3}of\s{1,3}|(?:early|late)\s{1,3})?"
    r"(?:[A-Z][a-z]{2,8}\s{1,3})?[12][0-9]{3}),?\s(?P<rest>.{0,400})",
    re.DOTALL,
)
_SHALL = Pattern(r"\b(?:shall|should|must|will|(?:are|is)\s{1,3}to)\b")
_INFORMED = Pattern(r"\binformed\b")
_DONE = Pattern(r"\b(?:has|have|had|was|were)\b")


@attrs.frozen(kw_only=True)
class Duty:
    """A sentence that says what somebody is to do.

    Args:
        text: Its words.
        start: Where it begins in its text.
        owed_by: Who is to do it; empty where the sentence does not say.
        to: To whom it has something reported or sent.
        times: The times that it sets.
        report: Whether it asks for a report.
        told: Whether its first words tell somebody what to do ("the group is to", "is invited to").
        soft: Whether it only invites, encourages or recommends.
        said: The words that set its times, where the sentence sets others for another party.
    """

    text: str
    start: int
    owed_by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    times: tuple[Deadline, ...] = ()
    report: bool = False
    told: bool = False
    soft: bool = False
    said: str = ""

    @property
    def unknown(self) -> tuple[Party, ...]:
        """The bodies that are not in the table of known ones."""
        return tuple(one for one in (*self.owed_by, *self.to) if known_body(one.id) is None)


def find_duties(text: str) -> tuple[Duty, ...]:
    """The sentences that ask for a report, that set a time for a duty, or that tell a body to act.

    Sentences in French and German count where a known body or a group stands as their subject.
    A sentence that gives two parties a day each gives two duties.
    What a second sentence says of "those reports" belongs to the first one, which says who owes
    them; their words stand together.

    Args:
        text: The text of an item, of a point or of a paragraph.

    Example:
        >>> words = "The report was read. In addition, the working group is to draft a form."
        >>> [(duty.owed_by[0].id, duty.text) for duty in find_duties(words)]
        [('WORKING-GROUP', 'In addition, the working group is to draft a form.')]
    """
    found: list[Duty] = []
    last: Sentence | None = None
    for sentence in find_sentences(text):
        duty = _read(sentence)
        if found and last is not None and _goes_on(found[-1], last, sentence):
            before = found[-1]
            found[-1] = attrs.evolve(
                before,
                text=f"{before.text} {words_of(sentence.text)}",
                to=duty.to,
                times=before.times or duty.times,
            )
        elif duty.report or duty.told or (duty.times and duty.owed_by):
            found += _shared(duty) or (duty,)
        last = sentence
    return tuple(found)


def _shared(duty: Duty) -> tuple[Duty, ...]:
    """The duties of a sentence in which each of two parties has its own day; else none."""
    share = read_share(duty.text) if duty.owed_by and len(duty.times) > 1 else None
    if share is None:
        return ()
    others, *halves = share
    # The second half goes on with the verb of the first one.
    own, besides = (
        tuple(found.party for found in find_recipients(half) if not found.standing)
        for half in (halves[0], f"to report {halves[1]}")
    )
    before, after = (_times(half, report=duty.report) for half in halves)
    owed_by = tuple(party for party in duty.owed_by if party not in others)
    return (
        attrs.evolve(duty, owed_by=owed_by, to=own, times=before, said=halves[0]),
        attrs.evolve(duty, owed_by=others, to=besides or own, times=after, said=halves[1]),
    )


def _goes_on(duty: Duty, last: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence says to whom the reports go that the sentence before it asks for."""
    own = duty.report and not duty.to and duty.start == last.start
    return own and _THOSE_REPORTS.match(sentence.text) is not None


def _read(sentence: Sentence) -> Duty:
    text = words_of(sentence.text)
    asked = read_asked(text)
    if asked is not None:
        return Duty(
            text=text,
            start=sentence.start,
            owed_by=asked.owed_by,
            to=asked.to,
            times=_times(text, report=asked.report),
            report=asked.report,
            told=asked.told,
            soft=asked.soft,
        )
    head = _head(text)
    now = _reporter_now(text) if head is None else ()
    to = tuple(found.party for found in find_recipients(text) if not found.standing)
    # "Traders shall be informed" asks for no report: no body gets one.
    told_of = _INFORMED.search(text) is None or bool(to) or "report" in text.casefold()
    report = bool(now) or (told_of and is_report(text))
    return Duty(
        text=text,
        start=sentence.start,
        owed_by=now or _owed_by(text, head, report=report),
        to=to,
        times=_times(text, report=report),
        report=report,
        told=head is not None,
        soft=head is not None and bool(head.groupdict().get("soft")),
    )


def _head(text: str) -> re.Match[str] | None:
    """The first words, where they tell somebody what to do."""
    lead = _LEAD_IN.match(text)
    begin = lead.end() if lead else 0
    for pattern in (_PASSIVE, _MODAL):
        match = pattern.match(text, begin)
        if match is not None and read_actors(match["who"]):
            return match
    return None


def _reporter_now(text: str) -> tuple[Party, ...]:
    """Who reports in a rhythm, as the sentence says of the present."""
    match = _REPORTS_NOW.match(text)
    return tuple(party for party, _ in phrase_parties(match["who"])) if match else ()


def _owed_by(text: str, head: re.Match[str] | None, *, report: bool) -> tuple[Party, ...]:
    if report and (clause := _SEES_TO_IT.search(text)) and is_report(text[clause.end("who") :]):
        return tuple(party for party, _ in phrase_parties(clause["who"]))
    subjects = find_subjects(text)
    if subjects.involved:
        unknown = {party.id: party for party in subjects.unknown}
        ids = dict.fromkeys(one.party for one in subjects.involved)
        parties = ((unknown.get(name) or known_body(name)) for name in ids)
        return tuple(party for party in parties if party is not None)
    several = phrase_parties(head["who"]) if head else []
    if len(several) > 1 and all(known for _, known in several):
        return tuple(party for party, _ in several)
    named = _UPON.match(text)
    actors = read_actors(named["who"]) if named else read_actors(head["who"]) if head else ()
    told = (party or known_body(name) for name, party in actors)
    return tuple(party for party in told if party is not None)


def _times(text: str, *, report: bool) -> tuple[Deadline, ...]:
    found = tuple(mention.deadline for mention in find_deadlines(text))
    if found or not report:
        return found
    if (opening := opening_time(text)) is not None:
        return (opening,)
    upon = _UPON.match(text)
    if upon is not None:
        return (parse_deadline(words_of(upon["time"])),)
    behind = _UPON_BEHIND.search(text)
    return report_rhythm(text) or ((parse_deadline(words_of(behind[0])),) if behind else ())


def opening_time(sentence: str) -> Deadline | None:
    """The year with which a sentence of duty begins: "In 1998 the States shall".

    Example:
        >>> opening_time("In 1998 the States shall swim.").text
        'In 1998'
        >>> opening_time("In 1998 boats were bought.") is None
        True
    """
    match = _IN_YEAR.match(sentence)
    if match is None:
        return None
    duty, done = _SHALL.search(match["rest"]), _DONE.search(match["rest"])
    if duty is None or (done is not None and done.start() < duty.start()):
        return None
    time = parse_deadline(match["time"])
    return None if isinstance(time, Undetermined) else time


def read_clause(text: str, start: int) -> tuple[tuple[str, Party | None], ...]:
    """Who is to act in a clause that begins at a place: "the group should meet".

    Returns:
        The id of each body, and the body where it is not a known one.
    """
    match = _MODAL.match(text, start)
    return read_actors(match["who"]) if match else ()


def agents_of(text: str) -> tuple[tuple[str, Party | None], ...]:
    """Who is to act in a passive sentence: "shall be carried out by the group"."""
    done = _DONE_BY.search(text)
    return read_actors(done["who"]) if done else ()


def stated_obligations(
    text: str,
    subject: Identity | None,
    *,
    deadline: Deadline | None = None,
    reports_only: bool = False,
) -> tuple[tuple[Obligation, ...], tuple[Party, ...]]:
    """The duties of a text that are owed at a time, or that are to report.

    Args:
        text: The text of an item or of a point.
        subject: What the duties are about.
        deadline: The time of reports whose sentence gives none of its own, or None.
        reports_only: Leave out the other duties that have a time.

    Returns:
        One obligation for each sentence, debtor, recipient and time, with the words of the
        sentence; and the bodies in them that are not in the table of known ones.

    Example:
        >>> (duty,), _ = stated_obligations("The Commission shall report to the Council.", None)
        >>> duty.party, duty.to
        ('COM', 'COUNCIL')
    """
    found: list[Obligation] = []
    unknown: list[Party] = []
    for duty in find_duties(text):
        if not duty.report and (reports_only or not duty.times or not duty.owed_by):
            continue
        unknown += duty.unknown
        found += [
            Obligation(
                text=duty.text,
                party=party.id if party else None,
                to=whom.id if whom else None,
                subject=subject,
                deadline=time,
            )
            for time in duty.times or (deadline if duty.report else None,)
            for party in duty.owed_by or (None,)
            for whom in duty.to or (None,)
        ]
    return tuple(found), tuple(unknown)
