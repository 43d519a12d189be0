"""The type of a rule, all rules in order, and the call that asks them."""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from customs_coop.collector import collector_paused
from customs_coop.diagnostics import Diagnostic, Report
from customs_coop.model import ActionPlan, Dossier
from customs_coop.validation.citations import (
    plans_are_held,
    recommendations_are_held,
    revision_figures_agree,
)
from customs_coop.validation.dependencies import citations_are_clear, work_can_be_put_in_order
from customs_coop.validation.identity import (
    aliases_are_not_codes,
    aliases_are_unique,
    codes_are_unique,
    links_lead_somewhere,
    names_are_unique,
    notes_are_there,
    numbering_has_no_gaps,
    plan_ids_are_unique,
    work_areas_are_given,
    work_areas_are_listed,
)
from customs_coop.validation.linked import Linkage
from customs_coop.validation.responsibility import (
    parties_are_confirmed,
    parties_are_named_once,
    somebody_is_responsible,
)
from customs_coop.validation.time import (
    deadlines_lie_in_the_period,
    plans_have_a_period,
    times_are_set,
    times_fit_the_order,
)

__all__ = ["RULES", "Rule", "validate"]

Rule: TypeAlias = Callable[[Dossier], Iterable[Diagnostic]]
"""A rule looks at a whole dossier, changes nothing, and gives its findings in order."""

# These ask the same of the links, which takes the time of all other rules together.
_OF_LINKAGE: Final = (times_fit_the_order, citations_are_clear, work_can_be_put_in_order)

RULES: Final[tuple[Rule, ...]] = (
    plan_ids_are_unique,
    codes_are_unique,
    aliases_are_not_codes,
    aliases_are_unique,
    work_areas_are_listed,
    work_areas_are_given,
    links_lead_somewhere,
    numbering_has_no_gaps,
    names_are_unique,
    notes_are_there,
    deadlines_lie_in_the_period,
    times_are_set,
    plans_have_a_period,
    times_fit_the_order,
    somebody_is_responsible,
    parties_are_confirmed,
    parties_are_named_once,
    revision_figures_agree,
    plans_are_held,
    recommendations_are_held,
    citations_are_clear,
    work_can_be_put_in_order,
)
"""All rules. It is a tuple: to add or leave out a rule, hand another one to `validate`."""


@collector_paused()  # the graph of many links is large, and has no circles
def validate(dossier: Dossier | ActionPlan, *, rules: Iterable[Rule] = RULES) -> Report:
    """Ask every rule about a dossier and give all findings in one report.

    Args:
        dossier: A dossier, or a bare plan. It is not changed.
        rules: The rules to ask, `RULES` where none are given.

    Returns:
        The findings: first those on the dossier as a whole, then plan by plan in order, each
        with the findings on the plan before those on its actions, then those on recommendations
        and on documents; at one place, by code.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.model import Action
        >>> plan = ActionPlan(
        ...     id="AP2",
        ...     title="Second Action Plan",
        ...     period="2007-01-01/2008-06-30",
        ...     actions=[Action(code="1", title="Train"), Action(code="1", title="Evaluate")],
        ... )
        >>> print(validate(plan))
        error CC201: AP2/1: two actions have this code
    """
    subject = Dossier.of(dossier)
    linkage = Linkage(subject)
    found = [finding for rule in rules for finding in _asked(rule, subject, linkage)]
    if len(found) > 1:
        places = _places(subject)
        nowhere = (-1, -1)
        found.sort(key=lambda finding: (places.get(finding.subject, nowhere), finding.code))
    return Report(found)


def _asked(rule: Rule, dossier: Dossier, linkage: Linkage) -> Iterable[Diagnostic]:
    for sharing in _OF_LINKAGE:
        if rule is sharing:
            return sharing(dossier, linkage)
    return rule(dossier)


def _places(dossier: Dossier) -> dict[str, tuple[int, int]]:
    """Where each thing stands, by the text that names it in a finding."""
    places: dict[str, tuple[int, int]] = {}
    for number, plan in enumerate(dossier.plans):
        places.setdefault(plan.id, (number, -1))
        for position, action in enumerate(plan.actions):
            places.setdefault(f"{plan.id}/{action.code}", (number, position))
    behind = len(dossier.plans)
    for position, item in enumerate(dossier.recommendations):
        places.setdefault(item.id, (behind, position))
    for position, document in enumerate(dossier.documents):
        places.setdefault(str(document.reference), (behind + 1, position))
    return places
