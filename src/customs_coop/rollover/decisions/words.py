"""The words of a decisions file: what can be decided, and the names that each table has."""

from collections.abc import Iterable
from typing import Final

from customs_coop.rollover.decisions.values import Answer, Purpose, WaitingAnswer
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Reschedule,
    SplitInto,
)
from customs_coop.rollover.windows import CAP, KEEP, DeadlinePolicy

__all__ = [
    "ACTION_KEYS",
    "ANSWERS",
    "CHOICES",
    "DRAFT_INDICATOR_KEYS",
    "DRAFT_KEYS",
    "INTO_KEYS",
    "ITEM_CHOICES",
    "ITEM_KEYS",
    "MISSING_CHOICES",
    "MISSING_KEYS",
    "PART_KEYS",
    "PURPOSES",
    "RECOMMENDATION_KEYS",
    "RESCHEDULE",
    "TOP_KEYS",
    "UNEXPLAINED",
    "VERSION",
    "WAITING_ANSWERS",
    "WAITING_KEYS",
    "choice_of",
    "deadline_words",
    "did_you_mean",
]

VERSION: Final = 1
"""The version of the format of the file."""

UNEXPLAINED: Final = "unexplained"

CHOICES: Final[dict[str, type[Disposition]]] = {
    "carry": Carry,
    "complete": Complete,
    "defer": Defer,
    "drop": Drop,
    "merge": MergeInto,
    "split": SplitInto,
}
"""What can be decided on an action."""

RESCHEDULE: Final = "reschedule"
ITEM_CHOICES: Final = ("complete", "defer", "drop", RESCHEDULE)
"""What can be decided on an indicator or a deadline of an action that goes on."""

MISSING_CHOICES: Final = (UNEXPLAINED, "complete", "defer", "drop", "merge")
ANSWERS: Final = {answer.value: answer for answer in Answer}
WAITING_ANSWERS: Final = {answer.value: answer for answer in WaitingAnswer}
PURPOSES: Final[dict[str, Purpose]] = {"rollover": "rollover", "revision": "revision"}
"""What a file can be for."""

TOP_KEYS: Final = (
    *("version", "purpose", "plan", "document", "deadlines", "into"),
    *("action", "missing", "recommendation", "waiting", "draft"),
)
INTO_KEYS: Final = ("period", "id", "title", "document", "strategy")
ACTION_KEYS: Final = (
    *("code", "title", "decision", "reason", "authority", "into", "parts"),
    *("indicator", "deadline", "part"),
)
PART_KEYS: Final = (
    *("title", "indicators", "deadlines", "terms_of_reference", "responsible", "work_area"),
)
ITEM_KEYS: Final = ("item", "decision", "reason", "authority", "to", "deadline", "as_words")
MISSING_KEYS: Final = ("code", "decision", "reason", "authority", "into")
RECOMMENDATION_KEYS: Final = ("id", "decision", "action", "reason", "authority")
WAITING_KEYS: Final = ("item", "decision", "reason", "authority")
DRAFT_KEYS: Final = (
    *("title", "code", "work_area", "responsible", "concerned", "recommendations", "continues"),
    *("priority", "objectives", "terms_of_reference", "deadlines", "indicator", "as_words"),
)
DRAFT_INDICATOR_KEYS: Final = ("text", "deadlines")

_MOST: Final = 2000  # names among which a near one is looked for
_LONGEST: Final = 60


def choice_of(disposition: Disposition | Reschedule) -> str:
    """The word that decides for a disposition.

    Example:
        >>> choice_of(Defer("no money"))
        'defer'
    """
    if isinstance(disposition, Reschedule):
        return RESCHEDULE
    return next(word for word, kind in CHOICES.items() if isinstance(disposition, kind))


def deadline_words(purpose: Purpose | None) -> list[str]:
    """What can be said on deadlines; a revision does not move its window.

    Example:
        >>> deadline_words("revision")
        ['keep', 'cap']
    """
    policies = (KEEP, CAP) if purpose == "revision" else DeadlinePolicy
    return [policy.value for policy in policies]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that ends a message, where a known word is near; else nothing.

    Example:
        >>> did_you_mean("dorp", CHOICES)
        '; did you mean "drop"?'
    """
    from difflib import get_close_matches  # only where something is wrong

    some = [one for one, _ in zip(known, range(_MOST), strict=False)]
    near = get_close_matches(word[:_LONGEST], some, n=3, cutoff=0.6)
    listed = " or ".join(f'"{one}"' for one in near)
    return f"; did you mean {listed}?" if near else ""
