"""Which plans are reviewed on a day, and what is to be said of those that are and are not."""

import datetime as dt
from collections.abc import Iterable, Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import ActionPlan, Dossier, LinkKind, PlanRef
from customs_coop.model.fields import plural

__all__ = ["chosen_plans", "plan_findings", "printed_on"]


def chosen_plans(
    dossier: Dossier, on: dt.date, names: Iterable[str] | None
) -> tuple[ActionPlan, ...]:
    """The plans to review: those that are named, else those that are in force.

    In force is a plan whose period holds the day, or that has none. Where there is none such, the
    plan that ended last is reviewed, for what it left is still to be done; else the one that
    begins first. The only plan of a dossier is always reviewed.

    Args:
        dossier: The dossier.
        on: The day.
        names: The ids of plans, or None.

    Raises:
        UnknownPlanError: There is no plan of that name.
        TypeError: The names are one bare text.
    """
    if names is not None:
        wanted = {dossier.plan_by_id(name).id for name in plural(names, "plans", str)}
        return tuple(plan for plan in dossier.plans if plan.id in wanted)
    if len(dossier.plans) < 2:
        return dossier.plans
    in_force = tuple(plan for plan in dossier.plans if _holds(plan, on))
    if in_force:
        return in_force
    periods = [plan.period for plan in dossier.plans if plan.period is not None]
    over = [period.end for period in periods if period.end < on]
    if over:
        last = max(over)
        return tuple(p for p in dossier.plans if p.period is not None and p.period.end == last)
    first = min(period.start for period in periods)
    return tuple(p for p in dossier.plans if p.period is not None and p.period.start == first)


def _holds(plan: ActionPlan, on: dt.date) -> bool:
    return plan.period is None or plan.period.start <= on <= plan.period.end


def printed_on(plan: ActionPlan, dossier: Dossier) -> dt.date | None:
    """The day that is printed on the document of a plan; None where none is known."""
    for document in dossier.documents:
        prints = any(
            link.kind is LinkKind.PRINTS and link.target == PlanRef(plan.id)
            for link in document.links
        )
        is_own = plan.document is not None and document.reference == plan.document
        if document.date is not None and (is_own or prints):
            return document.date
    return None


def plan_findings(
    dossier: Dossier, on: dt.date, chosen: Iterable[ActionPlan]
) -> Iterator[Diagnostic]:
    """What is to be said of the plans: those of another time, and those printed after the day."""
    reviewed = tuple(chosen)
    for plan in dossier.plans:
        is_reviewed = any(plan is one for one in reviewed)
        if not _holds(plan, on):
            told = "it is reviewed all the same" if is_reviewed else "it is not reviewed"
            message = f"its period {plan.period} does not hold {on}, and {told}"
            hint = "" if is_reviewed else "name the plan to have it reviewed"
            yield diagnose("CC810", message, subject=plan.id, hint=hint)
        if not is_reviewed:
            continue
        printed = printed_on(plan, dossier)
        number = plan.document
        if printed is not None and printed > on:
            told = f"its document is of {printed}"
        elif printed is None and number is not None and number.year > on.year:
            told = f"its document bears a number of {number.year}"
        else:
            continue
        message = f"{told}, after {on}, so that what it prints was not known on that day"
        yield diagnose("CC811", message, subject=plan.id)
