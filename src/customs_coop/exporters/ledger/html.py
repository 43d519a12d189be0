"""The ledger of a rollover as one web page that needs nothing else."""

import attrs

from customs_coop.exporters.ledger.page import Items, ledger_page
from customs_coop.exporters.web_pages import web_page
from customs_coop.rollover import Ledger

__all__ = ["LedgerHtml"]


@attrs.frozen(kw_only=True)
class LedgerHtml:
    """A ledger as one HTML page that makes no request and prints in landscape.

    Rows that are over are greyed, and those of which somebody has still to say what becomes of
    them are marked; the words say so, too.

    Args:
        items: "differing" shows the indicators and milestones that do not simply go the way of
            their action; "all" shows every one, and the further texts of merged and split actions.
    """

    suffix = ".html"
    media_type = "text/html"
    accepts = ("ledger",)

    items: Items = "differing"

    def render(self, subject: Ledger, /) -> str:
        """Write the page.

        Args:
            subject: The ledger.

        Returns:
            The text of an .html file.
        """
        page = ledger_page(subject, self.items)
        widths = []
        for sheet in page.sheets:
            total = sum(heading.width for heading in sheet.headings)
            widths.append([f"{100 * heading.width / total:.2f}" for heading in sheet.headings])
        return web_page("ledger.html", page=page, widths=widths)
