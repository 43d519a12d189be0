"""What became of the recommendations that were handed in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.errors import RolloverError
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    LinkKind,
    Recommendation,
    RecommendationRef,
    Status,
)
from customs_coop.references import RecommendationCitation
from customs_coop.rollover.arguments import several
from customs_coop.rollover.dispositions import Complete, Defer
from customs_coop.rollover.ledger.entries import Outcome, RecommendationEntry
from customs_coop.rollover.settling import End

# The graph is many modules; most rollovers have no recommendations, and need none of them.
if TYPE_CHECKING:
    from customs_coop.graph.nodes import Node
    from customs_coop.graph.resolution import Resolution

__all__ = ["about_recommendations", "handed_in", "recommendation_entries"]


def handed_in(recommendations: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """The recommendations, each once.

    Raises:
        RolloverError: Two of one id are not equal, so which of them an entry means is open.
        TypeError: Something else was handed in.
    """
    given = several(
        recommendations,
        Recommendation,
        takes="recommendations takes recommendations, such as dossier.recommendations",
        single="recommendations=[recommendation]",
    )
    found: dict[str, Recommendation] = {}
    unlike: dict[str, None] = {}
    for one in given:
        if found.setdefault(one.id, one) != one:
            unlike[one.id] = None
    if unlike:
        raise RolloverError(
            f"several recommendations have one id and are not equal: {', '.join(unlike)};"
            " give each an id of its own"
        )
    return tuple(found.values())


def recommendation_entries(
    new: ActionPlan, recommendations: Sequence[Recommendation], answers: Mapping[str, End]
) -> Iterator[RecommendationEntry]:
    """Make one entry for each recommendation.

    What is taken up is what `graph.coverage` counts on the new plan, so that both agree.

    Args:
        new: The new plan.
        recommendations: What was handed in.
        answers: What was answered, by the ids of the recommendations.

    Yields:
        The entries, in the order of the recommendations.

    Raises:
        RolloverError: An action of the new plan takes up what an answer ends.
    """
    if not recommendations:
        return
    from customs_coop.graph.measuring import coverage, origins_of
    from customs_coop.graph.nodes import recommendation
    from customs_coop.graph.resolution import resolve

    dossier = Dossier(plans=[new], recommendations=recommendations)
    counted = coverage(dossier)
    outcomes = dict.fromkeys(counted.taken_up, Outcome.TAKEN_UP)
    outcomes |= dict.fromkeys(counted.implemented, Outcome.CARRIED_OUT)
    outcomes |= dict.fromkeys(counted.rejected, Outcome.TURNED_DOWN)
    meant = resolve(dossier)
    takers = _takers(new, meant)
    faults = []
    entries = []
    for item in recommendations:
        node = recommendation(item.id)
        outcome = outcomes.get(node, Outcome.OPEN)
        mine = [one for place in (node, *origins_of(item, meant)) for one in takers.get(place, ())]
        outright = [one for one in mine if one.kind is not LinkKind.STARTS_FROM]
        taking = outright or mine
        refs = tuple(dict.fromkeys(one.action for one in taking))
        answer = answers.get(item.id)
        if answer is not None:
            if refs:
                faults.append(
                    f"recommendation {item.id} is {answer.word}, and"
                    f" {', '.join(map(str, refs))} takes it up"
                )
            outcome = _answered(answer)
        named = any(one.names == node for one in outright)
        entries.append(
            RecommendationEntry(
                recommendation=RecommendationRef(item.id),
                outcome=outcome,
                successors=refs,
                text=item.text,
                reason="" if answer is None else answer.reason,
                authority=None if answer is None else answer.authority,
                inferred=bool(refs) and not named,
            )
        )
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise RolloverError(f"the answers do not go with {new.id}{listed}")
    yield from entries


def about_recommendations(
    new: ActionPlan, recommendations: Sequence[Recommendation]
) -> Iterator[Diagnostic]:
    """Tell which recommendations of the reports at hand are taken up and cannot be told.

    A report may be handed in under another revision than the one that is cited. Where one
    recommendation alone can be meant, it is; where several can, or none, somebody has to look.
    """
    reports = {item.document for item in recommendations if item.document is not None}
    if not reports:
        return
    from customs_coop.graph.measuring import TAKING_UP
    from customs_coop.graph.resolution import resolve

    meant = resolve(Dossier(plans=[new], recommendations=recommendations))
    for action in new.actions:
        here = new.ref(action)
        for link in action.links:
            cited = link.target
            if (
                link.kind not in TAKING_UP
                or not isinstance(cited, RecommendationCitation)
                or cited.document is None
                or isinstance(meant.meaning(here, cited).node, RecommendationRef)
            ):
                continue
            document = cited.document
            versions = sorted(
                str(one) for one in reports if one == document or one.is_version_of(document)
            )
            if versions:
                message = f"{cited} is taken up; handed in are those of {', '.join(versions)}"
                yield diagnose("CC625", message, subject=str(here))


@attrs.frozen
class _Taker:
    """An action, the kind of its link, and what the link itself names; None where inferred."""

    action: ActionRef
    kind: LinkKind
    names: "Node | None"


def _takers(new: ActionPlan, meant: "Resolution") -> "dict[Node, list[_Taker]]":
    """The actions that take something up, by what that is; an obsolete one takes up nothing."""
    from customs_coop.graph.measuring import TAKING_UP

    found: dict[Node, list[_Taker]] = {}
    for action in new.actions:
        if action.status is Status.OBSOLETE:
            continue
        here = new.ref(action)
        for link in action.links:
            end = meant.end(here, link) if link.kind in TAKING_UP else None
            if end is not None:
                names = None if end.inferred else end.node
                found.setdefault(end.node, []).append(_Taker(here, link.kind, names))
    return found


def _answered(answer: End) -> Outcome:
    if isinstance(answer, Complete):
        return Outcome.CARRIED_OUT
    return Outcome.DEFERRED if isinstance(answer, Defer) else Outcome.TURNED_DOWN
