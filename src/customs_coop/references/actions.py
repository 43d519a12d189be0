"""Citations of actions and recommendations, as in "Action 8 of the second Action Plan"."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.references.base import (
    Found,
    Pattern,
    Stages,
    language_code,
    matches,
    optional,
    parse_whole,
    whole_number,
)
from customs_coop.references.council import DocumentNumber, read_document_number

__all__ = [
    "ActionCitation",
    "RecommendationCitation",
    "find_action_citations",
    "find_recommendation_citations",
    "read_action_citation",
    "read_recommendation_citation",
]

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = _ORDINAL_WORDS.split()

# A figure that counts something is no code: "Action 3 months", "recommendations 12 June".
_NOT_COUNTED = (
    r"(?!\w|/|%|°|[.,][0-9]|\s{1,4}(?:%|per\s?cent|million|billion|(?:year|month|week|day|hour)s?\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))"
)
_CODE = Pattern(r"[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?")
_PRINTED_CODE = (
    r"(?:\[(?P<bracketed>[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?)\]"
    rf"|(?P<plain>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?[a-z]?){_NOT_COUNTED})"
)
# Neither a tab nor an empty line: those part a column heading from the code below it.
_BLANK = r"(?:[^\S\t\n]{1,20}|(?P<wrapped>[^\S\t\n]{0,20}\n[^\S\t\n]{0,20}))"
_ACTION = Pattern(rf"(?P<word>Action|action|ACTION)(?:s|S)?{_BLANK}{_PRINTED_CODE}")
_NEXT_ACTION = Pattern(
    rf"\s{{0,20}}(?:,\s{{0,20}}(?:and\s{{1,20}})?|(?:and|or|&)\s{{1,20}}|/\s{{0,20}}){_PRINTED_CODE}"
)
_BRACKET = Pattern(r"\s{0,20}\([^()]{0,200}\)")
_PLAN = Pattern(
    r"\s{1,20}of\s{1,20}the\s{1,20}"
    rf"(?P<ordinal>{'|'.join(_ORDINALS)}|[1-9][0-9]?(?:st|nd|rd|th))\s{{1,20}}"
    r"(?:[A-Z]{2,8}\s{1,20})?Action\s{1,20}Plan\b",
    re.IGNORECASE,
)
_ACTION_START = Pattern(r"(?:Action|action|ACTION)[sS]?\s{1,20}\[?[0-9]")
# A line that is wrapped is long, and a column heading is short.
_LONG_LINE = Pattern(r"[^\n]{20}\Z")
# A joint action is an act of its own, and an inter- or reaction is no action of a plan.
_NOT_BEFORE = Pattern(r"(?:[\w-]|\b[Jj]oint\s{1,8}|\bJOINT\s{1,8})\Z")

_NUMBER = Pattern(r"[0-9]{1,3}(?:\.[0-9]{1,2})?[a-z]?")
_RECOMMENDATION = Pattern(
    r"(?:Recommendation|recommendation|RECOMMENDATION)(?:s|S)?\s{1,20}(?:(?:No|Nos|no|nos)\.?\s{0,20})?"
    rf"(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?[a-z]?){_NOT_COUNTED}"
)
_NEXT_RECOMMENDATION = Pattern(
    r"\s{0,20}(?:,\s{0,20}(?:and\s{1,20})?|(?:and|or|&)\s{1,20})"
    rf"(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?[a-z]?){_NOT_COUNTED}"
)
_OF = Pattern(r"\s{1,20}(?:of|in)\s{1,20}(?:(?:document|doc\.?)\s{1,20})?")
_RECOMMENDATION_START = Pattern(
    r"(?:Recommendation|recommendation|RECOMMENDATION)[sS]?\s{1,20}[Nn0-9]"
)

_ACTION_STAGES: Stages = (
    (Pattern(r"(?:Action|action|ACTION)[sS]?\s{1,20}"), "the word Action was expected"),
    (Pattern(_PRINTED_CODE), "a code such as 3.16 was expected"),
)
_RECOMMENDATION_STAGES: Stages = (
    (
        Pattern(r"(?:Recommendation|recommendation|RECOMMENDATION)[sS]?\s{1,20}"),
        "the word recommendation was expected",
    ),
    (
        Pattern(r"(?:(?:No|Nos|no|nos)\.?\s{0,20})?[0-9]{1,3}(?:\.[0-9]{1,2})?[a-z]?(?!\w)"),
        "a number such as 14b was expected",
    ),
)


def _ordinal(figure: int) -> str:
    if figure <= len(_ORDINALS):
        return _ORDINALS[figure - 1]
    return f"{figure}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(figure % 10, 'th') }"


def _figure(ordinal: str) -> int:
    word = ordinal.casefold()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])


@attrs.frozen
class ActionCitation:
    """An action of an action plan, by its code.

    Args:
        plan: The ordinal of the plan, 2 for "the second Action Plan"; None where none is printed.
        code: The code as printed, without square brackets.

    Raises:
        InvalidValueError: If the ordinal or the code has another form.
        TypeError: If a value has another type.

    Example:
        >>> ActionCitation.parse("Action 8 of the second Action Plan")
        ActionCitation(plan=2, code='8')
        >>> str(ActionCitation(None, "3.16"))
        'Action 3.16'
    """

    plan: int | None = attrs.field(validator=optional(whole_number(1, 99)))
    code: str = attrs.field(validator=matches(_CODE, "a code such as '3.16'"))

    @classmethod
    def parse(cls, text: str) -> "ActionCitation":
        """Read the citation of one action.

        Args:
            text: The citation alone, such as "Action [3.9]".

        Returns:
            The citation.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> ActionCitation.parse("Action [3.9]").code
            '3.9'
        """
        return parse_whole(text, read_action_citation, _ACTION_STAGES, "an action")

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address: an action has none."""
        return "an action has no address of its own"

    def url(self, language: str = "en") -> str | None:
        """Give None: an action has no address of its own.

        Args:
            language: The two letters of an official language.

        Returns:
            None.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> ActionCitation(2, "8").url() is None
            True
        """
        language_code(language)
        return None

    def cite(self) -> str:
        """Give the same as `str`: nothing more is printed.

        Returns:
            The citation.

        Example:
            >>> ActionCitation(2, "8").cite()
            'Action 8 of the second Action Plan'
        """
        return str(self)

    def __str__(self) -> str:
        plan = "" if self.plan is None else f" of the {_ordinal(self.plan)} Action Plan"
        return f"Action {self.code}{plan}"


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
        return parse_whole(
            text, read_recommendation_citation, _RECOMMENDATION_STAGES, "a recommendation"
        )

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


def read_action_citation(text: str, start: int) -> tuple[ActionCitation, int] | None:
    """Read the citation of an action that is known to stand at an index.

    Args:
        text: The text.
        start: Where the word Action begins.

    Returns:
        The citation and its end, or None.

    Example:
        >>> read_action_citation("see Action 3.6.", 4)[1]
        14
    """
    match = _ACTION.match(text, start)
    if match is None:
        return None
    plan = _PLAN.match(text, match.end())
    citation = ActionCitation(
        None if plan is None else _figure(plan["ordinal"]), match["bracketed"] or match["plain"]
    )
    return citation, match.end() if plan is None else plan.end()


def find_action_citations(text: str) -> Iterator[Found[ActionCitation]]:
    """Find citations of actions in running text, one for each code of a list.

    A plan named at the end holds for the whole list. In lower case a code without a point needs
    the name of the plan.

    Args:
        text: Any text.

    Yields:
        The citations with start and end, in order. The words of the plan belong to the last one,
        unless a remark in brackets stands between.

    Example:
        >>> [str(found) for found, _, _ in find_action_citations("Actions 3.1 and 4.1 (tbc)")]
        ['Action 3.1', 'Action 4.1']
    """
    for anchor in _ACTION_START.finditer(text):
        match = _ACTION.match(text, anchor.start())
        if match is None or _NOT_BEFORE.search(text, max(0, anchor.start() - 14), anchor.start()):
            continue
        if match["wrapped"] and not _LONG_LINE.search(
            text, max(0, anchor.start() - 20), anchor.start()
        ):
            continue
        codes = [(match["bracketed"] or match["plain"], match.start(), match.end())]
        dotted = "." in codes[0][0]
        end = match.end()
        remark = _BRACKET.match(text, end)
        while True:
            following = _NEXT_ACTION.match(text, remark.end() if remark else end)
            # "Action 3.1 and 4 others": a list keeps to one form of code.
            if following is None or ("." in following[following.lastgroup or 0]) != dotted:
                break
            group = "bracketed" if following["bracketed"] else "plain"
            end = following.end()
            codes.append((following[group], following.start(group), end))
            remark = _BRACKET.match(text, end)
        plan = _PLAN.match(text, remark.end() if remark else end)
        if match["word"] == "action" and not dotted and plan is None:
            continue
        figure = None if plan is None else _figure(plan["ordinal"])
        if plan is not None and remark is None:
            codes[-1] = (*codes[-1][:2], plan.end())
        for code, start, stop in codes:
            yield ActionCitation(figure, code), start, stop


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
    of = _OF.match(text, match.end())
    found = None if of is None else read_document_number(text, of.end())
    if found is None:
        return RecommendationCitation(None, match["number"]), match.end()
    return RecommendationCitation(found[0], match["number"]), found[1]


def find_recommendation_citations(text: str) -> Iterator[Found[RecommendationCitation]]:
    """Find citations of recommendations in running text, one for each number of a list.

    The report is not looked for: `find_references` adds it where its number stands beside the list.

    Args:
        text: Any text.

    Yields:
        The citations with start and end, in order.

    Example:
        >>> found = find_recommendation_citations("recommendations 12 and 14b")
        >>> [(citation.number, start, end) for citation, start, end in found]
        [('12', 0, 18), ('14b', 23, 26)]
    """
    for anchor in _RECOMMENDATION_START.finditer(text):
        match = _RECOMMENDATION.match(text, anchor.start())
        if match is None or text[max(0, anchor.start() - 1) : anchor.start()].isalnum():
            continue
        start = anchor.start()
        while match is not None:
            yield RecommendationCitation(None, match["number"]), start, match.end()
            match = _NEXT_RECOMMENDATION.match(text, match.end())
            start = match.start("number") if match else start
