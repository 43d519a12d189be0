"""The options of an exporter: the fields of its own class, filled from values or from text."""

import contextlib
import datetime as dt
import inspect
import re
import sys
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from customs_coop.errors import ExportOptionError
from customs_coop.exporters.base import Exporter
from customs_coop.exporters.docstrings import argument_words

__all__ = [
    "Option",
    "configured_exporter",
    "named_paths",
    "option_defaults",
    "option_names",
    "option_value",
    "options_of",
    "typed_options",
    "unresolved_options",
]

_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0")
# The types that a command line can give as text, with the words for them.
_WORDS: tuple[tuple[object, str], ...] = (
    (bool, "true or false"),
    (int, "a whole number"),
    (float, "a number"),
    (str, "a text"),
    (dt.date, "a day such as 2011-07-01"),
    (Path, "a path"),
    (tuple[str, ...], "texts with commas between them"),
    (types.NoneType, "none"),
)
_NUMBER: typing.Final = r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?"
_SIMPLE = tuple(kind for kind, _ in _WORDS)


def configured_exporter(
    exporter: type[Exporter], options: Mapping[str, object], *, name: str
) -> Exporter:
    """Make an exporter with its options.

    Args:
        exporter: The class.
        options: The options by name; a text is read as a number, a day, or true or false, where
            the field asks for that.
        name: The name of the format, for messages.

    Returns:
        The exporter, ready to render.

    Raises:
        ExportOptionError: An option is unknown or missing, or has a value that it cannot take.
    """
    fields = _fields(exporter)
    for option in options:
        if option not in fields:
            raise ExportOptionError(_unknown(option, tuple(fields), name))
    missing = [n for n, field in fields.items() if field.default is attrs.NOTHING]
    if not set(missing) <= set(options):
        needed = ", ".join(n for n in missing if n not in options)
        raise ExportOptionError(f"the format {name} cannot do without the option {needed}")
    values = typed_options(exporter, options, name=name)
    if not values:
        return exporter()
    try:
        return exporter(**values)
    # A converter or a validator refuses a value in its own way.
    except Exception as cause:
        given = ", ".join(f"{option}={value!r}" for option, value in values.items())
        raise ExportOptionError(f"the format {name} does not take {given}: {cause}") from cause


def typed_options(
    exporter: type[Exporter], options: Mapping[str, object], *, name: str
) -> dict[str, object]:
    """Read options as the types that the fields of a class have, as `configured_exporter` does.

    Raises:
        ExportOptionError: A value has another type than its field, or is none of its choices.

    Example:
        >>> @attrs.frozen
        ... class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...     limit: int = 3
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> typed_options(Titles, {"limit": "7"}, name="titles")
        {'limit': 7}
    """
    kinds = _annotations(exporter, _fields(exporter))
    return {
        option: option_value(value, kinds.get(option), option=option, name=name)
        for option, value in options.items()
    }


def option_names(exporter: type) -> tuple[str, ...]:
    """The names of the options of a class, in their order.

    Example:
        >>> @attrs.frozen
        ... class Titles:
        ...     separator: str = " "
        >>> option_names(Titles)
        ('separator',)
    """
    return tuple(_fields(exporter))


def option_defaults(exporter: type) -> dict[str, object]:
    """The defaults of the options of a class; one that has none is not there.

    Example:
        >>> @attrs.frozen
        ... class Titles:
        ...     separator: str = " "
        >>> option_defaults(Titles)
        {'separator': ' '}
    """
    found: dict[str, object] = {}
    for name, field in _fields(exporter).items():
        # Any: attrs types a factory as what it makes.
        default: typing.Any = field.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
            if default.takes_self:
                continue
            default = default.factory()
        if default is not attrs.NOTHING:
            found[name] = default
    return found


def named_paths(exporter: Exporter) -> Iterator[tuple[str, Path]]:
    """The files that the options of an exporter name: those whose fields take a path.

    Example:
        >>> @attrs.frozen
        ... class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...     style: Path | None = None
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> [(option, path.name) for option, path in named_paths(Titles(Path("house.css")))]
        [('style', 'house.css')]
    """
    fields = _fields(type(exporter))
    kinds = _annotations(type(exporter), fields)
    for option, field in fields.items():
        value = getattr(exporter, field.name, None)
        if Path in _members(kinds.get(option)) and isinstance(value, str | Path) and value:
            yield option, Path(value)


# Any: the type of a field is whatever its class says.
def _fields(exporter: type) -> "dict[str, attrs.Attribute[typing.Any]]":
    if not attrs.has(exporter):
        return {}
    return {field.alias or field.name: field for field in attrs.fields(exporter) if field.init}


def _unknown(option: str, known: tuple[str, ...], name: str) -> str:
    if not known:
        return f"the format {name} has no options, and so not {option!r}"
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(option, known)
    guess = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"the format {name} has no option {option!r}; it has {', '.join(known)}{guess}"


def _annotations(exporter: type[Exporter], fields: Mapping[str, object]) -> dict[str, object]:
    try:
        hints = typing.get_type_hints(exporter)
    except Exception:  # noqa: BLE001 - one that cannot be resolved must not take the others along
        hints = _each_hint(exporter)
    return {alias: hints.get(getattr(field, "name", alias)) for alias, field in fields.items()}


def _each_hint(exporter: type[Exporter]) -> dict[str, object]:
    """The annotations that can be resolved, each by itself."""
    found: dict[str, object] = {}
    for kind in reversed(exporter.__mro__):
        names = vars(sys.modules.get(kind.__module__, types))
        for name, annotation in inspect.get_annotations(kind).items():
            holder = types.SimpleNamespace(__annotations__={name: annotation})
            with contextlib.suppress(Exception):
                found |= typing.get_type_hints(holder, globalns=names)
    return found


def unresolved_options(exporter: type[Exporter]) -> tuple[str, ...]:
    """The options whose types cannot be found out, so that they take any value as it is.

    Example:
        >>> @attrs.frozen
        ... class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...     limit: "int" = 3
        ...     style: "Nowhere" = None
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> unresolved_options(Titles)
        ('style',)
    """
    hints = _annotations(exporter, _fields(exporter))
    return tuple(option for option, kind in hints.items() if kind is None)


def option_value(value: object, kind: object, *, option: str, name: str) -> object:
    """Read one value as the type that its field has.

    Args:
        value: A value of that type, or its text.
        kind: The annotation of the field; one that is not simple lets every value pass.
        option: The name of the option, for messages.
        name: The name of the format, for messages.

    Returns:
        The value.

    Raises:
        ExportOptionError: The value has another type, or is none of the choices.

    Example:
        >>> option_value("30", int | None, option="alarm_days", name="icalendar")
        30
    """
    kinds = _members(kind)
    choices = [
        c for k in kinds if typing.get_origin(k) is typing.Literal for c in typing.get_args(k)
    ]
    simple = [k for k in kinds if k in _SIMPLE]
    literal = [k for k in kinds if typing.get_origin(k) is typing.Literal]
    if len(simple) + len(literal) != len(kinds) or value in choices:
        return value
    if Path in simple and isinstance(value, str) and not value.strip():
        raise ExportOptionError(
            f"the option {option} of the format {name} is empty, and names no file"
        )
    # type(), because True is an int and a datetime is a date to isinstance.
    if type(value) in simple or (Path in simple and isinstance(value, Path)):
        return value
    if tuple[str, ...] in simple and _is_texts(value):
        return tuple(value)
    if type(value) is int and float in simple:
        return float(value)
    if isinstance(value, str):
        named = {_shown_choice(choice): choice for choice in reversed(choices)}
        if value.strip() in named:
            return named[value.strip()]
        # Any text is a path, so what means nothing counts first.
        for read in sorted(simple, key=lambda read: read is Path):
            found = Path(value) if read is Path else _read(value.strip(), read)
            if found is not _NOT_READ:
                return found
    wanted = [*(repr(choice) for choice in choices), *(_word(kind) for kind in simple)]
    raise ExportOptionError(
        f"the option {option} of the format {name} takes {' or '.join(wanted)}, not {value!r}"
    )


def _shown_choice(choice: object) -> str:
    return "none" if choice is None else str(choice)


def _is_texts(value: object) -> typing.TypeGuard[Sequence[str]]:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


_NOT_READ = object()


def _read(text: str, kind: object) -> object:
    """The value that a text names, or `_NOT_READ`."""
    folded = text.casefold()
    if kind is bool and folded in (*_YES, *_NO):
        return folded in _YES
    if kind is types.NoneType and folded in ("", "none"):
        return None
    return _read_value(text, kind)


def _read_value(text: str, kind: object) -> object:
    if kind == tuple[str, ...]:
        return tuple(item.strip() for item in text.split(",") if item.strip())
    if kind is int and re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        return int(text)
    if kind is float and re.fullmatch(_NUMBER, text):
        return float(text)
    if kind is dt.date and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat(text)
    return _NOT_READ


def _word(kind: object) -> str:
    return next((word for known, word in _WORDS if known == kind), str(kind))


def _members(kind: object) -> tuple[object, ...]:
    """The members of a union; one type is a union of one."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return tuple(m for member in typing.get_args(kind) for m in _members(member))
    return (kind,)


@attrs.frozen
class Option:
    """One option of an exporter, for a listing.

    Args:
        name: Its name.
        takes: What it takes, in words.
        default: Its default as text; empty where it has none.
        about: What it is for, in the words of the class; empty where these say nothing.
    """

    name: str
    takes: str
    default: str
    about: str = ""


def options_of(exporter: type[Exporter]) -> tuple[Option, ...]:
    """List the options of the class of an exporter, in the order in which it declares them.

    Example:
        >>> @attrs.frozen
        ... class Titles:
        ...     suffix = ".txt"
        ...     media_type = "text/plain"
        ...     limit: int = 3
        ...
        ...     def render(self, subject, /):
        ...         return ""
        >>> options_of(Titles)
        (Option(name='limit', takes='a whole number', default='3', about=''),)
    """
    fields = _fields(exporter)
    kinds = _annotations(exporter, fields)
    about = argument_words(exporter)
    return tuple(
        Option(option, _takes(kinds.get(option)), _default(field.default), about.get(option, ""))
        for option, field in fields.items()
    )


def _takes(kind: object) -> str:
    words = []
    for member in _members(kind):
        if typing.get_origin(member) is typing.Literal:
            words += [_shown(_shown_choice(choice)) for choice in typing.get_args(member)]
        # A text "none" is a text; to have none, the option is not given.
        elif member in _SIMPLE and not (member is types.NoneType and str in _members(kind)):
            words.append(_word(member))
    known = (*_SIMPLE, None)
    others = [
        m for m in _members(kind) if m not in known and typing.get_origin(m) is not typing.Literal
    ]
    return " or ".join([*words, "a value as it is"] if others or not words else words)


def _default(default: object) -> str:
    if default is attrs.NOTHING:
        return ""
    # A factory gives a value that only an instance knows.
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
        return "depends"
    if isinstance(default, tuple) and all(isinstance(item, str) for item in default):
        return ", ".join(default) or "none of them"
    if isinstance(default, bool):
        return "true" if default else "false"
    return "none" if default is None else _shown(default)


def _shown(value: object) -> str:
    """A value as it is given on a command line; between quotes where it would hide in a line."""
    text = str(value)
    return text if re.search(r"\w", text) else repr(text)
