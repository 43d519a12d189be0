"""Meetings that an action names: the events of the document that its row has been read for."""

from collections.abc import Iterable

import attrs

from customs_coop.model import Action, ActionPlan, Event, Link, LinkKind, Named
from customs_coop.readers.mentions.passages import folded
from customs_coop.readers.text.sentences import find_sentences

__all__ = ["with_event_links"]

_FEWEST = 3  # words; "next meeting" may be any


def with_event_links(plan: ActionPlan, events: Iterable[Event]) -> ActionPlan:
    """Link the actions of a plan with the meetings that they name by their whole titles.

    Args:
        plan: The plan, read.
        events: The events of its document.

    Returns:
        The plan, with a link of the kind CITES for each event and action.

    Example:
        >>> event = Event(id="seminar on ropes", title="seminar on ropes")
        >>> plan = ActionPlan(id="P", title="", actions=[Action(code="1", title="See to 2.")])
        >>> held = Action(code="2", title="A seminar on ropes took place. All read its papers.")
        >>> plan = with_event_links(attrs.evolve(plan, actions=[*plan, held]), [event])
        >>> [(str(link.target), link.text) for link in plan["2"].links]
        [('seminar on ropes', 'A seminar on ropes took place.')]
    """
    named = [event for event in events if len(event.title.split()) >= _FEWEST]
    if not named:
        return plan
    return attrs.evolve(plan, actions=[_linked(action, named) for action in plan])


def _linked(action: Action, events: list[Event]) -> Action:
    held = {link.target for link in action.links}
    links: list[Link] = []
    for text in (action.title, action.terms_of_reference):
        words = folded(text)
        for event in events:
            target = Named(event.id, "event")
            if event.title in words and target not in held:
                held.add(target)
                said = next(one.text for one in find_sentences(words) if event.title in one.text)
                links.append(Link(kind=LinkKind.CITES, target=target, text=said))
    return attrs.evolve(action, links=(*action.links, *links)) if links else action
