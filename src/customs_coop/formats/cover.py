"""The lines above a Council table: number, marking, sender, subject, title and period."""

import re

import attrs

from customs_coop.deadline import day_in_words
from customs_coop.formats.provenance import cover_of, marking_of, strategy_of
from customs_coop.formats.sheet import NO_TITLE, PLAN_LABEL, STRATEGY_LABEL
from customs_coop.model import ActionPlan, Dossier, Marking

__all__ = ["Cover", "make_cover"]


@attrs.frozen(kw_only=True)
class Cover:
    """What stands above the table.

    Args:
        title: The title of the plan, or words that say that it has none.
        number: The document number alone, or empty.
        subjects: Subject codes such as "ENFOCUSTOM 74".
        marking: The marking as printed, or empty.
        subject: The subject of the document where it says more than the title, else empty.
        lines: Further lines as label and text: date, sender, addressee, previous documents,
            period, plan, strategy.
    """

    title: str
    number: str = ""
    subjects: tuple[str, ...] = ()
    marking: str = ""
    subject: str = ""
    lines: tuple[tuple[str, str], ...] = ()


def make_cover(plan: ActionPlan, dossier: Dossier) -> Cover:
    """Gather the lines of the cover from a plan and from the document that prints it.

    Args:
        plan: The plan.
        dossier: The dossier that may hold its document.

    Returns:
        The cover; what is not known is left out.

    Example:
        >>> plan = ActionPlan(id="AP5", title="Fifth Plan", period="2011-07-01/2012-12-31")
        >>> make_cover(plan, Dossier.of(plan)).lines
        (('Period', '1 July 2011 – 31 December 2012'), ('Plan', 'AP5 (no number)'))
    """
    document = cover_of(plan, dossier)
    number = plan.document
    marking = marking_of(plan, dossier)
    title = _line(plan.title) or NO_TITLE
    subject = "" if document is None else _line(document.title)
    lines: list[tuple[str, str]] = []
    if document is not None:
        lines += [
            ("Date", "" if document.date is None else day_in_words(document.date)),
            ("From", _line(document.origin)),
            ("To", _line(document.addressee)),
            ("No. prev. doc.", ", ".join(number.cite() for number in document.previous)),
        ]
    if plan.period is not None:
        start, end = day_in_words(plan.period.start), day_in_words(plan.period.end)
        lines.append(("Period", f"{start} – {end}"))
    lines.append((PLAN_LABEL, _plan(plan)))
    strategy = strategy_of(plan, dossier)
    if plan.strategy is not None:
        words = "" if strategy is None else _line(strategy.title)
        lines.append((STRATEGY_LABEL, f"{plan.strategy}: {words}" if words else plan.strategy))
    return Cover(
        title=title,
        number="" if number is None else str(number),
        subjects=() if number is None else tuple(f"{code} {n}" for code, n in number.subjects),
        marking=marking.value if isinstance(marking, Marking) else marking or "",
        subject="" if subject == title else subject,
        lines=tuple((label, text) for label, text in lines if text),
    )


def _plan(plan: ActionPlan) -> str:
    """The id, with the ordinal where the id does not tell it."""
    told = plan.id == f"AP{plan.number}" or (
        plan.number is None and not re.fullmatch(r"AP[1-9][0-9]{0,2}", plan.id)
    )
    if told:
        return plan.id
    return f"{plan.id} (no number)" if plan.number is None else f"{plan.id} (number {plan.number})"


def _line(text: str) -> str:
    return " ".join(text.split())
