"""A resolution that adopts a strategy: title, date, common objectives, measures, footnotes."""

import datetime as dt
import re
from collections.abc import Collection

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.titles.days import parse_day
from customs_coop.model import (
    Document,
    Named,
    Objective,
    Obligation,
    Party,
    Recommendation,
    RecommendationRef,
    Strategy,
    known_body,
)
from customs_coop.readers.base import Source
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.obligations.duties import find_duties, stated_obligations
from customs_coop.readers.parties.actors import find_subjects
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture, is_opening_words
from customs_coop.readers.text.sentences import split_sentences
from customs_coop.readers.timetable.points import Point, read_points
from customs_coop.references import DocumentNumber, find_references

__all__ = ["Resolution", "read_resolution"]

_ACT = re.compile(
    r"(?:DRAFT\s{1,3})?(?:COUNCIL\s{1,3})?(?:RESOLUTION|DECISION|JOINT\s{1,3}ACTION|RECOMMENDATION|ACT|CONCLUSIONS)\b"
    r"[^.;:]{0,300}",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"(?:THE\s{1,3})?(?:COUNCIL|REPRESENTATIVES|EUROPEAN\s{1,3}PARLIAMENT)\b[^.;]{0,160}|Having\s{1,3}regard\b.{0,400}|Whereas\b.{0,4000}"
    r"|(?:RECALLING|CONSIDERING|RECOGNISING|NOTING)\b.{0,4000}",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"(?:(?:HAS|HAVE|HEREBY)\s{1,3}(?:ADOPTED|ADOPTS?|AGREED|DECIDED)|ADOPTS?)\b.{0,80}(?:RESOLUTION|DECISION|PROGRAMME|ACTION|ACT|FOLLOWS?)\b.{0,20}",
    re.IGNORECASE,
)
_ENDS_TITLE = re.compile(
    rf"(?:{_PREAMBLE.pattern})\Z|{_ENACTS.pattern}|(?:[0-9]{{1,2}}|[IVX]{{1,4}})[.)]\s",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\bof\s{1,3}(?P<day>[0-3]?[0-9](?:\s{1,3}[A-Z][a-z]{2,8}\s{1,3}|\.[01]?[0-9]\.)[12][0-9]{3})"
)
_UNDATED = re.compile(
    r"\bof\s{1,3}(?:(?:[._…]{2,40}|\[[\s.…]{0,20}\])\s{0,3})?(?=(?:adopt|establish|lay|sett|set|concern|approv)ing\b|on\s|laying\b|\Z)",
    re.IGNORECASE,
)
_OBJECTIVES = re.compile(r"\bobjectives?\b", re.IGNORECASE)
_OBJECTIVE = re.compile(
    r"(?P<bullet>[-–—•*]\s{1,3})?(?:\(?(?P<code>[0-9]{1,2}|[a-z]|[ivx]{1,5})[.)]\s{1,3})?(?P<text>\S.*)",
    re.DOTALL,
)
_TIMETABLE = re.compile(
    r"\btimetable|\bwork\s{1,3}programme\b|\bprogramme\s{1,3}of\s{1,3}work\b", re.IGNORECASE
)
_CALL = re.compile(
    r"\b(?:should|shall|must|may|will|invites?|calls\s{1,3}(?:on|upon)|urges?|encourages?|requests?)\b"
)
_MAY = re.compile(r"\bmay\b(?!\s{1,3}be\b)")
_FOUNDS = re.compile(
    r"\b(?:is|are)\s{1,3}hereby\s{1,3}\w{3,15}|\bhereby\s{1,3}establish", re.IGNORECASE
)
_RULE = re.compile(r"[\s_=*~.\-–—]{3,400}")
_BULLET_ALONE = re.compile(r"\s{0,8}[-–—•*]\s{0,8}")
_NOTE = re.compile(
    r"\s{0,8}(?:[-–—•*]\s{1,3})?(?:<sup>\s{0,3}(?P<sup>\(?[0-9]{1,2}\)?|[*]{1,3})\s{0,3}</sup>|(?P<raised>[⁽]?[¹²³⁰⁴-⁹]{1,2}[⁾]?)"
    r"|(?P<plain>\([0-9]{1,2}\)|[0-9]{1,2}\)))\s{0,8}(?P<text>\S.*)"
)
_MORE = re.compile(r"\s{0,8}[-–—•]\s{0,3}\S")
_MARKS = "#*_ \t\f\u00a0"
_LONGEST_TITLE = 8  # lines
_LONGEST_NOTE = 60  # lines
_NOTE_TABLES = -1000  # so that the notes of the resolution are not those of the timetable


@attrs.frozen(kw_only=True)
class Resolution:
    """What was read of a resolution; the strategy is None where there is none."""

    strategy: Strategy | None = None
    title: str = ""
    recommendations: tuple[Recommendation, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def read_resolution(
    source: Source,
    account: Account,
    cover: Cover,
    end: int,
    footnotes: Footnotes,
) -> Resolution:
    """Read the resolution between the cover and the annex.

    Args:
        source: The document.
        account: What is used is entered here.
        cover: Its cover.
        end: The line with which the annex begins, as an index.
        footnotes: The notes of the resolution are entered here.

    Returns:
        The strategy with its objectives, a recommendation for each measure, the duties to report,
        and what was doubtful. Recitals have no field and stay in the residue.
    """
    return _Reader(source, account, cover, end, footnotes).read()


class _Reader:
    def __init__(
        self, source: Source, account: Account, cover: Cover, end: int, footnotes: Footnotes
    ) -> None:
        self.source = source
        self.account = account
        self.cover = cover
        self.end = end
        self.footnotes = footnotes
        self.findings: list[Diagnostic] = []
        self.unknown: list[Party] = []
        self.recommendations: list[Recommendation] = []
        self.obligations: list[Obligation] = []
        self.title_line = -1

    def read(self) -> Resolution:
        title, after = self._title()
        start = self._enacting(after)
        self._take_notes(after, start)
        points, regular = read_points(self.source, start, self.end)
        if not regular:
            span = self.source.span(self.source.lines[points[0].first].start)
            message = "the figures of the points do not follow one upon another"
            self.findings.append(diagnose("CC143", message, span=span))
        if not title and not any(_OBJECTIVES.search(point.heading.text) for point in points):
            return Resolution(findings=tuple(self.findings))
        strategy = self._strategy(title)
        above = {point.number.partition(".")[0] for point in points if "." in point.number}
        objectives: tuple[Objective, ...] = ()
        for point in points:
            self._use_heading(point, above)
            found = () if objectives else self._objectives(point)
            if found:
                objectives = found
            elif point.number not in above and not _FOUNDS.search(point.text):
                # Above other points there is a heading, and what leads over to them.
                self._take_point(point, strategy, levels=bool(above))
        return Resolution(
            strategy=attrs.evolve(strategy, objectives=objectives),
            title=title,
            recommendations=tuple(self.recommendations),
            obligations=tuple(self.obligations),
            unknown=tuple(self.unknown),
            findings=tuple(self.findings),
        )

    def _use_heading(self, point: Point, above: Collection[str]) -> None:
        """Enter the number and the heading of a point; of a measure they are held in its field."""
        heading = point.heading
        if point.number in above and not heading and len(point.paragraphs) == 1:
            heading = point.paragraphs[0]  # nothing but other points stands below it
        if heading:
            self.account.use_furniture(self.source.lines[point.first].start, heading.places[-1] + 1)
            self._use_marks(point)

    def _take_point(self, point: Point, strategy: Strategy, *, levels: bool) -> None:
        """Take a point that calls on somebody, or that says who is to be told what."""
        if _TIMETABLE.search(point.heading.text):
            self.obligations += self._duties(point)
        elif _CALL.search(point.text) and (point.heading or levels):
            found = self._recommendation(point, strategy)
            self.recommendations.append(found)
            subject = RecommendationRef(found.id)
            for paragraph in point.paragraphs:
                found_duties, unknown = stated_obligations(paragraph.text, subject)
                self.obligations += found_duties
                self.unknown += unknown

    def _title(self) -> tuple[str, int]:
        """The title of the act, and the line behind it."""
        lines = self.source.lines
        for index in range(self.cover.end, self.end):
            text = lines[index].text.strip(_MARKS)
            if not (_ACT.fullmatch(text) and _is_title(text)):
                if _ENACTS.match(text):
                    break
                continue
            parts: list[Excerpt] = []
            place = index
            while place < self.end and len(parts) < _LONGEST_TITLE:
                text = lines[place].text.strip(_MARKS)
                if parts and text and _ENDS_TITLE.match(text):
                    break
                if text and not is_furniture(lines[place].text):
                    line = lines[place]
                    parts.append(Excerpt.of(self.source.text, line.start, line.end))
                    parts[-1] = parts[-1].folded().stripped(_MARKS)
                place += 1
            for part in parts:
                self.account.use(part)
            for line in lines[index:place]:
                head = len(line.text) - len(line.text.lstrip(_MARKS))
                self.account.use_furniture(line.start, line.start + head)
            self.title_line = index
            return " ".join(part.text for part in parts).strip(" ,"), place
        return "", self.cover.end

    def _enacting(self, after: int) -> int:
        """The line behind the words that enact; where there are none, behind the title."""
        for index in range(after, self.end):
            line = self.source.lines[index]
            if is_opening_words(line.text):
                self.account.use_furniture(line.start, line.end)
            if _ENACTS.fullmatch(line.text.strip(_MARKS)):
                self.account.use_furniture(line.start, line.end)
                return index + 1
        return after

    def _strategy(self, title: str) -> Strategy:
        dated = _DATED.search(title)
        adopted: dt.date | None = parse_day(dated["day"]) if dated else None
        if title and adopted is None and _UNDATED.search(title):
            span = self.source.span(self.source.lines[max(self.title_line, 0)].start)
            message = "the title leaves the day of adoption blank"
            self.findings.append(diagnose("CC144", message, span=span))
        document: Document | None = self.cover.document
        reference = document.reference if document else None
        year = adopted.year if adopted else None
        if year is None and document is not None:
            year = document.date.year if document.date else None
            if year is None and isinstance(reference, DocumentNumber):
                year = reference.year
        return Strategy(
            id=f"S{year or ''}",
            title=title or self.cover.subject,
            adopted=adopted,
            reference=None if isinstance(reference, Named) else reference,
        )

    def _objectives(self, point: Point) -> tuple[Objective, ...]:
        """The items of the list in the point on the objectives; nothing in another point."""
        if not _OBJECTIVES.search(point.heading.text) and not any(
            paragraph.text.endswith(":") and _OBJECTIVES.search(paragraph.text)
            for paragraph in point.paragraphs
        ):
            return ()
        found: list[tuple[str, Excerpt, Excerpt]] = []
        coded = False
        for paragraph in point.paragraphs:
            match = _OBJECTIVE.fullmatch(paragraph.text)
            if match is None or not (match["bullet"] or match["code"]):
                if found and paragraph.text[:1].islower():
                    # The item was broken over a page.
                    code, text, _ = found[-1]
                    found[-1] = (code, Excerpt.join((text, paragraph)), paragraph)
                    self.account.use(paragraph)
                elif found:
                    break
                continue
            coded = coded or bool(match["code"])
            if coded and not match["code"]:
                break
            self.account.use(paragraph)
            found.append((match["code"] or "", paragraph.cut(match.start("text")), paragraph))
        if found and not coded:
            span = self.source.span(found[0][1].start)
            message = "the objectives have no codes; they are counted from 1"
            self.findings.append(diagnose("CC146", message, span=span))
        return tuple(
            Objective(code=code or str(number), text=text.text.strip(" ,;"))
            for number, (code, text, _) in enumerate(found, start=1)
        )

    def _recommendation(self, point: Point, strategy: Strategy) -> Recommendation:
        document = self.cover.document
        reference = document.reference if document else None
        addressees: dict[str, None] = {}
        for paragraph in point.paragraphs:
            for sentence in split_sentences(paragraph.text):
                found = find_subjects(sentence)
                addressees.update((one.party, None) for one in found.involved)
                self.unknown += found.unknown
                # A measure is also addressed to the States that may take it.
                if _MAY.search(sentence):
                    free = find_subjects(_MAY.sub("should", sentence, count=1)).involved
                    addressees.update((one.party, None) for one in free if known_body(one.party))
        if not addressees:
            # "Following each visit the teams shall"
            duties = [duty for part in point.paragraphs for duty in find_duties(part.text)]
            owing = [one for duty in duties for one in duty.owed_by]
            addressees.update((one.id, None) for one in owing)
            self.unknown += [one for one in owing if known_body(one.id) is None]
        for part in (point.heading, *point.paragraphs):
            self.account.use(part)
        line = self.source.lines[point.first]
        begin = point.heading.start or (point.paragraphs[0].start if point.paragraphs else line.end)
        self.account.use_span(line.start, max(line.start, min(begin, line.end)))
        self._use_marks(point)
        printed = reference if isinstance(reference, DocumentNumber) else None
        return Recommendation(
            id=f"{printed or strategy.id}-{point.number}",
            text=point.text,
            number=point.number,
            document=printed,
            addressees=tuple(addressees),
        )

    def _use_marks(self, point: Point) -> None:
        """Enter the stars and number signs around a heading as furniture."""
        line = self.source.lines[point.first]
        tail = len(line.text) - len(line.text.rstrip(_MARKS))
        self.account.use_furniture(line.end - tail, line.end)

    def _duties(self, point: Point) -> list[Obligation]:
        found: list[Obligation] = []
        for paragraph in point.paragraphs:
            duties, unknown = stated_obligations(paragraph.text, None)
            if duties:
                found += duties
                self.unknown += unknown
                if len(find_duties(paragraph.text)) == len(split_sentences(paragraph.text)):
                    self.account.use(paragraph)
        return found

    def _take_notes(self, start: int, end: int) -> None:
        """The footnotes among the recitals; their marks start again on each page."""
        lines = self.source.lines
        table = _NOTE_TABLES
        ruled = inside = False
        index = start
        while index < end:
            line = lines[index]
            text = line.text
            if not text.strip() or _RULE.fullmatch(text) or _BULLET_ALONE.fullmatch(text):
                ruled = ruled or bool(text.strip())
                if text.strip():
                    self.account.use_furniture(line.start, line.end)
                index += 1
                continue
            match = _NOTE.fullmatch(text)
            if not inside and index and _is_open(lines[index - 1].text):
                match = None  # a mark in the middle of a recital, at the end of a line
            if match is None or (match["plain"] and not (ruled or inside or _cites(match["text"]))):
                table += inside
                ruled = inside = False
                index += 1
                continue
            inside = True
            parts = [Excerpt.of(self.source.text, line.start + match.start("text"), line.end)]
            last = index
            for place in range(index + 1, min(index + _LONGEST_NOTE, end)):
                below = lines[place].text
                open_ = _is_open(parts[-1].text)
                if not below.strip() or (not open_ and _NOTE.fullmatch(below)):
                    break
                more = _MORE.match(below) or below[:1].islower() or below[:1].isspace()
                if not (open_ or more):
                    break
                parts.append(Excerpt.of(self.source.text, lines[place].start, lines[place].end))
                last = place
            mark = match["sup"] or match["raised"] or match["plain"]
            folded = [part.folded().text for part in parts]
            self.footnotes.add(table, mark, "\n".join(folded))
            self.account.use_span(line.start, lines[last].end)
            index = last + 1


def _is_title(text: str) -> bool:
    """Whether a line that begins with the name of an act is its title and no sentence."""
    return text[:5].isupper() or (
        text[:1].isupper() and not re.search(r"\b(?:was|were|is|has|shall)\b", text)
    )


def _is_open(text: str) -> bool:
    """Whether a line of a paragraph ends inside a sentence or a bracket."""
    bare = text.strip()
    return bool(bare) and (bare[-1] not in ".;:!?)>_-*" or bare.count("(") > bare.count(")"))


def _cites(text: str) -> bool:
    found = find_references(text[:300])
    return bool(found) and found[0].start <= 4
