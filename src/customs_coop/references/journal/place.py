"""A place in the Official Journal: the value, its citation, its address."""

import datetime as dt

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import (
    LANGUAGES,
    Pattern,
    Stages,
    built,
    language_code,
    matches,
    optional,
    parse_whole,
    short_year,
    whole_number,
)
from customs_coop.references.eurlex import eurlex_url
from customs_coop.references.journal.candidate import CelexCandidate, celex_of_publication
from customs_coop.references.journal.issue import Printed
from customs_coop.references.journal.reading import read_citation
from customs_coop.references.journal.titles import RENAMED, STYLES, TITLE_PATTERN

__all__ = ["OJReference", "place_of", "read_journal_reference"]

_SERIES = Pattern(r"[LCS][AEIM]?|P")
# From this year on an issue holds one act and has a year in its number, and no pages.
_ACT_BY_ACT = 2024
# The last year before the series L and C.
_LAST_OF_P = 1967
# Notices print four figures from 1999 on.
_FULL_YEARS = 1999

_STAGES: Stages = (
    (Pattern(rf"(?:{TITLE_PATTERN})[\s,:]"), "the title of the journal, OJ, was expected"),
    (
        Pattern(r"[\s,]{0,20}(?:(?:Nos?\.?|Nrs?\.?|n°)\s{0,20})?(?:[LCS][AEIM]?|P)"),
        "a series, L, C or S, was expected",
    ),
    (Pattern(r"[\s,_]{0,20}[0-9]{1,4}(?![0-9.])"), "the number of the issue was expected"),
)


@attrs.frozen
class OJReference:
    """A place in the Official Journal of the European Union or the Communities.

    An issue is cited by number, date and page; one text in it may also be cited by a notice number
    ("2009/C 260/01"). Since October 2023 each act is an issue of its own with a year in its number
    ("OJ C, C/2024/694"). Some forms print the year of an issue and no date: the Court of Justice
    ("OJ 1987 L 256, p. 1"), "[2002] OJ L 248/1", and the names in addresses. `year` is set in
    these three cases only.

    Args:
        series: "L", "C" or "S", with the letter of a part where there is one ("CE"); "P" for
            the issues until 1967, which have no letter in print.
        number: The number of the issue, or of the act since October 2023.
        date: The date of publication.
        page: The first page.
        last_page: The last page; kept and not compared.
        year: The year printed as part of the number, or in place of the date.
        notice: The number of the notice within the issue.

    Raises:
        InvalidValueError: If a figure is out of its bounds, or the fields belong to two forms.
        TypeError: If a value has another type.

    Example:
        >>> reference = OJReference.parse("OJ No C 247, 15.10.2003, p. 1-3")
        >>> str(reference), reference.cite()
        ('OJ C 247, 15.10.2003, p. 1', 'OJ C 247, 15.10.2003, p. 1–3')
        >>> reference.cite("de")
        'ABl. C 247 vom 15.10.2003, S. 1–3'
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
        self._check_day_and_pages()
        if self.notice is not None and self.year is None:
            raise InvalidValueError("a notice number has a year in it")
        if not self.act_by_act:
            if self.number > 9999:
                raise InvalidValueError("the number of an issue has at most four figures")
        elif self.series not in {"L", "C"} or (self.year or 0) < 2000:
            raise InvalidValueError("only L and C have an issue for each act, since 2023")
        if self.series == "P" and (self.notice or (self._year or _LAST_OF_P) > _LAST_OF_P):
            raise InvalidValueError("the series P ends in 1967")

    def _check_day_and_pages(self) -> None:
        if self.date is not None and not 1950 <= self.date.year <= 2049:
            raise InvalidValueError(f"the journal has no issue of {self.date}")
        if self.last_page is not None and (self.page is None or self.last_page < self.page):
            raise InvalidValueError("a last page needs a first page that is not behind it")
        if self.notice is not None and (self.date is not None or self.page is not None):
            raise InvalidValueError("a notice number takes the place of a date and a page")
        if self.year is not None and self.page is not None:
            if self.date is not None:
                raise InvalidValueError("a date has the year of an issue in it")
            if self.year >= _ACT_BY_ACT:
                raise InvalidValueError("a number with a year in it takes the place of a page")

    @classmethod
    def parse(cls, text: str) -> "OJReference":
        """Read a citation of the journal, in any official language.

        Args:
            text: The citation alone, such as "OJ L 67 12.3.2003, p.27" or "2009/C 260/01", or
                an address of EUR-Lex that has a place of the journal in it.

        Returns:
            The place in the journal.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> OJReference.parse("OJ C, C/2024/694, 8.1.2024").year
            2024
            >>> str(OJReference.parse("HL C 247., 2003.10.15., 1. o."))
            'OJ C 247, 15.10.2003, p. 1'
        """
        return parse_whole(text, read_journal_reference, _STAGES, "a place in the Official Journal")

    @property
    def act_by_act(self) -> bool:
        """Whether the number is that of one act, as it is since October 2023."""
        return self.year is not None and self.notice is None and self.page is None

    @property
    def _year(self) -> int | None:
        return self.year if self.date is None else self.date.year

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        if self.act_by_act:
            return None
        if self.notice is not None:
            return "the address needs a page, and a notice number has none"
        if self._year is None:
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
        if self._year is None or self.page is None:
            return None
        place = f"{self._year}.{self.number:03d}.01.{self.page:04d}.01.{code}"
        return eurlex_url(f"uriserv:OJ.{self.series:_<2}.{place}", language)

    def celex_candidate(
        self, descriptor: str = "G", sector: str | None = None
    ) -> CelexCandidate | None:
        """Give the CELEX number that a text published here most likely has.

        Texts without a number of their own (resolutions, conclusions, action plans) are numbered
        by the day of publication: sector, year, descriptor, month and day, and a second number
        that counts the texts of that kind and day. That second number cannot be known from the
        citation, so "(01)" is a guess, and the result a candidate that has to be looked up. Of an
        act published by itself, since October 2023, it is the number in the journal.

        Args:
            descriptor: The kind of text: "G" for a resolution of the Council ("Y" for many of
                them until 1998), "XG" for its conclusions and action plans, "XC" for a
                notice of the Commission; "R", "L" or "D" for an act since October 2023.
            sector: The sector of EUR-Lex; by default "3" for a descriptor of one letter and "5"
                for one of two.

        Returns:
            The candidate with the reason why it is one, or None where the day is not known.

        Raises:
            InvalidValueError: If sector or descriptor has another form.

        Example:
            >>> candidate = OJReference.parse("OJ C 247, 15.10.2003, p. 1").celex_candidate()
            >>> str(candidate.number)
            '32003G1015(01)'
        """
        if self.act_by_act and self.year is not None:
            return celex_of_publication(
                descriptor, sector, year=self.year, act=self.number, series=self.series
            )
        if self.date is None:
            return None
        return celex_of_publication(descriptor, sector, year=self.date.year, day=self.date)

    def cite(self, language: str = "en") -> str:
        """Give all that was printed, the last page too, as a language cites the journal.

        Args:
            language: The two letters of an official language.

        Returns:
            The citation; `parse` gives the same fields again.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> OJReference("CE", 193, page=4, last_page=6).cite()
            'OJ C 193 E, p. 4–6'
            >>> place = OJReference.parse("OJ L 67, 12.3.2003, p. 27")
            >>> place.cite("fr"), place.cite("lv")
            ('JO L 67 du 12.3.2003, p. 27', 'OV L 67, 12.3.2003., 27. lpp.')
        """
        return self._printed(language_code(language), self.last_page)

    def __str__(self) -> str:
        return self._printed("en", None)

    def _printed(self, language: str, last_page: int | None) -> str:
        letter, part = self.series[0], self.series[1:]
        if self.notice is not None:
            # The same in every language; the language is that of the journal itself.
            year = self.year or 0
            printed = short_year(year) if year < _FULL_YEARS else str(year)
            return f"{printed}/{letter} {self.number}{part}/{self.notice:02d}"
        style = STYLES[language]
        day = self.date
        renamed = (self._year or RENAMED.year) >= RENAMED.year if day is None else day >= RENAMED
        title = style.title if renamed else style.earlier_title or style.title
        if self.act_by_act:
            text = f"{title} {letter}, {'C/' if letter == 'C' else ''}{self.year}/{self.number}"
            return text if day is None else f"{text}, {style.date.format(day)}"
        text = f"{letter} {self.number} {part}".rstrip()
        if day is not None or self.page is not None:
            text = style.issue.format(text)
        if self.year is not None:
            text = f"{self.year}{style.after_year}{text}"
        text = f"{title} {text}"
        if day is not None:
            text += style.before_date + style.date.format(day)
        if self.page is not None:
            pages = f"{self.page}" if last_page is None else f"{self.page}{style.to}{last_page}"
            text += f", {style.page.format(pages)}"
        return text


def place_of(printed: Printed) -> OJReference | None:
    """Make a place in the journal of what is printed.

    Args:
        printed: The fields as they were read.

    Returns:
        The place, or None where there can be none.

    Example:
        >>> str(place_of(Printed("C", 5, 0, page=3)))
        'OJ C 5, p. 3'
    """
    return built(
        lambda: OJReference(
            printed.series,
            printed.number,
            printed.date,
            printed.page,
            printed.last_page,
            printed.year,
            printed.notice,
        )
    )


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
    printed = read_citation(text, start)
    place = None if printed is None else place_of(printed)
    return None if printed is None or place is None else (place, printed.end)
