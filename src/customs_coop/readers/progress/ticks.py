"""Entries of calendars on their way to a report: what each is of, and what was changed on it."""

import attrs

from customs_coop.diagnostics import Span
from customs_coop.formats.calendars import CalendarItem
from customs_coop.model import Status
from customs_coop.readers.progress.addresses import Place
from customs_coop.readers.progress.values import TickedItem

__all__ = ["Placed", "Read", "Tick", "Unclaimed"]


@attrs.frozen
class Read:
    """An entry with the file in which it stands."""

    item: CalendarItem
    source: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(source=self.source, line=self.item.line, path=self.item.path)


@attrs.frozen(kw_only=True)
class Placed:
    """An entry of which it is known what it is of, and how it was exported."""

    read: Read
    place: Place
    before: Status

    @property
    def subject(self) -> str:
        """The address of its action or indicator."""
        number = self.place.number
        return str(self.place.ref) if number is None else f"{self.place.ref} indicator {number}"


@attrs.frozen(kw_only=True)
class Unclaimed:
    """A change of which it is not known which party reports it.

    Args:
        parties: The parties that are named, none or several.
        subject: What was changed.
        span: Where it stands.
    """

    parties: tuple[str, ...]
    subject: str
    span: Span


@attrs.frozen(kw_only=True)
class Tick:
    """An entry that was changed, with the party that reports it and the parties it names."""

    placed: Placed
    item: TickedItem
    party: str | None
    parties: tuple[str, ...]

    @property
    def claim(self) -> Unclaimed:
        """What is told of it where no party is known."""
        return Unclaimed(
            parties=self.parties, subject=self.placed.subject, span=self.placed.read.span
        )
