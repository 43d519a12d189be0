"""What a person reads of a ledger: tables of paragraphs, whatever the file format."""

from typing import Final, Literal, TypeAlias

import attrs

from customs_coop.exporters.ledger.cells import cell, codes, fitting, reasoned
from customs_coop.exporters.ledger.items import action_table
from customs_coop.exporters.ledger.sheets import Heading, Line, Page, Sheet
from customs_coop.model import PlanRef
from customs_coop.rollover import (
    Balance,
    Ledger,
    MergeInto,
    MissingCode,
    PlanHead,
    RecommendationEntry,
    Waiting,
    WaitingEntry,
)
from customs_coop.rollover.ledger.balance import UNEXPLAINED
from customs_coop.rollover.ledger.entries import Announced
from customs_coop.rollover.ledger.plans import printed_sum

__all__ = ["Items", "PrintedLedger", "ledger_page"]

Items: TypeAlias = Literal["differing", "all"]
"""Which indicators and milestones are shown below their action."""

_OUTCOME: Final = Heading("What became of it", 13)
_REASON: Final = Heading("Reason", 26)


def ledger_page(ledger: Ledger, items: Items = "differing") -> Page:
    """Lay a ledger out: actions, missing codes, figures announced, recommendations, and the rest.

    Behind them stand new actions, what earlier rollovers left, and the balance.

    Args:
        ledger: The ledger.
        items: "differing" shows the indicators and milestones that do not simply go the way of
            their action; "all" shows every one, and the further texts of merged and split actions.

    Returns:
        The page.

    Example:
        >>> from customs_coop.model import PlanRef
        >>> page = ledger_page(Ledger(old=PlanRef("AP1"), new=PlanRef("AP2")))
        >>> page.title, page.head[0]
        ('Ledger: AP1 to AP2', ('Old plan', 'AP1'))
    """
    sheets = [action_table(ledger, every=items == "all")]
    sheets.append(_missing(ledger.missing))
    if ledger.announced is not None:
        sheets.append(_announced(ledger.announced))
    sheets += [
        _recommendations(ledger.recommendations),
        _added(ledger),
        _settled(ledger.settled),
        _waiting(ledger.waiting),
        _balance(ledger.balance),
    ]
    unexplained = len(ledger.unexplained)
    summary = (
        "The account balances." if ledger.balance.balanced else "The account does not balance."
    )
    if unexplained:
        codes_are = "code is" if unexplained == 1 else "codes are"
        summary += f" {unexplained} missing {codes_are} unexplained."
    title = f"Ledger: {ledger.old} to {ledger.new}"
    head: tuple[tuple[str, str], ...] = (
        ("Old plan", _plan(ledger.old, ledger.old_head)),
        ("New plan", _plan(ledger.new, ledger.new_head)),
    )
    if ledger.new_head is not None:
        head = (*head, ("Actions of the new plan", printed_sum(ledger.composition)))
    if ledger.old == ledger.new:
        title, head = (
            f"Ledger: revision of {ledger.old}",
            (("Plan", _plan(ledger.old, ledger.old_head)),),
        )
        if ledger.new_head is not None:
            head = (*head, ("Revised plan", _plan(ledger.new, ledger.new_head)))
    return Page(
        title=title,
        head=head,
        sheets=tuple(sheet for sheet in sheets if sheet.lines),
        summary=summary,
    )


@attrs.frozen(kw_only=True)
class PrintedLedger:
    """A ledger as tables that a person reads; each format says how it writes them.

    Args:
        items: As of `ledger_page`.
    """

    accepts = ("ledger",)

    items: Items = "differing"

    def page(self, ledger: Ledger) -> Page:
        """The ledger as it is printed."""
        return ledger_page(ledger, self.items)


def _plan(plan: PlanRef, head: PlanHead | None) -> str:
    words = "" if head is None else str(head)
    return f"{plan}: {words}" if words else str(plan)


def _added(ledger: Ledger) -> Sheet:
    lines = [
        Line(
            cells=(
                cell(str(one.action.code)),
                cell(one.title),
                cell(", ".join(map(str, one.continues))),
            )
        )
        for one in ledger.added
    ]
    with_past = any(one.continues for one in ledger.added)
    headings = (
        *(Heading("Code", 12), Heading("Action", 68 if with_past else 88)),
        Heading("Goes on with", 20),
    )
    return fitting("New actions", headings, lines)


def _settled(settled: tuple[WaitingEntry, ...]) -> Sheet:
    lines = [
        Line(
            cells=(
                cell(one.waiting.item),
                cell(one.waiting.words),
                cell(one.outcome.value),
                cell(codes(one.successors)),
                reasoned(one.reason, one.authority),
            )
        )
        for one in settled
    ]
    headings = (
        *(Heading("What", 16), Heading("Words", 36), _OUTCOME),
        *(Heading("New code", 12), _REASON),
    )
    return fitting("Left by earlier rollovers, and waiting no more", headings, lines)


def _waiting(waiting: tuple[Waiting, ...]) -> Sheet:
    lines = [
        Line(
            cells=(
                cell(one.item),
                cell(one.words),
                cell(f"{one.left}, {one.old} to {one.new}"),
                reasoned(one.reason, one.authority),
            ),
            open=True,
        )
        for one in waiting
    ]
    headings = (Heading("What", 16), Heading("Words", 40), Heading("How it was left", 18), _REASON)
    return fitting("Left by earlier rollovers", headings, lines)


def _missing(missing: tuple[MissingCode, ...]) -> Sheet:
    lines = []
    for found in missing:
        decided = found.disposition
        word = UNEXPLAINED if decided is None else decided.word
        if isinstance(decided, MergeInto):
            word += f" into {decided.code}"
        reason = () if decided is None else reasoned(decided.reason, decided.authority)
        cells = (cell(str(found.code)), cell(word), cell(codes(found.successors)), reason)
        lines.append(Line(cells=cells, open=decided is None))
    headings = (Heading("Code", 12), _OUTCOME, Heading("New code", 12), Heading("Reason", 64))
    return fitting("Codes missing in the numbering", headings, lines)


def _announced(found: Announced) -> Sheet:
    figures = [("Printed", found.printed)]
    if found.actions is not None:
        figures.insert(0, ("Announced", found.actions))
    figures += [
        (label, count)
        for label, count in (
            ("Under former codes of other actions", found.aliases),
            ("Missing in the numbering", found.missing),
        )
        if count
    ]
    if found.actions is not None:
        figures.append(("Unaccounted for", found.unaccounted))
    lines = [
        Line(
            cells=(cell(label), cell(str(count))),
            open=label == "Unaccounted for" and count != 0,
        )
        for label, count in figures
    ]
    if found.deleted_areas:
        areas = ", ".join(found.deleted_areas)
        lines.append(Line(cells=(cell("Work areas taken out"), cell(areas))))
    if found.text:
        lines.append(Line(cells=(cell("In its own words"), cell(found.text))))
    headings = (Heading("What the old plan says of its revision", 30), Heading("Actions", 70))
    return Sheet(heading="Figures announced", headings=headings, lines=tuple(lines))


def _recommendations(entries: tuple[RecommendationEntry, ...]) -> Sheet:
    lines = [
        Line(
            cells=(
                cell(str(entry.recommendation)),
                cell(entry.text),
                cell(entry.outcome.value),
                cell(codes(entry.successors)),
                reasoned(entry.reason, entry.authority),
            ),
            open=entry.outcome.value == "open",
        )
        for entry in entries
    ]
    headings = (
        Heading("Recommendation", 14),
        Heading("Text", 38),
        _OUTCOME,
        Heading("Taken up by", 10),
        _REASON,
    )
    return fitting("Recommendations", headings, lines)


def _balance(balance: Balance) -> Sheet:
    rows = [row for row in balance if row.opening or not row.balanced]
    words = list(dict.fromkeys(word for row in rows for word, count in row.counts if count))
    with_open = any(row.unexplained for row in rows)
    lines = []
    for row in rows:
        counts = dict(row.counts)
        figures = [str(counts[word]) if word in counts else "" for word in words]
        if with_open:
            figures.append(str(row.unexplained) if row.unexplained else "")
        closing = sum(counts.values()) + row.unexplained
        figures.append(str(closing))
        cells = (row.kind.plural.capitalize(), str(row.opening), *figures)
        lines.append(Line(cells=tuple(map(cell, cells)), open=not row.balanced))
    names = ["Opening", *map(str.capitalize, words), *(["Unexplained"] * with_open)]
    headings = (Heading("", 18), *(Heading(name, 11, figures=True) for name in names))
    headings += (Heading("Accounted for", 12, figures=True),)
    return Sheet(heading="Balance", headings=headings, lines=tuple(lines))
