"""Decisions as values: what a person decided on everything that a plan leaves open."""

import enum
import functools
from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

from customs_coop.dates import Period
from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan, Code
from customs_coop.references import DocumentNumber, Reference
from customs_coop.rollover.dispositions import Complete, Defer, Disposition, Drop
from customs_coop.rollover.drafts import next_plan
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = [
    "ActionDecision",
    "Answer",
    "Decisions",
    "DraftDecision",
    "MissingDecision",
    "Purpose",
    "RecommendationDecision",
    "printable",
]

End: TypeAlias = Complete | Defer | Drop

Purpose: TypeAlias = Literal["rollover", "revision"]
"""What decisions are for: the next plan, or the next version of the same plan."""


def printable(text: str) -> str:
    """A text with a sign in place of halves of surrogate pairs, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Answer(enum.Enum):
    """What can be said to a recommendation in a decisions file."""

    OPEN = "open"
    """Nothing is decided; the ledger shows it as open."""
    TAKE_UP = "take up"
    """An action of the old plan takes it up, and goes on."""
    DRAFT = "draft"
    """An action that the file drafts takes it up."""
    CARRY_OUT = "carry out"
    """It is done already."""
    DEFER = "defer"
    """It waits for a later plan."""
    TURN_DOWN = "turn down"
    """It is given up."""


@attrs.frozen(kw_only=True)
class ActionDecision:
    """The decision on one action.

    Args:
        code: Its code in the old plan.
        title: Its title when the file was written, by which a later revision is noticed.
        disposition: What becomes of it.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    code: Code
    title: str = ""
    disposition: Disposition
    line: int | None = attrs.field(default=None, eq=False, repr=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class MissingDecision:
    """What was found out about a code that the old plan leaves out.

    Args:
        code: The code.
        disposition: What became of it; None while it is unexplained.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    code: Code
    disposition: Disposition | None = None
    line: int | None = attrs.field(default=None, eq=False, repr=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class RecommendationDecision:
    """What is said to one recommendation.

    Args:
        recommendation: Its id.
        answer: What is said.
        action: The code of the action of the old plan that takes it up; for `Answer.TAKE_UP`.
        reason: Why; may be empty, but for `Answer.DEFER` and `Answer.TURN_DOWN`.
        authority: The document that says so, or None.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    recommendation: str
    answer: Answer = Answer.OPEN
    action: Code | None = None
    reason: str = ""
    authority: Reference | None = None
    line: int | None = attrs.field(default=None, eq=False, repr=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def end(self) -> End | None:
        """The answer as a rollover takes it; None where the answer ends nothing."""
        if self.answer is Answer.CARRY_OUT:
            return Complete(self.reason, self.authority)
        if self.answer is Answer.DEFER:
            return Defer(self.reason, self.authority)
        if self.answer is Answer.TURN_DOWN:
            return Drop(self.reason, self.authority)
        return None


@attrs.frozen(kw_only=True)
class DraftDecision:
    """A new action that is drafted from recommendations.

    Args:
        title: Its title.
        recommendations: The ids of the recommendations that it takes up.
        code: Its code in the new plan; None for the next one that is free.
        work_area: The code of its work area in the old plan, or None.
        responsible: The ids of the parties that carry it.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    title: str
    recommendations: tuple[str, ...] = ()
    code: Code | None = None
    work_area: Code | None = None
    responsible: tuple[str, ...] = ()
    line: int | None = attrs.field(default=None, eq=False, repr=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Decisions:
    """Decisions on a whole plan, as a decisions file holds them: a policy for `roll_over`.

    Called with an action, it gives the disposition. `roll_over` also takes from it what was
    found out about missing codes, the answers to recommendations, and the drafts of new
    actions, after it has checked all of it against the plan.

    Args:
        plan: The id of the old plan.
        document: The document of the old plan for which the file was written, or None.
        period: The period of the new plan, or None.
        new_id: The id of the new plan, or None.
        new_title: The title of the new plan, or None.
        deadlines: What becomes of deadlines, or None.
        purpose: "rollover" or "revision"; None where the file does not say. The same words mean
            something else in each.
        decided: One decision for each action, in the order of the plan.
        explained: One for each missing code.
        answered: One for each recommendation that was handed in.
        drafts: New actions.
        source: The name of the file; never compared.
        lines: The lines of "plan", "document", "purpose", "deadlines" and "into", and of "period"
            and "id" in it; never compared.

    Example:
        >>> from customs_coop.rollover import Defer
        >>> decided = [ActionDecision(code=Code("5.2"), disposition=Defer("no trainers"))]
        >>> decisions = Decisions(plan="AP1", decided=tuple(decided))
        >>> decisions(Action(code="5.2", title="Train officers"))
        Defer(reason='no trainers', authority=None)
    """

    plan: str
    document: DocumentNumber | None = None
    period: Period | None = None
    new_id: str | None = None
    new_title: str | None = None
    deadlines: DeadlinePolicy | None = None
    purpose: Purpose | None = None
    decided: tuple[ActionDecision, ...] = ()
    explained: tuple[MissingDecision, ...] = ()
    answered: tuple[RecommendationDecision, ...] = ()
    drafts: tuple[DraftDecision, ...] = ()
    source: str = attrs.field(default="decisions", eq=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)

    def __call__(self, action: Action) -> Disposition:
        """The decision on an action; where a code stands twice, the title tells which is meant.

        Raises:
            RolloverError: The file decides nothing on it.
        """
        found = self._by_code.get(action.code.text, [])
        title = printable(action.title)
        for decision in found:
            if decision.title == title:
                return decision.disposition
        if len(found) == 1:
            return found[0].disposition
        if found:
            raise RolloverError(
                f'{self.source} decides on several actions {action.code}, and none is "{title:.80}"'
            )
        raise RolloverError(f"{self.source} decides nothing on action {action.code}")

    @functools.cached_property
    def _by_code(self) -> Mapping[str, list[ActionDecision]]:
        found: dict[str, list[ActionDecision]] = {}
        for decision in self.decided:
            found.setdefault(decision.code.text, []).append(decision)
        return found

    @functools.cached_property
    def actions(self) -> Mapping[Code, Disposition]:
        """The decisions on actions, by their codes; of two alike, the first."""
        return {one.code: one.disposition for one in reversed(self.decided)}

    @property
    def missing(self) -> Mapping[Code, Disposition]:
        """What was found out about missing codes; those that are unexplained are left out."""
        return {one.code: one.disposition for one in self.explained if one.disposition is not None}

    @property
    def recommendations(self) -> Mapping[str, End]:
        """The answers that end a recommendation, by its id."""
        ends = ((one.recommendation, one.end) for one in self.answered)
        return {name: end for name, end in ends if end is not None}

    def next_plan(self, plan: ActionPlan) -> ActionPlan:
        """Make the empty draft of the new plan that the file asks for.

        Args:
            plan: The plan that ends.

        Raises:
            RolloverError: The file does not tell the period of the new plan.
        """
        if self.period is None:
            raise RolloverError(f"{self.source} does not tell the period of the new plan")
        return next_plan(plan, period=self.period, id=self.new_id, title=self.new_title)
