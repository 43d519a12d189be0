"""The old and the new value of one field, in one line for people."""

import enum
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import attrs

from customs_coop.comparison.items import ItemPair, name_of, pair_items, words_of
from customs_coop.comparison.words import Words, WordsKind, word_changes
from customs_coop.model import Indicator, Role
from customs_coop.references.base import Pattern

__all__ = ["shortened", "shown_value", "value_change"]

_WIDTH: Final = 70
_AROUND: Final = 30
_MOST_CHANGED: Final = 160
_BLANKS = Pattern(r"\s+")
_MARKS: Final = {WordsKind.DELETED: "[-{}-]", WordsKind.INSERTED: "{{+{}+}}"}


def value_change(old: object, new: object) -> str:
    """Say how a value became another: texts word by word, plural fields item by item."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _items_change(old, new)
    # A member of an open vocabulary is a word like any other.
    if isinstance(old, str) and isinstance(new, str) and old and new:
        return _text_change(old, new)
    if type(old) is type(new) and _is_record(old) and shown_value(old) == shown_value(new):
        return f"{shown_value(new)} ({_fields_change(old, new)})"
    return _apart(old, new)


def shown_value(value: object) -> str:
    """A value in one short line."""
    if value is None or value == "":
        return "none"
    if isinstance(value, tuple):
        return shortened("; ".join(shown_value(item) for item in value[:20])) or "none"
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, str):
        return shortened(value) or repr(value)
    return shortened(words_of(value) or str(value))


def shortened(text: str) -> str:
    """One line of at most 70 characters."""
    # The slice keeps a text of a megabyte from being taken apart for its first words.
    line = " ".join(text[: 4 * _WIDTH].split())
    is_whole = len(line) <= _WIDTH and len(text) <= 4 * _WIDTH
    return line if is_whole else f"{line[: _WIDTH - 3].rstrip()}..."


def _items_change(olds: tuple[object, ...], news: tuple[object, ...]) -> str:
    pairs = pair_items(olds, news)
    parts = [_item_change(pair) for pair in pairs if not pair.unchanged]
    stayed = [pair.was for pair in pairs if pair.was is not None and pair.place is not None]
    if any(one > other for one, other in pairwise(stayed)):
        parts.append("in another order")
    return "; ".join(parts)


def _item_change(pair: ItemPair) -> str:
    old, new = pair.old, pair.new
    if pair.was is None:
        return f"+ {_in_full(new)}"
    if pair.place is None:
        return f"- {_in_full(old)}"
    if isinstance(old, str) and isinstance(new, str):
        return f"~ {_text_change(old, new)}"
    if not (_is_record(old) and _is_record(new)):
        return f"~ {_apart(old, new)}"
    # The words of an indicator are its text, those of a work area its title.
    name_of_words = "text" if hasattr(old, "text") and hasattr(new, "text") else "title"
    was, is_now = getattr(old, name_of_words, ""), getattr(new, name_of_words, "")
    others = _fields_change(old, new, without=name_of_words if was and is_now else "")
    if was and is_now and was != is_now:
        name = f"{name_of(new)}: " if name_of(new) else ""
        return f"~ {name}{_text_change(was, is_now)}" + (f" ({others})" if others else "")
    return f"~ {shown_value(new)} ({others})"


def _in_full(item: object) -> str:
    """An item with what its words may not say: the role of a party, the deadlines."""
    more: list[str] = []
    role: object = getattr(item, "role", None)
    if isinstance(role, Role):
        more.append(role.value)
    if isinstance(item, Indicator):
        more += [deadline.text for deadline in item.deadlines]
    return f"{shown_value(item)} ({shortened('; '.join(more))})" if more else shown_value(item)


def _is_record(value: object) -> bool:
    return attrs.has(type(value))


def _fields_change(old: object, new: object, without: str = "") -> str:
    """The fields of a record that differ; where the classes differ, these as well."""
    parts = []
    if type(old) is not type(new):
        parts.append(f"type: {type(old).__name__} -> {type(new).__name__}")
    names = dict.fromkeys([*_fields(old), *_fields(new)])
    for name in names:
        was, is_now = getattr(old, name, None), getattr(new, name, None)
        if name != without and was != is_now:
            parts.append(f"{name}: {value_change(was, is_now)}")
    return ", ".join(parts)


def _fields(value: object) -> Iterator[str]:
    # The class is known to be one of attrs, but its checker wants to see it as such.
    kind: type[attrs.AttrsInstance] = type(value)  # type: ignore[assignment]
    return (field.name for field in attrs.fields(kind) if field.eq)


def _text_change(old: str, new: str) -> str:
    """The words that changed, with a few around them; two texts with nothing in common in full."""
    runs = word_changes(old, new)
    if not any(run.kind is WordsKind.SAME and _has_words(run.text) for run in runs):
        return _apart(old, new)
    last = len(runs) - 1
    return "".join(
        _kept(run.text, is_first=at == 0, is_last=at == last)
        if run.kind is WordsKind.SAME
        else _MARKS[run.kind].format(_changed(run.text, _opposite(runs, at)))
        for at, run in enumerate(runs)
    ).strip()


def _opposite(runs: tuple[Words, ...], at: int) -> str:
    """What was deleted where this was inserted, or the other way round."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(runs) and runs[other].kind not in (WordsKind.SAME, runs[at].kind):
            return runs[other].text
    return ""


def _kept(text: str, *, is_first: bool, is_last: bool) -> str:
    """Words that stayed; of many, those next to a change."""
    start, end = text[:_WIDTH] if is_last else text, text[-_WIDTH:] if is_first else text
    if len(text) <= 2 * _AROUND:
        return _one_line(text)
    head = "" if is_first else _one_line(start[:_AROUND]).rpartition(" ")[0] + " "
    tail = "" if is_last else " " + _one_line(end[-_AROUND:]).partition(" ")[2]
    return f"{head.removesuffix(' ') or head}{'...' if is_last else ' ... '}{tail.lstrip()}"


def _changed(text: str, other: str) -> str:
    """Words that came or went; where nobody would see what, by the codes of the characters."""
    if _looks(text) in ("", _looks(other)):
        return ascii(text[:_MOST_CHANGED])[1:-1]
    line = _one_line(text)
    if len(line) <= _MOST_CHANGED:
        return line
    half = _MOST_CHANGED // 2
    return f"{line[:half].rstrip()} ... {line[-half:].lstrip()}"


def _apart(old: object, new: object) -> str:
    """Both values, shown so that they do not look the same."""
    was, is_now = shown_value(old), shown_value(new)
    if _looks(was) != _looks(is_now):
        return f"{was} -> {is_now}"
    here, there = str(old), str(new)
    if _looks(here) == _looks(there):
        here, there = ascii(old), ascii(new)
    unlike = (at for at, (one, other) in enumerate(zip(here, there, strict=False)) if one != other)
    first = max(0, next(unlike, min(len(here), len(there))) - _AROUND)
    shown = [f"{'...' * (first > 0)}{side[first : first + _WIDTH]}" for side in (here, there)]
    return " -> ".join(shown)


def _looks(text: str) -> str:
    """A text as a reader sees it: without accents of their own, and what shows nothing."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")


def _one_line(text: str) -> str:
    """A run with every stretch of blanks as one blank, also at its ends."""
    return _BLANKS.sub(" ", text)


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
