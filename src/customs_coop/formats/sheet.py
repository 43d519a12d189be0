"""The words that our own tables print above a plan and that readers look for again."""

import re
from typing import Final

from customs_coop.dates import Period
from customs_coop.deadline import day_in_words

__all__ = [
    "NOTE_LABEL",
    "NO_STRATEGY",
    "NO_TITLE",
    "OBJECTIVES_HEADING",
    "PERIOD_LABEL",
    "PLAN_LABEL",
    "STRATEGY_LABEL",
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

NO_STRATEGY: Final = "(none)"
"""In the place of the strategy, where the title names one that is not that of the plan."""

_DAY = r"[1-9][0-9]? [A-Z][a-z]{2,8} [0-9]{4}"
_PERIOD = re.compile(rf"{_DAY} – {_DAY}")


def period_in_words(period: Period) -> str:
    """The period of a plan as our tables print it.

    Example:
        >>> period_in_words(Period.parse("2011-07-01/2012-12-31"))
        '1 July 2011 – 31 December 2012'
    """
    return f"{day_in_words(period.start)} – {day_in_words(period.end)}"


def is_period_in_words(text: str) -> bool:
    """Whether a text is a period in just these words.

    Example:
        >>> is_period_in_words("1 July 2011 – 31 December 2012"), is_period_in_words("2011-12")
        (True, False)
    """
    return _PERIOD.fullmatch(text) is not None
