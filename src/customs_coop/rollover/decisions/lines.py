"""On which line of a TOML file each value stands.

The parser of the standard library checks the text and gives the values without their places. So
the text, once it is known to be right, is gone through a second time, for the places alone.
Where both do not find the same names, no line is told, rather than a wrong one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from customs_coop.references.base import Pattern

__all__ = ["Path", "lines_of"]

Path: TypeAlias = tuple[str | int, ...]
"""The names that lead to a value, with the places in lists counted from 0."""

_BLANK: Final = Pattern(r"[ \t]*")
_BLANK_LINES: Final = Pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY: Final = Pattern(r"[A-Za-z0-9_-]+")
_ONE_LINE: Final = Pattern(r'"(?:[^"\\\n]|\\.)*+"')
_STEP: Final = Pattern(r'\\.|"""', re.DOTALL)
# Numbers, days and truth values, up to what ends them.
_PLAIN: Final = Pattern(r"[^,\]}#\n]+")


def lines_of(text: str, data: Mapping[str, object]) -> Mapping[Path, int]:
    r"""The line of each key and each member of a list, counted from 1.

    Args:
        text: The file, which `tomllib` has read.
        data: What it read.

    Returns:
        The lines by the names that lead there; empty where they cannot be told for certain.

    Example:
        >>> import tomllib
        >>> text = '[[action]]\ncode = "5.1"\n'
        >>> lines_of(text, tomllib.loads(text))["action", 0, "code"]
        2
    """
    scan = _Scan(text.replace("\r\n", "\n"))
    try:
        scan.run()
    except (_LostError, LookupError, ValueError):
        return {}
    return scan.lines if set(scan.lines) == set(_paths(data)) else {}


class _LostError(Exception):
    """The text is not as it should be here."""


def _paths(data: object) -> Iterator[Path]:
    stack: list[tuple[Path, object]] = [((), data)]
    while stack:
        path, value = stack.pop()
        if path:
            yield path
        if isinstance(value, Mapping):
            stack += [((*path, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            stack += [((*path, place), one) for place, one in enumerate(value)]


class _Scan:
    """One way through the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._counts: dict[Path, int] = {}  # of the tables of one name, such as [[action]]

    def run(self) -> None:
        table: Path = ()
        while self._skip(_BLANK_LINES) < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: Pattern) -> int:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise _LostError
        self.at = found.end()
        return self.at

    def _take(self, mark: str) -> None:
        if not self.text.startswith(mark, self.at):
            raise _LostError
        self.at += len(mark)

    def _note(self, path: Path, start: int) -> None:
        line = bisect_right(self._ends, start - 1) + 1
        for end in range(1, len(path) + 1):
            self.lines.setdefault(path[:end], line)

    def _header(self) -> Path:
        start = self.at
        is_list = self.text.startswith("[[", self.at)
        self._take("[[" if is_list else "[")
        keys = self._keys()
        self._take("]]" if is_list else "]")
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, keys[-1])
        if is_list:
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            self._note(path, start)
            path = (*path, count)
        self._note(path, start)
        return path

    def _pair(self, table: Path) -> None:
        start = self.at
        path: Path = (*table, *self._keys())
        self._take("=")
        self._note(path, start)
        self._skip(_BLANK)
        self._value(path)

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip(_BLANK)
            keys.append(self._key())
            self._skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _key(self) -> str:
        start = self.at
        if self.text[start] == "'":
            self._string()
            return self.text[start + 1 : self.at - 1]
        if self.text[start] == '"':
            import tomllib

            self._string()
            return str(tomllib.loads(f"key = {self.text[start : self.at]}")["key"])
        self._skip(_BARE_KEY)
        return self.text[start : self.at]

    def _value(self, path: Path) -> None:
        first = self.text[self.at]
        if first in "\"'":
            self._string()
        elif first == "[":
            self._list(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._skip(_PLAIN)

    def _list(self, path: Path) -> None:
        self._take("[")
        count = 0
        while self._skip(_BLANK_LINES) < len(self.text) and self.text[self.at] != "]":
            self._note((*path, count), self.at)
            self._value((*path, count))
            count += 1
            self._skip(_BLANK_LINES)
            if self.text[self.at] == ",":
                self.at += 1
        self._take("]")

    def _inline_table(self, path: Path) -> None:
        self._take("{")
        self._skip(_BLANK)
        while self.text[self.at] != "}":
            self._pair(path)
            self._skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(_BLANK)
        self._take("}")

    def _string(self) -> None:
        quote = self.text[self.at]
        if self.text.startswith(3 * quote, self.at):
            self.at += 3
            self._long_string(quote)
        elif quote == "'":
            self.at = self.text.index("'", self.at + 1) + 1
        else:
            self._skip(_ONE_LINE)

    def _long_string(self, quote: str) -> None:
        if quote == "'":
            end = self.text.find("'''", self.at)
        else:
            found = (one for one in _STEP.finditer(self.text, self.at) if one[0] == '"""')
            end = next((one.start() for one in found), -1)
        if end < 0:
            raise _LostError
        self.at = end + 3
        # Up to two quotation marks may stand right before those that end the text.
        for _ in range(2):
            if self.text.startswith(quote, self.at):
                self.at += 1
