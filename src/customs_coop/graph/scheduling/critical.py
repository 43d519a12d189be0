"""The chain of actions that can least be put off."""

import itertools
import math
from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

import attrs

from customs_coop.graph.nodes import Node, label_of
from customs_coop.graph.scheduling.intervals import Days, Length, days_between
from customs_coop.graph.scheduling.network import Network, network_of
from customs_coop.graph.scheduling.passes import (
    Backward,
    Forward,
    backward,
    forward,
    total_floats,
)
from customs_coop.graph.steps import Step
from customs_coop.model import ActionPlan, ActionRef, Dossier

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["CriticalPath", "critical_path"]

_UNKNOWN = Days()


@attrs.frozen(kw_only=True)
class CriticalPath:
    """The chain with the least slack.

    Args:
        nodes: What is on it, from the earlier to the later.
        steps: The links between them, with their sentences.
        slack: The slack of the chain, in days.
    """

    nodes: tuple[Node, ...] = ()
    steps: tuple[Step, ...] = ()
    slack: Days = _UNKNOWN

    def __str__(self) -> str:
        if not self.nodes:
            return "nothing sets a limit"
        names = " -> ".join(map(label_of, self.nodes))
        return "\n".join([f"{names}: slack {self.slack}", *(f"  {step}" for step in self.steps)])


def critical_path(
    subject: Dossier | ActionPlan,
    *,
    graph: "nx.MultiDiGraph[Node] | None" = None,
    durations: Mapping[ActionRef | str, Length] | None = None,
) -> CriticalPath:
    """Find the chain of actions that can least be put off.

    It runs through the action that has the least slack at most, of equals the one with the least
    at least, then the first in the graph; backwards over what it waits for longest as long as that
    leaves no day between, and forwards over what limits it.

    Args:
        subject: A dossier or a bare plan; it is not changed.
        graph: Its graph, where `dependency_graph` made it before.
        durations: How many days actions take; see `schedule`.

    Returns:
        The chain; of one action where nothing is linked with it, empty where nothing has an end.

    Raises:
        UnknownActionError: A duration is that of an action that the dossier does not hold.
        InvalidValueError: A duration is negative, or its bounds are reversed.
        TypeError: The subject is neither, or a duration has another form.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> from customs_coop.model import Action, Link
        >>> link = Link(kind="awaits", target=ActionRef("P", "1"), text="await outcome of 1")
        >>> actions = [
        ...     Action(code="1", title="Study"),
        ...     Action(code="2", title="Act", deadlines=[parse_deadline("by 31.3.2004")],
        ...         links=[link]),
        ... ]
        >>> plan = ActionPlan(id="P", title="", period="2004-01-01/2004-12-31", actions=actions)
        >>> print(critical_path(plan, durations={"P/1": 60, "P/2": 14}))
        P/1 -> P/2: slack 16 days
          P/1 -> P/2 (awaits): "await outcome of 1"
    """
    network = network_of(subject, graph=graph, durations=durations)
    soon, late = forward(network), backward(network)
    total = total_floats(network, soon, late)
    candidates = [
        number
        for number, task in enumerate(network.tasks)
        if task.kind == "action" and not network.cyclic[number] and total[number][1] < math.inf
    ]
    if not candidates:
        return CriticalPath()
    # Of equals min takes the first one.
    start = min(candidates, key=lambda number: (total[number][1], total[number][0]))
    least = {number for number, bounds in enumerate(total) if bounds[1] == total[start][1]}
    numbers = [
        *_behind(network, soon, start, least)[::-1],
        start,
        *_ahead(network, late, start, least),
    ]
    return CriticalPath(
        nodes=tuple([network.tasks[number].node for number in numbers]),
        steps=tuple([network.step(one, other) for one, other in itertools.pairwise(numbers)]),
        slack=days_between(total[start]),
    )


def _behind(network: Network, soon: Forward, number: int, least: Container[int]) -> list[int]:
    """What a task waits for without a day between, the nearest first."""
    found: list[int] = []
    while True:
        task, other = network.tasks[number], soon.via[number]
        start, ready = soon.starts[number][0], soon.ready[number]
        if other not in least or start + task.least < ready or soon.ready[other] < start:
            return found
        found.append(other)
        number = other


def _ahead(network: Network, late: Backward, number: int, least: Container[int]) -> list[int]:
    """What limits a task, the nearest first."""
    found: list[int] = []
    while True:
        task, other = network.tasks[number], late.via[number]
        if other not in least or task.stated.due[1] < late.starts[other][1]:
            return found
        found.append(other)
        number = other
