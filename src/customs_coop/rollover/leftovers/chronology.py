"""The order in time of the ledgers of one or several plans, as they themselves tell it."""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import Final

from customs_coop.errors import RolloverError
from customs_coop.model import Code
from customs_coop.references import DocumentNumber
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.leftovers.leaving import Standing, items_in, key_of, left_by

__all__ = ["in_order", "plans_before"]

_MOST: Final = 6  # ledgers that a message lists


def in_order(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """The ledgers, the oldest first, each once.

    A ledger whose new plan is the old plan of another one comes before it, and the revisions of a
    plan stand between the ledger that brought it and the one that ends it. Of several revisions
    of one plan, one whose document is the old document of another comes before it, and so does
    one whose leftovers another has; else the numbers of their documents tell, else their items
    where those of one begin as another has left them, else the order in which they were given.
    Ledgers that are not connected stand in the order of their periods,
    where all have one, else of their plans.

    Raises:
        RolloverError: They go round in a circle, or two of them tell of one step, and not the
            same.
    """
    found = list(dict.fromkeys(ledgers))
    _refuse_two_of_one_step(found)
    later: list[set[int]] = [set() for _ in found]
    for before, after in _steps(found):
        later[before].add(after)
    waits_for = [0] * len(found)
    for ones in later:
        for after in ones:
            waits_for[after] += 1
    ranks = _ranks(found)
    ready = [(ranks[place], place) for place, count in enumerate(waits_for) if not count]
    heapify(ready)
    order = []
    while ready:
        _, place = heappop(ready)
        order.append(place)
        for after in sorted(later[place]):
            waits_for[after] -= 1
            if not waits_for[after]:
                heappush(ready, (ranks[after], after))
    if len(order) < len(found):
        listed = _listed([one for place, one in enumerate(found) if waits_for[place]])
        raise RolloverError(f"the ledgers {listed} go round in a circle; which came first?")
    return tuple([found[place] for place in order])


def plans_before(ledgers: Iterable[Ledger], plan: str) -> frozenset[str]:
    """The ids of the plans that went before a plan, as the ledgers tell."""
    sources: dict[str, list[str]] = {}
    for one in ledgers:
        if one.old != one.new:
            sources.setdefault(one.new.plan, []).append(one.old.plan)
    found: dict[str, None] = {}
    ahead = list(sources.get(plan, ()))
    while ahead:
        name = ahead.pop()
        if name not in found and name != plan:
            found[name] = None
            ahead += sources.get(name, ())
    return frozenset(found)


def _refuse_two_of_one_step(ledgers: Iterable[Ledger]) -> None:
    known: dict[Hashable, Ledger] = {}
    for one in ledgers:
        step: Hashable = (one.old, one.new)
        if one.old == one.new:
            paper = _document(one, is_new=True)
            if paper is None:
                continue
            step = (one.old, paper)
        if known.setdefault(step, one) != one:
            raise RolloverError(
                f"two ledgers tell of {_name(one)}, and not the same; hand in the one that holds"
            )


def _steps(ledgers: Sequence[Ledger]) -> Iterator[tuple[int, int]]:
    """Which ledger comes before which, by their places."""
    arrivals: dict[str, list[int]] = {}
    revisions: dict[str, list[int]] = {}
    departures: dict[str, list[int]] = {}
    for place, one in enumerate(ledgers):
        if one.old == one.new:
            revisions.setdefault(one.old.plan, []).append(place)
        else:
            arrivals.setdefault(one.new.plan, []).append(place)
            departures.setdefault(one.old.plan, []).append(place)
    for plan, there in arrivals.items():
        for after in (*revisions.get(plan, ()), *departures.get(plan, ())):
            yield from ((before, after) for before in there)
    for plan, there in revisions.items():
        for after in departures.get(plan, ()):
            yield from ((before, after) for before in there)
        if len(there) > 1:
            yield from _steps_of_revisions(ledgers, there)


def _steps_of_revisions(
    ledgers: Sequence[Ledger], places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The order of the revisions of one plan: by their documents, and by what they hand on."""
    by_old: dict[DocumentNumber, list[int]] = {}
    carriers: dict[Hashable, list[int]] = {}
    leavers: dict[Hashable, list[int]] = {}
    for place in places:
        one = ledgers[place]
        paper = _document(one, is_new=False)
        if paper is not None:
            by_old.setdefault(paper, []).append(place)
        for left in (*one.waiting, *(settled.waiting for settled in one.settled)):
            carriers.setdefault(key_of(left), []).append(place)
        for left in left_by(one):
            leavers.setdefault(key_of(left), []).append(place)
    for place in places:
        paper = _document(ledgers[place], is_new=True)
        if paper is not None:
            yield from ((place, after) for after in by_old.get(paper, ()) if after != place)
    for key, there in leavers.items():
        if len(there) == 1:  # of what several have left, nobody knows whose is handed on
            before = there[0]
            yield from ((before, after) for after in carriers.get(key, ()) if after != before)
    yield from _steps_by_content(ledgers, places)


def _steps_by_content(
    ledgers: Sequence[Ledger], places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Which revisions begin with the very items that another one has left in their places."""
    unnumbered = [n for n in places if _document(ledgers[n], is_new=True) is None]
    begins: dict[Hashable, list[int]] = {}
    if len(unnumbered) > 1:
        for place in unnumbered:
            begins.setdefault(frozenset(items_in(ledgers[place]).items()), []).append(place)
    for place in unnumbered if begins else ():
        content = frozenset(Standing(ledgers[place]).counts.items())
        if place not in begins.get(content, ()):
            yield from ((place, after) for after in begins.get(content, ()))


def _ranks(
    ledgers: Sequence[Ledger],
) -> list[tuple[dt.date, Code, bool, Code, tuple[int, int, int]]]:
    """What orders those of which the chain says nothing; the place in the list comes last."""
    begins = [_begin(one) for one in ledgers]
    all_begin = None not in begins
    papers = {one.old.plan: True for one in ledgers}
    for one in ledgers:
        if one.old == one.new and _document(one, is_new=True) is None:
            papers[one.old.plan] = False
    return [
        (
            begin if begin is not None and all_begin else dt.date.min,
            Code(one.old.plan),
            one.old != one.new,
            Code(one.new.plan),
            _paper_rank(one) if papers[one.old.plan] else (0, 0, 0),
        )
        for one, begin in zip(ledgers, begins, strict=True)
    ]


def _begin(ledger: Ledger) -> dt.date | None:
    head = ledger.old_head
    return None if head is None or head.period is None else head.period.start


def _paper_rank(ledger: Ledger) -> tuple[int, int, int]:
    paper = _document(ledger, is_new=True)
    return (0, 0, 0) if paper is None else (paper.year, paper.number, paper.revision or 0)


def _document(ledger: Ledger, *, is_new: bool) -> DocumentNumber | None:
    head = ledger.new_head if is_new else ledger.old_head
    return None if head is None else head.document


def _name(ledger: Ledger) -> str:
    if ledger.old != ledger.new:
        return f"{ledger.old} to {ledger.new}"
    paper = _document(ledger, is_new=True)
    return f"the revision of {ledger.old}" + ("" if paper is None else f" in {paper}")


def _listed(ledgers: Sequence[Ledger]) -> str:
    more = f" and {len(ledgers) - _MOST} more" if len(ledgers) > _MOST else ""
    return ", ".join(map(_name, ledgers[:_MOST])) + more
