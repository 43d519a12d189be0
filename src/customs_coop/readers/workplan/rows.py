"""One row of a tab table as an action."""

import re
from collections.abc import Iterable

import attrs

from customs_coop.deadline import parse_deadline
from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.columns import Column
from customs_coop.model import (
    Action,
    Code,
    ExtraCell,
    Indicator,
    Link,
    LinkKind,
    Party,
    Role,
    Status,
)
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.indicators import read_indicators
from customs_coop.readers.mentions import (
    PlanContext,
    condition_links,
    find_aliases,
    find_links,
    read_disposition,
    row_references,
    used_once,
    without_own,
)
from customs_coop.readers.parties.cells import Parties, read_concerned_list, read_party_cell
from customs_coop.readers.status.reading import Standing, read_status
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.markup import Cell, Paragraph, footnote_marks, read_cell
from customs_coop.references import find_references

__all__ = ["ReadRow", "TableRow", "read_row"]

# Letters alone are a code where they are one letter or a Roman figure; "No" is a word.
_OBJECTIVE = re.compile(
    r"[A-Za-z]{0,2}[0-9]{1,2}(?:\.[0-9]{1,2})?|[A-Za-z](?:\.[0-9]{1,2})?|[IVX]{1,4}|[ivx]{1,4}"
)
_BETWEEN = re.compile(r"[\s,;/&+()]+|\band\b")
_SEE_NOTE = re.compile(
    r"\bsee\s{1,4}(?:the\s{1,4})?(?:foot)?note(?P<all>s)?\b"
    r"(?:\s{0,2}(?P<mark>[0-9]{1,2}(?![\w.])|[(\[][0-9a-z]{1,2}[)\]]|[⁰¹²³⁴-⁹]{1,2}|\*{1,3}))?",
    re.IGNORECASE,
)
_MOST_NOTES = 12  # that "see notes" may mean; beyond it nothing says which


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
    unknown: tuple[Party, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def read_row(
    row: TableRow, context: PlanContext, account: Account, footnotes: Footnotes
) -> ReadRow:
    """Read the cells of a row into an action.

    Args:
        row: The row.
        context: The plan to which it belongs.
        account: What is used is entered here.
        footnotes: The notes below the tables.

    Returns:
        The action, the bodies that are not in the table of known ones, and the findings.
    """
    return _Row(row, context, account, footnotes).read()


class _Row:
    def __init__(
        self, row: TableRow, context: PlanContext, account: Account, footnotes: Footnotes
    ) -> None:
        self.row = row
        self.context = context
        self.account = account
        self.footnotes = footnotes
        self.subject = f"{context.plan}/{row.code}"
        self.findings: list[Diagnostic] = []
        self.notes: dict[str, None] = {}
        self.texts: list[tuple[Column | None, str]] = []
        self.extra: list[ExtraCell] = []
        self.cells: dict[Column, Cell] = {}
        if row.remark and not footnotes.has(row.table, row.remark):
            self.texts.append((Column.CODE, row.remark))
            self.extra.append(ExtraCell(heading=self._heading(Column.CODE), text=row.remark))

    def read(self) -> ReadRow:
        self._take_cells()
        title = self._text(Column.TITLE)
        if not title:
            self._find("CC124", "the row has a code and no title", Column.TITLE)
        disposition: tuple[Link, ...] = ()
        parties = Parties()
        if responsible := self._text(Column.RESPONSIBLE, "\n"):
            disposition = read_disposition(responsible, self.context)
            if not disposition:
                parties = read_party_cell(responsible)
        concerned = read_concerned_list(self._text(Column.CONCERNED, "\n"), Role.CONCERNED)
        self._keep_no_parties(Column.RESPONSIBLE, parties)
        self._keep_no_parties(Column.CONCERNED, concerned)
        indicators = read_indicators(self._paragraphs(Column.INDICATORS))
        standing = self._standing(indicators, title)
        own = Code(self.row.code)
        texts = [text for _, text in self.texts]
        involved = (*parties.involved, *concerned.involved)
        conditions = condition_links(map(self.footnotes.text, self.notes), title, involved)
        action = Action(
            code=own,
            title=title,
            aliases=tuple(code for code in find_aliases(texts, self.context) if code != own),
            work_area=self.row.work_area,
            objectives=self._objectives(),
            priority=self._text(Column.PRIORITY) or None,
            status=standing.status,
            status_text=standing.text,
            indicators=indicators,
            outcomes=tuple(p.content.text for p in self._paragraphs(Column.OUTCOMES)),
            involved=involved,
            terms_of_reference=self._text(Column.TERMS_OF_REFERENCE, "\n"),
            deadlines=tuple(
                parse_deadline(p.content.text) for p in self._paragraphs(Column.DEADLINES)
            ),
            references=row_references(texts),
            links=without_own((*self._links(disposition), *conditions), own, self.context),
            notes=tuple(self.notes),
            extra=tuple(self.extra),
            span=self.row.span,
        )
        return ReadRow(
            action=action,
            unknown=(*parties.unknown, *concerned.unknown),
            findings=tuple(self.findings),
        )

    def _links(self, disposition: tuple[Link, ...]) -> tuple[Link, ...]:
        found: list[Link] = []
        for column, text in self.texts:
            links = find_links(text, self.context)
            if column is Column.RESPONSIBLE and disposition:
                # The whole cell says who has taken the work over.
                links = tuple(x for x in links if x.kind is not LinkKind.TAKEN_FORWARD_IN)
                links += disposition
            found += links
        return used_once(found)

    def _take_cells(self) -> None:
        for column, heading, excerpt in self.row.cells:
            cell, marked = self._without_marks(read_cell(excerpt), heading, column)
            for paragraph in cell.paragraphs:
                self.account.use(paragraph.content)
            cell.clear_markup(self.account)
            text = cell.text
            if column is None:
                if text:
                    self.extra.append(ExtraCell(heading=heading, text=text))
            else:
                self.cells[column] = cell
            if column is not Column.CODE and text:
                self.texts.append((column, "\n".join(p.content.text for p in cell.paragraphs)))
            for match in () if marked else _SEE_NOTE.finditer(text):
                self._see_note(match, heading)

    def _without_marks(self, cell: Cell, heading: str, column: Column | None) -> tuple[Cell, bool]:
        """The cell without the marks of notes, and whether it has any."""
        paragraphs: list[Paragraph] = []
        marked = False
        for paragraph in cell.paragraphs:
            content, marks, unknown = footnote_marks(
                paragraph.content,
                lambda mark: self.footnotes.has(self.row.table, mark),
                powers=column is not Column.CODE,
            )
            marked = marked or bool(marks or unknown)
            for mark in marks:
                self.account.use(mark)
                self._point_at((self.footnotes.find(self.row.table, mark.text) or "",))
            for mark in unknown:
                message = f'no note with the mark "{mark.text}" stands below the table'
                span = self.account.source.span(mark.start, cell=heading)
                self._add("CC115", message, span)
            if content:
                paragraphs.append(attrs.evolve(paragraph, content=content))
        return attrs.evolve(cell, paragraphs=tuple(paragraphs)), marked

    def _see_note(self, match: re.Match[str], heading: str) -> None:
        """Point at the note that a cell names, or at the only one, or at the few of them."""
        span = attrs.evolve(self.row.span, cell=heading)
        table = self.row.table
        count = self.footnotes.count(table)
        if match["mark"]:
            note = self.footnotes.find(table, match["mark"])
            if note is None:
                message = f'no note with the mark "{match["mark"]}" stands below the table'
                self._add("CC115", message, span)
            else:
                self._point_at((note,))
        elif count <= 1 or (match["all"] and count <= _MOST_NOTES):
            self._point_at(self.footnotes.below(table))
        else:
            message = f'"{match[0]}" does not say which of {count} notes is meant'
            self._add("CC128", message, span)

    def _add(self, code: str, message: str, span: Span) -> None:
        self.findings.append(diagnose(code, message, subject=self.subject, span=span))

    def _point_at(self, notes: Iterable[str]) -> None:
        for note in notes:
            self.notes.setdefault(note)

    def _paragraphs(self, column: Column) -> tuple[Paragraph, ...]:
        cell = self.cells.get(column)
        return cell.paragraphs if cell else ()

    def _text(self, column: Column, glue: str = " ") -> str:
        return glue.join(paragraph.content.text for paragraph in self._paragraphs(column))

    def _heading(self, column: Column) -> str:
        return next((heading for held, heading, _ in self.row.cells if held is column), "")

    def _find(self, code: str, message: str, column: Column) -> None:
        self._add(code, message, attrs.evolve(self.row.span, cell=self._heading(column)))

    def _objectives(self) -> tuple[Code, ...]:
        text = self._text(Column.OBJECTIVES)
        words = [word for word in _BETWEEN.split(text) if word]
        if all(_OBJECTIVE.fullmatch(word) for word in words):
            return tuple(dict.fromkeys(Code(word) for word in words))
        heading = self._heading(Column.OBJECTIVES)
        self.extra.append(ExtraCell(heading=heading, text=text))
        self._find("CC118", "the cell names no objectives by their codes", Column.OBJECTIVES)
        return ()

    def _keep_no_parties(self, column: Column, parties: Parties) -> None:
        """Words that name nobody are kept as printed; "none" and "tbc" need no finding."""
        heading = self._heading(column)
        for words in (*parties.nobody, *parties.unread):
            self.extra.append(ExtraCell(heading=heading, text=words))
        for words in parties.unread:
            self._find("CC130", f'"{words[:60]}" names no party', column)

    def _standing(self, indicators: tuple[Indicator, ...], title: str) -> Standing:
        texts = [indicator.text for indicator in indicators]
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
        if stated and stated not in standing.text:
            # The words of a status column are kept even where they tell nothing.
            words = f"{stated} {standing.text}".strip()
            return Standing(standing.status or Status.OPEN, words)
        return standing
