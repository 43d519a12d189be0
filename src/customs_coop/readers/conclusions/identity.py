"""Which document of conclusions it is: who speaks, when, and the ids that follow from it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import Document, Event, Link, LinkKind, Named, Party
from customs_coop.readers.conclusions.adoption import find_adoption
from customs_coop.readers.conclusions.decisions import is_heading
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.conclusions.speakers import find_speaker
from customs_coop.readers.conclusions.subject import find_subject
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.document.meetings import meetings_of_paragraphs, read_date_line
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.references import DocumentNumber

__all__ = ["DocumentIdentity", "conclusions_of", "find_identity", "read_events", "read_title"]

_CALLED = re.compile(r"\b(?:conclusions?|schlussfolgerungen)\b", re.IGNORECASE)
_TITLE = 5  # passages before which a line with the day may stand
_FIRST_WORDS = 600  # characters in which the meeting of the document itself is named
_SPEAKER = 3000  # characters in which the text says who speaks


@attrs.frozen(kw_only=True)
class DocumentIdentity:
    """What the beginning of a document tells of it.

    Args:
        paragraphs: The subject of the cover, where there is one, and the words of the passages.
        whole: All of these words, folded.
        plan: The id of the plan that it prints, if it does.
        prefix: What the ids of its recommendations begin with.
        document: Its number, or None.
        speaker: The id of the body that speaks, or None.
        speaking: That body, where it is not a known one.
        day: The line near its beginning that holds its day, or None.
        since: The first day of which it can speak as the future: its own, if it is known.
        doubt: Why the year in its ids is not certain, or why there is none; or empty.
        about: The report that it is on, as a link of what it recommends.
    """

    paragraphs: tuple[str, ...]
    whole: str
    plan: str
    prefix: str
    document: DocumentNumber | None = None
    speaker: str | None = None
    speaking: tuple[Party, ...] = ()
    day: Passage | None = None
    since: dt.date | None = None
    doubt: str = ""
    about: tuple[Link, ...] = ()


def find_identity(cover: Cover, found: Sequence[Passage]) -> DocumentIdentity:
    """Tell which document it is: its year is that of its own day, else of its adoption.

    The year of a meeting that the text names may be that of another one, so it is told.
    """
    subject = (f"{cover.subject}.",) if cover.subject else ()
    paragraphs = (*subject, *(passage.text for passage in found))
    whole = " ".join(paragraphs)
    day = next((passage for passage in found[: _TITLE + 1] if passage.day), None)
    year, doubt = _year(cover, day, found, paragraphs)
    reference = cover.document.reference if cover.document else None
    speaker = find_speaker(whole[:_SPEAKER])
    return DocumentIdentity(
        paragraphs=paragraphs,
        whole=whole,
        plan=f"P{year or ''}",
        prefix=str(reference).replace(" ", "-") if reference else f"C{year or ''}",
        document=reference if isinstance(reference, DocumentNumber) else None,
        speaker=speaker[0] if speaker else None,
        speaking=(speaker[1],) if speaker and speaker[1] else (),
        day=day,
        since=_own_day(cover, day),
        doubt=doubt,
        about=find_subject(whole),
    )


def _year(
    cover: Cover, day: Passage | None, found: Sequence[Passage], paragraphs: Sequence[str]
) -> tuple[int | None, str]:
    """The year of a document, and why it is not certain."""
    document = cover.document
    if document is not None and document.date is not None:
        return document.date.year, ""
    when = read_date_line(day.text) if day else None
    if when is not None and when.earliest is not None:
        return when.earliest.year, ""
    if document is not None and isinstance(document.reference, DocumentNumber):
        return document.reference.year, ""
    whole = " ".join(paragraphs)
    adopted = find_adoption((cover.subject, *(one.text for one in found[:1])), whole)
    if adopted is not None:
        return adopted.year, ""
    met = meetings_of_paragraphs(_first_words(paragraphs))
    first = met[0].when.earliest if met and met[0].when else None
    if first is None:
        return None, "nothing tells the year of the document; its ids have none"
    message = f'only a meeting tells the year of the document, {first.year}: "{met[0].title}"'
    return first.year, message


def _own_day(cover: Cover, day: Passage | None) -> dt.date | None:
    if cover.document is not None and cover.document.date is not None:
        return cover.document.date
    when = read_date_line(day.text) if day else None
    return when.earliest if when else None


def _first_words(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs with which a text begins, the last of them cut short."""
    left = _FIRST_WORDS
    for text in paragraphs:
        if left <= 0:
            return
        yield text[:left]
        left -= len(text) + 1


def read_title(found: Sequence[Passage], identity: DocumentIdentity, account: Account) -> str:
    """The first paragraphs without a mark, up to the line with the day; without one, the first."""
    parts: list[Excerpt] = []
    for passage in found[:_TITLE]:
        ended = passage.text.endswith((".", ",", ":", ";"))
        if passage.mark or passage.day or ended or is_heading(passage.text):
            break
        parts.append(passage.places)
        if identity.day is None:
            break
    return account.use(Excerpt.join(parts)) if parts else ""


def conclusions_of(
    cover: Cover,
    identity: DocumentIdentity,
    title: str,
    events: Sequence[Event],
    *,
    asks: bool,
) -> Document | None:
    """The document itself: that of its cover, else by its title, as conclusions bear no number.

    Args:
        cover: Its cover, which may be empty.
        identity: What its beginning tells.
        title: Its title, or empty.
        events: The meetings of the document.
        asks: Whether it asks or agrees anything; else its title has to call it conclusions.

    Returns:
        The document, with the line that holds its day as a link to the meeting of that day; None
        where it has neither a number nor a title nor a marking.
    """
    name = cover.subject or title
    if cover.document is not None:
        return cover.document
    if cover.marking:
        name = name or "conclusions"  # a marking counts, whatever it stands on
    elif not name or not (asks or _CALLED.search(name)):
        return None
    when = read_date_line(identity.day.text) if identity.day else None
    day: dt.date | None = None
    if when is None:
        day = find_adoption((name,), identity.whole)
    elif when.earliest == when.latest:
        day = when.latest
    held = [event for event in events if when is not None and event.when == when]
    line = identity.day.text if identity.day else ""
    links = [
        Link(kind=LinkKind.CITES, target=Named(event.id, "event"), text=line) for event in held[:1]
    ]
    return Document(
        reference=Named(name, "conclusions"),
        title=name,
        date=day,
        marking=cover.marking or None,
        previous=cover.previous,
        links=links,
    )


def read_events(
    identity: DocumentIdentity, account: Account, deadlines: Iterable[Deadline]
) -> tuple[Event, ...]:
    """The meetings that the text names with a date, and the one of the day at its beginning."""
    events = meetings_of_paragraphs(identity.paragraphs, deadlines)
    day = identity.day
    if day is None:
        return events
    when = read_date_line(day.text)
    if not any(event.when == when for event in events):
        events = (*events, Event(id=day.text, title=day.text, when=when))
    account.use(day.places)
    return events
