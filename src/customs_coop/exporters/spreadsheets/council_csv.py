"""The Council table as CSV, which spreadsheets open and which is read back."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from customs_coop.exporters.council import PrintedPlan
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.formulas import defused
from customs_coop.formats.sheet import SHEET_WORDS, Language
from customs_coop.formats.tables import CouncilTable, Cover, Group
from customs_coop.model import Dossier

__all__ = ["CouncilCsv"]


@attrs.frozen(kw_only=True)
class CouncilCsv(PrintedPlan):
    """A plan as CSV (RFC 4180): the Council table, with what stands above it in rows of one cell.

    Texts that a spreadsheet would take for a formula begin with an apostrophe; without `safe`
    they are as they are, and the file is read back word for word.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
        language: The language of headings and labels: "en", "fr" or "de".
        safe: Whether no cell can become a formula.
        separator: What stands between the cells; spreadsheets in much of Europe expect ";".
        bom: Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    """

    suffix = ".csv"
    media_type = "text/csv"

    safe: bool = True
    separator: Literal[",", ";"] = ","
    bom: bool = False

    def render(self, subject: Dossier, /) -> str:
        r"""Write the rows.

        Args:
            subject: The dossier.

        Returns:
            The text of a .csv file; its lines end with "\r\n".

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        table = self.table(subject)
        written = io.StringIO()
        writer = csv.writer(
            written, delimiter=self.separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL
        )
        for row in _rows(table):
            cells = (replace_illegal(cell) for cell in row)
            writer.writerow([defused(cell) if self.safe else cell for cell in cells])
        return "\ufeff" * self.bom + written.getvalue()


def _rows(table: CouncilTable) -> Iterator[list[str]]:
    width = len(table.columns)
    for line in _above(table):
        yield _alone(line, width)
    bare = not any(group.rows for group in table.groups)
    for group in table.groups:
        if group.heading:
            yield _alone(group.heading, width)
        # By its headings readers know a table, also one without rows.
        if group.rows or bare:
            yield [column.heading for column in table.columns]
        yield from _group(group, width)


def _alone(line: str, width: int) -> list[str]:
    """A row in which only the first cell is filled."""
    return [line, *("" for _ in range(width - 1))]


def _above(table: CouncilTable) -> Iterator[str]:
    yield from _cover(table.cover, table.language)
    if table.objectives:
        yield table.objectives.heading
        yield from table.objectives.lines
    yield from table.notes


def _cover(cover: Cover, language: Language) -> Iterator[str]:
    # By this mark readers know the title of a table of ours, as in the other formats.
    yield f"# {cover.title}"
    yield from (text for text in (cover.number, cover.marking, *cover.subjects) if text)
    # Behind the period and the plan, readers expect no line on the document.
    words = SHEET_WORDS[language]
    behind = (words.period, words.plan, words.strategy)
    yield from (f"{label}: {text}" for label, text in cover.lines if label not in behind)
    if cover.subject:
        yield f"{cover.subject_label}: {cover.subject}"
    yield from (f"{label}: {text}" for label, text in cover.lines if label in behind)


def _group(group: Group, width: int) -> Iterator[list[str]]:
    for row in group.rows:
        yield [_cell(cell) for cell in row.cells]
        for box in row.boxes:
            yield _alone(f"{box.heading}:\n{_cell(box.paragraphs)}", width)
    for note in group.notes:
        yield _alone(f"{note.mark} {_cell(note.paragraphs)}".strip(), width)


def _cell(paragraphs: Iterable[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)
