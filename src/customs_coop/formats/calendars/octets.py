"""Components of RFC 5545 as the octets of a file."""

from typing import TYPE_CHECKING, Any

from customs_coop.formats.calendars.lines import fold, restore_backslashes

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["enclosed", "octets_of", "written_properties"]


def written_properties(component: "Component") -> dict[str, bytes]:
    """Write the properties of a component, each one alone.

    Values and parameters are written by the library. The lines are put together here, because the
    library makes each of them several times, and breaks some between two backslashes.

    Args:
        component: The component.

    Returns:
        The lines by the names of the properties, in the order of the library.

    Raises:
        ValueError: A value has a line break that is not escaped.
    """
    return {name: _lines(name, component[name]) for name in component.sorted_keys()}


def octets_of(component: "Component", written: dict[str, bytes] | None = None) -> bytes:
    """Write a component with all that is in it.

    Args:
        component: The component.
        written: Its properties, as `written_properties` gave them; what was added to the component
            since then is written now.

    Raises:
        ValueError: A value has a line break that is not escaped.
    """
    known = {} if written is None else written
    parts = [
        *(known.get(name) or _lines(name, component[name]) for name in component.sorted_keys()),
        *map(octets_of, component.subcomponents),
    ]
    return enclosed(component, parts)


def enclosed(component: "Component", parts: list[bytes]) -> bytes:
    """Put lines between the first and the last line of a component.

    Args:
        component: The component.
        parts: The lines, with their ends.
    """
    name = str(component.name).encode()
    return b"".join([b"BEGIN:", name, b"\r\n", *parts, b"END:", name, b"\r\n"])


# Any: a property has a value of any type of the library, or a list of several.
def _lines(name: str, value: Any) -> bytes:  # noqa: ANN401 - see above
    values = value if isinstance(value, list) else (value,)
    return b"".join([_line(name, one) for one in values])


def _line(name: str, value: Any) -> bytes:  # noqa: ANN401 - as above
    parameters = value.params.to_ical().decode() if value.params else ""
    head = f"{name};{parameters}" if parameters else name
    line = f"{head}:{value.to_ical().decode()}"
    if "\n" in line:
        # It would begin a property of its own.
        raise ValueError("a line break is not escaped")
    return fold(restore_backslashes(line))
