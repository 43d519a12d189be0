"""What every reference shares: whole numbers, years, languages and errors that point."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

import attrs

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError

__all__ = [
    "LANGUAGES",
    "Advice",
    "Found",
    "Pattern",
    "Stages",
    "built",
    "full_year",
    "is_glued",
    "language_code",
    "matches",
    "optional",
    "parse_whole",
    "short_year",
    "text_wanted",
    "whole_number",
]

T = TypeVar("T")

#: A reference with the place where it stands: value, start, end.
Found: TypeAlias = tuple[T, int, int]


# Of a mark of a footnote, in figures.
_LONGEST_MARK = 3
# Of punctuation at the end of a reference.
_FEW_MARKS = 4


class Pattern:
    """A regular expression that is compiled when it is first used.

    To compile all of them at once would take as long as the import of attrs.

    Args:
        source: The expression.
        flags: The flags of `re`.

    Example:
        >>> Pattern("[A-Z]+").match("OJ C 247")[0]
        'OJ'
    """

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.source = source
        self.flags = flags

    # Each method is fetched once and kept, so that later calls are those of `re` itself.
    @functools.cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match`."""
        return self._compiled.match

    @functools.cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.fullmatch`."""
        return self._compiled.fullmatch

    @functools.cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.search`."""
        return self._compiled.search

    @functools.cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`."""
        return self._compiled.finditer

    @functools.cached_property
    def sub(self) -> Callable[..., str]:
        """`re.Pattern.sub`."""
        return self._compiled.sub

    @functools.cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)


#: What a canonical text consists of, in order, each with the message where it is missing.
Stages: TypeAlias = tuple[tuple[Pattern, str], ...]
#: Tells the way out of a fault, given the text and where the fault begins.
Advice: TypeAlias = Callable[[str, int], str | None]

#: The official languages of the Union: two letters, and the three that EUR-Lex uses.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "bg": "BUL",
        "cs": "CES",
        "da": "DAN",
        "de": "DEU",
        "el": "ELL",
        "en": "ENG",
        "es": "SPA",
        "et": "EST",
        "fi": "FIN",
        "fr": "FRA",
        "ga": "GLE",
        "hr": "HRV",
        "hu": "HUN",
        "it": "ITA",
        "lt": "LIT",
        "lv": "LAV",
        "mt": "MLT",
        "nl": "NLD",
        "pl": "POL",
        "pt": "POR",
        "ro": "RON",
        "sk": "SLK",
        "sl": "SLV",
        "sv": "SWE",
    }
)


def language_code(language: str) -> str:
    """Give the two letters of an official language in lower case.

    Args:
        language: Two letters, such as "en" or "EN".

    Returns:
        The same letters in lower case.

    Raises:
        InvalidValueError: If the Union has no such official language.

    Example:
        >>> language_code("FR")
        'fr'
    """
    code = language.lower()
    if code not in LANGUAGES:
        raise InvalidValueError(f"{language!r} is not an official language of the Union")
    return code


def full_year(figures: str) -> int:
    """Read a year of two or four figures; 50 to 99 stand for the last century.

    Args:
        figures: The printed figures.

    Returns:
        The year in four figures.

    Example:
        >>> full_year("97"), full_year("05"), full_year("2003")
        (1997, 2005, 2003)
    """
    year = int(figures)
    if len(figures) == 2:
        return year + (1900 if year >= 50 else 2000)
    return year


def is_glued(text: str, at: int) -> bool:
    """Tell whether a name goes on with the word or number before it.

    The mark of a footnote may be glued to a name: "1OJ L 67", "¹COM(2018) 549".

    Args:
        text: The text.
        at: Where the name begins.

    Returns:
        Whether it is the end of something longer.

    Example:
        >>> is_glued("PROJ C 5", 2), is_glued("A4OJ C 5", 2), is_glued("12OJ C 5", 2)
        (True, True, False)
    """
    before = text[max(0, at - _LONGEST_MARK - 1) : at]
    word = before.rstrip("0123456789")
    return word[-1:].isalpha() or len(before) - len(word) > _LONGEST_MARK


def short_year(year: int) -> str:
    """Print a year with its last two figures.

    Args:
        year: A year between 1950 and 2049.

    Returns:
        Two figures.

    Example:
        >>> short_year(2003)
        '03'
    """
    return f"{year % 100:02d}"


# Any: one validator stands on fields of several types, and attrs.Attribute is invariant.
Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def whole_number(smallest: int, largest: int) -> Validator:
    """Make a validator for whole numbers within bounds, both included.

    Args:
        smallest: The smallest number allowed.
        largest: The largest number allowed.

    Returns:
        A validator for an attrs field.

    Example:
        >>> validator = whole_number(1, 9)
    """

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{attribute.name} takes a whole number, not {value!r}")
        if not smallest <= value <= largest:
            raise InvalidValueError(
                f"{attribute.name} lies between {smallest} and {largest}; {value} does not"
            )

    return check


def matches(pattern: Pattern, expected: str) -> Validator:
    """Make a validator for texts of a given form.

    Args:
        pattern: What the whole text matches.
        expected: The form in words, for the message.

    Returns:
        A validator for an attrs field.

    Example:
        >>> validator = matches(Pattern("[A-Z]+"), "capital letters")
    """

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, str):
            raise TypeError(f"{attribute.name} takes a text, not {value!r}")
        if pattern.fullmatch(value) is None:
            raise InvalidValueError(f"{attribute.name} takes {expected}; {value!r} is not that")

    return check


def optional(check: Validator) -> Validator:
    """Let None pass, and hand everything else to a validator.

    Args:
        check: The validator for what is not None.

    Returns:
        A validator for an attrs field.

    Example:
        >>> validator = optional(whole_number(1, 9))
    """

    def check_unless_none(
        instance: object, attribute: "attrs.Attribute[Any]", value: object
    ) -> None:
        if value is not None:
            check(instance, attribute, value)

    return check_unless_none


def built(make: Callable[[], T]) -> T | None:
    """Build a value from what was read, or give None where it cannot exist.

    A printed text may have the form of a reference and yet name nothing, as the date 31.2.2003.

    Args:
        make: Calls the constructor.

    Returns:
        The value, or None.

    Example:
        >>> built(lambda: language_code("xx")) is None
        True
    """
    try:
        return make()
    except InvalidValueError:
        return None


def text_wanted(value: object) -> TypeError:
    """Make the error for what is not a text.

    Args:
        value: What was given.

    Returns:
        The error; it names the type alone, as the value may be of any length.

    Example:
        >>> text_wanted(b"14680/05")
        TypeError('a text is wanted, not bytes')
    """
    return TypeError(f"a text is wanted, not {'None' if value is None else type(value).__name__}")


def _no_advice(_text: str, _start: int) -> None:
    return None


def parse_whole(
    text: str,
    read: Callable[[str, int], tuple[T, int] | None],
    stages: Stages,
    expected: str,
    advice: Advice = _no_advice,
) -> T:
    """Read a text that holds one reference and nothing else.

    Args:
        text: The text; blanks at either end are allowed.
        read: Reads one reference at an index and gives it with its end.
        stages: Tells which part is at fault where nothing could be read.
        expected: The kind of reference in words, with its article.
        advice: Tells the way out of a fault that is peculiar to the kind.

    Returns:
        The reference.

    Raises:
        ReferenceSyntaxError: If the text is something else; the fault is underlined.
        TypeError: If `text` is not a str.

    Example:
        >>> parse_whole(" 7 ", lambda text, at: (int(text[at]), at + 1), (), "a figure")
        7
    """
    if not isinstance(text, str):
        raise text_wanted(text)
    start = len(text) - len(text.lstrip())
    stop = max(start, len(text.rstrip()))
    found = read(text, start)
    if found is None:
        fault = next(_faults(text, start, stop, stages, expected))
        way_out = advice(text, fault.start) if start < stop else None
        if way_out is not None:
            raise ReferenceSyntaxError(f"{fault.message}; {way_out}", text, fault.start, fault.end)
        raise fault
    value, end = found
    if end < stop:
        end += len(text[end:stop]) - len(text[end:stop].lstrip())
        way_out = advice(text, end) or _too_much(text[end:stop])
        message = f"{value} was read, and this is too much; {way_out}"
        raise ReferenceSyntaxError(message, text, end, stop)
    return value


def _too_much(rest: str) -> str:
    if len(rest) <= _FEW_MARKS and not any(c.isalnum() for c in rest):
        return "strip it, or use find_references"
    return "find_references reads running text"


def _faults(
    text: str, start: int, stop: int, stages: Stages, expected: str
) -> Iterator[ReferenceSyntaxError]:
    at = start
    for pattern, missing in stages:
        match = pattern.match(text, at)
        if match is None:
            yield ReferenceSyntaxError(missing, text, at, stop)
            return
        at = match.end()
    # Every part has its form, so it is a value (a month 13, a revision 0) that cannot be.
    yield ReferenceSyntaxError(f"{expected} was expected", text, start, stop)
