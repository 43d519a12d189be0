"""The content of an action in the new plan: carried as it is, merged, or split."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import TypeVar

import attrs

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Indicator,
    Link,
    LinkKind,
    PlanRef,
    Status,
)
from customs_coop.model.descent import first_places, known_deadlines
from customs_coop.references import ActionCitation
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.copying import with_first_places
from customs_coop.rollover.dispositions import Carry, SplitInto
from customs_coop.rollover.drafted import Drafted
from customs_coop.rollover.settling import folded, settled_action
from customs_coop.rollover.splitting import parts_of

__all__ = ["Row", "merger_differences", "split_parts", "successions"]

H = TypeVar("H", bound=Hashable)


@attrs.define(kw_only=True)
class Row:
    """One action of the new plan on its way, still with the code and the links of the old.

    Args:
        position: Where the old action stands in the old plan.
        action: What the new action holds so far.
        origin: Where the new action first appeared.
        earlier: Where it stood before.
        descent: The links that say where it comes from.
        is_further_part: It is a part of a split, and not the first.
        is_filled: It is a part that was given as an action, so its content was written anew.
        drafted: The action of the draft that is this one already, or None.
    """

    position: int
    action: Action
    origin: ActionRef | None
    earlier: tuple[Appearance, ...]
    descent: tuple[Link, ...]
    is_further_part: bool = False
    is_filled: bool = False
    drafted: Action | None = None


def successions(
    plan: ActionPlan,
    decided: Decided,
    drafted: Drafted,
    addresses: Sequence[ActionRef],
    before: Sequence[tuple[Appearance, ...]],
) -> list[Row]:
    """The rows that go on into the new plan, in the order of the old one.

    Args:
        plan: The old plan.
        decided: What was decided.
        drafted: What the draft has already.
        addresses: The addresses of the old actions.
        before: Where each of them stood before.
    """
    rows: list[Row] = []
    places = first_places(plan)
    has_drafted = bool(drafted)
    nothing_there: Iterator[None] = repeat(None)
    for position, disposition in enumerate(decided.dispositions):
        old = plan.actions[position]
        here = addresses[position]
        if isinstance(disposition, Carry):
            kind, text = LinkKind.CONTINUES, ""
            known = with_first_places(old, places[position], here)
            parts = [settled_action(known, decided.settlement(position), here)]
        elif isinstance(disposition, SplitInto):
            # The words that were split stand in no part, so the links keep them.
            kind, text = LinkKind.SPLIT_FROM, old.title
            parts = parts_of(old, disposition, decided.settlement(position), places[position], here)
        else:
            continue
        descent = (Link(kind=kind, target=here, text=text, inferred=True),)
        mergers = decided.mergers.get(position)
        first = parts[0]
        links: tuple[Link, ...] = descent
        if mergers:
            others = [
                _closed(
                    settled_action(
                        with_first_places(plan.actions[other], places[other], addresses[other]),
                        decided.settlement(other),
                        addresses[other],
                    )
                )
                for other in mergers
            ]
            first = _merged(
                first,
                [_absorbed(other, plan) for other in others],
                [plan.actions[one].origin or addresses[one] for one in (position, *mergers)],
            )
            links = _once((*links, *(_merged_from(plan, plan.actions[other]) for other in mergers)))
        given = disposition.parts if isinstance(disposition, SplitInto) else ("",)
        there = _there_already(position, disposition, drafted) if has_drafted else nothing_there
        former = before[position]
        origin = _origin(old, former, here)
        rows.append(
            Row(
                position=position,
                action=_still_from(first, old.origin or here, origin),
                origin=origin,
                earlier=(*former, Appearance(action=here, title=old.title)),
                descent=links,
                is_filled=isinstance(given[0], Action),
                drafted=next(there),
            )
        )
        for part, written in zip(parts[1:], given[1:], strict=True):
            # Only one action may claim to be the old one, so the others start anew.
            row = Row(
                position=position,
                action=part,
                origin=None,
                earlier=(),
                descent=descent,
                is_further_part=True,
                is_filled=isinstance(written, Action),
                drafted=next(there),
            )
            rows.append(row)
    return rows


def split_parts(rows: Iterable[Row], decided: Decided) -> dict[int, list[Action]]:
    """The parts of each action that was split, in their order, by its position."""
    found: dict[int, list[Action]] = {}
    for row in rows:
        if isinstance(decided.dispositions[row.position], SplitInto):
            found.setdefault(row.position, []).append(row.action)
    return found


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


def _origin(old: Action, before: Sequence[Appearance], here: ActionRef) -> ActionRef:
    """Where an action first appeared, as far as its code there is known."""
    if not before:
        return old.origin or here
    known = [one.action for one in before if isinstance(one.action, ActionRef)]
    # Older plans may tell of a place before the one that was recorded as the first.
    if known and (old.origin is None or before[0].action == known[0]):
        return known[0]
    return old.origin or here


def _still_from(action: Action, first: ActionRef, origin: ActionRef) -> Action:
    """The action with deadlines that stay the same ones though an earlier origin came to light."""
    if origin == first or not action.deadlines or action.deadline_origins:
        return action
    return attrs.evolve(action, deadline_origins=known_deadlines(action, first))


def _word(value: object) -> str:
    return str(getattr(value, "value", value))


def _there_already(
    position: int, disposition: Carry | SplitInto, drafted: Drafted
) -> Iterator[Action | None]:
    """For each part in order, the action of the draft that is that part; then None for ever."""
    continuing = drafted.continuing.get(position, [])
    parts = drafted.parts.get(position, [])
    merging = drafted.merging.get(position, [])
    if isinstance(disposition, Carry):
        yield from [*continuing, *parts, *merging][:1]
    else:
        by_title: dict[str, list[Action]] = {}
        for action in reversed(parts):
            by_title.setdefault(folded(action.title), []).append(action)
        whole = continuing or ([] if parts else merging)
        yield whole[0] if whole else _taken(by_title, disposition.parts[0])
        for part in disposition.parts[1:]:
            yield _taken(by_title, part)
    yield from repeat(None)


def _taken(by_title: dict[str, list[Action]], part: Action | str) -> Action | None:
    """The next action of the draft that has the title of a part."""
    same = by_title.get(folded(part.title if isinstance(part, Action) else part))
    return same.pop() if same else None


def _merged_from(plan: ActionPlan, other: Action) -> Link:
    """The link to a merged action, with its title: so one can tell whose words are whose."""
    return Link(kind=LinkKind.MERGED_FROM, target=plan.ref(other), text=other.title, inferred=True)


def _absorbed(other: Action, plan: ActionPlan) -> Action:
    """An action whose former places are no longer its own, but those of a part of another one."""
    links = tuple(
        [
            attrs.evolve(link, kind=LinkKind.MERGED_FROM) if _is_older(link, plan) else link
            for link in other.links
        ]
    )
    return other if links == other.links else attrs.evolve(other, links=links)


def _is_older(link: Link, plan: ActionPlan) -> bool:
    """Whether a link tells where an action stood in another plan."""
    target = link.target
    if link.kind is not LinkKind.CONTINUES:
        return False
    if isinstance(target, ActionCitation):
        return target.plan != plan.number if target.plan else target.code not in plan
    return isinstance(target, ActionRef | PlanRef) and target.plan != plan.id


def _closed(other: Action) -> Action:
    """An action that goes into an open one; where it is done itself, so is its every part."""
    if not other.status.closed:
        return other
    status = Status.COMPLETED if other.status is Status.COMPLETED else Status.OBSOLETE
    indicators: list[Indicator] = [
        one if one.status.closed else attrs.evolve(one, status=status) for one in other.indicators
    ]
    # A deadline has no status; one that is over has no place in a row that is open.
    return attrs.evolve(other, indicators=indicators, deadlines=(), deadline_origins=())


def _merged(survivor: Action, others: Sequence[Action], origins: Sequence[ActionRef]) -> Action:
    """The survivor with everything that the others hold behind it.

    What the survivor has twice it keeps twice: each of the two is accounted for.

    Args:
        survivor: The action that goes on.
        others: What is merged into it.
        origins: Where each of them first appeared, that of the survivor first.
    """
    together = [survivor, *others]
    own, *theirs = map(known_deadlines, together, origins)
    came = {
        deadline: place
        for other, places in reversed([*zip(others, theirs, strict=True)])
        for deadline, place in reversed([*zip(other.deadlines, places, strict=True)])
    }
    deadlines = _behind(survivor.deadlines, [item for other in others for item in other.deadlines])
    behind = [came[deadline] for deadline in deadlines[len(own) :]]
    return attrs.evolve(
        survivor,
        title=_joined(action.title for action in together),
        objectives=_behind(
            survivor.objectives, [code for other in others for code in other.objectives]
        ),
        status_text=_joined(action.status_text for action in together),
        indicators=[item for action in together for item in action.indicators],
        outcomes=_behind(survivor.outcomes, [text for other in others for text in other.outcomes]),
        involved=_behind(survivor.involved, [item for other in others for item in other.involved]),
        terms_of_reference=_joined(action.terms_of_reference for action in together),
        deadlines=deadlines,
        deadline_origins=(*own, *behind) if behind else survivor.deadline_origins,
        references=[item for action in together for item in action.references],
        links=_once(link for action in together for link in action.links),
        funding=[item for action in together for item in action.funding],
        notes=_behind(survivor.notes, [note for other in others for note in other.notes]),
        extra=[item for action in together for item in action.extra],
    )


def _joined(texts: Iterable[str]) -> str:
    """Paragraph below paragraph, as a merged row prints its texts; blank ones leave no gap."""
    return "\n".join(_once(text for text in texts if text.strip()))


def _behind(own: Sequence[H], others: Iterable[H]) -> tuple[H, ...]:
    """What a survivor has, and behind it what the others have and it has not."""
    there = frozenset(own)
    return (*own, *_once(item for item in others if item not in there))


def _once(items: Iterable[H]) -> tuple[H, ...]:
    return tuple(dict.fromkeys(items))
