"""Reports that are owed in a window: obligations by round and by member of a collective."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from customs_coop.dates import Period, as_period
from customs_coop.deadline import Deadline, Recurring, Relative
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    Obligation,
    PartyKind,
    PlanRef,
    known_body,
)
from customs_coop.model.fields import plural
from customs_coop.model.party import member_state, partner_country
from customs_coop.monitoring.choosing import printed_on
from customs_coop.monitoring.events import EventNames, certain_day, hanging_window, stated_window
from customs_coop.monitoring.owed.duties import DueReport
from customs_coop.monitoring.owed.rounds import Round, rounds_of

__all__ = ["due_reports", "members_of"]

# Bodies whose parts are no members that owe one report each.
_BODIES = frozenset((PartyKind.INSTITUTION, PartyKind.WORKING_PARTY, PartyKind.AGENCY))
_NOBODY: Mapping[str, Sequence[str]] = MappingProxyType({})


def due_reports(
    dossier: Dossier | ActionPlan,
    *,
    within: Period | str,
    members: Mapping[str, Sequence[str]] | None = None,
) -> tuple[DueReport, ...]:
    """List what is owed in a window: each obligation, by round and by member of a collective.

    What recurs gives one report for each round that is due in the window. The rounds of an
    obligation of a plan lie inside the period of that plan; of a plan that is not valid in the
    window nothing recurs, and nothing without a day is owed. What has one time is listed where it
    may be due in the window. What has no day is listed, too; `DueReport.undated_because` tells why.

    An obligation of a collective gives one report for each of its members: those that `members`
    names, else the parties of the dossier that are `part_of` it, else the collective itself. The
    groups below a working party or an institution are no members.

    An obligation that stands in the dossier twice, word for word, is owed once. Where one about a
    whole plan says the same as others about its actions (same party, receiver and deadline), it
    stays one entry beside theirs, with `sums_up`.

    Args:
        dossier: The dossier; a bare plan owes nothing.
        within: The window, such as "2011-07-01/2012-12-31".
        members: The ids of the members of collectives, by the id of the collective.

    Returns:
        The reports by their last days; those without one at the end, else in the order of the
        dossier. Each has no state and no answers: see `answered`.

    Raises:
        InvalidValueError: The window is no period.
        TypeError: The members of a collective are one bare text.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> rhythm = parse_deadline("once per Presidency")
        >>> duty = Obligation(text="The group reports", party="CCWP", deadline=rhythm)
        >>> owed = due_reports(Dossier(obligations=[duty]), within="2011-07-01/2012-12-31")
        >>> [str(report.due) for report in owed]
        ['2011-12-31', '2012-06-30', '2012-12-31']
    """
    window = as_period(within)
    asked = {name: plural(ids, "members", str) for name, ids in (members or _NOBODY).items()}
    whole = Dossier.of(dossier)
    expansion = _Expansion(whole, window, asked)
    found = [one for duty in dict.fromkeys(whole.obligations) for one in expansion.of(duty)]
    return tuple(sorted(found, key=_by_day))


def _by_day(report: DueReport) -> dt.date:
    return report.due or dt.date.max


def members_of(
    dossier: Dossier, party: str, members: Mapping[str, Sequence[str]] | None = None
) -> tuple[str, ...]:
    """The ids of the members of a collective; its own id where it has none.

    Args:
        dossier: The dossier, whose parties may be part of the collective.
        party: The id of the collective, or of any other party.
        members: The members that somebody names, by the id of the collective.

    Returns:
        The ids in the order of `members`, else of the dossier.

    Example:
        >>> from customs_coop.model import Party
        >>> parties = [Party(id="AA", name="Aland", part_of="SEE"), Party(id="BB", name="Beland")]
        >>> members_of(Dossier(parties=parties), "SEE"), members_of(Dossier(), "SEE")
        (('AA',), ('SEE',))
    """
    named = (members or _NOBODY).get(party)
    if named is not None:
        return tuple(dict.fromkeys(plural(named, "members", str))) or (party,)
    if not _is_collective(dossier, party):
        return (party,)
    parts = [
        one.id
        for one in dossier.parties
        if one.part_of == party and one.kind is not PartyKind.GROUP
    ]
    return tuple(dict.fromkeys(parts)) or (party,)


def _is_collective(dossier: Dossier, party: str) -> bool:
    """Whether a party may be several that owe one report each: no body, and no single state."""
    if member_state(party) is not None or partner_country(party) is not None:
        return False
    known = next((one for one in dossier.parties if one.id == party), None) or known_body(party)
    return known is None or known.kind not in _BODIES


class _Expansion:
    """The obligations of a dossier, one by one."""

    def __init__(
        self, dossier: Dossier, window: Period, members: Mapping[str, Sequence[str]]
    ) -> None:
        self.dossier = dossier
        self.window = window
        self.members = members
        self.events = EventNames(dossier.events)
        self.plans: dict[str, ActionPlan] = {}
        for plan in dossier.plans:
            self.plans.setdefault(plan.id, plan)
        self.beginnings: dict[str, dt.date | None] = {}
        self.of_actions = {
            (duty.subject.plan, duty.party, duty.to, duty.deadline)
            for duty in dossier.obligations
            if isinstance(duty.subject, ActionRef)
        }

    def of(self, duty: Obligation) -> Iterator[DueReport]:
        """The reports for which one obligation asks."""
        deadline, event = self._held(duty.deadline)
        parties = self._parties(duty.party)
        sums_up = self._sums_up(duty)
        since = None if isinstance(deadline, Recurring) else self._since(duty)
        for one in self._times(duty, deadline):
            for party in parties:
                yield DueReport(
                    obligation=duty,
                    party=party,
                    to=duty.to,
                    subject=duty.subject,
                    deadline=deadline,
                    due=one.due,
                    earliest=one.earliest,
                    period=one.period,
                    number=one.number,
                    event=event,
                    sums_up=sums_up,
                    since=since,
                )

    def _parties(self, party: str | None) -> tuple[str | None, ...]:
        return (None,) if party is None else members_of(self.dossier, party, self.members)

    def _held(self, deadline: Deadline | None) -> tuple[Deadline | None, str]:
        """A deadline with the day of its event, where that is known, and the id of the event."""
        event = self.events.meant(deadline)
        if event is None or not isinstance(deadline, Relative):
            return deadline, ""
        day = certain_day(event.when)
        if deadline.anchor_date is not None or day is None:
            return deadline, event.id
        try:
            return deadline.anchored(day), event.id
        except InvalidValueError:
            return deadline, event.id  # it leads out of the calendar

    def _times(self, duty: Obligation, deadline: Deadline | None) -> tuple[Round, ...]:
        if isinstance(deadline, Recurring):
            window = self._in_force(duty)
            return () if window is None else rounds_of(deadline, window)
        earliest, due = stated_window(deadline)
        if isinstance(deadline, Relative) and deadline.anchor_date is None:
            event = self.events.meant(deadline)
            if event is not None:
                earliest, due = hanging_window(deadline, event.when)
        first, last = earliest or due, due
        if first is None and last is None:
            return () if self._in_force(duty) is None else (Round(),)
        is_before = last is not None and last < self.window.start
        is_behind = first is not None and first > self.window.end
        return () if is_before or is_behind else (Round(due=due, earliest=earliest),)

    def _since(self, duty: Obligation) -> dt.date | None:
        """The day on which the plan of an obligation begins, else that on which it was printed."""
        plan = self._plan(duty)
        if plan is None:
            return None
        if plan.id not in self.beginnings:
            begins = printed_on(plan, self.dossier) if plan.period is None else plan.period.start
            self.beginnings[plan.id] = begins
        return self.beginnings[plan.id]

    def _plan(self, duty: Obligation) -> ActionPlan | None:
        name = duty.subject.plan if isinstance(duty.subject, PlanRef | ActionRef) else ""
        return self.plans.get(name)

    def _in_force(self, duty: Obligation) -> Period | None:
        """The part of the window in which an obligation holds; None where that is none of it."""
        plan = self._plan(duty)
        if plan is None or plan.period is None:
            return self.window
        start = max(self.window.start, plan.period.start)
        end = min(self.window.end, plan.period.end)
        return None if end < start else Period(start, end)

    def _sums_up(self, duty: Obligation) -> bool:
        if not isinstance(duty.subject, PlanRef):
            return False
        return (duty.subject.plan, duty.party, duty.to, duty.deadline) in self.of_actions
