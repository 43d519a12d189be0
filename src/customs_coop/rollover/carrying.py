"""The new plan: the draft, and the rows that are carried into it."""

from collections.abc import Mapping, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic
from customs_coop.model import Action, ActionPlan, ActionRef, Code, IndicatorRef
from customs_coop.rollover.copying import moved_to
from customs_coop.rollover.course import Course
from customs_coop.rollover.findings import about_deadlines
from customs_coop.rollover.headings import Headings, keep_notes
from customs_coop.rollover.naming import about_names
from customs_coop.rollover.relinking import about_links, relinked, relinked_in_draft
from customs_coop.rollover.succession import Row
from customs_coop.rollover.windows import KEEP, Window, about_unread

__all__ = ["Arrival", "carry_over"]


@attrs.frozen(kw_only=True)
class Arrival:
    """The new plan, and what there is to say about single rows of it.

    Args:
        plan: The new plan.
        written: The actions that go on with old ones and that somebody wrote himself, in the
            draft or as parts of a split, by their addresses.
        findings: What a person should look at.
    """

    plan: ActionPlan
    written: Mapping[ActionRef, Action]
    findings: tuple[Diagnostic, ...]


def carry_over(course: Course, window: Window) -> Arrival:
    """Make the new plan.

    Args:
        course: The rows with their addresses.
        window: What becomes of deadlines.
    """
    seeds, headings = course.seeds, course.headings
    plan, into = seeds.plan, seeds.into
    made = [row.action for row in course.rows if row.drafted is None]
    notes, note_ids = keep_notes(plan, into, [*made, *seeds.drafts])
    areas = {old: Code(new) for old, new in headings.codes.items()}
    staying: list[Action] = []
    arriving: list[Action] = []
    written: dict[ActionRef, Action] = {}
    findings: list[Diagnostic] = []
    for row, ref in zip(course.rows, course.refs, strict=True):
        if row.drafted is not None:
            written[ref] = row.drafted
            continue
        settled = _settled(row, ref, course, areas, note_ids)
        moved = window.move_action(settled)
        findings += about_deadlines(ref, settled, moved, into.period)
        if window.policy is not KEEP:
            findings += about_unread(str(ref), settled, window)
        findings += about_names(ref, row.action, course.whereabouts)
        if row.action.links:
            findings += about_links(row.action.links, here=ref, whereabouts=course.whereabouts)
        (arriving if ref in course.arriving else staying).append(moved)
        if row.is_filled:
            written[ref] = moved
    own = [_followed(action, course, findings) for action in into.actions]
    new = [_headed(one, headings) for one in seeds.coded]
    for action, code in zip(seeds.uncoded, course.seed_codes, strict=True):
        new.append(_headed(attrs.evolve(action, code=code), headings))
    arrived = attrs.evolve(
        into,
        work_areas=headings.work_areas,
        actions=_arranged((*own, *new), staying, arriving, headings),
        previous=into.previous if plan.id in into.previous else (*into.previous, plan.id),
        notes=notes,
    )
    return Arrival(plan=arrived, written=written, findings=tuple(findings))


def _settled(
    row: Row,
    ref: ActionRef,
    course: Course,
    areas: Mapping[str, Code],
    note_ids: Mapping[str, str],
) -> Action:
    """The action with its new code, and with everything that points elsewhere following."""
    action = row.action
    area = action.work_area
    links = action.links
    if links:
        links = relinked(links, here=ref, whereabouts=course.whereabouts)
    moved = moved_to(
        ref.code,
        action,
        origin=row.origin,
        earlier=row.earlier,
        work_area=None if area is None else areas.get(area.text, area),
        notes=tuple([note_ids[note] for note in action.notes]) if action.notes else (),
        links=links + row.descent,
    )
    return _with_own_places(moved, ref) if row.is_filled and row.origin is not None else moved


def _with_own_places(action: Action, here: ActionRef) -> Action:
    """A part that somebody filled in, with indicators that say where they first stand.

    Those that are new would be taken for some that stood in the action at first.
    """
    if all(one.origin is not None for one in action.indicators):
        return action
    indicators = [
        one if one.origin is not None else attrs.evolve(one, origin=IndicatorRef(here, number))
        for number, one in enumerate(action.indicators, 1)
    ]
    return attrs.evolve(action, indicators=indicators)


def _followed(action: Action, course: Course, findings: list[Diagnostic]) -> Action:
    """An action of the draft, with what it waits for in the old plan where that is now."""
    if not action.links:
        return action
    ref = course.seeds.into.ref(action)
    whereabouts = course.whereabouts
    findings += about_links(action.links, here=ref, whereabouts=whereabouts, in_draft=True)
    links = relinked_in_draft(action.links, here=ref, whereabouts=whereabouts)
    return action if links == action.links else attrs.evolve(action, links=links)


def _headed(action: Action, headings: Headings) -> Action:
    """A new action under the code that its work area has in the new plan."""
    area = action.work_area
    if area is None:
        return action
    return attrs.evolve(action, work_area=headings.codes.get(area.text, area))


def _arranged(
    drafted: tuple[Action, ...],
    staying: Sequence[Action],
    arriving: Sequence[Action],
    headings: Headings,
) -> tuple[Action, ...]:
    """The actions in their old order; with actions of the draft among them, by area and code.

    Args:
        drafted: The actions of the draft, and new ones.
        staying: What is carried and stays where it is.
        arriving: Parts of splits that count in another work area, behind what was there.
        headings: The work areas.
    """
    if not staying and not arriving:
        return drafted
    places = {area.code: place for place, area in enumerate(headings.work_areas)}
    nowhere = len(places)

    def place(action: Action) -> int:
        return nowhere if action.work_area is None else places.get(action.work_area, nowhere)

    if drafted:
        together = (*drafted, *staying, *arriving)
        return tuple(sorted(together, key=lambda action: (place(action), action.code)))
    last = {action.work_area: number for number, action in enumerate(staying)}
    behind: dict[int, list[Action]] = {}
    for action in sorted(arriving, key=place):
        if action.work_area not in last:
            before = [n for n, one in enumerate(staying) if place(one) <= place(action)]
            last[action.work_area] = max(before, default=-1)
        behind.setdefault(last[action.work_area], []).append(action)
    rows = list(behind.get(-1, ()))
    for number, one in enumerate(staying):
        rows += (one, *behind.get(number, ()))
    return tuple(rows)
