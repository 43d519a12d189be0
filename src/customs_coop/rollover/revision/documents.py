"""The document number of the next revision, and the document that bears it."""

import datetime as dt
from collections.abc import Iterable

import attrs

from customs_coop.errors import RolloverError
from customs_coop.model import ActionPlan, Document, Link, LinkKind, Marking, PlanRef
from customs_coop.references import DocumentNumber

__all__ = ["document_of", "next_revision"]

_LAST_REVISION = 99


def next_revision(number: DocumentNumber) -> DocumentNumber:
    """The number of the next revision of a document.

    A corrigendum belongs to the version that it corrects, so the next revision has none. The
    subject codes and the marking stay.

    Raises:
        RolloverError: There is no revision after the 99th.

    Example:
        >>> str(next_revision(DocumentNumber.parse("14680/05")))
        '14680/1/05 REV 1'
        >>> str(next_revision(DocumentNumber.parse("14680/4/05 REV 4")))
        '14680/5/05 REV 5'
    """
    revision = (number.revision or 0) + 1
    if revision > _LAST_REVISION:
        raise RolloverError(f"{number} has no next revision; give the number of the new document")
    return attrs.evolve(number, revision=revision, stated_revision=revision, corrigendum=None)


def document_of(
    plan: ActionPlan,
    number: DocumentNumber | None,
    further: Iterable[DocumentNumber],
    date: dt.date | str | None = None,
) -> Document | None:
    """The document of the revised plan, with those before it; None without a number.

    Args:
        plan: The plan before its revision.
        number: The number of the new document, or None.
        further: Previous documents besides the plan itself, such as the report on its review.
        date: The day of the new document, or None.

    Raises:
        InvalidValueError: The text is no day.
        RolloverError: There is a day, and no number of a document that could bear it.
    """
    if number is None and date is not None:
        raise RolloverError(
            f"{plan.id} stands in no numbered document, so the day has none to stand on; give the"
            " number of the new document"
        )
    if number is None:
        return None
    own = () if plan.document is None else (plan.document,)
    before = [_alone(one) for one in (*own, *further)]
    return Document(
        reference=number,
        title=plan.title,
        date=date,
        marking=Marking.LIMITE if number.limite else None,
        previous=tuple(dict.fromkeys(before)),
        links=(Link(kind=LinkKind.PRINTS, target=PlanRef(plan.id), inferred=True),),
    )


def _alone(number: DocumentNumber) -> DocumentNumber:
    """A number without what was printed beside it, so that all are cited in one way.

    The document is a new one: it names those before it by their identity, however each of them
    was written elsewhere.
    """
    return attrs.evolve(number, stated_revision=number.revision, subjects=(), limite=False)
