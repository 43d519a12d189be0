"""Rules about what is cited: CC5xx."""

from collections.abc import Iterable, Iterator

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.model import ActionRef, Dossier, Link, PlanRef, RecommendationRef
from customs_coop.references import DocumentNumber, RecommendationCitation
from customs_coop.validation.linked import Linked, all_links

__all__ = ["plans_are_held", "recommendations_are_held", "revision_figures_agree"]


def revision_figures_agree(dossier: Dossier) -> Iterator[Diagnostic]:
    """A document number that prints two revisions may lead to the wrong text.

    Each number is told once for each place: the plan, the action, the recommendation or the
    document that prints it.
    """
    for document in dossier.documents:
        cited = (document.reference, *document.previous)
        yield from _conflicts(str(document.reference), cited)
    for recommendation in dossier.recommendations:
        yield from _conflicts(recommendation.id, (recommendation.document,))
    for plan in dossier.plans:
        yield from _conflicts(plan.id, (plan.document,))
        for action in plan.actions:
            printed: list[object] = [*action.references]
            for indicator in action.indicators:
                printed += indicator.evidence
            printed += [
                link.target
                for link in action.links
                if isinstance(link.target, DocumentNumber | RecommendationCitation)
            ]
            if printed:
                yield from _conflicts(f"{plan.id}/{action.code}", printed, action.span)


def plans_are_held(dossier: Dossier) -> Iterator[Diagnostic]:
    """A link into a plan that is not at hand cannot be followed; that is worth knowing.

    One finding for each plan that is missing: a plan that was rolled over points back at the
    old one from most of its actions. Recommendations and documents are told one by one.
    """
    held = {plan.id for plan in dossier.plans}
    pointing: dict[tuple[str, str], list[Linked]] = {}

    def leads_out(link: Link) -> bool:
        target = link.target
        return isinstance(target, ActionRef | PlanRef) and target.plan not in held

    for linked in all_links(dossier, leads_out):
        target = linked.link.target
        if isinstance(target, ActionRef | PlanRef):  # as all of them are
            subject = linked.subject if linked.plan is None else linked.plan
            pointing.setdefault((subject, target.plan), []).append(linked)
    for (subject, name), all_of_it in pointing.items():
        codes = dict.fromkeys(
            one.subject.removeprefix(f"{one.plan}/") for one in all_of_it if one.plan is not None
        )
        listed = ", ".join([*codes][:5]) + (", ..." if len(codes) > 5 else "")
        where = f", from {listed}" if codes else all_of_it[0].quoted
        message = f"links point at {name}, which is not in the dossier{where}"
        yield diagnose("CC502", message, subject=subject)


def recommendations_are_held(dossier: Dossier) -> Iterator[Diagnostic]:
    """A link to a recommendation that is not at hand cannot be followed."""
    held = {recommendation.id for recommendation in dossier.recommendations}

    def leads_out(link: Link) -> bool:
        target = link.target
        return isinstance(target, RecommendationRef) and target.recommendation not in held

    for linked in all_links(dossier, leads_out):
        what = f"{linked.link.kind.value} {linked.link.target}, which is not in the dossier"
        yield diagnose("CC503", f"{what}{linked.quoted}", subject=linked.subject, span=linked.span)


def _conflicts(
    subject: str, printed: Iterable[object], span: Span | None = None
) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for reference in printed:
        if isinstance(reference, RecommendationCitation):
            number: object = reference.document
        else:
            number = reference
        if isinstance(number, DocumentNumber) and number.conflict:
            cited = number.cite()
            if cited not in told:
                told.add(cited)
                message = f"{cited}: revision {number.revision} against {number.stated_revision}"
                yield diagnose("CC501", message, subject=subject, span=span)
