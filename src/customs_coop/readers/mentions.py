"""What a row or a box says of other things: its references, and the links that it states.

Only unmistakable wordings become links ("previously 5.3", "await outcome of 2.1", "the
recommendations of Action 3.6"). Each link keeps the words that state it.
"""

import bisect
import re
from collections.abc import Collection, Iterable

import attrs

from customs_coop.deadline import Deadline, Recurring, find_deadlines
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    ActionRef,
    Code,
    Link,
    LinkKind,
    Named,
    PartyRef,
    PlanRef,
    Role,
    Target,
    known_party,
)
from customs_coop.readers.parties import read_party_cell
from customs_coop.readers.planning import plan_ordinals
from customs_coop.references import (
    ActionCitation,
    DocumentNumber,
    Mention,
    Reference,
    find_references,
)

__all__ = [
    "PlanContext",
    "find_aliases",
    "prose_deadlines",
    "prose_links",
    "read_disposition",
    "row_links",
    "row_references",
]

_CODE = r"[A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?(?![\w/]|\.[0-9])"
_CODES = rf"{_CODE}(?:\s{{0,3}}(?:,|/|&|\band\b|\bor\b)\s{{0,3}}{_CODE}){{0,12}}"
_ACTION_WORD = r"(?P<noun>(?:actions?|codes?|items?|nos?\.?)\s{1,3})?"
_COUNTED = re.compile(r"[^\S\n]{0,3}(?P<word>[^\W\d_]{1,30}|[%€])")
_NOT_COUNTED = frozenset(
    ("above", "and", "as", "below", "from", "in", "is", "of", "or", "to", "under", "was", "which")
)
_ROW_CUES: tuple[tuple[LinkKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b{cue}\s{{1,3}}{_ACTION_WORD}(?P<codes>{_CODES})", re.IGNORECASE))
    for kind, cue in (
        (LinkKind.MERGED_FROM, r"(?:previously|formerly)"),
        (
            LinkKind.HANDLED_WITH,
            r"also(?:\s{1,3}(?:looking\s{1,3}at|considering|dealing\s{1,3}with|see|covers))?",
        ),
        (
            LinkKind.AWAITS,
            r"await(?:s|ing)?\s{1,3}(?:the\s{1,3})?(?:outcomes?|results?|completion)\s{1,3}of",
        ),
        (
            LinkKind.DEPENDS_ON,
            r"(?:consequential\s{1,3}(?:from|on|upon)|(?:depends|dependent|depending)\s{1,3}(?:up)?on)",
        ),
    )
)
_FORWARD = re.compile(
    r"\btaken\s{1,3}(?:forward|over|up)\s{1,3}(?:under|in|by|within)\s{1,3}(?:the\s{1,3})?(?P<taker>\S[^\n]{0,120})",
    re.IGNORECASE,
)
_WORK_AREA = re.compile(r"work\s{1,3}area\s{1,3}\w{1,6}", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"\bfollow-?up\s{1,3}(?:actions?\s{1,3}|work\s{1,3})?to\s{1,3}(?:"
    r"be\s{1,3}(?:covered|done|taken|ensured)\s{1,3}by\s{1,3}(?:the\s{1,3})?(?P<group>(?-i:[A-Z][\w-]{0,30}(?:\s[A-Z][\w-]{0,30}){0,5}))"
    r"|arise\s{1,3}from\s{1,3}(?:the\s{1,3})?(?P<source>\w[^.;\n]{0,120}))",
    re.IGNORECASE,
)
_RECOMMENDATIONS_OF = re.compile(
    r"recommendations?\s{1,3}of\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE
)
_REPORT_OF = re.compile(r"report\s{1,3}of\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_REPORT_ON = re.compile(
    r"report\s{1,3}(?:\([^()]{0,120}\)\s{1,3})?on\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE
)
_RECOMMENDED = re.compile(r"\brecommend(?:ed|s)\b", re.IGNORECASE)
_NEW_ACTION = re.compile(r"\bnew action\b", re.IGNORECASE)
_BASED_ON = re.compile(r"\bbased\s{1,3}on\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_ACTION_BASED_ON = re.compile(r"\baction is based on\b", re.IGNORECASE)
_STARTING_POINT = re.compile(r"\bstarting\s{1,3}points?\b", re.IGNORECASE)
_STARTING_POINTS_LIST = re.compile(r"\bstarting\s{1,3}points?\s{0,3}:", re.IGNORECASE)
_THE_DOCUMENT = re.compile(r"\bdocuments?\s{1,3}\Z", re.IGNORECASE)
_CONTINUES = re.compile(
    r"\b(?:continuation\s{1,3}of|continues|follow-?up\s{1,3}(?:to|of))\s{1,3}(?:the\s{1,3})?\Z",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\bproposed\b", re.IGNORECASE)
_DEALT_WITH = re.compile(
    r"\b(?:dealt\s{1,3}with|started|launched|begun)\s{1,3}(?:in|under)\s{1,3}(?:the\s{1,3})?"
    r"(?P<plans>[^.;()]{1,80}?Plans?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?’”])(?<!\bcf\.)(?<!\betc\.)(?<!\bNo\.)(?<!\bArt\.)(?<!e\.g\.)(?<!i\.e\.)\s{1,4}(?=[A-Z“‘\"])"
)
_ASKED = re.compile(r"\brecommend[^.]{0,200}\bthat\b", re.IGNORECASE)
_LOOK_BACK = 160
_LONGEST_EVIDENCE = 600
_CLAUSE = 1200  # characters on either side of a mention; bounds the work on hostile text


@attrs.frozen
class PlanContext:
    """What has to be known of a plan to tell its own codes from those of other plans.

    Args:
        plan: Its id.
        number: Its ordinal, or None.
        codes: The codes of its actions.
    """

    plan: str
    number: int | None = None
    codes: Collection[str] = ()


def row_references(texts: Iterable[str]) -> tuple[Reference, ...]:
    """All references that the cells of a row print, once each, in order.

    Example:
        >>> [str(found) for found in row_references(["Completed: 6789/04", "see 6789/04"])]
        ['6789/04']
    """
    return tuple(
        dict.fromkeys(mention.reference for text in texts for mention in find_references(text))
    )


def find_aliases(texts: Iterable[str], context: PlanContext) -> tuple[Code, ...]:
    """The codes that an action had before, as in "(previously 5.3)".

    Example:
        >>> texts = ["Map sheds (previously 5.3)", "previously 3 reports"]
        >>> [str(code) for code in find_aliases(texts, PlanContext("AP1"))]
        ['5.3']
    """
    _, pattern = _ROW_CUES[0]
    return tuple(
        dict.fromkeys(
            Code(code)
            for text in texts
            for match in pattern.finditer(text)
            for code in _codes(match, context)
        )
    )


def _codes(match: re.Match[str], context: PlanContext) -> list[str]:
    """The codes behind a cue; plain figures that count what follows them are none.

    In "previously 3 reports" the figure is a number. It is a code where the text says so
    ("action 3"), where no word follows, and, in a plan whose own codes are plain figures, where
    the next word is one that cannot be counted ("3 above").
    """
    codes: list[str] = re.findall(_CODE, match["codes"])
    if match["noun"] or not codes or not codes[-1].isdecimal():
        return codes
    follows = _COUNTED.match(match.string, match.end())
    if follows is None:
        return codes
    plain = any(code.isdecimal() for code in context.codes)
    if plain and follows["word"].casefold() in _NOT_COUNTED:
        return codes
    return [code for code in codes if not code.isdecimal()]


def row_links(texts: Iterable[str], context: PlanContext) -> tuple[Link, ...]:
    """The links that the cells of a row state by the codes of other rows.

    Example:
        >>> context = PlanContext("AP1", 1, ("2.1",))
        >>> [str(link.target) for link in row_links(["Await outcome of 2.1 above"], context)]
        ['AP1/2.1']
    """
    found: list[Link] = []
    for text in texts:
        for kind, pattern in _ROW_CUES:
            for match in pattern.finditer(text):
                found += [
                    Link(kind=kind, target=ActionRef(context.plan, code), text=_words(match[0]))
                    for code in (
                        # A former code is not in the plan any more.
                        _codes(match, context)
                        if kind is LinkKind.MERGED_FROM
                        else _listed(match, context.codes)
                    )
                ]
        for match in _FOLLOW_UP.finditer(text):
            name = _words(match["group"] or match["source"])
            target = Named(name, "group" if match["group"] else "")
            found.append(Link(kind=LinkKind.FOLLOWED_UP_BY, target=target, text=_words(match[0])))
    return tuple(dict.fromkeys(found))


def read_disposition(text: str, context: PlanContext) -> tuple[Link, ...]:
    """What a cell of the party column says of who has taken the work over, if it does.

    Returns:
        One link for each taker, or nothing where the cell names parties.

    Example:
        >>> links = read_disposition("Taken forward in MDG", PlanContext("AP1"))
        >>> links[0].kind.name, str(links[0].target)
        ('TAKEN_FORWARD_IN', 'MDG')
    """
    match = _FORWARD.search(text)
    if match is None:
        return ()
    taker = match["taker"].strip(" .;,")
    targets: list[Target] = []
    area = _WORK_AREA.match(taker)
    code = re.fullmatch(rf"(?:action\s{{1,3}})?({_CODE})", taker, re.IGNORECASE)
    if area:
        targets.append(Named(_words(area[0]), "work area"))
    elif code:
        targets.append(ActionRef(context.plan, code[1]))
    else:
        for involvement in read_party_cell(taker, Role.RESPONSIBLE).involved:
            name = _words(involvement.text)
            targets.append(
                PartyRef(involvement.party) if known_party(name) else Named(name, "party")
            )
    return tuple(
        Link(kind=LinkKind.TAKEN_FORWARD_IN, target=target, text=_words(text)) for target in targets
    )


def prose_deadlines(text: str) -> tuple[Deadline, ...]:
    """The deadlines that the prose of a box sets for its action.

    A rhythm that an older recommendation asks for is left out: it is quoted, not set.
    """
    found: list[Deadline] = []
    for mention in find_deadlines(text):
        before = text[max(0, mention.start - 2 * _LOOK_BACK) : mention.start]
        if not (isinstance(mention.deadline, Recurring) and _ASKED.search(_last_sentence(before))):
            found.append(mention.deadline)
    return tuple(found)


def prose_links(text: str, context: PlanContext) -> tuple[Link, ...]:
    """The links that prose states by citing actions, plans and documents.

    Example:
        >>> words = "The recommendations of Action 8 of the second Action Plan could be used."
        >>> link, = prose_links(words, PlanContext("AP5", 5, ("5.1",)))
        >>> link.kind.name, str(link.target)
        ('USES_RECOMMENDATIONS_OF', 'Action 8 of the second Action Plan')
    """
    clauses = _Clauses(text)
    found: list[Link] = []
    before: tuple[Mention, list[LinkKind]] | None = None
    for mention in find_references(text):
        clause = clauses.around(mention.start, mention.end)
        kinds: list[LinkKind] = []
        target: Target | None = mention.reference
        if isinstance(mention.reference, ActionCitation):
            if mention.text[:1].isdigit() and before is not None:
                kinds = before[1]  # "Action 3.1 (...) and 4.1": what holds for one holds for all
            else:
                kinds = _action_kinds(text, mention, clause)
            before = (mention, kinds)
            target = _action_target(mention.reference, context)
        elif isinstance(mention.reference, DocumentNumber) and _is_start(text, mention, clause):
            kinds = [LinkKind.STARTS_FROM]
        if target is not None and kinds:
            words = _words(text[clause[0] : clause[1]])[:_LONGEST_EVIDENCE]
            found += [Link(kind=kind, target=target, text=words) for kind in kinds]
    for match in _DEALT_WITH.finditer(text):
        found += [
            Link(kind=LinkKind.CONTINUES, target=PlanRef(f"AP{number}"), text=_words(match[0]))
            for number in plan_ordinals(match["plans"])
            if number != context.number
        ]
    return tuple(dict.fromkeys(found))


def _words(text: str) -> str:
    return " ".join(text.split())


def _last_sentence(text: str) -> str:
    return _SENTENCE_END.split(text)[-1]


def _listed(match: re.Match[str], codes: Collection[str]) -> list[str]:
    """The codes of a list; a bare figure only where the plan has it and nothing is counted."""
    found = re.findall(_CODE, match["codes"])
    counted = re.match(r"\s{1,3}[a-z]", match.string[match.end() : match.end() + 4])
    return [
        code
        for code in found
        if "." in code or (code in codes and not (code.isdecimal() and counted))
    ]


def _action_kinds(text: str, mention: Mention, clause: tuple[int, int]) -> list[LinkKind]:
    before = text[max(clause[0], mention.start - _LOOK_BACK) : mention.start]
    after = text[mention.end : clause[1]]
    kinds: list[LinkKind] = []
    if _RECOMMENDATIONS_OF.search(before) or (
        _REPORT_ON.search(before) and _RECOMMENDED.search(after)
    ):
        kinds.append(LinkKind.USES_RECOMMENDATIONS_OF)
    if _REPORT_OF.search(before) and _NEW_ACTION.search(after):
        kinds.append(LinkKind.TAKES_UP)
    if (
        _BASED_ON.search(before)
        or _STARTING_POINT.search(after)
        or (not before.strip() and _PROPOSED.search(after))
    ):
        kinds.append(LinkKind.STARTS_FROM)
    if _CONTINUES.search(before):
        kinds.append(LinkKind.CONTINUES)
    return kinds


def _action_target(citation: ActionCitation, context: PlanContext) -> Target | None:
    own_plan = citation.plan is not None and citation.plan == context.number
    if own_plan or (citation.plan is None and citation.code in context.codes):
        try:
            return ActionRef(context.plan, citation.code)
        except InvalidValueError:
            return None
    return citation


def _is_start(text: str, mention: Mention, clause: tuple[int, int]) -> bool:
    before = text[clause[0] : mention.start][-2000:]
    after = text[mention.end : clause[1]]
    if _STARTING_POINTS_LIST.search(before):
        return True
    if _THE_DOCUMENT.search(before) and _STARTING_POINT.search(after):
        return True
    based = _ACTION_BASED_ON.search(before)
    return based is not None and not find_references(before[based.end() :])


class _Clauses:
    """Sentences and remarks in brackets; the smallest one around a mention states its link."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The bracket around a mention that holds more than the mention, else its sentence."""
        number = bisect.bisect_right(self._breaks, start) - 1
        first = self._breaks[number]
        last = self._breaks[min(number + 1, len(self._breaks) - 1)]
        first, last = max(first, start - _CLAUSE), min(last, end + _CLAUSE)
        opening = self._opening(first, start)
        if opening >= 0:
            closing = self._closing(end, last)
            around = self.text[opening + 1 : start] + self.text[end:closing]
            if len(around.strip(" .;,+–-")) > 20:
                return opening + 1, closing
            opening = self._opening(first, opening)
            if opening >= 0:
                return opening + 1, self._closing(closing + 1, last)
        return first, last

    def _opening(self, first: int, index: int) -> int:
        depth = 0
        for place in range(index - 1, first - 1, -1):
            if self.text[place] == ")":
                depth += 1
            elif self.text[place] == "(":
                if not depth:
                    return place
                depth -= 1
        return -1

    def _closing(self, index: int, last: int) -> int:
        depth = 0
        for place in range(index, last):
            if self.text[place] == "(":
                depth += 1
            elif self.text[place] == ")":
                if not depth:
                    return place
                depth -= 1
        return last
