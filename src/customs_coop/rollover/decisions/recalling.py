"""What a decisions file tells the person who edits it on each action, and on the plans before."""

from collections.abc import Iterator, Mapping

from customs_coop.model import Action, ActionPlan, Code
from customs_coop.rollover.appearances import History
from customs_coop.rollover.decisions.quoting import cleaned
from customs_coop.rollover.ledger.entries import Waiting

__all__ = ["about", "about_left", "carried_before", "heading"]

_NAMED = 160


def about(action: Action) -> Iterator[str]:
    """What a person has to know to decide: how far it is, whose it is, and what is open."""
    words = f' ("{cleaned(action.status_text)}")' if action.status_text.strip() else ""
    yield f"status: {action.status.value}{words}"
    if action.responsible:
        named = dict.fromkeys(one.text or one.party for one in action.responsible)
        yield f"responsible: {', '.join(named)}"
    for number, deadline in enumerate(action.deadlines, 1):
        yield f"deadline {number}: {deadline.text}"
    for number, indicator in enumerate(action.indicators, 1):
        due = "; ".join(deadline.text for deadline in indicator.deadlines)
        until = f" [{due}]" if due else ""
        yield f"indicator {number} ({indicator.status.value}){until}: {indicator.text}"


def heading(code: Code, titles: Mapping[Code, str]) -> list[str]:
    """What stands above the actions of a work area."""
    title = titles.get(code)
    return [f"Work area {code}: {cleaned(title)}" if title else f"Work area {code}"]


def carried_before(history: History, plan: ActionPlan, action: Action) -> Iterator[str]:
    """How often an action was carried already, and where it first stood; nothing of a new one."""
    here = plan.ref(action)
    before = history.before(here, action) or history.split_from(here, action)
    if not before:
        return
    often = "once" if len(before) == 1 else f"{len(before)} times"
    first = before[0]
    title = cleaned(first.title[:_NAMED])
    words = f" ({title})" if title and title != cleaned(action.title[:_NAMED]) else ""
    yield f"carried {often} before; first {first.action}{words}"


def about_left(one: Waiting) -> str:
    """How something was left by a rollover before, why and by which document, and its words."""
    cited = "" if one.authority is None else one.authority.cite()
    why = f"{one.reason.strip()} ({cited})" if one.reason.strip() and cited else one.reason or cited
    why = f", {cleaned(why)}" if why.strip() else ""
    words = f": {cleaned(one.words)}" if one.words.strip() else ""
    when = f"{one.old} became {one.new}" if one.old != one.new else f"{one.old} was revised"
    return f"{one.left} when {when}{why}{words}"
