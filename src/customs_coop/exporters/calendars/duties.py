"""Reporting obligations as entries of a calendar."""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.exporters.calendars.duty_wording import DutyLine, duty_lines
from customs_coop.exporters.calendars.history import History
from customs_coop.exporters.calendars.labels import LABELS, Labels
from customs_coop.exporters.calendars.options import CalendarOptions
from customs_coop.exporters.calendars.planning import Shown
from customs_coop.exporters.calendars.summaries import (
    called,
    share_codes,
    shortened,
    without_deadline,
    without_stop,
)
from customs_coop.exporters.calendars.taking_part import Audience
from customs_coop.exporters.calendars.timing import edtf_of, is_exact, rule_of
from customs_coop.exporters.calendars.twins import Twins
from customs_coop.exporters.calendars.wording import deadline_line, plan_line
from customs_coop.exporters.council_page.words import WORDS
from customs_coop.formats.calendars import (
    CalendarEntry,
    EntryKind,
    EntryStatus,
    MonthEnds,
    stable_uid,
)
from customs_coop.formats.closing import duty_status
from customs_coop.formats.crosswalk import TASK_STATUS
from customs_coop.formats.duty_keys import keys_of
from customs_coop.formats.occasions import Occasion, Profile, Time, times_of
from customs_coop.formats.provenance import marking_of, restricted_papers
from customs_coop.formats.sheet import Language
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Marking,
    Named,
    Obligation,
    PartyRef,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Status,
)
from customs_coop.model.joining import is_printed_by
from customs_coop.model.party import known_party
from customs_coop.references import Reference

__all__ = ["duty_entries"]

_Found = CalendarEntry | Diagnostic

# As of a plan of which no document and no period is known.
_NO_DAY = dt.date(1970, 1, 1)
_NO_PERIOD = "the plan has no period"


def duty_entries(
    dossier: Dossier,
    plans: Sequence[ActionPlan],
    *,
    audience: Audience,
    profiles: Sequence[Profile],
    options: CalendarOptions,
    history: History,
    shown: Sequence[Shown] = (),
) -> Iterator[CalendarEntry | Diagnostic]:
    """Make the entries of reporting obligations.

    Args:
        dossier: The dossier.
        plans: The plans that are shown.
        audience: Whose obligations count.
        profiles: What they are shown as.
        options: What is asked for.
        history: When things changed.
        shown: What is shown of actions; what an entry of these says already has no other one.

    Yields:
        The entries, and what is told of what is none.
    """
    maker = _Maker(
        dossier=dossier,
        plans=plans,
        options=options,
        history=history,
        twins=Twins(shown, dossier),
        with_plan=share_codes(plan.ref(action) for plan in plans for action in plan),
        restricted=bool(restricted_papers(dossier)),
    )
    duties = [*maker.duties()]
    # Before the choice of a party, so that it changes no line.
    lines = duty_lines([maker.line_of(duty) for duty in duties], options.summary_length)
    for profile in profiles:
        for duty, line in zip(duties, lines, strict=True):
            if audience.belongs(duty.owed.party) or audience.belongs(duty.owed.to):
                yield from maker.entries(attrs.evolve(duty, line=line), profile)


@attrs.frozen(kw_only=True)
class _Duty:
    """An obligation, the plan to which it belongs, and what its identifiers are made from."""

    owed: Obligation
    plan: ActionPlan | None
    key: str
    window: Period | None
    times: tuple[Time, ...]
    line: str = ""

    @property
    def action(self) -> Action | None:
        """The action that it is about."""
        return _action_of(self.owed, self.plan)


@attrs.frozen(kw_only=True)
class _Maker:
    dossier: Dossier
    plans: Sequence[ActionPlan]
    options: CalendarOptions
    history: History
    twins: Twins
    with_plan: bool
    restricted: bool

    @property
    def language(self) -> Language:
        return self.options.language

    @property
    def labels(self) -> Labels:
        return LABELS[self.language]

    def duties(self) -> Iterator[_Duty]:
        """The obligations of the plans that are shown."""
        obligations = self.dossier.obligations
        # Of all of them, so that a choice changes no identifier.
        for owed, key in zip(obligations, keys_of(obligations), strict=True):
            plan, deadline = self._plan_of(owed), owed.deadline
            if plan is None and self.options.plan is not None:
                continue
            # Rounds are counted from the years of the calendar: those inside the period of a plan
            # that it is not about would be days of which no text speaks.
            window = _stated(deadline) if plan is None or plan.period is None else plan.period
            yield _Duty(
                owed=owed,
                plan=plan,
                key=key,
                window=window,
                times=(Time(),) if deadline is None else times_of(deadline, window),
            )

    def line_of(self, duty: _Duty) -> DutyLine:
        """What the line of an obligation is made from."""
        owed, action = duty.owed, duty.action
        head = ""
        if action is not None and duty.plan is not None:
            head = called(duty.plan.ref(action), self.labels, with_plan=self.with_plan)
        deadline, by, to = owed.deadline, self._party(owed.party), self._party(owed.to)
        subject = "" if head else _line(str(owed.subject or ""))
        if isinstance(owed.subject, PartyRef):
            subject = self._party(owed.subject.party)
        words = without_deadline(_line(owed.text), () if deadline is None else (deadline,))
        label = self.labels.obligation
        return DutyLine(
            head=head,
            words=without_stop(words) or self.labels.line(label, by or subject) or label,
            by=by,
            about=subject,
            to=to,
            when="" if deadline is None else _line(deadline.text),
            days=[time.day for time in duty.times],
        )

    def entries(self, duty: _Duty, profile: Profile) -> Iterator[_Found]:
        """The entries of one obligation, and what is told where it has none."""
        plan, deadline = duty.plan, duty.owed.deadline
        times = duty.times
        subject = f"obligation: {shortened(duty.line, 60)}"
        no_event = self.options.profile == "events" and times[0].day is None
        recurs = isinstance(deadline, Recurring) and deadline.recurrence is not None
        if deadline is not None and recurs and duty.window is None:
            so = ", so that it is no event" if no_event else ""
            why = "it belongs to no plan of the dossier" if plan is None else _NO_PERIOD
            message = f"the rounds of “{_line(deadline.text)}” are not listed{so}: {why}"
            yield diagnose("CC703", message, subject=subject)
        elif no_event:
            message = "it has no day, so that it is no event"
            yield diagnose("CC703", message, subject=subject)
        days = [time.day for time in times if time.day is not None]
        rule = rule_of(days) if self.options.recurrence == "rule" and profile == "events" else None
        if rule is not None:
            times = times[:1]
        said: dict[str, int] = {}
        for time in times:
            if profile == "events" and time.day is None:
                continue
            twin = self.twins.of(duty.owed, profile, time.day, rule)
            if twin is not None:
                said[twin.item] = said.get(twin.item, 0) + 1
                continue
            key = f"{duty.key}/{time.occurrence}" + ("" if rule is None else "/rounds")
            yield self._entry_of(duty, time, key, profile, rule=rule)
        for item, number in said.items():
            entries = "entry is" if number == 1 else f"{number} entries are"
            message = f"its {entries} left out: {item} has the same words on the same day"
            yield diagnose("CC705", message, subject=subject)

    def _entry_of(
        self,
        duty: _Duty,
        time: Time,
        key: str,
        profile: Profile,
        *,
        rule: MonthEnds | None = None,
    ) -> CalendarEntry:
        labels, owed, plan, deadline = self.labels, duty.owed, duty.plan, duty.owed.deadline
        state = duty_status(owed, duty.action)
        status = self._status(state, deadline, profile)
        stamps = [self.history.stamp(one) for one in self.plans if plan in (None, one)]
        stamp = max(stamps, default=self.options.source_date or _NO_DAY)
        line, summary = duty.line, shortened(duty.line, self.options.summary_length)
        closed = WORDS[self.language].status[state.value] if state.closed else ""
        by, to = self._party(owed.party), self._party(owed.to)
        lines = [
            line if summary != line else "",
            deadline_line(deadline, None if rule else time.day, self.language),
            labels.line(labels.status, closed),
            labels.line(labels.owed_by, by),
            labels.line(labels.owed_to, to),
            labels.line(labels.about, self._about(owed, plan)),
        ]
        confidential = (
            self.restricted
            if plan is None
            else (marking_of(plan, self.dossier) not in (None, Marking.PUBLIC))
        )
        shows_start = profile == "tasks" or self.options.window == "span"
        return CalendarEntry(
            uid=stable_uid(f"{key}/{profile}"),
            kind=EntryKind.TASK if profile == "tasks" else EntryKind.EVENT,
            summary=summary,
            language=(self.options.text_language or "") if _line(owed.text) else self.language,
            description="\n".join(text for text in lines if text),
            start=time.start if shows_start and time.day != dt.date.max else None,
            day=time.day,
            created=self._created(owed, plan),
            stamp=self.history.changed_duty(owed, stamp),
            sequence=self._sequence(owed, plan),
            status=status,
            percent=100 if status is EntryStatus.COMPLETED else None,
            categories=tuple(
                filter(None, ("" if plan is None else plan.id, labels.obligation, closed))
            ),
            contacts=tuple(dict.fromkeys(filter(None, (by, to)))),
            confidential=confidential,
            edtf="" if deadline is None else edtf_of(deadline, time, rule),
            rule=rule,
            wording="" if deadline is None else deadline.text,
            # Nobody wants to be reminded of what is done, or of what has lapsed.
            alarms=() if state.closed or time.day is None else self.options.reminders,
            refids=() if plan is None else (plan.id,),
            exported_status=state.value,
        )

    @staticmethod
    def _status(state: Status, deadline: Deadline | None, profile: Profile) -> EntryStatus:
        if profile == "tasks":
            return TASK_STATUS[state]
        if state is Status.OBSOLETE:
            return EntryStatus.CANCELLED
        exact = deadline is not None and is_exact(deadline)
        return EntryStatus.CONFIRMED if exact else EntryStatus.TENTATIVE

    def _party(self, party: str | None) -> str:
        """The name of a party: that in the dossier, else a known one, else its id."""
        if party is None:
            return ""
        named = (one.name for one in self.dossier.parties if one.id == party and one.name.strip())
        known = known_party(party)
        other = party if known is None or known.id != party else known.name
        return _line(next(named, other))

    def _about(self, owed: Obligation, plan: ActionPlan | None) -> str:
        """What an obligation is about, in one line."""
        subject = owed.subject
        action, recommendation = _action_of(owed, plan), self._recommendation(owed)
        if isinstance(subject, PlanRef) and plan is not None:
            return plan_line(plan)
        if isinstance(subject, PartyRef):
            return self._party(subject.party)
        words = "" if subject is None else _line(str(subject))
        if action is not None:
            words = _line(f"{action.code} {action.title}")
        elif recommendation is not None:
            words = f"{words} {shortened(_line(recommendation.text), 80)}".strip()
        # The address of an action that nobody knows names the plan already.
        known = plan is not None and (action is not None or not isinstance(subject, ActionRef))
        return f"{words} ({plan_line(plan)})" if plan is not None and known else words

    def _created(self, owed: Obligation, plan: ActionPlan | None) -> dt.date | None:
        occasion = _occasion_of(owed, plan)
        if plan is None:
            return None
        if occasion is None:
            return self.history.stamp(plan)
        return self.history.created(occasion, plan)

    def _sequence(self, owed: Obligation, plan: ActionPlan | None) -> int:
        occasion = _occasion_of(owed, plan)
        if plan is None or occasion is None:
            return self.history.duty_sequence(owed, plan)
        return self.history.sequence(occasion, plan)

    def _recommendation(self, owed: Obligation) -> Recommendation | None:
        if not isinstance(owed.subject, RecommendationRef):
            return None
        sought = owed.subject.recommendation
        return next((one for one in self.dossier.recommendations if one.id == sought), None)

    def _plan_of(self, owed: Obligation) -> ActionPlan | None:
        """The plan that an obligation is about, or to which what it is about belongs."""
        subject = owed.subject
        if isinstance(subject, PlanRef | ActionRef):
            return next((plan for plan in self.plans if plan.id == subject.plan), None)
        recommendation = self._recommendation(owed)
        if recommendation is not None and recommendation.document is not None:
            return self._printed_in(recommendation.document)
        return self._printed_in(subject) if isinstance(subject, Named) else None

    def _printed_in(self, paper: Reference | Named) -> ActionPlan | None:
        """The plan that a document prints."""
        papers = [one for one in self.dossier.documents if one.reference == paper]
        for plan in self.plans:
            if plan.document == paper or any(is_printed_by(plan, one) for one in papers):
                return plan
        return None


def _action_of(owed: Obligation, plan: ActionPlan | None) -> Action | None:
    if plan is None or not isinstance(owed.subject, ActionRef):
        return None
    return next((one for one in plan if one.code == owed.subject.code), None)


def _occasion_of(owed: Obligation, plan: ActionPlan | None) -> Occasion | None:
    """The action that an obligation is about, as the history of entries asks for it."""
    action = _action_of(owed, plan)
    if plan is None or action is None:
        return None
    ref = plan.ref(action)
    return Occasion(action=action, ref=ref, index=0, origin=str(action.origin or ref))


def _stated(deadline: Deadline | None) -> Period | None:
    """From the first round to the last day, where the words of an obligation name both."""
    if not isinstance(deadline, Recurring) or deadline.first is None or deadline.until is None:
        return None
    return Period(deadline.first, deadline.until)


def _line(text: str) -> str:
    return " ".join(text.split())
