"""What may be wrong with a change: it is of other words, or of a day that cannot be meant."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from customs_coop.dates import Period
from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.calendars import CalendarItem
from customs_coop.formats.occasions import Occasion
from customs_coop.references.base import Pattern

__all__ = ["doubtful_day", "other_words"]

_EARLIER: Final = 10  # years before a period
_LATER: Final = 30  # years after it
_WORD: Final = Pattern(r"[^\W\d_]{2,}")
# As much of a word as its forms have in common, in most languages: "custom", "customs".
_STEM: Final = 5
_SHORTEST: Final = 3  # characters of a word that was cut
_LONGEST: Final = 10_000  # characters of a line; nobody compares more
# Words that stand in every line, and make no two lines alike.
_SMALL: Final = frozenset(
    {
        *("an", "and", "any", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into"),
        *("is", "it", "its", "of", "on", "or", "that", "the", "their", "this", "to", "with", "au"),
        *("aux", "avec", "ce", "ces", "dans", "de", "des", "du", "en", "est", "et", "la", "le"),
        *("les", "leur", "leurs", "ou", "par", "pour", "que", "qui", "sur", "un", "une", "am"),
        *("auf", "aus", "bei", "das", "dem", "den", "der", "die", "ein", "eine", "einer", "für"),
        *("im", "ist", "mit", "nach", "oder", "und", "von", "vom", "zu", "zum", "zur"),
    }
)


def other_words(item: CalendarItem, occasion: Occasion) -> str:
    """Tell that an entry is called otherwise than what its identifier says it is of.

    The words of an action change with every plan, and an identifier holds them together. Where
    none of them is left, it may be another action that got the code, or another plan the name.

    Args:
        item: The entry.
        occasion: What it is of in the dossier.

    Returns:
        What is told, with both titles; empty where they share a word, or one has none.

    Example:
        >>> from customs_coop.formats.calendars import EntryKind
        >>> from customs_coop.formats.occasions import occasions_of
        >>> from customs_coop.model import Action, ActionPlan
        >>> action = Action(code="5.1", title="Write the manual")
        >>> (place,) = occasions_of(ActionPlan(id="AP1", title="", actions=[action]))
        >>> task = CalendarItem(uid="1", kind=EntryKind.TASK, summary="5.1 Train inspectors")
        >>> other_words(task, place)
        'it is called “5.1 Train inspectors”, and what it is of, “Write the manual”'
    """
    line = item.summary[:_LONGEST]
    said = [*_words(line)]
    known = {word for text in _titles(occasion) for word in _words(text)}
    if not said or not known or not known.isdisjoint(said):
        return ""
    # Programs cut a line at its end.
    if len(said[-1]) >= _SHORTEST and any(word.startswith(said[-1]) for word in known):
        return ""
    thing = occasion.indicator
    title = occasion.action.title if thing is None else thing.text or occasion.action.title
    return f"it is called “{shortened(line)}”, and what it is of, “{shortened(title)}”"


def _titles(occasion: Occasion) -> Iterator[str]:
    """What an entry may have been called, now and in the plans before."""
    action = occasion.action
    yield action.title
    yield from (one.title for one in action.earlier)
    yield from (one.text for one in action.indicators)
    if occasion.deadline is not None:
        yield occasion.deadline.text


def _words(text: str) -> Iterator[str]:
    """The beginnings of the words of a text."""
    for match in _WORD.finditer(text[:_LONGEST].casefold()):
        if match[0] not in _SMALL:
            yield match[0][:_STEM]


def doubtful_day(on: dt.date, period: Period | None) -> str:
    """Tell that something was done in a year in which nobody can have done it.

    Args:
        on: The day.
        period: The period of the plan, or None.

    Returns:
        What is told; empty where the day may be right, or no period is known.

    Example:
        >>> doubtful_day(dt.date(1850, 5, 7), Period("2004-01-01", "2006-12-31"))
        'its day is 1850-05-07, and the plan is of 2004 to 2006'
    """
    if period is None:
        return ""
    first, last = period.start.year, period.end.year
    if _years(period.start, -_EARLIER) <= on <= _years(period.end, _LATER):
        return ""
    return f"its day is {on}, and the plan is of {first} to {last}"


def _years(day: dt.date, count: int) -> dt.date:
    """The same day so many years later; the last one that there is where that is none."""
    year = day.year + count
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.min if year < dt.MINYEAR else dt.date.max
    # Other years may have no 29 February.
    return day.replace(year=year, day=min(day.day, 28))
