"""Reads an issue of the Official Journal behind its title.

One grammar reads all languages: a title, a series and a number, and then, where they are printed,
a date and a page. Some forms have the year of the issue in place of the date.
"""

import datetime as dt
import re
from typing import NamedTuple

from customs_coop.references.base import Pattern, full_year
from customs_coop.references.journal.days import Day, read_day
from customs_coop.references.journal.pages import Pages, read_pages
from customs_coop.references.journal.titles import TITLE_PATTERN, YEAR_PATTERN, is_sure

__all__ = ["Printed", "read_issue", "read_titled"]

_NUMERUS = r"(?:N[or]s?\.?|n[or]s?\.?|nro|n[uú]m\.?|NO|N:o|n°|n\.?º|n\.|č\.|št\.|br\.|αριθ\.)"
# The Union or the Communities, which some languages add to the title.
_UNION = r"(?:EU|EG|EC|CE|UE|EÚ|ES|EK|WE|EB|EWG|EEC|CEE)"

# Text from PDF loses the blank behind OJ.
_TITLE = Pattern(
    rf"(?P<title>{TITLE_PATTERN})(?P<gap>[\s,:]{{1,20}}|(?<=\.)|(?<=OJ)(?=[LC]\s?[0-9]))"
)
_YEAR_BETWEEN = Pattern(
    rf"(?:{_UNION}[\s,]{{1,20}})?[\[(]?(?P<year>{YEAR_PATTERN})[\]).,]{{0,2}}[\s,]{{1,20}}"
    rf"(?:{_NUMERUS}\s{{1,20}})?"
    r"(?=[LCS][AEIM]?\s?[0-9])"
)
_YEAR_BEHIND = Pattern(rf"[\s,]{{0,20}}[\[(]?(?P<year>{YEAR_PATTERN})(?:[\])]|(?=[\s,]))")
_ISSUE = Pattern(
    rf"(?:(?:der\s{{1,4}})?{_UNION}[\s,]{{1,20}}(?=(?:{_NUMERUS}\s{{0,20}})?[LCSP][\sAEIM0-9]))?"
    rf"(?:{_NUMERUS}\s{{0,20}})?"
    r"(?:(?P<series>[LCSP])(?:\s?(?P<sub>[AEIM])(?=[\s0-9]))?\s{0,20})?(?P<number>[0-9]{1,4})"
    # "C 193 E": the letter of a part, and not the first letter of the next word
    r"(?:\s?(?P<part>[AEIM])(?=\s{0,4}(?:\.?[,);:/]|\Z|[0-9]{1,2}[./]"
    r"|(?:of|du|vom|del?|van|af|z|της|pp?\.)[\s0-9])))?"
    # "L 67/27": a page, or a year; the date and the page behind it tell which.
    r"(?:/(?P<second>[0-9]{1,4})(?:\s?[–—-]\s?(?P<last>[0-9]{1,4}))?)?(?![\w/]|[.-][0-9])"
)
_ACT = Pattern(
    rf"(?:{_UNION}[\s,]{{1,20}})?(?P<series>[LC])"
    r"(?:[\s-]{1,4}series)?(?:(?:,\s{0,20}|\s{1,20})(?:(?P=series)/)?|/)"
    r"(?P<year>20[0-4][0-9])/(?P<number>[0-9]{1,5})(?![\w/]|[.-][0-9])"
)


class Printed(NamedTuple):
    """The fields of a citation, where it ends, and whether it can be nothing else."""

    series: str
    number: int
    end: int
    date: dt.date | None = None
    page: int | None = None
    last_page: int | None = None
    year: int | None = None
    notice: int | None = None
    sure: bool = True

    @property
    def is_act(self) -> bool:
        """Whether the number is that of an act, as it is since October 2023."""
        return self.year is not None and self.notice is None and self.page is None


class _Figures(NamedTuple):
    page: int | None
    last: int | None
    year: int | None


def read_titled(text: str, start: int, year: int | None = None) -> Printed | None:
    """Read a citation that begins with a title of the journal.

    Args:
        text: The text.
        start: Where the title begins.
        year: The year where it is printed before the title.

    Returns:
        What is printed, or None.

    Example:
        >>> read_titled("UL C 5", 0).sure
        False
    """
    match = _TITLE.match(text, start)
    if match is None:
        return None
    title, at = match["title"], match.end()
    act = None if year else _ACT.match(text, at)
    if act is not None:
        day = read_day(text, act.end(), title)
        date, end = (None, act.end()) if day is None else day
        return Printed(act["series"], int(act["number"]), end, date, year=int(act["year"]))
    between = None if year else _YEAR_BETWEEN.match(text, at)
    if between is not None:
        year, at = int(between["year"]), between.end()
    sure = is_sure(title) and (title != "OJ" or match["gap"] != "")
    return read_issue(text, at, title, year=year, sure=sure)


def read_issue(
    text: str, start: int, title: str, *, year: int | None = None, sure: bool = True
) -> Printed | None:
    """Read series, number, date and page behind a title.

    Args:
        text: The text.
        start: Where the series stands.
        title: The title before it.
        year: The year where it is printed before.
        sure: Whether the title alone makes a series and a number a citation.

    Returns:
        What is printed, or None.

    Example:
        >>> read_issue("C 120, 1.5.1999, p. 14", 0, "OJ").page
        14
    """
    issue = _ISSUE.match(text, start)
    if issue is None:
        return None
    day, pages, year = _behind(text, issue, title, year)
    date = None if day is None else day.date
    figures = _settled(issue, date, year, pages)
    if figures is None or (issue["series"] is None and date is None):
        return None
    return Printed(
        # Until 1967 there was one series, without a letter.
        (issue["series"] or "P") + (issue["sub"] or issue["part"] or ""),
        int(issue["number"]),
        max(issue.end(), day.end if day else 0, pages.end if pages else 0),
        date,
        *figures,
        sure=(sure and issue["series"] not in {None, "P"}) or bool(date or pages),
    )


def _behind(
    text: str, issue: re.Match[str], title: str, year: int | None
) -> tuple[Day | None, Pages | None, int | None]:
    """Read date, pages and year behind series and number."""
    day = read_day(text, issue.end(), title)
    pages = read_pages(text, issue.end() if day is None else day.end, title, day and day.date)
    if day is not None or year is not None:
        return day, pages, year
    if pages is not None:
        # "OJ L 67, p. 27 of 12.3.2003"
        return read_day(text, pages.end, title), pages, None
    behind = None if issue["second"] else _YEAR_BEHIND.match(text, issue.end())
    pages = behind and read_pages(text, behind.end(), title, None)
    return None, pages, int(behind["year"]) if behind and pages else None


def _settled(
    issue: re.Match[str], date: dt.date | None, year: int | None, pages: Pages | None
) -> _Figures | None:
    """Tell which figures are page and year; None where they contradict each other."""
    page, last = (None, None) if pages is None else (pages.page, pages.last)
    if issue["second"] is not None:
        second, stated = int(issue["second"]), full_year(issue["second"].zfill(2))
        if pages is None and (date is None or stated != date.year):
            # "L 67/27"; but in "L 1/1997" alone it may be a page or a year.
            page, last = second, None if issue["last"] is None else int(issue["last"])
            if date is None and year is None and 1950 <= second <= 2049:
                return None
        elif pages is not None and second != page:
            # "L 1/97, p. 5": the page stands behind, so the second figure is the year.
            if year is not None or stated < 1950:
                return None
            year = stated
    if date is not None:
        return None if year not in {None, date.year} else _Figures(page, last, None)
    # The year without a page would be that of an act.
    return None if year is not None and page is None else _Figures(page, last, year)
