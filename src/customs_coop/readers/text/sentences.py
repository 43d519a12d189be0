"""Sentences of running text: where one ends, and which full stops end none.

The stop of an abbreviation ("No. 3", "Art. 16"), of an initial, of a German ordinal ("am 16.
November") or of a mark ("1. The"), and one inside a bracket end no sentence.
"""

import bisect
import re

import attrs

from customs_coop.formats.word_lists import word_list
from customs_coop.references.base import Pattern

__all__ = ["Sentence", "find_sentences", "sentence_starts", "split_sentences", "words_of"]

# A stop with the quotes and brackets that close behind it, and what follows; or the end of a line.
_END = Pattern(
    r"(?P<stop>[.!?;])(?P<close>[”’\"')\]»]{0,3})(?P<gap>\s{1,4})"
    r"(?=(?P<open>(?:[“‘„\"'«(\[–—•·-]\s{0,2}|\([0-9a-z]{1,2}\)\s|[0-9]{1,2}[.)]\s){0,2})"
    r"(?P<next>[^\W_]{0,24}))"
    r"|(?P<line>\n)"
)
_WORD = Pattern(r"[^\W_][\w.&/°º’'-]{0,24}\Z")
_NUMBER_FOLLOWS = Pattern(r"\s{1,4}[0-9]|\s{1,4}(?:[IVXL]{1,5}|[A-Z]|[a-z])(?![^\W_])")
_COUNTED = Pattern(r"[0-9]{1,4}\s{1,2}[^\W\d_]")
# Never at the end of a sentence: a word of the phrase follows.
_GOES_ON = frozenset(
    word_list(
        "cf e.g i.e eg ie viz vs resp approx ca incl excl mr mrs ms dr prof hon mme mlle",
        "vgl z.b d.h u.a bzw evtl ggf sog insb p.ex parex v.a i.d.r i.v.m i.s.d z.t",
    )
)
# Not at the end of a sentence where a number or a letter follows.
_BEFORE_NUMBER = frozenset(
    word_list(
        "no nos nr nrn n° n° nº art arts p pp pg pag vol vols para paras par fig figs doc docs dok",
        "ref refs tel fax vgl abs ziff kap bd s nn sec sect ch chap al app pt lit tit rev add cor",
        "ex jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc",
    )
)
# At the end of a sentence only where the next word is one that opens sentences.
_MAY_END = frozenset(("etc", "usw", "al", "inc", "ltd", "co", "corp", "st", "am", "pm"))
_OPENS = frozenset(
    word_list(
        "the this these that those it its they their there a an all each every any some both in on",
        "at by for from to with after before during following if when where while as however",
        "member no such other further der die das dies diese ein eine es im am für bei nach le la",
        "les un une il elle ce cette ces dans pour",
    )
)
# "Annex B." and "Work Area A." end a sentence; "J. Smith" does not.
_LETTERED = frozenset(
    word_list(
        "annex appendix part section column group area option plan class category type table",
        "schedule title item point objective priority anhang teil spalte gruppe annexe partie",
        "colonne and or und oder et ou",
    )
)
# What stands before a German ordinal: "am 16. November", "des 2. Aktionsplans".
_GERMAN = frozenset(
    word_list(
        "am der die das des dem den vom zum zur bis im ab seit jedem jeder jeden einem",
    )
)
_MONTHS = frozenset(
    word_list(
        "januar jänner februar märz april mai juni juli august september oktober november dezember",
    )
)
_DOTTED = Pattern(r"(?:[^\W\d_]\.){1,4}[^\W\d_]")
_INITIAL = Pattern(r"[^\W\d_]\.|par")
_ROMAN = Pattern(r"[ivxlIVXL]{1,5}")
_BRACKETS = Pattern(r"\((?:[^()]|\([^()]{0,80}\)){0,300}\)|\[[^\[\]]{0,300}\]")
_LONGEST_WORD = 26


@attrs.frozen
class Sentence:
    """One sentence.

    Args:
        start: Where it begins.
        end: Where it ends.
        text: Its words as they stand there.
    """

    start: int
    end: int
    text: str


def words_of(text: str) -> str:
    """The words of a text with one blank between them."""
    return " ".join(text.split())


def sentence_starts(text: str, *, lines: bool = False, semicolons: bool = True) -> tuple[int, ...]:
    """The indices at which sentences begin.

    Args:
        text: The text.
        lines: Whether the end of a line ends a sentence too, as in a cell of paragraphs.
        semicolons: Whether the items of a list that a semicolon ends count as sentences.

    Returns:
        The indices in order, the first of them 0.

    Example:
        >>> sentence_starts("See No. 3 of Art. 16. Boats float.")
        (0, 22)
    """
    inside: list[tuple[int, int]] | None = None
    starts = [0]
    for match in _END.finditer(text):
        if lines and "\n" in (match["line"] or match["gap"]):
            starts.append(match.end())
            continue
        stops = match["stop"] != ";" or semicolons
        if match["line"] or not stops or not _ends(text, match, starts[-1]):
            continue
        if inside is None:
            inside = [found.span() for found in _BRACKETS.finditer(text)]
        number = bisect.bisect_left(inside, (match.start("gap"), 0)) - 1
        if number < 0 or inside[number][1] <= match.start("gap"):
            starts.append(match.end("gap"))
    return tuple(starts)


def find_sentences(text: str, *, lines: bool = False) -> tuple[Sentence, ...]:
    """The sentences of a text with their places; the blanks between them belong to none.

    Args:
        text: The text.
        lines: Whether the end of a line ends a sentence too.

    Returns:
        The sentences in order. The items of a list that a semicolon ends count as sentences.

    Example:
        >>> [found.start for found in find_sentences("Boats sink. Nets tear.")]
        [0, 12]
    """
    starts = sentence_starts(text, lines=lines)
    found: list[Sentence] = []
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        words = text[start:end].rstrip()
        if words:
            found.append(Sentence(start, start + len(words), words))
    return tuple(found)


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with single blanks between its words.

    Example:
        >>> split_sentences("The States shall swim (cf. No. 3). They report to all.")
        ('The States shall swim (cf. No. 3).', 'They report to all.')
        >>> split_sentences("Am 16. November 2006 tagt sie (z. B. in Rom). Es regnet.")
        ('Am 16. November 2006 tagt sie (z. B. in Rom).', 'Es regnet.')
    """
    return tuple(words for found in find_sentences(text) if (words := words_of(found.text)))


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a stop ends the sentence that begins at a place."""
    if not match["next"][:1].isupper() and not _counts(text, match):
        return False
    if match["stop"] != "." or match["close"]:
        return True
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    found = _WORD.search(before)
    if found is None:
        return True
    bare = found[0].casefold().rstrip(".")
    last = before[: found.start()].split()[-1:]
    joined = f"{last[0]}{bare}".casefold() if last and _INITIAL.fullmatch(last[0]) else bare
    first = not before[: found.start()].strip(" \t\n([-–—•*#")
    first = first and match.start() - start <= _LONGEST_WORD
    number = bare in _BEFORE_NUMBER and _NUMBER_FOLLOWS.match(text, match.end("close"))
    # "cf.", or in two words "z. B."; "1. The"; "No. 3"
    ahead = f"{bare}.{match['next'].casefold()}"
    if not _GOES_ON.isdisjoint((bare, joined, ahead)) or (first and _is_mark(bare)) or number:
        return False
    return _ends_with(found[0], last[0].casefold() if last else "", match["next"].casefold())


def _is_mark(bare: str) -> bool:
    """Whether the first word is the number or the letter of an item."""
    figure = bare.replace(".", "").isdecimal()
    return figure or len(bare) == 1 or _ROMAN.fullmatch(bare) is not None


def _ends_with(word: str, last: str, following: str) -> bool:
    """Whether a sentence can end with a word, by the words before and behind it."""
    opens = following in _OPENS
    if word.casefold().rstrip(".") in _MAY_END or _DOTTED.fullmatch(word):
        return opens
    if len(word) == 1 and word.isupper():
        return opens or last in _LETTERED
    if word.isdecimal() and len(word) <= 2:
        return following not in _MONTHS and (opens or last not in _GERMAN)
    return True


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins with a figure: "28 boats came" behind a whole word."""
    at = match.end("open")
    if not match["next"][:1].isdecimal() or _COUNTED.match(text, at) is None:
        return False
    found = _WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    word = found[0] if found else ""
    plain = word.isalpha() and word.islower() and len(word) > 2
    known = _GOES_ON | _BEFORE_NUMBER | _MAY_END
    return match["stop"] != ";" and plain and word not in known
