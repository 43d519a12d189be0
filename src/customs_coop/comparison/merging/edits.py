"""The plan of one author, seen from the base."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

import attrs

from customs_coop.comparison.merging.ordering import NewKey, Order
from customs_coop.comparison.merging.tables import Part, restored
from customs_coop.comparison.order import moved_places
from customs_coop.comparison.pairs import Pairs, pair_actions
from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, ActionPlan, Dossier

__all__ = ["Edit", "anchors", "read_edits"]


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
        partly: What the author changed and a table carries only in part, by the position in the
            base (None for the plan itself) and the field.
    """

    author: str
    plan: ActionPlan
    pairs: Pairs
    places: Mapping[int, int]
    new: Mapping[NewKey, int]
    moved: frozenset[int]
    partly: Mapping[tuple[int | None, str], Part]

    def action(self, position: int) -> Action | None:
        """What became of an action of the base, by its position there; None where it is gone."""
        place = self.places.get(position)
        return None if place is None else self.plan.actions[place]

    def has_parts(self, position: int) -> bool:
        """Whether a cell of this action is carried only in part."""
        return any(at == position for at, _ in self.partly)

    def touches(self, position: int) -> bool:
        """Whether the author moved an action, or changed what a table carries in part."""
        return position in self.moved or self.has_parts(position)

    def wanted(self, position: int) -> Action | None:
        """What an action was to become, also where a table carries it only in part."""
        action = self.action(position)
        parts = {
            part.field: part.value for part in self.partly.values() if part.position == position
        }
        # The values come from actions, by the names of their fields.
        return action if action is None else attrs.evolve(action, **parts)  # type: ignore[arg-type]

    def new_action(self, key: NewKey) -> Action | None:
        """A new action; None where the author has no such one."""
        place = self.new.get(key)
        return None if place is None else self.plan.actions[place]

    def order(self, stay: Collection[int]) -> list[int]:
        """Those actions of the base that stay, in the author's order."""
        olds = self.pairs.olds
        return [olds[place] for place in sorted(olds) if olds[place] in stay]


def read_edits(
    base: ActionPlan,
    edits: Mapping[str, ActionPlan | Dossier],
    tables: Mapping[str, ActionPlan | Dossier],
) -> tuple[Edit, ...]:
    """Pair each author's plan with the base; by author, so that the order given is no matter.

    Args:
        base: The plan that the authors edited.
        edits: The plan of each author.
        tables: The base as the kind of file of an author can hold it, by author.
    """
    for what in (edits, tables):
        if not isinstance(what, Mapping):
            raise TypeError(f"the edits are a mapping of authors to plans, not {what!r:.60}")
        if not all(isinstance(author, str) for author in what):
            raise TypeError("an author is named by a text, such as 'DE'")
    strangers = [author for author in tables if author not in edits]
    if strangers:
        raise InvalidValueError(f"there is a table of {', '.join(strangers)}, and no edit")
    found: list[Edit] = []
    for author in sorted(edits):
        plan = Dossier.of(edits[author]).plan
        table = Dossier.of(tables[author]).plan if author in tables else None
        if plan.id not in (base.id, base.id if table is None else table.id):
            raise InvalidValueError(f"{author} sends {plan.id}, the base is {base.id}")
        parts: tuple[Part, ...] = ()
        if table is not None:
            plan, parts = restored(base, table, plan, author)
        found.append(_read_edit(base, author, plan, parts))
    return tuple(found)


def _read_edit(base: ActionPlan, author: str, plan: ActionPlan, parts: tuple[Part, ...]) -> Edit:
    pairs = pair_actions(base, plan)
    met: Counter[str] = Counter()
    new: dict[NewKey, int] = {}
    for place, action in enumerate(plan.actions):
        if place not in pairs.olds:
            new[action.code, met[action.code.text]] = place
            met[action.code.text] += 1
    places = {old: place for place, old in pairs.olds.items()}
    moved = moved_places([pairs.olds[place] for place in sorted(pairs.olds)])
    return Edit(
        author=author,
        plan=plan,
        pairs=pairs,
        places=places,
        new=new,
        moved=moved,
        partly={(part.position, part.field): part for part in parts},
    )


def anchors(edit: Edit, order: Order) -> Iterator[tuple[NewKey, int | None, int | None]]:
    """The new actions of an author with what they follow.

    That is the nearest action of the base before them which stands as the author wants it: first
    whoever is preferred in conflicts, then as these are settled.
    """
    common, owned = order.common_anchors(edit.author), order.own_anchors(edit.author)
    keys = {place: key for key, place in edit.new.items()}
    anchor: int | None = None
    own: int | None = None
    for place in range(len(edit.plan.actions)):
        if place in keys:
            yield keys[place], anchor, own
            continue
        position = edit.pairs.olds[place]
        anchor = position if position in common else anchor
        own = position if position in owned else own
