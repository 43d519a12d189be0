"""A calendar in JSON (jCal, RFC 7265) as components."""

import json
from collections.abc import Iterator
from typing import Final

from customs_coop.formats.calendars.content_lines import Component, Fault, Property

__all__ = ["json_components", "looks_like_json"]

_ENTRIES: Final = ("vevent", "vtodo")


def looks_like_json(content: bytes) -> bool:
    """Whether the content of a file begins as jCal does.

    Args:
        content: The bytes of the file.
    """
    # The zeros and the marks are those of UTF-16 and UTF-8.
    return content[:64].lstrip(b" \t\r\n\0\xef\xbb\xbf\xfe\xff").startswith(b"[")


def json_components(text: str, wanted: frozenset[str]) -> Iterator[Component | Fault]:
    """Find the events and tasks of a jCal text; also of several calendars in an array.

    Args:
        text: The text.
        wanted: The names of the properties that are asked for, in capitals.

    Yields:
        The sound components, and what is wrong with the others.

    Raises:
        ValueError: The text is no JSON, or no calendar.
    """
    try:
        value: object = json.loads(text)
    except RecursionError:
        raise ValueError("lists stand in one another too deeply") from None
    if _name(value) in ("vcalendar", *_ENTRIES):
        yield from _calendar(value, "$", wanted)
        return
    if not isinstance(value, list) or not any(_name(one) == "vcalendar" for one in value):
        raise ValueError("it is no jCal")
    for place, one in enumerate(value):
        yield from _calendar(one, f"$[{place}]", wanted)


def _name(value: object) -> str:
    named = isinstance(value, list) and value and isinstance(value[0], str)
    return value[0].lower() if named and isinstance(value, list) else ""


def _calendar(value: object, path: str, wanted: frozenset[str]) -> Iterator[Component | Fault]:
    name = _name(value)
    if name in _ENTRIES:
        yield _component(value, path, wanted)
    elif name != "vcalendar":
        yield Fault(reason="it is no calendar", path=path)
    elif not isinstance(value, list) or len(value) < 3 or not isinstance(value[2], list):
        yield Fault(reason="a calendar has no list of components", path=path)
    else:
        for place, one in enumerate(value[2]):
            where = f"{path}[2][{place}]"
            if not _name(one):
                yield Fault(reason="it is no component", path=where)
            elif _name(one) in _ENTRIES:
                yield _component(one, where, wanted)


def _component(value: object, path: str, wanted: frozenset[str]) -> Component | Fault:
    if not isinstance(value, list) or len(value) < 2 or not isinstance(value[1], list):
        return Fault(reason="a component has no list of properties", path=path)
    found: list[Property] = []
    for one in value[1]:
        if not isinstance(one, list) or len(one) < 4 or not isinstance(one[0], str):
            uid = next((prop.value for prop in found if prop.name == "UID"), "")
            return Fault(reason="a property is no list of four", uid=uid, path=path)
        name, kind = one[0].upper(), one[2]
        if name in wanted:
            found += [
                Property(name, _text(each), kind == "unknown")
                for each in one[3:]
                if isinstance(each, str | int | float | dict) and not isinstance(each, bool)
            ]
    return Component(kind=_name(value).upper(), properties=tuple(found), path=path)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ""  # a rule (RFC 7265, section 3.6.10): that there is one is all that counts
    return value if isinstance(value, str) else json.dumps(value)
