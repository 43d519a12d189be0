"""Monitoring: who owes what by when, what was measured, and how everything stands on a day."""

from customs_coop.monitoring.anchoring import (
    Hanging,
    anchor_event,
    hanging_on,
    release_event,
)
from customs_coop.monitoring.crosswalks import CROSSWALKS, Crosswalk
from customs_coop.monitoring.deliverables.chains import Deliverable, DeliverableStep
from customs_coop.monitoring.deliverables.passing import deliverables
from customs_coop.monitoring.events import event_called, window_of
from customs_coop.monitoring.matrix.country import matrix_of
from customs_coop.monitoring.matrix.matrices import Cell, CellState, Matrix, MatrixItem
from customs_coop.monitoring.measures.impact import ObjectiveImpact, impact_by_objective
from customs_coop.monitoring.measures.measuring import all_series, measure_of, series_of
from customs_coop.monitoring.measures.series import Point, Series
from customs_coop.monitoring.owed.answering import HORIZON, answered
from customs_coop.monitoring.owed.doubts import check_obligations
from customs_coop.monitoring.owed.duties import DueReport, DutyState
from customs_coop.monitoring.owed.owing import due_reports, members_of
from customs_coop.monitoring.parties.memberships import Membership
from customs_coop.monitoring.play import PlanState, StateOfPlay
from customs_coop.monitoring.recorded import recorded_subject
from customs_coop.monitoring.recording import state_from_json, state_to_json
from customs_coop.monitoring.reports.adding import HasReports, ProgressAddition, add_progress
from customs_coop.monitoring.reports.contradicting import Contradiction, contradictions_in
from customs_coop.monitoring.reviewing import review
from customs_coop.monitoring.states import Awaited, Standing, StateItem
from customs_coop.monitoring.tallies import Count, TalliedBy, Tally

__all__ = [
    "CROSSWALKS",
    "HORIZON",
    "Awaited",
    "Cell",
    "CellState",
    "Contradiction",
    "Count",
    "Crosswalk",
    "Deliverable",
    "DeliverableStep",
    "DueReport",
    "DutyState",
    "Hanging",
    "HasReports",
    "Matrix",
    "MatrixItem",
    "Membership",
    "ObjectiveImpact",
    "PlanState",
    "Point",
    "ProgressAddition",
    "Series",
    "Standing",
    "StateItem",
    "StateOfPlay",
    "TalliedBy",
    "Tally",
    "add_progress",
    "all_series",
    "anchor_event",
    "answered",
    "check_obligations",
    "contradictions_in",
    "deliverables",
    "due_reports",
    "event_called",
    "hanging_on",
    "impact_by_objective",
    "matrix_of",
    "measure_of",
    "members_of",
    "recorded_subject",
    "release_event",
    "review",
    "series_of",
    "state_from_json",
    "state_to_json",
    "window_of",
]
