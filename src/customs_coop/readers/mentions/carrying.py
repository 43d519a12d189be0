"""Which document and which recommendation carries the links that stand around the actions."""

from collections.abc import Iterable, Mapping

import attrs

from customs_coop.model import (
    Document,
    Dossier,
    Link,
    LinkKind,
    Named,
    PartyRef,
    PlanRef,
    Recommendation,
)
from customs_coop.readers.mentions.context import PlanContext
from customs_coop.readers.mentions.instruments import short_names
from customs_coop.readers.mentions.introductions import (
    Introduction,
    cited_documents,
    introduction_links,
)
from customs_coop.readers.mentions.relations import prose_links, used_once

__all__ = ["with_introduction", "with_recommendation_links"]


def with_introduction(dossier: Dossier, introduction: Introduction) -> Dossier:
    """A dossier whose document has the links that its title, introduction and notes state.

    Args:
        dossier: What was read of one document; the first of its documents may be that document.
        introduction: What stands around the actions; its `own` names the document, if it has a
            number.

    Returns:
        The dossier. A document without a number goes by its title, and prints its plan; it is
        there only where something is cited. The links of recommendations name acts as the notes
        do: "the Convention of 3 May 1998" by its short name.

    Example:
        >>> introduction = Introduction(title="Rope plan", text="Nets are lost (1234/05).")
        >>> from customs_coop.model import ActionPlan
        >>> dossier = Dossier.of(ActionPlan(id="P2005", title="Rope plan"))
        >>> (document,) = with_introduction(dossier, introduction).documents
        >>> str(document.reference), [str(link.target) for link in document.links]
        ('Rope plan', ['P2005', '1234/05'])
    """
    names = short_names("\n".join([introduction.text, *(note.text for note in introduction.notes)]))
    links = introduction_links(introduction)
    # What a recommendation says in the text around the actions is a link of its own.
    said = {(link.target, link.text) for item in dossier.recommendations for link in item.links}
    links = tuple(link for link in links if (link.target, link.text) not in said)
    documents = _documents(dossier, introduction, _renamed(links, names))
    recommendations = tuple(
        attrs.evolve(item, links=_renamed(item.links, names)) for item in dossier.recommendations
    )
    return attrs.evolve(dossier, documents=documents, recommendations=recommendations)


def with_recommendation_links(
    items: Iterable[Recommendation], plan: str = "", number: int | None = None
) -> tuple[Recommendation, ...]:
    """Recommendations with the links that their own words state; to whom they go is a field.

    Example:
        >>> item = Recommendation(id="R1", text="Ports should ratify the CIS Convention.")
        >>> (found,) = with_recommendation_links([item])
        >>> found.links[0].kind.name, str(found.links[0].target)
        ('CITES', 'CIS Convention')
    """
    context = PlanContext(plan, number)
    return tuple(
        attrs.evolve(
            item,
            links=used_once(
                (
                    *item.links,
                    *(
                        link
                        for link in prose_links(item.text, context)
                        if not isinstance(link.target, PartyRef) and link.target != item.document
                    ),
                )
            ),
        )
        for item in items
    )


def _renamed(links: Iterable[Link], names: Mapping[str, Named]) -> tuple[Link, ...]:
    return tuple(
        dict.fromkeys(
            attrs.evolve(link, target=names[link.target.text])
            if isinstance(link.target, Named) and link.target.text in names
            else link
            for link in links
        )
    )


def _documents(
    dossier: Dossier, introduction: Introduction, links: tuple[Link, ...]
) -> tuple[Document, ...]:
    held = {one.reference: one for one in dossier.documents}
    title = " ".join(introduction.title.split())
    if introduction.own in held:
        own = held[introduction.own]
        held[introduction.own] = attrs.evolve(own, links=used_once((*own.links, *links)))
    elif introduction.own is None and links and title and dossier.plans:
        prints = Link(kind=LinkKind.PRINTS, target=PlanRef(dossier.plans[0].id), text=title)
        name = Named(title, "document")
        held = {name: Document(reference=name, title=title, links=[prints, *links]), **held}
    for reference, called, link in cited_documents(introduction):
        document = held.get(reference) or Document(reference=reference, title=called)
        held[reference] = attrs.evolve(document, links=used_once((*document.links, link)))
    return tuple(held.values())
