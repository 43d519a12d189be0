"""Entries besides those of actions: Presidencies, reporting obligations, periods of plans."""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.exporters.calendars.duties import duty_entries
from customs_coop.exporters.calendars.history import History
from customs_coop.exporters.calendars.labels import LABELS, Labels
from customs_coop.exporters.calendars.options import CalendarOptions
from customs_coop.exporters.calendars.planning import Shown
from customs_coop.exporters.calendars.summaries import shortened
from customs_coop.exporters.calendars.taking_part import Audience
from customs_coop.exporters.calendars.wording import plan_line
from customs_coop.formats.calendars import (
    CalendarEntry,
    Citation,
    EntryKind,
    EntryStatus,
    stable_uid,
)
from customs_coop.formats.occasions import Profile
from customs_coop.formats.provenance import marking_of
from customs_coop.formats.sheet import Language, period_in_words
from customs_coop.model import ActionPlan, Dossier, Marking
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
    shown: Sequence[Shown],
) -> tuple[tuple[CalendarEntry, ...], tuple[Diagnostic, ...]]:
    """Make the entries that `also` asks for.

    Args:
        dossier: The dossier.
        plans: The plans that are shown.
        audience: Whose obligations count.
        profiles: What obligations are shown as; the others are events always.
        options: What is asked for.
        history: When things changed.
        shown: What is shown of actions.

    Returns:
        The entries, and what is told of what is none.
    """
    maker = _Maker(dossier=dossier, plans=plans, options=options, history=history)
    found: list[_Found] = []
    if "plans" in options.also:
        found += maker.periods()
    if "presidencies" in options.also:
        found += maker.presidencies()
    if "obligations" in options.also:
        found += duty_entries(
            dossier,
            plans,
            audience=audience,
            profiles=profiles,
            options=options,
            history=history,
            shown=shown,
        )
    entries = tuple(one for one in found if isinstance(one, CalendarEntry))
    told = dict.fromkeys(one for one in found if isinstance(one, Diagnostic))
    return entries, tuple(told)


@attrs.frozen(kw_only=True)
class _Maker:
    dossier: Dossier
    plans: Sequence[ActionPlan]
    options: CalendarOptions
    history: History

    @property
    def language(self) -> Language:
        return self.options.language

    @property
    def labels(self) -> Labels:
        return LABELS[self.language]

    def periods(self) -> Iterator[_Found]:
        for plan in self.plans:
            if plan.period is None:
                message = f"{_NO_PERIOD}, so that it is no event"
                yield diagnose("CC703", message, subject=plan.id)
                continue
            document = plan.document
            yield CalendarEntry(
                uid=stable_uid(f"{plan.id}/period/events"),
                kind=EntryKind.EVENT,
                summary=shortened(_name(plan), self.options.summary_length),
                language=self.options.text_language or "",
                description=plan_line(plan, self.language),
                start=plan.period.start,
                day=plan.period.end,
                created=self.history.stamp(plan),
                stamp=self.history.stamp(plan),
                sequence=self.history.changes[plan.id],
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
                why = _NO_PERIOD if plan.period is None else _OUTSIDE
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
            language=self.language,
            description=period_in_words(period, self.language),
            start=period.start,
            day=period.end,
            stamp=self.history.stamp(plan),
            status=EntryStatus.CONFIRMED,
            categories=(self.labels.presidency,),
            edtf=held.edtf,
        )


_NO_PERIOD = "the plan has no period"
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


def _name(plan: ActionPlan) -> str:
    return ": ".join(filter(None, (plan.id, _line(plan.title))))


def _line(text: str) -> str:
    return " ".join(text.split())
