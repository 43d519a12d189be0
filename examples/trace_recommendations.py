"""List who took up each recommendation, and what each action of a plan comes from.

    python examples/trace_recommendations.py AP5 plan.txt earlier.json

The first argument names the plan. The files after it are read and asked as one dossier; without
any it is the bundled one, and without a plan its last one.
"""

import sys

import customs_coop as cc
from customs_coop.graph import lineage
from customs_coop.model import join_dossiers


def main(arguments: list[str]) -> None:
    """Make the graph, and print both lists."""
    name, *files = arguments or [""]
    dossier = join_dossiers(map(cc.load, files)) if files else cc.bundled_dossier()
    plan = dossier.plan_by_id(name) if name else dossier.plans[-1]
    graph = cc.dependency_graph(dossier)

    print("Recommendations, and who took them up")
    for recommendation in dossier.recommendations:
        print(f"{recommendation.id}: {recommendation.text}")
        node = cc.RecommendationRef(recommendation.id)
        for _, taker, kind, edge in graph.out_edges(node, keys=True, data=True):
            if kind is cc.LinkKind.TAKES_UP:
                print(f'  {taker}: "{"; ".join(edge["evidence"])}"')

    print(f"\n{plan.title}, and where its actions come from")
    for action in plan:
        ref = plan.ref(action)
        print(f"{ref}: {action.title}")
        for source in lineage(graph, ref).sources:
            known = graph.nodes[source]["title"] or "known by mention only"
            print(f"  {source}: {known}")


if __name__ == "__main__":
    main(sys.argv[1:])
