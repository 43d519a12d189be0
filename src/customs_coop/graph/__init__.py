"""What builds on what: the graph of a dossier, and the questions that are asked of it."""

from customs_coop.graph.building import dependency_graph
from customs_coop.graph.finding import find_node
from customs_coop.graph.measuring import (
    Coverage,
    Dependence,
    coverage,
    most_depended_on,
    orphans,
)
from customs_coop.graph.nodes import Node, NodeKind
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
from customs_coop.graph.resolution import Meaning, Resolution, resolve
from customs_coop.graph.scheduling import (
    Contradiction,
    CriticalPath,
    Days,
    Driver,
    Schedule,
    Slot,
    Unscheduled,
    contradictions,
    critical_path,
    schedule,
)
from customs_coop.graph.steps import ORDER, Step
from customs_coop.graph.suspicion import Baseline, LinkRecord, Suspect, suspect_links
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
    "Node",
    "NodeKind",
    "Resolution",
    "Schedule",
    "Slot",
    "Step",
    "Suspect",
    "Unscheduled",
    "Wave",
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
    "most_depended_on",
    "orphans",
    "prerequisites",
    "resolve",
    "schedule",
    "suspect_links",
    "waves",
    "why",
]
