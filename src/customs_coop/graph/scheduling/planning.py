"""Putting the actions of a dossier in time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from customs_coop.collector import collector_paused
from customs_coop.graph.nodes import Node, label_of
from customs_coop.graph.ordering import Cycle
from customs_coop.graph.scheduling.drivers import what_drives, what_limits
from customs_coop.graph.scheduling.intervals import (
    Bounds,
    Length,
    as_moment,
    days_between,
)
from customs_coop.graph.scheduling.network import Network, network_of
from customs_coop.graph.scheduling.passes import (
    backward,
    forward,
    free_floats,
    total_floats,
)
from customs_coop.graph.scheduling.slots import Schedule, Slot, Unscheduled
from customs_coop.model import ActionPlan, ActionRef, Dossier

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["schedule"]


@collector_paused()
def schedule(
    subject: Dossier | ActionPlan,
    *,
    graph: "nx.MultiDiGraph[Node] | None" = None,
    durations: Mapping[ActionRef | str, Length] | None = None,
) -> Schedule:
    """Tell for each action when it can be finished, when it has to be, and what is left between.

    An action begins when all for which it waits is finished, on the same day at the earliest, and
    within the period of its plan; it may end after that. It is finished by the last of its
    deadlines and not before the first day that one of them names; of several deadlines each is
    that of a part, and what waits may wait for the first part only. What only cites, or goes
    beside, is no order. How far an action has got is not asked, and there is no today.

    Every input is read as bounds, and the results are bounds as well: they hold however long
    the actions take and wherever imprecise days fall. Each imprecise time is read on its own, also
    where two hang on the same event.

    Source: the critical path method (J. Kelley and M. Walker, 1959), on intervals.

    Args:
        subject: A dossier or a bare plan; it is not changed.
        graph: Its graph, where `dependency_graph` made it before.
        durations: How many days actions take from their first to their last day: a number, the
            least and the most (None: no telling), or `Days`. No plan states that, so for all
            others any number from 0 on is reckoned with.

    Returns:
        A slot for each action; those that wait for themselves are told with their circle.

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
        ...     Action(code="2", title="Act", deadlines=[parse_deadline("early 1998")],
        ...         links=[link]),
        ... ]
        >>> plan = ActionPlan(id="P", title="", period="1997-07-01/1998-12-31", actions=actions)
        >>> found = schedule(plan, durations={"P/1": (60, 90), "P/2": 14})
        >>> for slot in found:
        ...     print(slot.action, slot.earliest_finish, slot.latest_finish, slot.slack)
        P/1 1997-08-30/1997-09-29 1997-12-18/1998-04-16 80 to 229 days
        P/2 1998-01-01 1998-01-01/1998-04-30 0 to 119 days
        >>> for reason in found["P/1"].limits:
        ...     print(reason)
        P/1 -> P/2 (awaits): "await outcome of 1"
        P/2: "early 1998" (1998-04-30); P/2 takes 14 days
    """
    network = network_of(subject, graph=graph, durations=durations)
    soon, late = forward(network), backward(network)
    total = total_floats(network, soon, late)
    free = free_floats(network, soon, total)
    early_trail, late_trail = what_drives(network, soon), what_limits(network, late)
    caught = _behind_circles(network)
    slots: list[Slot] = []
    for number, task in enumerate(network.tasks):
        node = task.node
        if task.kind != "action" or network.cyclic[number] or not isinstance(node, ActionRef):
            continue
        slots.append(
            Slot(
                action=node,
                earliest_finish=as_moment(soon.finishes[number]),
                latest_finish=as_moment(late.finishes[number]),
                slack=days_between(total[number]),
                free=days_between(free[number]),
                critical=_critical(total[number]),
                notes=(*task.notes, *_caught(network, caught.get(number))),
                number=number,
                early=early_trail,
                late=late_trail,
            )
        )
    return Schedule(slots=tuple(slots), unscheduled=_unscheduled(network))


def _behind_circles(network: Network) -> dict[int, int]:
    """For each task that waits for a circle, directly or not, a task of that circle."""
    found: dict[int, int] = {}
    for number in network.order:
        for other in network.before[number]:
            origin = other if network.cyclic[other] else found.get(other)
            if origin is not None:
                found[number] = origin
                break
    return found


def _caught(network: Network, origin: int | None) -> tuple[str, ...]:
    if origin is None:
        return ()
    name = label_of(network.tasks[origin].node)
    return (f"waits for {name}, which waits for itself and has no time",)


def _critical(slack: Bounds) -> str:
    least, most = slack
    if most <= 0:
        return "certainly"
    return "possibly" if least <= 0 else "no"


def _unscheduled(network: Network) -> tuple[Unscheduled, ...]:
    circles: dict[int, Cycle] = {}
    for knot in network.knots:
        circles.update(dict.fromkeys(knot, network.circle(knot)))
    return tuple(
        [
            Unscheduled(action=task.node, cycle=circles[number])
            for number, task in enumerate(network.tasks)
            if number in circles and task.kind and isinstance(task.node, ActionRef)
        ]
    )
