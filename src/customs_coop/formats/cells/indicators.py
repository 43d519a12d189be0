"""The cell of indicators: their words, and behind them what the words do not say."""

import attrs

from customs_coop.deadline import Deadline, find_deadlines, parse_deadline
from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells.state import says
from customs_coop.formats.cells.words import Paragraph, cites, extended, folded, holds, paragraphs
from customs_coop.model import Action, Indicator, Measure, Status

__all__ = ["indicator_paragraphs"]

_EVIDENCE_WORDS = ("complete", "issued")


def _measure(measure: Measure) -> str:
    parts = [
        f"{name} {value}"
        for name, value in (("baseline", measure.baseline), ("target", measure.target))
        if value is not None
    ]
    return addition(Added.MEASURE, ", ".join([*parts, f"unit {measure.unit}"]))


def indicator_paragraphs(action: Action) -> tuple[Paragraph, ...]:
    """The cell of indicators: a paragraph for each, with its number where the numbers count on.

    Args:
        action: The action.
    """
    found: list[Paragraph] = []
    counted = ""  # the number of the one before, if it has one
    for indicator in action.indicators:
        code = indicator.code.text if indicator.code is not None else ""
        follows = code in ("1", "a") or (counted and code == _next(counted))
        found += _indicator(indicator, numbered=bool(code) and bool(follows))
        counted = code if follows else ""
    return tuple(found)


def _next(number: str) -> str:
    """The number that follows in a list; empty where nothing does."""
    if number.isdecimal():
        return str(int(number) + 1)
    return chr(ord(number) + 1) if len(number) == 1 and "a" <= number < "z" else ""


def _indicator(indicator: Indicator, *, numbered: bool) -> tuple[Paragraph, ...]:
    text = indicator.text
    lead = f"({indicator.code}) " if numbered else ""
    found = tuple(mention.deadline for mention in find_deadlines(text))
    deadlines = () if _stated(indicator.deadlines, found, text) else indicator.deadlines
    cited = all(cites(text, reference) for reference in indicator.evidence)
    told = cited and any(word in folded(text) for word in _EVIDENCE_WORDS)
    done = indicator.status is Status.COMPLETED
    evidence = (
        ""
        if told or not indicator.evidence
        else ", ".join(reference.cite() for reference in indicator.evidence)
    )
    unsaid = not says(text, indicator.status) and not (evidence and done)
    number = indicator.code is not None and not numbered
    return extended(
        paragraphs(lead + text),
        addition(Added.NUMBER, str(indicator.code)) if number else "",
        "" if indicator.measure is None else _measure(indicator.measure),
        *(addition(Added.DEADLINE, deadline.text) for deadline in deadlines),
        addition(Added.COMPLETED if done else Added.EVIDENCE, evidence) if evidence else "",
        addition(Added.STATUS, indicator.status.value) if unsaid else "",
    )


def _stated(deadlines: tuple[Deadline, ...], found: tuple[Deadline, ...], text: str) -> bool:
    """Whether words state the deadlines, or nothing that is printed behind them could say more."""
    if not deadlines or deadlines == found:
        return True
    return all(
        holds(text, one.text)
        and (parse_deadline(one.text) != one or any(_same(one, other) for other in found))
        for one in deadlines
    )


def _same(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines mean the same, in whatever words."""
    return type(one) is type(other) and attrs.evolve(other, text=one.text) == one
