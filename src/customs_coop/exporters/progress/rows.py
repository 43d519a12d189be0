"""The rows of a template: one for each report that is owed, filled in where it came already."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Recurring
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionRef,
    Dossier,
    IndicatorRef,
    Measurement,
    Named,
    Obligation,
    PartyRef,
    PlanRef,
    ProgressReport,
    RecommendationRef,
)
from customs_coop.model.party import KNOWN_PARTIES, known_party
from customs_coop.model.progress import Subject
from customs_coop.monitoring import DueReport, answered, due_reports, members_of
from customs_coop.monitoring.parties.naming import PartyNames
from customs_coop.monitoring.reports.statements import status_said

__all__ = ["Items", "Scope", "TemplateRow", "party_name", "reports_in", "rows_of", "unasked"]

Items: TypeAlias = Literal["auto", "owed", "open"]
"""What has a row in a template."""

_ALWAYS: Final = Period(dt.date.min, dt.date.max)


@attrs.frozen(kw_only=True)
class Scope:
    """What a template is made of.

    Args:
        within: The days in which reports are due; None for the periods of the plans.
        party: The id or name of the party that is asked, or of a collective of which it is one;
            None for all.
        members: The members of collectives, by their ids or names.
        plan: The id of the plan; None for all.
        items: What has rows: the reports that are owed, what is open and measured, or the former
            where any is owed and else the latter.
    """

    within: Period | None = None
    party: str | None = None
    members: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    plan: str | None = None
    items: Items = "auto"


@attrs.frozen(kw_only=True)
class TemplateRow:
    """One row.

    Args:
        party: The id of the party that is to report; None where nobody is named.
        subject: What it is to report on.
        title: What that is called.
        asked: The words of the obligation; may be empty.
        to: The id of the party to which the report goes, or None.
        due: The last day by which it is due, or None.
        unit: The unit in which is measured; may be empty.
        is_measured: Whether numbers are asked for.
        report: The report that came already, or None.
        figure: The number of that report that stands in this row, or None.
        is_further: Whether it only has a further number of the row above it.
        is_apart: Whether another report of the day has rows, too; then this one says that it
            concerns the party, also where it has nothing but a number.
    """

    party: str | None
    subject: Subject
    title: str = ""
    asked: str = ""
    to: str | None = None
    due: dt.date | None = None
    unit: str = ""
    is_measured: bool = False
    report: ProgressReport | None = None
    figure: Measurement | None = None
    is_further: bool = False
    is_apart: bool = False


def rows_of(dossier: Dossier, scope: Scope) -> tuple[TemplateRow, ...]:
    """The rows of a template, party by party in the order in which they are first named.

    Raises:
        UnknownPlanError: The dossier has no such plan.
        InvalidValueError: The party owes nothing there.
    """
    if scope.plan is not None:
        dossier.plan_by_id(scope.plan)
    scope = _by_ids(dossier, scope)
    duties = tuple(_asking(dossier, scope))
    is_owed = scope.items == "owed" or (scope.items == "auto" and bool(duties))
    pairs = list(_owed(dossier, duties, scope) if is_owed else _open_items(dossier, scope))
    if scope.party is not None:
        kept = [(whole, row) for whole, row in pairs if scope.party in (whole, row.party)]
        if pairs and not kept:
            ids = ", ".join(dict.fromkeys(row.party for _, row in pairs if row.party is not None))
            raise InvalidValueError(
                f"{scope.party!r} owes nothing there; reports are owed by {ids or 'nobody'}"
            )
        pairs = kept
    rows = [row for _, row in pairs]
    order = {party: place for place, party in enumerate(dict.fromkeys(row.party for row in rows))}
    titles = dict(_titles(dossier))
    alike = Counter(map(_occasion, reports_in(rows)))
    return tuple(
        attrs.evolve(
            row,
            title=titles.get(row.subject, _own_title(row.subject)),
            is_apart=row.report is not None and alike[_occasion(row.report)] > 1,
        )
        for row in sorted(rows, key=lambda row: order[row.party])
    )


def _by_ids(dossier: Dossier, scope: Scope) -> Scope:
    """The same with the ids of parties that are called by their names."""
    names = PartyNames(dossier)
    party = scope.party if scope.party is None else names.id(scope.party) or scope.party
    return attrs.evolve(scope, party=party, members=names.members(scope.members))


def _occasion(report: ProgressReport) -> tuple[object, ...]:
    """By what rows with nothing but a number are joined to a report."""
    return report.party, report.subject, report.on, report.due


def reports_in(rows: Iterable[TemplateRow]) -> tuple[ProgressReport, ...]:
    """The reports that stand filled in."""
    return tuple(dict.fromkeys(row.report for row in rows if row.report is not None))


def unasked(dossier: Dossier, scope: Scope) -> tuple[Obligation, ...]:
    """The obligations for which a template has no row, as nothing says what they are about."""
    if scope.plan is not None:
        return ()
    return tuple(one for one in dossier.obligations if one.subject is None)


def party_name(party: str | None, dossier: Dossier) -> str:
    """The name of a party, as the dossier or the table of known ones has it; may be empty."""
    if party is None:
        return ""
    own = next((one.name for one in dossier.parties if one.id == party), "")
    known = None if own else known_party(party)
    return own or ("" if known is None else known.name)


def _asking(dossier: Dossier, scope: Scope) -> Iterator[Obligation]:
    for duty in dossier.obligations:
        subject = duty.subject
        plan = subject.plan if isinstance(subject, PlanRef | ActionRef) else None
        if subject is not None and scope.plan in (None, plan):
            yield duty


def _owed(
    dossier: Dossier, duties: Sequence[Obligation], scope: Scope
) -> Iterator[tuple[str | None, TemplateRow]]:
    """The rows of what is owed, each with the party by which it is owed as a whole."""
    asked = attrs.evolve(dossier, obligations=duties)
    owed = [one for one in _expanded(asked, scope) if not one.sums_up]
    units = dict(_measures(dossier))
    shown: set[ProgressReport] = set()
    # On the last of all days each report has come.
    for one in answered(owed, dossier.progress, on=dt.date.max):
        if one.subject is None:
            continue
        row = TemplateRow(
            party=one.party,
            subject=one.subject,
            asked=one.obligation.text,
            to=one.to,
            due=one.due,
        )
        answers = [report for report in one.answers if report not in shown]
        shown.update(answers)
        for report in answers:
            for filled in _filled(row, report, units):
                yield one.obligation.party, filled
        if not one.answers:
            yield one.obligation.party, row
    if scope.within is None:
        rest = [report for report in dossier.progress if report not in shown]
        yield from _further(rest, scope, units)


def _expanded(dossier: Dossier, scope: Scope) -> tuple[DueReport, ...]:
    if scope.within is not None:
        return due_reports(dossier, within=scope.within, members=scope.members)
    # Without a window, what recurs lies in the periods of the plans, and all else counts.
    periods = [plan.period for plan in dossier.plans if plan.period is not None]
    recurring = [one for one in dossier.obligations if isinstance(one.deadline, Recurring)]
    others = [one for one in dossier.obligations if not isinstance(one.deadline, Recurring)]
    if periods:
        window = Period(min(one.start for one in periods), max(one.end for one in periods))
        parts = [(recurring, window), (others, _ALWAYS)]
    else:
        bare = [attrs.evolve(one, deadline=None) for one in recurring]
        parts = [([*others, *bare], _ALWAYS)]
    found = [
        one
        for duties, window in parts
        for one in due_reports(
            attrs.evolve(dossier, obligations=duties), within=window, members=scope.members
        )
    ]
    return tuple(sorted(found, key=lambda one: one.due or dt.date.max))


def _open_items(dossier: Dossier, scope: Scope) -> Iterator[tuple[str | None, TemplateRow]]:
    """The rows of what is open and of what is measured, each with the party that answers for it."""
    units = dict(_measures(dossier))
    came: dict[tuple[str | None, Subject], list[ProgressReport]] = {}
    for report in dossier.progress:
        came.setdefault((report.party, report.subject), []).append(report)
    shown: set[ProgressReport] = set()
    for subject, action, due in _items(dossier, scope):
        for whole in _responsible(action, dossier):
            for party in (None,) if whole is None else members_of(dossier, whole, scope.members):
                row = TemplateRow(
                    party=party,
                    subject=subject,
                    due=due,
                    unit=units.get(subject, ""),
                    is_measured=subject in units,
                )
                reports = sorted(came.get((party, subject), ()), key=lambda one: one.on)
                shown.update(reports)
                for report in reports:
                    for filled in _filled(row, report, units):
                        yield whole, filled
                if not (reports and _is_closed(reports[-1])):
                    yield whole, row
    if scope.within is None:
        rest = [report for report in dossier.progress if report not in shown]
        yield from _further(rest, scope, units)


def _is_closed(report: ProgressReport) -> bool:
    said = status_said(report)
    return said is not None and said.closed


def _items(dossier: Dossier, scope: Scope) -> Iterator[tuple[Subject, Action, dt.date | None]]:
    for plan in dossier.plans:
        if scope.plan not in (None, plan.id):
            continue
        for action in plan:
            ref = plan.ref(action)
            if not action.status.closed:
                yield ref, action, _last(one.latest for one in action.all_deadlines)
            for number, one in enumerate(action.indicators, start=1):
                # With its action an indicator is closed, too; what counts is counted on.
                is_open = not (action.status.closed or one.status.closed)
                if is_open or one.measure is not None:
                    days = (deadline.latest for deadline in one.deadlines)
                    yield IndicatorRef(ref, number), action, _last(days)


def _last(days: Iterable[dt.date | None]) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)


def _responsible(action: Action, dossier: Dossier) -> tuple[str | None, ...]:
    """Who answers for an action; a project group of a body that answers, too, is not asked."""
    ids = list(dict.fromkeys(one.party for one in action.responsible))
    wholes = {one.id: one.part_of for one in (*KNOWN_PARTIES, *dossier.parties)}
    return tuple(one for one in ids if wholes.get(one) not in ids) or (None,)


def _further(
    reports: Iterable[ProgressReport], scope: Scope, units: Mapping[Subject, str]
) -> Iterator[tuple[str | None, TemplateRow]]:
    """The rows of reports for which nobody asks."""
    for report in reports:
        subject = report.subject
        action = subject.action if isinstance(subject, IndicatorRef) else subject
        plan = action.plan if isinstance(action, PlanRef | ActionRef) else None
        if scope.plan in (None, plan):
            row = TemplateRow(party=report.party, subject=subject)
            for filled in _filled(row, report, units):
                yield report.party, filled


def _filled(
    row: TemplateRow, report: ProgressReport, units: Mapping[Subject, str]
) -> Iterator[TemplateRow]:
    """A row with a report, and one for each further number of it."""
    first, *others = report.measurements or (None,)
    whole = attrs.evolve(
        row,
        subject=report.subject,
        due=report.due,
        report=report,
        figure=first,
        unit=units.get(report.subject, ""),
        is_measured=report.subject in units or first is not None,
    )
    yield whole
    for figure in others:
        yield attrs.evolve(whole, figure=figure, is_further=True)


def _measures(dossier: Dossier) -> Iterator[tuple[Subject, str]]:
    for plan in dossier.plans:
        for action in plan:
            for number, one in enumerate(action.indicators, start=1):
                if one.measure is not None:
                    yield IndicatorRef(plan.ref(action), number), one.measure.unit


def _titles(dossier: Dossier) -> Iterator[tuple[Subject, str]]:
    for plan in reversed(dossier.plans):
        yield PlanRef(plan.id), plan.title
        for action in plan:
            yield plan.ref(action), action.title
            for number, one in enumerate(action.indicators, start=1):
                yield IndicatorRef(plan.ref(action), number), one.text
    for advice in reversed(dossier.recommendations):
        yield RecommendationRef(advice.id), advice.text
    for party in reversed(dossier.parties):
        yield PartyRef(party.id), party.name


def _own_title(subject: Subject) -> str:
    return subject.text if isinstance(subject, Named) else ""
