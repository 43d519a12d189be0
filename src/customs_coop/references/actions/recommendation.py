"""The citation of a recommendation of a report."""

import re

import attrs

from customs_coop.references.actions.codes import BEHIND, BLANK, GAP, HELD, NUMBERED
from customs_coop.references.base import (
    Pattern,
    Stages,
    language_code,
    matches,
    parse_whole,
)
from customs_coop.references.council import DocumentNumber, read_document_number

__all__ = [
    "IN_BRACKETS",
    "ITEM",
    "OF_DOCUMENT",
    "RecommendationCitation",
    "names_report",
    "number_of",
    "read_recommendation_citation",
]

_NUMBER = Pattern(r"[0-9]{1,3}(?:\.[0-9]{1,2})?[a-z]?")

# "14 (b)" names 14b, but "recommendation 14 (a) to map and (b) to count" goes on to its points.
_LETTER_ENDS = (
    rf"(?={BLANK}(?:and|or|of|in|from|is|was|were|are|ha[sd]|have|should|could|can|may|might|w?ould"
    rf"|will|shall|must)\b|[^\w\s]|\s{{0,20}}\Z|{BLANK}[^\w\s])"
)
#: One number of a list.
ITEM = (
    r"(?P<figures>[0-9]{1,3}(?:\.[0-9]{1,2})?)"
    rf"(?:[ \u00a0]?\((?P<point>[a-z])\){_LETTER_ENDS}|(?P<letter>[a-z])?{BEHIND})"
)
_RECOMMENDATION = Pattern(
    r"(?:[Rr]ecommendation[sS]?|RECOMMENDATIONS?|(?P<short>[Rr]ecs?\.?))"
    rf"{HELD}{NUMBERED}?(?P<open>\()?{ITEM}(?(open)\))"
)

#: From a recommendation to the number of its report.
OF_DOCUMENT = (
    rf"{BLANK}(?:as{BLANK})?(?:(?:contained|set{BLANK}out|made|given|listed){BLANK})?(?:of|in|from)"
    rf"{BLANK}(?:the{BLANK})?(?:(?:[a-z]{{1,12}}{BLANK}){{0,2}}?"
    rf"(?:report|document|study|evaluation|note|[Dd]oc)s?\.?{BLANK}(?:No\.?{BLANK})?)?"
    rf"\(?(?:[Dd]oc\.?{BLANK})?"
)
#: The same where the number stands in brackets directly behind: "recommendation 2 (doc. 8351/09)".
IN_BRACKETS = (
    rf"{GAP}[(\[]{GAP}(?:(?:see|cf\.?|of|in){BLANK})?"
    rf"(?:(?:[Rr]eport|[Dd]oc(?:ument)?)s?\.?{GAP}(?:No\.?{BLANK})?)?"
)
_OF = Pattern(OF_DOCUMENT)
_IN_BRACKETS = Pattern(IN_BRACKETS)
_CLOSED = Pattern(rf"{GAP}[)\]]")

_STAGES: Stages = (
    (
        Pattern(rf"(?:Recommendation|recommendation|RECOMMENDATION)[sS]?{BLANK}"),
        "the word recommendation was expected",
    ),
    (
        Pattern(rf"{NUMBERED}?\(?[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?[a-z]?(?!\w)"),
        "a number such as 14b was expected",
    ),
)


@attrs.frozen
class RecommendationCitation:
    """A recommendation of a report, by its number.

    Args:
        document: The report, where its number stands beside the recommendation.
        number: The number as printed, such as "14b".

    Raises:
        InvalidValueError: If the number has another form.
        TypeError: If a value has another type.

    Example:
        >>> citation = RecommendationCitation.parse("recommendation 14b of 8351/2/09 REV 2")
        >>> citation.number, str(citation.document)
        ('14b', '8351/2/09 REV 2')
    """

    document: DocumentNumber | None = attrs.field(
        validator=attrs.validators.optional(attrs.validators.instance_of(DocumentNumber))
    )
    number: str = attrs.field(validator=matches(_NUMBER, "a number such as '14b'"))

    @classmethod
    def parse(cls, text: str) -> "RecommendationCitation":
        """Read the citation of one recommendation.

        Args:
            text: The citation alone, such as "recommendation 12".

        Returns:
            The citation.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> RecommendationCitation.parse("recommendation 12")
            RecommendationCitation(document=None, number='12')
        """
        return parse_whole(text, read_recommendation_citation, _STAGES, "a recommendation")

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives that of the report."""
        if self.document is None:
            return "the report is not named"
        return self.document.unresolvable

    def url(self, language: str = "en") -> str | None:
        """Give the address of the report, formed offline.

        Args:
            language: The two letters of an official language.

        Returns:
            The address of the whole report, or None.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> RecommendationCitation(None, "12").url() is None
            True
        """
        language_code(language)
        return None if self.document is None else self.document.url(language)

    def cite(self) -> str:
        """Give all that was printed, the subject codes of the report too.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> report = DocumentNumber.parse("8351/2/09 REV 2 ENFOCUSTOM 42")
            >>> RecommendationCitation(report, "12").cite()
            'recommendation 12 of 8351/2/09 REV 2 ENFOCUSTOM 42'
        """
        of = "" if self.document is None else f" of {self.document.cite()}"
        return f"recommendation {self.number}{of}"

    def __str__(self) -> str:
        of = "" if self.document is None else f" of {self.document}"
        return f"recommendation {self.number}{of}"


def number_of(match: re.Match[str]) -> str:
    """Give the number that `ITEM` has matched.

    Args:
        match: The match.

    Returns:
        The number with its letter: "14b" for "14 (b)".

    Example:
        >>> number_of(re.match(ITEM, "14 (b)."))
        '14b'
    """
    return f"{match['figures']}{match['letter'] or match['point'] or ''}"


def read_recommendation_citation(
    text: str, start: int
) -> tuple[RecommendationCitation, int] | None:
    """Read the citation of a recommendation that is known to stand at an index.

    Args:
        text: The text.
        start: Where the word recommendation begins.

    Returns:
        The citation and its end, or None.

    Example:
        >>> read_recommendation_citation("see recommendation 12.", 4)[1]
        21
    """
    match = _RECOMMENDATION.match(text, start)
    if match is None:
        return None
    found = _report(text, match.end())
    if found is None:
        if match["short"]:
            return None  # "Rec. 12" may as well be a recital
        return RecommendationCitation(None, number_of(match)), match.end()
    return RecommendationCitation(found[0], number_of(match)), found[1]


def names_report(text: str, at: int) -> bool:
    """Tell whether the number of a report follows, behind "of" or in brackets.

    Args:
        text: The text.
        at: Just behind a recommendation.

    Returns:
        Whether the report is named.

    Example:
        >>> names_report("recommendation 12 (8351/09)", 17)
        True
    """
    return _report(text, at) is not None


def _report(text: str, at: int) -> tuple[DocumentNumber, int] | None:
    for pattern in (_OF, _IN_BRACKETS):
        of = pattern.match(text, at)
        found = None if of is None else read_document_number(text, of.end())
        if of is not None and found is not None:
            opened = not {"(", "["}.isdisjoint(of[0])
            closed = _CLOSED.match(text, found[1]) if opened else None
            return found if closed is None else (found[0], closed.end())
    return None
