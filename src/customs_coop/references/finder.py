"""Finds references in running text, and reads a reference of any kind.

One table, `EXTRACTORS`, says what is looked for. Each extractor looks for a rare literal (a stroke,
"OJ", "COM(", "Action") and reads from there with patterns of bounded length, so the time grows
with the length of the text whatever the text holds. What they search is the text as its reader sees
it (`visible`).
"""

import functools
from typing import Any, Final, TypeAlias

import attrs

from customs_coop.errors import ReferenceSyntaxError
from customs_coop.references.actions import (
    ACTIONS,
    RECOMMENDATIONS,
    ActionCitation,
    RecommendationCitation,
)
from customs_coop.references.actions.codes import AND, BLANK, GAP, NUMBERED
from customs_coop.references.actions.recommendation import IN_BRACKETS, OF_DOCUMENT
from customs_coop.references.acts import ACTS, LegalAct
from customs_coop.references.base import Pattern, text_wanted
from customs_coop.references.celex import CELEX_NUMBERS, CelexNumber
from customs_coop.references.commission import COMMISSION_DOCUMENTS, CommissionDocument
from customs_coop.references.council import DOCUMENTS, DocumentNumber
from customs_coop.references.extractor import Extractor
from customs_coop.references.journal import PLACES, OJReference
from customs_coop.references.visible import visible_text

__all__ = ["EXTRACTORS", "Extractor", "Mention", "Reference", "find_references", "parse_reference"]

#: Whatever a document can cite.
Reference: TypeAlias = (
    DocumentNumber
    | OJReference
    | CelexNumber
    | LegalAct
    | CommissionDocument
    | ActionCitation
    | RecommendationCitation
)


@attrs.frozen
class Mention:
    """A reference together with the words that make it.

    Args:
        reference: What is cited.
        start: Where the words begin, as an index into the text.
        end: Where the words end.
        text: The words as printed, `source[start:end]`.

    Example:
        >>> find_references("see 9710/97 ENFOCUSTOM 45")[0].text
        '9710/97 ENFOCUSTOM 45'
    """

    reference: Reference
    start: int
    end: int
    text: str


#: What is looked for, in the order in which one reading is preferred to another of the same words.
# Any: each row is about another class of references.
EXTRACTORS: Final[tuple[Extractor[Any], ...]] = (
    # Acts first: in "Nos 2913/92 and 2454/93" the second is no Council document.
    ACTS,
    DOCUMENTS,
    PLACES,
    CELEX_NUMBERS,
    COMMISSION_DOCUMENTS,
    ACTIONS,
    RECOMMENDATIONS,
)

# What is printed in ranges.
_ITEMS = (ActionCitation, RecommendationCitation)

# From the number of a report to the recommendations that are picked out of it.
_PICKED_OUT = Pattern(
    rf"(?:{GAP}\))?{GAP}[–—,:(-]{GAP}"
    rf"(?:(?:in{BLANK}particular|see|notably|namely|especially|cf\.?){BLANK})?"
)
_PICKED_FROM = Pattern(rf"{OF_DOCUMENT}|{IN_BRACKETS}")
_LISTED = Pattern(rf"(?:{AND}|{GAP}/{GAP}){NUMBERED}?\(?")
_LONGEST_GAP = 64
_FIGURE = Pattern(r"\d")
# A reader asks of one cell several times what it cites; what is longer is asked of once.
_LONGEST_CELL = 4_000
_KEPT = 64


def find_references(text: str) -> tuple[Mention, ...]:
    """Find everything that a text cites.

    Of two readings of the same words the one that begins first holds, then the longer one. A
    recommendation is given the document whose number stands beside it.

    A reference may run over the end of a line, may hold blanks of any width, and may hold marks
    that have no width (soft hyphens, joiners); it does not run over a page break.

    Args:
        text: Any text.

    Returns:
        The mentions in order. They do not overlap, but the members of a range ("Actions 3.1 to
        3.5") are mentions of the same words.

    Raises:
        TypeError: If `text` is not a str.

    Example:
        >>> text = "Action 3.1 (8351/2/09 REV 2 ENFOCUSTOM 42 – recommendations 12 and 14b)"
        >>> [str(mention.reference) for mention in find_references(text)]
        ['Action 3.1', '8351/2/09 REV 2', 'recommendation 12 of 8351/2/09 REV 2', \
'recommendation 14b of 8351/2/09 REV 2']
        >>> [mention.reference.code for mention in find_references("Actions 3.1–3.3")]
        ['3.1', '3.2', '3.3']
    """
    if not isinstance(text, str):
        raise text_wanted(text)
    if _FIGURE.search(text) is None:
        return ()  # every kind of reference has a figure
    return _found(text) if len(text) > _LONGEST_CELL else _kept(text)


def _found(text: str) -> tuple[Mention, ...]:
    visible = visible_text(text)
    # Of equal spans the order of the table decides; `index` keeps the members of a range in order.
    found = sorted(
        (start, -end, order, index, reference)
        for order, extractor in enumerate(EXTRACTORS)
        for index, (reference, start, end) in enumerate(extractor.find(visible.text))
    )
    places: list[tuple[Reference, int, int]] = []
    done = 0
    last: tuple[int, int, int] | None = None
    for start, minus_end, order, _, reference in found:
        span = (start, minus_end, order)
        if start >= done or (span == last and isinstance(reference, _ITEMS)):
            done, last = -minus_end, span
            places.append((reference, start, done))
    _add_documents(visible.text, places)
    mentions: list[Mention] = []
    for reference, start, end in places:
        first, behind = visible.source_span(start, end)
        mentions.append(Mention(reference, first, behind, text[first:behind]))
    return tuple(mentions)


_kept = functools.lru_cache(maxsize=_KEPT)(_found)


def _add_documents(text: str, places: list[tuple[Reference, int, int]]) -> None:
    """Give recommendations the document that follows ("of ...") or else precedes ("... –")."""
    for order, beside in (
        (range(len(places) - 2, -1, -1), 1),
        (range(1, len(places)), -1),
    ):
        linked: set[int] = set()
        for index in order:
            cited, start, end = places[index]
            if not isinstance(cited, RecommendationCitation) or cited.document is not None:
                continue
            other, other_start, other_end = places[index + beside]
            gap_start, gap_end = (end, other_start) if beside > 0 else (other_end, start)
            if gap_end - gap_start > _LONGEST_GAP:
                continue
            document = None
            if isinstance(other, DocumentNumber):
                pattern = _PICKED_FROM if beside > 0 else _PICKED_OUT
                if pattern.fullmatch(text, gap_start, gap_end):
                    document = other
            elif index + beside in linked and (
                start == other_start or _LISTED.fullmatch(text, gap_start, gap_end)
            ):
                document = getattr(other, "document", None)
            if document is not None:
                linked.add(index)
                places[index] = (RecommendationCitation(document, cited.number), start, end)


def parse_reference(text: str) -> Reference:
    """Read a reference of any kind.

    Args:
        text: The reference alone.

    Returns:
        The reference.

    Raises:
        ReferenceSyntaxError: If no kind of reference has that form. The message is that of the
            kind that could read furthest.
        TypeError: If `text` is not a str.

    Example:
        >>> parse_reference("97/372/JHA")
        LegalAct(kind=None, number=372, year=1997, community='JHA', author=None, number_first=False)
    """
    furthest: ReferenceSyntaxError | None = None
    best = (0, False)
    for extractor in EXTRACTORS:
        try:
            reference: Reference = extractor.cites.parse(text)
        except ReferenceSyntaxError as error:
            # Of two that stop at one place, that which has read a reference before it.
            reach = (error.start, _is_read(extractor, text[: error.start]))
            if furthest is None or reach > best:
                furthest, best = error, reach
        else:
            return reference
    if furthest is None or not text[: furthest.start].strip():
        raise ReferenceSyntaxError(
            "a reference such as 14680/05, OJ L 67, 12.3.2003, p. 27 or COM(2018) 549 was expected"
            + ("; find_references reads running text" if text.strip() else ""),
            text,
        )
    raise furthest


# Any: as in the table.
def _is_read(extractor: Extractor[Any], text: str) -> bool:
    """Whether a text is a reference of the kind, without what is too much behind it."""
    try:
        extractor.cites.parse(text)
    except ReferenceSyntaxError:
        return False
    return True
