"""Arguments that take several things of one kind, and say what is wrong with anything else."""

from collections.abc import Iterable
from typing import TypeVar

__all__ = ["several"]

_T = TypeVar("_T")


def several(
    given: Iterable[_T], kind: type[_T], *, takes: str, single: str, hint: str = ""
) -> tuple[_T, ...]:
    """What was handed in, if all of it is of one kind.

    Args:
        given: What was handed in.
        kind: What each must be.
        takes: What the argument takes, with its name, for messages.
        single: How a single one is handed in.
        hint: Where such things come from; may be empty.

    Returns:
        All, in order.

    Raises:
        TypeError: A single thing was given, a text, nothing to go through, or another kind.

    Example:
        >>> several([1, 2], int, takes="days takes numbers", single="days=[1]")
        (1, 2)
        >>> several(1, int, takes="days takes numbers", single="days=[1]")
        Traceback (most recent call last):
        TypeError: days takes numbers, not a single one; write days=[1]
    """
    if isinstance(given, kind):
        raise TypeError(f"{takes}, not a single one; write {single}")
    if isinstance(given, str | bytes):
        raise TypeError(f"{takes}, not the text {given!r:.80}")
    try:
        found = tuple(given)
    except TypeError:
        raise TypeError(f"{takes}, not {given!r:.80}; leave it out where there are none") from None
    for one in found:
        if not isinstance(one, kind):
            raise TypeError(f"{takes}, not {one!r:.80} among them{hint and f'; {hint}'}")
    return found
