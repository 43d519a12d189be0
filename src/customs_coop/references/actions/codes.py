"""How codes of actions and numbers of recommendations are printed, alone, in lists and ranges."""

from typing import Final

from customs_coop.references.base import Pattern

__all__ = [
    "AND",
    "BEHIND",
    "BLANK",
    "CODE",
    "DOTTED",
    "GAP",
    "HELD",
    "NUMBERED",
    "TO",
    "between",
    "ends_short_line",
    "is_dotted",
    "ordinal_figure",
    "ordinal_words",
    "ordinals",
]

# A tab, a page break and an empty line part a heading from what stands below it.
_INLINE: Final = r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"

#: Blanks with at most one line break, or nothing.
GAP: Final = rf"{_INLINE}{{0,20}}(?:\r?\n{_INLINE}{{0,20}})?"
#: The same, but not nothing.
BLANK: Final = rf"(?:{_INLINE}{{1,20}}(?:\r?\n{_INLINE}{{0,20}})?|\r?\n{_INLINE}{{0,20}})"
#: The same between a word and its figure, where a line break is remarkable.
HELD: Final = rf"(?:{_INLINE}{{1,20}}|(?P<wrapped>{_INLINE}{{0,20}}\r?\n{_INLINE}{{0,20}}))"

#: A code as printed, and one that is certainly no plain figure.
CODE: Final = r"[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?"
DOTTED: Final = r"[0-9]{1,2}\.[0-9]{1,2}[a-z]?"

#: "No" and what else announces a figure.
NUMBERED: Final = rf"(?:(?:N[Oo]|no|[Nn]os|[Nn]r|[Nn]umbers?|[Nn][°º]|№)\.?{GAP})"

# A figure that counts something is no code: "Action 3 months", "recommendations 12 June".
_UNIT = (
    rf"{_INLINE}{{0,4}}(?:%|(?i:per{_INLINE}?cent|thousand|million|billion|euros?|EUR|ECU|kg|km|tonnes"
    rf"|years?|months?|weeks?|days?|hours?|minutes|times|member{_INLINE}states?|countries|delegations"
    r"|meetings|experts|officers|participants|persons|people|others"
    rf"|pour{_INLINE}?cent|mille|millions|milliards?|ans|années?|mois|semaines?|jours?|heures?|fois"
    rf"|états{_INLINE}membres|pays|délégations|réunions|personnes|autres|agents|fonctionnaires"
    r"|prozent|tausend|millionen|mio|milliarden|mrd|jahren?|monaten?|wochen|tagen?|stunden|mal"
    r"|mitgliedstaaten|ländern?|delegationen|sitzungen|personen|experten|beamten?|weiteren?"
    rf"|(?:out{_INLINE})?of{_INLINE}(?:them|which|those|these))\b|MS\b)"
)
_MONTH = (
    rf"{_INLINE}{{1,4}}(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
)
#: What may not follow a code: more of the figure, a unit, or the year of another kind of number.
#: A note mark ("3.6²") and the next code of a list ("3.1,3.2", "3.1/3.2") may.
BEHIND: Final = (
    r"(?![^\W¹²³⁰⁴-⁹]|[%°]|\.[0-9]|[-‐‑–][a-z]"
    rf"|/(?!{GAP}[0-9]{{1,2}}\.[0-9])|,[0-9]{{3}}|,[0-9]{{1,2}}{_UNIT}"
    rf"|(?:[-‐‑–]|{_INLINE}(?:to|à|bis){_INLINE})[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?{_UNIT}"
    rf"|{_INLINE}?\((?:19|20)[0-9]{{2}}\)|{_INLINE}[0-9]{{3}}(?![0-9.])|{_UNIT}|{_MONTH})"
)

#: Between two codes of a list.
AND: Final = (
    rf"(?:{GAP}[,;]{GAP}(?:(?:and|or|AND|&|et|ou|und|oder){BLANK})?"
    rf"|{BLANK}(?:and|or|and/or|as{BLANK}well{BLANK}as|plus"
    rf"|AND|et|ou|et/ou|ainsi{BLANK}que|ET|und|oder|und/oder|sowie|UND){BLANK}|{GAP}&{GAP}|{GAP}/{GAP}(?={DOTTED}))"
)
#: Between the two ends of a range.
TO: Final = (
    rf"(?:{GAP}(?P<dash>[-‐‑–—−]){GAP}|{BLANK}(?:to|through|until|up{BLANK}to|à|bis){BLANK})"
)

_LONGEST_RANGE = 30
_LONG_LINE = 20
_PARTING: Final = frozenset("\n\r\t\f\0")
_PARTS = Pattern(r"(?:(?P<area>0|[1-9][0-9]?)\.)?(?P<figure>0|[1-9][0-9]{0,2})(?P<letter>[a-z]?)")


def is_dotted(code: str) -> bool:
    """Tell whether a code has two figures, as in "3.16".

    Args:
        code: The code.

    Returns:
        Whether a full stop stands in it.

    Example:
        >>> is_dotted("3.16"), is_dotted("8")
        (True, False)
    """
    return "." in code


def between(first: str, last: str) -> tuple[str, ...]:
    """List the codes from one to another.

    Args:
        first: The first code, such as "3.1" or "14a".
        last: The last code.

    Returns:
        All codes, both ends included; nothing where the codes between them are not certain (as in
        "3.1 to 4.2") or would be more than thirty.

    Example:
        >>> between("3.8", "3.10"), between("14a", "14c"), between("3.1", "4.2")
        (('3.8', '3.9', '3.10'), ('14a', '14b', '14c'), ())
    """
    lower, upper = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if lower is None or upper is None or lower["area"] != upper["area"]:
        return ()
    if lower["letter"] or upper["letter"]:
        if lower["figure"] != upper["figure"] or not "" < lower["letter"] < upper["letter"]:
            return ()
        letters = range(ord(lower["letter"]), ord(upper["letter"]) + 1)
        return tuple([f"{first[:-1]}{chr(letter)}" for letter in letters])
    figures = range(int(lower["figure"]), int(upper["figure"]) + 1)
    if not 2 <= len(figures) <= _LONGEST_RANGE:
        return ()
    area = "" if lower["area"] is None else f"{lower['area']}."
    return tuple([f"{area}{figure}" for figure in figures])


_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = _ORDINAL_WORDS.split()
_FRENCH_WORDS = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième "
    "onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième "
    "dix-neuvième vingtième"
)
_FRENCH = _FRENCH_WORDS.split()
# Without the endings of German adjectives.
_GERMAN_STEMS = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt "
    "fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst"
)
_GERMAN = _GERMAN_STEMS.split()


def ordinals() -> str:
    """Give the expression for an ordinal.

    Returns:
        An expression for English, French and German that is to be used with `re.IGNORECASE`; a
        detached ending ("3 rd") is met in text that was taken from PDF, and capitals are often
        printed without accents.

    Example:
        >>> import re
        >>> [bool(re.fullmatch(ordinals(), text)) for text in ("third", "3 rd", "three")]
        [True, True, False]
        >>> [bool(re.fullmatch(ordinals(), text)) for text in ("troisième", "3e", "dritten")]
        [True, True, True]
    """
    french = "|".join(_FRENCH).replace("è", "[eè]")
    return (
        rf"(?:{'|'.join(_ORDINALS)}|{french}|(?:{'|'.join(_GERMAN)})e[mnrs]?"
        rf"|[1-9][0-9]?{_INLINE}?(?:st|nd|rd|th|er|i?[eè]me|e))"
    )


def ordinal_words(figure: int) -> str:
    """Print an ordinal in words, above twenty in figures.

    Args:
        figure: A whole number from 1 to 99.

    Returns:
        The ordinal.

    Example:
        >>> ordinal_words(2), ordinal_words(22)
        ('second', '22nd')
    """
    if figure <= len(_ORDINALS):
        return _ORDINALS[figure - 1]
    return f"{figure}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(figure % 10, 'th') }"


def ordinal_figure(words: str) -> int:
    """Read what `ordinals` matches, or plain figures.

    Args:
        words: The ordinal.

    Returns:
        The figure.

    Example:
        >>> ordinal_figure("Second"), ordinal_figure("22 nd"), ordinal_figure("3")
        (2, 22, 3)
        >>> ordinal_figure("TROISIEME"), ordinal_figure("dritten"), ordinal_figure("3e")
        (3, 3, 3)
    """
    word = words.casefold()
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    if not word[0].isdecimal():
        plain = word.replace("è", "e")
        for number, french in enumerate(_FRENCH, 1):
            if plain == french.replace("è", "e"):
                return number
        stem = word.rstrip("mnrs").removesuffix("e")
        return next(number for number, german in enumerate(_GERMAN, 1) if stem == german)
    return int("".join(letter for letter in word if letter.isdigit()))


def ends_short_line(text: str, start: int) -> bool:
    r"""Tell whether a word that ends its line is the heading of a column, not running text.

    Args:
        text: The text.
        start: Where the word begins.

    Returns:
        Whether its line is short: a line that is wrapped is long.

    Example:
        >>> ends_short_line("Proposed action\n5.1", 9)
        True
    """
    return start < _LONG_LINE or not _PARTING.isdisjoint(text[start - _LONG_LINE : start])
