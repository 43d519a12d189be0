"""How one thing rests on another: links as data, with the words that prove them."""

import enum
from typing import TypeAlias

import attrs
from attrs.validators import instance_of

from customs_coop.errors import ReferenceSyntaxError
from customs_coop.model.fields import member
from customs_coop.model.identity import ActionRef, Named, PartyRef, PlanRef, RecommendationRef
from customs_coop.references import Reference, parse_reference

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


def _require_target(
    _instance: object, _attribute: "attrs.Attribute[Target]", value: object
) -> None:
    if isinstance(value, Target):
        return
    forms = "a link points at an identity or a reference"
    if not isinstance(value, str):
        raise TypeError(
            f"{forms}, never at a thing itself: a name such as plan.ref(action),"
            f" RecommendationRef(item.id) or document.reference is wanted,"
            f" not {type(value).__name__}"
        )
    raise TypeError(f"{forms}, not at a bare text; write {_written(value)}")


def _written(text: str) -> str:
    """What can be written instead of a bare text."""
    try:
        kind = type(parse_reference(text)).__name__
    except ReferenceSyntaxError:
        plan, slash, code = text.partition("/")
        if slash and plan.strip() and code.strip():
            return f"ActionRef.parse({text!r})"
        kinds = ("PlanRef", "PartyRef", "RecommendationRef")
        return ", ".join(f"{kind}({text!r})" for kind in kinds) + f" or Named({text!r}, 'event')"
    return f"{kind}.parse({text!r})"


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

    Raises:
        InvalidValueError: No kind has that word.
        TypeError: The target is a bare text or a thing itself; the message says what to write.

    Example:
        >>> link = Link(kind=LinkKind.CONTINUES, target=ActionRef("AP4", "4.10"))
        >>> str(link.target)
        'AP4/4.10'
    """

    kind: LinkKind = attrs.field(converter=_as_link_kind)
    target: Target = attrs.field(validator=_require_target)
    text: str = attrs.field(default="", validator=instance_of(str))
    inferred: bool = attrs.field(default=False, validator=instance_of(bool))
