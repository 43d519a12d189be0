"""The plan of one author, seen from the base."""

from collections import Counter
from collections.abc import Collection, Mapping

import attrs

from customs_coop.comparison.merging.ordering import NewKey
from customs_coop.comparison.order import moved_places
from customs_coop.comparison.pairs import Pairs, pair_actions
from customs_coop.model import Action, ActionPlan, Dossier

__all__ = ["Edit", "read_edits"]


@attrs.frozen(kw_only=True)
class Edit:
    """What one author made of the base.

    Args:
        author: Who it is.
        plan: The whole plan as the author wants it.
        pairs: Which of its actions are which of the base.
        places: The positions in the base -> those in the plan, of what both have.
        new: The positions in the plan of what only the author has, by their keys.
        moved: The positions in the base of what the author moved.
    """

    author: str
    plan: ActionPlan
    pairs: Pairs
    places: Mapping[int, int]
    new: Mapping[NewKey, int]
    moved: frozenset[int]

    def action(self, position: int) -> Action | None:
        """What became of an action of the base, by its position there; None where it is gone."""
        place = self.places.get(position)
        return None if place is None else self.plan.actions[place]

    def new_action(self, key: NewKey) -> Action | None:
        """A new action; None where the author has no such one."""
        place = self.new.get(key)
        return None if place is None else self.plan.actions[place]

    def order(self, stay: Collection[int]) -> list[int]:
        """Those actions of the base that stay, in the author's order."""
        olds = self.pairs.olds
        return [olds[place] for place in sorted(olds) if olds[place] in stay]


def read_edits(base: ActionPlan, edits: Mapping[str, ActionPlan | Dossier]) -> tuple[Edit, ...]:
    """Pair each author's plan with the base; by author, so that the order given is no matter."""
    if not isinstance(edits, Mapping):
        raise TypeError(f"the edits are a mapping of authors to plans, not {edits!r:.60}")
    if not all(isinstance(author, str) for author in edits):
        raise TypeError("an author is named by a text, such as 'DE'")
    return tuple(
        _read_edit(base, author, Dossier.of(edits[author]).plan) for author in sorted(edits)
    )


def _read_edit(base: ActionPlan, author: str, plan: ActionPlan) -> Edit:
    # All are versions of one plan, also where an author gives it another id.
    version = plan if plan.id == base.id else attrs.evolve(plan, id=base.id)
    pairs = pair_actions(base, version)
    met: Counter[str] = Counter()
    new: dict[NewKey, int] = {}
    for place, action in enumerate(plan.actions):
        if place not in pairs.olds:
            new[action.code, met[action.code.text]] = place
            met[action.code.text] += 1
    places = {old: place for place, old in pairs.olds.items()}
    moved = moved_places([pairs.olds[place] for place in sorted(pairs.olds)])
    return Edit(author=author, plan=plan, pairs=pairs, places=places, new=new, moved=moved)
