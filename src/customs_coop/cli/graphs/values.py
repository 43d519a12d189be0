"""The answers as JSON: things as the graph describes them, steps with their sentences."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from customs_coop.cli.graphs.taking import takers

if TYPE_CHECKING:
    import networkx as nx

    from customs_coop.graph import (
        Coverage,
        Cycle,
        Dependence,
        Impact,
        Lineage,
        Node,
        Step,
        Wave,
    )

__all__ = [
    "Value",
    "as_json",
    "chain_as_json",
    "coverage_as_json",
    "cycle_of",
    "cycles_as_json",
    "impact_as_json",
    "lineage_as_json",
    "ranking_as_json",
    "steps_of",
    "thing",
    "things",
    "things_as_json",
    "waves_as_json",
]

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | bool | None"
"""What JSON can hold."""


def as_json(value: Value) -> str:
    """Write a value; the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def thing(graph: "nx.MultiDiGraph[Node]", node: "Node") -> Value:
    """A node with all that the graph says of it."""
    return dict(graph.nodes[node])


def things(graph: "nx.MultiDiGraph[Node]", nodes: "Iterable[Node]") -> list[Value]:
    """Nodes with all that the graph says of them."""
    return [thing(graph, node) for node in nodes]


def steps_of(graph: "nx.MultiDiGraph[Node]", steps: "Iterable[Step]") -> list[Value]:
    """Steps; their ends are told by kind and label, which together name one thing."""
    return [
        {
            "earlier": _end(graph, step.earlier),
            "later": _end(graph, step.later),
            "kind": step.kind.value,
            "evidence": list(step.evidence),
            "inferred": step.inferred,
            "depth": step.depth,
        }
        for step in steps
    ]


def lineage_as_json(graph: "nx.MultiDiGraph[Node]", found: "Lineage") -> str:
    """Write what a thing comes from."""
    return as_json(
        {
            "node": thing(graph, found.node),
            "sources": things(graph, found.sources),
            "steps": steps_of(graph, found.steps),
        }
    )


def impact_as_json(graph: "nx.MultiDiGraph[Node]", found: "Impact") -> str:
    """Write what waits for a thing."""
    return as_json(
        {
            "node": thing(graph, found.node),
            "dependents": things(graph, found.dependents),
            "steps": steps_of(graph, found.steps),
        }
    )


def chain_as_json(
    graph: "nx.MultiDiGraph[Node]", one: "Node", other: "Node", steps: "Sequence[Step]"
) -> str:
    """Write the chain between two things; without one, the list of steps is empty."""
    return as_json(
        {
            "one": thing(graph, one),
            "other": thing(graph, other),
            "steps": steps_of(graph, steps),
        }
    )


def cycle_of(graph: "nx.MultiDiGraph[Node]", cycle: "Cycle") -> Value:
    """One circle."""
    return {
        "nodes": things(graph, cycle.nodes),
        "steps": steps_of(graph, cycle.steps),
        "members": things(graph, cycle.members),
    }


def cycles_as_json(graph: "nx.MultiDiGraph[Node]", found: "Iterable[Cycle]") -> str:
    """Write the circles."""
    return as_json([cycle_of(graph, cycle) for cycle in found])


def waves_as_json(graph: "nx.MultiDiGraph[Node]", found: "Iterable[Wave]") -> str:
    """Write the waves."""
    return as_json(
        [
            {"nodes": things(graph, wave.nodes), "cyclic": things(graph, wave.cyclic)}
            for wave in found
        ]
    )


def coverage_as_json(graph: "nx.MultiDiGraph[Node]", found: "Coverage") -> str:
    """Write what became of the recommendations, each with the actions that took it up."""
    parts: dict[str, Value] = {
        name.replace(" ", "_"): [
            {"recommendation": thing(graph, ref), "by": steps_of(graph, takers(graph, ref))}
            for ref in refs
        ]
        for name, refs in found.parts
    }
    inferred = things(graph, found.inferred)
    return as_json({"total": found.total, "rate": found.rate, **parts, "inferred": inferred})


def things_as_json(graph: "nx.MultiDiGraph[Node]", nodes: "Iterable[Node]") -> str:
    """Write a list of things."""
    return as_json(things(graph, nodes))


def ranking_as_json(graph: "nx.MultiDiGraph[Node]", found: "Iterable[Dependence]") -> str:
    """Write the actions for which most others wait."""
    return as_json(
        [{"node": thing(graph, one.node), "direct": one.direct, "all": one.all} for one in found]
    )


def _end(graph: "nx.MultiDiGraph[Node]", node: "Node") -> Value:
    about = graph.nodes[node]
    return {"kind": about["kind"], "label": about["label"]}
