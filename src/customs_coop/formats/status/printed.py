"""The status of an action in our own tables: a line of words that reading takes for a status.

Words that can be nothing else stand as they are, as in "Work has started."; any others stand
behind "State of play:", for else they would be taken for a thing to be reached. Behind that label
stand all words on the status; to a line without it those of the other cells are added.
"""

import re
from collections.abc import Iterable
from typing import Final

from customs_coop.formats.additions import Added, Addition
from customs_coop.formats.status.remarks import is_remark

__all__ = [
    "COMPLETED_PHRASE",
    "STATE_LABEL",
    "in_words",
    "is_whole",
    "joined_words",
    "remark_line",
    "remark_words",
    "whole_line",
]

STATE_LABEL: Final = "State of play"
"""Before words on the work as such that might be anything else."""

COMPLETED_PHRASE: Final = "Completed: {}"
"""How a document says what the documents of an indicator show."""

_LABELLED = re.compile(rf"{STATE_LABEL}:\s{{1,4}}(?P<words>\S.*)", re.DOTALL)
# What is added to the words of an indicator, as a document says it.
_PHRASES = {Added.DEADLINE: "Deadline: {}", Added.COMPLETED: COMPLETED_PHRASE}


def remark_line(words: str) -> str:
    """The line that tells how the work stands; empty without words.

    Example:
        >>> remark_line("Work has started."), remark_line("Regular item on the agenda")
        ('Work has started.', 'State of play: Regular item on the agenda')
    """
    folded = " ".join(words.split())
    return folded if not folded or is_remark(folded) else f"{STATE_LABEL}: {folded}"


def remark_words(line: str) -> str | None:
    """The words of such a line; None for any other line.

    Example:
        >>> remark_words("State of play: Regular item on the agenda")
        'Regular item on the agenda'
        >>> remark_words("Work has started."), remark_words("Report on the work")
        ('Work has started.', None)
    """
    labelled = _LABELLED.fullmatch(line)
    if labelled is not None:
        return labelled["words"]
    return line if is_remark(line) else None


def whole_line(words: str) -> str:
    """The line that tells how the work stands, to which nothing is added from other cells.

    Example:
        >>> whole_line("Work has started.")
        'State of play: Work has started.'
    """
    return f"{STATE_LABEL}: {' '.join(words.split())}"


def is_whole(line: str) -> bool:
    """Whether such a line has the label, and so tells all.

    Example:
        >>> is_whole("State of play: Regular item"), is_whole("Work has started.")
        (True, False)
    """
    return _LABELLED.fullmatch(line) is not None


def joined_words(told: str, stated: Iterable[str]) -> str:
    """The words on the status: those stated for it alone, and those that the cells tell besides.

    Example:
        >>> joined_words("Report completed", ["Deferred", "completed"])
        'Deferred Report completed'
    """
    return " ".join([*(words for words in stated if words and words not in told), told]).strip()


def in_words(text: str, additions: Iterable[Addition]) -> str:
    r"""The words of an indicator with what stands beside them, as a document would say it.

    Example:
        >>> in_words("Survey held", [Addition(Added.COMPLETED, "1234/05")])
        'Survey held\nCompleted: 1234/05'
    """
    phrases = [_PHRASES[one.kind].format(one.value) for one in additions if one.kind in _PHRASES]
    return "\n".join([text, *phrases])
