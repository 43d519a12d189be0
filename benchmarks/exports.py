"""What is written: the Council table, a page, a calendar."""

import io
from collections.abc import Callable
from typing import Any

from measuring import Pair
from plans import large_plan

import customs_coop as cc

__all__ = ["docx", "html", "icalendar", "icalendar_tasks"]


def docx() -> Pair:
    """Write the Council table of 1,000 actions, against python-docx add_row (P10)."""
    plan = large_plan(1_000)

    def peer() -> object:
        import docx as word

        document = word.Document()
        table = document.add_table(rows=0, cols=6)
        for action in plan:
            cells = table.add_row().cells
            texts = (
                str(action.code),
                action.title,
                ", ".join(map(str, action.objectives)),
                str(action.priority),
                "\n".join(i.text for i in action.indicators),
                "\n".join(i.text for i in action.involved),
            )
            for cell, text in zip(cells, texts, strict=True):
                cell.text = text
        document.save(io.BytesIO())
        return document

    return lambda: cc.export(plan, "council-docx"), peer


def html() -> Pair:
    """Write the page of 10,000 rows, against a compiled Jinja2 template of the bare table (P12).

    Both get the table from `council_table`: what the rows say is no work of a page.
    """
    from jinja2 import Environment

    from customs_coop.formats.tables import council_table

    plan = large_plan(10_000)
    bare = Environment(autoescape=True).from_string(
        "<table>{% for group in table.groups %}{% for row in group.rows %}<tr>"
        "{% for cell in row.cells %}<td>{% for one in cell %}<p>{{ one.text }}</p>{% endfor %}"
        "</td>{% endfor %}</tr>{% endfor %}{% endfor %}</table>"
    )
    return (
        lambda: cc.export(plan, "council-html"),
        lambda: bare.render(table=council_table(plan)),
    )


def icalendar() -> Pair:
    """Write a calendar of 10,000 events, against the library with the same properties (P11)."""
    return _calendars("events")


def icalendar_tasks() -> Pair:
    """Write a calendar of as many tasks, against the library with the same properties (P11)."""
    return _calendars("tasks")


def _calendars(profile: str) -> Pair:
    wanted = 10_000
    tried = large_plan(1_000)
    entries = cc.export(tried, "icalendar", profile=profile).count(b"\r\nUID:")
    plan = large_plan(wanted * 1_000 // entries)
    content = cc.export(plan, "icalendar", profile=profile)
    return lambda: cc.export(plan, "icalendar", profile=profile), _by_library_alone(content)


# Any: the library gives the values of its properties no common type.
def _by_library_alone(content: bytes) -> Callable[[], object]:
    """Write a calendar again from plain values of its properties."""
    import icalendar as library

    calendar: Any = library.Calendar.from_ical(content)
    head = _plain(calendar)
    entries = [(type(entry), _plain(entry)) for entry in calendar.subcomponents]

    def write() -> bytes:
        whole = _filled(library.Calendar(), head)
        for kind, properties in entries:
            whole.add_component(_filled(kind(), properties))
        made: bytes = whole.to_ical()
        return made

    return write


def _plain(component: Any) -> list[tuple[str, Any, dict[str, str]]]:  # noqa: ANN401 - as above
    from icalendar import vCategory, vDDDTypes, vInt, vText

    found = []
    for name, value in component.property_items(recursive=False, sorted=False):
        if name in ("BEGIN", "END"):
            continue
        parameters = dict(value.params)
        plain: Any = vText(str(value)) if name.startswith("X-") else str(value)
        if isinstance(value, vDDDTypes):
            plain = value.dt
            parameters.pop("VALUE", None)
        elif isinstance(value, vCategory):
            plain = [str(one) for one in value.cats]
        elif isinstance(value, vInt):
            plain = int(value)
        found.append((name, plain, parameters))
    return found


def _filled(component: Any, properties: list[tuple[str, Any, dict[str, str]]]) -> Any:  # noqa: ANN401 - as above
    for name, value, parameters in properties:
        component.add(name, value, dict(parameters))
    return component
