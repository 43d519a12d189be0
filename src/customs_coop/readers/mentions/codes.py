"""Codes of rows as they are printed behind words: lists, ranges, and figures that only count."""

import re

import attrs

from customs_coop.model import Code
from customs_coop.readers.mentions.context import PlanContext
from customs_coop.readers.mentions.vocabulary import VOCABULARIES, any_of
from customs_coop.references.actions.codes import between
from customs_coop.references.base import Pattern

__all__ = ["CODE", "Codes", "codes_at", "find_aliases", "former_codes"]

#: One code.
CODE = r"[A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:[a-z]|bis|ter|quater)?(?![\w/%€]|[.,][0-9])"
_TO = rf"\s{{1,3}}{any_of('to')}\s{{1,3}}"
_GLUE = rf"(?:\s{{0,3}}(?:,|/|&|\b{any_of('glue')}\b)\s{{0,3}}|\s{{0,3}}[–—-]\s{{0,3}}|{_TO})"
_NOUN = rf"(?P<noun>{any_of('nouns')}[^\S\n]{{1,3}})?"
_CODES = Pattern(rf"{_NOUN}\[?(?P<codes>{CODE}(?:{_GLUE}{CODE}){{0,12}})\]?", re.IGNORECASE)
_ONE = Pattern(rf"(?P<range>\s{{0,3}}[–—-]\s{{0,3}}|{_TO})?(?P<code>{CODE})")
_FORMER = Pattern(rf"(?<![\w-]){any_of('former')}", re.IGNORECASE)
_FIGURE = Pattern("[0-9]")
_BLANKS = Pattern(r"[^\S\n]{0,3}")
_COUNTED = Pattern(r"[^\S\n]{0,3}(?P<word>[^\W\d_]{1,30}|[%€])")
_NOT_COUNTED = frozenset(word for one in VOCABULARIES for word in one.not_counted.split())


@attrs.frozen
class Codes:
    """A list of codes at a place: each with where it is printed.

    Args:
        codes: The codes; those of a range all have the place of the range.
        end: Where the list ends.
        named: A word such as "action" says that they are codes.
    """

    codes: tuple[tuple[str, int], ...]
    end: int
    named: bool


def codes_at(text: str, start: int, context: PlanContext) -> Codes | None:
    """The codes of a list that begins at a place; figures that count something are none.

    A bare figure is a code only where the plan has it, and where no word follows that could be
    counted ("also 10 boats"); one with a point is none before such a word unless the plan has it.
    """
    match = _CODES.match(text, start)
    if match is None:
        return None
    places: list[tuple[str, int]] = []
    for found in _ONE.finditer(text, match.start("codes"), match.end("codes")):
        code = found["code"]
        inner = between(places[-1][0], code) if found["range"] and places else ()
        if inner:
            places += [(one, found.start("code")) for one in inner[1:]]
        elif found["range"] and "." not in code:
            break  # "9.4 to 12 boats"
        else:
            places.append((code, found.start("code")))
    named = bool(match["noun"])
    counted = _is_counted(text, match.end())
    kept = tuple(
        (code, place)
        for number, (code, place) in enumerate(places)
        if _is_code(
            code,
            context,
            named=named,
            counted=counted and number == len(places) - 1,
        )
    )
    return Codes(kept, match.end(), named) if kept else None


def _is_code(code: str, context: PlanContext, *, named: bool, counted: bool) -> bool:
    if code in context.codes:
        return named or not (counted and code.isdecimal())
    return named or ("." in code and not counted)


def _is_counted(text: str, end: int) -> bool:
    follows = _COUNTED.match(text, end)
    if follows is None:
        return False
    word = follows["word"]
    return not word.isalpha() or (word.islower() and word not in _NOT_COUNTED)


def find_aliases(texts: "tuple[str, ...] | list[str]", context: PlanContext) -> tuple[Code, ...]:
    """The codes that an action had before, as in "(previously 5.3)".

    Example:
        >>> texts = ["Map sheds (previously 5.3)", "previously 3 reports"]
        >>> [str(code) for code in find_aliases(texts, PlanContext("AP1"))]
        ['5.3']
    """
    return tuple(
        dict.fromkeys(
            Code(code)
            for text in texts
            for _, found in former_codes(text, context)
            for code, _ in found.codes
        )
    )


def former_codes(text: str, context: PlanContext) -> list[tuple[int, Codes]]:
    """Where a text says that an action had other codes, and these codes.

    A former code is not in the plan any more, so nothing confirms it. In "previously 3 reports"
    the figure is a number. It is a code where the text says so ("action 3"), where no word
    follows, and, in a plan whose own codes are plain figures, where the next word is one that
    cannot be counted ("3 above").
    """
    found: list[tuple[int, Codes]] = []
    if _FIGURE.search(text) is None:
        return found
    for cue in _FORMER.finditer(text):
        blanks = _BLANKS.match(text, cue.end())
        match = _CODES.match(text, blanks.end() if blanks else cue.end())
        if match is None or not (cue[0][-1:] in "- " or (blanks and blanks[0])):
            continue
        places = [
            (one["code"], one.start("code"))
            for one in _ONE.finditer(text, match.start("codes"), match.end("codes"))
        ]
        if not match["noun"] and places[-1][0].isdecimal() and _counts(text, match.end(), context):
            places = [(code, place) for code, place in places if not code.isdecimal()]
        if places:
            found.append((cue.start(), Codes(tuple(places), match.end(), bool(match["noun"]))))
    return found


def _counts(text: str, end: int, context: PlanContext) -> bool:
    follows = _COUNTED.match(text, end)
    if follows is None:
        return False
    plain = any(code.isdecimal() for code in context.codes)
    return not (plain and follows["word"].casefold() in _NOT_COUNTED)
