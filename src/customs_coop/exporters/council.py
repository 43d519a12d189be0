"""What the formats of the Council table have in common, whatever the file."""

import attrs

from customs_coop.exporters.base import COUNCIL_FIELDS, plan_of
from customs_coop.formats.provenance import covers_of, strategy_of
from customs_coop.formats.sheet import Language
from customs_coop.formats.tables import ColumnsName, CouncilTable, council_table
from customs_coop.model import ActionPlan, Dossier

__all__ = ["PrintedPlan"]


@attrs.frozen(kw_only=True)
class PrintedPlan:
    """A plan as a table that a person reads; each format says how it writes it.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
        language: The language of headings and labels: "en", "fr" or "de".
    """

    plan: str | None = None
    columns: ColumnsName | None = None
    language: Language = "en"

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the model that stand in the file."""
        return COUNCIL_FIELDS

    def printed_plan(self, dossier: Dossier) -> ActionPlan:
        """The plan that is asked for.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        return plan_of(dossier, self.plan)

    def carried_part(self, dossier: Dossier) -> Dossier:
        """The plan, its strategy and the cover of its document: nothing else is printed.

        Raises:
            UnknownPlanError: As of `printed_plan`.
        """
        plan = self.printed_plan(dossier)
        strategy = strategy_of(plan, dossier)
        return Dossier(
            plans=(plan,),
            strategies=() if strategy is None else (strategy,),
            documents=covers_of(plan, dossier),
        )

    def public_part(self, dossier: Dossier) -> Dossier:
        """Where an option names a plan, only what is printed of it; what else is there stays in.

        Raises:
            UnknownPlanError: As of `printed_plan`.
        """
        return dossier if self.plan is None else self.carried_part(dossier)

    def table(self, dossier: Dossier) -> CouncilTable:
        """The plan as a table.

        Raises:
            UnknownPlanError: As of `printed_plan`.
        """
        plan = self.printed_plan(dossier)
        return council_table(plan, dossier=dossier, columns=self.columns, language=self.language)
