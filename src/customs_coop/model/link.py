"""How one thing rests on another: links as data, with the words that prove them."""

import enum
from typing import TypeAlias

import attrs
from attrs.validators import instance_of

from customs_coop.model.fields import member
from customs_coop.model.identity import ActionRef, Named, PartyRef, PlanRef, RecommendationRef
from customs_coop.references import Reference

__all__ = ["Identity", "Link", "LinkKind", "Place", "Target"]

Identity: TypeAlias = PlanRef | ActionRef | RecommendationRef | PartyRef | Named
"""What a dossier knows by name."""

Target: TypeAlias = Identity | Reference
"""What a link may point at: an identity, or a reference as it was cited; never an object."""


class Place(enum.Enum):
    """Where the target of a link stands in time, seen from the thing that has the link."""

    BEFORE = "before"
    AFTER = "after"
    BESIDE = "beside"


class LinkKind(enum.Enum):
    """The relations that strategies, plans and reports state.

    Example:
        >>> LinkKind.DEPENDS_ON.place
        <Place.BEFORE: 'before'>
    """

    DEPENDS_ON = "depends on"
    AWAITS = "awaits"
    CONTINUES = "continues"
    MERGED_FROM = "merged from"
    SPLIT_FROM = "split from"
    TAKES_UP = "takes up"
    USES_RECOMMENDATIONS_OF = "uses the recommendations of"
    STARTS_FROM = "starts from"
    SUPERSEDES = "supersedes"
    IMPLEMENTS = "implements"
    CITES = "cites"
    COMPLETED_BY = "completed by"
    FOLLOWED_UP_BY = "followed up by"
    TAKEN_FORWARD_IN = "taken forward in"
    HANDLED_WITH = "handled with"
    REPORTS_TO = "reports to"
    FUNDED_BY = "funded by"
    REQUIRES_AGREEMENT_OF = "requires agreement of"
    ARISES_FROM = "arises from"
    """Of a recommendation or a report: the report or the action that it comes from."""
    PRINTS = "prints"
    """Of a document: the plan, the strategy or the act that stands in it."""

    @property
    def place(self) -> Place:
        """Whether the target comes before, after or beside."""
        return _PLACES[self]


_PLACES = (
    dict.fromkeys(LinkKind, Place.BEFORE)
    | dict.fromkeys(
        (LinkKind.COMPLETED_BY, LinkKind.FOLLOWED_UP_BY, LinkKind.TAKEN_FORWARD_IN), Place.AFTER
    )
    | dict.fromkeys(
        (
            LinkKind.HANDLED_WITH,
            LinkKind.REPORTS_TO,
            LinkKind.FUNDED_BY,
            LinkKind.REQUIRES_AGREEMENT_OF,
        ),
        Place.BESIDE,
    )
)


def _as_link_kind(value: LinkKind | str) -> LinkKind:
    return member(LinkKind, value)


@attrs.frozen(kw_only=True)
class Link:
    """One relation from an action, a recommendation or a document, with its evidence.

    Args:
        kind: What the relation is.
        target: What it points at.
        text: The words that state it, as printed; empty where it was not read from a text.
        inferred: The relation is only implied, or was set by a program.

    Example:
        >>> link = Link(kind=LinkKind.CONTINUES, target=ActionRef("AP4", "4.10"))
        >>> str(link.target)
        'AP4/4.10'
    """

    kind: LinkKind = attrs.field(converter=_as_link_kind)
    target: Target = attrs.field(validator=instance_of(Target))
    text: str = attrs.field(default="", validator=instance_of(str))
    inferred: bool = attrs.field(default=False, validator=instance_of(bool))
