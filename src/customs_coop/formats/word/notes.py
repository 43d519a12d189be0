"""Footnotes and endnotes of a Word file, by their ids."""

from collections.abc import Mapping

import attrs

from customs_coop.formats.pages.content import TextLine, paragraphs_of
from customs_coop.formats.word.body import BodyReader
from customs_coop.formats.word.numbering import Numbering
from customs_coop.formats.word.parts import walk

__all__ = ["WordNotes", "read_notes"]


@attrs.frozen(kw_only=True)
class WordNotes:
    """The paragraphs of each note, by its id, and how many changes were tracked in them."""

    texts: Mapping[str, tuple[TextLine, ...]]
    changed: int = 0


class _Notes:
    """Gives each note a reader of its own."""

    def __init__(self, kind: str, changes: str) -> None:
        self.kind = kind
        self.changes = changes
        self.texts: dict[str, tuple[TextLine, ...]] = {}
        self.changed = 0
        self._reader: BodyReader | None = None
        self._id = ""

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == self.kind:
            # The lines that set notes apart from the text are notes with a type.
            separator = values.get("type", "normal") != "normal"
            self._id = values.get("id", "")
            self._reader = (
                None if separator else BodyReader(self.changes, {}, Numbering({}, {}, {}))
            )
        elif self._reader is not None:
            self._reader.start(name, values)

    def end(self, name: str) -> None:
        if name == self.kind:
            if self._reader is not None:
                self.texts[self._id] = tuple(paragraphs_of(self._reader.close()))
                self.changed += self._reader.changed
            self._reader = None
        elif self._reader is not None:
            self._reader.end(name)

    def text(self, text: str) -> None:
        if self._reader is not None:
            self._reader.text(text)


def read_notes(part: bytes, kind: str, changes: str) -> WordNotes:
    """Read the notes of one kind.

    Args:
        part: The part that holds them.
        kind: "footnote" or "endnote".
        changes: How tracked changes are read.

    Raises:
        RefusedFileError: The part is not sound.
    """
    notes = _Notes(kind, changes)
    walk(part, f"{kind}s", notes)
    return WordNotes(texts=notes.texts, changed=notes.changed)
