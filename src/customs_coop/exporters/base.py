"""What an exporter is: a class with two attributes and one method; nothing to inherit."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, runtime_checkable

import attrs

from customs_coop.model import (
    Action,
    ActionPlan,
    Approval,
    DeadlineChange,
    Document,
    Dossier,
    Event,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    Measure,
    Measurement,
    Note,
    Objective,
    Obligation,
    Party,
    PartyName,
    PeriodTarget,
    PlanRevision,
    ProgressReport,
    Recommendation,
    Strategy,
    WorkArea,
)

__all__ = ["COUNCIL_FIELDS", "MODEL_FIELDS", "RECORDS", "WORD_MEDIA_TYPE", "Exporter", "plan_of"]

WORD_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of a Word file, as it is registered with IANA."""


@runtime_checkable
class Exporter(Protocol):
    r"""The contract of a format; any class with these members keeps it.

    A class names itself in the entry-point group `customs_coop.exporters`. Its options are its
    own attrs fields, so `suffix` and `media_type` stand in the class body without an annotation:
    with one, attrs would take them for options. The names `subject`, `to`, `path` and `public`
    belong to the host and are no options. Three further attributes are optional: `carries`, the
    fields of the model that the format can express, such as "action.title", and `accepts`, the
    kinds of subject that it takes: "dossier" (a `Dossier`; the default is that alone), "ledger"
    (the `Ledger` of a rollover), "diff" (a `PlanDiff`), "merge" (a `Merge`) and "state" (a
    `StateOfPlay`). And `api` is the version of this contract that the class keeps; the default,
    and the only one, is 1.

    So are four methods. `public_part(self, subject, /)`: where `public` is asked for and the
    subject holds papers marked LIMITE, it gives the subject without them, or refuses; a format
    without it, and a subject that still holds such papers, is refused. `carried_part(self,
    dossier, /)`: the part of a dossier that the format looks at; what is outside of it is told as
    lost, whatever `carries` says. `findings(self, subject, /)`: a `Report` of what else of this
    subject the format leaves out; `losses` tells it. `render_files(self, subject, /)`: where the
    options ask for several files, their contents by name, which `write` puts into a folder; None
    where there is one file, as `render` makes it.

    Example:
        >>> class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...
        ...     def render(self, subject: Dossier, /) -> str:
        ...         return "".join(f"{action.title}\\n" for action in subject.plan)
        >>> isinstance(Titles(), Exporter)
        True
    """

    suffix: str
    """The end of a file name, such as ".csv"."""
    media_type: str
    """The media type, such as "text/csv"."""

    # Any: what it takes depends on `accepts`, and a plugin may narrow it.
    def render(self, subject: Any, /) -> str | bytes:  # noqa: ANN401 - see above
        """Make the content of a file: text, or bytes where the format is no UTF-8 text."""
        ...


RECORDS: Final[Mapping[str, type[attrs.AttrsInstance]]] = {
    "strategy": Strategy,
    "objective": Objective,
    "plan": ActionPlan,
    "work_area": WorkArea,
    "approval": Approval,
    "plan_revision": PlanRevision,
    "note": Note,
    "action": Action,
    "funding": Funding,
    "extra_cell": ExtraCell,
    "indicator": Indicator,
    "measure": Measure,
    "period_target": PeriodTarget,
    "involvement": Involvement,
    "link": Link,
    "recommendation": Recommendation,
    "obligation": Obligation,
    "progress_report": ProgressReport,
    "measurement": Measurement,
    "deadline_change": DeadlineChange,
    "document": Document,
    "party": Party,
    "party_name": PartyName,
    "event": Event,
}
"""The records of the model, by the names that `carries` has for them."""

# Not `Action.span`: it says where an action stood in its source and is never written.
MODEL_FIELDS: frozenset[str] = frozenset(
    f"{record}.{field.name}"
    for record, kind in RECORDS.items()
    for field in attrs.fields(kind)
    if field.name != "span"
)
"""Every field of the records of the model, named as `carries` names them: "action.title"."""

COUNCIL_FIELDS: frozenset[str] = frozenset(
    {
        "plan.id",
        "plan.title",
        "plan.number",
        "plan.period",
        "plan.strategy",
        "plan.document",
        "plan.work_areas",
        "plan.actions",
        "plan.notes",
        "work_area.code",
        "work_area.title",
        "note.mark",
        "note.text",
        "action.code",
        "action.title",
        "action.aliases",
        "action.work_area",
        "action.objectives",
        "action.priority",
        "action.status",
        "action.status_text",
        "action.indicators",
        "action.outcomes",
        "action.involved",
        "action.terms_of_reference",
        "action.deadlines",
        "action.references",
        "action.funding",
        "action.notes",
        "action.extra",
        "indicator.text",
        "indicator.code",
        "indicator.deadlines",
        "indicator.evidence",
        "indicator.measure",
        "involvement.text",
        "involvement.role",
        "funding.programme",
        "funding.state",
        "funding.amount",
        "funding.text",
        "extra_cell.heading",
        "extra_cell.text",
        "measure.unit",
        "measure.baseline",
        "measure.target",
        "strategy.id",
        "strategy.title",
        "strategy.objectives",
        "objective.code",
        "objective.text",
        "indicator.status",
        "involvement.party",
        "involvement.confirmed",
        "document.reference",
        "document.date",
        "document.title",
        "document.marking",
        "document.origin",
        "document.addressee",
        "document.previous",
    }
)
"""The fields of the model that a Council table prints, whatever the file format."""


def plan_of(dossier: Dossier, name: str | None) -> ActionPlan:
    """The plan that a format is to print.

    Args:
        dossier: The dossier.
        name: The id of the plan, or None for the only one.

    Returns:
        The plan.

    Raises:
        UnknownPlanError: There is no such plan, or no name and not exactly one plan.

    Example:
        >>> plan_of(Dossier.of(ActionPlan(id="AP2", title="Second")), None).id
        'AP2'
    """
    return dossier.plan if name is None else dossier.plan_by_id(name)
