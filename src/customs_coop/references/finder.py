"""Finds references in running text, and reads a reference of any kind.

One table, `EXTRACTORS`, says what is looked for. Each extractor looks for a rare literal (a stroke,
"OJ", "COM(", "Action") and reads from there with patterns of bounded length, so the time grows
with the length of the text whatever the text holds.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from customs_coop.errors import ReferenceSyntaxError
from customs_coop.references.actions import (
    ActionCitation,
    RecommendationCitation,
    find_action_citations,
    find_recommendation_citations,
)
from customs_coop.references.acts import LegalAct, find_legal_acts
from customs_coop.references.base import Found, Pattern
from customs_coop.references.celex import CelexNumber, find_celex_numbers
from customs_coop.references.commission import CommissionDocument, find_commission_documents
from customs_coop.references.council import DocumentNumber
from customs_coop.references.journal import OJReference, find_journal_references
from customs_coop.references.register import find_document_numbers

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


@attrs.frozen(kw_only=True)
class Extractor:
    """One kind of reference that the finder looks for.

    Args:
        name: The kind in words.
        cites: The class of the references.
        find: Gives the references of a text, each with start and end.
        examples: Texts that are one such reference from end to end.
        counterexamples: Texts in which there is no such reference.

    Example:
        >>> [extractor.name for extractor in EXTRACTORS][:2]
        ['numbered act', 'Council document']
    """

    name: str
    cites: type[Reference]
    find: Callable[[str], Iterator[Found[Reference]]]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


EXTRACTORS: tuple[Extractor, ...] = (
    # Acts first: in "Nos 2913/92 and 2454/93" the second is no Council document.
    Extractor(
        name="numbered act",
        cites=LegalAct,
        find=find_legal_acts,
        examples=(
            "Council Decision 2003/170/JHA",
            "Decision 210/97/EC",
            "Decision No 70/2008/EC",
            "Regulation (EC) No 648/2005",
            "Regulation EC No. 648/2005",
            "Regulation (EU) 2016/794",
            "Commission Implementing Regulation (EU) 2015/2447",
            "Council Framework Decision 2002/584/JHA",
            "COUNCIL DECISION 2009/371/JHA",
            "Joint Action 97/372/JHA",
            "Directive 97/44/EC",
            "97/372/JHA",
            "http://data.europa.eu/eli/dec/2016/1316/oj",
        ),
        counterexamples=(
            "Decision of 9 June 1997",
            "Decision 6789/04 ENFOCUSTOM 13",
            "Joint Action of 29.11.1996",
            "Action/Activity",
            "Regulation 12",
            "12/05/03",
            "2005/EC",
            "decision 700/800",
        ),
    ),
    Extractor(
        name="Council document",
        cites=DocumentNumber,
        find=find_document_numbers,
        examples=(
            "14680/05",
            "11167/5/03 ENFOCUSTOM 29 ENFOPOL 84 REV 5",
            "11167/5/03 REV 5 ENFOCUSTOM 29\nENFOPOL 84",
            "16883/3/06 REV3 – ENFOCUSTOM 91",
            "6285/06 ENFOCUSTOM 22 UD 23 + COR 1",
            "9710/1/97  \nREV 1\n\nLIMITE\n\nENFOCUSTOM 45",
            "PE-CONS 41/21",
            "CM 2340/26",
            "ST-10149-2021-ADD-1-REV-1",
            "ST 7029/14 INIT",
            "612/05 CSDP/PSDC 388",
        ),
        counterexamples=(
            "210/97/EC",
            "2003/170/JHA",
            "648/2005",
            "Regulation (EEC) No 2913/92",
            "Regulations (EEC) No 2913/92 and 2454/93",
            "No 515/97",
            "1997-98",
            "1997/98",
            "police/customs",
            "12/05/03",
            "31/12/2003",
            "24/25 February",
            "ECU 99 000",
            "1.2345/05",
            "2009/C 260/01",
            "/06",
            "123456/05",
            "tel. 02 281 6111/05",
            "ratio 1234/10",
        ),
    ),
    Extractor(
        name="Official Journal",
        cites=OJReference,
        find=find_journal_references,
        examples=(
            "OJ C 247, 15.10.2003, p. 1",
            "OJ No L 7, 10.1.1997, p. 5",
            "OJ C 247 of 15 October 2003, p. 1",
            "OJ L 67 12.3.2003, p.27",
            "OJ C 193 E, 11.8.2000, p. 1–3",
            "Official Journal C 247 , 15/10/2003 P. 0001 - 0003",
            "OJ C, C/2024/694, 8.1.2024",
            "OJ L, 2024/1234",
            "OJ:C_202604008",
            "2009/C 260/01",
            "97/C 193/03",
        ),
        counterexamples=(
            "OJ",
            "OJ C",
            "JOINT 5",
            "and/C 5",
            "the OJ of 12.3.2003",
            "Annex C 12",
            "OJ C 247, 2003, p. 1",
        ),
    ),
    Extractor(
        name="CELEX number",
        cites=CelexNumber,
        find=find_celex_numbers,
        examples=("32003D0170", "CELEX:32003G1015(01)", "52008XG1220(01)", "CELEX No 31997R0515"),
        counterexamples=("2003D0170", "132003D0170", "32003D", "32103D0170", "x32003D0170"),
    ),
    Extractor(
        name="Commission document",
        cites=CommissionDocument,
        find=find_commission_documents,
        examples=(
            "COM(2018) 549 final",
            "SWD (2018) 380",
            "JOIN(2023)8",
            "COM/2018/0549",
            "SEC(97) 5",
        ),
        counterexamples=("COM (DG TAXUD, OLAF)", "Annex C (12) 5", "COM(2018)", "TELECOM(2018) 5"),
    ),
    Extractor(
        name="action",
        cites=ActionCitation,
        find=find_action_citations,
        examples=(
            "Action 3.6",
            "Action [3.9]",
            "Action 3.16",
            "Action 8",
            "action 4.2",
            "Action 8 of the second Action Plan",
            "Action 4.10 of the fourth CCWP Action\nPlan",
        ),
        counterexamples=(
            "Action Plan 2005",
            "Joint Action 97/372/JHA",
            "joint action 3.1",
            "action 8",
            "Action 3 months",
            "Action 1 July",
            "Proposed action\n5.1",
            "Proposed action\n\n5.1",
            "Action\t5.1",
            "interaction 3.1",
            "Action 3.1.2",
        ),
    ),
    Extractor(
        name="recommendation",
        cites=RecommendationCitation,
        find=find_recommendation_citations,
        examples=("recommendation 12", "Recommendation No 7", "recommendations 14b"),
        counterexamples=(
            "recommendations",
            "Recommendation 2001/613/EC",
            "recommendations 12 June",
            "recommendation 2005",
        ),
    ),
)

# Between the number of a report and the recommendations that are picked out of it.
_PICKED_OUT = Pattern(r"\s{0,8}[–—,:(-]\s{0,8}")
_PICKED_FROM = Pattern(
    r"\s{1,8}(?:of|in|from)\s{1,8}(?:the\s{1,8})?(?:(?:report|document|doc\.?)\s{1,8})?\(?"
)
_LISTED = Pattern(r"\s{0,20}(?:,\s{0,20}(?:and\s{1,20})?|(?:and|or|&)\s{1,20})")
_LONGEST_GAP = 64


def find_references(text: str) -> tuple[Mention, ...]:
    """Find everything that a text cites.

    Of two readings of the same words the one that begins first holds, then the longer one. A
    recommendation is given the document whose number stands beside it.

    Args:
        text: Any text; line breaks within a reference are allowed.

    Returns:
        The mentions in order; they do not overlap.

    Example:
        >>> text = "Action 3.1 (8351/2/09 REV 2 ENFOCUSTOM 42 – recommendations 12 and 14b)"
        >>> [str(mention.reference) for mention in find_references(text)]
        ['Action 3.1', '8351/2/09 REV 2', 'recommendation 12 of 8351/2/09 REV 2', \
'recommendation 14b of 8351/2/09 REV 2']
    """
    found = [place for extractor in EXTRACTORS for place in extractor.find(text)]
    # The sort is stable, so the order of the table decides between equal spans.
    found.sort(key=lambda place: (place[1], -place[2]))
    mentions: list[Mention] = []
    done = 0
    for reference, start, end in found:
        if start >= done:
            mentions.append(Mention(reference, start, end, text[start:end]))
            done = end
    return tuple(_with_documents(text, mentions))


def _with_documents(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give recommendations the document that follows ("of ...") or else precedes ("... –")."""
    for order, beside in (
        (range(len(mentions) - 2, -1, -1), 1),
        (range(1, len(mentions)), -1),
    ):
        linked: set[int] = set()
        for index in order:
            mention, other = mentions[index], mentions[index + beside]
            cited = mention.reference
            if not isinstance(cited, RecommendationCitation) or cited.document is not None:
                continue
            first, second = (mention, other) if beside > 0 else (other, mention)
            if second.start - first.end > _LONGEST_GAP:
                continue
            gap = text[first.end : second.start]
            document = None
            if isinstance(other.reference, DocumentNumber):
                if (_PICKED_FROM if beside > 0 else _PICKED_OUT).fullmatch(gap):
                    document = other.reference
            elif index + beside in linked and _LISTED.fullmatch(gap):
                document = getattr(other.reference, "document", None)
            if document is not None:
                linked.add(index)
                mentions[index] = attrs.evolve(
                    mention, reference=RecommendationCitation(document, cited.number)
                )
    return mentions


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
    for extractor in EXTRACTORS:
        try:
            return extractor.cites.parse(text)
        except ReferenceSyntaxError as error:
            if furthest is None or error.start > furthest.start:
                furthest = error
    raise furthest or ReferenceSyntaxError("a reference was expected", text)
