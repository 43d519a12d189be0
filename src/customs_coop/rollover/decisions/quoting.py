"""Texts in TOML, as values and as comments that nothing breaks."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from customs_coop.rollover.decisions.values import printable

__all__ = ["cleaned", "comment_lines", "quoted"]

_LONGEST: Final = 400  # characters of a comment
_WIDTH: Final = 96
_INDENT: Final = "    "
_ESCAPES: Final = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
}
# Control characters, and those that change the direction of what is shown or show nothing.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})


def quoted(text: str) -> str:
    """A text as TOML has it, on one line, with what could not be seen as escapes."""
    return '"' + "".join(map(_shown, printable(text))) + '"'


def _shown(character: str) -> str:
    escaped = _ESCAPES.get(character)
    if escaped is not None:
        return escaped
    if character.isascii():
        return character if " " <= character <= "~" else f"\\u{ord(character):04X}"
    if unicodedata.category(character) in _HIDDEN:
        number = ord(character)
        return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"
    return character


def comment_lines(texts: Iterable[str]) -> Iterator[str]:
    """Comments, folded to the width of a page, without what could leave them."""
    for text in texts:
        line = cleaned(text) if len(text) > _WIDTH or not text.isprintable() else text
        first = True
        while line:
            width = _WIDTH if first else _WIDTH - len(_INDENT)
            part = line[:width]
            cut = part.rfind(" ") if len(line) > width else -1
            if cut > width // 2:
                part = line[:cut]
            line = line[len(part) :].lstrip()
            yield f"# {part}" if first else f"# {_INDENT}{part}"
            first = False
        if first:
            yield "#"


def cleaned(text: str) -> str:
    """A text for the eye on one line, shortened, without signs that do not show."""
    words = " ".join(text[: 2 * _LONGEST].split())
    shown = "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(one) in _HIDDEN else one
        for one in words
    )
    if len(shown) > _LONGEST or len(text) > 2 * _LONGEST:
        return f"{shown[: _LONGEST - 1].rstrip()}…"
    return shown
