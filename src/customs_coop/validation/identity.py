"""Rules about names: CC2xx. Whatever is named must be there, and only once."""

from collections import Counter
from collections.abc import Iterable, Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, ActionRef, Code, Dossier, Link
from customs_coop.model.numbering import missing_codes
from customs_coop.validation.linked import all_links

__all__ = [
    "aliases_are_not_codes",
    "aliases_are_unique",
    "codes_are_unique",
    "links_lead_somewhere",
    "names_are_unique",
    "notes_are_there",
    "numbering_has_no_gaps",
    "plan_ids_are_unique",
    "work_areas_are_given",
    "work_areas_are_listed",
]


def plan_ids_are_unique(dossier: Dossier) -> Iterator[Diagnostic]:
    """A plan id is the first half of every address, so it may stand only once in a dossier."""
    for name in _twice(plan.id for plan in dossier.plans):
        yield diagnose("CC202", "two plans have this id", subject=name)


def codes_are_unique(dossier: Dossier) -> Iterator[Diagnostic]:
    """A code names an action only as long as no other action of the plan has it."""
    for plan in dossier.plans:
        codes = [action.code.text for action in plan.actions]
        if len(set(codes)) == len(codes):
            continue
        counts = Counter(codes)
        met: Counter[str] = Counter()
        for action in plan.actions:
            code = action.code.text
            met[code] += 1
            if met[code] == 2:  # one finding a code, at the place where it comes back
                how_many = "two" if counts[code] == 2 else str(counts[code])
                yield diagnose(
                    "CC201",
                    f"{how_many} actions have this code",
                    subject=f"{plan.id}/{code}",
                    span=action.span,
                )


def aliases_are_not_codes(dossier: Dossier) -> Iterator[Diagnostic]:
    """A former code that is in use again would lead readers of old papers astray."""
    for plan, action in _with_aliases(dossier):
        for alias in action.aliases:
            if alias != action.code and plan[alias].code == alias:
                message = f"its former code {alias} is the code of another action"
                yield _about(plan, action, "CC203", message)


def aliases_are_unique(dossier: Dossier) -> Iterator[Diagnostic]:
    """An action can have been merged into one other only, so two cannot have its code."""
    owners: dict[tuple[str, Code], int] = {}
    for plan, action in _with_aliases(dossier):
        for alias in dict.fromkeys(action.aliases):
            owner = owners.setdefault((plan.id, alias), id(action))
            if owner != id(action):
                message = f"another action gives the former code {alias}, too"
                yield _about(plan, action, "CC204", message)


def work_areas_are_listed(dossier: Dossier) -> Iterator[Diagnostic]:
    """A work area that the plan does not list has no heading to stand under."""
    for plan in dossier.plans:
        listed = {area.code.text for area in plan.work_areas}
        for action in plan.actions:
            area = action.work_area
            if area is not None and area.text not in listed:
                yield _about(plan, action, "CC205", f"the plan has no work area {area}")


def work_areas_are_given(dossier: Dossier) -> Iterator[Diagnostic]:
    """In a plan that is ordered by work areas, an action without one gets lost in tables.

    A plan that lists work areas and assigns none of its actions to them is left alone.
    """
    for plan in dossier.plans:
        without = [action for action in plan.actions if action.work_area is None]
        if len(without) < len(plan.actions):
            for action in without:
                yield _about(plan, action, "CC206", "it stands in no work area")


def links_lead_somewhere(dossier: Dossier) -> Iterator[Diagnostic]:
    """A link into a plan that is at hand must find its action there, by code or alias."""
    plans = {plan.id: plan for plan in reversed(dossier.plans)}
    codes = {name: {action.code.text for action in plan.actions} for name, plan in plans.items()}

    def leads_nowhere(link: Link) -> bool:
        target = link.target
        if not isinstance(target, ActionRef) or target.plan not in plans:
            return False
        return target.code.text not in codes[target.plan] and target.code not in plans[target.plan]

    for linked in all_links(dossier, leads_nowhere):
        what = f"{linked.link.kind.value} {linked.link.target}, which is not in the plan"
        message = f"{what}{linked.quoted}"
        yield diagnose("CC207", message, subject=linked.subject, span=linked.span)


def numbering_has_no_gaps(dossier: Dossier) -> Iterator[Diagnostic]:
    """A gap in the numbering is often the only trace of a deleted action."""
    for plan in dossier.plans:
        missing = missing_codes(plan)
        if missing:
            yield diagnose(
                "CC208", f"missing codes: {', '.join(map(str, missing))}", subject=plan.id
            )


def names_are_unique(dossier: Dossier) -> Iterator[Diagnostic]:
    """Links and fields point by id, so no two things of one sort may share one."""
    for sort, names in (
        ("strategies", (strategy.id for strategy in dossier.strategies)),
        ("recommendations", (item.id for item in dossier.recommendations)),
        ("parties", (party.id for party in dossier.parties)),
        ("events", (event.id for event in dossier.events)),
    ):
        for name in _twice(names):
            yield diagnose("CC209", f"two {sort} have the id {name}")
    for plan in dossier.plans:
        for code in _twice(area.code.text for area in plan.work_areas):
            yield diagnose("CC209", f"two work areas have the code {code}", subject=plan.id)
        for name in _twice(note.id for note in plan.notes):
            yield diagnose("CC209", f"two notes have the id {name}", subject=plan.id)


def notes_are_there(dossier: Dossier) -> Iterator[Diagnostic]:
    """A mark without its note hides a condition, such as an agreement that is needed."""
    for plan in dossier.plans:
        known = {note.id for note in plan.notes}
        for action in plan.actions:
            for note in action.notes:
                if note not in known:
                    yield _about(plan, action, "CC210", f"the plan has no note {note}")


def _about(plan: ActionPlan, action: Action, code: str, message: str) -> Diagnostic:
    return diagnose(code, message, subject=f"{plan.id}/{action.code}", span=action.span)


def _with_aliases(dossier: Dossier) -> Iterator[tuple[ActionPlan, Action]]:
    for plan in dossier.plans:
        for action in plan.actions:
            if action.aliases:
                yield plan, action


def _twice(names: Iterable[str]) -> tuple[str, ...]:
    """What comes more than once, in the order of first appearance."""
    return tuple(name for name, count in Counter(names).items() if count > 1)
