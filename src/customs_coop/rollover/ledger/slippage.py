"""The deadlines that a rollover moved, as a dossier records them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from customs_coop.deadline import Deadline
from customs_coop.model import DeadlineChange
from customs_coop.references import DocumentNumber
from customs_coop.rollover.ledger.entries import Entry, IndicatorEntry, MilestoneEntry

__all__ = ["changes_of_deadlines"]


def changes_of_deadlines(
    entries: Iterable[Entry], *, document: DocumentNumber | None, on: dt.date | None
) -> Iterator[DeadlineChange]:
    """Each deadline that goes on with another time, with the reason that was given.

    Args:
        entries: What became of each action.
        document: The document of the new plan, or None.
        on: Its day, or None.

    Returns:
        The changes, in the order of the old plan, under the address in the new one.
    """
    for entry in entries:
        for item in entry.items:
            where = item.successors or entry.successors
            if not where or not item.moved_to:
                continue
            for old, new in _pairs(_deadlines_of(item), item.moved_to):
                yield DeadlineChange(
                    subject=where[0],
                    old=old,
                    new=new,
                    document=document,
                    on=on,
                    reason=item.reason or entry.disposition.reason,
                )


def _deadlines_of(item: IndicatorEntry | MilestoneEntry) -> tuple[Deadline, ...]:
    return item.indicator.deadlines if isinstance(item, IndicatorEntry) else (item.deadline,)


def _pairs(
    olds: tuple[Deadline, ...], news: tuple[Deadline, ...]
) -> Iterator[tuple[Deadline | None, Deadline | None]]:
    if len(olds) != len(news):
        # Some ended: those that stay the same are no change, and the others go by their order.
        kept = set(olds) & set(news)
        olds = tuple(one for one in olds if one not in kept)
        news = tuple(one for one in news if one not in kept)
    for old, new in zip_longest(olds, news):
        if old != new and new is not None:
            yield old, new
