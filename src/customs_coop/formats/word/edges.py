"""Heads and feet of the pages of a Word file: those of each section that its pages show."""

from collections.abc import Mapping, Sequence
from typing import Final

from customs_coop.formats.files.archives import Archive
from customs_coop.formats.files.changes import Changes
from customs_coop.formats.pages.content import Block, Grid, Labels, Place, TextLine
from customs_coop.formats.word.body import BodyReader
from customs_coop.formats.word.numbering import read_numbering
from customs_coop.formats.word.parts import WordParts, walk

__all__ = ["read_edges"]

_KINDS: Final = {"headerReference": "page header", "footerReference": "page footer"}
_OFF: Final = ("0", "false", "off")
_MOST: Final = 200  # parts; a document has some six for each of its sections


class _Sections:
    """What the sections of a document point at, in order: the relations by their kind."""

    def __init__(self, *, even: bool) -> None:
        self.shown: dict[str, str] = {}
        self._even = even
        self._held: dict[tuple[str, str], str] = {}  # a section without its own goes on with it
        self._first = False
        self._changes = 0

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "sectPrChange":
            self._changes += 1  # what it was like before
        elif self._changes:
            return
        elif name == "sectPr":
            self._first = False
        elif name in _KINDS:
            self._held[name, values.get("type", "default")] = values.get("id", "")
        elif name == "titlePg":
            self._first = values.get("val", "") not in _OFF

    def end(self, name: str) -> None:
        if name == "sectPrChange":
            self._changes -= 1
        elif name == "sectPr" and not self._changes:
            for kind, where in _KINDS.items():
                for page, counts in (
                    ("first", self._first),
                    ("default", True),
                    ("even", self._even),
                ):
                    if counts and (kind, page) in self._held:
                        self.shown.setdefault(self._held[kind, page], where)

    def text(self, _text: str) -> None:
        pass


class _Settings:
    """Whether even pages have heads and feet of their own."""

    def __init__(self) -> None:
        self.even = False

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "evenAndOddHeaders":
            self.even = values.get("val", "") not in _OFF

    def end(self, _name: str) -> None:
        pass

    def text(self, _text: str) -> None:
        pass


def read_edges(archive: Archive, parts: WordParts, changes: Changes) -> tuple[TextLine, ...]:
    """Read what stands at the head and at the foot of the pages.

    Args:
        archive: The file.
        parts: Its parts.
        changes: How tracked changes are read.

    Returns:
        Each paragraph, those of the first section first; cells of tables are paragraphs, too.

    Raises:
        RefusedFileError: A part is not sound.
    """
    if not parts.edges:
        return ()
    settings = _Settings()
    if parts.settings:
        walk(parts.settings, "settings", settings)
    sections = _Sections(even=settings.even)
    walk(parts.document, "document", sections)
    found: list[TextLine] = []
    for relation, where in [*sections.shown.items()][:_MOST]:
        path = parts.edges.get(relation, "")
        if path in archive:
            body = BodyReader(changes, {}, read_numbering(b"", b""))
            walk(archive.read(path), where, body)
            found += _lines(body.close(), Place(where))
    return tuple(found)


def _lines(blocks: Sequence[Block], place: Place) -> list[TextLine]:
    found: list[TextLine] = []
    for block in blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    found += _lines(cell.blocks, place)
        elif isinstance(block, Labels):
            found += [TextLine(text=f"{one}: {text}", place=place) for one, text, _ in block.pairs]
        elif block.text.strip():
            found.append(TextLine(text=block.text, place=place))
    return found
