"""The empty draft of the plan that follows another one."""

import re
from typing import Final

from customs_coop.dates import Period, as_period
from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionPlan, Status
from customs_coop.references import DocumentNumber

__all__ = ["next_plan"]

_ORDINALS: Final = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_WORD: Final = re.compile(r"[A-Za-z]+|[0-9]{1,4}(?:st|nd|rd|th)\b")
_COUNTED_ID: Final = re.compile(r"(.*?)([0-9]{1,3})", re.DOTALL)
# The years of the old plan in brackets, such as "(1.7.2011-31.12.2012)", are not the new ones.
_OLD_WINDOW: Final = re.compile(r" ?\([^()]{0,60}[0-9]{4}[^()]{0,60}\)")
_YEAR_ID: Final = re.compile(r"P[0-9]{4}")


def next_plan(
    plan: ActionPlan,
    *,
    period: Period | str,
    id: str | None = None,  # noqa: A002 - the name of the field that it fills
    title: str | None = None,
    document: DocumentNumber | None = None,
    strategy: str | None = None,
) -> ActionPlan:
    """Make the draft of the next plan, without actions, for `roll_over` to fill.

    Args:
        plan: The plan that ends.
        period: The period of the new plan, also as text; `plan.period.next(18)` gives one
            that follows without a gap.
        id: The new id. Where none is given, the figure at the end of the old one goes up by
            one ("AP1" to "AP2"), an id that names a year takes the year in which the new
            period starts ("P1997" to "P1999"), and any other gets "-next" appended.
        title: The new title. Where none is given, the ordinal in the old one goes up by one
            ("Fifth" to "Sixth"), or, without an ordinal, the title says what plan it follows.
        document: The number of the document of the new plan, or None. Give it the marking
            LIMITE where the words of a plan that is so marked go on.
        strategy: The id of the strategy of the new plan; None for that of the old one.

    Returns:
        A plan with the next number, and the work areas that still have open actions.

    Raises:
        InvalidValueError: The period cannot be read, the id is none, or the document is that of
            the old plan.
        TypeError: `document` is no number of a document.

    Example:
        >>> draft = next_plan(
        ...     ActionPlan(id="AP1", title="First Action Plan", number=1),
        ...     period="2007-01-01/2008-06-30",
        ... )
        >>> draft.id, draft.title, draft.number, draft.previous
        ('AP2', 'Second Action Plan', 2, ('AP1',))
    """
    window = as_period(period)
    if document is not None and not isinstance(document, DocumentNumber):
        raise TypeError(f"document takes a DocumentNumber, not {document!r:.80}")
    if document is not None and document == plan.document:
        raise InvalidValueError(f"{plan.id} stands in {document}; a new plan is a new document")
    still_open = {
        action.work_area
        for action in plan.actions
        if action.status not in (Status.COMPLETED, Status.OBSOLETE)
    }
    return ActionPlan(
        id=_next_id(plan.id, window) if id is None else id,
        title=_next_title(plan) if title is None else title,
        number=None if plan.number is None else plan.number + 1,
        period=window,
        strategy=plan.strategy if strategy is None else strategy,
        document=document,
        work_areas=tuple(area for area in plan.work_areas if area.code in still_open),
        previous=(plan.id,),
    )


def _next_id(old: str, window: Period) -> str:
    if _YEAR_ID.fullmatch(old):
        name = f"P{window.start.year:04}"
        return name if name != old else f"{old}-next"
    counted = _COUNTED_ID.fullmatch(old)
    if counted and not counted[1][-1:].isdecimal():
        return f"{counted[1]}{int(counted[2]) + 1:0{len(counted[2])}}"
    return f"{old}-next"


def _next_title(plan: ActionPlan) -> str:
    counted = _COUNTED_ID.fullmatch(plan.id)
    number = plan.number
    if number is None and counted:
        number = int(counted[2])
    for found in _WORD.finditer(plan.title):
        # Another ordinal, such as that of a pillar or a half-year, is none of our business.
        if number is not None and _value(found[0]) == number:
            following = _like(found[0], number + 1)
            title = plan.title[: found.start()] + following + plan.title[found.end() :]
            return _OLD_WINDOW.sub("", title)
    if plan.number is not None:
        return f"{_like('First', plan.number + 1)} Action Plan"
    return f"Plan that follows {plan.id}"


def _value(word: str) -> int | None:
    """What an ordinal counts; None for a word that is no ordinal."""
    if word[0].isdecimal():
        return int(word[:-2])
    folded = word.casefold()
    return _ORDINALS.index(folded) if folded in _ORDINALS else None


def _like(word: str, number: int) -> str:
    """An ordinal in the manner of another one: in figures or in words, and in its case."""
    if word[0].isdecimal() or number >= len(_ORDINALS):
        ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
        return f"{number}{ending}"
    ordinal = _ORDINALS[number]
    if word.isupper():
        return ordinal.upper()
    return ordinal.capitalize() if word[0].isupper() else ordinal
