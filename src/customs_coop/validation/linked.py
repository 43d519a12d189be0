"""The links of a dossier with the place of each, for the rules that look at all of them."""

from collections.abc import Iterator
from typing import NamedTuple

from customs_coop.diagnostics import Span
from customs_coop.model import Dossier, Link

__all__ = ["Linked", "all_links"]


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


def all_links(dossier: Dossier) -> Iterator[Linked]:
    """The links of all actions, then those of recommendations and of documents."""
    for plan in dossier.plans:
        for action in plan.actions:
            for link in action.links:
                yield Linked(f"{plan.id}/{action.code}", link, action.span, plan.id)
    for item in dossier.recommendations:
        for link in item.links:
            yield Linked(item.id, link)
    for document in dossier.documents:
        for link in document.links:
            yield Linked(str(document.reference), link)
