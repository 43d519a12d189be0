"""One row of a tab table as an action."""

import functools
import re

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, find_deadlines
from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.columns import Column
from customs_coop.formats.sheet import NO_HEADING
from customs_coop.formats.status.printed import joined_words
from customs_coop.formats.status.reading import Standing, read_status
from customs_coop.formats.status.words import accepted_words, read_priority
from customs_coop.model import (
    Action,
    Code,
    ExtraCell,
    Indicator,
    Link,
    LinkKind,
    Objective,
    Obligation,
    Party,
    Priority,
)
from customs_coop.readers.document.additions import RowAdditions
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.document.own_cells import codes_beside_words, spaced_lines
from customs_coop.readers.flow.objectives import match_objective
from customs_coop.readers.indicators import is_deadline_alone, leading_remarks, split_numbered
from customs_coop.readers.indicators.times import read_times, unread_times, with_remarks
from customs_coop.readers.mentions import (
    PlanContext,
    condition_links,
    find_aliases,
    find_links,
    note_links,
    prose_deadlines,
    row_references,
    split_disposition,
    used_once,
    without_own,
)
from customs_coop.readers.obligations.rows import row_obligations
from customs_coop.readers.obligations.understood import tell_understood
from customs_coop.readers.parties.cells import Parties
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.markup import Cell, Paragraph, read_cell
from customs_coop.readers.text.places import cell_span
from customs_coop.readers.workplan.row_notes import RowNotes
from customs_coop.references import find_references

__all__ = ["ReadRow", "RowContext", "TableRow", "read_row"]

# Letters alone are a code where they are one letter or a Roman figure; "No" is a word.
_OBJECTIVE = re.compile(
    r"[A-Za-z]{0,2}[0-9]{1,2}(?:\.[0-9]{1,2})?|[A-Za-z](?:\.[0-9]{1,2})?|[IVX]{1,4}|[ivx]{1,4}"
)
_BETWEEN = re.compile(r"[\s,;/&+()]+|\b(?:and|et|und)\b")
_EMPTY_LINE = re.compile(
    r"<br\s{0,9}/?>\s{0,99}(?:</p>\s{0,99}(?:<p>\s{0,99})?)?<br\s{0,9}/?>"
    r"|<p>(?:\s|&nbsp;|<br\s{0,9}/?>){0,99}</p>"
)


@attrs.frozen(kw_only=True)
class TableRow:
    """A row whose cells are told apart, and nothing more.

    Args:
        code: The text of its code cell.
        cells: Each cell with what its column holds, if known, and the heading.
        span: Where the row stands.
        table: The number of its table, from 0.
        work_area: The code of its work area, or None.
        remark: What stands in brackets behind its code.
    """

    code: str
    cells: tuple[tuple[Column | None, str, Excerpt], ...]
    span: Span
    table: int = 0
    work_area: Code | None = None
    remark: str = ""


@attrs.frozen(kw_only=True)
class ReadRow:
    """An action with what reading it brought to light."""

    action: Action
    obligations: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


@attrs.frozen(kw_only=True)
class RowContext:
    """What has to be known of a plan to read its rows.

    Args:
        plan: The id, ordinal and codes.
        objectives: The objectives of the strategy, as an introduction lists them.
        own: Whether it is one of our own tables.
        period: The period of the plan, for times without a year.
    """

    plan: PlanContext
    objectives: tuple[Objective, ...] = ()
    own: bool = False
    period: Period | None = None


def read_row(row: TableRow, context: RowContext, account: Account, footnotes: Footnotes) -> ReadRow:
    """Read the cells of a row into an action.

    Args:
        row: The row.
        context: The plan to which it belongs, and its objectives.
        account: What is used is entered here.
        footnotes: The notes below the tables.

    Returns:
        The action, the bodies that are not in the table of known ones, and the findings.
    """
    return _Row(row, context, account, footnotes).read()


class _Row:
    def __init__(
        self, row: TableRow, context: RowContext, account: Account, footnotes: Footnotes
    ) -> None:
        self.row = row
        self.context = context
        self.account = account
        self.subject = f"{context.plan.plan}/{row.code}"
        self.findings: list[Diagnostic] = []
        self.notes = RowNotes(footnotes, row.table, account, self._add)
        self.additions = RowAdditions()
        self.texts: list[tuple[Column | None, str]] = []
        self.extra: list[ExtraCell] = []
        self.cells: dict[Column, Cell] = {}
        if row.remark and not footnotes.has(row.table, row.remark):
            self.texts.append((Column.CODE, row.remark))
            self.extra.append(ExtraCell(heading=self._heading(Column.CODE), text=row.remark))

    def read(self) -> ReadRow:
        claims = self.account.claims
        self._take_cells()
        below: tuple[str, ...] = ()  # where a table of ours has no column of indicators
        if self.context.own and not self._heading(Column.INDICATORS) and Column.TITLE in self.cells:
            self.cells[Column.TITLE], below = self.additions.cut_remarks(self.cells[Column.TITLE])
        title = self._text(Column.TITLE)
        if not title:
            self._find("CC124", "the row has a code and no title", Column.TITLE)
        disposition: tuple[Link, ...] = ()
        parties = Parties()
        if responsible := self._text(Column.RESPONSIBLE, "\n"):
            found = split_disposition(responsible, self.context.plan)
            disposition = found.links
            if found.parties:
                parties = self.additions.parties(found.parties, Column.RESPONSIBLE)
        concerned = self.additions.parties(self._text(Column.CONCERNED, "\n"), Column.CONCERNED)
        self._keep_no_parties(Column.RESPONSIBLE, parties)
        self._keep_no_parties(Column.CONCERNED, concerned)
        printed = with_remarks(p.content.text for p in self._paragraphs(Column.DEADLINES))
        stated = [time for text in printed for time in read_times(text, within=self.context.period)]
        last = self._last_deadline()
        remarks = self._leading_remarks()
        indicators = self.additions.indicators(self._paragraphs(Column.INDICATORS), len(remarks))
        due = (*last, *(time for one in indicators for time in one.deadlines))
        for column, times in ((Column.DEADLINES, stated), (Column.INDICATORS, due)):
            for message in unread_times(times):
                self._find("CC147", message, column)
        standing = self._standing((*remarks, *below), indicators, title)
        own = Code(self.row.code)
        texts = [text for _, text in self.texts]
        involved = tuple(dict.fromkeys((*parties.involved, *concerned.involved)))
        terms = self._text(Column.TERMS_OF_REFERENCE, "\n")
        if self.context.own and terms:
            terms = spaced_lines(self.cells[Column.TERMS_OF_REFERENCE], self.account.source.text)
        conditions = condition_links(self.notes.texts, title, involved)
        linked = used_once(
            (*self._links(disposition), *note_links(self.notes.texts, self.context.plan))
        )
        action = Action(
            code=own,
            title=title,
            aliases=tuple(code for code in find_aliases(texts, self.context.plan) if code != own),
            work_area=self.row.work_area,
            objectives=self._objectives(),
            priority=self._priority(),
            status=standing.status,
            status_text=standing.text,
            indicators=indicators,
            outcomes=self._outcomes(),
            involved=involved,
            terms_of_reference=terms,
            deadlines=(*stated, *last, *prose_deadlines(terms)),
            references=row_references(texts),
            links=without_own((*linked, *conditions), own, self.context.plan),
            notes=self.notes.found,
            extra=tuple(self.extra),
            span=self.row.span,
        )
        action = self.additions.apply(action, self._heading)
        # An objective of the strategy holds the words by which it is named here.
        self.account.settle(claims, action, self.context.objectives)
        unknown = (*parties.unknown, *concerned.unknown)
        plan = self.context.plan.plan
        duties = row_obligations(action, plan, notes=self.notes.texts, parties=unknown)
        return ReadRow(
            action=action,
            obligations=duties.obligations,
            unknown=(*unknown, *duties.unknown),
            findings=(
                *self.findings,
                *tell_understood(duties.inferred, self.subject, action.span),
            ),
        )

    def _links(self, disposition: tuple[Link, ...]) -> tuple[Link, ...]:
        found: list[Link] = []
        for column, text in self.texts:
            links = find_links(text, self.context.plan)
            if column is Column.RESPONSIBLE and disposition:
                # The whole cell says who has taken the work over.
                links = tuple(x for x in links if x.kind is not LinkKind.TAKEN_FORWARD_IN)
                links += disposition
            found += links
        return used_once(found)

    def _take_cells(self) -> None:
        for column, heading, excerpt in self.row.cells:
            cell, marked = read_cell(excerpt), False
            if not (self.context.own and column is Column.CODE):  # our marks stand at titles
                cell, marked = self.notes.without_marks(cell, heading, column)
            for paragraph in cell.paragraphs:
                self.account.use(paragraph.content)
            cell.clear_markup(self.account)
            cell = self.additions.take(column, cell)
            text = cell.text
            if column is None:
                if text and self.context.own:
                    named = "" if heading == NO_HEADING else heading
                    text = spaced_lines(cell, self.account.source.text)
                    self.extra.append(ExtraCell(heading=named, text=text))
                elif text:
                    self.extra.append(ExtraCell(heading=heading, text=text))
            else:
                self.cells[column] = cell
            if column is not Column.CODE and text:
                self.texts.append((column, "\n".join(p.content.text for p in cell.paragraphs)))
            self.texts += [(column, words) for words in self.additions.phrases(column)]
            if not marked:
                place = functools.partial(
                    cell_span, self.account.source, excerpt, heading, self.row.span
                )
                self.notes.see(text, place)

    def _add(self, code: str, message: str, span: Span) -> None:
        self.findings.append(diagnose(code, message, subject=self.subject, span=span))

    def _paragraphs(self, column: Column) -> tuple[Paragraph, ...]:
        cell = self.cells.get(column)
        return cell.paragraphs if cell else ()

    def _text(self, column: Column, glue: str = " ") -> str:
        return glue.join(paragraph.content.text for paragraph in self._paragraphs(column))

    def _heading(self, column: Column) -> str:
        return next((heading for held, heading, _ in self.row.cells if held is column), "")

    def _find(self, code: str, message: str, column: Column) -> None:
        cell = next((cell for held, _, cell in self.row.cells if held is column), None)
        source = self.account.source
        self._add(code, message, cell_span(source, cell, self._heading(column), self.row.span))

    def _priority(self) -> Priority | str | None:
        """The priority; one that is printed in another language is kept in its words too."""
        text = self._text(Column.PRIORITY)
        if self.context.own and not accepted_words(text):
            return text or None  # we print the priorities that are known in English
        priority = read_priority(text)
        if accepted := accepted_words(text):
            message = f'"{text}" are two wordings, as of a tracked change; "{accepted}" was read'
            self._find("CC180", message, Column.PRIORITY)
        if isinstance(priority, Priority):
            self.extra.append(ExtraCell(heading=self._heading(Column.PRIORITY), text=text))
        return priority

    def _objectives(self) -> tuple[Code, ...]:
        words = [word for word in _BETWEEN.split(self._text(Column.OBJECTIVES)) if word]
        if all(_OBJECTIVE.fullmatch(word) for word in words):
            return tuple(dict.fromkeys(Code(word) for word in words))
        codes, added = (
            codes_beside_words(
                self._paragraphs(Column.OBJECTIVES),
                lambda word: _OBJECTIVE.fullmatch(word) is not None,
            )
            if self.context.own
            else ((), ())
        )
        for text in added:
            self.extra.append(ExtraCell(heading=self._heading(Column.OBJECTIVES), text=text))
            message = f"words beside the codes of objectives: {text[:60]}"
            self._find("CC118", message, Column.OBJECTIVES)
        return tuple(map(Code, codes)) if codes else self._objectives_by_words()

    def _objectives_by_words(self) -> tuple[Code, ...]:
        """Objectives that are printed in words, as in the later action plans."""
        heading = self._heading(Column.OBJECTIVES)
        found: dict[Code, None] = {}
        for item in split_numbered(self._text(Column.OBJECTIVES, "\n")):
            words = item.text.rstrip(";,. ")
            match = match_objective(words, self.context.objectives)
            if match is None:
                self.extra.append(ExtraCell(heading=heading, text=item.text))
                if self.context.objectives:
                    message = f"the objective is none of the strategy: {words[:60]}"
                else:
                    message = "the cell names no objectives by their codes"
                self._find("CC118", message, Column.OBJECTIVES)
                continue
            code = match.objective.code
            found.setdefault(code)
            if not match.whole:
                self.extra.append(ExtraCell(heading=heading, text=item.text))
                message = f"only a part of objective {code} is named: {words[:60]}"
                self._find("CC119", message, Column.OBJECTIVES)
            elif not match.same:
                message = f"objective {code} stands in other words: {words[:60]}"
                self._find("CC119", message, Column.OBJECTIVES)
        return tuple(found)

    def _last_deadline(self) -> tuple[Deadline, ...]:
        """The deadline of the action as a whole: alone below its indicators and an empty line."""
        paragraphs = self._paragraphs(Column.INDICATORS)
        if len(paragraphs) < 3 or not is_deadline_alone(paragraphs[-1].content.text):
            return ()
        above, own = paragraphs[-2].content, paragraphs[-1].content
        between = self.account.source.text[above.places[-1] + 1 : own.start]
        if not _EMPTY_LINE.search(between):
            return ()
        cell = self.cells[Column.INDICATORS]
        self.cells[Column.INDICATORS] = attrs.evolve(cell, paragraphs=paragraphs[:-1])
        found = find_deadlines(own.text)
        begin = own.text.find(found[0].deadline.text)
        self.account.use_furniture(own.start, own.start + max(0, begin))
        return tuple(mention.deadline for mention in found)

    def _outcomes(self) -> tuple[str, ...]:
        """Each paragraph, or each item of a numbered list; our own tables have none of these."""
        found = "" if self.context.own else self._text(Column.OUTCOMES, "\n")
        items = split_numbered(found)
        if len(items) > 1:
            return tuple(item.text.rstrip(";, ") for item in items)
        return self.additions.joined(Column.OUTCOMES, self._paragraphs(Column.OUTCOMES))

    def _keep_no_parties(self, column: Column, parties: Parties) -> None:
        """Words that name nobody are kept as printed; "none" and "tbc" need no finding."""
        heading = self._heading(column)
        for words in (*parties.nobody, *parties.unread):
            self.extra.append(ExtraCell(heading=heading, text=words))
        for code, message in parties.findings:
            self._find(code, message, column)

    def _leading_remarks(self) -> tuple[str, ...]:
        """What the cell of indicators says of the work as such, before it names an indicator."""
        paragraphs = self._paragraphs(Column.INDICATORS)
        if self.context.own:
            return self.additions.leading_remarks(paragraphs)
        return tuple(p.content.text for p in paragraphs[: leading_remarks(paragraphs)])

    def _standing(
        self, remarks: tuple[str, ...], indicators: tuple[Indicator, ...], title: str
    ) -> Standing:
        texts = [*remarks, *self.additions.in_words(indicators)]
        stated = self._text(Column.STATUS)
        standing = read_status(
            texts,
            [find_references(text) for text in texts],
            priority=self._text(Column.PRIORITY),
            title=title,
            stated=stated,
        )
        if not standing.understood:
            self._find("CC129", f'"{stated[:60]}" tells no status that is known', Column.STATUS)
        if self.additions.tell_all:
            return attrs.evolve(standing, text=" ".join(remarks))
        # The words of a status column are kept even where they tell nothing, and so are remarks.
        return attrs.evolve(standing, text=joined_words(standing.text, (stated, *remarks)))
