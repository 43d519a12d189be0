"""Words of a Markdown text that are marked as deleted, inserted or struck through."""

import re
from typing import Final

import attrs

from customs_coop.formats.files.changes import Changes

__all__ = ["Marks"]

_MARK = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|<(?P<close>/?)(?P<tag>del|ins|s|strike)(?:\s[^<>]{0,200})?>|(?P<tildes>~~)",
    re.IGNORECASE,
)
_DROPPED: Final = {"accept": "del", "reject": "ins", "both": ""}
_BETWEEN: Final = " | "


@attrs.define
class Marks:
    """The marks in the texts of a file, which are read one by one.

    Attributes:
        changes: How tracked changes are read.
        changed: How many there were so far.
        struck: The line of the first words that are struck through, from 0; None without any.
    """

    changes: Changes
    changed: int = 0
    struck: int | None = None

    def read(self, text: str, line: int) -> str:
        """Take out the words that were deleted, or of a rejected change those inserted.

        Tags of changes that are never closed in the text mark nothing.

        Args:
            text: A paragraph or a cell.
            line: Its line.

        Returns:
            The text that is read; struck words stay in it.

        Example:
            >>> marks = Marks("accept")
            >>> marks.read("<del>May</del><ins>June</ins> ~~2020~~ 2021", 4)
            'June ~~2020~~ 2021'
            >>> marks.changed, marks.struck
            (2, 4)
        """
        if "~~" not in text and "<" not in text:
            return text
        opened: dict[str, re.Match[str]] = {}
        parts: list[str] = []
        end = 0
        last = ""
        for match in _MARK.finditer(text):
            name = (match["tag"] or match["tildes"] or "").lower()
            if not name:
                continue
            begun = opened.pop(name, None) if match["close"] or name == "~~" else None
            if begun is None:
                if not match["close"]:
                    opened.setdefault(name, match)
                continue
            words = text[begun.end() : match.start()]
            if name not in {"del", "ins"}:
                if words.strip() and self.struck is None:
                    self.struck = line
                continue
            if begun.start() < end:
                continue  # inside of another change
            self.changed += 1
            before = text[end : begun.start()]
            if self.changes == "both" and last not in {"", name} and not before.strip():
                before = _BETWEEN
            parts += [before, "" if name == _DROPPED[self.changes] else words]
            end, last = match.end(), name
        return "".join((*parts, text[end:]))
