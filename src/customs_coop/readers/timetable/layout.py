"""The timetable: a resolution with a programme of work in its annex, as in 9710/1/97."""

import re

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.titles.ordinals import KNOWN_PLANS, plan_ordinals
from customs_coop.formats.word_lists import word_list
from customs_coop.model import ActionPlan, Note, Obligation, PlanRef
from customs_coop.readers.base import Fit, Reading, Source
from customs_coop.readers.document.cover import Cover, read_cover
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.document.gathering import gathered_dossier
from customs_coop.readers.document.heading_notes import with_heading_notes
from customs_coop.readers.document.planning import find_period
from customs_coop.readers.document.sheet import plan_of_sheet
from customs_coop.readers.mentions import PlanContext, with_recommendation_links
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.readers.text.sentences import split_sentences
from customs_coop.readers.timetable.header import INDICATED, TimetableHeader, find_timetable
from customs_coop.readers.timetable.items import read_item
from customs_coop.readers.timetable.resolution import Resolution, read_resolution
from customs_coop.readers.timetable.rows import TimetableRows, read_rows
from customs_coop.readers.timetable.titles import find_title, goes_on
from customs_coop.references import DocumentNumber

__all__ = ["TIMETABLE_LAYOUT", "TimetableLayout"]

_TITLE = re.compile(
    r"(?:(?:ANNEXE?|ANHANG|ANLAGE)(?:\s{1,3}[IVX0-9]{1,4})?\s{0,3}[:–—-]?\s{0,3})?(?:[\w'’,()–—-]{1,30}\s{1,3}){0,12}?"
    r"(?:time-?\s?table|work\s{1,3}programme|programme\s{1,3}of\s{1,3}work|programme|action\s{1,3}plan|calendar|schedule"
    r"|calendrier|échéancier|programme\s{1,3}de\s{1,3}travail|plan\s{1,3}d\s?['’]\s?action|(?:zeit|aktions|arbeits)plan|arbeitsprogramm)"
    r"(?:\s{1,3}[\w'’,()./–—-]{1,30}){0,14}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s{0,8}[#*_\s]{0,8}(?:[0-9]{1,2}|[ivxIVX]{1,5}|[a-z])[.)]\s")
_REMARK = re.compile(
    r"\s{0,8}(?:[-–—•*]\s{1,3})?(?P<mark>\((?:[0-9]{1,2}|[ivx]{1,5}|[a-z])\)|(?:[0-9]{1,2}|[ivx]{1,5}|[a-z])[.)])\s{1,3}(?P<text>\S.*)"
)
_COUNTS = {
    name: number
    for number, name in enumerate(
        word_list(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
            "fifteen sixteen seventeen eighteen nineteen twenty",
        ),
        start=1,
    )
} | {"twenty-four": 24, "thirty": 30, "thirty-six": 36, "forty-eight": 48, "sixty": 60}
_LENGTH = re.compile(
    rf"\b(?P<count>{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|[1-9][0-9]?)[\s-]{{1,3}}"
    r"(?P<unit>months?|years?)\b",
    re.IGNORECASE,
)
_VALID = re.compile(
    r"\b(?:period|cover|valid|duration|programme|plan|timetable|months|implement)", re.IGNORECASE
)
_MARKS = "#*_ \t\f\u00a0"
_LONGEST_TITLE = 200
_MOST_TITLE_LINES = 6
_FAR = 200  # lines between the title of the annex and its table


@attrs.frozen
class TimetableLayout:
    """A table of numbered items under capital headings, with a column of times."""

    name: str = "timetable"

    def fits(self, source: Source) -> Fit:
        """Look for a column of times beside numbered items that have no column for codes."""
        header = find_timetable(source)
        if header is not None:
            # What any other layout takes for its own is rather that.
            indicated = header.starts and INDICATED.intersection(one for one, _ in header.columns)
            return Fit(score=0.6 if indicated else 1.0)
        missing = 'a column such as "Deadlines" beside numbered items'
        return Fit(score=0.0, missing=(missing,))

    def read(self, source: Source) -> Reading:
        """Read the resolution into a strategy and the timetable into a plan."""
        return _Reader(source).read()


TIMETABLE_LAYOUT = TimetableLayout()
"""The layout, under the name "timetable"."""


@attrs.frozen(kw_only=True)
class _Annex:
    """Where the annex begins, and what stands between its title and its table."""

    title: str = ""
    line: int
    remarks: tuple[Note, ...] = ()
    text: str = ""


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.account = Account(source)
        self.findings: list[Diagnostic] = []
        self.footnotes = Footnotes()

    def read(self) -> Reading:
        cover = read_cover(self.source, self.account)
        header = find_timetable(self.source, cover.end)
        if cover.sheet is not None and header is not None:
            # Nothing but the heading of a section stands between the two.
            header = attrs.evolve(header, line=cover.end)
        lines = self.source.lines
        first = len(lines) if header is None else max(header.line, 0)
        if header is not None and header.guessed:
            message = "no heading names the column of times; the second one reads like it"
            span = self.source.span(lines[first].start)
            self.findings.append(diagnose("CC141", message, span=span))
        annex = self._annex(cover.end, first)
        resolution = read_resolution(self.source, self.account, cover, annex.line, self.footnotes)
        notes = self.footnotes.notes
        rows = self._rows(header, ours=cover.sheet is not None)
        titled = bool(annex.title or cover.subject or resolution.title or cover.sheet)
        if not titled:
            annex = self._title_above(cover.end, annex)
        plan = self._plan(cover, resolution, annex)
        areas = rows.sections.work_areas if rows else ()
        if rows and rows.sections.counted_at is not None:
            message = "the headings of the sections print no codes; they are counted from 1"
            span = self.source.span(rows.sections.counted_at)
            self.findings.append(diagnose("CC140", message, subject=plan.id, span=span))
        held = rows.rows if rows else ()
        context = PlanContext(plan.id, plan.number, frozenset(row.code for row in held))
        items = [
            read_item(
                row,
                context,
                self.account,
                self.footnotes,
                areas[row.section].code if row.section >= 0 else None,
                ours=cover.sheet is not None,
            )
            for row in held
        ]
        self.findings += [*resolution.findings, *(rows.findings if rows else ())]
        self.findings += [finding for item in items for finding in item.findings]
        plan = attrs.evolve(
            plan,
            work_areas=areas,
            actions=tuple(
                with_heading_notes(item.action, row.cells, self.footnotes, row.block)
                for item, row in zip(items, held, strict=True)
            ),
            notes=(*plan.notes, *annex.remarks, *self.footnotes.notes),
        )
        strategy = resolution.strategy if cover.sheet is None else cover.sheet.strategy
        dossier = gathered_dossier(
            plan,
            cover,
            self.account,
            text=self._introduction(cover, first),
            notes=notes,
            unknown=(resolution.unknown, *(item.unknown for item in items)),
            obligations=(
                *(_about(duty, plan) for duty in resolution.obligations),
                *(duty for item in items for duty in item.obligations),
            ),
            strategy=strategy,
            documents=(cover.document,) if cover.document else (),
            recommendations=with_recommendation_links(
                resolution.recommendations, plan.id, plan.number
            ),
            title=plan.title if strategy is None else strategy.title,
            holds_plan=bool(held or annex.title or cover.sheet),
        )
        self._use_furniture(cover.end, first)
        return self.account.reading(dossier, self.findings)

    def _introduction(self, cover: Cover, end: int) -> str:
        """What stands before the table; nothing of our own tables does."""
        lines = self.source.lines
        if cover.sheet is not None or cover.end >= len(lines):
            return ""
        stop = lines[end].start if end < len(lines) else len(self.source.text)
        return self.source.text[lines[cover.end].start : stop]

    def _rows(self, header: TimetableHeader | None, *, ours: bool) -> TimetableRows | None:
        if header is None:
            span = self.source.span(0)
            message = 'no column such as "Deadlines" stands beside numbered items'
            self.findings.append(diagnose("CC102", message, span=span))
            return None
        return read_rows(self.source, self.account, header, self.footnotes, ours=ours)

    def _use_furniture(self, start: int, end: int) -> None:
        for line in self.source.lines[start:end]:
            if is_furniture(line.text):
                self.account.use_furniture(line.start, line.end)

    def _annex(self, start: int, end: int) -> _Annex:
        """Find the title of the annex: the last line above the table that looks like one."""
        lines = self.source.lines
        for index in range(end - 1, max(start, end - _FAR) - 1, -1):
            text = lines[index].text.strip(_MARKS)
            if not text or len(text) > _LONGEST_TITLE or _NUMBERED.match(lines[index].text):
                continue
            if not (_TITLE.fullmatch(text) and _stands_out(lines[index].text)):
                continue
            line = lines[index]
            last = self._last_line(index, end)
            self.account.use_span(line.start, lines[last].end)
            if index > start and re.fullmatch(
                r"(?i)(?:annexe?|anhang|anlage)(?:\s{1,3}[IVX0-9]{1,4})?",
                lines[index - 1].text.strip(_MARKS),
            ):
                self.account.use_furniture(lines[index - 1].start, lines[index - 1].end)
            remarks = self._remarks(last + 1, end)
            behind = lines[end].start if end < len(lines) else None
            intro = self.source.text[lines[last].end : behind]
            text = " ".join(
                [text, *(one.text.strip(_MARKS) for one in lines[index + 1 : last + 1])]
            )
            return _Annex(title=text, line=index, remarks=remarks, text=" ".join(intro.split()))
        return _Annex(line=end)

    def _last_line(self, index: int, end: int) -> int:
        """The last line of a title that goes on on the lines below it."""
        lines = self.source.lines
        last = index
        while last + 1 < min(end, index + _MOST_TITLE_LINES):
            below = lines[last + 1].text
            if _NUMBERED.match(below) or not goes_on(lines[last].text, below):
                break
            last += 1
        return last

    def _title_above(self, start: int, annex: _Annex) -> _Annex:
        """The title above a table that has neither an annex nor a cover, as of other layouts."""
        lines = self.source.lines
        begin = lines[start].start if start < len(lines) else len(self.source.text)
        end = lines[annex.line].start if annex.line < len(lines) else len(self.source.text)
        title = find_title(self.source, begin, end)
        text = " ".join(self.source.text[begin:end].split())
        return attrs.evolve(annex, title=self.account.use(title), text=text)

    def _remarks(self, start: int, end: int) -> tuple[Note, ...]:
        """The numbered remarks between the title of the annex and its table."""
        found: list[tuple[str, list[Excerpt]]] = []
        for line in self.source.lines[start:end]:
            match = _REMARK.fullmatch(line.text)
            text = Excerpt.of(self.source.text, line.start, line.end).folded()
            if match is not None:
                at = line.start + match.start("text")
                found.append((match["mark"], [Excerpt.of(self.source.text, at, line.end)]))
                self.account.use_span(line.start, at)
            elif text and found and not is_furniture(line.text):
                found[-1][1].append(text)
        used: dict[str, int] = {}
        notes: list[Note] = []
        for mark, parts in found:
            name = f"r{mark.strip('().')}"
            used[name] = used.get(name, 0) + 1
            words = " ".join(self.account.use(part.folded()) for part in parts)
            notes.append(
                Note(id=name if used[name] == 1 else f"{name}-{used[name]}", mark=mark, text=words)
            )
        return tuple(notes)

    def _plan(self, cover: Cover, resolution: Resolution, annex: _Annex) -> ActionPlan:
        reference = cover.document.reference if cover.document else None
        number = reference if isinstance(reference, DocumentNumber) else None
        if cover.sheet is not None:
            return plan_of_sheet(cover.sheet, number)
        title = annex.title or cover.subject or resolution.title
        span = self.source.span(
            self.source.lines[annex.line].start if annex.line < len(self.source.lines) else 0
        )
        period = self._period([annex.title, annex.text, cover.subject, resolution.title])
        if period is None:
            self.findings.append(diagnose("CC122", "no period of validity was found", span=span))
        ordinal = _ordinal((annex.title, resolution.title, cover.subject), number)
        if ordinal is not None:
            plan_id = f"AP{ordinal}"
        else:
            year = period.start.year if period else self._year(cover, resolution)
            plan_id = f"P{year or ''}"
            message = f'no ordinal of the plan was found; its id is "{plan_id}"'
            self.findings.append(diagnose("CC121", message, subject=plan_id, span=span))
        self._compare_length(annex.text, period, plan_id, span)
        return ActionPlan(
            id=plan_id,
            title=title,
            number=ordinal,
            period=period,
            strategy=resolution.strategy.id if resolution.strategy else None,
            document=number,
        )

    def _year(self, cover: Cover, resolution: Resolution) -> int | None:
        document = cover.document
        if document is not None and document.date is not None:
            return document.date.year
        if document is not None and isinstance(document.reference, DocumentNumber):
            return document.reference.year
        strategy = resolution.strategy
        return strategy.adopted.year if strategy and strategy.adopted else None

    def _period(self, texts: list[str]) -> Period | None:
        """The period that a title names, or a sentence of the annex on what it covers."""
        title, intro, *others = texts
        sentences = split_sentences(intro)
        telling = [sentence for sentence in sentences if _LENGTH.search(sentence)]
        telling += [sentence for sentence in sentences if _VALID.search(sentence)]
        return find_period([title, *telling, *others])

    def _compare_length(self, text: str, period: Period | None, plan_id: str, span: Span) -> None:
        """Say so where the months that a sentence counts are not those of the period beside it."""
        if period is None:
            return
        for sentence in split_sentences(text):
            length = _LENGTH.search(sentence)
            if length is None or find_period([sentence]) != period:
                continue
            count = length["count"].casefold()
            months = _COUNTS.get(count) or int(count)
            months *= 12 if length["unit"].casefold().startswith("year") else 1
            if months != period.months:
                message = f'"{length[0]}" does not fit {period}, which has {period.months} months'
                self.findings.append(diagnose("CC145", message, subject=plan_id, span=span))
            return


def _stands_out(line: str) -> bool:
    """Whether a line is set as a heading: in capitals, with marks of one, or ending like one."""
    text = line.strip()
    return (
        text == text.upper()
        or text[:1] in "#*_"
        or (text[:1].isupper() and len(text) < 90 and text[-1] not in ".,;:")
    )


def _ordinal(titles: tuple[str, ...], document: DocumentNumber | None) -> int | None:
    for title in titles:
        named = plan_ordinals(title)
        if len(named) == 1:
            return named[0]
    return KNOWN_PLANS.get((document.number, document.year)) if document else None


def _about(duty: Obligation, plan: ActionPlan) -> Obligation:
    """A duty of the resolution that names no measure is one about the whole plan."""
    return duty if duty.subject is not None else attrs.evolve(duty, subject=PlanRef(plan.id))
