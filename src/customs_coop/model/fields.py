"""What the records accept: tuples that refuse a bare string, canonical text, open vocabularies."""

import datetime as dt
import enum
from collections.abc import Iterable
from typing import TypeVar

from customs_coop.dates import PartialDate, as_date, as_partial_date
from customs_coop.model.identity import Code
from customs_coop.model.vocabulary import Marking, Priority

__all__ = [
    "as_code",
    "as_marking",
    "as_priority",
    "codes",
    "optional_code",
    "optional_date",
    "optional_partial_date",
    "plural",
    "texts",
]

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)


def plural(values: Iterable[T], name: str) -> tuple[T, ...]:
    """Make a tuple, and refuse what is one value by mistake.

    Args:
        values: Any iterable but a text.
        name: The field, for the message.

    Raises:
        TypeError: `values` is a text, bytes, or nothing that can be iterated.

    Example:
        >>> plural("CCWP", "parties")
        Traceback (most recent call last):
        ...
        TypeError: parties takes a tuple of values, not the bare text 'CCWP'; write ('CCWP',)
    """
    if type(values) is tuple:
        return values
    if isinstance(values, str | bytes):
        raise TypeError(
            f"{name} takes a tuple of values, not the bare text {values!r}; write ({values!r},)"
        )
    try:
        return tuple(values)
    except TypeError:
        raise TypeError(f"{name} takes a tuple of values, not {values!r}") from None


def texts(values: Iterable[str], name: str) -> tuple[str, ...]:
    """Make a tuple of texts, and refuse anything else in it.

    Raises:
        TypeError: A bare text, or a member that is no text.
    """
    found = plural(values, name)
    for value in found:
        if not isinstance(value, str):
            raise TypeError(f"{name} takes texts, not {value!r}")
    return found


def as_code(value: Code | str) -> Code:
    """Accept a code or its text."""
    return value if isinstance(value, Code) else Code(value)


def optional_code(value: Code | str | None) -> Code | None:
    """Accept a code, its text, or nothing."""
    return None if value is None else as_code(value)


def codes(values: Iterable[Code | str], name: str) -> tuple[Code, ...]:
    """Make a tuple of codes from codes or their texts."""
    return tuple([as_code(value) for value in plural(values, name)])


def optional_date(value: dt.date | str | None) -> dt.date | None:
    """Accept a day, its ISO 8601 text, or nothing."""
    return None if value is None else as_date(value)


def optional_partial_date(value: PartialDate | dt.date | str | None) -> PartialDate | None:
    """Accept a partial date, a day, the text of either, or nothing."""
    return None if value is None else as_partial_date(value)


def _known(kind: type[E], text: str) -> E | str:
    """The member whose word this is, in any case; else the text as it stands."""
    folded = text.strip().casefold()
    for member in kind:
        if member.value.casefold() == folded:
            return member
    return text


def as_priority(value: Priority | str | None) -> Priority | str | None:
    """Accept a priority or a word; a word that no member has survives as it is printed."""
    return _known(Priority, value) if isinstance(value, str) else value


def as_marking(value: Marking | str | None) -> Marking | str | None:
    """Accept a marking or a word; a word that no member has survives as it is printed."""
    return _known(Marking, value) if isinstance(value, str) else value
