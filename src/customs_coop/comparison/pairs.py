"""Which new action is which old one: by identity, code, alias, and at last by title."""

from collections.abc import Iterable

import attrs

from customs_coop.comparison.changes import PairedBy
from customs_coop.comparison.titles import similar_titles
from customs_coop.model import Action, ActionPlan, ActionRef, LinkKind

__all__ = ["Pairs", "action_targets", "pair_actions"]


@attrs.frozen
class Pairs:
    """Which new action is which old one; filled while the plans are paired.

    Args:
        olds: The position of each new action that has a partner -> that of its partner.
        signs: For the pairs that do not rest on identity, what showed them, and the confidence.
    """

    olds: dict[int, int]
    signs: dict[int, tuple[PairedBy, float]]

    def sign(self, after: int) -> tuple[PairedBy, float]:
        """What showed a pair, and the confidence."""
        return self.signs.get(after, (PairedBy.IDENTITY, 1.0))

    def add(self, before: int, after: int, by: PairedBy, confidence: float = 1.0) -> None:
        """Add a pair."""
        self.olds[after] = before
        self.signs[after] = (by, confidence)


def pair_actions(old: ActionPlan, new: ActionPlan) -> Pairs:
    """Pair the actions of two plans; each action is in one pair at most.

    Every step looks only at what the steps before left over, so the whole is linear.
    """
    pairs = Pairs(_paired_by_identity(old, new), {})
    if len(pairs.olds) < min(len(new.actions), len(old.actions)):
        _pair_continued(pairs, old, new)
        if old.id == new.id:
            _pair_codes(pairs, old, new)
            _pair_aliases(pairs, old, new)
        _pair_titles(pairs, old, new)
    return pairs


def action_targets(action: Action, kind: LinkKind, plan: str) -> Iterable[str]:
    """The codes in a plan that the links of one kind point at."""
    for link in action.links:
        target = link.target
        if link.kind is kind and isinstance(target, ActionRef) and target.plan == plan:
            yield target.code.text


def _paired_by_identity(old: ActionPlan, new: ActionPlan) -> dict[int, int]:
    olds, news = _identities(old), _identities(new)
    here = {key: position for position, key in enumerate(olds)}
    if len(here) == len(olds):
        if olds == news:
            return dict(zip(here.values(), here.values(), strict=True))
        there = {key: position for position, key in enumerate(news)}
        if len(there) == len(news):
            return {after: here[key] for key, after in there.items() if key in here}
    # A code stands twice, which is an error in a plan; then they are paired in order.
    queues: dict[tuple[str, str], list[int]] = {}
    for position in reversed(range(len(olds))):
        queues.setdefault(olds[position], []).append(position)
    return {after: queues[key].pop() for after, key in enumerate(news) if queues.get(key)}


def _identities(plan: ActionPlan) -> list[tuple[str, str]]:
    """Where each action first appeared."""
    return [
        (plan.id, action.code.text)
        if action.origin is None
        else (action.origin.plan, action.origin.code.text)
        for action in plan.actions
    ]


def _pair_continued(pairs: Pairs, old: ActionPlan, new: ActionPlan) -> None:
    """Pair what a link of the new action says it continues."""
    left = _left(pairs, old)
    for after, action in enumerate(new.actions):
        if after not in pairs.olds and action.links:
            for code in action_targets(action, LinkKind.CONTINUES, old.id):
                before = left.pop(code, None)
                if before is not None:
                    pairs.add(before, after, PairedBy.IDENTITY)
                    break


def _pair_codes(pairs: Pairs, old: ActionPlan, new: ActionPlan) -> None:
    """Pair what has the same code, for instance where only one version knows the origin."""
    left = _left(pairs, old)
    for after, action in enumerate(new.actions):
        if after not in pairs.olds:
            before = left.pop(action.code.text, None)
            if before is not None:
                pairs.add(before, after, PairedBy.CODE)


def _pair_aliases(pairs: Pairs, old: ActionPlan, new: ActionPlan) -> None:
    """Pair what the one knows as the former code of the other, in either direction."""
    left = _left(pairs, old)
    former = {
        alias.text: code
        for code, position in left.items()
        for alias in old.actions[position].aliases
    }
    for after, action in enumerate(new.actions):
        if after not in pairs.olds:
            names = [alias.text for alias in action.aliases]
            if action.code.text in former:
                names.append(former[action.code.text])
            for name in names:
                before = left.pop(name, None)
                if before is not None:
                    pairs.add(before, after, PairedBy.ALIAS)
                    break


def _pair_titles(pairs: Pairs, old: ActionPlan, new: ActionPlan) -> None:
    """Pair what is left by the likeness of titles."""
    taken = set(pairs.olds.values())
    olds = [at for at in range(len(old.actions)) if at not in taken]
    # What a link explains as merged or split is explained; its title must not be paired away.
    spoken_for = {
        code
        for action in new.actions
        if action.links
        for code in action_targets(action, LinkKind.MERGED_FROM, old.id)
    }
    if old.id == new.id:
        spoken_for |= {alias.text for action in new.actions for alias in action.aliases}
    olds = [at for at in olds if old.actions[at].code.text not in spoken_for]
    news = [
        at
        for at, action in enumerate(new.actions)
        if at not in pairs.olds and not any(action_targets(action, LinkKind.SPLIT_FROM, old.id))
    ]
    if olds and news:
        found = similar_titles(
            [old.actions[at].title for at in olds], [new.actions[at].title for at in news]
        )
        for before, after, confidence in found:
            pairs.add(olds[before], news[after], PairedBy.TITLE, confidence)


def _left(pairs: Pairs, old: ActionPlan) -> dict[str, int]:
    """The old actions without a partner, by code."""
    taken = set(pairs.olds.values())
    left: dict[str, int] = {}
    for position, action in enumerate(old.actions):
        if position not in taken:
            left.setdefault(action.code.text, position)
    return left
