"""What our tables print beside the words of a plan, in square brackets, as editors do.

A plan that a program made holds deadlines, documents and codes that its texts do not spell out.
They stand behind the words they belong to, as in "Survey held [Deadline: June 2006]", so that
readers can tell them from what a document said itself and take them back into their fields.
"""

import enum
import re
from collections.abc import Iterable

import attrs

__all__ = ["Added", "Addition", "addition", "split_additions", "values_of"]


class Added(enum.Enum):
    """What an addition tells, by the word with which it begins."""

    PREVIOUSLY = "Previously"
    """Further codes of an action."""
    DEADLINE = "Deadline"
    """A time; there may be several."""
    STATUS = "Status"
    """How far an action or an indicator is."""
    STATUS_WORDS = "Status in words"
    """The words on it, which now stand in a paragraph of their own; files of old have them."""
    COMPLETED = "Completed"
    """The documents that complete an indicator."""
    EVIDENCE = "Evidence"
    """The documents that bear on an indicator which is not completed."""
    MEASURE = "Measure"
    """Baseline, target and unit of an indicator."""
    NUMBER = "No"
    """The code of an indicator that does not count on from the one before."""
    FUNDING = "Funding"
    """Programme, state and amount of money."""
    REFERENCES = "References"
    """Documents and acts that the row does not cite."""
    PARTY = "Party"
    """The ids of those whom words name that do not tell them."""
    ROLE = "Role"
    """The part of a party that no column and no label tells."""
    WORDS = "In words"
    """What a cell held beside its codes."""


_OPENING = re.compile(rf"\[(?P<label>{'|'.join(kind.value for kind in Added)}):\s{{1,4}}(?=\S)")


@attrs.frozen
class Addition:
    """One addition.

    Args:
        kind: What it tells.
        value: Its words.
    """

    kind: Added
    value: str


def addition(kind: Added, value: str) -> str:
    """Print an addition.

    Example:
        >>> addition(Added.DEADLINE, "June 2006")
        '[Deadline: June 2006]'
    """
    return f"[{kind.value}: {' '.join(value.split())}]"


def split_additions(text: str) -> tuple[int, tuple[Addition, ...]]:
    """Where the own words of a paragraph end, and the additions behind them.

    Only what ends the paragraph counts, and only under a word of `Added`; any other bracket is a
    part of the words.

    Args:
        text: The paragraph.

    Returns:
        The index behind the own words, without blanks, and the additions in order.

    Example:
        >>> end, found = split_additions("Survey [draft] held [Deadline: June 2006]")
        >>> end, found[0].kind.name, found[0].value
        (19, 'DEADLINE', 'June 2006')
        >>> split_additions("Survey held [by June 2006]")
        (26, ())
    """
    end = len(text.rstrip())
    found: list[Addition] = []
    for match in reversed(list(_OPENING.finditer(text))):
        value = text[match.end() : end]
        if not value.endswith("]") or not _is_closed(value[:-1]) or not value[:-1].strip():
            break
        found.append(Addition(Added(match["label"]), value[:-1].strip()))
        end = len(text[: match.start()].rstrip())
    return end, tuple(reversed(found))


def values_of(additions: Iterable[Addition], kind: Added) -> tuple[str, ...]:
    """The values of one kind, in order.

    Example:
        >>> values_of(split_additions("x [No: 2] [Deadline: May 2006]")[1], Added.NUMBER)
        ('2',)
    """
    return tuple(one.value for one in additions if one.kind is kind)


def _is_closed(value: str) -> bool:
    """Whether every bracket inside a value is opened and closed there."""
    depth = 0
    for character in value:
        depth += (character == "[") - (character == "]")
        if depth < 0:
            return False
    return depth == 0
