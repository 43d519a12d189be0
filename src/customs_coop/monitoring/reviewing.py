"""The review: how plans stand on a day, from what is printed and what was reported."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.dates import as_date
from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    IndicatorRef,
    Marking,
    Party,
    PartyRef,
    PlanRef,
    ProgressReport,
    Subject,
    known_party,
)
from customs_coop.monitoring.choosing import chosen_plans, plan_findings, printed_on
from customs_coop.monitoring.deliverables.passing import deliverables
from customs_coop.monitoring.matrix.country import matrix_of
from customs_coop.monitoring.matrix.matrices import Matrix
from customs_coop.monitoring.measures.measuring import all_series
from customs_coop.monitoring.owed.answering import HORIZON, check_horizon, wholes_of
from customs_coop.monitoring.owed.doubts import check_obligations
from customs_coop.monitoring.owed.duties import DueReport
from customs_coop.monitoring.owed.outstanding import owed_on
from customs_coop.monitoring.parties.memberships import Membership
from customs_coop.monitoring.play import PlanState, StateOfPlay
from customs_coop.monitoring.reports.statements import status_said
from customs_coop.monitoring.rewinding import as_of, later_changes, undone_changes
from customs_coop.monitoring.standing import Standings
from customs_coop.monitoring.states import StateItem
from customs_coop.references import DocumentNumber

__all__ = ["review"]


def review(
    subject: Dossier | ActionPlan,
    *,
    on: dt.date | str,
    horizon: dt.timedelta = HORIZON,
    members: Mapping[str, Sequence[str]] | None = None,
    plans: Iterable[str] | None = None,
) -> StateOfPlay:
    """Tell how plans stand on a day: what is overdue, due, waiting, done, and what nobody told.

    A thing has the status that its responsible party reported last, up to the day, or a body to
    which that party belongs, the working party or the Presidency; else the status that is printed.
    It is overdue only where its last day has certainly passed and nothing closed it. Where the
    words leave the last day open, or its event has no certain day, it is possibly overdue; so is
    what recurs, for rounds on which nobody reported. Reports after the day do not count, and
    deadlines that were changed after it are taken as they were.

    Args:
        subject: A dossier or a plan.
        on: The day.
        horizon: How far ahead of it a thing counts as due, in whole days.
        members: The ids of the members of collectives, by the id of the collective, which then
            owe one report each: `{"NON-EU-COUNTRIES": ["AL", "MK"]}`.
        plans: The ids of the plans to review. Without it, those whose period holds the day, or
            that have none; where there is none such, the one that ended last, else the one that
            begins first. The only plan of a dossier is always reviewed.

    Returns:
        The state of play, with what is in doubt in its report.

    Raises:
        InvalidValueError: The day is none, or the horizon is below zero or no number of days.
        UnknownPlanError: The dossier has no such plan.
        TypeError: The subject is neither a dossier nor a plan, or a value is of another class.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> from customs_coop.model import Action
        >>> cells = {"5.1": "June 2006", "5.2": "early 2006", "5.3": "31.12.2006"}
        >>> actions = [
        ...     Action(code=code, title="Train", deadlines=[parse_deadline(words)])
        ...     for code, words in cells.items()
        ... ]
        >>> state = review(ActionPlan(id="AP1", title="First", actions=actions), on="2006-04-01")
        >>> for item in state.items:
        ...     print(item.subject, item.standing.value)
        AP1/5.1 due
        AP1/5.2 possibly overdue
        AP1/5.3 open
    """
    dossier = Dossier.of(subject)
    day = as_date(on)
    check_horizon(horizon)
    chosen = chosen_plans(dossier, day, plans)
    then = as_of(dossier, day)
    names = tuple(dict.fromkeys(plan.id for plan in chosen))
    reviewed = tuple(
        plan
        for plan, now in zip(then.plans, dossier.plans, strict=True)
        if any(now is one for one in chosen)
    )
    measured, passed = all_series(then), deliverables(then)
    standings = Standings(then, day, horizon, members=members, measured=measured, passed=passed)
    items = tuple(item for plan in reviewed for item in standings.items(plan))
    owed = owed_on(
        then,
        reviewed,
        standings.speakers,
        on=day,
        horizon=horizon,
        members=members,
        status=standings.action_status,
    )
    findings = (
        *plan_findings(dossier, day, chosen),
        *_changed_later(dossier, day, names),
        *_contradictions(standings),
        *_not_counted(standings, items),
        *_strange(standings, then),
        *_of_nobody(members, items, owed),
        *_of_unnamed_members(standings, owed, then),
        *_uncertain(attrs.evolve(then, plans=reviewed)),
    )
    collectives = _collectives(standings, items, owed)
    matrix = matrix_of(dossier, on=day, horizon=horizon, members=members, plans=names)
    return StateOfPlay(
        on=day,
        horizon=horizon,
        plans=tuple(_plan_state(plan, then) for plan in reviewed),
        items=items,
        owed=owed,
        matrix=matrix,
        deliverables=tuple(one for one in passed if one.indicator.action.plan in names),
        series=tuple(one for one in measured if one.indicator.action.plan in names),
        slippage=_slippage(then, names),
        report=Report(findings),
        parties=_parties(then, items, owed, matrix, collectives),
        has_reports=_has_reports(items, owed, matrix),
        collectives=collectives,
    )


def _has_reports(items: Sequence[StateItem], owed: Sequence[DueReport], matrix: Matrix) -> bool:
    return (
        any(one.reports for one in items)
        or any(one.answers for one in owed)
        or any(one.reports for one in matrix.cells)
    )


def _collectives(
    standings: Standings, items: Sequence[StateItem], owed: Sequence[DueReport]
) -> tuple[Membership, ...]:
    """The parties that stand for several of which all are known, with their members."""
    names = [party for item in items for party in item.parties]
    names += [one.obligation.party for one in owed if one.obligation.party is not None]
    groups = {party: standings.speakers.collective(party, ()) for party in names}
    return tuple(
        Membership(party=party, members=group.members)
        for party, group in groups.items()
        if group is not None
    )


def _plan_state(plan: ActionPlan, dossier: Dossier) -> PlanState:
    objectives = [one.objectives for one in dossier.strategies if one.id == plan.strategy]
    return PlanState(
        id=plan.id,
        title=plan.title,
        period=plan.period,
        document=_marked_number(plan, dossier),
        printed=printed_on(plan, dossier),
        strategy=plan.strategy,
        work_areas=plan.work_areas,
        objectives=objectives[0] if objectives else (),
    )


def _marked_number(plan: ActionPlan, dossier: Dossier) -> DocumentNumber | None:
    """The number of a plan, marked where only its cover is, so that notes on it are, too."""
    covers = (one for one in dossier.documents if one.reference == plan.document)
    if plan.document is None or all(one.marking is not Marking.LIMITE for one in covers):
        return plan.document
    return attrs.evolve(plan.document, limite=True)


def _plan_of(subject: object) -> str:
    """The id of the plan to which something belongs; empty for what belongs to none."""
    if isinstance(subject, IndicatorRef):
        return subject.action.plan
    return subject.plan if isinstance(subject, PlanRef | ActionRef) else ""


def _slippage(dossier: Dossier, names: Iterable[str]) -> tuple[DeadlineChange, ...]:
    known = {"", *names}
    return tuple(one for one in dossier.deadline_changes if _plan_of(one.subject) in known)


def _changed_later(dossier: Dossier, on: dt.date, names: Iterable[str]) -> Iterator[Diagnostic]:
    undone = set(undone_changes(dossier, on))
    for change in later_changes(dossier, on):
        if _plan_of(change.subject) in names:
            old = "none" if change.old is None else f'"{change.old.text}"'
            told = f"on {on} it was {old}"
            if change not in undone:
                new = "none" if change.new is None else f'"{change.new.text}"'
                told = f"it has not the new one, {new}, and is taken as it stands"
            message = f"its deadline was changed on {change.on}; {told}"
            yield diagnose("CC815", message, subject=str(change.subject))


def _contradictions(standings: Standings) -> Iterator[Diagnostic]:
    for subject, found in standings.conflicts.items():
        by_day: dict[dt.date, list[ProgressReport]] = {}
        for report in found:
            by_day.setdefault(report.on, []).append(report)
        for day, reports in by_day.items():
            told = ", ".join(f"{report.party} says {_said(report, subject)}" for report in reports)
            message = f"on {day} {told}; what leaves most to be done was taken"
            yield diagnose("CC812", message, subject=str(subject))


def _said(report: ProgressReport, subject: Subject) -> str:
    status = status_said(report)
    words = "nothing" if status is None else status.value
    words = words if report.applicable else "not applicable"
    return words if report.subject == subject else f"{words} of {report.subject}"


def _not_counted(standings: Standings, items: Sequence[StateItem]) -> Iterator[Diagnostic]:
    """The reports of others than those who answer for the action, each subject once."""
    told: set[tuple[Subject, str]] = set()
    for item in items:
        counted = {id(one) for one in standings.counted(item)}
        for report in item.reports:
            key = report.subject, report.party
            if id(report) in counted or key in told:
                continue
            told.add(key)
            parties = ", ".join(item.parties)
            message = f"{report.party} reported on it, and {parties} answers for it"
            hint = "where the party is one of its members, name these"
            yield diagnose("CC813", message, subject=str(report.subject), hint=hint)


def _strange(standings: Standings, dossier: Dossier) -> Iterator[Diagnostic]:
    """Reports on what the dossier does not have."""
    for subject in standings.reported.subjects:
        what = _missing(subject, standings, dossier)
        if what:
            count = len(standings.reported.on(subject))
            reports = "1 report" if count == 1 else f"{count} reports"
            message = f"{reports} on it, and the dossier has no such {what}"
            yield diagnose("CC814", message, subject=str(subject))


def _missing(subject: Subject, standings: Standings, dossier: Dossier) -> str:
    if isinstance(subject, PlanRef):
        return "" if any(plan.id == subject.plan for plan in dossier.plans) else "plan"
    if isinstance(subject, ActionRef):
        return "" if standings.action(subject) is not None else "action"
    if isinstance(subject, IndicatorRef):
        action = standings.action(subject.action)
        return (
            "" if action is not None and subject.number <= len(action.indicators) else "indicator"
        )
    return ""


def _of_nobody(
    members: Mapping[str, Sequence[str]] | None,
    items: Sequence[StateItem],
    owed: Sequence[DueReport],
) -> Iterator[Diagnostic]:
    """The members that are given for a party that has nothing to do here."""
    known = {party for item in items for party in item.parties}
    known |= {one.obligation.party for one in owed if one.obligation.party is not None}
    for party in members or ():
        if party not in known:
            message = f"{party} answers for nothing here and owes nothing, so its members do not"
            hint = f"there is {', '.join(sorted(known)) or 'nobody'}"
            yield diagnose("CC816", message, subject=party, hint=hint)


def _of_unnamed_members(
    standings: Standings, owed: Sequence[DueReport], dossier: Dossier
) -> Iterator[Diagnostic]:
    """The collectives that owe reports as one, while members of them have reported."""
    owing: dict[str, list[DueReport]] = {}
    for one in owed:
        is_open = one.state is not None and one.state.open
        if one.party is not None and one.party == one.obligation.party and is_open and one.reports:
            owing.setdefault(one.party, []).append(one)
    for party, asked in owing.items():
        subjects = {one.subject for one in asked if one.subject is not None}
        reporting = [
            report.party
            for report in dossier.progress
            if not subjects.isdisjoint(wholes_of(report.subject))
        ]
        group = standings.speakers.collective(party, reporting)
        if group is not None and not group.complete:
            names = ", ".join(sorted(group.members))
            message = (
                f"{names} reported, and the reports that {party} owes count as not sent, for nobody"
                " says who its members are"
            )
            hint = "name all its members, also those that are silent"
            yield diagnose("CC817", message, subject=party, hint=hint)


def _uncertain(dossier: Dossier) -> Iterator[Diagnostic]:
    """The deadlines that hang on words which several events may mean."""
    return (one for one in check_obligations(dossier) if one.code == "CC801")


def _parties(
    dossier: Dossier,
    items: Sequence[StateItem],
    owed: Sequence[DueReport],
    matrix: Matrix,
    collectives: Sequence[Membership],
) -> tuple[Party, ...]:
    """The bodies that are named, with their names only."""
    ids: list[str | None] = [party for item in items for party in item.parties]
    ids += [report.party for item in items for report in item.reports]
    ids += [
        awaited.target.party
        for item in items
        for awaited in item.waiting_on
        if isinstance(awaited.target, PartyRef)
    ]
    ids += [party for one in owed for party in (one.party, one.to)]
    ids += matrix.parties
    ids += [member for one in collectives for member in one.members]
    own = {one.id: one for one in reversed(dossier.parties)}
    found: dict[str, Party] = {}
    for name in dict.fromkeys(ids):
        known = None if name is None else own.get(name) or known_party(name)
        if name is not None and known is not None:
            found[name] = Party(id=name, name=known.name, kind=known.kind, part_of=known.part_of)
    return tuple(found.values())
