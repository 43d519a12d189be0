"""Who acts: parties, their part in an action, and the bodies that the plans name."""

import datetime as dt
import enum
from collections.abc import Iterable

import attrs
from attrs.validators import instance_of, optional

from customs_coop.model.fields import member, optional_date, plural

__all__ = ["KNOWN_PARTIES", "Involvement", "Party", "PartyKind", "PartyName", "Role", "known_party"]


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


def _body(
    id: str,  # noqa: A002 - the name of the field that it fills
    name: str,
    kind: PartyKind,
    *names: str,
    part_of: str | None = None,
) -> Party:
    return Party(id=id, name=name, kind=kind, part_of=part_of, names=names)


KNOWN_PARTIES: tuple[Party, ...] = (
    _body("COUNCIL", "Council of the European Union", PartyKind.INSTITUTION, "Council"),
    _body("PRESIDENCY", "Presidency of the Council", PartyKind.INSTITUTION, "Presidency"),
    _body(
        "CLS",
        "Council Legal Service",
        PartyKind.SERVICE,
        "Council Legal Service",
        part_of="COUNCIL",
    ),
    _body("MS", "Member States", PartyKind.MEMBER_STATE, "Member State", "Member States"),
    _body(
        "CCWP",
        "Customs Cooperation Working Party",
        PartyKind.WORKING_PARTY,
        "CCWG",
        "Customs Cooperation Working Group",
        part_of="COUNCIL",
    ),
    _body(
        "CATS",
        "Coordinating Committee in the area of police and judicial cooperation",
        PartyKind.WORKING_PARTY,
        "Article 36 Committee",
        "Art. 36 Committee",
        part_of="COUNCIL",
    ),
    _body(
        "PCWG",
        "Police Cooperation Working Group",
        PartyKind.WORKING_PARTY,
        "PCWP",
        "Police Cooperation Working Party",
        part_of="COUNCIL",
    ),
    _body(
        "MDG",
        "Multidisciplinary Group on Organised Crime",
        PartyKind.WORKING_PARTY,
        part_of="COUNCIL",
    ),
    _body("LEWP", "Law Enforcement Working Party", PartyKind.WORKING_PARTY, part_of="COUNCIL"),
    _body(
        "COPEN",
        "Working Party on Cooperation in Criminal Matters",
        PartyKind.WORKING_PARTY,
        part_of="COUNCIL",
    ),
    _body(
        "TWG",
        "Working Party on Terrorism",
        PartyKind.WORKING_PARTY,
        "Terrorism WG",
        "Terrorism Working Group",
        part_of="COUNCIL",
    ),
    _body("CUG", "Customs Union Group", PartyKind.WORKING_PARTY, part_of="COUNCIL"),
    _body("COM", "European Commission", PartyKind.INSTITUTION, "Commission"),
    _body(
        "TAXUD",
        "Directorate-General for Taxation and Customs Union",
        PartyKind.SERVICE,
        "DG TAXUD",
        part_of="COM",
    ),
    _body(
        "HOME",
        "Directorate-General for Home Affairs",
        PartyKind.SERVICE,
        "DG HOME",
        part_of="COM",
    ),
    _body("OLAF", "European Anti-Fraud Office", PartyKind.SERVICE, "UCLAF", part_of="COM"),
    _body("EUROPOL", "Europol", PartyKind.AGENCY),
    _body("EUROJUST", "Eurojust", PartyKind.AGENCY),
    _body("FRONTEX", "European Border and Coast Guard Agency", PartyKind.AGENCY),
    _body("CEPOL", "European Police College", PartyKind.AGENCY),
    _body(
        "JHA-AGENCIES",
        "EU agencies for justice and home affairs",
        PartyKind.AGENCY,
        "EU JHA agencies",
    ),
    _body(
        "WCO", "World Customs Organization", PartyKind.ORGANISATION, "World Customs Organisation"
    ),
)
"""The bodies that strategies and plans name again and again, with their other names."""

_BY_NAME = {
    name.casefold(): party
    for party in KNOWN_PARTIES
    for name in (party.id, party.name, *(other.text for other in party.names))
}


def known_party(text: str) -> Party | None:
    """The known body that bears this name or abbreviation, in any case; None where none does.

    Example:
        >>> known_party("Europol").id, known_party("CCWG").id, known_party("Nordic countries")
        ('EUROPOL', 'CCWP', None)
    """
    return _BY_NAME.get(" ".join(text.split()).casefold())
