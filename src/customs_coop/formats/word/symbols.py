"""Characters of symbol fonts in Word files."""

__all__ = ["symbol_text"]

_BULLET = "•"


def symbol_text(code: str) -> str:
    """A character of a symbol font; what stands there are nearly always bullets.

    Args:
        code: Its number in hexadecimal figures, as Word writes it.

    Example:
        >>> symbol_text("F0B7"), symbol_text("2013"), symbol_text("x")
        ('•', '–', '')
    """
    try:
        number = int(code[:6], 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return _BULLET
    return chr(number) if 0x20 <= number <= 0xD7FF else ""
