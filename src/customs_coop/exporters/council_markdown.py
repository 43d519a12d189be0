"""The Council table as Markdown: one pipe table for each work area."""

from collections.abc import Iterable, Iterator

import attrs

from customs_coop.exporters.council import PrintedPlan
from customs_coop.exporters.pipes import escaped, escaped_line, labelled_lines, pipe_cell, pipe_row
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.tables import CouncilTable, Cover, Footnote, Row
from customs_coop.model import Dossier

__all__ = ["CouncilMarkdown"]


@attrs.frozen(kw_only=True)
class CouncilMarkdown(PrintedPlan):
    """A plan as Markdown with pipe tables, as GitHub and pandoc read them.

    A completed row is struck through at its code and says so in words, as there is no grey.
    """

    suffix = ".md"
    media_type = "text/markdown"

    def render(self, subject: Dossier, /) -> str:
        """Write the text.

        Args:
            subject: The dossier.

        Returns:
            The text of an .md file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        table = self.table(subject)
        blocks = [*_cover(table.cover)]
        if table.objectives:
            blocks.append(f"## {escaped(table.objectives.heading)}")
            blocks.append("\n".join(f"- {escaped_line(line)}" for line in table.objectives.lines))
        blocks += [escaped_line(line) for line in table.notes]
        bare = not any(group.rows for group in table.groups)
        for group in table.groups:
            if group.heading:
                blocks.append(f"## {escaped(group.heading)}")
            # By its headings readers know a table, also one without rows.
            if group.rows or bare:
                blocks.append("\n".join(_table(table, group.rows)))
            blocks += _notes(group.notes)
        return replace_illegal("\n\n".join(blocks)) + "\n"


def _cover(cover: Cover) -> Iterator[str]:
    yield f"# {escaped(cover.title)}".rstrip()
    top = [text for text in (cover.number, cover.marking, ", ".join(cover.subjects)) if text]
    if top:
        yield "  \n".join(f"**{escaped(text)}**" for text in top)
    lines = [*cover.lines, *(((cover.subject_label, cover.subject),) if cover.subject else ())]
    if lines:
        yield labelled_lines(lines)


def _table(table: CouncilTable, rows: Iterable[Row]) -> Iterator[str]:
    yield pipe_row(escaped(column.heading) for column in table.columns)
    yield pipe_row("---" for _ in table.columns)
    if table.numbered:
        yield pipe_row(str(number) for number in range(1, len(table.columns) + 1))
    for row in rows:
        cells = [pipe_cell(cell) for cell in row.cells]
        if row.state:
            # The code alone, which may stand above the title in one cell.
            code, rest = pipe_cell(row.cells[0][:1]), pipe_cell(row.cells[0][1:])
            state = f"~~{code}~~ ({row.state})" if code else f"({row.state})"
            cells[0] = f"{state}<br>{rest}" if rest else state
        yield pipe_row(cells)
        for box in row.boxes:
            # A pipe table has no cell of full width; the box stands in the first one.
            text = f"**{escaped(box.heading)}:** {pipe_cell(box.paragraphs)}"
            yield pipe_row([text, *("" for _ in table.columns[1:])])


def _notes(notes: Iterable[Footnote]) -> Iterator[str]:
    for note in notes:
        text = "<br>".join(escaped(paragraph.text) for paragraph in note.paragraphs)
        mark = escaped_line(note.mark)
        yield f"{mark} {text}".strip() if mark else escaped_line(text)
