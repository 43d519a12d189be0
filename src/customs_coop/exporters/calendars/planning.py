"""Which occasions of plans become entries, and what is told of the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from customs_coop.deadline import Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.exporters.calendars.history import in_time
from customs_coop.exporters.calendars.taking_part import Audience
from customs_coop.exporters.calendars.timing import rule_of
from customs_coop.formats.calendars import MonthEnds
from customs_coop.formats.crosswalk import rounds_key
from customs_coop.formats.occasions import Occasion, Profile
from customs_coop.model import Action, ActionPlan, Dossier, Indicator

__all__ = ["Shown", "planned"]


@attrs.frozen(kw_only=True)
class Shown:
    """An occasion that is shown, as an event or as a task.

    Args:
        plan: The plan.
        occasion: The occasion; of rounds that are shown as one event, the first of them.
        profile: What it is shown as.
        rule: The rule by which the other rounds follow, or None.
        unseen: Indicators of the action that have no entry of their own.
    """

    plan: ActionPlan
    occasion: Occasion
    profile: Profile
    rule: MonthEnds | None = None
    unseen: tuple[Indicator, ...] = ()

    @property
    def key(self) -> str:
        """What the identifier is made from."""
        return self.occasion.key(self.profile) if self.rule is None else rounds_key(self.occasion)


def planned(
    plans: Sequence[ActionPlan],
    dossier: Dossier,
    audience: Audience,
    profiles: Sequence[Profile],
    *,
    occasions: Mapping[int, Sequence[Occasion]],
    rules: bool,
) -> tuple[tuple[Shown, ...], tuple[Diagnostic, ...]]:
    """Choose what is shown of plans.

    Where two plans have the same thing, because one went on with it, that of the later plan is
    shown. What has no day is a task, and no event.

    Args:
        plans: The plans that are asked for.
        dossier: The dossier in which they stand.
        audience: Whose actions count.
        profiles: What occasions are shown as.
        occasions: All occasions of each plan, by the `id` of the plan.
        rules: Whether rounds are shown as one event, where a rule gives their days.

    Returns:
        What is shown, in the order of the plans, and what is told of all else.
    """
    found: list[Shown] = []
    told: list[Diagnostic] = []
    for plan in plans:
        of_plan = [one for one in occasions[id(plan)] if audience.has_part_in(one.action)]
        for _, group in groupby(of_plan, key=lambda one: one.index):
            times = list(group)
            action = times[0].action
            for profile in profiles:
                found += _of_action(plan, times, profile, rules=rules)
            unlisted = [] if plan.period is not None else _recurring(times)
            told += _rounds_not_listed(unlisted, tasks="tasks" in profiles)
            if "tasks" not in profiles:
                told += _without_day(action, times, unlisted)
    return _without_doubles(found, in_time(tuple(plans), dossier), told)


def _of_action(
    plan: ActionPlan, occasions: Sequence[Occasion], profile: Profile, *, rules: bool
) -> Iterator[Shown]:
    if profile == "tasks":
        for one in occasions:
            yield Shown(plan=plan, occasion=one, profile=profile)
        return
    dated = [one for one in occasions if one.time.day is not None]
    seen = {one.number for one in dated}
    unseen = tuple(
        [
            indicator
            for number, indicator in enumerate(occasions[0].action.indicators, 1)
            if number not in seen
        ]
    )
    for (number, *_), group in groupby(dated, key=_deadline_of):
        rounds = list(group)
        own = unseen if number is None else ()
        rule = rule_of([one.time.day for one in rounds if one.time.day]) if rules else None
        for one in rounds if rule is None else rounds[:1]:
            yield Shown(plan=plan, occasion=one, profile=profile, rule=rule, unseen=own)


def _recurring(occasions: Iterable[Occasion]) -> list[Occasion]:
    return [
        one
        for one in _first_of_each(occasions)
        if isinstance(one.deadline, Recurring) and one.deadline.recurrence is not None
    ]


def _rounds_not_listed(unlisted: Iterable[Occasion], *, tasks: bool) -> Iterator[Diagnostic]:
    for one in unlisted:
        so = "" if tasks or one.time.day is not None else ", so that it is no event"
        message = f"the rounds of {_quoted(one)} are not listed{so}: the plan has no period"
        yield _told("CC703", message, one)


def _without_day(
    action: Action, occasions: Sequence[Occasion], unlisted: Sequence[Occasion]
) -> Iterator[Diagnostic]:
    # What recurs without a period has been told.
    undated = [
        one for one in _first_of_each(occasions) if one.time.day is None and one not in unlisted
    ]
    if not undated:
        return
    if len(undated) == len(_first_of_each(occasions)):
        count = len(action.indicators)
        several = f", nor have its {count} indicators" if count else ""
        whose = ", nor has its indicator" if count == 1 else several
        message = f"it has no day{whose}, so that it is no event"
        yield diagnose("CC703", message, subject=str(occasions[0].ref), span=action.span)
        return
    has_own = any(one.number is None and one.time.day is not None for one in occasions)
    for one in undated:
        if one.deadline is not None:
            yield _told("CC703", f"{_quoted(one)} has no day, so that it is no event", one)
        elif not has_own:
            # The event of the action itself names the indicators that have none.
            yield _told("CC703", "it has no day, so that it is no event", one)


def _first_of_each(occasions: Iterable[Occasion]) -> list[Occasion]:
    """One occasion for each deadline, and for each thing without any."""
    return [next(group) for _, group in groupby(occasions, key=_deadline_of)]


def _deadline_of(occasion: Occasion) -> tuple[int | None, str, int, int]:
    """What the rounds of one deadline share; after a merger the place alone may come again."""
    return occasion.number, occasion.origin, occasion.place, occasion.copy


def _quoted(occasion: Occasion) -> str:
    text = "" if occasion.deadline is None else " ".join(occasion.deadline.text.split())
    return f"“{text}”"


def _told(code: str, message: str, occasion: Occasion) -> Diagnostic:
    return diagnose(code, message, subject=occasion.item, span=occasion.action.span)


def _without_doubles(
    found: Sequence[Shown], plans: Sequence[ActionPlan], told: list[Diagnostic]
) -> tuple[tuple[Shown, ...], tuple[Diagnostic, ...]]:
    rank = {id(plan): number for number, plan in enumerate(plans)}
    standing: dict[str, Shown] = {}
    for one in found:
        before = standing.get(one.key)
        if before is None or rank[id(one.plan)] > rank[id(before.plan)]:
            standing[one.key] = one
    replaced: dict[tuple[str, str], list[Shown]] = {}
    for one in found:
        other = standing[one.key]
        if other is not one:
            replaced.setdefault((one.occasion.item, other.occasion.item), []).append(one)
    for (_, later), ones in replaced.items():
        entries = "entry stands" if len(ones) == 1 else f"{len(ones)} entries stand"
        message = f"its {entries} under {later}, what it became in a later plan"
        told.append(_told("CC705", message, ones[0].occasion))
    return tuple(one for one in found if standing[one.key] is one), tuple(told)
