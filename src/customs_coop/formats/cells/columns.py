"""What stands in each cell of a row, by its column."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import attrs

from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells.indicators import indicator_paragraphs
from customs_coop.formats.cells.people import concerned_parties, own_cell, responsible_parties
from customs_coop.formats.cells.state import PrintedStatus, printed_status
from customs_coop.formats.cells.words import (
    Paragraph,
    cites,
    counted,
    extended,
    holds,
    paragraphs,
    row_text,
    spaced,
)
from customs_coop.formats.columns import Column
from customs_coop.formats.sheet import SHEET_WORDS, Language
from customs_coop.formats.status.printed import remark_words
from customs_coop.model import Action, Funding, Priority, Role

__all__ = ["Context", "cell_of", "column_needed"]


@attrs.frozen(kw_only=True)
class Context:
    """What the cells of an action need to know of its plan.

    Args:
        columns: The columns that the table has.
        marks: The marks of the notes, by the ids of the notes.
        status: What the row prints of the status of the action, besides its other words.
        others_label: What stands before the parties concerned, where they have no column.
    """

    columns: frozenset[Column]
    marks: Mapping[str, str]
    status: PrintedStatus
    others_label: str

    @classmethod
    def of(
        cls,
        action: Action,
        columns: frozenset[Column],
        marks: Mapping[str, str],
        language: Language,
    ) -> "Context":
        """What the cells of one action need to know; worked out once for all of them.

        Args:
            action: The action.
            columns: The columns of the table.
            marks: The marks of the notes.
            language: The language of labels.
        """
        return cls(
            columns=columns,
            marks=marks,
            status=printed_status(action, columns),
            others_label=SHEET_WORDS[language].others,
        )


def _funding(funding: Funding) -> str:
    parts = (funding.programme, funding.state, funding.amount, funding.text)
    words = "; ".join(" ".join(part.split()) for part in parts)
    return addition(Added.FUNDING, words.rstrip("; ") or "-")


def _funded(funding: Funding, printed: str) -> bool:
    """Whether the row has the words that tell of the money."""
    return bool(funding.text) and holds(printed, funding.text)


def _title(action: Action, context: Context) -> tuple[Paragraph, ...]:
    printed = row_text(action)
    marks = [context.marks[note] for note in action.notes if context.marks.get(note)]
    aliases = ", ".join(str(a) for a in action.aliases if not holds(action.title, a.text))
    own = () if Column.DEADLINES in context.columns else action.deadlines
    evidence = {str(r) for indicator in action.indicators for r in indicator.evidence}
    status = context.status
    below = Column.INDICATORS not in context.columns
    # What the line on the status cites among the indicators is read from there.
    cited = printed if below else f"{printed}\n{status.line}"
    missing = [
        r.cite() for r in action.references if str(r) not in evidence and not cites(cited, r)
    ]
    words = paragraphs(action.title)
    if below and len(words) > 1 and remark_words(words[-1].text) is not None:
        # On a line of its own it would be the status.
        words = paragraphs(" ".join(action.title.split()))
    title = extended(
        words,
        addition(Added.PREVIOUSLY, aliases) if aliases else "",
        *(addition(Added.DEADLINE, deadline.text) for deadline in own),
        status.addition,
        *(_funding(funding) for funding in action.funding if not _funded(funding, printed)),
        addition(Added.REFERENCES, ", ".join(missing)) if missing else "",
    )
    # A mark does not go to the next line alone.
    new = "".join(f"\u00a0{m}" for m in dict.fromkeys(marks) if not _marked(action.title, m))
    if new:
        title = (*title[:-1], Paragraph((title[-1].text if title else "") + new))
    if status.hidden and title:
        title = (*title[:-1], attrs.evolve(title[-1], hidden=status.hidden))
    code = () if Column.CODE in context.columns else (Paragraph(action.code.text),)
    return (*code, *title, *(paragraphs(status.line) if below else ()))


def _marked(title: str, mark: str) -> bool:
    # A figure may be part of the sentence; a raised one or a bracketed one cannot.
    return title.rstrip().endswith(mark) or (not mark.isascii() and mark in title)


def _objectives(action: Action, _context: Context) -> tuple[Paragraph, ...]:
    # What they say stands above the plan, once.
    codes = ", ".join(code.text for code in action.objectives)
    return (Paragraph(codes),) if codes else ()


def _priority(action: Action, _context: Context) -> tuple[Paragraph, ...]:
    priority = action.priority
    return paragraphs(priority.value if isinstance(priority, Priority) else priority or "")


def _deadlines(action: Action, _context: Context) -> tuple[Paragraph, ...]:
    return tuple([p for deadline in action.deadlines for p in paragraphs(deadline.text)])


def _indicators(action: Action, context: Context) -> tuple[Paragraph, ...]:
    return (*paragraphs(context.status.line), *indicator_paragraphs(action))


def _outcomes(action: Action, _context: Context) -> tuple[Paragraph, ...]:
    return tuple([p for outcome in action.outcomes for p in counted(paragraphs(outcome))])


_CELLS: Mapping[Column, Callable[[Action, Context], tuple[Paragraph, ...]]] = MappingProxyType(
    {
        Column.CODE: lambda action, _: (Paragraph(action.code.text),),
        Column.TITLE: _title,
        Column.OBJECTIVES: _objectives,
        Column.PRIORITY: _priority,
        Column.INDICATORS: _indicators,
        Column.OUTCOMES: _outcomes,
        Column.RESPONSIBLE: lambda action, context: responsible_parties(
            action, context.columns, context.others_label
        ),
        Column.CONCERNED: lambda action, context: concerned_parties(action, context.columns),
        Column.DEADLINES: _deadlines,
        Column.STATUS: lambda _, context: paragraphs(context.status.line),
        Column.TERMS_OF_REFERENCE: lambda action, _: spaced(action.terms_of_reference),
    }
)


def cell_of(action: Action, column: Column, context: Context) -> tuple[Paragraph, ...]:
    """The paragraphs of one cell.

    Args:
        action: The action of the row.
        column: What the cell holds.
        context: What the cell needs to know of the plan and of the other columns.

    Returns:
        The paragraphs; none where the cell is empty.
    """
    return _CELLS[column](action, context)


_NEEDS: Mapping[Column, Callable[[Action], bool]] = MappingProxyType(
    {
        Column.OBJECTIVES: lambda a: bool(a.objectives),
        Column.PRIORITY: lambda a: a.priority is not None,
        Column.INDICATORS: lambda a: bool(a.indicators),
        Column.OUTCOMES: lambda a: bool(a.outcomes),
        Column.TERMS_OF_REFERENCE: lambda a: bool(a.terms_of_reference.strip()),
    }
)


def column_needed(action: Action, column: Column, columns: Iterable[Column]) -> bool:
    """Whether an action has something that no other column of the table would print.

    Args:
        action: The action.
        column: The column that the table does not have yet.
        columns: The columns that it has.
    """
    if column is Column.RESPONSIBLE:
        # Without a column of their own, the others stand below the responsible party.
        columns = frozenset(columns)
        roles = {Role.RESPONSIBLE} if Column.CONCERNED in columns else set(Role)
        # Only a timetable is read for the parties that its sentences name.
        in_sentences = Column.INDICATORS not in columns
        return any(
            i.role in roles and (own_cell(i, action) or not in_sentences) for i in action.involved
        )
    needs = _NEEDS.get(column)
    return needs is not None and needs(action)
