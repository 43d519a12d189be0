"""Decisions as values: what a person decided on everything that a plan leaves open."""

import enum
import functools
from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan, Code
from customs_coop.references import DocumentNumber, Reference
from customs_coop.rollover.decisions.newcomers import DraftDecision
from customs_coop.rollover.decisions.parts import PartDecision, split_by
from customs_coop.rollover.dispositions import Complete, Defer, Disposition, Drop, SplitInto
from customs_coop.rollover.drafts import next_plan
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = [
    "ActionDecision",
    "Answer",
    "Decisions",
    "MissingDecision",
    "Purpose",
    "RecommendationDecision",
    "WaitingAnswer",
    "WaitingDecision",
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
        parts: What each part of a split gets; none where a split names titles alone.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    code: Code
    title: str = ""
    disposition: Disposition
    parts: tuple[PartDecision, ...] = ()
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


class WaitingAnswer(enum.Enum):
    """What can be said in a decisions file to something that a rollover before left."""

    WAIT = "wait"
    """It waits on, in the new ledger."""
    DRAFT = "draft"
    """An action that the file drafts goes on with it."""
    COMPLETE = "complete"
    """It is done already."""
    DROP = "drop"
    """It is given up."""


@attrs.frozen(kw_only=True)
class WaitingDecision:
    """What is said to one thing that a rollover before left.

    Args:
        item: Its name, as the ledger has it: "AP1/5.2", "AP1/5.2 indicator 1", or the id of a
            recommendation.
        answer: What is said.
        reason: Why; may be empty, but for `WaitingAnswer.DROP`.
        authority: The document that says so, or None.
        line: The line in the file; None where it is not known. It is never compared.
        lines: The lines of its keys, as far as they are known; never compared.
    """

    item: str
    answer: WaitingAnswer = WaitingAnswer.WAIT
    reason: str = ""
    authority: Reference | None = None
    line: int | None = attrs.field(default=None, eq=False, repr=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def end(self) -> Complete | Drop | None:
        """The answer as a rollover takes it; None where the answer ends nothing."""
        if self.answer is WaitingAnswer.COMPLETE:
            return Complete(self.reason, self.authority)
        if self.answer is WaitingAnswer.DROP:
            return Drop(self.reason, self.authority)
        return None


@attrs.frozen(kw_only=True)
class Decisions:
    """Decisions on a whole plan, as a decisions file holds them: a policy for `roll_over`.

    Called with an action, it gives the disposition. `roll_over` also takes from it what was
    found out about missing codes, the answers to recommendations, what ends of that which was
    waiting, and the drafts of new actions, after it has checked all of it against the plan.

    Args:
        plan: The id of the old plan.
        document: The document of the old plan for which the file was written, or None.
        period: The period of the new plan, or None.
        new_id: The id of the new plan, or None.
        new_title: The title of the new plan, or None.
        new_document: The number of the document of the new plan, or None.
        new_strategy: The id of the strategy of the new plan; None for that of the old one.
        deadlines: What becomes of deadlines, or None.
        purpose: "rollover" or "revision"; None where the file does not say. The same words mean
            something else in each.
        decided: One decision for each action, in the order of the plan.
        explained: One for each missing code.
        answered: One for each recommendation that was handed in.
        drafts: New actions.
        settled: One for each thing that rollovers before left.
        source: The name of the file; never compared.
        lines: The lines of "plan", "document", "purpose", "deadlines" and "into", and of the keys
            in it, as "into id"; never compared.

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
    new_document: DocumentNumber | None = None
    new_strategy: str | None = None
    deadlines: DeadlinePolicy | None = None
    purpose: Purpose | None = None
    decided: tuple[ActionDecision, ...] = ()
    explained: tuple[MissingDecision, ...] = ()
    answered: tuple[RecommendationDecision, ...] = ()
    drafts: tuple[DraftDecision, ...] = ()
    settled: tuple[WaitingDecision, ...] = ()
    source: str = attrs.field(default="decisions", eq=False)
    lines: Mapping[str, int] = attrs.field(factory=dict, eq=False, repr=False)

    def __call__(self, action: Action) -> Disposition:
        """What becomes of an action; where a code stands twice, the title tells which is meant.

        Raises:
            RolloverError: The file decides nothing on it.
        """
        decision = self.decision_on(action)
        disposition = decision.disposition
        if decision.parts and isinstance(disposition, SplitInto):
            return split_by(action, disposition, decision.parts)
        return disposition

    def decision_on(self, action: Action) -> ActionDecision:
        """The decision on an action, as the file has it.

        Raises:
            RolloverError: The file decides nothing on it.
        """
        found = self._by_code.get(action.code.text, [])
        title = printable(action.title)
        for decision in found:
            if decision.title == title:
                return decision
        if len(found) == 1:
            return found[0]
        if found:
            raise RolloverError(
                f"{self.source} decides on several actions {action.code}, and none is"
                f' "{shortened(title)}"'
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

    @property
    def waiting(self) -> Mapping[str, Complete | Drop]:
        """The decisions that end something that was waiting, by its name."""
        ends = ((one.item, one.end) for one in self.settled)
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
        return next_plan(
            plan,
            period=self.period,
            id=self.new_id,
            title=self.new_title,
            document=self.new_document,
            strategy=self.new_strategy,
        )
