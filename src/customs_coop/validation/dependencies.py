"""Rules about what rests on what: citations that stay open, and work that waits for itself.

They ask the graph, which is imported only where there is a link at all.
"""

from collections.abc import Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Dossier
from customs_coop.validation.linked import Linkage, has_links

__all__ = ["citations_are_clear", "work_can_be_put_in_order"]

# Of a large knot the first members are named.
_SHOWN = 12


def citations_are_clear(dossier: Dossier, linkage: Linkage | None = None) -> Iterator[Diagnostic]:
    """A code is unique only within its plan, so a citation may mean several actions or none."""
    if has_links(dossier):
        yield from (linkage or Linkage(dossier)).meant.report


def work_can_be_put_in_order(
    dossier: Dossier, linkage: Linkage | None = None
) -> Iterator[Diagnostic]:
    """Of actions that wait for each other none can begin.

    Two texts may well cite each other, so links that only cite do not count.
    """
    if not has_links(dossier) or not (linkage or Linkage(dossier)).is_cyclic:
        return
    from customs_coop.graph import WAITING, cycles, dependency_graph

    places = {
        f"{plan.id}/{action.code}": action.span
        for plan in reversed(dossier.plans)
        for action in reversed(plan.actions)
    }
    for cycle in cycles(dependency_graph(dossier), kinds=WAITING):
        names = [str(node) for node in cycle.nodes]
        shown = [*names[:_SHOWN], "..."] if len(names) > _SHOWN else names
        steps = "; ".join(map(str, cycle.steps[:_SHOWN]))
        more = len(cycle.members) - len(names)
        knot = f"; {more} more are caught in the same knot" if more else ""
        subject = next((name for name in names if name in places), names[0])
        yield diagnose(
            "CC509",
            f"waits for itself: {' -> '.join([*shown, names[0]])}{knot}; {steps}",
            subject=subject,
            span=places.get(subject),
            hint="correct or drop one of these links",
        )
