"""Finding the column that a heading names, however it is printed."""

import functools
import re
import unicodedata
from collections.abc import Mapping

from customs_coop.formats.columns.base import Column
from customs_coop.formats.columns.headings import COLUMN_SETS, HEADINGS, LANGUAGES, column_set
from customs_coop.formats.columns.spellings import OTHER_HEADINGS

__all__ = ["column_of", "same_heading"]

_BRACKETS = re.compile(r"\([^()]{0,80}\)")
# "Action / Activity" and "Action/ Activity" are one heading.
_SLASH = re.compile(r"\s{0,20}/\s{0,20}")
_NOT_WORDS = re.compile(r"[^a-z0-9/]+")
# A word that the end of a line divides; not the "-" of "Ziel- und Zeitplan".
_DIVIDED = re.compile(r"(?<=[^\W\d_])(?:-|‐|\u00ad)\s{1,8}(?=[^\W\d_])(?!(?:and|et|ou|und|oder)\b)")
# "N°" is "No"; the ligatures have no parts for Unicode, though every keyboard parts them.
_SIGNS = str.maketrans({"°": "o", "œ": "oe", "æ": "ae", "\u00ad": None})
# Narrow columns cut words; of shorter ones, any two pieces might be a heading.
_SHORTEST_CUT = 6
_LONGEST_CUT = 80
_WHOLE_WORDS = frozenset(("terms", "status"))


def _fold(heading: str) -> str:
    """Fold case, accents, blanks, brackets and plural endings: "ÉCHÉANCES:" is "echeance".

    French and English write "parties" alike, so "partie" and "party" have to be one word here.
    """
    folded = heading.casefold() if heading.isascii() else _plain(heading)
    bare = _SLASH.sub("/", _NOT_WORDS.sub(" ", _BRACKETS.sub(" ", folded))).strip()
    return " ".join(map(_singular, bare.split()))


def _plain(heading: str) -> str:
    """The letters in small, without accents; capitals are often printed without them."""
    folded = heading.casefold().translate(_SIGNS)
    parts = unicodedata.normalize("NFKD", folded).casefold()
    return "".join([sign for sign in parts if not unicodedata.combining(sign)])


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and word not in _WHOLE_WORDS:
        word = word[:-1]
    return word[:-2] + "y" if word.endswith("ie") else word


@functools.cache
def _columns() -> Mapping[str, Column]:
    """Every heading that is known, folded."""
    found: dict[str, Column] = {}
    for language in LANGUAGES:
        for column, headings in OTHER_HEADINGS[language].items():
            for heading in (HEADINGS[language][column], *headings):
                found.setdefault(_fold(heading), column)
        for name in COLUMN_SETS:
            columns = column_set(name, language)
            for column, heading in (*columns.columns, *columns.boxes):
                found.setdefault(_fold(heading), column)
    return found


@functools.cache
def _columns_without_blanks() -> Mapping[str, Column]:
    """Every heading that is known, folded and without blanks."""
    found: dict[str, Column] = {}
    for heading, column in _columns().items():
        found.setdefault(heading.replace(" ", ""), column)
    return found


def same_heading(one: str, other: str) -> bool:
    """Whether two headings differ at most in case, accents, number, brackets or line breaks.

    Example:
        >>> same_heading("Strategic objective(s)", "STRATEGIC OBJECTIVES")
        True
        >>> same_heading("Échéance", "ECHEANCES"), same_heading("Measure", "Action")
        (True, False)
    """
    return _fold(one) == _fold(other)


def column_of(heading: str) -> Column | None:
    """The column that a heading in English, French or German names.

    Case, accents, number, brackets and line breaks do not matter, nor do blanks in words, which
    narrow columns cut.

    Args:
        heading: The heading as printed.

    Returns:
        The column, or None for a heading that is not known.

    Example:
        >>> column_of("PERFORMANCE INDICATORS (incl. timescale)")
        <Column.INDICATORS: 'indicators'>
        >>> column_of("Partie(s) responsable(s)"), column_of("ECHEANCES").value
        (<Column.RESPONSIBLE: 'responsible'>, 'deadlines')
        >>> column_of("Performan ce Indicator"), column_of("Budget") is None
        (<Column.INDICATORS: 'indicators'>, True)
    """
    columns = _columns()
    folded = _fold(heading)
    found = columns.get(folded)
    if found is None and _DIVIDED.search(heading):
        found = columns.get(_fold(_DIVIDED.sub("", heading)))
    if found is None and " " in folded and len(folded) <= _LONGEST_CUT:
        bare = folded.replace(" ", "")
        if len(bare) >= _SHORTEST_CUT:
            found = _columns_without_blanks().get(bare)
    return found
