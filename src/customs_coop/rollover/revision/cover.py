"""The note before a revised plan: what was done to it, in paragraphs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.model import ActionPlan, Document, Marking
from customs_coop.rollover.revision.paragraphs import paragraphs_of
from customs_coop.rollover.revision.wording import day_in_full, held, names_of_areas, period_in_full

if TYPE_CHECKING:
    from customs_coop.rollover.revision.revising import Revision

__all__ = ["CoverNote", "cover_note", "revision_words"]

_INDENT: Final = "   "


def revision_words(plan: ActionPlan, areas: Mapping[str, str]) -> str:
    """The sentences on the version before, which a later reader of the plan needs to know.

    Args:
        plan: The plan before its revision.
        areas: Why work areas are deleted, by their codes.
    """
    lines = [f"The plan contained {held(plan)} before this revision."]
    for code, name in names_of_areas(plan, areas).items():
        lines.append(f"The work area {name} is deleted: {areas[code].rstrip(' .')}.")
    return "\n".join(lines)


@attrs.frozen(kw_only=True)
class CoverNote:
    """The note before a revised plan; as text its paragraphs are numbered.

    Args:
        title: The title of the plan.
        head: Lines below it, as label and text: the document, its day, those before it.
        paragraphs: The paragraphs, each with the lines of the list behind it.
        marking: Who may see it; it stands at the head of every form of the note. Empty where
            nothing is said.

    Example:
        >>> told = (("These call for it:", "5.2"), ("End.",))
        >>> print(CoverNote(title="Plan", marking="LIMITE", paragraphs=told))
        LIMITE
        <BLANKLINE>
        Plan
        <BLANKLINE>
        1. These call for it:
           5.2
        2. End.
    """

    title: str
    head: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[tuple[str, ...], ...] = ()
    marking: str = ""

    def __str__(self) -> str:
        marking = f"{self.marking}\n\n" if self.marking else ""
        head = [self.title, *(f"{label}: {text}" for label, text in self.head)]
        numbered = [
            f"{number}. {text}" + "".join(f"\n{_INDENT}{line}" for line in lines)
            for number, (text, *lines) in enumerate(self.paragraphs, 1)
        ]
        return marking + "\n".join(head) + "\n\n" + "\n".join(numbered)


def cover_note(revision: "Revision") -> CoverNote:
    """The note; each fact has a paragraph of its own.

    Args:
        revision: The revision.
    """
    plan, before = revision.plan, revision.before
    head = []
    # In a head each document is named by its identity alone, as a document of our own names it.
    if revision.document is not None:
        head.append(("Document", str(revision.document.reference)))
        if revision.document.date is not None:
            head.append(("Date", day_in_full(revision.document.date)))
        if revision.document.previous:
            head.append(("No. prev. doc.", ", ".join(map(str, revision.document.previous))))
    what = held(plan) if revision.changes_of_content else "the same"
    period = "" if before.period is None else f" for {period_in_full(before.period)}"
    told = [
        f"The plan {before.id}{period} contained {held(before)}; this revision contains {what}.",
        *paragraphs_of(revision),
    ]
    if not revision.changes_of_content:
        told.append("Nothing else has changed.")
    return CoverNote(
        title=" ".join(plan.title.split()) or plan.id,
        head=tuple(head),
        paragraphs=tuple([tuple(text.split("\n")) for text in told]),
        marking=_marking(revision.document),
    )


def _marking(document: Document | None) -> str:
    marking = None if document is None else document.marking
    return marking.value if isinstance(marking, Marking) else marking or ""
