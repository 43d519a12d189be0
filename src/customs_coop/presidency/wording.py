"""Reading the name of a Presidency from words: English, French and German.

The name of a state and the word for the Presidency, and perhaps the half-year or the year:

    the Belgian Presidency            Presidency of Belgium           BE Presidency, PRES BE
    2012 Danish Presidency            Polish EU Presidency            Dutch presidency 2016
    Belgian Presidency (second half of 2010)                          UK Presidency in 2005
    présidence belge (2010)           présidence du Royaume-Uni       présidence BE
    présidence belge au second semestre 2010
    belgischer Ratsvorsitz 2010       unter deutschem Vorsitz         Vorsitz Belgiens

A half-year is written "second half of 2010", "2nd semester 2010", "2010-II", "H2 2010",
"July-December 2010". Accents may be missing, as they are in many a text that comes out of a PDF.
Codes are capitals: "at Presidency level" has nothing to do with Austria.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from customs_coop.presidency.names import NAMES

__all__ = ["Named", "read_name"]

# No name of a Presidency is longer; it bounds the work that a hostile text can ask for.
_LONGEST = 120


@frozen
class Named:
    """What a name says: the state, and the year and the half where they are printed."""

    country: str
    year: int | None = None
    half: int | None = None


@frozen(kw_only=True)
class _Grammar:
    """The frames of one language; places in braces are filled in by `_pattern`.

    Args:
        nouns: What a text must hold to be of this language.
        lead: What may stand before everything.
        cores: The ways in which state and Presidency are put together.
        council: What may stand after them: whose Presidency it is.
        joints: Words between the Presidency and its time.
        halves: The words for a half-year, with the words before the year.
        ordinals: The words for first and second.
        months: The months from which and to which a half-year runs.
        to: Words between these.
    """

    nouns: tuple[str, ...]
    lead: str
    cores: tuple[str, ...]
    council: str
    joints: str
    halves: str
    ordinals: Mapping[str, int]
    months: tuple[tuple[str, str], tuple[str, str]]
    to: str


_ENGLISH: Final = _Grammar(
    nouns=("pres",),
    lead="(?:the )?",
    cores=(
        r"{before}(?P<name>{english})(?:['’]s?)? {whose}presidency",
        # Not in capitals throughout: "AT PRESIDENCY LEVEL" is a heading.
        r"{before}(?P<code>{codes}) (?:EU )?(?-i:[Pp]residency)",
        r"(?P<code_before>{codes}) (?-i:PRES)\b\.?",
        r"(?-i:PRES)\b\.? (?P<code_after>{codes})",
        r"(?:(?:EU|Council) )?presidency of (?:the )?(?P<state>{english_of})",
    ),
    council=(
        "of the (?:Council of the (?:European Union|EU)|Council|European Union|EU|Union"
        "|European Communities)"
    ),
    joints="(?:in|during|of|for) ",
    halves="(?:half[ -]year|half|semester|six months)(?: of)?(?: the year)?",
    ordinals={"first": 1, "1st": 1, "second": 2, "2nd": 2},
    months=(("jan(?:uary)?", "june?"), ("july?", "dec(?:ember)?")),
    to="to|until",
)
_FRENCH: Final = _Grammar(
    nouns=("presidence",),
    lead="(?:sous )?(?:la )?",
    cores=(
        r"presidence (?P<name>{french})",
        r"presidence (?P<state>{french_of})",
        r"(?-i:[Pp]residence) (?P<code>{codes})",
        r"presidence (?:du conseil |de l['’]ue )(?P<state_after>{french_of})",
    ),
    council="(?:du conseil(?: de l['’](?:union europeenne|ue))?|de l['’](?:union europeenne|ue))",
    joints="(?:en|au|de|du|pendant|durant|pour|au cours du) ",
    halves="semestre(?: de)?(?: l['’]annee)?",
    ordinals={"premier": 1, "1er": 1, "second": 2, "deuxieme": 2, "2e": 2, "2eme": 2, "2nd": 2},
    months=(("janvier", "juin"), ("juillet", "decembre")),
    to="a",
)
_GERMAN: Final = _Grammar(
    nouns=("vorsitz", "prasidentschaft"),
    lead="(?:unter )?(?:de[rmns] |die |des )?",
    cores=(
        r"{before}(?P<name>{german})e[rnms]? {chair}",
        r"{chair} (?P<state>{german_of})",
        r"{chair} (?P<code>{codes})",
    ),
    council=(
        "(?:im Rat(?: der (?:Europaischen Union|EU))?|des Rates(?: der (?:Europaischen Union|EU))?"
        "|der EU|der Europaischen Union)"
    ),
    joints="(?:in|im|fur|von|wahrend)(?: d(?:as|er|es|em))? (?:jahre? )?",
    halves="(?:halbjahre?s?|jahreshalfte|halfte)(?: (?:des jahres|von))?",
    ordinals={
        **{f"erste{ending}": 1 for ending in ("", "n", "s", "r", "m")},
        **{f"zweite{ending}": 2 for ending in ("", "n", "s", "r", "m")},
        "1.": 1,
        "2.": 2,
    },
    months=(("(?:januar|janner)", "juni"), ("juli", "dezember")),
    to="bis",
)
_CHAIR: Final = (
    "(?:EU[ -])?(?:Ratsvorsitz(?:es)?|Vorsitz(?:es)?|Ratsprasidentschaft|Prasidentschaft)"
)
_SHORT: Final = {"i": 1, "ii": 2, "h1": 1, "h2": 2}
_YEAR = "[0-9]{4}"


def read_name(text: str) -> Named | None:
    """Read the name of a Presidency.

    Args:
        text: The whole name and nothing else; runs of white space count as one blank.

    Returns:
        What it says, or None where it is no such name.

    Example:
        >>> read_name("présidence belge au second semestre 2010")
        Named(country='BE', year=2010, half=2)
    """
    if len(text) > _LONGEST:
        return None
    bare = _folded(text)
    lower = bare.lower()
    for language, grammar in enumerate((_ENGLISH, _FRENCH, _GERMAN)):
        if any(noun in lower for noun in grammar.nouns):
            match = _pattern(language).fullmatch(bare)
            if match is not None:
                return _named(match.groupdict(), grammar)
    return None


def _folded(text: str) -> str:
    """The text without accents, in the spelling of the patterns; case stays, codes need it."""
    if text.isascii():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFD", text)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    # Word and PDF put other hyphens, dashes and blanks where the keyboard has one.
    return " ".join(re.sub("[‐‑–—]", "-", letters).replace("ß", "ss").split())


def _one_of(names: Iterable[str]) -> str:
    ordered = sorted({_folded(name) for name in names}, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("'", "['’]") for name in ordered)


@functools.cache
def _places() -> Mapping[str, str]:
    """What fills the places in the frames."""
    rows = NAMES.values()
    return {
        "before": rf"(?:(?P<year_before>{_YEAR}) )?",
        "codes": f"(?-i:{'|'.join(NAMES)})",
        "chair": _CHAIR,
        "whose": "(?:(?:EU|European Union) )?(?:Council )?",
        "english": _one_of(name for row in rows for name in (*row.english, *row.english_of)),
        "english_of": _one_of(name for row in rows for name in row.english_of),
        "french": _one_of(name for row in rows for name in row.french),
        "french_of": _one_of(name for row in rows for name in row.french_of),
        "german": _one_of(name for row in rows for name in row.german),
        "german_of": _one_of(name for row in rows for name in row.german_of),
    }


@functools.cache
def _pattern(language: int) -> re.Pattern[str]:
    grammar = (_ENGLISH, _FRENCH, _GERMAN)[language]
    (january, june), (july, december) = grammar.months
    ordinals = "|".join(re.escape(word) for word in sorted(grammar.ordinals, key=len)[::-1])
    to = rf" ?- ?| (?:{grammar.to}) "
    time = "|".join(
        (
            rf"(?P<ordinal>{ordinals}) {grammar.halves} (?P<year_of_half>{_YEAR})",
            rf"(?P<year_first>{_YEAR})[ /-](?P<short_after>ii?|h[12])",
            rf"(?P<short>ii?|h[12])[ /-](?P<year_last>{_YEAR})",
            rf"(?P<january>{january}\.?(?:{to}){june}\.?) (?P<year_of_january>{_YEAR})",
            rf"(?P<july>{july}\.?(?:{to}){december}\.?) (?P<year_of_july>{_YEAR})",
            rf"(?P<year>{_YEAR})",
        )
    )
    tail = rf",? ?\(?(?:{grammar.joints})?(?:the |le |la |das |die )?(?:{time})\)?"
    alternatives = []
    for index, core in enumerate(grammar.cores):
        # A name may stand for one group only.
        filled = core.format_map(_places())
        alternatives.append(filled.replace("<year_before>", f"<year_before{index}>"))
    source = rf"{grammar.lead}(?:{'|'.join(alternatives)})(?: {grammar.council})?(?:{tail})?"
    return re.compile(source, re.IGNORECASE)


def _named(groups: Mapping[str, str | None], grammar: _Grammar) -> Named | None:
    printed = {name: text for name, text in groups.items() if text is not None}
    years = {int(text) for name, text in printed.items() if name.startswith("year")}
    if len(years) > 1:
        return None  # "2010 Belgian Presidency (2024)" contradicts itself
    halves = [
        *(grammar.ordinals[text.lower()] for name, text in printed.items() if name == "ordinal"),
        *(_SHORT[text.lower()] for name, text in printed.items() if name.startswith("short")),
        *(1 for name in printed if name == "january"),
        *(2 for name in printed if name == "july"),
    ]
    country = next(
        _country(text) for name, text in printed.items() if name.startswith(("name", "state", "co"))
    )
    return Named(country, next(iter(years), None), halves[0] if halves else None)


def _country(name: str) -> str:
    return name if name in NAMES else _country_of()[name.lower().replace("’", "'")]


@functools.cache
def _country_of() -> Mapping[str, str]:
    return {
        _folded(name).lower(): code
        for code, row in NAMES.items()
        for names in (
            *(row.english, row.english_of, row.french),
            *(row.french_of, row.german, row.german_of),
        )
        for name in names
    }
