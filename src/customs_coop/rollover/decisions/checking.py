"""Decisions against the plan that they are for: every fault at its line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.errors import DecisionsError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    Decisions,
    DraftDecision,
    printable,
)
from customs_coop.rollover.decisions.words import choice_of, did_you_mean
from customs_coop.rollover.dispositions import Carry, MergeInto, SplitInto
from customs_coop.rollover.settling import folded, settlement_of
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = ["check_decisions", "find_faults"]

_NAMED = 80


def check_decisions(
    decisions: Decisions,
    plan: ActionPlan,
    *,
    into: ActionPlan | None = None,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
) -> Report:
    """Check decisions against the plan that they are for; `roll_over` does so by itself.

    Args:
        decisions: The decisions, as `read_decisions` gives them.
        plan: The plan that ends.
        into: The draft of the new plan; None not to compare it.
        recommendations: What is handed in together with the decisions.
        deadlines: The policy that is used; None not to compare it.

    Returns:
        What a person should look at: titles that are no longer those of the plan (CC621), and a
        document that is not that of the plan (CC622).

    Raises:
        DecisionsError: The decisions do not fit the plan; every fault is listed with its line.

    Example:
        >>> from customs_coop.rollover.decisions import parse_decisions
        >>> plan = ActionPlan(id="AP1", title="", actions=[Action(code="5.1", title="Train")])
        >>> check_decisions(parse_decisions('plan = "AP1"', source="d.toml"), plan)
        Traceback (most recent call last):
        ...
        customs_coop.errors.DecisionsError: d.toml: 1 fault
          d.toml: nothing is decided on AP1/5.1 (Train); add an [[action]] with this code
    """
    faults = Faults(decisions.source)
    check = find_faults(
        decisions,
        plan,
        faults,
        into=into,
        recommendations=recommendations,
        deadlines=deadlines,
    )
    if faults:
        raise DecisionsError(decisions.source, faults.listed)
    return Report(check.findings())


def find_faults(
    decisions: Decisions,
    plan: ActionPlan,
    faults: Faults,
    *,
    into: ActionPlan | None = None,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
) -> "_Check":
    """Tell what does not fit the plan, as `check_decisions` does, among other faults."""
    check = _Check(decisions, plan, faults)
    if decisions.plan != plan.id:
        # Every other fault would only say the same again.
        if decisions.plan:
            message = f"the decisions are on {decisions.plan}, and the plan is {plan.id}"
            faults.add(decisions.lines.get("plan"), message)
        return check
    check.new_plan(into, deadlines)
    check.actions()
    check.missing()
    check.recommendations([one.id for one in recommendations])
    check.drafts(into)
    return check


def _places(plan: ActionPlan) -> Mapping[str, Action]:
    """The actions by code, else by alias, as a rollover finds them."""
    found: dict[str, Action] = {}
    for action in plan.actions:
        found.setdefault(action.code.text, action)
    for action in plan.actions:
        for alias in action.aliases:
            found.setdefault(alias.text, action)
    return found


class _Check:
    """The decisions beside the plan."""

    def __init__(self, decisions: Decisions, plan: ActionPlan, faults: Faults) -> None:
        self.decisions = decisions
        self.plan = plan
        self.faults = faults
        self.places = _places(plan)
        self.by_code: dict[str, list[Action]] = {}
        for action in plan.actions:
            self.by_code.setdefault(action.code.text, []).append(action)

    def new_plan(self, into: ActionPlan | None, deadlines: DeadlinePolicy | None) -> None:
        """The new plan and the policy for deadlines are those of the file."""
        asked = self.decisions.deadlines
        if deadlines is not None and asked is not None and asked is not deadlines:
            self.faults.add(
                self.decisions.lines.get("deadlines"),
                f'deadlines = "{asked.value}" here, and "{deadlines.value}" in the rollover; make'
                " them the same (deadlines=decisions.deadlines)",
            )
        if into is None:
            return
        period, new_id = self.decisions.period, self.decisions.new_id
        line = self.decisions.lines.get("into")
        if period is not None and period != into.period:
            there = "has no period" if into.period is None else f"has {into.period}"
            self.faults.add(line, f"the decisions are for {period}, and {into.id} {there}")
        if new_id is not None and new_id != into.id:
            self.faults.add(
                line, f"the decisions are for {new_id}, and the new plan is called {into.id}"
            )

    def actions(self) -> None:
        """Exactly one decision for each action, and none that leads nowhere."""
        there = Counter(action.code.text for action in self.plan.actions)
        decided: Counter[str] = Counter()
        for decision in self.decisions.decided:
            code = decision.code.text
            decided[code] += 1
            if code not in there:
                self.faults.add(decision.line, self._unknown(decision.code))
            elif decided[code] > there[code]:
                self.faults.add(decision.line, f"{self.plan.id} has no second action {code}")
            else:
                self._disposition(decision)
        for action in self.plan.actions:
            code = action.code.text
            if decided[code] < there[code]:
                decided[code] = there[code]
                self.faults.add(
                    None,
                    f"nothing is decided on {self.plan.ref(action)} ({action.title:.{_NAMED}});"
                    " add an [[action]] with this code",
                )
            elif there[code] > 1 and not self._names(action):
                self.faults.add(
                    None,
                    f"{self.plan.id} has {there[code]} actions {code}, and no title is"
                    f' "{action.title:.{_NAMED}}"; by it they are told apart',
                )

    def _names(self, action: Action) -> bool:
        title = printable(action.title)
        return any(one.code == action.code and one.title == title for one in self.decisions.decided)

    def _disposition(self, decision: ActionDecision) -> None:
        disposition = decision.disposition
        code = decision.code
        if isinstance(disposition, Carry | MergeInto | SplitInto):
            same = self.by_code[code.text]
            named = [one for one in same if printable(one.title) == decision.title]
            for fault in settlement_of((named or same)[0], disposition)[1]:
                self.faults.add(decision.line, fault)
        if isinstance(disposition, MergeInto):
            fault = self._merger_fault(code, disposition.code)
            if fault:
                self.faults.add(decision.line, f"{code} goes into {disposition.code}{fault}")

    def _merger_fault(self, code: Code, into: Code) -> str:
        other = self.places.get(into.text)
        if other is None:
            return f", which the plan does not have{self._near(into)}"
        if other.code == code:
            return ", which is itself"
        there = self.decisions.actions.get(other.code)
        if isinstance(there, MergeInto):
            return f", which itself goes into {there.code}; name the last one"
        if there is not None and not isinstance(there, Carry | SplitInto):
            return f", which does not go on: {choice_of(there)}"
        return ""

    def _unknown(self, code: Code) -> str:
        alias = self.places.get(code.text)
        if alias is not None:
            return f"{self.plan.id} prints {code} as {alias.code}; decide on that code"
        return f"{self.plan.id} has no action {code}{self._near(code)}"

    def _near(self, code: Code) -> str:
        return did_you_mean(code.text, (action.code.text for action in self.plan.actions))

    def missing(self) -> None:
        """Codes that the plan leaves out, and what they went into."""
        gaps = missing_codes(self.plan)
        for one in self.decisions.explained:
            if one.code.text in self.places:
                self.faults.add(one.line, f"{one.code} is not missing; {self.plan.id} has it")
            elif one.code not in gaps:
                listed = ", ".join(map(str, gaps)) or "none"
                self.faults.add(
                    one.line, f"{self.plan.id} does not miss {one.code}; missing are {listed}"
                )
            disposition = one.disposition
            if isinstance(disposition, MergeInto) and disposition.code.text not in self.places:
                self.faults.add(
                    one.line,
                    f"{one.code} goes into {disposition.code}, which the plan does not"
                    f" have{self._near(disposition.code)}",
                )

    def recommendations(self, handed_in: Sequence[str]) -> None:
        """Recommendations that were handed in, and actions that can take them up."""
        known = dict.fromkeys(handed_in)
        for one in self.decisions.answered:
            if one.recommendation not in known:
                self._not_handed_in(one.line, one.recommendation, handed_in)
            if one.answer is Answer.TAKE_UP and one.action is not None:
                action = self.places.get(one.action.text)
                if action is None:
                    fault = f"which the plan does not have{self._near(one.action)}"
                elif not isinstance(
                    self.decisions.actions.get(action.code, Carry()), Carry | SplitInto | MergeInto
                ):
                    fault = (
                        f"which does not go on: {choice_of(self.decisions.actions[action.code])}"
                    )
                else:
                    continue
                self.faults.add(
                    one.line, f"{one.action} is to take up {one.recommendation}, {fault}"
                )
        answered = {one.recommendation for one in self.decisions.answered}
        for draft in self.decisions.drafts:
            for name in draft.recommendations:
                if name not in known and name not in answered:
                    self._not_handed_in(draft.line, name, handed_in)

    def _not_handed_in(self, line: int | None, name: str, handed_in: Sequence[str]) -> None:
        near = did_you_mean(name, handed_in)
        self.faults.add(
            line, f"no recommendation {name} is handed in{near or '; hand it in, or take it out'}"
        )

    def drafts(self, into: ActionPlan | None) -> None:
        """Codes of their own, and work areas that there are."""
        codes: set[str] = set()
        areas = [area.code for area in self.plan.work_areas]
        if into is not None:
            areas += [area.code for area in into.work_areas]
        needs_area = any(action.work_area is not None for action in self.plan.actions)
        for draft in self.decisions.drafts:
            if draft.code is not None and draft.code.text in codes:
                self.faults.add(draft.line, f"two drafts have the code {draft.code}")
            elif draft.code is not None:
                codes.add(draft.code.text)
                there = into[draft.code] if into is not None and draft.code in into else None
                if there is not None and folded(there.title) != folded(draft.title):
                    self.faults.add(
                        draft.line,
                        f"the new plan has another action {draft.code} ({there.title:.{_NAMED}})",
                    )
            if draft.work_area is not None and draft.work_area not in areas:
                near = did_you_mean(draft.work_area.text, [area.text for area in areas])
                self.faults.add(
                    draft.line, f"{self.plan.id} has no work area {draft.work_area}{near}"
                )
            elif draft.work_area is None and draft.code is None and needs_area:
                self.faults.add(draft.line, self._without_area(draft))

    def _without_area(self, draft: DraftDecision) -> str:
        listed = ", ".join(str(area.code) for area in self.plan.work_areas)
        areas = f" ({listed})" if listed else ""
        return f'the draft "{draft.title:.{_NAMED}}" needs a work_area{areas} or a code'

    def findings(self) -> Iterator[Diagnostic]:
        """Signs that the file was written for another revision of the plan."""
        document = self.decisions.document
        if document is not None and document != self.plan.document:
            there = "has none" if self.plan.document is None else f"is {self.plan.document}"
            message = f"{self.decisions.source} was written for {document}, and the plan {there}"
            yield diagnose("CC622", message, subject=self.plan.id)
        titles: dict[str, set[str]] = {}
        for action in self.plan.actions:
            titles.setdefault(action.code.text, set()).add(printable(action.title))
        for one in self.decisions.decided:
            now = titles[one.code.text]
            if one.title and one.title not in now:
                place = self.decisions.source if one.line is None else f"line {one.line}"
                message = (
                    f'{place} decides on "{one.title:.{_NAMED}}", and the title is'
                    f' "{min(now):.{_NAMED}}"'
                )
                yield diagnose("CC621", message, subject=f"{self.plan.id}/{one.code}")
