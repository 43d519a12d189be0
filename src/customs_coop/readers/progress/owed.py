"""Reports that somebody owes, ticked off as sent: which obligation an entry is of."""

import datetime as dt
from collections.abc import Mapping

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.calendars import CalendarItem, stable_uid
from customs_coop.formats.closing import duty_status
from customs_coop.formats.crosswalk import TASK_STATUS
from customs_coop.formats.duty_keys import keys_of
from customs_coop.model import ActionRef, Dossier, Obligation, ProgressReport, Status, Subject
from customs_coop.readers.progress.addresses import is_ours
from customs_coop.readers.progress.changes import (
    DAY_HINT,
    Change,
    change_of,
    changed_on,
    looks_done,
)
from customs_coop.readers.progress.copies import comment_told, entry_name, state_said
from customs_coop.readers.progress.moved import exported_day
from customs_coop.readers.progress.reporting import reporting_party
from customs_coop.readers.progress.ticks import Read, Unclaimed
from customs_coop.readers.progress.values import TickedItem

__all__ = ["Duties", "Owed", "OwedReading", "read_owed"]

# Days of which the identifiers of all obligations are made; no calendar has more of them.
_MOST_DAYS = 400
# As exporters write them: tasks, events, and the rounds that are one event.
_FORMS = ("tasks", "events", "rounds/events")


@attrs.frozen
class Owed:
    """What an entry asks for.

    Args:
        duty: The obligation.
        due: The day of the round, or the only day; None without any.
        before: The status with which the entry was exported.
    """

    duty: Obligation
    due: dt.date | None
    before: Status = Status.OPEN


class Duties:
    """The identifiers that the obligations of a dossier have.

    Args:
        dossier: The dossier, or None.
    """

    def __init__(self, dossier: Dossier | None) -> None:
        duties = () if dossier is None else dossier.obligations
        self._keys = [*zip(keys_of(duties), duties, strict=True)]
        self._by_day: dict[dt.date | None, dict[str, Obligation]] = {}
        plans = () if dossier is None else dossier.plans
        self._actions = {plan.ref(action): action for plan in plans for action in plan}

    def find(self, item: CalendarItem) -> Owed | None:
        """Find what an entry is of.

        Args:
            item: The entry.

        Returns:
            The obligation with the round; None where the dossier has no such one.
        """
        # What is of an action says so, until a server drops that.
        if not self._keys or item.item or not is_ours(item):
            return None
        for day in dict.fromkeys((None, exported_day(item), item.due, *(item.last_days or ()))):
            duty = self._on(day).get(item.uid)
            if duty is not None:
                latest = None if duty.deadline is None else duty.deadline.latest
                return Owed(duty, day or latest, self._before(item, duty))
        return None

    def _before(self, item: CalendarItem, duty: Obligation) -> Status:
        """How an entry was exported, by itself; else closed with its action, if it looks so.

        It is exported without a day of completion, so that one with such a day was ticked off.
        """
        stated = next((one for one in Status if one.value == item.exported_status), None)
        if stated is not None:
            return stated
        subject = duty.subject
        action = self._actions.get(subject) if isinstance(subject, ActionRef) else None
        status = duty_status(duty, action)
        is_so = item.status is TASK_STATUS[status] and item.completed is None
        return status if is_so else Status.OPEN

    def _on(self, day: dt.date | None) -> Mapping[str, Obligation]:
        """The identifiers of the round of a day; for None those of what has no rounds."""
        if day not in self._by_day and len(self._by_day) == _MOST_DAYS:
            return {}
        if day not in self._by_day:
            occurrence = "" if day is None else day.isoformat()
            self._by_day[day] = {
                stable_uid(f"{key}/{occurrence}/{form}"): duty
                for key, duty in self._keys
                for form in _FORMS
            }
        return self._by_day[day]


@attrs.frozen(kw_only=True)
class OwedReading:
    """What the entries of obligations tell.

    Args:
        ticked: The entries of reports that were sent.
        told: The findings.
        unclaimed: Those of which it is not known who sent them.
    """

    ticked: tuple[TickedItem, ...] = ()
    told: tuple[Diagnostic, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()


def read_owed(
    read: Read,
    owed: Owed,
    who: str | None,
    wholes: Mapping[str, str],
    otherwise: dt.date | None = None,
) -> OwedReading:
    """Tell whether a report that is owed was ticked off as sent.

    Args:
        read: The entry.
        owed: What it asks for.
        who: The party that reports where the obligation names nobody, or None.
        wholes: The body of which each party is a part.
        otherwise: The day of what has no day of its own, or None.

    Returns:
        What it tells; nothing where nobody changed it.
    """
    duty, item = owed.duty, read.item
    change = change_of(item, owed.before)
    if change == Change() and not item.comments:
        return OwedReading()
    told = _not_sent(item, duty.subject, change)
    if told:
        code, message = told
        found = diagnose(code, message, subject=entry_name(item), span=read.span)
        return OwedReading(told=(found,))
    assert duty.subject is not None  # noqa: S101 - what has none is told
    subject = str(duty.subject)
    on = changed_on(item, Status.COMPLETED) or otherwise
    named = () if duty.party is None else (duty.party,)
    party = reporting_party(named, who, wholes)
    ticked = TickedItem(
        uid=item.uid,
        subject=duty.subject,
        due=owed.due,
        before=owed.before,
        status=Status.COMPLETED,
        percent=item.percent,
        on=on,
        text="\n".join(item.comments),
    )
    findings = []
    if change.remark:
        findings.append(diagnose("CC175", change.remark, subject=subject, span=read.span))
    if on is None:
        message = "it is completed now, and nothing tells since which day"
        findings.append(diagnose("CC171", message, subject=subject, span=read.span, hint=DAY_HINT))
    if on is not None and party is not None:
        ticked = attrs.evolve(ticked, report=_report(ticked, party, on))
    nobody = Unclaimed(parties=named, subject=subject, span=read.span)
    return OwedReading(
        ticked=(ticked,), told=tuple(findings), unclaimed=(nobody,) if party is None else ()
    )


def _not_sent(
    item: CalendarItem, subject: Subject | None, change: Change
) -> tuple[str, str] | None:
    """Why the change of an entry is no report: a code and the words; None where it is one."""
    if change == Change():
        return "CC173", comment_told(item)
    if change.doubt:
        return "CC170" if looks_done(item) else "CC173", change.doubt
    if change.status is not Status.COMPLETED:
        return "CC173", f"it is {state_said(item)}, and a report that is owed is sent or not"
    if subject is None:
        return "CC170", f"it is {state_said(item)}, and the obligation is about nothing known"
    return None


def _report(ticked: TickedItem, party: str, on: dt.date) -> ProgressReport:
    # That a report was sent says nothing of how far the work is.
    return ProgressReport(
        party=party, subject=ticked.subject, on=on, due=ticked.due, text=ticked.text
    )
