"""One item of a timetable as an action, with what its sentences say."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.deadline import By, Deadline, Recurring, Undetermined, parse_deadline
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.columns import Column
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
)
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.indicators import read_indicators
from customs_coop.readers.mentions import (
    PlanContext,
    find_aliases,
    prose_deadlines,
    prose_links,
    row_links,
    row_references,
)
from customs_coop.readers.parties.actors import find_actors
from customs_coop.readers.parties.cells import read_concerned_list, read_party_cell
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.markup import Cell, Paragraph, footnote_marks, read_cell
from customs_coop.readers.text.sentences import split_sentences, words_of
from customs_coop.readers.timetable.duties import find_duties, is_report
from customs_coop.readers.timetable.funding import find_funding
from customs_coop.readers.timetable.rows import TimetableRow

__all__ = ["ReadItem", "prose_times", "read_item"]

_CODE = re.compile(r"\s{0,8}[*_(]{0,4}(?:(?:Item|Action|Measure|No\.?)\s{1,3})?")
_BEHIND_CODE = re.compile(r"[.):*_]{0,5}\s{0,8}")
_IN_YEAR = re.compile(
    r"(?P<time>(?:In|During)\s{1,3}(?:the\s{1,3}(?:first|second)\s{1,3}half\s{1,3}of\s{1,3}|(?:early|late)\s{1,3})?"
    r"(?:[A-Z][a-z]{2,8}\s{1,3})?[12][0-9]{3}),?\s(?P<rest>.{0,400})",
    re.DOTALL,
)
_DUTY = re.compile(r"\b(?:shall|should|must|will|(?:are|is)\s{1,3}to)\b")
_DONE = re.compile(r"\b(?:has|have|had|was|were)\b")
_NOTHING = re.compile(r"[-–—.\s/]{0,20}")
_BETWEEN = re.compile(r"\s{0,3}(?:;|,\s(?=[A-Z])|\.\s(?=[A-Z]))\s{0,3}")
_MONTHS = re.compile(
    r"(?P<months>[A-Z][a-z]{2,8}(?:(?:,\s|\sand\s|\s?[/&]\s?)[A-Z][a-z]{2,8}){1,5})\s(?P<year>[12][0-9]{3})\.?"
)


@attrs.frozen(kw_only=True)
class ReadItem:
    """An action, the duties to report that its text lays down, and what was doubtful."""

    action: Action
    obligations: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def prose_times(text: str, stated: Iterable[Deadline] = ()) -> tuple[Deadline, ...]:
    """The times that the sentences of an item set, without those that only repeat stated ones.

    To the deadlines of prose comes the year with which a sentence of duty begins ("In 1998 the
    States shall"). A time with the same last day as a stated one says the same again.

    Args:
        text: The item.
        stated: The deadlines of the column of times.

    Returns:
        The times in their printed order.

    Example:
        >>> [time.text for time in prose_times("In 1998 all shall swim. They dive each year.")]
        ['In 1998', 'each year']
        >>> prose_times("In 1997, funds were granted. All shall report by May 1998.",
        ...             [parse_deadline("May 1998")])
        ()
    """
    stated = tuple(stated)
    held = {time.latest for time in stated if time.latest is not None}
    rhythms = [time.recurrence for time in stated if isinstance(time, Recurring)]
    found: list[Deadline] = []
    for sentence in split_sentences(text):
        times = list(prose_deadlines(sentence))
        opening = _IN_YEAR.match(sentence)
        if opening and _sets_duty(opening["rest"]):
            time = parse_deadline(opening["time"])
            if not isinstance(time, Undetermined) and time not in times:
                times.insert(0, time)
        for time in times:
            if isinstance(time, Recurring) and time.recurrence in rhythms:
                continue
            if time.latest is None or time.latest not in held:
                found.append(time)
                held.update({time.latest} if isinstance(time, By) else ())
    return tuple(dict.fromkeys(found))


def _sets_duty(text: str) -> bool:
    duty, done = _DUTY.search(text), _DONE.search(text)
    return duty is not None and (done is None or duty.start() < done.start())


def read_item(
    row: TimetableRow,
    context: PlanContext,
    account: Account,
    footnotes: Footnotes,
    work_area: Code | None,
) -> ReadItem:
    """Read one item.

    Args:
        row: The row.
        context: What is known of the plan.
        account: What is used is entered here.
        footnotes: The notes below the tables.
        work_area: The code of its section, or None.

    Returns:
        The action with all that its words state.
    """
    return _Item(row, context, account, footnotes).read(work_area)


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
        self.title = ""

    def read(self, work_area: Code | None) -> ReadItem:
        self._take_cells()
        texts = [self.title, *(cell.text for cell in self.cells.values())]
        stated = self._stated()
        funding = self._funding()
        actors = find_actors(self.title)
        named = read_party_cell(self._text(Column.RESPONSIBLE, "\n"))
        beside = read_concerned_list(self._text(Column.CONCERNED, "\n"))
        involved = [*named.involved, *beside.involved, *actors.involved]
        for heading, words in (
            *((Column.RESPONSIBLE, word) for word in (*named.nobody, *named.unread)),
            *((Column.CONCERNED, word) for word in (*beside.nobody, *beside.unread)),
        ):
            self.extra.append(ExtraCell(heading=self._heading(heading), text=words))
        duties = find_duties(
            self.title,
            ActionRef(self.context.plan, self.row.code),
            deadline=self._report_time(stated),
            reports_only=True,
        )
        links = (
            *row_links(texts[:1], self.context),
            *(self._well_spelt(link) for link in prose_links(self.title, self.context)),
        )
        links = (*links, *_further((*_reports_to(duties), *_funded_by(funding)), links))
        action = Action(
            code=self.row.code,
            title=self.title,
            aliases=find_aliases(texts[:1], self.context),
            work_area=work_area,
            priority=self._text(Column.PRIORITY) or None,
            indicators=read_indicators(self._paragraphs(Column.INDICATORS)),
            outcomes=tuple(part.content.text for part in self._paragraphs(Column.OUTCOMES)),
            involved=_once(involved),
            deadlines=(*stated, *prose_times(self.title, stated)),
            references=row_references(texts),
            links=tuple(dict.fromkeys(links)),
            funding=funding,
            notes=tuple(self.notes),
            extra=tuple(self.extra),
            span=self.row.span,
        )
        return ReadItem(
            action=action,
            obligations=duties,
            unknown=(*named.unknown, *beside.unknown, *actors.unknown),
            findings=tuple(self.findings),
        )

    def _take_cells(self) -> None:
        titled = False
        for column, heading, excerpt in self.row.cells:
            cell = self._without_marks(read_cell(excerpt), heading)
            for paragraph in cell.paragraphs:
                self.account.use(paragraph.content)
            cell.clear_markup(self.account)
            if column is Column.TITLE and not titled:
                titled = True
                self.title = self._without_code(cell.content).text
            elif column is Column.CODE:
                continue
            elif column in _READ:
                self.cells[column] = cell
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

    def _stated(self) -> tuple[Deadline, ...]:
        """The times of the column of times: one for each paragraph or line that holds any."""
        found: list[Deadline] = []
        for part in self._paragraphs(Column.DEADLINES):
            text = part.content.text.strip("*_ ")
            if not _NOTHING.fullmatch(text):
                found += self._times(text)
            elif text:
                self.extra.append(ExtraCell(heading=self._heading(Column.DEADLINES), text=text))
        return tuple(dict.fromkeys(found))

    def _times(self, text: str) -> tuple[Deadline, ...]:
        pieces = [piece for piece in _BETWEEN.split(text) if piece]
        for times in _readings([text], pieces, self._lines()):
            if times and not any(isinstance(time, Undetermined) for time in times):
                return tuple(times)
        if any(map(str.isdecimal, text)):
            message = f'no time could be read from "{text[:60]}"'
            span = attrs.evolve(self.row.span, cell=self._heading(Column.DEADLINES))
            self.findings.append(diagnose("CC147", message, subject=self.subject, span=span))
        return (parse_deadline(text),)

    def _lines(self) -> list[str]:
        """The lines of the cell with the times, where it has no tags."""
        cells = [cell for column, _, cell in self.row.cells if column is Column.DEADLINES]
        lines = cells[0].text.split("\n") if cells and "<" not in cells[0].text else []
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
                finding = diagnose("CC142", message, subject=self.subject, span=self.row.span)
                self.findings.append(finding)
        return tuple(one.funding for one in found)


_REPORTED = re.compile(r"\bReport\b", re.IGNORECASE)
_READ = (
    Column.DEADLINES,
    Column.RESPONSIBLE,
    Column.CONCERNED,
    Column.PRIORITY,
    Column.INDICATORS,
    Column.OUTCOMES,
)


def _readings(*several: list[str]) -> Iterator[list[Deadline]]:
    """The ways to read a cell: as one time, or as several; each is tried only if wanted."""
    for texts in several:
        yield [time for text in texts for time in _of_one_year(text)]


def _of_one_year(text: str) -> list[Deadline]:
    """The times of "June and September 2004", which share their year; else the only one."""
    match = _MONTHS.fullmatch(text)
    if match is None:
        return [parse_deadline(text)]
    names = re.findall(r"[A-Z][a-z]{2,8}", match["months"])
    times = [parse_deadline(f"{name} {match['year']}") for name in names]
    return [
        time if isinstance(time, Undetermined) else attrs.evolve(time, text=text) for time in times
    ]


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
