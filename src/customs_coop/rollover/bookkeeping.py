"""The ledger of a rollover, made when the new plan is there."""

from collections.abc import Iterator, Sequence

from customs_coop.model import Action, ActionPlan, PlanRef, Recommendation
from customs_coop.rollover.announcing import announced_of
from customs_coop.rollover.balance import Opening
from customs_coop.rollover.carrying import Arrival
from customs_coop.rollover.course import Course
from customs_coop.rollover.dispositions import SplitInto
from customs_coop.rollover.entries import Entry, MissingCode
from customs_coop.rollover.items import entries_of
from customs_coop.rollover.ledger import Ledger
from customs_coop.rollover.plans import head_of, new_actions
from customs_coop.rollover.recommending import recommendation_entries
from customs_coop.rollover.waiting import still_waiting
from customs_coop.rollover.windows import KEEP, Window

__all__ = ["account_of"]


def account_of(
    course: Course,
    arrival: Arrival,
    *,
    window: Window,
    recommendations: Sequence[Recommendation],
    ledgers: Sequence[Ledger] = (),
    older: Sequence[ActionPlan] = (),
) -> Ledger:
    """Account for everything that the old plan holds, and for the recommendations handed in.

    Args:
        course: What was decided, and where everything went.
        arrival: The new plan.
        window: What became of deadlines.
        recommendations: What reports ask for.
        ledgers: Those of the rollovers before, the oldest first.
        older: Plans before the old one.
    """
    plan = course.seeds.plan
    entries = tuple(_entries(course, arrival, window))
    answered = tuple(recommendation_entries(arrival.plan, recommendations, course.decided.answers))
    missing = course.whereabouts.missing
    return Ledger(
        old=PlanRef(plan.id),
        new=PlanRef(course.seeds.into.id),
        entries=entries,
        recommendations=answered,
        missing=tuple(
            [
                MissingCode(
                    code=code,
                    disposition=disposition,
                    successors=course.whereabouts.there(code.text),
                )
                for code, disposition in missing.items()
            ]
        ),
        announced=announced_of(plan, tuple(missing)),
        opening=Opening(
            actions=len(plan.actions),
            indicators=sum(len(action.indicators) for action in plan.actions),
            milestones=sum(len(action.deadlines) for action in plan.actions),
            recommendations=len(recommendations),
            missing_codes=len(missing),
        ),
        added=new_actions(arrival.plan, entries),
        waiting=still_waiting(ledgers, (plan, arrival.plan, *older), answered),
        old_head=head_of(plan),
        new_head=head_of(arrival.plan),
    )


def _entries(course: Course, arrival: Arrival, window: Window) -> Iterator[Entry]:
    plan, decided = course.seeds.plan, course.decided
    parts: dict[int, list[Action]] = {}
    for row in course.rows:
        if isinstance(decided.dispositions[row.position], SplitInto):
            parts.setdefault(row.position, []).append(row.action)
    closed = [
        ref
        for row, ref in zip(course.rows, course.refs, strict=True)
        if row.action.status.closed and window.policy is not KEEP
    ]
    return entries_of(
        plan,
        decided,
        course.whereabouts.successors,
        addresses=[plan.ref(action) for action in plan.actions],
        parts=parts,
        closed=frozenset(closed),
        window=window,
        history=course.history,
        written=arrival.written,
    )
