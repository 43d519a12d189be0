"""What is in doubt about what is owed, as findings."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from customs_coop.deadline import Deadline, Recurring, Relative
from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.model import ActionRef, Dossier, IndicatorRef, Obligation, PlanRef
from customs_coop.monitoring.anchoring import hanging_on
from customs_coop.monitoring.choosing import printed_on
from customs_coop.monitoring.events import EventNames, event_called
from customs_coop.monitoring.owed.duties import DueReport

__all__ = ["check_event", "check_obligations"]


def check_obligations(
    dossier: Dossier,
    owed: Sequence[DueReport] = (),
    *,
    members: Mapping[str, Sequence[str]] | None = None,
) -> Report:
    """Tell what is in doubt about what is owed: who, when, and on which event it hangs.

    Args:
        dossier: The dossier.
        owed: What `due_reports` made of it; the findings are about these obligations, and about
            deadlines that hang on events.
        members: The members of collectives that were handed in there.

    Returns:
        The findings, CC801 to CC807, in the order of the dossier.

    Example:
        >>> from customs_coop.monitoring import due_reports
        >>> dossier = Dossier(obligations=[Obligation(text="A report shall be made")])
        >>> owed = due_reports(dossier, within="2011-07-01/2012-12-31")
        >>> [finding.code for finding in check_obligations(dossier, owed)]
        ['CC804']
    """
    firsts = {one.obligation: one for one in reversed(owed)}
    found = [*_uncertain_events(dossier)]
    for duty in dict.fromkeys(dossier.obligations):
        if duty in firsts:
            found += _about(firsts[duty])
    owing = {duty.party for duty in dossier.obligations}
    found += [
        diagnose("CC805", f"{party} owes nothing, so its members owe nothing for it", subject=party)
        for party in members or ()
        if party not in owing
    ]
    return Report(found)


def check_event(dossier: Dossier, event_id: str) -> Report:
    """Tell where an event lies before the document was printed whose deadlines hang on it.

    Args:
        dossier: The dossier, in which the event has its day.
        event_id: The id of the event, or its title.

    Returns:
        CC808, or nothing. The day is that of the document of a plan whose deadlines hang on it;
        where none is known, that of the first document of the dossier.

    Raises:
        UnknownEventError: No event, or several, have that name.

    Example:
        >>> from customs_coop.model import Document, Event, Named
        >>> dossier = Dossier(
        ...     documents=[Document(reference=Named("Minutes"), title="", date="2031-05-02")],
        ...     events=[Event(id="FAIR", title="The next fair", when="2030-06-12")],
        ...     obligations=[Obligation(text="Report", deadline=Relative("next fair", "-P1M"))],
        ... )
        >>> [finding.code for finding in check_event(dossier, "FAIR")]
        ['CC808']
    """
    event = event_called(dossier, event_id)
    last = None if event.when is None else event.when.latest
    printed = _printed(dossier, event.id)
    if last is None or printed is None or last >= printed:
        return Report()
    message = f"{last} is before {printed}, the day of the document whose deadlines hang on it"
    return Report(
        [diagnose("CC808", message, subject=event.id, hint="see whether the year is right")]
    )


def _printed(dossier: Dossier, event_id: str) -> dt.date | None:
    """The first day printed on what speaks of an event; else on any document."""
    hanging = {_plan_of(one.subject) for one in hanging_on(dossier, event_id)}
    days = [printed_on(plan, dossier) for plan in dossier.plans if plan.id in hanging]
    known = [day for day in days if day is not None]
    known = known or [one.date for one in dossier.documents if one.date is not None]
    return min(known, default=None) if hanging else None


def _plan_of(subject: object) -> str:
    if isinstance(subject, IndicatorRef):
        return subject.action.plan
    return subject.plan if isinstance(subject, PlanRef | ActionRef) else ""


def _uncertain_events(dossier: Dossier) -> Iterator[Diagnostic]:
    names = EventNames(dossier.events)
    for subject, deadline in _deadlines(dossier):
        if not isinstance(deadline, Relative):
            continue
        events = names.called(deadline.anchor)
        if len(events) > 1:
            which = ", ".join(repr(event.id) for event in events)
            yield diagnose("CC801", f"{deadline.anchor!r} can be any of {which}", subject=subject)


def _deadlines(dossier: Dossier) -> Iterator[tuple[str, Deadline | None]]:
    for plan in dossier.plans:
        for action in plan.actions:
            for deadline in action.all_deadlines:
                yield str(plan.ref(action)), deadline
    for duty in dossier.obligations:
        yield _named(duty), duty.deadline


def _about(report: DueReport) -> Iterator[Diagnostic]:
    duty = report.obligation
    subject = _named(duty)
    if duty.party is None:
        yield diagnose("CC804", f"nobody is named who owes {_quoted(duty)}", subject=subject)
    if report.sums_up:
        yield diagnose(
            "CC807", f"{_quoted(duty)} is asked of the actions one by one", subject=subject
        )
    if report.due is not None or report.earliest is not None:
        return
    if isinstance(report.deadline, Recurring):
        yield diagnose("CC806", report.undated_because, subject=subject)
    elif isinstance(report.deadline, Relative) and report.deadline.anchor:
        if report.event:
            if report.deadline.offset is not None:
                yield diagnose("CC803", report.undated_because, subject=subject)
        else:
            words = report.deadline.anchor
            yield diagnose("CC802", f"no one event is known as {words!r}", subject=subject)


def _named(duty: Obligation) -> str:
    return str(duty.subject or duty.party or "")


def _quoted(duty: Obligation) -> str:
    words = " ".join(duty.text.split())
    return f'"{words[:60].rstrip()}{"…" if len(words) > 60 else ""}"'
