"""The body of a Word file, element by element, as paragraphs and tables."""

from collections.abc import Mapping

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.files.tracked import STRUCK
from customs_coop.formats.pages.content import (
    Block,
    Count,
    Grid,
    GridCell,
    GridRow,
    LineRole,
    Place,
    Remark,
    TextLine,
    raised,
)
from customs_coop.formats.word.numbering import Numbering
from customs_coop.formats.word.state import OpenParagraph, OpenRun, OpenTable
from customs_coop.formats.word.symbols import symbol_text

__all__ = ["BodyReader"]

_DEEPEST_TABLE = 12
_MOST_COLUMNS = 200
_TEXTS = frozenset(("t", "delText", "m:t"))
_ADDED = frozenset(("ins", "moveTo"))
_REMOVED = frozenset(("del", "moveFrom"))
# Inside these, a change is told of a row, a paragraph mark or a number, not of text.
_MARKED = frozenset(("trPr", "rPr", "numPr", "tcPr"))
_ROLES: Mapping[str, LineRole] = {"Title": "title", "Note": "note", "FootnoteText": "note"}
_STACKED = frozenset(("r", "mc:AlternateContent", "sdt", "sdtContent"))
_OFF = frozenset(("0", "false", "off"))
_HIDDEN = "the file holds hidden text, which is not printed and was left out"


class BodyReader:
    """A handler for `walk`; `close` gives what it found.

    Args:
        changes: How tracked changes are read.
        notes: The paragraphs of each note, by kind and id.
        numbering: The lists of the document.
        ours: Whether it is a file of ours, in which hidden characters may be read back.
    """

    def __init__(
        self,
        changes: str,
        notes: Mapping[str, Mapping[str, tuple[TextLine, ...]]],
        numbering: Numbering,
        *,
        ours: bool = False,
    ) -> None:
        self._ours = ours
        self.changed = 0
        self.remarks: list[Remark] = []
        self.asides: list[TextLine] = []
        self.struck: dict[Place, None] = {}
        self._changes = changes
        self._notes = notes
        self._numbering = numbering
        self._names: list[str] = []
        self._skipping = 0
        self._chosen: list[bool] = []  # of each open set of alternatives, whether one was read
        self._placeholders: list[bool] = []  # of each open content control
        self._holds: list[bool] = []  # of each, whether it only prompts for its text
        self._inserted = 0
        self._deleted = 0
        self._containers: list[list[Block]] = [[]]
        self._carried: list[list[str]] = [[]]  # text whose paragraph goes on in the next one
        self._paragraphs: list[OpenParagraph] = []
        self._runs: list[OpenRun] = []
        self._tables: list[OpenTable] = []
        self._counted = {"paragraph": 0, "table": 0, "note": 0}
        self._marks: dict[tuple[str, str], str] = {}  # of the notes that were pointed at
        self._empty = False  # the last line had no words
        self._count = Count()

    def close(self) -> tuple[Block, ...]:
        """Everything that was read, in order."""
        self._flush()
        return tuple(self._containers[0])

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if self._skipping or self._is_skipped(name):
            self._skipping += 1
            return
        parent = self._names[-1] if self._names else ""
        self._names.append(name)
        value = values.get("val", "")
        if self._begin_structure(name):
            return
        if name in _ADDED or name in _REMOVED:
            self._begin_change(parent, added=name in _ADDED)
        elif parent == "r":
            self._take_in_run(name, values)
        elif parent == "rPr":
            self._take_look(name, value)
        elif parent in ("pPr", "numPr") and self._paragraphs:
            self._paragraphs[-1].take_property(name, value)
        elif parent in ("tcPr", "trPr"):
            self._take_table_property(name, value)
        elif name == "showingPlcHdr" and parent == "sdtPr" and self._placeholders:
            self._placeholders[-1] = value not in _OFF

    def _begin_structure(self, name: str) -> bool:
        """Open what has an end to be waited for, wherever it stands."""
        if name == "p":
            self._paragraphs.append(OpenParagraph())
        elif name == "r":
            self._runs.append(OpenRun())
        elif name == "txbxContent":
            self._open_container()
        elif name in ("mc:AlternateContent", "mc:Choice", "sdt", "sdtContent"):
            self._begin_alternative(name)
        elif name == "tbl":
            self._begin_table()
        elif name == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif name == "tc" and self._tables:
            self._tables[-1].begin_cell()
            self._open_container()
        else:
            return False
        return True

    def _begin_alternative(self, name: str) -> None:
        if name == "mc:AlternateContent":
            self._chosen.append(False)
        elif name == "sdt":
            self._placeholders.append(False)
        elif name == "sdtContent":
            self._holds.append(bool(self._placeholders) and self._placeholders[-1])
        elif self._chosen:
            self._chosen[-1] = True

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._skipping -= 1
            return
        self._names.pop()
        parent = self._names[-1] if self._names else ""
        if (name in _ADDED or name in _REMOVED) and parent not in _MARKED:
            if name in _ADDED:
                self._inserted -= 1
            else:
                self._deleted -= 1
        else:
            self._end_structure(name)

    def _end_structure(self, name: str) -> None:
        """Close what `_begin_structure` opened."""
        if name == "p":
            self._end_paragraph(self._paragraphs.pop())
        elif name in _STACKED:
            self._stack(name).pop()
        elif name == "txbxContent":
            beside = self._close_container()
            if self._paragraphs:
                self._paragraphs[-1].beside += beside
            else:
                self._containers[-1] += beside
        elif self._tables:
            if name == "tc":
                self._end_cell()
            elif name == "tr":
                self._end_row()
            elif name == "tbl":
                self._end_table()

    def _stack(self, name: str) -> list[OpenRun] | list[bool]:
        if name == "r":
            return self._runs
        if name == "mc:AlternateContent":
            return self._chosen
        return self._placeholders if name == "sdt" else self._holds

    def text(self, text: str) -> None:
        """Take characters."""
        if not self._skipping and self._names and self._names[-1] in _TEXTS:
            self._add(text)

    def _is_skipped(self, name: str) -> bool:
        # What stood in the place of a property before it was changed is no text.
        if name.endswith("Change"):
            return True
        return name == "mc:Fallback" and bool(self._chosen) and self._chosen[-1]

    def _begin_change(self, parent: str, *, added: bool) -> None:
        if parent not in _MARKED:
            self._inserted += added
            self._deleted += not added
        elif parent == "trPr" and self._tables:
            self._tables[-1].inserted |= added
            self._tables[-1].deleted |= not added
        elif parent == "rPr" and self._names[-3:-2] == ["pPr"] and self._paragraphs:
            self._paragraphs[-1].inserted |= added
            self._paragraphs[-1].deleted |= not added
        else:
            return
        self.changed += 1

    def _is_kept(self, *, inserted: bool, deleted: bool) -> bool:
        if self._changes == "both":
            return True
        return not (deleted if self._changes == "accept" else inserted)

    def _add(self, text: str) -> None:
        if not self._paragraphs or any(self._holds):
            return
        if not self._is_kept(inserted=self._inserted > 0, deleted=self._deleted > 0):
            return
        run, paragraph = self._runs[-1] if self._runs else OpenRun(), self._paragraphs[-1]
        if run.hidden and not run.beside:
            self._tell("CC192", _HIDDEN, text)
            return
        if run.struck and text.strip():
            self._tell("CC179", STRUCK, text)
            self.struck[self._place()] = None
        # A line break in the XML is a blank; those of the text have an element.
        words = raised(text) if run.raised else text
        if self._changes == "both":
            paragraph.part_changes((self._inserted > 0) - (self._deleted > 0))
        if run.style:
            words = run.as_written(words)
            paragraph.hiding |= run.marks
            paragraph.hidden |= {len(paragraph.pieces)} if run.beside else set()
        paragraph.shown |= not run.marks and bool(text.strip())
        paragraph.pieces.append(words.replace("\n", " ").replace("\r", " "))

    def _tell(self, code: str, message: str, text: str) -> None:
        """Tell of the first words of a kind, and no more."""
        if text.strip() and all(remark.code != code for remark in self.remarks):
            self.remarks.append(Remark(code, message, self._place()))

    def _take_in_run(self, name: str, values: Mapping[str, str]) -> None:
        if name == "tab":
            self._add(" " if self._tables else "\t")
        elif name == "ptab":
            self._add(" ")
        elif name in ("br", "cr"):
            self._add(" ")
            if self._paragraphs and self._paragraphs[-1].pieces[-1:] == [" "]:
                self._paragraphs[-1].pieces[-1] = "\n"
        elif name == "noBreakHyphen":
            self._add("-")
        elif name == "sym":
            self._add(symbol_text(values.get("char", "")))
        elif name in ("footnoteReference", "endnoteReference"):
            self._take_note(name.removesuffix("Reference"), values)

    def _take_look(self, name: str, value: str) -> None:
        if not self._runs or self._names[-3:-2] != ["r"]:
            return
        if name == "rStyle":
            self._runs[-1].style = value if self._ours else ""
        elif name == "vertAlign":
            self._runs[-1].raised = value == "superscript"
        elif name == "vanish":
            self._runs[-1].hidden = value not in _OFF
        elif name in ("strike", "dstrike"):
            self._runs[-1].struck |= value not in _OFF

    def _take_table_property(self, name: str, value: str) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        if name == "gridSpan":
            table.span = max(1, int(value[:6])) if value.isdecimal() else 1
        elif name == "vMerge":
            table.above = value != "restart"
        elif name == "gridBefore" and value.isdecimal() and int(value[:6]):
            span = int(value[:6])
            self._add_cell(table, GridCell(blocks=(), place=self._place(), span=span))
        elif name in ("cellIns", "cellDel"):
            self.changed += 1
            table.cell_inserted |= name == "cellIns"
            table.cell_deleted |= name == "cellDel"

    def _take_note(self, kind: str, values: Mapping[str, str]) -> None:
        if not self._paragraphs or any(self._holds):
            return
        if not self._is_kept(inserted=self._inserted > 0, deleted=self._deleted > 0):
            return
        key = (kind, values.get("id", ""))
        known = key in self._marks
        mark = self._marks.get(key, "")
        if not known and values.get("customMarkFollows", "0") in _OFF:
            # Both kinds are counted together: the same mark must not stand for two notes.
            self._counted["note"] += 1
            mark = raised(str(self._counted["note"]))
        self._marks[key] = mark
        self._paragraphs[-1].pieces.append(mark)
        for index, line in enumerate(() if known else self._notes.get(kind, {}).get(key[1], ())):
            text = f"{mark} {line.text}".strip() if index == 0 else line.text
            place = Place(f"{kind} {key[1][:9]}")
            self._paragraphs[-1].notes.append(TextLine(text=text, place=place, role="note"))

    def _place(self) -> Place:
        if not self._tables:
            # One that is still open is not counted yet.
            number = self._counted["paragraph"] + bool(self._paragraphs)
            return Place(f"paragraph {number}")
        table = self._tables[0]
        return Place(f"{table.name}, row {len(table.rows) + 1}, cell {table.column + 1}")

    def _open_container(self) -> None:
        self._containers.append([])
        self._carried.append([])
        self._empty = False

    def _close_container(self) -> list[Block]:
        self._flush()
        self._carried.pop()
        return self._containers.pop()

    def _flush(self) -> None:
        """Give out the text of a last paragraph whose end was taken away."""
        if self._carried[-1]:
            self._give(OpenParagraph())

    def _end_paragraph(self, paragraph: OpenParagraph) -> None:
        if not self._tables:
            self._counted["paragraph"] += 1
        kept = self._is_kept(inserted=paragraph.inserted, deleted=paragraph.deleted)
        if kept:
            self._give(paragraph)
        else:
            self._carried[-1].append(paragraph.words())
        self._containers[-1] += paragraph.beside
        if self._tables:
            self._tables[0].notes += paragraph.notes
        else:
            self._containers[-1] += paragraph.notes

    def _give(self, paragraph: OpenParagraph) -> None:
        self.asides += paragraph.cut_aside(self._place())
        text = "".join((*self._carried[-1], paragraph.words()))
        self._carried[-1] = []
        self._tell("CC192", _HIDDEN, paragraph.doubted)
        number = self._number(paragraph)
        role: LineRole = _ROLES.get(paragraph.style, "")
        if number is not None:
            role = "item"
            text = f"{number} {text}" if number else text
        place = self._place()
        for line in text.replace("\u00ad", "").split("\n"):
            if words := line.strip():
                self._count.line()
                gap = self._empty and bool(self._containers[-1])
                self._containers[-1].append(TextLine(text=words, place=place, role=role, gap=gap))
            self._empty = not words

    def _number(self, paragraph: OpenParagraph) -> str | None:
        number, level = paragraph.number, paragraph.level
        if not number and (found := self._numbering.of_style(paragraph.style)) is not None:
            number, level = found[0], found[1] if level is None else level
        return self._numbering.next(number, level or 0) if number else None

    def _begin_table(self) -> None:
        if len(self._tables) == _DEEPEST_TABLE:
            message = f"more than {_DEEPEST_TABLE} tables stand in one another"
            raise RefusedFileError("CC187", message)
        if not self._tables:
            self._counted["table"] += 1
        name = f"table {self._counted['table']}"
        place = self._place() if self._tables else Place(name)
        self._tables.append(OpenTable(name, place))

    def _end_cell(self) -> None:
        blocks = tuple(self._close_container())
        table = self._tables[-1]
        if self._is_kept(inserted=table.cell_inserted, deleted=table.cell_deleted):
            cell = GridCell(blocks=blocks, place=self._place(), span=table.span, above=table.above)
            self._add_cell(table, cell)

    def _add_cell(self, table: OpenTable, cell: GridCell) -> None:
        self._count.cell()
        table.cells.append(cell)
        table.column += cell.span
        if table.column > _MOST_COLUMNS:
            message = f"a table has more than {_MOST_COLUMNS} columns"
            raise RefusedFileError("CC185", message)

    def _end_row(self) -> None:
        table = self._tables[-1]
        if table.cells and self._is_kept(inserted=table.inserted, deleted=table.deleted):
            place = Place(f"{table.name}, row {len(table.rows) + 1}")
            table.rows.append(GridRow(cells=tuple(table.cells), place=place))
        table.begin_row()

    def _end_table(self) -> None:
        table = self._tables.pop()
        if table.rows:
            self._containers[-1].append(Grid(rows=tuple(table.rows), place=table.place))
        self._containers[-1] += table.notes
