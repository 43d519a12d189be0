"""The dossier of a new plan: what a reader of it needs besides the plan itself."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.model import (
    ActionPlan,
    Document,
    Dossier,
    Link,
    LinkKind,
    Marking,
    PlanRef,
    Recommendation,
    RecommendationRef,
)
from customs_coop.model.joining import dossier_of_plan, join_dossiers
from customs_coop.references import DocumentNumber

__all__ = ["added_to", "gathered"]


def gathered(
    plan: ActionPlan,
    recommendations: Iterable[Recommendation],
    others: Sequence[Dossier | ActionPlan],
    *,
    before: DocumentNumber | None = None,
) -> Dossier:
    """Put a new plan together with what other dossiers know of it.

    Args:
        plan: The new plan.
        recommendations: Those that were handed in.
        others: Where its strategy, documents, parties, events and further recommendations are
            looked up.
        before: The document of the old plan, or None.

    Returns:
        The plan with its strategy; with the recommendations that were handed in, and those that
        its actions name; with the documents of all of these, and of its references.
    """
    # Plans of one id may differ in them, and none of these is wanted.
    known = join_dossiers([attrs.evolve(Dossier.of(one), plans=()) for one in others])
    own = dossier_of_plan(known, plan)
    asked = {one.id: one for one in recommendations}
    named = {link.target for action in plan for link in action.links}
    for one in known.recommendations:
        if RecommendationRef(one.id) in named:
            asked.setdefault(one.id, one)
    wanted = {*_references(plan), *(one.document for one in asked.values())}
    there = {one.reference for one in own.documents}
    documents = [
        *own.documents,
        *(one for one in known.documents if one.reference in wanted and one not in own.documents),
    ]
    if plan.document is not None and plan.document not in there:
        documents.insert(0, _cover(plan, plan.document, before))
    return attrs.evolve(own, recommendations=list(asked.values()), documents=documents)


def added_to(others: Iterable[Dossier | ActionPlan], new: Dossier) -> Dossier:
    """Put a new plan, with what belongs to it, behind everything that other dossiers hold.

    Args:
        others: The other dossiers.
        new: The dossier of the new plan alone; what the others call the same gives way to it.

    Returns:
        All of them together.

    Raises:
        InvalidValueError: Two of the others have different plans of one id.
    """
    plans = {one.id for one in new.plans}
    asked = {one.id for one in new.recommendations}
    kept = [
        attrs.evolve(
            one,
            plans=[plan for plan in one.plans if plan.id not in plans],
            recommendations=[item for item in one.recommendations if item.id not in asked],
        )
        for one in map(Dossier.of, others)
    ]
    return join_dossiers([*kept, new])


def _cover(plan: ActionPlan, number: DocumentNumber, before: DocumentNumber | None) -> Document:
    """The document of the new plan, as far as its number and its title tell."""
    alone: tuple[DocumentNumber, ...] = ()
    if before is not None:  # it is named by its identity, however it was written elsewhere
        stated = before.revision
        alone = (attrs.evolve(before, stated_revision=stated, subjects=(), limite=False),)
    return Document(
        reference=number,
        title=plan.title,
        marking=Marking.LIMITE if number.limite else None,
        previous=alone,
        links=[Link(kind=LinkKind.PRINTS, target=PlanRef(plan.id), inferred=True)],
    )


def _references(plan: ActionPlan) -> Iterator[object]:
    for action in plan:
        yield from action.references
        yield from (one for indicator in action.indicators for one in indicator.evidence)
        yield from (link.target for link in action.links)
