"""Customs cooperation strategies and action plans as typed data.

Read the documents, check them, compare them, roll a plan over into the next one with a ledger
that accounts for every action, and export what comes out. Everything in between is a frozen
value; nothing here asks for today's date or opens a connection.

Example:
    >>> import customs_coop as cc
    >>> plan = cc.bundled_dossier().plan_by_id("AP1")
    >>> rolled = cc.roll_over(plan, into=cc.next_plan(plan, period="2007-01-01/2008-06-30"))
    >>> len(rolled.ledger), len(plan)
    (35, 35)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import (
    CONVENTIONS,
    By,
    Deadline,
    Due,
    During,
    Recurring,
    Relative,
    Undetermined,
    deadline_from_edtf,
    find_deadlines,
    parse_deadline,
)
from customs_coop.diagnostics import Diagnostic, Report, ReportError, Severity, Span
from customs_coop.errors import (
    AmbiguousExporterError,
    BrokenExporterError,
    CustomsCoopError,
    DecisionsError,
    ExportOptionError,
    InvalidValueError,
    MarkingError,
    MergeConflictError,
    PatchError,
    QualitativeIndicatorError,
    ReferenceSyntaxError,
    RolloverError,
    UnknownActionError,
    UnknownCellError,
    UnknownEventError,
    UnknownExporterError,
    UnknownNodeError,
    UnknownPlanError,
    UnknownPresidencyError,
    UnknownRevisionError,
    UnsuitableExporterError,
)
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Approval,
    Code,
    DeadlineChange,
    DeadlineRef,
    Document,
    Dossier,
    Event,
    ExtraCell,
    Funding,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    LinkKind,
    Marking,
    Measure,
    Measurement,
    Named,
    Note,
    Objective,
    Obligation,
    Party,
    PartyRef,
    PeriodTarget,
    PlanRef,
    PlanRevision,
    Priority,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Role,
    Stage,
    Status,
    Strategy,
    WorkArea,
    join_dossiers,
    known_party,
)
from customs_coop.presidency import Presidency, presidencies, presidency_on
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import (
    EXTRACTORS,
    ActionCitation,
    CelexCandidate,
    CelexNumber,
    CommissionDocument,
    DocumentNumber,
    LegalAct,
    Mention,
    OJReference,
    RecommendationCitation,
    Reference,
    find_references,
    latest_revision,
    parse_reference,
)
from customs_coop.rooms import ROOM_OF, VERBS

if TYPE_CHECKING:
    from customs_coop.comparison import (
        BASE,
        Conflict,
        History,
        Introduction,
        Merge,
        PlanDiff,
        PlanVersion,
        Slip,
        Words,
        WordsKind,
        apply,
        diff,
        diff_from_json,
        diff_to_json,
        invert,
        merge,
        restore,
        word_changes,
    )
    from customs_coop.datasets import bundled_dossier
    from customs_coop.exporters import Exporter, export, exporter_names, losses, write
    from customs_coop.graph import (
        Baseline,
        Coverage,
        Cycle,
        Dependence,
        Lineage,
        Step,
        Suspect,
        Wave,
        dependency_graph,
        suspect_links,
    )
    from customs_coop.loading import as_table, load, load_plan, read, read_progress
    from customs_coop.monitoring import (
        CROSSWALKS,
        Awaited,
        Cell,
        CellState,
        Contradiction,
        Count,
        Crosswalk,
        Deliverable,
        DeliverableStep,
        DueReport,
        DutyState,
        Matrix,
        MatrixItem,
        Membership,
        ObjectiveImpact,
        PlanState,
        Point,
        ProgressAddition,
        Series,
        Standing,
        StateItem,
        StateOfPlay,
        Tally,
        add_progress,
        anchor_event,
        check_obligations,
        contradictions_in,
        deliverables,
        due_reports,
        hanging_on,
        impact_by_objective,
        matrix_of,
        release_event,
        review,
        series_of,
        state_from_json,
        state_to_json,
    )
    from customs_coop.readers import ProgressReading, Reading, parse
    from customs_coop.rollover import (
        BLANK,
        CAP,
        KEEP,
        SHIFT,
        Balance,
        Carry,
        Complete,
        Decisions,
        Defer,
        Disposition,
        Drop,
        Entry,
        IndicatorEntry,
        Ledger,
        LedgerRow,
        MergeInto,
        MilestoneEntry,
        MissingCode,
        NewAction,
        PlanHead,
        Proposal,
        RecommendationEntry,
        Reschedule,
        Revision,
        RevisionChange,
        RevisionKind,
        Rollover,
        Settle,
        SplitInto,
        Waiting,
        WaitingEntry,
        WaitingOutcome,
        carry_open_actions,
        decisions_text,
        draft_actions,
        ledger_from_json,
        ledger_to_json,
        next_plan,
        parse_decisions,
        propose_deferrals,
        propose_revision,
        read_decisions,
        revise,
        roll_over,
        write_decisions,
    )
    from customs_coop.schema import schema_text
    from customs_coop.validation import RULES, validate

__version__ = "0.1.0"

# fmt: off
# Several names a line, or the list would be longer than all the rest.
__all__ = [
    "BASE", "BLANK", "CAP", "CONVENTIONS", "CROSSWALKS", "EXTRACTORS", "KEEP", "RULES", "SHIFT",
    "Action", "ActionCitation", "ActionPlan", "ActionRef", "AmbiguousExporterError",
    "Appearance", "Approval", "Awaited", "Balance", "Baseline", "BrokenExporterError", "By",
    "Carry", "CelexCandidate", "CelexNumber", "Cell", "CellState", "Code", "CommissionDocument",
    "Complete", "Conflict", "Contradiction", "Count", "Coverage", "Crosswalk",
    "CustomsCoopError", "Cycle", "Deadline", "DeadlineChange", "DeadlineRef", "Decisions",
    "DecisionsError", "Defer", "Deliverable", "DeliverableStep", "Dependence", "Diagnostic",
    "Disposition", "Document", "DocumentNumber", "Dossier", "Drop", "Due", "DueReport",
    "During", "DutyState", "Entry", "Event", "ExportOptionError", "Exporter", "ExtraCell",
    "Frequency", "Funding", "History", "Indicator", "IndicatorEntry", "IndicatorRef",
    "Introduction", "InvalidValueError", "Involvement", "Ledger", "LedgerRow", "LegalAct",
    "Lineage", "Link", "LinkKind", "Marking", "MarkingError", "Matrix", "MatrixItem", "Measure",
    "Measurement", "Membership", "Mention", "Merge", "MergeConflictError", "MergeInto",
    "MilestoneEntry", "MissingCode", "Named", "NewAction", "Note", "OJReference", "Objective",
    "ObjectiveImpact", "Obligation", "PartialDate", "Party", "PartyRef", "PatchError", "Period",
    "PeriodTarget", "PlanDiff", "PlanHead", "PlanRef", "PlanRevision", "PlanState", "PlanVersion",
    "Point", "Presidency", "Priority", "ProgressAddition", "ProgressReading", "ProgressReport",
    "Proposal", "QualitativeIndicatorError", "Reading", "Recommendation", "RecommendationCitation",
    "RecommendationEntry", "RecommendationRef", "Recurrence", "Recurring", "Reference",
    "ReferenceSyntaxError", "Relative", "Report", "ReportError", "Reschedule", "Revision",
    "RevisionChange", "RevisionKind", "Role", "Rollover", "RolloverError", "Series", "Settle",
    "Severity", "Slip", "Span", "SplitInto", "Stage", "Standing", "StateItem", "StateOfPlay",
    "Status", "Step", "Strategy", "Suspect", "Tally", "Undetermined", "UnknownActionError",
    "UnknownCellError", "UnknownEventError", "UnknownExporterError", "UnknownNodeError",
    "UnknownPlanError", "UnknownPresidencyError", "UnknownRevisionError", "UnsuitableExporterError",
    "Waiting", "WaitingEntry", "WaitingOutcome", "Wave", "Words", "WordsKind", "WorkArea",
    "add_progress", "anchor_event", "apply", "as_table", "bundled_dossier", "carry_open_actions",
    "check_obligations", "contradictions_in", "deadline_from_edtf", "decisions_text",
    "deliverables", "dependency_graph", "diff", "diff_from_json", "diff_to_json", "draft_actions",
    "due_reports", "export", "exporter_names", "find_deadlines", "find_references", "hanging_on",
    "impact_by_objective", "invert", "join_dossiers", "known_party", "latest_revision",
    "ledger_from_json", "ledger_to_json", "load", "load_plan", "losses", "matrix_of", "merge",
    "next_plan", "parse", "parse_deadline", "parse_decisions", "parse_reference", "presidencies",
    "presidency_on", "propose_deferrals", "propose_revision", "read", "read_decisions",
    "read_progress", "release_event", "restore", "review", "revise", "roll_over", "schema_text",
    "series_of", "state_from_json", "state_to_json", "suspect_links", "validate", "word_changes",
    "write", "write_decisions",
]
# fmt: on

if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        room = ROOM_OF.get(name)
        if room is not None:
            value = globals()[name] = getattr(import_module(f"customs_coop.{room}"), name)
            return value
        if name in VERBS:
            return import_module(f"customs_coop.{name}")
        raise AttributeError(
            f"module 'customs_coop' has no attribute {name!r}", name=name, obj=None
        )

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
