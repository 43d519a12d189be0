"""Things of one name, which a dossier may hold by mistake: put in order by what is in them."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs

__all__ = ["arranged"]

_T = TypeVar("_T")


def arranged(
    things: Sequence[_T], name: Callable[[_T], object], words: Callable[[_T], str]
) -> Sequence[_T]:
    """Put things so that which of one name comes first does not depend on how they stood.

    Args:
        things: The things.
        name: What each is called.
        words: Its title or text; one that has words comes before one that has none.

    Returns:
        The things as they stand where each name is there once; else those whose name is that of
        several stand last, by their words and then by all else that is in them.

    Example:
        >>> arranged(["b1", "c", "a1"], lambda text: text[1:], str)
        ['c', 'a1', 'b1']
    """
    names = [name(one) for one in things]
    if len(set(names)) == len(names):
        return things
    often = Counter(names)
    alone = [one for one, called in zip(things, names, strict=True) if often[called] == 1]
    shared = [one for one, called in zip(things, names, strict=True) if often[called] > 1]

    def place(one: _T) -> tuple[bool, str, str]:
        return not words(one).strip(), words(one), _content(one)

    return [*alone, *sorted(shared, key=place)]


def _content(value: object) -> str:
    """All that is compared of a value, whatever the order in which its parts stand."""
    if isinstance(value, tuple):
        return f"[{','.join(sorted(map(_content, value)))}]"
    kind = type(value)
    if attrs.has(kind):
        parts = [_content(getattr(value, one.name)) for one in attrs.fields(kind) if one.eq]
        return f"{kind.__name__}({','.join(parts)})"
    return repr(value)
