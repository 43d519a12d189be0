"""The ledger of a rollover as Markdown: one pipe table for each kind of thing."""

from collections.abc import Iterator

import attrs

from customs_coop.exporters.ledger.page import PrintedLedger
from customs_coop.exporters.ledger.sheets import Line, Page, Sheet
from customs_coop.exporters.pipes import escaped, escaped_line, labelled_lines, pipe_cell, pipe_row
from customs_coop.formats.characters import replace_illegal
from customs_coop.rollover import Ledger

__all__ = ["LedgerMarkdown", "page_as_markdown"]


@attrs.frozen(kw_only=True)
class LedgerMarkdown(PrintedLedger):
    """A ledger as Markdown with pipe tables, as GitHub and pandoc read them.

    Rows of which somebody has still to say what becomes of them have a bold first cell.
    """

    suffix = ".md"
    media_type = "text/markdown"

    def render(self, subject: Ledger, /) -> str:
        """Write the text.

        Args:
            subject: The ledger.

        Returns:
            The text of an .md file.
        """
        return page_as_markdown(self.page(subject))


def page_as_markdown(page: Page) -> str:
    """A page with its tables, one pipe table for each."""
    blocks = [f"# {escaped(page.title)}", labelled_lines(page.head)]
    for sheet in page.sheets:
        blocks += [f"## {escaped(sheet.heading)}", "\n".join(_table(sheet))]
    blocks.append(escaped_line(page.summary))
    return replace_illegal("\n\n".join(blocks)) + "\n"


def _table(sheet: Sheet) -> Iterator[str]:
    yield pipe_row(escaped(heading.text) for heading in sheet.headings)
    yield pipe_row("---:" if heading.figures else "---" for heading in sheet.headings)
    for line in sheet.lines:
        yield pipe_row(_cells(line))


def _cells(line: Line) -> Iterator[str]:
    first, *others = map(pipe_cell, line.cells)
    yield f"**{first}**" if line.open and first else first
    yield from others
