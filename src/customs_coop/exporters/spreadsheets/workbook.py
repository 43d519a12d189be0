"""A plan as a workbook (.xlsx), for those who sort, filter and count."""

from typing import Final

import attrs

from customs_coop.exporters.base import COUNCIL_FIELDS, plan_of
from customs_coop.exporters.council import PrintedPlan
from customs_coop.exporters.spreadsheets.facts import long_texts, sheets_of
from customs_coop.exporters.spreadsheets.headings import continued_words
from customs_coop.formats.provenance import day_of
from customs_coop.formats.sheet import Language
from customs_coop.formats.xlsx import workbook_bytes
from customs_coop.model import Dossier

__all__ = ["Xlsx"]

_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@attrs.frozen(kw_only=True)
class Xlsx:
    """A plan as a workbook: one row an action, one column a fact.

    Further sheets have one row for each indicator, work area and part that a party has, and the
    facts on the plan itself. No cell is a formula. The same plan gives the same bytes. It needs
    the extra "xlsx".

    Args:
        plan: The id of the plan, where the dossier has more than one.
        language: The language of the headings and of the names of the sheets.
    """

    suffix = ".xlsx"
    media_type = _MEDIA_TYPE
    carries = COUNCIL_FIELDS

    plan: str | None = None
    language: Language = "en"

    def carried_part(self, dossier: Dossier) -> Dossier:
        """The plan, its strategy and the cover of its document, as in a printed table.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        return PrintedPlan(plan=self.plan).carried_part(dossier)

    def public_part(self, dossier: Dossier) -> Dossier:
        """Where an option names a plan, only what is written of it; what else is there stays in.

        Raises:
            UnknownPlanError: As of `carried_part`.
        """
        return PrintedPlan(plan=self.plan).public_part(dossier)

    def render(self, subject: Dossier, /) -> bytes:
        """Write the workbook.

        Args:
            subject: The dossier.

        Returns:
            The content of an .xlsx file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
            ExportOptionError: The library that writes workbooks is not there.
        """
        plan = plan_of(subject, self.plan)
        return workbook_bytes(
            sheets_of(plan, subject, self.language),
            title=plan.title,
            day=day_of(plan, subject),
            rest=long_texts(self.language),
            continued=continued_words(self.language),
            plainer="council-csv",
        )
