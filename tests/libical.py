"""libical (Evolution, GNOME, KDE), called through ctypes: what it finds wrong with a calendar."""

import ctypes as ct
import functools
from collections.abc import Callable
from typing import Any

import attrs
import pytest

__all__ = ["Looked", "look"]


@attrs.frozen(kw_only=True)
class Looked:
    """What libical says of a calendar.

    Args:
        restrictions: Whether all properties stand as often as RFC 5546 allows.
        errors: What it could not take, in its own words.
        uids: The identifiers that it took, in order: of the calendar and of what is in it.
    """

    restrictions: bool
    errors: tuple[str, ...]
    uids: tuple[str, ...]


@functools.cache
def _library() -> ct.CDLL | None:
    try:
        return ct.CDLL("libical.so.3")
    except OSError:
        return None


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    # Any: ctypes has no common class of the types of C.
    found = _library()
    if found is None:
        pytest.skip("libical 3 is not installed")
    function: Callable[..., Any] = ct.CFUNCTYPE(result, *arguments)((name, found))
    return function


def look(content: bytes) -> Looked:
    """Let libical read a calendar and check it; the test is skipped without libical.

    Args:
        content: The file.
    """
    pointer = ct.c_void_p
    parse = _function("icalparser_parse_string", pointer, ct.c_char_p)
    check = _function("icalrestriction_check", ct.c_int, pointer)
    written = _function("icalcomponent_as_ical_string_r", pointer, pointer)
    free_component = _function("icalcomponent_free", None, pointer)
    free_text = _function("icalmemory_free_buffer", None, pointer)
    top = parse(content)
    assert top, "libical reads nothing"
    try:
        allowed = bool(check(top))  # leaves what it finds in the components
        text = written(top)
        lines = ct.string_at(text).decode("utf-8").replace("\r\n ", "").splitlines()
        free_text(text)
    finally:
        free_component(top)
    return Looked(
        restrictions=allowed,
        errors=tuple(line.partition(":")[2] for line in lines if line.startswith("X-LIC-ERROR")),
        uids=tuple(line.removeprefix("UID:") for line in lines if line.startswith("UID:")),
    )
