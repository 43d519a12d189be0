"""Which items of an action the parts of its split have: there they are the ones that they were."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import Action, ActionRef, DeadlineRef, Indicator, IndicatorRef
from customs_coop.model.descent import known_deadlines
from customs_coop.rollover.dispositions import Defer, Drop, SplitInto
from customs_coop.rollover.settling import Settlement, folded

__all__ = ["Inheritance", "inherited"]

_ITSELF: Final = "action"
_Home: TypeAlias = IndicatorRef | str | None
"""What a deadline belongs to: an indicator, the action itself, or None for what is new."""
_Told: TypeAlias = tuple[DeadlineRef | None, ...]
_Sign: TypeAlias = Callable[[Deadline], Hashable]


@attrs.frozen(kw_only=True)
class Inheritance:
    """Where the items of one part first stood; None for what is new there.

    Args:
        indicators: The origins of its indicators.
        deadlines: Those of its own deadlines, as `Action.deadline_origins` has them.
        of_indicators: Those of the deadlines of each of its indicators, in the same way.
    """

    indicators: tuple[IndicatorRef | None, ...]
    deadlines: _Told
    of_indicators: tuple[_Told, ...]


def inherited(
    old: Action, known: Action, disposition: SplitInto, settlement: Settlement, here: ActionRef
) -> list[Inheritance]:
    """Find what the parts that were given as actions have of the action that is split.

    A part may hold the very items of that action; others are known by their words. Only one
    copy of an item may claim to be the old one, as only one part may be the old action.

    Args:
        old: The action.
        known: The same, with items that know where they first stood.
        disposition: What it is split into; where the first part is a title, that takes all.
        settlement: What was decided on its items.
        here: Its address.
    """
    given = [part if isinstance(part, Action) else None for part in disposition.parts]
    takes_all = given[0] is None
    indicators = _indicators(old, known, () if takes_all else given, settlement)
    slots = [
        _Slots.of(part, indicators[number] if indicators else ())
        for number, part in enumerate(given)
    ]
    first = old.origin or here
    if not takes_all:
        _fill([one for part in slots for one in part.all], [*_heirs(known, settlement, first)])
    held = {one.origin: one for one in known.indicators}
    return [
        Inheritance(
            indicators=tuple([of_one.origin for of_one in part.indicators]),
            # Further parts are no old action: what is new there stands as it first stood.
            deadlines=_told(part.own, None if number else known, first),
            of_indicators=tuple(
                [_told(one.slots, held.get(one.origin), one.origin) for one in part.indicators]
            ),
        )
        for number, part in enumerate(slots)
    ]


def _indicators(
    old: Action, known: Action, given: Sequence[Action | None], settlement: Settlement
) -> list[list[IndicatorRef | None]]:
    """Where the indicators of each part first stood; None for what is new there."""
    items = [() if part is None else part.indicators for part in given]
    found: list[list[IndicatorRef | None]] = [[None] * len(of_part) for of_part in items]
    left: set[IndicatorRef] = set()
    same: dict[Hashable, list[IndicatorRef]] = {}
    numbered = enumerate(zip(old.indicators, known.indicators, strict=True))
    for number, (one, told) in reversed([*numbered]):
        origin = told.origin
        if origin is not None and not isinstance(settlement.indicators.get(number), Defer | Drop):
            left.add(origin)
            for key in (id(one), origin, folded(one.text)):
                same.setdefault(key, []).append(origin)
    # The surest sign comes first: the very same, then what it says itself, then its words.
    signs: tuple[Callable[[Indicator], Hashable], ...] = (
        id,
        lambda one: one.origin,
        lambda one: folded(one.text),
    )
    for sign in signs:
        for of_part, origins in zip(items, found, strict=True):
            for at, item in enumerate(of_part):
                waiting = same.get(sign(item), [])
                while origins[at] is None and waiting:
                    origin = waiting.pop()
                    if origin in left:
                        left.remove(origin)
                        origins[at] = origin
    return found


@attrs.define
class _Slot:
    """A deadline of a part, and which one of the old action it is found to be."""

    deadline: Deadline
    home: _Home
    origin: DeadlineRef | None = None


@attrs.frozen
class _OfIndicator:
    """An indicator of a part, and its deadlines."""

    origin: IndicatorRef | None
    slots: list[_Slot]


@attrs.frozen
class _Slots:
    """The deadlines of one part."""

    own: list[_Slot]
    indicators: list[_OfIndicator]

    @classmethod
    def of(cls, part: Action | None, origins: Sequence[IndicatorRef | None]) -> "_Slots":
        """The deadlines of a part; none where only its title was given."""
        if part is None:
            return cls([], [])
        return cls(
            [_Slot(one, _ITSELF) for one in part.deadlines],
            [
                _OfIndicator(origin, [_Slot(deadline, origin) for deadline in one.deadlines])
                for one, origin in zip(
                    part.indicators, origins or [None] * len(part.indicators), strict=True
                )
            ],
        )

    @property
    def all(self) -> Iterator[_Slot]:
        yield from self.own
        for one in self.indicators:
            yield from one.slots


@attrs.frozen
class _Heir:
    """A deadline of the old action that goes on."""

    deadline: Deadline
    home: _Home
    origin: DeadlineRef


def _heirs(known: Action, settlement: Settlement, first: ActionRef) -> Iterator[_Heir]:
    for place, (deadline, told) in enumerate(
        zip(known.deadlines, known_deadlines(known, first), strict=True)
    ):
        if told is not None and place not in settlement.milestones:
            yield _Heir(deadline, _ITSELF, told)
    for number, one in enumerate(known.indicators):
        gone = isinstance(settlement.indicators.get(number), Defer | Drop)
        if one.origin is None or gone:
            continue
        for deadline, told in zip(one.deadlines, known_deadlines(one, one.origin), strict=True):
            if told is not None:
                yield _Heir(deadline, one.origin, told)


def _fill(slots: Sequence[_Slot], heirs: Sequence[_Heir]) -> None:
    """Find out what each deadline is: the very same, one of the same words, else one that moved.

    A deadline of the action itself may hang on an indicator of a part.
    """
    left = {heir.origin: heir for heir in heirs}
    hung = [slot for slot in slots if slot.home != _ITSELF]
    signs: tuple[_Sign, ...] = (id, lambda one: folded(one.text))
    for sign in signs:
        _match([(slot, slot.home) for slot in slots], left, sign)
    for sign in signs:
        _match([(slot, _ITSELF) for slot in hung], left, sign)
    _match([(slot, slot.home) for slot in slots], left, lambda _: None)


def _match(
    slots: Iterable[tuple[_Slot, _Home]], left: dict[DeadlineRef, _Heir], sign: _Sign
) -> None:
    """Fill in what has one sign with a deadline that the old action has in the given place."""
    waiting: dict[Hashable, list[DeadlineRef]] = {}
    for heir in reversed(left.values()):
        waiting.setdefault((heir.home, sign(heir.deadline)), []).append(heir.origin)
    for slot, home in slots:
        if slot.origin is None and (same := waiting.get((home, sign(slot.deadline)))):
            slot.origin = same.pop()
            del left[slot.origin]


def _told(
    slots: Sequence[_Slot], old: Action | Indicator | None, first: ActionRef | IndicatorRef | None
) -> _Told:
    """What an item says of its deadlines: nothing where they stand as they first stood.

    Args:
        slots: Its deadlines.
        old: The item that it was; None where it is new.
        first: Where that first stood.
    """
    found = tuple([slot.origin for slot in slots])
    if old is None or first is None:
        return found if any(found) else ()
    if not old.deadlines:
        return found  # those that it once had are gone, and what is new is none of them
    return old.deadline_origins if found == known_deadlines(old, first) else found
