"""Finds citations of actions in running text."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

import attrs

from customs_coop.references.actions.action import (
    FIRST_CODE,
    OTHER_NOUNS,
    ActionCitation,
    code_of,
)
from customs_coop.references.actions.codes import (
    AND,
    BEHIND,
    BLANK,
    CODE,
    GAP,
    NUMBERED,
    TO,
    between,
    ends_short_line,
    is_dotted,
    ordinal_figure,
    ordinals,
)
from customs_coop.references.actions.plans import IN_PLAN, NAMED_PLAN, OF_THE, SOME_PLAN, plan_of
from customs_coop.references.base import Found, Pattern
from customs_coop.references.extractor import Extractor

__all__ = ["ACTIONS", "find_action_citations"]

# The literal part comes first, for `re` jumps to it.
_ACTION = Pattern(rf"ction(?P<plural>s)?{FIRST_CODE}")
_CAPITALS = Pattern(rf"CTION(?P<plural>S)?{FIRST_CODE}")
_OTHERS = Pattern(rf"{OTHER_NOUNS}{FIRST_CODE}")
# What is in each of these nouns; most texts hold none.
_IN_OTHERS = ("nahme", "NAHME", "ktion", "KTION", "esure", "ESURE")

_ITEM = rf"(?:\[(?P<bracketed>{CODE})\]|(?P<plain>{CODE}){BEHIND})"
# What a list, a range, a remark or the name of a plan can begin with.
_GOES_ON = Pattern(
    rf"{GAP}[,;&/(“„\"«‘‐‑–—−-]"
    rf"|{BLANK}(?i:and|or|of|as|plus|to|through|until|up|in|under|from|within"
    r"|et|ou|ainsi|à|du|dudit|de|relevant|issue?s?|tirée?s?|prévue?s?|figurant|inscrite?s?|énoncée?s?"
    r"|contenue?s?|und|oder|sowie|bis|des|aus|gemäß|nach|dieses|unseres|eines)[\s/]"
)
_NEXT = Pattern(rf"{AND}{NUMBERED}?{_ITEM}")
_RANGE = Pattern(rf"{TO}{_ITEM}")
# A title or a remark may part an action from its plan: "Action 6.6 (on boats) of the first ...".
_REMARK = Pattern(
    rf"{GAP}(?:[,–—-]{GAP})?(?:\([^()]{{0,200}}(?:\([^()]{{0,80}}\)[^()]{{0,200}})?\)"
    rf"|“[^“”]{{0,200}}”|\"[^\"]{{0,200}}\"|„[^„“”]{{0,200}}[“”]|«[^«»]{{0,200}}»|‘[^‘\n]{{0,200}}?’(?!\w))"
    rf"(?:{GAP}[,–—-](?={BLANK}(?:of|in|under|du|des|aus)\b))?"
)
_PLAN = Pattern(rf"{IN_PLAN}{NAMED_PLAN}", re.IGNORECASE)
# "Action 3.1 of the third and 4.1 of the fourth Action Plan".
_ORDINAL_ALONE = Pattern(
    rf"{OF_THE}(?P<ordinal>{ordinals()})"
    rf"(?:(?={AND}{CODE})|(?P<last>(?={GAP}(?:[.,;:)\]]|\Z))))",
    re.IGNORECASE,
)
_SOME_PLAN = Pattern(SOME_PLAN, re.IGNORECASE)
# "The second Action Plan's Action 8", "AP2 Action 8"; behind a comma only where no clause can end:
# "(see the second Action Plan, Action 8)".
_PLAN_BEFORE = Pattern(
    rf"(?P<clear>(?:\A|[\n(]|\b(?:see|cf\.?|voir|siehe|vgl\.?){BLANK}))?(?<!\w){NAMED_PLAN}"
    rf"(?:['’]s{BLANK}|{BLANK}\((?:see{BLANK})?|:{BLANK}|(?(clear),{BLANK}|(?!))"
    rf"|(?(figure){BLANK}|(?!)))\Z",
    re.IGNORECASE,
)
_LONGEST_PLAN = 80
# A joint action is an act of its own, a key action one of another programme.
_OTHER_KINDS: Final = frozenset(
    (
        *("joint", "key", "class", "affirmative", "legal", "military", "preparatory", "cost"),
        *("gemeinsame", "gemeinsamen", "gemeinsamer"),
    )
)
# "Plan d'action 3.1" is no action.
_OF_ACTION: Final = ("d'", "d’")
_WORDS_BEFORE_OF: Final = frozenset(
    ("plan", "plans", "course", "courses", "line", "lines", "programme")
)


@attrs.define
class _Item:
    """One code of a list, or all codes of a range."""

    codes: tuple[str, ...]
    start: int
    end: int
    plan: int | None = None


def find_action_citations(text: str) -> Iterator[Found[ActionCitation]]:
    """Find citations of actions in running text, one for each code of a list.

    The words are those of English, French ("action 3.6 du troisième plan d'action") and German
    ("Maßnahme 3.6 des dritten Aktionsplans"). A plan named at the end holds for the codes before
    it. The codes of a range ("Actions 3.1 to 3.5") all have the words of the range; where what
    lies between the ends is not certain, only the ends are given. In lower case, and in German, a
    code without a point needs the name of a plan; "mesure" always needs it.

    Args:
        text: Any text.

    Yields:
        The citations with start and end, in order. The words of the plan belong to the last one,
        unless a remark in brackets stands between.

    Example:
        >>> [str(found) for found, _, _ in find_action_citations("Actions 3.1 and 4.1 (tbc)")]
        ['Action 3.1', 'Action 4.1']
    """
    # A text cites the same actions again and again, and to check a value takes longer than this.
    made: dict[tuple[int | None, str], ActionCitation] = {}
    for start, match in _words(text):
        if not _is_word(text, start) or (match["wrapped"] and ends_short_line(text, start)):
            continue
        items, end = _list(text, match, start)
        if items[0].plan is not None or _is_certain(text, start, match, end):
            for item in items:
                for code in item.codes:
                    citation = made.get((item.plan, code))
                    if citation is None:
                        citation = made[item.plan, code] = ActionCitation(item.plan, code)
                    yield citation, item.start, item.end


def _words(text: str) -> Iterable[tuple[int, re.Match[str]]]:
    """The places where a noun stands before a figure, with what was matched behind it."""
    found = [(match.start() - 1, match) for match in _ACTION.finditer(text)]
    if "CTION" in text:
        found += [(match.start() - 1, match) for match in _CAPITALS.finditer(text)]
    if any(letters in text for letters in _IN_OTHERS):
        found += [(match.start(), match) for match in _OTHERS.finditer(text)]
    found.sort(key=itemgetter(0))
    return found


def _is_word(text: str, start: int) -> bool:
    """Whether the noun at an index is that of an action of a plan."""
    letter = text[start : start + 1] if start >= 0 else ""
    if letter not in ("A", "M", "m") and (letter != "a" or text[start + 1] == "C"):
        return False
    before = text[max(0, start - 24) : start]
    if before and (before[-1].isalnum() or before[-1] in "_-"):
        return False  # "interaction", "re-action"
    words = before.split()
    if not words or not words[-1][-1].isalpha():
        return not before.rstrip().casefold().endswith(_OF_ACTION)
    words = before.casefold().split()
    return words[-1] not in _OTHER_KINDS and not (
        words[-1] == "of" and len(words) > 1 and words[-2] in _WORDS_BEFORE_OF
    )


def _is_certain(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a figure is a code although no plan with an ordinal stands beside it."""
    noun = text[start : start + 2].casefold()
    if noun == "me":  # "il mesure 3.5 mètres"
        return _SOME_PLAN.match(text, end) is not None
    capital = text[start] != "a"
    if is_dotted(code_of(match)):
        return capital or not (match["enclosed"] or match["close"])
    # A German noun has its capital everywhere.
    capital = capital and noun == "ac"
    if match["numbered"] or (capital and match["plain"] and not match["point"]):
        return True
    return _SOME_PLAN.match(text, end) is not None


def _plan_before(text: str, start: int) -> int | None:
    """The plan that is named in front: "the second Action Plan (Action 8)"."""
    window = text[max(0, start - _LONGEST_PLAN) : start]
    if "lan" not in window and "AP" not in window and "LAN" not in window:
        return None
    return plan_of(_PLAN_BEFORE.search(text, max(0, start - _LONGEST_PLAN), start))


def _list(text: str, match: re.Match[str], start: int) -> tuple[list[_Item], int]:
    """Read the codes of a list, each with its plan, and where the list ends."""
    code, place, end = code_of(match), start, match.end()
    if _GOES_ON.match(text, end) is None:
        return [_Item((code,), start, end, _own_plan(text, match, start))], end
    dotted = is_dotted(code)
    items: list[_Item] = []
    tails: list[tuple[int, int | None, int]] = []  # items so far, ordinal, end of its words
    named = False
    while True:
        items += _with_range(text, _Item((code,), place, end), plural=bool(match["plural"]))
        remark = _REMARK.match(text, items[-1].end)
        end = items[-1].end if remark is None else remark.end()
        tail = _PLAN.match(text, end)
        named = named or tail is not None
        ordinal = plan_of(tail)
        if tail is None:
            tail = _ORDINAL_ALONE.match(text, end)
            ordinal = None if tail is None else ordinal_figure(tail["ordinal"])
        # Behind the name of a plan "of the fourth" may end the list.
        if tail is not None and (named or tail["last"] is None):
            end = tail.end()
            tails.append((len(items), ordinal, 0 if remark else end))
        following = _NEXT.match(text, end)
        # "Action 3.1 and 4 others": a list keeps to one form of code, but plans differ in theirs.
        if following is None or not (tails or is_dotted(_code(following)) == dotted):
            break
        code, place, end = _code(following), _place(following), following.end()
    if tails:
        _settle(items, tails, named=named)
        return items, end
    if not dotted and not match["plural"]:
        del items[1:]  # "Action 8 and 45 airports"
    plan = _own_plan(text, match, start)
    for item in items:
        item.plan = plan
    return items, end


def _own_plan(text: str, match: re.Match[str], start: int) -> int | None:
    return int(match["own"]) if match["own"] else _plan_before(text, start)


def _settle(items: list[_Item], tails: list[tuple[int, int | None, int]], *, named: bool) -> None:
    """Give every code the plan that is named next behind it.

    What follows the last name of a plan needs another one; "of the third" alone names no plan.
    """
    del items[tails[-1 if named else 0][0] :]
    done = 0
    for count, ordinal, stop in tails if named else ():
        for item in items[done:count]:
            item.plan = ordinal
        items[count - 1].end = stop or items[count - 1].end
        done = count


def _code(match: re.Match[str]) -> str:
    code: str = match["plain"] or match["bracketed"]
    return code


def _place(match: re.Match[str]) -> int:
    return match.start("plain" if match["plain"] else "bracketed")


def _with_range(text: str, item: _Item, *, plural: bool) -> list[_Item]:
    """Add the other end, and what lies between, where a code begins a range."""
    match = _RANGE.match(text, item.end)
    if match is None:
        return [item]
    first, last = item.codes[0], _code(match)
    close = match["dash"] == match[0][: len(match["dash"] or "")] == text[item.end : _place(match)]
    if is_dotted(first) != is_dotted(last) or not (is_dotted(first) or plural or close):
        return [item]
    codes = between(first, last)
    if codes:
        return [_Item(codes, item.start, match.end())]
    return [item, _Item((last,), _place(match), match.end())] if plural else [item]


#: What the finder looks for.
ACTIONS: Final = Extractor(
    name="action",
    cites=ActionCitation,
    find=find_action_citations,
    examples=(
        "Action 3.6",
        "Action [3.9]",
        "Action (3.9)",
        "Action 3.16",
        "Action3.16",
        "Action 3.1b",
        "Action 8",
        "ACTION 8",
        "action 4.2",
        "Action No 5.1",
        "action no. 5.1",
        "Action n° 8",
        "action point 5.1",
        "Action AP5/5.10",
        "Action\u00a05.10",
        "Action 8 of the second Action Plan",
        "Action 8 in the 2nd Action Plan",
        "action 3.16 of the 3 rd action plan",
        "Action 1.2 under the First Work Plan",
        "Action 4.10 of the fourth CCWP Action\nPlan",
        "Action 8 of Action Plan No 2",
        "Action 8 of AP2",
        "action 3.6 du troisième plan d'action",
        "action 8 du 2e plan d’action",
        "mesure 3.6 du troisième plan de travail",
        "ACTION 3.6 DU TROISIEME PLAN D'ACTION",
        "Maßnahme 3.6",
        "Maßnahme Nr. 8",
        "Maßnahme 3.6 des dritten Aktionsplans",
        "Massnahme 8 des Aktionsplans Nr. 2",
        "Aktion 3.6 des 3. Aktionsplans",
    ),
    counterexamples=(
        "Action Plan 2005",
        "Action Plan 8",
        "Plan of Action 2000",
        "Plan of Action 3.1",
        "Joint Action 97/372/JHA",
        "joint action 3.1",
        "Joint\nAction 8",
        "Key Action 2",
        "class action 2",
        "affirmative action 3",
        "course of action 1)",
        "Action/Activity",
        "action 8",
        "actions 2 and 3 years",
        "Action 3 months",
        "Action 3-month",
        "Action 3 Member States",
        "Action 5 of those",
        "Action 1 July",
        "Action 1.7.2011",
        "Action 2.5 million",
        "Action 3,5 %",
        "Action [8]",
        "action (3.9)",
        "Action2",
        "Proposed action\n5.1",
        "Proposed action\r\n5.1",
        "Proposed action\n\n5.1",
        "a line that is long enough, Action\n\n5.1",
        "a line that is long enough, Action\f5.1",
        "Action\t5.1",
        "interaction 3.1",
        "sub-action 3.1",
        "Section 3.1",
        "Action 3.1.2",
        "Action 3.123",
        "plan d'action 3.1",
        "troisième plan d'action n° 3",
        "il mesure 3.5 mètres",
        "mesure 3.6",
        "actions 3 à 5 ans",
        "Maßnahme 8",
        "Maßnahme 12 Monate",
        "Maßnahme 3.5 Millionen",
        "Teilmaßnahme 3.6",
        "Maßnahmenplan 3.6",
        "Transaktion 3.6",
        "Aktionsplan 3.6",
        "gemeinsame Maßnahme 3.1",
    ),
)
