"""What comes back: reports, and the entries that they rest on."""

import datetime as dt

import attrs

from customs_coop.diagnostics import Report
from customs_coop.model import ProgressReport, Status, Subject

__all__ = ["ProgressReading", "TickedItem"]


@attrs.frozen(kw_only=True)
class TickedItem:
    """An entry of a calendar whose state somebody has changed.

    Args:
        uid: The identifier of the entry; where a program replaced it, that of the export.
        subject: The action; of a report that is owed, what the obligation is about.
        indicator: The number of the indicator in its action, from 1; None where the entry is of
            the action itself.
        due: The day on which it is due, by which rounds are told apart, or None.
        before: The status with which it was exported; that of a report that is owed is open, unless
            its action is closed.
        status: The status of the entry now.
        percent: How far it is, 0 to 100, or None.
        on: The day of the change, or None where nothing tells it.
        text: The comments on it.
        report: The report on what the entry is of. Where nothing tells the entry from others of
            the same thing, it rests on all of them and says how far the thing is. None where its
            day or its party is not known, or the dossier has the report already.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> ref = ActionRef("AP1", "5.1")
        >>> TickedItem(
        ...     uid="1", subject=ref, indicator=2, before=Status.OPEN, status=Status.COMPLETED
        ... ).item
        'AP1/5.1 indicator 2'
    """

    uid: str
    subject: Subject
    indicator: int | None = None
    due: dt.date | None = None
    before: Status
    status: Status
    percent: int | None = None
    on: dt.date | None = None
    text: str = ""
    report: ProgressReport | None = None

    @property
    def item(self) -> str:
        """The address of the action or of the indicator, such as "AP1/5.1 indicator 2"."""
        return (
            str(self.subject)
            if self.indicator is None
            else f"{self.subject} indicator {self.indicator}"
        )


@attrs.frozen(kw_only=True)
class ProgressReading:
    """What people reported on progress.

    Args:
        reports: The reports, by their days. Of a calendar, there is one for each indicator or
            action of an entry, party and day; of rounds, and of one of several deadlines, one for
            each, whose `due` names it. What all entries of a thing together closed has one more,
            on the whole, and so has what is open again; an action that is only partly done by its
            indicators has none.
        report: What was doubtful, wrong or interpreted.
        ticked: The entries that were changed, in the order of the calendar.
    """

    reports: tuple[ProgressReport, ...] = ()
    report: Report = attrs.field(factory=Report)
    ticked: tuple[TickedItem, ...] = ()
