"""The whole numbers that running text spells out, in English, French and German, as data."""

import functools
import re
from collections.abc import Mapping

from customs_coop.formats.word_lists import word_list

__all__ = ["CARDINAL", "cardinal_number"]

# "One" counts in English only: "un", "une", "ein" and "eine" are articles too.
_ENGLISH = word_list(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen",
)
_FRENCH = word_list(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "dix-sept dix-huit dix-neuf",
)
_GERMAN = word_list(
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    "sechzehn siebzehn achtzehn neunzehn",
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FRENCH_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_GERMAN_TENS = (
    *("zwanzig", "dreißig", "vierzig", "fünfzig"),
    *("sechzig", "siebzig", "achtzig", "neunzig"),
)
_HYPHENS = re.compile("[\u2010\u2011 ]|-")


@functools.cache
def _numbers() -> Mapping[str, int]:
    """Every number up to 99 by its words, with plain hyphens."""
    found = {word: number for number, word in enumerate(_ENGLISH, 1)}
    found.update({word: number for number, word in enumerate(_FRENCH[1:], 2)})
    found.update({word: number for number, word in enumerate(_GERMAN[1:], 2)})
    for ten, word in enumerate(_ENGLISH_TENS, 2):
        found[word] = ten * 10
        found.update({f"{word}-{unit}": ten * 10 + n for n, unit in enumerate(_ENGLISH[:9], 1)})
    for ten, word in enumerate(_FRENCH_TENS, 2):
        found[word] = ten * 10
        found.update({f"{word}-et-{unit}": ten * 10 + 1 for unit in ("un", "une")})
        # Seventy goes on from sixty: "soixante-quinze".
        last = 19 if word == "soixante" else 9
        found.update({f"{word}-{_FRENCH[n - 1]}": ten * 10 + n for n in range(2, last + 1)})
    found["soixante-et-onze"] = 71
    found["quatre-vingts"] = 80
    found.update({f"quatre-vingt-{unit}": 80 + n for n, unit in enumerate(_FRENCH, 1)})
    for ten, word in enumerate(_GERMAN_TENS, 2):
        found[word] = ten * 10
        found.update({f"{unit}und{word}": ten * 10 + n for n, unit in enumerate(_GERMAN[:9], 1)})
    # As Swiss texts and those without umlauts spell them.
    for old, new in (("ß", "ss"), ("ü", "ue"), ("ö", "oe")):
        found.update({word.replace(old, new): number for word, number in [*found.items()]})
    return found


CARDINAL = (
    r"(?<![\w.,/-])(?:[1-9][0-9]{0,2}(?![\w/-]|[.,][0-9])"
    r"|[^\W\d_]{2,30}(?:[-\u2010\u2011 ][^\W\d_]{2,10}){0,3}?)"
)
"""What may be a whole number: figures that are no part of a date or a code, or some words."""


def cardinal_number(words: str) -> int | None:
    """The figure of a whole number: from 1 to 999 in figures, or up to 99 in words.

    Args:
        words: What `CARDINAL` matches.

    Returns:
        The number, or None for any other words.

    Example:
        >>> [cardinal_number(words) for words in ("44", "Forty-four", "soixante et onze")]
        [44, 44, 71]
        >>> cardinal_number("einundzwanzig"), cardinal_number("several")
        (21, None)
    """
    if words.isdecimal():
        return int(words)
    return _numbers().get(_HYPHENS.sub("-", words.casefold()))
