"""The ledger of a rollover as one web page that needs nothing else."""

import attrs

from customs_coop.exporters.ledger.page import PrintedLedger
from customs_coop.exporters.ledger.sheets import Page
from customs_coop.exporters.ledger.tones import GROUNDS
from customs_coop.exporters.web_pages import shares, web_page
from customs_coop.formats.word.styles import LANGUAGE_TAGS
from customs_coop.rollover import Ledger

__all__ = ["LedgerHtml", "page_as_html"]


@attrs.frozen(kw_only=True)
class LedgerHtml(PrintedLedger):
    """A ledger as one HTML page that makes no request and prints in landscape.

    Rows that are over are greyed, and those of which somebody has still to say what becomes of
    them are marked; the words say so, too.
    """

    suffix = ".html"
    media_type = "text/html"

    def render(self, subject: Ledger, /) -> str:
        """Write the page.

        Args:
            subject: The ledger.

        Returns:
            The text of an .html file.
        """
        return page_as_html(self.page(subject))


def page_as_html(page: Page) -> str:
    """A page with its tables, as one file."""
    widths = [shares(heading.width for heading in sheet.headings) for sheet in page.sheets]
    tag = LANGUAGE_TAGS[page.language]
    return web_page("ledger.html", page=page, widths=widths, grounds=GROUNDS, tag=tag)
