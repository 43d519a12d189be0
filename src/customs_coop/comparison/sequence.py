"""The order of the revisions of a plan: by their days, else by the numbers of their documents."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from customs_coop.comparison.difference import diff
from customs_coop.comparison.introductions import PlanVersion
from customs_coop.comparison.printing import change_as_text
from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionPlan, Dossier
from customs_coop.references import DocumentNumber

__all__ = ["in_order", "revision_of"]

_MOST_PLACES: Final = 6


def revision_of(subject: ActionPlan | Dossier) -> PlanVersion:
    """A plan with its document, and with the day where a dossier has it."""
    dossier = Dossier.of(subject)
    plan = dossier.plan
    dates = [
        document.date
        for document in dossier.documents
        if document.reference == plan.document and document.date is not None
    ]
    return PlanVersion(plan=plan, document=plan.document, date=dates[0] if dates else None)


def in_order(revisions: Sequence[PlanVersion]) -> list[PlanVersion]:
    """The revisions of a plan, each once, the oldest first.

    Raises:
        InvalidValueError: They are of different plans; the order cannot be told; or one document
            has plans or days that are not equal.
    """
    ids = dict.fromkeys(revision.plan.id for revision in revisions)
    if len(ids) > 1:
        raise InvalidValueError(
            f"a history is that of one plan, and these are different plans: {', '.join(ids)};"
            " diff tells what changed from one to another"
        )
    known: list[PlanVersion] = []
    for revision in revisions:
        same = [one for one in known if one.document and one.document == revision.document]
        if same and same[0].plan != revision.plan:
            raise InvalidValueError(_twins(same[0].plan, revision))
        if not same:
            known.append(revision)
        elif same[0].date is None:
            # The same plan again, from a file that tells the day.
            known[known.index(same[0])] = revision
        elif revision.date not in (None, same[0].date):
            raise InvalidValueError(f"two days are given for {same[0]}: {revision.date}, too")
    if all(revision.date is not None for revision in known):
        return sorted(known, key=lambda one: (one.date or dt.date.min, _figures(one.document)))
    if all(revision.document is not None for revision in known):
        return sorted(known, key=lambda one: _figures(one.document))
    if any(revision.document is not None or revision.date is not None for revision in known):
        raise InvalidValueError(
            "the order of the revisions cannot be told: only some have a document or a day"
        )
    return known


def _twins(plan: ActionPlan, other: PlanVersion) -> str:
    """What to say of two plans of one document that are not equal."""
    found = [change_as_text(change) for change in diff(plan, other.plan)]
    places = list(dict.fromkeys(f"{place} {what.partition(':')[0]}" for place, what in found))
    more = len(places) - _MOST_PLACES
    listed = places[:_MOST_PLACES] + ([f"{more} more places"] if more > 0 else [])
    return (
        f"two plans that differ are said to be {other.document}: they differ at"
        f" {', '.join(listed)}; leave one out, or give the later one its own number, such as REV 1"
    )


def _figures(document: DocumentNumber | None) -> tuple[int, int, int, int]:
    if document is None:
        return 0, 0, 0, 0
    return (
        document.year,
        document.number,
        document.revision or 0,
        document.corrigendum or 0,
    )
