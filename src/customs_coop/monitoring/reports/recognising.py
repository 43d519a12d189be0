"""What a dossier knows: parties, things to report on, and units; and what comes near to a name."""

from collections.abc import Iterable
from typing import Final

import attrs

from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    PlanRef,
    ProgressReport,
    RecommendationRef,
    Subject,
    known_party,
)
from customs_coop.model.party import customs_administration, member_state, partner_country

__all__ = ["Known", "Missing"]

_NEAR: Final = 3
_MOST: Final = 1000  # names with which one is compared
_MOST_COMPARED: Final = 100  # names that are; to compare all with all would take minutes
_LONGEST: Final = 80
_FEWEST: Final = 12  # of a list so short, all members are told
_CUSTOMS: Final = "-CUSTOMS"  # behind the id of a state: its customs administration


@attrs.frozen
class Missing:
    """Something on which was reported and that is not there.

    Args:
        kind: What sort of thing it would be.
        hint: What comes near, in words for people; may be empty.
    """

    kind: str
    hint: str


class Known:
    """The names in a dossier.

    Args:
        dossier: The dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._plans: dict[str, ActionPlan] = {}
        for plan in dossier.plans:
            self._plans.setdefault(plan.id, plan)
        ids: list[str | None] = [one.id for one in dossier.parties]
        for plan in dossier.plans:
            ids += [one.party for action in plan for one in action.involved]
        ids += [party for duty in dossier.obligations for party in (duty.party, duty.to)]
        self._parties = [*dict.fromkeys(one for one in ids if one is not None)]
        self._named = set(self._parties)
        self._compared = 0

    def near_party(self, party: str) -> str | None:
        """What to write for a party that is not known; None for one that is.

        Args:
            party: The id as a report has it.
        """
        if party in self._named or _is_known_id(party):
            return None
        folded = party.strip().casefold()
        for one in self.dossier.parties:
            if folded in {n.casefold() for n in (one.id, one.name, *(n.text for n in one.names))}:
                return f'write its id "{one.id}"'
        known = known_party(party.strip()) or known_party(party.strip().upper())
        known = known or customs_administration(party)
        if known is not None:
            return f'write its id "{known.id}"'
        return self._near(party, self._parties) or _all(self._parties)

    def action(self, ref: ActionRef) -> Action | None:
        """The action at an address, which may have a former code; None where there is none."""
        plan = self._plans.get(ref.plan)
        return None if plan is None or ref.code not in plan else plan[ref.code]

    def indicator(self, ref: IndicatorRef) -> Indicator | None:
        """The indicator at an address, or None."""
        action = self.action(ref.action)
        if action is None or ref.number > len(action.indicators):
            return None
        return action.indicators[ref.number - 1]

    def missing(self, subject: Subject) -> Missing | None:
        """What is missing where the dossier has no such thing; None where it has.

        Parties and things that are only named by words are looked up nowhere.

        Args:
            subject: What was reported on.
        """
        match subject:
            case PlanRef() if subject.plan not in self._plans:
                return Missing("plan", self._near_plan(subject.plan))
            case ActionRef() if self.action(subject) is None:
                return self._without_action(subject)
            case IndicatorRef() if self.indicator(subject) is None:
                action = self.action(subject.action)
                if action is None:
                    return self._without_action(subject.action)
                count = len(action.indicators)
                has = f"{count} indicator{'' if count == 1 else 's'}"
                return Missing("indicator", f"{subject.action} has {has}")
            case RecommendationRef():
                ids = [one.id for one in self.dossier.recommendations]
                name = subject.recommendation
                return None if name in ids else Missing("recommendation", self._near(name, ids))
            case _:
                return None

    def _near(self, name: str, names: Iterable[str]) -> str:
        """The names that come near to another, as a question; empty where none does."""
        from difflib import get_close_matches  # only where something is wrong

        self._compared += 1
        if self._compared > _MOST_COMPARED:
            return ""
        some = [*names][:_MOST]
        folded = {one.casefold()[:_LONGEST]: one for one in reversed(some)}
        near = get_close_matches(name.strip().casefold()[:_LONGEST], [*folded], n=_NEAR)
        return f"did you mean {_listed([folded[one] for one in near])}?" if near else ""

    def _near_plan(self, name: str) -> str:
        return self._near(name, self._plans) or _all([*self._plans])

    def _without_action(self, ref: ActionRef) -> Missing:
        plan = self._plans.get(ref.plan)
        if plan is None:
            elsewhere = [f"{one.id}/{ref.code}" for one in self._plans.values() if ref.code in one]
            near = f"did you mean {_listed(elsewhere[:_NEAR])}?" if elsewhere else ""
            return Missing("plan", near or self._near_plan(ref.plan))
        codes = [str(one.code) for one in plan]
        return Missing("action", self._near(str(ref.code), codes) or _all(codes))

    def strange_units(self, report: ProgressReport) -> tuple[str, ...]:
        """The units of a report in which no indicator of its subject counts.

        Args:
            report: The report; of what is no action and no indicator nothing is told.
        """
        counted = self._counted(report.subject)
        if counted is None:
            return ()
        units = dict.fromkeys(one.unit for one in report.measurements)
        return tuple(unit for unit in units if unit not in counted)

    def units(self, subject: Subject) -> str:
        """Which units the indicators of a thing count in, in words for people."""
        counted = self._counted(subject)
        if not counted:
            return "give the indicator that it belongs to a measure, so that it becomes a series"
        return f"write the unit as the plan has it: {_listed([f'{one!r:.80}' for one in counted])}"

    def _counted(self, subject: Subject) -> list[str] | None:
        if isinstance(subject, IndicatorRef):
            indicator = self.indicator(subject)
            found = [] if indicator is None else [indicator]
        elif isinstance(subject, ActionRef):
            action = self.action(subject)
            found = [] if action is None else list(action.indicators)
            if action is None:
                return None
        else:
            return None
        measures = [one.measure for one in found if one.measure is not None]
        if isinstance(subject, IndicatorRef) and not measures:
            return None
        return [*dict.fromkeys(one.unit for one in measures)]


def _is_known_id(party: str) -> bool:
    known = known_party(party)
    if known is not None and known.id == party:
        return True
    state = party.removesuffix(_CUSTOMS)
    return state != party and bool(member_state(state) or partner_country(state))


def _all(names: list[str]) -> str:
    shown = ", ".join(names[:_FEWEST])
    more = ", ..." if len(names) > _FEWEST else ""
    return f"there is {shortened(shown, 3 * _LONGEST)}{more}" if names else "there is none"


def _listed(names: list[str]) -> str:
    return " or ".join(shortened(one) for one in names)
