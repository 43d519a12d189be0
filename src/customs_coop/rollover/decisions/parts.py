"""The parts of a split as a decisions file says them: a title, and what goes there."""

from collections.abc import Iterator, Sequence

import attrs

from customs_coop.model import Action, ActionPlan, Code, Indicator, Involvement, Role
from customs_coop.rollover.dispositions import Complete, SplitInto
from customs_coop.rollover.settling import settlement_of

__all__ = ["PartDecision", "part_faults", "split_by"]


@attrs.frozen(kw_only=True)
class PartDecision:
    """One part of an action that is split.

    Args:
        title: Its title.
        indicators: The numbers of the indicators of the old action that go there, from 1.
        deadlines: The numbers of the deadlines of the old action itself that go there, from 1.
        terms_of_reference: Its terms of reference; empty to leave those of the old action to the
            first part, and to give another part none.
        responsible: The ids of the parties that carry it; empty for those of the old action.
        work_area: The code of its work area in the old plan; None for that of the old action.
        line: The line in the file; None where it is not known. It is never compared.
    """

    title: str
    indicators: tuple[int, ...] = ()
    deadlines: tuple[int, ...] = ()
    terms_of_reference: str = ""
    responsible: tuple[str, ...] = ()
    work_area: Code | None = None
    line: int | None = attrs.field(default=None, eq=False, repr=False)


def split_by(action: Action, disposition: SplitInto, parts: Sequence[PartDecision]) -> SplitInto:
    """The split of an action into parts that are filled in.

    What no part names stays in the first one, so that nothing is lost.

    Args:
        action: The action.
        disposition: The decision, with the titles of the parts.
        parts: What each part gets.
    """
    settled, _ = settlement_of(action, disposition)
    gone = {place for place, end in settled.indicators.items() if not isinstance(end, Complete)}
    indicators = _shares(
        [part.indicators for part in parts],
        [place for place in range(len(action.indicators)) if place not in gone],
    )
    deadlines = _shares(
        [part.deadlines for part in parts],
        [place for place in range(len(action.deadlines)) if place not in settled.milestones],
    )
    made = []
    for number, part in enumerate(parts):
        mine: tuple[Indicator, ...] = tuple(
            action.indicators[place] for place in indicators[number]
        )
        base = action
        if number:
            base = Action(
                code=action.code,
                title=part.title,
                objectives=action.objectives,
                priority=action.priority,
                status=action.status,
                status_text=action.status_text,
                involved=action.involved,
            )
        made.append(
            attrs.evolve(
                base,
                title=part.title,
                work_area=part.work_area or action.work_area,
                involved=_parties(part, action),
                indicators=mine,
                deadlines=[action.deadlines[place] for place in deadlines[number]],
                terms_of_reference=part.terms_of_reference or base.terms_of_reference,
            )
        )
    return attrs.evolve(disposition, parts=made)


def part_faults(
    action: Action, disposition: SplitInto, parts: Sequence[PartDecision], plan: ActionPlan
) -> Iterator[tuple[int | None, str]]:
    """What parts name and the action does not have, or what two of them name: line and words."""
    settled, _ = settlement_of(action, disposition)
    ends = {
        ("indicator", place + 1): end.word
        for place, end in settled.indicators.items()
        if not isinstance(end, Complete)
    }
    ends |= {("deadline", place + 1): end.word for place, end in settled.milestones.items()}
    known = [area.code for area in plan.work_areas]
    named: dict[tuple[str, int], int] = {}
    for number, part in enumerate(parts, 1):
        listed = [("indicator", one, len(action.indicators)) for one in part.indicators]
        listed += [("deadline", one, len(action.deadlines)) for one in part.deadlines]
        for what, one, most in listed:
            if not 0 < one <= most:
                there = f"it has {most}" if most else "it has none"
                yield part.line, f"{action.code} has no {what} {one}; {there}"
            elif (what, one) in ends:
                yield part.line, f"{what} {one} is {ends[what, one]}, and part {number} names it"
            elif named.setdefault((what, one), number) != number:
                yield (
                    part.line,
                    f"parts {named[what, one]} and {number} name {what} {one}; leave it to one",
                )
        if part.work_area is not None and part.work_area not in known:
            there = ", ".join(map(str, known)) or "none"
            yield part.line, f"there is no work area {part.work_area}; there is {there}"


def _shares(named: Sequence[Sequence[int]], places: Sequence[int]) -> list[list[int]]:
    """The places that each part gets, in their order; the first one also what nobody names."""
    taken = {number - 1 for numbers in named[1:] for number in numbers}
    first = [place for place in places if place not in taken]
    wanted = [{number - 1 for number in numbers} for numbers in named[1:]]
    return [first, *([place for place in places if place in mine] for mine in wanted)]


def _parties(part: PartDecision, action: Action) -> tuple[Involvement, ...]:
    if not part.responsible:
        return action.involved
    carrying = [Involvement(party=party, role=Role.RESPONSIBLE) for party in part.responsible]
    others = [one for one in action.involved if one.role is not Role.RESPONSIBLE]
    return (*carrying, *others)
