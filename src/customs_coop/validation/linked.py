"""The links of a dossier with the place of each, for the rules that look at all of them."""

import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from customs_coop.diagnostics import Span
from customs_coop.model import Dossier, Link

if TYPE_CHECKING:
    from customs_coop.graph.resolution import Resolution
    from customs_coop.graph.scheduling.network import Network

__all__ = ["Linkage", "Linked", "all_links", "has_links"]


class Linked(NamedTuple):
    """A link and what has it.

    Args:
        subject: The name of the action, the recommendation or the document.
        link: The link.
        span: Where the action stands, or None.
        plan: The id of the plan of the action; None for a recommendation or a document.
    """

    subject: str
    link: Link
    span: Span | None = None
    plan: str | None = None

    @property
    def quoted(self) -> str:
        """The words of the link, where nothing else says in which place of a text it stands."""
        words = " ".join(self.link.text.split())
        return f': "{words}"' if self.plan is None and words else ""


def all_links(dossier: Dossier, wanted: Callable[[Link], bool]) -> Iterator[Linked]:
    """The links of all actions, then those of recommendations and of documents.

    Args:
        dossier: The dossier.
        wanted: Whether a link counts; asked first, for a place takes longer to tell.
    """
    for plan in dossier.plans:
        for action in plan.actions:
            for link in filter(wanted, action.links):
                yield Linked(f"{plan.id}/{action.code}", link, action.span, plan.id)
    for item in dossier.recommendations:
        for link in filter(wanted, item.links):
            yield Linked(item.id, link)
    for document in dossier.documents:
        for link in filter(wanted, document.links):
            yield Linked(str(document.reference), link)


def has_links(dossier: Dossier) -> bool:
    """Whether there is any link at all."""
    return (
        any(action.links for plan in dossier.plans for action in plan.actions)
        or any(item.links for item in dossier.recommendations)
        or any(document.links for document in dossier.documents)
    )


class Linkage:
    """What the links of a dossier amount to, found out once for all rules that ask.

    The graph is imported only where something is asked.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._network: Network | None = None

    @functools.cached_property
    def meant(self) -> "Resolution":
        """What each link means."""
        from customs_coop.graph import resolve

        return resolve(self.dossier)

    @property
    def network(self) -> "Network":
        """What waits for what, and when it has to be ready."""
        if self._network is None:
            from customs_coop.graph.scheduling.network import network_of

            self._network = network_of(self.dossier, meant=self.meant)
        return self._network

    @property
    def is_cyclic(self) -> bool:
        """Whether anything waits for itself."""
        if self._network is not None:
            return bool(self._network.knots)
        from customs_coop.graph import WAITING
        from customs_coop.graph.ordering import has_circle

        return has_circle(self.meant, WAITING)
