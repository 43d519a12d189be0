"""When things changed: the days and the numbers of entries, from documents and never a clock."""

import datetime as dt
from collections.abc import Mapping

import attrs

from customs_coop.formats.occasions import Occasion, origins_of
from customs_coop.formats.provenance import day_of
from customs_coop.model import ActionPlan, ActionRef, Dossier, Status

__all__ = ["History", "history_of", "in_time", "roots_of"]

# So that a later plan always has the higher number, whatever the revisions of the one before.
_MOST_REVISIONS = 99


@attrs.frozen(kw_only=True)
class History:
    """What a dossier tells of when things changed.

    Args:
        days: The day of each plan, by its id.
        first_days: The day of the first plan that has a thing, by where it first stood.
        completed: The day on which an action was first reported as completed.
        source_date: The day that takes the place of those of plans, or None.
    """

    days: Mapping[str, dt.date]
    first_days: Mapping[str, dt.date]
    completed: Mapping[ActionRef, dt.date]
    source_date: dt.date | None

    def stamp(self, plan: ActionPlan) -> dt.date:
        """The day on which what a plan says was last changed."""
        return self.source_date or self.days[plan.id]

    def created(self, occasion: Occasion, plan: ActionPlan) -> dt.date:
        """The day of the first plan that has a thing; never behind that of its last change."""
        found = [self.stamp(plan), self.first_days[occasion.origin]]
        # Where only a later plan is known by heart, its actions still tell where they stood.
        found += [
            self.days[one.action.plan]
            for one in occasion.action.earlier
            if occasion.indicator is None and one.action.plan in self.days
        ]
        return min(found)

    def sequence(self, occasion: Occasion, plan: ActionPlan) -> int:
        """How often a thing was changed, so far as plans tell: by a rollover, by a revision."""
        revision = 0 if plan.document is None else plan.document.revision or 0
        return 100 * len(occasion.action.earlier) + min(revision, _MOST_REVISIONS)


def history_of(dossier: Dossier, source_date: dt.date | None) -> History:
    """Gather what a dossier tells of when things changed.

    Args:
        dossier: The dossier, with all its plans.
        source_date: The day that takes the place of those of plans, or None.
    """
    days: dict[str, dt.date] = {}
    first_days: dict[str, dt.date] = {}
    for plan in dossier.plans:
        day = day_of(plan, dossier)
        days.setdefault(plan.id, day)
        for origin in origins_of(plan):
            first_days[origin] = min(first_days.get(origin, day), day)
    completed: dict[ActionRef, dt.date] = {}
    for report in dossier.progress:
        ref = report.subject
        if report.status is Status.COMPLETED and isinstance(ref, ActionRef):
            completed[ref] = min(completed.get(ref, report.on), report.on)
    return History(days=days, first_days=first_days, completed=completed, source_date=source_date)


def roots_of(dossier: Dossier) -> dict[ActionRef, str]:
    """Where each action of a dossier first stood."""
    roots: dict[ActionRef, str] = {}
    for plan in dossier.plans:
        for action in plan:
            ref = plan.ref(action)
            roots.setdefault(ref, str(action.origin or ref))
    return roots


def in_time(plans: tuple[ActionPlan, ...], dossier: Dossier) -> tuple[ActionPlan, ...]:
    """Plans in the order of their periods, else of their documents; the later ones last."""
    return tuple(
        sorted(plans, key=lambda plan: plan.period.start if plan.period else day_of(plan, dossier))
    )
