"""The rollover itself."""

from collections.abc import Iterable, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Report
from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Status,
)
from customs_coop.model.numbering import missing_codes
from customs_coop.references import DocumentNumber, RecommendationCitation
from customs_coop.rollover.accounting import Decisions, decide_all, positions_by_code
from customs_coop.rollover.findings import about_actions, about_deadlines, about_plans
from customs_coop.rollover.headings import Headings, head_work_areas, keep_notes
from customs_coop.rollover.ledger import Entry, Ledger, Outcome, RecommendationEntry
from customs_coop.rollover.policies import Policy, carry_open_actions
from customs_coop.rollover.relinking import relinked
from customs_coop.rollover.renumbering import renumbered
from customs_coop.rollover.succession import Row, successions
from customs_coop.rollover.windows import KEEP, DeadlinePolicy, Window

__all__ = ["Rollover", "roll_over"]


@attrs.frozen(kw_only=True)
class Rollover:
    """The result of a rollover.

    Args:
        plan: The new plan: the draft, and what was carried into it.
        ledger: What became of every action and every recommendation.
        report: What a person should look at.
    """

    plan: ActionPlan
    ledger: Ledger
    report: Report


def roll_over(
    plan: ActionPlan,
    *,
    into: ActionPlan,
    decide: Policy = carry_open_actions,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy = KEEP,
) -> Rollover:
    """Carry a plan over into the next one, and account for every one of its actions.

    Carried actions are numbered anew, and links between them follow; each has a link to the
    action that it continues, and keeps its origin. Aliases are not carried: the codes of the
    old plan mean nothing in the new one. The old plan and the draft are not changed, and the
    same input gives the same result.

    Args:
        plan: The plan that ends.
        into: A draft of the new one, with its own id; actions and work areas that it has
            already stay as they are. `next_plan` makes one from a period alone.
        decide: What becomes of each action: a function from an action to a disposition.
        recommendations: What reports ask for; the ledger says which are taken up.
        deadlines: `KEEP`, `CAP`, `SHIFT` or `BLANK`; by default no deadline moves.

    Returns:
        The new plan, the ledger and a report.

    Raises:
        RolloverError: The decisions do not account for every action, both plans have one id,
            or the policy for deadlines needs a period that is not there.
        TypeError: `plan` or `into` is no action plan, or `deadlines` none of the four.

    Example:
        >>> old = ActionPlan(
        ...     id="AP1",
        ...     title="First Action Plan",
        ...     actions=[
        ...         Action(code="7.2", title="Draw up a guide", status=Status.COMPLETED),
        ...         Action(code="7.3", title="Train officers"),
        ...     ],
        ... )
        >>> rolled = roll_over(old, into=ActionPlan(id="AP2", title="Second Action Plan"))
        >>> [(action.code, action.title) for action in rolled.plan]
        [(Code('7.1'), 'Train officers')]
        >>> rolled.ledger.unexplained
        (Code('7.1'),)
    """
    window = _checked(plan, into, deadlines)
    positions = positions_by_code(plan)
    decisions = decide_all(plan, decide, positions)
    rows = successions(plan, decisions)
    contents = [row.action for row in rows]
    headings = head_work_areas(plan, into, contents)
    notes, note_ids = keep_notes(plan, into, contents)
    codes = renumbered(
        [(row.action, row.is_further_part) for row in rows],
        plan=plan,
        into=into,
        areas=headings.codes,
    )
    refs = [ActionRef(into.id, code) for code in codes]
    successors = _successors(plan, decisions, rows, refs)
    carried: list[Action] = []
    findings: list[Diagnostic] = []
    for row, ref in zip(rows, refs, strict=True):
        settled = _settled(
            row,
            ref,
            plan=plan,
            positions=positions,
            successors=successors,
            headings=headings,
            note_ids=note_ids,
        )
        moved = window.move_action(settled)
        findings += about_deadlines(str(ref), settled, moved, into.period)
        carried.append(moved)
    missing = missing_codes(plan)
    new = attrs.evolve(
        into,
        work_areas=headings.work_areas,
        actions=_arranged(into, carried, headings),
        previous=into.previous if plan.id in into.previous else (*into.previous, plan.id),
        notes=notes,
    )
    ledger = Ledger(
        old=PlanRef(plan.id),
        new=PlanRef(into.id),
        entries=tuple(_entries(plan, decisions, successors)),
        recommendations=tuple(_recommendation_entries(new, recommendations)),
        unexplained=missing,
    )
    report = Report(
        [
            *about_plans(plan, into, missing),
            *headings.findings,
            *about_actions(plan, into, decisions, positions, successors),
            *findings,
        ]
    )
    return Rollover(plan=new, ledger=ledger, report=report)


def _checked(plan: ActionPlan, into: ActionPlan, deadlines: DeadlinePolicy) -> Window:
    for value in (plan, into):
        if not isinstance(value, ActionPlan):
            raise TypeError(f"an action plan is wanted, not {type(value).__name__}")
    if not isinstance(deadlines, DeadlinePolicy):
        raise TypeError(f"deadlines takes KEEP, CAP, SHIFT or BLANK, not {deadlines!r}")
    if plan.id == into.id:
        raise RolloverError(f"the old plan and the draft are both called {plan.id}")
    return Window(policy=deadlines, old=plan.period, new=into.period)


def _successors(
    plan: ActionPlan, decisions: Decisions, rows: Sequence[Row], refs: Sequence[ActionRef]
) -> list[tuple[ActionRef, ...]]:
    """The new addresses of each old action; those of a merged one are its survivor's."""
    own: list[list[ActionRef]] = [[] for _ in plan.actions]
    for row, ref in zip(rows, refs, strict=True):
        own[row.position].append(ref)
    found = [tuple(there) for there in own]
    for survivor, others in decisions.mergers.items():
        for other in others:
            found[other] = found[survivor][:1]  # the first part of a split takes the texts
    return found


def _settled(
    row: Row,
    ref: ActionRef,
    *,
    plan: ActionPlan,
    positions: dict[str, int],
    successors: Sequence[Sequence[ActionRef]],
    headings: Headings,
    note_ids: dict[str, str],
) -> Action:
    """The action with its new code, and with everything that points elsewhere following."""
    action = row.action
    area = action.work_area
    links = action.links
    if links:
        links = relinked(links, here=ref, plan=plan.id, positions=positions, successors=successors)
    return attrs.evolve(
        action,
        code=ref.code,
        origin=row.origin,
        aliases=(),
        span=None,  # it stood in the source of the old plan
        work_area=None if area is None else headings.codes.get(area.text, area),
        notes=tuple([note_ids[note] for note in action.notes]),
        links=links + row.descent,
    )


def _arranged(
    into: ActionPlan, carried: Sequence[Action], headings: Headings
) -> tuple[Action, ...]:
    """The actions in their old order; with actions of the draft among them, by area and code."""
    if not into.actions:
        return tuple(carried)
    places = {area.code: place for place, area in enumerate(headings.work_areas)}
    nowhere = len(places)

    def place(action: Action) -> int:
        return nowhere if action.work_area is None else places.get(action.work_area, nowhere)

    together = (*into.actions, *carried)
    return tuple(sorted(together, key=lambda action: (place(action), action.code)))


def _entries(
    plan: ActionPlan, decisions: Decisions, successors: Sequence[tuple[ActionRef, ...]]
) -> Iterable[Entry]:
    for action, disposition, there in zip(
        plan.actions, decisions.dispositions, successors, strict=True
    ):
        yield Entry(
            action=plan.ref(action),
            disposition=disposition,
            successors=there,
            indicators=action.indicators,
            title=action.title,
        )


def _recommendation_entries(
    new: ActionPlan, recommendations: Iterable[Recommendation]
) -> Iterable[RecommendationEntry]:
    by_id: dict[str, dict[ActionRef, None]] = {}
    by_number: dict[tuple[DocumentNumber | None, str], dict[ActionRef, None]] = {}
    for action in new.actions:
        for link in action.links:
            target = link.target
            if isinstance(target, RecommendationRef):
                by_id.setdefault(target.recommendation, {})[new.ref(action)] = None
            elif isinstance(target, RecommendationCitation) and target.document is not None:
                cited = (target.document, target.number)
                by_number.setdefault(cited, {})[new.ref(action)] = None
    for recommendation in recommendations:
        printed = (recommendation.document, recommendation.number)
        refs = by_id.get(recommendation.id, {}) | by_number.get(printed, {})
        yield RecommendationEntry(
            recommendation=RecommendationRef(recommendation.id),
            outcome=_outcome(recommendation, taken_up=bool(refs)),
            successors=tuple(refs),
            text=recommendation.text,
        )


def _outcome(recommendation: Recommendation, *, taken_up: bool) -> Outcome:
    if taken_up:
        return Outcome.TAKEN_UP
    if recommendation.status is Status.COMPLETED:
        return Outcome.CARRIED_OUT
    if recommendation.status is Status.OBSOLETE:
        return Outcome.TURNED_DOWN
    return Outcome.OPEN
