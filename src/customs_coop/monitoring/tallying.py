"""Counting the things of a state of play by what they belong to."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, get_args

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, PlanRef
from customs_coop.monitoring.owed.duties import DueReport, DutyState
from customs_coop.monitoring.parties.identifying import PartyIds
from customs_coop.monitoring.parties.memberships import part_of_member, with_members
from customs_coop.monitoring.states import Standing, StateItem
from customs_coop.monitoring.tallies import Count, TalliedBy, Tally

if TYPE_CHECKING:
    from customs_coop.monitoring.play import StateOfPlay

__all__ = ["reports_received", "tallies_of"]

_CAME: Final = (DutyState.SENT, DutyState.LATE)
_PASSED: Final = (*_CAME, DutyState.MISSING)
_TO_COME: Final = (DutyState.DUE, DutyState.NOT_DUE, DutyState.NO_DAY)

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

    def __init__(self, state: "StateOfPlay") -> None:
        self.found: dict[_Key, _Group] = {}
        self._has_reports = state.has_reports
        self._quantitative = {one.indicator for one in state.series}

    def group(self, key: _Key, label: str = "") -> _Group:
        """The group of a key, which is made where there is none."""
        return self.found.setdefault(key, _Group(label))

    def tallies(self) -> Iterator[Tally]:
        """The counts; those that belong to nothing come last."""
        yield from (self._counted(key) for key in self.found if key != _NONE)
        rest = self._counted(_NONE) if _NONE in self.found else None
        if rest is not None and (rest.total or rest.owed):
            yield rest

    def _counted(self, key: _Key) -> Tally:
        group = self.found[key]
        items = group.items
        standings = {one: sum(item.standing is one for item in items) for one in Standing}
        left = [item for item in items if item.standing.open]
        measured = [item for item in items if item.measured is not None]
        owed = [one for one in group.owed if one.reports]
        return Tally(
            key=key[1],
            label=group.label,
            within=key[0],
            total=len(items),
            standings=tuple((one, count) for one, count in standings.items() if count),
            waiting=Count(sum(item.waiting for item in left), len(left)),
            measured=Count(sum(item.measured is True for item in measured), len(measured)),
            silent=Count(sum(item.silent for item in items), len(items)),
            reported=_received(owed, has_reports=self._has_reports),
            to_measure=sum(
                item.subject in self._quantitative and item.unmeasured_yet for item in items
            ),
            to_come=sum(one.state in _TO_COME for one in owed),
            possibly_missing=sum(one.state is DutyState.POSSIBLY_MISSING for one in owed),
            owed=len(owed),
        )


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
    groups = _Groups(state)
    _BY[by](state, groups)
    return tuple(groups.tallies())


def reports_received(state: "StateOfPlay") -> Count:
    """How many of the reports that were due came.

    Args:
        state: The state of play.

    Returns:
        The count; of nothing where nobody is named who owes one, or where no report is known at
        all: what a dossier does not hold may have been sent all the same.
    """
    named = [one for one in state.owed_once if one.party is not None and one.reports]
    return _received(named, has_reports=state.has_reports)


def _received(owed: Sequence[DueReport], *, has_reports: bool) -> Count:
    """How many reports came of those that were due; of what is possibly missing nobody knows."""
    passed = [one for one in owed if one.state in _PASSED]
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
    ids = PartyIds(state.parties)
    for item in state.items:
        for party in with_members(item.parties, state.collectives) or ("",):
            own = part_of_member(item, party, state.collectives, ids)
            groups.group(("", party), names.get(party, "")).items.append(own)
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
