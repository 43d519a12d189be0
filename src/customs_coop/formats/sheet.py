"""The words that our own tables print above a plan and that readers look for again."""

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import day_in_words

__all__ = [
    "NOTE_LABEL",
    "NO_HEADING",
    "NO_STRATEGY",
    "NO_TITLE",
    "OBJECTIVES_HEADING",
    "PERIOD_LABEL",
    "PLAN_LABEL",
    "SHEET_WORDS",
    "STRATEGY_LABEL",
    "Language",
    "SheetWords",
    "day_in",
    "is_period_in_words",
    "period_in_words",
]

PLAN_LABEL: Final = "Plan"
"""Before the id of the plan, where its title block does not tell it."""

PERIOD_LABEL: Final = "Period"
"""Before the period of the plan; by this line or that of the plan readers know a table of ours."""

STRATEGY_LABEL: Final = "Strategy"
"""Before the id and the title of the strategy, where the title of the plan does not tell it."""

OBJECTIVES_HEADING: Final = "Strategic objectives"
"""Above the objectives of the strategy."""

NOTE_LABEL: Final = "Note"
"""Before the mark and the words of a note to which no row points."""

NO_TITLE: Final = "(no title)"
"""In the place of a title that a plan does not have."""

NO_HEADING: Final = "(no heading)"
"""Above a column whose cells had no heading; without any, readers would not count it."""

NO_STRATEGY: Final = "(none)"
"""In the place of the strategy, where the title names one that is not that of the plan."""

Language: TypeAlias = Literal["en", "fr", "de"]
"""The languages in which our tables print headings and labels."""


@attrs.frozen(kw_only=True)
class SheetWords:
    """The words above a table in one language; none of them stands there by itself.

    Args:
        date: Before the day of the document.
        sender: Before the sender.
        addressee: Before the addressee.
        previous: Before the documents that it replaces.
        subject: Before what the document is about.
        plan: Before the id of the plan.
        period: Before the period of the plan.
        strategy: Before the strategy.
        objectives: Above the objectives of the strategy.
        note: Before a note to which no row points.
        area: Before the code of a work area.
        section: Before the code of a section of a timetable.
        others: Before the parties concerned, where they have no column.
        months: The names of the months.
        first: What stands behind the figure of the first day of a month.
        day: What stands behind that of any other day.
    """

    date: str
    sender: str
    addressee: str
    previous: str
    subject: str
    plan: str
    period: str
    strategy: str
    objectives: str
    note: str
    area: str
    section: str
    others: str
    months: tuple[str, ...] = ()
    first: str = ""
    day: str = ""


SHEET_WORDS: Final[Mapping[Language, SheetWords]] = MappingProxyType(
    {
        "en": SheetWords(
            date="Date",
            sender="From",
            addressee="To",
            previous="No. prev. doc.",
            subject="Subject",
            plan=PLAN_LABEL,
            period=PERIOD_LABEL,
            strategy=STRATEGY_LABEL,
            objectives=OBJECTIVES_HEADING,
            note=NOTE_LABEL,
            area="Work Area",
            section="Section",
            others="Other interested parties:",
        ),
        "fr": SheetWords(
            date="Date",
            sender="De",
            addressee="À",
            previous="Nº doc. préc.",
            subject="Objet",
            plan="Plan",
            period="Période",
            strategy="Stratégie",
            objectives="Objectifs stratégiques",
            note="Note",
            area="Domaine d'action",
            section="Section",
            others="Autres parties concernées :",
            months=(
                *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
                *("septembre", "octobre", "novembre", "décembre"),
            ),
            first="er",
        ),
        "de": SheetWords(
            date="Datum",
            sender="Von",
            addressee="An",
            previous="Nr. Vordok.",
            subject="Betr.",
            plan="Plan",
            period="Zeitraum",
            strategy="Strategie",
            objectives="Strategische Ziele",
            note="Anmerkung",
            area="Arbeitsbereich",
            section="Abschnitt",
            others="Weitere Beteiligte:",
            months=(
                *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
                *("September", "Oktober", "November", "Dezember"),
            ),
            first=".",
            day=".",
        ),
    }
)
"""The words by language; readers know them all."""

_DAY = r"[1-9][0-9]?(?:er|\.)? [^\W\d_]{3,9} [0-9]{4}"
_PERIOD = re.compile(rf"{_DAY} – {_DAY}")


def day_in(day: dt.date, language: Language = "en") -> str:
    """A day in words.

    Example:
        >>> day_in(dt.date(2005, 11, 29)), day_in(dt.date(2011, 7, 1), "fr")
        ('29 November 2005', '1er juillet 2011')
    """
    words = SHEET_WORDS[language]
    if not words.months:
        return day_in_words(day)
    sign = words.first if day.day == 1 else words.day
    return f"{day.day}{sign} {words.months[day.month - 1]} {day.year}"


def period_in_words(period: Period, language: Language = "en") -> str:
    """The period of a plan as our tables print it.

    Example:
        >>> period_in_words(Period.parse("2011-07-01/2012-12-31"))
        '1 July 2011 – 31 December 2012'
    """
    return f"{day_in(period.start, language)} – {day_in(period.end, language)}"


def is_period_in_words(text: str) -> bool:
    """Whether a text is a period in just these words.

    Example:
        >>> is_period_in_words("1 July 2011 – 31 December 2012"), is_period_in_words("2011-12")
        (True, False)
    """
    return _PERIOD.fullmatch(text) is not None
