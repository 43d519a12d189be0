"""Reports that the row or the box of an action asks for: in its cells, its prose and its notes."""

from collections.abc import Iterable, Iterator

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import (
    Action,
    ActionRef,
    Indicator,
    Involvement,
    LinkKind,
    Obligation,
    Party,
    PartyRef,
    Role,
    Status,
)
from customs_coop.readers.obligations.duties import stated_obligations
from customs_coop.readers.obligations.reports import (
    is_report,
    named_writer,
    names_report,
    report_recipients,
    report_rhythm,
)
from customs_coop.readers.text.sentences import words_of

__all__ = ["RowDuties", "owed_by_row", "report_owners", "row_obligations"]

_DELIVERED = (Status.COMPLETED, Status.OBSOLETE)


@attrs.frozen
class RowDuties:
    """The obligations of an action, and the bodies in them that the table has not.

    `inferred` are those whose party stands in another sentence of the row.
    """

    obligations: tuple[Obligation, ...] = ()
    unknown: tuple[Party, ...] = ()
    inferred: tuple[Obligation, ...] = ()


def row_obligations(
    action: Action,
    plan: str,
    *,
    notes: Iterable[str] = (),
    parties: Iterable[Party] = (),
    writer: Party | None = None,
) -> RowDuties:
    """The reports that are still due by what an action states.

    An indicator that names a report lays it on those who are responsible for the row: on a
    project group rather than on the body to which it belongs, and on nobody where the group is
    not confirmed. A report that has been delivered is owed no longer. One that stands among the
    outcomes is owed by the body that the prose has report to the same one, where it is only one.

    Args:
        action: The action.
        plan: The id of its plan.
        notes: The notes whose marks it bears.
        parties: The bodies of the row that are not in the table of known ones.
        writer: Who writes the reports of the plan by its introduction, or None.

    Returns:
        The obligations, in the order of title, indicators, outcomes, prose and notes.
    """
    return _Row(action, plan, parties, writer).read(notes)


class _Row:
    def __init__(
        self, action: Action, plan: str, parties: Iterable[Party], writer: Party | None
    ) -> None:
        self.action = action
        self.subject = ActionRef(plan, action.code)
        self.owners = report_owners(action.involved, parties, writer)
        self.writer = writer
        self.obligations: list[Obligation] = []
        self.unknown: list[Party] = []

    def read(self, notes: Iterable[str]) -> RowDuties:
        named = [
            one
            for one in self.action.indicators
            if names_report(one.text) or self._recipients(one.text)
        ]
        if not named and is_report(self.action.title):
            self._add(self.action.title, self.owners, self.action.deadlines)
        for indicator in named:
            if indicator.status not in _DELIVERED:
                self._indicator(indicator)
        prose = [
            stated_obligations(text, self.subject, reports_only=True)
            for text in (self.action.terms_of_reference, *notes)
        ]
        inferred = self._outcomes(prose[0][0])
        for found, unknown in prose:
            self.obligations += found
            self.unknown += unknown
        return RowDuties(tuple(dict.fromkeys(self.obligations)), tuple(self.unknown), inferred)

    def _outcomes(self, prose: tuple[Obligation, ...]) -> tuple[Obligation, ...]:
        """Add the reports among the outcomes; those that the prose lays on its reporter."""
        before = len(self.obligations)
        for outcome in self.action.outcomes:
            to = self._recipients(outcome)
            reporters = dict.fromkeys(one.party for one in prose if one.to in to)
            owners = tuple(one for one in reporters if one is not None)
            if to:
                self._add(outcome, owners if len(reporters) == 1 else (), ())
        return tuple(one for one in self.obligations[before:] if one.party is not None)

    def _indicator(self, indicator: Indicator) -> None:
        writers = named_writer(indicator.text)
        self.unknown += [party for party, known in writers if not known]
        owners = tuple(party.id for party, _ in writers) or self.owners
        times = indicator.deadlines or report_rhythm(indicator.text)
        self._add(indicator.text, owners, times)

    def _add(self, text: str, owners: tuple[str, ...], times: tuple[Deadline, ...]) -> None:
        if self.writer is not None and self.writer.id in owners:
            self.unknown.append(self.writer)
        self.obligations += [
            Obligation(
                text=" ".join(text.split()), party=owner, to=to, subject=self.subject, deadline=time
            )
            for time in times or (None,)
            for owner in owners or (None,)
            for to in self._recipients(text) or (None,)
            if owner in _without_recipient(owners, to) or owner is None
        ]

    def _recipients(self, text: str) -> tuple[str, ...]:
        """To whom a cell reports by its words, or by a link whose words stand in it."""
        words = words_of(text)
        found = [*report_recipients(text)]
        found += [
            link.target.party
            for link in self.action.links
            if link.kind is LinkKind.REPORTS_TO
            and isinstance(link.target, PartyRef)
            and words_of(link.text) in words
        ]
        return tuple(dict.fromkeys(found))


def report_owners(
    involved: Iterable[Involvement], parties: Iterable[Party], writer: Party | None = None
) -> tuple[str, ...]:
    """Who owes the reports of a row: the responsible, without the bodies above their own groups.

    Args:
        involved: Who takes part in the action.
        parties: The bodies of the row that are not in the table of known ones.
        writer: Who writes the reports of the plan where the row names no group, or None.
    """
    part_of = {party.id: party.part_of for party in parties}
    sure = [one.party for one in involved if one.role is Role.RESPONSIBLE and one.confirmed]
    above = {part_of.get(party) for party in sure}
    if writer is not None and not above - {None}:
        return (writer.id,)
    return tuple(dict.fromkeys(_lowest(sure, above)))


def _without_recipient(owners: tuple[str, ...], to: str | None) -> tuple[str, ...]:
    """Of several that owe a report those who do not receive it: nobody reports to itself."""
    return tuple(owner for owner in owners if owner != to) or owners


def _lowest(parties: Iterable[str], above: "set[str | None]") -> Iterator[str]:
    return (party for party in parties if party not in above)


def owed_by_row(duties: Iterable[Obligation], owners: tuple[str, ...]) -> tuple[Obligation, ...]:
    """Duties whose sentence names nobody, laid on those who are responsible for their row."""
    return tuple(
        attrs.evolve(duty, party=duty.party or owner)
        for duty in duties
        for owner in (
            _without_recipient(owners, duty.to) if duty.party is None and owners else (duty.party,)
        )
    )
