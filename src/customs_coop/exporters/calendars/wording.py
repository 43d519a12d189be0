"""What an entry says: its one line, its text, its categories."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from customs_coop.deadline import Deadline, Recurring
from customs_coop.exporters.calendars.labels import LABELS, Labels
from customs_coop.exporters.calendars.sentences import sentence_with
from customs_coop.exporters.calendars.summaries import (
    Series,
    series_of,
    shortened,
    summaries_of,
)
from customs_coop.exporters.calendars.timing import is_exact
from customs_coop.exporters.council_page.words import WORDS
from customs_coop.formats.crosswalk import effective_status
from customs_coop.formats.occasions import Occasion
from customs_coop.formats.sheet import Language, day_in, period_in_words
from customs_coop.model import Action, ActionPlan, Indicator, Priority, Role, Status
from customs_coop.references import ActionCitation, RecommendationCitation, Reference

__all__ = ["Wording", "deadline_line", "plan_line", "priority_figure", "references_of"]

_SEE: Final = ("see", "cf", "voir", "siehe", "vgl")


@attrs.frozen(kw_only=True)
class Wording:
    """The words of the entries of one plan.

    Args:
        plan: The plan.
        language: The language of labels.
        length: The longest summary, in characters, or None.
        areas: The titles of the work areas, by their codes.
        lines: The whole summaries, by what their occasions belong to.
    """

    plan: ActionPlan
    language: Language
    length: int | None
    areas: Mapping[str, str]
    lines: Mapping[Series, str]

    @classmethod
    def of(
        cls,
        plan: ActionPlan,
        occasions: Iterable[Occasion],
        language: Language,
        length: int | None,
        *,
        with_plan: bool = False,
    ) -> "Wording":
        """The words of a plan, of which all occasions are known.

        Args:
            plan: The plan.
            occasions: All its occasions.
            language: The language of labels.
            length: The longest summary, in characters, or None.
            with_plan: Whether each line names the plan.
        """
        areas = {area.code.text: " ".join(area.title.split()) for area in plan.work_areas}
        lines = summaries_of(occasions, LABELS[language], length, with_plan=with_plan)
        return cls(plan=plan, language=language, length=length, areas=areas, lines=lines)

    @property
    def labels(self) -> Labels:
        """The labels of the language."""
        return LABELS[self.language]

    def summary(self, occasion: Occasion) -> str:
        """The one line: code of the action, words of the indicator, and title of the action."""
        return shortened(self.lines[series_of(occasion)], self.length)

    def description(
        self, occasion: Occasion, unseen: Iterable[Indicator], *, series: bool = False
    ) -> str:
        """The text, with a line for each thing that is known.

        Args:
            occasion: The occasion.
            unseen: Indicators of the action that have no entry of their own.
            series: Whether the entry stands for several rounds, so that no day is named.
        """
        labels, action = self.labels, occasion.action
        whole = self.lines[series_of(occasion)]
        lines = [
            "" if shortened(whole, self.length) == whole else whole,
            labels.line(labels.indicator, _indicator(occasion.indicator)),
            *(labels.line(labels.indicator, _indicator(one)) for one in unseen),
            deadline_line(occasion.deadline, None if series else occasion.time.day, self.language),
            self._asked(occasion),
            labels.line(labels.outcomes, "; ".join(map(_line, filter(str.strip, action.outcomes)))),
            self._status(occasion),
            self._priority(action),
            labels.line(labels.parties, "; ".join(self._parties(action))),
            *self._references(occasion, unseen),
            labels.line(labels.plan, plan_line(self.plan)),
        ]
        return "\n".join(line for line in lines if line)

    def categories(self, action: Action, status: Status) -> tuple[str, ...]:
        """Words to sort by: plan, work area, objectives, an unusual priority, the status."""
        labels = self.labels
        code = "" if action.work_area is None else action.work_area.text
        found = [
            self.plan.id,
            self.areas.get(code) or (f"{labels.area} {code}" if code else ""),
            *(f"{labels.objective} {objective}" for objective in action.objectives),
            "" if _sends_elsewhere(_unusual_priority(action)) else _unusual_priority(action),
            "" if status is Status.OPEN else self._state(status),
        ]
        return tuple(dict.fromkeys(text for text in map(_line, found) if text))

    def _references(self, occasion: Occasion, unseen: Iterable[Indicator]) -> Iterator[str]:
        found = references_of(occasion, unseen)
        related = [isinstance(one, ActionCitation | RecommendationCitation) for one in found]
        for label, wanted in ((self.labels.documents, False), (self.labels.related, True)):
            cited = [
                one.cite() for one, is_one in zip(found, related, strict=True) if is_one is wanted
            ]
            yield self.labels.line(label, "; ".join(cited))

    def _priority(self, action: Action) -> str:
        words = _unusual_priority(action)
        return self.labels.line(self.labels.priority, self.labels.quoted(words) if words else "")

    def _asked(self, occasion: Occasion) -> str:
        """The sentence from which a deadline of the action itself was read, where that is known."""
        deadline, action = occasion.deadline, occasion.action
        if deadline is None or occasion.indicator is not None:
            return ""
        found = sentence_with(action.terms_of_reference, deadline.text)
        return self.labels.line(self.labels.asked, self.labels.quoted(found) if found else "")

    def _status(self, occasion: Occasion) -> str:
        action, indicator = occasion.action, occasion.indicator
        status = effective_status(action, indicator)
        words = self.labels.quoted(action.status_text) if action.status_text.strip() else ""
        name = "" if status is Status.OPEN else self._state(status)
        return self.labels.line(self.labels.status, " – ".join(filter(None, (name, words))))

    def _state(self, status: Status) -> str:
        return WORDS[self.language].status[status.value]

    def _parties(self, action: Action) -> tuple[str, ...]:
        # Bodies that share one printed name are several parties, and one name. It is confirmed
        # where any of them is.
        confirmed: dict[tuple[str, Role], bool] = {}
        for one in action.involved:
            named = (_line(one.text) or one.party, one.role)
            confirmed[named] = confirmed.get(named, False) or one.confirmed
        labels = self.labels
        return tuple(
            f"{name} ({labels.roles[role]}{'' if is_sure else f', {labels.unconfirmed}'})"
            for (name, role), is_sure in confirmed.items()
        )


def deadline_line(deadline: Deadline | None, day: dt.date | None, language: Language) -> str:
    """The line of a deadline: its words, and the day for which they are taken if they name none.

    What is to be done several times in each round has one entry for the round, which says so.

    Args:
        deadline: The deadline, or None without any.
        day: The day of the entry, or None where none is to be named.
        language: The language of labels.
    """
    if deadline is None:
        return ""
    labels = LABELS[language]
    words = labels.quoted(deadline.text) if deadline.text.strip() else ""
    told: list[str] = []
    if day is not None and not (words and is_exact(deadline)):
        told.append(labels.taken.format(day_in(day, language)))
    recurrence = deadline.recurrence if isinstance(deadline, Recurring) else None
    if recurrence is not None and (recurrence.minimum or 1) > 1:
        told.append(labels.times.format(recurrence.minimum))
    more = ", ".join(told)
    if more:
        words = f"{words} ({more})" if words else more
    return labels.line(labels.deadline, words)


def references_of(occasion: Occasion, unseen: Iterable[Indicator] = ()) -> tuple[Reference, ...]:
    """The documents of an item: those that show an indicator first, then those of the row.

    Args:
        occasion: The occasion.
        unseen: Indicators of the action that have no entry of their own.
    """
    shown = [*unseen] if occasion.indicator is None else [occasion.indicator, *unseen]
    found = [one for indicator in shown for one in indicator.evidence]
    return tuple(dict.fromkeys([*found, *occasion.action.references]))


def plan_line(plan: ActionPlan, language: Language | None = None) -> str:
    """A plan in one line: id, title and document; with a language also the period in words."""
    period = (
        "" if plan.period is None or language is None else period_in_words(plan.period, language)
    )
    document = "" if plan.document is None else plan.document.cite()
    return ", ".join(filter(None, (plan.id, _line(plan.title), document, period)))


def priority_figure(action: Action) -> int | None:
    """The priority of RFC 5545, section 3.8.1.9; None of an unusual one."""
    figures = {Priority.HIGH: 1, Priority.MEDIUM: 5, Priority.LOW: 9}
    return figures.get(action.priority) if isinstance(action.priority, Priority) else None


def _unusual_priority(action: Action) -> str:
    """The words of a priority that is none of the usual ones, or empty."""
    return _line(action.priority) if isinstance(action.priority, str) else ""


def _sends_elsewhere(words: str) -> bool:
    """Whether words only tell where to look, as "See note" does: nobody sorts by them."""
    return words.partition(" ")[0].rstrip(".:").casefold() in _SEE


def _indicator(indicator: Indicator | None) -> str:
    if indicator is None:
        return ""
    code = "" if indicator.code is None else str(indicator.code)
    return " ".join(filter(None, (code, _line(indicator.text))))


def _line(text: str) -> str:
    return " ".join(text.split())
