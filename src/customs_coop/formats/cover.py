"""The lines above a Council table: number, marking, sender, subject, title and period."""

import re

import attrs

from customs_coop.formats.provenance import cover_of, marking_of, strategy_of
from customs_coop.formats.sheet import (
    NO_STRATEGY,
    NO_TITLE,
    SHEET_WORDS,
    Language,
    day_in,
    period_in_words,
)
from customs_coop.formats.titles.ordinals import titled_plan
from customs_coop.formats.titles.strategies import find_strategy, named_strategy
from customs_coop.model import ActionPlan, Dossier, Marking

__all__ = ["Cover", "make_cover"]

_ORDINAL = re.compile(r"AP[1-9][0-9]{0,2}")


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
            period; plan and strategy where the title block does not tell them.
        subject_label: What stands before the subject.
    """

    title: str
    number: str = ""
    subjects: tuple[str, ...] = ()
    marking: str = ""
    subject: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    subject_label: str = "Subject"


def make_cover(plan: ActionPlan, dossier: Dossier, language: Language = "en") -> Cover:
    """Gather the lines of the cover from a plan and from the document that prints it.

    Args:
        plan: The plan.
        dossier: The dossier that may hold its document.
        language: The language of the labels.

    Returns:
        The cover; what is not known is left out.

    Example:
        >>> from customs_coop.model import Action
        >>> action = Action(code="5.1", title="Compare the forms")
        >>> plan = ActionPlan(
        ...     id="AP5", title="Fifth Plan", period="2011-07-01/2012-12-31", actions=[action]
        ... )
        >>> make_cover(plan, Dossier.of(plan)).lines
        (('Period', '1 July 2011 – 31 December 2012'), ('Plan', 'AP5 (no number)'))
        >>> plan = attrs.evolve(plan, title="Fifth Action Plan", number=5)
        >>> make_cover(plan, Dossier.of(plan)).lines
        (('Period', '1 July 2011 – 31 December 2012'),)
    """
    document = cover_of(plan, dossier)
    number = plan.document
    marking = marking_of(plan, dossier)
    title = _line(plan.title) or NO_TITLE
    subject = "" if document is None else _line(document.title)
    words = SHEET_WORDS[language]
    lines: list[tuple[str, str]] = []
    if document is not None:
        lines += [
            (words.date, "" if document.date is None else day_in(document.date, language)),
            (words.sender, _line(document.origin)),
            (words.addressee, _line(document.addressee)),
            (words.previous, ", ".join(number.cite() for number in document.previous)),
        ]
    if plan.period is not None:
        lines.append((words.period, period_in_words(plan.period, language)))
    lines += [(words.plan, _plan(plan)), (words.strategy, _strategy(plan, dossier))]
    return Cover(
        title=title,
        number="" if number is None else str(number),
        subjects=() if number is None else tuple(f"{code} {n}" for code, n in number.subjects),
        marking=marking.value if isinstance(marking, Marking) else marking or "",
        subject="" if subject == title else subject,
        lines=tuple((label, text) for label, text in lines if text),
        subject_label=words.subject,
    )


def _plan(plan: ActionPlan) -> str:
    """The id, with the ordinal where the id does not tell it; empty where the title tells both.

    A plan without a period or a row has to say its id: else nothing would tell a table of ours.
    """
    if plan.period is not None and plan.actions:
        from_title = titled_plan(_line(plan.title), plan.document, plan.period)
        if from_title == (plan.id, plan.number):
            return ""
    told = plan.id == f"AP{plan.number}" or (
        plan.number is None and not _ORDINAL.fullmatch(plan.id)
    )
    if told:
        return plan.id
    return f"{plan.id} (no number)" if plan.number is None else f"{plan.id} (number {plan.number})"


def _strategy(plan: ActionPlan, dossier: Dossier) -> str:
    """The strategy with what its own title does not tell; empty where that of the plan tells it."""
    found = find_strategy(_line(plan.title), {}, plan.period)
    if plan.strategy is None:
        return NO_STRATEGY if found else ""
    strategy = strategy_of(plan, dossier)
    words = "" if strategy is None else _line(strategy.title)
    if found is not None and (found.id, found.title) == (plan.strategy, words):
        return ""
    shortest = words or plan.strategy
    named = named_strategy(shortest, plan.period)
    if (named.id, named.title) == (plan.strategy, words) and shortest != NO_STRATEGY:
        return shortest
    return f"{plan.strategy}: {words}".rstrip()


def _line(text: str) -> str:
    return " ".join(text.split())
