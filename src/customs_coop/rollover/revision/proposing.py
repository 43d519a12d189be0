"""What the text of a plan calls for at its review: completion by itself, deferral as a question."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, LinkKind, Priority, Status
from customs_coop.references.base import Pattern
from customs_coop.rollover.dispositions import Carry, Complete, Defer, Disposition
from customs_coop.rollover.revision.wording import shortened

__all__ = [
    "Evidence",
    "Proposal",
    "defers",
    "is_marked_deferred",
    "propose_deferrals",
    "propose_revision",
]

_UNDER_WAY: Final = (Status.OPEN, Status.ONGOING, Status.PARTLY_COMPLETED)
_LONGEST_QUOTE: Final = 160
# English, French and German; "report" itself is an English document and no French deferral.
_DEFERS = Pattern(
    r"\b(?:defer(?:s|red|ral|ring)?|postpon(?:e|es|ed|ing|ement)|reportée?s?|différée?s?"
    r"|à\s{1,4}(?:reporter|différer)|ajournée?s?|zurückstell\w{0,4}|zurückgestellt|verschoben"
    r"|verschieben|vertagt|vertagen|aufgeschoben|aufschieben)\b",
    re.IGNORECASE,
)
_NOT = Pattern(
    r"\b(?:not|never|no longer|cannot|may not)\s{1,4}(?:to\s{1,4})?(?:be\s{1,4})?$"
    r"|\b(?:pas|nicht)\s{1,4}$",
    re.IGNORECASE,
)
_MARKED = Pattern(
    r"\W{0,4}(?:to\s{1,4}be\s{1,4})?(?:defer(?:red)?|postponed?|reportée?|différée?"
    r"|à\s{1,4}reporter|zurückgestellt|verschoben|vertagt)\W{0,4}",
    re.IGNORECASE,
)


def propose_revision(action: Action) -> Disposition:
    """Complete what is completed, and leave everything else where it stands.

    An action is completed where its status says so, or where it is under way and every one of
    its indicators is completed. A deferral is never decided here: `propose_deferrals` lists
    where the text calls for one.

    Args:
        action: An action of the plan under review.

    Returns:
        `Complete` with the words that say so, or `Carry`.

    Example:
        >>> propose_revision(Action(code="9.3", title="Assess", status=Status.DEFERRED))
        Carry(reason='', authority=None, indicators=(), milestones=())
    """
    if action.status is Status.COMPLETED:
        return Complete(action.status_text.strip())
    indicators = action.indicators
    if (
        indicators
        and action.status in _UNDER_WAY
        and all(indicator.status is Status.COMPLETED for indicator in indicators)
    ):
        evidence = dict.fromkeys(one for indicator in indicators for one in indicator.evidence)
        only = next(iter(evidence)) if len(evidence) == 1 else None
        return Complete("all its indicators are completed", only)
    return Carry()


@attrs.frozen(kw_only=True)
class Evidence:
    """Words of an action that call for its deferral.

    Args:
        field: The field in which they stand, such as "priority" or "indicators".
        text: The words as printed.
    """

    field: str
    text: str


@attrs.frozen(kw_only=True)
class Proposal:
    """An action whose text calls for deferral, for a person to decide.

    Args:
        action: Its address.
        title: Its title.
        evidence: The words, in the order of the row.
        awaits_only: The text says no more than that the action waits for something.

    Example:
        >>> words = Evidence(field="priority", text="Potential to defer")
        >>> proposal = Proposal(action=ActionRef("AP1", "5.2"), evidence=(words,))
        >>> proposal.disposition.reason
        'the plan says "Potential to defer"'
    """

    action: ActionRef
    title: str = ""
    evidence: tuple[Evidence, ...] = ()
    awaits_only: bool = False

    @property
    def disposition(self) -> Defer:
        """The decision that would follow the proposal."""
        quoted = " and ".join(self._quoted())
        return Defer(f"the plan says {quoted}" if quoted else "proposed at the review")

    @property
    def words(self) -> str:
        """The words in quotation marks, one after the other; long ones are shortened."""
        return "; ".join(self._quoted())

    def _quoted(self) -> Iterator[str]:
        texts = (shortened(one.text, _LONGEST_QUOTE) for one in self.evidence)
        for text in dict.fromkeys(texts):
            yield f'"{text}"'

    def __str__(self) -> str:
        return f"{self.action}: {self.words}"


def propose_deferrals(
    plan: ActionPlan, actions: Iterable[Action] | None = None
) -> tuple[Proposal, ...]:
    """List the actions whose text calls for deferral and whose priority does not say it yet.

    The text calls for it where a priority or a status says "potential to defer" or the like,
    where the action or one of its indicators is deferred while its priority stays, and where it
    waits for something that is not completed in this plan.

    Args:
        plan: The plan under review.
        actions: Those of its actions that are asked about; all, where none are given.

    Returns:
        The proposals, in the order of the plan, each with the words.

    Example:
        >>> plan = ActionPlan(
        ...     id="AP1",
        ...     title="First Action Plan",
        ...     actions=[
        ...         Action(code="5.2", title="Train together", priority="Potential to defer"),
        ...         Action(code="5.3", title="Report", priority="High"),
        ...     ],
        ... )
        >>> [str(proposal) for proposal in propose_deferrals(plan)]
        ['AP1/5.2: "Potential to defer"']
    """
    found = []
    for action in plan.actions if actions is None else actions:
        if action.status.closed or is_marked_deferred(action):
            continue
        calls = tuple(_calls(action))
        waits = () if action.status is Status.STANDING else tuple(_waits(plan, action))
        if calls or waits:
            found.append(
                Proposal(
                    action=plan.ref(action),
                    title=action.title,
                    evidence=tuple(dict.fromkeys((*calls, *waits))),
                    awaits_only=not calls,
                )
            )
    return tuple(found)


def is_marked_deferred(action: Action) -> bool:
    """Whether both the priority and the status say that the action is deferred."""
    return action.status is Status.DEFERRED and defers(action.priority)


def defers(priority: Priority | str | None) -> bool:
    """Whether a priority says that the work is put off, and nothing else."""
    return isinstance(priority, str) and _MARKED.fullmatch(priority) is not None


def _calls(action: Action) -> Iterator[Evidence]:
    """The words that speak of deferral."""
    if isinstance(action.priority, str) and _speaks_of_it(action.priority):
        yield Evidence(field="priority", text=action.priority)
    words = action.status_text.strip()
    if words and words != action.priority:
        is_deferred = action.status is Status.DEFERRED
        if is_deferred or (action.status is Status.TO_DECIDE and _speaks_of_it(words)):
            yield Evidence(field="status_text", text=action.status_text)
    yield from _calls_of_indicators(action, words)
    if action.status is Status.DEFERRED and not words:
        yield Evidence(field="status", text=action.status.value)


def _calls_of_indicators(action: Action, words: str) -> Iterator[Evidence]:
    """The texts of indicators that speak of deferral; else that some are deferred.

    The text of one that is deferred may tell the work alone, and such words call for nothing.
    """
    found = False
    for indicator in action.indicators:
        if indicator.status in (Status.DEFERRED, Status.TO_DECIDE) and _speaks_of_it(
            indicator.text
        ):
            found = True
            yield Evidence(field="indicators", text=indicator.text)
    any_deferred = any(one.status is Status.DEFERRED for one in action.indicators)
    if any_deferred and not found and not (action.status is Status.DEFERRED and words):
        yield Evidence(field="indicators", text=Status.DEFERRED.value)


def _waits(plan: ActionPlan, action: Action) -> Iterator[Evidence]:
    """The words that say that it waits, unless all that it waits for is completed."""
    awaited = [link for link in action.links if link.kind is LinkKind.AWAITS]
    still = [link for link in awaited if not _is_done(plan, link.target)]
    if awaited and not still:
        return
    if action.status is Status.AWAITING and action.status_text.strip():
        yield Evidence(field="status_text", text=action.status_text)
        return
    for link in still:
        yield Evidence(field="links", text=link.text or f"awaits {link.target}")


def _is_done(plan: ActionPlan, target: object) -> bool:
    return (
        isinstance(target, ActionRef)
        and target.plan == plan.id
        and target.code in plan
        and plan[target.code].status is Status.COMPLETED
    )


def _speaks_of_it(text: str) -> bool:
    found = _DEFERS.search(text)
    return found is not None and not _NOT.search(text[max(0, found.start() - 40) : found.start()])
