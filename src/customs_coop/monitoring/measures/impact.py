"""What the measured values say of each strategic objective."""

import datetime as dt
from collections.abc import Iterable

import attrs

from customs_coop.model import ActionPlan, Code, Dossier
from customs_coop.monitoring.measures.measuring import all_series
from customs_coop.monitoring.measures.series import Series
from customs_coop.monitoring.tallies import Count

__all__ = ["ObjectiveImpact", "impact_by_objective"]


@attrs.frozen(kw_only=True)
class ObjectiveImpact:
    """The quantitative indicators of one strategic objective.

    Args:
        plan: The id of the plan; objectives of two plans may have the same code.
        objective: Its code; None for actions that name no objective.
        label: Its words in the strategy; empty where the dossier does not have them.
        series: The values of each indicator, also of those without any.
        measured: Those of which a value is known, of all, also of those that need none yet; what
            a review counts as measured leaves these out.
        met: Those whose target is met, of those with a target and a value that decides it; where
            a disputed value leaves it open, an indicator counts on neither side.
    """

    plan: str
    objective: Code | None
    label: str
    series: tuple[Series, ...] = ()
    measured: Count
    met: Count


def impact_by_objective(
    subject: Dossier | ActionPlan, *, on: dt.date | str | None = None
) -> tuple[ObjectiveImpact, ...]:
    """Put what was measured together by strategic objective.

    An indicator counts for each objective of its action. Qualitative indicators count nothing and
    are not here; objectives without a quantitative indicator are, with "n/a".

    Args:
        subject: A dossier or a plan.
        on: The day up to which reports count; None for all of them.

    Returns:
        One for each objective that an action of a plan names, by plan and code; last of a plan,
        the indicators of actions that name none, where there are any.

    Raises:
        InvalidValueError: The day is none.
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.model import Action, Indicator
        >>> action = Action(code="1.1", title="", objectives=["A"], indicators=[])
        >>> (one,) = impact_by_objective(ActionPlan(id="AP1", title="", actions=[action]))
        >>> str(one.objective), str(one.measured)
        ('A', 'n/a')
    """
    dossier = Dossier.of(subject)
    series = all_series(dossier, on=on)
    return tuple(
        _impact(dossier, plan, objective, series)
        for plan in dossier.plans
        for objective in _objectives_of(plan, series)
    )


def _objectives_of(plan: ActionPlan, series: Iterable[Series]) -> list[Code | None]:
    named: list[Code | None] = [*sorted({code for action in plan for code in action.objectives})]
    bare = any(not one.objectives and one.indicator.action.plan == plan.id for one in series)
    return [*named, None] if bare else named


def _impact(
    dossier: Dossier, plan: ActionPlan, objective: Code | None, series: Iterable[Series]
) -> ObjectiveImpact:
    own = tuple(
        one
        for one in series
        if one.indicator.action.plan == plan.id
        and (objective in one.objectives if objective is not None else not one.objectives)
    )
    known = [one.met for one in own if one.met is not None]
    words = (
        each.text
        for strategy in dossier.strategies
        if strategy.id == plan.strategy
        for each in strategy.objectives
        if each.code == objective
    )
    return ObjectiveImpact(
        plan=plan.id,
        objective=objective,
        label=next(words, ""),
        series=own,
        measured=Count(sum(1 for one in own if one.points), len(own)),
        met=Count(sum(known), len(known)),
    )
