"""Finds numbered acts in running text."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.references.acts.act import LegalAct, build, read_legal_act
from customs_coop.references.acts.eli import find_eli
from customs_coop.references.acts.kinds import REGULATIONS, ActKind
from customs_coop.references.acts.reading import BARE, NAMED, ONE_NUMBERING, as_printed, kind_of
from customs_coop.references.acts.spellings import (
    AUTHOR,
    COMMUNITIES,
    COMMUNITY,
    KIND,
    LAST_WORDS,
    is_plural,
)
from customs_coop.references.base import Found, Pattern
from customs_coop.references.council import has_suffix

__all__ = ["find_legal_acts"]

# A stroke between figures is what every name has, and is rare in prose. It begins with a plain
# character, for then re skips what cannot match.
_STROKE = Pattern(r"/(?<=[0-9\s]/)(?<![/.,–][0-9]/)(?<![/.,–][0-9]{2}/)\s?[0-9]")
# A full stop is that of "No.515/97", or of another figure.
_FIRST = Pattern(r"(?<![0-9/,–])(?<![^A-Za-z]\.)[0-9]{1,4}\s?\Z")
_KIND = Pattern(KIND)
_AUTHOR_END = Pattern(rf"(?P<author>{AUTHOR})\s{{1,20}}\Z")
# The longest that may stand between the begin of a kind and the number, or between two acts; the
# author "du Parlement européen et du Conseil" alone takes half of it.
_REACH = 120
_USUAL_REACH = 64
_LONGEST_AUTHOR = 64
# A lower number beside two figures may be anything: "regulation 12/13".
_SURE_NUMBER = 100
_NUMERALS = {"n", "no", "nos", "nr", "nrn", "o", "os", "number", "numbers", "euratom"}
_BACK = Pattern(rf"\s?/\s?[0-9]{{1,5}}\s?/\s?{COMMUNITY}")
_FRONT_END = Pattern(r"\([A-Za-z,;/\s]{2,40}\)\s{0,20}(?:[Nn][^()\s]{0,4}\s{0,20})?\Z")
_NO_END = Pattern(r"(?<![\w/])[Nn](?:[oO][sS]?\.?|[rR]\.?|\.?[°º˚]|\.|:o)\s{0,4}\Z")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# What is said of an act of a list before the next one follows.
_ASIDE = (
    r"(?:\s{1,8}of\s{1,8}the\s{1,8}European\s{1,8}Parliament\s{1,8}and\s{1,8}of\s{1,8}the"
    r"\s{1,8}Council|\s{1,8}of\s{1,8}the\s{1,8}(?:Council|Commission))?"
    rf"(?:\s{{1,8}}of\s{{1,8}}[0-9]{{1,2}}\s{{1,8}}{_MONTH}\s{{1,8}}[0-9]{{4}})?"
)
_NEXT = Pattern(
    rf"{_ASIDE}\s{{0,20}}(?:[,;]\s{{0,20}}(?:(?:and|or|et|ou|und|oder)\s{{1,20}})?"
    r"|(?:and/or|and|or|&|as\s{1,8}well\s{1,8}as|et|ou|und|oder|sowie)\s{1,20})"
)


# As in "Joint Action of 9 June 1997 (97/372/JHA)".
_KIND_BEFORE = Pattern(
    rf"{KIND}(?:\s{{1,8}}of\s{{1,8}}[0-9]{{1,2}}\s{{1,8}}{_MONTH}\s{{1,8}}[0-9]{{4}})?"
    r"\s{0,4}\(\s{0,4}\Z"
)
# Kinds that the second and third pillar did not know, and those that only they knew.
_FIRST_PILLAR = REGULATIONS | {ActKind.DIRECTIVE, ActKind.RECOMMENDATION}
_OTHER_PILLARS = {
    ActKind.FRAMEWORK_DECISION,
    ActKind.JOINT_ACTION,
    ActKind.COMMON_POSITION,
    ActKind.JOINT_POSITION,
    ActKind.COMMON_STRATEGY,
}


@attrs.frozen
class _List:
    """The act that was found last, whose kind the next one may share."""

    kind: ActKind | None
    author: str | None
    community: str | None
    plural: bool
    behind: bool
    short_year: bool
    number_first: bool
    modern: bool
    end: int


def find_legal_acts(text: str) -> Iterator[Found[LegalAct]]:
    """Find numbered acts in running text; those that follow in a list have the kind of the first.

    Args:
        text: Any text.

    Yields:
        The acts with start and end: first those with a printed number, then identifiers.

    Example:
        >>> text = "Regulations (EEC) No 2913/92 and (EC) No 515/97"
        >>> [str(act) for act, _, _ in find_legal_acts(text)]
        ['Regulation (EEC) No 2913/92', 'Regulation (EC) No 515/97']
    """
    before: _List | None = None
    done = 0
    for stroke in _STROKE.finditer(text):
        at = stroke.start()
        if at < done:
            continue
        first = _FIRST.search(text, max(done, at - 6), at)
        if first is None:
            continue
        number = first.start()
        if before is not None and number - before.end > _REACH:
            before = None
        found = (before and _listed(text, number, before)) or _named(text, number, done)
        if found is not None:
            act, start, before = found
            done = before.end
            yield act, start, done
        elif (alone := _alone(text, number, done)) is not None:
            before = None
            done = alone[2]
            yield alone
    for start in find_eli(text):
        identified = read_legal_act(text, start)
        if identified is not None:
            yield identified[0], start, identified[1]


def _named(text: str, number: int, done: int) -> tuple[LegalAct, int, _List] | None:
    """Read an act whose kind stands before its number."""
    if not _may_be_named(text[max(done, number - _USUAL_REACH // 2) : number]):
        return None
    reach = _REACH if "urop" in text[number - _REACH : number] else _USUAL_REACH
    for kind in _KIND.finditer(text, max(done, number - reach), number):
        match = NAMED.match(text, kind.start())
        if match is None or match.start("first") != number:
            continue
        author = _AUTHOR_END.search(text, max(done, kind.start() - _LONGEST_AUTHOR), kind.start())
        printed_author = match["inner"] if author is None else author["author"]
        act = build(as_printed(ActKind[kind.lastgroup or ""], printed_author, match))
        if act is None or not (_is_marked(match) or _is_plain_act(text, kind[0], match, act)):
            return None
        start = kind.start() if author is None else author.start()
        return act, start, _list(act, match, plural=is_plural(kind[0]))
    return None


def _may_be_named(before: str) -> bool:
    """Whether the last word may be that of a kind, an author, a community or "No"."""
    words = before.split()
    if not words:
        return False
    last = words[-1]
    if last[-1] in ".°º˚" or ")" in last or last in COMMUNITIES:
        return True
    small = last.lower().rpartition("-")[2].lstrip("([{\"'“‘«„")
    return small.startswith(LAST_WORDS) or small in _NUMERALS


def _list(act: LegalAct, match: re.Match[str], *, plural: bool) -> _List:
    several = (match["no"] or "").strip().lower().rstrip(".")[1:].endswith(("s", "n"))
    return _List(
        kind=act.kind,
        author=act.author,
        community=None if match["back"] else act.community,
        plural=plural or several,
        behind=match["back"] is not None,
        short_year=len(match["second"]) == 2,
        number_first=act.number_first,
        modern=_is_modern(act),
        end=match.end(),
    )


def _listed(text: str, number: int, before: _List) -> tuple[LegalAct, int, _List] | None:
    """Read an act that shares the kind of the one before it."""
    gap = _NEXT.match(text, before.end)
    match = None if gap is None else BARE.match(text, gap.end())
    if match is None or match.start("first") != number:
        return None
    act = build(as_printed(before.kind, before.author, match, before.community))
    if act is None or not _fits(act) or not _follows(text, match, act, before):
        return None
    return act, match.start(), _list(act, match, plural=before.plural)


def _is_modern(act: LegalAct) -> bool:
    """Whether an act belongs to the one numbering that has the year first."""
    return act.year >= ONE_NUMBERING and not act.number_first


def _fits(act: LegalAct) -> bool:
    """Whether there are acts of that kind and community; a list may hold those of others."""
    if act.community in {"JHA", "CFSP"}:
        return act.kind not in _FIRST_PILLAR
    return act.kind not in _OTHER_PILLARS


def _follows(text: str, match: re.Match[str], act: LegalAct, before: _List) -> bool:
    if not before.plural:
        # Only a regulation has its community in brackets before "No".
        return before.kind in REGULATIONS and bool(match["front"]) and act.number_first
    if match["back"] or match["front"] or match["plain"] or match["behind"]:
        return True
    second = match["second"]
    # Other years of two figures may be those of Council documents.
    like_it = before.modern and _is_modern(act)
    like_it = like_it or before.short_year or len(second) == 4 or "50" <= second <= "98"
    return (
        like_it
        and not before.behind
        and act.number_first == before.number_first
        and not has_suffix(text, match.end())
    )


def _alone(text: str, number: int, done: int) -> Found[LegalAct] | None:
    """Read an act whose number stands alone, with its community before or behind."""
    start, kind = number, None
    at = text.find("/", number)
    if _BACK.match(text, at - 1 if text[at - 1].isspace() else at) is not None:
        no = _NO_END.search(text, max(done, number - 12), number)
        start = number if no is None else no.start()
        before = _KIND_BEFORE.search(text, max(done, start - _REACH), start)
        kind = None if before is None else kind_of(before)
    elif (front := _FRONT_END.search(text, max(done, number - 64), number)) is not None:
        start = front.start()
    else:
        return None
    match = BARE.match(text, start)
    if match is None or match.start("first") != number or not _is_marked(match):
        return None
    first, second = match["first"], match["second"]
    if len(first) < 3 and len(second) < 3 and not ("50" <= first <= "98" or "50" <= second <= "98"):
        # Years of two figures ended with 1998: "12/05/EC" is a mark of something else.
        return None
    act = build(as_printed(kind, None, match))
    return None if act is None else (act, start, match.end())


def _is_marked(match: re.Match[str]) -> bool:
    """Whether a community says that these are the figures of an act."""
    if match["back"]:
        return True
    first, second = match["first"], match["second"]
    # A span of years, as in "(EU) 2020/21".
    span = len(first) == 4 and len(second) == 2 and int(second) == (int(first) + 1) % 100
    return not span and any(match[name] for name in ("front", "plain", "behind"))


def _is_plain_act(text: str, kind: str, match: re.Match[str], act: LegalAct) -> bool:
    """Whether an act is meant where a kind, but no community, is printed.

    The figures may be those of a Council document, a span of years or a fraction.
    """
    first, second = match["first"], match["second"]
    if len(second) == 2 and has_suffix(text, match.end()):
        return False
    short = len(kind) <= len("Regs.")
    if match["no"]:
        return not short or act.kind in REGULATIONS
    if short:
        return False
    if act.kind in REGULATIONS:
        return len(second) == 4 or act.number >= _SURE_NUMBER or "50" <= second <= "98"
    # Only directives and decisions that print the year first do without a community at times.
    years = len(first) == 4 and 1950 <= act.number <= 2049
    span = len(first) == 4 and int(second[-2:]) == (int(first) + 1) % 100 and len(second) == 2
    printed_so = not act.number_first and not second.startswith("0")
    return printed_so and not years and not span and (len(first) == 4 or "50" <= first <= "98")
