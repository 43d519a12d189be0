"""What the sentence around a reference says of it: used, started from, completed by, taken up."""

import re
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.model import LinkKind, PlanRef, Target
from customs_coop.readers.mentions.completion import completed_documents
from customs_coop.readers.mentions.context import PlanContext, action_target
from customs_coop.readers.mentions.cues import is_listed
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.references import ActionCitation, RecommendationCitation
from customs_coop.references.base import Pattern

__all__ = ["cited_links"]

_B = r"\s{1,3}"
_ANY_CASE = re.IGNORECASE
_RECOMMENDATIONS_OF = Pattern(rf"\b{any_of('recommendations_of')}\Z", _ANY_CASE)
_REPORT_OF = Pattern(rf"report{_B}of{_B}(?:the{_B})?\Z", _ANY_CASE)
_REPORT_ON = Pattern(rf"report{_B}(?:\([^()]{{0,120}}\){_B})?on{_B}(?:the{_B})?\Z", _ANY_CASE)
_RECOMMENDED = Pattern(r"\brecommend(?:ed|s)\b", _ANY_CASE)
_NEW_ACTION = Pattern(r"\bnew action\b", _ANY_CASE)
_BASED_ON = Pattern(rf"{any_of('based_on')}\Z", _ANY_CASE)
_ACTION_BASED_ON = Pattern(any_of("action_based_on"), _ANY_CASE)
_STARTING_POINT = Pattern(any_of("starting_point"), _ANY_CASE)
_STARTING_POINTS_LIST = Pattern(any_of("starting_points"), _ANY_CASE)
_THE_DOCUMENT = Pattern(rf"\b{any_of('document')}\s{{1,3}}\Z", _ANY_CASE)
_PROPOSED = Pattern(r"\bproposed\b", _ANY_CASE)
_FOLLOWING = Pattern(rf"\s{{0,4}}{any_of('following')}", _ANY_CASE)
_DEALT_WITH = Pattern(
    rf"\b(?:dealt{_B}with|started|launched|begun|continued){_B}(?:in|under|from){_B}(?:the{_B})?"
    r"(?P<plans>[^.;()]{1,80}?Plans?)\b",
    _ANY_CASE,
)
# What was used before is not used by this action.
_IN_THE_PAST = Pattern(rf"[^.;]{{0,80}}{any_of('in_the_past')}", _ANY_CASE)
_NOT_NOW = Pattern(rf"[^.;]{{0,80}}{any_of('not_now')}", _ANY_CASE)
_TO_RECOMMENDATION = Pattern(
    r"\b(?:follow(?:s|ing)?(?:[ -]up)?(?:\s{1,3}(?:on|to))?|address(?:es|ing)?|implement(?:s|ing)?"
    r"|tak(?:es?|ing)\s{1,3}(?:up|into\s{1,3}account)|in\s{1,3}(?:response|line|accordance)"
    r"\s{1,3}(?:to|with)|according\s{1,3}to|pursuant\s{1,3}to|respond(?:s|ing)?\s{1,3}to"
    r"|bas(?:ed|is)\s{1,3}(?:on|of)|us(?:e|es|ing)|pursue|meets?|fulfils?)\b[^.;]{0,60}\Z",
    _ANY_CASE,
)
_SET_ASIDE = Pattern(r"\b(?:not|unlike|without|contrary\s{1,3}to|except)\b[^.;]{0,60}\Z", _ANY_CASE)
_USED = Pattern(
    r"\b(?:could|should|can|may|will|would|might|must|to)\s{1,3}(?:also\s{1,3})?be\s{1,3}"
    r"(?:further\s{1,3})?(?:used|utilised|utilized|taken|implemented|followed|considered|addressed"
    r"|incorporated|pursued)\b|\bserves?\b",
    _ANY_CASE,
)
_APPOSED = Pattern(
    rf"[(–—-]\s{{0,3}}{any_of('see')}\Z",
    _ANY_CASE,
)
_LOOK_BACK = 160


# Relations, and whether they are only implied.
_Kinds: TypeAlias = tuple[tuple[LinkKind, bool], ...]


@attrs.frozen
class _Around:
    """A mention with the clause that it stands in."""

    clause: tuple[int, int]
    before: str
    after: str


def cited_links(passage: Passage, context: PlanContext) -> Iterator[Stated]:
    """The relations that the sentence around a reference states.

    The report that stands in a bracket or behind a dash after an action goes with the action.

    Args:
        passage: The text.
        context: The plan to which it belongs.

    Yields:
        The relations, some of the references more than one.
    """
    done = completed_documents(passage)
    plans = _earlier_plans(passage)
    kinds = _kinds(passage, frozenset(str(ordinal) for _, _, ordinal in plans))
    for number, mention in enumerate(passage.mentions):
        if number in done:
            yield Stated(
                at=mention.start,
                kind=LinkKind.COMPLETED_BY,
                target=mention.reference,
                text=passage.words(done[number], mention.end),
                cites=number,
            )
        elif kinds[number]:
            yield from _stated(passage, context, number, kinds[number])
    for at, words, ordinal in plans:
        if ordinal != context.number and not passage.actions_at(at, at + 1):
            plan = PlanRef(f"AP{ordinal}")
            yield Stated(at=at, kind=LinkKind.CONTINUES, target=plan, text=words)


def _kinds(passage: Passage, heads: frozenset[str]) -> list[_Kinds]:
    """What is said of each reference; `heads` are the earlier plans that dealt with the matter."""
    found: list[_Kinds] = []
    action = -1  # the last citation of one
    for number, mention in enumerate(passage.mentions):
        around = _around(passage, number)
        kinds: _Kinds = ()
        if isinstance(mention.reference, ActionCitation):
            listed = action >= 0 and (
                mention.text[:1].isdigit() or passage.mentions[action].start == mention.start
            )
            # "Action 3.1 (...) and 4.1": what holds for one holds for all.
            kinds = found[action] if listed else _action_kinds(passage, number, around, heads)
            action = number
        elif isinstance(mention.reference, RecommendationCitation):
            kinds = ((LinkKind.TAKES_UP, False),) if _is_taken_up(around) else ()
        else:
            kinds = _document_kinds(passage, number, around)
            if not kinds and action >= 0 and action == number - 1:
                kinds = _of_action(passage, number, found[action])
            if not kinds and number and is_listed(passage, number):
                kinds = found[-1]  # "recommendations of 1234/05 and 5678/06"
        found.append(kinds)
    return found


def _stated(passage: Passage, context: PlanContext, number: int, kinds: _Kinds) -> Iterator[Stated]:
    mention = passage.mentions[number]
    around = _around(passage, number)
    start = mention.start
    if passage.before(_STARTING_POINTS_LIST, around.clause[0], start) is not None:
        start = around.clause[0]  # the words that announce a long list belong to each item
    text = passage.evidence(around.clause, start, mention.end)
    numbers = [number]
    if number and _is_report_on(passage, number, around):
        numbers.insert(0, number - 1)
    for cited in numbers:
        reference = passage.mentions[cited].reference
        target: Target = reference
        if isinstance(reference, ActionCitation):
            target = action_target(reference, context)
        for kind, inferred in kinds:
            yield Stated(
                at=passage.mentions[cited].start,
                kind=kind,
                target=target,
                text=text,
                inferred=inferred,
                cites=cited,
            )


def _is_report_on(passage: Passage, number: int, around: _Around) -> bool:
    """Whether the report on an action stands before it: "the report (8282/3/08) on Action 8"."""
    if not isinstance(passage.mentions[number].reference, ActionCitation):
        return False
    match = _REPORT_ON.search(around.before[-_LOOK_BACK:])
    if match is None:
        return False
    report = passage.mentions[number - 1]
    start = passage.mentions[number].start - (match.end() - match.start())
    return report.start >= start and not isinstance(report.reference, ActionCitation)


def _around(passage: Passage, number: int) -> _Around:
    mention = passage.mentions[number]
    first, last = passage.clause(mention.start, mention.end)
    return _Around(
        clause=(first, last),
        before=passage.text[first : mention.start],
        after=passage.text[mention.end : last],
    )


def _action_kinds(passage: Passage, number: int, around: _Around, heads: frozenset[str]) -> _Kinds:
    before = around.before[-_LOOK_BACK:]
    after = around.after
    end, last = passage.mentions[number].end, around.clause[1]
    if passage.denied(passage.mentions[number].start) or _NOT_NOW.match(after):
        return ()
    kinds: list[tuple[LinkKind, bool]] = []
    recommended = _REPORT_ON.search(before) and passage.behind(_RECOMMENDED, end, last)
    if (_RECOMMENDATIONS_OF.search(before) or recommended) and not _is_past(
        passage, around, before
    ):
        kinds.append((LinkKind.USES_RECOMMENDATIONS_OF, False))
    if (_REPORT_OF.search(before) or _REPORT_ON.search(before)) and passage.behind(
        _NEW_ACTION, end, last
    ):
        kinds.append((LinkKind.TAKES_UP, False))
    proposed = not before.strip() and passage.behind(_PROPOSED, end, last)
    if _BASED_ON.search(before) or passage.behind(_STARTING_POINT, end, last) or proposed:
        kinds.append((LinkKind.STARTS_FROM, False))
    citation = passage.mentions[number].reference
    if proposed and isinstance(citation, ActionCitation) and citation.plan is None:
        # The plans that dealt with the matter before are named: one of them had this action.
        head = citation.code.partition(".")[0]
        if head in heads:
            kinds.append((LinkKind.CONTINUES, True))
    return tuple(kinds)


def _is_past(passage: Passage, around: _Around, before: str) -> bool:
    cue = _RECOMMENDATIONS_OF.search(before)
    denied = cue is not None and passage.denied(
        around.clause[0] + len(around.before) - len(before) + cue.start()
    )
    return denied or _IN_THE_PAST.match(around.after) is not None


def _is_taken_up(around: _Around) -> bool:
    before = around.before[-_LOOK_BACK:]
    if _IN_THE_PAST.match(around.after) or _NOT_NOW.match(around.after):
        return False
    if _SET_ASIDE.search(before):
        return False
    return bool(
        _TO_RECOMMENDATION.search(before)
        or _USED.search(around.before[-600:])
        or _USED.search(around.after[:_LOOK_BACK])
    )


def _document_kinds(passage: Passage, number: int, around: _Around) -> _Kinds:
    before = around.before[-_LOOK_BACK:]
    first, last = around.clause
    start, end = passage.mentions[number].start, passage.mentions[number].end
    if passage.denied(passage.mentions[number].start) or _NOT_NOW.match(around.after):
        return ()
    earlier = passage.mentions[number - 1].end if number else -1
    based = passage.before(_ACTION_BASED_ON, first, start)
    if (
        passage.before(_STARTING_POINTS_LIST, first, start) is not None
        or (_THE_DOCUMENT.search(before[-40:]) and passage.behind(_STARTING_POINT, end, last))
        or (based is not None and based >= earlier)
    ):
        return ((LinkKind.STARTS_FROM, False),)
    if _RECOMMENDATIONS_OF.search(before) and not _is_past(passage, around, before):
        return ((LinkKind.USES_RECOMMENDATIONS_OF, False),)
    if _opens_sentence(passage, number):
        return ((LinkKind.DEPENDS_ON, False),)
    return ()


def _opens_sentence(passage: Passage, number: int) -> bool:
    """Whether a sentence begins "Following the Council Conclusions ... (8096/11), the group"."""
    mention = passage.mentions[number]
    first, _ = passage.sentence(mention.start, mention.end)
    opening = _FOLLOWING.match(passage.text, first)
    return (
        opening is not None
        and (not number or passage.mentions[number - 1].start < first)
        and "," not in passage.text[opening.end() : mention.start]
        and "," in passage.text[mention.end : mention.end + 3]
    )


def _of_action(passage: Passage, number: int, kinds: _Kinds) -> _Kinds:
    """What holds for the action before, of which a document behind "(" or a dash is the report."""
    mention = passage.mentions[number]
    first, _ = passage.sentence(mention.start, mention.end)
    window = passage.text[max(first, mention.start - 40) : mention.start]
    if not _APPOSED.search(window) or passage.mentions[number - 1].start < first:
        return ()
    # The report does not go on; the action does.
    return tuple(kind for kind in kinds if kind[0] is not LinkKind.CONTINUES)


def _earlier_plans(passage: Passage) -> list[tuple[int, str, int]]:
    """The plans in which the matter was dealt with: place, words, ordinal."""
    return [
        (match.start("plans"), folded(match[0]), ordinal)
        for match in (_DEALT_WITH.finditer(passage.text) if passage.has("plan") else ())
        if not passage.denied(match.start())
        for ordinal in plan_ordinals(match["plans"])
    ]
