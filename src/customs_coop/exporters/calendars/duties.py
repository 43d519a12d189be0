"""Reporting obligations as entries of a calendar."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import count

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.exporters.calendars.history import History
from customs_coop.exporters.calendars.labels import LABELS, Labels
from customs_coop.exporters.calendars.options import CalendarOptions
from customs_coop.exporters.calendars.summaries import shortened
from customs_coop.exporters.calendars.taking_part import Audience
from customs_coop.exporters.calendars.timing import edtf_of, is_exact, rule_of
from customs_coop.exporters.calendars.wording import deadline_line, plan_line
from customs_coop.formats.calendars import (
    CalendarEntry,
    EntryKind,
    EntryStatus,
    MonthEnds,
    stable_uid,
)
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
) -> Iterator[CalendarEntry | Diagnostic]:
    """Make the entries of reporting obligations.

    Args:
        dossier: The dossier.
        plans: The plans that are shown.
        audience: Whose obligations count.
        profiles: What they are shown as.
        options: What is asked for.
        history: When things changed.

    Yields:
        The entries, and what is told of what is none.
    """
    maker = _Maker(
        dossier=dossier,
        plans=plans,
        options=options,
        history=history,
        restricted=bool(restricted_papers(dossier)),
    )
    duties = [*maker.duties()]
    # Before the choice of a party, so that it changes no line.
    lines = maker.lines(duties)
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
    line: str
    window: Period | None
    times: tuple[Time, ...]


@attrs.frozen(kw_only=True)
class _Maker:
    dossier: Dossier
    plans: Sequence[ActionPlan]
    options: CalendarOptions
    history: History
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
                line=self._line_of(owed),
                window=window,
                times=(Time(),) if deadline is None else times_of(deadline, window),
            )

    def lines(self, duties: Sequence[_Duty]) -> list[str]:
        """The line of each obligation, told apart from that of others on the same day."""
        lines = [duty.line for duty in duties]
        alike: dict[str, list[int]] = {}
        for index, line in enumerate(lines):
            alike.setdefault(self._short(line), []).append(index)
        for places in alike.values():
            days = [{time.day for time in duties[at].times} for at in places]
            if len(set().union(*days)) == sum(map(len, days)):
                continue
            told = self._told_apart([duties[at] for at in places])
            for at, line in zip(places, told, strict=True):
                lines[at] = line
        return lines

    def _told_apart(self, alike: Sequence[_Duty]) -> list[str]:
        """The lines of what has the same one: the first of several ways in which all differ."""
        lines: list[str] = []
        for tells in self._ways(alike):
            # What tells entries apart comes first, because programs cut a line at its end.
            lines = [
                " – ".join(filter(None, (tell, duty.line)))
                for duty, tell in zip(alike, tells, strict=True)
            ]
            if len(set(map(self._short, lines))) == len(lines):
                break
        return lines

    def _ways(self, alike: Sequence[_Duty]) -> Iterator[list[str]]:
        by = [self._party(duty.owed.party) for duty in alike]
        about = [self._code(duty) for duty in alike]
        to = [self._party(duty.owed.to) for duty in alike]
        when = ["" if (it := duty.owed.deadline) is None else _line(it.text) for duty in alike]
        yield by
        yield about
        both = [", ".join(filter(None, pair)) for pair in zip(by, about, strict=True)]
        yield both
        for more in (to, when):
            both = [", ".join(filter(None, pair)) for pair in zip(both, more, strict=True)]
            yield both
        yield [" ".join(filter(None, (f"({at})", tell))) for at, tell in zip(count(1), both)]

    def _code(self, duty: _Duty) -> str:
        """What an obligation is about, in a word."""
        subject = duty.owed.subject
        if isinstance(subject, PartyRef):
            return self._party(subject.party)
        action = _action_of(duty.owed, duty.plan)
        return _line(str(subject or "")) if action is None else str(action.code)

    def _short(self, line: str) -> str:
        return shortened(line, self.options.summary_length)

    def entries(self, duty: _Duty, profile: Profile) -> Iterator[_Found]:
        """The entries of one obligation, and what is told where it has none."""
        plan, times, deadline = duty.plan, duty.times, duty.owed.deadline
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
            series = f"{duty.key}/{times[0].occurrence}/rounds"
            yield self._entry_of(duty, times[0], series, profile, rule=rule)
            return
        for time in times:
            if profile == "tasks" or time.day is not None:
                yield self._entry_of(duty, time, f"{duty.key}/{time.occurrence}", profile)

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
        exact = deadline is not None and is_exact(deadline)
        status = EntryStatus.CONFIRMED if exact else EntryStatus.TENTATIVE
        stamps = [self.history.stamp(one) for one in self.plans if plan in (None, one)]
        stamp = max(stamps, default=self.options.source_date or _NO_DAY)
        line, summary = duty.line, self._short(duty.line)
        by, to = self._party(owed.party), self._party(owed.to)
        lines = [
            line if summary != line else "",
            deadline_line(deadline, None if rule else time.day, self.language),
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
            status=EntryStatus.NEEDS_ACTION if profile == "tasks" else status,
            categories=(labels.obligation,) if plan is None else (plan.id, labels.obligation),
            contacts=tuple(dict.fromkeys(filter(None, (by, to)))),
            confidential=confidential,
            edtf="" if deadline is None else edtf_of(deadline, time, rule),
            rule=rule,
            wording="" if deadline is None else deadline.text,
            alarms=() if time.day is None else self.options.reminders,
            refids=() if plan is None else (plan.id,),
        )

    def _line_of(self, owed: Obligation) -> str:
        """The words of an obligation; without any, who owes it, else what it is about."""
        whose = self._party(owed.party) or _line(str(owed.subject or ""))
        label = self.labels.obligation
        return _line(owed.text) or self.labels.line(label, whose) or label

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
