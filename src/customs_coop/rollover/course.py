"""Which rows go on into the new plan, and under which addresses."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, Appearance, Code
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.appearances import History
from customs_coop.rollover.drafted import Drafted, find_drafted
from customs_coop.rollover.headings import Headings, head_work_areas
from customs_coop.rollover.renumbering import begins_with_plan_number, in_new_area, renumbered
from customs_coop.rollover.seeding import Seeds
from customs_coop.rollover.succession import Row, successions
from customs_coop.rollover.whereabouts import Whereabouts, repeated_codes

__all__ = ["Course", "set_out"]


@attrs.frozen(kw_only=True)
class Course:
    """A rollover once all is decided and every row has its address.

    Args:
        seeds: The old plan, the draft, and new actions that decisions bring.
        decided: What was decided.
        drafted: What the draft has already of the old plan.
        rows: The rows that go on, in the order of the old plan.
        refs: Their addresses in the new plan.
        arriving: Those of them that come into another work area, and count there.
        seed_codes: The codes of the new actions that have none of their own.
        headings: The work areas of the new plan.
        whereabouts: Where everything of the old plan went.
        addresses: The addresses of the old actions in the old plan.
        before: Where each old action stood before.
        history: The older plans.
    """

    seeds: Seeds
    decided: Decided
    drafted: Drafted
    rows: tuple[Row, ...]
    refs: tuple[ActionRef, ...]
    arriving: frozenset[ActionRef]
    seed_codes: tuple[Code, ...]
    headings: Headings
    whereabouts: Whereabouts
    addresses: Sequence[ActionRef]
    before: Sequence[tuple[Appearance, ...]]
    history: History


def set_out(
    seeds: Seeds,
    decided: Decided,
    *,
    positions: Mapping[str, int],
    gaps: Iterable[Code],
    history: History,
) -> Course:
    """Find the rows that go on, and give each of them its address.

    Args:
        seeds: The old plan, the draft, and new actions that decisions bring.
        decided: What was decided.
        positions: The positions of the old actions, by code and alias.
        gaps: The codes that the numbering of the old plan leaves out.
        history: Where the old actions stood before.
    """
    plan, into = seeds.plan, seeds.into
    drafted = find_drafted(plan, into, positions, decided.dispositions)
    addresses = [plan.ref(action) for action in plan.actions]
    before = history.before_each(plan.actions, addresses)
    rows = successions(plan, decided, drafted, addresses, before)
    made = [row for row in rows if row.drafted is None]
    headings = head_work_areas(plan, into, [*(row.action for row in made), *seeds.drafts])
    moved = {
        id(row): there
        for row in made
        if row.is_filled and (there := in_new_area(row.action, plan.actions[row.position]))
    }
    if moved and begins_with_plan_number(plan):
        moved = {}
    # What comes into a work area from another one counts behind those that were there.
    counted = sorted(made, key=lambda row: id(row) in moved)
    codes = renumbered(
        [
            *((moved.get(id(row), row.action), _is_new(row, moved)) for row in counted),
            *((action, True) for action in seeds.uncoded),
        ],
        plan=plan,
        into=attrs.evolve(into, actions=[*into.actions, *seeds.coded]) if seeds.coded else into,
        areas=headings.codes,
    )
    code_of = {id(row): code for row, code in zip(counted, codes[: len(counted)], strict=True)}
    refs = [
        ActionRef(into.id, code_of[id(row)] if row.drafted is None else row.drafted.code)
        for row in rows
    ]
    arriving = frozenset(ref for row, ref in zip(rows, refs, strict=True) if id(row) in moved)
    whereabouts = Whereabouts(
        plan=plan,
        positions=positions,
        successors=_successors(rows, refs, into=into, decided=decided, drafted=drafted),
        dispositions=decided.dispositions,
        missing={code: decided.missing.get(code) for code in gaps},
        codes=frozenset(_codes(into, seeds, codes)),
        repeated=repeated_codes(plan),
    )
    return Course(
        seeds=seeds,
        decided=decided,
        drafted=drafted,
        rows=tuple(rows),
        refs=tuple(refs),
        arriving=arriving,
        seed_codes=tuple(codes[len(made) :]),
        headings=headings,
        whereabouts=whereabouts,
        addresses=addresses,
        before=before,
        history=history,
    )


def _is_new(row: Row, moved: Mapping[int, Action]) -> bool:
    return row.is_further_part or id(row) in moved


def _codes(into: ActionPlan, seeds: Seeds, codes: Iterable[Code]) -> Iterable[str]:
    for action in (*into.actions, *seeds.coded):
        yield action.code.text
        yield from (alias.text for alias in action.aliases)
    yield from (code.text for code in codes)


def _successors(
    rows: Sequence[Row],
    refs: Sequence[ActionRef],
    *,
    into: ActionPlan,
    decided: Decided,
    drafted: Drafted,
) -> tuple[tuple[ActionRef, ...], ...]:
    """The new addresses of each old action; those of a merged one are its survivor's."""
    found: list[tuple[ActionRef, ...]] = [()] * len(decided.dispositions)
    for row, ref in zip(rows, refs, strict=True):
        found[row.position] += (ref,)
    if drafted:
        for position, there in enumerate(found):
            if there:
                claimants = map(into.ref, drafted.claimants(position))
                found[position] = tuple(dict.fromkeys((*there, *claimants)))
    for survivor, others in decided.mergers.items():
        for other in others:
            found[other] = found[survivor][:1]  # the first part of a split takes the texts
    return tuple(found)
