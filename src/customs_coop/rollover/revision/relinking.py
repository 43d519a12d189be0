"""Links inside a plan after rows were merged, split or deleted."""

from collections.abc import Mapping, Sequence

from customs_coop.model import Action, ActionPlan, ActionRef, Link, Named
from customs_coop.model.link import Target
from customs_coop.references import ActionCitation
from customs_coop.rollover.relinking import HISTORY

__all__ = ["code_in", "followed"]


def code_in(plan: ActionPlan, target: Target) -> str | None:
    """The code that a target names in a plan; None where it is something else.

    A citation without its plan means the plan that prints it.
    """
    if isinstance(target, ActionRef):
        return target.code.text if target.plan == plan.id else None
    if isinstance(target, ActionCitation) and target.plan in {None, plan.number}:
        return target.code
    return None


def followed(
    action: Action,
    *,
    here: ActionRef,
    plan: ActionPlan,
    positions: Mapping[str, int],
    successors: Mapping[int, Sequence[ActionRef]],
    survives: bool = False,
) -> tuple[Link, ...]:
    """The links of a row, those that pointed at what has moved following it.

    Codes stay in a revision, so only links to what was merged, split or deleted are touched. A
    link between two rows that are one now has nothing left to point at. One to a deleted row
    keeps its code and title as a name: the plan has no such address any more. What is cited as
    "action 7.3" follows as well.

    Args:
        action: The row.
        here: Its address.
        plan: The plan before its revision.
        positions: The positions of its actions, by code and alias.
        successors: Where the moved actions are now, by position; nowhere, where they are gone.
        survives: Other rows were merged into this one, and brought their links to it with them.

    Returns:
        The links, none of them twice.
    """
    if not successors or not action.links:
        return action.links
    found: dict[Link, None] = {}
    touched = False
    itself = positions.get(here.code.text) if survives else None
    own = () if itself is None else plan.actions[itself].links
    for link in action.links:
        code = code_in(plan, link.target)
        place = None if code is None else positions.get(code)
        if place is not None and place == itself and link.kind not in HISTORY and link not in own:
            touched = True
            continue
        if code is None or place is None or place not in successors:
            found[link] = None
            continue
        there = successors[place]
        if not there:
            touched = True
            title = " ".join(plan.actions[place].title.split())
            name = Named(f"{plan.id}/{code} {title}".rstrip(), "deleted action")
            found[_at(link, name)] = None
        elif link.kind in HISTORY:
            found[link] = None  # the former code is an alias, so the address still leads there
        elif [ref.code.text for ref in there] == [code]:
            found[link] = None  # it stays where it is, however it is cited
        else:
            touched = True
            for ref in there:
                if ref != here:
                    found[_at(link, ref)] = None
    return tuple(found) if touched else action.links


def _at(link: Link, target: ActionRef | Named) -> Link:
    return Link(kind=link.kind, target=target, text=link.text, inferred=link.inferred)
