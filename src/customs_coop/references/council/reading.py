"""Reads the parts of a Council document number in whatever order they are printed."""

import re
from typing import NamedTuple

from customs_coop.references.base import LANGUAGES, Pattern, full_year
from customs_coop.references.council.codes import (
    STEMS,
    WEAK_STEMS,
    WORDS,
    is_stem,
    known_stem,
)

__all__ = ["LANGUAGE_MARKS", "Parts", "read_head", "read_named_parts", "read_suffixes", "suffix_at"]

_STROKE = r"(?:[ \u00a0]{0,2}/(?:[ \u00a0]{0,2}|\r?\n)|[\u2011-])"
# "9710/97/REV 1"
_PART = (
    r"(?:REV(?:ISION)?|ADD(?:ENDUM)?|COR(?:R(?:IGENDUM)?)?"
    r"|Rev(?:ision)?|Add(?:endum)?|Cor(?:r(?:igendum)?)?)"
)
_PART_BEHIND = rf"{_PART}[ \u00a0.]{{0,2}}[0-9]"
_HEAD = Pattern(
    r"(?:(?P<series>ST|CM|DS|AD|SN|PE[ \u2010-\u2013-]CONS)[ \u00a0-]{0,2})?"
    r"(?P<number>[0-9]{1,5})"
    rf"(?P<first>{_STROKE})(?:(?P<revision>[1-9][0-9]?)(?P<second>{_STROKE}))?"
    r"(?P<year>(?:19[5-9]|20[0-4])[0-9]|[0-9]{2})"
    rf"(?![0-9_@\\]|/(?!{_PART_BEHIND})|[.,\u2011-][0-9]"
    rf"|[ \u00a0]{{1,2}}/[ \u00a0]{{0,2}}[0-9]{{1,2}}(?![0-9/]))"
)
_MARKED = "|".join(LANGUAGES)
#: A corrigendum or a revision may be one of some languages only: "COR 1 (fr,de)".
LANGUAGE_MARKS = rf"[ \u00a0]?\((?:{_MARKED})(?:[ \u00a0]?[,/+][ \u00a0]?(?:{_MARKED})){{0,23}}\)"
_SUFFIX = Pattern(
    rf"(?P<gap>\s{{0,120}}(?:[+,–—-]\s{{0,120}}|/(?={_PART_BEHIND}))?)(?:"
    rf"(?P<open>\()?(?P<part>{_PART}|rev(?:ision)?|addendum|corrigendum)[ \u00a0\r\n.-]{{0,4}}"
    r"(?P<figure>[0-9]{1,2})(?(open)\))"
    rf"(?:{LANGUAGE_MARKS})?"
    # "LI MITE" is a scan's
    r"|(?P<marking>INIT|L ?I ?M ?I ?T ?E)"
    # "10267/07 (Presse 125)": the code of press releases
    r"|(?P<bracket>\()?Presse[ \u00a0]?(?P<release>[0-9]{1,4})(?(bracket)\))"
    r"|(?P<stem>CO EUR-PREP|[A-Z]{2,16}(?: ?/ ?[A-Z]{2,8}|-[A-Z]{2,8})?"
    r"|[A-Z]{1,12}(?:(?: |-?\r?\n)[A-Z]{1,12}){1,2})"
    r"(?P<blank>-|[^\S\t\n]{0,60}(?:\n[^\S\t\n]{0,60})?)(?P<running>[0-9]{1,4}))"
    r"(?![0-9]|[/.][0-9])"
)
# What the next cell or paragraph may begin with: "Add 1 ..."
_HEADINGS = ("Add", "Cor", "Revision", "add", "cor", "revision")
# Parts in names of files: "-REV-3", "_rev_3", "/REV/3", "_INIT".
_NAMED_PART = Pattern(
    r"[ _/-](?:(?P<part>REV|ADD|COR)[ _/-]?(?P<figure>[0-9]{1,2})|(?P<marking>INIT))"
    r"(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_LARGEST_DAY = 31


# Written out: attrs would take longer to make it than all of this module takes to be imported.
class Parts:
    """What was printed of one number, before anything is made of it; it is added to.

    Args:
        number: The running number.
        year: The year in four figures.
        end: Where the words end.
        series: The series, "ST" where none is printed.
        revision: The figure between the strokes.
        certain: Whether something beside the number says that it is one.
        loose: Whether a stroke is printed as a hyphen or with blanks.
        long: Whether the year is printed with four figures.

    Attributes:
        stated: The figures after REV, ADD and COR.
        subjects: The subject codes.
        limite: Whether LIMITE is printed.

    Example:
        >>> Parts(9710, 1997, 7).series
        'ST'
    """

    __slots__ = (
        "certain",
        "end",
        "limite",
        "long",
        "loose",
        "number",
        "revision",
        "series",
        "stated",
        "subjects",
        "year",
    )

    def __init__(
        self,
        number: int,
        year: int,
        end: int,
        *,
        series: str = "ST",
        revision: int | None = None,
        certain: bool = False,
        loose: bool = False,
        long: bool = False,
    ) -> None:
        self.number = number
        self.year = year
        self.end = end
        self.series = series
        self.revision = revision
        self.certain = certain
        self.loose = loose
        self.long = long
        self.stated: dict[str, int] = {}
        self.subjects: list[tuple[str, int]] = []
        self.limite = False

    @property
    def year_like(self) -> bool:
        """Whether the number may be a year, as in "2004/05"."""
        return 1900 <= self.number <= 2100

    @property
    def unmistakable(self) -> bool:
        """Whether the number is too large for a date, a fraction or a span of years."""
        return self.number >= 1000 and not self.year_like


class _Suffix(NamedTuple):
    """One part behind the number: a name with a figure; `known` codes and parts prove it."""

    name: str
    figure: int
    end: int
    known: bool
    is_subject: bool = False
    weak: bool = False


def read_head(text: str, start: int) -> Parts | None:
    """Read the number and the year, and nothing behind them.

    Args:
        text: The text.
        start: Where the number, or its series, begins.

    Returns:
        The parts, or None.

    Example:
        >>> read_head("PE-CONS 3645/1/08 REV 1", 0).revision
        1
    """
    match = _HEAD.match(text, start)
    if match is None:
        return None
    series = match["series"]
    year = match["year"]
    strokes = {match["first"], match["second"] or "/"}
    return Parts(
        int(match["number"]),
        full_year(year),
        match.end(),
        series="ST" if series is None else "PE-CONS" if series.startswith("PE") else series,
        revision=int(match["revision"]) if match["revision"] else None,
        certain=series is not None,
        loose=strokes != {"/"},
        long=len(year) > 2,
    )


def read_suffixes(text: str, parts: Parts, *, strict: bool) -> bool:
    """Add what follows a number: REV, ADD, COR, markings and subject codes in any order.

    Args:
        text: The text.
        parts: What was read up to `parts.end`; it is added to.
        strict: Whether an unknown subject code is read only in a place that leaves no doubt.

    Returns:
        False where a letter is glued to the number, so that it is none.

    Example:
        >>> parts = read_head("9710/1/97 REV1ENFOCUSTOM 45", 0)
        >>> read_suffixes("9710/1/97 REV1ENFOCUSTOM 45", parts, strict=True), parts.subjects
        (True, [('ENFOCUSTOM', 45)])
    """
    start = parts.end
    while (suffix := suffix_at(text, parts.end, strict=strict)) is not None:
        if suffix.is_subject:
            if (suffix.name, suffix.figure) not in parts.subjects:
                parts.subjects.append((suffix.name, suffix.figure))
            # "12/05 USA 6" is a day and a state, "2004/05 EUROPOL 6" two years and a body.
            plain = parts.number <= _LARGEST_DAY or parts.year_like
            # and "515/1997 EUROPOL 6" may be an act and a body
            plain = plain or (parts.long and not parts.unmistakable)
            parts.certain |= suffix.known and not (suffix.weak and plain)
        elif not _add(parts, suffix.name, suffix.figure):
            break
        parts.end = suffix.end
    return parts.end > start or not text[start : start + 1].isalpha()


def read_named_parts(text: str, parts: Parts) -> None:
    """Add the parts of a file name, "-ADD-1-REV-2".

    Args:
        text: The text.
        parts: What was read up to `parts.end`; it is added to.

    Example:
        >>> parts = Parts(10149, 2021, 0)
        >>> read_named_parts("_add_1_rev_2_en.pdf", parts)
        >>> parts.stated
        {'ADD': 1, 'REV': 2}
    """
    while (match := _NAMED_PART.match(text, parts.end)) is not None:
        if not _add(parts, (match["part"] or match["marking"]).upper(), int(match["figure"] or 1)):
            break
        parts.end = match.end()


def _add(parts: Parts, name: str, figure: int) -> bool:
    if name == "LIMITE":
        parts.limite = True
    elif name != "INIT":
        if name in parts.stated or figure == 0:
            return False
        parts.stated[name] = figure
    parts.certain = True
    return True


def suffix_at(text: str, at: int, *, strict: bool) -> _Suffix | None:
    """Read the part of a number that stands at an index, after blanks, a comma, a dash or "+".

    Args:
        text: The text.
        at: Just behind what was read before.
        strict: Whether an unknown subject code is read only in a place that leaves no doubt.

    Returns:
        The part, or None.

    Example:
        >>> suffix_at("14680/05 + COR 1 (fr,de)", 8, strict=True).name
        'COR'
    """
    suffix = _suffix(text, at, strict=strict)
    if suffix is None:
        return None
    following = text[suffix.end : suffix.end + 1]
    if following == "_" or following.isalnum():
        # Glued to what follows, as in "REV1ENFOCUSTOM 5", it counts only if that is a part too.
        glued = _suffix(text, suffix.end, strict=True) if following.isupper() else None
        if glued is None or not glued.known:
            return None
    return suffix


def _suffix(text: str, at: int, *, strict: bool) -> _Suffix | None:
    match = _SUFFIX.match(text, at)
    if match is None:
        return None
    if part := match["part"]:
        cut = part.startswith(_HEADINGS) and not {"\t", "\n"}.isdisjoint(match["gap"])
        figure = int(match["figure"])
        return None if cut else _Suffix(part[:3].upper(), figure, match.end(), known=True)
    if marking := match["marking"]:
        name = "INIT" if marking == "INIT" else "LIMITE"
        return _Suffix(name, 1, match.end(), known=True)
    return None if "\t" in match["gap"] else _code(match, strict=strict)


def _code(match: re.Match[str], *, strict: bool) -> _Suffix | None:
    if release := match["release"]:
        return _Suffix("PRESSE", int(release), match.end(), known=True, is_subject=True)
    gap, printed, blank = match["gap"], match["stem"], match["blank"]
    stem = known_stem(printed)
    if stem is not None:
        weak = stem in WEAK_STEMS
        # A party at the end of a cell or line, and the number of the next row.
        if weak and "\n" in blank:
            return None
    elif gap and blank.isspace() and _fits(printed, gap + blank, strict=strict):
        stem, weak = printed, True
    else:
        return None
    known = stem in STEMS
    return _Suffix(stem, int(match["running"]), match.end(), known, is_subject=True, weak=weak)


def _fits(printed: str, blanks: str, *, strict: bool) -> bool:
    """Whether an unknown code stands on the line of the number, and is no party or initials."""
    if not strict:
        return is_stem(printed)
    plain = printed.isalpha() and printed not in WORDS and len(printed) > 2 and is_stem(printed)
    return plain and not blanks.strip(" \u00a0")
