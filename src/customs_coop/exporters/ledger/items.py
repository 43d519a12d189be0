"""The actions of a printed ledger, each with the items below it that go another way."""

from collections.abc import Iterator
from typing import Final

from customs_coop.exporters.ledger.cells import cell, codes, fitting, labelled, reasoned
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Sheet
from customs_coop.formats.cells import Paragraph
from customs_coop.rollover import Entry, IndicatorEntry, Ledger, MilestoneEntry

__all__ = ["action_table"]

_OVER: Final = frozenset({"completed", "dropped"})
_HEADINGS: Final = (
    Heading("Code", 10),
    Heading("Action", 34),
    Heading("What became of it", 13),
    Heading("New code", 8),
    Heading("First in", 10),
    Heading("Reason", 25),
)
_FIELDS: Final = {
    "terms_of_reference": "Terms of reference",
    "status_text": "State of play",
}


def action_table(ledger: Ledger, *, every: bool) -> Sheet:
    """The table of actions.

    Args:
        ledger: The ledger.
        every: Whether every indicator and milestone stands below its action, and the further
            texts of merged and split actions.

    Returns:
        The table; without a column in which nothing stands.
    """
    lines = [line for entry in ledger for line in _lines(entry, every=every)]
    return fitting("Actions", _HEADINGS, lines)


def _lines(entry: Entry, *, every: bool) -> Iterator[Line]:
    disposition = entry.disposition
    yield Line(
        cells=(
            cell(str(entry.action.code)),
            _action(entry, every=every),
            cell(disposition.word),
            cell(codes(entry.successors)),
            _first(entry),
            reasoned(disposition.reason, disposition.authority),
        ),
        done=disposition.word in _OVER,
    )
    for item in entry.items:
        if every or _differs(entry, item):
            yield _item(entry, item)


def _action(entry: Entry, *, every: bool) -> Cell:
    found = cell(entry.title)
    if (entry.earlier or entry.split_from) and entry.first_wording not in ("", entry.title):
        found += labelled("First wording:", entry.first_wording)
    if every:
        for wording in entry.wordings:
            name = _FIELDS.get(wording.field, wording.field.replace("_", " ").capitalize())
            found += labelled(f"{name}:", wording.text)
    return found


def _first(entry: Entry) -> Cell:
    """Where it first appeared and how often it was carried; nothing in its first plan."""
    if not (entry.earlier or entry.split_from):
        return ()
    times = entry.times_carried
    return (
        *cell(f"{entry.first}{' (split)' if entry.split_from else ''}"),
        Paragraph(f"carried {times} time{'' if times == 1 else 's'}"),
    )


def _item(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> Line:
    words = "\n".join([item.words, *(f"New deadline: {one.text}" for one in item.moved_to)])
    reason = reasoned(item.reason, item.authority)
    disposition = entry.disposition
    if reason == reasoned(disposition.reason, disposition.authority):
        reason = ()  # it stands in the row of the action
    return Line(
        cells=(
            (Paragraph(f"{item.kind.value} {item.number}", label=True),),
            cell(words),
            cell(item.outcome.value),
            cell(codes(item.successors)),
            (),
            reason,
        ),
        below=True,
        done=item.outcome.value in _OVER,
    )


def _differs(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> bool:
    """Whether an item does not simply go the way of its action."""
    return (
        item.outcome.value != entry.disposition.word
        or item.successors != entry.successors
        or item.moved_to != ()
    )
