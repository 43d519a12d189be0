"""The order of the merged plan, and where what is new goes in it."""

from collections.abc import Sequence

from customs_coop.comparison.merging.edits import anchors
from customs_coop.comparison.merging.ordering import (
    NewKey,
    Order,
    joined_order,
    joined_runs,
    put_back,
)
from customs_coop.comparison.merging.settling import Settling
from customs_coop.comparison.order import moved_places
from customs_coop.model import PlanRef

__all__ = ["Arranging"]


class Arranging(Settling):
    """The part of a merge that puts actions in order."""

    def _order(self) -> Order:
        stay = sorted(self.kept)
        orders = {edit.author: edit.order(self.kept) for edit in self.edits}
        order = joined_order(stay, orders)
        orders, is_settled = self._settled_orders(stay, orders, order)
        if is_settled:
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

    def _settled_orders(
        self, stay: list[int], orders: dict[str, list[int]], order: Order
    ) -> tuple[dict[str, list[int]], bool]:
        """The orders where what is in conflict is moved only by the author who is preferred."""
        back: dict[str, set[int]] = {author: set() for author in orders}
        chosen: list[tuple[str | None, tuple[int, ...]]] = [
            (self.preferences.author(self._ref(position), "move"), (position,))
            for position in order.disputed
        ]
        if order.circles:
            preferred = self.preferences.author(PlanRef(self.base.id), "order")
            chosen += [(preferred, circle) for circle in order.circles]
        # In the joined order, what is in dispute is already put back.
        moved = {author: moved_places(one) for author, one in orders.items()}
        for preferred, positions in chosen:
            for author in orders:
                if preferred is not None and author != preferred:
                    back[author].update(moved[author].intersection(positions))
        if not any(back.values()):
            return orders, False
        settled_orders = {
            author: put_back(stay, one, moved[author], back[author])
            for author, one in orders.items()
        }
        return settled_orders, True

    def _runs(self, order: Order) -> dict[int | None, list[NewKey]]:
        """The new actions by the action of the base that they follow, None for none."""
        runs: dict[int | None, list[list[NewKey]]] = {}
        wanted: dict[NewKey, list[tuple[str, int | None]]] = {}
        for edit in self.edits:
            for key, anchor in anchors(edit, order):
                if key in self.new:
                    wanted.setdefault(key, []).append((edit.author, anchor))
        ranks: dict[int | None, int] = {at: rank for rank, at in enumerate(order.positions)}
        ranks[None] = -1
        chosen = {key: self._anchor(key, found, ranks) for key, found in wanted.items()}
        for edit in self.edits:
            own: dict[int | None, list[NewKey]] = {}
            for key in edit.new:
                if key in chosen:
                    own.setdefault(chosen[key], []).append(key)
            for anchor, run in own.items():
                runs.setdefault(anchor, []).append(run)
        return {anchor: self._joined_run(some) for anchor, some in runs.items()}

    def _anchor(
        self,
        key: NewKey,
        found: list[tuple[str, int | None]],
        ranks: dict[int | None, int],
    ) -> int | None:
        """What a new action follows."""
        behind = {anchor for _, anchor in found}
        first = min(behind, key=ranks.__getitem__)
        if len(behind) > 1:
            preferred = self.preferences.author(self._new_ref(key), "place")
            if preferred is not None:
                return dict(found).get(preferred, first)
            named = tuple((author, self._optional_ref(at)) for author, at in found)
            self._conflict(self._new_ref(key), "place", None, named)
        return first

    def _joined_run(self, runs: list[list[NewKey]]) -> list[NewKey]:
        joined, circle = joined_runs(runs)
        preferred = self.preferences.author(PlanRef(self.base.id), "order") if circle else None
        for edit in self.edits:
            if edit.author == preferred:
                ranks = {key: rank for rank, key in enumerate(edit.new)}
                last = len(joined) - len(circle)
                behind = sorted(circle, key=lambda key: ranks.get(key, len(ranks)))
                return [*joined[:last], *behind]
        if circle and preferred is None:
            inside = frozenset(circle)
            wanted = (
                (edit.author, tuple(self._new_ref(key) for key in edit.new if key in inside))
                for edit in self.edits
            )
            proposals = tuple((author, value) for author, value in wanted if value)
            self._conflict(PlanRef(self.base.id), "order", (), proposals)
        return joined


def _followed(order: Sequence[int]) -> dict[int, int | None]:
    """What each of an order follows."""
    return dict(zip(order, (None, *order), strict=False))
