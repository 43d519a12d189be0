"""What a picture of the graph is made of: things, arrows between them, and how they are counted."""

import attrs

from customs_coop.exporters.pictures.lettering import one_line

__all__ = ["GRAPH_FIELDS", "Arrow", "Picture", "Thing", "counted"]

GRAPH_FIELDS: frozenset[str] = frozenset(
    {
        "plan.id",
        "plan.title",
        "plan.document",
        "plan.strategy",
        "plan.actions",
        "plan.previous",
        "action.code",
        "action.title",
        "action.status",
        "action.links",
        "link.kind",
        "link.target",
        "link.text",
        "link.inferred",
        "recommendation.id",
        "recommendation.text",
        "recommendation.document",
        "recommendation.arising_from",
        "recommendation.links",
        "recommendation.status",
        "document.reference",
        "document.title",
        "document.links",
        "document.previous",
        "strategy.id",
        "strategy.reference",
        "strategy.title",
        "party.id",
        "party.name",
        "event.id",
        "event.title",
    }
)
"""The fields of the model that a graph shows, whatever the file format."""


@attrs.frozen(kw_only=True)
class Thing:
    """One node of a picture.

    Args:
        id: Its name inside the file: a letter and a number.
        label: Its short name.
        title: What is known of it; may be empty.
        kind: The value of its `NodeKind`.
        plan: The id of its plan; empty where it belongs to none.
        status: The value of its `Status`; empty where it has none.
        mentioned: Whether the dossier knows it by mention only.
        candidates: What it could mean, where that is open.
    """

    id: str
    label: str
    title: str
    kind: str
    plan: str
    status: str
    mentioned: bool
    candidates: tuple[str, ...]

    @property
    def code(self) -> str:
        """The label without the plan, for a thing that stands under the name of its plan."""
        return self.label.removeprefix(f"{one_line(self.plan)}/") if self.plan else self.label

    @property
    def state(self) -> str:
        """How it stands, in words; a thing that is open, and nothing more, says nothing."""
        told = [self.status, "only mentioned" if self.mentioned else ""]
        if self.candidates:
            told.append(f"could be {', '.join(self.candidates)}")
        return "; ".join(word for word in told if word)


@attrs.frozen(kw_only=True)
class Arrow:
    """One edge of a picture, from what comes first to what rests on it.

    Args:
        source: The id of the thing where it begins.
        target: The id of the thing where it ends.
        kind: The value of its `LinkKind`.
        beside: Whether it says nothing of order.
        evidence: The sentences that state it.
        inferred: Whether no sentence says it outright.
        stated_by: The labels of what states it.
    """

    source: str
    target: str
    kind: str
    beside: bool
    evidence: tuple[str, ...]
    inferred: bool
    stated_by: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Picture:
    """What a picture shows.

    Args:
        title: What it is a picture of.
        things: The nodes, in the order of the graph.
        arrows: The edges, in the order of the graph.
        plans: The ids of the plans that have things in it, the earlier first.
        left_out: How many things of the dossier it does not show.
    """

    title: str
    things: tuple[Thing, ...]
    arrows: tuple[Arrow, ...]
    plans: tuple[str, ...]
    left_out: int

    def in_plan(self, plan: str) -> tuple[Thing, ...]:
        """The plan itself, where it is shown, then its actions."""
        here = [thing for thing in self.things if thing.plan == plan]
        return tuple(sorted(here, key=lambda thing: thing.kind != "plan"))

    def alone(self) -> tuple[Thing, ...]:
        """What belongs to no plan."""
        return tuple(thing for thing in self.things if not thing.plan)


def counted(number: int, what: str) -> str:
    """A number with its noun.

    Example:
        >>> counted(1, "party"), counted(2, "strategy"), counted(3, "link")
        ('1 party', '2 strategies', '3 links')
    """
    plural = f"{what[:-1]}ies" if what in ("party", "strategy") else f"{what}s"
    return f"{number} {what if number == 1 or what == 'other' else plural}"
