"""The Council table as plain text: one block for each action, for terminals and mails."""

from collections.abc import Iterable, Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.exporters.council import PrintedPlan
from customs_coop.exporters.text_lines import shown_width, wrapped, written_words
from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.columns import Column
from customs_coop.formats.notes import Footnote
from customs_coop.formats.tables import CouncilTable, Cover, Row
from customs_coop.model import Dossier

__all__ = ["CouncilText"]

_LEAST_WIDTH = 40
# Codes longer than this stand on a line of their own.
_CODE_WIDTH = 8
# Of the parties and indicators, what tables print only to be read back is left out here.
_NOT_CARRIED = frozenset(
    ("indicator.code", "indicator.status", "involvement.confirmed", "involvement.party")
)


def _wide_enough(_exporter: object, _field: object, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < _LEAST_WIDTH:
        raise InvalidValueError(f"a page of text is {_LEAST_WIDTH} columns wide or more: {value!r}")


@attrs.frozen(kw_only=True)
class CouncilText(PrintedPlan):
    """A plan as plain text, with a block of lines for each action.

    It is for people, in a terminal or a mail, and is not read back. A block has the code and the
    title, and below them each column in which something stands; completed actions say so in
    words. East Asian characters count as two columns. What would steer a terminal is shown as
    U+FFFD.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
        language: The language of headings and labels: "en", "fr" or "de".
        width: How many columns the page has, at least 40.
    """

    suffix = ".txt"
    media_type = "text/plain"

    width: int = attrs.field(default=72, validator=_wide_enough)

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the model that stand in the text."""
        return super().carries - _NOT_CARRIED

    def render(self, subject: Dossier, /) -> str:
        """Write the text.

        Args:
            subject: The dossier.

        Returns:
            The text of a .txt file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        table = self.table(subject)
        blocks = [*_head(table.cover, self.width)]
        if table.objectives:
            lines = [*_heading(table.objectives.heading, "-", self.width)]
            for line in table.objectives.lines:
                lines += wrapped(line, self.width, further="    ")
            blocks.append(lines)
        blocks += [[*wrapped(line, self.width, further="  ")] for line in table.notes]
        indent = _indent(table)
        for group in table.groups:
            if group.heading:
                blocks.append([*_heading(group.heading, "-", self.width)])
            blocks += [[*_block(table, row, indent, self.width)] for row in group.rows]
            if group.notes:
                blocks.append([*_notes(group.notes, self.width)])
        return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _head(cover: Cover, width: int) -> Iterator[list[str]]:
    top = [text for text in (cover.number, cover.marking, *cover.subjects) if text]
    if top:
        yield [line for text in top for line in wrapped(text, width)]
    yield [*_heading(cover.title, "=", width)]
    lines = [*cover.lines, *(((cover.subject_label, cover.subject),) if cover.subject else ())]
    if lines:
        yield [
            line
            for label, text in lines
            for line in wrapped(f"{label}: {text}", width, further="  ")
        ]


def _heading(text: str, sign: str, width: int) -> Iterator[str]:
    lines = [*wrapped(text, width)]
    yield from lines
    yield sign * max(1, *map(shown_width, lines))


def _indent(table: CouncilTable) -> int:
    """How far the words stand from the edge, so that the codes do."""
    codes = [shown_width(written_words(row.code)) for group in table.groups for row in group.rows]
    return max((size for size in codes if size <= _CODE_WIDTH), default=0) + 2


def _block(table: CouncilTable, row: Row, indent: int, width: int) -> Iterator[str]:
    """One action: code and title, then the columns that are filled."""
    blanks = " " * indent
    named = any(column.column is Column.CODE for column in table.columns)
    code = written_words(row.code)
    first = code + " " * (indent - shown_width(code))
    if shown_width(code) > indent - 2:
        yield from wrapped(code, width)
        first = blanks
    state = f"({row.state}) " if row.state else ""
    said_behind = f" {addition(Added.STATUS, row.state)}"
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.column is Column.CODE:
            continue
        if column.column is not Column.TITLE:
            yield from _field(column.heading, cell, blanks, width)
            continue
        # Without a column for the code, it stands above the title.
        title = cell if named else cell[1:]
        for paragraph in title or (Paragraph(""),):
            # What stands before the title need not stand behind it.
            words = paragraph.said.replace(said_behind, "") if state else paragraph.said
            yield from wrapped(f"{state}{words}", width, first=first, further=blanks)
            first, state = blanks, ""
    for box in row.boxes:
        yield from _field(box.heading, box.paragraphs, blanks, width)


def _field(heading: str, paragraphs: Iterable[Paragraph], blanks: str, width: int) -> Iterator[str]:
    """What one column says: behind its heading where that is one line of thought, else below."""
    cell = [one for one in paragraphs if one.text]  # an empty line would be an item of its own
    further = f"{blanks}  "
    if not cell:
        return
    if len(cell) == 1 and not cell[0].label:
        words = f"{heading}: {cell[0].said}"
        yield from wrapped(words, width, first=blanks, further=further)
        return
    yield from wrapped(f"{heading}:", width, first=blanks, further=further)
    for paragraph in cell:
        first = further if paragraph.label else f"{further}- "
        hanging = further if paragraph.label else f"{further}  "
        yield from wrapped(paragraph.said, width, first=first, further=hanging)


def _notes(notes: Iterable[Footnote], width: int) -> Iterator[str]:
    for note in notes:
        mark = written_words(note.mark)
        first = f"{mark} " if mark else ""
        blanks = " " * min(shown_width(first), _CODE_WIDTH)
        for paragraph in note.paragraphs:
            yield from wrapped(f"{first}{paragraph.text}", width, further=blanks)
            first = ""
