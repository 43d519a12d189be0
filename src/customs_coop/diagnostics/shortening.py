"""Long words of a document in a message: as much as fits, and a sign that there is more."""

from typing import Final

__all__ = ["shortened"]

_MORE: Final = "…"


def shortened(text: str, longest: int = 80) -> str:
    """A text on one line, cut behind a whole word where it is too long.

    Args:
        text: The text.
        longest: How many characters there may be, the sign for more included.

    Returns:
        The text, with blanks for line breaks; "…" behind it where it was cut.

    Example:
        >>> shortened("Train customs officers", 18)
        'Train customs…'
        >>> shortened("Train customs")
        'Train customs'
    """
    # The slice keeps a text of a megabyte from being taken apart for its first words.
    line = " ".join(text[: 4 * longest].split())
    if len(line) <= longest and len(text) <= 4 * longest:
        return line
    kept = line[: longest - 1]
    if line[longest - 1 : longest].strip() and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return f"{kept.rstrip()}{_MORE}"
