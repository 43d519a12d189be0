"""The tables of two plans laid upon one another, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.comparison import PairedBy, PlanDiff, WordsKind
from customs_coop.comparison.printing import says_descent
from customs_coop.errors import InvalidValueError
from customs_coop.formats.redline.aligning import group_pairs, in_both_orders
from customs_coop.formats.redline.parts import (
    MarkedBox,
    MarkedGroup,
    MarkedLine,
    MarkedRow,
    MarkedTable,
)
from customs_coop.formats.redline.unseen import unseen_changes
from customs_coop.formats.redline.words import (
    marked_cell,
    marked_line,
    marked_lines,
    marked_slot,
    whole,
)
from customs_coop.formats.sheet import PLAN_LABEL, STRATEGY_LABEL
from customs_coop.formats.tables import (
    Box,
    CouncilTable,
    Cover,
    Group,
    Row,
    council_tables,
)
from customs_coop.model import Action, ActionPlan

__all__ = ["IN_NO_COLUMN", "marked_table", "plans_of"]

IN_NO_COLUMN: Final = "changed in no column"
"""What happened to an action of which no column shows anything of what changed."""

# Lines of the cover that only readers of files need.
_FOR_READERS: Final = (PLAN_LABEL, STRATEGY_LABEL)

_SAME, _INSERTED, _DELETED = WordsKind.SAME, WordsKind.INSERTED, WordsKind.DELETED


def plans_of(difference: PlanDiff) -> tuple[ActionPlan, ActionPlan]:
    """The two plans that were compared.

    Raises:
        InvalidValueError: The differences were read from a file, which does not hold the plans.
    """
    if difference.before is None or difference.after is None:
        raise InvalidValueError(
            f"the differences {difference.old} -> {difference.new} were read from a file, which"
            " does not hold the plans; compare the plans themselves"
        )
    return difference.before, difference.after


def marked_table(
    difference: PlanDiff, *, columns: str | None = None, plain: bool = False
) -> MarkedTable:
    """Lay the tables of two plans upon one another.

    Which row is which is what the comparison says; within the rows, words are compared.

    Args:
        difference: The comparison.
        columns: The name of a column set, or None to choose by what the two plans hold.
        plain: Whether it is printed for people alone. What stands in a Council table only to be
            read back, such as the ids of parties, is then left out where it did not change.

    Returns:
        One table with what is the same, what was inserted, and what was deleted.

    Raises:
        InvalidValueError: The differences were read from a file, or there is no such column set.

    Example:
        >>> from customs_coop.comparison import diff
        >>> from customs_coop.model import Action
        >>> olds = [Action(code="1", title="Hold a survey")]
        >>> news = [Action(code="1", title="Print a survey")]
        >>> old = ActionPlan(id="P", title="Plan", actions=olds)
        >>> new = ActionPlan(id="P", title="Plan", actions=news)
        >>> for run in next(marked_table(diff(old, new)).rows).cells[1][0].runs:
        ...     print(run.kind.value, repr(run.text))
        deleted 'Hold'
        inserted 'Print'
        same ' a survey'
    """
    before, after = plans_of(difference)
    old, new = council_tables(before, after, columns=columns)
    here, there = old.objectives, new.objectives
    groups = tuple(_Rows(difference, old, new, plain=plain).groups())
    return MarkedTable(
        title=marked_line(old.cover.title, new.cover.title),
        number=marked_slot(old.cover.number, new.cover.number),
        marking=marked_slot(old.cover.marking, new.cover.marking),
        subjects=marked_lines(old.cover.subjects, new.cover.subjects),
        lines=tuple(_cover_lines(old.cover, new.cover, plain=plain)),
        objectives_heading=marked_slot(
            here.heading if here else "", there.heading if there else ""
        ),
        objectives=marked_lines(here.lines if here else (), there.lines if there else ()),
        notes=marked_lines(old.notes, new.notes),
        columns=new.columns,
        numbered=new.numbered,
        groups=groups,
        unseen=tuple(unseen_changes(difference, old, new, groups)),
    )


def _cover_lines(old: Cover, new: Cover, *, plain: bool) -> Iterator[MarkedLine]:
    olds, news = (
        [*cover.lines, *((("Subject", cover.subject),) if cover.subject else ())]
        for cover in (old, new)
    )
    places = {label: at for at, (label, _) in enumerate(olds)}
    pairs = [(places[label], at) for at, (label, _) in enumerate(news) if label in places]
    for here, there in in_both_orders(len(olds), len(news), pairs):
        kind = _kind(here, there)
        label, was = olds[here] if here is not None else ("", "")
        label, words = news[there] if there is not None else (label, "")
        if plain and was == words and label in _FOR_READERS:
            continue
        (text,) = marked_slot(was, words)
        yield MarkedLine(kind=kind, label=label, text=text)


def _kind(old: int | None, new: int | None) -> WordsKind:
    return _INSERTED if old is None else _DELETED if new is None else _SAME


class _Rows:
    """Lays the groups of two tables upon one another, and the rows in them."""

    def __init__(
        self, difference: PlanDiff, old: CouncilTable, new: CouncilTable, *, plain: bool
    ) -> None:
        self._plain = plain
        self._olds, self._news = old.groups, new.groups
        self._before, self._after = plans_of(difference)
        self._old_rows = {
            place: row
            for group in old.groups
            for place, row in zip(group.places, group.rows, strict=True)
        }
        self._partners = _partners(difference, self._before, self._after)
        self._followers = {old: new for new, old in self._partners.items()}
        self._went, self._came = _told(difference)
        self._changed = {
            change.place for change in difference.changed if not says_descent(change)
        } | {change.place for change in difference.moved}
        self._was_where = dict(_neighbours(old.groups, self._before))
        self._is_where = dict(_neighbours(new.groups, self._after))

    def groups(self) -> Iterator[MarkedGroup]:
        """All groups, each with its rows."""
        olds, news = self._olds, self._news
        pairs = group_pairs(olds, news, self._partners)
        for here, there in in_both_orders(len(olds), len(news), pairs):
            was = olds[here] if here is not None else None
            group = news[there] if there is not None else None
            yield self._group(_kind(here, there), was, group)

    def _group(self, kind: WordsKind, old: Group | None, new: Group | None) -> MarkedGroup:
        return MarkedGroup(
            kind=kind,
            heading=marked_slot(old.heading if old else "", new.heading if new else ""),
            rows=tuple(self._rows(old, new)),
            notes=marked_lines(_note_lines(old), _note_lines(new)),
        )

    def _rows(self, old: Group | None, new: Group | None) -> Iterator[MarkedRow]:
        olds, news = old.places if old else (), new.places if new else ()
        at = {place: number for number, place in enumerate(olds)}
        pairs = [
            (at[self._partners[place]], number)
            for number, place in enumerate(news)
            if self._partners.get(place) in at
        ]
        for here, there in in_both_orders(len(olds), len(news), pairs):
            if new and there is not None:
                row, place = new.rows[there], new.places[there]
                yield self._has_come(row, place) if here is None else self._kept(row, place)
            elif old and here is not None:
                yield self._went_away(old.rows[here], old.places[here])

    def _kept(self, row: Row, place: int) -> MarkedRow:
        was = self._old_rows[self._partners[place]]
        action = self._after.actions[place]
        found = MarkedRow(
            kind=_SAME,
            code=action.code.text,
            title=_one_line(action.title),
            told=self._came.get(place, ""),
            cells=tuple(
                marked_cell(one, other, plain=self._plain)
                for one, other in zip(was.cells, row.cells, strict=True)
            ),
            boxes=tuple(_boxes(was.boxes, row.boxes)),
            greyed=row.greyed,
            was_greyed=was.greyed,
            was=self._partners[place],
            place=place,
        )
        if found.told or not (found.changed or place in self._changed):
            return found
        return attrs.evolve(found, told="changed" if found.changed else IN_NO_COLUMN)

    def _went_away(self, row: Row, was: int) -> MarkedRow:
        action = self._before.actions[was]
        found = self._only(row, action, _DELETED)
        found = attrs.evolve(found, told=self._went.get(was, ""), was=was)
        if was not in self._followers:
            return found
        place = self._followers[was]
        code, where = self._after.actions[place].code, self._is_where[place]
        now = [] if code == action.code else [str(code)]
        told = " ".join(["moved away, now", *now, where]) if now or where else "moved away"
        return attrs.evolve(found, told=told, moves=True)

    def _has_come(self, row: Row, place: int) -> MarkedRow:
        action = self._after.actions[place]
        told = self._came.get(place, "")
        found = attrs.evolve(self._only(row, action, _INSERTED), told=told, place=place)
        if place not in self._partners:
            return found
        where = self._was_where[self._partners[place]]
        moved = f"moved here from {where}" if where else "moved here"
        told = f"{moved}, {told}" if told else moved
        return attrs.evolve(found, told=told, moves=True, moved=self._kept(row, place))

    def _only(self, row: Row, action: Action, kind: WordsKind) -> MarkedRow:
        """A row that only one of the plans has at its place."""
        return MarkedRow(
            kind=kind,
            code=action.code.text,
            title=_one_line(action.title),
            told="",
            cells=tuple(whole(cell, kind, plain=self._plain) for cell in row.cells),
            boxes=tuple(_whole_box(box, kind) for box in row.boxes),
            greyed=row.greyed,
            was_greyed=row.greyed,
        )


def _neighbours(groups: Sequence[Group], plan: ActionPlan) -> Iterator[tuple[int, str]]:
    """Where each action stands among those of its group, in words; empty for a single one."""
    for group in groups:
        codes = [plan.actions[place].code.text for place in group.places]
        for at, place in enumerate(group.places):
            if at:
                yield place, f"behind {codes[at - 1]}"
            else:
                yield place, f"before {codes[1]}" if len(codes) > 1 else ""


def _boxes(olds: Sequence[Box], news: Sequence[Box]) -> Iterator[MarkedBox]:
    places = {box.heading: at for at, box in enumerate(olds)}
    pairs = [(places[box.heading], at) for at, box in enumerate(news) if box.heading in places]
    for here, there in in_both_orders(len(olds), len(news), pairs):
        if here is not None and there is not None:
            words = marked_cell(olds[here].paragraphs, news[there].paragraphs)
            yield MarkedBox(kind=_SAME, heading=news[there].heading, paragraphs=words)
        elif here is not None:
            yield _whole_box(olds[here], _DELETED)
        elif there is not None:
            yield _whole_box(news[there], _INSERTED)


def _whole_box(box: Box, kind: WordsKind) -> MarkedBox:
    return MarkedBox(kind=kind, heading=box.heading, paragraphs=whole(box.paragraphs, kind))


def _note_lines(group: Group | None) -> tuple[str, ...]:
    """The notes below a table, one line for each of their paragraphs, the first with the mark."""
    return tuple(
        f"{note.mark if number == 0 else ''} {paragraph.text}".strip()
        for note in (group.notes if group else ())
        for number, paragraph in enumerate(note.paragraphs)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _partners(difference: PlanDiff, before: ActionPlan, after: ActionPlan) -> Mapping[int, int]:
    """The position of each new action that has a partner -> that of its partner.

    What neither went nor came nor moved is in the same order on both sides.
    """
    gone = {change.place for change in difference.removed}
    gone.update(change.place for change in difference.merged)
    come = {change.place for change in difference.added}
    come.update(change.place for change in difference.split)
    moved = {change.place: change.was for change in difference.moved}
    gone.update(moved.values())
    come.update(moved)
    olds = (at for at in range(len(before.actions)) if at not in gone)
    news = (at for at in range(len(after.actions)) if at not in come)
    return {**dict(zip(news, olds, strict=True)), **moved}


def _told(difference: PlanDiff) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """What happened to old actions that went and to new ones that came, by their positions."""
    went = {change.place: "removed" for change in difference.removed}
    came = {change.place: "added" for change in difference.added}
    for merged in difference.merged:
        went[merged.place] = f"merged into {merged.after.code}"
    for split in difference.split:
        came[split.place] = f"split off from {split.before.code}"
    for one in difference.renumbered:
        sure = f" by its title, {one.confidence:.2f}" if one.by is PairedBy.TITLE else ""
        came[one.place] = f"was {one.before.code}{sure}"
    return went, came
