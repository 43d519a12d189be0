"""The first words of a row or a box, by which a message names it."""

from typing import Final

__all__ = ["begun_with"]

_LONGEST: Final = 60


def begun_with(what: str, words: str) -> str:
    """Something with its first words, for a message.

    Args:
        what: What it is, such as "the row".
        words: All its words; there may be none.

    Example:
        >>> begun_with("the row", "Train  the crews"), begun_with("the row", " ")
        ('the row "Train the crews"', 'the row')
    """
    # The slice keeps a text of a megabyte from being taken apart for its first words.
    line = " ".join(words[: 8 * _LONGEST].split())
    if not line:
        return what
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 3].rstrip()}..."
    return f'{what} "{line}"'
