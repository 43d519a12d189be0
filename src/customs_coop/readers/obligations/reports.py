"""Words that ask for a report: sentences, the names of reports in cells, and who writes them."""

import re

from customs_coop.deadline import Deadline, Recurring, find_deadlines, parse_deadline
from customs_coop.model import Party, PartyKind
from customs_coop.readers.obligations.languages import read_asked
from customs_coop.readers.parties.cells import party_id
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.phrases import phrase_parties
from customs_coop.readers.parties.prose import find_recipients
from customs_coop.readers.text.sentences import find_sentences, words_of
from customs_coop.references.base import Pattern

__all__ = [
    "find_report_writer",
    "is_report",
    "named_writer",
    "names_report",
    "report_recipients",
    "report_rhythm",
]

_ADVERBS = (
    r"(?:(?:[a-z]{2,12}ly|also|then|therefore)\s{1,3}|(?:each|every)\s{1,3}[a-z]{3,9}\s{1,3}){0,3}"
)
_MODAL = r"\b(?:shall|should|must|will|to|(?:is|are)\s{1,3}to)\s{1,3}"
_REPORT = Pattern(
    rf"{_MODAL}{_ADVERBS}(?:be\s{{1,3}}{_ADVERBS}(?:kept\s{{1,3}})?(?:reported|informed)|report)\b"
    rf"|\b[Rr]eports?\b[^.;]{{0,160}}?{_MODAL}be\s{{1,3}}{_ADVERBS}(?:made|drawn|submitted|presented"
    r"|sent|circulated|communicated|prepared|produced|given|delivered|issued)\b"
    rf"|{_MODAL}{_ADVERBS}(?:draw\s{{1,3}}up|submit|present|make|prepare|produce|give|send)\s{{1,3}}"
    r"(?:an?\s{1,3}|its\s{1,3}|their\s{1,3})?(?:[a-z-]{2,15}\s{1,3}){0,2}?reports?\b"
    # A body is informed: "travellers" and "each other" are none.
    rf"|{_MODAL}{_ADVERBS}inform\s{{1,3}}(?:the\s{{1,3}}(?=[A-Z])|(?=[A-Z]{{2}}))"
    rf"|\b(?:[Rr]esults?|[Ff]indings|[Ss]tatistics|[Ff]igures|[Uu]pdates?|[Oo]verviews?)\b[^.;]{{0,160}}?{_MODAL}"
    rf"be\s{{1,3}}{_ADVERBS}(?:sent|submitted|presented|communicated|forwarded|transmitted)\s{{1,3}}to\b"
    r"|\A(?:Report|Reporting|Progress\s{1,3}report)s?\s{1,3}(?:on|to|by)\b"
    rf"|\band\s{{1,3}}{_ADVERBS}report\s{{1,3}}(?:[a-z]{{2,12}}ly\s{{1,3}}|back\s{{1,3}}){{0,2}}(?:on|to)\b"
)
# "Evaluation report ...": a report at the head of a cell; "methods for reports" is none.
_NAMED = Pattern(
    r"[\W\d_]{0,8}(?:(?!(?:of|for|on|in|to|from|by|with|and|one|no|existing|previous)\b)[\w’'/-]{1,30}"
    r"\s{1,3}){0,5}?reports?\b(?!\s{1,3}(?:from|of\s{1,3}the\s{1,3}meeting)\b)",
    re.IGNORECASE,
)
_MADE = Pattern(
    r"\breports?\b[^.;]{0,80}?(?<!already\s)\b(?:produced|published|drawn\s{1,3}up|submitted|presented|prepared"
    r"|issued|delivered|circulated|compiled)\b",
    re.IGNORECASE,
)
_DENIED = Pattern(r"\b(?:no|not|never|without|neither|nor)\b[^.;:,()\n]{0,30}\Z", re.IGNORECASE)
_WRITER = Pattern(
    r"\breports?\b[^.;:]{0,100}?\b(?:of|by)\s{1,3}(?:the\s{1,3})?(?:work\s{1,3}of\s{1,3}(?:the\s{1,3})?)?"
    r"(?P<who>(?:project|experts?|drafting|steering|study)\s{1,3}(?:group|team))s?\b",
    re.IGNORECASE,
)
_RHYTHM = Pattern(
    r"\b(?P<how>annual|yearly|half-yearly|quarterly|(?:bi|two-|three-|six-)?monthly|weekly)\s{1,3}"
    r"(?:[a-z]{3,15}\s{1,3}){0,2}?reports?\b",
    re.IGNORECASE,
)
_WRITES = Pattern(
    r"(?P<who>[A-Z][\w-]{1,30}(?:\s{1,3}[\w-]{2,30}){0,4}?)\s{1,3}"
    r"(?:presentation|report|contribution|paper)s?\b"
)


def is_report(text: str) -> bool:
    """Whether a sentence, or the words of a deadline, ask for a report.

    Example:
        >>> is_report("The States shall report to all."), is_report("They shall read the report.")
        (True, False)
        >>> is_report("Les États membres rendent compte au Conseil.")
        True
    """
    if _REPORT.search(text) is not None:
        return True
    asked = (read_asked(words_of(sentence.text)) for sentence in find_sentences(text))
    return any(one is not None and one.report for one in asked)


def report_rhythm(text: str) -> tuple[Deadline, ...]:
    """How often a report is due by its name, as in "annual report"; one time or none.

    Example:
        >>> [time.text for time in report_rhythm("They submit an annual activity report.")]
        ['annual']
        >>> report_rhythm("They read the annual survey.")
        ()
    """
    match = _RHYTHM.search(text)
    time = parse_deadline(match["how"]) if match else None
    return (time,) if isinstance(time, Recurring) else ()


def report_recipients(text: str) -> tuple[str, ...]:
    """The ids of those to whom a cell reports; nobody where a "no" or "not" stands before it.

    Example:
        >>> report_recipients("Report to the CCWG."), report_recipients("No report to the CCWG.")
        (('CCWP',), ())
    """
    found = (one for one in find_recipients(text) if one.reported)
    kept = (one.party.id for one in found if not _DENIED.search(text[max(0, one.at - 60) : one.at]))
    return tuple(dict.fromkeys(kept))


def names_report(text: str) -> bool:
    """Whether a cell, such as an indicator, names a report that is due.

    It has to say to whom it goes, or when, or that it is made: "Reports from meetings" only tells
    where something stands.

    Example:
        >>> names_report("Report with results to the CCWG."), names_report("Report on boats")
        (True, False)
        >>> names_report("A survey report published. Deadline: June 2009")
        True
        >>> names_report("A model for survey reports. Deadline: June 2009")
        False
    """
    if report_recipients(text):
        return True
    first = find_sentences(text)[:1]
    if not first or _NAMED.match(first[0].text) is None:
        return False
    rhythm = report_rhythm(first[0].text)
    return _MADE.search(first[0].text) is not None or bool(rhythm or find_deadlines(text))


def named_writer(text: str) -> tuple[tuple[Party, bool], ...]:
    """Who stands before the name of a report, each with whether it is a known body.

    Example:
        >>> [found.id for found, _ in named_writer("Baltic countries presentation and report")]
        ['BALTIC-COUNTRIES']
        >>> named_writer("Study report to CCWG")
        ()
    """
    match = _WRITES.match(text)
    return tuple(phrase_parties(match["who"])) if match else ()


def find_report_writer(text: str) -> Party | None:
    """The group that an introduction names as the one that writes the reports of a plan.

    Example:
        >>> find_report_writer("It lists the reports drawn up by the project group.").id
        'PROJECT-GROUP'
        >>> find_report_writer("The reports are read by the Council.") is None
        True
    """
    match = _WRITER.search(text)
    if match is None:
        return None
    name = " ".join(match["who"].split())
    return generic_group(name) or Party(id=party_id(name), name=name, kind=PartyKind.GROUP)
