"""Reports that nobody asked for: of a party that owes nothing there, or for another day."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionRef, Dossier, PlanRef, ProgressReport, Subject
from customs_coop.model.party import member_state
from customs_coop.monitoring.owed.answering import wholes_of
from customs_coop.monitoring.owed.owing import due_reports, members_of
from customs_coop.monitoring.parties.speaking import Collective, Speakers
from customs_coop.monitoring.reports.recognising import Known
from customs_coop.references.base import Pattern

__all__ = ["misfits_of"]

_MOST: Final = 3  # things or parties that are named
# What a collective is called that no Member State belongs to.
_OUTSIDE: Final = Pattern(
    r"\b(?:non[- ]?(?:eu|member|community)|outside|third|partner|candidate)\b", re.IGNORECASE
)


def misfits_of(
    reports: Sequence[ProgressReport],
    dossier: Dossier,
    known: Known,
    members: Mapping[str, Sequence[str]],
) -> Iterator[Diagnostic]:
    """Tell what is asked of others only (CC834, by party), and for another day (CC835, by day).

    Args:
        reports: The reports that came.
        dossier: The dossier that they are added to, without them.
        known: What it knows.
        members: The members of collectives, by the id of the collective.
    """
    asked = _Asked(dossier, known, members)
    strange: dict[tuple[str, tuple[str, ...]], list[Subject]] = {}
    for report in reports:
        if others := asked.owed_by_others(report):
            about = strange.setdefault((report.party, others), [])
            about += [] if report.subject in about else [report.subject]
    for (party, others), about in strange.items():
        things = _some([str(one) for one in about])
        message = f"it reports on {things}, and that is asked of {_some(others)} only"
        hint = "look whether the row was copied, or name the members of who owes it"
        yield diagnose("CC834", message, subject=party, hint=hint)
    undue: dict[dt.date, list[ProgressReport]] = {}
    for report in reports:
        if report.due is not None and not asked.is_due(report.subject, report.due):
            undue.setdefault(report.due, []).append(report)
    for day, found in undue.items():
        parties = [*dict.fromkeys(one.party for one in found)]
        subjects = [*dict.fromkeys(one.subject for one in found)]
        verb = "reports" if len(parties) == 1 else "report"
        message = f"{_some(parties)} {verb} on it for {day}, and nothing is due then"
        names = _some([str(one) for one in subjects])
        yield diagnose("CC835", message, subject=names, hint=asked.days(subjects[0]))


class _Asked:
    """What is asked of whom, and by when."""

    def __init__(
        self, dossier: Dossier, known: Known, members: Mapping[str, Sequence[str]]
    ) -> None:
        self._dossier = dossier
        self._bare = attrs.evolve(dossier, progress=(), obligations=())
        self._known = known
        self._members = members
        self._speakers = Speakers(dossier, members)
        self._owing: dict[Subject, dict[str | None, None]] = {}
        for duty in dossier.obligations:
            if duty.subject is not None:
                self._owing.setdefault(duty.subject, {})[duty.party] = None
        self._fits: dict[tuple[str, str, dt.date], bool] = {}
        self._days: dict[Subject, frozenset[dt.date]] = {}
        self._due: dict[tuple[Subject, dt.date], bool] = {}

    def owed_by_others(self, report: ProgressReport) -> tuple[str, ...]:
        """The parties of which something is asked there; none where the party is one of them."""
        # Who has to report on a whole plan hears of its actions from whoever carries them.
        about = [
            one
            for one in wholes_of(report.subject)
            if one == report.subject or not isinstance(one, PlanRef)
        ]
        owing = {party: None for one in about for party in self._owing.get(one, ())}
        named = tuple(party for party in owing if party is not None)
        if not owing or len(named) < len(owing):
            return ()
        action = self._action(report.subject)
        involved = () if action is None else tuple(one.party for one in action.involved)
        fits = any(self._is_of(report, one) for one in (*named, *involved))
        return () if fits else named

    def _is_of(self, report: ProgressReport, whole: str) -> bool:
        key = report.party, whole, report.on
        if key not in self._fits:
            self._fits[key] = self._speaks(report.party, whole, report.on)
        return self._fits[key]

    def _speaks(self, party: str, whole: str, on: dt.date) -> bool:
        """Whether a party is another one, speaks for it, or may be a member of it."""
        speakers = self._speakers
        if speakers.state(party) == speakers.state(whole) or speakers.speaks(party, (whole,)):
            return True
        roster = members_of(self._dossier, whole, self._members)
        if roster != (whole,):
            listed = Collective(members=roster, complete=True)
            return speakers.member(party, listed) is not None
        state = speakers.state(party)
        may_be = speakers.collective(whole, (party, state))
        return may_be is not None and not (self._is_outside(whole) and _is_inside(state, on))

    def _is_outside(self, whole: str) -> bool:
        """Whether a collective is called as one of countries outside the Union."""
        names = [one.name for one in self._dossier.parties if one.id == whole]
        return any(_OUTSIDE.search(name) is not None for name in (whole, *names))

    def is_due(self, subject: Subject, day: dt.date) -> bool:
        """Whether something is due there on a day; of what nobody asks and knows, any day is."""
        key = subject, day
        if key not in self._due:
            self._due[key] = self._is_due(subject, day)
        return self._due[key]

    def _is_due(self, subject: Subject, day: dt.date) -> bool:
        known = self._known_days(subject)
        if day in known:
            return True
        deadlines = self._deadlines(subject)
        if any(isinstance(one, Recurring) for one in deadlines):
            return True
        wholes = wholes_of(subject)
        duties = tuple(one for one in self._dossier.obligations if one.subject in wholes)
        if not (known or duties or deadlines):
            return True
        asking = attrs.evolve(self._bare, obligations=duties)
        owed = due_reports(asking, within=Period(day, day), members=self._members)
        return any(one.due == day for one in owed)

    def days(self, subject: Subject) -> str:
        """Which days are known, in words for people; may be empty."""
        days = sorted(self._known_days(subject))
        return f"it is due on {_some([str(one) for one in days])}" if days else ""

    def _known_days(self, subject: Subject) -> frozenset[dt.date]:
        """The last days of deadlines, as they are and as they were, and of reports before."""
        if subject not in self._days:
            wholes = wholes_of(subject)
            held = [one.latest for one in self._deadlines(subject)]
            held += [
                one.deadline.latest
                for one in self._dossier.obligations
                if one.subject in wholes and one.deadline is not None
            ]
            held += [
                deadline.latest
                for one in self._dossier.deadline_changes
                if one.subject in wholes
                for deadline in (one.old, one.new)
                if deadline is not None
            ]
            held += [one.due for one in self._dossier.progress if one.subject == subject]
            self._days[subject] = frozenset(day for day in held if day is not None)
        return self._days[subject]

    def _deadlines(self, subject: Subject) -> tuple[Deadline, ...]:
        action = self._action(subject)
        return () if action is None else action.all_deadlines

    def _action(self, subject: Subject) -> Action | None:
        refs = [one for one in wholes_of(subject) if isinstance(one, ActionRef)]
        return self._known.action(refs[0]) if refs else None


def _is_inside(party: str, on: dt.date) -> bool:
    """Whether a party is a Member State on a day."""
    state = member_state(party)
    return state is not None and any(name.borne_on(on) for name in state.names)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
