"""The Council table as one web page that needs nothing else."""

import attrs

from customs_coop.exporters.base import COUNCIL_FIELDS, plan_of
from customs_coop.exporters.web_pages import web_page
from customs_coop.formats.columns import Column
from customs_coop.formats.tables import ColumnsName, council_table
from customs_coop.model import Dossier

__all__ = ["CouncilHtml"]


@attrs.frozen(kw_only=True)
class CouncilHtml:
    """A plan as one HTML page that makes no request and prints in landscape.

    Each work area is a table with a caption; a completed row is greyed and says so in words, for
    those who do not see the grey.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
    """

    suffix = ".html"
    media_type = "text/html"
    carries = COUNCIL_FIELDS

    plan: str | None = None
    columns: ColumnsName | None = None

    def render(self, subject: Dossier, /) -> str:
        """Write the page.

        Args:
            subject: The dossier.

        Returns:
            The text of an .html file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        table = council_table(plan_of(subject, self.plan), dossier=subject, columns=self.columns)
        total = sum(column.width for column in table.columns)
        widths = [f"{100 * column.width / total:.2f}" for column in table.columns]
        titles = [column.column is Column.TITLE for column in table.columns]
        return web_page("council.html", table=table, widths=widths, title_at=titles.index(True))
