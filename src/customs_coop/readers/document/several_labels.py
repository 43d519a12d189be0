"""Lines of a cover on which several labels stand, as where the rows of its table ran together."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.readers.document.labels import field_of
from customs_coop.readers.document.masthead import masthead_parts

__all__ = ["split_labels"]

_COLON = re.compile(r"\s{0,4}:")
_WORD = re.compile(r"\S{1,20}")
_MOST_COLONS = 12
_LONGEST_LABEL = 40
_MOST_WORDS = 6
_SENDING = ("to", "date", "received", "previous", "commission", "subject", "file")
_LISTING = ("from", "to", "previous", "commission", "subject", "date", "file")
# What may follow on the line of a label; a subject may hold any word with a colon behind it.
_BEHIND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": ("from", *_SENDING),
        "date": ("from", *_SENDING),
        "received": ("from", *_SENDING),
        "file": ("from", *_SENDING),
        "original": ("from", *_SENDING),
        "delegations": ("from", *_SENDING),
        "from": _SENDING,
        "to": tuple(field for field in _SENDING if field != "to"),
        "previous": _LISTING,
        "commission": _LISTING,
        "subject": ("previous", "commission"),
    }
)
# Labels of one or two letters are words of the language wherever they are not due.
_DUE = MappingProxyType({"from": ("to",)})
_SHORT = 3


def split_labels(line: str) -> tuple[tuple[int, int], ...]:
    """The pieces of a line, each of which but the first begins with a label and its colon.

    A label is one only where its field may follow that of the label before.

    Example:
        >>> line = "from: Presidency to: Harbour Group"
        >>> [line[start:end] for start, end in split_labels(line)]
        ['from: Presidency ', 'to: Harbour Group']
        >>> split_labels("Subject: Letter to: nobody")
        ((0, 26),)
    """
    pieces: list[tuple[int, int]] = []
    begin, field = 0, ""
    for number, colon in enumerate(_COLON.finditer(line)):
        if number >= _MOST_COLONS:
            break
        found = _label_before(line, begin, colon.start(), field)
        if found is None:
            continue
        at, named = found
        before = line[begin:at].strip()
        if before and not field and masthead_parts(before) is None:
            break  # prose, in which a word has a colon behind it
        if before:
            pieces.append((begin, at))
            begin = at
        field = named
    return (*pieces, (begin, len(line)))


def _label_before(line: str, begin: int, end: int, field: str) -> tuple[int, str] | None:
    """The longest label that ends right before a colon and may follow, with its field."""
    start = max(begin, end - _LONGEST_LABEL)
    words = [match.start() + start for match in _WORD.finditer(line[start:end])]
    for at in words[-_MOST_WORDS:]:
        if at and not line[at - 1].isspace() and line[at - 1] not in "*_":
            continue
        label = line[at:end]
        named = field_of(label)
        if named is None:
            continue
        first = not line[begin:at].strip(" *_\t")
        short = len(label.strip("*_ ")) < _SHORT
        if first or (named in _BEHIND[field] and (not short or named in _DUE.get(field, ()))):
            return at, named
    return None
