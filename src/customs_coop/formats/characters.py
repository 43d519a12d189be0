"""Characters that no file format takes, and those that a reader of a page never sees."""

import re
import unicodedata

__all__ = ["INVISIBLE", "REPLACEMENT", "invisible_name", "replace_illegal"]

REPLACEMENT = "\ufffd"
"""What stands for a character that cannot be written: U+FFFD."""

# All that is no Char of XML 1.0 (section 2.2), and the C1 controls, which HTML forbids as well.
_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# No blanks among them: what a text breaks at stays.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]{1,99}"
)
"""Runs of characters without a shape: zero width, direction, soft hyphens, controls."""


def replace_illegal(text: str) -> str:
    r"""Put U+FFFD in the place of each character that XML or HTML forbids.

    Args:
        text: Any text, also one with lone surrogates.

    Returns:
        A text of the same length that can be written as UTF-8, XML and HTML.

    Example:
        >>> replace_illegal("seal\x00 broken")
        'seal\ufffd broken'
    """
    return _ILLEGAL.sub(REPLACEMENT, text)


def invisible_name(character: str) -> str:
    r"""The number and the name of a character, for people who cannot see it.

    Example:
        >>> invisible_name("\u200b"), invisible_name("\0")
        ('U+200B ZERO WIDTH SPACE', 'U+0000')
    """
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()
