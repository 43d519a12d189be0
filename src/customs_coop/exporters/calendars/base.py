"""What the files of a calendar have in common: the draft, what is lost, what is public."""

from collections.abc import Mapping

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.exporters.base import plan_of
from customs_coop.exporters.calendars.drafting import Draft, draft_of
from customs_coop.exporters.calendars.options import CalendarOptions
from customs_coop.formats.calendars import Omission, OmissionKind, omissions
from customs_coop.model import Dossier
from customs_coop.model.joining import dossier_of_plan

__all__ = ["CalendarExporter", "omission_told"]

_CARRIED = frozenset(
    {
        "plan.id",
        "plan.title",
        "plan.period",
        "plan.document",
        "plan.work_areas",
        "plan.actions",
        "work_area.title",
        "work_area.code",
        "action.code",
        "action.title",
        "action.work_area",
        "action.objectives",
        "action.priority",
        "action.status",
        "action.status_text",
        "action.indicators",
        "action.outcomes",
        "action.involved",
        "action.deadlines",
        "action.references",
        "indicator.text",
        "indicator.code",
        "indicator.deadlines",
        "indicator.status",
        "indicator.evidence",
        "involvement.text",
        "involvement.role",
        "involvement.confirmed",
        "document.marking",
    }
)
_OBLIGATIONS = frozenset(
    {
        "obligation.text",
        "obligation.party",
        "obligation.to",
        "obligation.subject",
        "obligation.deadline",
    }
)


@attrs.frozen(kw_only=True)
class CalendarExporter(CalendarOptions):
    """A calendar of plans, whatever its file; see `CalendarOptions`."""

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the model that stand in the calendar."""
        return _CARRIED | _OBLIGATIONS if "obligations" in self.also else _CARRIED

    def draft(self, dossier: Dossier) -> Draft:
        """Make the calendar.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        return draft_of(dossier, self)

    def findings(self, subject: Dossier, /) -> Report:
        """Tell what is not in the calendar.

        Args:
            subject: The dossier.

        Returns:
            CC703 of what has no day, CC704 of what cannot be written, and CC705 of entries and
            relations that are left out because others say the same, or nothing is there to say.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        draft = self.draft(subject)
        left_out = omissions(draft.calendar, relations=self.relations)
        return draft.report + Report([omission_told(one, draft.names) for one in left_out])

    def public_part(self, dossier: Dossier) -> Dossier:
        """Where an option names a plan, that plan alone; what else is there stays in.

        Raises:
            UnknownPlanError: The dossier has no such plan.
        """
        if self.plan is None:
            return dossier
        return dossier_of_plan(dossier, plan_of(dossier, self.plan), obligations=True)


def omission_told(one: Omission, names: Mapping[str, str]) -> Diagnostic:
    """Tell what a calendar leaves out.

    Args:
        one: What it leaves out.
        names: What each entry is of, by its identifier.
    """
    code = "CC705" if one.kind is OmissionKind.RELATION else "CC704"
    what = {
        OmissionKind.ENTRY: "it cannot be written",
        OmissionKind.PART: "a part of it cannot be written",
        OmissionKind.RELATION: "a relation is left out",
        OmissionKind.CHARACTERS: "not all of its characters can be written",
    }[one.kind]
    return diagnose(code, f"{what}: {one.reason}", subject=names.get(one.uid, "calendar"))
