"""One dossier out of what was read of a plan: its rows, its introduction and its documents."""

from collections.abc import Iterable

import attrs

from customs_coop.model import (
    ActionPlan,
    Document,
    Dossier,
    Link,
    LinkKind,
    Named,
    Note,
    Obligation,
    Party,
    PlanRef,
    Recommendation,
    Strategy,
)
from customs_coop.readers.anaphora import with_back_links
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.document.meetings import plan_events
from customs_coop.readers.mentions import (
    Introduction,
    with_event_links,
    with_introduction,
    with_reports,
)
from customs_coop.readers.parties.cells import unknown_parties
from customs_coop.readers.text.excerpts import Account

__all__ = ["gathered_dossier"]


def gathered_dossier(
    plan: ActionPlan,
    cover: Cover,
    account: Account,
    *,
    text: str,
    notes: tuple[Note, ...],
    unknown: Iterable[tuple[Party, ...]],
    obligations: Iterable[Obligation],
    strategy: Strategy | None = None,
    documents: tuple[Document, ...] = (),
    recommendations: tuple[Recommendation, ...] = (),
    title: str | None = None,
    holds_plan: bool = True,
) -> Dossier:
    """Put a dossier together, with the links that only the whole document shows.

    These lead to meetings, back to actions named before, to what the introduction names, and to
    reports.

    Args:
        plan: The plan with its actions.
        cover: The cover of its document.
        account: The sentences of the introduction that name meetings are entered here.
        text: The introduction, as printed.
        notes: The notes to it.
        unknown: The parties that were found in each place and that no table of parties knows.
        obligations: The duties that were found.
        strategy: The strategy of the plan.
        documents: The document of the plan, and others that it names.
        recommendations: Those that the document makes.
        title: The title of what the introduction stands before; None for that of the plan.
        holds_plan: Whether the document prints a plan at all, and does not only speak of one.

    Returns:
        The dossier.
    """
    events = plan_events(plan, text, account)
    dossier = Dossier(
        strategies=() if strategy is None else (strategy,),
        plans=(with_back_links(with_event_links(plan, events)),) if holds_plan else (),
        recommendations=recommendations,
        documents=documents,
        parties=unknown_parties(unknown),
        events=events,
        obligations=tuple(obligations),
    )
    introduction = Introduction(
        title=plan.title if title is None else title,
        text=text,
        notes=notes,
        number=plan.number,
        strategy=strategy,
        own=None if cover.document is None else cover.document.reference,
    )
    introduced = _with_marking(with_introduction(dossier, introduction), introduction.title, cover)
    return with_reports(introduced, prose=[" ".join(text.split())])


def _with_marking(dossier: Dossier, title: str, cover: Cover) -> Dossier:
    """Keep the marking of a document without a number: it is known by the title of its plan."""
    if cover.document is not None or not cover.marking:
        return dossier
    plan = dossier.plans[0] if dossier.plans else None
    words = " ".join((title if plan is None else plan.title or title).split())
    name = words or (plan.id if plan is not None else "document without a title")
    target = None if plan is None else PlanRef(plan.id)

    def prints(document: Document) -> bool:
        return isinstance(document.reference, Named) and any(
            link.kind is LinkKind.PRINTS and link.target == target for link in document.links
        )

    documents = [
        attrs.evolve(one, marking=cover.marking) if prints(one) else one
        for one in dossier.documents
    ]
    if documents == list(dossier.documents):
        links = [] if target is None else [Link(kind=LinkKind.PRINTS, target=target, text=words)]
        own = Document(
            reference=Named(name, "document"),
            title=name,
            marking=cover.marking,
            previous=cover.previous,
            links=links,
        )
        documents.insert(0, own)
    return attrs.evolve(dossier, documents=documents)
