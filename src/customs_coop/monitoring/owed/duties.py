"""Reports that are owed: one for each party, subject and round of an obligation."""

import datetime as dt
import enum

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring, Relative
from customs_coop.model import Obligation, ProgressReport
from customs_coop.model.link import Identity
from customs_coop.monitoring.owed.reporting import asks_for_report

__all__ = ["DueReport", "DutyState"]


class DutyState(enum.Enum):
    """How a report that is owed stands on a day."""

    SENT = "sent"
    LATE = "sent late"
    MISSING = "missing"
    """Its last day has passed, and no report came."""
    POSSIBLY_MISSING = "possibly missing"
    """The words do not tell the last day, one reading of them has passed, and no report came."""
    DUE = "due"
    """Its last day lies within the horizon."""
    NOT_DUE = "not due"
    NO_DAY = "no day"
    """No day is known: none is set, or the event on which it hangs has none."""

    @property
    def open(self) -> bool:
        """Whether the report has still to come."""
        return self not in (DutyState.SENT, DutyState.LATE)


@attrs.frozen(kw_only=True)
class DueReport:
    """One report that one party owes.

    Args:
        obligation: The obligation that asks for it, with its words.
        party: The id of the party that owes it, one of those for whom the obligation was made;
            None where the text does not say.
        to: The id of the party to which it goes, or None.
        subject: What it is about, or None.
        deadline: The deadline as it holds, with the day of its event where that is known.
        due: The last day by which it is due at the latest, or None.
        earliest: The first day by which it may have been due, where the event or the words leave
            that open; None where the day is certain.
        period: The time about which it reports: of what recurs, the round; else None.
        number: The place of the round in the window, from 1; None for what does not recur.
        event: The id of the event on which it hangs; empty where it hangs on none.
        answers: The reports that answer it, by their days.
        state: How it stands; None where nobody asked for a day.
        sums_up: Whether it says of a whole plan what other obligations ask of the actions one by
            one; whoever counts reports leaves it out.
        since: The first day whose reports answer it: of what has one time, that on which its plan
            begins or was printed; None where that is not known.
    """

    obligation: Obligation
    party: str | None = None
    to: str | None = None
    subject: Identity | None = None
    deadline: Deadline | None = None
    due: dt.date | None = None
    earliest: dt.date | None = None
    period: Period | None = None
    number: int | None = None
    event: str = ""
    answers: tuple[ProgressReport, ...] = ()
    state: DutyState | None = None
    sums_up: bool = False
    since: dt.date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether a last day is known by which it is due."""
        return self.due is not None

    @property
    def reports(self) -> bool:
        """Whether a report is asked for; not where the words ask to do something, for nobody.

        Example:
            >>> DueReport(obligation=Obligation(text="The crews shall mend the nets")).reports
            False
        """
        return self.to is not None or asks_for_report(self.obligation.text)

    @property
    def undated_because(self) -> str:
        """Why no last day is known, in words for people; empty where one is.

        Example:
            >>> DueReport(obligation=Obligation(text="A report to the Council")).undated_because
            'no time is stated'
        """
        return "" if self.due is not None else _without_day(self)


def _without_day(report: DueReport) -> str:
    deadline = report.deadline
    words = f'"{deadline.text}"' if deadline is not None else ""
    match deadline:
        case None:
            why = "no time is stated"
        case Recurring(recurrence=None):
            why = f"{words} names no rhythm"
        case Recurring():
            why = f"nothing tells when a round of {words} ends"
        case Relative(offset=None):
            why = f"{words} sets no term"
        case Relative(anchor=""):
            why = f"{words} does not say from when"
        case Relative() if report.event:
            why = f"the day of {report.event!r} is not known"
        case Relative():
            why = f"no event, or more than one, is known as {deadline.anchor!r}"
        case _:
            why = f"{words} names no last day"
    return why
