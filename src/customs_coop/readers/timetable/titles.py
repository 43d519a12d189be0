"""The title of a timetable that stands in no annex and has no cover."""

import re

from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.readers.base import Source
from customs_coop.readers.document.description import first_paragraph
from customs_coop.readers.document.planning import find_period
from customs_coop.readers.text.excerpts import Excerpt

__all__ = ["find_title", "goes_on"]

_MARKS = "#*_ \t\f\u00a0"
_ENDED = (".", ":", ";")
_NO_TITLE = (*_ENDED, ",", "?", "!")
_WORD = re.compile(r"[^\W\d_]{1,40}(?![\w)])")  # and no mark of a list
_PLAN = re.compile(
    r"\b(?:plans?|programme|time-?table|calendar|schedule|calendrier|échéancier"
    r"|(?:zeit|aktions|arbeits)plan|arbeitsprogramm)\b",
    re.IGNORECASE,
)
_MOST = 30  # paragraphs above the table


def find_title(source: Source, start: int, end: int) -> Excerpt:
    r"""The first paragraph that describes a plan; where none does, the first that is no sentence.

    A title names a plan or its period and does not end like a sentence.

    Args:
        source: The document.
        start: Where it is looked for, as an index into the text.
        end: Where the table begins.

    Returns:
        Its words; empty where there is none.

    Example:
        >>> text = "Minutes of May\n\nPlan for sheds\n\nSheds are lost in 2008-2009.\n\nCode"
        >>> find_title(Source("a.txt", text), 0, len(text) - 4).text
        'Plan for sheds'
    """
    first = Excerpt("", ())
    for _ in range(_MOST):
        paragraph = first_paragraph(source, start, end)
        if not paragraph:
            break
        text = paragraph.text
        if not text.endswith(_NO_TITLE):
            if _describes_plan(text):
                return paragraph
            first = first or paragraph
        start = paragraph.places[-1] + 1
    return first


def _describes_plan(text: str) -> bool:
    return (
        bool(plan_ordinals(text))
        or find_period([text]) is not None
        or _PLAN.search(text) is not None
    )


def goes_on(above: str, below: str) -> bool:
    """Whether a title goes on on the next line: within its words, or with a period in brackets.

    Example:
        >>> goes_on("Third Action Plan of the harbours and", "of the sheds")
        True
        >>> goes_on("Third Action Plan", "(2008-2009)"), goes_on("Third Action Plan", "The sheds")
        (True, False)
        >>> goes_on("Third Action Plan (2008-2009)", "a) to map the sheds;")
        False
    """
    above, below = above.strip(_MARKS), below.strip(_MARKS)
    if not below or above.endswith(_ENDED) or below.endswith(_ENDED):
        return False
    if below[0] == "(":
        return find_period([below]) is not None
    return below[0].islower() and _WORD.match(below) is not None
