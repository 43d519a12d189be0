"""What a person reads of a merge: the conflicts, and what was taken, as tables."""

from collections.abc import Iterator

from customs_coop.comparison import Conflict, Merge
from customs_coop.comparison.printing import change_as_text
from customs_coop.exporters.comparison.wording import NOTATION, field_in_words
from customs_coop.exporters.ledger.cells import cell, labelled
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Page, Sheet
from customs_coop.exporters.merging.wording import base_in_words, proposals_in_words
from customs_coop.formats.provenance import marking_of
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Marking

__all__ = ["merge_page", "printed_marking"]

_CONFLICTS = (
    Heading("Place", 20),
    Heading("Field", 12),
    Heading("Text of the base", 30),
    Heading("Proposals", 38),
)
_TAKEN = (Heading("Place", 20), Heading("What was taken", 66), Heading("From", 14))


def merge_page(merged: Merge) -> Page:
    """Lay a merge out: the conflicts with the base and each proposal, then what was taken.

    Below the field stands the address by which the conflict can be settled.

    Args:
        merged: The merge.

    Returns:
        The page.

    Example:
        >>> plan = ActionPlan(id="AP2", title="Second")
        >>> page = merge_page(Merge(plan=plan))
        >>> page.title, page.summary
        ('Conflicts and changes: AP2', 'There is no conflict.')
    """
    plan = merged.plan
    titles = {action.code.text: action.title for action in plan}
    conflicts = tuple(_conflict(one, titles) for one in merged.conflicts)
    taken = tuple(_taken(merged, titles))
    head = [("Plan", ": ".join(part for part in (_name(plan), plan.title) if part))]
    if marking := printed_marking(plan):
        head.append(("Marking", marking))
    if authors := _authors(merged):
        head.append(("Proposals of", ", ".join(authors)))
    if taken:
        head.append(("Notation", NOTATION))
    sheets = (
        Sheet(heading="Conflicts", headings=_CONFLICTS, lines=conflicts),
        Sheet(heading="What was taken", headings=_TAKEN, lines=taken),
    )
    return Page(
        title=f"Conflicts and changes: {plan.id}",
        head=tuple(head),
        sheets=tuple(sheet for sheet in sheets if sheet.lines),
        summary=_summary(len(conflicts)),
    )


def printed_marking(plan: ActionPlan) -> str:
    """The marking of a plan as it is printed; empty where there is none."""
    marking = marking_of(plan, Dossier.of(plan))
    return marking.value if isinstance(marking, Marking) else marking or ""


def _summary(conflicts: int) -> str:
    if not conflicts:
        return "There is no conflict."
    count = "There is one conflict" if conflicts == 1 else f"There are {conflicts} conflicts"
    return f"{count}; the merged plan has the text of the base there."


def _name(plan: ActionPlan) -> str:
    return plan.id if plan.document is None else f"{plan.id} ({plan.document})"


def _authors(merged: Merge) -> list[str]:
    named = {author for one in merged.conflicts for author, _ in one.proposals}
    return sorted(named.union(author for one in merged.changes for author in one.authors))


def _conflict(conflict: Conflict, titles: dict[str, str]) -> Line:
    place, base = conflict.place, conflict.base
    code, title = "plan", ""
    if isinstance(place, ActionRef):
        code = place.code.text
        title = base.title if isinstance(base, Action) else titles.get(code, "")
    proposals: Cell = ()
    for author, words in proposals_in_words(conflict):
        proposals += labelled(f"{author}:", words)
    return Line(
        cells=(
            (*cell(code), *cell(title)),
            labelled(field_in_words(conflict.field).capitalize(), conflict.address),
            cell(base_in_words(conflict)),
            proposals,
        )
    )


def _taken(merged: Merge, titles: dict[str, str]) -> Iterator[Line]:
    for taken in merged.changes:
        place, what = change_as_text(taken.change, merged.plan)
        title = titles.get(place.rpartition(" -> ")[2], "")
        yield Line(cells=((*cell(place), *cell(title)), cell(what), cell(", ".join(taken.authors))))
