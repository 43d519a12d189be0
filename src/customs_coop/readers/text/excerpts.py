"""Text that knows where it came from, so that a reader can account for every character."""

import re
from collections.abc import Iterable

import attrs

from customs_coop.readers.base import Residue, Source

__all__ = ["Account", "Excerpt"]

_BLANKS = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]")
_PIECE = re.compile(r"\S+(?: \S+)*+")


@attrs.frozen
class Excerpt:
    """Characters of a source with the index of each; characters put in between have -1.

    Args:
        text: The characters.
        places: For each of them its index in the source.

    Example:
        >>> excerpt = Excerpt.of("a  plan ", 1, 8)
        >>> excerpt.folded().text, excerpt.folded().places
        ('plan', (3, 4, 5, 6))
    """

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> "Excerpt":
        """A piece of a text."""
        stop = len(source) if end is None else end
        return cls(source[start:stop], tuple(range(start, stop)))

    @classmethod
    def join(cls, parts: Iterable["Excerpt"], glue: str = " ") -> "Excerpt":
        """Several excerpts as one, with `glue` between them."""
        texts: list[str] = []
        places: list[int] = []
        for part in parts:
            if texts:
                places.extend([-1] * len(glue))
            texts.append(part.text)
            places.extend(part.places)
        return cls(glue.join(texts), tuple(places))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def cut(self, start: int, end: int | None = None) -> "Excerpt":
        """The part between two indexes of this excerpt."""
        return Excerpt(self.text[start:end], self.places[start:end])

    def stripped(self, characters: str | None = None) -> "Excerpt":
        """Without blanks, or the characters named, at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, start + len(self.text.strip(characters)))

    def folded(self) -> "Excerpt":
        """Without blanks at the ends, and with one blank for each run of blanks."""
        text = self.text
        if not _UNEVEN.search(text):
            return self.stripped()
        parts: list[str] = []
        places: list[int] = []
        end = 0
        for match in _BLANKS.finditer(text):
            parts.append(text[end : match.start()])
            places.extend(self.places[end : match.start()])
            if match.start() and match.end() < len(text):
                parts.append(" ")
                places.append(self.places[match.start()])
            end = match.end()
        parts.append(text[end:])
        places.extend(self.places[end:])
        return Excerpt("".join(parts), tuple(places))

    def without(self, spans: Iterable[tuple[int, int]]) -> "Excerpt":
        """Without the pieces between these indexes, which are in order."""
        parts: list[Excerpt] = []
        end = 0
        for start, stop in spans:
            parts.append(self.cut(end, start))
            end = stop
        parts.append(self.cut(end))
        return Excerpt.join(parts, "")

    def split(self, separators: Iterable[tuple[int, int]]) -> tuple["Excerpt", ...]:
        """The pieces between separators, whose indexes are in order."""
        parts: list[Excerpt] = []
        end = 0
        for start, stop in separators:
            parts.append(self.cut(end, start))
            end = stop
        parts.append(self.cut(end))
        return tuple(parts)

    @property
    def start(self) -> int:
        """The index of its first character in the source; 0 where it has none."""
        return next((place for place in self.places if place >= 0), 0)


class Account:
    """Which characters of a source have been used; what is left over is the residue.

    It is the one value here that changes, and never leaves the call that made it.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._used = bytearray(len(source.text))

    def use(self, excerpt: Excerpt) -> str:
        """Enter the characters of an excerpt as used, and give its text."""
        for place in excerpt.places:
            if place >= 0:
                self._used[place] = 1
        return excerpt.text

    def use_span(self, start: int, end: int) -> None:
        """Enter everything between two indexes as used: furniture, labels, marks."""
        self._used[start:end] = b"\1" * (min(end, len(self._used)) - start)

    def residue(self) -> tuple[Residue, ...]:
        """What was not used: neighbouring lines together, blanks and empty lines left out."""
        left: list[tuple[int, int]] = []
        open_line = -1  # the last line, where its end was left over and the next may go on
        for line in self.source.lines:
            used = self._used[line.start : line.end]
            if 0 not in used:
                continue
            kept = "".join(
                " " if used[offset] else character for offset, character in enumerate(line.text)
            )
            for match in _PIECE.finditer(kept):
                start, end = line.start + match.start(), line.start + match.end()
                if open_line == line.number - 1 and 1 not in used[: match.start()]:
                    left[-1] = (left[-1][0], end)
                else:
                    left.append((start, end))
                open_line = line.number if 1 not in used[match.end() :] else -1
        return tuple(self._residue(start, end) for start, end in left)

    def _residue(self, start: int, end: int) -> Residue:
        text = "".join(
            character
            for offset, character in enumerate(self.source.text[start:end])
            if not self._used[start + offset]
        )
        return Residue(text, self.source.span(start, end))
