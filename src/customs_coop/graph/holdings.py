"""What a dossier holds, made ready for looking up: actions by code, plans by number, names."""

import functools
from typing import NamedTuple

from customs_coop.graph.nodes import Node, party, place_of, recommendation, thing
from customs_coop.model import ActionPlan, ActionRef, Dossier, Named, PlanRef, RecommendationRef
from customs_coop.references import RecommendationCitation

__all__ = ["HeldPlan", "Holdings", "holdings_of"]


class HeldPlan(NamedTuple):
    """A plan of the dossier, the first of its id, with its actions by code, else by alias."""

    plan: ActionPlan
    codes: dict[str, ActionRef]


class Holdings:
    """What a dossier holds, with what was looked up in it before."""

    def __init__(self, dossier: Dossier, plans: dict[str, HeldPlan]) -> None:
        self.dossier = dossier
        self.plans = plans

    def action(self, plan: str, code: str) -> ActionRef | None:
        """The address of the action that a plan has under a code or an alias."""
        held = self.plans.get(plan)
        return None if held is None else held.codes.get(code)

    def plans_of(self, number: int) -> list[str]:
        """The ids of the plans of a number, else the one that is called after it."""
        names = self._numbered.get(number)
        if names is not None:
            return names
        held = self.plans.get(f"AP{number}")
        return [] if held is None or held.plan.number is not None else [held.plan.id]

    def counted(self, plan: str) -> int | None:
        """The number of a plan whose codes all begin with it, as in 5.1 to 5.10; else None."""
        if plan not in self._counted:
            held = self.plans.get(plan)
            number = held.plan.number if held is not None and held.plan.actions else None
            if number is not None and held is not None:
                head = f"{number}."
                if not all(action.code.text.startswith(head) for action in held.plan.actions):
                    number = None
            self._counted[plan] = number
        return self._counted[plan]

    def before(self, plan: str) -> dict[str, None]:
        """The ids of the plans that a plan continues, directly or not, the nearest first."""
        found = self._before.get(plan)
        if found is None:
            found = self._before[plan] = dict.fromkeys(self._forerunners(plan))
        return found

    def holders(self, plan: str, code: str) -> tuple[ActionRef, ...]:
        """The actions with a code in the plans that a plan continues, in their order there."""
        before = self.before(plan)
        found = (self.action(name, code) for name in before)
        return tuple([ref for ref in found if ref is not None])

    def recommendations_of(self, cited: RecommendationCitation) -> list[RecommendationRef]:
        """The recommendations with the number that is cited and, where it is named, its report."""
        found = self._recommendations.get(cited.number.casefold(), ())
        return [
            recommendation(name)
            for document, name in found
            if cited.document is None or document == cited.document
        ]

    def named(self, named: Named) -> list[Node]:
        """What has this text as its id, its title or a name."""
        return sorted(self._names.get(_folded(named.text), ()), key=place_of)

    @functools.cached_property
    def _counted(self) -> dict[str, int | None]:
        return {}

    @functools.cached_property
    def _before(self) -> dict[str, dict[str, None]]:
        return {}

    @functools.cached_property
    def _numbered(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for name, held in self.plans.items():
            if held.plan.number is not None:
                found.setdefault(held.plan.number, []).append(name)
        return {number: sorted(names) for number, names in found.items()}

    @functools.cached_property
    def _recommendations(self) -> dict[str, list[tuple[object, str]]]:
        found: dict[str, list[tuple[object, str]]] = {}
        for item in sorted(self.dossier.recommendations, key=lambda item: item.id):
            if item.number:
                found.setdefault(item.number.casefold(), []).append((item.document, item.id))
        return found

    @functools.cached_property
    def _names(self) -> dict[str, dict[Node, None]]:
        found: dict[str, dict[Node, None]] = {}

        def known(node: Node, *texts: str) -> None:
            for text in texts:
                if text.strip():
                    found.setdefault(_folded(text), {})[node] = None

        for strategy in self.dossier.strategies:
            known(thing(strategy.id, "strategy"), strategy.id, strategy.title)
        for event in self.dossier.events:
            known(thing(event.id, "event"), event.id, event.title)
        for body in self.dossier.parties:
            names = [name.text for name in body.names]
            known(party(body.id), body.id, body.name, *names)
        for plan in self.dossier.plans:
            known(PlanRef(plan.id), plan.id, plan.title)
        return found

    def _forerunners(self, plan: str) -> list[str]:
        met = {plan}
        waiting = [plan]
        for name in waiting:
            held = self.plans.get(name)
            for previous in () if held is None else held.plan.previous:
                if previous not in met:
                    met.add(previous)
                    waiting.append(previous)
        return [name for name in waiting[1:] if name in self.plans]


def holdings_of(dossier: Dossier) -> Holdings:
    """Make a dossier ready for looking up.

    Where two plans have one id, or two actions one code, the first one has it.

    Example:
        >>> from customs_coop.model import Action
        >>> plan = ActionPlan(id="AP1", title="", actions=[Action(code="8", title="")])
        >>> holdings_of(Dossier.of(plan)).action("AP1", "8")
        ActionRef(plan='AP1', code=Code('8'))
    """
    plans: dict[str, HeldPlan] = {}
    for plan in dossier.plans:
        codes = plans.setdefault(plan.id, HeldPlan(plan, {})).codes
        for action in plan.actions:
            text = action.code.text
            if text not in codes:
                codes[text] = ActionRef(plan.id, action.code)
    for plan in dossier.plans:
        codes = plans[plan.id].codes
        for action in plan.actions:
            for alias in action.aliases:
                codes.setdefault(alias.text, codes[action.code.text])
    return Holdings(dossier, plans)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
