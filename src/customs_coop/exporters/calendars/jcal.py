"""Plans as a calendar in JSON, as of RFC 7265."""

import attrs

from customs_coop.exporters.calendars.base import CalendarExporter
from customs_coop.formats.calendars import jcal_text
from customs_coop.model import Dossier

__all__ = ["JCal"]


@attrs.frozen(kw_only=True)
class JCal(CalendarExporter):
    """The deadlines of one or more plans as a calendar in JSON (jCal, RFC 7265).

    It holds what the format icalendar holds, for programs that read JSON.
    """

    suffix = ".jcal"
    media_type = "application/calendar+json"

    def render(self, subject: Dossier, /) -> str:
        """Write the calendar.

        Args:
            subject: The dossier.

        Returns:
            The text of a .jcal file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        return jcal_text(self.draft(subject).calendar, relations=self.relations)
