"""What a conflict is about, in the whole words of everybody."""

import enum
from collections import Counter
from collections.abc import Iterator

from customs_coop.comparison import Conflict
from customs_coop.comparison.difference import ACTION_FIELDS
from customs_coop.comparison.items import words_of
from customs_coop.comparison.merging.report import headline_of, proposal_of
from customs_coop.comparison.values import value_change
from customs_coop.exporters.comparison.wording import field_in_words
from customs_coop.model import (
    Action,
    ActionRef,
    Funding,
    Indicator,
    Involvement,
    Link,
    Measure,
    Status,
)

__all__ = ["base_in_words", "proposals_in_words"]

_NONE = "none"
# Where the value says where an action stands, and not what a field holds.
_STANDING = frozenset({"move", "place"})
# A line begins with the code and the title, unless it is these that changed.
_HEAD = ("code", "title")


def base_in_words(conflict: Conflict) -> str:
    """What the base has there, with a line for each of several items.

    Of an action that one removes, it is each field that holds anything or that another changed.

    Example:
        >>> from customs_coop.model import PlanRef
        >>> proposals = (("DE", "Second"), ("FR", "Next"))
        >>> base_in_words(
        ...     Conflict(place=PlanRef("AP2"), field="title", base="Plan", proposals=proposals)
        ... )
        'Plan'
    """
    base = conflict.base
    if isinstance(base, Action):
        # At a code the others are other actions, and no versions of this one.
        edits = _versions(conflict) if conflict.field == "action" else []
        return "\n".join(_lines(base, _unlike([base, *edits])))
    if conflict.field == "order" and base:
        return _order(base)
    if conflict.field == "order" or _happened(conflict):
        return headline_of(conflict).partition(": ")[2]
    return _whole(base)


def proposals_in_words(conflict: Conflict) -> tuple[tuple[str, str], ...]:
    """The authors with what they want there, in full; by author.

    Where the words of two are the same and something behind them is not, it is told how each
    differs from the base.
    """
    if conflict.field == "order":
        return tuple((author, _order(value)) for author, value in conflict.proposals)
    if _happened(conflict):
        return tuple((author, _action(conflict, value)) for author, value in conflict.proposals)
    base = conflict.base
    found = [(author, value, _proposed(conflict, value)) for author, value in conflict.proposals]
    met = Counter([_whole(base), *(words for _, _, words in found)])
    told: list[tuple[str, str]] = []
    for author, value, words in found:
        if met[words] > 1 and value is not None:
            olds, news = (base, value) if conflict.item is None else ((base,), (value,))
            told.append((author, f"{words}\n({value_change(olds, news)})"))
        else:
            told.append((author, words))
    return tuple(told)


def _versions(conflict: Conflict) -> list[Action]:
    return [value for _, value in conflict.proposals if isinstance(value, Action)]


def _happened(conflict: Conflict) -> bool:
    """Whether it is about actions as a whole, or where one stands."""
    values = [conflict.base, *(value for _, value in conflict.proposals)]
    return conflict.field in _STANDING or any(isinstance(value, Action) for value in values)


def _action(conflict: Conflict, value: object) -> str:
    """What an author wants to become of an action."""
    if conflict.field in _STANDING or not isinstance(value, Action):
        return proposal_of(conflict, value)
    if conflict.field != "action":
        return "\n".join(_lines(value))
    if isinstance(conflict.base, Action):
        return "\n".join(_edit(conflict.base, value)) or "moved"
    author, first = next(
        (author, one) for author, one in conflict.proposals if isinstance(one, Action)
    )
    # Nothing of a new action has to be told from what was; a status is told from the others.
    filled = tuple(n for n in _unlike(_versions(conflict)) if _whole(getattr(value, n)) != _NONE)
    return "\n".join([*_lines(value, filled), *_behind_the_words(author, first, value)])


def _edit(base: Action, action: Action) -> Iterator[str]:
    """The fields that an edit changed, each with its new value."""
    for name in _unlike([base, action]):
        line = _line(action, name)
        if line == _line(base, name):
            line += f" ({_change(base, action, name)})"
        yield line


def _behind_the_words(author: str, first: Action, action: Action) -> Iterator[str]:
    """In what a version of a new action differs from the first one where the words do not."""
    for name in _unlike([first, action]):
        if _line(first, name) == _line(action, name):
            change = _change(first, action, name)
            yield f"({field_in_words(name)}, unlike {author}: {change})"


def _change(old: Action, new: Action, name: str) -> str:
    return value_change(getattr(old, name), getattr(new, name))


def _unlike(versions: list[Action]) -> tuple[str, ...]:
    """The fields in which several versions of an action are not alike."""
    first = versions[0]
    return tuple(
        name
        for name in ("code", *ACTION_FIELDS)
        if any(getattr(one, name) != getattr(first, name) for one in versions)
    )


def _lines(action: Action, more: tuple[str, ...] = ()) -> Iterator[str]:
    """An action with every field that holds anything, and some that may hold nothing."""
    yield _joined(f"{action.code} {action.title}")
    empty = Action(code=action.code, title=action.title)
    for name in ACTION_FIELDS:
        is_filled = getattr(action, name) != getattr(empty, name)
        if name not in _HEAD and (is_filled or name in more):
            yield _line(action, name)


def _line(action: Action, name: str) -> str:
    """A field with its heading, on one line."""
    value: object = getattr(action, name)
    items = value if isinstance(value, tuple) and value else (value,)
    return f"{field_in_words(name).capitalize()}: {'; '.join(_joined(_whole(i)) for i in items)}"


def _joined(text: str) -> str:
    return " ".join(text.split())


def _order(value: object) -> str:
    """The codes of some actions, all of them."""
    refs = value if isinstance(value, tuple) else ()
    return ", ".join(str(ref.code) for ref in refs if isinstance(ref, ActionRef)) or _NONE


def _proposed(conflict: Conflict, value: object) -> str:
    return "removed" if value is None and conflict.item is not None else _whole(value)


def _whole(value: object) -> str:
    """A value in full, each item of several on a line of its own."""
    if value is None or value in ("", ()):
        return _NONE
    if isinstance(value, tuple):
        return "\n".join(map(_whole, value))
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, str | ActionRef):
        return str(value)
    words = words_of(value) or str(value)
    more = "; ".join(_beside(value))
    return f"{words} ({more})" if more else words


def _beside(item: object) -> Iterator[str]:
    """What an item holds beside its words, such as the role of a party or a deadline."""
    match item:
        case Involvement():
            yield item.role.value
            if not item.confirmed:
                yield "to be confirmed"
        case Indicator():
            yield from _beside_indicator(item)
        case Funding():
            yield from (words for words in (item.state, item.amount) if words)
        case Link():
            if item.text:
                yield item.text
            if item.inferred:
                yield "inferred"
        case _:
            pass


def _beside_indicator(indicator: Indicator) -> Iterator[str]:
    yield from (deadline.text for deadline in indicator.deadlines)
    if indicator.status is not Status.OPEN:
        yield f"status: {indicator.status.value}"
    if indicator.evidence:
        yield f"evidence: {', '.join(map(str, indicator.evidence))}"
    if indicator.measure is not None:
        yield _measure(indicator.measure)


def _measure(measure: Measure) -> str:
    figures = (("baseline", measure.baseline), ("target", measure.target))
    words = [f"{name} {figure}" for name, figure in figures if figure is not None]
    return f"measure: {', '.join([*words, f'unit {measure.unit}'])}"
