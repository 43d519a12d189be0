"""What a document says of its plan as a whole, put together from its cover and introduction."""

from collections.abc import Mapping

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import ActionPlan, Document, Strategy
from customs_coop.readers.base import Source
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.document.planning import (
    KNOWN_PLANS,
    draft_ordinal,
    find_approvals,
    find_period,
    find_previous,
    find_strategy,
    plan_ordinals,
)
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.references import DocumentNumber

__all__ = ["PlanDescription", "describe_plan"]

_LONGEST_TITLE = 5  # lines


@attrs.frozen(kw_only=True)
class PlanDescription:
    """A plan without its actions, with its strategy and what was doubtful."""

    plan: ActionPlan
    strategy: Strategy | None = None
    findings: tuple[Diagnostic, ...] = ()


def describe_plan(
    source: Source,
    account: Account,
    cover: Cover,
    bounds: tuple[int, int],
    notes: Mapping[str, str] | None = None,
) -> PlanDescription:
    """Describe the plan of a document.

    The ordinal is that of the title, or the only one there behind "draft", else of the table of
    known plans, else the only one that the introduction names. Without any the id is "P" and
    the year.

    Args:
        source: The document.
        account: What is used is entered here.
        cover: Its cover, which may be empty.
        bounds: Where its introduction begins and where it ends.
        notes: Its footnotes by their marks.

    Returns:
        The plan without actions.
    """
    start, end = bounds
    intro = source.text[start:end].replace("**", "")
    title = cover.subject or _first_paragraph(source, account, start, end)
    span = source.span(start, start)
    document = cover.document
    number, name = _ordinal(title, document, intro)
    # Of a title that names two plans the period behind the name of this one counts.
    titles = [title[name:], title] if name else [title]
    period = find_period(titles, anywhere=" ".join(intro.split()))
    findings: list[Diagnostic] = []
    if period is None:
        findings.append(diagnose("CC122", "no period of validity was found", span=span))
    if number is not None:
        plan_id = f"AP{number}"
    else:
        plan_id = f"P{_year(period, document) or ''}"
        named = plan_ordinals(title)
        if len(named) > 1:
            ordinals = ", ".join(map(str, named))
            message = f'the title names several plans ({ordinals}); the id is "{plan_id}"'
            findings.append(diagnose("CC125", message, subject=plan_id, span=span))
        else:
            message = f'no ordinal of the plan was found; its id is "{plan_id}"'
            findings.append(diagnose("CC121", message, subject=plan_id, span=span))
    reference = document.reference if document else None
    whole = " ".join(f"{title}. {intro}".split())
    strategy = find_strategy(whole, notes or {}, period)
    plan = ActionPlan(
        id=plan_id,
        title=title,
        number=number,
        period=period,
        strategy=strategy.id if strategy else None,
        document=reference if isinstance(reference, DocumentNumber) else None,
        approvals=find_approvals(whole),
        previous=find_previous(whole, cover.previous, number),
    )
    return PlanDescription(plan=plan, strategy=strategy, findings=tuple(findings))


def _first_paragraph(source: Source, account: Account, start: int, end: int) -> str:
    """The first lines that stand together: the title of a document without a cover."""
    parts: list[Excerpt] = []
    for line in source.lines:
        if line.start < start or is_furniture(line.text):
            continue
        if line.start >= end or len(parts) == _LONGEST_TITLE or (parts and not line.text.strip()):
            break
        if line.text.strip():
            parts.append(Excerpt.of(source.text, line.start, line.end))
    whole = Excerpt.join(parts).folded().stripped("*# _\t\f\ufeff")
    return account.use(whole)


def _ordinal(title: str, document: Document | None, intro: str) -> tuple[int | None, int]:
    """The ordinal of the plan, and where in the title its name begins if others stand there."""
    named = plan_ordinals(title)
    if len(named) == 1:
        return named[0], 0
    if named and (draft := draft_ordinal(title)) is not None:
        return draft
    reference = document.reference if document else None
    if isinstance(reference, DocumentNumber):
        known = KNOWN_PLANS.get((reference.number, reference.year))
        if known is not None:
            return known, 0
    if not named:
        named = plan_ordinals(intro)
    return (named[0] if len(named) == 1 else None), 0


def _year(period: Period | None, document: Document | None) -> int | None:
    if period is not None:
        return period.start.year
    if document is None:
        return None
    if document.date is not None:
        return document.date.year
    reference = document.reference
    return reference.year if isinstance(reference, DocumentNumber) else None
