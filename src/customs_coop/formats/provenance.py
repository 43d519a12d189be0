"""What is known of the paper in which a plan is printed: its cover, its day, its marking."""

import datetime as dt

import attrs

from customs_coop.model import ActionPlan, Document, Dossier, Marking, Named, Strategy
from customs_coop.model.joining import is_printed_by
from customs_coop.references import DocumentNumber

__all__ = [
    "as_marked",
    "cover_of",
    "covers_of",
    "day_of",
    "marking_of",
    "restricted_papers",
    "strategy_of",
    "without_restricted",
]

# A plan that has neither a number nor a period; any fixed day does, so long as no clock is asked.
_NO_DAY = dt.date(1970, 1, 1)
_OPEN = (None, Marking.PUBLIC)


def cover_of(plan: ActionPlan, dossier: Dossier) -> Document | None:
    """The document of the dossier that bears the number of the plan, or prints it without one.

    Example:
        >>> plan = ActionPlan(id="AP2", title="Second")
        >>> cover_of(plan, Dossier.of(plan)) is None
        True
    """
    return next(iter(covers_of(plan, dossier)), None)


def covers_of(plan: ActionPlan, dossier: Dossier) -> tuple[Document, ...]:
    """The documents that bear the number of the plan, and those without any that print it.

    Example:
        >>> plan = ActionPlan(id="AP2", title="Second")
        >>> paper = Document(reference=Named("Second"), title="Second", marking=Marking.LIMITE)
        >>> [cover.title for cover in covers_of(plan, Dossier(plans=[plan], documents=[paper]))]
        ['Second']
    """
    numbered = () if plan.document is None else _covers(plan.document, dossier)
    named = (one for one in dossier.documents if isinstance(one.reference, Named))
    return (*numbered, *(one for one in named if is_printed_by(plan, one)))


def strategy_of(plan: ActionPlan, dossier: Dossier) -> Strategy | None:
    """The strategy of the dossier that the plan carries out, or None.

    Example:
        >>> plan = ActionPlan(id="AP2", title="Second", strategy="S2003")
        >>> strategy_of(plan, Dossier.of(plan)) is None
        True
    """
    return next((known for known in dossier.strategies if known.id == plan.strategy), None)


def day_of(plan: ActionPlan, dossier: Dossier) -> dt.date:
    """The day that stands for the plan wherever a file asks for one; never today.

    Args:
        plan: The plan.
        dossier: The dossier that holds it, for the cover of its document.

    Returns:
        The day of its document; else 1 January of the year of its number; else the first day of
        its period; else 1 January 1970.

    Example:
        >>> plan = ActionPlan(id="AP5", title="Fifth", period="2011-07-01/2012-12-31")
        >>> day_of(plan, Dossier.of(plan))
        datetime.date(2011, 7, 1)
    """
    cover = cover_of(plan, dossier)
    if cover is not None and cover.date is not None:
        return cover.date
    if plan.document is not None:
        return dt.date(plan.document.year, 1, 1)
    return plan.period.start if plan.period is not None else _NO_DAY


def marking_of(plan: ActionPlan, dossier: Dossier) -> Marking | str | None:
    """Who may see the plan: the marking of its number or of a document that prints it.

    The stricter one counts where the two differ. None where nothing is printed.

    Example:
        >>> number = DocumentNumber(number=14680, year=2005, limite=True)
        >>> plan = ActionPlan(id="AP1", title="Revised", document=number)
        >>> marking_of(plan, Dossier.of(plan))
        <Marking.LIMITE: 'LIMITE'>
    """
    return _stated(plan.document, covers_of(plan, dossier))


def as_marked(plan: ActionPlan, dossier: Dossier) -> ActionPlan:
    """The plan with the marking that only the cover of its document has, so that it stays.

    Example:
        >>> number = DocumentNumber(number=14680, year=2005)
        >>> plan = ActionPlan(id="AP1", title="Revised", document=number)
        >>> cover = Document(reference=number, title="Revised", marking=Marking.LIMITE)
        >>> as_marked(plan, Dossier(plans=[plan], documents=[cover])).document.limite
        True
    """
    number = plan.document
    if number is None or marking_of(plan, dossier) is not Marking.LIMITE:
        return plan
    return attrs.evolve(plan, document=attrs.evolve(number, limite=True))


def restricted_papers(dossier: Dossier) -> tuple[str, ...]:
    """The papers in the dossier whose content is not for the public, each with its marking.

    Counted are the papers of the plans and of the recommendations, and those without a number, of
    which nothing tells what was taken from them; a paper that is only cited by its number lends
    nothing but that. A marking other than PUBLIC restricts even where it is unknown.

    Returns:
        Texts such as "14680/05 (LIMITE)", in the order of the dossier, each once; a paper without
        a number is named by its title.
    """
    found = [(str(number), _marking(number, dossier)) for number in _papers(dossier)]
    found += [
        (str(document.reference), document.marking)
        for document in dossier.documents
        if isinstance(document.reference, Named)
    ]
    told = (
        f"{name} ({marking.value if isinstance(marking, Marking) else marking})"
        for name, marking in found
        if marking not in _OPEN
    )
    return tuple(dict.fromkeys(told))


def without_restricted(dossier: Dossier) -> Dossier:
    """Leave away the plans, recommendations and documents that are not for the public.

    What others cite of them stays a citation. Progress and obligations, of which no paper is
    stated, are left away with them.

    Returns:
        A dossier of which `restricted_papers` names none; the same where nothing is restricted.

    Example:
        >>> number = DocumentNumber(number=14680, year=2005, limite=True)
        >>> plan = ActionPlan(id="AP1", title="Revised", document=number)
        >>> len(without_restricted(Dossier.of(plan)).plans)
        0
    """
    # A marked paper that prints no plan has no number by which its recommendations would name it.
    unknown = any(
        isinstance(one.reference, Named)
        and one.marking not in _OPEN
        and not any(is_printed_by(plan, one) for plan in dossier.plans)
        for one in dossier.documents
    )

    def open_to_all(number: DocumentNumber | None) -> bool:
        return not unknown if number is None else _marking(number, dossier) in _OPEN

    def free(document: Document) -> bool:
        number = document.reference
        if isinstance(number, DocumentNumber):
            return open_to_all(number)
        return document.marking in _OPEN

    kept = attrs.evolve(
        dossier,
        plans=[plan for plan in dossier.plans if marking_of(plan, dossier) in _OPEN],
        recommendations=[one for one in dossier.recommendations if open_to_all(one.document)],
        documents=[document for document in dossier.documents if free(document)],
    )
    return (
        dossier
        if kept == dossier
        else attrs.evolve(kept, progress=(), obligations=(), deadline_changes=())
    )


def _papers(dossier: Dossier) -> tuple[DocumentNumber, ...]:
    numbers = [plan.document for plan in dossier.plans]
    numbers += [recommendation.document for recommendation in dossier.recommendations]
    return tuple(number for number in numbers if number is not None)


def _covers(number: DocumentNumber, dossier: Dossier) -> tuple[Document, ...]:
    return tuple(document for document in dossier.documents if document.reference == number)


def _marking(number: DocumentNumber, dossier: Dossier) -> Marking | str | None:
    return _stated(number, _covers(number, dossier))


def _stated(number: DocumentNumber | None, covers: tuple[Document, ...]) -> Marking | str | None:
    stated = [cover.marking for cover in covers if cover.marking is not None]
    stated += [
        Marking.LIMITE
        for known in (number, *(cover.reference for cover in covers))
        if isinstance(known, DocumentNumber) and known.limite
    ]
    for marking in stated:
        if marking is not Marking.PUBLIC:
            return marking
    return stated[0] if stated else None
