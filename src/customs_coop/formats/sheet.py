"""The words that our own tables print above a plan and that readers look for again."""

from typing import Final

__all__ = [
    "NOTE_LABEL",
    "NO_TITLE",
    "OBJECTIVES_HEADING",
    "PLAN_LABEL",
    "STRATEGY_LABEL",
]

PLAN_LABEL: Final = "Plan"
"""Before the id of the plan; by this label readers know a table of ours."""

STRATEGY_LABEL: Final = "Strategy"
"""Before the id and the title of the strategy."""

OBJECTIVES_HEADING: Final = "Strategic objectives"
"""Above the objectives of the strategy."""

NOTE_LABEL: Final = "Note"
"""Before the mark and the words of a note to which no row points."""

NO_TITLE: Final = "(no title)"
"""In the place of a title that a plan does not have."""
