"""Texts as a calendar can hold them, and the folding of long lines."""

import datetime as dt
import re
from typing import Any, Final
from urllib.parse import quote

from customs_coop.formats.characters import REPLACEMENT, replace_illegal

__all__ = [
    "as_color",
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
_COLOR: Final = re.compile("[a-z]{3,30}")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:.")
_ADDRESS: Final = re.compile(
    r"""[^\s@<>()\[\]:;,"\\]{1,64}@[^\s@<>()\[\]:;,"\\.]{1,63}(?:\.[^\s@<>()\[\]:;,"\\.]{1,63}){0,9}"""
)
# What stands for a backslash until the library is through, which takes the two characters "\N" of
# a text for a line break. No text has it: `replace_illegal` leaves none.
_BACKSLASH: Final = "\ufffe"
# What must stay together: an escape of a text, or of a parameter (RFC 6868).
_PIECE: Final = re.compile(r"[\\^].|.", re.DOTALL)
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


def as_color(text: str) -> str | None:
    """A colour as COLOR has it: its name in CSS 3 (RFC 7986, section 5.9).

    Args:
        text: The name.

    Returns:
        The name in small letters, or None if it cannot be one.

    Example:
        >>> as_color("SteelBlue"), as_color("#4682b4")
        ('steelblue', None)
    """
    name = text.strip().lower()
    return name if _COLOR.fullmatch(name) else None


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
    return cleaned.count(REPLACEMENT) - text.count(REPLACEMENT)


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
    lines = [bytearray()]
    for piece in _PIECE.findall(line):
        octets = piece.encode()
        if len(lines[-1]) + len(octets) > _LIMIT:
            lines.append(bytearray(b" "))
        lines[-1] += octets
    return b"\r\n".join(lines) + b"\r\n"


def _clean(text: str) -> str:
    # The library would lose a byte order mark at the beginning of a value; it is no text anywhere.
    return replace_illegal(_BREAK.sub("\n", text).replace("\ufeff", ""))


def _hold(cleaned: str) -> str:
    return cleaned.replace(r"\N", f"{_BACKSLASH}N")
