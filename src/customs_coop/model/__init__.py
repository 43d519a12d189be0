"""The nouns: strategies, plans, actions, indicators, parties and what links them."""

from customs_coop.model.action import Action, Appearance, ExtraCell, Funding
from customs_coop.model.document import Document, Event
from customs_coop.model.dossier import Dossier
from customs_coop.model.identity import (
    ActionRef,
    Code,
    DeadlineRef,
    IndicatorRef,
    Named,
    PartyRef,
    PlanRef,
    RecommendationRef,
)
from customs_coop.model.indicator import Indicator, Measure, PeriodTarget
from customs_coop.model.joining import join_dossiers
from customs_coop.model.link import Identity, Link, LinkKind, Place, Target
from customs_coop.model.party import (
    KNOWN_PARTIES,
    Involvement,
    Party,
    PartyKind,
    PartyName,
    Role,
    known_body,
    known_party,
)
from customs_coop.model.plan import ActionPlan, Approval, Note, PlanRevision, WorkArea
from customs_coop.model.progress import DeadlineChange, Measurement, ProgressReport, Subject
from customs_coop.model.recommendation import Obligation, Recommendation
from customs_coop.model.strategy import Objective, Strategy
from customs_coop.model.vocabulary import Marking, Priority, Stage, Status

__all__ = [
    "KNOWN_PARTIES",
    "Action",
    "ActionPlan",
    "ActionRef",
    "Appearance",
    "Approval",
    "Code",
    "DeadlineChange",
    "DeadlineRef",
    "Document",
    "Dossier",
    "Event",
    "ExtraCell",
    "Funding",
    "Identity",
    "Indicator",
    "IndicatorRef",
    "Involvement",
    "Link",
    "LinkKind",
    "Marking",
    "Measure",
    "Measurement",
    "Named",
    "Note",
    "Objective",
    "Obligation",
    "Party",
    "PartyKind",
    "PartyName",
    "PartyRef",
    "PeriodTarget",
    "Place",
    "PlanRef",
    "PlanRevision",
    "Priority",
    "ProgressReport",
    "Recommendation",
    "RecommendationRef",
    "Role",
    "Stage",
    "Status",
    "Strategy",
    "Subject",
    "Target",
    "WorkArea",
    "join_dossiers",
    "known_body",
    "known_party",
]
