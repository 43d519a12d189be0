"""Characters that no file format takes: control characters and half surrogate pairs."""

import re

__all__ = ["REPLACEMENT", "replace_illegal"]

REPLACEMENT = "\ufffd"
"""What stands for a character that cannot be written: U+FFFD."""

# All that is no Char of XML 1.0 (section 2.2), and the C1 controls, which HTML forbids as well.
_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
