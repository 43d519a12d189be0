"""Conferences and meetings that running text names with a date."""

import re
from collections.abc import Iterable

import attrs

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import Deadline, During, Relative, parse_deadline
from customs_coop.formats.titles.days import parse_day
from customs_coop.model import Action, ActionPlan, Event
from customs_coop.readers.document.formulas import use_formulas
from customs_coop.readers.text.excerpts import Account

__all__ = [
    "find_closing_day",
    "find_meetings",
    "meetings_of_paragraphs",
    "plan_events",
    "read_date_line",
]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = r"(?:19|20)[0-9]{2}"
_WHEN = (
    rf"(?:(?P<first>[0-3]?[0-9])(?:\s{{1,3}}(?P<month>{_MONTH}))?\s{{0,3}}"
    rf"(?:&|-|–|—|/|\band\b|\bto\b)\s{{0,3}})?(?P<last>[0-3]?[0-9](?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?"
    rf"\s{{1,3}}{_YEAR})(?![0-9])"
    rf"|(?P<span>{_MONTH},?\s{{1,3}}{_YEAR})(?![0-9])"
    rf"|(?P<part>(?:early|mid|late)[\s-]{{1,3}}{_YEAR}"
    rf"|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\s{{1,3}}of)?\s{{1,3}}{_YEAR})(?![0-9/-])"
    rf"|(?P<years>{_YEAR}\s?[-–/]\s?(?:(?:19|20)?[0-9]{{2}}))(?![0-9/-])"
    rf"|(?P<half>first|second)\s{{1,3}}half\s{{1,3}}of\s{{1,3}}(?P<halved>{_YEAR})"
    rf"|(?P<year>{_YEAR})(?![0-9/-])"
)
_NOUN = (
    r"(?:conference|meeting|seminar|workshop|session|summit|plenary|forum|round\s?table|assembly)"
)
_SEVERAL = r"(?:conferences|meetings|seminars|workshops|sessions|summits)"
_HELD = (
    r"(?:,?\s{1,3}(?:which|that)\s{1,3}|,?\s{1,3})?(?:(?:took|will\s{1,3}take|takes|is\s{1,3}to\s{1,3}take|taking)"
    r"\s{1,3}place|(?:(?:was|were|is|are|will\s{1,3}be|is\s{1,3}to\s{1,3}be|to\s{1,3}be)\s{1,3})?(?:held|organi[sz]ed|scheduled|planned))"
    r"(?:\s{1,3}in\s{1,3}[A-Z][\w-]{1,30})?"
)
_WORD = (
    r"(?!(?:after|an?|at|before|by|for|from|in|its|of|on|our|the|their|this|to|until)\b)"
    r"[^\W_][\w’'-]{0,30}"
)
_THE = r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his|[Tt]hese)\s{1,3}"
# "Before the next meeting, and a list by the end of 2010": the year is that of the list.
_DUE = (
    rf"(?!\b(?:by|until|before|n(?:o|ot)\s{{1,3}}later\s{{1,3}}than)\s{{1,3}}(?:the\s{{1,3}})?"
    rf"(?:[0-9]|{_MONTH}\b|(?:end|start|beginning|middle|mid|early|late)\b))"
)
_MEETING = re.compile(
    rf"{_THE}"
    rf"(?P<name>(?:{_WORD}\s{{1,3}}){{0,6}}?(?i:{_NOUN})\b"
    rf"(?:\s{{1,3}}(?!of\s{{1,3}}[0-9]|on\s{{1,3}}[0-9])(?:{_DUE}[^.;:()\n]){{1,160}}?)??)"
    rf"(?:{_HELD})?\s{{1,3}}(?:on|of|in|from|for|during)\s{{1,3}}(?:the\s{{1,3}})?(?:{_WHEN})"
)
# "at its meetings on 18 May and 24 June 2011": each day is that of another meeting.
_ONE_DAY = rf"[0-3]?[0-9](?:st|nd|rd|th)?(?:\s{{1,3}}{_MONTH}(?:,?\s{{1,3}}{_YEAR})?)?"
_MEETINGS = re.compile(
    rf"{_THE}(?P<name>(?:{_WORD}\s{{1,3}}){{0,6}}?(?i:{_SEVERAL})\b(?:\s{{1,3}}(?:{_WORD}|in|of)){{0,6}}?)"
    rf"(?:{_HELD})?\s{{1,3}}(?:on|of)\s{{1,3}}(?:the\s{{1,3}})?"
    rf"(?P<days>(?:{_ONE_DAY}\s{{0,3}}(?:,\s{{0,3}}(?:and\s{{1,3}})?|and\s{{1,3}}|&\s{{0,3}})){{1,9}}"
    rf"[0-3]?[0-9](?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}}{_YEAR})(?![0-9])"
)
_DAY = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])(?:\s{{1,3}}(?P<month>{_MONTH}))?"
    rf"(?:,?\s{{1,3}}(?P<year>{_YEAR}))?"
)
# The time may stand before: "in May 1997 a seminar on ropes was held".
_VERB = (
    r"(?<!\bto )(?:held|holds?|hosts?|hosted|organi[sz]e[sd]?|convenes?|convened|runs?|ran|running"
    r"|attended|attends)"
)
_OF_NAME = (
    r"(?!(?:was|were|is|are|will|took|takes|to|which|that|organi[sz]ed"
    r"|held|hosted|jointly|by)\b)[^\s.;:,()]{1,40}(?![^\s.;:,()])"
)
_NAMED = (
    rf"(?P<name>(?:{_WORD}\s{{1,3}}){{0,6}}?(?i:{_NOUN})\b"
    rf"(?:\s{{1,3}}(?:on|about|of|for|between|with)(?:\s{{1,3}}{_OF_NAME}){{1,12}})?)"
)
_TIME_FIRST = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Dd]uring)\s{{1,3}}(?:the\s{{1,3}})?(?:{_WHEN}),?\s{{1,3}}"
    rf"(?:(?P<verb>[^.;:()\n]{{0,80}}?\b{_VERB}\s{{1,3}})?)(?:the|an?|its|their|our)\s{{1,3}}{_NAMED}"
)
# Of a meeting that a row charges somebody to attend, the time of the row is the time.
_ATTEND = re.compile(
    r"\b(?i:attend|participate\s{1,3}in|take\s{1,3}part\s{1,3}in|be\s{1,3}represented\s{1,3}at"
    rf"|send\s{{1,3}}(?:an?\s{{1,3}})?(?:{_WORD}\s{{1,3}}){{1,4}}to)\s{{1,3}}the\s{{1,3}}{_NAMED}"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]{0,200}(?=\n)|\f")
_PLACE = r"[A-Z][\w’' -]{1,30}(?:\([A-Z][\w ]{1,30}\))?"
_DATE_LINE = re.compile(
    rf"[(*]{{0,2}}(?:{_PLACE},\s{{0,3}})?(?:on\s{{1,3}})?"
    rf"(?:{_WHEN})(?:\s{{0,3}},\s{{0,3}}{_PLACE}|\s{{1,3}}\([A-Z][\w ]{{1,30}}\))?[)*.]{{0,3}}"
)
# A day with a word such as "of" or "on" before it belongs to what the title speaks of.
_CLOSING = re.compile(
    r"(?<![,;:–—-]\s)(?<!\b(?:at|by|in|of|on|to)\s)(?<!\band\s)(?<!\b(?:from|till)\s)(?<!\b(?:after|since|until)\s)(?<!\bbefore\s)"
    rf"(?<=[^\W\d_]\s)(?:{_WHEN})(?:\s{{0,3}},\s{{0,3}}{_PLACE}|\s{{1,3}}\([A-Z][\w ]{{1,30}}\))?\Z"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|this)\s", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?<!\bof)(?<!\bon)(?<!\bfor)(?<!\bto)(?<!\bat)(?<!\bin)(?<!\bbefore)(?<!\bafter)(?<!\bwith)(?<!\band)"
    r"(?<!\buntil)(?<!\bfrom)(?<!\bby)\s(?:the|its|their|our)\s\Z",
    re.IGNORECASE,
)
_LONGEST_LINE = 120
# What the title of a meeting and its time hold of the words that name it.
_HELD_GROUPS = (
    *("name", "first", "month", "last", "span", "part", "years", "half", "halved", "year"),
    "days",
)
_MOST_YEARS = 5  # beyond them "1997/2010" is the number of something


def read_date_line(text: str) -> PartialDate | None:
    """The date of a line that holds nothing but a place and a date; None for other lines.

    Example:
        >>> read_date_line("Riga, 3-4 May 2011")
        PartialDate('2011-05-03', '2011-05-04')
        >>> read_date_line("12 May 2011 was a Thursday") is None
        True
    """
    match = _DATE_LINE.fullmatch(text.strip()) if len(text) <= _LONGEST_LINE else None
    if match is None or match["year"] or match["years"] or match["part"]:
        return None
    return _when(match)


def find_closing_day(text: str) -> int | None:
    """Where the day begins with which a title ends; None for other lines.

    Example:
        >>> find_closing_day("Conclusions on boats 3 May 2011, Riga")
        21
        >>> find_closing_day("Conclusions on the strategy of 3 May 2011") is None
        True
    """
    match = _CLOSING.search(text)
    return match.start() if match and match["last"] and _when(match) else None


def find_meetings(text: str, deadlines: Iterable[Deadline] = ()) -> tuple[Event, ...]:
    """The meetings that a text names with a date, once each.

    Args:
        text: The text, folded.
        deadlines: Those of the document; a meeting on which one hangs bears the words of that
            deadline as its id, so that the two find each other.

    Returns:
        The meetings in the order of the text.

    Example:
        >>> words = "before the next meeting, which will be held in 2010"
        >>> meeting, = find_meetings(words, [Relative("the next meeting", "-P1D")])
        >>> meeting.id, meeting.when
        ('the next meeting', PartialDate('2010-01-01', '2010-12-31'))
    """
    anchors = {
        _ARTICLE.sub("", deadline.anchor, count=1).casefold(): deadline.anchor
        for deadline in deadlines
        if isinstance(deadline, Relative) and deadline.anchor
    }
    found: dict[str, Event] = {}
    for one in _named(text):
        own = _last_named(one.name, anchors)
        title = own or one.title
        known = anchors.get((own or one.name).casefold(), title)
        if known in found and found[known].when != one.when:
            known = f"{known} ({one.when.earliest})"
        found.setdefault(known, Event(id=known, title=title, when=one.when))
    return tuple(found.values())


def _last_named(name: str, anchors: Iterable[str]) -> str:
    """The event on which deadlines hang where another meeting stands before it in the sentence.

    In "the meeting agreed that the next conference will be held in 2010" the year is that of the
    conference; in "the meeting before the next conference was held in 2010" that of the meeting.
    """
    for anchor in anchors:
        before, own = name[: -len(anchor)], name[-len(anchor) :]
        if own.casefold() == anchor and _INSIDE.search(before):
            return own
    return ""


def meetings_of_paragraphs(
    paragraphs: Iterable[str], deadlines: Iterable[Deadline] = ()
) -> tuple[Event, ...]:
    """The meetings that paragraphs name with a date, once each.

    The name of a meeting, and its day, never go on in the next paragraph: a title has no full stop.

    Args:
        paragraphs: The headings, paragraphs and items of a text, folded.
        deadlines: See `find_meetings`.

    Example:
        >>> lines = ["Report on the meeting on ropes", "The next meeting will be held in 2010."]
        >>> [meeting.title for meeting in meetings_of_paragraphs(lines)]
        ['next meeting']
    """
    known = tuple(deadlines)
    return _once(event for text in paragraphs for event in find_meetings(text, known))


def plan_events(plan: ActionPlan | None, introduction: str, account: Account) -> tuple[Event, ...]:
    """The meetings that a plan names with a date, in its introduction and in its rows.

    Args:
        plan: The plan, or None.
        introduction: What stands before its rows, as printed.
        account: The sentences of the introduction that name meetings are entered here.

    Returns:
        The meetings in the order of the text, each once.
    """
    actions = plan.actions if plan else ()
    # Only what hangs on an event can name it; in a long plan nearly all others do not.
    deadlines = [
        one
        for action in actions
        for one in action.all_deadlines
        if isinstance(one, Relative) and one.anchor
    ]
    events: list[Event] = []
    for paragraph in _BLANK_LINE.split(introduction):
        words = " ".join(paragraph.replace("**", "").split())
        named = [(one.words, one.free) for one in _named(words)]
        use_formulas(account, named, plan.title if plan else "")
        events += find_meetings(words, deadlines)
    for action in actions:
        for text in _texts(action):
            events += find_meetings(text, deadlines)
        events += _attended(action, deadlines)
    for note in plan.notes if plan else ():
        events += find_meetings(" ".join(note.text.split()), deadlines)
    return _once(events)


def _texts(action: Action) -> tuple[str, ...]:
    texts = (
        action.title,
        *(indicator.text for indicator in action.indicators),
        *action.outcomes,
        action.terms_of_reference,
        action.status_text,
        *(cell.text for cell in action.extra),
    )
    return tuple(" ".join(text.split()) for text in texts if text)


def _attended(action: Action, deadlines: Iterable[Deadline]) -> tuple[Event, ...]:
    """The meeting that is to be attended in the only stretch of time that the row prints."""
    times = action.all_deadlines
    if len(times) != 1 or not isinstance(times[0], During) or times[0].latest is None:
        return ()
    found = [match for text in _texts(action)[:1] for match in _ATTEND.finditer(text)]
    if len(found) != 1 or find_meetings(found[0].string, deadlines):
        return ()
    title = " ".join(found[0]["name"].split())
    return (Event(id=title, title=title, when=PartialDate(times[0].earliest, times[0].latest)),)


def _once(events: Iterable[Event]) -> tuple[Event, ...]:
    """Each meeting once; two of one name on different days are two."""
    found: dict[str, Event] = {}
    for event in events:
        name = event.id
        if name in found and found[name].when != event.when and event.when is not None:
            name = f"{name} ({event.when.earliest})"
        found.setdefault(name, attrs.evolve(event, id=name))
    return tuple(found.values())


@attrs.frozen(kw_only=True)
class _Named:
    """A meeting as a text names it, and what neither its title nor its day holds of the words."""

    at: int
    name: str
    title: str
    words: str
    free: str
    when: PartialDate


def _named(text: str) -> list[_Named]:
    """The meetings that a text names with a date, in its order."""
    found: list[_Named] = []
    for match in _MEETING.finditer(text):
        name = " ".join(match["name"].split()).rstrip(" ,")
        when = _when(match)
        if when is not None:
            rest = " ".join(match[0][match.start("name") - match.start() :].split())
            found.append(_one(match, name, name if " " in name else rest, when))
    for match in _MEETINGS.finditer(text):
        name = " ".join(match["name"].split())
        title = " ".join(match[0][match.start("name") - match.start() :].split())
        found += [_one(match, name, title, when) for when in _each_day(match["days"])]
    taken = {one.at for one in found}
    for match in _TIME_FIRST.finditer(text):
        name, when = " ".join(match["name"].split()), _when(match)
        if when is not None and match.start("name") not in taken:
            found.append(_one(match, name, name, when))
    return sorted(found, key=lambda one: one.at)


def _one(match: "re.Match[str]", name: str, title: str, when: PartialDate) -> _Named:
    held = [match.span(group) for group in _HELD_GROUPS if group in match.re.groupindex]
    words = match.string
    free = [
        sign if not any(start <= at < end for start, end in held) else " "
        for at, sign in enumerate(words[match.start() : match.end()], match.start())
    ]
    return _Named(
        at=match.start("name"),
        name=name,
        title=title,
        words=match[0],
        free=" ".join("".join(free).split()),
        when=when,
    )


def _each_day(words: str) -> list[PartialDate]:
    """The days of a list; a day without a month or a year has that of the next one."""
    month = year = ""
    found: list[PartialDate] = []
    for match in reversed(list(_DAY.finditer(words))):
        month, year = match["month"] or month, match["year"] or year
        day = parse_day(f"{match['day']} {month} {year}")
        if day is not None:
            found.append(PartialDate(day, day))
    return found[::-1]


def _when(match: "re.Match[str]") -> PartialDate | None:
    if match["year"]:
        return _of(Period.parse(f"{match['year']}-01-01/{match['year']}-12-31"))
    if match["part"]:
        part = parse_deadline(match["part"])
        return PartialDate(part.earliest, part.latest) if isinstance(part, During) else None
    if match["years"]:
        return _years(match["years"])
    if match["half"]:
        year = int(match["halved"])
        months = ("01-01", "06-30") if match["half"] == "first" else ("07-01", "12-31")
        return _of(Period.parse(f"{year}-{months[0]}/{year}-{months[1]}"))
    if match["span"]:
        start = parse_day(f"1 {match['span']}")
        return _of(Period.of_months(start.year, start.month)) if start else None
    return _days(match)


def _years(words: str) -> PartialDate | None:
    """The stretch of several years, the last of which may leave its century out."""
    first, last = re.split(r"\s?[-–/]\s?", words)
    last = first[:2] + last if len(last) == 2 else last
    if not int(first) < int(last) <= int(first) + _MOST_YEARS:
        return None
    return _of(Period.parse(f"{first}-01-01/{last}-12-31"))


def _days(match: "re.Match[str]") -> PartialDate | None:
    """One day, or the first and the last of a meeting."""
    last = parse_day(match["last"])
    if last is None:
        return None
    _, month, year = match["last"].replace(",", " ").split()
    first = parse_day(f"{match['first']} {match['month'] or month} {year}")
    return PartialDate(first if first and first <= last else last, last)


def _of(period: Period) -> PartialDate:
    return PartialDate(period.start, period.end)
