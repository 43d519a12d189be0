"""Whether what a decisions file drafts has a place in the new plan."""

from collections.abc import Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import ActionPlan, Code
from customs_coop.model.numbering import taken_apart
from customs_coop.model.party import known_party
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import Decisions, DraftDecision
from customs_coop.rollover.decisions.words import did_you_mean
from customs_coop.rollover.dispositions import Carry, SplitInto
from customs_coop.rollover.settling import folded

__all__ = ["check_drafts"]

_NAMED = 80


def check_drafts(
    decisions: Decisions, plan: ActionPlan, into: ActionPlan | None, faults: Faults
) -> list[Diagnostic]:
    """Check the codes, the work areas and the parties of new actions.

    Args:
        decisions: The decisions.
        plan: The plan that ends.
        into: The draft of the new plan, or None.
        faults: Where faults are told: a code that is none or is taken, an unknown work area.

    Returns:
        What a person should look at: a code of another work area (CC640), one that an action
        which goes on has now (CC641), and parties that nobody knows (CC642).
    """
    findings: list[Diagnostic] = []
    areas = [area.code for area in plan.work_areas]
    if into is not None:
        areas += [area.code for area in into.work_areas]
    needs_area = any(action.work_area is not None for action in plan.actions)
    codes: set[str] = set()
    for draft in decisions.drafts:
        if draft.code is not None:
            _check_code(draft, draft.code, plan, into=into, codes=codes, faults=faults)
        line = draft.lines.get("work_area", draft.line)
        if draft.work_area is not None and draft.work_area not in areas:
            near = did_you_mean(draft.work_area.text, [area.text for area in areas])
            listed = ", ".join(str(area) for area in dict.fromkeys(areas)) or "none"
            faults.add(
                line,
                f"{plan.id} has no work area {draft.work_area}{near or f'; there is {listed}'}",
            )
        elif draft.work_area is None and draft.code is None and needs_area:
            faults.add(draft.line, _without_area(draft, plan))
        findings += _signs(draft, decisions, plan, areas)
    return findings


def _check_code(
    draft: DraftDecision,
    code: Code,
    plan: ActionPlan,
    *,
    into: ActionPlan | None,
    codes: set[str],
    faults: Faults,
) -> None:
    line = draft.lines.get("code", draft.line)
    if code.text in codes:
        faults.add(line, f"two drafts have the code {code}; give each its own, or take it out")
        return
    codes.add(code.text)
    if not taken_apart(code.text)[1]:
        example = f", such as {plan.actions[-1].code}" if plan.actions else ""
        faults.add(
            line,
            f'code = "{code}" has no figure; write a code like those of the plan{example}, or'
            " take it out, and the next one that is free is used",
        )
        return
    there = into[code] if into is not None and code in into else None
    if there is not None and folded(there.title) != folded(draft.title):
        faults.add(
            line,
            f"the new plan has another action {code} ({there.title:.{_NAMED}}); write another"
            " code, or none",
        )


def _without_area(draft: DraftDecision, plan: ActionPlan) -> str:
    listed = ", ".join(str(area.code) for area in plan.work_areas)
    areas = f" ({listed})" if listed else ""
    return f'the draft "{draft.title:.{_NAMED}}" needs a work_area{areas} or a code'


def _signs(
    draft: DraftDecision, decisions: Decisions, plan: ActionPlan, areas: list[Code]
) -> Iterator[Diagnostic]:
    code, area = draft.code, draft.work_area
    if code is not None and area in areas:
        counts_in_areas = any(
            taken_apart(action.code.text)[0] == f"{action.work_area}." for action in plan
        )
        if counts_in_areas and taken_apart(code.text)[0] != f"{area}.":
            place = _place(draft, "code", decisions)
            message = (
                f'{place} has the code {code} for "{draft.title:.{_NAMED}}" in work area {area}'
            )
            yield diagnose("CC640", message, subject=plan.id)
    if code is not None:
        for action in plan.actions:
            goes_on = isinstance(decisions.actions.get(action.code), Carry | SplitInto)
            if action.code == code and goes_on:
                place = _place(draft, "code", decisions)
                message = (
                    f"{place} gives the code {code} to a new action, so {plan.ref(action)}"
                    f" ({action.title:.{_NAMED}}) goes on under another one"
                )
                yield diagnose("CC641", message, subject=f"{plan.id}/{code}")
                break
    if draft.responsible:
        named = {
            folded(name)
            for action in plan
            for one in action.involved
            for name in (one.party, one.text)
        }
        for party in dict.fromkeys(draft.responsible):
            if folded(party) not in named and known_party(party) is None:
                place = _place(draft, "responsible", decisions)
                message = f"{place} names {party!r:.{_NAMED}}, and nobody is known by that name"
                yield diagnose("CC642", message, subject=plan.id)


def _place(draft: DraftDecision, key: str, decisions: Decisions) -> str:
    line = draft.lines.get(key, draft.line)
    return decisions.source if line is None else f"{decisions.source}:{line}"
