"""The words for months, ordinals and plans in English, French and German, as data.

The patterns that find plans and days hold no word of any language.
"""

import functools
from collections.abc import Mapping

__all__ = ["DRAFT", "MONTH", "ORDINAL", "PLAN", "TO", "month_number", "ordinal_number"]

_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
)
# By number; capitals and old files have no accents.
_SHORT_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "janv févr mär avr mai jun juil aout sept okt nov déc",
    "jän fév mrz apr mai jun juli août sept okt nov dez",
    "jänner fevrier maerz avril mai juin juillet aout septembre octobre novembre decembre",
)
_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_FRENCH = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
    " onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième"
    " dix-neuvième vingtième"
)
# With the endings of German adjectives.
_STEMS = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt"
    " fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst"
)
_ENDINGS = ("e", "er", "es", "en", "em")
_OTHERS = {"première": 1, "second": 2, "seconde": 2, "siebente": 7, "siebenten": 7, "premiere": 1}
_UNITS = _ENGLISH.split()[:9]
_TENS = {"twenty": 20, "thirty": 30}


@functools.cache
def _months() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for names in (*_SHORT_MONTHS, *_MONTHS):
        found.update({name: number for number, name in enumerate(names.split(), 1)})
    return found


@functools.cache
def _ordinals() -> Mapping[str, int]:
    found = dict(_OTHERS)
    for names in (_ENGLISH, _FRENCH):
        found.update({name: number for number, name in enumerate(names.split(), 1)})
    # Capitals are often printed without accents.
    found.update({name.replace("è", "e"): number for name, number in [*found.items()]})
    for number, stem in enumerate(_STEMS.split(), 1):
        found.update({stem + ending: number for ending in _ENDINGS})
    return found


def _any_of(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


MONTH = rf"(?:(?:{_any_of(_months())})\b\.?)"
"""A month in any of the languages, by its name or its first letters."""
ORDINAL = (
    rf"(?:(?:twenty|thirty)[-‐‑\s](?:{'|'.join(_UNITS)})|thirtieth"
    rf"|(?:{_any_of(_ordinals())})\b"
    r"|[1-9][0-9]?(?:st|nd|rd|th|er|re|ère|e|ème|ième)\b"
    # In German "5." is the fifth; at the beginning of a line it numbers the line.
    r"|(?<=[\w,(]\s)[1-9][0-9]?\.(?=\s{1,3}(?:Aktions|Arbeits)))"
)
"""An ordinal number in words or figures."""
PLAN = (
    r"(?:(?:Action|Work)\s{1,3}(?:Plan|Programme)s?"
    r"|(?:plan|programme)s?\s{1,3}(?:d\s{0,2}['’]\s{0,2}actions?|de\s{1,3}travail)"
    r"|(?:Aktions|Arbeits)(?:pl[aä]n|programm)(?:e?s|en?)?\b)"
)
"""What an action plan or a work plan is called."""
TO = r"(?:to|until|till|au|à|jusqu\s{0,2}['’]\s{0,2}(?:au|à|en)|bis(?:\s{1,3}(?:zum|Ende))?)"
"""The word between the first and the last day of a period."""
DRAFT = (
    r"(?:draft\s{1,3}(?:(?:of|for|the|new|revised)\s{1,3}){0,3}"
    r"|projets?\s{1,3}(?:(?:de|du|d['’]|un|nouveau|révisé)\s{0,3}){0,3}"
    r"|Entw[uü]rfe?s?\s{1,3}(?:(?:de[rs]|eines|für|den|einen|neuen|überarbeiteten)\s{1,3}){0,3})"
)
"""What says, right before its name, that a plan is a draft."""


def month_number(word: str) -> int:
    """The number of a month by its name or its first letters; 0 for any other word.

    Example:
        >>> month_number("Sept"), month_number("août"), month_number("März"), month_number("Mars")
        (9, 8, 3, 3)
    """
    return _months().get(word.casefold(), 0)


def ordinal_number(word: str) -> int:
    """The figure of an ordinal that `ORDINAL` matches.

    Example:
        >>> [ordinal_number(word) for word in ("Twenty-first", "3ème", "cinquième", "fünften")]
        [21, 3, 5, 5]
    """
    folded = word.casefold()
    if folded in _ordinals():
        return _ordinals()[folded]
    if folded[0].isdecimal():
        return int("".join([sign for sign in folded if sign.isdecimal()]))
    if folded == "thirtieth":
        return 30
    unit = folded.replace("‐", "-").replace("‑", "-").replace(" ", "-").rpartition("-")[2]
    return _TENS[folded[:6]] + _ordinals()[unit.split()[-1]]
