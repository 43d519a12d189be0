"""Decisions against the plan that they are for: every fault at its line."""

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import DecisionsError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.rollover.accounting import older_plans
from customs_coop.rollover.decisions.agreement import refuse_in_revision
from customs_coop.rollover.decisions.continuing import check_continued
from customs_coop.rollover.decisions.drafting import check_drafts
from customs_coop.rollover.decisions.loose_ends import check_missing, check_recommendations
from customs_coop.rollover.decisions.parties import unknown_parties
from customs_coop.rollover.decisions.parts import part_faults
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.targets import Targets
from customs_coop.rollover.decisions.values import (
    ActionDecision,
    Decisions,
    Purpose,
    printable,
)
from customs_coop.rollover.dispositions import (
    Carry,
    MergeInto,
    Reschedule,
    Settle,
    SplitInto,
)
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.leftovers.former import Past
from customs_coop.rollover.leftovers.waiting import former_ledgers
from customs_coop.rollover.settling import new_time, settlement_of, unread
from customs_coop.rollover.windows import DeadlinePolicy

__all__ = ["check_decisions", "checked", "find_faults"]


def check_decisions(
    decisions: Decisions,
    plan: ActionPlan,
    *,
    into: ActionPlan | None = None,
    recommendations: Iterable[Recommendation] = (),
    deadlines: DeadlinePolicy | None = None,
    purpose: Purpose | None = None,
    earlier: Iterable[ActionPlan] = (),
    ledgers: Iterable[Ledger] | None = None,
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
        earlier: Plans before the old one, whose actions drafts may continue.
        ledgers: The ledgers of the rollovers before; None not to check what drafts continue, and
            what is decided on that which waits.

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
    asked = tuple(recommendations)
    past = None
    if ledgers is not None:
        former = former_ledgers(ledgers, plan)
        past = Past(plan, older_plans(earlier), former, [one.id for one in asked])
    return checked(
        decisions,
        plan,
        into=into,
        recommendations=asked,
        deadlines=deadlines,
        purpose=purpose,
        past=past,
    )


def checked(
    decisions: Decisions,
    plan: ActionPlan,
    *,
    into: ActionPlan | None,
    recommendations: Iterable[Recommendation],
    deadlines: DeadlinePolicy | None,
    purpose: Purpose | None = None,
    past: Past | None,
) -> Report:
    """The same as `check_decisions`, where the plans and ledgers before are known already."""
    faults = Faults(decisions.source)
    check = find_faults(
        decisions,
        plan,
        faults,
        into=into,
        recommendations=recommendations,
        deadlines=deadlines,
        purpose=purpose,
        past=past,
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
    past: Past | None = None,
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
    check_missing(decisions, plan, check.targets, faults)
    if purpose != "revision":  # there, none of them may be
        handed_in = [one.id for one in recommendations]
        check_recommendations(decisions, handed_in, check.targets, faults)
        check.drafts(into, past)
    if decisions.new_id == plan.id and check.is_rollover:
        message = f"{plan.id} is the old plan; give the new one another id, or take this line out"
        faults.add(decisions.lines.get("into id"), message)
    if decisions.new_document is not None and decisions.new_document == plan.document:
        message = f"{plan.id} stands in {plan.document}; give the new plan a document of its own"
        faults.add(decisions.lines.get("into document"), message)
    return check


class _Check:
    """The decisions beside the plan."""

    def __init__(self, decisions: Decisions, plan: ActionPlan, faults: Faults) -> None:
        self.decisions = decisions
        self.plan = plan
        self.faults = faults
        self.targets = Targets(decisions, plan)
        self.by_code: dict[str, list[Action]] = {}
        for action in plan.actions:
            self.by_code.setdefault(action.code.text, []).append(action)
        self.signs: list[Diagnostic] = []
        self.is_rollover = True
        self.window = decisions.period
        self.knows_window = self.window is not None

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
            self.window, self.knows_window = self.plan.period, True
            refuse_in_revision(self.decisions, self.faults)

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
        self.window, self.knows_window = into.period, True
        said = self.decisions
        lines = said.lines
        if said.period is not None and said.period != into.period:
            there = "has no period" if into.period is None else f"has {into.period}"
            self.faults.add(
                lines.get("into period"),
                f"the decisions are for {said.period}, and {into.id} {there}; make them the same",
            )
        if said.new_id not in (None, into.id, self.plan.id):  # that of the old plan is told anyway
            self.faults.add(
                lines.get("into id"),
                f"the decisions are for {said.new_id}, and the new plan is called {into.id}; make"
                " them the same",
            )
        for key, given, now in (
            ("document", said.new_document, into.document),
            ("strategy", said.new_strategy, into.strategy),
        ):
            if given is not None and given != now:
                has = f"has no {key}" if now is None else f"has {now}"
                self.faults.add(
                    lines.get(f"into {key}"),
                    f"the decisions give the new plan the {key} {given}, and {into.id} {has}; make"
                    " them the same",
                )

    def actions(self) -> None:
        """Exactly one decision for each action, and none that leads nowhere."""
        there = Counter(action.code.text for action in self.plan.actions)
        decided: Counter[str] = Counter()
        lost: list[ActionDecision] = []
        for decision in self.decisions.decided:
            code = decision.code.text
            decided[code] += 1
            if code not in there:
                line = decision.lines.get("code", decision.line)
                self.faults.add(line, self._unknown(decision.code))
                lost.append(decision)
            elif decided[code] > there[code]:
                self.faults.add(
                    decision.line,
                    f"{self.plan.id} has no second action {code}; take this [[action]] out, or"
                    " write the code that is meant",
                )
                lost.append(decision)
            else:
                self._disposition(decision)
        for action in self.plan.actions:
            code = action.code.text
            if decided[code] < there[code]:
                decided[code] = there[code]
                if self._is_meant(action, lost):
                    continue
                self.faults.add(
                    None,
                    f"nothing is decided on {self.plan.ref(action)} ({shortened(action.title)});"
                    " add an [[action]] with this code",
                )
            elif there[code] > 1 and not self._names(action):
                self.faults.add(
                    None,
                    f"{self.plan.id} has {there[code]} actions {code}, and no title is"
                    f' "{shortened(action.title)}"; by it they are told apart',
                )

    def _is_meant(self, action: Action, lost: Iterable[ActionDecision]) -> bool:
        """Whether a table that is faulty itself was to decide on an action, by its title or code.

        That nothing is decided on the action is then no fault of its own.
        """
        title = printable(action.title)
        if action.code.text in self.faults.codes or (title and title in self.faults.titles):
            return True
        return any(
            title == one.title if one.title else f'"{action.code}"' in self._unknown(one.code)
            for one in lost
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
            if decision.parts and isinstance(disposition, SplitInto):
                found = part_faults((named or same)[0], disposition, decision.parts, self.plan)
                for line, words in found:
                    self.faults.add(line or decision.line, words)
                for part in decision.parts:
                    line = part.line or decision.line
                    place = (
                        self.decisions.source if line is None else f"{self.decisions.source}:{line}"
                    )
                    self.signs += unknown_parties(part.responsible, self.plan, place=place)
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
        seen: dict[tuple[str, int], list[int | None]] = {}
        settled = [("indicator", one) for one in enumerate(disposition.indicators, 1)]
        settled += [("deadline", one) for one in enumerate(disposition.milestones, 1)]
        for key, (number, one) in settled:
            line = decision.lines.get(f"{key} {number}", decision.line)
            fate = one.disposition
            if isinstance(fate, Reschedule) and new_time(fate, self.window) is None:
                if self.knows_window:
                    place_of_time = decision.lines.get(f"{key} {number} to", line)
                    self.faults.add(place_of_time, f"{action.code}: {unread(fate)}")
                fate = attrs.evolve(fate, as_words=True)
            items = [Settle(one.item, fate)]
            alone = Carry(indicators=items) if key == "indicator" else Carry(milestones=items)
            found, faults = settlement_of(action, alone, self.window)
            for fault in faults:
                is_number = isinstance(one.item, str) and one.item.strip().isdecimal()
                hint = "; write the number without quotation marks" if is_number else ""
                self.faults.add(line, f"{fault}{hint}")
            for place, parts in found.places:
                there = seen.setdefault((key, place), [])
                if there and (None in (*there, *parts) or set(there) & set(parts)):
                    self.faults.add(
                        line,
                        f"{action.code}: {key} {place + 1} is settled twice; take one of the two"
                        " out",
                    )
                there += parts

    def _merger_fault(self, code: Code, into: Code) -> str:
        other = self.targets.places.get(into.text)
        if other is None:
            return self.targets.fault(into, but=code)
        if other.code == code:
            return ", which is itself; write the code of another action"
        there = self.decisions.actions.get(other.code)
        if isinstance(there, MergeInto):
            return f", which itself goes into {there.code}; name the last one"
        return self.targets.fault(into, but=code)

    def _unknown(self, code: Code) -> str:
        alias = self.targets.places.get(code.text)
        if alias is not None:
            return f"{self.plan.id} prints {code} as {alias.code}; decide on that code"
        return f"{self.plan.id} has no action {code}{self.targets.near(code)}"

    def drafts(self, into: ActionPlan | None, past: Past | None) -> None:
        """What is drafted has a place in the new plan, and goes on with what is there."""
        check_continued(self.decisions, self.plan, past, self.faults)
        self.signs += check_drafts(self.decisions, self.plan, into, self.faults, past)

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
                    f'{place} decides on "{shortened(one.title)}", and the title is'
                    f' "{shortened(min(now))}"'
                )
                yield diagnose("CC621", message, subject=f"{self.plan.id}/{one.code}")
