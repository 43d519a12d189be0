"""An edit that was read from a table, with what the table cannot carry taken from the base."""

from collections.abc import Mapping

import attrs

from customs_coop.comparison.difference import ACTION_FIELDS, PLAN_FIELDS
from customs_coop.comparison.items import key_of
from customs_coop.comparison.merging.cells import Conflict
from customs_coop.comparison.merging.itemwise import Items, join_items
from customs_coop.comparison.merging.origins import Origins
from customs_coop.comparison.pairs import pair_actions
from customs_coop.model import Action, ActionPlan, Dossier, Link, PlanRef

__all__ = ["Part", "restore", "restored"]


@attrs.frozen(kw_only=True)
class Part:
    """A cell that an author changed, and of which the table of the author carries only a part.

    Args:
        author: Who it is.
        position: The position of the action in the base; None for the plan itself.
        field: The name of the field.
        value: What the author has there.
        conflicts: Where it cannot be told what becomes of what the table does not carry.
    """

    author: str
    position: int | None
    field: str
    value: object
    conflicts: tuple[Conflict, ...]


def restore(
    edit: ActionPlan | Dossier, *, base: ActionPlan | Dossier, table: ActionPlan | Dossier
) -> ActionPlan:
    """Give a plan that came back as a table what the table could not carry.

    Where the plan says the same as the untouched table, it is as the base; where it does not,
    it was changed, and is as it came back. Compared with the base it shows what somebody
    changed, and not what was lost on the way.

    Args:
        edit: The plan that was read from the file that came back.
        base: The plan that was sent.
        table: The same, as such a file can hold it (`customs_coop.loading.as_table`).

    Returns:
        The edit as a version of the base.

    Raises:
        TypeError: One of them is neither a plan nor a dossier.
        UnknownPlanError: A dossier does not have exactly one plan.

    Example:
        >>> from customs_coop.model import LinkKind, Named
        >>> link = Link(kind=LinkKind.AWAITS, target=Named("a study"))
        >>> full = ActionPlan(
        ...     id="AP2", title="Plan", actions=[Action(code="8", title="Train", links=[link])]
        ... )
        >>> table = attrs.evolve(full, actions=[Action(code="8", title="Train")])
        >>> edit = attrs.evolve(full, actions=[Action(code="8", title="Train officers")])
        >>> action = restore(edit, base=full, table=table)["8"]
        >>> action.title, action.links == (link,)
        ('Train officers', True)
    """
    full, seen, wanted = (Dossier.of(one).plan for one in (base, table, edit))
    return restored(full, seen, wanted)[0]


def restored(
    base: ActionPlan, table: ActionPlan, edit: ActionPlan, author: str | None = None
) -> tuple[ActionPlan, tuple[Part, ...]]:
    """Give an edit back what its table could not carry.

    What the edit has as the untouched table has it, is as in the base; what the edit changed is
    as in the edit.

    Args:
        base: The plan that was sent as a table.
        table: The same, read from the untouched table.
        edit: The plan that was read from the table that came back.
        author: Who sent it; None where nobody else is asked.

    Returns:
        The edit as a version of the base, and the cells that the edit changed and of which the
        table carries only a part. There it has the value of the base, or without an author its
        own.
    """
    if edit.id == table.id:
        table, edit = (attrs.evolve(plan, id=base.id) for plan in (table, edit))
    parts: list[Part] = []
    values = _values(base, table, edit, _Cells(author, base, None, parts))
    rows = {was: at for at, was in pair_actions(base, table).olds.items()}
    whole = {at: was for was, at in rows.items()}
    olds = pair_actions(table, edit).olds
    actions: list[Action] = []
    origins = Origins(base)
    # An action that the table does not show at all cannot have been removed there.
    hidden = [position for position in range(len(base.actions)) if position not in rows]
    for place, action in enumerate(edit.actions):
        at = olds.get(place)
        position = None if at is None else whole.get(at)
        if at is None or position is None:
            actions.append(action)
            continue
        while hidden and hidden[0] < position:
            actions.append(base.actions[hidden.pop(0)])
        full = base.actions[position]
        cells = _Cells(author, base, position, parts)
        changed = origins.kept(position, _values(full, table.actions[at], action, cells))
        # The values come from actions, by the names of their fields.
        actions.append(attrs.evolve(full, **changed))  # type: ignore[arg-type]
    actions += [base.actions[position] for position in hidden]
    # The values come from plans, by the names of their fields.
    plan = attrs.evolve(base, **{**values, "actions": tuple(actions)})  # type: ignore[arg-type]
    return plan, tuple(parts)


@attrs.frozen
class _Cells:
    """The cells of one action, or of the plan itself."""

    author: str | None
    plan: ActionPlan
    position: int | None
    parts: list[Part]

    @property
    def names(self) -> tuple[str, ...]:
        return PLAN_FIELDS if self.position is None else ("code", *ACTION_FIELDS)

    def tell(self, field: str, value: object, *conflicts: tuple[object, object, object]) -> None:
        """Note what the author wants; conflicts are the base, the proposal and the item."""
        if self.author is None:
            return
        at = self.position
        place = PlanRef(self.plan.id) if at is None else self.plan.ref(self.plan.actions[at])
        found = tuple(
            Conflict(
                place=place,
                field=field,
                base=base,
                proposals=((self.author, proposal),),
                item=item,
            )
            for base, proposal, item in conflicts
        )
        self.parts.append(
            Part(author=self.author, position=at, field=field, value=value, conflicts=found)
        )


def _values(base: object, table: object, edit: object, cells: _Cells) -> Mapping[str, object]:
    """The values of the fields that the edit changed."""
    values: dict[str, object] = {}
    for name in cells.names:
        full, seen, wanted = (getattr(one, name) for one in (base, table, edit))
        if name == "links":
            seen, wanted = _as_in(full, seen), _as_in(full, wanted)
        if wanted in (seen, full):
            continue
        if full == seen:
            values[name] = wanted
            continue
        joined = None
        sides = (("base", full), ("edit", wanted))
        if isinstance(full, tuple):
            preferred = "edit" if cells.author is None else "base"
            joined = join_items(seen, sides, prefer=preferred)
        if joined is None:
            if cells.author is None:
                values[name] = wanted
            cells.tell(name, wanted, (full, wanted, None))
            continue
        value = _in_order_of(full, joined.value)
        if value != full:
            values[name] = value
        if joined.conflicts:
            # Where the edit is preferred, what only the base has in other items stays all the same.
            own = join_items(seen, sides, prefer="edit")
            told = [(dict(found), item) for item, found in joined.conflicts]
            cells.tell(
                name,
                wanted if own is None else _in_order_of(full, own.value),
                *((found.get("base"), found.get("edit"), item) for found, item in told),
            )
    return values


def _in_order_of(base: Items, items: Items) -> Items:
    """The items that the base has stand as there, and the others behind them."""
    places = {item: at for at, item in reversed(list(enumerate(base)))}
    return tuple(sorted(items, key=lambda item: places.get(item, len(base))))


def _as_in(base: Items, links: Items) -> Items:
    """Links with the words of the base: a reader takes them from the sentence, as it stands."""
    known = {key_of(link): link for link in base if isinstance(link, Link)}
    return tuple(known.get(key_of(link), link) for link in links)
