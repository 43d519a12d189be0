"""Footnotes of an introduction: the documents and acts that it names."""

import re

from customs_coop.model import Note
from customs_coop.readers.base import Source
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_numbers_alone
from customs_coop.references import find_references

__all__ = ["find_notes"]

_NUMBERED_NOTE = re.compile(r"\s{0,8}(?P<mark>[1-9][0-9]?|[¹²³⁴-⁹]{1,2})\s{1,8}(?=\S)")
_REMARK = re.compile(r"[\s.]{0,6}(?:\([^()]{1,40}\))?[\s.]{0,6}")


def find_notes(
    source: Source, account: Account, lines: tuple[int, int], *, marked: bool = False
) -> tuple[Note, ...]:
    r"""The footnotes of an introduction: lines that hold a reference and nothing else.

    Their numbers stand before them, or in a column of their own above them, or nowhere; then
    they count on.

    Args:
        source: The document.
        account: What is used is entered here.
        lines: The first line of the introduction and the first one behind it, as indexes.
        marked: Whether only lines with a number before them are notes.

    Returns:
        The notes in order.

    Example:
        >>> source = Source("plan.txt", "It follows an earlier plan.\n1 9001/13 ENFOCUSTOM 12.\n")
        >>> [(note.mark, note.text) for note in find_notes(source, Account(source), (0, 2))]
        [('1', '9001/13 ENFOCUSTOM 12.')]
    """
    notes: dict[str, Note] = {}
    waiting: list[Excerpt] = []
    for line in source.lines[slice(*lines)]:
        text = Excerpt.of(source.text, line.start, line.end).folded()
        if not text:
            continue
        if is_numbers_alone(text.text):
            waiting.append(text)
            continue
        mark = _NUMBERED_NOTE.match(text.text)
        begin = mark.end() if mark else 0
        if not _is_reference(text.text[begin:]) or (marked and not mark):
            waiting.clear()
            continue
        if mark:
            number = mark["mark"]
        elif waiting:
            number = account.use(waiting.pop(0))
        else:
            number = str(len(notes) + 1)
        account.use(text)
        name = f"n{number}" if f"n{number}" not in notes else f"n{number}-{len(notes) + 1}"
        notes[name] = Note(id=name, mark=number, text=text.text[begin:])
    return tuple(notes.values())


def _is_reference(text: str) -> bool:
    """Whether a line is one reference, with at most a remark in brackets behind it."""
    found = find_references(text) if len(text) < 300 else ()
    if not found or found[0].start > 4:
        return False
    return _REMARK.fullmatch(text, found[-1].end) is not None and len(found) <= 3
