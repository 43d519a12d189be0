"""What the schedule says: when things can and must be finished, and what does not go together."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from customs_coop.cli.graphs.texts import chained, name_of, told_step, wrapped
from customs_coop.cli.graphs.values import as_json, cycle_of, steps_of, thing, things

if TYPE_CHECKING:
    import networkx as nx

    from customs_coop.cli.graphs.values import Value
    from customs_coop.dates import PartialDate
    from customs_coop.graph import Cycle, Node
    from customs_coop.graph.scheduling import (
        Contradiction,
        CriticalPath,
        Days,
        Driver,
        Move,
        Schedule,
        Slot,
        Unscheduled,
    )
    from customs_coop.model import ActionRef

__all__ = [
    "contradictions_as_json",
    "contradictions_as_text",
    "moves_as_json",
    "moves_as_text",
    "path_as_json",
    "path_as_text",
    "schedule_as_json",
    "schedule_as_text",
]


def schedule_as_text(
    graph: "nx.MultiDiGraph[Node]", found: "Schedule", node: "Node | None" = None
) -> str:
    """The slots, one after the other; of one action also what sets its dates."""
    slots, unscheduled = _chosen(found, node)
    lines: list[str] = []
    for slot in slots:
        lines += wrapped(str(slot))
        if node is not None:
            lines += _reasons(graph, "it cannot be finished sooner because of", slot.drivers)
            lines += _reasons(graph, "it may not be finished later because of", slot.limits)
    for cycle, actions in _by_cycle(unscheduled):
        names = ", ".join(name_of(graph, action) for action in actions)
        lines += wrapped(f"{names}: no time, because of a circle")
        circle = chained(graph, (*cycle.nodes, cycle.nodes[0]), cycle.steps)
        lines += [f"  {line}" for line in circle]
    return "\n".join(lines) or "there are no actions"


def schedule_as_json(
    graph: "nx.MultiDiGraph[Node]", found: "Schedule", node: "Node | None" = None
) -> str:
    """The slots and what has none; of one action also what sets its dates."""
    slots, unscheduled = _chosen(found, node)
    return as_json(
        {
            "slots": [_slot(graph, slot, reasons=node is not None) for slot in slots],
            "unscheduled": [
                {
                    "actions": things(graph, actions),
                    "cycle": cycle_of(graph, cycle),
                }
                for cycle, actions in _by_cycle(unscheduled)
            ],
        }
    )


def moves_as_text(moves: "Sequence[Move]") -> str:
    """What has moved, action by action."""
    lines = [line for move in moves for line in wrapped(str(move))]
    return "\n".join(lines) or "nothing has moved"


def moves_as_json(
    old: "nx.MultiDiGraph[Node]", new: "nx.MultiDiGraph[Node]", moves: "Iterable[Move]"
) -> str:
    """What has moved; a slot that is missing on one side is null there."""
    return as_json(
        [
            {
                "action": str(move.action),
                "old": None if move.old is None else _slot(old, move.old, reasons=False),
                "new": None if move.new is None else _slot(new, move.new, reasons=False),
            }
            for move in moves
        ]
    )


def path_as_text(graph: "nx.MultiDiGraph[Node]", found: "CriticalPath") -> str:
    """The chain with its sentences."""
    if not found.nodes:
        return str(found)
    end = f": slack {found.slack}"
    return "\n".join(chained(graph, found.nodes, found.steps, end))


def path_as_json(graph: "nx.MultiDiGraph[Node]", found: "CriticalPath") -> str:
    """The chain; without one, the lists are empty."""
    return as_json(
        {
            "nodes": things(graph, found.nodes),
            "steps": steps_of(graph, found.steps),
            "slack": _days(found.slack),
        }
    )


def contradictions_as_text(graph: "nx.MultiDiGraph[Node]", found: "Sequence[Contradiction]") -> str:
    """Each contradiction in a sentence, and the links that lead to it."""
    if not found:
        return "no deadline contradicts another"
    lines: list[str] = []
    for one in found:
        lines += wrapped(f"{'certain' if one.certain else 'possible'}: {one.text}")
        for step in one.steps:
            lines += wrapped(told_step(graph, step), 1)
    return "\n".join(lines)


def contradictions_as_json(graph: "nx.MultiDiGraph[Node]", found: "Iterable[Contradiction]") -> str:
    """The contradictions as a list."""
    return as_json(
        [
            {
                "rule": one.rule,
                "item": thing(graph, one.item),
                "limit": one.limit.isoformat(),
                "words": one.words,
                "awaited": None if one.awaited is None else thing(graph, one.awaited),
                "awaited_day": _day(one.awaited_day),
                "awaited_words": one.awaited_words,
                "reached": _day(one.reached),
                "certain": one.certain,
                "text": one.text,
                "steps": steps_of(graph, one.steps),
            }
            for one in found
        ]
    )


def _chosen(
    found: "Schedule", node: "Node | None"
) -> "tuple[Sequence[Slot], Sequence[Unscheduled]]":
    if node is None:
        return found.slots, found.unscheduled
    caught = [one for one in found.unscheduled if one.action == node]
    return ([], caught) if caught else ([found[str(node)]], [])


def _by_cycle(unscheduled: "Iterable[Unscheduled]") -> "list[tuple[Cycle, list[ActionRef]]]":
    """Each circle once, for a thousand actions may be caught in it."""
    found: dict[Node, tuple[Cycle, list[ActionRef]]] = {}
    for one in unscheduled:
        found.setdefault(one.cycle.nodes[0], (one.cycle, []))[1].append(one.action)
    return list(found.values())


def _reasons(graph: "nx.MultiDiGraph[Node]", head: str, drivers: "Sequence[Driver]") -> list[str]:
    if not drivers:
        return []
    lines = [f"  {head}"]
    for driver in drivers:
        step = driver.step
        told = str(driver) if step is None else f"{told_step(graph, step)}{driver.length}"
        lines += wrapped(told, 2)
    return lines


def _slot(graph: "nx.MultiDiGraph[Node]", slot: "Slot", *, reasons: bool) -> "Value":
    value: dict[str, Value] = {
        "action": thing(graph, slot.action),
        "earliest_finish": _moment(slot.earliest_finish),
        "latest_finish": _moment(slot.latest_finish),
        "slack": _days(slot.slack),
        "free": _days(slot.free),
        "critical": slot.critical,
        "notes": list(slot.notes),
    }
    if reasons:
        value["drivers"] = [_driver(graph, driver) for driver in slot.drivers]
        value["limits"] = [_driver(graph, driver) for driver in slot.limits]
    return value


def _driver(graph: "nx.MultiDiGraph[Node]", driver: "Driver") -> "Value":
    steps = [] if driver.step is None else steps_of(graph, [driver.step])
    return {
        "kind": driver.kind,
        "node": thing(graph, driver.node),
        "day": _day(driver.day),
        "text": driver.text,
        "step": steps[0] if steps else None,
        "duration": None if driver.duration is None else _days(driver.duration),
        "lasting": None if driver.lasting is None else thing(graph, driver.lasting),
    }


def _moment(moment: "PartialDate") -> "Value":
    return {"earliest": _day(moment.earliest), "latest": _day(moment.latest)}


def _days(days: "Days") -> "Value":
    return {"least": days.least, "most": days.most}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
