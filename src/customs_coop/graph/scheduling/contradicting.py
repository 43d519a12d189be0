"""Times that do not go together: what is due before that for which it waits."""

import itertools
import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from customs_coop.graph.nodes import Node, label_of
from customs_coop.graph.scheduling.drivers import Driver, Trail
from customs_coop.graph.scheduling.intervals import Length, as_day
from customs_coop.graph.scheduling.network import Network, Task, network_of
from customs_coop.graph.scheduling.waiting import (
    Counted,
    Waits,
    counted_from_events,
    latest,
    longest,
    may_start,
    soonest,
)
from customs_coop.graph.steps import Step
from customs_coop.model import ActionPlan, ActionRef, Dossier

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Contradiction", "contradictions", "contradictions_in"]


@attrs.frozen(kw_only=True)
class Contradiction:
    """Something that cannot keep its time, or perhaps not.

    Args:
        rule: "order" where it is due before that for which it waits, "window" where it could only
            start after its plan has ended, "length" where it takes longer than it has, or may.
        item: What cannot keep its time.
        limit: The last day that it has: its own, or the one on which its plan ends.
        words: The words that set that day.
        awaited: That for which it waits and which is in the way; None where nothing is.
        awaited_day: The day on which that, or the plan, can be finished or begins at the earliest
            where this is certain; else the last day that it has. Where both hang on one event, the
            day that belongs to the last one of the event.
        awaited_words: The words that set that day.
        reached: The day on which the item can be finished, or can start, in consequence; None
            where it lies after the year 9999.
        certain: However the bounds are read it cannot keep its time; else it cannot where what it
            waits for takes all the time that it has.
        printed: Whether the awaited words stand in the dossier; else they are told of it.
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
    printed: bool = attrs.field(default=False, eq=False, repr=False)
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
            may = "cannot be finished before" if self.certain else "may last until"
            return (
                f"{name} is due by {self.limit} {words} and {may} {day}, "
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
        words = _quoted(self.awaited_words) if self.printed else self.awaited_words
        may = "cannot be finished before" if self.certain else "may last until"
        day = self.awaited_day or "the end of the calendar"
        return f"waits for {name}, which {may} {day} ({words})"


def contradictions(
    subject: Dossier | ActionPlan,
    *,
    graph: "nx.MultiDiGraph[Node] | None" = None,
    durations: Mapping[ActionRef | str, Length] | None = None,
) -> tuple[Contradiction, ...]:
    """Find what is due before that for which it waits.

    A contradiction is certain where no choice of days within the bounds lets a thing be
    finished by its last day and keeps the order, also where its last day hangs on the event for
    which it waits. It is possible where that for which it waits may take all the time that its own
    words, or the durations, give it, and the thing is then too late, though everything of which
    nobody says how long it takes is done at once. What may be late in this way makes late what
    waits for it. Both are told against the last day that a deadline can mean; of an action with
    several deadlines the last one is its own, and others may wait for the part that is done first.
    The same is asked of the day on which a plan ends, within which its actions start. What is
    completed or obsolete waits for nothing any more and keeps nothing waiting.

    Args:
        subject: A dossier or a bare plan; it is not changed.
        graph: Its graph, where `dependency_graph` made it before.
        durations: How many days actions take; see `schedule`. All others may take none.

    Returns:
        At most one for each action and event, in the order of the graph: the gravest one, and of
        what may be in its way the nearest. What waits for itself is judged only by that for which
        it waits outside of its circle, and only by what is certain; of the circle `cycles` tells.

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
    return contradictions_in(network_of(subject, graph=graph, durations=durations))


def contradictions_in(network: Network) -> tuple[Contradiction, ...]:
    """The same, where the network was made before."""
    if not any(_has_limit(task) for task in network.tasks):
        return ()
    soon = soonest(network)
    # The nearest that is in the way says most; what is late because of others comes after it.
    late = [latest(network, carried=False), latest(network, carried=True)]
    counted = {one.number: one for one in counted_from_events(network, soon)}
    found: dict[int, tuple[str, Waits | Counted]] = {}
    for number, task in enumerate(network.tasks):
        if not task.kind or task.closed:
            continue
        certain = _certainly(task, number, soon)
        if number in counted and certain in ("", "window"):
            found[number] = "order", counted[number]
        elif certain:
            found[number] = certain, soon
        elif not network.cyclic[number]:
            possible = _possibly(task, number, late)
            if possible is not None:
                found[number] = possible
    trails = {id(days): _trail(network, days) for days in (soon, *late)} if found else {}
    return tuple(
        [
            _counted(network, days)
            if isinstance(days, Counted)
            else _told(network, number, rule, days, certain=days is soon, trail=trails[id(days)])
            for number, (rule, days) in found.items()
        ]
    )


def _has_limit(task: Task) -> bool:
    """Whether it has any last day that it could miss."""
    return min(task.stated.due[1], task.closes[1]) < math.inf or task.stated.due_event != ""


def _certainly(task: Task, number: int, soon: Waits) -> str:
    """The gravest rule that a task certainly breaks."""
    wait = soon.waits[number]
    if max(wait, task.opens[0]) + task.least > task.stated.due[1]:
        return "order" if wait > task.opens[0] else "length"
    return "window" if wait > task.closes[1] else ""


def _possibly(task: Task, number: int, late: Iterable[Waits]) -> tuple[str, Waits] | None:
    """The gravest rule that it may break, and in which way of reading the times."""
    for days in late:
        wait = days.waits[number]
        start = may_start(task, wait)
        if start + longest(task) > task.stated.due[1]:
            return ("order" if start == wait else "length"), days
    for days in late:
        if days.waits[number] > task.closes[1]:
            return "window", days
    return None


def _told(
    network: Network, number: int, rule: str, days: Waits, *, certain: bool, trail: Trail
) -> Contradiction:
    task = network.tasks[number]
    root = number if rule == "length" else days.roots[days.via[number]]
    source = network.tasks[root]
    wait = days.waits[number]
    if certain:
        start, takes = max(wait, task.opens[0]), task.least
    else:
        start, takes = may_start(task, wait), longest(task)
    limit = task.closes[1] if rule == "window" else task.stated.due[1]
    day = days.finishes[root]
    words, printed = _reason(source, day, certain=certain)
    if rule == "length":
        day, words, printed = start, f"{source.plan} begins", False
        if not certain:
            words = f"it may take {_days(longest(task))} and {words}"
    return Contradiction(
        rule=rule,
        item=task.node,
        limit=date.fromordinal(int(limit)),  # it was passed, so it is a day
        words=f"the end of {task.plan}" if rule == "window" else task.stated.due_words,
        awaited=None if rule == "length" else source.node,
        awaited_day=as_day(day),
        awaited_words=words,
        reached=as_day(wait if rule == "window" else start + takes),
        certain=certain,
        printed=printed,
        number=number,
        trail=trail,
    )


def _reason(task: Task, finish: float, *, certain: bool) -> tuple[str, bool]:
    """What sets the day on which a task is finished, and whether these are printed words."""
    stated = task.stated
    if certain:
        if stated.ready == finish:
            return stated.ready_words, True
        return f"{task.plan} begins on {as_day(task.opens[0])}", False
    if task.kind and stated.due[1] == finish:
        return stated.due_words, True
    if stated.begins[1] == finish:
        return stated.first_words, True
    return f"it may take {_days(longest(task))}", False


def _days(number: float) -> str:
    return f"{int(number)} day" if number == 1 else f"{int(number)} days"


def _counted(network: Network, found: Counted) -> Contradiction:
    """What hangs on the same event as that for which it waits."""
    task, chain = network.tasks[found.number], found.chain
    drivers: list[Driver | None] = [
        Driver(kind="link", node=network.tasks[later].node, step=network.step(earlier, later))
        for earlier, later in itertools.pairwise(chain)
    ]
    return Contradiction(
        rule="order",
        item=task.node,
        limit=date.fromordinal(int(task.stated.due[1])),  # that of a day, or it were not told
        words=task.stated.due_words,
        awaited=network.tasks[chain[0]].node,
        awaited_day=found.awaited_day,
        awaited_words=f"both hang on {_quoted(found.words)} and move with it",
        reached=found.reached,
        certain=True,
        number=len(drivers) - 1,
        trail=Trail(drivers, list(range(-1, len(drivers) - 1))),
    )


def _trail(network: Network, days: Waits) -> Trail:
    """The links over which each task waits, back to what is in the way."""
    drivers: list[Driver | None] = [None] * len(network.tasks)
    nexts = [-1] * len(network.tasks)
    for number, via in enumerate(days.via):
        if via >= 0:
            node, step = network.tasks[number].node, network.step(via, number)
            drivers[number] = Driver(kind="link", node=node, step=step)
            if days.roots[via] != via:
                nexts[number] = via
    return Trail(drivers, nexts)


def _quoted(words: str) -> str:
    return f'"{" ".join(words.split())}"'
