"""The answers for people: trees and lists, with the sentences and with marks for what is open."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from customs_coop.cli.graphs.taking import takers
from customs_coop.cli.tables import counted
from customs_coop.graph.steps import indent_of

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
    "chain_as_text",
    "chained",
    "coverage_as_text",
    "cycles_as_text",
    "impact_as_text",
    "lineage_as_text",
    "listed",
    "marked",
    "name_of",
    "orphans_as_text",
    "ranking_as_text",
    "titled",
    "told_step",
    "waves_as_text",
    "wrapped",
]

_WIDEST = 100
_LONGEST_TITLE = 80
_MARK = "[mention only]"
_GLUED = _MARK.replace(" ", "\xa0")  # while lines are broken


def wrapped(text: str, depth: int = 0) -> list[str]:
    """A text over several lines, where it is wider than the screen."""
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    first = indent_of(depth)
    lines = textwrap.wrap(
        text.replace(_MARK, _GLUED),
        max(width, len(first) + 40),
        initial_indent=first,
        subsequent_indent=" " * (len(first) - len(first.lstrip())) + "    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_GLUED, _MARK) for line in lines] or [first.rstrip()]


def name_of(graph: "nx.MultiDiGraph[Node]", node: "Node") -> str:
    """The label of a node; what is no action and no plan says what it is.

    A report and its recommendation may have one label, and what is printed can be asked for.
    """
    about = graph.nodes[node]
    kind, label = str(about["kind"]), str(about["label"])
    return label if kind in ("action", "plan") else f"{kind} {label}"


def marked(graph: "nx.MultiDiGraph[Node]", node: "Node") -> str:
    """The name of a node, with a mark where it is known by mention only."""
    about = graph.nodes[node]
    if about["candidates"]:
        return f"{name_of(graph, node)} [open: {' or '.join(about['candidates'])}]"
    return name_of(graph, node) + (f" {_MARK}" if about["mentioned"] else "")


def titled(graph: "nx.MultiDiGraph[Node]", node: "Node") -> str:
    """The marked name of a node and its title."""
    title = " ".join(str(graph.nodes[node]["title"]).split())
    return f"{marked(graph, node)}  {title}".rstrip()


def listed(graph: "nx.MultiDiGraph[Node]", nodes: "Iterable[Node]") -> str:
    """Nodes on one line."""
    return ", ".join(marked(graph, node) for node in nodes)


def told_step(graph: "nx.MultiDiGraph[Node]", step: "Step") -> str:
    """A step with its ends, its kind and its sentences."""
    return f"{marked(graph, step.earlier)} -> {marked(graph, step.later)} {step.reason}"


def chained(
    graph: "nx.MultiDiGraph[Node]", nodes: "Sequence[Node]", steps: "Iterable[Step]", end: str = ""
) -> list[str]:
    """A chain of things on one line, and the steps between them below it."""
    names = " -> ".join(name_of(graph, node) for node in nodes)
    lines = wrapped(names + end)
    for step in steps:
        lines += wrapped(told_step(graph, step), 1)
    return lines


def lineage_as_text(graph: "nx.MultiDiGraph[Node]", found: "Lineage") -> str:
    """What a thing comes from, as a tree: below each thing what comes before it."""
    lines = wrapped(titled(graph, found.node))
    if not found.steps:
        return "\n".join([*lines, "  nothing is known to come before it"])
    below: dict[Node, dict[Node, list[str]]] = {}
    for step in found.steps:
        below.setdefault(step.later, {}).setdefault(step.earlier, []).append(step.reason)
    return "\n".join(lines + _branches(graph, found.node, below))


def impact_as_text(graph: "nx.MultiDiGraph[Node]", found: "Impact") -> str:
    """What waits for a thing, as a tree: below each thing what comes after it."""
    lines = wrapped(titled(graph, found.node))
    if not found.steps:
        return "\n".join([*lines, "  nothing is known to wait for it"])
    below: dict[Node, dict[Node, list[str]]] = {}
    for step in found.steps:
        below.setdefault(step.earlier, {}).setdefault(step.later, []).append(step.reason)
    return "\n".join(lines + _branches(graph, found.node, below))


def _branches(
    graph: "nx.MultiDiGraph[Node]", root: "Node", below: "dict[Node, dict[Node, list[str]]]"
) -> list[str]:
    lines: list[str] = []
    told = {root}
    # What is still to be told; a stack, for a chain may be longer than calls can be nested.
    work = [(1, node, reasons) for node, reasons in reversed(below.get(root, {}).items())]
    while work:
        depth, node, reasons = work.pop()
        again = " (above)" if node in told and node in below else ""
        # What was told above needs no title again.
        name = marked(graph, node) if node in told else _entitled(graph, node)
        lines += wrapped(f"{name} {'; '.join(reasons)}{again}", depth)
        if node not in told:
            told.add(node)
            branches = reversed(below.get(node, {}).items())
            work += [(depth + 1, other, why) for other, why in branches]
    return lines


def _entitled(graph: "nx.MultiDiGraph[Node]", node: "Node") -> str:
    """The marked name of a node and its title, which is cut where it is long."""
    title = textwrap.shorten(str(graph.nodes[node]["title"]), _LONGEST_TITLE, placeholder=" ...")
    return f"{marked(graph, node)}  {title}".rstrip()


def chain_as_text(
    graph: "nx.MultiDiGraph[Node]", one: "Node", other: "Node", steps: "Sequence[Step]"
) -> str:
    """The chain between two things."""
    if not steps:
        first, second = name_of(graph, one), name_of(graph, other)
        if one == other:
            return f"both are {first}"
        return f"nothing leads from {first} to {second}, nor back"
    lines: list[str] = []
    for step in steps:
        lines += wrapped(told_step(graph, step))
    return "\n".join(lines)


def cycles_as_text(graph: "nx.MultiDiGraph[Node]", found: "Sequence[Cycle]") -> str:
    """Each circle, with the sentences that made it."""
    if not found:
        return "nothing waits for itself"
    lines: list[str] = []
    for cycle in found:
        lines += chained(graph, (*cycle.nodes, cycle.nodes[0]), cycle.steps)
        others = [node for node in cycle.members if node not in cycle.nodes]
        if others:
            lines += wrapped(f"caught in the same knot: {listed(graph, others)}", 1)
    return "\n".join(lines)


def waves_as_text(graph: "nx.MultiDiGraph[Node]", found: "Sequence[Wave]") -> str:
    """The waves, numbered from 1."""
    if not found:
        return "there are no actions"
    lines: list[str] = []
    for number, wave in enumerate(found, 1):
        lines += wrapped(f"{number}. {listed(graph, wave.nodes)}")
        if wave.cyclic:
            names = ", ".join(name_of(graph, node) for node in wave.cyclic)
            lines += wrapped(f"in a circle, so that none comes first: {names}", 2)
    return "\n".join(lines)


def coverage_as_text(graph: "nx.MultiDiGraph[Node]", found: "Coverage") -> str:
    """What became of the recommendations, and by whom they were taken up."""
    if not found.total:
        return str(found)
    lines: list[str] = []
    for part in found.parts:
        lines.append(found.told(part))
        for ref in part[1]:
            lines += wrapped(f"{graph.nodes[ref]['label']}  {graph.nodes[ref]['title']}", 1)
            for step in takers(graph, ref):
                by = marked(graph, step.later)
                if graph.nodes[step.later]["status"] == "obsolete":
                    by += " [obsolete]"
                if step.earlier != ref:
                    by += f", through {marked(graph, step.earlier)}"
                lines += wrapped(f"by {by} {step.reason}", 2)
    return "\n".join(lines)


def orphans_as_text(graph: "nx.MultiDiGraph[Node]", found: "Sequence[Node]") -> str:
    """The things without ties, one a line."""
    if not found:
        return "everything is tied to something"
    lines: list[str] = []
    for node in found:
        lines += wrapped(titled(graph, node))
    return "\n".join(lines)


def ranking_as_text(graph: "nx.MultiDiGraph[Node]", found: "Sequence[Dependence]") -> str:
    """The actions for which most others wait."""
    if not found:
        return "no action waits for another"
    lines: list[str] = []
    for one in found:
        waiting = f"{counted(one.direct, 'action')} directly, {one.all} in all"
        lines += wrapped(f"{marked(graph, one.node)}: {waiting}")
    return "\n".join(lines)
