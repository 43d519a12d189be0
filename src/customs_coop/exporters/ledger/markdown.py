"""The ledger of a rollover as Markdown: one pipe table for each kind of thing."""

from collections.abc import Iterator

import attrs

from customs_coop.exporters.ledger.page import Items, ledger_page
from customs_coop.exporters.ledger.sheets import Line, Sheet
from customs_coop.exporters.pipes import escaped, escaped_line, pipe_cell, pipe_row
from customs_coop.formats.characters import replace_illegal
from customs_coop.rollover import Ledger

__all__ = ["LedgerMarkdown"]


@attrs.frozen(kw_only=True)
class LedgerMarkdown:
    """A ledger as Markdown with pipe tables, as GitHub and pandoc read them.

    Rows of which somebody has still to say what becomes of them have a bold first cell.

    Args:
        items: "differing" shows the indicators and milestones that do not simply go the way of
            their action; "all" shows every one, and the further texts of merged and split actions.
    """

    suffix = ".md"
    media_type = "text/markdown"
    accepts = ("ledger",)

    items: Items = "differing"

    def render(self, subject: Ledger, /) -> str:
        """Write the text.

        Args:
            subject: The ledger.

        Returns:
            The text of an .md file.
        """
        page = ledger_page(subject, self.items)
        blocks = [f"# {escaped(page.title)}"]
        blocks.append(
            "\n".join(f"- {escaped(label)}: {escaped(text)}" for label, text in page.head)
        )
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
