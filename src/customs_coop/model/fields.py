"""What the records accept: tuples that refuse a bare string, canonical text, open vocabularies."""

import datetime as dt
import enum
import types
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, TypeVar, cast, get_args

import attrs

from customs_coop.dates import PartialDate, Period, as_date, as_partial_date, as_period
from customs_coop.deadline import Deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model.identity import Code, DeadlineRef
from customs_coop.model.vocabulary import Marking, Priority, Stage, Status
from customs_coop.references.base import Pattern

__all__ = [
    "as_code",
    "as_marking",
    "as_number",
    "as_priority",
    "as_status",
    "codes",
    "finite",
    "finite_number",
    "first_deadlines",
    "member",
    "optional_code",
    "optional_date",
    "optional_deadline",
    "optional_number",
    "optional_partial_date",
    "optional_stage",
    "optional_status",
    "period_or_part",
    "plural",
    "required_text",
    "texts",
    "whole_number",
]

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)

_PART_OF_YEARS: Final = Pattern(r"([0-9]{4})(?:-([0-9]{2}))?")


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


def as_number(value: Decimal | int) -> Decimal:
    """Make a Decimal of a whole number; what is neither is left to `finite_number`.

    Example:
        >>> as_number(400)
        Decimal('400')
    """
    if isinstance(value, int) and type(value) is not bool:
        return Decimal(value)
    return cast("Decimal", value)  # the validator refuses the rest


def optional_number(value: Decimal | int | None) -> Decimal | None:
    """Accept a Decimal, a whole number, or nothing."""
    return None if value is None else as_number(value)


def finite(
    _instance: object, attribute: "attrs.Attribute[Decimal | None]", value: Decimal | None
) -> None:
    """Refuse what counts nothing: infinity, and what is no number.

    Raises:
        InvalidValueError: The value is one of these.
        TypeError: It is neither a Decimal nor None.
    """
    if value is not None:
        _refuse_endless(attribute.name, value)


def _refuse_endless(name: str, value: object) -> None:
    if not isinstance(value, Decimal):
        # Of a float nobody knows which number was meant: 0.1 is none that a float can be.
        hint = f"; write Decimal({str(value)!r})" if isinstance(value, float) else ""
        kind = "the float " if isinstance(value, float) else ""
        raise TypeError(f"{name} takes a Decimal or a whole number, not {kind}{value!r:.80}{hint}")
    if not value.is_finite():
        raise InvalidValueError(f"{name} takes a finite number, not {value}")


def finite_number(_instance: object, attribute: "attrs.Attribute[Decimal]", value: object) -> None:
    """Refuse what is no number, and what counts nothing.

    Raises:
        InvalidValueError: The value is infinite, or no number.
        TypeError: It is no Decimal.
    """
    _refuse_endless(attribute.name, value)


def required_text(_instance: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    """Refuse a text that says nothing.

    Raises:
        InvalidValueError: The text is blank.
        TypeError: It is no text.
    """
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} takes a text, not {value!r:.80}")
    if not value.strip():
        raise InvalidValueError(f"{attribute.name} must say something; it is blank")


def optional_deadline(
    _instance: object, attribute: "attrs.Attribute[Deadline | None]", value: object
) -> None:
    """Refuse what is neither a deadline nor None.

    Raises:
        TypeError: It is something else, such as a text.
    """
    if value is None or isinstance(value, Deadline):
        return
    hint = f"; write parse_deadline({value!r})" if isinstance(value, str) else ""
    raise TypeError(f"{attribute.name} takes a deadline or None, not {value!r:.80}{hint}")


def period_or_part(value: Period | str) -> Period:
    """Accept a period, its text, or that of a year or month.

    Raises:
        InvalidValueError: The text is none of these.
        TypeError: The value is neither.

    Example:
        >>> str(period_or_part("2024")), str(period_or_part("2024-05"))
        ('2024-01-01/2024-12-31', '2024-05-01/2024-05-31')
    """
    found = _PART_OF_YEARS.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return as_period(value)
    if found[2] is None:
        return Period.of_months(int(found[1]), 1, 12)
    return Period.of_months(int(found[1]), int(found[2]))


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


def optional_status(value: Status | str | None) -> Status | None:
    """Accept a status, its word, or None."""
    return None if value is None else as_status(value)


def optional_stage(value: Stage | str | None) -> Stage | None:
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
