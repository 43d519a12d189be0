"""Which document of conclusions it is: who speaks, when, and the ids that follow from it."""

from collections.abc import Iterable, Sequence

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import Event, Party
from customs_coop.readers.conclusions.decisions import is_heading
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.conclusions.speakers import find_speaker
from customs_coop.readers.document.cover import Cover
from customs_coop.readers.document.meetings import find_meetings, read_date_line
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.references import DocumentNumber

__all__ = ["DocumentIdentity", "find_identity", "read_events", "read_title"]

_TITLE = 5  # passages before which a line with the day may stand
_FIRST_WORDS = 600  # characters in which the meeting of the document itself is named
_SPEAKER = 3000  # characters in which the text says who speaks


@attrs.frozen(kw_only=True)
class DocumentIdentity:
    """What the beginning of a document tells of it.

    Args:
        whole: All of its words, folded, the subject of the cover first.
        plan: The id of the plan that it prints, if it does.
        prefix: What the ids of its recommendations begin with.
        document: Its number, or None.
        speaker: The id of the body that speaks, or None.
        speaking: That body, where it is not a known one.
        day: The line near its beginning that holds its day, or None.
    """

    whole: str
    plan: str
    prefix: str
    document: DocumentNumber | None = None
    speaker: str | None = None
    speaking: tuple[Party, ...] = ()
    day: Passage | None = None


def find_identity(cover: Cover, found: Sequence[Passage]) -> DocumentIdentity:
    """Tell which document it is, without a guess: a year only where a day is printed."""
    words = " ".join(passage.text for passage in found)
    whole = f"{cover.subject}. {words}" if cover.subject else words
    day = next((passage for passage in found[: _TITLE + 1] if passage.day), None)
    year = _year(cover, day, whole)
    reference = cover.document.reference if cover.document else None
    speaker = find_speaker(whole[:_SPEAKER])
    return DocumentIdentity(
        whole=whole,
        plan=f"P{year or ''}",
        prefix=str(reference).replace(" ", "-") if reference else f"C{year or ''}",
        document=reference if isinstance(reference, DocumentNumber) else None,
        speaker=speaker[0] if speaker else None,
        speaking=(speaker[1],) if speaker and speaker[1] else (),
        day=day,
    )


def _year(cover: Cover, day: Passage | None, whole: str) -> int | None:
    document = cover.document
    when = read_date_line(day.text) if day else None
    if when is None and document is not None:
        if document.date is not None:
            return document.date.year
        reference = document.reference
        return reference.year if isinstance(reference, DocumentNumber) else None
    if when is None:
        met = find_meetings(whole[:_FIRST_WORDS])
        when = met[0].when if met else None
    return when.earliest.year if when and when.earliest else None


def read_title(found: Sequence[Passage], identity: DocumentIdentity, account: Account) -> str:
    """The first paragraphs without a mark, up to the line with the day; without one, the first."""
    parts: list[Excerpt] = []
    for passage in found[:_TITLE]:
        ended = passage.text.endswith((".", ":", ";"))
        if passage.mark or passage.day or ended or is_heading(passage.text):
            break
        parts.append(passage.places)
        if identity.day is None:
            break
    return account.use(Excerpt.join(parts)) if parts else ""


def read_events(
    identity: DocumentIdentity, account: Account, deadlines: Iterable[Deadline]
) -> tuple[Event, ...]:
    """The meetings that the text names with a date, and the one of the day at its beginning."""
    events = find_meetings(identity.whole, deadlines)
    day = identity.day
    if day is None:
        return events
    when = read_date_line(day.text)
    if not any(event.when == when for event in events):
        events = (*events, Event(id=day.text, title=day.text, when=when))
    account.use(day.places)
    return events
