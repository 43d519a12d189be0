"""What was decided on single indicators and deadlines of an action that goes on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from customs_coop.model import Action, Indicator, Status
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Drop,
    MergeInto,
    Settle,
    SplitInto,
)

__all__ = [
    "NOTHING_SETTLED",
    "End",
    "Settlement",
    "completed",
    "folded",
    "left_out",
    "settled_action",
    "settlement_of",
]

End: TypeAlias = Complete | Defer | Drop
"""The decisions that end something."""


@attrs.frozen(kw_only=True)
class Settlement:
    """The decisions on single items of one action, by their places.

    Args:
        indicators: What ends of its indicators, by place from 0.
        milestones: What ends of its own deadlines, by place from 0.
    """

    indicators: Mapping[int, End] = attrs.field(factory=dict)
    milestones: Mapping[int, End] = attrs.field(factory=dict)

    def __bool__(self) -> bool:
        return bool(self.indicators or self.milestones)


NOTHING_SETTLED = Settlement()


def folded(text: str) -> str:
    """Words for comparison: case and line breaks do not matter."""
    return " ".join(text.casefold().split())


def settlement_of(
    action: Action, disposition: Carry | MergeInto | SplitInto
) -> tuple[Settlement, list[str]]:
    """Find the items that a disposition settles.

    Returns:
        The settlement, and what is wrong with it, each fault in words.
    """
    if not disposition.indicators and not disposition.milestones:
        return NOTHING_SETTLED, []
    faults: list[str] = []
    indicators = [
        (folded(one.text), None if one.code is None else one.code.text) for one in action.indicators
    ]
    milestones = [(folded(one.text), None) for one in action.deadlines]
    settlement = Settlement(
        indicators=_placed(action, disposition.indicators, indicators, "indicator", faults),
        milestones=_placed(action, disposition.milestones, milestones, "deadline", faults),
    )
    return settlement, faults


def _placed(
    action: Action,
    settled: Sequence[Settle],
    names: Sequence[tuple[str, str | None]],
    what: str,
    faults: list[str],
) -> dict[int, End]:
    found: dict[int, End] = {}
    for settle in settled:
        places = _places(settle.item, names)
        if not places:
            has = f"it has {len(names)}" if names else "it has none"
            faults.append(f"{action.code} has no {what} {settle.item!r:.80}; {has}")
        elif len(places) > 1:
            numbers = ", ".join(str(place + 1) for place in places)
            faults.append(
                f"{action.code} has {len(places)} {what}s {settle.item!r:.80}; name it by its"
                f" number: {numbers}"
            )
        elif places[0] in found:
            faults.append(f"{action.code}: {what} {places[0] + 1} is settled twice")
        else:
            found[places[0]] = settle.disposition
    return found


def _places(item: int | str, names: Sequence[tuple[str, str | None]]) -> list[int]:
    if isinstance(item, int):
        return [item - 1] if item <= len(names) else []
    code = item.strip()
    by_code = [place for place, (_, name) in enumerate(names) if name == code]
    wanted = folded(item)
    return by_code or [place for place, (words, _) in enumerate(names) if words == wanted]


def settled_action(action: Action, settlement: Settlement) -> Action:
    """The action without what was taken out of it, and with what is done marked as done."""
    if not settlement:
        return action
    indicators = []
    for place, indicator in enumerate(action.indicators):
        end = settlement.indicators.get(place)
        if end is None:
            indicators.append(indicator)
        elif isinstance(end, Complete):
            indicators.append(completed(indicator, end))
    deadlines = [
        deadline
        for place, deadline in enumerate(action.deadlines)
        if place not in settlement.milestones
    ]
    return attrs.evolve(action, indicators=indicators, deadlines=deadlines)


def completed(indicator: Indicator, end: Complete) -> Indicator:
    """The indicator marked as completed, with the document that shows it."""
    evidence = indicator.evidence
    if end.authority is not None and end.authority not in evidence:
        evidence = (*evidence, end.authority)
    return attrs.evolve(indicator, status=Status.COMPLETED, evidence=evidence)


def left_out(old: Action, disposition: SplitInto, settlement: Settlement) -> list[str]:
    """What no part of a split has and nobody has settled, and what a part has against that.

    Only a split whose first part is a filled-in action can leave something out: a title keeps
    everything that the old action has.
    """
    if isinstance(disposition.parts[0], str):
        return []
    parts = [part for part in disposition.parts if isinstance(part, Action)]
    faults = _indicators_left_out(old, parts, settlement)
    if old.status.closed:
        return faults
    deadlines = Counter(folded(one.text) for part in parts for one in part.all_deadlines)
    # A part may hang a deadline on a new indicator, but those of the old ones are their own.
    deadlines -= Counter(folded(one.text) for item in old.indicators for one in item.deadlines)
    own = Counter(folded(one.text) for part in parts for one in part.deadlines)
    deadlines |= own
    for place, deadline in enumerate(old.deadlines):
        if place in settlement.milestones:
            continue
        words = folded(deadline.text)
        deadlines[words] -= 1
        if deadlines[words] < 0:
            faults.append(f'no part of {old.code} has the deadline "{deadline.text:.80}"')
    return faults


def _indicators_left_out(old: Action, parts: Sequence[Action], settlement: Settlement) -> list[str]:
    ends = [settlement.indicators.get(place) for place in range(len(old.indicators))]
    there = Counter(folded(one.text) for part in parts for one in part.indicators)
    wanted = {
        folded(one.text)
        for one, end in zip(old.indicators, ends, strict=True)
        if not isinstance(end, Defer | Drop)
    }
    faults = []
    for number, (one, end) in enumerate(zip(old.indicators, ends, strict=True), 1):
        words = folded(one.text)
        if isinstance(end, Defer | Drop):
            if there[words] > 0 and words not in wanted:
                faults.append(f"{old.code}: indicator {number} is {end.word}, and a part has it")
            continue
        there[words] -= 1
        if there[words] < 0 and end is None and not one.status.closed:
            faults.append(f"no part of {old.code} has indicator {number}, {_quoted(one)}")
    return faults


def _quoted(indicator: Indicator) -> str:
    return f'"{" ".join(indicator.text[:200].split()):.80}"'
