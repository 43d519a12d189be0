"""What the note before a revised plan counts, against what the plan prints."""

from collections.abc import Sequence

from customs_coop.model import Action, ActionPlan, ActionRef, Code, LinkKind
from customs_coop.rollover.ledger.entries import Announced

__all__ = ["announced_of"]


def announced_of(plan: ActionPlan, gaps: Sequence[Code]) -> Announced | None:
    """What a plan tells of the version before its revision; None where it tells nothing.

    Args:
        plan: The plan.
        gaps: The codes that its numbering leaves out.

    Example:
        >>> from customs_coop.model import PlanRevision
        >>> revision = PlanRevision(actions=3, text="The plan contained three actions.")
        >>> plan = ActionPlan(id="AP1", title="", revision=revision)
        >>> str(announced_of(plan, ()))
        '3 announced; 0 printed; 3 unaccounted for'
    """
    revision = plan.revision
    if revision is None:
        return None
    aliases = {alias for action in plan.actions for alias in action.aliases}
    if aliases:
        aliases -= {action.code for action in plan.actions}
    return Announced(
        actions=revision.actions,
        printed=len(plan.actions),
        aliases=len(aliases),
        missing=len(gaps),
        parts=sum(_is_part(plan, action) for action in plan.actions if action.links),
        deleted_areas=revision.deleted_areas,
        text=revision.text,
    )


def _is_part(plan: ActionPlan, action: Action) -> bool:
    """Whether an action was split off from another one of the same plan."""
    return any(
        link.kind is LinkKind.SPLIT_FROM
        and isinstance(link.target, ActionRef)
        and link.target.plan == plan.id
        for link in action.links
    )
