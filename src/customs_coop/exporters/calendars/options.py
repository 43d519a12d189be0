"""The options of calendars, whatever the file."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, Literal

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import as_color, near_colors
from customs_coop.formats.sheet import Language
from customs_coop.references.base import Pattern

__all__ = [
    "FURTHER",
    "CalendarOptions",
    "as_day",
    "durations",
    "known_color",
    "language_tag",
    "length_of",
    "long_enough",
    "one_of",
    "subscribable",
    "texts",
]

FURTHER: Final = ("presidencies", "obligations", "plans")
"""What `also` names."""

_LONGEST_ALARM: Final = dt.timedelta(days=3660)
_MINUTE: Final = dt.timedelta(minutes=1)
_SHORTEST_SUMMARY: Final = 20
_DURATION = Pattern(
    r"P(?=[0-9T])(?:(?P<weeks>[0-9]{1,99})W|(?:(?P<days>[0-9]{1,99})D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,99})H)?(?:(?P<minutes>[0-9]{1,99})M)?)?)",
    re.ASCII,
)
# RFC 5646, section 2.1, so far as languages of documents need it: "en", "de-AT", "sr-Latn".
_TAG = Pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_FEED = Pattern(r"(?:https?|webcals?)://[^\s/?#]{1,255}(?:[/?#]\S{0,2000})?", re.IGNORECASE)
_ADDRESS = Pattern(r"[^=\s][^=\r\n]{0,199}=(?:mailto:)?[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,255}")


def as_day(value: dt.date | str | None) -> dt.date | None:
    """A day that may be given as text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def texts(value: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Several texts; one bare text is refused."""
    if isinstance(value, str):
        raise TypeError(f"a tuple of texts is wanted, not the text {value!r}")
    return tuple(value)


def _not_negative(_options: object, _field: object, value: int | None) -> None:
    if value is not None and not 0 <= value <= _LONGEST_ALARM.days:
        raise InvalidValueError(f"a reminder comes 0 to 3660 days before the day, not {value}")


def long_enough(_options: object, _field: object, value: int | None) -> None:
    """Refuse a summary that is too short to say anything."""
    if value is not None and value < _SHORTEST_SUMMARY:
        raise InvalidValueError(f"a summary has {_SHORTEST_SUMMARY} characters or more: {value}")


def one_of(option: str, *known: str) -> Callable[[object, object, str], None]:
    """Refuse what is none of some known values."""

    def check(_options: object, _field: object, value: str) -> None:
        if value not in known:
            raise InvalidValueError(f"{option} is one of {', '.join(known)}, not {value!r}")

    return check


def _known_additions(_options: object, _field: object, value: tuple[str, ...]) -> None:
    unknown = [name for name in value if name not in FURTHER]
    if unknown:
        raise InvalidValueError(f"also takes {', '.join(FURTHER)}, not {', '.join(unknown)}")


def durations(_options: object, _field: object, value: tuple[str, ...]) -> None:
    """Refuse what is no length of time."""
    for text in value:
        length_of(text)


def length_of(text: str) -> dt.timedelta:
    """The length of time that a text such as "P30D" tells.

    Raises:
        InvalidValueError: It tells none, or one that is too long.
    """
    match = _DURATION.fullmatch(text)
    if match is None:
        raise InvalidValueError(
            f"a reminder comes so long before the day as P30D, P1W or P1DT9H says, not"
            f" {text!r:.40}; a month has no fixed length"
        )
    weeks, days, hours, minutes = (
        int(match[unit] or 0) for unit in ("weeks", "days", "hours", "minutes")
    )
    length = ((weeks * 7 + days) * 24 + hours) * 60 + minutes
    if length > _LONGEST_ALARM // _MINUTE:
        raise InvalidValueError(
            f"a reminder comes at most 3660 days before the day, not {text:.40}"
        )
    return length * _MINUTE


def known_color(_options: object, _field: object, value: str | None) -> None:
    """Refuse what is no colour of CSS."""
    if value is None or as_color(value) is not None:
        return
    near = near_colors(value)
    guess = f"; did you mean {' or '.join(near)}?" if near else ", such as teal or steelblue"
    raise InvalidValueError(f"a colour is one that CSS 3 has a name for, not {value!r:.40}{guess}")


def subscribable(_options: object, _field: object, value: str | None) -> None:
    """Refuse what no program could fetch a calendar from."""
    if value is not None and _FEED.fullmatch(value) is None:
        raise InvalidValueError(
            "a calendar is subscribed to at an address such as https://example.org/plan.ics, not"
            f" {value!r:.60}"
        )


def language_tag(_options: object, _field: object, value: str | None) -> None:
    """Refuse what is no language tag."""
    if value is not None and _TAG.fullmatch(value) is None:
        raise InvalidValueError(
            f"a language is named as RFC 5646 does it, as in en or de-AT, not {value!r:.40}"
        )


def _addresses(_options: object, _field: object, value: tuple[str, ...]) -> None:
    for text in value:
        if _ADDRESS.fullmatch(text) is None:
            raise InvalidValueError(
                f"an address is given as in BE=customs@example.org, not {text!r:.60}"
            )


@attrs.frozen(kw_only=True)
class CalendarOptions:
    """What is asked of a calendar.

    Args:
        profile: "events" (what most calendar programs show), "tasks", or "both", in which each
            event is related to its task.
        plan: The id of one plan; None takes all plans of the dossier.
        party: The id or a name of a party that takes part in something; only that is shown.
        language: The language of labels: "en", "fr" or "de".
        text_language: The language of the words of the plans, such as "en" or "de-AT" (RFC 5646),
            which the summaries then name; None where it is not known.
        alarm_days: How many days before the day a reminder is shown; None for no reminder.
        alarms: Further reminders, each as a duration before the day: "P30D", "P1W".
        recurrence: "instances" (an entry for each round) or "rule" (one event for rounds on the
            last days of months; tasks, and other rounds, stay instances).
        window: "day" (events on the last acceptable day) or "span" (from the first day to it).
        relations: "rfc5545" (an event to its task), "rfc9253" (also what depends on what, links
            and keys) or "none".
        also: Entries besides those of actions: "presidencies", "obligations", "plans".
        addresses: The addresses of parties, as in "BE=customs@example.org"; they attend, others
            are contacts.
        feed_url: Where the calendar can be subscribed to: an address of http, https or webcal.
        color: A colour for the calendar, as CSS 3 names it: "teal" (RFC 7986, section 5.9).
        summary_length: The longest summary in characters, at least 20; None for the whole one. What
            was cut opens the text of the entry.
        source_date: The day for DTSTAMP; None takes it from the plan and from what is recorded.
    """

    profile: Literal["events", "tasks", "both"] = attrs.field(
        default="events", validator=one_of("profile", "events", "tasks", "both")
    )
    plan: str | None = None
    party: str | None = None
    language: Language = attrs.field(default="en", validator=one_of("language", "en", "fr", "de"))
    text_language: str | None = attrs.field(default=None, validator=language_tag)
    alarm_days: int | None = attrs.field(default=None, validator=_not_negative)
    alarms: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=durations)
    recurrence: Literal["instances", "rule"] = attrs.field(
        default="instances", validator=one_of("recurrence", "instances", "rule")
    )
    window: Literal["day", "span"] = attrs.field(
        default="day", validator=one_of("window", "day", "span")
    )
    relations: Literal["none", "rfc5545", "rfc9253"] = attrs.field(
        default="rfc5545", validator=one_of("relations", "none", "rfc5545", "rfc9253")
    )
    also: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=_known_additions)
    addresses: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=_addresses)
    feed_url: str | None = attrs.field(default=None, validator=subscribable)
    color: str | None = attrs.field(default=None, validator=known_color)
    summary_length: int | None = attrs.field(default=120, validator=long_enough)
    source_date: dt.date | None = attrs.field(default=None, converter=as_day)

    @property
    def reminders(self) -> tuple[dt.timedelta, ...]:
        """How long before a day reminders are shown, the earliest first."""
        found = {length_of(text) for text in self.alarms}
        if self.alarm_days is not None:
            found.add(dt.timedelta(days=self.alarm_days))
        return tuple(sorted(found, reverse=True))

    @property
    def given_addresses(self) -> tuple[tuple[str, str], ...]:
        """The addresses, each behind the id or the name of the party that has it."""
        split = [one.partition("=") for one in self.addresses]
        return tuple((party.strip(), address) for party, _, address in split)
