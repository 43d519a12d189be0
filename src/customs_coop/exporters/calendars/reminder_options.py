"""The options of a calendar of reminders."""

import datetime as dt
from typing import Literal

import attrs

from customs_coop.exporters.calendars.options import (
    as_day,
    durations,
    known_color,
    language_tag,
    length_of,
    long_enough,
    one_of,
    subscribable,
    texts,
)
from customs_coop.formats.sheet import Language

__all__ = ["ReminderOptions"]


@attrs.frozen(kw_only=True)
class ReminderOptions:
    """What is asked of a calendar of reminders.

    Args:
        profile: "events" (what most calendar programs show) or "tasks", which also has what has
            no day.
        party: The id or a name of a party that owes something; only what it owes, also as a
            member of others, is shown.
        each_party: Whether `write` makes a folder with one file for each party.
        items: Whether the things of the plans that are to be done are shown as well.
        alarms: How long before the day reminders are shown: "P30D", "P1W".
        language: The language of labels: "en", "fr" or "de".
        text_language: The language of the words of the plans, such as "en" or "de-AT" (RFC 5646).
        feed_url: Where the calendar can be subscribed to; of one file only.
        color: A colour for the calendar, as CSS 3 names it: "teal" (RFC 7986, section 5.9).
        summary_length: The longest summary in characters, at least 20; None for the whole one. What
            was cut opens the text of the entry.
        source_date: The day for DTSTAMP; None takes it from documents and changes.
    """

    profile: Literal["events", "tasks"] = attrs.field(
        default="events", validator=one_of("profile", "events", "tasks")
    )
    party: str | None = None
    each_party: bool = False
    items: bool = False
    alarms: tuple[str, ...] = attrs.field(
        default=("P30D", "P7D"), converter=texts, validator=durations
    )
    language: Language = attrs.field(default="en", validator=one_of("language", "en", "fr", "de"))
    text_language: str | None = attrs.field(default=None, validator=language_tag)
    feed_url: str | None = attrs.field(default=None, validator=subscribable)
    color: str | None = attrs.field(default=None, validator=known_color)
    summary_length: int | None = attrs.field(default=120, validator=long_enough)
    source_date: dt.date | None = attrs.field(default=None, converter=as_day)

    @property
    def reminders(self) -> tuple[dt.timedelta, ...]:
        """How long before a day reminders are shown, the earliest first."""
        return tuple(sorted({length_of(text) for text in self.alarms}, reverse=True))
