"""The differences between two plans as one web page that needs nothing else."""

import attrs

from customs_coop.comparison import PlanDiff, WordsKind
from customs_coop.exporters.base import COUNCIL_FIELDS
from customs_coop.exporters.comparison.wording import (
    NOTATION,
    anchor,
    counts,
    further_changes,
    listed_changes,
    plan_fields,
    what_is_compared,
)
from customs_coop.exporters.web_pages import shares, web_page
from customs_coop.formats.redline import marked_table
from customs_coop.formats.tables import ColumnsName, title_place

__all__ = ["DiffHtml"]

_TAGS = {WordsKind.INSERTED: "ins", WordsKind.DELETED: "del"}


@attrs.frozen(kw_only=True)
class DiffHtml:
    """The table of the new plan with what changed, as one HTML page that makes no request.

    New text is underlined and bold, deleted text is struck through; the colours only help. Above
    the table stand the counts and a list of the changes, which point at their rows, and a box that
    hides the rows without a change. Changes that no column shows are listed there, too.

    Args:
        only_changes: Whether the rows without a change are left out.
        columns: The column set; None chooses it by what the plans hold.
    """

    suffix = ".html"
    media_type = "text/html"
    carries = COUNCIL_FIELDS
    accepts = ("diff",)

    only_changes: bool = False
    columns: ColumnsName | None = None

    def render(self, subject: PlanDiff, /) -> str:
        """Write the page.

        Args:
            subject: The differences.

        Returns:
            The text of an .html file.

        Raises:
            InvalidValueError: The differences were read from a file, which does not hold the
                plans.
        """
        table = marked_table(subject, columns=self.columns, plain=True)
        return web_page(
            "diff.html",
            table=table,
            widths=shares(column.width for column in table.columns),
            title_at=title_place(table.columns),
            compared=what_is_compared(subject),
            counts=counts(subject),
            listed=tuple(listed_changes(subject, table)),
            plan_fields=plan_fields(subject),
            further=further_changes(table),
            notation=NOTATION,
            only_changes=self.only_changes,
            anchor=anchor,
            gone=WordsKind.DELETED,
            tag=lambda kind: _TAGS.get(kind, ""),
        )
