"""Counting the things of a state of play by what they belong to."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, get_args

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, PlanRef
from customs_coop.monitoring.duties import DueReport, DutyState
from customs_coop.monitoring.states import Standing, StateItem
from customs_coop.monitoring.tallies import Count, TalliedBy, Tally

if TYPE_CHECKING:
    from customs_coop.monitoring.play import StateOfPlay

__all__ = ["reports_received", "tallies_of"]

_CAME: Final = (DutyState.SENT, DutyState.LATE)
_PASSED: Final = (*_CAME, DutyState.MISSING)

_Key: TypeAlias = tuple[str, str]
"""What the key holds in, and the key."""

_NONE: Final[_Key] = ("", "")


@attrs.define
class _Group:
    """What belongs to one key."""

    label: str
    items: list[StateItem] = attrs.Factory(list)
    owed: list[DueReport] = attrs.Factory(list)


class _Groups:
    """The groups of one kind, in the order in which they are met."""

    def __init__(self) -> None:
        self.found: dict[_Key, _Group] = {}

    def group(self, key: _Key, label: str = "") -> _Group:
        """The group of a key, which is made where there is none."""
        return self.found.setdefault(key, _Group(label))

    def tallies(self, *, has_reports: bool) -> Iterator[Tally]:
        """The counts; those that belong to nothing come last.

        Args:
            has_reports: Whether any report is known.
        """
        ordered = [one for one in self.found if one != _NONE]
        yield from (_counted(key, self.found[key], has_reports=has_reports) for key in ordered)
        rest = None
        if _NONE in self.found:
            rest = _counted(_NONE, self.found[_NONE], has_reports=has_reports)
        if rest is not None and (rest.total or rest.reported.whole):
            yield rest


def tallies_of(state: "StateOfPlay", by: TalliedBy) -> tuple[Tally, ...]:
    """Count the items and the reports of a state of play.

    Args:
        state: The state of play.
        by: What they are counted by.

    Raises:
        InvalidValueError: Nothing is counted by that.
    """
    if by not in _BY:
        known = ", ".join(get_args(TalliedBy))
        raise InvalidValueError(f"things are counted by {known}, not by {by!r}")
    groups = _Groups()
    _BY[by](state, groups)
    return tuple(groups.tallies(has_reports=state.has_reports))


def reports_received(state: "StateOfPlay") -> Count:
    """How many of the reports that were due came.

    Args:
        state: The state of play.

    Returns:
        The count; of nothing where nobody is named who owes one, or where no report is known at
        all: what a dossier does not hold may have been sent all the same.
    """
    named = [one for one in state.owed_once if one.party is not None]
    return _received(named, has_reports=state.has_reports)


def _received(owed: Sequence[DueReport], *, has_reports: bool) -> Count:
    """How many reports came of those that were due; of what is possibly missing nobody knows."""
    passed = [one for one in owed if one.state in _PASSED and one.reports]
    came = sum(one.state in _CAME for one in passed)
    return Count(came, len(passed)) if has_reports else Count(0, 0)


def _by_action(state: "StateOfPlay", groups: _Groups) -> None:
    for item in state.items:
        groups.group(("", str(item.action)), item.title).items.append(item)
    for one in state.owed_once:
        action = _action_of(one)
        key = _NONE if action is None else ("", str(action))
        groups.group(key).owed.append(one)


def _by_party(state: "StateOfPlay", groups: _Groups) -> None:
    names = {party.id: party.name for party in state.parties}
    for item in state.items:
        for party in item.parties or ("",):
            groups.group(("", party), names.get(party, "")).items.append(item)
    for one in state.owed_once:
        party = one.party or ""
        groups.group(("", party), names.get(party, "")).owed.append(one)


def _by_objective(state: "StateOfPlay", groups: _Groups) -> None:
    homes = {plan.id: plan.strategy or plan.id for plan in state.plans}
    for plan in state.plans:
        for objective in plan.objectives:
            groups.group((homes[plan.id], str(objective.code)), objective.text)
    codes: dict[ActionRef, tuple[_Key, ...]] = {}
    for item in state.items:
        home = homes.get(item.action.plan, item.action.plan)
        keys = tuple((home, str(code)) for code in dict.fromkeys(item.objectives)) or (_NONE,)
        codes[item.action] = keys
        for key in keys:
            groups.group(key).items.append(item)
    _owed_by(groups, state.owed_once, codes)


def _by_work_area(state: "StateOfPlay", groups: _Groups) -> None:
    for plan in state.plans:
        for area in plan.work_areas:
            groups.group((plan.id, str(area.code)), area.title)
    codes: dict[ActionRef, tuple[_Key, ...]] = {}
    for item in state.items:
        area_code = item.work_area
        key = _NONE if area_code is None else (item.action.plan, str(area_code))
        codes[item.action] = (key,)
        groups.group(key).items.append(item)
    _owed_by(groups, state.owed_once, codes)


def _by_plan(state: "StateOfPlay", groups: _Groups) -> None:
    for plan in state.plans:
        groups.group(("", plan.id), plan.title)
    for item in state.items:
        groups.group(("", item.action.plan)).items.append(item)
    for one in state.owed_once:
        action = _action_of(one)
        plan_id = one.subject.plan if isinstance(one.subject, PlanRef) else ""
        groups.group(("", plan_id if action is None else action.plan)).owed.append(one)


_BY: Final[dict[str, Callable[["StateOfPlay", _Groups], None]]] = {
    "action": _by_action,
    "party": _by_party,
    "objective": _by_objective,
    "work_area": _by_work_area,
    "plan": _by_plan,
}


def _action_of(owed: DueReport) -> ActionRef | None:
    return owed.subject if isinstance(owed.subject, ActionRef) else None


def _owed_by(
    groups: _Groups, owed: Sequence[DueReport], keys: dict[ActionRef, tuple[_Key, ...]]
) -> None:
    """Put what is owed on an action where its items are."""
    for one in owed:
        action = _action_of(one)
        for key in (_NONE,) if action is None else keys.get(action, (_NONE,)):
            groups.group(key).owed.append(one)


def _counted(key: _Key, group: _Group, *, has_reports: bool) -> Tally:
    items = group.items
    counts = {standing: sum(item.standing is standing for item in items) for standing in Standing}
    left = [item for item in items if item.standing.open]
    to_measure = [item for item in items if item.measured is not None]
    return Tally(
        key=key[1],
        label=group.label,
        within=key[0],
        total=len(items),
        standings=tuple((one, count) for one, count in counts.items() if count),
        waiting=Count(sum(item.waiting for item in left), len(left)),
        measured=Count(sum(item.measured is True for item in to_measure), len(to_measure)),
        silent=Count(sum(item.silent for item in items), len(items)),
        reported=_received(group.owed, has_reports=has_reports),
    )
