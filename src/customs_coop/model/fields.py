"""What the records accept: tuples that refuse a bare string, canonical text, open vocabularies."""

import datetime as dt
import enum
import types
from collections.abc import Iterable
from typing import TypeVar, get_args

import attrs

from customs_coop.dates import PartialDate, as_date, as_partial_date
from customs_coop.errors import InvalidValueError
from customs_coop.model.identity import Code, DeadlineRef
from customs_coop.model.vocabulary import Marking, Priority, Stage, Status

__all__ = [
    "as_code",
    "as_marking",
    "as_priority",
    "as_stage",
    "as_status",
    "codes",
    "first_deadlines",
    "member",
    "optional_code",
    "optional_date",
    "optional_partial_date",
    "plural",
    "texts",
    "whole_number",
]

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)


def plural(
    values: Iterable[T], name: str, kind: "type | types.UnionType | None" = None
) -> tuple[T, ...]:
    """Make a tuple, and refuse what is one value by mistake.

    Args:
        values: Any iterable but a text.
        name: The field, for the message.
        kind: What each member has to be, or None where somebody else looks.

    Raises:
        TypeError: `values` is a text, bytes, or nothing that can be iterated, or a member is of
            another kind.

    Example:
        >>> plural("CCWP", "parties")
        Traceback (most recent call last):
        ...
        TypeError: parties takes a tuple of values, not the bare text 'CCWP'; write ('CCWP',)
    """
    if isinstance(values, str | bytes):
        raise TypeError(
            f"{name} takes a tuple of values, not the bare text {values!r}; write ({values!r},)"
        )
    try:
        found = tuple(values)
    except TypeError:
        raise TypeError(f"{name} takes a tuple of values, not {values!r}") from None
    if kind is not None:
        for value in found:
            if not isinstance(value, kind):
                raise TypeError(f"{name} takes members of {_named(kind)}, not {value!r}")
    return found


def _named(kind: "type | types.UnionType") -> str:
    kinds = get_args(kind) or (kind,)
    return " or ".join(getattr(member, "__name__", str(member)) for member in kinds)


def first_deadlines(values: Iterable[DeadlineRef | None]) -> tuple[DeadlineRef | None, ...]:
    """Make a tuple of the places where deadlines first stood; None for what is new.

    Raises:
        TypeError: A bare text, or a member that is neither.
    """
    return () if values == () else plural(values, "deadline_origins", DeadlineRef | None)


def texts(values: Iterable[str], name: str) -> tuple[str, ...]:
    """Make a tuple of texts, and refuse anything else in it.

    Raises:
        TypeError: A bare text, or a member that is no text.
    """
    return plural(values, name, str)


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


def whole_number(_instance: object, attribute: "attrs.Attribute[int]", value: object) -> None:
    """Refuse what only counts as an integer, such as True, and what does not."""
    if type(value) is not int:
        raise TypeError(f"{attribute.name} takes a whole number, not {value!r}")


def member(kind: type[E], value: E | str) -> E:
    """Accept a member of a closed vocabulary, or its word.

    Raises:
        InvalidValueError: No member has that word; the message lists the words.
        TypeError: The value is neither.

    Example:
        >>> member(Priority, "High").name
        'HIGH'
    """
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a {kind.__name__} is wanted, not {value!r}")
    try:
        return kind(value)
    except ValueError:
        words = ", ".join(repr(known.value) for known in kind)
        raise InvalidValueError(f"{value!r} is no {kind.__name__}; there are {words}") from None


def as_status(value: Status | str) -> Status:
    """Accept a status or its word."""
    return member(Status, value)


def as_stage(value: Stage | str | None) -> Stage | None:
    """Accept a stage, its word, or None."""
    return None if value is None else member(Stage, value)


def _open(kind: type[E], value: E | str | None) -> E | str | None:
    """The member whose word this is, in any case; else the text as it stands."""
    if value is None or isinstance(value, kind):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a {kind.__name__}, a word or None is wanted, not {value!r}")
    folded = value.strip().casefold()
    for known in kind:
        if known.value.casefold() == folded:
            return known
    return value


def as_priority(value: Priority | str | None) -> Priority | str | None:
    """Accept a priority or a word; a word that no member has survives as it is printed."""
    return _open(Priority, value)


def as_marking(value: Marking | str | None) -> Marking | str | None:
    """Accept a marking or a word; a word that no member has survives as it is printed."""
    return _open(Marking, value)
