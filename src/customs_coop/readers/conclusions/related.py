"""What conclusions say of other documents outside the actions and recommendations in them."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.model import Dossier, Link
from customs_coop.readers.conclusions.passages import Passage
from customs_coop.readers.mentions import (
    Introduction,
    with_introduction,
    with_recommendation_links,
)

__all__ = ["with_relations"]

_FIRST = 60  # characters with which a passage begins that a field holds in part


def with_relations(
    dossier: Dossier, found: Sequence[Passage], about: Sequence[Link], title: str
) -> Dossier:
    """A dossier of conclusions whose document and recommendations have the links that are stated.

    Args:
        dossier: What was read; the first of its documents are the conclusions themselves.
        found: The passages of the document.
        about: What the conclusions are on.
        title: Their title, whose words are no citation.

    Returns:
        The dossier: the document cites what it is on and what its other passages name, each
        recommendation what its own words name.
    """
    recommendations = with_recommendation_links(dossier.recommendations)
    if not dossier.documents:
        return attrs.evolve(dossier, recommendations=recommendations)
    own, *others = dossier.documents
    own = attrs.evolve(own, links=tuple(dict.fromkeys((*own.links, *about))))
    dossier = attrs.evolve(
        dossier,
        recommendations=recommendations,
        documents=(own, *others),
    )
    told = [action.title for plan in dossier.plans for action in plan]
    told += [item.text for item in recommendations]
    introduction = Introduction(text="\n\n".join(_around(found, (*told, title))), own=own.reference)
    return with_introduction(dossier, introduction)


def _around(found: Sequence[Passage], told: Iterable[str]) -> Iterator[str]:
    """The passages that are no action and no recommendation, nor hold the beginning of one."""
    held = "\n".join(" ".join(text.split()) for text in told)
    for passage in found:
        words = " ".join(passage.text.split())
        if words and words[:_FIRST] not in held:
            yield words
