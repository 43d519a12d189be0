"""New actions that go on with what rollovers before left."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic
from customs_coop.model import (
    Action,
    ActionRef,
    Appearance,
    DeadlineRef,
    Involvement,
    Link,
    LinkKind,
    RecommendationRef,
    Role,
    Status,
)
from customs_coop.model.descent import known_deadlines
from customs_coop.references import ActionCitation
from customs_coop.rollover.findings import about_deadlines
from customs_coop.rollover.leftovers.former import Former
from customs_coop.rollover.windows import SHIFT, DeadlinePolicy, Window

__all__ = ["is_link_to", "revived"]

_ENDED: Final = frozenset({Status.COMPLETED, Status.OBSOLETE, Status.DEFERRED})


def is_link_to(former: Former, link: Link) -> bool:
    """Whether a link of an action says that it goes on with something of an earlier plan."""
    if former.is_whole:
        return link.kind is LinkKind.CONTINUES and link.target == former.ref
    target = RecommendationRef(former.recommendation.id) if former.recommendation else former.ref
    return link.kind is LinkKind.TAKES_UP and link.target == target


def revived(
    draft: Action,
    formers: Sequence[Former],
    *,
    deadlines: DeadlinePolicy,
    window: Period | None,
) -> tuple[Action, list[Diagnostic]]:
    """A new action that goes on with what was left.

    Where it goes on with one action alone, it is that action: it keeps its origin, its former
    places and its title, and, where the plan of that action is at hand, whatever else it held and
    the draft does not say itself. Where it goes on with several, it is a new action with a link
    to each, which has their titles. Single indicators and deadlines, and recommendations, are
    put into it.

    Args:
        draft: The action as it was drafted.
        formers: What it goes on with.
        deadlines: What becomes of deadlines.
        window: The period of the new plan, or None.

    Returns:
        The action, and what a person should look at.
    """
    windows = [_window(one, deadlines, window, draft) for one in formers]
    before = _together(draft, formers, [None] * len(formers))
    after = _together(draft, formers, windows)
    first = formers[0]
    name = str(first.ref) if first.recommendation is None else first.recommendation.id
    return after, list(about_deadlines(name, before, after, window))


def _window(
    former: Former, deadlines: DeadlinePolicy, window: Period | None, draft: Action
) -> Window | None:
    """What becomes of the deadlines of something, counted from the plan in which it stood.

    Those that the draft sets itself are new, and stay.
    """
    if deadlines is SHIFT and (former.period is None or window is None):
        return None  # nobody knows by how much
    own = {id(time): time for time in draft.all_deadlines}
    return Window(policy=deadlines, old=former.period, new=window, fixed=own)


def _together(draft: Action, formers: Sequence[Former], windows: Sequence[Window | None]) -> Action:
    """The draft with everything that it goes on with; without a window no deadline moves."""
    whole = [(one, move) for one, move in zip(formers, windows, strict=True) if one.is_whole]
    action = draft
    if len(whole) == 1:
        action, move = _as_it_was(draft, whole[0][0]), whole[0][1]
        action = action if move is None else move.move_action(action)
    links = list(action.links)
    terms = [action.terms_of_reference]
    indicators, milestones = list(action.indicators), list(action.deadlines)
    places: list[DeadlineRef | None] = []
    for one, move in zip(formers, windows, strict=True):
        links.append(_link(one, keeps_title=len(whole) > 1))
        if one.recommendation is not None:
            terms.append(f"Recommendation {one.recommendation.id}: {one.recommendation.text}")
        # It is moved as the only one of an action, so that the rules are the same.
        alone = Action(
            code=draft.code,
            title="",
            indicators=() if one.indicator is None else [one.indicator],
            deadlines=() if one.milestone is None else [one.milestone],
        )
        alone = alone if move is None else move.move_action(alone)
        indicators += alone.indicators
        milestones += alone.deadlines
        places += [one.milestone_origin for _ in alone.deadlines]
    origins = action.deadline_origins
    if places:
        own = origins if action.origin is None else known_deadlines(action, action.origin)
        origins = (*own, *[None] * (len(action.deadlines) - len(own)), *places)
    return attrs.evolve(
        action,
        links=tuple(dict.fromkeys(links)),
        indicators=indicators,
        deadlines=milestones,
        deadline_origins=origins,
        terms_of_reference="\n".join(text for text in terms if text.strip()),
    )


def _link(former: Former, *, keeps_title: bool) -> Link:
    if former.recommendation is not None:
        return Link(kind=LinkKind.TAKES_UP, target=RecommendationRef(former.recommendation.id))
    if not former.is_whole:
        return Link(kind=LinkKind.TAKES_UP, target=_address(former))
    text = former.title if keeps_title else ""
    return Link(kind=LinkKind.CONTINUES, target=_address(former), text=text)


def _address(former: Former) -> ActionRef:
    if former.ref is None:
        raise TypeError("only a recommendation has no address")
    return former.ref


def _as_it_was(draft: Action, former: Former) -> Action:
    """One action that comes back, with what the draft says on top."""
    here = _address(former)
    places = (*former.earlier, Appearance(action=here, title=former.title))
    origin = next(one.action for one in places if isinstance(one.action, ActionRef))
    action = attrs.evolve(draft, title=draft.title or former.title, origin=origin, earlier=places)
    old = former.action
    if old is None:
        return action
    first = old.origin or here
    # New times take the places of the old ones.
    times, origins = draft.deadlines, draft.deadline_origins
    if not times:
        times, origins = old.deadlines, old.deadline_origins
        origins = origins if first == origin else known_deadlines(old, first)
    terms = (old.terms_of_reference, draft.terms_of_reference)
    has_ended = old.status in _ENDED
    return attrs.evolve(
        action,
        objectives=draft.objectives or old.objectives,
        priority=draft.priority or old.priority,
        # What comes back is open, whatever had ended it.
        status=Status.OPEN if has_ended else old.status,
        status_text="" if has_ended else old.status_text,
        indicators=(*old.indicators, *draft.indicators),
        outcomes=old.outcomes,
        involved=_parties(draft, old),
        terms_of_reference="\n".join(text for text in terms if text.strip()),
        deadlines=times,
        deadline_origins=origins,
        references=tuple(dict.fromkeys((*old.references, *draft.references))),
        links=(*_pinned(old.links, here), *draft.links),
        funding=old.funding,
        extra=old.extra,
    )


def _parties(draft: Action, old: Action) -> tuple[Involvement, ...]:
    """Those of the draft carry it; who else had a part in it has one again."""
    has_own = any(one.role is Role.RESPONSIBLE for one in draft.involved)
    others = [one for one in old.involved if not has_own or one.role is not Role.RESPONSIBLE]
    if not has_own:
        return tuple(dict.fromkeys((*others, *draft.involved)))
    return tuple(dict.fromkeys((*draft.involved, *others)))


def _pinned(links: Iterable[Link], here: ActionRef) -> Iterator[Link]:
    """The links of an old action; a code without its plan meant the plan that printed it."""
    for link in links:
        target = link.target
        if link.kind is LinkKind.CONTINUES:
            continue  # its former places are recorded in the action
        if isinstance(target, ActionCitation) and target.plan is None:
            yield attrs.evolve(link, target=ActionRef(here.plan, target.code))
        else:
            yield link
