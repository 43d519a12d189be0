"""The merge of several authors' plans with the plan that they all began from."""

import functools
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Moved,
    Renumbered,
    Split,
)
from customs_coop.comparison.difference import ACTION_FIELDS, PLAN_FIELDS, difference_of
from customs_coop.comparison.merging.arranging import Arranging
from customs_coop.comparison.merging.cells import Taken, settled
from customs_coop.comparison.merging.edits import Edit, read_edits
from customs_coop.comparison.merging.merged import Merge
from customs_coop.comparison.merging.ordering import NewKey, Order
from customs_coop.comparison.merging.origins import Origins
from customs_coop.comparison.merging.preferences import BASE, Preferences
from customs_coop.comparison.pairs import Pairs
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, PlanRef

__all__ = ["merge"]


def merge(
    base: ActionPlan | Dossier,
    edits: Mapping[str, ActionPlan | Dossier],
    *,
    prefer: Mapping[str, str] = MappingProxyType({}),
    tables: Mapping[str, ActionPlan | Dossier] = MappingProxyType({}),
) -> Merge:
    """Bring together what several authors made of one plan, cell by cell.

    A cell is one field of the plan, one field of an action, the presence of an action, or its
    place in the order; of a field with several items, such as the indicators, each item is one.
    What only one author changed is taken, and so is what several changed alike, once. Where they
    changed it in different ways, the value of the base stays, and the conflict names the authors
    and what they want. Nobody wins silently: not by coming last, and not by removing what another
    edited. It does not matter in which order the authors are given.

    Args:
        base: The plan from which all began, or a dossier with one plan.
        edits: The whole plan as each author wants it, by author, such as "DE".
        prefer: Whose words are taken where there is a conflict: authors by the address of a cell,
            as `Conflict.address` has it ("6.1/title", "plan/period"), or by the code of an action
            or "plan" for all of its cells. `BASE` lets the base stay, and so does an author who
            left the cell alone. Conflicts of order are all told at once: whoever is preferred,
            no further one comes up.
        tables: For an author whose plan was read from a table, such as a Word file, the base as
            such a table can hold it (`customs_coop.loading.as_table`). What the author left as it
            is there, stays as it is in the base; a cell that the author changed and of which the
            table carries only a part is a conflict of this author with the base.

    Returns:
        The merged plan, the conflicts, and what was taken.

    Raises:
        TypeError: The edits are no mapping, or a plan is neither a plan nor a dossier.
        InvalidValueError: An author sends another plan than the base, or is called "BASE"; one is
            preferred who is no author, or where there is no conflict; a table belongs to nobody.
        UnknownPlanError: A dossier does not have exactly one plan.

    Example:
        >>> base = ActionPlan(id="AP2", title="Plan", actions=[Action(code="8", title="Evaluate")])
        >>> german = attrs.evolve(base, title="Second plan")
        >>> french = attrs.evolve(base, actions=[attrs.evolve(base["8"], priority="High")])
        >>> merged = merge(base, {"DE": german, "FR": french})
        >>> merged.plan.title, str(merged.plan["8"].priority.value)
        ('Second plan', 'High')
        >>> print(merge(base, {"DE": german, "FR": attrs.evolve(base, title="Next plan")}))
        AP2: 1 conflict
        where the base stays:
          plan  title: Plan
            DE: Plan -> Second plan
            FR: Plan -> Next plan
    """
    plan = Dossier.of(base).plan
    joining = _Joining(plan, read_edits(plan, edits, tables), Preferences(prefer, edits))
    joining.join_fields()
    joining.join_actions()
    joining.join_new()
    joining.settle_codes()
    merged = joining.result()
    joining.preferences.check()
    return merged


class _Joining(Arranging):
    """The cells of one merge while they are settled, one sort after the other."""

    @functools.cached_property
    def _origins(self) -> Origins:
        return Origins(self.base)

    def join_fields(self) -> None:
        """Settle the fields of the plan itself."""
        for name in PLAN_FIELDS:
            values = [(edit.author, getattr(edit.plan, name)) for edit in self.edits]
            value, is_changed = self._cell(
                PlanRef(self.base.id), None, name, getattr(self.base, name), values
            )
            if is_changed:
                self.fields[name] = value

    def join_actions(self) -> None:
        """Settle what became of each action of the base."""
        for position, action in enumerate(self.base.actions):
            found = [(edit.author, edit.action(position)) for edit in self.edits]
            gone = tuple(author for author, one in found if one is None)
            if not gone:
                self.stay.add(position)
                self.kept[position] = self._edited(position, action, found)
                continue
            proposals = tuple((author, one) for author, one in found if one != action)
            moved = tuple(edit.author for edit in self.edits if edit.touches(position))
            if len(proposals) == len(gone) and not moved:
                self.authors[position, ""] = gone
                continue
            self.stay.add(position)
            ref = self.base.ref(action)
            preferred = self.preferences.author(ref, "action")
            if preferred in gone:
                self.authors[position, ""] = tuple(a for a in gone if a == preferred)
            elif preferred == BASE:
                self.kept[position] = action
            elif preferred is not None:
                left = [(author, one) for author, one in found if one is not None]
                self.kept[position] = self._edited(position, action, left)
            else:
                self.kept[position] = action
                named = tuple(
                    (edit.author, edit.wanted(position))
                    for edit in self.edits
                    if edit.action(position) != action or edit.author in moved
                )
                self._conflict(ref, "action", action, named)

    def _edited(
        self, position: int, action: Action, found: Sequence[tuple[str, Action | None]]
    ) -> Action:
        is_partial = any(edit.has_parts(position) for edit in self.edits)
        if not is_partial and all(one == action for _, one in found):
            return action
        ref = self.base.ref(action)
        values: dict[str, object] = {}
        for name in ("code", *ACTION_FIELDS):
            proposed = [(author, getattr(one, name)) for author, one in found]
            value, is_changed = self._cell(ref, position, name, getattr(action, name), proposed)
            if is_changed:
                values[name] = value
        values = self._origins.kept(position, values)
        # The values come from actions, by the names of their fields.
        return attrs.evolve(action, **values)  # type: ignore[arg-type]

    def join_new(self) -> None:
        """Settle what only authors have: one code with two contents is a conflict."""
        for key in dict.fromkeys(key for edit in self.edits for key in edit.new):
            found = [(edit.author, edit.new_action(key)) for edit in self.edits]
            value, proposals, is_agreed = settled(None, found)
            preferred = None
            if not is_agreed:
                preferred = self.preferences.author(self._new_ref(key), "action")
                value = dict(found).get(preferred) if preferred is not None else None
                self._follow(key, preferred)
            if isinstance(value, Action):
                self.new[key] = value
                self.authors[key, ""] = tuple(author for author, one in proposals if one == value)
            elif preferred is None:
                self._conflict(self._new_ref(key), "action", None, proposals)

    def settle_codes(self) -> None:
        """Undo what would give two actions one code, unless an author or the base has it so."""
        while True:
            bearers: dict[str, list[int | NewKey]] = {}
            for position, action in self.kept.items():
                bearers.setdefault(action.code.text, []).append(position)
            for key in self.new:
                bearers.setdefault(key[0].text, []).append(key)
            twice = {
                code: keys
                for code, keys in bearers.items()
                if len(keys) > 1 and not self._is_wanted(code, keys)
            }
            if not twice:
                return
            for code, keys in twice.items():
                self._undo(code, keys)

    def _is_wanted(self, code: str, keys: list[int | NewKey]) -> bool:
        """Whether the base or one author has all of these under the code."""
        if all(isinstance(key, int) and self.base.actions[key].code == code for key in keys):
            return True
        return any(all(_bears(edit, key, code) for key in keys) for edit in self.edits)

    def _undo(self, code: str, keys: list[int | NewKey]) -> None:
        proposals: list[tuple[str, object]] = []
        stays: Action | None = None
        ref = ActionRef(self.base.id, code)
        preferred = self.preferences.author(ref, "code")
        # Of an author who has none of these, the base is followed.
        own = {
            key
            for edit in self.edits
            if edit.author == preferred
            for key in keys
            if _bears(edit, key, code)
        }
        for key in keys:
            if key in own:
                if not isinstance(key, int):
                    self._follow(key, preferred)
                continue
            if not isinstance(key, int):
                authors = self.authors.pop((key, ""))
                proposals += [(author, self.new[key]) for author in authors]
                del self.new[key]
            elif self.base.actions[key].code != code:
                action = self.base.actions[key]
                authors = self.authors.pop((key, "code"))
                proposals += [(author, self.kept[key]) for author in authors]
                self.kept[key] = attrs.evolve(self.kept[key], code=action.code)
            elif stays is None:
                stays = self.base.actions[key]
        proposals.sort(key=lambda proposal: proposal[0])
        if preferred is None:
            self._conflict(ref, "code", stays, tuple(proposals))

    def result(self) -> Merge:
        """Put what stays and what is new in order, and tell what was taken."""
        order = self._order()
        behind = self._runs(order)
        actions = [self.new[key] for key in behind.get(None, ())]
        signs: dict[int, int] = {}
        keys: list[int | NewKey] = list(behind.get(None, ()))
        for position in order.positions:
            if position in self.kept:
                signs[len(actions)] = position
                actions.append(self.kept[position])
                keys.append(position)
            for key in behind.get(position, ()):
                actions.append(self.new[key])
                keys.append(key)
        # The values come from plans, by the names of their fields.
        plan = attrs.evolve(self.base, **{**self.fields, "actions": tuple(actions)})  # type: ignore[arg-type]
        pairs = self._pairs(signs)
        changes = difference_of(self.base, plan, pairs).changes
        return Merge(
            plan=plan,
            conflicts=tuple(self.conflicts),
            changes=tuple(
                Taken(change=change, authors=self._authors_of(change, keys, order))
                for change in changes
            ),
        )

    def _pairs(self, olds: dict[int, int]) -> Pairs:
        """The pairs of the base with the merged plan, by what showed them to the authors."""
        pairs = Pairs(olds, {})
        for place, position in olds.items():
            for edit in self.edits:
                there = edit.places.get(position)
                if there is not None and there in edit.pairs.signs:
                    pairs.add(position, place, *edit.pairs.signs[there])
                    break
        return pairs

    def _authors_of(
        self, change: Change, keys: list[int | NewKey], order: Order
    ) -> tuple[str, ...]:
        match change:
            case Moved(was=was):
                return order.movers(was)
            case Changed(place=None, field=field):
                cell: tuple[object, str] = (None, field)
            case Changed(place=int(place), field=field):
                cell = (keys[place], field)
            case Renumbered(place=place):
                cell = (keys[place], "code")
            case Added(place=place) | Split(place=place):
                cell = (keys[place], "")
            case _:
                cell = (change.place, "")
        return self.authors.get(cell, ())


def _bears(edit: Edit, key: int | NewKey, code: str) -> bool:
    action = edit.action(key) if isinstance(key, int) else edit.new_action(key)
    return action is not None and action.code == code
