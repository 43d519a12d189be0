"""From filled rows to reports: each row that is understood, whatever the others say."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, TypeVar

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic, Report, Severity, Span, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.errors import InvalidValueError
from customs_coop.formats.progress import (
    NO_UNIT,
    Addresses,
    Field,
    address_of,
    may_be_percent,
    read_applicable,
    read_day,
    read_documents,
    read_number,
    read_period,
    read_stage,
    read_state,
)
from customs_coop.model import Dossier, IndicatorRef, Measurement, ProgressReport, Stage, Status
from customs_coop.model.progress import Subject
from customs_coop.monitoring.reports.likeness import plainly
from customs_coop.readers.progress.misfits import Misfit, Misfits
from customs_coop.readers.progress.naming import Parties
from customs_coop.readers.progress.rows import FilledRow
from customs_coop.readers.progress.values import ProgressReading
from customs_coop.references import Reference

__all__ = ["progress_of_rows"]

_T = TypeVar("_T")

_SAID: Final = (Field.STATUS, Field.STAGE, Field.NOT_APPLICABLE, Field.TEXT, Field.DOCUMENTS)
_MEASURED: Final = (Field.PERIOD, Field.VALUE, Field.DIMENSION)
_NOTHING: Final = frozenset(("-", "–", "—", "n/a", "na", "none", "nil", "."))


@attrs.frozen(kw_only=True)
class _Said:
    """What one row says."""

    party: str
    subject: Subject
    due: dt.date | None
    on: dt.date
    is_dated: bool
    is_primary: bool
    status: Status | None = None
    stage: Stage | None = None
    applicable: bool = True
    text: str = ""
    evidence: tuple[Reference, ...] = ()
    figure: Measurement | None = None

    @property
    def about(self) -> tuple[str, Subject]:
        return self.party, self.subject

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that a report could hold."""
        said = (self.status, self.stage, self.text, self.evidence, self.figure)
        return self.applicable and not any(said)

    def report(self, figures: Iterable[Measurement]) -> ProgressReport:
        """The report, with its own figure and those of further rows."""
        own = () if self.figure is None else (self.figure,)
        return ProgressReport(
            party=self.party,
            subject=self.subject,
            on=self.on,
            due=self.due,
            status=self.status,
            stage=self.stage,
            applicable=self.applicable,
            text=self.text,
            evidence=self.evidence,
            measurements=(*own, *figures),
        )


def progress_of_rows(
    rows: Sequence[FilledRow],
    *,
    dossier: Dossier | None = None,
    party: str | None = None,
    on: dt.date | None = None,
) -> ProgressReading:
    """Read the reports in the rows of filled templates.

    A row in which nothing is filled says nothing. A row that only gives a figure belongs to the
    report of the same party on the same subject and day. Of a row with a cell that cannot be
    understood nothing is taken, and the cell is told; all other rows count.

    Args:
        rows: The rows.
        dossier: What is reported on; without it, addresses are taken as they are written.
        party: The party of rows that name none.
        on: The day of rows that have none.

    Returns:
        The reports that the dossier does not have yet, and the findings.

    Raises:
        InvalidValueError: The party is blank, or the dossier has none of that name.
        TypeError: The party is no text.

    Example:
        >>> progress_of_rows([]).reports
        ()
    """
    reader = _Reader(dossier, party, on)
    said: list[_Said] = []
    above: FilledRow | None = None
    for row in rows:
        whole = _completed(row, above)
        above = whole
        if (one := reader.read(whole)) is not None:
            said.append(one)
    reports = tuple(dict.fromkeys(_reports(said)))
    told = [*reader.told, *reader.summed_up()]
    known = frozenset(() if dossier is None else map(plainly, dossier.progress))
    new = (one for one in reports if plainly(one) not in known)
    fresh = tuple(sorted(new, key=lambda one: one.on))
    if rows and len(fresh) < len(reports):
        count = len(reports) - len(fresh)
        message = f"the dossier has {count} of these reports already"
        told.append(diagnose("CC847", message, span=_file(rows[0])))
    elif rows and not reports and not told:
        told.append(diagnose("CC847", "no row is filled", span=_file(rows[0])))
    return ProgressReading(reports=fresh, report=Report(told))


def _file(row: FilledRow) -> Span:
    return attrs.evolve(row.span, line=None, path="", cell="")


def _completed(row: FilledRow, above: FilledRow | None) -> FilledRow:
    """A row that names nothing and only gives a figure, with what the row above it names."""
    names = (Field.PARTY, Field.SUBJECT, Field.TITLE)
    is_bare = not any(field in row.cells for field in (*names, *_SAID))
    if not is_bare or Field.VALUE not in row.cells or above is None or above.table != row.table:
        return row
    kept = (*names, Field.DUE, Field.ON)
    same = {field: above.cells[field] for field in kept if field in above.cells}
    return attrs.evolve(row, cells=same | dict(row.cells))


def _reports(said: Sequence[_Said]) -> Iterator[ProgressReport]:
    """One report for each row that says how it stands, with the figures of the further rows."""
    primary = [one for one in said if one.is_primary]
    places: dict[tuple[str, Subject], list[int]] = {}
    for at, one in enumerate(primary):
        places.setdefault(one.about, []).append(at)
    figures: list[list[Measurement]] = [[] for _ in primary]
    alone: dict[tuple[object, ...], list[_Said]] = {}
    passed = -1
    for one in said:
        if one.is_primary:
            passed += 1
            continue
        place = _home(one, [(at, primary[at]) for at in places.get(one.about, ())], passed)
        if place is None:
            alone.setdefault((*one.about, one.on, one.due), []).append(one)
        elif one.figure is not None:
            figures[place].append(one.figure)
    for one, further in zip(primary, figures, strict=True):
        yield one.report(further)
    for first, *others in alone.values():
        yield first.report(other.figure for other in others if other.figure is not None)


def _home(one: _Said, candidates: Sequence[tuple[int, _Said]], passed: int) -> int | None:
    """The report to which a row with nothing but a figure belongs: the last one above it."""
    fitting = [
        (at, other)
        for at, other in candidates
        if not one.is_dated or (other.on, other.due) == (one.on, one.due)
    ]
    above = [at for at, _ in fitting if at <= passed]
    return above[-1] if above else fitting[0][0] if fitting else None


class _Reader:
    """Reads rows one by one, and keeps what is to be told."""

    def __init__(self, dossier: Dossier | None, party: str | None, on: dt.date | None) -> None:
        self.told: list[Diagnostic] = []
        self._addresses = Addresses(dossier)
        self._parties = Parties(dossier, party)
        self._misfits = Misfits(dossier, self._addresses, self._parties)
        self._on = on
        self._undated: list[FilledRow] = []
        self._units = {} if dossier is None else dict(_units(dossier))

    def read(self, row: FilledRow) -> _Said | None:
        """What a row says; None where nothing is filled, or something cannot be understood."""
        cells = row.cells
        is_primary = any(field in cells for field in _SAID)
        if not is_primary and not any(field in cells for field in _MEASURED):
            self._tell_unread(row)
            return None
        before = len(self.told)
        subject = self._subject(row)
        party = self._party(row)
        day = self._day(row)
        status, concerned = self._cell(row, Field.STATUS, read_state) or (None, True)
        stage = self._cell(row, Field.STAGE, read_stage)
        applicable = self._cell(row, Field.NOT_APPLICABLE, read_applicable)
        figure = self._figure(row, subject)
        faulty = any(one.severity is Severity.ERROR for one in self.told[before:])
        if faulty or subject is None or party is None or day is None:
            return None
        if not is_primary and figure is None:
            return None
        # What does not concern a party is obsolete for it; any other status contradicts that.
        if applicable is False and status not in (None, Status.OBSOLETE):
            message = (
                f'the subject does not concern the party, and "{status.value}" counts for nothing'
            )
            self._tell("CC845", message, row, Field.STATUS)
        said = _Said(
            party=party,
            subject=subject,
            due=self._due(row),
            on=day,
            is_dated=Field.ON in cells,
            is_primary=is_primary,
            status=status,
            stage=stage,
            applicable=concerned and applicable is not False,
            text=cells.get(Field.TEXT, ""),
            evidence=self._evidence(row),
            figure=figure,
        )
        if said.is_empty:
            message = "the row says nothing of how far the subject is, and is no report"
            self._tell("CC848", message, row, next(one for one in _SAID if one in cells))
            return None
        self._tell_misfits(row, self._misfits.words(row, subject))
        self._tell_misfits(row, self._misfits.party(row, party))
        self._tell_misfits(row, self._misfits.day(day, subject))
        return said

    def _tell_unread(self, row: FilledRow) -> None:
        """Tell what a row says in which nothing is filled: a day, or words at another place."""
        cells = row.cells
        if Field.ON in cells:
            message = "the row has a day, and nothing is reported"
            self._tell("CC848", message, row, Field.ON)
        address = cells.get(Field.SUBJECT)
        find, words = self._addresses, cells.get(Field.TITLE, "")
        subject = find.known(address) if address else find.titled(words)
        if subject is not None:
            self._tell_misfits(row, self._misfits.words(row, subject))
        elif not address and Field.ON not in cells:
            self._tell_misfits(row, self._misfits.stray(row))

    def _tell_misfits(self, row: FilledRow, found: Iterable[Misfit]) -> None:
        for code, message, field in found:
            self._tell(code, message, row, field)

    def summed_up(self) -> Iterator[Diagnostic]:
        """What is told once of several rows."""
        if self._undated and self._on is not None:
            count = len(self._undated)
            rows = "1 row has" if count == 1 else f"{count} rows have"
            message = f"{rows} no day; they count as of {self._on}"
            yield diagnose("CC846", message, span=self._undated[0].at(Field.ON))

    def _subject(self, row: FilledRow) -> Subject | None:
        address, title = row.cells.get(Field.SUBJECT, ""), row.cells.get(Field.TITLE, "")
        if not address:
            found = self._addresses.titled(title)
            if found is None:
                message = "the row does not say what it is about"
                self._tell("CC841", message, row, Field.SUBJECT)
            else:
                message = f"it is about {address_of(found)}, as its title says"
                self._tell("CC846", message, row, Field.SUBJECT)
            return found
        try:
            return self._addresses.find(address)
        except InvalidValueError as error:
            self._tell("CC841", str(error), row, Field.SUBJECT)
            return None

    def _party(self, row: FilledRow) -> str | None:
        try:
            return self._parties.named(
                row.cells.get(Field.PARTY, ""), row.cells.get(Field.PARTY_NAME, "")
            )
        except InvalidValueError as error:
            self._tell("CC842", str(error), row, Field.PARTY)
            return None

    def _day(self, row: FilledRow) -> dt.date | None:
        if Field.ON not in row.cells:
            if self._on is None:
                message = "the report has no day; --on (on= in Python) names that of all such rows"
                self._tell("CC843", message, row, Field.ON)
            self._undated.append(row)
            return self._on
        found = self._cell(row, Field.ON, read_day)
        if found is not None and found.remark:
            self._tell("CC846", found.remark, row, Field.ON)
        return None if found is None else found.day

    def _due(self, row: FilledRow) -> dt.date | None:
        """The day by which it was asked for; nothing hangs on it but the round."""
        if Field.DUE not in row.cells:
            return None
        try:
            return read_day(row.cells[Field.DUE]).day
        except InvalidValueError as error:
            self._tell("CC845", f"{error}; the report counts without it", row, Field.DUE)
            return None

    def _evidence(self, row: FilledRow) -> tuple[Reference, ...]:
        found, left = read_documents(row.cells.get(Field.DOCUMENTS, ""))
        for words in left:
            message = f'"{shortened(words, 80)}" cites no document; the report counts without it'
            self._tell("CC845", message, row, Field.DOCUMENTS)
        return found

    def _figure(self, row: FilledRow, subject: Subject | None) -> Measurement | None:
        cells = row.cells
        written = cells.get(Field.VALUE, "")
        if written.casefold() in ("", *_NOTHING):
            if Field.PERIOD in cells or Field.DIMENSION in cells:
                message = "the row has a period or a dimension, and no value"
                self._tell("CC848", message, row, Field.VALUE)
            return None
        value: Decimal | None = self._cell(row, Field.VALUE, read_number)
        if Field.PERIOD not in cells:
            self._tell("CC844", "the value does not say which period it covers", row, Field.PERIOD)
        period: Period | None = self._cell(row, Field.PERIOD, read_period)
        if value is None or period is None:
            return None
        is_percent = written.endswith("%")
        usual = "%" if is_percent else ""
        unit = cells.get(Field.UNIT, "") or (self._units.get(subject, usual) if subject else usual)
        if is_percent and not may_be_percent(unit):
            message = (
                f'{written!r:.40} is a percentage, and its unit is "{shortened(unit, 40)}"; write'
                ' the number alone, or "%" as its unit'
            )
            self._tell("CC844", message, row, Field.VALUE)
        return Measurement(
            period=period,
            value=value,
            unit="" if unit == NO_UNIT else unit,
            dimension=cells.get(Field.DIMENSION, ""),
        )

    def _cell(self, row: FilledRow, field: Field, read: Callable[[str], _T]) -> _T | None:
        """A cell as what it means; None where it is empty or, which is told, not understood."""
        if field not in row.cells:
            return None
        try:
            return read(row.cells[field])
        except InvalidValueError as error:
            self._tell("CC844", str(error), row, field)
            return None

    def _tell(self, code: str, message: str, row: FilledRow, field: Field) -> None:
        party = row.cells.get(Field.PARTY, "")
        subject = " ".join(filter(None, (party, row.cells.get(Field.SUBJECT, ""))))
        self.told.append(diagnose(code, message, subject=shortened(subject), span=row.at(field)))


def _units(dossier: Dossier) -> Iterator[tuple[Subject, str]]:
    """The unit of each indicator that has a measure."""
    for plan in dossier.plans:
        for action in plan:
            for number, one in enumerate(action.indicators, start=1):
                if one.measure is not None:
                    yield IndicatorRef(plan.ref(action), number), one.measure.unit
