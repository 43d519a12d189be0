"""The Council table as Markdown: one pipe table for each work area."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.exporters.base import COUNCIL_FIELDS, plan_of
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.tables import (
    ColumnsName,
    CouncilTable,
    Cover,
    Footnote,
    Row,
    council_table,
)
from customs_coop.model import Dossier

__all__ = ["CouncilMarkdown"]

# What would begin or end a cell, a code span, an emphasis, a link, or markup of HTML.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
# What would begin a heading, a quotation or a list at the head of a line.
_LEADING = re.compile(r"^(?:[#+=-]|(?=[0-9]{1,9}[.)])[0-9]+(?=[.)]))")


@attrs.frozen(kw_only=True)
class CouncilMarkdown:
    """A plan as Markdown with pipe tables, as GitHub and pandoc read them.

    A completed row is struck through at its code and says so in words, as there is no grey.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
    """

    suffix = ".md"
    media_type = "text/markdown"
    carries = COUNCIL_FIELDS

    plan: str | None = None
    columns: ColumnsName | None = None

    def render(self, subject: Dossier, /) -> str:
        """Write the text.

        Args:
            subject: The dossier.

        Returns:
            The text of an .md file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        table = council_table(plan_of(subject, self.plan), dossier=subject, columns=self.columns)
        blocks = [*_cover(table.cover)]
        if table.objectives:
            blocks.append(f"## {_escaped(table.objectives.heading)}")
            blocks.append("\n".join(f"- {_line(line)}" for line in table.objectives.lines))
        blocks += [_line(line) for line in table.notes]
        for group in table.groups:
            if group.heading:
                blocks.append(f"## {_escaped(group.heading)}")
            if group.rows:
                blocks.append("\n".join(_table(table, group.rows)))
            blocks += _notes(group.notes)
        return replace_illegal("\n\n".join(blocks)) + "\n"


def _escaped(text: str) -> str:
    """One line of text in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(text: str) -> str:
    """The same at the head of a line, where figures and dashes would begin a list."""
    escaped = _escaped(text)
    return _LEADING.sub(lambda m: m[0] + "\\" if m[0][0].isdigit() else "\\" + m[0], escaped)


def _cover(cover: Cover) -> Iterator[str]:
    yield f"# {_escaped(cover.title)}".rstrip()
    top = [text for text in (cover.number, cover.marking, ", ".join(cover.subjects)) if text]
    if top:
        yield "  \n".join(f"**{_escaped(text)}**" for text in top)
    lines = [*cover.lines, *((("Subject", cover.subject),) if cover.subject else ())]
    if lines:
        yield "\n".join(f"- {_escaped(label)}: {_escaped(text)}" for label, text in lines)


def _table(table: CouncilTable, rows: Iterable[Row]) -> Iterator[str]:
    yield _row(_escaped(column.heading) for column in table.columns)
    yield _row("---" for _ in table.columns)
    if table.numbered:
        yield _row(str(number) for number in range(1, len(table.columns) + 1))
    for row in rows:
        cells = [_cell(cell) for cell in row.cells]
        if row.greyed:
            # The code alone, which may stand above the title in one cell.
            code, rest = _cell(row.cells[0][:1]), _cell(row.cells[0][1:])
            state = f"~~{code}~~ ({row.state})" if code else f"({row.state})"
            cells[0] = f"{state}<br>{rest}" if rest else state
        yield _row(cells)
        for box in row.boxes:
            # A pipe table has no cell of full width; the box stands in the first one.
            text = f"**{_escaped(box.heading)}:** {_cell(box.paragraphs)}"
            yield _row([text, *("" for _ in table.columns[1:])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(paragraphs: Iterable[Paragraph]) -> str:
    return "<br>".join(
        f"*{_escaped(paragraph.text)}*" if paragraph.label else _escaped(paragraph.text)
        for paragraph in paragraphs
    )


def _notes(notes: Iterable[Footnote]) -> Iterator[str]:
    for note in notes:
        text = "<br>".join(_escaped(paragraph.text) for paragraph in note.paragraphs)
        mark = _line(note.mark)
        yield f"{mark} {text}".strip() if mark else _line(text)
