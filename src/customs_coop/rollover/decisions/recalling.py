"""What a decisions file tells the person who edits it on each action, and on the plans before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from customs_coop.model import Action, ActionPlan, Code
from customs_coop.rollover.appearances import History
from customs_coop.rollover.decisions.quoting import cleaned
from customs_coop.rollover.entries import ItemKind

if TYPE_CHECKING:
    from customs_coop.rollover.ledger import Ledger

__all__ = ["about", "carried_before", "heading", "waiting_lines"]

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


def waiting_lines(
    ledgers: "Iterable[Ledger]", plan: ActionPlan, older: Sequence[ActionPlan], asked: Iterable[str]
) -> list[str]:
    """What rollovers before put off or left open; nothing where nothing waits.

    Args:
        ledgers: The ledgers of these rollovers.
        plan: The plan that ends.
        older: Plans before it.
        asked: The ids of recommendations on which the file decides; they wait no more.
    """
    from customs_coop.rollover.waiting import former_ledgers, still_waiting

    answered = set(asked)
    waiting = [
        one
        for one in still_waiting(former_ledgers(ledgers, plan), (plan, *older), ())
        if one.kind is not ItemKind.RECOMMENDATION or one.item not in answered
    ]
    if not waiting:
        return []
    lines = [
        "Rollovers before left this, and nothing has become of it since. It is only listed here:",
        "it waits until an action of the new plan has a link that continues it.",
        "",
    ]
    for one in waiting:
        why = f", {cleaned(one.reason)}" if one.reason.strip() else ""
        words = f": {cleaned(one.words)}" if one.words.strip() else ""
        lines.append(f"{one.item} ({one.left} when {one.old} became {one.new}{why}){words}")
    return lines
