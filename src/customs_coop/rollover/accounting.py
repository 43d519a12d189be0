"""The decisions, checked: whether they account for everything that there is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline
from customs_coop.errors import InvalidValueError, RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Recommendation,
    RecommendationRef,
)
from customs_coop.rollover.arguments import several
from customs_coop.rollover.dispositions import (
    DISPOSITIONS,
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    SplitInto,
)
from customs_coop.rollover.settling import (
    NOTHING_SETTLED,
    End,
    Settlement,
    equal_titles,
    left_out,
    settlement_of,
)

__all__ = [
    "Decided",
    "check_policy",
    "decide_all",
    "older_plans",
    "positions_by_code",
    "together",
]

V = TypeVar("V")

_GOING_ON: Final = (Carry, MergeInto, SplitInto)
_FORMS: Final = (
    "a disposition is Carry(), Complete(), Defer(reason), Drop(reason), MergeInto(code) or"
    " SplitInto(titles)"
)
_MAPPINGS: Final = {
    "missing": 'a mapping of codes, such as {"7.1": Drop("standard procedure")}',
    "answers": 'a mapping of ids, such as {"R1": Drop("no money for it")}',
    "waiting": 'a mapping of names, such as {"AP1/5.2": Drop("no longer wanted")}',
}


def check_policy(decide: object) -> None:
    """Refuse what nobody can ask about an action.

    Raises:
        TypeError: The policy cannot be called.
    """
    if not callable(decide):
        hint = "write carry_open_actions, or lambda action: Carry()"
        if isinstance(decide, Mapping):
            hint = "write lambda action: decided[action.code.text]"
        raise TypeError(
            f"decide takes a function from an action to a disposition, not {decide!r:.80}; {hint}"
        )


def older_plans(earlier: Iterable[ActionPlan]) -> tuple[ActionPlan, ...]:
    """The plans before the old one.

    Raises:
        TypeError: Something else was given.
    """
    return several(
        earlier,
        ActionPlan,
        takes="earlier takes the plans before the old one",
        single="earlier=[plan]",
        hint="dossier.plan_by_id gives a plan by its id",
    )


# Any: the keys are looked at by what uses them.
def together(name: str, own: Mapping[Any, V] | None, given: Mapping[Any, V] | None) -> dict[Any, V]:
    """What was given, on top of what a policy has itself; each key as its text.

    Args:
        name: "missing", "answers" or "waiting", for the message.
        own: The mapping of the policy, or None.
        given: The mapping that was handed in, or None.

    Raises:
        RolloverError: One mapping says two things of one key, once as a text.
        TypeError: What was given is no mapping.
    """
    found: dict[Any, V] = {}
    for mapping in (own, given):
        if mapping is None:
            continue
        if not isinstance(mapping, Mapping):
            raise TypeError(f"{name} takes {_MAPPINGS[name]}, not {mapping!r:.80}")
        texts: dict[Any, V] = {}
        for key, value in mapping.items():
            text = key
            if isinstance(key, RecommendationRef):
                text = key.recommendation
            elif isinstance(key, Code):
                text = key.text
            elif isinstance(key, ActionRef):
                text = str(key)
            if texts.setdefault(text, value) != value:
                raise RolloverError(
                    f"{name} says two things of {text}: {texts[text]!r:.80} and {value!r:.80};"
                    " name it once"
                )
        found |= texts
    return found


@attrs.frozen(kw_only=True)
class Decided:
    """What was decided.

    Args:
        dispositions: One for each action of the old plan, in its order.
        mergers: The positions of the actions that go into another one, by that one's position.
        settled: What was decided on single items of an action, by its position.
        missing: What was found out about missing codes.
        answers: What was answered to recommendations, by their ids.
    """

    dispositions: tuple[Disposition, ...]
    mergers: dict[int, list[int]]
    settled: dict[int, Settlement]
    missing: dict[Code, Disposition]
    answers: dict[str, End]

    def settlement(self, position: int) -> Settlement:
        """What was decided on single items of the action at a position."""
        return self.settled.get(position, NOTHING_SETTLED)

    @property
    def fixed(self) -> dict[int, Deadline]:
        """The new times that were set for single items, by their `id`."""
        times = (time for one in self.settled.values() for time in one.new_deadlines)
        return {id(time): time for time in times}


def positions_by_code(plan: ActionPlan) -> dict[str, int]:
    """Where each action stands, by its code, else by an alias; of two alike, the first."""
    found: dict[str, int] = {}
    for position, action in enumerate(plan.actions):
        found.setdefault(action.code.text, position)
    for position, action in enumerate(plan.actions):
        for alias in action.aliases:
            found.setdefault(alias.text, position)
    return found


def decide_all(
    plan: ActionPlan,
    decide: Callable[[Action], object],
    positions: dict[str, int],
    *,
    codes: Sequence[Code],
    missing: Mapping[Code | str, Disposition],
    recommendations: Sequence[Recommendation],
    answers: Mapping[RecommendationRef | str, End],
    window: Period | None = None,
) -> Decided:
    """Ask the policy about every action once, in order, and check all that was decided.

    Args:
        plan: The old plan.
        decide: The policy.
        positions: The positions of its actions, by code and alias.
        codes: The codes that its numbering leaves out.
        missing: What was found out about them.
        recommendations: The recommendations that were handed in.
        answers: What was answered to them.
        window: The period of the new plan, within which new times are read.

    Raises:
        RolloverError: The decisions do not account for everything; all faults are listed.
    """
    faults: list[str] = []
    dispositions, settled = _asked(plan, decide, window, faults)
    mergers: dict[int, list[int]] = {}
    for position, decided in enumerate(dispositions):
        if isinstance(decided, MergeInto):
            survivor = positions.get(decided.code.text)
            fault = _merger_fault(position, survivor, dispositions, positions)
            if fault:
                faults.append(f"{plan.actions[position].code} goes into {decided.code}, {fault}")
            elif survivor is not None:
                mergers.setdefault(survivor, []).append(position)
    explained: dict[Code, Disposition] = {}
    if missing:
        fates = {name: dispositions[place] for name, place in positions.items()}
        explained = _explained(plan, missing, codes, fates, faults)
    answered = _answered(answers, recommendations, faults)
    if faults:
        if any(" is no disposition" in fault for fault in faults):
            faults.append(_FORMS)
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise RolloverError(f"the decisions on {plan.id} do not account for everything{listed}")
    return Decided(
        dispositions=tuple(dispositions),
        mergers=mergers,
        settled=settled,
        missing=explained,
        answers=answered,
    )


def _asked(
    plan: ActionPlan,
    decide: Callable[[Action], object],
    window: Period | None,
    faults: list[str],
) -> tuple[list[Disposition], dict[int, Settlement]]:
    """Every disposition, and what each says about single items."""
    dispositions: list[Disposition] = []
    settled: dict[int, Settlement] = {}
    for position, action in enumerate(plan.actions):
        decided = decide(action)
        if not isinstance(decided, DISPOSITIONS):
            dispositions.append(Carry())  # so that the other faults are found as well
            faults.append(f"{action.code}: {decided!r:.80} is no disposition")
            continue
        dispositions.append(decided)
        if not isinstance(decided, _GOING_ON):
            continue
        settlement, wrong = settlement_of(action, decided, window)
        if settlement is not NOTHING_SETTLED:
            settled[position] = settlement
        faults += wrong
        if isinstance(decided, SplitInto):
            if not decided.parts:
                faults.append(f"{action.code} is split into no parts")
            faults += [
                f"{action.code}: parts {one} and {other} have one title; give each its own, or a"
                " reader cannot tell them apart"
                for one, other in equal_titles(decided.parts)
            ]
            if decided.parts and not wrong:
                faults += left_out(action, decided, settlement)
    return dispositions, settled


def _merger_fault(
    position: int,
    survivor: int | None,
    dispositions: Sequence[Disposition],
    positions: dict[str, int],
) -> str:
    """Why an action cannot go into another one; empty where it can."""
    if survivor is None:
        return "which the plan does not have"
    if survivor == position:
        return "which is itself"
    decided = dispositions[survivor]
    if isinstance(decided, MergeInto):
        if positions.get(decided.code.text) == position:
            return "which goes into it in turn"
        return f"which itself goes into {decided.code}; name the last one"
    if not isinstance(decided, Carry | SplitInto):
        return f"which is {decided.word}"
    return ""


def _explained(
    plan: ActionPlan,
    missing: Mapping[Code | str, Disposition],
    codes: Iterable[Code],
    fates: Mapping[str, Disposition],
    faults: list[str],
) -> dict[Code, Disposition]:
    """What was found out about missing codes, in the order of the codes."""
    gaps = dict.fromkeys(codes)
    given: dict[Code, object] = {}
    for name, disposition in missing.items():
        try:
            given[name if isinstance(name, Code) else Code(name)] = disposition
        except (InvalidValueError, TypeError):
            faults.append(f'missing: {name!r:.80} is no code; a code is a text, such as "7.1"')
    for code in sorted(given):
        if code.text in fates:
            faults.append(f"missing: {code} is not missing; {plan.id} has it")
        elif code not in gaps:
            listed = (
                f"; missing are {', '.join(map(str, gaps))}" if gaps else ", nor any other code"
            )
            faults.append(f"missing: {plan.id} does not miss {code}{listed}")
    explained: dict[Code, Disposition] = {}
    for code in gaps:
        if code in given:
            found = given[code]
            fault = _explanation_fault(plan, found, fates)
            if fault:
                faults.append(f"missing: {code}{fault}")
            elif isinstance(found, DISPOSITIONS):
                explained[code] = found
    return explained


def _explanation_fault(plan: ActionPlan, found: object, fates: Mapping[str, Disposition]) -> str:
    """Why something cannot have become of a missing code; empty where it can."""
    if not isinstance(found, DISPOSITIONS):
        return f": {found!r:.80} is no disposition"
    if isinstance(found, Carry | SplitInto):
        return f" is {found.word}, and {plan.id} has no words of it"
    if not isinstance(found, MergeInto):
        return ""
    decided = fates.get(found.code.text)
    if decided is None:
        return f" goes into {found.code}, which the plan does not have"
    if not isinstance(decided, Carry | MergeInto | SplitInto):
        return (
            f" goes into {found.code}, which is {decided.word}; let that go on, or say what became"
            " of the code itself: Complete(), or Drop(reason)"
        )
    return ""


def _answered(
    answers: Mapping[RecommendationRef | str, End],
    recommendations: Iterable[Recommendation],
    faults: list[str],
) -> dict[str, End]:
    """What was answered to recommendations, in their order."""
    given = {
        name.recommendation if isinstance(name, RecommendationRef) else name: answer
        for name, answer in answers.items()
    }
    there = dict.fromkeys(one.id for one in recommendations)
    faults += [
        f"recommendations: {name!r:.80} was not handed in"
        for name in sorted(map(str, given))
        if name not in there
    ]
    found: dict[str, End] = {}
    for name in there:
        answer: object = given.get(name)
        if isinstance(answer, Complete | Defer | Drop):
            found[name] = answer
        elif name in given:
            faults.append(
                f"recommendations: {name}: {answer!r:.80} is no answer; there are Complete, Defer"
                " and Drop"
            )
    return found
