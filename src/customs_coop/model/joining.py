"""Several dossiers as one, so that the plans of several files can be asked together."""

from collections.abc import Iterable
from typing import Any

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model.document import Document
from customs_coop.model.dossier import Dossier
from customs_coop.model.identity import ActionRef, Named, PlanRef
from customs_coop.model.link import LinkKind
from customs_coop.model.plan import ActionPlan

__all__ = ["dossier_of_plan", "is_printed_by", "join_dossiers"]


def dossier_of_plan(dossier: Dossier, plan: ActionPlan, *, obligations: bool = False) -> Dossier:
    """Leave one plan of a dossier, with the documents that tell of its own papers.

    These are the document in which it stands, those that this one names as previous ones, and
    those that say they print the plan. Its strategy and the descriptions of parties and events
    stay, too; other plans, recommendations, obligations and progress are left away.

    Args:
        dossier: The dossier.
        plan: A plan of it.
        obligations: Whether what is owed about the plan and its actions stays as well.

    Returns:
        The dossier of this plan alone.

    Example:
        >>> from customs_coop.references import DocumentNumber
        >>> number = DocumentNumber.parse("14680/05")
        >>> plan = ActionPlan(id="AP1", title="First", document=number)
        >>> papers = [
        ...     Document(reference=number, title="First", date="2005-11-23"),
        ...     Document(reference=DocumentNumber.parse("1/11"), title="Another"),
        ... ]
        >>> whole = Dossier(plans=[plan, ActionPlan(id="AP2", title="")], documents=papers)
        >>> alone = dossier_of_plan(whole, plan)
        >>> [one.id for one in alone.plans], [str(one.date) for one in alone.documents]
        (['AP1'], ['2005-11-23'])
    """
    wanted: set[object] = set() if plan.document is None else {plan.document}
    for document in dossier.documents:
        if plan.document is not None and document.reference == plan.document:
            wanted.update(document.previous)
    return Dossier(
        strategies=[one for one in dossier.strategies if one.id == plan.strategy],
        plans=[plan],
        documents=[
            one for one in dossier.documents if one.reference in wanted or is_printed_by(plan, one)
        ],
        parties=dossier.parties,
        events=dossier.events,
        obligations=[
            one
            for one in dossier.obligations
            if obligations
            and isinstance(one.subject, PlanRef | ActionRef)
            and one.subject.plan == plan.id
        ],
    )


def is_printed_by(plan: ActionPlan, document: Document) -> bool:
    """Whether a document says that it prints the plan, or has its title in place of a number.

    Example:
        >>> plan = ActionPlan(id="AP1", title="First plan")
        >>> is_printed_by(plan, Document(reference=Named("First plan"), title="First plan"))
        True
    """
    target, name = PlanRef(plan.id), document.reference
    if any(one.kind is LinkKind.PRINTS and one.target == target for one in document.links):
        return True
    return isinstance(name, Named) and name.text == " ".join(plan.title.split())


def join_dossiers(dossiers: Iterable[Dossier | ActionPlan]) -> Dossier:
    """Put what several dossiers hold into one.

    What an earlier one holds already is taken once. Nothing is merged: where two describe the
    same document or party differently, both stay, and `validate` tells of them.

    Args:
        dossiers: Dossiers or bare plans; they are not changed.

    Returns:
        A dossier with everything, in the order given.

    Raises:
        InvalidValueError: Two of them have different plans of one id, so that an address such as
            "AP5/5.10" would mean two actions.
        TypeError: One of them is neither a dossier nor a plan.

    Example:
        >>> first, second = ActionPlan(id="AP1", title=""), ActionPlan(id="AP2", title="")
        >>> [plan.id for plan in join_dossiers([first, second, first]).plans]
        ['AP1', 'AP2']
        >>> join_dossiers([first, ActionPlan(id="AP1", title="Revised")])
        Traceback (most recent call last):
        ...
        customs_coop.errors.InvalidValueError: there are two different plans 'AP1'; join one of them
    """
    # Any: each field has members of another class, all of them frozen and hashable.
    found: dict[str, list[Any]] = {field.name: [] for field in attrs.fields(Dossier)}
    held: set[Any] = set()
    ids: set[str] = set()
    for subject in dossiers:
        dossier = Dossier.of(subject)
        for plan in dossier.plans:
            if plan.id in ids and plan not in held:
                raise InvalidValueError(
                    f"there are two different plans {plan.id!r}; join one of them"
                )
        # What one dossier holds twice stays twice; only what came before is left out.
        new = {
            name: [member for member in getattr(dossier, name) if member not in held]
            for name in found
        }
        for name, members in new.items():
            found[name] += members
            held.update(members)
        ids.update(plan.id for plan in dossier.plans)
    return Dossier(**found)
