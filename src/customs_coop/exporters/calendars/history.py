"""When things changed: the days and the numbers of entries, from documents and never a clock."""

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from customs_coop.exporters.calendars.generations import Generations
from customs_coop.exporters.calendars.moves import Moves
from customs_coop.formats.occasions import Occasion, origins_of
from customs_coop.formats.provenance import cover_of, day_of
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Document,
    Dossier,
    IndicatorRef,
    Named,
    Obligation,
    Status,
    Subject,
)
from customs_coop.references import DocumentNumber, Reference

__all__ = ["History", "history_of", "in_time", "roots_of"]

# So that a later plan always has the higher number, whatever the changes of the one before.
_MOST_CHANGES = 99
# RFC 5545 has no larger integer.
_MOST = 2**31 - 1


@attrs.frozen(kw_only=True)
class History:
    """What a dossier tells of when things changed.

    Args:
        days: The day of each plan, by its id.
        changes: How often the document of each plan was changed, by the id of the plan.
        first_days: The day of the first plan that has a thing, by where it first stood.
        completed: The day on which a thing was first reported as completed, by what it is, and by
            the day by which the report was asked for.
        moves: The deadlines of which it is recorded that they were changed.
        generations: How plans follow each other.
        source_date: The day that takes the place of all others, or None.
    """

    days: Mapping[str, dt.date]
    changes: Mapping[str, int]
    first_days: Mapping[str, dt.date]
    completed: Mapping[Subject, Mapping[dt.date | None, dt.date]]
    moves: Moves
    generations: Generations
    source_date: dt.date | None

    def stamp(self, plan: ActionPlan) -> dt.date:
        """The day on which what a plan says was last changed."""
        return self.source_date or self.days[plan.id]

    def changed(self, occasion: Occasion, plan: ActionPlan) -> dt.date:
        """The day on which a thing was last changed, by a document or by what is recorded."""
        return self._last(self.stamp(plan), self.moves.of_action(occasion.ref))

    def changed_duty(self, duty: Obligation, stamp: dt.date) -> dt.date:
        """The day on which an obligation was last changed.

        Args:
            duty: The obligation.
            stamp: The day of the plan to which it belongs, or of the last one.
        """
        return self._last(stamp, self.moves.of_duty(duty))

    def _last(self, stamp: dt.date, changes: Sequence[DeadlineChange]) -> dt.date:
        known = [] if self.source_date else [self.moves.day_of(one) for one in changes]
        return max([stamp, *(day for day in known if day is not None)])

    def completed_on(self, occasion: Occasion) -> dt.date | None:
        """The day on which what a plan calls completed was first reported so, or None.

        A report on an action says nothing of the day of one of its indicators, unless the plan
        says that the action is completed.
        """
        ref, number = occasion.ref, occasion.number
        thing = occasion.indicator or occasion.action
        own = self.completed.get(ref if number is None else IndicatorRef(ref, number), {})
        whole = self.completed.get(ref, {}) if occasion.action.status is Status.COMPLETED else {}
        # Where there are several deadlines or rounds, a report that names one is not of another.
        is_only = len(thing.deadlines) < 2 and not occasion.time.occurrence
        days = [own.get(occasion.time.day), own.get(None)]
        days += [min(own.values(), default=None)] if is_only else []
        days += [min(whole.values(), default=None)] if number is not None else []
        return next((day for day in days if day is not None), None)

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
        """How often a thing was changed: by rollovers, by revisions, by what is recorded.

        It does not fall while the dossier grows, but for a row without deadlines that takes over
        the identifier of one that went into another row: the hundreds count the plans since the
        thing first stood somewhere, and what is recorded of its action counts for all that the
        action has, as this may stand in another part of it after a split.
        """
        first = occasion.origin.partition("/")[0]
        moved = len(self.moves.of_action(occasion.ref))
        return self._number(self.generations.between(first, plan.id), plan, moved)

    def duty_sequence(self, duty: Obligation, plan: ActionPlan | None) -> int:
        """How often an obligation was changed that is about no action.

        Args:
            duty: The obligation.
            plan: The plan to which it belongs, or None.
        """
        return self._number(0, plan, len(self.moves.of_duty(duty)))

    def _number(self, generation: int, plan: ActionPlan | None, moved: int) -> int:
        changes = moved + (0 if plan is None else self.changes[plan.id])
        return min(100 * generation + min(changes, _MOST_CHANGES), _MOST)


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
        day = _day_of(plan, dossier, [papers[one] for one in replaced if one in papers])
        days.setdefault(plan.id, day)
        changes.setdefault(
            plan.id, max((_revision(n) + at for n, at in replaced.items()), default=0)
        )
        for origin in origins_of(plan):
            first_days[origin] = min(first_days.get(origin, day), day)
    completed: dict[Subject, dict[dt.date | None, dt.date]] = {}
    for report in dossier.progress:
        if report.status is Status.COMPLETED and report.applicable:
            known = completed.setdefault(report.subject, {})
            known[report.due] = min(known.get(report.due, report.on), report.on)
    return History(
        days=days,
        changes=changes,
        first_days=first_days,
        completed=completed,
        moves=Moves(dossier),
        generations=Generations(dossier.plans),
        source_date=source_date,
    )


def _day_of(plan: ActionPlan, dossier: Dossier, replaced: Sequence[Document]) -> dt.date:
    """The day of a plan, and never one before what is surely known of it.

    Of a revision, often only the year is known, and what it replaces has a later day; and a draft
    does not become older by getting a number.
    """
    cover = cover_of(plan, dossier)
    papers = replaced if cover is None else [*replaced, cover]
    sure = [one.date for one in papers if one.date is not None]
    if not sure and plan.period is not None:
        sure = [plan.period.start]
    return max([day_of(plan, dossier), *sure])


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
