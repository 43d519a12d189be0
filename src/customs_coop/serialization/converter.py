"""How each kind of value becomes JSON and back: strict, with the class name on union members."""

import datetime as dt
import enum
import functools
import json
import math
import operator
import sys
import types
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import attrs

from customs_coop.dates import PartialDate, Period, as_date
from customs_coop.errors import InvalidValueError
from customs_coop.model import Code

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["make_converter", "quoted", "shown"]


def quoted(text: str) -> str:
    """The beginning of a text as JSON would write it, fit for any output."""
    start = text[:40]
    # Half a surrogate pair cannot be printed, so such a text is shown with escapes.
    broken = any("\ud800" <= character <= "\udfff" for character in start)
    return json.dumps(start, ensure_ascii=broken)


def shown(value: object) -> str:
    """A value in the words of JSON, for a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return "a list" if isinstance(value, list) else "an object"


_MOST_FIGURES = 7
_SHORT = 48  # characters; most names of parties are shorter


def _text(value: object, _type: object = None) -> str:
    if type(value) is not str:
        raise InvalidValueError(f"a text is wanted, not {shown(value)}")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidValueError("the text holds a lone surrogate") from None
    # Ids, codes and words of times stand in many rows, and are kept once.
    return sys.intern(value) if len(value) <= _SHORT else value


def _integer(value: object, _type: object = None) -> int:
    if type(value) is not int:
        raise InvalidValueError(f"a whole number is wanted, not {shown(value)}")
    return value


def _number(value: object, _type: object = None) -> float:
    if type(value) is not int and type(value) is not float:
        raise InvalidValueError(f"a number is wanted, not {shown(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    # What is too large for the machine is read as infinite, which JSON cannot express.
    if not math.isfinite(number):
        raise InvalidValueError("the number is too large")
    return number


def _truth(value: object, _type: object = None) -> bool:
    if type(value) is not bool:
        raise InvalidValueError(f"true or false is wanted, not {shown(value)}")
    return value


def _decimal(value: object, _type: object = None) -> Decimal:
    text = _text(value)
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or str(number) != text:
        raise InvalidValueError(
            f'a decimal number as text, such as "12.5", is wanted, not "{text}"'
        )
    return number


def _day(value: object, _type: object = None) -> dt.date:
    return as_date(_text(value))


def _length(value: object, _type: object = None) -> dt.timedelta:
    text = _text(value)
    figures = text.removeprefix("P").removesuffix("D")
    # No length of the calendar has more than seven figures.
    if figures.isascii() and figures.isdecimal() and len(figures) <= _MOST_FIGURES:
        length = dt.timedelta(days=int(figures))
        if _written_length(length) == text:
            return length
    raise InvalidValueError(f'a number of days, such as "P90D", is wanted, not "{text[:40]}"')


def _written_length(length: dt.timedelta) -> str:
    return f"P{length.days}D"


def _member(value: object, kind: type[enum.Enum]) -> enum.Enum:
    text = _text(value)
    try:
        return kind(text)
    except ValueError:
        known = ", ".join(f'"{member.value}"' for member in kind)
        raise InvalidValueError(f'one of {known} is wanted, not "{text}"') from None


def _members(kind: object) -> tuple[object, ...]:
    """The members of a union but None; nothing for what is no union."""
    if get_origin(kind) not in (Union, types.UnionType):
        return ()
    return tuple(member for member in get_args(kind) if member is not type(None))


def _is_list(kind: object) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple and get_args(kind)[-1] is Ellipsis


def _is_pair(kind: object) -> bool:
    """Whether it is a tuple of so many members, each of its own type."""
    return get_origin(kind) is tuple and not _is_list(kind)


def _is_record_union(kind: object) -> bool:
    members = _members(kind)
    return len(members) > 1 and all(isinstance(m, type) and attrs.has(m) for m in members)


def _is_text_or_more(kind: object) -> bool:
    """Whether a text may stand in the place of a record or of a number."""
    members = _members(kind)
    others = [member for member in members if member is not str]
    return (
        len(others) == 1
        and len(members) == 2
        and (others[0] is int or (isinstance(others[0], type) and attrs.has(others[0])))
    )


def _is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _is_open_vocabulary(kind: object) -> bool:
    members = _members(kind)
    return str in members and any(_is_enum(member) for member in members)


# What has a canonical text: the class, its reader and its writer. Any: each row has its own class.
_TEXT_FORMS: tuple[tuple[type[Any], Callable[[Any, Any], Any], Callable[[Any], str]], ...] = (
    (dt.date, _day, dt.date.isoformat),
    (dt.timedelta, _length, _written_length),
    (Decimal, _decimal, str),
    (Code, lambda value, _type: Code(_text(value)), str),
    (Period, lambda value, _type: Period.parse(_text(value)), str),
    (PartialDate, lambda value, _type: PartialDate.parse(_text(value)), str),
)

# Where a thing stood in its source is true of that source only, and may name somebody's folders.
_UNWRITTEN = "span"


@functools.cache
def make_converter(*, detailed: bool) -> "Converter":
    """A private converter; the detailed one is slower and collects every fault with its path."""
    from cattrs import Converter

    converter = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _integer)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(float, _number)
    # By class: older versions of cattrs have a hook for enumerations that goes before functions.
    converter.register_structure_hook(enum.Enum, _member)
    converter.register_structure_hook_func(
        _is_open_vocabulary, lambda value, _type: None if value is None else _text(value)
    )
    converter.register_unstructure_hook_func(
        _is_open_vocabulary, lambda value: value.value if isinstance(value, enum.Enum) else value
    )
    _register_lists(converter)
    _register_records(converter)
    # Some text forms are attrs classes: they come later than the records, so they win.
    for as_text, reader, writer in _TEXT_FORMS:
        converter.register_structure_hook_func(functools.partial(operator.is_, as_text), reader)
        converter.register_unstructure_hook_func(functools.partial(operator.is_, as_text), writer)
    _register_texts_or_more(converter)
    _register_unions(converter)
    return converter


# cattrs hands over values and classes of every type, hence Any in the hooks that follow.


def _register_lists(converter: "Converter") -> None:
    def read_list(kind: Any) -> Callable[[Any, Any], Any]:
        member = get_args(kind)[0]
        as_list: Any = types.GenericAlias(list, (member,))
        inner = converter.get_structure_hook(as_list)

        def read(value: Any, _type: Any) -> Any:
            if type(value) is not list:
                raise InvalidValueError(f"a list is wanted, not {shown(value)}")
            return tuple(inner(value, as_list))

        return read

    def write_pair(kind: Any) -> Callable[[Any], list[Any]]:
        hooks = [converter.get_unstructure_hook(member) for member in get_args(kind)]
        return lambda pair: [hook(part) for hook, part in zip(hooks, pair, strict=True)]

    converter.register_structure_hook_factory(_is_list, read_list)
    converter.register_unstructure_hook_factory(_is_pair, write_pair)


def _register_records(converter: "Converter") -> None:
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    def unwritten(kind: Any) -> dict[str, Any]:
        names = {field.name for field in attrs.fields(kind)}
        return {_UNWRITTEN: override(omit=True)} if _UNWRITTEN in names else {}

    def read_record(kind: Any) -> Callable[[Any, Any], Any]:
        inner = make_dict_structure_fn(kind, converter, **unwritten(kind))

        def read(value: Any, kind: Any) -> Any:
            if type(value) is not dict:
                raise InvalidValueError(f"an object is wanted, not {shown(value)}")
            return inner(value, kind)

        return read

    def write_record(kind: Any) -> Callable[[Any], dict[str, Any]]:
        return make_dict_unstructure_fn(
            kind, converter, _cattrs_omit_if_default=True, **unwritten(kind)
        )

    converter.register_structure_hook_factory(attrs.has, read_record)
    converter.register_unstructure_hook_factory(attrs.has, write_record)


def _register_unions(converter: "Converter") -> None:
    """Write the class name of a member as its "type", also where the union allows None."""

    def read_union(union: Any) -> Callable[[Any, Any], Any]:
        members: dict[str, Any] = {getattr(m, "__name__", ""): m for m in _members(union)}
        hooks = {name: converter.get_structure_hook(member) for name, member in members.items()}
        optional = type(None) in get_args(union)
        known = ", ".join(f'"{name}"' for name in sorted(members))

        def read(value: Any, _type: Any) -> Any:
            if value is None and optional:
                return None
            if type(value) is not dict:
                raise InvalidValueError(f"an object is wanted, not {shown(value)}")
            name = value.get("type")
            if type(name) is not str or name not in members:
                raise InvalidValueError(f'the member "type" has to be one of {known}')
            rest = {key: part for key, part in value.items() if key != "type"}
            return hooks[name](rest, members[name])

        return read

    def write_union(union: Any) -> Callable[[Any], Any]:
        hooks = {member: converter.get_unstructure_hook(member) for member in _members(union)}

        def write(value: Any) -> Any:
            if value is None:
                return None
            kind = type(value)
            return {"type": kind.__name__, **hooks[kind](value)}

        return write

    converter.register_structure_hook_factory(_is_record_union, read_union)
    converter.register_unstructure_hook_factory(_is_record_union, write_union)


def _register_texts_or_more(converter: "Converter") -> None:
    """A text stands as itself, beside another kind of value that does not."""

    def read_text_or_more(union: Any) -> Callable[[Any, Any], Any]:
        (other,) = (member for member in _members(union) if member is not str)
        hook = converter.get_structure_hook(other)

        def read(value: Any, _type: Any) -> Any:
            return _text(value) if type(value) is str else hook(value, other)

        return read

    def write_text_or_more(union: Any) -> Callable[[Any], Any]:
        (other,) = (member for member in _members(union) if member is not str)
        hook = converter.get_unstructure_hook(other)
        return lambda value: value if type(value) is str else hook(value)

    converter.register_structure_hook_factory(_is_text_or_more, read_text_or_more)
    converter.register_unstructure_hook_factory(_is_text_or_more, write_text_or_more)
