"""How long things wait: in the soonest case, in the latest one, and from the day of an event on."""

import itertools
import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from customs_coop.deadline import Relative
from customs_coop.errors import InvalidValueError
from customs_coop.graph.nodes import Node, thing
from customs_coop.graph.scheduling.intervals import as_day
from customs_coop.graph.scheduling.network import Network, Task

__all__ = ["Counted", "Waits", "counted_from_events", "latest", "longest", "soonest"]

# After four years the months are as long as before.
_ALL_MONTHS = timedelta(days=1461)


@attrs.frozen(eq=False, repr=False)
class Waits:
    """How long each task has to wait, in one way of reading the times.

    Args:
        finishes: The day on which others need not wait for it any more; minus infinity where
            nothing is known.
        waits: The day on which all that it waits for is there.
        via: What it waits for longest, -1 where for nothing.
        roots: The task that sets its finish in the end, which may be itself.
    """

    finishes: list[float]
    waits: list[float]
    via: list[int]
    roots: list[int]

    @classmethod
    def of(cls, size: int) -> "Waits":
        """Nothing known yet of so many tasks."""
        return cls([-math.inf] * size, [-math.inf] * size, [-1] * size, list(range(size)))


def soonest(network: Network) -> Waits:
    """How soon what waits for a task can begin, whatever its last day.

    Of several parts of it the first may be the one that is waited for.
    """
    found = Waits.of(len(network.tasks))
    for number, task, wait, via in _opened(network, found):
        finish = max(wait, task.opens[0]) + task.least
        found.finishes[number] = max(finish, task.stated.ready)
        if wait > task.opens[0] and finish > task.stated.ready:
            found.roots[number] = found.roots[via]
    for number in itertools.chain.from_iterable(network.knots):
        if not network.tasks[number].closed:
            # For what is outside of its circle; when it is finished itself nobody knows.
            found.waits[number], found.via[number] = _longest(network, found, number)
    return found


def latest(network: Network, *, carried: bool) -> Waits:
    """How long each task may last where all take the time that their words give them.

    What has no last day of its own is finished after that for which it waits: as late as its
    duration says, as soon as it can be where it has none.

    Args:
        network: The tasks.
        carried: Whether what has a last day of its own may be late itself.
    """
    found = Waits.of(len(network.tasks))
    for number, task, wait, via in _opened(network, found):
        start = may_start(task, wait)
        own = _if_known(task.stated.begins[1])
        dated = task.kind and task.stated.due[1] < math.inf
        if dated:
            own = max(own, task.stated.due[1])
        if carried or not dated:
            finish = start + longest(task)
            if finish > own and via >= 0 and start == wait:
                found.roots[number] = found.roots[via]
            own = max(own, finish)
        found.finishes[number] = own
    return found


def _opened(network: Network, found: Waits) -> Iterator[tuple[int, Task, float, int]]:
    """The tasks that are not closed, in order, with how long each waits, and for what.

    That is written down in `found`, which must have the finish of each task before the next one
    is asked for.
    """
    for number in network.order:
        task = network.tasks[number]
        if not task.closed:
            wait, via = _longest(network, found, number)
            found.waits[number], found.via[number] = wait, via
            yield number, task, wait, via


def may_start(task: Task, wait: float) -> float:
    """The day on which it may start at the latest, once all is there for which it waits.

    Where nobody says how long it takes, the day on which its plan begins is of no use.
    """
    return wait if task.takes.most is None else max(wait, _if_known(task.opens[1]))


def longest(task: Task) -> float:
    """The most days that it takes where somebody says so, else the least."""
    return task.least if task.takes.most is None else task.takes.most


def _longest(network: Network, known: Waits, number: int) -> tuple[float, int]:
    """The latest finish among what a task waits for, and whose it is; of equals the first."""
    most, via = -math.inf, -1
    for other in network.before[number]:
        if known.finishes[other] > most:
            most, via = known.finishes[other], other
    return most, via


def _if_known(day: float) -> float:
    return day if day < math.inf else -math.inf


@attrs.frozen(eq=False, repr=False)
class Counted:
    """Something that is due before what it waits for on whatever day an event falls.

    Args:
        number: The task.
        chain: The tasks from the one that hangs on the event, or the event, to this one.
        words: The event.
        awaited_day: The day on which the first of them can be finished, if the event falls on the
            last day that it may.
        reached: The day on which the task can be finished in consequence.
    """

    number: int
    chain: tuple[int, ...]
    words: str
    awaited_day: date | None
    reached: date | None


def counted_from_events(network: Network, soon: Waits) -> Iterator[Counted]:
    """Find what hangs on the same event as that for which it waits, and has to come before it.

    Its days and those of the event move together, so bounds alone would not show it.

    Args:
        network: The tasks.
        soon: What `soonest` gave.
    """
    before: dict[Node, list[int]] = {}
    after: dict[Node, list[int]] = {}
    for number, task in enumerate(network.tasks):
        if task.stated.due_event:
            before.setdefault(thing(task.stated.due_event, "event"), []).append(number)
        if task.stated.ready_event:
            after.setdefault(thing(task.stated.ready_event, "event"), []).append(number)
    if not before and not after:
        return
    numbers = {task.node: number for number, task in enumerate(network.tasks) if task.kind}
    place = {number: index for index, number in enumerate(network.order)}
    for node in {**before, **after}:
        event = numbers.get(node, -1)
        if event < 0 or as_day(network.tasks[event].stated.due[1]) is None:
            continue
        sources = [one for one in (event, *after.get(node, ())) if one in place]
        wanted = [event]
        for number in before.get(node, ()):
            task = network.tasks[number]
            # A last day that does not hang on the event must be missed as well.
            if max(soon.waits[number], task.opens[0]) + task.least > task.stated.due_else:
                wanted.append(number)
        yield from _after_event(network, event, sources, wanted, place)


def _after_event(
    network: Network, event: int, sources: list[int], wanted: list[int], place: dict[int, int]
) -> Iterator[Counted]:
    """What is wanted too early, reckoned in days from the event on."""
    waits: dict[int, tuple[float, int]] = {}
    ready = dict.fromkeys([one for one in sources if not network.tasks[one].closed], 0.0)
    for number in sorted(_behind(network, ready), key=place.__getitem__):
        known = [(ready[one], one) for one in network.before[number] if one in ready]
        if not known:
            continue
        wait, via = max(known, key=lambda pair: pair[0])
        waits[number] = wait, via
        ready[number] = max(wait + network.tasks[number].least, ready.get(number, -math.inf))
    falls = network.tasks[event].stated.due[1]
    for number in wanted:
        if number not in waits:
            continue
        task = network.tasks[number]
        wait = waits[number][0] + task.least
        due = 0 if number == event else _last_offset(network.tasks[event], task.stated.due_hangs)
        if wait <= due:
            continue
        chain = [number]
        while chain[-1] in waits and (chain[-1] == number or chain[-1] not in sources):
            chain.append(waits[chain[-1]][1])
        yield Counted(
            number=number,
            chain=tuple(chain[::-1]),
            words=network.tasks[event].stated.due_words,
            awaited_day=as_day(falls + ready[chain[-1]]),
            reached=as_day(falls + wait),
        )


def _behind(network: Network, sources: Iterable[int]) -> list[int]:
    """The sources, and all that waits for them and can be put in order."""
    found = list(sources)
    seen = set(found)
    for number in found:
        for other in network.after[number]:
            task = network.tasks[other]
            if other not in seen and not task.closed and not network.cyclic[other]:
                seen.add(other)
                found.append(other)
    return found


def _last_offset(event: Task, deadlines: Iterable[Relative]) -> float:
    """The most days by which the last of some deadlines can come after their event."""
    first, last = as_day(event.stated.begins[0]), as_day(event.stated.due[1])
    if last is None:
        return math.inf
    most = -math.inf
    for deadline in deadlines:
        days = 1
        if deadline.offset is not None and ("M" in deadline.offset or "Y" in deadline.offset):
            # Months differ in length, so each day is tried on which the event may fall.
            span = _ALL_MONTHS if first is None else min(last - first, _ALL_MONTHS)
            days += span.days
        for back in range(days):
            try:
                day = last - timedelta(days=back)
                due = deadline.anchored(day).latest
            except (InvalidValueError, OverflowError):
                return math.inf  # it leads out of the calendar
            if due is None:
                return math.inf
            most = max(most, (due - day).days)
    return most
