"""Reading the tables of a decisions file, with every fault at its line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from customs_coop.errors import InvalidValueError
from customs_coop.model import Code
from customs_coop.references import Reference, parse_reference
from customs_coop.rollover.decisions.lines import Path
from customs_coop.rollover.decisions.words import did_you_mean

__all__ = ["Faults", "Table"]


class Faults:
    """The faults of one file, listed in the order of its lines.

    Args:
        source: The name of the file.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._found: dict[tuple[int, int], str] = {}
        # Of tables that cannot be used, which is told.
        self.titles: set[str] = set()
        self.codes: set[str] = set()

    def add(self, line: int | None, message: str) -> None:
        """Tell a fault; without a line it is told of the file as a whole."""
        self._found[line or 0, len(self._found)] = message

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def listed(self) -> tuple[str, ...]:
        """Each with its place, the first line first; what has none may follow from the others."""
        return tuple(
            f"{self.source}:{line}: {self._found[line, number]}"
            if line
            else f"{self.source}: {self._found[line, number]}"
            for line, number in sorted(self._found, key=lambda place: (not place[0], place))
        )


class Table:
    """One table of the file.

    Args:
        data: Its keys and values.
        path: The names that lead to it.
        lines: The lines of all values of the file.
        faults: Where faults are told.
    """

    # No record of attrs: to make one costs at every import of the library.
    def __init__(
        self,
        *,
        data: Mapping[str, object],
        path: Path,
        lines: Mapping[Path, int],
        faults: Faults,
    ) -> None:
        self.data = data
        self.path = path
        self.lines = lines
        self.faults = faults

    @property
    def line(self) -> int | None:
        """Where it begins."""
        return self.lines.get(self.path)

    def line_of(self, key: str) -> int | None:
        """Where a key stands; where it is left out, the beginning of the table."""
        return self.lines.get((*self.path, key), self.line)

    def key_lines(self) -> dict[str, int]:
        """The lines of all its keys, as far as they are known."""
        found = {key: self.lines.get((*self.path, key)) for key in self.data}
        return {key: line for key, line in found.items() if line is not None}

    def fault(self, key: str | None, message: str) -> None:
        """Tell a fault of a key, or of the table as a whole."""
        self.faults.add(self.line if key is None else self.line_of(key), message)

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Tell every key that is none of these."""
        for key in self.data:
            if key not in known:
                near = did_you_mean(key, known)
                there = near or f"; there are {', '.join(known)}"
                self.fault(key, f"there is no key {key!r:.80} here{there}")

    def text(self, key: str) -> str:
        """A text; empty where there is none."""
        value = self.data.get(key, "")
        if isinstance(value, str):
            return value
        hint = ""
        if isinstance(value, float):
            hint = "; without them 5.10 and 5.1 would be one number"
        self.fault(key, f"{key} takes a text in quotation marks, not {_shown(value)}{hint}")
        return ""

    def has_fault(self, key: str) -> bool:
        """Whether a key that has to be a text is something else, which was told already."""
        return not isinstance(self.data.get(key, ""), str)

    def words(self, key: str, example: str) -> str:
        """A text that has to be there, with its blanks."""
        text = self.text(key)
        if not text.strip() and not self.has_fault(key):
            self.fault(key, f'{key} is missing; write {key} = "{example}"')
        return text

    def name(self, key: str, example: str) -> str:
        """A name that has to be there; blanks around it do not count."""
        return self.words(key, example).strip()

    def code(self, key: str, example: str = "", *, needed: bool = False) -> Code | None:
        """A code; None where there is none."""
        text = self.name(key, example) if needed else self.text(key).strip()
        return Code(text) if text else None

    def word(self, key: str, known: Iterable[str], default: str = "") -> str | None:
        """One of several words; None where it is none of them, which is told."""
        words = list(known)
        if self.has_fault(key):
            self.text(key)
            return None
        text = " ".join(self.text(key).split())
        if not text and key not in self.data and default:
            return default
        if text.casefold() in words:
            return text.casefold()
        near = did_you_mean(text.casefold(), words) if text else ""
        # of a word in the plural there cannot be "no" one
        no = "deadlines cannot be" if key == "deadlines" else f"there is no {key}"
        said = f"{no} {text!r:.80}" if text else f"{key} is missing"
        self.fault(key, f"{said}{near}; write one of {', '.join(words)}")
        return None

    def authority(self) -> Reference | None:
        """The document that says so; None where there is none, or where it cannot be read."""
        text = self.text("authority").strip()
        if not text:
            return None
        try:
            return parse_reference(text)
        except InvalidValueError:
            self.fault(
                "authority",
                f"authority {text!r:.80} is no reference that can be read; write it as it is"
                ' cited, such as "14680/05", or put the words into reason',
            )
            return None

    def texts(self, key: str, example: str) -> tuple[str, ...]:
        """A list of texts, none of them blank."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            self.fault(key, f"{key} takes a list, such as {key} = {example}")
            return ()
        found = []
        for place, one in enumerate(value):
            if isinstance(one, str) and one.strip():
                found.append(one)
            else:
                line = self.lines.get((*self.path, key, place), self.line_of(key))
                what = "a blank text" if isinstance(one, str) else _shown(one)
                self.faults.add(line, f"{key} takes texts in quotation marks, not {what}")
        return tuple(found)

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of numbers, counted from 1."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            self.fault(key, f"{key} takes a list of numbers, such as {key} = [1, 2]")
            return ()
        found = []
        for one in value:
            if isinstance(one, int) and not isinstance(one, bool):
                found.append(one)
            else:
                self.fault(key, f"{key} takes numbers, such as {key} = [1, 2], not {_shown(one)}")
        return tuple(dict.fromkeys(found))

    def texts_or_text(self, key: str, example: str) -> tuple[str, ...]:
        """A list of texts, or a single one in its place; none of them blank."""
        value = self.data.get(key)
        if isinstance(value, str):
            if not value.strip():
                self.fault(key, f"{key} is empty; write {key} = {example}, or take it out")
                return ()
            return (value,)
        if value is not None and not isinstance(value, list):
            self.fault(key, f"{key} takes a text or a list of texts, such as {key} = {example}")
            return ()
        return self.texts(key, example)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of one name, such as [[action]], in order."""
        value = self.data.get(key, [])
        named = ".".join(str(part) for part in (*self.path, key) if isinstance(part, str))
        if not isinstance(value, list):
            self.fault(key, f"{key} is a list of tables; write [[{named}]] with two brackets")
            return
        for place, one in enumerate(value):
            path = (*self.path, key, place)
            if isinstance(one, Mapping):
                yield Table(data=one, path=path, lines=self.lines, faults=self.faults)
            else:
                line = self.lines.get(path, self.line_of(key))
                self.faults.add(line, f"{key} takes tables, as [[{named}]], not {_shown(one)}")

    def table(self, key: str) -> "Table":
        """The table of that name; an empty one where there is none."""
        value = self.data.get(key, {})
        if not isinstance(value, Mapping):
            self.fault(key, f"{key} is a table; write [{key}] with one bracket")
            value = {}
        return Table(data=value, path=(*self.path, key), lines=self.lines, faults=self.faults)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | Mapping):
        return "a list" if isinstance(value, list) else "a table"
    return f"{value!s:.60}"
