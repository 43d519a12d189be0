"""The content of an action in the new plan: carried as it is, merged, or split."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind
from customs_coop.rollover.accounting import Decisions
from customs_coop.rollover.dispositions import Carry, SplitInto

__all__ = ["Row", "merger_differences", "successions"]

H = TypeVar("H", bound=Hashable)


@attrs.frozen(kw_only=True)
class Row:
    """One action of the new plan on its way, still with the code and the links of the old.

    Args:
        position: Where the old action stands in the old plan.
        action: What the new action holds so far.
        origin: Where the new action first appeared.
        descent: The links that say where it comes from.
        is_further_part: It is a part of a split, and not the first.
    """

    position: int
    action: Action
    origin: ActionRef | None
    descent: tuple[Link, ...]
    is_further_part: bool = False


def successions(plan: ActionPlan, decisions: Decisions) -> list[Row]:
    """The rows that go on into the new plan, in the order of the old one."""
    rows: list[Row] = []
    for position, disposition in enumerate(decisions.dispositions):
        old = plan.actions[position]
        if isinstance(disposition, Carry):
            parts, kind = [old], LinkKind.CONTINUES
        elif isinstance(disposition, SplitInto):
            parts = [_part(old, part, is_first=n == 0) for n, part in enumerate(disposition.parts)]
            kind = LinkKind.SPLIT_FROM
        else:
            continue
        here = plan.ref(old)
        link = Link(kind=kind, target=here, inferred=True)
        others = [plan.actions[other] for other in decisions.mergers.get(position, ())]
        merged = [
            Link(kind=LinkKind.MERGED_FROM, target=plan.ref(other), inferred=True)
            for other in others
        ]
        first = Row(
            position=position,
            action=_merged(parts[0], others),
            origin=old.origin or here,
            descent=(link, *merged),
        )
        rows.append(first)
        for part in parts[1:]:
            # Only one action may claim to be the old one, so the others start anew.
            row = Row(
                position=position, action=part, origin=None, descent=(link,), is_further_part=True
            )
            rows.append(row)
    return rows


def merger_differences(survivor: Action, other: Action) -> list[str]:
    """What the merged action says otherwise in fields that hold one value."""
    differences = []
    if other.priority is not None and other.priority != survivor.priority:
        differences.append(
            f"priority {_word(other.priority)} gives way to {_word(survivor.priority)}"
        )
    if other.status is not survivor.status:
        differences.append(f"status {other.status.value} gives way to {survivor.status.value}")
    if other.work_area is not None and other.work_area != survivor.work_area:
        differences.append(f"work area {other.work_area} gives way to {survivor.work_area}")
    return differences


def _word(value: object) -> str:
    return str(getattr(value, "value", value))


def _part(old: Action, part: Action | str, *, is_first: bool) -> Action:
    if isinstance(part, Action):
        area = old.work_area if part.work_area is None else part.work_area
        return attrs.evolve(part, code=old.code, work_area=area)
    if is_first:
        return attrs.evolve(old, title=part)
    return Action(
        code=old.code,
        title=part,
        work_area=old.work_area,
        objectives=old.objectives,
        priority=old.priority,
        status=old.status,
        status_text=old.status_text,
        involved=old.involved,
    )


def _merged(survivor: Action, others: Iterable[Action]) -> Action:
    """The survivor with everything that the others hold behind it; the same, without others."""
    together = [survivor, *others]
    if len(together) == 1:
        return survivor
    return attrs.evolve(
        survivor,
        title=_joined(action.title for action in together),
        objectives=_once(code for action in together for code in action.objectives),
        status_text=_joined(action.status_text for action in together),
        indicators=[item for action in together for item in action.indicators],
        outcomes=_once(text for action in together for text in action.outcomes),
        involved=_once(item for action in together for item in action.involved),
        terms_of_reference=_joined(action.terms_of_reference for action in together),
        deadlines=_once(item for action in together for item in action.deadlines),
        references=[item for action in together for item in action.references],
        links=_once(link for action in together for link in action.links),
        funding=[item for action in together for item in action.funding],
        notes=_once(note for action in together for note in action.notes),
        extra=[item for action in together for item in action.extra],
    )


def _joined(texts: Iterable[str]) -> str:
    """Paragraph below paragraph, as a merged row prints its texts; blank ones leave no gap."""
    return "\n".join(_once(text for text in texts if text.strip()))


def _once(items: Iterable[H]) -> tuple[H, ...]:
    return tuple(dict.fromkeys(items))
