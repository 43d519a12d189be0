"""Whether what a decisions file says of earlier plans is so: what waits, and what goes on."""

from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionPlan, ActionRef
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.decisions.newcomers import DraftDecision
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import Decisions, WaitingAnswer
from customs_coop.rollover.decisions.words import choice_of, did_you_mean
from customs_coop.rollover.ledger.entries import GOES_ON
from customs_coop.rollover.leftovers.former import Former, Past

__all__ = ["check_continued", "line_of"]

_MOST = 5


def line_of(draft: DraftDecision, name: str) -> int | None:
    """Where a draft says that it goes on with something."""
    return draft.lines.get(f"continues {name}", draft.lines.get("continues", draft.line))


def check_continued(
    decisions: Decisions, plan: ActionPlan, past: Past | None, faults: Faults
) -> None:
    """Check what drafts go on with, and what is decided on that which waits.

    Args:
        decisions: The decisions.
        plan: The plan that ends.
        past: The plans and ledgers before; None where they are not at hand yet.
        faults: Where faults are told: a name that nobody knows, an action of the old plan, which
            has a decision of its own, and what does not wait.
    """
    for draft in decisions.drafts:
        found = []
        for name in draft.continues:
            # What its own revisions left has a name that begins with an action that is still there.
            is_left = name in past.names if past is not None else " " in name
            fault = "" if is_left else _of_old_plan(name, decisions, plan)
            if not fault and past is not None:
                former = past.find(name)
                fault = _unknown(name, past) if former is None else _elsewhere(name, former, past)
                found.append(former)
            if fault:
                faults.add(line_of(draft, name), fault)
        if not draft.title.strip() and found and not _has_title(found[0]):
            faults.add(
                draft.line,
                f'nothing tells the title of {draft.continues[0]}; write title = "What is to be'
                ' done"',
            )
    if past is not None:
        _check_decided(decisions, past, faults)


def _check_decided(decisions: Decisions, past: Past, faults: Faults) -> None:
    """What is decided on things that wait is about such things, and a draft is there."""
    continued: set[str] = set()
    for draft in decisions.drafts:
        for name in draft.continues:
            former = past.find(name)
            # An action may be named by another code that it had.
            meant = former.ref if former is not None and former.is_whole else None
            continued |= {name, str(meant)}
    for one in decisions.settled:
        if one.answer is WaitingAnswer.WAIT:
            continue  # should it wait no more, that does no harm
        if one.item not in past.names:
            faults.add(one.lines.get("item", one.line), _not_waiting(one.item, past))
        elif one.answer is WaitingAnswer.DRAFT and one.item not in continued:
            faults.add(
                one.line,
                f'no [[draft]] continues {one.item}; write one, with continues = "{one.item}"',
            )


def _has_title(former: Former | None) -> bool:
    # Of a name that nobody knows, that is told already.
    return former is None or (former.is_whole and bool(former.title.strip()))


def _of_old_plan(name: str, decisions: Decisions, plan: ActionPlan) -> str:
    """Why something of the old plan is not continued by a draft; empty for all else."""
    try:
        ref = ActionRef.parse(name.partition(" ")[0])
    except InvalidValueError:
        return ""
    if ref.plan != plan.id:
        return ""
    if ref.code in plan:
        code = plan[ref.code].code
        disposition = decisions.actions.get(code)
        is_open = f"{plan.id}/{code} is an action of the plan that ends, and has its own decision"
        if isinstance(disposition, GOES_ON):
            return f'{is_open}, "{choice_of(disposition)}": it goes on there; take it out here'
        word = "" if disposition is None else f', "{choice_of(disposition)}"'
        return f"{is_open}{word}; to let it go on, write carry there, and take it out here"
    if ref.code in missing_codes(plan):
        return (
            f"{name} is a code that {plan.id} leaves out; say in its [[missing]] what became of it,"
            " and take it out here"
        )
    return f"{plan.id} has no action {ref.code}{_near(ref.code.text, plan)}"


def _near(code: str, plan: ActionPlan) -> str:
    return did_you_mean(code, (action.code.text for action in plan.actions))


def _unknown(name: str, past: Past) -> str:
    if name in past.answered:
        return (
            f"recommendation {name} is handed in; take it out here, and write"
            f' recommendations = ["{name}"]'
        )
    return f"nothing is known of {name}{_way_out(name, past)}"


def _not_waiting(name: str, past: Past) -> str:
    if name in past.answered:
        return f"recommendation {name} is handed in; decide on it in a [[recommendation]]"
    return f"{name} does not wait{_way_out(name, past)}"


def _way_out(name: str, past: Past) -> str:
    near = did_you_mean(name, past.names)
    if near:
        return near
    names = list(past.names)
    if not names:
        return (
            ", and no ledger of a rollover before says what waits; hand in the one that left it,"
            " with --earlier-ledger"
        )
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"; what waits is {', '.join(names[:_MOST])}{more}"


def _elsewhere(name: str, former: Former, past: Past) -> str:
    """Where a whole action goes on already, or waits under another name; empty where nowhere."""
    if former.ref is None or not former.is_whole or name in past.names:
        return ""
    if str(former.ref) in past.names:  # named by an alias
        return ""
    other = past.waits_as(former.ref)
    if other:
        return f'{name} waits as {other}; write continues = "{other}"'
    there = past.goes_on_as(former.ref)
    if there is None:
        return ""
    return f"{name} goes on as {there} already; decide on that one, and take this out here"
