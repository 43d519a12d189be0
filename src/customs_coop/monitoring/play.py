"""The state of play: everything that a review found, on one day."""

import datetime as dt
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Report
from customs_coop.model import DeadlineChange, Named, Objective, Party, PartyRef, Subject, WorkArea
from customs_coop.monitoring.deliverables.chains import Deliverable
from customs_coop.monitoring.matrix.matrices import Matrix
from customs_coop.monitoring.measures.series import Series
from customs_coop.monitoring.owed.duties import DueReport, DutyState
from customs_coop.monitoring.parties.identifying import PartyIds
from customs_coop.monitoring.parties.memberships import Membership, part_of_member, with_members
from customs_coop.monitoring.states import Standing, StateItem
from customs_coop.monitoring.summaries import summary_of
from customs_coop.monitoring.tallies import TalliedBy, Tally
from customs_coop.monitoring.tallying import tallies_of
from customs_coop.references import DocumentNumber

__all__ = ["PlanState", "StateOfPlay"]


@attrs.frozen(kw_only=True)
class PlanState:
    """A plan that was reviewed, by what names it.

    Args:
        id: Its id.
        title: Its title.
        period: Its period, or None.
        document: The number of its document, or None.
        printed: The day printed on that document, or None.
        strategy: The id of its strategy, or None.
        work_areas: Its work areas.
        objectives: The objectives of its strategy, where the dossier has them.
    """

    id: str
    title: str
    period: Period | None = None
    document: DocumentNumber | None = None
    printed: dt.date | None = None
    strategy: str | None = None
    work_areas: tuple[WorkArea, ...] = ()
    objectives: tuple[Objective, ...] = ()


@attrs.frozen(kw_only=True)
class StateOfPlay:
    """How a dossier stands on a day.

    Args:
        on: The day.
        horizon: How far ahead of it a thing counts as due.
        plans: The plans that were reviewed.
        items: Their deadlines and what has none, in the order of the plans.
        owed: The reports that are owed; of what recurs, those in the periods of the plans, or by
            the end of the horizon.
        matrix: Items against administrations, where several owe reports on the same items.
        deliverables: What qualitative indicators ask for, stage by stage.
        series: What was measured of quantitative indicators.
        slippage: The deadlines that were changed up to the day.
        report: What is in doubt.
        parties: The bodies that are named by an id, with their names; not those that are unknown.
        has_reports: Whether any report up to the day is known on what was reviewed. Without one,
            nobody can tell how many of those that were due came.
        collectives: The parties among them that stand for several, with their members. A thing of
            one of them stands as they all together have it.
    """

    on: dt.date
    horizon: dt.timedelta
    plans: tuple[PlanState, ...] = ()
    items: tuple[StateItem, ...] = ()
    owed: tuple[DueReport, ...] = ()
    matrix: Matrix
    deliverables: tuple[Deliverable, ...] = ()
    series: tuple[Series, ...] = ()
    slippage: tuple[DeadlineChange, ...] = ()
    report: Report = attrs.field(factory=Report)
    parties: tuple[Party, ...] = ()
    has_reports: bool = False
    collectives: tuple[Membership, ...] = ()

    def standing(self, standing: Standing) -> tuple[StateItem, ...]:
        """The items that stand so, in the order of the plans.

        Args:
            standing: The standing.
        """
        return tuple(item for item in self.items if item.standing is standing)

    @property
    def overdue(self) -> tuple[StateItem, ...]:
        """The items whose last day has passed."""
        return self.standing(Standing.OVERDUE)

    @property
    def possibly_overdue(self) -> tuple[StateItem, ...]:
        """The items whose words do not tell the last day, and one reading of them has passed."""
        return self.standing(Standing.POSSIBLY_OVERDUE)

    @property
    def due(self) -> tuple[StateItem, ...]:
        """The items whose last day lies within the horizon."""
        return self.standing(Standing.DUE)

    @property
    def ongoing(self) -> tuple[StateItem, ...]:
        """The items on which work goes on, with nothing due."""
        return self.standing(Standing.ONGOING)

    @property
    def completed(self) -> tuple[StateItem, ...]:
        """The items that are done."""
        return self.standing(Standing.COMPLETED)

    @property
    def waiting(self) -> tuple[StateItem, ...]:
        """The items that wait for something, also those of them that are due or overdue."""
        return tuple(item for item in self.items if item.waiting)

    @property
    def unmeasured(self) -> tuple[StateItem, ...]:
        """The items of quantitative indicators without a value for a period that is over."""
        return tuple(item for item in self.items if item.measured is False)

    @property
    def silent(self) -> tuple[StateItem, ...]:
        """The items of which nothing is known: no status is printed, no report was sent."""
        return tuple(item for item in self.items if item.silent)

    @property
    def missing(self) -> tuple[DueReport, ...]:
        """The reports whose last day has passed, and that did not come, each asked for once."""
        return self._open(DutyState.MISSING)

    @property
    def possibly_missing(self) -> tuple[DueReport, ...]:
        """The reports that did not come, and of whose last day one reading has passed."""
        return self._open(DutyState.POSSIBLY_MISSING)

    @property
    def reports_due(self) -> tuple[DueReport, ...]:
        """The reports whose last day lies within the horizon, and that did not come yet."""
        return self._open(DutyState.DUE)

    @property
    def to_come(self) -> tuple[DueReport, ...]:
        """The reports that have still to come: due on the day or later, or without a day."""
        later = (DutyState.DUE, DutyState.NOT_DUE, DutyState.NO_DAY)
        return tuple(one for one in self.owed_once if one.state in later and one.reports)

    @property
    def to_measure(self) -> tuple[StateItem, ...]:
        """The items of quantitative indicators without a value, which need none by the day."""
        counted = {one.indicator for one in self.series}
        return tuple(item for item in self.items if item.subject in counted and item.unmeasured_yet)

    @property
    def undone(self) -> tuple[DueReport, ...]:
        """The duties to do something whose last day has passed, and on which nothing came.

        They are no reports, so that they are not among those that are missing.
        """
        return tuple(
            one
            for one in self.owed_once
            if not one.reports and one.state in (DutyState.MISSING, DutyState.POSSIBLY_MISSING)
        )

    @property
    def owed_once(self) -> tuple[DueReport, ...]:
        """What is owed, without what asks of a plan what is asked of its actions one by one."""
        return tuple(one for one in self.owed if not one.sums_up)

    def _open(self, state: DutyState) -> tuple[DueReport, ...]:
        return tuple(one for one in self.owed_once if one.state is state and one.reports)

    def of_party(self, party: str) -> "StateOfPlay":
        """The part of the state that concerns one party.

        Args:
            party: Its id, or another of its names, such as "CCWG" for the CCWP.

        Returns:
            The items for which it answers, also as a member of a collective, what it owes, and
            what belongs to their actions. An item of a collective stands as all its members
            together have it, and has only the reports of this one; the matrix has its column.
            The findings are left out, for they are about the whole.
        """
        ids = PartyIds(self.parties)
        own = ids.id(party)
        collectives = _collectives_of(self.collectives, own, ids)
        items = tuple(
            part_of_member(item, own, self.collectives, ids)
            for item in self.items
            if own in map(ids.id, with_members(item.parties, collectives))
        )
        actions = {item.action for item in items}
        owed = tuple(
            one
            for one in self.owed
            if own in [ids.id(each) for each in (one.party, one.obligation.party) if each]
        )
        shown: set[object] = {*actions, *(item.subject for item in items)}
        shown |= {one.subject for one in owed if one.subject is not None}
        events = {one.event for one in owed if one.event}
        return attrs.evolve(
            self,
            items=items,
            owed=owed,
            matrix=_columns(self.matrix, {own, *_members_of(collectives, own, ids)}, ids),
            deliverables=tuple(one for one in self.deliverables if one.indicator.action in actions),
            series=tuple(one for one in self.series if one.indicator.action in actions),
            slippage=tuple(
                one
                for one in self.slippage
                if one.subject in shown or _names(one.subject, own, events, ids)
            ),
            report=Report(),
            collectives=collectives,
        )

    def tallies(self, by: TalliedBy) -> tuple[Tally, ...]:
        """Count the items, and the reports that are owed, by what they belong to.

        An item of several parties or objectives is counted under each of them, and one of a
        collective under each of its members, too. Parties, work areas and objectives that the plans
        list without an item are told, too, with "n/a".

        Args:
            by: "action", "party", "objective", "work_area" or "plan".

        Returns:
            The counts, in the order of the plans; last, under "", what belongs to none.

        Raises:
            InvalidValueError: Nothing is counted by that.

        Example:
            >>> from customs_coop.datasets import bundled_dossier
            >>> from customs_coop.monitoring import review
            >>> state = review(bundled_dossier(), on="2006-09-30")
            >>> for tally in state.tallies("work_area")[1:3]:
            ...     print(tally.key, tally.total, tally.count(Standing.COMPLETED))
            2 3 2 of 3
            3 5 1 of 5
        """
        return tallies_of(self, by)

    def __str__(self) -> str:
        return summary_of(self)


def _names(subject: Subject, party: str, events: AbstractSet[str], ids: PartyIds) -> bool:
    """Whether a change is recorded of a party, as of what it owes about nothing, or of an event."""
    if isinstance(subject, PartyRef):
        return ids.id(subject.party) == party
    return isinstance(subject, Named) and subject.kind == "event" and subject.text in events


def _members_of(collectives: Iterable[Membership], party: str, ids: PartyIds) -> set[str]:
    """The members of a party that is a collective itself."""
    own = (one for one in collectives if ids.id(one.party) == party)
    return {ids.id(member) for one in own for member in one.members}


def _collectives_of(
    collectives: Iterable[Membership], party: str, ids: PartyIds
) -> tuple[Membership, ...]:
    """What a party is a member of, without the other members; and the party, if it is several."""
    found: list[Membership] = []
    for one in collectives:
        own = tuple(member for member in one.members if ids.id(member) == party)
        if ids.id(one.party) == party:
            found.append(one)
        elif own:
            found.append(attrs.evolve(one, members=own))
    return tuple(found)


def _columns(matrix: Matrix, parties: AbstractSet[str], ids: PartyIds) -> Matrix:
    """The columns of some administrations; the rows stay."""
    return attrs.evolve(
        matrix,
        parties=tuple(one for one in matrix.parties if ids.id(one) in parties),
        cells=tuple(one for one in matrix.cells if ids.id(one.party) in parties),
        owed=tuple(one for one in matrix.owed if one.party and ids.id(one.party) in parties),
    )
