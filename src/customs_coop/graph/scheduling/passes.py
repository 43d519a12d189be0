"""The two passes through a network: how soon each task can end, and how late it may.

Source: the critical path method (J. Kelley and M. Walker, 1959), with intervals for all inputs:
each pass is done with the least and with the most of everything at once.
"""

import math

import attrs

from customs_coop.graph.scheduling.intervals import Bounds, less
from customs_coop.graph.scheduling.network import Network
from customs_coop.graph.scheduling.times import NO_START, NONE_DUE, UNKNOWN

__all__ = ["Backward", "Forward", "backward", "forward", "free_floats", "total_floats"]


@attrs.frozen(eq=False, repr=False)
class Forward:
    """How soon each task can begin and end.

    Args:
        starts: The earliest start.
        finishes: The earliest finish.
        ready: The least day after which what waits may begin, which may wait for a part only.
        via: The task that is waited for longest, -1 where none is waited for.
    """

    starts: list[Bounds]
    finishes: list[Bounds]
    ready: list[float]
    via: list[int]


@attrs.frozen(eq=False, repr=False)
class Backward:
    """How late each task may begin and end.

    Args:
        starts: The latest start.
        finishes: The latest finish.
        via: The task that can wait least for it, -1 where none waits with a limit.
    """

    starts: list[Bounds]
    finishes: list[Bounds]
    via: list[int]


def forward(network: Network) -> Forward:
    """Find how soon each task can end: not before what it waits for, its plan, its own times.

    Args:
        network: The tasks.

    Returns:
        Bounds for each; what is in a circle ends nobody knows when.
    """
    size = len(network.tasks)
    starts, finishes, via = [UNKNOWN] * size, [UNKNOWN] * size, [-1] * size
    ready = [-math.inf] * size
    for number in network.order:
        task = network.tasks[number]
        low, high = NO_START
        for other in network.before[number]:
            if ready[other] > low:
                low = ready[other]
                via[number] = other
            high = max(high, finishes[other][1])
        low, high = max(low, task.opens[0]), max(high, task.opens[1])
        starts[number] = low, high
        begins, soonest = task.stated.begins, low + task.least
        finishes[number] = max(soonest, begins[0]), max(_plus(high, task.most), begins[1])
        ready[number] = max(soonest, task.stated.ready)
    return Forward(starts, finishes, ready, via)


def backward(network: Network) -> Backward:
    """Find how late each task may end: by its own last day, and before what waits for it.

    Args:
        network: The tasks.

    Returns:
        Bounds for each; what is in a circle ends nobody knows when.
    """
    size = len(network.tasks)
    starts, finishes, via = [UNKNOWN] * size, [UNKNOWN] * size, [-1] * size
    for number in reversed(network.order):
        task = network.tasks[number]
        low, high = NONE_DUE
        for other in network.after[number]:
            start = starts[other]
            if start[1] < high:
                high = start[1]
                via[number] = other
            low = min(low, start[0])
        due = task.stated.due
        low, last = min(low, due[0]), min(high, due[1])
        # What waits for the first part sets no limit to the last one, but to the start it does.
        finishes[number] = low, due[1] if task.stated.staged else last
        starts[number] = (
            min(less(low, task.most), task.closes[0]),
            min(less(last, task.least), task.closes[1]),
        )
    return Backward(starts, finishes, via)


def total_floats(network: Network, soon: Forward, late: Backward) -> list[Bounds]:
    """How many days each task can be put off before something is late or begins too late.

    Args:
        network: The tasks.
        soon: What `forward` gave.
        late: What `backward` gave.

    Returns:
        Bounds for each, below zero where days are wanting.
    """
    found: list[Bounds] = []
    for number, task in enumerate(network.tasks):
        least = min(
            _minus(late.finishes[number][0], soon.finishes[number][1]),
            _minus(task.closes[0], soon.starts[number][1]),
        )
        most = min(
            _minus(late.finishes[number][1], soon.finishes[number][0]),
            _minus(task.closes[1], soon.starts[number][0]),
        )
        if task.stated.staged and late.via[number] >= 0:
            most = min(most, _minus(late.starts[late.via[number]][1], soon.ready[number]))
        found.append((least, most))
    return found


def free_floats(network: Network, soon: Forward, total: list[Bounds]) -> list[Bounds]:
    """How many days each task can be put off before anything else must be, or something is late.

    So it is never more than the total float. What only hands the order on, such as a report, does
    not count: the next actions behind it do. The bounds may be wider than they had to be, never
    narrower: where two things that are waited for rest on the same thing, they move together, and
    that is not followed up.

    Args:
        network: The tasks.
        soon: What `forward` gave.
        total: What `total_floats` gave.

    Returns:
        Bounds for each.
    """
    size = len(network.tasks)
    rest = [_two_latest(network, soon, number) for number in range(size)]
    next_low, others_high = [math.inf] * size, [math.inf] * size
    for number in reversed(network.order):
        for other in network.after[number]:
            if network.cyclic[other]:
                next_low[number], others_high[number] = -math.inf, math.inf
                break
            handing_on = not network.tasks[other].kind
            begin = next_low[other] if handing_on else soon.starts[other][0]
            next_low[number] = min(next_low[number], begin)
            bound = _without(rest[other], number)
            if handing_on:
                bound = max(bound, network.tasks[other].stated.begins[1], others_high[other])
            else:
                bound = max(bound, network.tasks[other].opens[1])
            others_high[number] = min(others_high[number], bound)
    found: list[Bounds] = []
    for number in range(size):
        if next_low[number] == math.inf or network.cyclic[number]:
            found.append(total[number])
            continue
        least, most = total[number]
        latest = soon.finishes[number][1]
        found.append(
            (
                min(least, max(0, _minus(next_low[number], latest))),
                min(most, max(0, _minus(others_high[number], soon.ready[number]))),
            )
        )
    return found


def _two_latest(network: Network, soon: Forward, number: int) -> tuple[float, int, float]:
    """Of what a task waits for: the latest finish, whose it is, and the latest of the others."""
    most, whose, second = -math.inf, -1, -math.inf
    for other in network.before[number]:
        finish = soon.finishes[other][1]
        if finish > most:
            most, whose, second = finish, other, most
        else:
            second = max(second, finish)
    return most, whose, second


def _without(rest: tuple[float, int, float], number: int) -> float:
    most, whose, second = rest
    return second if whose == number else most


def _plus(day: float, days: float) -> float:
    return days if math.isinf(days) else day + days


def _minus(day: float, other: float) -> float:
    """The days from one day to another; without a last day there is no end of them."""
    if math.isinf(day):
        return day
    return day - other
