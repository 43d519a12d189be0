"""Reports of one party that cannot both be true: of one day, on one thing, for one round."""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from customs_coop.model import Party, ProgressReport, Subject
from customs_coop.monitoring.parties.identifying import PartyIds
from customs_coop.monitoring.reports.statements import status_said

if TYPE_CHECKING:
    from customs_coop.monitoring.play import StateOfPlay

__all__ = ["Contradiction", "contradictions_in", "contradictions_of"]

_STATUS: Final = "status"
_STAGE: Final = "stage"
_Stated: TypeAlias = tuple[Hashable, Hashable, str]
"""What a report speaks of, what it says of it, and that in words."""


@attrs.frozen(kw_only=True)
class Contradiction:
    """Two things that one party said of one day, of which only one can be true.

    Args:
        party: The id of the party.
        subject: What it reported on.
        on: The day.
        words: What it said, in words for people: "completed and ongoing".
        reports: The reports that say so.
    """

    party: str
    subject: Subject
    on: dt.date
    words: str
    reports: tuple[ProgressReport, ...]


def contradictions_in(
    reports: Iterable[ProgressReport], *, parties: Iterable[Party] = ()
) -> tuple[Contradiction, ...]:
    """Find the reports that contradict each other, and that no later report settles.

    Two reports of one party on one thing contradict each other where they are of one day and give
    two statuses, two values of the same thing in the same time, or two stages, unless these are of
    different documents. Words that differ contradict nothing. Reports that name different rounds
    by their `due` do not contradict each other. What the same party says of it on a later day
    takes the place of both. A party is one party under all its names, and the customs
    administration of a state, such as "HR-CUSTOMS", speaks for the state.

    Args:
        reports: The reports, of any parties on anything.
        parties: The parties of the dossier; what is an id there is no other name of another party.

    Returns:
        The contradictions, by day, party and subject; nobody chooses between the reports.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> said = [
        ...     ProgressReport(party="HR", subject=ActionRef("P9", "1"), on=day, status=status)
        ...     for day, status in (("2008-05-02", "completed"), ("2008-05-02", "ongoing"))
        ... ]
        >>> [one.words for one in contradictions_in(said)]
        ['completed and ongoing']
        >>> later = attrs.evolve(said[0], on="2008-05-09")
        >>> contradictions_in([*said, later])
        ()
    """
    groups: dict[tuple[str, Subject], list[ProgressReport]] = {}
    ids = PartyIds(parties)
    for report in dict.fromkeys(reports):
        groups.setdefault((ids.administration(report.party), report.subject), []).append(report)
    found = {
        one: None
        for group in groups.values()
        for round_ in _rounds(group)
        for one in _unsettled(round_, ids)
    }
    return tuple(sorted(found, key=lambda one: (one.on, one.party, str(one.subject), one.words)))


def contradictions_of(state: "StateOfPlay") -> tuple[Contradiction, ...]:
    """List who said two things of one day, in a state of play.

    Args:
        state: The state of play.

    Returns:
        The contradictions in the reports on its items and in its matrix, see `contradictions_in`;
        last those of a service and its state, which `Matrix.conflicts` knows.
    """
    reports = [report for item in state.items for report in item.reports]
    reports += [report for cell in state.matrix.cells for report in cell.reports]
    found = contradictions_in(reports, parties=state.parties)
    told = {report for one in found for report in one.reports}
    others = (
        one
        for cell in state.matrix.conflicts
        if told.isdisjoint(cell.reports)
        for one in _in_one_voice(cell.party, cell.reports)
    )
    return (*found, *others)


def _in_one_voice(party: str, reports: Iterable[ProgressReport]) -> Iterator[Contradiction]:
    """The contradictions of several that are one party, as a service and its state are."""
    voices = {attrs.evolve(report, party=party): report for report in reports}
    for one in contradictions_in(voices):
        yield attrs.evolve(one, party=party, reports=tuple(voices[each] for each in one.reports))


def _rounds(group: Sequence[ProgressReport]) -> Iterator[list[ProgressReport]]:
    """The reports on each round; one that names none may be of any."""
    named = dict.fromkeys(report.due for report in group if report.due is not None)
    if not named:
        yield [*group]
    for due in named:
        yield [report for report in group if report.due in (due, None)]


def _unsettled(group: Sequence[ProgressReport], ids: PartyIds) -> Iterator[Contradiction]:
    last: dict[Hashable, dt.date] = {}
    by_day: dict[tuple[dt.date, Hashable], dict[Hashable, tuple[str, list[ProgressReport]]]] = {}
    for report in group:
        for about, said, words in _stated(report):
            last[about] = max(report.on, last.get(about, report.on))
            of_day = by_day.setdefault((report.on, about), {})
            of_day.setdefault(said, (words, []))[1].append(report)
    for (day, about), of_day in by_day.items():
        if len(of_day) < 2 or last[about] > day:
            continue
        reports = tuple(dict.fromkeys(one for _, found in of_day.values() for one in found))
        if about == _STAGE and _of_different_papers(reports):
            continue
        named = ids.common(one.party for one in reports)
        yield Contradiction(
            party=named[reports[0].party],
            subject=group[0].subject,
            on=day,
            words=" and ".join(sorted(words for words, _ in of_day.values())),
            reports=tuple(sorted(reports, key=repr)),
        )


def _stated(report: ProgressReport) -> Iterator[_Stated]:
    status = status_said(report)
    if status is not None:
        words = status.value if report.applicable else "not applicable"
        yield _STATUS, words, words
    if report.stage is not None:
        yield _STAGE, report.stage, report.stage.value
    for one in report.measurements:
        where = f" ({one.dimension})" if one.dimension else ""
        words = f"{one.value} {one.unit} in {one.period}{where}"
        yield (one.period, one.unit, one.dimension), one.value, words


def _of_different_papers(reports: Iterable[ProgressReport]) -> bool:
    """Whether each of some reports names documents of which the others say no other stage."""
    stages: dict[Hashable, object] = {}
    for report in reports:
        if not report.evidence:
            return False
        for document in report.evidence:
            if stages.setdefault(document, report.stage) != report.stage:
                return False
    return True
