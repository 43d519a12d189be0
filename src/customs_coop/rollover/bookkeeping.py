"""The ledger of a rollover, made when the new plan is there."""

from collections.abc import Iterator, Sequence

from customs_coop.model import Action, PlanRef, Recommendation
from customs_coop.rollover.announcing import announced_of
from customs_coop.rollover.balance import Opening
from customs_coop.rollover.carrying import Arrival
from customs_coop.rollover.course import Course
from customs_coop.rollover.dispositions import SplitInto
from customs_coop.rollover.entries import Entry, MissingCode
from customs_coop.rollover.items import entries_of
from customs_coop.rollover.ledger import Ledger
from customs_coop.rollover.recommending import recommendation_entries
from customs_coop.rollover.windows import KEEP, Window

__all__ = ["account_of"]


def account_of(
    course: Course,
    arrival: Arrival,
    *,
    window: Window,
    recommendations: Sequence[Recommendation],
) -> Ledger:
    """Account for everything that the old plan holds, and for the recommendations handed in.

    Args:
        course: What was decided, and where everything went.
        arrival: The new plan.
        window: What became of deadlines.
        recommendations: What reports ask for.
    """
    plan = course.seeds.plan
    missing = course.whereabouts.missing
    return Ledger(
        old=PlanRef(plan.id),
        new=PlanRef(course.seeds.into.id),
        entries=tuple(_entries(course, arrival, window)),
        recommendations=tuple(
            recommendation_entries(arrival.plan, recommendations, course.decided.answers)
        ),
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
