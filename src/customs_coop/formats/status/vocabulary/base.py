"""What a vocabulary of states holds; each pattern looks at a bounded piece of text."""

from collections.abc import Mapping

import attrs

from customs_coop.model import Status
from customs_coop.references.base import Pattern

__all__ = ["StatusWords", "whole_words"]


@attrs.frozen(kw_only=True)
class StatusWords:
    """The words of one language that say how an action stands, as patterns.

    Args:
        done: Says, where a remark may begin, that a thing is done.
        done_in_column: Says so at the beginning of the cell of a status column, in any case.
        work_done: Says that the work is done, in a sentence.
        in_part: Stands behind what is done where that is only a part.
        proved: Stands, in small letters, right before the document that proves it.
        partly: Says that a part is done.
        a_part: Names, right before it, the part that is done.
        some_part: Names a part anywhere before it.
        unfinished: Says that something is not done yet.
        denied: Takes back what follows, or puts it into the future.
        deferred: Says that the work is put off.
        not_between: Makes a wish of what stands between the work and what became of it.
        defer: Begins a cell of priorities that puts the work off.
        to_decide: Says that somebody has to decide.
        undecided_priority: Says so in a cell of priorities.
        obsolete: Says that the work is overtaken.
        ongoing: Says that work has begun.
        adjective: What of these words may also describe a thing, and so needs to open a remark.
        states: Stands before it where a sentence says it of its subject.
        phrase: Stands before it where it only describes.
        awaiting: Says that something is awaited.
        awaited: Stands behind it in a sentence that can mean nothing else.
        standing: Says that the duty has no end.
        later_deadline: Announces a deadline.
        deadline_next: Announces one right behind what is done, which makes it an aim.
        whole: What the whole words of a status column mean, in small letters.
    """

    done: Pattern
    done_in_column: Pattern
    work_done: Pattern
    in_part: Pattern
    proved: Pattern
    partly: Pattern
    a_part: Pattern
    some_part: Pattern
    unfinished: Pattern
    denied: Pattern
    deferred: Pattern
    not_between: Pattern
    defer: Pattern
    to_decide: Pattern
    undecided_priority: Pattern
    obsolete: Pattern
    ongoing: Pattern
    adjective: Pattern
    states: Pattern
    phrase: Pattern
    awaiting: Pattern
    awaited: Pattern
    standing: Pattern
    later_deadline: Pattern
    deadline_next: Pattern
    whole: Mapping[str, Status]


def whole_words(words: Mapping[Status, str]) -> Mapping[str, Status]:
    """The status of each word, from the words of each status, which bars part.

    Example:
        >>> whole_words({Status.COMPLETED: "done|closed"})["closed"].name
        'COMPLETED'
    """
    return {word.strip(): status for status, line in words.items() for word in line.split("|")}
