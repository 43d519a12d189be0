"""Words that the note before a revised plan puts together again and again."""

import datetime as dt
from collections.abc import Iterable, Sized
from typing import Final

from customs_coop.dates import Period
from customs_coop.model import ActionPlan, Code, WorkArea
from customs_coop.rollover.dispositions import Disposition, Reschedule

__all__ = [
    "are",
    "because",
    "bracketed",
    "counted",
    "day_in_full",
    "have",
    "held",
    "listed",
    "names_of_areas",
    "period_in_full",
    "shortened",
    "why",
]

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def held(plan: ActionPlan) -> str:
    """How much a plan holds."""
    actions = counted(len(plan), "action")
    areas = f" in {counted(len(plan.work_areas), 'work area')}" if plan.work_areas else ""
    return actions + areas


def period_in_full(period: Period) -> str:
    """From which day to which."""
    return f"{day_in_full(period.start)} to {day_in_full(period.end)}"


def day_in_full(day: dt.date) -> str:
    """A day with its month in letters."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def are(things: Sized) -> str:
    """The verb to so many things."""
    return "is" if len(things) == 1 else "are"


def have(things: Sized) -> str:
    """The other verb to so many things."""
    return "has" if len(things) == 1 else "have"


def why(decided: Disposition | Reschedule) -> str:
    """The reason of a decision and the document that says so; empty without either."""
    words = [" ".join(decided.reason.split()).rstrip(" .;")]
    # a reason often names the document already
    if decided.authority is not None and str(decided.authority) not in words[0]:
        words.append(str(decided.authority))
    return "; ".join(filter(None, words))


def bracketed(*remarks: str) -> str:
    """Remarks behind a code, in one bracket; nothing where there are none."""
    told = "; ".join(filter(None, remarks))
    return f" ({told})" if told else ""


def because(decided: Disposition | Reschedule) -> str:
    """Why something was decided, in a bracket."""
    return bracketed(why(decided))


def listed(codes: Iterable[Code]) -> str:
    """Codes one after the other."""
    return ", ".join(map(str, codes))


def names_of_areas(plan: ActionPlan, codes: Iterable[str]) -> dict[str, str]:
    """How work areas are called, by their codes; one without a heading by its code alone."""
    headed = {area.code.text: area for area in reversed(plan.work_areas)}
    return {code: _named(headed[code]) if code in headed else code for code in codes}


def _named(area: WorkArea) -> str:
    title = " ".join(area.title.split())
    return f'{area.code} ("{title}")' if title else str(area.code)


def shortened(text: str, longest: int) -> str:
    """A text on one line, cut behind a whole word where it is too long.

    Example:
        >>> shortened("Train customs officers", 18)
        'Train customs...'
    """
    line = " ".join(text[: 4 * longest].split())
    if len(line) <= longest and len(text) <= 4 * longest:
        return line
    kept = line[: longest - 3]
    if line[longest - 3 : longest - 2].strip() and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return f"{kept.rstrip()}..."
