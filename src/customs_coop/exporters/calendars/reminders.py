"""What is owed and due of a state of play, as a calendar file, or as one for each party."""

import re
from collections.abc import Mapping
from typing import Final

import attrs

from customs_coop.diagnostics import Report, diagnose
from customs_coop.exporters.calendars.base import omission_told
from customs_coop.exporters.calendars.reminder_options import ReminderOptions
from customs_coop.exporters.calendars.reminding import reminded_parties, reminders_of
from customs_coop.formats.calendars import calendar_bytes, omissions, stable_uid
from customs_coop.monitoring import StateOfPlay

__all__ = ["Reminders"]

_FILE_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@+-]{0,99}")
_NOBODY: Final = "nobody-named"


@attrs.frozen(kw_only=True)
class Reminders(ReminderOptions):
    """The reports that have not come, on the days by which they are due (RFC 5545).

    Each is an all-day event on its last day, or a task, with reminders before it. What is late
    says so, and reminds no more. A day that the words or an event leave open makes a tentative
    event. What asks of a whole plan what is asked of its actions one by one has no entry.

    An identifier depends on what a report is about, who owes it to whom, and the round: it stays
    where a conference is moved, and SEQUENCE tells how often its day was changed.
    """

    suffix = ".ics"
    media_type = "text/calendar"
    accepts = ("state",)

    def findings(self, subject: StateOfPlay, /) -> Report:
        """Tell what is not in the calendar.

        Args:
            subject: The state of play.

        Returns:
            CC703 of what has no day, CC704 of what cannot be written, and CC705 of what has
            entries of its parts.

        Raises:
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        draft = reminders_of(subject, self)
        left_out = [omission_told(one, draft.names) for one in omissions(draft.calendar)]
        if self.each_party and self.feed_url is not None:
            message = "a folder of several calendars has no place for feed_url"
            left_out.append(diagnose("CC704", message, subject="calendar"))
        return draft.report + Report(left_out)

    def render(self, subject: StateOfPlay, /) -> bytes:
        """Write the calendar as one file.

        Args:
            subject: The state of play.

        Returns:
            The content of an .ics file.

        Raises:
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        return calendar_bytes(reminders_of(subject, self).calendar)

    def render_files(self, subject: StateOfPlay, /) -> Mapping[str, bytes] | None:
        """Write a file for each party that has something to do, where that is asked for.

        Args:
            subject: The state of play.

        Returns:
            The contents by the names of the files, or None.

        Raises:
            InvalidValueError: Nobody bears the name of the party that was given.
        """
        if not self.each_party:
            return None
        own = attrs.evolve(self, feed_url=None)
        files: dict[str, bytes] = {}
        taken: set[str] = set()
        for party in reminded_parties(subject, own):
            name = party or _NOBODY
            # Some file systems take capitals for small letters.
            if _FILE_NAME.fullmatch(name) is None or name.casefold() in taken:
                name = stable_uid(name)
            taken.add(name.casefold())
            files[f"{name}.ics"] = calendar_bytes(reminders_of(subject, own, party).calendar)
        return files
