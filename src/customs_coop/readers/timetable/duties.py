"""Duties to report, and duties with a time, as the sentences of a document state them."""

import re

from customs_coop.deadline import Deadline, find_deadlines
from customs_coop.model import Obligation
from customs_coop.model.link import Identity
from customs_coop.readers.parties.actors import find_addressees, find_subjects
from customs_coop.readers.text.sentences import split_sentences

__all__ = ["find_duties", "is_report"]

_ADVERBS = (
    r"(?:(?:[a-z]{2,12}ly|also|then|therefore)\s{1,3}|(?:each|every)\s{1,3}[a-z]{3,9}\s{1,3}){0,3}"
)
_MODAL = r"\b(?:shall|should|must|will|to|(?:is|are)\s{1,3}to)\s{1,3}"
_REPORT = re.compile(
    rf"{_MODAL}{_ADVERBS}(?:be\s{{1,3}}{_ADVERBS}(?:kept\s{{1,3}})?(?:reported|informed)|report)\b"
    rf"|\b[Rr]eports?\b[^.;]{{0,160}}?{_MODAL}be\s{{1,3}}{_ADVERBS}(?:made|drawn|submitted|presented"
    r"|sent|circulated|communicated|prepared|produced|given|delivered|issued)\b"
    rf"|{_MODAL}{_ADVERBS}(?:draw\s{{1,3}}up|submit|present|make|prepare|produce|give|send)\s{{1,3}}"
    r"(?:an?\s{1,3}|its\s{1,3}|their\s{1,3})?(?:[a-z]{2,12}\s{1,3}){0,2}?reports?\b"
    r"|\A(?:Report|Reporting|Progress\s{1,3}report)s?\s{1,3}(?:on|to|by)\b"
)
_INFORMED = re.compile(
    r"(?:[Tt]he\s{1,3})?(?P<who>Council|Commission)\s{1,3}(?:shall|should|will|must|is\s{1,3}to)\s{1,3}"
    rf"{_ADVERBS}be\s{{1,3}}{_ADVERBS}(?:kept\s{{1,3}})?informed\b"
)


def is_report(text: str) -> bool:
    """Whether a sentence, or the words of a deadline, ask for a report.

    Example:
        >>> is_report("The States shall report to all."), is_report("They shall read the report.")
        (True, False)
    """
    return _REPORT.search(text) is not None


def find_duties(
    text: str,
    subject: Identity | None,
    *,
    deadline: Deadline | None = None,
    reports_only: bool = False,
) -> tuple[Obligation, ...]:
    """Find the sentences that ask for a report, and those that set a time for a duty.

    Args:
        text: The text of an item or of a point.
        subject: What the duties are about.
        deadline: The time of reports whose sentence gives none of its own, or None.
        reports_only: Leave out the other duties that have a time.

    Returns:
        One obligation for each sentence, debtor and time, with the words of the sentence.

    Example:
        >>> duty, = find_duties("The Commission shall report to the Council each year.", None)
        >>> duty.party, duty.to, duty.deadline.text
        ('COM', 'COUNCIL', 'each year')
    """
    found: list[Obligation] = []
    for sentence in split_sentences(text):
        report = is_report(sentence)
        times = [mention.deadline for mention in find_deadlines(sentence)]
        owed: list[str | None] = [one.party for one in find_subjects(sentence).involved]
        if not report and (reports_only or not times or not owed):
            continue
        to = find_addressees(sentence) or _informed(sentence)
        found += [
            Obligation(text=sentence, party=party, to=whom, subject=subject, deadline=time)
            for time in times or (deadline if report else None,)
            for party in owed or [None]
            for whom in to or (None,)
        ]
    return tuple(found)


def _informed(sentence: str) -> tuple[str, ...]:
    """Whom "the Council will be informed" names."""
    match = _INFORMED.match(sentence)
    return ("COUNCIL" if match["who"].endswith("Council") else "COM",) if match else ()
