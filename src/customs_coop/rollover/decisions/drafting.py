"""Whether what a decisions file drafts has a place in the new plan."""

from collections.abc import Iterator

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import Action, ActionPlan, Code, LinkKind
from customs_coop.model.numbering import taken_apart
from customs_coop.rollover.decisions.newcomers import DraftDecision, read_time
from customs_coop.rollover.decisions.parties import unknown_parties
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.values import Decisions
from customs_coop.rollover.decisions.words import did_you_mean
from customs_coop.rollover.dispositions import Carry, SplitInto
from customs_coop.rollover.leftovers.former import Past
from customs_coop.rollover.renumbering import begins_with_plan_number
from customs_coop.rollover.settling import folded

__all__ = ["area_of", "check_drafts"]


def check_drafts(
    decisions: Decisions,
    plan: ActionPlan,
    into: ActionPlan | None,
    faults: Faults,
    past: Past | None = None,
) -> list[Diagnostic]:
    """Check the codes, the work areas and the parties of new actions.

    Args:
        decisions: The decisions.
        plan: The plan that ends.
        into: The draft of the new plan, or None.
        faults: Where faults are told: a code that is none or is taken, an unknown work area.
        past: The plans and ledgers before; None where they are not at hand yet.

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
        elif (
            draft.work_area is None
            and draft.code is None
            and needs_area
            and not _may_have_area(draft, past, plan, into)
        ):
            faults.add(draft.line, _without_area(draft, plan))
        window = decisions.period if into is None else into.period
        if window is not None or into is not None:
            _check_times(draft, window, faults)
        findings += _signs(draft, decisions, plan, areas)
    return findings


def _check_times(draft: DraftDecision, window: Period | None, faults: Faults) -> None:
    for words, line in draft.times:
        if read_time(words, window, as_words=draft.as_words) is None:
            faults.add(
                line,
                f'"{shortened(words)}" is no time that can be read; write one such as "by June'
                ' 2008", or as_words = true in the [[draft]] to keep these words',
            )


def _may_have_area(
    draft: DraftDecision, past: Past | None, plan: ActionPlan, into: ActionPlan | None
) -> bool:
    """Whether a draft has the work area of what it goes on with, as far as that is known yet."""
    if past is None:
        return bool(draft.continues) or "continues" in draft.lines
    if any(past.find(name) is None for name in draft.continues):
        return True  # that is told already
    return area_of(draft, past, plan, into) is not None


def area_of(
    draft: DraftDecision, past: Past, plan: ActionPlan, into: ActionPlan | None
) -> Code | None:
    """The work area of a draft, under its code in the old plan.

    It is its own, else the one with which its code begins where the codes of the plan do so, else
    that of the one action that it goes on with.

    Args:
        draft: The draft.
        past: The plans and ledgers before.
        plan: The plan that ends.
        into: The draft of the new plan, or None.
    """
    if draft.work_area is not None:
        return draft.work_area
    areas = [area.code for area in (*plan.work_areas, *(() if into is None else into.work_areas))]
    if draft.code is not None and _counts_in_areas(plan):
        head = _as_before(taken_apart(draft.code.text)[0].removesuffix("."), plan, into)
        if any(one.text == head for one in areas):
            return Code(head)
    if len(draft.continues) != 1:
        return None
    former = past.find(draft.continues[0])
    area = None if former is None or former.action is None else former.action.work_area
    return area if area is not None and area in areas else None


def _counts_in_areas(plan: ActionPlan) -> bool:
    """Whether codes of the plan begin with their work area, and not with its number."""
    by_area = any(taken_apart(action.code.text)[0] == f"{action.work_area}." for action in plan)
    return by_area and not begins_with_plan_number(plan)


def _as_before(area: str, plan: ActionPlan, into: ActionPlan | None) -> str:
    """The code in the old plan of a work area that the draft has under another one."""
    titles = {one.code.text: folded(one.title) for one in (() if into is None else into.work_areas)}
    title = titles.get(area)
    if not title:
        return area
    return next((one.code.text for one in plan.work_areas if folded(one.title) == title), area)


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
    if there is not None and not _is_same(there, draft):
        faults.add(
            line,
            f"the new plan has another action {code} ({shortened(there.title)}); write another"
            " code, or none",
        )


def _is_same(there: Action, draft: DraftDecision) -> bool:
    """Whether an action of the new plan is the draft itself, from a rollover before."""
    named = {str(link.target) for link in there.links if link.kind is LinkKind.CONTINUES}
    return folded(there.title) == folded(draft.title) or not named.isdisjoint(draft.continues)


def _without_area(draft: DraftDecision, plan: ActionPlan) -> str:
    listed = ", ".join(str(area.code) for area in plan.work_areas)
    areas = f" ({listed})" if listed else ""
    named = f' "{shortened(draft.title)}"' if draft.title.strip() else ""
    return f"the draft{named} needs a work_area{areas} or a code"


def _signs(
    draft: DraftDecision, decisions: Decisions, plan: ActionPlan, areas: list[Code]
) -> Iterator[Diagnostic]:
    code, area = draft.code, draft.work_area
    if (
        code is not None
        and area in areas
        and taken_apart(code.text)[0] != f"{area}."
        and _counts_in_areas(plan)
    ):
        place = _place(draft, "code", decisions)
        message = f'{place} has the code {code} for "{shortened(draft.title)}" in work area {area}'
        yield diagnose("CC640", message, subject=plan.id)
    if code is not None:
        for action in plan.actions:
            goes_on = isinstance(decisions.actions.get(action.code), Carry | SplitInto)
            if action.code == code and goes_on:
                place = _place(draft, "code", decisions)
                message = (
                    f"{place} gives the code {code} to a new action, so {plan.ref(action)}"
                    f" ({shortened(action.title)}) goes on under another one"
                )
                yield diagnose("CC641", message, subject=f"{plan.id}/{code}")
                break
    for key, names in (("responsible", draft.responsible), ("concerned", draft.concerned)):
        if names:
            yield from unknown_parties(names, plan, place=_place(draft, key, decisions))


def _place(draft: DraftDecision, key: str, decisions: Decisions) -> str:
    line = draft.lines.get(key, draft.line)
    return decisions.source if line is None else f"{decisions.source}:{line}"
