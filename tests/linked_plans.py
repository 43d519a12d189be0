"""Small dossiers for the tests of the graph."""

from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind, Target

__all__ = ["action", "link", "plan"]


def link(kind: LinkKind | str, target: Target | str, text: str = "") -> Link:
    """A link; a text as its target is the address of an action."""
    return Link(
        kind=LinkKind(kind),
        target=ActionRef.parse(target) if isinstance(target, str) else target,
        text=text,
    )


def action(code: str, *links: Link, title: str = "", aliases: tuple[str, ...] = ()) -> Action:
    """An action with links."""
    return Action(code=code, title=title, aliases=aliases, links=links)


def plan(
    name: str, *actions: Action, number: int | None = None, previous: tuple[str, ...] = ()
) -> ActionPlan:
    """A plan with actions."""
    return ActionPlan(id=name, title="", number=number, actions=actions, previous=previous)
