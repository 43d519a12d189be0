"""Looking into calendars that were exported."""

from typing import Any

import icalendar

from customs_coop.deadline import Deadline
from customs_coop.exporters import export
from customs_coop.model import Action, ActionPlan, Dossier


def entries(subject: Dossier | ActionPlan, name: str = "VEVENT", /, **options: object) -> list[Any]:
    """The components of a calendar; the tasks where the profile is that."""
    # Any: the components of the icalendar library answer to property names.
    if options.get("profile") == "tasks" and name == "VEVENT":
        name = "VTODO"
    calendar = icalendar.Calendar.from_ical(export(subject, "icalendar", **options))
    return list(calendar.walk(name))


def days(subject: Dossier | ActionPlan, **options: object) -> list[tuple[str, str]]:
    """The summaries of events with their first days."""
    found = entries(subject, **options)
    return [(str(e["SUMMARY"]), e["DTSTART"].dt.isoformat()) for e in found]


def uids(subject: Dossier | ActionPlan, name: str = "VEVENT", /, **options: object) -> list[str]:
    """The identifiers of entries."""
    return [str(entry["UID"]) for entry in entries(subject, name, **options)]


def one(*deadlines: Deadline, **fields: Any) -> ActionPlan:  # noqa: ANN401 - fields of an action
    """A plan with one action."""
    action = Action(**({"code": "5.1", "title": "Try", "deadlines": deadlines} | fields))
    return ActionPlan(id="AP5", title="Fifth", period="2011-07-01/2012-12-31", actions=[action])
