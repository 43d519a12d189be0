"""What is to be put in time: the actions and events of a dossier, with their order and bounds."""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from customs_coop.errors import UnknownActionError
from customs_coop.graph.building import collected
from customs_coop.graph.components import circle_through, strong_components
from customs_coop.graph.describing import described
from customs_coop.graph.holdings import Holdings
from customs_coop.graph.nodes import Node, NodeKind, hands_on, kind_of, label_of, thing
from customs_coop.graph.ordering import WAITING, Cycle
from customs_coop.graph.resolution import Resolution, resolve
from customs_coop.graph.scheduling.intervals import Bounds, Days, Length, as_days
from customs_coop.graph.scheduling.times import (
    NO_START,
    NONE_DUE,
    UNKNOWN,
    Events,
    Stated,
    read_times,
)
from customs_coop.graph.steps import Step
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, LinkKind, PlanRef

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Network", "Task", "network_of"]

# The attributes of an edge are what the graph has: texts, truth values, lists of texts.
Link: TypeAlias = tuple[LinkKind, Mapping[str, Any]]
Edge: TypeAlias = tuple[int, int, Link]
Nodes: TypeAlias = list[tuple[Node, bool]]

_NOTHING = Stated()
_UNSTATED = Stated(begins=UNKNOWN, due=UNKNOWN)
_AWAITED = Stated(begins=UNKNOWN)
_ANY = Days(0)
_AT_ONCE = Days(0, 0)


@attrs.frozen(kw_only=True)
class Task:
    """One node of the graph as something that takes time, or only hands the order on.

    Args:
        node: The node.
        kind: "action", "event", or "" for what has no time of its own, such as a document.
        stated: What is stated of the day on which it is finished.
        opens: The first day on which it can begin: that of its plan.
        closes: The last day on which it can begin: that of its plan.
        takes: How long it takes.
        plan: The id of the plan whose window it has.
        notes: What else is to be said of its time.
        closed: Nothing remains to be done.
    """

    node: Node
    kind: str = ""
    stated: Stated = _NOTHING
    opens: Bounds = NO_START
    closes: Bounds = NONE_DUE
    takes: Days = _AT_ONCE
    plan: str = ""
    notes: tuple[str, ...] = ()
    closed: bool = False

    @property
    def most(self) -> float:
        """The most days that it takes."""
        return math.inf if self.takes.most is None else self.takes.most

    @property
    def least(self) -> float:
        """The least days that it takes."""
        return self.takes.least or 0


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Network:
    """Tasks by number, in the order of the graph, and which of them wait for which.

    Args:
        tasks: The tasks.
        before: For each the numbers of those for which it waits.
        after: For each the numbers of those that wait for it.
        order: The numbers of those that can be put in order, each before all that wait for it.
        cyclic: Whether a task is in a circle.
        knots: Those that are, in groups.
        links: The links by the numbers of both ends.
    """

    tasks: list[Task]
    before: list[list[int]]
    after: list[list[int]]
    order: list[int]
    cyclic: list[bool]
    knots: list[list[int]]
    links: dict[tuple[int, int], Link]

    def step(self, earlier: int, later: int) -> Step:
        """The link between two tasks, with its sentences."""
        kind, edge = self.links[earlier, later]
        return Step(
            earlier=self.tasks[earlier].node,
            later=self.tasks[later].node,
            kind=kind,
            evidence=tuple(edge["evidence"]),
            inferred=edge["inferred"],
        )

    def circle(self, knot: list[int]) -> Cycle:
        """A knot told as the shortest circle through its first member, as `cycles` does."""
        way = circle_through(knot[0], knot, self.after)
        steps = [self.step(one, other) for one, other in itertools.pairwise([*way, way[0]])]
        return Cycle(
            nodes=tuple([self.tasks[number].node for number in way]),
            steps=tuple(steps),
            members=tuple([self.tasks[number].node for number in knot]),
        )


def network_of(
    subject: Dossier | ActionPlan,
    *,
    graph: "nx.MultiDiGraph[Node] | None" = None,
    durations: Mapping[ActionRef | str, Length] | None = None,
    meant: Resolution | None = None,
) -> Network:
    """Make the tasks of a dossier.

    Args:
        subject: A dossier or a bare plan.
        graph: Its graph, where it was made before.
        durations: How many days actions take; any number from 0 on for all others.
        meant: What its links mean, where that was asked before.

    Raises:
        UnknownActionError: A duration is that of an action that the dossier does not hold.
        InvalidValueError: A duration is negative or reversed.
        TypeError: The subject is neither, or a duration has another form.

    Example:
        >>> from customs_coop.model import Action
        >>> plan = ActionPlan(id="P", title="", period="2004-01-01/2004-12-31",
        ...     actions=[Action(code="1", title="Train")])
        >>> [task.kind for task in network_of(plan, durations={"P/1": 30}).tasks]
        ['action', '']
    """
    dossier = Dossier.of(subject)
    lengths = _lengths(dossier, durations or {})
    if graph is None:
        meant = meant or resolve(dossier)
        timed = _held(dossier, lengths, meant.known)
        nodes, edges = _taken_apart(meant)
    else:
        timed = _held(dossier, lengths)
        nodes, edges = _of_graph(graph)
    tasks = [timed.get(node) or _carrier(node, mentioned=mentioned) for node, mentioned in nodes]
    after: list[list[int]] = [[] for _ in tasks]
    before: list[list[int]] = [[] for _ in tasks]
    links: dict[tuple[int, int], Link] = {}
    for earlier, later, link in edges:
        known = links.get((earlier, later))
        if known is None:
            after[earlier].append(later)
            before[later].append(earlier)
        if known is None or _weight(link) < _weight(known):
            links[earlier, later] = link
    groups = strong_components(after)
    cyclic = [False] * len(tasks)
    knots = sorted(group for group in groups if len(group) > 1)
    for number in itertools.chain.from_iterable(knots):
        cyclic[number] = True
    return Network(
        tasks=tasks,
        before=before,
        after=after,
        order=[group[0] for group in groups if len(group) == 1],
        cyclic=cyclic,
        knots=knots,
        links=links,
    )


def _of_graph(graph: "nx.MultiDiGraph[Node]") -> tuple[Nodes, Iterator[Edge]]:
    nodes = [(node, bool(about["mentioned"])) for node, about in graph.nodes(data=True)]
    return nodes, _edges_of(graph)


def _edges_of(graph: "nx.MultiDiGraph[Node]") -> Iterator[Edge]:
    # The same objects come again and again, and an identity takes long to hash.
    same = {id(node): number for number, node in enumerate(graph)}
    equal = {node: number for number, node in enumerate(graph)}
    passed = [hands_on(node) for node in graph]  # what leads to a party leads nowhere
    for earlier, (_, others) in enumerate(graph.adjacency()):
        for other, edges in others.items():
            later = same[id(other)] if id(other) in same else equal[other]
            for kind, edge in edges.items():
                if (
                    isinstance(kind, LinkKind)
                    and kind in WAITING
                    and passed[later]
                    and later != earlier
                ):
                    yield earlier, later, (kind, edge)


def _taken_apart(meant: Resolution) -> tuple[Nodes, Iterator[Edge]]:
    """What the graph of a dossier would have, without making it."""
    held = described(meant.known)
    found, _ = collected(meant, held)
    order = found.order()
    passed = [hands_on(node) for node in order]
    edges = (
        (earlier, later, (kind, edge))
        for earlier, later, kind, edge in found.edges(order)
        if kind in WAITING and passed[later] and earlier != later
    )
    return [(node, node not in held) for node in order], edges


def _weight(link: Link) -> tuple[bool, bool]:
    """Of several links between two nodes the one that says most is told, as `why` does."""
    _, edge = link
    return edge["inferred"], not edge["evidence"]


def _held(
    dossier: Dossier, lengths: Mapping[ActionRef, Days], known: Holdings | None = None
) -> dict[Node, Task]:
    """The tasks that have a time of their own; of two with one name the first."""
    events = Events.of(dossier.events)
    found: dict[Node, Task] = {}
    for event in dossier.events:
        node = thing(event.id, "event")
        if node not in found and event.when is not None:
            first, last = event.when.earliest, event.when.latest
            bounds = (
                -math.inf if first is None else first.toordinal(),
                math.inf if last is None else last.toordinal(),
            )
            stated = Stated(
                begins=bounds,
                due=bounds,
                first_words=event.title,
                due_words=event.title,
                ready=bounds[0],
                ready_words=event.title,
            )
            found[node] = Task(node=node, kind="event", stated=stated, opens=bounds)
    for plan in dossier.plans:
        window = _window(plan)
        for action in plan.actions:
            # An address that was made before is quicker than a new one.
            ref = known.action(plan.id, action.code.text) if known is not None else None
            ref = ref or ActionRef(plan.id, action.code)
            if ref not in found:
                takes = lengths.get(ref, _ANY)
                found[ref] = _task(plan, action, ref, window=window, events=events, takes=takes)
    return found


def _task(
    plan: ActionPlan,
    action: Action,
    ref: ActionRef,
    *,
    window: tuple[Bounds, Bounds],
    events: Events,
    takes: Days,
) -> Task:
    deadlines = action.all_deadlines
    stated = read_times(deadlines, events) if deadlines else _NOTHING
    opens, closes = window
    notes: tuple[str, ...] = ()
    elsewhere = _continued(plan, action) if action.links else ()
    if elsewhere:
        # It began before the plan did, so the rule on when it may begin says nothing.
        notes = (f"runs over several plans: it continues {', '.join(elsewhere)}",)
        closes = NONE_DUE
    if closes[1] < stated.due[1] < math.inf:
        notes = (f"may end after {plan.id}, in which it starts",)
    return Task(
        node=ref,
        kind="action",
        stated=stated,
        opens=opens,
        closes=closes,
        takes=takes,
        plan=plan.id,
        notes=notes,
        closed=action.status.closed,
    )


def _continued(plan: ActionPlan, action: Action) -> tuple[str, ...]:
    """The plans, and the actions of other plans, that an action says that it continues."""
    targets = [link.target for link in action.links if link.kind is LinkKind.CONTINUES]
    if not targets:
        return ()
    names = [
        label_of(target)
        for target in targets
        if (isinstance(target, PlanRef | ActionRef) and target.plan != plan.id)
    ]
    return tuple(dict.fromkeys(names))


def _window(plan: ActionPlan) -> tuple[Bounds, Bounds]:
    """The first and the last day on which an action of a plan can begin."""
    if plan.period is None:
        return UNKNOWN, UNKNOWN
    start, end = plan.period.start.toordinal(), plan.period.end.toordinal()
    return (start, start), (end, end)


def _carrier(node: Node, *, mentioned: bool) -> Task:
    """What the dossier gives no time for: awaited things may come at any time."""
    kind = kind_of(node)
    if kind is NodeKind.EVENT or (kind is NodeKind.ACTION and mentioned):
        return Task(node=node, stated=_UNSTATED)
    return Task(node=node, stated=_AWAITED if kind is NodeKind.OTHER else _NOTHING)


def _lengths(
    dossier: Dossier, durations: Mapping[ActionRef | str, Length]
) -> dict[ActionRef, Days]:
    found: dict[ActionRef, Days] = {}
    if durations:
        held = _names(dossier.plans)
        for name, length in durations.items():
            ref = held.get(str(name))
            if ref is None:
                raise UnknownActionError(f"the dossier has no action {str(name)!r}")
            found[ref] = as_days(length)
    return found


def _names(plans: Iterable[ActionPlan]) -> dict[str, ActionRef]:
    refs = [ActionRef(plan.id, action.code) for plan in plans for action in plan.actions]
    return {str(ref): ref for ref in refs}
