"""The rows of the revised plan, each with what was done to it, step by step."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, Code, Link, LinkKind, Status
from customs_coop.model.descent import first_places
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.copying import with_first_places
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    SplitInto,
)
from customs_coop.rollover.drafted import Drafted
from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind, action_changes
from customs_coop.rollover.revision.deciding import goes_with_area
from customs_coop.rollover.revision.marking import marked
from customs_coop.rollover.revision.numbering import NewCodes
from customs_coop.rollover.revision.relinking import followed
from customs_coop.rollover.revision.renewing import OldPlaces, with_new_places
from customs_coop.rollover.settling import folded, settled_action
from customs_coop.rollover.succession import successions
from customs_coop.rollover.whereabouts import repeated_codes
from customs_coop.rollover.windows import Window

__all__ = [
    "RevisedRow",
    "parts_of_rows",
    "positions_now",
    "revised_rows",
    "where_they_are",
    "with_deadlines",
    "with_links",
]

_KINDS = {
    Complete: RevisionKind.COMPLETED,
    Defer: RevisionKind.DEFERRED,
    Drop: RevisionKind.DROPPED,
    SplitInto: RevisionKind.SPLIT,
}


@attrs.frozen(kw_only=True)
class RevisedRow:
    """One row of the revised plan.

    A row may be changed in several steps: settled, merged, linked anew, and capped.

    Args:
        position: Where its action stands in the plan before.
        ref: Its address, which stays.
        action: The row as it is now.
        changes: What was done to it.
        is_further_part: It is new: a part of a split, and not the first.
        is_written: It is a part of a split that somebody filled in.
        uncapped: The row before its deadlines were moved; None where none was.
    """

    position: int
    ref: ActionRef
    action: Action
    changes: tuple[RevisionChange, ...] = ()
    is_further_part: bool = False
    is_written: bool = False
    uncapped: Action | None = None

    def to(self, action: Action, kind: RevisionKind, disposition: Disposition) -> "RevisedRow":
        """The row after one more step, which is told unless the row is new."""
        if action is self.action or action == self.action:
            return self
        told: tuple[RevisionChange, ...] = ()
        if not self.is_further_part:
            told = tuple(
                action_changes(
                    self.ref,
                    self.action,
                    action,
                    kind=kind,
                    reason=disposition.reason,
                    authority=disposition.authority,
                )
            )
        return attrs.evolve(self, action=action, changes=(*self.changes, *told))

    def net_changes(self, old: Action) -> Iterator[RevisionChange]:
        """What was done, without what one step took away and the next one brought back."""
        for change in self.changes:
            name = change.field
            if not name or getattr(self.action, name) != getattr(old, name):
                yield change


def revised_rows(
    plan: ActionPlan,
    decided: Decided,
    areas: Mapping[str, str],
    addresses: Sequence[ActionRef],
) -> list[RevisedRow]:
    """The rows that stay or are new, with their codes; those that are gone are not among them.

    Args:
        plan: The plan before its revision.
        decided: What was decided.
        areas: The work areas that are deleted, with the reasons.
        addresses: The addresses of the old actions.
    """
    contents = _contents(plan, decided, addresses)
    kept_codes = _codes_kept_by_others(plan, decided, areas)
    codes = NewCodes(plan, decided.missing)
    known = OldPlaces.of(plan)
    rows: list[RevisedRow] = []
    further: list[RevisedRow] = []
    for position, (action, places) in enumerate(zip(plan.actions, first_places(plan), strict=True)):
        disposition = decided.dispositions[position]
        if goes_with_area(action, disposition, areas):
            continue
        old = with_first_places(action, places, addresses[position])
        row = RevisedRow(position=position, ref=addresses[position], action=old)
        if isinstance(disposition, Complete | Defer | Drop):
            rows.append(row.to(marked(old, disposition), _kind_of(disposition), disposition))
        elif isinstance(disposition, Carry | SplitInto):
            parts = contents[position]
            given = disposition.parts if isinstance(disposition, SplitInto) else ("",)
            written = [isinstance(one, Action) for one in given]
            content = parts[0]
            if written[0]:
                content = with_new_places(content, old, parts, row.ref, known)
            kept = _kept(plan, row, content, decided, kept_codes)
            rows.append(attrs.evolve(kept, is_written=True) if written[0] else kept)
            for part, is_written in zip(parts[1:], written[1:], strict=True):
                new = _part(plan, row, part, codes, disposition)
                further.append(attrs.evolve(new, is_written=is_written))
    return _arranged(rows, further)


def _contents(
    plan: ActionPlan, decided: Decided, addresses: Sequence[ActionRef]
) -> dict[int, list[Action]]:
    """What goes on of each action: itself, with what is merged into it, or its parts."""
    contents: dict[int, list[Action]] = {}
    # Only what the rows hold is wanted here, and not where they stood before.
    before = [()] * len(addresses)
    named = _with_former_codes(plan, decided)
    for row in successions(named, decided, Drafted(), addresses, before):
        contents.setdefault(row.position, []).append(row.action)
    return contents


def _part(
    plan: ActionPlan, row: RevisedRow, part: Action, codes: NewCodes, disposition: Disposition
) -> RevisedRow:
    """The row of a further part of a split."""
    old = row.action
    fresh = attrs.evolve(
        part,
        code=codes.next(old, part),
        origin=None,
        earlier=(),
        links=_with_link(part.links, _descent(plan, old, LinkKind.SPLIT_FROM, old.title)),
        span=None,
    )
    ref = plan.ref(fresh)
    told = RevisionChange(
        place=ref,
        kind=RevisionKind.SPLIT,
        after=" ".join(fresh.title.split()),
        into=(row.ref,),
        reason=disposition.reason,
        authority=disposition.authority,
    )
    return RevisedRow(
        position=row.position, ref=ref, action=fresh, changes=(told,), is_further_part=True
    )


def _kind_of(disposition: Disposition) -> RevisionKind:
    return _KINDS.get(type(disposition), RevisionKind.SETTLED)


def _codes_kept_by_others(
    plan: ActionPlan, decided: Decided, areas: Mapping[str, str]
) -> frozenset[Code]:
    """Codes that stand twice, which is an error in a plan, and of which a row stays."""
    return frozenset(
        plan.actions[place].code
        for places in repeated_codes(plan).values()
        for place in places
        if not isinstance(decided.dispositions[place], MergeInto)
        and not goes_with_area(plan.actions[place], decided.dispositions[place], areas)
    )


def _kept(
    plan: ActionPlan,
    row: RevisedRow,
    content: Action,
    decided: Decided,
    kept_codes: frozenset[Code],
) -> RevisedRow:
    """A row that goes on under its code: settled, split, and with what was merged into it."""
    old = row.action
    position = row.position
    disposition = decided.dispositions[position]
    settled = settled_action(old, decided.settlement(position), row.ref)
    row = row.to(settled, RevisionKind.SETTLED, disposition)
    mergers = decided.mergers.get(position, ())
    if not mergers and isinstance(disposition, Carry):
        return row
    others = [plan.actions[other] for other in mergers]
    own = attrs.evolve(
        content,
        code=old.code,
        aliases=tuple(dict.fromkeys((*old.aliases, *_others(content.aliases, old.code)))),
        origin=old.origin,
        earlier=old.earlier,
        span=old.span,
    )
    kind = RevisionKind.MERGED if others else RevisionKind.SPLIT
    if not others:
        return row.to(own, kind, disposition)
    aliases = dict.fromkeys(own.aliases)
    links = own.links
    for other in others:
        former = [code for code in (other.code, *other.aliases) if code not in kept_codes]
        aliases.update(dict.fromkeys(_others(former, old.code)))
        links = _with_link(
            links, _descent(plan, other, LinkKind.MERGED_FROM, f"previously {other.code}")
        )
    merger = decided.dispositions[decided.mergers[position][0]]
    return row.to(
        attrs.evolve(own, aliases=tuple(aliases), links=links),
        kind,
        merger if isinstance(disposition, Carry) else disposition,
    )


def _others(codes: Sequence[Code], own: Code) -> tuple[Code, ...]:
    return tuple(code for code in codes if code != own)


def _descent(plan: ActionPlan, other: Action, kind: LinkKind, text: str) -> Link:
    return Link(kind=kind, target=plan.ref(other), text=text, inferred=True)


def _with_link(links: Sequence[Link], link: Link) -> tuple[Link, ...]:
    return tuple(dict.fromkeys((*links, link)))


def _with_former_codes(plan: ActionPlan, decided: Decided) -> ActionPlan:
    """The plan with the former code behind each title that goes into another row."""
    if not decided.mergers:
        return plan
    actions = list(plan.actions)
    for survivor, others in decided.mergers.items():
        for other in others:
            old = actions[other]
            title = old.title.rstrip()
            # The same words twice say nothing; the alias alone tells the code then.
            if title and folded(title) != folded(plan.actions[survivor].title):
                actions[other] = attrs.evolve(old, title=f"{title} (previously {old.code})")
    return attrs.evolve(plan, actions=actions)


def _arranged(rows: list[RevisedRow], further: list[RevisedRow]) -> list[RevisedRow]:
    """Each new row behind the last one of its work area; without one, at the end."""
    if not further:
        return rows
    last: dict[Code | None, int] = {}
    for place, row in enumerate(rows):
        last[row.action.work_area] = place
    behind: dict[int, list[RevisedRow]] = {}
    for row in further:
        area = row.action.work_area
        place = len(rows) - 1 if area is None else last.get(area, len(rows) - 1)
        behind.setdefault(place, []).append(row)
    return [one for place, row in enumerate(rows) for one in (row, *behind.get(place, ()))]


def where_they_are(
    plan: ActionPlan, rows: Sequence[RevisedRow], decided: Decided
) -> list[tuple[ActionRef, ...]]:
    """The addresses of each action in the revised plan; none where its row is gone."""
    own: list[list[ActionRef]] = [[] for _ in plan.actions]
    for row in rows:
        if row.is_further_part:
            own[row.position].append(row.ref)
        else:
            own[row.position].insert(0, row.ref)
    found = [tuple(there) for there in own]
    for survivor, others in decided.mergers.items():
        for other in others:
            found[other] = found[survivor][:1]
    return found


def positions_now(
    plan: ActionPlan, rows: Sequence[RevisedRow], positions: Mapping[str, int]
) -> Mapping[str, int]:
    """Where each code leads; of two alike, to the first whose row stays.

    Args:
        plan: The plan before its revision.
        rows: The rows as they are now.
        positions: The positions of the old actions, by code and alias.
    """
    repeated = repeated_codes(plan)
    if not repeated:
        return positions
    staying = {row.position for row in rows}
    leading = {
        code: next((place for place in places if place in staying), places[0])
        for code, places in repeated.items()
    }
    return {**positions, **leading}


def parts_of_rows(rows: Sequence[RevisedRow], decided: Decided) -> dict[int, list[Action]]:
    """The parts of each action that was split, in their order, by its position.

    The words of the old plan tell which part has what, so their deadlines are not capped.
    """
    parts: dict[int, list[Action]] = {}
    for row in sorted(rows, key=lambda row: row.is_further_part):
        if isinstance(decided.dispositions[row.position], SplitInto):
            part = row.action if row.uncapped is None else row.uncapped
            parts.setdefault(row.position, []).append(part)
    return parts


def with_links(
    plan: ActionPlan,
    row: RevisedRow,
    *,
    positions: Mapping[str, int],
    moved: Mapping[int, Sequence[ActionRef]],
    survives: bool,
) -> RevisedRow:
    """The row with its links following what has moved."""
    links = followed(
        row.action,
        here=row.ref,
        plan=plan,
        positions=positions,
        successors=moved,
        survives=survives and not row.is_further_part,
    )
    if links == row.action.links:
        return row
    why = Carry("links follow what was merged, split or deleted")
    return row.to(attrs.evolve(row.action, links=links), RevisionKind.LINK, why)


def with_deadlines(row: RevisedRow, window: Window) -> RevisedRow:
    """The row with its deadlines within the plan; what is deferred is not held to it."""
    if row.action.status is Status.DEFERRED:
        return row
    action = window.move_action(row.action)
    if action is row.action:
        return row
    end = "" if window.new is None else f" on {window.new.end}"
    why = Carry(f"the plan ends{end}")
    moved = row.to(action, RevisionKind.DEADLINE, why)
    return row if moved is row else attrs.evolve(moved, uncapped=row.action)
