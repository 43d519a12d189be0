"""Documents and events that the work passes through."""

import datetime as dt
from collections.abc import Iterable

import attrs
from attrs.validators import instance_of

from customs_coop.dates import PartialDate
from customs_coop.model.fields import as_marking, optional_date, optional_partial_date, plural
from customs_coop.model.identity import Named
from customs_coop.model.link import Link
from customs_coop.model.vocabulary import Marking
from customs_coop.references import DocumentNumber, Reference

__all__ = ["Document", "Event"]


def _previous(value: Iterable[DocumentNumber]) -> tuple[DocumentNumber, ...]:
    return plural(value, "previous", DocumentNumber)


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return plural(value, "links", Link)


@attrs.frozen(kw_only=True)
class Document:
    """A Council document, an act or a report, with what its cover says.

    Args:
        reference: Its number or its place of publication; its title with what it is, such as
            "conclusions", where neither is printed.
        title: Its title or subject.
        date: The day printed on it, or None.
        marking: LIMITE, PUBLIC, another marking as printed, or None where none is printed.
        origin: Who sent it, as printed.
        addressee: To whom, as printed.
        previous: The previous documents that its cover lists.
        links: What it prints, what it comes from and what goes on with it, with the words.
    """

    reference: Reference | Named = attrs.field(validator=instance_of(Reference | Named))
    title: str = attrs.field(validator=instance_of(str))
    date: dt.date | None = attrs.field(default=None, converter=optional_date)
    marking: Marking | str | None = attrs.field(default=None, converter=as_marking)
    origin: str = attrs.field(default="", validator=instance_of(str))
    addressee: str = attrs.field(default="", validator=instance_of(str))
    previous: tuple[DocumentNumber, ...] = attrs.field(default=(), converter=_previous)
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links)


@attrs.frozen(kw_only=True)
class Event:
    """A conference or meeting on which deadlines may hang.

    Args:
        id: The name by which deadlines and links point at it.
        title: What it is.
        when: Its day, or the bounds of it, or None while nothing is known.

    Example:
        >>> Event(id="C2008", title="Next conference", when="2008-01-01/2008-12-31").when.latest
        datetime.date(2008, 12, 31)
    """

    id: str = attrs.field(validator=instance_of(str))
    title: str = attrs.field(validator=instance_of(str))
    when: PartialDate | None = attrs.field(default=None, converter=optional_partial_date)
