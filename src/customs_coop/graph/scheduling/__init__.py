"""When things can be finished and when they have to be: schedules on intervals of days."""

from customs_coop.graph.scheduling.comparing import Move, compare_schedules
from customs_coop.graph.scheduling.contradicting import Contradiction, contradictions
from customs_coop.graph.scheduling.critical import CriticalPath, critical_path
from customs_coop.graph.scheduling.drivers import Driver
from customs_coop.graph.scheduling.intervals import Days
from customs_coop.graph.scheduling.planning import schedule
from customs_coop.graph.scheduling.slots import Schedule, Slot, Unscheduled

__all__ = [
    "Contradiction",
    "CriticalPath",
    "Days",
    "Driver",
    "Move",
    "Schedule",
    "Slot",
    "Unscheduled",
    "compare_schedules",
    "contradictions",
    "critical_path",
    "schedule",
]
