"""The country matrix: what each administration reported on each item."""

import datetime as dt
import enum
import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from customs_coop.errors import UnknownCellError
from customs_coop.model import ProgressReport, Status
from customs_coop.model.link import Identity
from customs_coop.monitoring.matrix.printing import printed_matrix
from customs_coop.monitoring.owed.duties import DueReport, DutyState
from customs_coop.references import Reference

__all__ = ["Cell", "CellState", "Matrix", "MatrixItem"]


class CellState(enum.Enum):
    """What one administration has said of one item."""

    NO_REPORT = "no report"
    REPORTED = "reported"
    IMPLEMENTED = "implemented"
    NOT_APPLICABLE = "not applicable"
    CONTRADICTORY = "contradictory"
    """It said two things of one day that cannot both be true; nobody chose between them."""


@attrs.frozen(kw_only=True)
class MatrixItem:
    """A row of the matrix.

    Args:
        subject: What is reported on.
        title: What it is, in the words of the plan.
    """

    subject: Identity
    title: str


@attrs.frozen(kw_only=True)
class Cell:
    """One item of one administration.

    Args:
        subject: The item.
        party: The administration.
        state: What it said.
        status: How far the work is, by the last report that says so; None without any, and where
            reports contradict each other.
        text: The words of its last report; of several ones of that day, those of all.
        on: The day of its last report, or None.
        evidence: The documents that it names.
        due: The day by which a report is missing; else that by which the last report was, or the
            next one is, due; None where none is known.
        late: Whether the report came after that day.
        missing: Whether that day has passed without a report.
        reports: All its reports on the item and on its indicators, by their days.
        earliest: The first day by which that report may have been due, where the event or the
            words leave that open; None where the day is certain.
        possibly_missing: Whether that first day has passed without a report, and the day itself
            has not, or is not known.
    """

    subject: Identity
    party: str
    state: CellState = CellState.NO_REPORT
    status: Status | None = None
    text: str = ""
    on: dt.date | None = None
    evidence: tuple[Reference, ...] = ()
    due: dt.date | None = None
    late: bool = False
    missing: bool = False
    reports: tuple[ProgressReport, ...] = ()
    earliest: dt.date | None = None
    possibly_missing: bool = False


@attrs.frozen(kw_only=True)
class Matrix:
    """Items against administrations.

    Args:
        on: The day that is asked about.
        items: The rows.
        parties: The ids of the administrations: the columns.
        cells: All cells, row by row.
        owed: The reports that are owed on the items, by administration.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> item = MatrixItem(subject=ActionRef("P9", "1"), title="Count the posts")
        >>> cells = [
        ...     Cell(subject=item.subject, party="AL"),
        ...     Cell(subject=item.subject, party="RS", state=CellState.REPORTED),
        ... ]
        >>> day = dt.date(2008, 12, 1)
        >>> matrix = Matrix(on=day, items=(item,), parties=("AL", "RS"), cells=tuple(cells))
        >>> matrix.cell("P9/1", "RS").state.value, matrix.silent_parties
        ('reported', ('AL',))
    """

    on: dt.date
    items: tuple[MatrixItem, ...] = ()
    parties: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    owed: tuple[DueReport, ...] = ()

    @functools.cached_property
    def _rows(self) -> dict[Identity, dict[str, Cell]]:
        found: dict[Identity, dict[str, Cell]] = {item.subject: {} for item in self.items}
        for cell in self.cells:
            found.setdefault(cell.subject, {})[cell.party] = cell
        return found

    def cell(self, subject: Identity | str, party: str) -> Cell:
        """What one administration has said of one item.

        Args:
            subject: The item, also as text: "P2006/4".
            party: The id of the administration.

        Raises:
            UnknownCellError: The matrix has no such item, or no such administration.
        """
        self._column(party)
        return self._rows[self._item(subject)][party]

    def row(self, subject: Identity | str) -> tuple[Cell, ...]:
        """What all administrations have said of one item, in the order of `parties`.

        Args:
            subject: The item, also as text.

        Raises:
            UnknownCellError: The matrix has no such item.
        """
        cells = self._rows[self._item(subject)]
        return tuple(cells[party] for party in self.parties)

    def column(self, party: str) -> tuple[Cell, ...]:
        """What one administration has said of all items, in the order of `items`.

        Args:
            party: Its id.

        Raises:
            UnknownCellError: The matrix has no such administration.
        """
        self._column(party)
        return tuple(self._rows[item.subject][party] for item in self.items)

    def _item(self, subject: Identity | str) -> Identity:
        for item in self.items:
            if subject == item.subject or subject == str(item.subject):
                return item.subject
        known = ", ".join(str(item.subject) for item in self.items) or "none"
        raise UnknownCellError(f"the matrix has no item {str(subject)!r}; it has {known}")

    def _column(self, party: str) -> None:
        if party not in self.parties:
            known = ", ".join(self.parties) or "none"
            raise UnknownCellError(f"the matrix has no administration {party!r}; it has {known}")

    @property
    def missing(self) -> Mapping[str, tuple[DueReport, ...]]:
        """What is missing, or possibly missing, on the day, by administration.

        The reports are in the order of their days. `DueReport.state` tells the two apart; a report
        is possibly missing where nobody knows the last day, as one month before a conference of
        which only the year is known.
        """
        return self._by_party(
            one
            for one in self.owed
            if one.reports and one.state in (DutyState.MISSING, DutyState.POSSIBLY_MISSING)
        )

    @property
    def outstanding(self) -> Mapping[str, tuple[DueReport, ...]]:
        """All that has no answer yet, also what is not due, by administration."""
        return self._by_party(one for one in self.owed if one.state is None or one.state.open)

    def _by_party(self, owed: Iterable[DueReport]) -> Mapping[str, tuple[DueReport, ...]]:
        found: dict[str, list[DueReport]] = {party: [] for party in self.parties}
        for one in owed:
            found.setdefault(one.party or "", []).append(one)
        return MappingProxyType(
            {
                party: tuple(sorted(reports, key=lambda one: one.due or dt.date.max))
                for party, reports in found.items()
                if reports
            }
        )

    @property
    def silent_parties(self) -> tuple[str, ...]:
        """The administrations that have reported on none of the items."""
        heard = {cell.party for cell in self.cells if cell.state is not CellState.NO_REPORT}
        return tuple(party for party in self.parties if party not in heard)

    @property
    def conflicts(self) -> tuple[Cell, ...]:
        """The cells in which an administration contradicts itself, row by row."""
        return tuple(cell for cell in self.cells if cell.state is CellState.CONTRADICTORY)

    def __str__(self) -> str:
        return printed_matrix(self)
