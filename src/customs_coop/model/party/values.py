"""Who acts: parties with the names they bear, and their part in an action."""

import datetime as dt
import enum
from collections.abc import Iterable

import attrs
from attrs.validators import instance_of, optional

from customs_coop.model.fields import member, optional_date, plural

__all__ = ["Involvement", "Party", "PartyKind", "PartyName", "Role"]


class PartyKind(enum.Enum):
    """What sort of body a party is."""

    INSTITUTION = "institution"
    SERVICE = "service"
    WORKING_PARTY = "working party"
    GROUP = "group"
    AGENCY = "agency"
    MEMBER_STATE = "Member State"
    ORGANISATION = "international organisation"


class Role(enum.Enum):
    """The part that a party has in an action."""

    RESPONSIBLE = "responsible"
    CONCERNED = "concerned"
    """Named under "other interested" or "other concerned" parties."""
    ADDRESSEE = "addressee"
    HOST = "host"
    ORGANISER = "organiser"
    FUNDER = "funder"


@attrs.frozen(kw_only=True)
class PartyName:
    """One name that a party bears or bore.

    Args:
        text: The name or abbreviation.
        since: First day on which it was used, or None.
        until: Last day on which it was used, or None.
    """

    text: str = attrs.field(validator=instance_of(str))
    since: dt.date | None = attrs.field(default=None, converter=optional_date)
    until: dt.date | None = attrs.field(default=None, converter=optional_date)

    def borne_on(self, day: dt.date) -> bool:
        """Whether the name was in use on a day, as far as its dates tell.

        Example:
            >>> PartyName(text="UCLAF", until="1999-05-31").borne_on(dt.date(2005, 1, 1))
            False
        """
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def _names(value: "Iterable[PartyName | str]") -> tuple[PartyName, ...]:
    return tuple(
        [
            name if isinstance(name, PartyName) else PartyName(text=name)
            for name in plural(value, "names")
        ]
    )


@attrs.frozen(kw_only=True)
class Party:
    """A body, a service, a group or a state that takes part in the work.

    Args:
        id: The short name by which actions point at it, such as "CCWP".
        name: The full name.
        kind: What sort of body it is, or None where nothing tells.
        part_of: The id of the body that it belongs to, or None.
        names: Other names and abbreviations, with their dates.

    Example:
        >>> Party(id="CCWP", name="Customs Cooperation Working Party", names=["CCWG"]).names
        (PartyName(text='CCWG', since=None, until=None),)
    """

    id: str = attrs.field(validator=instance_of(str))
    name: str = attrs.field(validator=instance_of(str))
    kind: PartyKind | None = attrs.field(default=None, validator=optional(instance_of(PartyKind)))
    part_of: str | None = attrs.field(default=None, validator=optional(instance_of(str)))
    names: tuple[PartyName, ...] = attrs.field(default=(), converter=_names)


def _as_role(value: Role | str) -> Role:
    return member(Role, value)


@attrs.frozen(kw_only=True)
class Involvement:
    """The part of one party in one action, beside the words that say so.

    Args:
        party: The id of the party.
        role: What it does.
        text: The words as printed.
        confirmed: False where the text itself doubts it, as in "Project Group?" or "tbc".

    Example:
        >>> Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG").confirmed
        True
    """

    party: str = attrs.field(validator=instance_of(str))
    role: Role = attrs.field(converter=_as_role)
    text: str = attrs.field(default="", validator=instance_of(str))
    confirmed: bool = attrs.field(default=True, validator=instance_of(bool))
