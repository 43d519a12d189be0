"""Which rows go on into the new plan, and under which addresses."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from customs_coop.model import ActionPlan, ActionRef, Code
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.appearances import History
from customs_coop.rollover.drafted import Drafted, find_drafted
from customs_coop.rollover.headings import Headings, head_work_areas
from customs_coop.rollover.renumbering import renumbered
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
        seed_codes: The codes of the new actions that have none of their own.
        headings: The work areas of the new plan.
        whereabouts: Where everything of the old plan went.
        history: Where the old actions stood before.
    """

    seeds: Seeds
    decided: Decided
    drafted: Drafted
    rows: tuple[Row, ...]
    refs: tuple[ActionRef, ...]
    seed_codes: tuple[Code, ...]
    headings: Headings
    whereabouts: Whereabouts
    history: History


def set_out(
    seeds: Seeds, decided: Decided, *, positions: Mapping[str, int], history: History
) -> Course:
    """Find the rows that go on, and give each of them its address.

    Args:
        seeds: The old plan, the draft, and new actions that decisions bring.
        decided: What was decided.
        positions: The positions of the old actions, by code and alias.
        history: Where they stood before.
    """
    plan, into = seeds.plan, seeds.into
    drafted = find_drafted(plan, into, positions)
    addresses = [plan.ref(action) for action in plan.actions]
    rows = successions(plan, decided, drafted, addresses, history)
    made = [row for row in rows if row.drafted is None]
    headings = head_work_areas(plan, into, [*(row.action for row in made), *seeds.drafts])
    codes = renumbered(
        [
            *((row.action, row.is_further_part) for row in made),
            *((action, True) for action in seeds.uncoded),
        ],
        plan=plan,
        into=attrs.evolve(into, actions=[*into.actions, *seeds.coded]),
        areas=headings.codes,
    )
    of_rows = iter(codes)
    refs = [
        ActionRef(into.id, next(of_rows) if row.drafted is None else row.drafted.code)
        for row in rows
    ]
    whereabouts = Whereabouts(
        plan=plan,
        positions=positions,
        successors=_successors(rows, refs, into=into, decided=decided, drafted=drafted),
        dispositions=decided.dispositions,
        missing={code: decided.missing.get(code) for code in missing_codes(plan)},
        codes=frozenset(_codes(into, seeds, codes)),
        repeated=repeated_codes(plan),
    )
    return Course(
        seeds=seeds,
        decided=decided,
        drafted=drafted,
        rows=tuple(rows),
        refs=tuple(refs),
        seed_codes=tuple(codes[len(made) :]),
        headings=headings,
        whereabouts=whereabouts,
        history=history,
    )


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
    own: list[dict[ActionRef, None]] = [{} for _ in decided.dispositions]
    for row, ref in zip(rows, refs, strict=True):
        own[row.position][ref] = None
    if drafted:
        for position, there in enumerate(own):
            if there:
                there.update(dict.fromkeys(map(into.ref, drafted.claimants(position))))
    found = [tuple(there) for there in own]
    for survivor, others in decided.mergers.items():
        for other in others:
            found[other] = found[survivor][:1]  # the first part of a split takes the texts
    return tuple(found)
