"""Times that do not go together: what is due before that for which it waits."""

import itertools
import math
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from customs_coop.graph.nodes import Node, label_of
from customs_coop.graph.scheduling.drivers import Driver, Trail
from customs_coop.graph.scheduling.intervals import Length, as_day
from customs_coop.graph.scheduling.network import Network, Task, network_of
from customs_coop.graph.steps import Step
from customs_coop.model import ActionPlan, ActionRef, Dossier

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Contradiction", "contradictions"]


@attrs.frozen(kw_only=True)
class Contradiction:
    """Something that cannot keep its time, or perhaps not.

    Args:
        rule: "order" where it is due before that for which it waits, "window" where it could only
            start after its plan has ended, "length" where it takes longer than it has.
        item: What cannot keep its time.
        limit: The last day that it has: its own, or the one on which its plan ends.
        words: The words that set that day.
        awaited: That for which it waits and which is in the way; None where nothing is.
        awaited_day: The day on which that, or the plan, can be finished or begins at the earliest
            where this is certain; else the last day that it has.
        awaited_words: The words that set that day.
        reached: The day on which the item can be finished, or can start, in consequence; None
            where it lies after the year 9999.
        certain: However the bounds are read it cannot keep its time; else it cannot where what it
            waits for takes all the time that it has.
        number: Its place in the trail.
        trail: The chain, shared by all contradictions.
    """

    rule: str
    item: Node
    limit: date
    words: str
    awaited: Node | None
    awaited_day: date | None
    awaited_words: str
    reached: date | None
    certain: bool
    number: int = attrs.field(default=-1, eq=False, repr=False)
    trail: Trail | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The links from what is in the way to the item, with their sentences."""
        return self.last_steps()

    @property
    def text(self) -> str:
        """The contradiction in one sentence, without the chain."""
        name, day = label_of(self.item), self.reached or "the end of the calendar"
        words = f"({_quoted(self.words)})" if self.rule != "window" else f"with {self.words}"
        if self.awaited is None:
            return (
                f"{name} is due by {self.limit} {words} and cannot be finished before {day}, "
                f"for {self.awaited_words} on {self.awaited_day}"
            )
        awaited = self._in_the_way(label_of(self.awaited))
        if self.rule == "window":
            may = "cannot" if self.certain else "may be unable to"
            end = f"the last day on which it should start is {self.limit}, {words}"
            return f"{name} {may} start before {day}, for it {awaited}; {end}"
        late = ""
        if day != self.awaited_day:
            late = f", so that it cannot be finished before {day}"
        return f"{name} is due by {self.limit} {words} and {awaited}{late}"

    def last_steps(self, most: int | None = None) -> tuple[Step, ...]:
        """The last links of the chain, next to the item; a chain may be very long.

        Args:
            most: How many; all where no number is given.
        """
        if self.trail is None or self.awaited is None:
            return ()
        found = itertools.islice(self.trail.walk(self.number), most)
        return tuple([one.step for one in found if one.step is not None][::-1])

    def __str__(self) -> str:
        mark = "certain" if self.certain else "possible"
        return "\n".join([f"{mark}: {self.text}", *(f"  {step}" for step in self.steps)])

    def _in_the_way(self, name: str) -> str:
        day, words = self.awaited_day, self.awaited_words
        if not self.certain:
            return f"waits for {name}, which may last until {day} ({_quoted(words)})"
        return f"waits for {name}, which cannot be finished before {day} ({words})"


@attrs.frozen(eq=False, repr=False)
class _Pass:
    """How long each task has to wait, in one way of reading the times.

    Args:
        finishes: The day on which each is finished; minus infinity where nothing is known.
        waits: The day on which all that it waits for is finished.
        via: What it waits for longest, -1 where for nothing.
        roots: The task that sets its finish in the end, which may be itself.
    """

    finishes: list[float]
    waits: list[float]
    via: list[int]
    roots: list[int]


def contradictions(
    subject: Dossier | ActionPlan,
    *,
    graph: "nx.MultiDiGraph[Node] | None" = None,
    durations: Mapping[ActionRef | str, Length] | None = None,
) -> tuple[Contradiction, ...]:
    """Find what is due before that for which it waits.

    A contradiction is certain where no choice of days within the bounds lets a thing be
    finished by its last day and keeps the order. It is possible where that for which it waits may
    take all the time that its own words give it, and the thing is then too late, though
    everything between takes its least time. Both are told against the last day that a deadline can
    mean. The same is asked of the day on which a plan ends, within which its actions start. What is
    completed or obsolete waits for nothing any more and keeps nothing waiting.

    Args:
        subject: A dossier or a bare plan; it is not changed.
        graph: Its graph, where `dependency_graph` made it before.
        durations: How many days actions take; see `schedule`. All others may take none.

    Returns:
        At most one for each action and event, in the order of the graph, the gravest one. What
        waits for itself has none; `cycles` tells of it.

    Raises:
        UnknownActionError: A duration is that of an action that the dossier does not hold.
        InvalidValueError: A duration is negative, or its bounds are reversed.
        TypeError: The subject is neither, or a duration has another form.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> from customs_coop.model import Action, Link
        >>> def plan(study):
        ...     link = Link(kind="awaits", target=ActionRef("P", "1"), text="await outcome of 1")
        ...     act = parse_deadline("by 31.3.2004")
        ...     actions = [
        ...         Action(code="1", title="Study", deadlines=[parse_deadline(study)]),
        ...         Action(code="2", title="Act", deadlines=[act], links=[link]),
        ...     ]
        ...     return ActionPlan(id="P", title="", period="2004-01-01/2004-12-31", actions=actions)
        >>> found, = contradictions(plan("by 30.6.2004"))
        >>> str(found.item), str(found.limit), str(found.awaited), str(found.awaited_day)
        ('P/2', '2004-03-31', 'P/1', '2004-06-30')
        >>> found.certain, contradictions(plan("second half of 2004"))[0].certain
        (False, True)
        >>> contradictions(plan("January 2004"))
        ()
    """
    network = network_of(subject, graph=graph, durations=durations)
    soonest, latest = _soonest(network), _latest(network)
    found: list[tuple[int, str, bool]] = []
    for number in sorted(network.order):
        task = network.tasks[number]
        if task.kind and not task.closed:
            rule = _broken(task, number, soonest, latest)
            if rule is not None:
                found.append((number, *rule))
    if not found:
        return ()
    trails = {True: _trail(network, soonest), False: _trail(network, latest)}
    told = [
        _told(network, number, rule, soonest if certain else latest, certain=certain)
        for number, rule, certain in found
    ]
    return tuple([attrs.evolve(one, trail=trails[one.certain]) for one in told])


def _broken(task: Task, number: int, soonest: _Pass, latest: _Pass) -> tuple[str, bool] | None:
    """The gravest rule that a task breaks, and whether it certainly does."""
    due, closes = task.stated.due[1], task.closes[1]
    if soonest.finishes[number] > due:
        return ("length" if soonest.roots[number] == number else "order"), True
    if soonest.waits[number] > closes:
        return "window", True
    if latest.waits[number] + task.least > due:
        return "order", False
    if latest.waits[number] > closes:
        return "window", False
    return None


def _soonest(network: Network) -> _Pass:
    """How soon each task can be finished, whatever its last day."""
    size = len(network.tasks)
    found = _Pass([-math.inf] * size, [-math.inf] * size, [-1] * size, list(range(size)))
    for number in network.order:
        task = network.tasks[number]
        if task.closed:
            continue
        wait, via = _longest(network, found, number)
        found.waits[number] = wait
        finish = max(wait, task.opens[0]) + task.least
        begins = task.stated.begins[0]
        found.finishes[number] = max(finish, begins)
        found.via[number] = via
        if wait > task.opens[0] and finish > begins:
            found.roots[number] = found.roots[via]
    return found


def _latest(network: Network) -> _Pass:
    """How long each task may last where all take the time that their words give them.

    What has no last day of its own is finished as soon as it can be after that.
    """
    size = len(network.tasks)
    found = _Pass([-math.inf] * size, [-math.inf] * size, [-1] * size, list(range(size)))
    for number in network.order:
        task = network.tasks[number]
        if task.closed:
            continue
        wait, via = _longest(network, found, number)
        found.waits[number] = wait
        found.via[number] = via
        if _is_dated(task):
            found.finishes[number] = task.stated.due[1]
        elif via >= 0:
            found.finishes[number] = wait + task.least
            found.roots[number] = found.roots[via]
    return found


def _longest(network: Network, known: _Pass, number: int) -> tuple[float, int]:
    """The latest finish among what a task waits for, and whose it is; of equals the first."""
    most, via = -math.inf, -1
    for other in network.before[number]:
        if known.finishes[other] > most:
            most, via = known.finishes[other], other
    return most, via


def _is_dated(task: Task) -> bool:
    return bool(task.kind) and task.stated.due[1] < math.inf


def _told(network: Network, number: int, rule: str, days: _Pass, *, certain: bool) -> Contradiction:
    task = network.tasks[number]
    root = number if rule == "length" else days.roots[days.via[number]]
    source = network.tasks[root]
    start = days.waits[number]
    reached = start if rule == "window" else max(days.finishes[number], start + task.least)
    limit = task.closes[1] if rule == "window" else task.stated.due[1]
    day, words = source.stated.due[1], source.stated.due_words
    if certain:
        day, words = days.finishes[root], _reason(source, days.finishes[root])
    return Contradiction(
        rule=rule,
        item=task.node,
        limit=date.fromordinal(int(limit)),  # it was passed, so it is a day
        words=f"the end of {task.plan}" if rule == "window" else task.stated.due_words,
        awaited=None if rule == "length" else source.node,
        awaited_day=as_day(source.opens[0] if rule == "length" else day),
        awaited_words=f"{source.plan} begins" if rule == "length" else words,
        reached=as_day(reached),
        certain=certain,
        number=number,
    )


def _reason(task: Task, finish: float) -> str:
    if task.stated.begins[0] == finish:
        return _quoted(task.stated.first_words)
    return f"{task.plan} begins on {as_day(task.opens[0])}"


def _trail(network: Network, days: _Pass) -> Trail:
    """The links over which each task waits, back to what is in the way."""
    drivers: list[Driver | None] = [None] * len(network.tasks)
    nexts = [-1] * len(network.tasks)
    for number in network.order:
        via = days.via[number]
        if via >= 0:
            node, step = network.tasks[number].node, network.step(via, number)
            drivers[number] = Driver(kind="link", node=node, step=step)
            if days.roots[via] != via:
                nexts[number] = via
    return Trail(drivers, nexts)


def _quoted(words: str) -> str:
    return f'"{" ".join(words.split())}"'
