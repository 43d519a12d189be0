"""What a document says of the plan that it prints: its period, its forerunners, its approvals."""

import re
from collections.abc import Iterable, Mapping

from customs_coop.dates import Period
from customs_coop.errors import InvalidValueError
from customs_coop.formats.titles.days import parse_day
from customs_coop.formats.titles.ordinals import KNOWN_PLANS, NAMED_PLAN, plan_ordinals
from customs_coop.formats.titles.words import MONTH, TO
from customs_coop.model import Approval, Document, Link, LinkKind, PlanRef, known_body
from customs_coop.references import DocumentNumber, find_references

__all__ = [
    "find_approvals",
    "find_period",
    "find_plan_documents",
    "find_previous",
]

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
    for name in NAMED_PLAN.finditer(anywhere):
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
    for match in NAMED_PLAN.finditer(text):
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
        words = text[match.start() : behind.end()]
        target = PlanRef(f"AP{ordinals[0]}")
        document = Document(
            reference=references[0],
            title=f"{match[0]}{window or ''}",
            links=[Link(kind=LinkKind.PRINTS, target=target, text=" ".join(words.split()))],
        )
        found.setdefault(str(references[0]), (document, words))
    return tuple(found.values())


def find_approvals(text: str) -> tuple[Approval, ...]:
    """The bodies that are asked to agree to a plan, with the words that say so.

    Example:
        >>> found = find_approvals("It will be submitted to the CATS for approval.")
        >>> [approval.party for approval in found]
        ['CATS']
    """
    found: dict[str, Approval] = {}
    for match in _APPROVAL.finditer(text):
        party = known_body(
            match["invited"] or match["sent"] or match["at"] or match["invité"] or match["soumis"]
        )
        if party is not None:
            found.setdefault(party.id, Approval(party=party.id, text=" ".join(match[0].split())))
    return tuple(found.values())
