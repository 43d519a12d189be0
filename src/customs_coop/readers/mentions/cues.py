"""The words before a code, a citation or a document that say how an action stands to it."""

import re
from collections.abc import Iterator

from customs_coop.model import LinkKind, Named, Target
from customs_coop.readers.mentions.codes import CODE, codes_at, former_codes
from customs_coop.readers.mentions.context import PlanContext, action_target, code_target
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.readers.parties.names import is_group
from customs_coop.references import ActionCitation
from customs_coop.references.base import Pattern

__all__ = ["cued_links", "is_listed", "same_list"]

_B = r"[^\S\n]{1,3}"
_HYPHEN = r"[ ‐‑-]?"
# "the outcome of", "completion of" between a verb and what is waited for.
_OUTCOME = (
    rf"(?:{_B}(?:the{_B})?(?:(?:final|positive|expected){_B})?(?:outcomes?|results?|completion"
    rf"|conclusions?|findings|finalisation|adoption|approval|reports?|decisions?|end){_B}"
    r"(?:of|on|from|under))?"
)
# "the work on", "the results of" between a verb and what is gone on with.
_WORK = (
    rf"(?:{_B}(?:the{_B})?(?:work|activities|project|results?|findings|outcomes?|reports?)"
    rf"(?:{_B}(?:done|begun|started|carried{_B}out))?{_B}(?:of|on|under|in|from|by))?"
)
_IN = r"(?:in|under|by|within|through)"
_INTO = r"(?:to|in|into|under|within)"
_ALL, _ITEMS, _OWN = "references", "actions", "own codes"

# Each relation, what may be its target besides the codes of the plan, and the words before it.
_CUES: tuple[tuple[LinkKind, str, Pattern], ...] = tuple(
    (kind, reach, Pattern(rf"(?<![\w-])(?:{cue}){_B}(?:the{_B})?", re.IGNORECASE))
    for kind, reach, cue in (
        (
            LinkKind.HANDLED_WITH,
            _ITEMS,
            (
                rf"(?<!see )also(?:{_B}(?:looking{_B}at|considering|deal(?:ing|s){_B}with"
                rf"|cover(?:s|ing)|handl(?:es|ing)|working{_B}on|examin(?:es|ing)|address(?:es|ing)|looks{_B}at"
                rf"|considers|under|in))?"
                rf"|(?:in{_B}conjunction|jointly|together|in{_B}tandem|in{_B}parallel|combined|coupled"
                rf"|linked|co{_HYPHEN}ordinated){_B}(?:with|to)"
            ),
        ),
        (
            LinkKind.AWAITS,
            _ALL,
            (
                rf"(?:await(?:s|ing|ed)?|wait(?:s|ing)?{_B}for|pending|on{_B}hold{_B}until){_OUTCOME}"
                rf"|(?:after|until){_B}(?:the{_B})?(?:completion|finalisation|conclusion){_B}of"
            ),
        ),
        (
            LinkKind.DEPENDS_ON,
            _ALL,
            (
                rf"(?:consequen(?:tial|t){_B}(?:from|on|upon|to)|(?:conditional|contingent){_B}(?:up)?on"
                rf"|depend(?:s|ing|ent)?{_B}(?:up)?on|follow(?:s|ing){_B}(?:on{_B})?from){_OUTCOME}"
            ),
        ),
        (LinkKind.DEPENDS_ON, _ITEMS, rf"subject{_B}to{_OUTCOME}"),
        (
            LinkKind.STARTS_FROM,
            _ITEMS,
            rf"(?:based|build(?:s|ing)?|draw(?:s|ing)?){_B}(?:up)?on{_WORK}",
        ),
        (
            LinkKind.CONTINUES,
            _ALL,
            (
                rf"(?:(?:continuation|successor){_B}(?:of|to)|continues|continuing|continued{_B}from"
                rf"|follow{_HYPHEN}up{_B}(?:to|of)|(?:carried|taken){_B}over{_B}from|resumes"
                rf"|resumption{_B}of){_WORK}"
            ),
        ),
        (
            LinkKind.SUPERSEDES,
            _ALL,
            rf"replac(?:es|ing)|supersed(?:es|ing)|repeal(?:s|ing)|takes{_B}the{_B}place{_B}of",
        ),
        (
            LinkKind.IMPLEMENTS,
            _ALL,
            rf"in{_B}implementation{_B}of|(?:(?:this|the){_B}action|it){_B}implements",
        ),
        (
            LinkKind.TAKES_UP,
            _ALL,
            (
                rf"(?:takes|taking){_B}up(?:{_B}(?:the{_B})?(?:recommendations?|proposals?|requests?){_B}"
                r"(?:of|in|from|made in))?"
            ),
        ),
        (LinkKind.USES_RECOMMENDATIONS_OF, _OWN, rf"recommendations?{_B}(?:of|from|under)"),
        (
            LinkKind.TAKEN_FORWARD_IN,
            _ITEMS,
            (
                rf"(?:(?:taken|carried){_B}forward|taken{_B}(?:over|up)){_B}{_IN}"
                rf"|(?:moved|transferred|merged|incorporated|integrated|subsumed){_B}{_INTO}"
            ),
        ),
        (LinkKind.TAKEN_FORWARD_IN, _OWN, rf"(?:covered|dealt{_B}with|handled){_B}{_IN}"),
        (
            LinkKind.CONTINUES,
            _ITEMS,
            rf"(?:dealt{_B}with|started|launched|begun){_B}(?:in|under)",
        ),
        (
            LinkKind.FOLLOWED_UP_BY,
            _ITEMS,
            (
                rf"(?:followed{_HYPHEN}up|follow{_HYPHEN}up{_B}(?:work|action)?(?:{_B})?){_B}{_IN}"
                rf"|follow{_HYPHEN}up{_B}(?:is|to{_B}be|will{_B}be)(?:{_B}[a-z]{{2,12}})?{_B}{_IN}"
            ),
        ),
        (LinkKind.CITES, _OWN, rf"(?:see(?:{_B}also)?|also{_B}see|cf\.?)(?:{_B}under)?"),
        (
            LinkKind.MERGED_FROM,
            _OWN,
            rf"incorporat(?:es|ing)|absorb(?:s|ing|ed)|merged{_B}from|renumbered{_B}from",
        ),
    )
)
_MERGED_WITH = Pattern(rf"(?<![\w-])merged{_B}with{_B}(?:the{_B})?(?:former{_B})?", re.IGNORECASE)
_ONCE = Pattern(
    rf"\b(?:once|until|when|as{_B}soon{_B}as){_B}(?:actions?{_B})?(?P<codes>{CODE}"
    rf"(?:(?:,{_B}|{_B}and{_B}){CODE}){{0,4}}){_B}(?:is|are|ha(?:s|ve){_B}been){_B}"
    r"(?:completed|finished|finali[sz]ed|concluded|done|adopted|approved)\b",
    re.IGNORECASE,
)
_DOCUMENT_WORD = Pattern(
    rf"(?:(?:of{_B}|in{_B}|the{_B})?(?:documents?|docs?\.?|reports?|stud(?:y|ies)|notes?)"
    rf"(?:{_B}nos?\.?)?{_B})?\(?",
    re.IGNORECASE,
)
_LIST_GLUE = Pattern(
    r"\s{0,3}(?:[,;/&+]|\band\b|\bor\b|\bas well as\b){1,2}\s{0,3}(?:and\s{1,3})?"
    r"(?:(?:the\s{1,3})?(?:doc(?:ument)?s?\.?|reports?)\s{1,3})?\(?"
)
_AND_THE = Pattern(
    rf"(?:{_B}(?:above|below))?,?{_B}and{_B}(?:(?:of|on){_B})?(?:the{_B})?(?P<thing>(?:work|works"
    rf"|evaluation|review|study|report|results?|outcome|findings|assessment|decision|opinion"
    rf"|completion|conclusions?){_B}(?:of|on|by|from){_B}(?:the{_B})?(?P<name>[^.;:,()\n]{{1,80}}))",
    re.IGNORECASE,
)
_LONGEST_LIST = 40
_NO_LONGER = Pattern(r"(?:[^.;\n]|\.(?=[0-9])){0,60}\bno\s{1,3}longer\b", re.IGNORECASE)


def cued_links(passage: Passage, context: PlanContext) -> Iterator[Stated]:
    """The relations that words state right before a code, a citation or a document.

    Args:
        passage: The text.
        context: The plan to which it belongs.

    Yields:
        The relations; what a "not", "unlike" or "independent of" takes back is none.
    """
    text = passage.text
    for start, former in former_codes(text, context):
        for code, place in former.codes:
            words = folded(text[start : former.end])
            yield from _former(passage, context, code, place, words)
    for kind, reach, pattern in _CUES:
        for cue in pattern.finditer(text):
            if not passage.denied(cue.start()) and not _NO_LONGER.match(text, cue.end()):
                yield from _behind(passage, context, (kind, reach), cue)
    for cue in _MERGED_WITH.finditer(text):
        found = codes_at(text, cue.end(), context)
        for code, place in found.codes if found and not passage.denied(cue.start()) else ():
            # Of two rows that both stand, neither is said to have come out of the other.
            kind = LinkKind.HANDLED_WITH if code in context.codes else LinkKind.MERGED_FROM
            words = folded(text[cue.start() : found.end if found else None])
            yield Stated(at=place, kind=kind, target=code_target(code, context), text=words)
    for once in _ONCE.finditer(text):
        found = codes_at(text, once.start("codes"), context)
        for code, place in found.codes if found and not passage.denied(once.start()) else ():
            target = code_target(code, context)
            yield Stated(at=place, kind=LinkKind.AWAITS, target=target, text=folded(once[0]))


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
    elif reach is _ITEMS and kind is LinkKind.TAKEN_FORWARD_IN:
        area = re.compile(r"work\s{1,3}area\s{1,3}\w{1,6}", re.IGNORECASE).match(text, cue.end())
        if area:
            words = folded(text[cue.start() : area.end()])
            target = Named(folded(area[0]), "work area")
            yield Stated(at=area.start(), kind=kind, target=target, text=words)


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
            if (reach is _OWN and not own) or (kind is LinkKind.CITES):
                continue
        elif reach is not _ALL:
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
