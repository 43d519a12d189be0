"""What things wait for: what their links name and is not there yet, and events without a day."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from customs_coop.deadline import Deadline, Relative
from customs_coop.graph import Node, Resolution
from customs_coop.graph.nodes import thing
from customs_coop.model import (
    Action,
    ActionRef,
    Dossier,
    Event,
    Link,
    LinkKind,
    Named,
    PlanRef,
    RecommendationRef,
    Status,
    Target,
)
from customs_coop.monitoring.events import EventNames
from customs_coop.monitoring.states import Awaited

__all__ = ["Waits"]

# With these, whoever has to agree has agreed: the agreement is asked for before the work begins.
_BEGUN: Final = (Status.ONGOING, Status.STANDING, Status.PARTLY_COMPLETED)
_WAITING: Final = (LinkKind.AWAITS, LinkKind.DEPENDS_ON, LinkKind.REQUIRES_AGREEMENT_OF)


class Waits:
    """What the actions of a dossier wait for on a day.

    What is done is not waited for: a completed or obsolete action or recommendation, an event that
    took place, a plan that is printed, and a document whose day has come. A document of which no
    day is known is there once the year of its number is over, and where an action only builds on
    it, for what has a number has been written.

    Args:
        dossier: The dossier.
        on: The day.
        meant: What the targets of links mean.
        status_of: How far an action of the dossier is on the day; None for one of another plan.
    """

    def __init__(
        self,
        dossier: Dossier,
        on: dt.date,
        meant: Resolution,
        status_of: Callable[[ActionRef], Status | None],
    ) -> None:
        self._on = on
        self._meant = meant
        self._status_of = status_of
        self._names = EventNames(dossier.events)
        self._events = {thing(one.id, "event"): one for one in reversed(dossier.events)}
        self._plans = {one.id: one for one in reversed(dossier.plans)}
        self._recommendations = {one.id: one for one in reversed(dossier.recommendations)}
        self._days: dict[Target, dt.date | None] = {}
        for document in dossier.documents:
            known = self._days.get(document.reference)
            self._days[document.reference] = known or document.date
        for strategy in dossier.strategies:
            self._days[thing(strategy.id, "strategy")] = strategy.adopted
        # Whoever names a document as evidence has it.
        self._shown = frozenset(
            paper for one in dossier.progress if one.on <= on for paper in one.evidence
        )

    def of(
        self, ref: ActionRef, action: Action, deadline: Deadline | None, status: Status
    ) -> tuple[Awaited, ...]:
        """What a thing waits for, each once.

        Args:
            ref: The address of its action.
            action: The action.
            deadline: Its deadline, or None.
            status: How far it is.
        """
        found: dict[str, Awaited] = {}
        for awaited in (*self._of_deadline(deadline), *self._of_links(ref, action, status)):
            found.setdefault(str(awaited.target), awaited)
        return tuple(found.values())

    def _of_links(self, ref: ActionRef, action: Action, status: Status) -> Iterator[Awaited]:
        for link in action.links:
            if link.kind not in _WAITING:
                continue
            if link.kind is LinkKind.REQUIRES_AGREEMENT_OF and status in _BEGUN:
                continue
            meant = self._meant.end(ref, link)
            if meant is None or meant.former:
                continue  # it is the action itself
            node = meant.node
            target = node if isinstance(node, Target) else link.target
            how_far = self._how_far(node)
            is_done = how_far is not None and how_far.closed
            if not is_done and not self._is_there(node, link):
                yield Awaited(target=target, text=link.text, status=how_far, kind=link.kind)

    def _of_deadline(self, deadline: Deadline | None) -> Iterator[Awaited]:
        """The event on which a deadline hangs, while that has no day, or is still to come."""
        if not isinstance(deadline, Relative) or deadline.anchor_date is not None:
            return
        if not deadline.anchor.strip():
            return  # from when on is not said
        event = self._names.meant(deadline)
        if event is None:
            if not self._names.called(deadline.anchor):
                yield Awaited(target=thing(deadline.anchor, "event"))
            return
        comes_after = deadline.offset is None or not deadline.offset.startswith("-")
        if event.when is None or (comes_after and not self._took_place(event)):
            yield Awaited(target=thing(event.id, "event"))

    def _took_place(self, event: Event) -> bool:
        when = event.when
        return when is not None and when.latest is not None and when.latest <= self._on

    def _how_far(self, node: Node) -> Status | None:
        if isinstance(node, ActionRef):
            return self._status_of(node)
        if isinstance(node, RecommendationRef):
            known = self._recommendations.get(node.recommendation)
            return None if known is None else known.status
        if isinstance(node, PlanRef):
            plan = self._plans.get(node.plan)
            return None if plan is None else plan.status
        return None

    def _is_there(self, node: Node, link: Link) -> bool:
        if isinstance(node, PlanRef):
            return self._is_printed(node.plan)
        if isinstance(node, Named) and node in self._events:
            return self._took_place(self._events[node])
        if node in self._shown:
            return True
        day = self._days.get(node) if isinstance(node, Target) else None
        if day is not None:
            return day <= self._on
        year = getattr(node, "year", None)
        if not isinstance(year, int):
            return False
        return year < self._on.year or (year == self._on.year and link.kind is not LinkKind.AWAITS)

    def _is_printed(self, plan: str) -> bool:
        """Whether a plan is there: by the day of its document, else by its period."""
        known = self._plans.get(plan)
        if known is None:
            return False
        day = None if known.document is None else self._days.get(known.document)
        if day is not None:
            return day <= self._on
        return known.period is None or known.period.start <= self._on
