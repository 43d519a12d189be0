"""Citations of the Official Journal, as in "OJ C 247, 15.10.2003, p. 1"."""

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import (
    LANGUAGES,
    Found,
    Pattern,
    Stages,
    built,
    eurlex_url,
    full_year,
    language_code,
    matches,
    optional,
    parse_whole,
    short_year,
    whole_number,
)

__all__ = ["OJReference", "find_journal_references", "read_journal_reference"]

_TITLE = (
    r"(?:OJ|O\.\s?J\.|JO|ABl\.?"
    r"|Official\s{1,20}Journal(?:\s{1,20}of\s{1,20}the\s{1,20}European\s{1,20}(?:Union|Communities))?)"
)
_ISSUE = Pattern(
    rf"{_TITLE}[\s,]{{1,20}}(?:(?:No\.?|Nr\.?|n°)\s{{0,20}})?"
    r"(?P<series>[LCS])(?P<sub>[AEIM])?\s{0,20}(?P<number>[0-9]{1,4})"
    # "C 193 E": the letter of a part, and not the first letter of the next word
    r"(?:\s?(?P<part>[AEIM])(?=\s{0,4}(?:[,);]|\Z)))?(?![\w/]|[.][0-9])"
)
_ACT = Pattern(
    rf"{_TITLE}[\s,]{{1,20}}(?P<series>[LC]),?\s{{1,20}}(?:(?P=series)/)?"
    r"(?P<year>20[0-4][0-9])/(?P<number>[0-9]{1,5})(?![\w/])"
)
_ACT_NAME = Pattern(r"OJ:(?P<series>[LC])_(?P<year>20[0-4][0-9])(?P<number>[0-9]{5})(?![\w/])")
_NOTICE = Pattern(
    r"(?P<year>(?:19[5-9]|20[0-4])[0-9]|[0-9]{2})/(?P<series>[LCS])(?P<sub>[AEIM])?\s{0,4}"
    r"(?P<number>[0-9]{1,4})(?:\s?(?P<part>[AEIM]))?/(?P<notice>[0-9]{1,3})(?![\w/])"
)
_DATE = Pattern(
    r"[\s,]{0,20}(?:of\s{1,20})?(?P<day>[0-9]{1,2})[./](?P<month>[0-9]{1,2})[./]"
    r"(?P<year>(?:19[5-9]|20[0-4])[0-9]|[0-9]{2})(?![\w/]|[.][0-9])"
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_DATE_IN_WORDS = Pattern(
    r"[\s,]{0,20}(?:of\s{1,20})?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s{1,20}"
    r"(?P<month>[A-Z][a-z]{2,8})\.?\s{1,20}(?P<year>(?:19[5-9]|20[0-4])[0-9])(?!\w)"
)
# A date or a year that the fields cannot hold: "31.2.2003", "October 2003", "2003", "(2003)".
_UNREAD_DATE = Pattern(
    r"[\s,]{0,20}(?:of\s{1,20})?\(?(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}"
    r"|(?:[0-9]{1,2}(?:st|nd|rd|th)?\s{1,20})?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,20})?"
    r"(?:19[5-9]|20[0-4])[0-9](?![\w/]))"
)
_PAGE = Pattern(
    r"[\s,]{1,20}(?:[Pp]{1,2}\.?|[Pp]ages?)\s{0,20}(?P<page>[0-9]{1,4})"
    r"(?:\s{0,4}[–—-]\s{0,4}(?P<last>[0-9]{1,4}))?(?!\w)"
)
# An anchor begins with a plain character, for then re skips what cannot match.
_START = Pattern(r"(?:OJ|O\.\s?J\.|JO|ABl|Official\s)")
_NOTICE_STROKE = Pattern(r"/[LCS][AEIM]?\s{0,4}[0-9]")
_NOTICE_YEAR = Pattern(r"(?<![\w/.])(?:[0-9]{4}|[0-9]{2})\Z")
_SERIES = Pattern(r"[LCS][AEIM]?")

_STAGES: Stages = (
    (Pattern(rf"{_TITLE}[\s,:]"), "the title of the journal, OJ, was expected"),
    (
        Pattern(r"[\s,]{0,20}(?:(?:No\.?|Nr\.?|n°)\s{0,20})?[LCS][AEIM]?"),
        "a series, L, C or S, was expected",
    ),
    (Pattern(r"[\s,_]{0,20}[0-9]{1,4}(?![0-9.])"), "the number of the issue was expected"),
)


@attrs.frozen
class OJReference:
    """A place in the Official Journal of the European Union or the Communities.

    An issue is cited by number, date and page; one text in it may also be cited by a notice number
    ("2009/C 260/01"). Since October 2023 each act is an issue of its own with a year in its number
    ("OJ C, C/2024/694"). `year` is set in the last two cases only.

    Args:
        series: "L", "C" or "S", with the letter of a part where there is one ("CE").
        number: The number of the issue, or of the act since October 2023.
        date: The date of publication.
        page: The first page.
        last_page: The last page; kept and not compared.
        year: The year printed as part of the number.
        notice: The number of the notice within the issue.

    Raises:
        InvalidValueError: If a figure is out of its bounds, or the fields belong to two forms.
        TypeError: If a value has another type.

    Example:
        >>> reference = OJReference.parse("OJ No C 247, 15.10.2003, p. 1-3")
        >>> str(reference), reference.cite()
        ('OJ C 247, 15.10.2003, p. 1', 'OJ C 247, 15.10.2003, p. 1–3')
    """

    series: str = attrs.field(validator=matches(_SERIES, "a series such as 'L' or 'C'"))
    number: int = attrs.field(validator=whole_number(1, 99999))
    date: dt.date | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.instance_of(dt.date))
    )
    page: int | None = attrs.field(default=None, validator=optional(whole_number(1, 9999)))
    last_page: int | None = attrs.field(
        default=None, eq=False, validator=optional(whole_number(1, 9999))
    )
    year: int | None = attrs.field(default=None, validator=optional(whole_number(1950, 2049)))
    notice: int | None = attrs.field(default=None, validator=optional(whole_number(1, 999)))

    def __attrs_post_init__(self) -> None:
        if self.date is not None and not 1950 <= self.date.year <= 2049:
            raise InvalidValueError(f"the journal has no issue of {self.date}")
        if self.last_page is not None and (self.page is None or self.last_page < self.page):
            raise InvalidValueError("a last page needs a first page that is not behind it")
        if self.notice is not None and self.year is None:
            raise InvalidValueError("a notice number has a year in it")
        if self.notice is not None and self.date is not None:
            raise InvalidValueError("a notice number takes the place of a date")
        if self.year is not None and self.page is not None:
            raise InvalidValueError("a number with a year in it takes the place of a page")
        if self.year is None or self.notice is not None:
            if self.number > 9999:
                raise InvalidValueError("the number of an issue has at most four figures")
        elif self.series not in {"L", "C"} or self.year < 2000:
            raise InvalidValueError("only L and C have an issue for each act, since 2023")

    @classmethod
    def parse(cls, text: str) -> "OJReference":
        """Read a citation of the journal.

        Args:
            text: The citation alone, such as "OJ L 67 12.3.2003, p.27" or "2009/C 260/01".

        Returns:
            The place in the journal.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> OJReference.parse("OJ C, C/2024/694, 8.1.2024").year
            2024
        """
        return parse_whole(text, read_journal_reference, _STAGES, "a place in the Official Journal")

    @property
    def act_by_act(self) -> bool:
        """Whether the number is that of one act, as it is since October 2023."""
        return self.year is not None and self.notice is None

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        if self.act_by_act:
            return None
        if self.notice is not None:
            return "the address needs a page, and a notice number has none"
        if self.date is None:
            return "the address needs the year, and no date is printed"
        if self.page is None:
            return "the address needs the page, and none is printed"
        return None

    def url(self, language: str = "en") -> str | None:
        """Give the address on EUR-Lex, formed offline.

        Args:
            language: The two letters of an official language.

        Returns:
            The address, or None where date or page is missing.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> OJReference.parse("OJ C 260, 30.10.2009, p. 1").url().partition("uri=")[2]
            'uriserv:OJ.C_.2009.260.01.0001.01.ENG'
        """
        code = LANGUAGES[language_code(language)]
        if self.act_by_act:
            return eurlex_url(f"OJ:{self.series}_{self.year}{self.number:05d}", language)
        if self.date is None or self.page is None:
            return None
        place = f"{self.date.year}.{self.number:03d}.01.{self.page:04d}.01.{code}"
        return eurlex_url(f"uriserv:OJ.{self.series:_<2}.{place}", language)

    def cite(self) -> str:
        """Give all that was printed, the last page too.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> OJReference("CE", 193, page=4, last_page=6).cite()
            'OJ C 193 E, p. 4–6'
        """
        return str(self) if self.last_page is None else f"{self}–{self.last_page}"

    def __str__(self) -> str:
        letter, part = self.series[0], self.series[1:]
        issue = f"{letter} {self.number} {part}".rstrip()
        if self.notice is not None:
            # The years 1950 to 1999 are printed with two figures, as the journal does.
            year = self.year or 0
            printed = short_year(year) if year < 2000 else str(year)
            return f"{printed}/{letter} {self.number}{part}/{self.notice:02d}"
        if self.act_by_act:
            issue = f"{letter}, {'C/' if letter == 'C' else ''}{self.year}/{self.number}"
        text = f"OJ {issue}"
        if self.date is not None:
            text += f", {self.date.day}.{self.date.month}.{self.date.year}"
        if self.page is not None:
            text += f", p. {self.page}"
        return text


def read_journal_reference(text: str, start: int) -> tuple[OJReference, int] | None:
    """Read a citation that is known to stand at an index.

    Args:
        text: The text.
        start: Where the citation begins.

    Returns:
        The place in the journal and the end of the citation, or None.

    Example:
        >>> read_journal_reference("see OJ L 7, 10.1.1997, p. 5.", 4)[1]
        27
    """
    match = _ACT.match(text, start) or _ACT_NAME.match(text, start) or _NOTICE.match(text, start)
    if match is not None:
        return _numbered_with_year(text, match)
    match = _ISSUE.match(text, start)
    if match is None:
        return None
    date, end = _date(text, match.end())
    page = _PAGE.match(text, end)
    found = match
    reference = built(
        lambda: OJReference(
            found["series"] + (found["sub"] or found["part"] or ""),
            int(found["number"]),
            date,
            int(page["page"]) if page else None,
            int(page["last"]) if page and page["last"] else None,
        )
    )
    if reference is not None:
        return reference, page.end() if page else end
    # A page 0 or a range that runs backwards: the issue is still cited.
    issue = built(
        lambda: OJReference(
            found["series"] + (found["sub"] or found["part"] or ""), int(found["number"]), date
        )
    )
    return None if issue is None else (issue, end)


def _numbered_with_year(text: str, match: re.Match[str]) -> tuple[OJReference, int] | None:
    groups = match.groupdict()
    notice = groups.get("notice")
    date, end = (None, match.end()) if notice else _date(text, match.end())
    reference = built(
        lambda: OJReference(
            groups["series"] + (groups.get("sub") or groups.get("part") or ""),
            int(groups["number"]),
            date,
            year=full_year(groups["year"]),
            notice=int(notice) if notice else None,
        )
    )
    return None if reference is None else (reference, end)


def _date(text: str, at: int) -> tuple[dt.date | None, int]:
    match = _DATE.match(text, at) or _DATE_IN_WORDS.match(text, at)
    if match is None:
        return None, at
    try:
        date = dt.date(full_year(match["year"]), _month(match["month"]), int(match["day"]))
    except ValueError:
        return None, at
    return date, match.end()


def _month(printed: str) -> int:
    """Read a month in figures, or its name in full or with three or four letters; else 0."""
    if printed.isdecimal():
        return int(printed)
    name = printed.lower()
    short = name in {"sept", *(month[:3] for month in _MONTHS)}
    return next(
        (n for n, m in enumerate(_MONTHS, 1) if m == name or (short and m[:3] == name[:3])), 0
    )


def _lacks_year(text: str, reference: OJReference, end: int) -> bool:
    """Whether a year is printed behind a citation and could not be read with it."""
    dated = reference.date is not None or reference.year is not None
    return not dated and _UNREAD_DATE.match(text, end) is not None


def find_journal_references(text: str) -> Iterator[Found[OJReference]]:
    """Find citations of the Official Journal in running text.

    The numbers of the issues start anew each year. A citation whose year is printed but has no
    place in the fields, such as "OJ C 247, 2003, p. 1" or one with a date that does not exist, is
    left out: without its year it would be equal to the issue of any other year.

    Args:
        text: Any text.

    Yields:
        The places in the journal with start and end; those with a title come before the notices.

    Example:
        >>> [str(found) for found, _, _ in find_journal_references("(OJ No L 33, 4.2.1997, p. 24)")]
        ['OJ L 33, 4.2.1997, p. 24']
    """
    for match in _START.finditer(text):
        if text[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        found = read_journal_reference(text, match.start())
        if found is not None and not _lacks_year(text, *found):
            yield found[0], match.start(), found[1]
    for match in _NOTICE_STROKE.finditer(text):
        year = _NOTICE_YEAR.search(text, max(0, match.start() - 4), match.start())
        if year is not None:
            found = read_journal_reference(text, year.start())
            if found is not None:
                yield found[0], year.start(), found[1]
