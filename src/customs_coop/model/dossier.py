"""Everything about a line of work in one value: the root of the model."""

from collections.abc import Iterable

import attrs

from customs_coop.errors import UnknownPlanError
from customs_coop.model.action import Action
from customs_coop.model.document import Document, Event
from customs_coop.model.fields import plural
from customs_coop.model.identity import ActionRef
from customs_coop.model.party import Party
from customs_coop.model.plan import ActionPlan
from customs_coop.model.progress import DeadlineChange, ProgressReport
from customs_coop.model.recommendation import Obligation, Recommendation
from customs_coop.model.strategy import Strategy

__all__ = ["Dossier"]


def _strategies(value: Iterable[Strategy]) -> tuple[Strategy, ...]:
    return plural(value, "strategies", Strategy)


def _plans(value: Iterable[ActionPlan]) -> tuple[ActionPlan, ...]:
    return plural(value, "plans", ActionPlan)


def _recommendations(value: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    return plural(value, "recommendations", Recommendation)


def _documents(value: Iterable[Document]) -> tuple[Document, ...]:
    return plural(value, "documents", Document)


def _parties(value: Iterable[Party]) -> tuple[Party, ...]:
    return plural(value, "parties", Party)


def _events(value: Iterable[Event]) -> tuple[Event, ...]:
    return plural(value, "events", Event)


def _obligations(value: Iterable[Obligation]) -> tuple[Obligation, ...]:
    return plural(value, "obligations", Obligation)


def _progress(value: Iterable[ProgressReport]) -> tuple[ProgressReport, ...]:
    return plural(value, "progress", ProgressReport)


def _changes(value: Iterable[DeadlineChange]) -> tuple[DeadlineChange, ...]:
    return plural(value, "deadline_changes", DeadlineChange)


@attrs.frozen(kw_only=True)
class Dossier:
    """The strategies, plans, recommendations and documents of one line of work.

    `plans` holds the plans that are printed in its sources, not those that are only named.

    Args:
        strategies: What the plans carry out.
        plans: The action plans.
        recommendations: What reports ask for.
        documents: Documents, with what their covers say.
        parties: Bodies that are not in the table of known ones, or are described otherwise.
        events: Conferences and meetings on which deadlines hang.
        obligations: Duties to report or to act.
        progress: Reports on progress.
        deadline_changes: Deadlines that were changed, with the reasons, in the order of the
            changes.

    Example:
        >>> dossier = Dossier.of(
        ...     ActionPlan(id="AP2", title="Second", actions=[Action(code="8", title="Evaluate")])
        ... )
        >>> dossier.plan.id, dossier["AP2/8"].title
        ('AP2', 'Evaluate')
    """

    strategies: tuple[Strategy, ...] = attrs.field(default=(), converter=_strategies)
    plans: tuple[ActionPlan, ...] = attrs.field(default=(), converter=_plans)
    recommendations: tuple[Recommendation, ...] = attrs.field(
        default=(), converter=_recommendations
    )
    documents: tuple[Document, ...] = attrs.field(default=(), converter=_documents)
    parties: tuple[Party, ...] = attrs.field(default=(), converter=_parties)
    events: tuple[Event, ...] = attrs.field(default=(), converter=_events)
    obligations: tuple[Obligation, ...] = attrs.field(default=(), converter=_obligations)
    progress: tuple[ProgressReport, ...] = attrs.field(default=(), converter=_progress)
    deadline_changes: tuple[DeadlineChange, ...] = attrs.field(default=(), converter=_changes)

    @classmethod
    def of(cls, subject: "Dossier | ActionPlan") -> "Dossier":
        """A dossier as it is; a bare plan as a dossier that holds nothing else.

        Raises:
            TypeError: The subject is neither.
        """
        if isinstance(subject, Dossier):
            return subject
        if isinstance(subject, ActionPlan):
            return cls(plans=(subject,))
        raise TypeError(f"a dossier or an action plan is wanted, not {type(subject).__name__}")

    @property
    def plan(self) -> ActionPlan:
        """The only plan.

        Raises:
            UnknownPlanError: There is none, or more than one.
        """
        if not self.plans:
            raise UnknownPlanError("the dossier has no plan")
        if len(self.plans) != 1:
            raise UnknownPlanError(
                f"the dossier has {len(self.plans)} plans ({self._plan_ids()}); say which is meant"
            )
        return self.plans[0]

    def __getitem__(self, name: str) -> ActionPlan | Action:
        """A plan by its id ("AP5"), or an action by plan and code ("AP5/5.10").

        Raises:
            UnknownPlanError: There is no such plan.
            UnknownActionError: The plan has no such action.
        """
        return self.action(name) if "/" in name else self.plan_by_id(name)

    def plan_by_id(self, plan: str) -> ActionPlan:
        """The plan with this id: what `dossier["AP5"]` gives, for programs that check types.

        Args:
            plan: The id, such as "AP5".

        Raises:
            UnknownPlanError: There is no such plan.

        Example:
            >>> Dossier(plans=[ActionPlan(id="AP5", title="Fifth")]).plan_by_id("AP5").title
            'Fifth'
        """
        for found in self.plans:
            if found.id == plan:
                return found
        near = [p.id for p in self.plans if p.id.casefold() == str(plan).casefold()]
        guess = f"; did you mean {near[0]}?" if near else ""
        raise UnknownPlanError(
            f"the dossier has no plan {plan!r}; it has {self._plan_ids()}{guess}"
        )

    def action(self, ref: ActionRef | str) -> Action:
        """The action at an address.

        Raises:
            InvalidValueError: The text is no address.
            UnknownPlanError: There is no such plan.
            UnknownActionError: The plan has no such action.
        """
        if isinstance(ref, str):
            ref = ActionRef.parse(ref)
        return self.plan_by_id(ref.plan)[ref.code]

    def _plan_ids(self) -> str:
        return ", ".join(plan.id for plan in self.plans) or "none"
