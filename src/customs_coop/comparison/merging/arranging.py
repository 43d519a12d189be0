"""The order of the merged plan, and where what is new goes in it."""

from collections.abc import Collection, Mapping, Sequence

from customs_coop.comparison.merging.edits import anchors
from customs_coop.comparison.merging.ordering import NewKey, Order, joined_order, joined_runs
from customs_coop.comparison.merging.settling import Settling
from customs_coop.comparison.merging.wishes import Wishes, read_wishes
from customs_coop.model import ActionRef, PlanRef

__all__ = ["Arranging"]


class Arranging(Settling):
    """The part of a merge that puts actions in order."""

    def _order(self) -> Order:
        orders = {edit.author: edit.order(self.stay) for edit in self.edits}
        wishes = read_wishes(sorted(self.stay), orders)
        takers = self._takers(wishes)
        return joined_order(wishes, takers, self._leaders(wishes))

    def _takers(self, wishes: Wishes) -> dict[int, str]:
        """Who is followed in what several moved to unlike places."""
        takers: dict[int, str] = {}
        told: list[int] = []
        for position, authors in wishes.disputed.items():
            preferred = self.preferences.author(self._ref(position), "move")
            if preferred in authors:
                takers[position] = preferred
            elif preferred is None and position in self.kept:
                told.append(position)
        if told:
            before = self._followed(wishes.order(None))
            wanted = {author: self._followed(wishes.order(author)) for author in wishes.moved}
            for position in told:
                moves = tuple((one, wanted[one][position]) for one in wishes.disputed[position])
                self._conflict(self._ref(position), "move", before[position], moves)
        return takers

    def _leaders(self, wishes: Wishes) -> dict[tuple[int, ...], str]:
        """Who is followed in the circles."""
        circles = wishes.circles
        if not circles:
            return {}
        plan = PlanRef(self.base.id)
        preferred = self.preferences.author(plan, "order")
        if preferred is not None:
            return {circle: preferred for circle in circles if preferred in wishes.moved}
        leaders: dict[tuple[int, ...], str] = {}
        for circle in circles:
            stands = [position for position in circle if position in self.kept]
            wanted = [
                (author, sorted(stands, key=places.__getitem__))
                for author, places in wishes.places.items()
            ]
            wanted = [(author, order) for author, order in wanted if order != stands]
            if all(order == wanted[0][1] for _, order in wanted):
                # What made it a circle is gone, because of whoever is preferred there.
                if wanted:
                    leaders[circle] = wanted[0][0]
                continue
            proposals = tuple((author, tuple(map(self._ref, order))) for author, order in wanted)
            self._conflict(plan, "order", tuple(map(self._ref, stands)), proposals)
        return leaders

    def _followed(self, order: Sequence[int]) -> dict[int, ActionRef | None]:
        """What each of those that are kept follows in an order."""
        kept = [position for position in order if position in self.kept]
        return dict(zip(kept, (None, *map(self._ref, kept)), strict=False))

    def _runs(self, order: Order) -> dict[int | None, list[NewKey]]:
        """The new actions by the action of the base that they follow, None for none."""
        wanted: dict[NewKey, dict[str, tuple[int | None, int | None]]] = {}
        for edit in self.edits:
            for key, anchor, own in anchors(edit, order):
                if key in self.new and self.takers.get(key, edit.author) == edit.author:
                    wanted.setdefault(key, {})[edit.author] = anchor, own
        ranks: dict[int | None, int] = {at: rank for rank, at in enumerate(order.positions)}
        ranks[None] = -1
        chosen: dict[NewKey, int | None] = {}
        heard: dict[NewKey, Collection[str]] = {}
        for key, found in wanted.items():
            if len(found) == 1:
                ((_, chosen[key]),) = found.values()
                heard[key] = found
            else:
                named = {author: anchor for author, (anchor, _) in found.items()}
                chosen[key], heard[key] = self._anchor(key, named, ranks)
        runs: dict[int | None, list[list[NewKey]]] = {}
        for edit in self.edits:
            own_runs: dict[int | None, list[NewKey]] = {}
            for key in edit.new:
                if edit.author in heard.get(key, ()):
                    own_runs.setdefault(chosen[key], []).append(key)
            for anchor, run in own_runs.items():
                runs.setdefault(anchor, []).append(run)
        return {anchor: self._joined_run(some) for anchor, some in runs.items()}

    def _anchor(
        self, key: NewKey, found: Mapping[str, int | None], ranks: Mapping[int | None, int]
    ) -> tuple[int | None, Collection[str]]:
        """What a new action follows, and the authors who are heard in its order among others."""
        behind = set(found.values())
        first = min(behind, key=ranks.__getitem__)
        if len(behind) > 1:
            preferred = self.preferences.author(self._new_ref(key), "place")
            if preferred is not None and preferred in found:
                return found[preferred], [preferred]
            if preferred is None:
                named = tuple((author, self._optional_ref(at)) for author, at in found.items())
                self._conflict(self._new_ref(key), "place", None, named)
        return first, [author for author, anchor in found.items() if anchor == first]

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
