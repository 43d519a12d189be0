"""A note on the state of play, in the manner of the Council: numbered paragraphs and tables."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.exporters.ledger.sheets import Numbered, Page, Sheet
from customs_coop.exporters.state.administrations import matrix_section
from customs_coop.exporters.state.contradictions import contradictions_section
from customs_coop.exporters.state.indicators import indicators_section
from customs_coop.exporters.state.items import (
    Section,
    due_section,
    horizon_end,
    overdue_section,
    reports_section,
    silent_section,
    waiting_section,
)
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.outcomes import (
    deadlines_section,
    deliverables_section,
    doubts_section,
    progress_section,
)
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.sheet import Language, period_in_words
from customs_coop.model import Marking
from customs_coop.monitoring import Count, PlanState, StateOfPlay
from customs_coop.monitoring.summaries import ORDER
from customs_coop.monitoring.tallying import reports_received

__all__ = ["SECTIONS", "PrintedState", "marking_of_state", "note_page", "plan_lines"]


def note_page(
    state: StateOfPlay,
    *,
    sections: tuple[str, ...] | None = None,
    title: str = "",
    document: str = "",
    marking: str = "",
    language: Language = "en",
) -> Page:
    """Lay a state of play out as a note; sections in which nothing stands are left out.

    Args:
        state: The state of play.
        sections: The names of the sections, of `SECTIONS`, in the order in which they are to
            stand; None for all.
        title: The title of the note; empty for one with the day.
        document: The number of the note; may be empty.
        marking: The marking of the note; empty for LIMITE where the document of a plan has it.
        language: The language of headings and labels.

    Returns:
        The page.

    Example:
        >>> import datetime as dt
        >>> from customs_coop.model import ActionPlan
        >>> from customs_coop.monitoring import review
        >>> page = note_page(review(ActionPlan(id="AP9", title="Ninth"), on="2031-07-01"))
        >>> page.title, page.head[0]
        ('State of play on 1 July 2031', ('Plan', 'AP9: Ninth'))
    """
    words = Wording.of(state, language)
    found = [*_filled(state, words, SECTIONS if sections is None else sections)]
    sheets: list[Sheet] = []
    number = 0
    for place, section in enumerate(found, start=1):
        for at, (sheet, sentences) in enumerate(section):
            numbered = [Numbered(number + more, text) for more, text in enumerate(sentences, 1)]
            number += len(numbered)
            heading = sheet.heading if at else f"{_roman(place)}. {sheet.heading}"
            sheets.append(
                attrs.evolve(sheet, heading=heading, paragraphs=tuple(numbered), below=at > 0)
            )
    return Page(
        title=title.strip() or words.title("title", words.day(state.on)),
        head=(
            *plan_lines(state, words),
            (words.label(Label.DAY), words.day(state.on)),
            (
                words.label(Label.HORIZON),
                words.label(Label.HORIZON_DAY, words.day(horizon_end(state))),
            ),
        ),
        sheets=tuple(sheets),
        number=document.strip(),
        marking=marking.strip() or marking_of_state(state),
        language=language,
        day=state.on,
    )


def plan_lines(state: StateOfPlay, words: Wording) -> tuple[tuple[str, str], ...]:
    """The plans that were reviewed, for the head: title, number of the document, period."""
    return tuple((words.label(Label.PLAN), _plan(plan, words)) for plan in state.plans)


def marking_of_state(state: StateOfPlay) -> str:
    """The marking of what is made of a state: that of its plans; empty where none has one."""
    limite = any(plan.document is not None and plan.document.limite for plan in state.plans)
    return Marking.LIMITE.value if limite else ""


def _plan(plan: PlanState, words: Wording) -> str:
    told = []
    if plan.document is not None:
        told.append(plan.document.cite())
    if plan.period is not None:
        told.append(period_in_words(plan.period, words.language))
    behind = f" ({', '.join(told)})" if told else ""
    return f"{plan.id}: {plan.title}{behind}" if plan.title else f"{plan.id}{behind}"


def _filled(
    state: StateOfPlay, words: Wording, names: tuple[str, ...]
) -> Iterator[list[tuple[Sheet, tuple[str, ...]]]]:
    """The sections in which something stands."""
    for name in names:
        section = [*_SECTIONS[name](state, words)]
        if section:
            yield section


def _overview(state: StateOfPlay, words: Wording) -> Section:
    """How much stands how, each share with what it is counted against."""
    sheet = Sheet(heading=words.title("overview"))
    if not state.items and not state.owed:
        yield sheet, (words.sentence(Said.NOTHING),)
        return
    standings = ((one, len(state.standing(one))) for one in ORDER)
    counts = ", ".join(f"{words.word(one.value)} {count}" for one, count in standings if count)
    sentences = []
    if state.items:
        sentences.append(words.sentence(Said.COUNTS, whole=len(state.items), counts=counts))
    to_measure = sum(item.measured is not None for item in state.items)
    shares = {
        "waiting": Count(len(state.waiting), sum(item.standing.open for item in state.items)),
        "silent": Count(len(state.silent), len(state.items)),
        "measured": Count(to_measure - len(state.unmeasured), to_measure),
        "reported": reports_received(state),
    }
    told = {name: words.count(count) for name, count in shares.items()}
    counted = [words.sentence(Said.DENOMINATORS, **told), *_still(state, words)]
    yield sheet, (*sentences, " ".join(counted))


def _still(state: StateOfPlay, words: Wording) -> Iterator[str]:
    """What has still to be measured and to come, and is in none of the shares."""
    if state.to_measure:
        label = words.labelled(words.label(Label.TO_MEASURE))
        yield f"{label} {len(state.to_measure)}."
    days = [one.due for one in state.to_come if one.due is not None]
    if days:
        yield words.sentence(Said.TO_COME, count=len(state.to_come), by=words.by(min(days)))
    elif state.to_come:
        yield words.sentence(Said.TO_COME_UNDATED, count=len(state.to_come))
    # Where no report is known at all, each of them may have been sent.
    if state.possibly_missing and state.has_reports:
        label = words.labelled(words.label(Label.REPORTS_MAYBE))
        yield f"{label} {len(state.possibly_missing)}."


_SECTIONS: Final[Mapping[str, Callable[[StateOfPlay, Wording], Section]]] = MappingProxyType(
    {
        "overview": _overview,
        "contradictions": contradictions_section,
        "overdue": overdue_section,
        "due": due_section,
        "waiting": waiting_section,
        "reports": reports_section,
        "matrix": matrix_section,
        "progress": progress_section,
        "indicators": indicators_section,
        "deliverables": deliverables_section,
        "deadlines": deadlines_section,
        "silent": silent_section,
        "doubts": doubts_section,
    }
)

SECTIONS: Final = tuple(_SECTIONS)
"""The names of the sections, in their order."""


def _roman(number: int) -> str:
    """A number of a section; there are fewer than forty."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _known_sections(_exporter: object, _field: object, value: tuple[str, ...] | None) -> None:
    unknown = [name for name in value or () if name not in _SECTIONS]
    if unknown:
        raise InvalidValueError(
            f"a note has no section {', '.join(map(repr, unknown))}; the sections are"
            f" {', '.join(_SECTIONS)}"
        )


@attrs.frozen(kw_only=True)
class PrintedState:
    """A state of play as a note that a person reads; each format says how it writes it.

    Args:
        sections: The names of the sections in their order, of "overview", "contradictions",
            "overdue", "due", "waiting", "reports", "matrix", "progress", "indicators",
            "deliverables", "deadlines", "silent" and "doubts"; None for all. Those in which
            nothing stands are left out.
        title: The title of the note; empty for one with the day.
        document: The number of the note; may be empty.
        marking: The marking of the note; empty for LIMITE where the document of a plan has it.
        language: The language of headings and labels: "en", "fr" or "de"; what is in doubt is
            told in English.
    """

    accepts = ("state",)

    sections: tuple[str, ...] | None = attrs.field(default=None, validator=_known_sections)
    title: str = ""
    document: str = ""
    marking: str = ""
    language: Language = "en"

    def page(self, state: StateOfPlay) -> Page:
        """The note as it is printed."""
        return note_page(
            state,
            sections=self.sections,
            title=self.title,
            document=self.document,
            marking=self.marking,
            language=self.language,
        )
