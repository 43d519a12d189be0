"""The cell of indicators: their words, and behind them what the words do not say."""

import functools
import re
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.deadline import Deadline, find_deadlines, parse_deadline
from customs_coop.formats.additions import Added, Addition, addition, split_additions
from customs_coop.formats.cells.words import (
    KEPT,
    Paragraph,
    cites,
    counted,
    extended,
    folded,
    holds,
    mentions_in,
    paragraphs,
)
from customs_coop.formats.status.printed import remark_words
from customs_coop.formats.status.reading import read_status
from customs_coop.formats.status.remarks import is_remark_on
from customs_coop.model import Action, Indicator, Measure, Status

__all__ = ["ORDINARY", "indicator_additions", "indicator_paragraphs"]

ORDINARY: Final = frozenset((Status.OPEN, Status.ONGOING, Status.STANDING))
"""The status of work that goes on, of which a row need not tell a person."""

_EVIDENCE_WORDS = ("complete", "issued")
# With these, a paragraph may belong to the indicator above it, as in documents it does.
_GOES_ON = re.compile(
    r"\(|(?:[1-9][0-9]?|[a-z])[.)]\s|(?:status|state\s{1,4}of\s{1,4}play|progress)\s{0,4}:"
    r"|completed?\b|(?:achev|termin|clôtur|finalis)ée?s?\b|abgeschlossen\b|erledigt\b"
    r"|[-–—•◦▪*\s]{0,4}(?:dead[- ]?line|échéance|délai|date|frist|termin)",
    re.IGNORECASE,
)
_BULLETS = ("-", "–", "—", "•", "◦", "▪", "*")
_ENDS = (".", ";", ":", "!", "?")


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
    before = ""  # the number of the one before, if it has one
    for indicator in action.indicators:
        code = indicator.code.text if indicator.code is not None else ""
        follows = code in ("1", "a") or (before and code == _next(before))
        numbered = bool(code) and bool(follows)
        printed = _indicator(indicator, numbered=numbered, first=not found)
        own = paragraphs(indicator.text)
        if found and own and not numbered and _goes_on(own[0].text, found):
            printed = (_begun(printed[0]), *printed[1:])
        if printed and printed[-1].hidden and not _is_plain(indicator.status, action.status):
            printed = (*printed[:-1], attrs.evolve(printed[-1], hidden=""))
        found += printed
        before = code if follows else ""
    return tuple(found)


def _begun(first: Paragraph) -> Paragraph:
    """The first paragraph of an indicator, so that readers take it for no part of anything else."""
    begun = f"{first.text} {addition(Added.LINE, '1')}"
    return attrs.evolve(first, text=begun, plain=first.said)


def _goes_on(text: str, above: list[Paragraph]) -> bool:
    """Whether readers might take a paragraph for a part of the indicator above it."""
    end, told = split_additions(above[-1].text)
    if any(one.kind is not Added.LINE for one in told):
        return False  # with these, an indicator ends
    if _GOES_ON.match(text):
        return True
    if text.startswith(_BULLETS):
        return any(one.said.endswith(":") for one in above)
    if text[:1].islower() and not above[-1].text[:end].endswith(_ENDS):
        return True
    return is_remark_on(text, " ".join(one.said for one in above), follows=True)


def _is_plain(status: Status, of_action: Status) -> bool:
    """Whether the status of an indicator tells a person nothing that the row does not."""
    return status in ORDINARY or status is of_action


def indicator_additions(indicator: Indicator) -> tuple[Addition, ...]:
    """What stands in brackets behind the words of an indicator."""
    if "[" not in indicator.text:
        # Nothing of its words could be taken for an addition; so few are asked for.
        return tuple(_told_beside(indicator))
    printed = _indicator(indicator, numbered=indicator.code is not None, first=False)
    told = split_additions(printed[-1].text)[1] if printed else ()
    return tuple([one for one in told if one.kind is not Added.LINE])


def _told_beside(indicator: Indicator) -> Iterator[Addition]:
    """The deadlines and the evidence that stand behind the words, as they are read again."""
    if not _stated(indicator.deadlines, indicator.text):
        for one in indicator.deadlines:
            if words := " ".join(one.text.split()):
                yield Addition(Added.DEADLINE, words)
    evidence = _evidence(indicator)
    if evidence:
        done = indicator.status is Status.COMPLETED
        yield Addition(Added.COMPLETED if done else Added.EVIDENCE, evidence)


def _evidence(indicator: Indicator) -> str:
    """The documents of an indicator that its words do not tell; empty where they tell all."""
    text = indicator.text
    if not indicator.evidence or (
        any(word in folded(text) for word in _EVIDENCE_WORDS)
        and all(cites(text, reference) for reference in indicator.evidence)
    ):
        return ""
    return ", ".join(reference.cite() for reference in indicator.evidence)


def _next(number: str) -> str:
    """The number that follows in a list; empty where nothing does."""
    if number.isdecimal():
        return str(int(number) + 1)
    return chr(ord(number) + 1) if len(number) == 1 and "a" <= number < "z" else ""


def _indicator(indicator: Indicator, *, numbered: bool, first: bool) -> tuple[Paragraph, ...]:
    text = indicator.text
    lead = f"({indicator.code}) " if numbered else ""
    deadlines = () if _stated(indicator.deadlines, text) else indicator.deadlines
    done = indicator.status is Status.COMPLETED
    evidence = _evidence(indicator)
    said = _said(text)
    if evidence and done:
        said = Status.COMPLETED
    number = indicator.code is not None and not numbered
    own = paragraphs(lead + text)
    # At the head of the cell it would be a remark on the action, were nothing beside it.
    remark = first and bool(own) and _is_remark(own[0].text)
    told_apart = remark or said != indicator.status
    beside = (
        "" if indicator.measure is None else _measure(indicator.measure),
        *(addition(Added.DEADLINE, deadline.text) for deadline in deadlines),
        addition(Added.COMPLETED if done else Added.EVIDENCE, evidence) if evidence else "",
    )
    lines = tuple(counted(own))
    printed = extended(
        (_begun(lines[0]), *lines[1:]) if remark and len(lines) > 1 else lines,
        addition(Added.NUMBER, str(indicator.code)) if number else "",
        *beside,
        addition(Added.STATUS, indicator.status.value) if told_apart else "",
    )
    if not own:
        # Without a word of its own it might belong to the one above it.
        return tuple(map(_begun, printed))
    if len(own) == 1 and not (number or told_apart):
        return printed
    plain = extended(own, *beside)[-1].text
    hidden = addition(Added.SAID, said.value) if told_apart else ""
    return (*printed[:-1], attrs.evolve(printed[-1], plain=plain, hidden=hidden))


@functools.lru_cache(maxsize=KEPT)
def _said(text: str) -> Status:
    """The status that readers find in the words of one indicator."""
    return read_status([text], [mentions_in(text)]).status


@functools.lru_cache(maxsize=KEPT)
def _is_remark(line: str) -> bool:
    return remark_words(line) is not None


@functools.lru_cache(maxsize=KEPT)
def _deadlines_in(text: str) -> tuple[Deadline, ...]:
    return tuple(mention.deadline for mention in find_deadlines(text))


def _stated(deadlines: tuple[Deadline, ...], text: str) -> bool:
    """Whether words state the deadlines, or nothing that is printed behind them could say more."""
    if not deadlines:
        return True
    found = _deadlines_in(text)
    if deadlines == found:
        return True
    return all(
        holds(text, one.text)
        and (parse_deadline(one.text) != one or any(_same(one, other) for other in found))
        for one in deadlines
    )


def _same(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines mean the same, in whatever words."""
    return type(one) is type(other) and attrs.evolve(other, text=one.text) == one
