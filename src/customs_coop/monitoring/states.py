"""How one thing of a plan stands on a day."""

import datetime as dt
import enum

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import ActionRef, Code, IndicatorRef, LinkKind, ProgressReport, Status
from customs_coop.model.link import Target

__all__ = ["Awaited", "Standing", "StateItem"]


class Standing(enum.Enum):
    """How a thing stands on a day; the first that is true, in this order.

    Example:
        >>> Standing.POSSIBLY_OVERDUE.open, Standing.COMPLETED.open
        (True, False)
    """

    COMPLETED = "completed"
    OBSOLETE = "obsolete"
    """Overtaken, or taken over by another body: nothing remains to be done."""
    DEFERRED = "deferred"
    """Put off to a later plan: its deadlines count no more."""
    OVERDUE = "overdue"
    """The last day has passed."""
    POSSIBLY_OVERDUE = "possibly overdue"
    """The words do not tell the last day, and one reading of them has passed."""
    DUE = "due"
    """The last day lies within the horizon."""
    WAITING = "waiting"
    """It waits for something that is not there yet."""
    ONGOING = "ongoing"
    OPEN = "open"
    """Nothing is due, and nothing is said."""

    @property
    def open(self) -> bool:
        """Whether something remains to be done in this plan."""
        return self not in (Standing.COMPLETED, Standing.OBSOLETE, Standing.DEFERRED)


@attrs.frozen(kw_only=True)
class Awaited:
    """Something for which a thing of a plan waits.

    Args:
        target: What it is: an action, a document, an event, a body that has to agree.
        text: The words that say so; empty where the kind of the deadline says it.
        status: How far it is, where that is known.
        kind: The kind of the link that says so; None for the event on which a deadline hangs.

    Example:
        >>> from customs_coop.model import PartyRef
        >>> print(Awaited(target=PartyRef("EUROPOL"), kind=LinkKind.REQUIRES_AGREEMENT_OF))
        agreement of EUROPOL
    """

    target: Target
    text: str = ""
    status: Status | None = None
    kind: LinkKind | None = None

    def __str__(self) -> str:
        words = "agreement of " if self.kind is LinkKind.REQUIRES_AGREEMENT_OF else ""
        status = "" if self.status is None else f" ({self.status.value})"
        return f"{words}{self.target}{status}"


@attrs.frozen(kw_only=True)
class StateItem:
    """One deadline of an action or of an indicator, or one thing without any, on a day.

    Args:
        subject: The action, or the indicator by its place.
        title: The title of the action.
        text: The words of the indicator; empty where the item is of the action itself.
        work_area: The work area of the action, or None.
        objectives: The strategic objectives of the action.
        parties: The ids of the responsible parties; "" stands in no list.
        deadline: The deadline, or None without any.
        due: The last day by which it is due at the latest, of what recurs that of the round that
            is asked about; None while it is not known.
        earliest: The first day by which it may have been due, where the words leave that open.
        status: How far it is, by what was reported last, else as printed.
        source: The report that says so; None where it is as printed.
        standing: How it stands.
        waiting_on: What it waits for; also where it is overdue.
        reports: The reports on it that were there on the day, by their days.
        measured: Whether a value was measured for each period that is over; None for a
            qualitative indicator, for what is obsolete or deferred, and while nothing has to be
            measured yet.
        silent: Whether nothing is known of it: no status is printed, no report was sent.
        status_text: The words of the plan that say how far the action is; may be empty.
        missed: Of what recurs, how many rounds have passed without a report.
        printed: Whether the plan itself says how far it is: by a status other than open, or in
            words.
    """

    subject: ActionRef | IndicatorRef
    title: str
    text: str = ""
    work_area: Code | None = None
    objectives: tuple[Code, ...] = ()
    parties: tuple[str, ...] = ()
    deadline: Deadline | None = None
    due: dt.date | None = None
    earliest: dt.date | None = None
    status: Status = Status.OPEN
    source: ProgressReport | None = None
    standing: Standing = Standing.OPEN
    waiting_on: tuple[Awaited, ...] = ()
    reports: tuple[ProgressReport, ...] = ()
    measured: bool | None = None
    silent: bool = False
    status_text: str = ""
    missed: int = 0
    printed: bool = False

    @property
    def action(self) -> ActionRef:
        """The action that it is, or to which it belongs."""
        return self.subject.action if isinstance(self.subject, IndicatorRef) else self.subject

    @property
    def unmeasured_yet(self) -> bool:
        """Whether no value is there and none is needed by the day, as of what counts nothing.

        What is obsolete or deferred needs none any more.
        """
        is_given_up = self.standing in (Standing.OBSOLETE, Standing.DEFERRED)
        return self.measured is None and not is_given_up

    @property
    def waiting(self) -> bool:
        """Whether it waits for something, whatever else is to be said of it."""
        return self.standing is Standing.WAITING or (self.standing.open and bool(self.waiting_on))
