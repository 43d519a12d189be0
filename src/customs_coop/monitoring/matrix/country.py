"""From reports to the country matrix: who has reported what, and what is missing."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.dates import Period, as_date
from customs_coop.deadline import Recurring
from customs_coop.graph import Resolution, resolve
from customs_coop.model import (
    KNOWN_PARTIES,
    ActionPlan,
    ActionRef,
    Dossier,
    IndicatorRef,
    Obligation,
    PlanRef,
    ProgressReport,
    RecommendationRef,
    Subject,
)
from customs_coop.model.fields import plural
from customs_coop.model.link import Identity
from customs_coop.monitoring.choosing import printed_on
from customs_coop.monitoring.matrix.cells import dated_cell, told_cell
from customs_coop.monitoring.matrix.matrices import Cell, Matrix, MatrixItem
from customs_coop.monitoring.owed.answering import HORIZON, check_horizon
from customs_coop.monitoring.owed.duties import DueReport
from customs_coop.monitoring.owed.outstanding import still_asked
from customs_coop.monitoring.owed.owing import due_reports, members_of
from customs_coop.monitoring.owed.vouching import answered_for
from customs_coop.monitoring.parties.speaking import Speakers
from customs_coop.monitoring.rewinding import as_of
from customs_coop.recurrence import Frequency

__all__ = ["matrix_of"]

_ALL_TIME: Final = Period(dt.date.min, dt.date.max)
_DAYS: Final = {
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 31,
    Frequency.PRESIDENCY: 184,
    Frequency.YEARLY: 366,
}
_NOBODY: Mapping[str, Sequence[str]] = MappingProxyType({})


def matrix_of(
    subject: Dossier | ActionPlan,
    *,
    on: dt.date | str,
    horizon: dt.timedelta = HORIZON,
    items: Iterable[Identity | str] | None = None,
    parties: Iterable[str] | None = None,
    members: Mapping[str, Sequence[str]] | None = None,
    plans: Iterable[str] | None = None,
) -> Matrix:
    """Lay out what each administration has reported on each item, and what is missing.

    What an administration said last of an item holds, as `status_said` of the review has it: a
    later report takes the place of an earlier one, which stays in `reports`. An item is
    implemented only where the administration reports the item itself as completed; a report on an
    indicator of it is a report, and no more. Two reports of one day that cannot both be true make
    the cell contradictory. A customs administration, such as "AL-CUSTOMS", speaks for its state.

    Args:
        subject: A dossier or a plan.
        on: The day; reports of a later day do not count, and deadlines are taken as they were.
        horizon: How far ahead of it a report counts as due, in whole days.
        items: The rows; actions also as text: "P2006/4". Without it, what several owe reports on,
            in the order of the obligations, but for whole plans whose actions are asked for.
        parties: The columns, by id or name. Without it, those that owe the reports, and behind
            them others that reported on the items.
        members: The ids of the members of collectives, by the id of the collective. Of one whose
            members nobody lists, those of `parties` that may be members of it are taken, or those
            that reported; nobody knows who else is silent.
        plans: The ids of the plans whose items count, with what belongs to no plan; None for all.

    Returns:
        The matrix, with what is owed on its items by its administrations.

    Raises:
        InvalidValueError: The day is none, the horizon is below zero or no number of days, or an
            item is written in no known way.
        UnknownActionError: The plan of an item has no such action.
        UnknownPlanError: The dossier has no such plan.
        TypeError: The subject is neither a dossier nor a plan, the horizon is no timedelta, or
            `items`, `parties` or the members of a collective are one bare text.

    Example:
        >>> from customs_coop.deadline import By
        >>> duty = Obligation(
        ...     text="Report on patrols",
        ...     party="COAST",
        ...     subject=ActionRef("P9", "1"),
        ...     deadline=By("2008-05-12"),
        ... )
        >>> sent = ProgressReport(
        ...     party="AL", subject=ActionRef("P9", "1"), on="2008-05-02", status="completed"
        ... )
        >>> dossier = Dossier(obligations=[duty], progress=[sent])
        >>> print(matrix_of(dossier, on="2008-06-01", members={"COAST": ["AL", "RS"]}))
        Country matrix on 1 June 2008: 1 item, 2 administrations
        <BLANKLINE>
              AL  RS
        P9/1  I   -!
        <BLANKLINE>
        - no report; I implemented; ! a report is missing
        <BLANKLINE>
        Missing
          RS, 2008-05-12: P9/1
        <BLANKLINE>
        Silent: RS
    """
    day = as_date(on)
    dossier = Dossier.of(subject)
    check_horizon(horizon)
    wanted = None if items is None else _given_items(dossier, items)
    columns = None if parties is None else plural(parties, "parties", str)
    only = None if plans is None else {dossier.plan_by_id(one).id for one in _names(plans)}
    given = {name: plural(ids, "members", str) for name, ids in (members or _NOBODY).items()}
    return _Maker(as_of(dossier, day), day, horizon, given, only).matrix(wanted, columns)


def _names(plans: Iterable[str]) -> tuple[str, ...]:
    return plural(plans, "plans", str)


def _given_items(dossier: Dossier, items: Iterable[Identity | str]) -> tuple[Identity, ...]:
    if isinstance(items, str):
        raise TypeError(f"items take several things, not the bare text {items!r:.80}")
    found: list[Identity] = []
    for item in items:
        one = ActionRef.parse(item) if isinstance(item, str) else item
        if not isinstance(one, Identity):
            raise TypeError(
                f"an item is an action, or another thing with a name, not {one!r:.80};"
                " what is reported on an indicator counts for its action"
            )
        if isinstance(one, ActionRef):
            plan = dossier.plan_by_id(one.plan)
            one = plan.ref(plan[one.code])
        found.append(one)
    return tuple(dict.fromkeys(found))


class _Maker:
    """Makes the matrix of a dossier on a day."""

    def __init__(
        self,
        dossier: Dossier,
        day: dt.date,
        horizon: dt.timedelta,
        members: Mapping[str, Sequence[str]],
        plans: set[str] | None,
    ) -> None:
        self.dossier = dossier
        self.day = day
        self.horizon = horizon
        meant = resolve(dossier)
        self.speakers = Speakers(dossier, members)
        ids = self.speakers.identified
        self.members = {
            name: tuple(dict.fromkeys(map(ids, found))) for name, found in members.items()
        }
        self.duties = tuple(
            _about(one, meant)
            for one in dossier.obligations
            if one.subject is not None and one.party is not None
        )
        if plans is not None:
            self.duties = tuple(one for one in self.duties if _plan_of(one.subject) in {"", *plans})
        # On the codes of today, each once, and in the order of their days.
        self.reports = dossier.progress

    def matrix(
        self, wanted: tuple[Identity, ...] | None, parties: tuple[str, ...] | None
    ) -> Matrix:
        """The matrix of these items and parties; of those that go without saying for None."""
        asked = None if parties is None else self._ids(parties)
        members = self._members(wanted, asked)
        owed = [
            one
            for one in self._owed(members)
            if (wanted is None and not one.sums_up) or (wanted and one.subject in wanted)
        ]
        rows = self._rows(owed) if wanted is None else wanted
        known = frozenset(rows)
        owed = [one for one in owed if one.subject in known]
        columns = self._columns(owed, known) if asked is None else asked
        spoken = self._spoken(columns)
        asked_of = [one for one in owed if one.party in columns]
        found = answered_for(
            asked_of, self.reports, self.speakers, on=self.day, horizon=self.horizon
        )
        states = [*still_asked(self.dossier, found)]
        order = {party: place for place, party in enumerate(columns)}
        states.sort(key=lambda one: order[one.party or ""])
        return Matrix(
            on=self.day,
            items=tuple(MatrixItem(subject=one, title=self._title(one)) for one in rows),
            parties=columns,
            cells=tuple(self._cells(rows, columns, states, spoken)),
            owed=tuple(states),
        )

    def _ids(self, parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self.speakers.identified, parties)))

    def _state(self, party: str) -> str:
        """The id of a party; of the customs administration of a state, that of the state."""
        return self.speakers.state(party)

    def _members(
        self, wanted: tuple[Identity, ...] | None, asked: tuple[str, ...] | None
    ) -> dict[str, tuple[str, ...]]:
        """The members of each collective; of one that nobody lists, those that show themselves."""
        members = dict(self.members)
        subjects: dict[str, dict[Identity, None]] = {}
        for duty in self.duties:
            if duty.party is not None and duty.subject is not None:
                subjects.setdefault(duty.party, {})[duty.subject] = None
        for party, own in subjects.items():
            if members_of(self.dossier, party, members) != (party,):
                continue
            asks = {one for one in own if wanted is None or one in wanted}
            reporting = [
                self._state(one.party)
                for one in self.reports
                if not asks.isdisjoint(_wider(one.subject))
            ]
            group = self.speakers.collective(party, reporting if asked is None else asked)
            if group is not None and not group.complete:
                members[party] = group.members
        return members

    def _owed(self, members: Mapping[str, Sequence[str]]) -> list[DueReport]:
        windows: dict[Period, list[Obligation]] = {}
        for duty in self.duties:
            windows.setdefault(self._window(duty), []).append(duty)
        found: list[DueReport] = []
        for window, duties in windows.items():
            part = attrs.evolve(self.dossier, obligations=duties)
            found += due_reports(part, within=window, members=members)
        places = {one: place for place, one in reversed([*enumerate(self.duties)])}
        found.sort(key=lambda one: places[one.obligation])  # in the order of their days still
        return found

    def _window(self, duty: Obligation) -> Period:
        """The time whose rounds count: the period of the plan, else up to the next round."""
        deadline = duty.deadline
        if not isinstance(deadline, Recurring) or deadline.recurrence is None:
            return _ALL_TIME
        name = _plan_of(duty.subject)
        plan = next((one for one in self.dossier.plans if one.id == name), None)
        if plan is not None and plan.period is not None:
            return plan.period
        first = deadline.first or (None if plan is None else printed_on(plan, self.dossier))
        length = _DAYS[deadline.recurrence.frequency] * (deadline.recurrence.interval + 1)
        end = dt.date.fromordinal(min(self.day.toordinal() + length, dt.date.max.toordinal()))
        # Nothing tells since when a thing recurs that has no first day.
        return Period(min(first or self.day, self.day), max(end, deadline.first or end))

    def _rows(self, owed: Sequence[DueReport]) -> tuple[Identity, ...]:
        """What several owe reports on, in the order of the obligations."""
        owing: dict[Identity, set[str]] = {}
        for one in owed:
            if one.subject is not None and one.party is not None:
                owing.setdefault(one.subject, set()).add(one.party)
                if one.party != one.obligation.party or self._is_several(one.party):
                    owing[one.subject].add("")  # a collective owes it, whoever of it is known
        return tuple(subject for subject, parties in owing.items() if len(parties) > 1)

    def _is_several(self, party: str) -> bool:
        """Whether a party stands for several of which nobody is known."""
        anybody = [one.id for one in KNOWN_PARTIES]
        return self.speakers.collective(party, anybody) is not None

    def _columns(self, owed: Sequence[DueReport], rows: Collection[Identity]) -> tuple[str, ...]:
        """Those that owe the reports, and behind them others that reported on the items."""
        owing = tuple(dict.fromkeys(one.party for one in owed if one.party is not None))
        spoken = self._spoken(owing)
        others = [
            report.party
            for report in self.reports
            if report not in spoken and _row_of(report.subject) in rows
        ]
        # A state and its customs administration share a column.
        return tuple(dict.fromkeys((*owing, *self.speakers.common(others).values())))

    def _spoken(self, columns: Sequence[str]) -> dict[ProgressReport, str]:
        """The administration for which each report speaks; those of others are left out."""
        own = {self.speakers.identified(one): one for one in reversed(columns)}
        states = {self._state(one): one for one in reversed(columns)}
        found: dict[ProgressReport, str] = {}
        for report in self.reports:
            column = own.get(self.speakers.identified(report.party))
            column = column or states.get(self._state(report.party))
            if column is not None:
                found[report] = column
        return found

    def _cells(
        self,
        rows: Sequence[Identity],
        columns: Sequence[str],
        owed: Sequence[DueReport],
        spoken: Mapping[ProgressReport, str],
    ) -> Iterator[Cell]:
        asked: dict[tuple[object, object], list[DueReport]] = {}
        for one in owed:
            asked.setdefault((one.subject, one.party), []).append(one)
        told: dict[tuple[object, object], list[ProgressReport]] = {}
        for report, column in spoken.items():
            told.setdefault((_row_of(report.subject), column), []).append(report)
        for row in rows:
            for party in columns:
                place = row, party
                cell = dated_cell(Cell(subject=row, party=party), asked.get(place, ()))
                reports = told.get(place)
                yield told_cell(cell, reports) if reports else cell

    def _title(self, subject: Identity) -> str:
        match subject:
            case ActionRef() | PlanRef():
                plan = next((one for one in self.dossier.plans if one.id == subject.plan), None)
                if plan is None:
                    return ""
                if isinstance(subject, PlanRef):
                    return plan.title
                return plan[subject.code].title if subject.code in plan else ""
            case RecommendationRef():
                known = self.dossier.recommendations
                return next((one.text for one in known if one.id == subject.recommendation), "")
            case _:
                return str(subject)


def _about(duty: Obligation, meant: Resolution) -> Obligation:
    """An obligation under the code that its action has today."""
    subject = duty.subject
    if not isinstance(subject, ActionRef) or meant.address(subject) == subject:
        return duty
    return attrs.evolve(duty, subject=meant.address(subject))


def _plan_of(subject: object) -> str:
    return subject.plan if isinstance(subject, PlanRef | ActionRef) else ""


def _row_of(about: Subject) -> Identity:
    """The item to which a report belongs; what is said of an action is not said of its plan."""
    return about.action if isinstance(about, IndicatorRef) else about


def _wider(about: Subject) -> tuple[Identity, ...]:
    """The item to which a report belongs, and the plan of it."""
    row = _row_of(about)
    return (row, PlanRef(row.plan)) if isinstance(row, ActionRef) else (row,)
