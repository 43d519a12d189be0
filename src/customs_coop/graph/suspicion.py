"""Links that rest on words which have changed: suspect until somebody has looked at them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.graph.fingerprints import WordsKnown, as_cited
from customs_coop.graph.matching import LinkRecord, matched
from customs_coop.graph.nodes import Node, label_of
from customs_coop.graph.resolution import resolve
from customs_coop.model import (
    ActionPlan,
    Dossier,
    Link,
)

__all__ = ["Baseline", "LinkRecord", "Suspect", "missing_links", "suspect_links"]


@attrs.frozen(kw_only=True)
class Suspect:
    """A link that nobody has stood by since its words, or those at one of its ends, changed.

    Args:
        source: The action, the recommendation or the document that has the link.
        link: The link.
        reason: What changed, in words.
        old: The link as it was recorded, or None where it is new.
        new: The link as it is; `Baseline.reviewed` puts it into the baseline.
    """

    source: Node
    link: Link
    reason: str
    old: LinkRecord | None
    new: LinkRecord

    def __str__(self) -> str:
        return f"{self.new}: {self.reason}"


def _records(value: Iterable[LinkRecord]) -> tuple[LinkRecord, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class Baseline:
    """The links of a dossier at a time when they were right.

    They are those of its actions, recommendations and documents. A baseline holds fingerprints
    and no words, and every value in it can be written as JSON. Codes, ids and places count for
    nothing, so that a plan that is numbered anew makes no link suspect.

    Args:
        links: What was recorded.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> baseline = Baseline.of(bundled_dossier())
        >>> suspect_links(bundled_dossier(), baseline)
        ()
    """

    links: tuple[LinkRecord, ...] = attrs.field(default=(), converter=_records)

    @classmethod
    def of(cls, subject: Dossier | ActionPlan) -> "Baseline":
        """Record the links of a dossier as they are.

        Args:
            subject: A dossier or a bare plan.

        Raises:
            TypeError: The subject is neither.
        """
        return cls(links=[record for _, _, record in _linked(Dossier.of(subject))])

    def reviewed(self, *found: Suspect | LinkRecord, by: str, on: dt.date | str) -> "Baseline":
        """Stand by links as they are now, and give up those that are gone.

        Args:
            *found: What `suspect_links` and `missing_links` gave, or some of it.
            by: Who looked at them.
            on: The day, also as text such as "2011-07-01".

        Returns:
            A new baseline, in which these links are neither suspect nor missing.

        Raises:
            InvalidValueError: `by` names nobody, as in a link that was only recorded.

        Example:
            >>> from customs_coop.model import Action, ActionRef
            >>> link = Link(kind="awaits", target=ActionRef("P", "2"))
            >>> plan = ActionPlan(
            ...     id="P", title="", actions=[Action(code="1", title="Swim", links=[link])]
            ... )
            >>> suspect = suspect_links(plan, Baseline())[0]
            >>> baseline = Baseline().reviewed(suspect, by="A. Smith", on="2011-07-01")
            >>> suspect_links(plan, baseline)
            ()
        """
        if not by.strip():
            raise InvalidValueError("a review needs the name of who looked at the links")
        given_up = Counter(one.old if isinstance(one, Suspect) else one for one in found)
        kept: list[LinkRecord] = []
        for record in self.links:
            if given_up[record]:
                given_up[record] -= 1
            else:
                kept.append(record)
        stood_by = [one.new for one in found if isinstance(one, Suspect)]
        return Baseline(links=[*kept, *(attrs.evolve(one, by=by, on=on) for one in stood_by)])


def suspect_links(subject: Dossier | ActionPlan, baseline: Baseline) -> tuple[Suspect, ...]:
    """The links that nobody has stood by as they are now.

    A link is above suspicion where the baseline holds one of its kind between the same words,
    whatever their codes are now. The words of an action are its title, its terms of reference,
    its indicators and outcomes; those of a recommendation its text; those of a plan, a strategy
    or an event its title. Of what is only cited, the citation itself counts. The words that state
    the link count, except for the codes in them: those that are cited as such ("Action 3.6") and
    those to which the links around lead, but no plain figures ("14 days"); and where the link
    takes up the recommendations of a report or an action, their texts count.

    Args:
        subject: A dossier or a bare plan.
        baseline: What was recorded of it, or of an earlier state of it.

    Returns:
        The suspects, links that are new among them: those of actions, then of recommendations,
        then of documents, in the order of the dossier.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.model import Action, ActionRef
        >>> link = Link(kind="awaits", target=ActionRef("P", "2"))
        >>> first = Action(code="1", title="Swim", links=[link])
        >>> def plan(title):
        ...     return ActionPlan(id="P", title="", actions=[first, Action(code="2", title=title)])
        >>> print(suspect_links(plan("Dive deep"), Baseline.of(plan("Dive")))[0])
        P/1 awaits P/2: the words of P/2 have changed
    """
    linked = list(_linked(Dossier.of(subject)))
    found = []
    for place, old in matched([record for *_, record in linked], baseline.links).unsure:
        source, link, record = linked[place]
        reason = _reason(record, old)
        found.append(Suspect(source=source, link=link, reason=reason, old=old, new=record))
    return tuple(found)


def missing_links(subject: Dossier | ActionPlan, baseline: Baseline) -> tuple[LinkRecord, ...]:
    """The links of a baseline that are gone: neither there as they were, nor suspect.

    Args:
        subject: A dossier or a bare plan.
        baseline: What was recorded of it, or of an earlier state of it.

    Returns:
        What was recorded of them, in the order of the baseline; `Baseline.reviewed` gives them up.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.model import Action, ActionRef
        >>> link = Link(kind="awaits", target=ActionRef("P", "2"))
        >>> first = Action(code="1", title="Swim", links=[link])
        >>> def plan(action):
        ...     return ActionPlan(id="P", title="", actions=[action, Action(code="2", title="")])
        >>> baseline = Baseline.of(plan(first))
        >>> print(missing_links(plan(attrs.evolve(first, links=[])), baseline)[0])
        P/1 awaits P/2
    """
    linked = [record for *_, record in _linked(Dossier.of(subject))]
    return matched(linked, baseline.links).gone


def _reason(new: LinkRecord, old: LinkRecord | None) -> str:
    """What is another than it was, in words."""
    if old is None:
        return "the link is not in the baseline"
    changed = [new.source] if old.source_words != new.source_words else []
    reasons: list[str] = []
    if old.target != new.target:
        reasons.append(f"the link led to {old.target} before")
    elif old.only_cited and not new.only_cited:
        reasons.append(f"{new.target} was known by mention only and has words now")
    elif new.only_cited and not old.only_cited:
        reasons.append(f"{new.target} had words and is known by mention only now")
    elif old.target_words != new.target_words and not new.only_cited:
        changed.append(new.target)
    if changed:
        reasons.insert(0, f"the words of {' and '.join(changed)} have changed")
    if old.link_words:
        if old.recommendation_words != new.recommendation_words:
            reasons.append(f"the recommendations of {new.target} have changed")
        if old.link_words != new.link_words and old.as_printed != new.as_printed:
            reasons.append("the words of the link have changed")
    return "; ".join(reasons) or f"the link was one of {old.source} before"


def _linked(dossier: Dossier) -> Iterator[tuple[Node, Link, LinkRecord]]:
    """Every link with its record."""
    known = WordsKnown(resolve(dossier))
    for source, words, link, end, codes in known.links():
        target = known.of_target(end)
        link_words, printed_words = known.of_sentence(link.text, codes)
        record = LinkRecord(
            kind=link.kind,
            source=label_of(source),
            target=label_of(as_cited(end.node)),
            source_words=words.words,
            target_words=target.words,
            link_words=link_words,
            printed_words=printed_words,
            recommendation_words=known.of_recommendations(link, end.node),
            has_words=target.own,
            source_rank=words.rank,
            target_rank=target.rank,
        )
        yield source, link, record
