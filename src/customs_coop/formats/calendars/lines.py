"""Texts as a calendar can hold them, and the folding of long lines."""

import datetime as dt
import re
from typing import Any, Final
from urllib.parse import quote

from customs_coop.formats.characters import REPLACEMENT, replace_illegal

__all__ = [
    "as_duration",
    "as_line",
    "as_mailto",
    "as_parameter",
    "as_text",
    "as_uri",
    "clean_line",
    "fold",
    "replaced_characters",
    "restore_backslashes",
    "shown",
]

_BREAK: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANKS: Final = re.compile("[ \t\n]+")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:.")
_ADDRESS: Final = re.compile(
    r"""[^\s@<>()\[\]:;,"\\]{1,64}@[^\s@<>()\[\]:;,"\\.]{1,63}(?:\.[^\s@<>()\[\]:;,"\\.]{1,63}){0,9}"""
)
# What stands for a backslash until the library is through, which takes the two characters "\N" of
# a text for a line break. No text has it: `replace_illegal` leaves none.
_BACKSLASH: Final = "\ufffe"
_ESCAPES: Final = rb"\^"  # what begins an escape of a text, or of a parameter (RFC 6868)
_LIMIT: Final = 75  # octets of a line without its end: RFC 5545, section 3.1


def as_text(text: str) -> str:
    r"""A text of several lines: a break is a line feed, other control characters are replaced.

    Args:
        text: Any text, also one with lone surrogates.

    Returns:
        A text for the library, in which the backslash of "\\N" is held back until
        `restore_backslashes`.

    Example:
        >>> as_text("seal\r\nbroken\x07")
        'seal\nbroken\ufffd'
    """
    return _hold(_clean(text))


def as_line(text: str) -> str:
    r"""A text of one line, as `as_text` gives it: blanks between words are single spaces.

    Args:
        text: Any text.

    Example:
        >>> as_line(" seal \n broken ")
        'seal broken'
    """
    return _hold(clean_line(text))


def clean_line(text: str) -> str:
    """A text of one line as people read it, which is not yet for the library.

    Args:
        text: Any text.
    """
    return _BLANKS.sub(" ", _clean(text)).strip(" ")


def shown(text: str) -> str:
    """A text in quotes for a report.

    Args:
        text: Any text.

    Example:
        >>> shown("no  address")
        "'no address'"
    """
    return repr(clean_line(text))


def as_duration(length: dt.timedelta) -> str:
    """A length of time as RFC 5545 has it (section 3.3.6).

    Args:
        length: The length, of whole seconds.

    Example:
        >>> as_duration(dt.timedelta(days=14))
        'P14D'
    """
    from icalendar import vDuration

    value: Any = vDuration(length)  # Any: the library gives the next method no types
    return str(value.to_ical(), "ascii")


def as_parameter(text: str) -> str:
    r"""A text of one line for a parameter, where a backslash escapes nothing.

    Many programs take it for an escape nevertheless, so that none is written.

    Args:
        text: Any text.

    Example:
        >>> as_parameter("a\\b")
        'a�b'
    """
    return clean_line(text).replace("\\", REPLACEMENT)


def replaced_characters(text: str, cleaned: str) -> int:
    """How many characters of a text could not be written.

    Args:
        text: The text.
        cleaned: What one of the functions above made of it.
    """
    return 0 if cleaned == text else cleaned.count(REPLACEMENT) - text.count(REPLACEMENT)


def as_uri(text: str) -> str | None:
    """A URI to RFC 3986, where what it cannot hold is written in hexadecimal.

    Args:
        text: A URI, or one with letters outside ASCII.

    Returns:
        The URI, or None if it has no scheme.

    Example:
        >>> as_uri("https://example.org/pläne?a=b%20c"), as_uri("ST 1/97")
        ('https://example.org/pl%C3%A4ne?a=b%20c', None)
    """
    stripped = text.strip()
    if _SCHEME.match(stripped) is None:
        return None
    return quote(replace_illegal(stripped), safe="!#$%&'()*+,/:;=?@[]~")


def as_mailto(address: str) -> str | None:
    """The URI of an electronic mail address (RFC 6068).

    Args:
        address: The address, with or without "mailto:".

    Returns:
        The URI, or None if that is no address.

    Example:
        >>> as_mailto("customs@example.org"), as_mailto("customs")
        ('mailto:customs@example.org', None)
    """
    plain = address.strip()
    if plain[:7].lower() == "mailto:":
        plain = plain[7:]
    if _ADDRESS.fullmatch(plain) is None or replace_illegal(plain) != plain:
        return None
    return "mailto:" + quote(plain, safe="!$'*+@~")


def restore_backslashes(written: str) -> str:
    r"""Write the backslashes that were held back, where one is written as two.

    Args:
        written: A content line of RFC 5545, or JSON.
    """
    return written.replace(_BACKSLASH, "\\\\")


def fold(line: str) -> bytes:
    r"""Write a content line so that no line of the file is longer than 75 octets.

    A line is never broken inside a character or an escape; the library breaks two backslashes.

    Args:
        line: The line, without its end.

    Returns:
        The line in UTF-8 with its end.

    Example:
        >>> fold("SUMMARY:" + "é" * 40).decode().rstrip().split("\r\n ")[1]
        'ééééééé'
    """
    whole = line.encode()
    if len(whole) <= _LIMIT:
        return whole + b"\r\n"
    pieces: list[bytes] = []
    start, end = 0, _LIMIT
    while end < len(whole):
        end = _border(whole, start, end)
        pieces.append(whole[start:end])
        # All but the first begin with a blank.
        start, end = end, end + _LIMIT - 1
    pieces.append(whole[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _border(whole: bytes, start: int, end: int) -> int:
    """The last place up to an end that lies neither in a character nor in an escape."""
    while whole[end] & 0xC0 == 0x80:  # within a character of UTF-8
        end -= 1
    signs = end
    while signs > start and whole[signs - 1] in _ESCAPES:
        signs -= 1
    # They are escaped by each other; of an odd number the last one escapes what comes behind.
    return end - (end - signs) % 2


def _clean(text: str) -> str:
    # Nearly all texts are clean, which is seen at once: what may go is nothing that can be printed.
    if text.replace("\n", " ").isprintable():
        return text
    # The library would lose a byte order mark at the beginning of a value; it is no text anywhere.
    return replace_illegal(_BREAK.sub("\n", text).replace("\ufeff", ""))


def _hold(cleaned: str) -> str:
    return cleaned.replace(r"\N", f"{_BACKSLASH}N")
