"""What was said last of an action or an indicator: by those whose word counts, up to a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from customs_coop.model import Action, ProgressReport, Status, Subject
from customs_coop.model.vocabulary import joint_status
from customs_coop.monitoring.parties.speaking import Collective, Speakers

__all__ = ["Reported", "Stated", "disputes", "most_left", "status_said"]

# What is left is said rather than what is done, where reports of one day contradict each other.
_CAUTION: Final = (
    Status.OPEN,
    Status.TO_DECIDE,
    Status.AWAITING,
    Status.ONGOING,
    Status.STANDING,
    Status.PARTLY_COMPLETED,
    Status.DEFERRED,
    Status.OBSOLETE,
    Status.COMPLETED,
)


def status_said(report: ProgressReport) -> Status | None:
    """The status that a report states; None where it speaks of other things only.

    What does not concern the party is obsolete for it.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> report = ProgressReport(party="CCWP", subject=ActionRef("AP1", "5.1"), on="2006-05-01")
        >>> status_said(report), status_said(attrs.evolve(report, status="open"))
        (None, <Status.OPEN: 'open'>)
    """
    return report.status if report.applicable else Status.OBSOLETE


@attrs.frozen(kw_only=True)
class Stated:
    """How far a thing is said to be.

    Args:
        status: How far it is.
        source: The report that says so; None where nothing was reported that counts.
        conflict: The reports of its day that contradict each other.
    """

    status: Status
    source: ProgressReport | None = None
    conflict: tuple[ProgressReport, ...] = ()

    @property
    def on(self) -> dt.date:
        """The day of the report; before all days where it is as printed."""
        return dt.date.min if self.source is None else self.source.on


class Reported:
    """The reports that were there on a day, by what they are about.

    Args:
        reports: These reports, by their days.
        speakers: Who reports for whom.
    """

    def __init__(self, reports: Iterable[ProgressReport], speakers: Speakers) -> None:
        self.speakers = speakers
        self._found: dict[Subject, list[ProgressReport]] = {}
        for report in reports:
            self._found.setdefault(report.subject, []).append(report)

    def on(self, subject: Subject) -> tuple[ProgressReport, ...]:
        """The reports on a subject, by their days."""
        return tuple(self._found.get(subject, ()))

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What was reported on."""
        return tuple(self._found)

    def counted(
        self, reports: Sequence[ProgressReport], action: Action
    ) -> tuple[ProgressReport, ...]:
        """Those of some reports whose word counts for an action, also for a part of it."""
        responsible = self.speakers.responsible(action)
        parties = [report.party for report in reports]
        groups = [self.speakers.collective(party, parties) for party in responsible]
        return tuple(
            report
            for report in reports
            if self.speakers.speaks(report.party, responsible)
            or any(
                group is not None and self.speakers.member(report.party, group) is not None
                for group in groups
            )
        )

    def voices(
        self, reports: Sequence[ProgressReport], action: Action
    ) -> tuple[tuple[ProgressReport, ...], ...]:
        """The reports on an action by who has to do it: one for all, or each member for itself."""
        responsible = self.speakers.responsible(action)
        heard = {id(one) for one in reports if self.speakers.speaks(one.party, responsible)}
        reporting = [one.party for one in reports]
        found = [self.speakers.collective(party, reporting) for party in responsible]
        whole = tuple(one for one in reports if id(one) in heard)
        return tuple(
            tuple(
                one
                for one in reports
                if id(one) in heard or self.speakers.member(one.party, group) == member
            )
            for group in found
            if group is not None and group.complete
            for member in group.members
        ) or (whole,)

    def stated(self, reports: Sequence[ProgressReport], action: Action, printed: Status) -> Stated:
        """How far a thing is by the last word of those who answer for its action.

        Args:
            reports: The reports on it, by their days.
            action: The action, or that of the indicator.
            printed: The status that is printed.
        """
        responsible = self.speakers.responsible(action)
        heard = [one for one in reports if self.speakers.speaks(one.party, responsible)]
        whole = _last(heard, printed)
        reporting = [one.party for one in reports]
        found = [self.speakers.collective(party, reporting) for party in responsible]
        groups = [
            self._joined(group, reports, whole)
            for group in dict.fromkeys(found)
            if group is not None
        ]
        if not any(groups):
            return whole
        # Where several collectives answer, what one of them has done is not done by the others.
        joined = [whole if group is None else group for group in groups]
        said = [one for one in joined if one is not whole]
        last = max(said, key=lambda one: (one.on, one.source.party if one.source else ""))
        told = {id(report) for one in joined for report in one.conflict}
        status = last.status
        if len(joined) > 1:
            status = joint_status([one.status for one in joined], whole.status)
        conflict = tuple(one for one in reports if id(one) in told)
        return Stated(status=status, source=last.source, conflict=conflict)

    def _joined(
        self, group: Collective, reports: Sequence[ProgressReport], whole: Stated
    ) -> Stated | None:
        """How far a thing is that several have to do, each for itself; None where none spoke."""
        members: dict[str | None, list[ProgressReport]] = {}
        for report in reports:
            members.setdefault(self.speakers.member(report.party, group), []).append(report)
        own = [_last(members.get(member, ()), whole.status) for member in group.members]
        parts = [
            part
            if part.on > whole.on or disputes(part, whole)
            else attrs.evolve(whole, conflict=())
            for part in own
        ]
        said = [part for part in parts if part.source is not whole.source]
        if not said:
            return None
        # What does not concern a member is no part of what is to be done.
        concerned = [part.status for part in parts if part.source is None or part.source.applicable]
        if not group.complete:
            concerned.append(whole.status)
        last = max(said, key=lambda part: part.on)
        disputing = [part for part in said if disputes(part, whole)]
        sources = [one.source for one in (whole, *disputing) if disputing and one.source]
        return Stated(
            status=joint_status(concerned or [Status.OBSOLETE], whole.status),
            source=last.source,
            conflict=(*whole.conflict, *(one for part in parts for one in part.conflict), *sources),
        )


def disputes(part: Stated, whole: Stated) -> bool:
    """Whether something is left of a part by the word of the day on which all was said to be done.

    Args:
        part: How far the part is.
        whole: How far the whole is.
    """
    is_over = whole.status.closed or whole.status is Status.DEFERRED
    is_left = not part.status.closed and part.status is not Status.DEFERRED
    return part.source is not None and part.on == whole.on and is_over and is_left


def most_left(stated: Iterable[Stated]) -> Stated:
    """The one of several that leaves most to be done."""
    return min(stated, key=lambda one: _CAUTION.index(one.status))


def _last(reports: Sequence[ProgressReport], otherwise: Status) -> Stated:
    """What the reports of the last day say that states a status at all."""
    told = [(status_said(one), one) for one in reports]
    stating = [(status, one) for status, one in told if status is not None]
    if not stating:
        return Stated(status=otherwise)
    day = stating[-1][1].on
    of_day = [(status, one) for status, one in stating if one.on == day]
    status, source = min(of_day, key=lambda pair: _CAUTION.index(pair[0]))
    several = len({status for status, _ in of_day}) > 1
    return Stated(
        status=status,
        source=source,
        conflict=tuple(one for _, one in of_day) if several else (),
    )
