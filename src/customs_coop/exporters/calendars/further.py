"""Entries besides those of actions: Presidencies, reporting obligations, periods of plans."""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.exporters.calendars.history import History
from customs_coop.exporters.calendars.labels import LABELS, Labels
from customs_coop.exporters.calendars.options import CalendarOptions
from customs_coop.exporters.calendars.taking_part import Audience
from customs_coop.exporters.calendars.timing import edtf_of, is_exact, rule_of
from customs_coop.exporters.calendars.wording import plan_line, shortened
from customs_coop.formats.calendars import (
    CalendarEntry,
    Citation,
    EntryKind,
    EntryStatus,
    MonthEnds,
    stable_uid,
)
from customs_coop.formats.occasions import Profile, Time, times_of
from customs_coop.formats.provenance import marking_of, restricted_papers
from customs_coop.formats.sheet import Language, day_in, period_in_words
from customs_coop.model import ActionPlan, ActionRef, Dossier, Marking, Obligation, PlanRef
from customs_coop.presidency import ROTATIONS, Presidency, presidencies

__all__ = ["further_entries"]

_Found = CalendarEntry | Diagnostic


def further_entries(
    dossier: Dossier,
    plans: Sequence[ActionPlan],
    *,
    audience: Audience,
    profiles: Sequence[Profile],
    options: CalendarOptions,
    history: History,
) -> tuple[tuple[CalendarEntry, ...], tuple[Diagnostic, ...]]:
    """Make the entries that `also` asks for.

    Args:
        dossier: The dossier.
        plans: The plans that are shown.
        audience: Whose obligations count.
        profiles: What obligations are shown as; the others are events always.
        options: What is asked for.
        history: When things changed.

    Returns:
        The entries, and what is told of what is none.
    """
    maker = _Maker(
        dossier=dossier,
        plans=plans,
        audience=audience,
        options=options,
        history=history,
        restricted=bool(options.also) and bool(restricted_papers(dossier)),
    )
    found: list[_Found] = []
    if "plans" in options.also:
        found += maker.periods()
    if "presidencies" in options.also:
        found += maker.presidencies()
    if "obligations" in options.also:
        for profile in profiles:
            found += maker.obligations(profile)
    entries = tuple(one for one in found if isinstance(one, CalendarEntry))
    told = dict.fromkeys(one for one in found if isinstance(one, Diagnostic))
    return entries, tuple(told)


@attrs.frozen(kw_only=True)
class _Maker:
    dossier: Dossier
    plans: Sequence[ActionPlan]
    audience: Audience
    options: CalendarOptions
    history: History
    restricted: bool

    @property
    def language(self) -> Language:
        return self.options.language

    @property
    def labels(self) -> Labels:
        return LABELS[self.language]

    def periods(self) -> Iterator[_Found]:
        for plan in self.plans:
            if plan.period is None:
                message = "the plan has no period, so that it is no event"
                yield diagnose("CC703", message, subject=plan.id)
                continue
            document = plan.document
            yield CalendarEntry(
                uid=stable_uid(f"{plan.id}/period/events"),
                kind=EntryKind.EVENT,
                summary=shortened(_name(plan), self.options.summary_length),
                description=plan_line(plan, self.language),
                start=plan.period.start,
                day=plan.period.end,
                created=self.history.stamp(plan),
                stamp=self.history.stamp(plan),
                sequence=0 if document is None else document.revision or 0,
                status=EntryStatus.CONFIRMED,
                categories=(plan.id, self.labels.window),
                confidential=marking_of(plan, self.dossier) not in (None, Marking.PUBLIC),
                edtf=str(plan.period),
                links=()
                if document is None
                else (Citation(document.cite(), document.url(self.language)),),
                refids=(plan.id,),
            )

    def presidencies(self) -> Iterator[_Found]:
        held: dict[Presidency, ActionPlan] = {}
        for plan in self.plans:
            known = None if plan.period is None else _known_part(plan.period)
            if plan.period is None or known != plan.period:
                why = "the plan has no period" if plan.period is None else _OUTSIDE
                yield diagnose("CC704", f"not all Presidencies are shown: {why}", subject=plan.id)
            for one in () if known is None else presidencies(known):
                held.setdefault(one, plan)
        for one in sorted(held, key=lambda each: (each.year, each.half)):
            yield self._presidency(one, held[one])

    def _presidency(self, held: Presidency, plan: ActionPlan) -> CalendarEntry:
        period = held.period
        return CalendarEntry(
            uid=stable_uid(f"presidency/{held.year}-{held.half}/events"),
            kind=EntryKind.EVENT,
            summary=self.labels.presidency_of.format(_country(held, self.language)),
            description=period_in_words(period, self.language),
            start=period.start,
            day=period.end,
            stamp=self.history.stamp(plan),
            status=EntryStatus.CONFIRMED,
            categories=(self.labels.presidency,),
            edtf=held.edtf,
        )

    def obligations(self, profile: Profile) -> Iterator[_Found]:
        counts: dict[str, int] = {}
        for one in self.dossier.obligations:
            base = f"obligation/{one.party or ''}/{one.to or ''}/{one.subject or ''}"
            # Counted before the choice, so that a choice changes no identifier.
            count = counts[base] = counts.get(base, -1) + 1
            plan = _plan_of(one, self.plans)
            asked = plan is not None or self.options.plan is None
            known = self.audience.belongs(one.party) or self.audience.belongs(one.to)
            if asked and known:
                yield from self._obligation(one, plan, f"{base}/{count}", profile)

    def _obligation(
        self, owed: Obligation, plan: ActionPlan | None, key: str, profile: Profile
    ) -> Iterator[_Found]:
        plans = self.plans if plan is None else (plan,)
        deadline = owed.deadline
        subject = f"obligation: {shortened(_line(owed.text), 60)}"
        if isinstance(deadline, Recurring) and not any(one.period for one in plans):
            message = f"the rounds of “{_line(deadline.text)}” are not listed: no plan has a period"
            yield diagnose("CC703", message, subject=subject)
        times = [Time()] if deadline is None else _times(deadline, plans)
        days = [time.day for time in times if time.day is not None]
        rule = rule_of(days) if self.options.recurrence == "rule" and profile == "events" else None
        if rule is not None:
            series = f"{key}/{times[0].occurrence}/rounds"
            yield self._entry_of(owed, plan, times[0], series, profile, rule=rule)
            return
        for time in times:
            if profile == "tasks" or time.day is not None:
                yield self._entry_of(owed, plan, time, f"{key}/{time.occurrence}", profile)
            elif self.options.profile == "events":
                message = "it has no day, so that it is no event"
                yield diagnose("CC703", message, subject=subject)

    def _entry_of(
        self,
        owed: Obligation,
        plan: ActionPlan | None,
        time: Time,
        key: str,
        profile: Profile,
        *,
        rule: MonthEnds | None = None,
    ) -> CalendarEntry:
        labels, deadline = self.labels, owed.deadline
        exact = deadline is not None and is_exact(deadline)
        status = EntryStatus.CONFIRMED if exact else EntryStatus.TENTATIVE
        stamps = [self.history.stamp(one) for one in self.plans if plan in (None, one)]
        line = _line(owed.text)
        summary = shortened(line, self.options.summary_length)
        words = "" if deadline is None else deadline.text
        day = (
            "" if time.day is None or rule else labels.taken.format(day_in(time.day, self.language))
        )
        lines = [
            line if summary != line else "",
            labels.line(
                labels.deadline,
                " – ".join(filter(None, [labels.quoted(words) if words.strip() else "", day])),
            ),
            labels.line(labels.owed_by, owed.party or ""),
            labels.line(labels.owed_to, owed.to or ""),
            "" if owed.subject is None else str(owed.subject),
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
            description="\n".join(text for text in lines if text),
            start=time.start if shows_start and time.day != dt.date.max else None,
            day=time.day,
            stamp=max(stamps, default=self.options.source_date or _NO_DAY),
            status=EntryStatus.NEEDS_ACTION if profile == "tasks" else status,
            categories=(labels.obligation,) if plan is None else (plan.id, labels.obligation),
            contacts=tuple(filter(None, (owed.party, owed.to))),
            confidential=confidential,
            edtf="" if deadline is None else edtf_of(deadline, time, rule),
            rule=rule,
            wording=words,
            alarms=() if time.day is None else self.options.reminders,
            refids=() if plan is None else (plan.id,),
        )


# As of a plan of which no document and no period is known.
_NO_DAY = dt.date(1970, 1, 1)
_FIRST_YEAR = ROTATIONS[0].first_year
_KNOWN = Period(
    dt.date(_FIRST_YEAR, 1, 1),
    dt.date(_FIRST_YEAR + sum(len(one.order) for one in ROTATIONS) // 2 - 1, 12, 31),
)
_OUTSIDE = f"they are known from {_KNOWN.start.year} to {_KNOWN.end.year}"


def _known_part(period: Period) -> Period | None:
    start, end = max(period.start, _KNOWN.start), min(period.end, _KNOWN.end)
    return Period(start, end) if start <= end else None


def _country(held: Presidency, language: Language) -> str:
    from customs_coop.presidency.names import NAMES  # late: keeps import light

    names = NAMES[held.country]
    found = {"en": names.english_of, "fr": names.french_of, "de": names.german_of}
    return found[language][0]


def _plan_of(owed: Obligation, plans: Sequence[ActionPlan]) -> ActionPlan | None:
    """The plan that an obligation is about, or one of whose actions it is about."""
    if not isinstance(owed.subject, PlanRef | ActionRef):
        return None
    return next((plan for plan in plans if plan.id == owed.subject.plan), None)


def _times(deadline: Deadline, plans: Sequence[ActionPlan]) -> list[Time]:
    """The times of a deadline; of what recurs the rounds inside the period of any plan."""
    windows = [plan.period for plan in plans if plan.period is not None]
    if not isinstance(deadline, Recurring) or not windows:
        return [*times_of(deadline, None)]
    found = [time for window in windows for time in times_of(deadline, window)]
    dated = [time for time in found if time.day is not None]
    return sorted(dict.fromkeys(dated), key=lambda time: time.occurrence) or found[:1]


def _name(plan: ActionPlan) -> str:
    return ": ".join(filter(None, (plan.id, _line(plan.title))))


def _line(text: str) -> str:
    return " ".join(text.split())
