"""Reports as documents of a dossier, each linked with the action that it is on."""

from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Link,
    LinkKind,
    Named,
    Target,
)
from customs_coop.readers.mentions.context import PlanContext
from customs_coop.readers.mentions.reports.finding import Report, find_reports
from customs_coop.references import Reference

__all__ = ["with_reports"]


def with_reports(dossier: Dossier, *, prose: Iterable[str] = ()) -> Dossier:
    """A dossier with a document for each report on an action that its texts name.

    Args:
        dossier: What was read of one document: a plan at most, recommendations and documents.
        prose: What stands around them, such as the introduction of the plan.

    Returns:
        The dossier with these documents, each with a link of the kind ARISES_FROM to its action
        and the words that state it. A document that is there already gets the links only, and
        an action does not cite its own report besides.

    Example:
        >>> words = "See 1234/08, final report on Action 8 of the second Action Plan."
        >>> action = Action(code="5.1", title="Sheds", terms_of_reference=words)
        >>> plan = ActionPlan(id="AP5", title="", number=5, actions=[action])
        >>> (found,) = with_reports(Dossier.of(plan)).documents
        >>> str(found.reference), found.links[0].kind.name, str(found.links[0].target)
        ('1234/08', 'ARISES_FROM', 'Action 8 of the second Action Plan')
    """
    plan = dossier.plans[0] if dossier.plans else None
    context = PlanContext("")
    if plan is not None:
        codes = frozenset(str(action.code) for action in plan)
        context = PlanContext(plan.id, plan.number, codes)
    texts = dict.fromkeys(text for text in (*_texts(dossier, plan), *prose) if text)
    found = [report for text in texts for report in find_reports(text, context)]
    found += _by_title(dossier.documents, context)
    if not found:
        return dossier
    own: dict[Target, set[Reference]] = {}
    for report in found:
        own.setdefault(report.action, set()).add(report.document)
    return attrs.evolve(
        dossier,
        plans=tuple(_without_own_reports(one, own) for one in dossier.plans),
        documents=_documents(dossier.documents, found),
    )


def _texts(dossier: Dossier, plan: ActionPlan | None) -> Iterator[str]:
    for action in plan or ():
        yield action.title
        yield from (item.text for item in action.indicators)
        yield from action.outcomes
        yield action.terms_of_reference
        yield action.status_text
        yield from (deadline.text for deadline in action.deadlines)
        yield from (cell.text for cell in action.extra)
    for note in plan.notes if plan else ():
        yield note.text
    for item in dossier.recommendations:
        yield item.text


def _by_title(documents: Iterable[Document], context: PlanContext) -> Iterator[Report]:
    """The documents that are such a report themselves, by the titles on their covers."""
    for document in documents:
        # The number before its title makes of it a line of a list of reports.
        for report in find_reports(f"{document.reference}: {document.title}", context):
            if report.document == document.reference and not report.inferred:
                yield attrs.evolve(report, text=document.title)


def _documents(held: Iterable[Document], found: Iterable[Report]) -> tuple[Document, ...]:
    documents: dict[Reference | Named, Document] = {one.reference: one for one in held}
    links: dict[Reference | Named, dict[Link, None]] = {}
    titles: dict[Reference | Named, str] = {}
    # What a text calls a report is a better title than what stands in it.
    for report in sorted(found, key=lambda one: one.inferred):
        titles.setdefault(report.document, report.title)
    for report in found:
        link = Link(
            kind=LinkKind.ARISES_FROM,
            target=report.action,
            text=report.text,
            inferred=report.inferred,
        )
        links.setdefault(report.document, {})[link] = None
    for reference, further in links.items():
        document = documents.get(reference)
        if document is None:
            document = Document(reference=reference, title=titles[reference])
        merged = tuple(dict.fromkeys((*document.links, *further)))
        documents[reference] = attrs.evolve(document, links=merged)
    return tuple(documents.values())


def _without_own_reports(plan: ActionPlan, own: dict[Target, set[Reference]]) -> ActionPlan:
    """A plan whose actions do not cite what arises from them: that would be a circle."""
    actions: list[Action] = []
    for action in plan:
        reports = own.get(ActionRef(plan.id, action.code), set())
        links = tuple(
            link
            for link in action.links
            if link.kind is not LinkKind.CITES or link.target not in reports
        )
        same = len(links) == len(action.links)
        actions.append(action if same else attrs.evolve(action, links=links))
    return attrs.evolve(plan, actions=tuple(actions))
