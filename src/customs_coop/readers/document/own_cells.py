"""Cells of our own tables that are read otherwise than those of any other document."""

import re
from collections.abc import Callable, Sequence

from customs_coop.formats.additions import find_additions
from customs_coop.readers.text.markup import Cell, Paragraph

__all__ = ["codes_beside_words", "spaced_lines", "without_additions"]

_EMPTY_LINE = re.compile(r"<br>\s{0,9}<br>")
_LISTED = re.compile(r"\s{0,9}(?:[,;/&+]|\b(?:and|et|und)\b)\s{0,9}")


def without_additions(cell: str) -> str:
    """The words of a cell without what stands beside them only to be read back.

    Example:
        >>> without_additions("8<br>[In words: (new)]"), without_additions("8 (a)")
        ('8', '8 (a)')
    """
    words = cell.replace("<br>", " ")
    parts: list[str] = []
    end = 0
    for start, after, _ in find_additions(words):
        parts.append(words[end:start])
        end = after
    return "".join((*parts, words[end:])).strip() if parts else cell


def spaced_lines(cell: Cell, text: str) -> str:
    """The paragraphs of one text, a line for each, with the empty lines between them.

    Args:
        cell: The cell.
        text: The source in which it stands.
    """
    found: list[str] = []
    end = 0
    for paragraph in cell.paragraphs:
        content = paragraph.content
        if found and _EMPTY_LINE.search(text, end, content.start):
            found.append("")
        found.append(content.text)
        end = content.places[-1] + 1
    return "\n".join(found)


def codes_beside_words(
    paragraphs: Sequence[Paragraph], is_code: Callable[[str], bool]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes in a cell of codes to which somebody has added words, and the words.

    Args:
        paragraphs: The paragraphs; below the first one, a sentence may begin like a code.
        is_code: Whether a word is a code.

    Returns:
        The codes and, by paragraph, the words; neither where the cell has no codes.

    Example:
        >>> from customs_coop.readers.text.excerpts import Excerpt
        >>> cell = [Paragraph(Excerpt.of(words)) for words in ("A, B, C amended", "A new one")]
        >>> codes_beside_words(cell, lambda word: word in ("A", "B", "C"))
        (('A', 'B', 'C'), ('amended', 'A new one'))
    """
    found: dict[str, None] = {}
    added: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        rest: list[str] = []
        for item in _LISTED.split(paragraph.content.text):
            first, _, more = item.strip().partition(" ")
            if is_code(first) and first not in found and (not more or (number == 0 and not rest)):
                found[first] = None
                rest += [more] if more else []
            elif item.strip():
                rest.append(item.strip())
        added += [", ".join(rest)] if rest else []
    return (tuple(found), tuple(added)) if found else ((), ())
