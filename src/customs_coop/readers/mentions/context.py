"""What is known of the plan whose text is read, and which action a printed code means there."""

from collections.abc import Collection, Iterable

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, Code, Link, Target
from customs_coop.references import ActionCitation

__all__ = ["PlanContext", "action_target", "code_target", "without_own"]


@attrs.frozen
class PlanContext:
    """What has to be known of a plan to tell its own codes from those of other plans.

    Args:
        plan: Its id.
        number: Its ordinal, or None.
        codes: The codes of its actions.
    """

    plan: str
    number: int | None = None
    codes: Collection[str] = ()


def action_target(citation: ActionCitation, context: PlanContext) -> Target:
    """What a citation points at: an action of the plan itself, or the citation as it stands.

    Without the name of a plan the code means this plan only where this plan has it; codes are
    unique only within a plan, and which other one is meant nobody says.

    Example:
        >>> context = PlanContext("AP5", 5, ("5.1",))
        >>> str(action_target(ActionCitation(None, "5.1"), context))
        'AP5/5.1'
        >>> str(action_target(ActionCitation(None, "3.6"), context))
        'Action 3.6'
    """
    own_plan = citation.plan is not None and citation.plan == context.number
    if own_plan or (citation.plan is None and citation.code in context.codes):
        try:
            return ActionRef(context.plan, Code(citation.code))
        except InvalidValueError:
            return citation
    return citation


def code_target(code: str, context: PlanContext) -> Target:
    """What a bare code points at: this plan, unless its first figure heads no code of it.

    A deleted row leaves its code behind, as in "also looking at 8.4"; but in a plan whose codes
    all begin with 5, "4.10" is of another one.

    Example:
        >>> str(code_target("8.4", PlanContext("AP1", 1, ("8.2", "8.3"))))
        'AP1/8.4'
        >>> str(code_target("4.10", PlanContext("AP5", 5, ("5.1", "5.2"))))
        'Action 4.10'
    """
    if code in context.codes or "." not in code or not code[0].isdecimal():
        return ActionRef(context.plan, Code(code))
    head, _, _ = code.partition(".")
    if not context.codes or any(own.partition(".")[0] == head for own in context.codes):
        return ActionRef(context.plan, Code(code))
    try:
        return ActionCitation(None, code)
    except ValueError:  # a code of a form that no citation has
        return ActionRef(context.plan, Code(code))


def without_own(links: Iterable[Link], own: Code, context: PlanContext) -> tuple[Link, ...]:
    """The links that do not point at the action itself.

    The same code in another plan is another action.
    """
    return tuple(link for link in links if link.target != ActionRef(context.plan, own))
