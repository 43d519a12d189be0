"""Footnotes of a web page, each of which goes behind what bears its mark.

Pages hold them at their end: as a list that counts them (pandoc, Markdown), or as boxes that begin
with their mark (LibreOffice, Word). The rows of a table find only the notes below it.
"""

import re
from collections.abc import Sequence

import attrs

from customs_coop.formats.html.tags import Tag
from customs_coop.formats.pages.content import Block, Grid, TextLine, raised

__all__ = ["PageNotes"]

_ID = re.compile(
    r"(?:user-content-)?(?P<listed>fn(?:[:_-]?[0-9]{1,4}|[:-][\w-]{1,40}))"
    r"|(?P<symbol>sd(?:foot|end)note[0-9]{1,4})(?:sym)?"
    r"|_?(?P<boxed>(?:ftn|edn)[0-9]{1,4})"
)
_BACK = re.compile(r"#(?:user-content-)?fn[:_-]?ref")
_ELEMENTS = frozenset(("li", "div", "aside"))
_LISTS = frozenset(("ol", "ul"))


@attrs.define
class PageNotes:
    """The notes of a page while it is read."""

    open: str = ""  # the key of the note whose words are being read
    link: str = ""  # the link that is open: "mark" of a note, "symbol" in front of it, "back"
    _name: str = ""
    _inner: int = 0  # elements of its name that are open in it
    _lists: int = 0  # lists that are open in it
    _counted: int = 0
    _marks: dict[str, str] = attrs.Factory(dict)  # of those that a list counts
    _lines: dict[str, list[TextLine]] = attrs.Factory(dict)
    _met: dict[str, int] = attrs.Factory(dict)  # the block before which a note stands
    _borne: dict[str, list[int]] = attrs.Factory(dict)  # the blocks that bear its mark

    def take(self, tag: Tag, block: int) -> None:
        """Take the tag of a block, which may begin or end a note.

        Args:
            tag: The tag.
            block: The number of the block of the page that is being read.
        """
        self.link = ""
        if tag.name in _ELEMENTS and not tag.closing and self._begins(tag, block):
            return
        step = -1 if tag.closing else 1
        if tag.name == self._name:
            self._inner += step
        elif self._name == "li" and tag.name in _LISTS:
            self._lists += step
        if self._inner < 0 or self._lists < 0:
            self.open = self._name = ""
            self._inner = self._lists = 0

    def _begins(self, tag: Tag, block: int) -> bool:
        match = _ID.fullmatch(tag.values.get("id", ""))
        if match is None or (tag.name == "li") != bool(match["listed"]):
            return False
        key = _key(match)
        if tag.name == "li":
            self._counted += 1
            self._marks[key] = raised(str(self._counted))
        self.open, self._name = key, tag.name
        self._inner = self._lists = 0
        self._met.setdefault(key, block)
        return True

    def take_link(self, tag: Tag, block: int) -> None:
        """Take the tag of a link, which may be a mark, or lead back to one."""
        self.link = ""
        address = tag.values.get("href", "")
        if tag.closing or not address.startswith("#"):
            return
        if self.open:
            back = self._name == "li" and _BACK.match(address) is not None
            symbol = tag.values.get("class", "") in ("sdfootnotesym", "sdendnotesym")
            self.link = "back" if back else "symbol" if symbol else ""
            return
        match = _ID.fullmatch(address[1:])
        if match is not None:
            self.link = "" if match["boxed"] else "mark"
            borne = self._borne.setdefault(_key(match), [])
            if block not in borne:
                borne.append(block)

    def words(self, text: str) -> str:
        """The words of a text of the page, as they are read."""
        if self.link == "back":
            return ""
        if self.link == "symbol":
            return f"{raised(text.strip())} " if text.strip() else ""
        return raised(text) if self.link == "mark" else text

    def line(self, line: TextLine) -> None:
        """Take a paragraph of the note that is open."""
        held = self._lines.setdefault(self.open, [])
        mark = "" if held else self._marks.get(self.open, "")
        text = f"{mark} {line.text}" if mark else line.text
        held.append(attrs.evolve(line, text=text, role="note"))

    def placed(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks of the page, with each note behind those that bear its mark.

        A note stands again behind each table that points at it, and once behind a paragraph; one
        to which nothing points stays where it is.

        Args:
            blocks: The blocks without the notes.
        """
        before: dict[int, list[TextLine]] = {}
        for key, lines in self._lines.items():
            borne = [number for number in self._borne.get(key, ()) if number < len(blocks)]
            tables = [number for number in borne if isinstance(blocks[number], Grid)]
            for number in tables or borne[:1] or [self._met[key] - 1]:
                before.setdefault(number + 1, []).extend(lines)
        found: list[Block] = []
        for number, block in enumerate(blocks):
            found += [*before.get(number, ()), block]
        return [*found, *before.get(len(blocks), ())]


def _key(match: re.Match[str]) -> str:
    return match["listed"] or match["symbol"] or match["boxed"]
