"""The ledger of a rollover, made when the new plan is there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from customs_coop.model import ActionPlan, PlanRef, Recommendation
from customs_coop.rollover.announcing import announced_of
from customs_coop.rollover.carrying import Arrival
from customs_coop.rollover.course import Course
from customs_coop.rollover.dispositions import Complete, Drop
from customs_coop.rollover.items import entries_of
from customs_coop.rollover.ledger.balance import Opening
from customs_coop.rollover.ledger.entries import Entry, MissingCode, Waiting
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.ledger.plans import head_of, new_actions
from customs_coop.rollover.leftovers.waiting import put_off, with_waiting
from customs_coop.rollover.recommending import recommendation_entries
from customs_coop.rollover.succession import split_parts
from customs_coop.rollover.windows import KEEP, Window

__all__ = ["account_of"]


def account_of(
    course: Course,
    arrival: Arrival,
    *,
    window: Window,
    recommendations: Sequence[Recommendation],
    waiting: Sequence[Waiting] = (),
    ends: Mapping[str, Complete | Drop] = MappingProxyType({}),
    older: Sequence[ActionPlan] = (),
    continued: Collection[str] = (),
) -> Ledger:
    """Account for everything that the old plan holds, and for the recommendations handed in.

    Args:
        course: What was decided, and where everything went.
        arrival: The new plan.
        window: What became of deadlines.
        recommendations: What reports ask for.
        waiting: What rollovers before left and nothing goes on with so far.
        ends: What was decided on that.
        older: Plans before the old one.
        continued: The names of what new actions continue, where somebody said so.
    """
    plan = course.seeds.plan
    entries = put_off(tuple(_entries(course, arrival, window)), arrival.plan, (plan, *older))
    answered = tuple(recommendation_entries(arrival.plan, recommendations, course.decided.answers))
    missing = course.whereabouts.missing
    ledger = Ledger(
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
        opening=Opening.counted(
            plan, missing_codes=len(missing), recommendations=len(recommendations)
        ),
        added=new_actions(arrival.plan, entries),
        old_head=head_of(plan),
        new_head=head_of(arrival.plan),
    )
    return with_waiting(
        ledger,
        waiting,
        new=arrival.plan,
        plans=(plan, *older),
        ends=ends,
        continued=continued,
    )


def _entries(course: Course, arrival: Arrival, window: Window) -> Iterator[Entry]:
    plan, decided = course.seeds.plan, course.decided
    closed = [
        ref
        for row, ref in zip(course.rows, course.refs, strict=True)
        if window.policy is not KEEP and row.action.status.closed
    ]
    return entries_of(
        plan,
        decided,
        course.whereabouts.successors,
        addresses=course.addresses,
        before=course.before,
        parts=split_parts(course.rows, decided),
        closed=frozenset(closed),
        window=window,
        history=course.history,
        written=arrival.written,
    )
