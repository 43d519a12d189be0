"""A text that is written piece by piece and remembers the place of each."""

import re

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import Place, Remark, TextLine

__all__ = ["LONGEST_CELL", "TextWriter", "escape"]

LONGEST_CELL = 200_000
"""The most characters that one cell or paragraph may hold."""
_LONGEST_TEXT = 8_000_000

# What a reader of cells would take for a tag or an entity.
_MARKUP = re.compile(r"<(?=[A-Za-z/])|&(?=#?[A-Za-z0-9]{1,31};)")
_BREAKS = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def escape(text: str) -> str:
    """Words of a cell in which nothing is a tag or an entity.

    Example:
        >>> escape("a < b, <i>, R&D, &amp;")
        'a < b, &lt;i>, R&D, &amp;amp;'
    """
    return _MARKUP.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", text)


class TextWriter:
    """Lines and rows, as they come."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.places: list[Place] = []
        self.remarks: list[Remark] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def piece(self, text: str, place: Place) -> None:
        """Add some words, with the place where they stand."""
        if len(text) > LONGEST_CELL or self._length > _LONGEST_TEXT:
            message = f"{place.path} is longer than any table of a plan"
            raise RefusedFileError("CC185", message)
        if not self.places or self.places[-1] != place:
            self.starts.append(self._length)
            self.places.append(place)
        self.raw(_BREAKS.sub(" ", text))

    def raw(self, text: str) -> None:
        """Add characters that stand nowhere in the file: tabs, tags and line ends."""
        self._parts.append(text)
        self._length += len(text)

    def line(self, line: TextLine) -> None:
        """Add one paragraph as a line; its own tabs stay."""
        for number, part in enumerate(line.text.split("\t")):
            if number:
                self.raw("\t")
            self.piece(part, line.place)
        self.raw("\n")

    def cell(self, lines: tuple[TextLine, ...]) -> None:
        """Add the paragraphs of a cell, with tags between them."""
        total = 0
        for number, line in enumerate(lines):
            if line.role == "item":
                self.raw("<li>")
            elif number:
                self.raw("<br><br>" if line.gap else "<br>")
            total += len(line.text)
            if total > LONGEST_CELL:
                message = f"{line.place.path} holds more than {LONGEST_CELL} characters"
                raise RefusedFileError("CC185", message)
            self.piece(escape(line.text), line.place)

    def blank(self) -> None:
        """End the paragraph with a blank line."""
        self.raw("\n")
