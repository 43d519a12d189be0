"""What goes through the door: dossiers, plans, ledgers, comparisons, merges, states of play."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

import attrs

from customs_coop.comparison import Changed, Merge, PlanDiff
from customs_coop.exporters.base import Exporter
from customs_coop.formats.provenance import restricted_papers
from customs_coop.model import ActionPlan, Dossier
from customs_coop.monitoring import StateOfPlay
from customs_coop.references import DocumentNumber
from customs_coop.rollover import Ledger

__all__ = ["KINDS", "Subject", "accepted_by", "kind_of", "kind_words", "not_public", "subject_of"]

Subject: TypeAlias = Dossier | ActionPlan | Ledger | PlanDiff | Merge | StateOfPlay
"""What can be exported; a bare plan passes for a dossier."""

KINDS: Final[Mapping[str, str]] = {
    "dossier": "a dossier or a plan",
    "ledger": "the ledger of a rollover",
    "diff": "the differences between two plans",
    "merge": "the result of a merge",
    "state": "the state of play",
}
"""The kinds of subject as `accepts` names them, with the words for them."""

# Where the result of a verb holds what can be exported.
_PARTS: Final = ("dossier", "plan", "ledger", "changes", "diff")


def subject_of(value: object) -> Dossier | Ledger | PlanDiff | Merge | StateOfPlay:
    """What a format gets to render; a bare plan comes wrapped.

    Raises:
        TypeError: The value is of another class; where parts of it can be exported, as those of
            a rollover can, the message names them.

    Example:
        >>> subject_of(ActionPlan(id="AP2", title="Second")).plan.id
        'AP2'
    """
    if isinstance(value, Dossier | Ledger | PlanDiff | Merge | StateOfPlay):
        return value
    if isinstance(value, ActionPlan):
        return Dossier.of(value)
    wanted = "a dossier, an action plan, a ledger, a PlanDiff, a Merge or a StateOfPlay is wanted,"
    wanted += f" not {_class_of(value)}"
    parts = [f".{name}" for name in _PARTS if isinstance(getattr(value, name, None), Subject)]
    if not isinstance(value, type) and parts:
        wanted += f"; of that, export {' or '.join(parts)}"
    raise TypeError(wanted)


def _class_of(value: object) -> str:
    return type(value).__name__


def kind_of(value: object) -> str:
    """The kind of a subject, one of `KINDS`.

    Raises:
        TypeError: The value cannot be exported.

    Example:
        >>> kind_of(ActionPlan(id="AP2", title="Second"))
        'dossier'
    """
    subject = subject_of(value)
    if isinstance(subject, Dossier):
        return "dossier"
    if isinstance(subject, Ledger):
        return "ledger"
    if isinstance(subject, StateOfPlay):
        return "state"
    return "diff" if isinstance(subject, PlanDiff) else "merge"


def accepted_by(exporter: type[Exporter]) -> tuple[str, ...]:
    """The kinds of subject that a format takes, in the order in which it names them.

    Example:
        >>> class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> accepted_by(Titles)
        ('dossier',)
    """
    accepted = getattr(exporter, "accepts", ("dossier",))
    # A set has no order of its own.
    return tuple(sorted(accepted) if isinstance(accepted, set | frozenset) else accepted)


def kind_words(kinds: Iterable[str]) -> str:
    """Kinds of subject in words, also one that only a plugin knows.

    Example:
        >>> kind_words(("ledger", "weather"))
        "the ledger of a rollover or 'weather'"
    """
    *others, last = [KINDS.get(kind, repr(kind)) for kind in kinds] or ["nothing"]
    return f"{', '.join(others)} or {last}" if others else last


def not_public(subject: object) -> str:
    """Why a subject is not for the public; empty where nothing speaks against it.

    A dossier, the two plans of a comparison, and the plan of a merge under each number that is
    told of it are asked for their papers. A ledger and a state of play name their plans and do not
    hold them, and neither does a comparison that was read from a file: what cannot be known is not
    given out.

    Example:
        >>> not_public(ActionPlan(id="AP2", title="Second"))
        ''
    """
    found = subject_of(subject)
    if isinstance(found, Ledger):
        return (
            f"the ledger {found.old} -> {found.new} does not know how the papers of its plans are"
            " marked; look at them, and then export it without public"
        )
    if isinstance(found, StateOfPlay):
        plans = ", ".join(plan.id for plan in found.plans) or "no plan"
        return (
            f"the state of play of {plans} on {found.on} does not know how the papers of its plans"
            " are marked; look at them, and then export it without public"
        )
    if isinstance(found, Dossier):
        return _restricted([found])
    if isinstance(found, Merge):
        return _restricted(map(Dossier.of, _versions(found)))
    if found.before is None or found.after is None:
        return (
            f"the differences {found.old} -> {found.new} were read from a file and do not know"
            " how the papers of their plans are marked; look at them, and then export them without"
            " public"
        )
    return _restricted([Dossier.of(found.before), Dossier.of(found.after)])


def _versions(merged: Merge) -> Iterator[ActionPlan]:
    """The merged plan, under each number that it bore or was to bear."""
    yield merged.plan
    changes = [one.change for one in merged.changes]
    numbers = [one.old for one in changes if isinstance(one, Changed) and one.field == "document"]
    for conflict in merged.conflicts:
        if conflict.field == "document":
            numbers += [conflict.base, *(value for _, value in conflict.proposals)]
    for number in numbers:
        if isinstance(number, DocumentNumber):
            yield attrs.evolve(merged.plan, document=number)


def _restricted(dossiers: Iterable[Dossier]) -> str:
    papers = dict.fromkeys(paper for dossier in dossiers for paper in restricted_papers(dossier))
    return f"not for the public: {', '.join(papers)}" if papers else ""
