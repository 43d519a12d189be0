"""A plan on which bodies report, so that formats for states of play are tried with their words."""

from typing import Final

from customs_coop.deadline import By
from customs_coop.model import ActionPlan, ActionRef, Dossier, Obligation, ProgressReport

__all__ = ["with_reports"]

_REPORTED: Final = 3  # so many actions have reports


def with_reports(plan: ActionPlan) -> Dossier:
    """The plan with reports that two bodies owe on its first actions; one of them sent them.

    Args:
        plan: The plan, whose titles the reports have for their words.
    """
    actions = plan.actions[:_REPORTED]
    return Dossier(
        plans=[plan],
        obligations=[
            Obligation(
                text=action.title,
                party=party,
                subject=ActionRef(plan.id, action.code),
                deadline=By("2031-06-30"),
            )
            for action in actions
            for party in ("KIT-A", "KIT-B")
        ],
        progress=[
            ProgressReport(
                party="KIT-A",
                subject=ActionRef(plan.id, action.code),
                on="2031-06-20",
                text=action.title,
            )
            for action in actions
        ],
    )
