"""The cells of the country matrix: what the reports on one item say, and which day counts."""

import datetime as dt
from collections.abc import Sequence

import attrs

from customs_coop.model import ProgressReport, Status
from customs_coop.monitoring.matrix.matrices import Cell, CellState
from customs_coop.monitoring.owed.duties import DueReport, DutyState
from customs_coop.monitoring.reports.contradicting import contradictions_in
from customs_coop.monitoring.reports.statements import status_said

__all__ = ["dated_cell", "told_cell"]


def dated_cell(cell: Cell, owed: Sequence[DueReport]) -> Cell:
    """A cell with the day that counts: of what is missing, else of what came, else of the next.

    Args:
        cell: The cell.
        owed: What the administration owes on the item, in the order of the days.
    """
    owed = [one for one in owed if one.reports]
    missing = [one for one in owed if one.state is DutyState.MISSING]
    possibly = [one for one in owed if one.state is DutyState.POSSIBLY_MISSING]
    came = [one for one in owed if one.state is not None and not one.state.open]
    coming = [one for one in owed if one.state in (DutyState.DUE, DutyState.NOT_DUE)]
    chosen = missing[:1] or possibly[:1] or came[-1:] or coming[:1]
    if not chosen:
        return cell
    return attrs.evolve(
        cell,
        due=chosen[0].due,
        earliest=chosen[0].earliest,
        late=chosen[0].state is DutyState.LATE,
        missing=bool(missing),
        possibly_missing=bool(possibly) and not missing,
    )


def told_cell(cell: Cell, reports: Sequence[ProgressReport]) -> Cell:
    """A cell with what its reports say.

    Args:
        cell: The cell.
        reports: The reports of the administration on the item and its indicators, at least one,
            in the order of their days.
    """
    own = [one for one in reports if one.subject == cell.subject]
    stating = [one for one in own if status_said(one) is not None]
    deciding = [one for one in stating if one.on == stating[-1].on]
    last = [one for one in reports if one.on == reports[-1].on]
    # Of several rounds reported on one day, the last one tells how far the work is.
    source = max(deciding, key=lambda one: one.due or dt.date.min, default=None)
    status = None if source is None else source.status
    # A service and its state speak with one voice.
    if contradictions_in(attrs.evolve(one, party="") for one in reports):
        state, status = CellState.CONTRADICTORY, None
    elif source is not None and not source.applicable:
        state = CellState.NOT_APPLICABLE
    elif source is not None and source.status is Status.COMPLETED:
        state = CellState.IMPLEMENTED
    else:
        state = CellState.REPORTED
    words = [one.text for one in last if one.text] or [one.text for one in deciding if one.text]
    evidence = [document for one in (*deciding, *last) for document in one.evidence]
    return attrs.evolve(
        cell,
        state=state,
        status=status,
        text="\n".join(dict.fromkeys(words)),
        on=last[0].on,
        evidence=tuple(dict.fromkeys(evidence)),
        reports=tuple(reports),
    )
