"""One item of a timetable as an action, with what its sentences say."""

import re
from collections.abc import Iterable

import attrs

from customs_coop.deadline import Deadline, Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.columns import Column
from customs_coop.formats.status.reading import Standing, read_status
from customs_coop.model import (
    Action,
    ActionRef,
    Code,
    ExtraCell,
    Funding,
    Involvement,
    Link,
    LinkKind,
    Named,
    Obligation,
    Party,
    PartyRef,
    Role,
    Status,
)
from customs_coop.readers.document.additions import RowAdditions
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.indicators.times import read_times, unread_times, with_remarks
from customs_coop.readers.mentions import (
    PlanContext,
    find_aliases,
    prose_links,
    row_links,
    row_references,
)
from customs_coop.readers.obligations.duties import stated_obligations
from customs_coop.readers.obligations.reports import is_report
from customs_coop.readers.obligations.rows import owed_by_row, report_owners
from customs_coop.readers.obligations.understood import tell_understood, understood_debtors
from customs_coop.readers.parties.actors import find_actors
from customs_coop.readers.parties.cells import Parties
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.markup import Cell, Paragraph, footnote_marks, read_cell
from customs_coop.readers.text.places import cell_span
from customs_coop.readers.text.sentences import split_sentences, words_of
from customs_coop.readers.timetable.funding import find_funding
from customs_coop.readers.timetable.rows import TimetableRow
from customs_coop.readers.timetable.times import prose_times, standing_words
from customs_coop.references import find_references

__all__ = ["ReadItem", "read_item"]

_CODE = re.compile(
    r"\s{0,8}[*_(]{0,4}(?:(?:Item|Action|Measure|No\.?|N[°º]|Mesure|Point|Maßnahme|Nr\.?|Punkt)"
    r"\s{1,3})?"
)
_BEHIND_CODE = re.compile(r"[.):*_]{0,5}\s{0,8}")
_NOTHING = re.compile(r"[-–—.\s/]{0,20}")


@attrs.frozen(kw_only=True)
class ReadItem:
    """An action, the duties to report that its text lays down, and what was doubtful."""

    action: Action
    obligations: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def read_item(
    row: TimetableRow,
    context: PlanContext,
    account: Account,
    footnotes: Footnotes,
    work_area: Code | None,
    *,
    ours: bool = False,
) -> ReadItem:
    """Read one item.

    Args:
        row: The row.
        context: What is known of the plan.
        account: What is used is entered here.
        footnotes: The notes below the tables.
        work_area: The code of its section, or None.
        ours: Whether the table is one of our own, which prints every status but "open".

    Returns:
        The action with all that its words state.
    """
    return _Item(row, context, account, footnotes).read(work_area, ours=ours)


class _Item:
    def __init__(
        self, row: TimetableRow, context: PlanContext, account: Account, footnotes: Footnotes
    ) -> None:
        self.row = row
        self.context = context
        self.account = account
        self.footnotes = footnotes
        self.subject = f"{context.plan}/{row.code}"
        self.findings: list[Diagnostic] = []
        self.notes: dict[str, None] = {}
        self.extra: list[ExtraCell] = []
        self.cells: dict[Column, Cell] = {}
        self.additions = RowAdditions()
        self.title = ""
        self.remarks: tuple[str, ...] = ()  # below the title in a table of ours

    def read(self, work_area: Code | None, *, ours: bool) -> ReadItem:
        claims = self.account.claims
        self._take_cells(ours=ours)
        texts = [self.title, *(cell.text for cell in self.cells.values())]
        stated = self._stated(ours=ours)
        funding = self._funding()
        actors = find_actors(self.title)
        named = self.additions.parties(self._text(Column.RESPONSIBLE, "\n"), Column.RESPONSIBLE)
        beside = self.additions.parties(self._text(Column.CONCERNED, "\n"), Column.CONCERNED)
        involved = [*named.involved, *beside.involved, *actors.involved]
        for heading, words in (
            *((Column.RESPONSIBLE, word) for word in (*named.nobody, *named.unread)),
            *((Column.CONCERNED, word) for word in (*beside.nobody, *beside.unread)),
        ):
            self.extra.append(ExtraCell(heading=self._heading(heading), text=words))
        self._tell_of_parties(named, Column.RESPONSIBLE)
        self._tell_of_parties(beside, Column.CONCERNED)
        duties, debtors = stated_obligations(
            self.title,
            ActionRef(self.context.plan, self.row.code),
            deadline=self._report_time(stated),
            reports_only=True,
        )
        duties = owed_by_row(duties, report_owners(named.involved, named.unknown))
        understood = understood_debtors(self.title, duties)
        duties = understood.obligations
        self.findings += tell_understood(understood.inferred, self.subject, self.row.span)
        found = (
            *row_links(texts[:1], self.context),
            *prose_links(self.title, self.context),
        )
        links = tuple(map(self._well_spelt, found))
        links = (*links, *_further((*_reports_to(duties), *_funded_by(funding)), links))
        standing = self._standing(stated, ours=ours)
        terms = self._text(Column.TERMS_OF_REFERENCE, "\n")
        action = Action(
            code=self.row.code,
            title=self.title,
            aliases=find_aliases(texts[:1], self.context),
            work_area=work_area,
            priority=self._text(Column.PRIORITY) or None,
            status=standing.status,
            status_text=standing.text,
            indicators=self.additions.indicators(self._paragraphs(Column.INDICATORS)),
            outcomes=tuple(part.content.text for part in self._paragraphs(Column.OUTCOMES)),
            involved=_once(involved),
            terms_of_reference=terms,
            deadlines=(*stated, *prose_times(self.title, stated)),
            references=row_references([*texts, *(cell.text for cell in self.extra)]),
            links=tuple(dict.fromkeys(links)),
            funding=funding,
            notes=tuple(self.notes),
            extra=tuple(self.extra),
            span=self.row.span,
        )
        action = self.additions.apply(action, self._heading)
        self.account.settle(claims, action, duties)
        return ReadItem(
            action=action,
            obligations=duties,
            unknown=(
                *named.unknown,
                *beside.unknown,
                *actors.unknown,
                *debtors,
                *understood.unknown,
            ),
            findings=tuple(self.findings),
        )

    def _tell_of_parties(self, parties: Parties, column: Column) -> None:
        """Findings on words of a column of parties; "none" and "tbc" need none."""
        for code, message in parties.findings:
            self._find(code, message, column)

    def _find(self, code: str, message: str, column: Column, words: str = "") -> None:
        """Enter a finding on a column: at the cell with these words, else at the first one."""
        held = [(heading, cell) for one, heading, cell in self.row.cells if one is column]
        found = (one for one in held if words in read_cell(one[1]).text)
        heading, cell = next(found, held[0] if held else ("", None))
        span = cell_span(self.account.source, cell, heading, self.row.span)
        self.findings.append(diagnose(code, message, subject=self.subject, span=span))

    def _standing(self, stated: Iterable[Deadline], *, ours: bool) -> Standing:
        if ours:
            found = read_status(self.remarks, map(find_references, self.remarks))
            return Standing(found.status, " ".join(self.remarks))
        words = standing_words(self.title, stated)
        printed = self._text(Column.STATUS)
        if not printed:
            return Standing(Status.STANDING, words) if words else Standing()
        found = read_status([], stated=printed)
        if not found.understood:
            message = f'"{printed[:60]}" tells no status that is known'
            self._find("CC129", message, Column.STATUS)
        standing = Status.STANDING if words and found.status is Status.OPEN else found.status
        # The words of the column are kept even where they tell nothing.
        kept = printed if printed not in found.text else found.text
        return Standing(standing, " ".join(dict.fromkeys(text for text in (kept, words) if text)))

    def _take_cells(self, *, ours: bool) -> None:
        titled = False
        for column, heading, excerpt in self.row.cells:
            cell = read_cell(excerpt)
            if not (ours and column is Column.CODE):  # our marks stand at titles
                cell = self._without_marks(cell, heading)
            for paragraph in cell.paragraphs:
                self.account.use(paragraph.content)
            cell.clear_markup(self.account)
            cell = self.additions.take(column, cell)
            if column is Column.TITLE and not titled:
                titled = True
                if ours:
                    cell, self.remarks = self.additions.cut_remarks(cell)
                self.title = self._without_code(cell.content).text
            elif column is Column.CODE:
                continue
            elif column in _READ:
                # Of times there may be several columns.
                held = self.cells.get(column)
                both = (*held.paragraphs, *cell.paragraphs) if held else cell.paragraphs
                self.cells[column] = attrs.evolve(cell, paragraphs=both)
            elif cell.text:
                self.extra.append(ExtraCell(heading=heading, text=cell.text))

    def _without_code(self, content: Excerpt) -> Excerpt:
        """The words behind the code, where it stands in the same cell."""
        opening = _CODE.match(content.text)
        at = opening.end() if opening else 0
        if any(column is Column.CODE for column, _, _ in self.row.cells):
            return content.stripped("*_ ")
        if content.text.startswith(self.row.code, at):
            behind = _BEHIND_CODE.match(content.text, at + len(self.row.code))
            at = behind.end() if behind else at
            return content.cut(at).stripped("*_ ")
        return content.stripped("*_ ")

    def _without_marks(self, cell: Cell, heading: str) -> Cell:
        paragraphs: list[Paragraph] = []
        for paragraph in cell.paragraphs:
            content, marks, unknown = footnote_marks(
                paragraph.content, lambda mark: self.footnotes.has(self.row.block, mark)
            )
            for mark in marks:
                self.account.use(mark)
                note = self.footnotes.find(self.row.block, mark.text)
                if note:
                    self.notes.setdefault(note)
            for mark in unknown:
                message = f'no note with the mark "{mark.text}" stands below the table'
                span = self.account.source.span(mark.start, cell=heading)
                self.findings.append(diagnose("CC115", message, subject=self.subject, span=span))
            if content:
                paragraphs.append(attrs.evolve(paragraph, content=content))
        return attrs.evolve(cell, paragraphs=tuple(paragraphs))

    def _paragraphs(self, column: Column) -> tuple[Paragraph, ...]:
        cell = self.cells.get(column)
        return cell.paragraphs if cell else ()

    def _text(self, column: Column, glue: str = " ") -> str:
        return glue.join(part.content.text for part in self._paragraphs(column))

    def _heading(self, column: Column) -> str:
        return next((heading for held, heading, _ in self.row.cells if held is column), "")

    def _stated(self, *, ours: bool) -> tuple[Deadline, ...]:
        """The times of the column of times: one for each paragraph or line that holds any."""
        found: list[Deadline] = []
        parts = (part.content.text.strip("*_ ") for part in self._paragraphs(Column.DEADLINES))
        for text in with_remarks(parts):
            if not _NOTHING.fullmatch(text):
                found += self._times(text)
            elif text:
                self.extra.append(ExtraCell(heading=self._heading(Column.DEADLINES), text=text))
        return tuple(found if ours else dict.fromkeys(found))

    def _times(self, text: str) -> tuple[Deadline, ...]:
        times = read_times(text, self._lines())
        for message in unread_times(times):
            self._find("CC147", message, Column.DEADLINES, text)
        return times

    def _lines(self) -> list[str]:
        """The lines of the cell with the times, where it has no tags."""
        cells = [cell.text for column, _, cell in self.row.cells if column is Column.DEADLINES]
        lines = [line for cell in cells if "<" not in cell for line in cell.split("\n")]
        return [words_of(line).strip("*_ ") for line in lines if line.strip()]

    def _report_time(self, stated: tuple[Deadline, ...]) -> Deadline | None:
        """The time of the column, where it is that of the report and of nothing else."""
        if len(stated) != 1 or isinstance(stated[0], Recurring):
            return None
        sentences = split_sentences(self.title)
        only = len(sentences) == 1 and is_report(sentences[0])
        return stated[0] if only or _REPORTED.match(stated[0].text) else None

    def _well_spelt(self, link: Link) -> Link:
        """The link with the name of its programme as the funding has it."""
        for one in find_funding(self.title) if link.kind is LinkKind.FUNDED_BY else ():
            if one.misspelt and str(link.target) == one.misspelt:
                return attrs.evolve(link, target=Named(one.funding.programme, "programme"))
        return link

    def _funding(self) -> tuple[Funding, ...]:
        found = find_funding(self.title)
        for one in found:
            if one.misspelt:
                message = f'the programme "{one.misspelt}" was read as {one.funding.programme}'
                self._find("CC142", message, Column.TITLE, one.misspelt)
        return tuple(one.funding for one in found)


_REPORTED = re.compile(r"\bReport\b", re.IGNORECASE)
_READ = (
    Column.DEADLINES,
    Column.RESPONSIBLE,
    Column.CONCERNED,
    Column.PRIORITY,
    Column.INDICATORS,
    Column.OUTCOMES,
    Column.STATUS,
    Column.TERMS_OF_REFERENCE,
)


def _once(involved: Iterable[Involvement]) -> tuple[Involvement, ...]:
    found: dict[tuple[str, Role], Involvement] = {}
    for one in involved:
        found.setdefault((one.party, one.role), one)
    return tuple(found.values())


def _further(links: Iterable[Link], stated: Iterable[Link]) -> tuple[Link, ...]:
    """The links of a kind and target that none of the stated ones has."""
    held = {(link.kind, str(link.target)) for link in stated}
    return tuple(link for link in links if (link.kind, str(link.target)) not in held)


def _reports_to(duties: Iterable[Obligation]) -> tuple[Link, ...]:
    return tuple(
        Link(kind=LinkKind.REPORTS_TO, target=PartyRef(duty.to), text=duty.text)
        for duty in duties
        if duty.to is not None
    )


def _funded_by(funding: Iterable[Funding]) -> tuple[Link, ...]:
    """The links to programmes that pay; what is only applied for is no link."""
    return tuple(
        Link(kind=LinkKind.FUNDED_BY, target=Named(one.programme, "programme"), text=one.text)
        for one in funding
        if one.state == "approved"
    )
