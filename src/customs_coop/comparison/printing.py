"""A comparison as plain text, for people."""

import enum
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Merged,
    PairedBy,
    Removed,
    Renumbered,
    Reordered,
    Split,
)
from customs_coop.model import ActionRef, Link, LinkKind, PlanRef

__all__ = ["diff_as_text"]

_WIDTH: Final = 70
_DESCENT: Final = frozenset({LinkKind.CONTINUES, LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM})
_KINDS: Final = (
    (Added, "added"),
    (Removed, "removed"),
    (Renumbered, "renumbered"),
    (Merged, "merged"),
    (Split, "split off"),
)


def diff_as_text(old: PlanRef, new: PlanRef, changes: Sequence[Change]) -> str:
    """Print a headline with the counts, then a line for each change.

    New origins and links of descent are counted and not listed: a plan that was rolled over
    has one of each at every action, and the pairs of codes already say the same.
    """
    listed = [change for change in changes if not _says_descent(change)]
    name = str(old) if old == new else f"{old} -> {new}"
    lines = [f"{name}: {_counts(listed)}"]
    rows = [(_place(change), _what(change)) for change in listed]
    # A long code would push all the words to the right, so it gets no say in the width.
    width = max((len(place) for place, _ in rows if len(place) <= 24), default=0)
    lines += [f"  {place.ljust(width)}  {what}".rstrip() for place, what in rows]
    left_out = len(changes) - len(listed)
    if left_out:
        lines.append(f"  not listed: {left_out} changes that only say where an action comes from")
    return "\n".join(lines)


def _says_descent(change: Change) -> bool:
    if not isinstance(change, Changed):
        return False
    if change.field == "origin":
        return change.old is None
    if change.field != "links" or not isinstance(change.new, tuple):
        return False
    gone, come = _gone_and_come(change.old, change.new)
    return not gone and all(isinstance(link, Link) and link.kind in _DESCENT for link in come)


def _counts(changes: Sequence[Change]) -> str:
    counts = Counter(type(change) for change in changes)
    parts = [f"{counts[kind]} {word}" for kind, word in _KINDS if counts[kind]]
    fields = counts[Changed]
    if fields:
        parts.append(f"{fields} field{'' if fields == 1 else 's'} changed")
    if counts[Reordered]:
        parts.append("another order")
    return ", ".join(parts) or "no changes"


def _place(change: Change) -> str:
    if isinstance(change, Added | Split):
        return _code(change.after)
    if isinstance(change, Removed | Merged):
        return _code(change.before)
    if isinstance(change, Renumbered | Changed):
        # Both codes, because one alone may be the old one of another action.
        before, after = _code(change.before), _code(change.after)
        return after if before == after else f"{before} -> {after}"
    return "plan"


def _code(ref: ActionRef | PlanRef) -> str:
    return "plan" if isinstance(ref, PlanRef) else str(ref.code)


def _what(change: Change) -> str:
    match change:
        case Added(action=action):
            what = f"added: {_short(action.title)}"
        case Removed(action=action):
            what = f"removed: {_short(action.title)}"
        case Merged(after=after, action=action):
            what = f"merged into {_code(after)}: {_short(action.title)}"
        case Split(before=before, action=action):
            what = f"split off from {_code(before)}: {_short(action.title)}"
        case Renumbered(by=PairedBy.TITLE, confidence=confidence):
            what = f"renumbered (by title, confidence {confidence:.2f})"
        case Renumbered():
            what = "renumbered"
        case Changed(field=field, old=old, new=new):
            what = f"{field}: {_values(old, new)}"
        case Reordered(after=order):
            what = f"order: {', '.join(_code(ref) for ref in order)}"
    return what


def _values(old: object, new: object) -> str:
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone, come = _gone_and_come(old, new)
        parts = [f"- {_shown(item)}" for item in gone] + [f"+ {_shown(item)}" for item in come]
        return "; ".join(parts) or "in another order"
    return f"{_shown(old)} -> {_shown(new)}"


def _gone_and_come(old: object, new: object) -> tuple[list[object], list[object]]:
    olds = old if isinstance(old, tuple) else ()
    news = new if isinstance(new, tuple) else ()
    gone, come = Counter(olds), Counter(news)
    return list((gone - come).elements()), list((come - gone).elements())


def _shown(value: object) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, str):
        return _short(value)
    if isinstance(value, Link):
        return f"{value.kind.value} {value.target}"
    return _short(" ".join(_words_of(value)) or str(value))


def _words_of(value: object) -> Iterator[str]:
    """The words of a record that has some; a record without any prints as itself."""
    for name in ("code", "mark", "party", "text", "title"):
        word = getattr(value, name, None)
        if word is not None and word != "":
            yield str(word)


def _short(text: str) -> str:
    """One line of at most `_WIDTH` characters."""
    # The slice keeps a text of a megabyte from being taken apart for its first words.
    line = " ".join(text[: 4 * _WIDTH].split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 3].rstrip()}..."
