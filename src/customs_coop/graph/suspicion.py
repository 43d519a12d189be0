"""Links that rest on words which have changed: suspect until somebody has looked at them."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs
from attrs.validators import instance_of

from customs_coop.dates import as_date
from customs_coop.graph.nodes import Node, label_of, plan_node, recommendation, thing
from customs_coop.graph.resolution import resolve
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Link,
    LinkKind,
)

__all__ = ["Baseline", "LinkRecord", "Suspect", "suspect_links"]


def _as_kind(value: LinkKind | str) -> LinkKind:
    return LinkKind(value)


def _optional_date(value: dt.date | str | None) -> dt.date | None:
    return None if value is None else as_date(value)


@attrs.frozen(kw_only=True)
class LinkRecord:
    """One link as it was when somebody stood by it.

    Args:
        kind: The kind of the link.
        source: The label of the action that has it.
        target: The label of what it points at.
        source_words: The SHA-256 of the words of the action, in hexadecimal figures.
        target_words: The same of what it points at.
        by: Who reviewed it; empty where it was only recorded.
        on: The day of the review, or None.
    """

    kind: LinkKind = attrs.field(converter=_as_kind)
    source: str = attrs.field(validator=instance_of(str))
    target: str = attrs.field(validator=instance_of(str))
    source_words: str = attrs.field(validator=instance_of(str))
    target_words: str = attrs.field(validator=instance_of(str))
    by: str = attrs.field(default="", validator=instance_of(str))
    on: dt.date | None = attrs.field(default=None, converter=_optional_date)

    @property
    def words(self) -> tuple[LinkKind, str, str]:
        """The kind and both fingerprints: what counts when links are compared."""
        return self.kind, self.source_words, self.target_words

    @property
    def ends(self) -> tuple[LinkKind, str, str]:
        """The kind and both labels: by what name people know the link."""
        return self.kind, self.source, self.target


@attrs.frozen(kw_only=True)
class Suspect:
    """A link that nobody has stood by since the words at one of its ends changed.

    Args:
        source: The action that has the link.
        link: The link.
        reason: What changed, in words.
        old: The link as it was recorded, or None where it is new.
        new: The link as it is; `Baseline.reviewed` puts it into the baseline.
    """

    source: ActionRef
    link: Link
    reason: str
    old: LinkRecord | None
    new: LinkRecord

    def __str__(self) -> str:
        return f"{self.source} {self.link.kind.value} {self.new.target}: {self.reason}"


def _records(value: Iterable[LinkRecord]) -> tuple[LinkRecord, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class Baseline:
    """The links of a dossier at a time when they were right.

    It holds fingerprints and no words, and every value in it can be written as JSON. Codes, ids
    and places count for nothing, so that a plan that is numbered anew makes no link suspect.

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

    def reviewed(self, *suspects: Suspect, by: str, on: dt.date | str) -> "Baseline":
        """Stand by links as they are now.

        Args:
            *suspects: What `suspect_links` gave, or some of it.
            by: Who looked at them.
            on: The day, also as text such as "2011-07-01".

        Returns:
            A new baseline, in which these links are not suspect.

        Example:
            >>> link = Link(kind="awaits", target=ActionRef("P", "2"))
            >>> plan = ActionPlan(
            ...     id="P", title="", actions=[Action(code="1", title="Swim", links=[link])]
            ... )
            >>> suspect = suspect_links(plan, Baseline())[0]
            >>> baseline = Baseline().reviewed(suspect, by="A. Smith", on="2011-07-01")
            >>> suspect_links(plan, baseline)
            ()
        """
        given_up = Counter(suspect.old for suspect in suspects)
        kept: list[LinkRecord] = []
        for record in self.links:
            if given_up[record]:
                given_up[record] -= 1
            else:
                kept.append(record)
        return Baseline(
            links=[*kept, *(attrs.evolve(suspect.new, by=by, on=on) for suspect in suspects)]
        )


def suspect_links(subject: Dossier | ActionPlan, baseline: Baseline) -> tuple[Suspect, ...]:
    """The links that nobody has stood by as they are now.

    A link is above suspicion where the baseline holds one of its kind between the same words,
    whatever their codes are now. The words of an action are its title, its terms of reference,
    its indicators and outcomes; those of a recommendation its text; those of a plan, a strategy
    or an event its title. Of what is only cited, the citation itself counts.

    Args:
        subject: A dossier or a bare plan.
        baseline: What was recorded of it, or of an earlier state of it.

    Returns:
        The suspects, in the order of the dossier; links that are new among them.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> link = Link(kind="awaits", target=ActionRef("P", "2"))
        >>> first = Action(code="1", title="Swim", links=[link])
        >>> def plan(title):
        ...     return ActionPlan(id="P", title="", actions=[first, Action(code="2", title=title)])
        >>> print(suspect_links(plan("Dive deep"), Baseline.of(plan("Dive")))[0])
        P/1 awaits P/2: the words of P/2 have changed
    """
    linked = list(_linked(Dossier.of(subject)))
    free = _Free(baseline.links)
    # A link that stands where it stood comes before one that only has the same words.
    open_ = [one for one in linked if not free.take(_everything, one[2])]
    open_ = [one for one in open_ if not free.take(_words, one[2])]
    found = []
    for source, link, record in open_:
        old = free.take(_ends, record)
        found.append(
            Suspect(source=source, link=link, reason=_reason(record, old), old=old, new=record)
        )
    return tuple(found)


def _everything(record: LinkRecord) -> object:
    return record.words, record.ends


def _words(record: LinkRecord) -> object:
    return record.words


def _ends(record: LinkRecord) -> object:
    return record.ends


class _Free:
    """The records of a baseline that no link has claimed yet."""

    def __init__(self, records: tuple[LinkRecord, ...]) -> None:
        self._records = records
        self._taken = [False] * len(records)
        self._by: dict[object, dict[object, list[int]]] = {}

    def take(self, key: Callable[[LinkRecord], object], record: LinkRecord) -> LinkRecord | None:
        """Claim the first free record that agrees with another in some respect."""
        index = self._by.get(key)
        if index is None:
            index = self._by[key] = {}
            for number in range(len(self._records) - 1, -1, -1):
                index.setdefault(key(self._records[number]), []).append(number)
        numbers = index.get(key(record), [])
        while numbers:
            number = numbers.pop()
            if not self._taken[number]:
                self._taken[number] = True
                return self._records[number]
        return None


def _reason(new: LinkRecord, old: LinkRecord | None) -> str:
    if old is None:
        return "the link is not in the baseline"
    changed = [
        label
        for label, before, now in (
            (new.source, old.source_words, new.source_words),
            (new.target, old.target_words, new.target_words),
        )
        if before != now
    ]
    return f"the words of {' and '.join(changed)} have changed"


def _linked(dossier: Dossier) -> Iterator[tuple[ActionRef, Link, LinkRecord]]:
    """Every link with its record, in the order of the dossier."""
    meant = resolve(dossier)
    words = _all_words(dossier)
    for plan in dossier.plans:
        for action in plan.actions:
            if not action.links:
                continue
            source = ActionRef(plan.id, action.code)
            label, own = label_of(source), _words_of_action(action)
            for link in action.links:
                end = meant.end(source, link)
                if end is not None:
                    target = label_of(end.node)
                    known = words.get(end.node) or _fingerprint(target)
                    if end.former:
                        known = _fingerprint("the action itself under its former code")
                    record = LinkRecord(
                        kind=link.kind,
                        source=label,
                        target=target,
                        source_words=own,
                        target_words=known,
                    )
                    yield source, link, record


def _all_words(dossier: Dossier) -> dict[Node, str]:
    """The fingerprint of everything that has words of its own."""
    found: dict[Node, str] = {}
    for plan in dossier.plans:
        found.setdefault(plan_node(plan.id), _fingerprint("plan", plan.title))
        for action in plan.actions:
            found.setdefault(ActionRef(plan.id, action.code), _words_of_action(action))
    for item in dossier.recommendations:
        found.setdefault(recommendation(item.id), _fingerprint("recommendation", item.text))
    for strategy in dossier.strategies:
        words = [objective.text for objective in strategy.objectives]
        found.setdefault(
            thing(strategy.id, "strategy"), _fingerprint("strategy", strategy.title, *words)
        )
    for event in dossier.events:
        found.setdefault(thing(event.id, "event"), _fingerprint("event", event.title))
    return found


def _words_of_action(action: Action) -> str:
    indicators = [indicator.text for indicator in action.indicators]
    return _fingerprint(
        "action",
        action.title,
        action.terms_of_reference,
        "indicators",
        *indicators,
        "outcomes",
        *action.outcomes,
    )


def _fingerprint(*texts: str) -> str:
    """The SHA-256 of texts; how they are broken into lines does not matter."""
    parts = [" ".join(text.split()) for text in texts]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
