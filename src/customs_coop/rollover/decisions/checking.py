"""Decisions against the plan that they are for: every fault at its line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.errors import DecisionsError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.decisions.drafting import check_drafts
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Answer,
    Decisions,
    Purpose,
    printable,
)
from customs_coop.rollover.decisions.words import choice_of, deadline_words, did_you_mean
from customs_coop.rollover.dispositions import Carry, MergeInto, SplitInto
from customs_coop.rollover.settling import settlement_of
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
    purpose: Purpose | None = None,
) -> Report:
    """Check decisions against the plan that they are for; `roll_over` does so by itself.

    Args:
        decisions: The decisions, as `read_decisions` gives them.
        plan: The plan that ends.
        into: The draft of the new plan; None not to compare it.
        recommendations: What is handed in together with the decisions.
        deadlines: The policy that is used; None not to compare it.
        purpose: "rollover" or "revision", what the decisions are used for; None for a rollover
            where `into` is given, else not to compare it.

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
        purpose=purpose,
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
    purpose: Purpose | None = None,
) -> "_Check":
    """Tell what does not fit the plan, as `check_decisions` does, among other faults."""
    check = _Check(decisions, plan, faults)
    if decisions.plan != plan.id:
        # Every other fault would only say the same again.
        if decisions.plan:
            message = (
                f"the decisions are on {decisions.plan}, and the plan is {plan.id}; hand in the"
                f" file for {plan.id}, or name {decisions.plan} as the plan"
            )
            faults.add(decisions.lines.get("plan"), message)
        return check
    check.purpose(purpose or (None if into is None else "rollover"))
    check.new_plan(into, deadlines)
    check.actions()
    check.missing()
    if purpose != "revision":  # there, none of them may be
        check.recommendations([one.id for one in recommendations])
        check.drafts(into)
    if decisions.new_id == plan.id and check.is_rollover:
        message = f"{plan.id} is the old plan; give the new one another id, or take this line out"
        faults.add(decisions.lines.get("id"), message)
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
        self.signs: list[Diagnostic] = []
        self.is_rollover = True

    def purpose(self, purpose: Purpose | None) -> None:
        """The file was made for what it is used for, as its words mean something else there."""
        if purpose is None:
            return
        said = self.decisions.purpose
        if said is not None and said != purpose:
            self.faults.add(
                self.decisions.lines.get("purpose"),
                f'purpose = "{said}" here, and this is a {purpose}, in which the words mean'
                f" something else; write a file for a {purpose} with --write-decisions",
            )
        elif purpose == "revision":
            self.is_rollover = False
            self._revision()

    def _revision(self) -> None:
        """A revision makes no other plan and answers no recommendation."""
        decisions = self.decisions
        words = deadline_words("revision")
        if decisions.deadlines is not None and decisions.deadlines.value not in words:
            self.faults.add(
                decisions.lines.get("deadlines"),
                f'deadlines = "{decisions.deadlines.value}" here, and a revision does not move its'
                f" window; write one of {', '.join(words)}",
            )
        if (decisions.period, decisions.new_id, decisions.new_title) != (None, None, None):
            self.faults.add(
                decisions.lines.get("into"),
                "[into] names a new plan, and a revision makes none; is the file for a rollover?",
            )
        for one in decisions.answered:
            if one.answer is not Answer.OPEN:
                self.faults.add(
                    one.line,
                    f"recommendation {one.recommendation} is answered here; only a rollover does"
                    " so, no revision",
                )
        for draft in decisions.drafts:
            self.faults.add(
                draft.line, "a [[draft]] makes a new action; only a rollover does so, no revision"
            )

    def new_plan(self, into: ActionPlan | None, deadlines: DeadlinePolicy | None) -> None:
        """The new plan and the policy for deadlines are those of the file."""
        asked = self.decisions.deadlines
        if deadlines is not None and asked is not None and asked is not deadlines:
            self.faults.add(
                self.decisions.lines.get("deadlines"),
                f'deadlines = "{asked.value}" here, and "{deadlines.value}" is asked for; make'
                " them the same",
            )
        if into is None:
            return
        period, new_id = self.decisions.period, self.decisions.new_id
        lines = self.decisions.lines
        if period is not None and period != into.period:
            there = "has no period" if into.period is None else f"has {into.period}"
            self.faults.add(
                lines.get("period"),
                f"the decisions are for {period}, and {into.id} {there}; make them the same",
            )
        if new_id not in (None, into.id, self.plan.id):  # that of the old plan is told anyway
            self.faults.add(
                lines.get("id"),
                f"the decisions are for {new_id}, and the new plan is called {into.id}; make them"
                " the same",
            )

    def actions(self) -> None:
        """Exactly one decision for each action, and none that leads nowhere."""
        there = Counter(action.code.text for action in self.plan.actions)
        decided: Counter[str] = Counter()
        for decision in self.decisions.decided:
            code = decision.code.text
            decided[code] += 1
            if code not in there:
                line = decision.lines.get("code", decision.line)
                self.faults.add(line, self._unknown(decision.code))
            elif decided[code] > there[code]:
                self.faults.add(
                    decision.line,
                    f"{self.plan.id} has no second action {code}; take this [[action]] out, or"
                    " write the code that is meant",
                )
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
            self._items((named or same)[0], decision, disposition)
        if isinstance(disposition, MergeInto):
            fault = self._merger_fault(code, disposition.code)
            if fault:
                line = decision.lines.get("into", decision.line)
                self.faults.add(line, f"{code} goes into {disposition.code}{fault}")

    def _items(
        self,
        action: Action,
        decision: ActionDecision,
        disposition: Carry | MergeInto | SplitInto,
    ) -> None:
        """Single indicators and deadlines: one by one, so that each fault has its line."""
        seen: set[tuple[str, int]] = set()
        settled = [("indicator", one) for one in enumerate(disposition.indicators, 1)]
        settled += [("deadline", one) for one in enumerate(disposition.milestones, 1)]
        for key, (number, one) in settled:
            line = decision.lines.get(f"{key} {number}", decision.line)
            alone = Carry(indicators=[one]) if key == "indicator" else Carry(milestones=[one])
            found, faults = settlement_of(action, alone)
            for fault in faults:
                is_number = isinstance(one.item, str) and one.item.strip().isdecimal()
                hint = "; write the number without quotation marks" if is_number else ""
                self.faults.add(line, f"{fault}{hint}")
            for place in found.indicators or found.milestones:
                if (key, place) in seen:
                    self.faults.add(
                        line,
                        f"{action.code}: {key} {place + 1} is settled twice; take one of the two"
                        " out",
                    )
                seen.add((key, place))

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
            return self._ended(other.code)
        return ""

    def _ended(self, code: Code) -> str:
        word = choice_of(self.decisions.actions[code])
        return (
            f', and the decision on {code} is "{word}"; let {code} go on, or name an action that'
            " goes on"
        )

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
                self.faults.add(
                    one.line,
                    f"{one.code} is not missing; {self.plan.id} has it, so take it out here",
                )
            elif one.code not in gaps:
                listed = ", ".join(map(str, gaps)) or "none"
                self.faults.add(
                    one.line, f"{self.plan.id} does not miss {one.code}; missing are {listed}"
                )
            disposition = one.disposition
            if isinstance(disposition, MergeInto) and disposition.code.text not in self.places:
                self.faults.add(
                    one.lines.get("into", one.line),
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
                    fault = f", which the plan does not have{self._near(one.action)}"
                elif not isinstance(
                    self.decisions.actions.get(action.code, Carry()), Carry | SplitInto | MergeInto
                ):
                    fault = self._ended(action.code)
                else:
                    continue
                self.faults.add(
                    one.lines.get("action", one.line),
                    f"recommendation {one.recommendation} is to be taken up by {one.action}{fault}",
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
        """What is drafted has a place in the new plan."""
        self.signs = check_drafts(self.decisions, self.plan, into, self.faults)

    def findings(self) -> Iterator[Diagnostic]:
        """Signs that the file was written for another revision, and what is odd in new actions."""
        yield from self.signs
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
