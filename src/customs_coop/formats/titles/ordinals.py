"""The ordinals of action plans and work plans, as titles and introductions name them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.dates import Period
from customs_coop.formats.titles.words import DRAFT, ORDINAL, PLAN, ordinal_number
from customs_coop.references import DocumentNumber

__all__ = [
    "KNOWN_PLANS",
    "NAMED_PLAN",
    "draft_ordinal",
    "plan_ordinals",
    "title_ordinal",
    "titled_plan",
]

KNOWN_PLANS: Mapping[tuple[int, int], int] = MappingProxyType(
    {
        (15315, 2003): 1,
        (14680, 2005): 1,
        (13424, 2006): 2,
        (8284, 2008): 3,
        (16445, 2009): 4,
    }
)
"""The ordinals of the plans, by number and year of the documents that print them."""

NAMED_PLAN = re.compile(
    rf"(?<![\w‐‑-])(?P<ordinals>{ORDINAL}(?:(?:\s{{0,3}},\s{{0,3}}|\s{{1,3}}(?:and|et|und)\s{{1,3}}(?:(?:the|le|de[rsn]?|du)\s{{1,3}})?){ORDINAL}){{0,5}})\s{{1,3}}"
    rf"(?:[\w–-]{{1,20}}\s{{1,3}}){{0,3}}?{PLAN}",
    re.IGNORECASE,
)
"""One or several ordinals and the name of the plans."""

_NUMBERED_PLAN = re.compile(
    rf"\b{PLAN}\s{{1,3}}(?:n[°ºo]|nr|number|numéro|nummer)\.?\s{{0,3}}(?P<number>[1-9][0-9]?)(?![\w/]|[.,-][0-9])",
    re.IGNORECASE,
)
_DRAFT = re.compile(rf"\b{DRAFT}\Z", re.IGNORECASE)


def plan_ordinals(text: str) -> tuple[int, ...]:
    """The ordinals of the action or work plans that a text names, once each, in order.

    Example:
        >>> plan_ordinals("dealt with in the Third and Fourth Action Plans")
        (3, 4)
        >>> plan_ordinals("The first 36-month Work Plan"), plan_ordinals("le 5e plan d'action")
        ((1,), (5,))
        >>> plan_ordinals("PLAN D'ACTION N° 7"), plan_ordinals("Action Plan No 1234/07")
        ((7,), ())
    """
    found: list[tuple[int, int]] = []
    for match in NAMED_PLAN.finditer(text):
        words = re.findall(rf"{ORDINAL}|[1-9][0-9]?[.]", match["ordinals"], re.IGNORECASE)
        found += [(match.start(), ordinal_number(word)) for word in words]
    found += [(match.start(), int(match["number"])) for match in _NUMBERED_PLAN.finditer(text)]
    found.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(number for _, number in found))


def draft_ordinal(title: str) -> tuple[int, int] | None:
    """The ordinal of the only plan that a title calls a draft, and where its name begins.

    Example:
        >>> draft_ordinal("Report on the Fourth Action Plan and draft Fifth Action Plan")
        (5, 43)
    """
    drafts = [
        (ordinals[0], match.start())
        for match in NAMED_PLAN.finditer(title)
        if _DRAFT.search(title[max(0, match.start() - 40) : match.start()])
        and len(ordinals := plan_ordinals(match[0])) == 1
    ]
    return drafts[0] if len({number for number, _ in drafts}) == 1 else None


def title_ordinal(title: str, document: DocumentNumber | None) -> tuple[int | None, int]:
    """The ordinal of a plan, and where in its title its name begins if others stand there.

    It is the only one of the title, or the only one there behind "draft"; else that of the
    document in the table of known plans.

    Example:
        >>> title_ordinal("Third Action Plan", None)
        (3, 0)
        >>> title_ordinal("Revised work plan", DocumentNumber.parse("14680/05"))
        (1, 0)
    """
    named = plan_ordinals(title)
    if len(named) == 1:
        return named[0], 0
    if named and (draft := draft_ordinal(title)) is not None:
        return draft
    known = KNOWN_PLANS.get((document.number, document.year)) if document else None
    return known, 0


def titled_plan(
    title: str, document: DocumentNumber | None, period: Period
) -> tuple[str, int | None]:
    """The id and the ordinal of a plan of which nothing but its title block is known.

    Args:
        title: Its title.
        document: The number of its document, or None.
        period: Its period, whose year is in the id where no ordinal is known.

    Example:
        >>> titled_plan("Fifth Action Plan", None, Period.parse("2011-07-01/2012-12-31"))
        ('AP5', 5)
        >>> titled_plan("Timetable", None, Period.parse("1997-07-01/1998-12-31"))
        ('P1997', None)
    """
    number, _ = title_ordinal(title, document)
    return (f"P{period.start.year}" if number is None else f"AP{number}"), number
