"""Automatic numbers of Word: they are printed, and stand in no text of the file."""

from collections.abc import Mapping

import attrs

from customs_coop.formats.word.parts import walk

__all__ = ["Numbering", "read_numbering"]

_LEVELS = 9
_MOST_FORMS = 5000  # of lists; what comes behind them has no numbers
_LARGEST = 10_000  # number that is printed
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@attrs.frozen
class _Level:
    form: str = "decimal"
    words: str = ""
    start: int = 1


def _figure(number: int, form: str) -> str:
    if not 0 < number < _LARGEST:
        return str(number)
    if form in ("lowerLetter", "upperLetter"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in ("lowerRoman", "upperRoman"):
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
    else:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text


class Numbering:
    """The lists of one document, counted while it is read.

    Args:
        levels: The levels of each form of list.
        lists: The form of each list, and where its levels begin if that differs.
        styles: The list and the level that a style gives to its paragraphs.
    """

    def __init__(
        self,
        levels: Mapping[str, Mapping[int, _Level]],
        lists: Mapping[str, tuple[str, Mapping[int, int]]],
        styles: Mapping[str, tuple[str, int]],
    ) -> None:
        self._levels = levels
        self._lists = lists
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def of_style(self, style: str) -> tuple[str, int] | None:
        """The list and level of the paragraphs of a style, or None."""
        return self._styles.get(style)

    def next(self, number: str, level: int) -> str | None:
        """Count one paragraph of a list.

        Args:
            number: The id of the list.
            level: Its level, from 0.

        Returns:
            The number as printed, empty for a bullet, or None where the list is not known.
        """
        found = self._lists.get(number)
        if found is None or not 0 <= level < _LEVELS:
            return None
        name, starts = found
        forms = self._levels.get(name, {})
        form = forms.get(level)
        if form is None:
            return None
        counts = self._count(name, forms, level, {} if number in self._begun else starts)
        self._begun.add(number)
        if form.form in ("bullet", "none"):
            return ""
        text = form.words
        for place in range(level + 1):
            figure = _figure(counts[place] or 0, forms.get(place, _Level()).form)
            text = text.replace(f"%{place + 1}", figure)
        return text

    def _count(
        self, name: str, forms: Mapping[int, _Level], level: int, starts: Mapping[int, int]
    ) -> list[int | None]:
        """The figures of all levels, one further on the level of the paragraph."""
        counts = self._counts.setdefault(name, [None] * _LEVELS)
        for place, start in starts.items():
            if 0 <= place < _LEVELS:
                counts[place] = start - 1
        for place in range(level):
            if counts[place] is None:
                counts[place] = forms.get(place, _Level()).start
        before = counts[level]
        counts[level] = forms[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return counts


class _Forms:
    """Reads the part with the forms of lists."""

    def __init__(self) -> None:
        self.levels: dict[str, dict[int, _Level]] = {}
        self.lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._form = ""
        self._list = ""
        self._level = 0

    def start(self, name: str, values: Mapping[str, str]) -> None:
        value = values.get("val", "")
        if name == "abstractNum" and len(self.levels) < _MOST_FORMS:
            self._form = values.get("abstractNumId", "")
            self.levels[self._form] = {}
        elif name == "num" and len(self.lists) < _MOST_FORMS:
            self._form, self._list = "", values.get("numId", "")
            self.lists[self._list] = ("", {})
        elif name == "abstractNumId" and self._list in self.lists:
            self.lists[self._list] = (value, self.lists[self._list][1])
        elif name in ("lvl", "lvlOverride"):
            self._level = _whole(values.get("ilvl", ""))
            if name == "lvl" and self._form in self.levels:
                self.levels[self._form].setdefault(self._level, _Level())
        elif name == "startOverride" and self._list in self.lists:
            self.lists[self._list][1][self._level] = _whole(value)
        elif name in ("start", "numFmt", "lvlText") and self._form in self.levels:
            known = self.levels[self._form].get(self._level, _Level())
            if name == "start":
                known = attrs.evolve(known, start=_whole(value))
            elif name == "numFmt":
                known = attrs.evolve(known, form=value)
            else:
                known = attrs.evolve(known, words=value[:40])
            self.levels[self._form][self._level] = known

    def end(self, name: str) -> None:
        if name == "num":
            self._list = ""

    def text(self, _text: str) -> None:
        pass


class _Styles:
    """Reads which styles number their paragraphs."""

    def __init__(self) -> None:
        self.numbers: dict[str, tuple[str, int]] = {}
        self._style = ""

    def start(self, name: str, values: Mapping[str, str]) -> None:
        value = values.get("val", "")
        if name == "style":
            self._style = values.get("styleId", "")
        elif self._style and name in ("numId", "ilvl"):
            number, level = self.numbers.get(self._style, ("", 0))
            self.numbers[self._style] = (
                (value, level) if name == "numId" else (number, _whole(value))
            )

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""

    def text(self, _text: str) -> None:
        pass


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def read_numbering(numbering: bytes, styles: bytes) -> Numbering:
    """Read how a document numbers its paragraphs.

    Args:
        numbering: The part with the forms of lists, or nothing.
        styles: The part with the styles, or nothing.

    Raises:
        RefusedFileError: A part is not sound.
    """
    forms, named = _Forms(), _Styles()
    if numbering:
        walk(numbering, "numbering", forms)
    if styles:
        walk(styles, "styles", named)
    return Numbering(forms.levels, forms.lists, named.numbers)
