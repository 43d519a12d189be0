"""What rollovers before this one put off or left open, and what has become of it since."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import RolloverError
from customs_coop.model import ActionPlan, ActionRef
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.arguments import several
from customs_coop.rollover.dispositions import Complete, Defer, Drop
from customs_coop.rollover.ledger.entries import Entry, ItemKind, MissingCode, Waiting
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.ledger.resuming import WaitingEntry, WaitingOutcome
from customs_coop.rollover.leftovers.chronology import in_order, plans_before
from customs_coop.rollover.leftovers.leaving import ITEMS, Standing, base_name, key_of, left_by
from customs_coop.rollover.leftovers.returning import GoingOn

__all__ = [
    "about_waiting",
    "ends_of",
    "former_ledgers",
    "put_off",
    "settled_of",
    "still_waiting",
    "with_waiting",
]

_NAMED_ALONE: Final = (ItemKind.RECOMMENDATION, ItemKind.MISSING_CODE)
"""What has its own name, whichever ledger tells of it."""


def former_ledgers(ledgers: Iterable[Ledger], plan: ActionPlan) -> tuple[Ledger, ...]:
    """The ledgers of rollovers and revisions before, the oldest first, whatever their order was.

    Raises:
        RolloverError: One of them is the account of the plan that ends now, or they contradict
            each other.
        TypeError: Something else was given.
    """
    found = several(
        ledgers,
        Ledger,
        takes="ledgers takes the ledgers of rollovers before",
        single="ledgers=[ledger]",
        hint="ledger_from_json reads one",
    )
    for one in found:
        if one.old.plan != plan.id:
            continue
        if one.new != one.old:
            raise RolloverError(
                f"the ledger {one.old} to {one.new} tells what became of {plan.id} itself; hand in"
                " those of the rollovers before"
            )
        if plan.document and one.old_head and one.old_head.document == plan.document:
            raise RolloverError(
                f"a ledger tells how {plan.id} was revised as it stands in {plan.document}, which"
                " is this plan; take the revised plan, or leave the ledger out"
            )
    return in_order(found)


def still_waiting(
    ledgers: Sequence[Ledger],
    plans: Sequence[ActionPlan],
    answered: Iterable[str],
) -> tuple[Waiting, ...]:
    """What earlier rollovers and revisions left and nothing has become of since.

    Args:
        ledgers: Their ledgers, the oldest first.
        plans: The old plan, and any plans before.
        answered: The ids of the recommendations that are handed in: these have entries of their
            own, and no longer wait. Nor do the codes that the old plan leaves out now.

    Returns:
        What is waiting, the oldest first, each once and under a name of its own.
    """
    if not ledgers:
        return ()
    held = _Held()
    for ledger in ledgers:
        held.read(ledger)
    held.forget(plans[0], answered)
    left = held.left()
    begins = {
        one.new.plan: one.new_head.period.start
        for one in ledgers
        if one.new_head is not None and one.new_head.period is not None
    }
    hidden: dict[str, Collection[str]] = {}
    before = {since: plans_before(ledgers, since) for since in {one.since: 0 for one in left}}
    for one in left:
        if one.waiting.kind in ITEMS:
            # What stood there before it was left says nothing.
            begin = begins.get(one.since)
            older = {
                plan.id for plan in plans[1:] if begin and plan.period and plan.period.start < begin
            }
            gone = {one.waiting.old.plan, one.waiting.new.plan} | before[one.since] | older
            hidden[one.waiting.item] = gone - {one.since}
    waiting = [one.waiting for one in left]
    other = [plan for plan in plans[1:] if plan.id != plans[0].id]
    back = GoingOn((plans[0], *other), plans).returned(waiting, without=hidden)
    now = GoingOn((plans[0],), plans)
    return tuple([now.seen(one) for place, one in enumerate(waiting) if place not in back])


def ends_of(
    given: Mapping[str, object], waiting: Iterable[Waiting]
) -> Mapping[str, Complete | Drop]:
    """What was decided on what is waiting, by its name.

    Args:
        given: The decisions, by the names of waiting items.
        waiting: What is waiting.

    Raises:
        RolloverError: One is about something that does not wait, or is none; all are listed.
    """
    names = dict.fromkeys(one.item for one in waiting)
    faults = []
    found: dict[str, Complete | Drop] = {}
    for name, end in given.items():
        if name not in names:
            listed = ", ".join(names) or "nothing; hand in the ledgers of the rollovers before"
            faults.append(f"waiting: {name!s:.80} does not wait; waiting is {listed:.400}")
        elif isinstance(end, Complete | Drop):
            found[name] = end
        else:
            faults.append(
                f"waiting: {name}: {end!r:.80} ends nothing; there are Complete and Drop, and what"
                " is not named waits on"
            )
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise RolloverError(f"the decisions on what is waiting cannot be used{listed}")
    return found


def settled_of(
    waiting: Sequence[Waiting],
    new: ActionPlan,
    plans: Sequence[ActionPlan],
    ends: Mapping[str, Complete | Drop],
    continued: Collection[str] = (),
) -> Iterator[WaitingEntry]:
    """What waits no more once the new plan is there.

    Args:
        waiting: What was waiting before.
        new: The new plan.
        plans: All plans at hand, which tell the ids of those that are cited by number.
        ends: What was decided, by the names of items.
        continued: The names of what new actions continue, where somebody said so.

    Raises:
        RolloverError: An action of the new plan goes on with what a decision ends.
    """
    if not waiting:
        return
    back = GoingOn((new,), (new, *plans)).returned(waiting, continued)
    for place, one in enumerate(waiting):
        there, end = back.get(place, ()), ends.get(one.item)
        if end is not None:
            if there:
                listed = ", ".join(map(str, there))
                raise RolloverError(
                    f"{one.item} is {end.word}, and {listed} goes on with it; take one of the two"
                    " out"
                )
            yield WaitingEntry(
                waiting=one,
                outcome=WaitingOutcome(end.word),
                reason=end.reason,
                authority=end.authority,
            )
        elif there:
            yield WaitingEntry(waiting=one, outcome=WaitingOutcome.TAKEN_UP, successors=there)


def put_off(
    entries: tuple[Entry, ...], new: ActionPlan, plans: Sequence[ActionPlan]
) -> tuple[Entry, ...]:
    """The entries; those of deferred actions say how often the new plan names them already.

    Such a link is older than the decision, and no sign that somebody goes on with the action.

    Args:
        entries: The entries of a rollover.
        new: The new plan.
        plans: All plans at hand.
    """
    if not any(isinstance(entry.disposition, Defer) for entry in entries):
        return entries
    now = GoingOn((new,), (new, *plans))
    return tuple(
        [
            attrs.evolve(entry, standing=now.takers(entry.action))
            if isinstance(entry.disposition, Defer)
            else entry
            for entry in entries
        ]
    )


def with_waiting(
    ledger: Ledger,
    waiting: Sequence[Waiting],
    *,
    new: ActionPlan,
    plans: Sequence[ActionPlan],
    ends: Mapping[str, Complete | Drop] = MappingProxyType({}),
    continued: Collection[str] = (),
) -> Ledger:
    """The ledger with what was waiting before: what of it is settled, and what waits on.

    Args:
        ledger: The account of all else.
        waiting: What was waiting before.
        new: The new plan; of a revision, the revised one.
        plans: All plans at hand.
        ends: What was decided on what is waiting, by its name.
        continued: The names of what new actions continue, where somebody said so.
    """
    if not waiting:
        return ledger
    settled = tuple(settled_of(waiting, new, plans, ends, continued))
    over = {entry.waiting.item for entry in settled}
    now = GoingOn((new,), (new, *plans))
    return attrs.evolve(
        ledger,
        opening=attrs.evolve(ledger.opening, waiting_items=len(waiting)),
        waiting=tuple([now.seen(one) for one in waiting if one.item not in over]),
        settled=settled,
    )


def about_waiting(waiting: Iterable[Waiting]) -> Iterator[Diagnostic]:
    """Tell of each thing that is still waiting."""
    for one in waiting:
        left = one.left if one.left == "deferred" else f"left {one.left}"
        when = f"{one.old} became {one.new}" if one.old != one.new else f"{one.old} was revised"
        message = f"it was {left} when {when}, and nothing has become of it"
        if one.words.strip():
            message += f': "{shortened(one.words, 200)}"'
        yield diagnose("CC630", message, subject=one.item)


@attrs.frozen(kw_only=True)
class _One:
    """One thing that waits, and since which plan it was last looked for.

    Args:
        waiting: The thing.
        since: The id of that plan.
        by_revision: Whether it was a revision of that plan.
        is_named: Whether a ledger that carried it on has given it its name.
    """

    waiting: Waiting
    since: str
    by_revision: bool = False
    is_named: bool = False

    @classmethod
    def of(cls, waiting: Waiting, ledger: Ledger, *, is_named: bool = False) -> "_One":
        """A thing as a ledger has it."""
        by_revision = ledger.old == ledger.new
        return cls(
            waiting=waiting, since=ledger.new.plan, by_revision=by_revision, is_named=is_named
        )

    def stood_before(self, ledger: Ledger) -> bool:
        """Whether it was left before a later ledger begins: of two revisions that is not sure."""
        both = self.by_revision and ledger.old == ledger.new
        return not (both and ledger.old.plan == self.since)


class _Held:
    """What is waiting, as one ledger after the other tells it."""

    def __init__(self) -> None:
        # Several may be the same in all that is known of them; they are kept beside each other.
        self._held: dict[Hashable, list[_One]] = {}
        self._explained: set[ActionRef] = set()

    def read(self, ledger: Ledger) -> None:
        """Take in the next ledger."""
        self._take_out(ledger)
        self._carried(ledger)
        for answer in ledger.recommendations:
            self._held.pop((ItemKind.RECOMMENDATION, str(answer.recommendation)), None)
        self._explain(ledger.old.plan, ledger.missing)
        for one in left_by(ledger):
            key = key_of(one)
            new = _One.of(one, ledger)
            if one.kind is ItemKind.MISSING_CODE:
                known = self._held.get(key)
                # Nobody said it again, and what was decided once still stands.
                if one.address not in self._explained and (one.left != "unexplained" or not known):
                    self._held[key] = [new]
            elif one.kind in _NAMED_ALONE:
                self._held[key] = [new]
            else:
                self._held.setdefault(key, []).append(new)

    def forget(self, plan: ActionPlan, answered: Iterable[str]) -> None:
        """Take out what the plan that ends now accounts for itself."""
        for name in answered:
            self._held.pop((ItemKind.RECOMMENDATION, name), None)
        codes = [*missing_codes(plan), *(code for one in plan for code in (one.code, *one.aliases))]
        for code in codes:
            self._held.pop((ItemKind.MISSING_CODE, ActionRef(plan.id, code)), None)

    def left(self) -> list[_One]:
        """All that waits, each under a name of its own."""
        found = [one for ones in self._held.values() for one in ones]
        names: dict[int, str] = {}
        taken: set[str] = set()
        # A name that somebody has read already stays.
        order = sorted(
            range(len(found)),
            key=lambda place: (
                found[place].waiting.kind not in _NAMED_ALONE,
                not found[place].is_named,
            ),
        )
        for place in order:
            one = found[place]
            name = one.waiting.item
            number = 1
            while name in taken:
                number += 1
                name = f"{base_name(one.waiting.item)} ({number})"
            taken.add(name)
            names[place] = name
        return [
            one
            if names[place] == one.waiting.item
            else attrs.evolve(one, waiting=attrs.evolve(one.waiting, item=names[place]))
            for place, one in enumerate(found)
        ]

    def _take_out(self, ledger: Ledger) -> None:
        """Take out what the old plan of a ledger went on with, and count anew what it has not."""
        found = [(key, one) for key, ones in self._held.items() for one in ones]
        if not found:
            return
        going_on, standing = GoingOn((), (), ledger.entries), Standing(ledger)
        asked = [place for place, (_, one) in enumerate(found) if one.stood_before(ledger)]
        back = going_on.returned([found[place][1].waiting for place in asked])
        gone = {asked[place] for place in back}
        self._held = {}
        for place, (key, one) in enumerate(found):
            if place in gone:
                continue
            waiting = one.waiting
            there = going_on.lineage(waiting) if waiting.kind in ITEMS else ()
            if there and one.stood_before(ledger):
                count = standing.after(there, waiting.kind, waiting.words)
                waiting = attrs.evolve(waiting, standing=count)
                anew = _One.of(waiting, ledger, is_named=one.is_named)
                self._held.setdefault(key, []).append(anew)
            else:
                self._held.setdefault(key, []).append(one)

    def _carried(self, ledger: Ledger) -> None:
        """Take over what a ledger carries on; what it has settled waits no more."""
        carried: dict[Hashable, list[Waiting]] = {}
        for settled in ledger.settled:
            carried.setdefault(key_of(settled.waiting), [])
        for one in ledger.waiting:
            carried.setdefault(key_of(one), []).append(one)
        over = Counter(key_of(settled.waiting) for settled in ledger.settled)
        for key, ones in carried.items():
            # What it was not told of, it can neither carry on nor settle.
            rest = self._held.get(key, [])[over[key] + len(ones) :]
            self._held[key] = [
                *(_One.of(one, ledger, is_named=True) for one in ones),
                *rest,
            ]

    def _explain(self, plan: str, missing: Iterable[MissingCode]) -> None:
        """Take out the codes of which somebody found out what became of them."""
        for one in missing:
            address = ActionRef(plan, one.code)
            if isinstance(one.disposition, Defer):
                self._explained.discard(address)
            elif one.disposition is not None:
                self._explained.add(address)
                self._held.pop((ItemKind.MISSING_CODE, address), None)
