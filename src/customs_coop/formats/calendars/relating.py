"""Which relations of the entries are written."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from customs_coop.formats.calendars.entries import (
    CalendarEntry,
    Omission,
    OmissionKind,
    Relation,
    RelationKind,
)
from customs_coop.formats.calendars.lines import shown

__all__ = ["Relations", "kept_relations"]

Relations: TypeAlias = Literal["none", "rfc5545", "rfc9253"]
"""Which relations are written: none, only PARENT, or all."""


def kept_relations(
    entries: Iterable[CalendarEntry], relations: Relations
) -> tuple[Mapping[str, tuple[Relation, ...]], tuple[Omission, ...]]:
    """Choose the relations that all programs bear.

    There is one relation for two entries, whichever of them states it, because servers refuse a
    second; an entry has one parent, which is written first, because programs look no further. No
    entry is related to itself, or to what the calendar does not hold.

    Args:
        entries: All entries that are written.
        relations: Which relations are asked for; the others are left out without a word.

    Returns:
        The relations of each entry by its identifier, and what is left out and why.
    """
    if relations == "none":
        return {}, ()
    written = {entry.uid: entry for entry in entries}
    kept: dict[str, list[Relation]] = {}
    pairs: set[frozenset[str]] = set()
    omitted: list[Omission] = []
    # Parents go first in the whole calendar, so that a dependency never takes the place of one.
    for only_parents in (True, False) if relations == "rfc9253" else (True,):
        for uid, entry in written.items():
            for relation in entry.relations:
                if (relation.kind is RelationKind.PARENT) is not only_parents:
                    continue
                pair = frozenset((uid, relation.uid))
                mine = kept.setdefault(uid, [])
                reason = _reason(relation, pair, written, pairs)
                if not reason and only_parents and mine:
                    reason = "a second parent"
                if reason:
                    omitted.append(Omission(uid, OmissionKind.RELATION, reason))
                else:
                    pairs.add(pair)
                    mine.append(relation)
    return {uid: tuple(found) for uid, found in kept.items() if found}, tuple(omitted)


def _reason(
    relation: Relation,
    pair: frozenset[str],
    written: Mapping[str, CalendarEntry],
    pairs: set[frozenset[str]],
) -> str:
    if len(pair) == 1:
        return "a relation to itself"
    if relation.uid not in written:
        return f"a relation to {shown(relation.uid)}, which is not in the calendar"
    if pair in pairs:
        return f"a second relation to {shown(relation.uid)}"
    return ""
