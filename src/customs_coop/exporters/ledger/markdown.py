"""The ledger of a rollover as Markdown: one pipe table for each kind of thing."""

from collections.abc import Iterator

import attrs

from customs_coop.exporters.ledger.page import PrintedLedger
from customs_coop.exporters.ledger.sheets import Line, Page, Sheet
from customs_coop.exporters.pipes import escaped, escaped_line, pipe_cell, pipe_row
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
    above = " ".join(text for text in (page.number, page.marking) if text)
    blocks = [f"**{escaped(above)}**" if above else "", f"# {escaped(page.title)}"]
    head = (f"- {escaped(page.labelled(label))} {escaped(text)}" for label, text in page.head)
    blocks.append("\n".join(head))
    for sheet in page.sheets:
        blocks.append(f"{'###' if sheet.below else '##'} {escaped(sheet.heading)}")
        blocks += [f"{one.number}. {escaped_line(one.text)}" for one in sheet.paragraphs]
        if sheet.lines:
            blocks.append("\n".join(_table(sheet)))
    blocks.append(escaped_line(page.summary))
    return replace_illegal("\n\n".join(filter(None, blocks))) + "\n"


def _table(sheet: Sheet) -> Iterator[str]:
    yield pipe_row(escaped(heading.text) for heading in sheet.headings)
    yield pipe_row("---:" if heading.figures else "---" for heading in sheet.headings)
    for line in sheet.lines:
        yield pipe_row(_cells(line))


def _cells(line: Line) -> Iterator[str]:
    first, *others = map(pipe_cell, line.cells)
    yield f"**{first}**" if line.open and first else first
    yield from others
