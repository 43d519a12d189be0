"""Labels before the texts of an action, and the headings above it that have its code."""

import re

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.content import TextLine
from customs_coop.formats.pages.headings import is_code, label_of, leading_code
from customs_coop.formats.pages.records import CODE, TITLE, Record, Section, take_code

__all__ = ["own_label", "take_headings"]

_LONGEST_LABEL = 60  # characters before a colon
# Brackets behind a label, but for the mark of a note.
_REMARK = re.compile(r"(?:\s{1,4}(?:\([^()]{3,200}\)|\[[^\[\]]{3,200}\])){1,4}\Z")
_CODE_WORDS = frozenset(("action", "activity", "measure", "item", "no", "nr", "n°", "mesure"))


def own_label(
    lines: tuple[TextLine, ...], *, inline: bool, remarks: bool = False
) -> tuple[Column, str, tuple[TextLine, ...]] | None:
    """The label with which a text begins, its words, and what follows it.

    Args:
        lines: The paragraphs; the label is the first one, or stands in it before a colon.
        inline: Whether text may follow in the same paragraph.
        remarks: Whether words in brackets behind the label are the first of what follows, as
            below rows with headings, where somebody has typed them; else only those with a colon.

    Returns:
        The column, the label and the paragraphs behind it; None where no label begins it.
    """
    first = lines[0]
    column = label_of(first.text)
    if column is not None:
        label = first.text.strip(" *_:")
        label, words = _without_remark(label) if remarks or ":" in label else (label, "")
        more = (attrs.evolve(first, text=words),) if words else ()
        return column, label, (*more, *lines[1:])
    head, colon, rest = first.text.partition(":")
    if not inline or not colon or len(head) > _LONGEST_LABEL or not rest.strip():
        return None
    column = label_of(head)
    # A word with a colon is found in any text.
    if column is None or " " not in head.strip():
        return None
    return column, head.strip(" *_"), (attrs.evolve(first, text=rest.strip()), *lines[1:])


def _without_remark(label: str) -> tuple[str, str]:
    """A label and what stands in brackets behind it, where that is no part of a heading."""
    match = _REMARK.search(label)
    if match is None or label_of(label[: match.start()]) is None:
        return label, ""
    return label[: match.start()], label[match.start() :].strip()


def take_headings(section: Section) -> None:
    """Give each action the code of the line above it, where it has none of its own.

    The line goes where all of its words are in the action.

    Args:
        section: Actions and the lines between them; they are changed.
    """
    for record in section.records:
        take_code(record)
    items: list[Record | TextLine] = []
    for item in section.items:
        above = items[-1] if items else None
        if (
            isinstance(item, Record)
            and isinstance(above, TextLine)
            and section.boxes
            and _take_heading(item, above)
        ):
            items.pop()
        items.append(item)
    section.items = items


def _take_heading(record: Record, line: TextLine) -> bool:
    """Take code and title from a line; whether nothing of it is left over."""
    if is_code(line.text):
        code, words = line.text, ""
    elif (found := leading_code(line.text)) is not None:
        code, words = found[0], line.text[found[1] :].strip()
    else:
        return False
    held = record.texts.setdefault(CODE, [])
    title = record.texts.setdefault(TITLE, [])
    again = not words or not title or _is_same(words, " ".join(part.text for part in title))
    if not again and code.isalnum() and line.text.startswith(code):
        return False  # a sentence that is numbered, such as "1. The plan covers all sheds."
    if held and not _is_same(held[0].text, code):
        return False
    if not held:
        held.append(attrs.evolve(line, text=code))
    if words and not title:
        title.append(attrs.evolve(line, text=words))
    return again


def _is_same(one: str, other: str) -> bool:
    """Whether two texts differ at most in case, blanks, and what stands at their ends."""

    def bare(text: str) -> str:
        words = text.casefold().split()
        while len(words) > 1 and words[0].rstrip(".") in _CODE_WORDS:
            words.pop(0)
        return " ".join(words).strip("[]().:;,*_ ")

    return bare(one) == bare(other)
