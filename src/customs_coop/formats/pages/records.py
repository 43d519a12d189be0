"""Actions that were taken from tables, and how they are written as lines with tabs."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.content import Place, TextLine
from customs_coop.formats.pages.headings import is_code, leading_code
from customs_coop.formats.pages.writer import TextWriter

__all__ = ["CODE", "TITLE", "Key", "Record", "Section", "take_code", "write_section"]

Key: TypeAlias = tuple[Column | None, str, int]
"""What a column holds; where that is not known its heading, and which of that heading it is."""

_LABELLED = re.compile(r"(?P<label>References|Funding):\s{1,4}(?=\S)")
_OBJECTIVE = re.compile(r"\((?P<code>[A-Za-z0-9.]{1,6})\)\s{1,4}\S.*")
CODE: Key = (Column.CODE, "", 0)
"""What holds the code."""
TITLE: Key = (Column.TITLE, "", 0)
"""What holds the title."""
_HEADINGS: Mapping[Key, str] = {CODE: "Code", TITLE: "Action"}
_OBJECTIVES: Key = (Column.OBJECTIVES, "", 0)
_CONCERNED: Key = (Column.CONCERNED, "", 0)


@attrs.define
class Record:
    """One action; later rows may add to it.

    Args:
        place: Where it begins.
        texts: The paragraphs by what they are.
    """

    place: Place
    texts: dict[Key, list[TextLine]] = attrs.Factory(dict)


@attrs.define
class Section:
    """The actions of a table, or of several that carry it on.

    Args:
        place: Where it begins.
        boxes: Whether each action is a box of labels, and not a row with a code.
        headings: What each text is, with the words printed for it, in their order.
        items: The actions, and the lines between them.
        before: The lines above the headings.
        merged: A place where cells are merged, or None.
        short: The rows that end before the last column, with how many cells they have and want.
    """

    place: Place
    boxes: bool
    headings: dict[Key, str] = attrs.Factory(dict)
    items: list[Record | TextLine] = attrs.Factory(list)
    before: list[TextLine] = attrs.Factory(list)
    merged: Place | None = None
    short: list[tuple[Place, int, int]] = attrs.Factory(list)

    @property
    def records(self) -> list[Record]:
        """The actions alone."""
        return [item for item in self.items if isinstance(item, Record)]


def take_code(record: Record) -> None:
    """Part the code of an action from its title, where the title begins with it."""
    if record.texts.get(CODE):
        return
    title = record.texts.get(TITLE, [])
    if not title:
        return
    first, rest = title[0], title[1:]
    if is_code(first.text):
        record.texts[CODE], record.texts[TITLE] = [first], rest
        return
    found = leading_code(first.text)
    if found is None or _is_list(found[0], rest):
        return
    code, end = found
    # The words around the code are no part of it, and the words of the title begin behind them.
    record.texts[CODE] = [attrs.evolve(first, text=code)]
    words = first.text[end:].strip()
    record.texts[TITLE] = [attrs.evolve(first, text=words), *rest] if words else rest


def _is_list(code: str, rest: Iterable[TextLine]) -> bool:
    """Whether the paragraphs below are numbered too, so that the first number is no code."""
    if not code.isalnum() or len(code) > 3:
        return False
    following = (leading_code(line.text) for line in rest)
    return any(found is not None and found[0].isalnum() for found in following)


def write_section(writer: TextWriter, section: Section) -> None:
    """Write actions as lines with tabs, below a line of headings.

    Args:
        writer: The text.
        section: The actions; their codes are parted from their titles.
    """
    for line in section.before:
        writer.line(line)
    objectives = _objectives(section.records)
    for line in objectives.values():
        writer.line(line)
    if objectives:
        writer.blank()
    labelled = _labelled(section.records)
    keys = [key for key in section.headings if key != CODE]
    keys.insert(min(_code_at(section), len(keys)), CODE)
    if TITLE not in keys:
        keys.insert(keys.index(CODE) + 1, TITLE)  # it stood above the table
    headings = [section.headings.get(key) or _HEADINGS.get(key, "") for key in keys]
    writer.piece("", section.place)
    for number, heading in enumerate((*headings, *labelled)):
        writer.raw("\t" if number else "")
        writer.cell((TextLine(text=heading, place=section.place),))
    writer.raw("\n")
    for item in section.items:
        if isinstance(item, TextLine):
            writer.line(item)
        else:
            _write_record(writer, item, keys, labelled, codes_alone=bool(objectives))


def _code_at(section: Section) -> int:
    """Where the code stands: in its own column, or first."""
    keys = list(section.headings)
    return keys.index(CODE) if CODE in keys else 0


def _write_record(
    writer: TextWriter,
    record: Record,
    keys: list[Key],
    labelled: tuple[str, ...],
    *,
    codes_alone: bool,
) -> None:
    title, below = _without_labelled(tuple(record.texts.get(TITLE, ())))
    cells: list[tuple[TextLine, ...]] = []
    for key in keys:
        lines = title if key == TITLE else tuple(record.texts.get(key, ()))
        if key == _OBJECTIVES and codes_alone:
            lines = _codes_alone(lines)
        elif key == _CONCERNED:
            lines = _listed(lines)
        cells.append(lines)
    cells += [tuple(below.get(label, ())) for label in labelled]
    writer.piece("", record.place)
    for number, lines in enumerate(cells):
        writer.raw("\t" if number else "")
        writer.cell(lines)
    writer.raw("\n")


def _labelled(records: Iterable[Record]) -> tuple[str, ...]:
    """The labels of further paragraphs below titles, as our own tables print them."""
    found = {
        match["label"]: None
        for record in records
        for line in record.texts.get(TITLE, ())[1:]
        if (match := _LABELLED.match(line.text))
    }
    return tuple(found)


def _objectives(records: Iterable[Record]) -> Mapping[str, TextLine]:
    """The objectives by code, where the cells print both and mean the strategy's numbers.

    Numbers that begin with 1 in every cell may count the lines of that cell only.
    """
    found: dict[str, TextLine] = {}
    counted = True
    for record in records:
        lines = record.texts.get(_OBJECTIVES, [])
        if not lines:
            continue
        matches = [_OBJECTIVE.fullmatch(line.text) for line in lines]
        codes = [match["code"] for match in matches if match]
        if len(codes) != len(matches):
            continue  # other words, which stay as they are
        for code, line in zip(codes, lines, strict=True):
            if found.setdefault(code, line).text != line.text:
                return {}
        counted = counted and codes == [str(n) for n in range(1, len(codes) + 1)]
    return {} if counted else dict(sorted(found.items()))


def _codes_alone(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """Objectives by their codes, where each line begins with one."""
    matches = [_OBJECTIVE.fullmatch(line.text) for line in lines]
    return tuple(
        attrs.evolve(line, text=match["code"] if match and all(matches) else line.text)
        for line, match in zip(lines, matches, strict=True)
    )


def _without_labelled(
    lines: tuple[TextLine, ...],
) -> tuple[tuple[TextLine, ...], dict[str, list[TextLine]]]:
    """The title, and what stands below it with a label of its own."""
    title: list[TextLine] = []
    below: dict[str, list[TextLine]] = {}
    for number, line in enumerate(lines):
        match = _LABELLED.match(line.text) if number else None
        if match is None:
            title.append(line)
        else:
            words = attrs.evolve(line, text=line.text[match.end() :])
            below.setdefault(match["label"], []).append(words)
    return tuple(title), below


def _listed(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """Parties that have a paragraph each, with the bullets of a list."""
    if len(lines) < 2 or any(line.text[-1:] in ",;" or line.text[0] in "-–—•" for line in lines):
        return lines
    return tuple(attrs.evolve(line, text=f"• {line.text}", role="") for line in lines)
