"""Finds citations of recommendations in running text."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from customs_coop.references.actions.codes import (
    AND,
    GAP,
    HELD,
    NUMBERED,
    TO,
    between,
    ends_short_line,
)
from customs_coop.references.actions.recommendation import (
    ITEM,
    RecommendationCitation,
    names_report,
    number_of,
)
from customs_coop.references.base import Found, Pattern
from customs_coop.references.extractor import Extractor

__all__ = ["RECOMMENDATIONS", "find_recommendation_citations"]

_BEHIND_WORD = rf"{HELD}{NUMBERED}?(?P<open>\()?{ITEM}"
# The literal part comes first, for `re` jumps to it.
_RECOMMENDATION = Pattern(rf"ecommendation(?P<plural>s)?{_BEHIND_WORD}")
_CAPITALS = Pattern(rf"ECOMMENDATION(?P<plural>S)?{_BEHIND_WORD}")
_SHORT = Pattern(rf"Rec(?P<plural>s)?\.?{_BEHIND_WORD}")
_NEXT = Pattern(rf"{AND}{NUMBERED}?{ITEM}")
_RANGE = Pattern(rf"{TO}{ITEM}")
# "The recommendation (1) to map and (2) to count" goes on to its points.
_CLOSING = Pattern(rf"{GAP}\)(?!{GAP}(?:to|that)\b)")
# Bodies with recommendations of their own, which are of no report.
_OTHER_BODIES: Final = ("FATF", "GAFI", "OECD", "UN", "UNECE", "WCO", "FATF Special", "FATF's")
_LONGEST_BODY = 16


def find_recommendation_citations(text: str) -> Iterator[Found[RecommendationCitation]]:
    """Find citations of recommendations in running text, one for each number of a list.

    The report is not looked for: `find_references` adds it where its number stands beside the list.
    The numbers of a range ("recommendations 1 to 5") all have the words of the range.

    Args:
        text: Any text.

    Yields:
        The citations with start and end, in order.

    Example:
        >>> found = find_recommendation_citations("recommendations 12 and 14b")
        >>> [(citation.number, start, end) for citation, start, end in found]
        [('12', 0, 18), ('14b', 23, 26)]
    """
    # As with actions, the same numbers come again and again.
    made: dict[str, RecommendationCitation] = {}
    for start, match in _words(text):
        places = _list(text, match, start)
        if not match["plural"]:
            _cut_figures(text, places)
        numbers, begin, end = places[-1]
        if match["open"]:
            closing = _CLOSING.match(text, end)
            # "The recommendations (12) were" gives their count.
            if closing is None or (match["plural"] and numbers == (match["figures"],)):
                continue
            end = closing.end()
            places[-1] = (numbers, begin, end)
        # "Rec. 12" may as well be a recital.
        if match.re.pattern.startswith("Rec") and not names_report(text, end):
            continue
        for numbers, begin, end in places:
            for number in numbers:
                citation = made.get(number)
                if citation is None:
                    citation = made[number] = RecommendationCitation(None, number)
                yield citation, begin, end


def _words(text: str) -> list[tuple[int, re.Match[str]]]:
    """The places where the word stands before a figure, with what was matched behind it."""
    found = [(match.start() - 1, match) for match in _RECOMMENDATION.finditer(text)]
    if "ECOMMENDATION" in text:
        found += [(match.start() - 1, match) for match in _CAPITALS.finditer(text)]
    found += [(match.start(), match) for match in _SHORT.finditer(text)]
    found.sort(key=itemgetter(0))
    return [
        (start, match)
        for start, match in found
        if start >= 0
        and text[start] in "Rr"
        and not text[max(0, start - 1) : start].isalnum()
        and not (match["wrapped"] and ends_short_line(text, start))
        and not _is_of_another(text, start)
    ]


def _is_of_another(text: str, start: int) -> bool:
    before = text[max(0, start - _LONGEST_BODY) : start]
    body = before.rstrip()
    if len(body) == len(before) or not body.endswith(_OTHER_BODIES):
        return False
    return any(
        body.endswith(name) and not body[: -len(name)][-1:].isalnum() for name in _OTHER_BODIES
    )


def _cut_figures(text: str, places: list[tuple[tuple[str, ...], int, int]]) -> None:
    """End a list at a figure that may count something: "recommendation 12 and 45 airports"."""
    if names_report(text, places[-1][2]):
        return
    for index in range(1, len(places)):
        if places[index][0][0].isdecimal():
            del places[index:]
            return


def _list(text: str, match: re.Match[str], start: int) -> list[tuple[tuple[str, ...], int, int]]:
    """Read the numbers of a list, those of a range together, with their places."""
    places: list[tuple[tuple[str, ...], int, int]] = []
    following: re.Match[str] | None = match
    while following is not None:
        number, end = number_of(following), following.end()
        codes: tuple[str, ...] = (number,)
        last = _RANGE.match(text, end)
        if last is not None and _is_range(text, end, last, plural=bool(match["plural"])):
            inner = between(number, number_of(last))
            if not inner:  # "12 to 14b": what lies between is not certain
                places.append((codes, start, end))
                start = last.start("figures")
            codes, end = inner or (number_of(last),), last.end()
        places.append((codes, start, end))
        following = _NEXT.match(text, end)
        if following is not None:
            start = following.start("figures")
    return places


def _is_range(text: str, at: int, match: re.Match[str], *, plural: bool) -> bool:
    """Whether a dash or "to" leads to another number: "recommendation 1 - 5 of them" does not."""
    return plural or text[at : match.start("figures")] == match["dash"]


#: What the finder looks for.
RECOMMENDATIONS: Final = Extractor(
    name="recommendation",
    cites=RecommendationCitation,
    find=find_recommendation_citations,
    examples=(
        "recommendation 12",
        "Recommendation No 7",
        "recommendation n° 3",
        "recommendation no. 3",
        "recommendation number 3",
        "recommendation (12)",
        "recommendation 14 (b)",
        "Recommendation 14(b)",
        "recommendation 3.2",
        "RECOMMENDATION 5",
        "recommendations 14b",
    ),
    counterexamples=(
        "recommendations",
        "recommendations (12)",
        "recommendations 10 000",
        "recommendations (12 of them)",
        "recommendation (1) to map",
        "FATF Recommendation 32",
        "UN Recommendation 33",
        "Recommendation 2001/613/EC",
        "Recommendation 98/1/EC",
        "Recommendation 123 (2003)",
        "Recommendation R (99) 12",
        "Special Recommendation IX",
        "recommendations 12 June",
        "recommendations 12 months",
        "recommendation 2005",
        "recommendation 5 %",
        "Recommendations\n\n1",
        "Recommendations\n1",
        "Recommendations\t1",
        "Rec. 12",
        "Rec(2003)5",
    ),
)
