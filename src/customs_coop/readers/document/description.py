"""What a document says of its plan as a whole, put together from its cover and introduction."""

import re
from collections.abc import Mapping

import attrs

from customs_coop.dates import Period
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.titles.ordinals import plan_ordinals, title_ordinal
from customs_coop.formats.titles.strategies import find_strategy
from customs_coop.model import ActionPlan, Document, Strategy
from customs_coop.readers.base import Source
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.document.formulas import use_formulas
from customs_coop.readers.document.planning import (
    find_approvals,
    find_period,
    find_plan_documents,
    find_previous,
)
from customs_coop.readers.document.revising import find_revision
from customs_coop.readers.document.sheet import plan_of_sheet
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.references import DocumentNumber

__all__ = ["PlanDescription", "describe_plan", "first_paragraph"]

_LONGEST_TITLE = 400  # characters: what is longer is prose, however its lines are cut
_MOST_TITLE_LINES = 5  # of a text whose first lines are prose
_FEWEST_WORDS = 8  # of a line that is a sentence of the introduction
# What no title ends with, so that it goes on in the next line.
_OPEN = re.compile(
    r"(?:[,–—-]|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|under|with|implement(?:ing)?"
    r"|à|au|aux|de|des|du|en|et|la|le|les|ou|par|pour|sur"
    r"|der|die|das|den|dem|des|und|für|von|zu|zur|zum|im|mit))\Z",
    re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class PlanDescription:
    """A plan without its actions, with its strategy and what was doubtful.

    Args:
        plan: The plan.
        documents: That of the cover, and those that print the plans which the introduction names.
        strategy: Its strategy, or None.
        findings: What was doubtful.
    """

    plan: ActionPlan
    documents: tuple[Document, ...] = ()
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
    the year. One of our own tables says all that itself.

    Args:
        source: The document.
        account: What is used is entered here.
        cover: Its cover, which may be empty.
        bounds: Where its introduction begins and where it ends.
        notes: Its footnotes by their marks.

    Returns:
        The plan without actions.
    """
    if cover.sheet is not None:
        return _of_sheet(source, cover)
    start, end = bounds
    intro = source.text[start:end].replace("**", "")
    title = cover.subject or account.use(first_paragraph(source, start, end))
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
    approvals = find_approvals(whole)
    others = find_plan_documents(" ".join(intro.split()), notes or {}, number)
    use_formulas(account, [(approval.text, "") for approval in approvals], title)
    use_formulas(account, [(words, "") for _, words in others], title)
    plan = ActionPlan(
        id=plan_id,
        title=title,
        number=number,
        period=period,
        strategy=strategy.id if strategy else None,
        document=reference if isinstance(reference, DocumentNumber) else None,
        approvals=approvals,
        previous=find_previous(whole, cover.previous, number),
        revision=find_revision(source, account, bounds, title, number),
    )
    return PlanDescription(
        plan=plan,
        documents=(
            *_of_cover(cover),
            *(one for one, _ in others if one.reference != reference),
        ),
        strategy=strategy,
        findings=tuple(findings),
    )


def _of_sheet(source: Source, cover: Cover) -> PlanDescription:
    """The plan of one of our own tables, which name everything."""
    sheet = cover.sheet
    assert sheet is not None  # noqa: S101 - for type checkers; the caller has looked
    reference = cover.document.reference if cover.document else None
    number = reference if isinstance(reference, DocumentNumber) else None
    findings: tuple[Diagnostic, ...] = ()
    if sheet.period is None:
        findings = (diagnose("CC122", "no period of validity was found", span=source.span(0)),)
    return PlanDescription(
        plan=plan_of_sheet(sheet, number),
        documents=_of_cover(cover),
        strategy=sheet.strategy,
        findings=findings,
    )


def _of_cover(cover: Cover) -> tuple[Document, ...]:
    return (cover.document,) if cover.document else ()


def first_paragraph(source: Source, start: int, end: int) -> Excerpt:
    r"""The first lines that stand together: the title of a document without a cover.

    A line that is a whole sentence is no part of it, unless the line above goes on in it.

    Args:
        source: The document.
        start: Where it is looked for, as an index into the text.
        end: Where it cannot go on.

    Returns:
        Its words without marks; empty where there is none.

    Example:
        >>> text = "**Third Action Plan\nfor sheds**\n\nSheds are lost."
        >>> first_paragraph(Source("a.txt", text), 0, len(text)).text
        'Third Action Plan for sheds'
    """
    parts: list[Excerpt] = []
    for line in source.lines[source.line_at(start) - 1 :]:
        if line.start < start or is_furniture(line.text):
            continue
        if line.start >= end or (parts and not line.text.strip()):
            break
        if parts and _is_sentence(line.text) and not _OPEN.search(parts[-1].text.rstrip()[-20:]):
            break
        if line.text.strip():
            parts.append(Excerpt.of(source.text, line.start, line.end))
    if sum(map(len, parts)) > _LONGEST_TITLE:
        parts = parts[:_MOST_TITLE_LINES]
    return Excerpt.join(parts).folded().stripped("*# _\t\f\ufeff")


def _is_sentence(line: str) -> bool:
    """Whether a line is a sentence by itself, long enough not to be the last line of a title."""
    text = line.strip()
    return text[:1].isupper() and text.endswith((".", ":")) and len(text.split()) >= _FEWEST_WORDS


def _ordinal(title: str, document: Document | None, intro: str) -> tuple[int | None, int]:
    """The ordinal of the plan, and where in the title its name begins if others stand there."""
    reference = document.reference if document else None
    known = title_ordinal(title, reference if isinstance(reference, DocumentNumber) else None)
    if known[0] is not None or plan_ordinals(title):
        return known
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
