"""What a text names without a code or a number: programmes, groups, strategies, studies."""

import re
from collections.abc import Iterator

from customs_coop.model import LinkKind, Named, PartyRef, Target
from customs_coop.readers.mentions.passages import Passage, Stated, folded
from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.readers.parties.names import body, is_group
from customs_coop.references.base import Pattern

__all__ = ["named_links"]

_B = r"\s{1,3}"
_NAME = (
    rf"(?-i:[A-Z][\w’'-]{{0,30}}(?:{_B}(?:[A-Z][\w’'-]{{0,30}}|II|III|(?:19|20)[0-9]{{2}})){{0,5}})"
)
_FOLLOW_UP = Pattern(
    rf"\bfollow[ ‐‑-]?up{_B}(?:(?:actions?|work){_B})?to{_B}(?:"
    rf"be{_B}(?:covered|done|taken|ensured|carried{_B}out|undertaken){_B}by{_B}(?:the{_B})?(?P<group>{_NAME})"
    rf"|arise{_B}from{_B}(?:the{_B})?(?P<source>\w[^.;\n]{{0,120}})"
    rf"|(?P<work>(?:monitor|assess|evaluate|review|ensure|promote|verify|check)\b[^.;\n]{{0,120}}))"
    rf"|\b(?:to{_B}be{_B}|will{_B}be{_B})followed{_B}up{_B}by{_B}(?:the{_B})?(?P<by>{_NAME})",
    re.IGNORECASE,
)
_AWAITED = Pattern(
    rf"\bawaited{_B}(?P<awaited>(?:stud(?:y|ies)|report|review|evaluation|proposal|decision"
    rf"|outcome|results?|communication|opinion|directive|regulation)\b[^.;:()\n]{{0,120}})"
    rf"|\bin{_B}(?:the{_B})?light{_B}of{_B}(?:the{_B})?(?:future|forthcoming|coming|planned"
    rf"|expected|pending){_B}(?P<future>[a-z][^.;:,()\n]{{1,100}}?)"
    rf"(?={_B}and{_B}(?:the{_B})?awaited\b|\s{{0,3}}(?:[.;:,()]|\n|\Z))",
    re.IGNORECASE,
)
_AWAITING = Pattern(
    rf"\b(?:await(?:s|ing)?|wait(?:s|ing)?{_B}for|pending){_B}(?:the{_B})?"
    rf"(?P<thing>(?:outcomes?|results?|completion|conclusions?|findings|adoption|decision|work)"
    rf"{_B}(?:of|on|by|from){_B}(?:the{_B})?(?P<name>[^\W\d][^.;:,()\n]{{1,100}}))",
    re.IGNORECASE,
)
# Programmes that pay, by the names under which customs and police texts print them.
_PROGRAMMES = (
    r"(?:Oisin|OISIN|OLSIN|Oisir|Grotius|GROTIUS|Falcone|FALCONE|AGIS|Agis|Hercule|HERCULE"
    r"|Pericles|PERICLES|Matthaeus|MATTHAEUS|Phare|PHARE|Tacis|TACIS|CARDS|TAIEX|ISEC|ISF"
    rf"|Odysseus|ODYSSEUS|Fiscalis|FISCALIS|Customs{_B}20[0-9]{{2}})"
    rf"(?:{_B}(?:II|III))?"
)
# One of these is in each of them, and in what else is told as a programme.
_PAYING = (
    *("programme", "fund", "oisin", "olsin", "oisir", "grotius", "falcone", "agis", "hercule"),
    *("pericles", "matthaeus", "phare", "tacis", "cards", "taiex", "isec", "isf", "odysseus"),
    *("fiscalis", "customs"),
)
_FUNDED = Pattern(
    rf"(?<![\w-])(?:(?:(?:co-?)?(?:fund(?:ed|s|ing)?|financ(?:ed|e|ing)|paid|supported)|grants?"
    rf"|money|support|resources){_B}(?:(?:is|was|has{_B}been|to{_B}be|could{_B}be|will{_B}be)"
    rf"{_B}(?:sought|approved|granted|available|applied{_B}for|obtained|provided){_B})?"
    rf"(?:by|under|from|through|via|out{_B}of|within|for)"
    rf"|(?:apply|applying|applied|application(?:s)?)(?:{_B}[a-z]{{2,12}}){{0,3}}?{_B}"
    rf"(?:for|to|under|from)(?:{_B}(?:funding|finance|support|a{_B}grant){_B}(?:under|from|by))?)"
    rf"{_B}(?:the{_B})?(?:European{_B}Union{_B}|EU{_B})?"
    rf"(?:(?P<known>{_PROGRAMMES})|(?P<name>{_NAME})(?={_B}(?:[Pp]rogramme|[Ff]und)\b)"
    rf"|(?P<fund>(?-i:[A-Z])[\w’'-]{{0,30}}(?:{_B}[A-Z][\w’'-]{{0,30}}){{0,4}}{_B}(?:Programme|Fund)))",
    re.IGNORECASE,
)
# The same in other languages than English.
_FUNDED_BY = Pattern(rf"(?<![\w-]){any_of('funded')}(?P<known>{_PROGRAMMES})", re.IGNORECASE)
_MONEY_OF = Pattern(
    rf"(?<![\w-])(?P<known>{_PROGRAMMES})(?:{_B}(?:programme|fund))?{_B}"
    r"(?:funding|funds|finance|financing|grants?|money|support)\b"
)
_CF = Pattern(
    rf"\(\s{{0,3}}cf\.?{_B}(?P<name>(?-i:[A-Z])(?:[^()\n]|\([^()\n]{{0,20}}\)){{2,160}})(?=\))"
)
_WORK = r"(?P<noun>study|survey|report|review|evaluation|assessment|inquiry)"
_THIS_WORK = Pattern(
    rf"\brecommendations?{_B}(?:(?:made|given){_B})?(?:of|from|in){_B}(?:this|that|the{_B}said){_B}{_WORK}\b",
    re.IGNORECASE,
)
# A study that was told of before, up to where its subject ends.
_TOLD_WORK = Pattern(
    rf"\b(?:an?|the){_B}(?P<name>{_WORK}{_B}(?:of|on|into|about){_B}[^.;:,()\n]{{2,100}}?)"
    rf"(?={_B}(?:at|in|by|was|were|has|have|is|are|shall|should|will|took"
    rf"|and{_B}(?:an?|the))\b|\s{{0,3}}(?:[.;:,()\n]|\Z))",
    re.IGNORECASE,
)
_EMPTY = frozenset(("eu", "union", "community", "european", "the", "action", "work"))


def named_links(passage: Passage) -> Iterator[Stated]:
    """The relations to what has a name and no code or number.

    Args:
        passage: The text.

    Yields:
        Follow-up, what is awaited, programmes that pay, studies whose recommendations are used,
        and what "cf." points at.
    """
    if passage.has("follow"):
        yield from _followed_up(passage)
    if passage.has("wait", "light", "pending"):
        yield from _awaited(passage)
    if passage.has(*_PAYING):
        yield from _funded(passage)
    if passage.has("recommendation"):
        yield from _recommended(passage)
    for match in _CF.finditer(passage.text) if passage.has("cf") else ():
        if not _has_reference(passage, match.end("name")):
            yield _stated(match, LinkKind.CITES, Named(folded(match["name"])))


def _followed_up(passage: Passage) -> Iterator[Stated]:
    for match in _FOLLOW_UP.finditer(passage.text):
        if passage.denied(match.start()):
            continue
        group = match["group"] or match["by"]
        name = folded(group or match["source"] or match["work"])
        kind = "work" if match["work"] else ("group" if group else "")
        yield _stated(match, LinkKind.FOLLOWED_UP_BY, _target(name, kind))


def _awaited(passage: Passage) -> Iterator[Stated]:
    for match in _AWAITED.finditer(passage.text):
        if passage.denied(match.start()):
            continue
        name = folded(match["awaited"] or match["future"])
        inferred = match["awaited"] is None
        yield _stated(match, LinkKind.AWAITS, Named(name), inferred=inferred)
    for match in _AWAITING.finditer(passage.text):
        if passage.denied(match.start()) or _has_reference(passage, match.end("thing")):
            continue
        name = folded(match["name"])
        named = Named(name, "group") if is_group(name) else Named(folded(match["thing"]))
        if not any(map(str.isdecimal, name[:3])) and not name.lower().startswith("action"):
            yield _stated(match, LinkKind.AWAITS, named)


def _funded(passage: Passage) -> Iterator[Stated]:
    ends: set[int] = set()
    for pattern in (_FUNDED, _FUNDED_BY, _MONEY_OF):
        for match in pattern.finditer(passage.text):
            if match.end("known") in ends:
                continue  # "applying for Oisin funding" says it once
            if match["known"]:
                ends.add(match.end("known"))
            groups = match.groupdict()
            name = folded(groups["known"] or groups.get("name") or groups.get("fund") or "")
            if name.casefold().split()[0] in _EMPTY or passage.denied(match.start()):
                continue
            bare = (
                re.sub(r"\s(?:Programme|Fund|programme)\Z", "", name) if groups["known"] else name
            )
            yield _stated(match, LinkKind.FUNDED_BY, Named(bare, "programme"))


def _recommended(passage: Passage) -> Iterator[Stated]:
    """Recommendations "from this study", where one study and no other was told of before."""
    meant = list(_THIS_WORK.finditer(passage.text))
    told = list(_TOLD_WORK.finditer(passage.text)) if meant else []
    names: dict[str, dict[str, int]] = {}
    for match in meant:
        while told and told[0].end() <= match.start():
            work = told.pop(0)
            names.setdefault(work["noun"].lower(), {})[folded(work["name"])] = work.end()
        noun = match["noun"].lower()
        known = names.get(noun, {})
        if len(known) != 1 or passage.denied(match.start()):
            continue
        ((name, end),) = known.items()
        if next(passage.mentions_from(end), len(passage.mentions)) == len(passage.mentions):
            sentence = passage.sentence(match.start(), match.end())
            yield Stated(
                at=match.start(),
                kind=LinkKind.USES_RECOMMENDATIONS_OF,
                target=Named(name, noun),
                text=passage.evidence(sentence, match.start(), match.end()),
            )


def _target(name: str, kind: str) -> Target:
    known = body(name) if kind == "group" else None
    return Named(name, kind) if known is None else PartyRef(known.id)


def _stated(
    match: re.Match[str], kind: LinkKind, target: Target, *, inferred: bool = False
) -> Stated:
    return Stated(
        at=match.start(),
        kind=kind,
        target=target,
        text=folded(match[0].removeprefix("(")),
        inferred=inferred,
    )


def _has_reference(passage: Passage, end: int) -> bool:
    """Whether a reference ends shortly before a place, which then says more than a name."""
    before = next(passage.mentions_from(end), len(passage.mentions)) - 1
    return before >= 0 and passage.mentions[before].end > end - 100
