"""What a dossier holds, made ready for looking up: actions by code, plans by number, names."""

import functools
from collections.abc import Sequence
from typing import NamedTuple

from customs_coop.graph.duplicates import arranged
from customs_coop.graph.nodes import (
    Node,
    NodeKind,
    kind_of,
    natural_order,
    party,
    place_of,
    recommendation,
    thing,
)
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Named,
    PlanRef,
    Recommendation,
    RecommendationRef,
)
from customs_coop.references import ActionCitation, DocumentNumber, RecommendationCitation

__all__ = ["HeldPlan", "Holdings", "holdings_of"]

# Hyphens, dashes and low lines stand for blanks in ids, and are set at will in names.
_BLANKS = str.maketrans(dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014_", " "))


class HeldPlan(NamedTuple):
    """A plan of the dossier, the first of its id, with its actions by code, else by alias."""

    plan: ActionPlan
    codes: dict[str, ActionRef]


class Holdings:
    """What a dossier holds, with what was looked up in it before.

    `rows` has all plans with their actions; where several have one id or code, in an order that
    does not depend on how the dossier is arranged.
    """

    def __init__(
        self,
        dossier: Dossier,
        plans: dict[str, HeldPlan],
        rows: list[tuple[ActionPlan, Sequence[Action]]],
    ) -> None:
        self.dossier = dossier
        self.plans = plans
        self.rows = rows

    @functools.cached_property
    def recommendations(self) -> Sequence[Recommendation]:
        """The recommendations; those of one id in an order of their own, as in `rows`."""
        items = self.dossier.recommendations
        return arranged(items, lambda one: one.id.strip(), lambda one: one.text)

    @functools.cached_property
    def documents(self) -> Sequence[Document]:
        """The documents; those of one reference in an order of their own, as in `rows`."""
        return arranged(self.dossier.documents, lambda one: one.reference, lambda one: one.title)

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
        meant = [
            recommendation(name)
            for document, name in found
            if cited.document is None or document == cited.document
        ]
        return list(dict.fromkeys(meant))

    def in_other_revisions(self, cited: RecommendationCitation) -> list[RecommendationRef]:
        """The recommendations with the number that is cited, in any revision of its report."""
        report = cited.document
        found = self._recommendations.get(cited.number.casefold(), ()) if report else ()
        meant = [
            recommendation(name)
            for document, name in found
            if report is not None
            and isinstance(document, DocumentNumber)
            and document.is_version_of(report)
        ]
        return list(dict.fromkeys(meant))

    def citing(self, cited: ActionCitation, label: str) -> list[str]:
        """The ids of the plans of which an action links to a citation and to what has a label."""
        numbers, beside = self._citing.get(cited, {}), self._citing.get(label, {})
        return list(dict.fromkeys(plan for one, plan in numbers.items() if one in beside))

    def named(self, named: Named) -> list[Node]:
        """What has this text as its id, its title or a name, and is of the kind that is named.

        A document often has the title of the plan or the strategy that it prints, so it is meant
        only where nothing else is called so.
        """
        text, kind = _folded(named.text), kind_of(named)
        for names in (self._names, self._titles):
            known = names.get(text, ())
            found = [node for node in known if kind in (NodeKind.OTHER, kind_of(node))]
            if found:
                return sorted(found, key=place_of)
        return []

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
    def _citing(self) -> dict[ActionCitation | str, dict[int, str]]:
        """The actions that cite a code without its plan, by the citation and by all else there.

        They are counted off, each with the id of its plan.
        """
        found: dict[ActionCitation | str, dict[int, str]] = {}
        number = 0
        for plan, actions in self.rows:
            for action in actions:
                targets = [link.target for link in action.links]
                number += 1
                cited = [
                    one for one in targets if isinstance(one, ActionCitation) and one.plan is None
                ]
                names: list[ActionCitation | str] = [*cited]
                names += [str(one) for one in targets] if cited else []
                for name in names:
                    found.setdefault(name, {})[number] = plan.id
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

    @functools.cached_property
    def _titles(self) -> dict[str, dict[Node, None]]:
        found: dict[str, dict[Node, None]] = {}
        for document in self.dossier.documents:
            if document.title.strip():
                found.setdefault(_folded(document.title), {})[document.reference] = None
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

    Where two plans have one id, or two actions one code, the first one has it, by what is in
    them.

    Example:
        >>> from customs_coop.model import Action
        >>> plan = ActionPlan(id="AP1", title="", actions=[Action(code="8", title="")])
        >>> holdings_of(Dossier.of(plan)).action("AP1", "8")
        ActionRef(plan='AP1', code=Code('8'))
    """
    plans: dict[str, HeldPlan] = {}
    rows: list[tuple[ActionPlan, Sequence[Action]]] = []
    aliases: dict[str, dict[str, ActionRef]] = {}
    for plan in arranged(dossier.plans, lambda one: one.id, lambda one: one.title):
        codes = plans.setdefault(plan.id, HeldPlan(plan, {})).codes
        rows.append((plan, arranged(plan.actions, _code_of, _title_of)))
        for action in plan.actions:
            text = action.code.text
            if text not in codes:
                codes[text] = ActionRef(plan.id, action.code)
            for alias in action.aliases:
                former = aliases.setdefault(plan.id, {})
                known = former.setdefault(alias.text, codes[text])
                if natural_order(text) < natural_order(known.code.text):
                    former[alias.text] = codes[text]
    for name, former in aliases.items():
        for text, ref in former.items():
            plans[name].codes.setdefault(text, ref)
    return Holdings(dossier, plans, rows)


def _code_of(action: Action) -> str:
    return action.code.text


def _title_of(action: Action) -> str:
    return action.title


def _folded(text: str) -> str:
    return " ".join(text.casefold().translate(_BLANKS).split())
