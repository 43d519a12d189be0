"""What is asked of links: the graph, its order and its circles."""

import attrs
from measuring import Pair
from plans import large_dossier

import customs_coop as cc

__all__ = ["graph_build", "graph_cycles", "graph_lineage", "graph_schedule", "graph_sort"]

GRAPH = (100_000, 400_000)


def graph_build() -> Pair:
    """Make the graph, against plain networkx with the same nodes, edges and attributes (P8)."""
    import networkx as nx

    dossier = large_dossier(*GRAPH)
    made = cc.dependency_graph(dossier)
    nodes = list(made.nodes(data=True))
    edges = list(made.edges(keys=True, data=True))

    def plain() -> object:
        graph: nx.MultiDiGraph[object] = nx.MultiDiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)  # type: ignore[arg-type]  # the stubs know no keys
        return graph

    return lambda: cc.dependency_graph(dossier), plain


def graph_sort() -> Pair:
    """Put the actions into waves, against the topological generations of networkx (P8)."""
    import networkx as nx

    from customs_coop.graph import waves

    graph = cc.dependency_graph(large_dossier(*GRAPH))
    return lambda: waves(graph), lambda: list(nx.topological_generations(graph))


def graph_schedule() -> Pair:
    """Put the actions in time, against a pass forward and one backward over networkx."""
    import networkx as nx

    from customs_coop.graph import schedule

    dossier = large_dossier(*GRAPH)
    period = cc.Period.parse("1997-07-01/1998-12-31")
    plans = [attrs.evolve(plan, period=period) for plan in dossier.plans]
    dossier = attrs.evolve(dossier, plans=plans)
    graph = cc.dependency_graph(dossier)

    def passes() -> object:
        order = list(nx.topological_sort(graph))
        soon: dict[object, int] = {}
        late: dict[object, int] = {}
        for node in order:
            soon[node] = max((soon[one] for one in graph.predecessors(node)), default=0) + 1
        for node in reversed(order):
            late[node] = min((late[one] for one in graph.successors(node)), default=0) - 1
        return soon, late

    return lambda: schedule(dossier, graph=graph), passes


def graph_cycles() -> Pair:
    """Look for circles where there are none, against the components of networkx."""
    import networkx as nx

    from customs_coop.graph import cycles

    graph = cc.dependency_graph(large_dossier(*GRAPH))
    return lambda: cycles(graph), lambda: list(nx.strongly_connected_components(graph))


def graph_lineage() -> Pair:
    """Find all that comes before the last actions, against `networkx.ancestors` (P8)."""
    import networkx as nx

    from customs_coop.graph import prerequisites

    graph = cc.dependency_graph(large_dossier(*GRAPH))
    last = [node for node in graph if isinstance(node, cc.ActionRef)][-3:]
    return (
        lambda: [prerequisites(graph, node) for node in last],
        lambda: [nx.ancestors(graph, node) for node in last],
    )
