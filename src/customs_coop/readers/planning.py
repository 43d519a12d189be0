"""Which plan a document prints: its id and ordinal, its period, its strategy, its forerunners."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from customs_coop.dates import Period
from customs_coop.errors import InvalidValueError
from customs_coop.model import Approval, Strategy, known_party
from customs_coop.references import DocumentNumber, OJReference, find_references

__all__ = [
    "KNOWN_PLANS",
    "find_approvals",
    "find_period",
    "find_previous",
    "find_strategy",
    "parse_day",
    "plan_ordinals",
]

KNOWN_PLANS: Mapping[tuple[int, int], int] = MappingProxyType(
    {
        (15315, 2003): 1,
        (14680, 2005): 1,
        (13424, 2006): 2,
        (8284, 2008): 3,
        (16445, 2009): 4,
    }
)
"""The ordinals of the plans, by number and year of the documents that print them."""

_ORDINALS = (  # noqa: SIM905 - a list takes a line for each word
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_MONTHS = (  # noqa: SIM905 - the same
    "january february march april may june july august september october november december"
).split()
_WORD = rf"(?:{'|'.join(_ORDINALS)}|[1-9][0-9]?(?:st|nd|rd|th))"
_PLAN = re.compile(
    rf"\b(?P<ordinals>{_WORD}(?:(?:\s{{0,3}},\s{{0,3}}|\s{{1,3}}and\s{{1,3}}(?:the\s{{1,3}})?){_WORD}){{0,5}})\s{{1,3}}"
    r"(?:[\w–-]{1,20}\s{1,3}){0,3}?(?:Action|Work)\s{1,3}(?:Plan|Programme)s?",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_NUMERIC = r"[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3}"
_DAY = rf"[0-3]?[0-9]\s{{1,3}}{_MONTH}\s{{1,3}}[12][0-9]{{3}}"
_MONTH_YEAR = rf"{_MONTH}\s{{1,3}}[12][0-9]{{3}}"
_YEAR = r"[12][0-9]{3}"
_TO = r"\s{0,3}(?:[-–—/]|\b(?:to|until|till)\b)\s{0,3}"
_PERIOD = re.compile(
    rf"(?<![\w./])(?:(?P<n1>{_NUMERIC}){_TO}(?P<n2>{_NUMERIC})|(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY})"
    rf"|(?P<m1>{_MONTH_YEAR})(?:{_TO}|\s{{1,3}})(?P<m2>{_MONTH_YEAR})"
    rf"|(?<!\d)(?P<y1>{_YEAR}){_TO}(?P<y2>{_YEAR}|[0-9]{{2}}))(?![\d/])",
    re.IGNORECASE,
)
_FOR_THE_PERIOD = re.compile(r"for the period\s{1,3}(?:from\s{1,3}|of\s{1,3})?", re.IGNORECASE)
_RESOLUTION = re.compile(
    rf"\b(?:Council\s{{1,3}})?Resolution\s{{1,3}}of\s{{1,3}}(?P<day>{_DAY})"
    r"(?P<rest>(?:\s{1,3}on\s{1,3}an?\s{1,3}[\w\s-]{0,30}strategy\s{1,3}for\s{1,3}customs\s{1,3}co-?operation)?)",
    re.IGNORECASE,
)
_STRATEGY = re.compile(r"\bstrategy\b", re.IGNORECASE)
_APPROVAL = re.compile(
    r"\b(?P<invited>[A-Z][A-Za-z0-9]{1,20})\s{1,3}(?:is|are)\s{1,3}invited\s{1,3}to\s{1,3}"
    r"(?:agree|approve|endorse|adopt)\b"
    r"|\b(?:forward|submit)(?:ted)?\s{1,3}(?:it\s{1,3})?to\s{1,3}(?:the\s{1,3})?(?P<sent>[A-Z][A-Za-z0-9]{1,20})"
    r"\s{1,3}for\s{1,3}(?:its\s{1,3})?(?:approval|endorsement|adoption)\b"
    r"|\b(?:approv|endors|agree|adopt)ing\s{1,3}(?:it|the\s{1,3}plan)\s{1,3}(?:at|by|in)\s{1,3}(?:the\s{1,3})?"
    r"(?P<at>[A-Z][A-Za-z0-9]{1,20})"
)
_NEAR = 160  # characters after a name within which a bracket or a footnote belongs to it


def plan_ordinals(text: str) -> tuple[int, ...]:
    """The ordinals of the action or work plans that a text names, once each, in order.

    Example:
        >>> plan_ordinals("dealt with in the Third and Fourth Action Plans")
        (3, 4)
        >>> plan_ordinals("The first 36-month Work Plan")
        (1,)
    """
    found: dict[int, None] = {}
    for match in _PLAN.finditer(text):
        for word in re.findall(_WORD, match["ordinals"], re.IGNORECASE):
            found.setdefault(_figure(word))
    return tuple(found)


def _figure(word: str) -> int:
    folded = word.casefold()
    return _ORDINALS.index(folded) + 1 if folded in _ORDINALS else int(folded[:-2])


def parse_day(text: str) -> dt.date | None:
    """A day such as "29 November 2005" or "1.7.2011"; None where the text is no day.

    Example:
        >>> parse_day("29 November 2005"), parse_day("31.2.2011")
        (datetime.date(2005, 11, 29), None)
    """
    parts = text.replace(".", " ").split()
    if len(parts) != 3 or not (parts[0].isdecimal() and parts[2].isdecimal()):
        return None
    month = parts[1].casefold()
    number = (
        _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdecimal() else 0
    )
    try:
        return dt.date(int(parts[2]), number, int(parts[0]))
    except (ValueError, OverflowError):
        return None


def find_period(texts: Iterable[str], *, anywhere: str = "") -> Period | None:
    """The period that a plan covers.

    Args:
        texts: Where it is looked for first, in this order, such as the title.
        anywhere: A text in which only "for the period ..." or a period right behind the name
            of the plan counts.

    Returns:
        The first that is found, or None.

    Example:
        >>> find_period(["Draft Fifth Action Plan (1.7.2011-31.12.2012)"])
        Period('2011-07-01', '2012-12-31')
    """
    for text in texts:
        for match in _PERIOD.finditer(text):
            period = _period(match)
            if period is not None:
                return period
    for opening in _FOR_THE_PERIOD.finditer(anywhere):
        found = _PERIOD.match(anywhere, opening.end())
        period = _period(found) if found else None
        if period is not None:
            return period
    for name in _PLAN.finditer(anywhere):
        found = _PERIOD.search(anywhere, name.end(), name.end() + 60)
        period = _period(found) if found else None
        if period is not None:
            return period
    return None


def _period(match: re.Match[str]) -> Period | None:
    try:
        if match["y1"]:
            first, last = match["y1"], match["y2"]
            last = last if len(last) == 4 else first[:2] + last
            return Period.parse(f"{first}-01-01/{last}-12-31")
        if match["m1"]:
            start = parse_day("1 " + match["m1"])
            end = parse_day("1 " + match["m2"])
            if start is None or end is None:
                return None
            return Period(start, Period.of_months(end.year, end.month).end)
        start = parse_day(match["n1"] or match["d1"])
        end = parse_day(match["n2"] or match["d2"])
        return None if start is None or end is None else Period(start, end)
    except (InvalidValueError, ValueError):
        return None


def find_previous(
    text: str, documents: Iterable[DocumentNumber], number: int | None
) -> tuple[str, ...]:
    """The ids of the earlier plans that a document names, the nearest first.

    Args:
        text: The document, or its introduction.
        documents: The previous documents on the cover.
        number: The ordinal of the plan itself; without it nothing is earlier.

    Example:
        >>> find_previous("the first and the second Action Plan", (), 3)
        ('AP2', 'AP1')
    """
    if number is None:
        return ()
    named = set(plan_ordinals(text))
    named.update(
        KNOWN_PLANS.get((document.number, document.year), number) for document in documents
    )
    return tuple(f"AP{ordinal}" for ordinal in sorted(named, reverse=True) if ordinal < number)


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


def find_approvals(text: str) -> tuple[Approval, ...]:
    """The bodies that are asked to agree to a plan, with the words that say so.

    Example:
        >>> found = find_approvals("It will be submitted to the CATS for approval.")
        >>> [approval.party for approval in found]
        ['CATS']
    """
    found: dict[str, Approval] = {}
    for match in _APPROVAL.finditer(text):
        party = known_party(match["invited"] or match["sent"] or match["at"])
        if party is not None:
            found.setdefault(party.id, Approval(party=party.id, text=" ".join(match[0].split())))
    return tuple(found.values())
