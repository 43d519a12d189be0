"""The words before a code, a citation or a document that say how an action stands to it."""

import re
from collections.abc import Iterator

from customs_coop.model import LinkKind, Named, Target
from customs_coop.readers.mentions.codes import CODE, codes_at, former_codes
from customs_coop.readers.mentions.context import PlanContext, action_target, code_target
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.readers.mentions.vocabulary import ALL, ITEMS, OWN, VOCABULARIES, any_of
from customs_coop.readers.parties.names import is_group
from customs_coop.references import ActionCitation
from customs_coop.references.base import Pattern

__all__ = ["cued_links", "is_listed", "same_list"]

_B = r"[^\S\n]{1,3}"
# Each relation, what may be its target besides the codes of the plan, and the words before it.
_CUES: tuple[tuple[LinkKind, str, Pattern], ...] = tuple(
    (cue.kind, cue.reach, Pattern(rf"(?<![\w-])(?:{cue.words})", re.IGNORECASE))
    for words in VOCABULARIES
    for cue in words.cues
)
# Where any of them may begin: one look at each word in place of one for each relation.
_ALL_WORDS = "|".join(cue.words for words in VOCABULARIES for cue in words.cues)
_ANY_CUE = Pattern(rf"(?<![\w-])(?=\w)(?=(?:{_ALL_WORDS}))", re.IGNORECASE)
_FIGURE = Pattern("[0-9]")
_MERGED_WITH = Pattern(rf"(?<![\w-]){any_of('merged_with')}", re.IGNORECASE)
_ONCE: tuple[Pattern, ...] = tuple(
    Pattern(
        rf"(?<![\w-]){words.once}(?P<codes>{CODE}(?:(?:,{_B}|{_B}{any_of('glue')}{_B}){CODE}){{0,4}})"
        rf"{words.done_behind}",
        re.IGNORECASE,
    )
    for words in VOCABULARIES
)
_DOCUMENT_WORD = Pattern(
    rf"(?:(?:{any_of('of_document')}{_B})?{any_of('document')}(?:{_B}n(?:[°º]|(?:os?|rn?)\b\.?))?{_B})?\(?",
    re.IGNORECASE,
)
_LIST_GLUE = Pattern(
    rf"\s{{0,3}}(?:[,;/&+]|\b{any_of('glue')}\b|\bas well as\b){{1,2}}\s{{0,3}}"
    r"(?:(?:and|et|und)\s{1,3})?"
    rf"(?:(?:(?:the|le|les|la|der|die|das|den|dem)\s{{1,3}})?{any_of('document')}\s{{1,3}})?\(?"
)
# An act without a number is known by its day; its number or publication may stand in a bracket.
_ACT = Pattern(
    rf"(?P<act>{any_of('acts')}{_B}(?P<day>[0-3]?[0-9](?:\.|er|st|nd|rd|th)?{_B}[^\W\d_]{{3,9}}\.?{_B}"
    r"[12][0-9]{3}|[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3}))(?![0-9])(?P<bracket>[^\S\n]{0,3}\()?",
    re.IGNORECASE,
)
_WORK_AREA = Pattern(any_of("work_area"), re.IGNORECASE)
_AND_THE = Pattern(
    rf"(?:{_B}(?:above|below))?,?{_B}and{_B}(?:(?:of|on){_B})?(?:the{_B})?(?P<thing>(?:work|works"
    rf"|evaluation|review|study|report|results?|outcome|findings|assessment|decision|opinion"
    rf"|completion|conclusions?){_B}(?:of|on|by|from){_B}(?:the{_B})?(?P<name>[^.;:,()\n]{{1,80}}))",
    re.IGNORECASE,
)
_LONGEST_LIST = 40
_NEAR = 12  # characters in a bracket before a number, as in "(document "
_NO_LONGER = Pattern(rf"(?:[^.;\n]|\.(?=[0-9])){{0,60}}\b{any_of('no_longer')}\b", re.IGNORECASE)


def cued_links(passage: Passage, context: PlanContext) -> Iterator[Stated]:
    """The relations that words state right before a code, a citation or a document.

    Args:
        passage: The text.
        context: The plan to which it belongs.

    Yields:
        The relations; what a "not", "unlike" or "independent of" takes back is none.
    """
    text = passage.text
    if not passage.mentions and not _FIGURE.search(text):
        # Codes, references and days have figures, so that only a work area is left.
        if _WORK_AREA.search(text):
            yield from _stated_behind(passage, context)
        return
    for start, former in former_codes(text, context):
        for code, place in former.codes:
            words = folded(text[start : former.end])
            yield from _former(passage, context, code, place, words)
    yield from _stated_behind(passage, context)
    merged = passage.has("merged", "fusionn", "zusammen", "verschmolzen")
    for cue in _MERGED_WITH.finditer(text) if merged else ():
        found = codes_at(text, cue.end(), context)
        for code, place in found.codes if found and not passage.denied(cue.start()) else ():
            # Of two rows that both stand, neither is said to have come out of the other.
            kind = LinkKind.HANDLED_WITH if code in context.codes else LinkKind.MERGED_FROM
            words = folded(text[cue.start() : found.end if found else None])
            yield Stated(at=place, kind=kind, target=code_target(code, context), text=words)
    for once in (match for pattern in _ONCE for match in pattern.finditer(text)):
        found = codes_at(text, once.start("codes"), context)
        for code, place in found.codes if found and not passage.denied(once.start()) else ():
            target = code_target(code, context)
            yield Stated(at=place, kind=LinkKind.AWAITS, target=target, text=folded(once[0]))


def _stated_behind(passage: Passage, context: PlanContext) -> Iterator[Stated]:
    text = passage.text
    places = [found.start() for found in _ANY_CUE.finditer(text)]
    for kind, reach, pattern in _CUES if places else ():
        end = 0
        for place in places:
            cue = pattern.match(text, place) if place >= end else None
            if cue is None:
                continue
            end = cue.end()
            if not passage.denied(place) and not _NO_LONGER.match(text, end):
                yield from _behind(passage, context, (kind, reach), cue)


def _former(
    passage: Passage, context: PlanContext, code: str, place: int, words: str
) -> Iterator[Stated]:
    for number in passage.actions_at(place, place + len(code)):
        citation = passage.mentions[number].reference
        if isinstance(citation, ActionCitation) and citation.code == code:
            own = citation.plan is None or citation.plan == context.number
            if not own:
                yield Stated(
                    at=place, kind=LinkKind.CONTINUES, target=citation, text=words, cites=number
                )
                return
            yield Stated(
                at=place,
                kind=LinkKind.MERGED_FROM,
                target=_own(context, code),
                text=words,
                cites=number,
            )
            return
    yield Stated(at=place, kind=LinkKind.MERGED_FROM, target=_own(context, code), text=words)


def _own(context: PlanContext, code: str) -> Target:
    return code_target(code, PlanContext(context.plan, context.number, (code,)))


def _behind(
    passage: Passage, context: PlanContext, what: tuple[LinkKind, str], cue: re.Match[str]
) -> Iterator[Stated]:
    """What stands behind the words: references, else codes, else (what is awaited) a name."""
    kind, reach = what
    text = passage.text
    word = _DOCUMENT_WORD.match(text, cue.end())
    starts = {cue.end(), word.end() if word else cue.end()}
    number = next(passage.mentions_from(cue.end()), None)
    if number is not None and passage.mentions[number].start in starts:
        yield from _cited(passage, context, what, cue, number)
        return
    codes = codes_at(text, cue.end(), context)
    if codes is not None:
        words = folded(text[cue.start() : codes.end])
        for code, place in codes.codes:
            target = code_target(code, context)
            yield Stated(at=place, kind=kind, target=target, text=words)
        if kind in (LinkKind.AWAITS, LinkKind.DEPENDS_ON):
            yield from _and_the(text, kind, cue.start(), codes.end)
    elif kind is LinkKind.IMPLEMENTS:
        yield from _act(passage, kind, cue)
    elif reach is ITEMS and kind is LinkKind.TAKEN_FORWARD_IN:
        area = _WORK_AREA.match(text, cue.end())
        if area:
            words = folded(text[cue.start() : area.end()])
            target = Named(folded(area[0]), "work area")
            yield Stated(at=area.start(), kind=kind, target=target, text=words)


def _act(passage: Passage, kind: LinkKind, cue: re.Match[str]) -> Iterator[Stated]:
    """An act that is named by its day: its number in the bracket behind it, or else its name."""
    act = _ACT.match(passage.text, cue.end())
    if act is None:
        return
    number = next(passage.mentions_from(act.end()), None)
    if (
        act["bracket"]
        and number is not None
        and passage.mentions[number].start - act.end() <= _NEAR
    ):
        mention = passage.mentions[number]
        words = passage.words(cue.start(), mention.end)
        yield Stated(at=act.start(), kind=kind, target=mention.reference, text=words, cites=number)
    else:
        words = folded(passage.text[cue.start() : act.end("act")])
        yield Stated(at=act.start(), kind=kind, target=Named(folded(act["act"]), "act"), text=words)


def _cited(
    passage: Passage,
    context: PlanContext,
    what: tuple[LinkKind, str],
    cue: re.Match[str],
    first: int,
) -> Iterator[Stated]:
    kind, reach = what
    numbers = same_list(passage, first)
    words = folded(passage.text[cue.start() : passage.mentions[numbers[-1]].end])
    if kind is LinkKind.SUPERSEDES and _has_subject(passage, cue.start(), first):
        return  # one act replaces another one; the action does not
    for number in numbers:
        reference = passage.mentions[number].reference
        target: Target = reference
        if isinstance(reference, ActionCitation):
            target = action_target(reference, context)
            own = not isinstance(target, ActionCitation)
            if (reach is OWN and not own) or (kind is LinkKind.CITES):
                continue
        elif reach is not ALL:
            continue
        at = passage.mentions[number].start
        yield Stated(at=at, kind=kind, target=target, text=words, cites=number)


def _has_subject(passage: Passage, start: int, number: int) -> bool:
    """Whether a reference stands before the words in the same sentence."""
    first, _ = passage.sentence(start, start)
    return number > 0 and passage.mentions[number - 1].start >= first


def same_list(passage: Passage, first: int) -> list[int]:
    """The numbers of the mentions that are listed with one: "3.1 and 4.1", "8351/09, 8282/08"."""
    numbers = [first]
    mentions = passage.mentions
    is_action = isinstance(mentions[first].reference, ActionCitation)
    for number in range(first + 1, len(mentions)):
        before, mention = mentions[numbers[-1]], mentions[number]
        if is_action and isinstance(mention.reference, ActionCitation):
            # Behind the first one a list of actions prints codes alone.
            if mention.start != before.start and not mention.text[:1].isdigit():
                break
            numbers.append(number)
        elif is_action and mention.start - before.end < 200:
            continue  # the report of an action stands in the list behind it
        elif mention.start == before.start or is_listed(passage, number):
            numbers.append(number)
        else:
            break
        if len(numbers) == _LONGEST_LIST:
            break
    return numbers


def is_listed(passage: Passage, number: int) -> bool:
    """Whether only a comma, an "and" or the like parts a mention from the one before."""
    before, mention = passage.mentions[number - 1], passage.mentions[number]
    return _LIST_GLUE.fullmatch(passage.text, before.end, mention.start) is not None


def _and_the(text: str, kind: LinkKind, start: int, end: int) -> Iterator[Stated]:
    """The second thing that is waited for: "outcome of 2.1 above and work of Experts Group"."""
    match = _AND_THE.match(text, end)
    if match is None:
        return
    name = folded(match["name"])
    target = Named(name, "group") if is_group(name) else Named(folded(match["thing"]))
    yield Stated(
        at=match.start("thing"), kind=kind, target=target, text=folded(text[start : match.end()])
    )
