"""From what a user names to the node of the graph."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import networkx as nx

    from customs_coop.graph import Node

__all__ = ["held_action", "node_of"]


def node_of(graph: "nx.MultiDiGraph[Node]", text: str, parameter: str) -> "Node":
    """The thing that a user names.

    Raises:
        click.BadParameter: The graph has no such thing, or several.
    """
    from customs_coop.graph import find_node

    try:
        return find_node(graph, text)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint=parameter) from None


def held_action(graph: "nx.MultiDiGraph[Node]", text: str, parameter: str) -> "Node":
    """The action that a user names, where its plan is at hand.

    Raises:
        click.BadParameter: It is no action, or known by mention only.
    """
    node = node_of(graph, text, parameter)
    about = graph.nodes[node]
    if about["kind"] != "action":
        raise click.BadParameter(f"{text!r} is no action", param_hint=parameter)
    if about["mentioned"]:
        raise click.BadParameter(f"{text!r} is known by mention only", param_hint=parameter)
    return node
