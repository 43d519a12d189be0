"""The strategy that a plan carries out: the Council Resolution that adopted it."""

import datetime as dt
import re
from collections.abc import Mapping

from customs_coop.dates import Period
from customs_coop.formats.titles.days import parse_day
from customs_coop.formats.titles.words import MONTH
from customs_coop.model import Strategy
from customs_coop.references import OJReference, find_references

__all__ = ["find_strategy", "named_strategy"]

_DAY = rf"[0-3]?[0-9](?:st|nd|rd|th|er|\.)?\s{{1,3}}{MONTH},?\s{{1,3}}[12][0-9]{{3}}"
_RESOLUTION = re.compile(
    rf"\b(?:(?:Council\s{{1,3}})?Resolution\s{{1,3}}of"
    r"|Résolution\s{1,3}(?:du\s{1,3}Conseil\s{1,3})?du"
    rf"|Entschlie(?:ß|ss)ung\s{{1,3}}(?:des\s{{1,3}}Rates\s{{1,3}})?vom)\s{{1,3}}(?P<day>{_DAY})"
    r"(?P<rest>(?:\s{1,3}on\s{1,3}an?\s{1,3}[\w\s-]{0,30}strategy\s{1,3}for\s{1,3}customs\s{1,3}co-?operation"
    r"|\s{1,3}concernant\s{1,3}une\s{1,3}stratégie[\w\s-]{0,30}\s{1,3}coopération\s{1,3}douanière"
    r"|\s{1,3}über\s{1,3}eine\s{1,3}[\w\s-]{0,30}Zusammenarbeit\s{1,3}im\s{1,3}Zollwesen)?)",
    re.IGNORECASE,
)
_STRATEGY = re.compile(r"\bstrat[ée]g(?:y|ies?)\b", re.IGNORECASE)
_NEAR = 160  # characters after a name within which a bracket or a footnote belongs to it


def find_strategy(text: str, notes: Mapping[str, str], period: Period | None) -> Strategy | None:
    """The strategy that a plan carries out: the Council Resolution that adopted it.

    Where several are named, it is the latest adopted before the plan begins to run.

    Args:
        text: The title and the introduction.
        notes: The footnotes by their marks.
        period: The period of the plan, or None.

    Returns:
        The strategy with the place of its publication, where a bracket or a footnote gives it.
    """
    found: dict[dt.date, tuple[str, OJReference | None]] = {}
    for match in _RESOLUTION.finditer(text):
        day = parse_day(" ".join(match["day"].split()))
        near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if day is None or not _STRATEGY.search(near):
            continue
        title, reference = found.get(day, ("", None))
        longer = max(title, " ".join(match[0].split()), key=len)
        found[day] = (longer, reference or _published(text, match.end(), notes))
    days = [day for day in found if period is None or day <= period.end]
    if not days:
        return None
    day = max(days)
    title, reference = found[day]
    return Strategy(id=f"S{day.year}", title=title, adopted=day, reference=reference)


def _published(text: str, end: int, notes: Mapping[str, str]) -> OJReference | None:
    """The publication in a bracket behind a name, or in the footnote whose mark is glued to it."""
    mark = re.compile(r"[0-9]{1,2}(?![0-9.])|[¹²³⁰⁴-⁹]{1,2}").match(text, end)
    behind = notes.get(mark[0], "") if mark else text[end : end + 60]
    opening = re.compile(r"\s{0,3}\(").match(behind)
    if not mark and not opening:
        return None
    for mention in find_references(behind):
        if isinstance(mention.reference, OJReference):
            return mention.reference
    return None


def named_strategy(words: str, period: Period | None) -> Strategy:
    """The strategy that a line above a table names.

    The line holds the id with a colon and the title, or the id alone, which then is one word, or
    the title alone. A title gives the id by the day of the Resolution, else by the year in which
    the plan begins.

    Args:
        words: What stands behind the label of the line.
        period: The period of the plan, or None.

    Example:
        >>> named_strategy("Council Resolution of 2 October 2003", None).id
        'S2003'
        >>> named = named_strategy("S2003: Customs strategy", None)
        >>> named.id, named.title
        ('S2003', 'Customs strategy')
    """
    head, colon, title = (part.strip() for part in words.partition(":"))
    if not colon:
        title = head if " " in head else ""
    # The label says what the Resolution is on.
    found = find_strategy(f"Strategy: {title}", {}, None)
    if colon or not title:
        name = head
    elif found is not None:
        name = found.id
    else:
        name = f"S{period.start.year}" if period is not None else head
    return Strategy(id=name, title=title, adopted=found.adopted if found else None)
