"""What `customs-coop explain` tells of a text: what it cites, when it falls due, how that was read.

Each finding is a list of rows, a name and a value; the printed form and JSON have the same rows.
"""

import json
import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from customs_coop.dates import Period
    from customs_coop.deadline import Deadline
    from customs_coop.references import Reference

__all__ = ["Explained", "explained", "explained_as_json", "explained_as_text"]

_WIDEST = 100
_LABEL = 14

Row: TypeAlias = tuple[str, str | list[str]]


@attrs.frozen
class Explained:
    """One thing that was found in a text.

    Args:
        start: Where its words begin.
        end: Where they end.
        text: The words.
        rows: What was made of them, as pairs of a name and a value.
    """

    start: int
    end: int
    text: str
    rows: tuple[Row, ...]


def explained(text: str, *, within: "Period | None", language: str, cell: bool) -> list[Explained]:
    """Find the references and the deadlines of a text, in the order of their places.

    Args:
        text: Any text. Where no deadline stands out of it, the whole is read as one, as the cell
            of a timetable is.
        within: The window of the plan, for times without a year and for occurrences.
        language: The two letters of the language of the addresses.
        cell: Whether the whole text is one deadline, whatever else stands in it.

    Returns:
        What was found; nothing for a text that holds neither.

    Raises:
        InvalidValueError: The Union has no such official language.
    """
    from customs_coop.deadline import Undetermined, find_deadlines, parse_deadline
    from customs_coop.references import find_references

    found = [
        Explained(one.start, one.end, one.text, tuple(_of_reference(one.reference, language)))
        for one in find_references(text)
    ]
    deadlines = [(one.start, one.end, one.deadline) for one in find_deadlines(text)]
    whole = parse_deadline(text, within=within)
    if cell:
        deadlines = [(0, len(text), whole)]
    elif not isinstance(whole, Undetermined) and len(deadlines) < 2:
        # The reading as a cell knows the window, and takes a bare month for a deadline.
        lead = len(text) - len(text.lstrip())
        start, end = (deadlines or [(lead, len(text.rstrip()), whole)])[0][:2]
        deadlines = [(start, end, whole)]
    found += [
        Explained(start, end, text[start:end], tuple(_of_deadline(deadline, within)))
        for start, end, deadline in deadlines
    ]
    return sorted(found, key=lambda one: (one.start, -one.end))


def explained_as_text(found: list[Explained]) -> str:
    """Print what was found for people: the words, and below them a row for each fact."""
    if not found:
        return "nothing was found: no reference, and no time that can be read"
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    lines: list[str] = []
    for one in found:
        words = " ".join(one.text.split())
        lines += textwrap.wrap(f"{one.start}-{one.end}  {words}", width, subsequent_indent="  ")
        for name, value in one.rows:
            lines += textwrap.wrap(
                value if isinstance(value, str) else ", ".join(value) or "none in the window",
                width,
                initial_indent=f"  {name:<{_LABEL}}",
                subsequent_indent=" " * (_LABEL + 2),
                break_on_hyphens=False,
                break_long_words=False,  # an address must stay whole to be of use
            )
    return "\n".join(lines)


def explained_as_json(found: list[Explained]) -> str:
    """Write what was found as a JSON list, an object for each."""
    listed = [
        {"start": one.start, "end": one.end, "text": one.text, **_members(one)} for one in found
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _members(one: Explained) -> dict[str, str | list[str]]:
    return {name.lower().replace(" ", "_"): value for name, value in one.rows}


def _of_reference(reference: "Reference", language: str) -> Iterator[Row]:
    from customs_coop.references import EXTRACTORS, DocumentNumber, LegalAct

    yield "kind", next(row.name for row in EXTRACTORS if isinstance(reference, row.cites))
    yield "identity", str(reference)
    if reference.cite() != str(reference):
        yield "as cited", reference.cite()
    if isinstance(reference, DocumentNumber) and reference.conflict:
        between, behind = reference.revision, reference.stated_revision
        yield "doubt", f"the number says revision {between}, the words behind it REV {behind}"
    if isinstance(reference, LegalAct) and reference.celex_doubt is not None:
        yield "doubt", reference.celex_doubt
    address = reference.url(language)
    yield ("no address", str(reference.unresolvable)) if address is None else ("address", address)


def _of_deadline(deadline: "Deadline", within: "Period | None") -> Iterator[Row]:
    from customs_coop.deadline import CONVENTIONS, Undetermined

    yield "kind", "deadline"
    yield "type", type(deadline).__name__
    if isinstance(deadline, Undetermined):
        yield "doubt", "no time can be read from these words"
    yield from _of_rhythm(deadline, within)
    yield from _of_anchor(deadline, within)
    for name, day in (("earliest", deadline.earliest), ("latest", deadline.latest)):
        if day is not None:
            yield name, day.isoformat()
    if deadline.edtf is not None:
        yield "EDTF", deadline.edtf
    if deadline.convention is not None:
        row = CONVENTIONS[deadline.convention]
        yield from (("convention", row.id), ("read as", row.how), ("because", row.reason))


def _of_rhythm(deadline: "Deadline", within: "Period | None") -> Iterator[Row]:
    from customs_coop.deadline import Recurring

    if not isinstance(deadline, Recurring):
        return
    recurrence = deadline.recurrence
    yield "rhythm", str(recurrence or "none is stated")
    if deadline.first is not None:
        yield "first round by", deadline.first.isoformat()
    if deadline.until is not None:
        yield "until", deadline.until.isoformat()
    if recurrence is not None:
        yield "RRULE", recurrence.rrule
        if within is not None:
            rounds = recurrence.occurrences(within=within)
            yield "occurrences", list(map(str, rounds))
            last_days = deadline.last_days(within=within)
            if last_days != tuple(one.end for one in rounds):
                yield "due on", list(map(str, last_days))


def _of_anchor(deadline: "Deadline", within: "Period | None") -> Iterator[Row]:
    from customs_coop.deadline import Relative
    from customs_coop.errors import InvalidValueError, UnknownPresidencyError
    from customs_coop.presidency import Presidency

    if not isinstance(deadline, Relative):
        return
    yield "hangs on", deadline.anchor or "an event that is not named"
    if deadline.offset is not None:
        yield "distance", deadline.offset
    try:
        Presidency.parse(deadline.anchor, within=within)
    except UnknownPresidencyError as error:
        yield "doubt", str(error)  # a Presidency without a year: the message lists which it can be
    except InvalidValueError as error:
        if "presiden" in deadline.anchor.casefold():
            yield "doubt", str(error)  # most events are no Presidency, but this one says so
