"""The two plans of an account, and what the new one holds that the old one did not."""

from collections.abc import Iterable, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.model import Action, ActionPlan, ActionRef, Appearance, LinkKind
from customs_coop.references import DocumentNumber
from customs_coop.rollover.dispositions import Carry, MergeInto, SplitInto
from customs_coop.rollover.ledger.entries import Entry

__all__ = ["NewAction", "PlanHead", "composition_of", "head_of", "new_actions", "printed_sum"]


@attrs.frozen(kw_only=True)
class PlanHead:
    """What a reader of an account has to know of one of its plans.

    Args:
        title: Its title.
        period: Its period, or None.
        document: The number of its document, or None.
        actions: How many actions it holds.

    Example:
        >>> head = PlanHead(title="Second Action Plan", period=Period("2007-01-01", "2008-06-30"))
        >>> str(head)
        'Second Action Plan, 2007-01-01 to 2008-06-30'
    """

    title: str = ""
    period: Period | None = None
    document: DocumentNumber | None = None
    actions: int = 0

    def __str__(self) -> str:
        parts = [" ".join(self.title.split())]
        if self.period is not None:
            parts.append(f"{self.period.start} to {self.period.end}")
        if self.document is not None:
            parts.append(str(self.document))
        return ", ".join(part for part in parts if part)


@attrs.frozen(kw_only=True)
class NewAction:
    """An action of the new plan that goes on with none of the old one.

    Args:
        action: Its address in the new plan.
        title: Its title.
        continues: The actions of plans before the old one that it goes on with.
        earlier: Where it stood in these plans, the oldest first, as far as it records that.
    """

    action: ActionRef
    title: str = ""
    continues: tuple[ActionRef, ...] = ()
    earlier: tuple[Appearance, ...] = ()


def head_of(plan: ActionPlan) -> PlanHead:
    """The head of a plan."""
    return PlanHead(
        title=plan.title,
        period=plan.period,
        document=plan.document,
        actions=len(plan.actions),
    )


def new_actions(plan: ActionPlan, entries: Sequence[Entry]) -> tuple[NewAction, ...]:
    """The actions of the new plan in which no action of the old one goes on.

    A code may stand twice in a faulty draft; the first action of it is the successor.
    """
    there = {ref.code.text for entry in entries for ref in entry.successors if ref.plan == plan.id}
    found = []
    for action in plan.actions:
        code = action.code.text
        if code in there:
            there.discard(code)
        else:
            found.append(
                NewAction(
                    action=plan.ref(action),
                    title=action.title,
                    continues=_continued(action, plan, entries),
                    earlier=action.earlier,
                )
            )
    return tuple(found)


def _continued(action: Action, plan: ActionPlan, entries: Sequence[Entry]) -> tuple[ActionRef, ...]:
    """The actions of plans before the old one that a new action goes on with."""
    others = {plan.id, *(entry.action.plan for entry in entries[:1])}
    targets = [link.target for link in action.links if link.kind is LinkKind.CONTINUES]
    found = [one for one in targets if isinstance(one, ActionRef) and one.plan not in others]
    return tuple(dict.fromkeys(found))


def composition_of(
    entries: Sequence[Entry], added: Sequence[NewAction]
) -> tuple[tuple[str, int], ...]:
    """How many actions of the new plan were carried, are parts, were only merged, and are new.

    Each action counts once, also where several old ones went into it. In a revision there are
    also those that are "marked": what ends stays there in its row.
    """
    if any(ref.plan == entry.action.plan for entry in entries for ref in entry.successors):
        return _composition_of_revised(entries, added)
    words = {Carry: "carried", SplitInto: "parts"}
    kinds: dict[ActionRef, str] = {}
    for entry in entries:
        word = words.get(type(entry.disposition), "merged")
        for ref in entry.successors:
            if word != "merged" or ref not in kinds:
                kinds[ref] = word if kinds.get(ref) != "carried" else "carried"
    told = list(kinds.values())
    return (
        ("carried", told.count("carried")),
        ("parts", told.count("parts")),
        ("merged", told.count("merged")),
        ("new", len(added)),
    )


def _composition_of_revised(
    entries: Iterable[Entry], added: Sequence[NewAction]
) -> tuple[tuple[str, int], ...]:
    """The same of a revised plan: rows keep their codes there, so each old action has its own."""
    counts = dict.fromkeys(("carried", "parts", "merged", "marked"), 0)
    for entry in entries:
        if isinstance(entry.disposition, Carry):
            counts["carried"] += len(entry.successors)
        elif isinstance(entry.disposition, SplitInto):
            counts["parts"] += len(entry.successors)
        elif not isinstance(entry.disposition, MergeInto):
            counts["marked"] += len(entry.successors)
    return (*counts.items(), ("new", len(added)))


def printed_sum(composition: Iterable[tuple[str, int]]) -> str:
    """The sum in words.

    Example:
        >>> printed_sum([("carried", 19), ("parts", 3), ("merged", 0), ("new", 1)])
        '19 carried + 3 parts + 1 new = 23'
    """
    counted = [(word, count) for word, count in composition if count]
    if not counted:
        return "no actions"
    return f"{' + '.join(f'{n} {word}' for word, n in counted)} = {sum(n for _, n in counted)}"
