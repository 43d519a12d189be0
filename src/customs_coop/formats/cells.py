"""The words in the cells of a Council table: as printed, and each of them once.

What the model holds beside a text (a deadline, the document that completes it, a former code) is
mostly a reading of that text. It is printed again only where the text does not have it, as in a
plan that a program made.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

import attrs

from customs_coop.deadline import Deadline
from customs_coop.formats.columns import Column
from customs_coop.model import (
    Action,
    Code,
    Funding,
    Indicator,
    Involvement,
    LinkKind,
    Measure,
    Priority,
    Role,
    Status,
)
from customs_coop.references import Reference, find_references

__all__ = ["Context", "Paragraph", "cell_of", "column_needed", "own_cell"]

# Behind the full stop or the bracket with which a sentence ends.
_SENTENCE_ENDS = re.compile(r"(?<=[.;)])\s")

_LABELS: Mapping[Role, str] = MappingProxyType(
    {
        Role.CONCERNED: "Other interested parties:",
        Role.ADDRESSEE: "Addressees:",
        Role.HOST: "Host:",
        Role.ORGANISER: "Organiser:",
        Role.FUNDER: "Funded by:",
    }
)


@attrs.frozen
class Paragraph:
    """One paragraph of a cell; it holds no line break.

    Args:
        text: The words.
        label: Whether it only names what follows; such words are set in italics.
    """

    text: str
    label: bool = False


@attrs.frozen(kw_only=True)
class Context:
    """What the cells of an action need to know of its plan.

    Args:
        columns: The columns that the table has.
        marks: The marks of the notes, by the ids of the notes.
        objectives: The words of the strategic objectives, by their codes; may be empty.
    """

    columns: frozenset[Column]
    marks: Mapping[str, str]
    objectives: Mapping[Code, str]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, whatever the case and the blanks."""
    wanted, printed = _folded(words), _folded(text)
    at = printed.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (_joined(printed, at) or _joined(printed, end)):
            return True
        # Here the words begin or end inside a longer word or figure; go on behind it.
        at += 1
        while at < len(printed) and printed[at].isalnum():
            at += 1
        at = printed.find(wanted, at)
    return False


def _joined(text: str, at: int) -> bool:
    """Whether a place lies inside a word or figure."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _cites(text: str, reference: Reference) -> bool:
    """Whether the text cites it, in whatever order the parts of the number stand."""
    if str(reference) in text or reference.cite() in text:
        return True
    return any(mention.reference == reference for mention in find_references(text))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple([Paragraph(line.strip()) for line in text.splitlines() if line.strip()])


def _extended(paragraphs: tuple[Paragraph, ...], *words: str) -> tuple[Paragraph, ...]:
    """Put words behind the last paragraph, or make a paragraph of them where there is none."""
    more = " ".join(word for word in words if word)
    if not more:
        return paragraphs
    if not paragraphs:
        return (Paragraph(more),)
    last = paragraphs[-1].text
    # A deadline is a sentence of its own, a remark in brackets is not.
    stop = "." if last[-1:].isalnum() and not more.startswith("(") else ""
    return (*paragraphs[:-1], Paragraph(f"{last}{stop} {more}"))


def _row_text(action: Action) -> str:
    """Everything that the row prints in any case, to look up whether words stand there."""
    return "\n".join(
        (
            action.title,
            *(indicator.text for indicator in action.indicators),
            *action.outcomes,
            *(involvement.text for involvement in action.involved),
            action.terms_of_reference,
            action.priority if isinstance(action.priority, str) else "",
            *(cell.text for cell in action.extra),
        )
    )


def own_cell(involvement: Involvement, action: Action) -> bool:
    """Whether the party asks for a column, and is not merely read from the words of the action.

    A timetable names its parties in sentences; a column that repeats them would be none of its.
    """
    return not involvement.text or not _holds(action.title, involvement.text)


def _party(involvement: Involvement) -> str:
    if involvement.text:
        return " ".join(involvement.text.split())
    return involvement.party if involvement.confirmed else f"{involvement.party} (tbc)"


def _parties(involved: Iterable[Involvement]) -> tuple[Paragraph, ...]:
    # Several parties may be read from the same words, which then are printed once.
    return tuple([Paragraph(text) for text in dict.fromkeys(map(_party, involved))])


def _labelled(action: Action, roles: Iterable[Role]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for role in roles:
        involved = [i for i in action.involved if i.role is role]
        if involved:
            label = () if role is Role.RESPONSIBLE else (Paragraph(_LABELS[role], label=True),)
            found += [*label, *_parties(involved)]
    return tuple(found)


def _deadline(deadline: Deadline) -> str:
    words = " ".join(deadline.text.split())
    return words if words.casefold().startswith("deadline") else f"Deadline: {words}"


def _measure(measure: Measure, text: str) -> str:
    parts = [
        f"{name}: {value} {measure.unit}".strip()
        for name, value in (("baseline", measure.baseline), ("target", measure.target))
        if value is not None and not _holds(text, str(value))
    ]
    return f"({', '.join(parts)})" if parts else ""


def _indicator(indicator: Indicator) -> tuple[Paragraph, ...]:
    text = indicator.text
    code = ""
    if indicator.code is not None and not text.lstrip("( ").startswith(indicator.code.text):
        code = f"({indicator.code}) "
    missing = [r.cite() for r in indicator.evidence if not _cites(text, r)]
    word = "Completed: " if indicator.status is Status.COMPLETED else ""
    unsaid = indicator.status is Status.COMPLETED and not _holds_any(
        text, ("complete", "completed")
    )
    evidence = f"({word}{', '.join(missing)})" if missing else "(Completed)" * unsaid
    return _extended(
        _paragraphs(code + text),
        "" if indicator.measure is None else _measure(indicator.measure, text),
        *(_deadline(d) for d in indicator.deadlines if not _holds(text, d.text)),
        evidence,
    )


def _holds_any(text: str, words: Iterable[str]) -> bool:
    return any(_holds(text, word) for word in words)


def _status(action: Action) -> tuple[Paragraph, ...]:
    """The words on the status, where no other cell has them."""
    if action.status_text:
        # The words may have been gathered from several cells, so each sentence counts.
        printed = _row_text(action)
        evidence = {r for indicator in action.indicators for r in indicator.evidence}
        missing = [
            sentence
            for sentence in _SENTENCE_ENDS.split(action.status_text)
            if not _holds(printed, sentence) and not _only_evidence(sentence, evidence)
        ]
        return _paragraphs(" ".join(missing))
    words = [action.status.value]
    if action.status is Status.COMPLETED:
        words.append("complete")
    said = action.status is Status.OPEN or _holds_any(_row_text(action), words)
    said = said or (
        action.status is Status.COMPLETED
        and any(indicator.status is Status.COMPLETED for indicator in action.indicators)
    )
    return () if said else (Paragraph(action.status.value.capitalize()),)


def _only_evidence(sentence: str, evidence: AbstractSet[Reference]) -> bool:
    """Whether a sentence says no more than "Completed" and documents that are printed anyway."""
    mentions = find_references(sentence)
    rest = sentence
    # The members of a range are mentions of the same words.
    for start, end in sorted({(mention.start, mention.end) for mention in mentions}, reverse=True):
        rest = rest[:start] + rest[end:]
    bare = rest.strip(" .:;,()").casefold()
    cited = {mention.reference for mention in mentions}
    return bool(cited) and bare in ("complete", "completed") and cited <= evidence


def _own_deadlines(action: Action, printed: str) -> tuple[Paragraph, ...]:
    return tuple([Paragraph(_deadline(d)) for d in action.deadlines if not _holds(printed, d.text)])


def _funding(funding: Funding) -> str:
    if funding.text:
        return " ".join(funding.text.split())
    return ", ".join(part for part in (funding.programme, funding.state, funding.amount) if part)


def _title(action: Action, context: Context) -> tuple[Paragraph, ...]:
    printed = _row_text(action)
    marks = [context.marks[note] for note in action.notes if context.marks.get(note)]
    aliases = ", ".join(str(a) for a in action.aliases if not _holds(action.title, a.text))
    title = _extended(
        _paragraphs(action.title),
        f"(previously {aliases})" if aliases else "",
    )
    # A mark does not go to the next line alone.
    new = "".join(f"\u00a0{m}" for m in dict.fromkeys(marks) if not _marked(action.title, m))
    if new:
        title = (*title[:-1], Paragraph((title[-1].text if title else "") + new))
    funding = [f for f in map(_funding, action.funding) if f and not _holds(printed, f)]
    evidence = {str(r) for indicator in action.indicators for r in indicator.evidence}
    missing = [
        r.cite() for r in action.references if str(r) not in evidence and not _cites(printed, r)
    ]
    return (
        *(() if Column.CODE in context.columns else (Paragraph(action.code.text),)),
        *title,
        *(Paragraph(f"Funding: {text}") for text in funding),
        *((Paragraph(f"References: {', '.join(missing)}"),) if missing else ()),
    )


def _marked(title: str, mark: str) -> bool:
    # A figure may be part of the sentence; a raised one or a bracketed one cannot.
    return title.rstrip().endswith(mark) or (not mark.isascii() and mark in title)


def _objectives(action: Action, context: Context) -> tuple[Paragraph, ...]:
    if Column.CODE in context.columns or not all(
        c in context.objectives for c in action.objectives
    ):
        codes = ", ".join(code.text for code in action.objectives)
        return (Paragraph(codes),) if codes else ()
    return tuple([Paragraph(f"({code}) {context.objectives[code]}") for code in action.objectives])


def _priority(action: Action, _context: Context) -> tuple[Paragraph, ...]:
    priority = action.priority
    return _paragraphs(priority.value if isinstance(priority, Priority) else priority or "")


def _indicators(action: Action, context: Context) -> tuple[Paragraph, ...]:
    found = tuple([p for indicator in action.indicators for p in _indicator(indicator)])
    if Column.DEADLINES in context.columns:
        return (*found, *_status(action))
    own = _own_deadlines(action, "\n".join(p.text for p in found))
    return (*found, *own, *_status(action))


def _deadlines(action: Action, context: Context) -> tuple[Paragraph, ...]:
    found = tuple([p for deadline in action.deadlines for p in _paragraphs(deadline.text)])
    return found if Column.INDICATORS in context.columns else (*found, *_status(action))


def _responsible(action: Action, context: Context) -> tuple[Paragraph, ...]:
    others = () if Column.CONCERNED in context.columns else tuple(_LABELS)
    return (*_labelled(action, (Role.RESPONSIBLE, *others)), *_takers(action))


def _concerned(action: Action, context: Context) -> tuple[Paragraph, ...]:
    takers = () if Column.RESPONSIBLE in context.columns else _takers(action)
    return (*_parties(action.concerned), *_labelled(action, tuple(_LABELS)[1:]), *takers)


def _takers(action: Action) -> tuple[Paragraph, ...]:
    """Where the work is taken forward: the party cell says so in the place of a party."""
    printed = _row_text(action)
    words = (
        " ".join(link.text.split())
        for link in action.links
        if link.kind is LinkKind.TAKEN_FORWARD_IN and not _holds(printed, link.text)
    )
    return tuple([Paragraph(text) for text in dict.fromkeys(words)])


def _outcomes(action: Action, _context: Context) -> tuple[Paragraph, ...]:
    return tuple([p for outcome in action.outcomes for p in _paragraphs(outcome)])


_CELLS: Mapping[Column, Callable[[Action, Context], tuple[Paragraph, ...]]] = MappingProxyType(
    {
        Column.CODE: lambda action, _: (Paragraph(action.code.text),),
        Column.TITLE: _title,
        Column.OBJECTIVES: _objectives,
        Column.PRIORITY: _priority,
        Column.INDICATORS: _indicators,
        Column.OUTCOMES: _outcomes,
        Column.RESPONSIBLE: _responsible,
        Column.CONCERNED: _concerned,
        Column.DEADLINES: _deadlines,
        Column.STATUS: lambda action, _: _status(action),
        Column.TERMS_OF_REFERENCE: lambda action, _: _paragraphs(action.terms_of_reference),
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
        roles = {Role.RESPONSIBLE} if Column.CONCERNED in columns else set(Role)
        return any(i.role in roles and own_cell(i, action) for i in action.involved)
    needs = _NEEDS.get(column)
    return needs is not None and needs(action)
