"""Finding the column that a heading names, however it is printed."""

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from customs_coop.formats.columns.base import Column
from customs_coop.formats.columns.headings import COLUMN_SETS, HEADINGS, LANGUAGES, column_set
from customs_coop.formats.columns.spellings import OTHER_HEADINGS
from customs_coop.formats.columns.weak import BEGINNINGS, ENDS, LAST_RESORTS, ROW_HEADINGS

__all__ = ["column_of", "columns_of", "heading_mark", "same_heading"]

_BRACKETS = re.compile(r"\([^()]{0,80}\)")
# "Action / Activity" and "Action/ Activity" are one heading.
_SLASH = re.compile(r"\s{0,20}/\s{0,20}")
_NOT_WORDS = re.compile(r"[^a-z0-9/]+")
# A word that the end of a line divides; not the "-" of "Ziel- und Zeitplan".
_DIVIDED = re.compile(r"(?<=[^\W\d_])(?:-|‐|\u00ad)\s{1,8}(?=[^\W\d_])(?!(?:and|et|ou|und|oder)\b)")
# "N°" is "No"; the ligatures have no parts for Unicode, though every keyboard parts them.
_SIGNS = str.maketrans({"°": "o", "œ": "oe", "æ": "ae", "\u00ad": None})
# The mark of a footnote behind a heading. A figure or a letter without its own sign, as it is left
# where the text lost that it was raised, is one only where the rest is a heading that is known.
_MARKED = re.compile(
    r"\s{0,4}(?P<mark>[⁰¹²³⁴-⁹⁽⁾ᵃᵇᶜ]{1,5}|\[[0-9a-z]{1,2}\]|\([0-9]{1,2}\)|[*†‡]{1,3})[\s.:]{0,4}\Z"
)
_GLUED = re.compile(r"(?<=[^\W\d_]{4})(?P<mark>[1-9][0-9]?|[abc])[\s.:]{0,4}\Z")
# Narrow columns cut words; of shorter ones, any two pieces might be a heading.
_SHORTEST_CUT = 6
_LONGEST_CUT = 80
_WHOLE_WORDS = frozenset(("terms", "status"))
_LONGEST_KEPT = 400  # characters of what is kept in folded form


def _fold(heading: str) -> str:
    """Fold case, accents, blanks, brackets and plural endings: "ÉCHÉANCES:" is "echeance".

    French and English write "parties" alike, so "partie" and "party" have to be one word here.
    """
    # Each layout asks of each row whether it is one of headings, alone and with the next ones.
    return _folded(heading) if len(heading) <= _LONGEST_KEPT else _folded.__wrapped__(heading)


@functools.lru_cache(maxsize=1024)
def _folded(heading: str) -> str:
    folded = heading.casefold() if heading.isascii() else _plain(heading)
    bare = _SLASH.sub("/", _NOT_WORDS.sub(" ", _BRACKETS.sub(" ", folded))).strip()
    return " ".join(map(_singular, bare.split()))


def _plain(heading: str) -> str:
    """The letters in small, without accents; capitals are often printed without them."""
    folded = heading.casefold().translate(_SIGNS)
    parts = unicodedata.normalize("NFKD", folded).casefold()
    return "".join([sign for sign in parts if not unicodedata.combining(sign)])


def _singular(word: str) -> str:
    if word[-1] not in "se":
        return word
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
    found = _column_of(heading)
    if found is None and (marked := _MARKED.search(heading) or _GLUED.search(heading)):
        found = _column_of(heading[: marked.start()])
    return found


def heading_mark(heading: str) -> str:
    """The mark of a footnote behind the heading of a known column; empty where there is none.

    Example:
        >>> heading_mark("Deadline¹"), heading_mark("Deadline [1]"), heading_mark("Leada")
        ('¹', '[1]', 'a')
        >>> heading_mark("Deadline"), heading_mark("Deadline 2"), heading_mark("Budget 1")
        ('', '', '')
    """
    marked = _MARKED.search(heading)
    if marked is None and _column_of(heading) is None:
        marked = _GLUED.search(heading)
    known = marked is not None and columns_of((_MORE, heading))[1] is not None
    return marked["mark"] if marked is not None and known else ""


_MORE = "Action"  # beside which also a heading counts that is one in a row of headings only


def columns_of(headings: Sequence[str]) -> tuple[Column | None, ...]:
    """What the columns of a table hold that has these headings in a row.

    Beside others a heading may be a word that says nothing alone: "Who" and "When" in a table of
    actions, "Title" beside two columns of a plan, "End" beside "Start".

    Args:
        headings: The headings as printed.

    Returns:
        One for each heading; None where it is not known, or holds what another one holds.

    Example:
        >>> [one and one.value for one in columns_of(("No", "Action", "Who", "Start", "End"))]
        ['code', 'title', 'responsible', None, 'deadlines']
        >>> [one and one.value for one in columns_of(("No", "Title", "Date"))]
        ['code', None, None]
        >>> [one and one.value for one in columns_of(("Code", "Action", "Date", "Deadline"))]
        ['code', 'title', None, 'deadlines']
    """
    named = [column_of(heading) for heading in headings]
    found: list[Column | None] = []
    for column in named:
        found.append(None if column in found else column)
    held = {column for column in found if column is not None}
    keys = {
        at: _row_key(headings[at])
        for at, column in enumerate(named)
        if column is None and headings[at]
    }
    if not any(key in BEGINNINGS for key in keys.values()):
        keys = {at: key for at, key in keys.items() if key not in ENDS}
    if not _allows(held, keys.values()):
        return tuple(found)
    for at, key in sorted(keys.items(), key=lambda one: (one[1] in LAST_RESORTS, one[0])):
        column = next((one for one in _row_columns().get(key, ()) if one not in held), None)
        if column is not None:
            found[at] = column
            held.add(column)
    return tuple(found)


def _allows(held: Collection[Column], keys: Iterable[str]) -> bool:
    """Whether the headings that are certain make it sure that a table is one of actions."""
    if Column.TITLE in held:
        return True
    certain = set(held) - {Column.CODE}
    likely = {
        column
        for key in keys
        if key not in LAST_RESORTS
        for column in _row_columns().get(key, ())[:1]
    }
    return bool(certain) and len((certain | likely) - {Column.TITLE}) >= _ENOUGH_FOR_TITLE


_ENOUGH_FOR_TITLE = 2  # columns of a plan, besides that of the codes


def _row_key(heading: str) -> str:
    """A heading folded, without a mark; of "Period / End" the last words, if those count."""
    key = _fold(heading)
    if key in _row_columns():
        return key
    marked = _MARKED.search(heading) or _GLUED.search(heading)
    if marked is not None:
        key = _fold(heading[: marked.start()])
    last = key.rpartition("/")[2].strip()
    return last if last in _row_columns() or last in BEGINNINGS else key


@functools.cache
def _row_columns() -> Mapping[str, tuple[Column, ...]]:
    """The headings that count in a row of headings only, folded."""
    found: dict[str, tuple[Column, ...]] = {}
    for language in LANGUAGES:
        for columns, headings in ROW_HEADINGS[language]:
            for heading in headings:
                found.setdefault(_fold(heading), columns)
    return found


def _column_of(heading: str) -> Column | None:
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
