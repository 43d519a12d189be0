"""Plans as a calendar file of RFC 5545, or as a folder of them."""

from collections.abc import Mapping
from typing import Literal

import attrs

from customs_coop.diagnostics import Report, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.exporters.calendars.base import CalendarExporter
from customs_coop.exporters.calendars.labels import LABELS
from customs_coop.formats.calendars import (
    Calendar,
    calendar_bytes,
    calendar_files,
    folder_marks,
)
from customs_coop.model import Dossier

__all__ = ["ICalendar"]


def _known_layout(_exporter: object, _field: object, value: str) -> None:
    if value not in ("file", "vdir"):
        raise InvalidValueError(f"the layouts are file and vdir, not {value!r}")


@attrs.frozen(kw_only=True)
class ICalendar(CalendarExporter):
    """The deadlines of one or more plans as a calendar (RFC 5545).

    Each deadline with a latest day becomes an all-day event on that day, or a task that is due on
    it. A recurring deadline becomes one entry for each round inside the period of the plan. A
    deadline without a day gives no event, which is told, and a task without a day. A day that is
    only understood, as of "early 1998", makes a tentative event.

    An identifier depends on where the action and the indicator first stood, and on the place of
    the deadline, not on codes, words or dates: what is exported again is the same entry.

    Args:
        layout: "file", or "vdir" (a folder with a file for each entry, and with the name and the
            colour of the calendar, as khal, todoman and vdirsyncer have it; only for writing).
    """

    suffix = ".ics"
    media_type = "text/calendar"

    layout: Literal["file", "vdir"] = attrs.field(default="file", validator=_known_layout)

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the model that stand in the calendar; a folder says nothing of itself."""
        carried = super().carries
        if self.layout == "file" or "plans" in self.also:
            return carried
        return carried - {"plan.period"}

    def findings(self, subject: Dossier, /) -> Report:
        """Tell what is not in the calendar, nor in any file of a folder.

        Args:
            subject: The dossier.

        Returns:
            What is told of every calendar (CC703, CC704, CC705); and CC704 of the address of a
            calendar, where there is a folder of entries.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            InvalidValueError: Nobody bears the name of a party that was given.
        """
        if self.layout == "file" or self.feed_url is None:
            return super().findings(subject)
        message = "a folder of entries has no place for feed_url"
        rest = attrs.evolve(self, feed_url=None)
        return Report([diagnose("CC704", message, subject="calendar")]) + rest.findings(subject)

    def render(self, subject: Dossier, /) -> bytes:
        """Write the calendar as one file.

        Args:
            subject: The dossier.

        Returns:
            The content of an .ics file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        return calendar_bytes(self.draft(subject).calendar, relations=self.relations)

    def render_files(self, subject: Dossier, /) -> Mapping[str, bytes] | None:
        """Write a file for each entry, where the layout asks for that.

        The name of the calendar and its colour are files of their own (`displayname`, `color`).

        Args:
            subject: The dossier.

        Returns:
            The contents by the names of the files, or None.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        if self.layout == "file":
            return None
        calendar = self.draft(subject).calendar
        files = calendar_files(calendar, relations=self.relations)
        return files | folder_marks(self._folder_name(calendar), calendar.color)

    def _folder_name(self, calendar: Calendar) -> str:
        """The name of a folder: todoman fails where two of them have the same one."""
        labels = LABELS[self.language]
        what = {"events": "", "tasks": labels.tasks, "both": labels.both}[self.profile]
        return f"{calendar.name} – {what}" if what else calendar.name
