"""What reports ask for, and what parties owe."""

from collections.abc import Iterable

import attrs
from attrs.validators import instance_of, optional

from customs_coop.deadline import Deadline
from customs_coop.model.fields import as_status, plural, texts
from customs_coop.model.identity import ActionRef
from customs_coop.model.link import Identity, Link
from customs_coop.model.vocabulary import Status
from customs_coop.references import DocumentNumber

__all__ = ["Obligation", "Recommendation"]


def _addressees(value: Iterable[str]) -> tuple[str, ...]:
    return texts(value, "addressees")


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return plural(value, "links", Link)


@attrs.frozen(kw_only=True)
class Recommendation:
    """One recommendation of a report; who took it up is a link of that action.

    Args:
        id: The name by which links point at it.
        text: What it asks for.
        number: Its number inside the report, such as "14b"; may be empty.
        document: The report that it stands in, or None.
        arising_from: The action that produced it, or None.
        addressees: The ids of the parties that it addresses.
        status: `COMPLETED` where it was carried out, `OBSOLETE` where it was turned down.
        links: The words that say where it comes from and what it is about.
    """

    id: str = attrs.field(validator=instance_of(str))
    text: str = attrs.field(validator=instance_of(str))
    number: str = attrs.field(default="", validator=instance_of(str))
    document: DocumentNumber | None = attrs.field(
        default=None, validator=optional(instance_of(DocumentNumber))
    )
    arising_from: ActionRef | None = attrs.field(
        default=None, validator=optional(instance_of(ActionRef))
    )
    addressees: tuple[str, ...] = attrs.field(default=(), converter=_addressees)
    status: Status = attrs.field(default=Status.OPEN, converter=as_status)
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links)


@attrs.frozen(kw_only=True)
class Obligation:
    """A duty to report or to act that a document lays on somebody.

    Args:
        text: The words as printed.
        party: The id of the party that owes it, or None where the text does not say.
        to: The id of the party to which it is owed, or None.
        subject: What it is about, or None.
        deadline: When it is due, or None.
    """

    text: str = attrs.field(validator=instance_of(str))
    party: str | None = attrs.field(default=None, validator=optional(instance_of(str)))
    to: str | None = attrs.field(default=None, validator=optional(instance_of(str)))
    subject: Identity | None = attrs.field(default=None, validator=optional(instance_of(Identity)))
    deadline: Deadline | None = attrs.field(default=None, validator=optional(instance_of(Deadline)))
