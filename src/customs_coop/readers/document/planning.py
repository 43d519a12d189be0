"""Which plan a document prints: its id and ordinal, its period, its strategy, its forerunners."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from customs_coop.dates import Period
from customs_coop.errors import InvalidValueError
from customs_coop.model import Approval, Document, Strategy, known_party
from customs_coop.readers.document.words import (
    DRAFT,
    MONTH,
    ORDINAL,
    PLAN,
    TO,
    month_number,
    ordinal_number,
)
from customs_coop.references import DocumentNumber, OJReference, find_references

__all__ = [
    "KNOWN_PLANS",
    "draft_ordinal",
    "find_approvals",
    "find_period",
    "find_plan_documents",
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

_PLAN = re.compile(
    rf"(?<![\w‐‑-])(?P<ordinals>{ORDINAL}(?:(?:\s{{0,3}},\s{{0,3}}|\s{{1,3}}(?:and|et|und)\s{{1,3}}(?:(?:the|le|de[rsn]?|du)\s{{1,3}})?){ORDINAL}){{0,5}})\s{{1,3}}"
    rf"(?:[\w–-]{{1,20}}\s{{1,3}}){{0,3}}?{PLAN}",
    re.IGNORECASE,
)
_DRAFT = re.compile(rf"\b{DRAFT}\Z", re.IGNORECASE)
_NUMERIC = r"[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3}"
_DAY_OF_MONTH = rf"[0-3]?[0-9](?:st|nd|rd|th|er|\.)?\s{{1,3}}{MONTH}"
_YEAR = r"[12][0-9]{3}"
_MONTH_YEAR = rf"{MONTH},?\s{{1,3}}{_YEAR}"
_DAY = rf"{_DAY_OF_MONTH},?\s{{1,3}}{_YEAR}"
_TO = rf"\s{{0,3}}(?:[-–—/]|\b{TO}\b)\s{{0,3}}"
_PERIOD = re.compile(
    # A first date may leave out the year that the second one has; a second year its century,
    # where no month or date goes on behind it.
    rf"(?<![\w./])(?P<first>{_NUMERIC}|{_DAY}|{_MONTH_YEAR}|{_DAY_OF_MONTH}|{MONTH}|{_YEAR})"
    rf"(?P<to>{_TO}|(?<=[0-9])\s{{1,3}}(?={MONTH}))"
    rf"(?P<last>{_NUMERIC}|{_DAY}|{_MONTH_YEAR}|{_YEAR}"
    rf"|[0-9]{{2}}(?!\s{{0,3}}(?:st|nd|rd|th|of)?\s{{0,3}}{MONTH}|[-.–/]\s{{0,3}}[0-9]))"
    r"(?!\d|/\s{0,3}\d|\.\d)",
    re.IGNORECASE,
)
_BEHIND_MONTH = re.compile(rf"(?<![a-z]){MONTH}[\s,.]{{0,3}}\Z", re.IGNORECASE)
_LONGEST_PERIOD = 10  # years; beyond it "2014 - 31" is the beginning of something else
_FOR_THE_PERIOD = re.compile(
    r"(?:for\s{1,3}the\s{1,3}period\s{1,3}(?:(?:from|of)\s{1,3})?"
    r"|(?:pour|sur|couvre)\s{1,3}la\s{1,3}période\s{1,3}(?:(?:allant|courant)\s{1,3})?(?:d[eu]\s{1,3}|d['’]\s{0,3})?"
    r"|(?:für|umfasst)\s{1,3}den\s{1,3}Zeitraum\s{1,3}(?:vo[nm]\s{1,3})?)",
    re.IGNORECASE,
)
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
_APPROVAL = re.compile(
    r"\b(?P<invited>[A-Z][A-Za-z0-9]{1,20})\s{1,3}(?:is|are)\s{1,3}invited\s{1,3}to\s{1,3}"
    r"(?:agree|approve|endorse|adopt)\b"
    r"|\b(?:forward|submit)(?:ted)?\s{1,3}(?:it\s{1,3})?to\s{1,3}(?:the\s{1,3})?(?P<sent>[A-Z][A-Za-z0-9]{1,20})"
    r"\s{1,3}for\s{1,3}(?:its\s{1,3})?(?:approval|endorsement|adoption)\b"
    r"|\b(?:approv|endors|agree|adopt)ing\s{1,3}(?:it|the\s{1,3}plan)\s{1,3}(?:at|by|in)\s{1,3}(?:the\s{1,3})?"
    r"(?P<at>[A-Z][A-Za-z0-9]{1,20})"
    r"|\b(?P<invité>[A-Z][A-Za-z0-9]{1,20})\s{1,3}(?:est|sont)\s{1,3}invitée?s?\s{1,3}à\s{1,3}"
    r"(?:approuver|adopter|entériner|marquer\s{1,3}(?:son|leur)\s{1,3}accord)\b"
    r"|\b(?:soumis|transmis)e?\s{1,3}(?:pour\s{1,3}approbation\s{1,3})?(?:au|à\s{1,3}la|à\s{1,3}l['’])\s{0,3}"
    r"(?P<soumis>[A-Z][A-Za-z0-9]{1,20})(?:\s{1,3}pour\s{1,3}(?:approbation|adoption))\b"
)
_MARK = r"(?:[0-9]{1,2}(?![0-9./]|\s{0,3}[-–]\s{0,3}[0-9])|[¹²³⁰⁴-⁹]{1,2})"
# Behind the name of a plan: its mark and its window, in either order, or its number in a bracket.
_BEHIND_PLAN = re.compile(
    rf"s?(?P<first>{_MARK})?(?P<window>\s{{0,3}}\((?P<inside>[^()]{{1,120}})\))?(?P<last>{_MARK})?"
)
_NEAR = 160  # characters after a name within which a bracket or a footnote belongs to it


def plan_ordinals(text: str) -> tuple[int, ...]:
    """The ordinals of the action or work plans that a text names, once each, in order.

    Example:
        >>> plan_ordinals("dealt with in the Third and Fourth Action Plans")
        (3, 4)
        >>> plan_ordinals("The first 36-month Work Plan"), plan_ordinals("le 5e plan d'action")
        ((1,), (5,))
    """
    found: dict[int, None] = {}
    for match in _PLAN.finditer(text):
        for word in re.findall(rf"{ORDINAL}|[1-9][0-9]?[.]", match["ordinals"], re.IGNORECASE):
            found.setdefault(ordinal_number(word))
    return tuple(found)


def draft_ordinal(title: str) -> tuple[int, int] | None:
    """The ordinal of the only plan that a title calls a draft, and where its name begins.

    Example:
        >>> draft_ordinal("Report on the Fourth Action Plan and draft Fifth Action Plan")
        (5, 43)
    """
    drafts = [
        (ordinals[0], match.start())
        for match in _PLAN.finditer(title)
        if _DRAFT.search(title[max(0, match.start() - 40) : match.start()])
        and len(ordinals := plan_ordinals(match[0])) == 1
    ]
    return drafts[0] if len({number for number, _ in drafts}) == 1 else None


def parse_day(text: str) -> dt.date | None:
    """A day such as "29 November 2005" or "1.7.2011"; None where the text is no day.

    Example:
        >>> parse_day("29 November 2005"), parse_day("31.2.2011")
        (datetime.date(2005, 11, 29), None)
        >>> parse_day("1st Sept. 2011"), parse_day("1er août 2011"), parse_day("1. März 2011")
        (datetime.date(2011, 9, 1), datetime.date(2011, 8, 1), datetime.date(2011, 3, 1))
    """
    parts = text.replace(".", " ").replace(",", " ").split()
    if len(parts) != 3:
        return None
    day = re.sub(r"(?:st|nd|rd|th|er)\Z", "", parts[0].casefold())
    if not (day.isdecimal() and parts[2].isdecimal()):
        return None
    month = parts[1].casefold()
    number = int(month) if month.isdecimal() else month_number(month)
    try:
        return dt.date(int(parts[2]), number, int(day))
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
        match = _PERIOD.search(text)
        while match is not None:
            period = _period(match)
            if period is not None:
                return period
            match = _PERIOD.search(text, match.start("to"))
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
    first, last = match["first"], match["last"]
    if first.isdecimal():
        if _BEHIND_MONTH.search(match.string[max(0, match.start() - 16) : match.start()]):
            return None  # the year belongs to a date that could not be read
        if len(last) == 2:
            last = first[:2] + last
            if not int(first) < int(last) <= int(first) + _LONGEST_PERIOD:
                return None
    elif len(last) == 2:
        return None
    if not match["to"].strip() and not first[0].isalpha():
        return None  # only "June 2010 December 2011" does without a word between
    if not first[-4:].isdecimal():
        if last.isdecimal():
            return None
        first = f"{first} {last[-4:]}"
    return _period_of(first, last)


def _period_of(first: str, last: str) -> Period | None:
    start, end = _stretch(first), _stretch(last)
    if start is None or end is None or start.start > end.end:
        return None
    return Period(start.start, end.end)


def _stretch(text: str) -> Period | None:
    """The day, month or year that a date with a year names."""
    try:
        if text.isdecimal():
            return Period.parse(f"{text}-01-01/{text}-12-31")
        day = parse_day(text)
        if day is not None:
            return Period(day, day)
        first = parse_day(f"1 {text}")
        return None if first is None else Period.of_months(first.year, first.month)
    except InvalidValueError:
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


def find_plan_documents(
    text: str, notes: Mapping[str, str], number: int | None
) -> tuple[tuple[Document, str], ...]:
    """The documents that print other plans, by the footnotes or brackets behind their names.

    Args:
        text: The introduction, folded.
        notes: The footnotes by their marks.
        number: The ordinal of the plan itself, whose own document is none of these.

    Returns:
        A document for each plan, its name and window as its title, with the words that name it.

    Example:
        >>> text = "Since then the Second Action Plan (May 2007 - June 2008)6 has been approved."
        >>> ((found, words),) = find_plan_documents(text, {"6": "1234/07 ENFOCUSTOM 1."}, 5)
        >>> str(found.reference), found.title
        ('1234/07', 'Second Action Plan (May 2007 - June 2008)')
    """
    found: dict[str, tuple[Document, str]] = {}
    for match in _PLAN.finditer(text):
        behind = _BEHIND_PLAN.match(text, match.end())
        ordinals = plan_ordinals(match[0])
        if behind is None or len(ordinals) != 1 or ordinals[0] == number:
            continue
        inside, mark = behind["inside"] or "", behind["first"] or behind["last"] or ""
        references = [
            mention.reference
            for mention in find_references(f"({inside}) " if not mark else notes.get(mark, ""))
            if isinstance(mention.reference, DocumentNumber)
        ]
        if len(references) != 1:
            continue
        window = behind["window"] if inside and mark else ""
        document = Document(reference=references[0], title=f"{match[0]}{window or ''}")
        found.setdefault(str(references[0]), (document, text[match.start() : behind.end()]))
    return tuple(found.values())


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
        party = known_party(
            match["invited"] or match["sent"] or match["at"] or match["invité"] or match["soumis"]
        )
        if party is not None:
            found.setdefault(party.id, Approval(party=party.id, text=" ".join(match[0].split())))
    return tuple(found.values())
