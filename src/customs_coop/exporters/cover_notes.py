"""The cover note of a revised plan as a file: plain text, Markdown, a web page or Word."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from customs_coop.errors import InvalidValueError, MarkingError
from customs_coop.exporters.pipes import escaped, escaped_line, labelled_lines
from customs_coop.model import Marking

if TYPE_CHECKING:
    from customs_coop.rollover.revision.cover import CoverNote

__all__ = ["COVER_NOTE_SUFFIXES", "cover_note_for", "written_cover_note"]

# A note whose document has no day; any fixed one does, so long as no clock is asked.
_NO_DAY: Final = dt.date(1970, 1, 1)


def cover_note_for(name: str) -> str:
    """The suffix by which a cover note is written to a file of this name.

    Raises:
        InvalidValueError: No form of the note has the suffix; all that there are are listed.

    Example:
        >>> cover_note_for("note.MD")
        '.md'
    """
    suffix = PurePath(name).suffix.casefold()
    if suffix not in _FORMS:
        listed = ", ".join(COVER_NOTE_SUFFIXES)
        raise InvalidValueError(f"a cover note is written to a file in {listed}, not {name:.80}")
    return suffix


def written_cover_note(
    note: "CoverNote", suffix: str, *, day: dt.date | None = None, public: bool = False
) -> bytes:
    r"""The content of a file with a cover note.

    Args:
        note: The note.
        suffix: One of `COVER_NOTE_SUFFIXES`.
        day: The day for the properties of a Word file; None where none is known.
        public: Refuse a note that is not for the public.

    Raises:
        MarkingError: The note is marked, and `public` was asked for.

    Example:
        >>> from customs_coop.rollover.revision.cover import CoverNote
        >>> note = CoverNote(title="Plan", paragraphs=(("All is well.",),))
        >>> written_cover_note(note, ".md").decode()
        '# Plan\n\n1. All is well.\n'
    """
    if public and note.marking not in ("", Marking.PUBLIC.value):
        name = dict(note.head).get("Document", note.title)
        raise MarkingError(f"not for the public: the cover note of {name} ({note.marking})")
    return _FORMS[suffix](note, day or _NO_DAY)


def _plain(note: "CoverNote", _day: dt.date) -> bytes:
    return f"{note}\n".encode()


def _markdown(note: "CoverNote", _day: dt.date) -> bytes:
    blocks = [f"**{escaped(note.marking)}**"] if note.marking else []
    blocks.append(f"# {escaped(note.title)}")
    if note.head:
        blocks.append(labelled_lines(note.head))
    numbered = []
    for number, (text, *lines) in enumerate(note.paragraphs, 1):
        mark = f"{number}. "
        numbered.append(mark + escaped_line(text))
        numbered += [f"{' ' * len(mark)}- {escaped_line(line)}" for line in lines]
    blocks.append("\n".join(numbered))
    return ("\n\n".join(blocks) + "\n").encode()


def _page(note: "CoverNote", _day: dt.date) -> bytes:
    from customs_coop.exporters.web_pages import web_page

    return web_page("cover_note.html", note=note).encode()


def _word(note: "CoverNote", day: dt.date) -> bytes:
    from customs_coop.formats.word.paper import PORTRAIT
    from customs_coop.formats.word.writing import (
        add_lines,
        add_paragraph,
        empty_document,
        stable_bytes,
    )

    # Number and marking stand at the head of each page.
    number = dict(note.head).get("Document", "")
    document = empty_document(
        title=note.title, number=number, marking=note.marking, day=day, paper=PORTRAIT
    )
    add_paragraph(document, note.title, style="Title")
    if note.head:
        add_lines(document, tuple((f"{label}:", text) for label, text in note.head))
    add_paragraph(document, "Cover note", style="Heading 1")
    for place, (text, *lines) in enumerate(note.paragraphs, 1):
        add_paragraph(document, f"{place}. {text}")
        for line in lines:
            add_paragraph(document, f"\u2013 {line}", style="Objective")
    return stable_bytes(document)


_FORMS: Final[Mapping[str, Callable[["CoverNote", dt.date], bytes]]] = {
    ".docx": _word,
    ".html": _page,
    ".md": _markdown,
    ".txt": _plain,
}

COVER_NOTE_SUFFIXES: Final = tuple(_FORMS)
"""The suffixes of the files to which a cover note can be written."""
