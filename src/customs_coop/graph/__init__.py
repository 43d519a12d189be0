"""What builds on what: the graph of a dossier, and the questions that are asked of it."""

from customs_coop.graph.building import dependency_graph
from customs_coop.graph.finding import find_node
from customs_coop.graph.interchange import plain_graph
from customs_coop.graph.measuring import (
    Coverage,
    Dependence,
    coverage,
    most_depended_on,
    orphans,
)
from customs_coop.graph.nodes import Node, NodeKind, OpenCitation
from customs_coop.graph.ordering import (
    WAITING,
    Cycle,
    Wave,
    cycles,
    dependents,
    is_cyclic,
    prerequisites,
    waves,
)
from customs_coop.graph.recording import baseline_from_json, baseline_to_json
from customs_coop.graph.resolution import Meaning, Resolution, resolve
from customs_coop.graph.scheduling import (
    Contradiction,
    CriticalPath,
    Days,
    Driver,
    Move,
    Schedule,
    Slot,
    Unscheduled,
    compare_schedules,
    contradictions,
    critical_path,
    schedule,
)
from customs_coop.graph.steps import ORDER, Step
from customs_coop.graph.suspicion import (
    Baseline,
    LinkRecord,
    Suspect,
    missing_links,
    suspect_links,
)
from customs_coop.graph.tracing import Impact, Lineage, impact, lineage, why

__all__ = [
    "ORDER",
    "WAITING",
    "Baseline",
    "Contradiction",
    "Coverage",
    "CriticalPath",
    "Cycle",
    "Days",
    "Dependence",
    "Driver",
    "Impact",
    "Lineage",
    "LinkRecord",
    "Meaning",
    "Move",
    "Node",
    "NodeKind",
    "OpenCitation",
    "Resolution",
    "Schedule",
    "Slot",
    "Step",
    "Suspect",
    "Unscheduled",
    "Wave",
    "baseline_from_json",
    "baseline_to_json",
    "compare_schedules",
    "contradictions",
    "coverage",
    "critical_path",
    "cycles",
    "dependency_graph",
    "dependents",
    "find_node",
    "impact",
    "is_cyclic",
    "lineage",
    "missing_links",
    "most_depended_on",
    "orphans",
    "plain_graph",
    "prerequisites",
    "resolve",
    "schedule",
    "suspect_links",
    "waves",
    "why",
]
