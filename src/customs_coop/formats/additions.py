"""What our tables print beside the words of a plan, in square brackets, as editors do.

A plan that a program made holds deadlines, documents and codes that its texts do not spell out.
They stand behind the words they belong to, as in "Survey held [Deadline: June 2006]", so that
readers can tell them from what a document said itself and take them back into their fields.
"""

import enum
import re
import zlib
from collections.abc import Iterable

import attrs

from customs_coop.formats.characters import INVISIBLE, replace_illegal

__all__ = [
    "Added",
    "Addition",
    "addition",
    "check_of",
    "find_additions",
    "split_additions",
    "values_of",
]


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
    HEADING = "Heading"
    """The heading of words that fit no field, where that of their column is another one."""
    LINE = "Line"
    """Which line of one text a paragraph is, where several stand in the cell."""
    SAID = "Said"
    """The status that the words say; beside one that is hidden, which else would not hold."""
    CHECK = "Check"
    """The check sum of the words that hidden ids stand beside, which else would not hold."""


_OPENING = re.compile(rf"\[(?P<label>{'|'.join(kind.value for kind in Added)}):\s{{1,4}}(?=\S)")


_BRACKET = re.compile(r"[\[\]]")

# What may follow an addition: the end, another bracket, or words that somebody typed behind it.
_REST = re.compile(r"\s{0,40}(?:\Z|\[|[,;:.]?\s{0,40}[^\W_])")


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


def check_of(words: str) -> str:
    """The check sum of words, which blanks and the bullet of a list do not change.

    Example:
        >>> check_of("Project Group") == check_of("• Project  Group"), check_of("Project Groups")
        (True, 'ddd292b1')
    """
    plain = "".join(INVISIBLE.sub("", replace_illegal(words)).split()).lstrip("•–-")
    return f"{zlib.crc32(plain.encode()):08x}"


def find_additions(text: str) -> tuple[tuple[int, int, Addition], ...]:
    """Where the additions of a paragraph stand, also before words that somebody typed behind them.

    Only a closed bracket under a word of `Added` counts, with nothing or with words behind it; any
    other is a part of the words, also one with a mere full stop behind it.

    Args:
        text: The paragraph.

    Returns:
        The first index, that behind it, and the addition, in order; the blanks before an addition
        go with it where it ends the words or a sign follows it.

    Example:
        >>> text = "Survey [draft] held [Deadline: June 2006] and printed [No: 2]"
        >>> for start, end, found in find_additions(text):
        ...     print(repr(text[start:end]), found.kind.name, found.value)
        ' [Deadline: June 2006]' DEADLINE June 2006
        ' [No: 2]' NUMBER 2
        >>> find_additions("Survey held [by June 2006] [Deadline: May")
        ()
    """
    if "[" not in text:
        return ()
    closing = _closing(text)
    found: list[tuple[int, int, Addition]] = []
    after = 0
    for match in _OPENING.finditer(text):
        end = closing.get(match.start(), -1)
        value = text[match.end() : end].strip()
        if match.start() < after or end < 0 or not value:
            continue
        after = end + 1
        rest = _REST.match(text, after)
        if rest is None:
            continue
        start = len(text[: match.start()].rstrip())
        found.append((start, after, Addition(Added(match["label"]), value)))
    return tuple(found)


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
    for start, after, one in reversed(find_additions(text)):
        if after != end:
            break
        found.append(one)
        end = start
    return end, tuple(reversed(found))


def values_of(additions: Iterable[Addition], kind: Added) -> tuple[str, ...]:
    """The values of one kind, in order.

    Example:
        >>> values_of(split_additions("x [No: 2] [Deadline: May 2006]")[1], Added.NUMBER)
        ('2',)
    """
    return tuple(one.value for one in additions if one.kind is kind)


def _closing(text: str) -> dict[int, int]:
    """For each bracket that is closed, where."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            found[opened.pop()] = bracket.start()
    return found
