"""Words of a web page that are marked as deleted, inserted or struck through."""

import attrs

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.html.tags import Tag

__all__ = ["Marks"]

_TRACKED = frozenset(("del", "ins"))
_STRUCK = frozenset(("s", "strike"))
_MOST_OPEN = 50  # marks within one another
_DROPPED = {"accept": "del", "reject": "ins", "both": ""}


@attrs.define
class Marks:
    """The marks that are open while a page is read.

    Attributes:
        changes: How tracked changes are read.
        changed: How many there were.
        struck: Where the first words stand that are struck through, as an index of the text.
    """

    changes: Changes
    changed: int = 0
    struck: int | None = None
    _open: list[tuple[str, int]] = attrs.Factory(list)
    _change: int = 0  # of the text read last: 1 where it was inserted, -1 where it was deleted

    def take(self, tag: Tag, depth: int) -> bool:
        """Take a tag.

        Args:
            tag: The tag.
            depth: How many containers are open.

        Returns:
            Whether it is a mark.
        """
        if tag.name not in _TRACKED and tag.name not in _STRUCK:
            return False
        if not tag.closing:
            self.changed += tag.name in _TRACKED
            if len(self._open) < _MOST_OPEN:
                self._open.append((tag.name, depth))
            return True
        for index in reversed(range(len(self._open))):
            if self._open[index][0] == tag.name:
                del self._open[index]
                break
        return True

    def leave(self, depth: int) -> None:
        """End the marks that were never closed in the container that ends."""
        self._open = [mark for mark in self._open if mark[1] < depth]

    def end_paragraph(self) -> None:
        """Forget of what kind the text before was."""
        self._change = 0

    def keeps(self, text: str, start: int) -> bool:
        """Whether text is read."""
        marks = {name for name, _ in self._open}
        if not text.strip():
            return _DROPPED[self.changes] not in marks
        if _DROPPED[self.changes] in marks:
            return False
        if self.struck is None and not marks.isdisjoint(_STRUCK):
            self.struck = start
        return True

    def parts(self, text: str) -> bool:
        """Whether text that is read touches text of the other kind, and has to be set apart."""
        if not self._open and not self._change:
            return False
        marks = {name for name, _ in self._open}
        change = ("ins" in marks) - ("del" in marks)
        if not change and not text.strip():
            return False
        apart = bool(change) and self._change == -change
        self._change = change
        return apart
