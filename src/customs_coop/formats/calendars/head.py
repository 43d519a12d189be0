"""What RFC 7986 says of a calendar as a whole."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from customs_coop.formats.calendars.colors import as_color
from customs_coop.formats.calendars.components import replaced, utc
from customs_coop.formats.calendars.entries import Calendar, Omission, OmissionKind
from customs_coop.formats.calendars.lines import (
    as_duration,
    as_line,
    as_text,
    as_uri,
    shown,
)

if TYPE_CHECKING:
    from icalendar import Calendar as VCalendar

__all__ = ["add_head", "empty_calendar"]

_PRODID: Final = "-//customs_coop//Customs cooperation plans//EN"
_ZERO: Final = dt.timedelta(0)


def empty_calendar() -> "VCalendar":
    """A calendar without anything that tells it from others."""
    from icalendar import Calendar as VCalendar

    empty = VCalendar()
    empty.add("PRODID", _PRODID)
    empty.add("VERSION", "2.0")
    empty.add("CALSCALE", "GREGORIAN")
    return empty


def add_head(whole: "VCalendar", calendar: Calendar) -> tuple[Omission, ...]:
    """Add the name of a calendar, and what else is said of it as a whole.

    Args:
        whole: Where it is added.
        calendar: The calendar.

    Returns:
        What is left out.
    """
    from icalendar import vText

    # RFC 7986 has NAME and DESCRIPTION; most programs still look for the older names. The library
    # would not escape the texts whose names it does not know.
    for text, names in (
        (as_line(calendar.name), ("NAME", "X-WR-CALNAME")),
        (as_text(calendar.description), ("DESCRIPTION", "X-WR-CALDESC")),
    ):
        for name in names if text.strip() else ():
            whole.add(name, vText(text))
    if calendar.stamp is not None:
        whole.add("LAST-MODIFIED", utc(calendar.stamp))
    reasons = (*_add_color(whole, calendar), *_add_feed(whole, calendar))
    return (
        *(Omission("", OmissionKind.PART, reason) for reason in reasons),
        *replaced("", (calendar.name, calendar.description)),
    )


def _add_color(whole: "VCalendar", calendar: Calendar) -> Iterator[str]:
    from icalendar import vText

    if calendar.color is None:
        return
    color = as_color(calendar.color)
    if color is None:
        yield f"{shown(calendar.color)} is no colour of CSS"
    else:
        whole.add("COLOR", vText(color))


def _add_feed(whole: "VCalendar", calendar: Calendar) -> Iterator[str]:
    from icalendar import vText

    if calendar.feed_url is None:
        return
    feed = as_uri(calendar.feed_url)
    if feed is None:
        yield f"{shown(calendar.feed_url)} is no URI"
        return
    whole.add("URL", feed)
    # RFC 7986, sections 5.7 and 5.8, asks for the types, which the library leaves out.
    whole.add("SOURCE", feed, parameters={"VALUE": "URI"})
    refresh = calendar.refresh
    if refresh is None:
        return
    if refresh <= _ZERO:
        yield "nobody can look for changes that often"
        return
    whole.add("REFRESH-INTERVAL", refresh, parameters={"VALUE": "DURATION"})
    whole.add("X-PUBLISHED-TTL", vText(as_duration(refresh)))
