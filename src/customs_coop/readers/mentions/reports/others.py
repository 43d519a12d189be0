"""What is no report on an action, though the words of one stand beside a document.

A paper that a report is made with, or that is about one, has a number of its own; so has what the
words set a report apart from; and of a report that there is not, the number is of something else.
"""

import re

from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.references.base import Pattern

__all__ = ["claimed_by_another", "denied", "is_asked_for", "is_spoken_about", "opens_a_clause"]

_ANY_CASE = re.IGNORECASE
# "the evaluation and the" between another paper and the report.
_AND_REPORT = (
    rf"(?:{any_of('report')}\s{{1,3}}{any_of('glue')}\s{{1,3}}"
    r"(?:(?:the|an?|l[ea]|une?|de[rnms]|die|das)\s{1,3})?)?"
)
_ASKED = Pattern(rf"(?<![\w-]){any_of('asked_paper')}{_AND_REPORT}\Z", _ANY_CASE)
_ABOUT = Pattern(rf"(?<![\w-]){any_of('paper_about')}{_AND_REPORT}\Z", _ANY_CASE)
_NONE = Pattern(rf"(?<!\w){any_of('no_report')}\Z", _ANY_CASE)
_CLAIMED = Pattern(
    rf"(?<![\w-])(?:{any_of('not_reports')}s?{any_of('by_group')}\s{{0,3}}:?"
    rf"|{any_of('other_papers')}{any_of('by_group')})\s{{0,3}}\Z",
    _ANY_CASE,
)
_FIRST = rf"\W{{0,6}}(?:(?:{any_of('glue')}|but|mais|aber)\s{{1,3}})?"
_ASIDE = Pattern(rf"{_FIRST}{any_of('aside')}(?!\w)", _ANY_CASE)
_OPENING = Pattern(rf"{_FIRST}{any_of('opening')}(?!\w)", _ANY_CASE)
_LONGEST = 160  # characters before a report that say what it is in
_PARTS_CLAUSES = (",", ";", ":", "(", ")", " – ", " — ", " - ")


def denied(before: str) -> bool:
    """Whether words right before a report say that there is none.

    Example:
        >>> denied("There is not yet a "), denied("The group has not read the ")
        (True, False)
    """
    return _NONE.search(before[-_LONGEST:]) is not None


def is_asked_for(before: str) -> bool:
    """Whether words right before a report name a paper that it is to be made with.

    Example:
        >>> is_asked_for("Mandate of the rope group for the "), is_asked_for("Adoption of the ")
        (True, False)
    """
    return _ASKED.search(before[-_LONGEST:]) is not None


def is_spoken_about(before: str) -> bool:
    """Whether words right before a report name another paper, which is about it or goes with it.

    Example:
        >>> is_spoken_about("Annex to the "), is_spoken_about("set out in the annex to the ")
        (True, False)
    """
    return _ABOUT.search(before[-_LONGEST:]) is not None


def claimed_by_another(before: str) -> bool:
    """Whether words right before a document call it something else than a report.

    Example:
        >>> claimed_by_another("the handbook "), claimed_by_another("the note ")
        (True, False)
    """
    return _CLAIMED.search(before[-_LONGEST:]) is not None


def opens_a_clause(before: str, *, apart: bool = False) -> bool:
    """Whether a report stands in words that go before the subject of their clause.

    Args:
        before: The sentence up to the report.
        apart: Whether only such words count as set the report apart from what follows.

    Example:
        >>> opens_a_clause("Following the "), opens_a_clause("Following the ", apart=True)
        (True, False)
        >>> opens_a_clause("It was agreed that, unlike the ", apart=True)
        True
    """
    begin = max(before.rfind(sign) + 1 for sign in _PARTS_CLAUSES)
    if _ASIDE.match(before, begin):
        return True
    return not apart and _OPENING.match(before, begin) is not None
