"""The events on which deadlines hang: found by their names, and what their days tell."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator

from customs_coop.dates import PartialDate
from customs_coop.deadline import By, Deadline, During, Recurring, Relative
from customs_coop.deadline.notation import season_begins
from customs_coop.errors import InvalidValueError, UnknownEventError
from customs_coop.model import Dossier, Event

__all__ = [
    "EventNames",
    "certain_day",
    "event_called",
    "hanging_window",
    "stated_window",
    "unlisted_events",
    "window_of",
]

# What may stand before a name and tells nothing: "the next conference", "la prochaine réunion".
_ARTICLES = (
    *("the ", "a ", "an "),
    *("le ", "la ", "les ", "l'", "du ", "de la ", "de l'", "des ", "un ", "une "),
    *("der ", "die ", "das ", "den ", "dem ", "ein ", "eine ", "einer ", "eines "),
)
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
)
_AROUND = " .,;:\"'()[]"


def _folded(name: str) -> str:
    """A name without what tells no events apart: capitals, blanks, a first article, quotes."""
    plain = unicodedata.normalize("NFKC", name).translate(_PLAIN).casefold()
    words = " ".join(plain.split()).strip(_AROUND)
    for article in _ARTICLES:
        if words.startswith(article) and len(words) > len(article):
            return words[len(article) :].lstrip()
    return words


class EventNames:
    """The events of a dossier, to be looked up by the words of deadlines.

    The id of an event is looked for before its title; capitals, blanks, quotation marks and a
    first article count for nothing.

    Args:
        events: The events.

    Example:
        >>> names = EventNames([Event(id="C2008", title="Next conference", when="2008")])
        >>> [event.id for event in names.called("the  next conference")]
        ['C2008']
    """

    __slots__ = ("_by_id", "_by_title")

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_id: dict[str, tuple[Event, ...]] = {}
        self._by_title: dict[str, tuple[Event, ...]] = {}
        for event in events:
            for table, name in ((self._by_id, event.id), (self._by_title, event.title)):
                key = _folded(name)
                if key:
                    table[key] = (*table.get(key, ()), event)

    def called(self, name: str) -> tuple[Event, ...]:
        """The events that a name can mean: none, one, or several between which it does not tell."""
        key = _folded(name)
        return self._by_id.get(key) or self._by_title.get(key, ())

    def meant(self, deadline: Deadline | None) -> Event | None:
        """The one event on which a deadline hangs; None where there is none, or several may be."""
        if not isinstance(deadline, Relative):
            return None
        found = self.called(deadline.anchor)
        return found[0] if len(found) == 1 else None


def unlisted_events(dossier: Dossier) -> tuple[Event, ...]:
    """The events on which deadlines hang and which the dossier does not list.

    A text need not date an event that it names: "one month before the next conference".

    Args:
        dossier: The dossier.

    Returns:
        Each once, in the order of the dossier, as the readers make events: the id is the words
        of the deadline, the title these words without an article.

    Example:
        >>> from customs_coop.model import Obligation
        >>> report = Obligation(text="Report", deadline=Relative("the next conference", "-P1M"))
        >>> [(event.id, event.title) for event in unlisted_events(Dossier(obligations=[report]))]
        [('the next conference', 'next conference')]
    """
    listed = EventNames(dossier.events)
    found: dict[str, Event] = {}
    for deadline in _deadlines(dossier):
        if not isinstance(deadline, Relative):
            continue
        words = deadline.anchor.strip()
        key = _folded(words)
        if key and key not in found and not listed.called(words):
            found[key] = Event(id=words, title=_without_article(words))
    return tuple(found.values())


def _deadlines(dossier: Dossier) -> Iterator[Deadline]:
    for plan in dossier.plans:
        for action in plan.actions:
            yield from action.all_deadlines
    for duty in dossier.obligations:
        if duty.deadline is not None:
            yield duty.deadline


def _without_article(words: str) -> str:
    for article in _ARTICLES:
        if words.casefold().startswith(article) and words[len(article) :].strip():
            return words[len(article) :].lstrip()
    return words


def event_called(dossier: Dossier, name: str) -> Event:
    """The event of a dossier that has an id or a title.

    Args:
        dossier: The dossier.
        name: The id, as it stands or written a little otherwise; else the title.

    Raises:
        UnknownEventError: There is none, or there are several; the message names them, and
            those that only deadlines name.

    Example:
        >>> dossier = Dossier(events=[Event(id="C2008", title="The next conference")])
        >>> event_called(dossier, "next conference").id
        'C2008'
    """
    exact = [event for event in dossier.events if event.id == name]
    found = tuple(exact) if len(exact) == 1 else EventNames(dossier.events).called(name)
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(_described(event) for event in found)
        raise UnknownEventError(f"{name!r} can be any of {which}; say which by its id")
    known = ", ".join(_described(event) for event in dossier.events) or "none"
    message = f"the dossier has no event {name!r}; there is {known}"
    if unlisted := ", ".join(repr(event.id) for event in unlisted_events(dossier)):
        message += f"; deadlines hang on {unlisted}"
    raise UnknownEventError(message)


def _described(event: Event) -> str:
    when = "" if event.when is None else f" ({event.when})"
    return f"{event.id!r}{when}"


def certain_day(when: PartialDate | None) -> dt.date | None:
    """The day of an event where it is one day; None where it is not known, or only by bounds."""
    if when is None or when.earliest != when.latest:
        return None
    return when.earliest


def window_of(
    deadline: Deadline | None, events: Iterable[Event] = ()
) -> tuple[dt.date | None, dt.date | None]:
    """Tell between which days a deadline may be due, with the events of its dossier.

    What hangs on an event of which only the bounds are known has bounds of its own: one month
    before a conference "in 2008" is between 1 December 2007 and 30 November 2008. Nothing is late
    for certain before the second day has passed. An event whose name is not certain gives none.

    Args:
        deadline: The deadline, or None.
        events: The events of the dossier.

    Returns:
        The first day by which it may have been due, and the last day by which it is due. The first
        one is None where the second is certain, as in "by 30 June 1998"; the second one is None
        where nothing tells it. Of what recurs they are the first and the last day of all, where
        these are stated.

    Example:
        >>> conference = Event(id="C", title="Next conference", when="2008-01-01/2008-12-31")
        >>> report = Relative("the next conference", "-P1M")
        >>> [str(day) for day in window_of(report, [conference])]
        ['2007-12-01', '2008-11-30']
    """
    if isinstance(deadline, Relative) and deadline.anchor_date is None:
        event = EventNames(events).meant(deadline)
        return (None, None) if event is None else hanging_window(deadline, event.when)
    return stated_window(deadline)


def stated_window(deadline: Deadline | None) -> tuple[dt.date | None, dt.date | None]:
    """The days between which a deadline may be due, by itself."""
    if deadline is None:
        return None, None
    if isinstance(deadline, Recurring):
        return deadline.first, deadline.until
    latest = deadline.latest
    # "Within three months of it" has a last day once the event has one; a bare "after it" has none.
    is_open = isinstance(deadline, Relative) and latest is None
    first = deadline.earliest if is_open or deadline.convention is not None else None
    if isinstance(deadline, By | During) and deadline.convention == "season" and latest is not None:
        words = deadline.text if isinstance(deadline, By) else deadline.edtf
        first = season_begins(latest, words) or first
    return (None if first == latest else first), latest


def hanging_window(
    deadline: Relative, when: PartialDate | None
) -> tuple[dt.date | None, dt.date | None]:
    """The days between which something may be due that hangs on an event with these bounds."""
    if when is None:
        return None, None
    first, latest = _day(deadline, when.earliest), _day(deadline, when.latest)
    return (None if first == latest else first), latest


def _day(deadline: Relative, day: dt.date | None) -> dt.date | None:
    if day is None or deadline.offset is None:
        return None
    try:
        return deadline.anchored(day).latest
    except InvalidValueError:
        return None  # it leads out of the calendar
