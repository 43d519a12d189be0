"""Reports that come in: added to a dossier once, with what contradicts told and nothing chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.errors import QualitativeIndicatorError
from customs_coop.model import ActionPlan, Dossier, IndicatorRef, ProgressReport
from customs_coop.model.fields import plural
from customs_coop.monitoring.measures.measuring import measure_of
from customs_coop.monitoring.parties.identifying import PartyIds
from customs_coop.monitoring.parties.naming import PartyNames
from customs_coop.monitoring.reports.contradicting import Contradiction, contradictions_in
from customs_coop.monitoring.reports.fitting import misfits_of
from customs_coop.monitoring.reports.likeness import plainly
from customs_coop.monitoring.reports.recognising import Known

__all__ = ["HasReports", "ProgressAddition", "add_progress"]


class HasReports(Protocol):
    """Whatever was read and holds reports, such as what `read_progress` gives."""

    @property
    def reports(self) -> tuple[ProgressReport, ...]:
        """The reports."""
        ...


@attrs.frozen(kw_only=True)
class ProgressAddition:
    """What came of adding reports to a dossier.

    Args:
        dossier: The dossier with the reports; the one that was handed in where nothing is new.
        added: The reports that are new in it, in its order.
        known: Those that it had already, or that came twice, in the order given.
        conflicts: The contradictions between reports of one party in which a report that was
            handed in takes part; all these reports are in the dossier.
        report: What is in doubt, CC830 to CC835.
    """

    dossier: Dossier
    added: tuple[ProgressReport, ...] = ()
    known: tuple[ProgressReport, ...] = ()
    conflicts: tuple[Contradiction, ...] = ()
    report: Report = attrs.field(factory=Report)


def add_progress(
    subject: Dossier | ActionPlan,
    reports: Iterable[ProgressReport] | HasReports,
    *,
    members: Mapping[str, Sequence[str]] | None = None,
) -> ProgressAddition:
    """Add reports on progress to a dossier.

    A report that is there already is not added again, whatever blanks stand in its words. All
    others are, also those that contradict each other, those of parties or on things that the
    dossier does not know, those of a party where others are asked, and those for a day on which
    nothing is due: that is told, and nothing is chosen or left out. The reports of the dossier are
    then in the order of their days, so that it does not matter in which order files are added.

    Args:
        subject: The dossier, or a plan.
        reports: The reports; also what was read, such as a `ProgressReading`.
        members: The members of collectives, by the id or name of the collective; a report of
            somebody else on what only these owe is told.

    Returns:
        The dossier with the reports, and what is in doubt.

    Raises:
        QualitativeIndicatorError: A report has a value for an indicator that counts nothing.
        TypeError: The subject is neither a dossier nor a plan, or there is something else than
            reports.

    Example:
        >>> from customs_coop.model import Action, ActionRef
        >>> plan = ActionPlan(id="P9", title="", actions=[Action(code="1", title="Patrol")])
        >>> said = [
        ...     ProgressReport(party="HR", subject=ActionRef("P9", "1"), on="2008-05-02", status=s)
        ...     for s in ("completed", "ongoing")
        ... ]
        >>> addition = add_progress(plan, said)
        >>> len(addition.added), len(add_progress(addition.dossier, said).added)
        (2, 0)
        >>> for finding in addition.report:
        ...     print(finding.code, finding.message)
        CC830 HR reported completed and ongoing on 2008-05-02
    """
    dossier = Dossier.of(subject)
    # What is there already counts as it stands there.
    alike = {plainly(one): one for one in reversed(dossier.progress)}
    given = tuple(
        alike.setdefault(plainly(one), one)
        for one in plural(_reports_of(reports), "reports", ProgressReport)
    )
    known = Known(dossier)
    for report in given:
        _refuse_number(report, known)
    held = set(dossier.progress)
    new = [one for one in dict.fromkeys(given) if one not in held]
    if new:
        progress = sorted((*dossier.progress, *new), key=_place)
        dossier = attrs.evolve(dossier, progress=progress)
    fresh = set(new)
    doubled, seen = [], set(held)
    for one in given:
        if one in seen:
            doubled.append(one)
        seen.add(one)
    conflicts = _conflicts(dossier, given)
    whose = PartyNames(dossier).members(members or {})
    mine = set(given)
    others = tuple(one for one in dossier.progress if one not in mine)
    misfits = misfits_of(given, attrs.evolve(known.dossier, progress=others), known, whose)
    return ProgressAddition(
        dossier=dossier,
        added=tuple(dict.fromkeys(one for one in dossier.progress if one in fresh)),
        known=tuple(doubled),
        conflicts=conflicts,
        report=Report([*map(_told, conflicts), *_doubts(given, known), *misfits]),
    )


def _reports_of(reports: Iterable[ProgressReport] | HasReports) -> Iterable[ProgressReport]:
    return reports if isinstance(reports, Iterable) else reports.reports


# The text of a record has all its fields, so that the order in which reports came counts nothing.
def _place(report: ProgressReport) -> tuple[object, ...]:
    return report.on, report.party, str(report.subject), repr(report)


def _refuse_number(report: ProgressReport, known: Known) -> None:
    """Stop at a value for an indicator that counts nothing.

    Raises:
        QualitativeIndicatorError: It is one.
    """
    if not report.measurements or not isinstance(report.subject, IndicatorRef):
        return
    indicator = known.indicator(report.subject)
    if indicator is None:
        return
    try:
        measure_of(indicator)
    except QualitativeIndicatorError as error:
        value = report.measurements[0]
        message = (
            f"{report.party} reports {value.value} {value.unit} on {report.subject}"
            f" ({report.on}): {error}"
        )
        raise QualitativeIndicatorError(message) from None


def _conflicts(dossier: Dossier, given: Iterable[ProgressReport]) -> tuple[Contradiction, ...]:
    """The contradictions in the dossier in which a report takes part that was handed in."""
    mine = set(given)
    party = PartyIds(dossier.parties).administration
    about = {(party(one.party), one.subject) for one in mine}
    own = (one for one in dossier.progress if (party(one.party), one.subject) in about)
    found = contradictions_in(own, parties=dossier.parties)
    return tuple(one for one in found if not mine.isdisjoint(one.reports))


def _told(one: Contradiction) -> Diagnostic:
    return diagnose(
        "CC830",
        f"{one.party} reported {one.words} on {one.on}",
        subject=str(one.subject),
        hint=f"ask {one.party}; then take out the report that does not hold, or add one of a later"
        " day, which takes the place of both",
    )


def _doubts(given: Iterable[ProgressReport], known: Known) -> Iterator[Diagnostic]:
    """What the dossier does not know, each party and each thing once."""
    reports = [*dict.fromkeys(given)]
    for party in dict.fromkeys(one.party for one in reports):
        near = known.near_party(party)
        if near is not None:
            message = f"the dossier knows no party {party!r:.80}"
            yield diagnose("CC832", message, subject=party[:80], hint=near)
    for subject in dict.fromkeys(one.subject for one in reports):
        missing = known.missing(subject)
        if missing is not None:
            count = sum(one.subject == subject for one in reports)
            told = "a report is" if count == 1 else f"{count} reports are"
            message = f"{told} on it, and the dossier has no such {missing.kind}"
            yield diagnose("CC831", message, subject=str(subject), hint=missing.hint)
    for report in reports:
        for unit in known.strange_units(report):
            takes = "no indicator of it counts that"
            message = f"{report.party} reports a value in {unit!r:.80}, and {takes}"
            hint = known.units(report.subject)
            yield diagnose("CC833", message, subject=str(report.subject), hint=hint)
