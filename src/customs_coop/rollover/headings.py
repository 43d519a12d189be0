"""The work areas and the notes of the new plan: those of the draft, and what else is needed."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, Note, WorkArea

__all__ = ["Headings", "head_work_areas", "keep_notes"]


@attrs.frozen(kw_only=True)
class Headings:
    """The work areas of the new plan.

    Args:
        work_areas: All of them, in order.
        codes: Their codes by those that they had in the old plan.
        findings: What could not be settled.
    """

    work_areas: tuple[WorkArea, ...]
    codes: dict[str, str]
    findings: tuple[Diagnostic, ...]


def head_work_areas(plan: ActionPlan, into: ActionPlan, carried: Iterable[Action]) -> Headings:
    """Keep the work areas of the draft, and add those that carried actions stand in.

    A work area of the draft with the same title is the same one, whatever its code. Where two
    headings claim one code, the first one stays, and the other one is told, so that its words
    are not lost.
    """
    needed = dict.fromkeys(
        action.work_area.text for action in carried if action.work_area is not None
    )
    by_title = {_folded(area): area for area in reversed(into.work_areas) if _folded(area)}
    by_code = {area.code.text: area for area in into.work_areas}
    codes: dict[str, str] = {}
    findings = []
    added = []
    for area in plan.work_areas:
        code = area.code.text
        if code not in needed or code in codes:
            continue
        same = by_title.get(_folded(area))
        there = by_code.get(code)
        if same is not None:
            codes[code] = same.code.text
        elif there is None:
            codes[code] = code
            added.append(area)
        else:
            codes[code] = code
            if _folded(area) and _folded(there):
                message = f'work area {code} is "{there.title}", and was "{area.title}"'
                findings.append(diagnose("CC609", message, subject=into.id))
    findings += [
        diagnose("CC609", message, subject=into.id)
        for message in (*_twice(plan, codes), *_foreign(plan, needed, codes, by_code))
    ]
    areas = (*into.work_areas, *added)
    if list(into.work_areas) == _sorted(into.work_areas) and into.work_areas:
        areas = tuple(_sorted(areas))
    return Headings(work_areas=areas, codes=codes, findings=tuple(findings))


def _twice(plan: ActionPlan, codes: Mapping[str, str]) -> Iterator[str]:
    """Headings of the old plan that have the code of another one before them."""
    first: dict[str, WorkArea] = {}
    for area in plan.work_areas:
        code = area.code.text
        kept = first.setdefault(code, area)
        if code in codes and _folded(area) != _folded(kept):
            yield (
                f'{plan.id} has two work areas {code}: "{kept.title}" stays, and'
                f' "{area.title}" is left out'
            )


def _foreign(
    plan: ActionPlan,
    needed: Iterable[str],
    codes: Mapping[str, str],
    there: Mapping[str, WorkArea],
) -> Iterator[str]:
    """Headings of the draft over rows that had a code and no heading in the old plan."""
    # What is new, or a part that was filled in, may mean an area of the draft alone.
    meant = {action.work_area.text for action in plan.actions if action.work_area is not None}
    for code in needed:
        area = there.get(code)
        if code in meant and code not in codes and area is not None and _folded(area):
            yield f'work area {code} is "{area.title}", and {plan.id} has no heading for it'


def keep_notes(
    plan: ActionPlan, into: ActionPlan, carried: Iterable[Action]
) -> tuple[tuple[Note, ...], dict[str, str]]:
    """The notes of the new plan, and their ids by those in the old one.

    A note that carried actions point at comes along. Where the draft has another note of that
    id, the old one gets the id of its plan before its own.
    """
    needed = dict.fromkeys(note for action in carried for note in action.notes)
    there = {note.id: note for note in into.notes}
    old = {note.id: note for note in plan.notes}
    ids: dict[str, str] = {}
    added = []
    for name in needed:
        note = old.get(name)
        ids[name] = name
        if note is not None and there.get(name) == note:
            continue
        new_name = name
        while new_name in there:
            new_name = f"{plan.id}-{new_name}"
        ids[name] = new_name
        if note is not None:
            kept = attrs.evolve(note, id=new_name)
            there[new_name] = kept
            added.append(kept)
    return (*into.notes, *added), ids


def _folded(area: WorkArea) -> str:
    return " ".join(area.title.casefold().split())


def _sorted(areas: Iterable[WorkArea]) -> list[WorkArea]:
    return sorted(areas, key=lambda area: area.code)
