"""Fingerprints of words: what a link rests on, told without codes, ids and places."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from customs_coop.graph.holdings import HeldPlan
from customs_coop.graph.measuring import TAKING_UP, origins_of
from customs_coop.graph.nodes import (
    Node,
    NodeKind,
    OpenCitation,
    kind_of,
    label_of,
    plan_node,
    recommendation,
    thing,
)
from customs_coop.graph.resolution import Meaning, Resolution
from customs_coop.graph.sentences import Codes, Sentences
from customs_coop.model import Action, ActionRef, Dossier, Link, Named, Recommendation, Target
from customs_coop.references import RecommendationCitation
from customs_coop.references.visible import visible_text

__all__ = ["LinkEnds", "Words", "WordsKnown", "as_cited", "fingerprint"]

_FORMER = "the action itself under its former code"
# What is named by a code or an id that may be given anew, where the dossier does not hold it.
_NUMBERED = (NodeKind.ACTION, NodeKind.PLAN, NodeKind.RECOMMENDATION)


class Words(NamedTuple):
    """What is known of the words at one end of a link.

    Args:
        words: Their fingerprint; of what is only cited that of the citation, as far as it stays
            the same where plans are numbered anew.
        rank: How many things of the same words stand before it in the dossier.
        own: The words are its own, and not those of a citation.
    """

    words: str
    rank: int = 0
    own: bool = True


class LinkEnds(NamedTuple):
    """A link with what stands at its ends.

    Args:
        source: What has the link.
        words: The words of that.
        link: The link.
        end: What it leads to.
        codes: The codes that its sentence may hold.
    """

    source: Node
    words: Words
    link: Link
    end: Meaning
    codes: Codes


class WordsKnown:
    """The words that a dossier holds, by the things that have them."""

    def __init__(self, meant: Resolution) -> None:
        self._fingerprints: dict[str, str] = {}
        self._meant = meant
        self._met: Counter[str] = Counter()
        self._known: dict[Node, Words] = {}
        self._sentences = Sentences()
        self._areas: dict[str, tuple[str, ...]] = {}
        self._numbers: dict[Node, str] = {
            recommendation(item.id): item.number for item in meant.dossier.recommendations
        }
        self._recommended: dict[Node, list[str]] = {}
        # Of two actions of one code each keeps its words.
        self._linked: list[tuple[ActionRef, Action, Words]] = []
        self._learn(meant.dossier)

    def links(self) -> Iterator[LinkEnds]:
        """Each link with what has it, the words of that, and what it leads to.

        Those of actions come first, then those of recommendations and documents, each in the
        order of the dossier.
        """
        dossier, meant = self._meant.dossier, self._meant
        for ref, action, words in self._linked:
            met = [(link, meant.end(ref, link)) for link in action.links]
            codes = self._codes_of_action(ref, action, [end.node for _, end in met if end])
            for link, end in met:
                if end is not None:
                    yield LinkEnds(ref, words, link, end, codes)
        others: list[tuple[Node, tuple[Link, ...], Recommendation | None]] = [
            *((recommendation(item.id), item.links, item) for item in dossier.recommendations),
            *((document.reference, document.links, None) for document in dossier.documents),
        ]
        for source, links, item in others:
            words = self.of_thing(source)
            ends = [meant.outside(link.target, label_of(source)) for link in links]
            codes = self._codes_outside(links, [end.node for end in ends], item)
            for link, end in zip(links, ends, strict=True):
                if end.node != source:
                    yield LinkEnds(source, words, link, end, codes)

    def of_target(self, end: Meaning) -> Words:
        """The words of what a link leads to."""
        if end.former:
            return Words(fingerprint(_FORMER))
        return self.of_thing(end.node)

    def of_thing(self, node: Node) -> Words:
        """The words of a thing; where it has none, of the citation of it."""
        return self._known.get(node) or Words(self._citation(node), own=False)

    def of_recommendations(self, link: Link, node: Node) -> str:
        """The fingerprint of the recommendations that a link takes up with its target.

        Nothing where the kind of the link takes up none.
        """
        if link.kind not in TAKING_UP:
            return ""
        return fingerprint("recommendations", *sorted(self._recommended.get(node, ())))

    def of_sentence(self, text: str, codes: Codes) -> tuple[str, str]:
        """The fingerprints of the words that state a link: without codes, and as printed.

        The second one is empty where no codes are in them.
        """
        text = visible_text(text).text
        bare = self._sentences.without_codes(text, codes)
        found = self._fingerprints.get(bare)
        if found is None:
            found = self._fingerprints[bare] = fingerprint("link", bare)
        return found, "" if bare == text else fingerprint("link", text)

    def _codes_of_action(self, ref: ActionRef, action: Action, ends: list[Node]) -> Codes:
        held = self._meant.known.plans.get(ref.plan)
        areas = () if held is None else self._areas_of(held)
        if action.work_area is not None:
            areas = (*areas, action.work_area.text)
        return self._codes(
            [link.target for link in action.links],
            ends,
            more=[alias.text for alias in action.aliases],
            own=action.code.text,
            held=() if held is None else held.codes,
            areas=areas,
        )

    def _codes_outside(
        self, links: tuple[Link, ...], ends: list[Node], item: Recommendation | None
    ) -> Codes:
        plans = self._meant.dossier.plans
        held = self._meant.known.plans.get(plans[0].id) if len(plans) == 1 else None
        targets: list[Target] = [link.target for link in links]
        if item is not None and item.arising_from is not None:
            targets.append(item.arising_from)
        return self._codes(
            targets,
            ends,
            own="" if item is None else item.number,
            held=() if held is None else held.codes,
            areas=() if held is None else self._areas_of(held),
        )

    def _areas_of(self, held: HeldPlan) -> tuple[str, ...]:
        found = self._areas.get(held.plan.id)
        if found is None:
            found = tuple([area.code.text for area in held.plan.work_areas])
            self._areas[held.plan.id] = found
        return found

    def _codes(
        self,
        targets: list[Target],
        ends: list[Node],
        *,
        more: Iterable[str] = (),
        own: str,
        held: Collection[str],
        areas: Collection[str],
    ) -> Codes:
        known = [*ends, *targets]
        numbers = [self._numbers.get(node, "") for node in known]
        plain = [as_cited(node) for node in known]
        return Codes.around(
            [node for node in plain if not isinstance(node, OpenCitation)],
            more=[*more, *numbers],
            own=own,
            held=held,
            plans=self._meant.known.plans,
            areas=areas,
        )

    def _learn(self, dossier: Dossier) -> None:
        for plan in dossier.plans:
            self._add(plan_node(plan.id), "plan", plan.title)
            for action in plan.actions:
                ref = ActionRef(plan.id, action.code)
                words = self._add(ref, *_words_of_action(action))
                if action.links:
                    self._linked.append((ref, action, words))
        for item in dossier.recommendations:
            words = self._add(recommendation(item.id), "recommendation", item.text)
            for origin in origins_of(item, self._meant):
                self._recommended.setdefault(origin, []).append(words.words)
        for strategy in dossier.strategies:
            texts = [objective.text for objective in strategy.objectives]
            self._add(thing(strategy.id, "strategy"), "strategy", strategy.title, *texts)
        for event in dossier.events:
            self._add(thing(event.id, "event"), "event", event.title)

    def _add(self, node: Node, *texts: str) -> Words:
        found = fingerprint(*texts)
        words = Words(found, self._met[found])
        self._met[found] += 1
        self._known.setdefault(node, words)
        return words

    def _citation(self, cited: Node) -> str:
        node = as_cited(cited)
        kind = kind_of(node)
        if kind not in _NUMBERED or isinstance(node, Named | RecommendationCitation):
            return fingerprint(label_of(node))
        if isinstance(node, ActionRef) and node.plan not in self._meant.known.plans:
            # Nobody numbers a plan anew that is not at hand.
            return fingerprint("cited", kind.value, node.code.text)
        return fingerprint("cited", kind.value)


def as_cited(node: Node) -> Node:
    """An open citation as it stands in the text.

    The graph tells such citations apart by the plan that has them, whose id may change.

    Example:
        >>> str(as_cited(OpenCitation("AP1", Named("review of nets"))))
        'review of nets'
    """
    return node.citation if isinstance(node, OpenCitation) else node


def fingerprint(*texts: str) -> str:
    """The SHA-256 of texts; how they are broken into lines does not matter.

    Example:
        >>> fingerprint("Swim across") == fingerprint(" Swim  across")
        True
    """
    parts = [" ".join(text.split()) for text in texts]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _words_of_action(action: Action) -> Iterator[str]:
    yield from ("action", action.title, action.terms_of_reference, "indicators")
    yield from (indicator.text for indicator in action.indicators)
    yield "outcomes"
    yield from action.outcomes
