"""What is said of each node: its kind, label and title, and whether the dossier holds it."""

from collections.abc import Iterable
from typing import TypedDict

from customs_coop.graph.duplicates import arranged
from customs_coop.graph.holdings import Holdings
from customs_coop.graph.nodes import (
    Node,
    kind_of,
    label_of,
    party,
    recommendation,
    thing,
)
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Event,
    PartyRef,
    PlanRef,
    Strategy,
    known_body,
)

__all__ = ["NodeAttributes", "described", "mentioned"]


class NodeAttributes(TypedDict):
    """What hangs on a node; nothing that JSON does not have."""

    kind: str
    label: str
    title: str
    mentioned: bool
    plan: str
    status: str
    candidates: list[str]


def described(known: Holdings) -> dict[Node, NodeAttributes]:
    """What a dossier holds, each with what is known of it.

    Of several with one name the first is told, by what is in them and not by where they stand.

    Args:
        known: The dossier, made ready.

    Returns:
        Actions, plans, recommendations, documents, strategies and events. Parties are left to
        `mentioned`, for they stand in the graph only where something is linked with them.
    """
    dossier = known.dossier
    found: dict[Node, NodeAttributes] = {}
    for plan, actions in known.rows:
        found.setdefault(PlanRef(plan.id), _attributes("plan", plan.id, plan.title, plan=plan.id))
        _describe_actions(found, plan, actions, known)
    for item in known.recommendations:
        ref = recommendation(item.id)
        if ref not in found:
            found[ref] = _attributes(
                "recommendation", label_of(ref), item.text, status=item.status.value
            )
    for document in known.documents:
        reference = document.reference
        if reference not in found:
            kind = kind_of(reference).value
            found[reference] = _attributes(kind, label_of(reference), document.title)
    for strategy in arranged(dossier.strategies, _id_of, _title_of):
        node = thing(strategy.id, "strategy")
        found.setdefault(node, _attributes("strategy", node.text, strategy.title))
    for event in arranged(dossier.events, _id_of, _title_of):
        node = thing(event.id, "event")
        found.setdefault(node, _attributes("event", node.text, event.title))
    return found


def _id_of(one: Strategy | Event) -> str:
    return one.id.strip()


def _title_of(one: Strategy | Event) -> str:
    return one.title


def _describe_actions(
    found: dict[Node, NodeAttributes],
    plan: ActionPlan,
    actions: Iterable[Action],
    known: Holdings,
) -> None:
    for action in actions:
        ref = known.action(plan.id, action.code.text)
        if ref is not None and ref not in found:
            found[ref] = {
                "kind": "action",
                "label": f"{plan.id}/{action.code.text}",
                "title": action.title,
                "mentioned": False,
                "plan": plan.id,
                "status": action.status.value,
                "candidates": [],
            }


def mentioned(node: Node, candidates: tuple[str, ...], bodies: dict[Node, str]) -> NodeAttributes:
    """What is known of a node that only a link or a field names.

    Args:
        node: The node.
        candidates: What it could mean, for a citation whose meaning is open.
        bodies: The names of the parties of the dossier.

    Returns:
        Its attributes; a known body is no mere mention.
    """
    title = ""
    held = False
    if isinstance(node, PartyRef):
        body = known_body(node.party)
        if node in bodies:
            title, held = bodies[node], True
        elif body is not None and body.id == node.party:
            title, held = body.name, True
    plan = node.plan if isinstance(node, ActionRef | PlanRef) else ""
    found = _attributes(kind_of(node).value, label_of(node), title, plan=plan)
    found["mentioned"] = not held
    found["candidates"] = list(candidates)
    return found


def bodies_of(dossier: Dossier) -> dict[Node, str]:
    """The names of the parties of a dossier."""
    bodies = arranged(dossier.parties, lambda one: one.id.strip(), lambda one: one.name)
    return {party(body.id): body.name for body in reversed(bodies)}


def _attributes(
    kind: str, label: str, title: str, *, plan: str = "", status: str = ""
) -> NodeAttributes:
    return {
        "kind": kind,
        "label": label,
        "title": title,
        "mentioned": False,
        "plan": plan,
        "status": status,
        "candidates": [],
    }
