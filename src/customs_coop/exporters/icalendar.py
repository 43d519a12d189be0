"""The deadlines of a plan as a calendar: events, or tasks."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import attrs

from customs_coop.deadline import Deadline, Recurring, Relative
from customs_coop.errors import InvalidValueError
from customs_coop.exporters.base import plan_of
from customs_coop.formats.calendars import (
    CalendarEntry,
    EntryKind,
    EntryStatus,
    calendar_bytes,
    stable_uid,
)
from customs_coop.formats.provenance import day_of, marking_of
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Indicator,
    Marking,
    Priority,
    Status,
)

__all__ = ["ICalendar"]

_PRIORITIES = {Priority.HIGH: 1, Priority.MEDIUM: 5, Priority.LOW: 9}
_TASK_STATUS = {
    Status.OPEN: EntryStatus.NEEDS_ACTION,
    Status.ONGOING: EntryStatus.IN_PROCESS,
    Status.STANDING: EntryStatus.IN_PROCESS,
    Status.AWAITING: EntryStatus.NEEDS_ACTION,
    Status.PARTLY_COMPLETED: EntryStatus.IN_PROCESS,
    Status.COMPLETED: EntryStatus.COMPLETED,
    Status.DEFERRED: EntryStatus.NEEDS_ACTION,
    Status.TO_DECIDE: EntryStatus.NEEDS_ACTION,
    Status.OBSOLETE: EntryStatus.CANCELLED,
}


def _as_day(value: dt.date | str | None) -> dt.date | None:
    if isinstance(value, str):
        return dt.date.fromisoformat(value)
    return value


def _not_negative(_exporter: object, _attribute: object, value: int | None) -> None:
    if value is not None and not 0 <= value <= 3660:
        raise InvalidValueError(f"a reminder comes 0 to 3660 days before the day, not {value}")


def _known_profile(_exporter: object, _attribute: object, value: str) -> None:
    if value not in ("events", "tasks"):
        raise InvalidValueError(f"the profiles are events and tasks, not {value!r}")


@attrs.frozen(kw_only=True)
class ICalendar:
    """The deadlines of one or more plans as a calendar (RFC 5545).

    Each deadline with a latest day becomes an all-day event on that day, or a task that is due on
    it. A recurring deadline becomes one entry for each round inside the period of the plan, never
    a rule: programs disagree on rules for the last day of a month. A deadline without a day gives
    no event, and a task without a day.

    An identifier depends on where the action first appeared, on the indicator and on the
    deadline's place, not on words or dates: an entry that is exported again is the same entry.

    Args:
        profile: "events" (what most calendars show) or "tasks".
        plan: The id of one plan; None takes all plans of the dossier.
        alarm_days: How many days before the day a reminder is shown; None for no reminder.
        source_date: The day for DTSTAMP; None takes it from the plan.
    """

    suffix = ".ics"
    media_type = "text/calendar"
    carries = frozenset(
        {
            "plan.title",
            "plan.period",
            "plan.work_areas",
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
            "action.involved",
            "action.deadlines",
            "indicator.text",
            "indicator.deadlines",
            "indicator.status",
            "involvement.text",
            "document.marking",
        }
    )

    profile: Literal["events", "tasks"] = attrs.field(default="events", validator=_known_profile)
    plan: str | None = None
    alarm_days: int | None = attrs.field(default=None, validator=_not_negative)
    source_date: dt.date | None = attrs.field(default=None, converter=_as_day)

    def render(self, subject: Dossier, /) -> bytes:
        """Write the calendar.

        Args:
            subject: The dossier.

        Returns:
            The content of an .ics file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
        """
        plans = subject.plans if self.plan is None else (plan_of(subject, self.plan),)
        seen: dict[str, int] = {}
        entries = [
            _numbered(entry, seen) for plan in plans for entry in self._entries(plan, subject)
        ]
        name = "; ".join(" ".join(plan.title.split()) or plan.id for plan in plans)
        return calendar_bytes(tuple(entries), name=name or "Action plans")

    def _entries(self, plan: ActionPlan, dossier: Dossier) -> Iterator[CalendarEntry]:
        base = _Base(
            plan=plan,
            kind=EntryKind.TASK if self.profile == "tasks" else EntryKind.EVENT,
            stamp=self.source_date or day_of(plan, dossier),
            confidential=marking_of(plan, dossier) not in (None, Marking.PUBLIC),
            alarm_days=self.alarm_days,
            areas={area.code.text: " ".join(area.title.split()) for area in plan.work_areas},
        )
        for action in plan:
            for index, deadline in enumerate(action.deadlines):
                yield from base.entries(action, None, "", index, deadline)
            for number, indicator in enumerate(action.indicators):
                place = str(number if indicator.code is None else indicator.code)
                for index, deadline in enumerate(indicator.deadlines):
                    yield from base.entries(action, indicator, place, index, deadline)


def _numbered(entry: CalendarEntry, seen: dict[str, int]) -> CalendarEntry:
    """Tell apart what has the same key, as where a plan has one code twice."""
    count = seen.get(entry.uid, 0)
    seen[entry.uid] = count + 1
    uid = entry.uid if count == 0 else f"{entry.uid}/{count}"
    return attrs.evolve(entry, uid=stable_uid(uid))


@attrs.frozen(kw_only=True)
class _Base:
    """What all entries of a plan have in common."""

    plan: ActionPlan
    kind: EntryKind
    stamp: dt.date
    confidential: bool
    alarm_days: int | None
    areas: dict[str, str]

    def entries(
        self,
        action: Action,
        indicator: Indicator | None,
        place: str,
        index: int,
        deadline: Deadline,
    ) -> Iterator[CalendarEntry]:
        """The entries of one deadline; their uid is still the key that it is made from."""
        origin = action.origin or self.plan.ref(action)
        profile = "tasks" if self.kind is EntryKind.TASK else "events"
        status = _effective(action, indicator)
        closed = status.closed
        for occurrence, day in self._days(deadline):
            yield CalendarEntry(
                uid=f"{origin}/{place}/{index}/{occurrence}/{profile}",
                kind=self.kind,
                summary=f"{action.code} {action.title}",
                description=_description(action, indicator, deadline),
                day=day,
                stamp=self.stamp,
                status=self._status(status, deadline),
                priority=_PRIORITIES.get(action.priority)
                if isinstance(action.priority, Priority)
                else None,
                categories=self._categories(action, status),
                contacts=_parties(action),
                confidential=self.confidential,
                edtf=deadline.edtf or "",
                wording=deadline.text,
                # Nobody wants to be reminded of what is done.
                alarm_days=None if closed else self.alarm_days,
            )

    def _days(self, deadline: Deadline) -> Iterator[tuple[str, dt.date | None]]:
        """The days of a deadline, each with what tells it from the others."""
        if isinstance(deadline, Recurring):
            period = self.plan.period
            days = () if period is None else deadline.last_days(within=period)
            stated = [day for day in (deadline.first, deadline.until) if day is not None]
            # By its day, not by counting: the next plan begins with other rounds.
            for day in dict.fromkeys(days or stated):
                yield day.isoformat(), day
            if days or stated:
                return
        elif deadline.latest is not None:
            yield "", deadline.latest
            return
        if self.kind is EntryKind.TASK:
            yield "", None

    def _status(self, status: Status, deadline: Deadline) -> EntryStatus:
        if self.kind is EntryKind.TASK:
            return _TASK_STATUS[status]
        if status is Status.OBSOLETE:
            return EntryStatus.CANCELLED
        # A day that rests on a convention, or on the date of another event, is not certain.
        uncertain = deadline.convention is not None or isinstance(deadline, Relative)
        return EntryStatus.TENTATIVE if uncertain else EntryStatus.CONFIRMED

    def _categories(self, action: Action, status: Status) -> tuple[str, ...]:
        code = "" if action.work_area is None else action.work_area.text
        found = [
            self.plan.id,
            self.areas.get(code) or (f"Work Area {code}" if code else ""),
            *(f"Objective {objective}" for objective in action.objectives),
            action.priority if isinstance(action.priority, str) else "",
            "" if status is Status.OPEN else status.value,
        ]
        return tuple(dict.fromkeys(text for text in found if text.strip()))


def _effective(action: Action, indicator: Indicator | None) -> Status:
    """The status of the deadline: its indicator's, unless the whole action is closed."""
    if indicator is None or action.status.closed or indicator.status is Status.OPEN:
        return action.status
    return indicator.status


def _parties(action: Action) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i.text.strip() or i.party for i in action.involved))


def _description(action: Action, indicator: Indicator | None, deadline: Deadline) -> str:
    words = [
        "" if indicator is None else indicator.text.strip(),
        f"Deadline: “{' '.join(deadline.text.split())}”" if deadline.text.strip() else "",
        action.status_text.strip(),
        "; ".join(" ".join(party.split()) for party in _parties(action)),
    ]
    return "\n".join(word for word in words if word)
