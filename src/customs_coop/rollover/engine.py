"""The rollover itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from customs_coop.collector import collector_paused
from customs_coop.diagnostics import Diagnostic, Report
from customs_coop.errors import RolloverError
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Code,
    Dossier,
    Recommendation,
    RecommendationRef,
)
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.accounting import (
    check_policy,
    decide_all,
    older_plans,
    positions_by_code,
    together,
)
from customs_coop.rollover.appearances import History
from customs_coop.rollover.bookkeeping import account_of
from customs_coop.rollover.carrying import carry_over
from customs_coop.rollover.course import Course, set_out
from customs_coop.rollover.decisions.values import Decisions
from customs_coop.rollover.dispositions import Complete, Defer, Disposition, Drop
from customs_coop.rollover.endings import about_endings
from customs_coop.rollover.findings import about_actions, about_draft, about_plans
from customs_coop.rollover.gathering import added_to, gathered
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.leftovers.former import Past
from customs_coop.rollover.leftovers.waiting import about_waiting, ends_of, former_ledgers
from customs_coop.rollover.policies import Policy, carry_open_actions
from customs_coop.rollover.recommending import about_recommendations, handed_in
from customs_coop.rollover.seeding import sow
from customs_coop.rollover.windows import KEEP, DeadlinePolicy, Window

__all__ = ["Answers", "Endings", "Explanations", "Rollover", "roll_over"]

_End: TypeAlias = Complete | Defer | Drop

# The keys of a mapping are not covariant, so each kind of key is named.
Explanations: TypeAlias = (
    Mapping[Code | str, Disposition] | Mapping[Code, Disposition] | Mapping[str, Disposition]
)
"""What was found out about missing codes, by the code, also as text."""

Answers: TypeAlias = (
    Mapping[RecommendationRef | str, _End] | Mapping[RecommendationRef, _End] | Mapping[str, _End]
)
"""What is said to recommendations, by their ids."""

Endings: TypeAlias = (
    Mapping[ActionRef | str, Complete | Drop]
    | Mapping[ActionRef, Complete | Drop]
    | Mapping[str, Complete | Drop]
)
"""What is said to things that rollovers before left, by their names."""


@attrs.frozen(kw_only=True)
class Rollover:
    """The result of a rollover.

    Args:
        plan: The new plan: the draft, and what was carried into it.
        ledger: What became of every action and every recommendation.
        report: What a person should look at.
        recommendations: The recommendations that were handed in.
    """

    plan: ActionPlan
    ledger: Ledger
    report: Report
    recommendations: tuple[Recommendation, ...] = ()

    @property
    def dossier(self) -> Dossier:
        """The new plan with its document and the recommendations that were handed in.

        `dossier_with` adds what the dossier of the old plan knows, and keeps the old plan itself
        on request.
        """
        return self.dossier_with()

    def dossier_with(self, *others: Dossier | ActionPlan, plans: bool = False) -> Dossier:
        """The new plan alone, with what other dossiers know of it; or those dossiers and the plan.

        The new plan alone is what is written to a file of its own, such as a Word file. Calendars,
        graphs and reports on progress that are to cover the old plan as well need both.

        Args:
            *others: Dossiers such as that of the old plan.
            plans: Whether their plans stay, and all else that they hold; then the new plan comes
                last, and takes the place of a plan of its name.

        Returns:
            The new plan with its strategy, the recommendations that were handed in or that its
            actions name, and the documents of all of these and of its references; or these
            together with everything that the others hold.

        Raises:
            InvalidValueError: With `plans`, two of the others have different plans of one id.

        Example:
            >>> from customs_coop.model import Strategy
            >>> old = ActionPlan(id="AP1", title="First Action Plan", strategy="S1")
            >>> dossier = Dossier(plans=[old], strategies=[Strategy(id="S1", title="Strategy")])
            >>> draft = ActionPlan(id="AP2", title="Second Action Plan", strategy="S1")
            >>> whole = roll_over(old, into=draft).dossier_with(dossier)
            >>> [plan.id for plan in whole.plans], [one.title for one in whole.strategies]
            (['AP2'], ['Strategy'])
            >>> both = roll_over(old, into=draft).dossier_with(dossier, plans=True)
            >>> [plan.id for plan in both.plans]
            ['AP1', 'AP2']
        """
        head = self.ledger.old_head
        before = None if head is None else head.document
        alone = gathered(self.plan, self.recommendations, others, before=before)
        return added_to(others, alone) if plans else alone


@collector_paused()
def roll_over(
    plan: ActionPlan,
    *,
    into: ActionPlan,
    decide: Policy = carry_open_actions,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy = KEEP,
    missing: Explanations | None = None,
    answers: Answers | None = None,
    earlier: Iterable[ActionPlan] = (),
    ledgers: Iterable[Ledger] = (),
    waiting: Endings | None = None,
) -> Rollover:
    """Carry a plan over into the next one, and account for everything that it holds.

    Carried actions are numbered anew, and links between them follow; each has a link to the
    action that it continues, keeps its origin, and knows where it stood before. Aliases are not
    carried: the codes of the old plan mean nothing in the new one. The old plan and the draft
    are not changed, and the same input gives the same result. An action of the draft that
    continues one of the old plan is its successor; so a rollover into its own result changes
    nothing.

    Args:
        plan: The plan that ends.
        into: A draft of the new one, with its own id; actions and work areas that it has
            already stay as they are, but for links to old actions that they wait for: these
            follow. `next_plan` makes one from a period alone.
        decide: What becomes of each action: a function from an action to a disposition. Where
            it has mappings `missing` and `recommendations`, these are used as well. `Decisions`
            are checked against the plan before, and bring new actions with them.
        recommendations: What reports ask for; the ledger says which are taken up.
        deadlines: `KEEP`, `CAP`, `SHIFT` or `BLANK`; by default no deadline moves.
        missing: What was found out about codes that the old plan leaves out: a code, also as
            text, and `Complete`, `Defer`, `Drop` or `MergeInto`.
        answers: What is said to recommendations that no action takes up, by their ids:
            `Complete` is "carried out", `Drop` is "turned down".
        earlier: Plans before the old one, in which first wordings and former places are looked
            up.
        ledgers: The ledgers of rollovers before: what they put off or left open, and neither
            plan goes on with, is told, and waits in the new ledger.
        waiting: What is said to things that wait, by the names that these have in `ledgers`
            ("AP1/5.2", also as an address): `Complete` or `Drop`. All others wait on, but for
            those with which an action of the draft goes on.

    Returns:
        The new plan, the ledger and a report.

    Raises:
        RolloverError: The decisions do not account for everything, both plans have one id, or
            the policy for deadlines needs a period that is not there.
        TypeError: `plan` or `into` is no action plan, `deadlines` none of the four, or another
            argument is of a kind that cannot be used; the message says what is wanted.

    Example:
        >>> from customs_coop.model import Action, Status
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
        >>> rolled.ledger.balance["actions"]["carried"]
        1
    """
    window = _checked(plan, into, deadlines)
    check_policy(decide)
    older = older_plans(earlier)
    former = former_ledgers(ledgers, plan)
    asked = handed_in(recommendations)
    past = Past(plan, older, former, [one.id for one in asked])
    positions = positions_by_code(plan)
    seeds = sow(decide, plan, into=into, recommendations=asked, deadlines=deadlines, past=past)
    gaps = missing_codes(seeds.plan)
    ends = ends_of(together("waiting", _own(decide, "waiting"), waiting), past.waiting)
    decided = decide_all(
        seeds.plan,
        decide,
        positions,
        codes=gaps,
        missing=together("missing", _own(decide, "missing"), missing),
        recommendations=asked,
        answers=together("answers", _own(decide, "recommendations"), answers),
        window=into.period,
    )
    window = attrs.evolve(window, fixed=decided.fixed)
    course = set_out(
        seeds, decided, positions=positions, gaps=gaps, history=History(seeds.plan, older)
    )
    arrival = carry_over(course, window)
    ledger = account_of(
        course,
        arrival,
        window=window,
        recommendations=asked,
        waiting=past.waiting,
        ends=ends,
        older=older,
        continued=_continued(decide),
    )
    findings = [
        *_findings(course, ledger, window),
        *about_recommendations(arrival.plan, asked),
        *arrival.findings,
        *about_waiting(ledger.waiting),
    ]
    # A merged row and its old actions may both tell of one link: that is told once.
    return Rollover(
        plan=arrival.plan,
        ledger=ledger,
        report=Report(dict.fromkeys(findings)),
        recommendations=asked,
    )


def _findings(course: Course, ledger: Ledger, window: Window) -> Iterator[Diagnostic]:
    """What is told about the plans, the decisions and the draft."""
    plan, into = course.seeds.plan, course.seeds.into
    yield from course.seeds.findings
    yield from about_plans(plan, into, ledger.unexplained, ledger.announced)
    yield from course.headings.findings
    yield from about_actions(plan, course.decided, course.rows, course.whereabouts)
    yield from about_endings(plan, course.decided, addresses=course.addresses)
    yield from about_draft(
        plan,
        into,
        decided=course.decided,
        drafted=course.drafted,
        rows=course.rows,
        window=window,
    )


def _continued(decide: object) -> frozenset[str]:
    """The names of what the drafts of a decisions file go on with."""
    drafts = decide.drafts if isinstance(decide, Decisions) else ()
    return frozenset(name for draft in drafts for name in draft.continues)


# Any: the keys are looked at by what uses them.
def _own(decide: object, name: str) -> Mapping[Any, Any] | None:
    """The mapping of a policy that has one itself."""
    own = getattr(decide, name, None)
    return own if isinstance(own, Mapping) else None


def _checked(plan: ActionPlan, into: ActionPlan, deadlines: DeadlinePolicy) -> Window:
    for value in (plan, into):
        if not isinstance(value, ActionPlan):
            raise TypeError(f"an action plan is wanted, not {type(value).__name__}")
    if not isinstance(deadlines, DeadlinePolicy):
        raise TypeError(f"deadlines takes KEEP, CAP, SHIFT or BLANK, not {deadlines!r}")
    if plan.id == into.id:
        raise RolloverError(f"the old plan and the draft are both called {plan.id}")
    return Window(policy=deadlines, old=plan.period, new=into.period)
