"""When things changed: the days and the numbers of entries, from documents and never a clock."""

import datetime as dt
from collections.abc import Mapping

import attrs

from customs_coop.formats.occasions import Occasion, origins_of
from customs_coop.formats.provenance import day_of
from customs_coop.model import ActionPlan, ActionRef, Document, Dossier, Named, Status
from customs_coop.references import DocumentNumber, Reference

__all__ = ["History", "history_of", "in_time", "roots_of"]

# So that a later plan always has the higher number, whatever the revisions of the one before.
_MOST_REVISIONS = 99


@attrs.frozen(kw_only=True)
class History:
    """What a dossier tells of when things changed.

    Args:
        days: The day of each plan, by its id.
        changes: How often the document of each plan was changed, by the id of the plan.
        first_days: The day of the first plan that has a thing, by where it first stood.
        completed: The day on which an action was first reported as completed.
        source_date: The day that takes the place of those of plans, or None.
    """

    days: Mapping[str, dt.date]
    changes: Mapping[str, int]
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
        return 100 * len(occasion.action.earlier) + min(self.changes[plan.id], _MOST_REVISIONS)


def history_of(dossier: Dossier, source_date: dt.date | None) -> History:
    """Gather what a dossier tells of when things changed.

    Args:
        dossier: The dossier, with all its plans.
        source_date: The day that takes the place of those of plans, or None.
    """
    days: dict[str, dt.date] = {}
    changes: dict[str, int] = {}
    first_days: dict[str, dt.date] = {}
    papers = {document.reference: document for document in dossier.documents}
    for plan in dossier.plans:
        replaced = _replaced(plan, papers)
        # Of a revision, often only the year is known, and what it replaces has a later day.
        known = [papers[one].date for one in replaced if one in papers]
        day = max([day_of(plan, dossier), *(one for one in known if one is not None)])
        days.setdefault(plan.id, day)
        changes.setdefault(
            plan.id, max((_revision(n) + at for n, at in replaced.items()), default=0)
        )
        for origin in origins_of(plan):
            first_days[origin] = min(first_days.get(origin, day), day)
    completed: dict[ActionRef, dt.date] = {}
    for report in dossier.progress:
        ref = report.subject
        if report.status is Status.COMPLETED and isinstance(ref, ActionRef):
            completed[ref] = min(completed.get(ref, report.on), report.on)
    return History(
        days=days,
        changes=changes,
        first_days=first_days,
        completed=completed,
        source_date=source_date,
    )


def _replaced(
    plan: ActionPlan, papers: Mapping[Reference | Named, Document]
) -> dict[DocumentNumber, int]:
    """The document of a plan and those that it replaced, each with how many came after it."""
    found = {} if plan.document is None else {plan.document: 0}
    waiting = list(found)
    while waiting:
        number = waiting.pop(0)
        paper = papers.get(number)
        for before in () if paper is None else paper.previous:
            if isinstance(before, DocumentNumber) and before not in found:
                found[before] = found[number] + 1
                waiting.append(before)
    return found


def _revision(number: DocumentNumber) -> int:
    return number.revision or 0


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
