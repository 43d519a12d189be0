"""What was decided on single indicators and deadlines of an action that goes on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Undetermined, parse_deadline
from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import Action, ActionRef, Indicator, Status
from customs_coop.model.descent import known_deadlines
from customs_coop.references import Reference
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Drop,
    MergeInto,
    Reschedule,
    Settle,
    SplitInto,
)
from customs_coop.rollover.windows import told_before

__all__ = [
    "NOTHING_SETTLED",
    "End",
    "NewTimes",
    "Settlement",
    "completed",
    "equal_titles",
    "folded",
    "left_out",
    "new_time",
    "settled_action",
    "settlement_of",
    "unread",
]

End: TypeAlias = Complete | Defer | Drop
"""The decisions that end something."""


@attrs.frozen(kw_only=True)
class NewTimes:
    """The new times of one item, and why.

    Args:
        deadlines: The new deadlines by the places of the old ones, from 0; an indicator that had
            none gets its first.
        reason: Why; may be empty.
        authority: The document that says so, or None.
    """

    deadlines: Mapping[int, Deadline]
    reason: str = ""
    authority: Reference | None = None


@attrs.frozen(kw_only=True)
class Settlement:
    """The decisions on single items of one action, by their places.

    Args:
        indicators: What ends of its indicators, by place from 0.
        milestones: What ends of its own deadlines, by place from 0.
        indicator_times: The new times of its indicators, by place from 0.
        milestone_times: Those of its own deadlines, by place from 0, each under 0 again.
    """

    indicators: Mapping[int, End] = attrs.field(factory=dict)
    milestones: Mapping[int, End] = attrs.field(factory=dict)
    indicator_times: Mapping[int, NewTimes] = attrs.field(factory=dict)
    milestone_times: Mapping[int, NewTimes] = attrs.field(factory=dict)

    def __bool__(self) -> bool:
        return bool(
            self.indicators or self.milestones or self.indicator_times or self.milestone_times
        )

    @property
    def places(self) -> tuple[tuple[int, tuple[int | None, ...]], ...]:
        """The places of all items, with those of the deadlines that get a new time there."""
        ends = [(place, (None,)) for place in (*self.indicators, *self.milestones)]
        times = (*self.indicator_times.items(), *self.milestone_times.items())
        return (*ends, *((place, tuple(one.deadlines)) for place, one in times))

    @property
    def new_deadlines(self) -> tuple[Deadline, ...]:
        """All new times, in order."""
        times = (*self.indicator_times.values(), *self.milestone_times.values())
        return tuple([deadline for one in times for deadline in one.deadlines.values()])

    def indicator_in_time(self, place: int, indicator: Indicator) -> Indicator:
        """An indicator with its new times."""
        times = self.indicator_times.get(place)
        if times is None:
            return indicator
        found = [times.deadlines.get(at, one) for at, one in enumerate(indicator.deadlines)]
        return attrs.evolve(indicator, deadlines=found or tuple(times.deadlines.values()))

    def milestone_in_time(self, place: int, deadline: Deadline) -> Deadline:
        """A deadline of the action itself, or its new time."""
        times = self.milestone_times.get(place)
        return deadline if times is None else times.deadlines[0]


NOTHING_SETTLED = Settlement()


def folded(text: str) -> str:
    """Words for comparison: case and line breaks do not matter."""
    return " ".join(text.casefold().split())


def equal_titles(parts: Iterable[Action | str]) -> Iterator[tuple[int, int]]:
    """The numbers of parts of a split that have one title: nobody could tell them apart.

    Args:
        parts: The parts; those without a title are left out.

    Yields:
        The first part with a title, and each other one, counted from 1.

    Example:
        >>> list(equal_titles(["At sea", "On land", "AT  SEA"]))
        [(1, 3)]
    """
    first: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        words = folded(part.title if isinstance(part, Action) else part)
        before = first.setdefault(words, number)
        if words and before != number:
            yield before, number


def settlement_of(
    action: Action, disposition: Carry | MergeInto | SplitInto, window: Period | None = None
) -> tuple[Settlement, list[str]]:
    """Find the items that a disposition settles.

    Args:
        action: The action.
        disposition: What was decided on it.
        window: The period of the new plan, within which new times are read.

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
    found = _Placed(action, window, faults)
    settlement = Settlement(
        indicators=found.ends(disposition.indicators, indicators, "indicator"),
        milestones=found.ends(disposition.milestones, milestones, "deadline"),
        indicator_times=found.times["indicator"],
        milestone_times=found.times["deadline"],
    )
    return settlement, faults


class _Placed:
    """The items of one action, found by their names."""

    def __init__(self, action: Action, window: Period | None, faults: list[str]) -> None:
        self._action = action
        self._window = window
        self._faults = faults
        self.times: dict[str, dict[int, NewTimes]] = {"indicator": {}, "deadline": {}}

    def ends(
        self, settled: Sequence[Settle], names: Sequence[tuple[str, str | None]], what: str
    ) -> dict[int, End]:
        """What ends, by its place; what is rescheduled is noted under `times`."""
        found: dict[int, End] = {}
        times = self.times[what]
        for settle in settled:
            place = self._place(settle, names, what)
            if place is None:
                continue
            fate = settle.disposition
            if isinstance(fate, Reschedule) and place not in found:
                self._reschedule(fate, what, place)
            elif place in found or place in times or isinstance(fate, Reschedule):
                self._twice(what, place)
            else:
                found[place] = fate
        return found

    def _twice(self, what: str, place: int) -> None:
        self._faults.append(f"{self._action.code}: {what} {place + 1} is settled twice")

    def _place(
        self, settle: Settle, names: Sequence[tuple[str, str | None]], what: str
    ) -> int | None:
        code = self._action.code
        places = _places(settle.item, names)
        if not places:
            has = f"it has {len(names)}" if names else "it has none"
            self._faults.append(f"{code} has no {what} {settle.item!r:.80}; {has}")
        elif len(places) > 1:
            numbers = ", ".join(str(place + 1) for place in places)
            self._faults.append(
                f"{code} has {len(places)} {what}s {settle.item!r:.80}; name it by its"
                f" number: {numbers}"
            )
        return places[0] if len(places) == 1 else None

    def _reschedule(self, fate: Reschedule, what: str, place: int) -> None:
        """Note a new time, in the place of the old one."""
        action = self._action
        name = f"{what} {place + 1}"
        is_own = what == "deadline"
        status = action.status if is_own else action.indicators[place].status
        if action.status.closed or status.closed:
            whose = f"{action.code} is" if action.status.closed else f"{action.code}: {name} is"
            word = action.status.value if action.status.closed else status.value
            self._faults.append(f"{whose} {word}, so there is no new time for {name}")
            return
        old = (action.deadlines[place],) if is_own else action.indicators[place].deadlines
        wanted = 1 if fate.deadline is None and len(old) < 2 else fate.deadline
        if is_own and fate.deadline is not None:
            self._faults.append(
                f"{action.code}: {name} is a single deadline; leave deadline = {fate.deadline} out"
            )
            return
        if wanted is None or wanted > max(len(old), 1):
            listed = (
                ", ".join(f'{at} "{shortened(one.text, 40)}"' for at, one in enumerate(old, 1))
                or "none"
            )
            self._faults.append(
                f"{action.code}: {name} has these deadlines: {listed}; say which one gets the new"
                " time by its number, as in deadline = 1"
            )
            return
        time = new_time(fate, self._window)
        if time is None:
            self._faults.append(f"{action.code}: {name}: {unread(fate)}")
            return
        before = self.times[what].get(place)
        known = {} if before is None else before.deadlines
        if wanted - 1 in known:
            self._twice(what, place)
            return
        # Each time is an object of its own: by that a policy knows what it leaves alone.
        new = told_before(time, old[wanted - 1]) if old else attrs.evolve(time)
        reasons = [fate.reason] if before is None else [before.reason, fate.reason]
        given = None if before is None else before.authority
        if given is not None and fate.authority not in (None, given):
            reasons.append(fate.authority.cite())  # an item has one authority
        self.times[what][place] = NewTimes(
            deadlines={**known, wanted - 1: new},
            reason="; ".join(dict.fromkeys(one for one in reasons if one)),
            authority=given or fate.authority,
        )


def new_time(fate: Reschedule, window: Period | None) -> Deadline | None:
    """The time to which something is rescheduled; None where its words cannot be read."""
    time = fate.to
    if parse_deadline(time.text) == time:  # it came as words, which mean more within a plan
        time = parse_deadline(time.text, within=window)
    return None if isinstance(time, Undetermined) and not fate.as_words else time


def unread(fate: Reschedule) -> str:
    """What to do about a time that cannot be read."""
    return (
        f'"{shortened(fate.to.text)}" is no time that can be read; write one such as "by June'
        ' 2008", or as_words = true to keep these words'
    )


def _places(item: int | str, names: Sequence[tuple[str, str | None]]) -> list[int]:
    if isinstance(item, int):
        return [item - 1] if item <= len(names) else []
    code = item.strip()
    by_code = [place for place, (_, name) in enumerate(names) if name == code]
    wanted = folded(item)
    return by_code or [place for place, (words, _) in enumerate(names) if words == wanted]


def settled_action(action: Action, settlement: Settlement, here: ActionRef) -> Action:
    """The action without what was taken out of it, and with what is done marked as done.

    Args:
        action: The action; it is not changed.
        settlement: What was decided on its items.
        here: Its address.
    """
    if not settlement:
        return action
    indicators = []
    for place, indicator in enumerate(action.indicators):
        end = settlement.indicators.get(place)
        if end is None:
            indicators.append(settlement.indicator_in_time(place, indicator))
        elif isinstance(end, Complete):
            indicators.append(completed(indicator, end))
    left = [place for place in range(len(action.deadlines)) if place not in settlement.milestones]
    origins = action.deadline_origins
    if len(left) < len(action.deadlines):
        known = known_deadlines(action, action.origin or here)
        origins = tuple([known[place] for place in left])
    return attrs.evolve(
        action,
        indicators=indicators,
        deadlines=[settlement.milestone_in_time(at, action.deadlines[at]) for at in left],
        deadline_origins=origins,
    )


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
            faults.append(f'no part of {old.code} has the deadline "{shortened(deadline.text)}"')
    return faults


def _indicators_left_out(old: Action, parts: Sequence[Action], settlement: Settlement) -> list[str]:
    ends = [settlement.indicators.get(place) for place in range(len(old.indicators))]
    held = [Counter(folded(one.text) for one in part.indicators) for part in parts]
    there = sum(held, Counter[str]())
    wanted = Counter(
        folded(one.text)
        for one, end in zip(old.indicators, ends, strict=True)
        if not isinstance(end, Defer | Drop)
    )
    faults = []
    for number, (one, end) in enumerate(zip(old.indicators, ends, strict=True), 1):
        words = folded(one.text)
        if isinstance(end, Defer | Drop):
            # Several parts may share one; a part with more than remain has what is gone.
            if any(own[words] > wanted[words] for own in held):
                faults.append(f"{old.code}: indicator {number} is {end.word}, and a part has it")
            continue
        there[words] -= 1
        if there[words] < 0 and end is None and not one.status.closed:
            faults.append(f"no part of {old.code} has indicator {number}, {_quoted(one)}")
    return faults


def _quoted(indicator: Indicator) -> str:
    return f'"{shortened(indicator.text)}"'
