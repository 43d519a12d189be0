"""The merge of several authors' plans with the plan that they all began from."""

from collections.abc import Iterator, Mapping, Sequence

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
from customs_coop.comparison.merging.cells import Conflict, Taken, settled
from customs_coop.comparison.merging.edits import Edit, read_edits
from customs_coop.comparison.merging.ordering import NewKey, Order, joined_order, joined_runs
from customs_coop.comparison.merging.report import merge_as_text
from customs_coop.comparison.pairs import Pairs
from customs_coop.errors import MergeConflictError
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, PlanRef

__all__ = ["Merge", "merge"]


@attrs.frozen(kw_only=True)
class Merge:
    """What comes of the edits of several authors.

    It prints as a list of what was taken, with its authors, and of the conflicts.

    Args:
        plan: The merged plan; where there is a conflict, it has the value of the base.
        conflicts: Where the authors do not agree.
        changes: What the merged plan has that the base has not, in the order of `diff`.
    """

    plan: ActionPlan
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Taken, ...] = ()

    @property
    def ok(self) -> bool:
        """There is no conflict."""
        return not self.conflicts

    def raise_for_conflicts(self) -> None:
        """Raise where there are conflicts, with the list of them.

        Raises:
            MergeConflictError: There is at least one.
        """
        if self.conflicts:
            raise MergeConflictError(str(attrs.evolve(self, changes=())))

    def __str__(self) -> str:
        return merge_as_text(self.plan.id, self.conflicts, self.changes)


def merge(base: ActionPlan | Dossier, edits: Mapping[str, ActionPlan | Dossier]) -> Merge:
    """Bring together what several authors made of one plan, cell by cell.

    A cell is one field of the plan, one field of an action, the presence of an action, or its
    place in the order. What only one author changed is taken, and so is what several changed
    alike, once. Where they changed it in different ways, the value of the base stays, and the
    conflict names the authors and what they want. Nobody wins silently: not by coming last, and
    not by removing what another edited. It does not matter in which order the authors are given.

    Args:
        base: The plan from which all began, or a dossier with one plan.
        edits: The whole plan as each author wants it, by author, such as "DE".

    Returns:
        The merged plan, the conflicts, and what was taken.

    Raises:
        TypeError: The edits are no mapping, or a plan is neither a plan nor a dossier.
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
    joining = _Joining(plan, read_edits(plan, edits))
    joining.join_fields()
    joining.join_actions()
    joining.join_new()
    joining.settle_codes()
    return joining.result()


class _Joining:
    """The cells of one merge while they are settled, one sort after the other."""

    def __init__(self, base: ActionPlan, edits: tuple[Edit, ...]) -> None:
        self.base = base
        self.edits = edits
        self.fields: dict[str, object] = {}
        self.kept: dict[int, Action] = {}
        self.new: dict[NewKey, Action] = {}
        self.conflicts: list[Conflict] = []
        self.authors: dict[tuple[object, str], tuple[str, ...]] = {}

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
                self.kept[position] = self._edited(position, action, found)
                continue
            proposals = tuple((author, one) for author, one in found if one != action)
            moved = self._movers(position)
            if len(proposals) == len(gone) and not moved:
                self.authors[position, ""] = gone
                continue
            self.kept[position] = action
            named = [(a, one) for a, one in found if one != action or a in moved]
            self._conflict(self.base.ref(action), "action", action, tuple(named))

    def _movers(self, position: int) -> tuple[str, ...]:
        """The authors who moved an action."""
        return tuple(edit.author for edit in self.edits if position in edit.moved)

    def _edited(
        self, position: int, action: Action, found: list[tuple[str, Action | None]]
    ) -> Action:
        if all(one == action for _, one in found):
            return action
        ref = self.base.ref(action)
        values: dict[str, object] = {}
        for name in ("code", *ACTION_FIELDS):
            proposed = [(author, getattr(one, name)) for author, one in found]
            value, is_changed = self._cell(ref, position, name, getattr(action, name), proposed)
            if is_changed:
                values[name] = value
        # The values come from actions, by the names of their fields.
        return attrs.evolve(action, **values)  # type: ignore[arg-type]

    def join_new(self) -> None:
        """Settle what only authors have: one code with two contents is a conflict."""
        for key in dict.fromkeys(key for edit in self.edits for key in edit.new):
            found = [(edit.author, edit.new_action(key)) for edit in self.edits]
            value, proposals, is_agreed = settled(None, found)
            if is_agreed and isinstance(value, Action):
                self.new[key] = value
                self.authors[key, ""] = tuple(author for author, _ in proposals)
            else:
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
        for key in keys:
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
        self._conflict(ActionRef(self.base.id, code), "code", stays, tuple(proposals))

    def result(self) -> Merge:
        """Put what stays and what is new in order, and tell what was taken."""
        order = self._order()
        behind = self._runs(order)
        actions = [self.new[key] for key in behind.get(None, ())]
        signs: dict[int, int] = {}
        keys: list[int | NewKey] = list(behind.get(None, ()))
        for position in order.positions:
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

    def _order(self) -> Order:
        stay = sorted(self.kept)
        orders = {edit.author: edit.order(self.kept) for edit in self.edits}
        order = joined_order(stay, orders)
        before = _followed(stay) if order.disputed else {}
        wishes = {author: _followed(orders[author]) for author in orders if order.disputed}
        for position, authors in order.disputed.items():
            moves = tuple(
                (author, self._optional_ref(wishes[author][position])) for author in authors
            )
            base = self._optional_ref(before[position])
            self._conflict(self._ref(position), "move", base, moves)
        for circle in order.circles:
            inside = frozenset(circle)
            wanted = [
                (author, tuple(self._ref(at) for at in positions if at in inside))
                for author, positions in orders.items()
                if order.moved[author]
            ]
            stands = tuple(self._ref(at) for at in circle)
            proposals = tuple((author, value) for author, value in wanted if value != stands)
            self._conflict(PlanRef(self.base.id), "order", stands, proposals)
        return order

    def _runs(self, order: Order) -> dict[int | None, list[NewKey]]:
        """The new actions by the action of the base that they follow, None for none."""
        runs: dict[int | None, list[list[NewKey]]] = {}
        wanted: dict[NewKey, list[tuple[str, int | None]]] = {}
        for edit in self.edits:
            for key, anchor in _anchors(edit, order):
                if key in self.new:
                    wanted.setdefault(key, []).append((edit.author, anchor))
        ranks: dict[int | None, int] = {at: rank for rank, at in enumerate(order.positions)}
        ranks[None] = -1
        chosen: dict[NewKey, int | None] = {}
        for key, found in wanted.items():
            anchors = {anchor for _, anchor in found}
            chosen[key] = min(anchors, key=ranks.__getitem__)
            if len(anchors) > 1:
                named = tuple((a, self._optional_ref(at)) for a, at in found)
                self._conflict(self._new_ref(key), "place", None, named)
        for edit in self.edits:
            own: dict[int | None, list[NewKey]] = {}
            for key in edit.new:
                if key in chosen:
                    own.setdefault(chosen[key], []).append(key)
            for anchor, run in own.items():
                runs.setdefault(anchor, []).append(run)
        return {anchor: self._joined_run(some) for anchor, some in runs.items()}

    def _joined_run(self, runs: list[list[NewKey]]) -> list[NewKey]:
        joined, circle = joined_runs(runs)
        if circle:
            inside = frozenset(circle)
            wanted = (
                (edit.author, tuple(self._new_ref(key) for key in edit.new if key in inside))
                for edit in self.edits
            )
            proposals = tuple((author, value) for author, value in wanted if value)
            self._conflict(PlanRef(self.base.id), "order", (), proposals)
        return joined

    def _new_ref(self, key: NewKey) -> ActionRef:
        return ActionRef(self.base.id, key[0])

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
                moved = order.moved
                movers = tuple(author for author in moved if was in moved[author])
                # Where edits are joined, one may have to move that nobody moved alone.
                return movers or tuple(author for author in moved if moved[author])
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

    def _cell(
        self,
        place: ActionRef | PlanRef,
        position: int | None,
        field: str,
        base: object,
        values: list[tuple[str, object]],
    ) -> tuple[object, bool]:
        value, proposals, is_agreed = settled(base, values)
        if is_agreed and proposals:
            self.authors[position, field] = tuple(author for author, _ in proposals)
        elif proposals:
            self._conflict(place, field, base, proposals)
        return value, is_agreed and bool(proposals)

    def _conflict(
        self,
        place: ActionRef | PlanRef,
        field: str,
        base: object,
        proposals: tuple[tuple[str, object], ...],
    ) -> None:
        self.conflicts.append(Conflict(place=place, field=field, base=base, proposals=proposals))

    def _ref(self, position: int) -> ActionRef:
        return self.base.ref(self.base.actions[position])

    def _optional_ref(self, position: int | None) -> ActionRef | None:
        return None if position is None else self._ref(position)


def _bears(edit: Edit, key: int | NewKey, code: str) -> bool:
    action = edit.action(key) if isinstance(key, int) else edit.new_action(key)
    return action is not None and action.code == code


def _followed(order: Sequence[int]) -> dict[int, int | None]:
    """What each of an order follows."""
    return dict(zip(order, (None, *order), strict=False))


def _anchors(edit: Edit, order: Order) -> Iterator[tuple[NewKey, int | None]]:
    """The new actions of an author with what they follow.

    That is the nearest action of the base before them which stays; one that somebody else moved
    does not count, because it would take the new one along, nor one that was put back.
    """
    stay = set(order.positions).difference(order.disputed)
    own = order.moved[edit.author]
    for author, moved in order.moved.items():
        if author != edit.author:
            stay.difference_update(set(moved) - set(own))
    keys = {place: key for key, place in edit.new.items()}
    anchor: int | None = None
    for place in range(len(edit.plan.actions)):
        if place in keys:
            yield keys[place], anchor
        elif edit.pairs.olds[place] in stay:
            anchor = edit.pairs.olds[place]
