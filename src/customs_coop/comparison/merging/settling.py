"""The cells of one merge while they are settled."""

from customs_coop.comparison.merging.cells import Conflict, settled
from customs_coop.comparison.merging.edits import Edit
from customs_coop.comparison.merging.itemwise import join_items
from customs_coop.comparison.merging.ordering import NewKey
from customs_coop.comparison.merging.preferences import BASE, Preferences
from customs_coop.comparison.merging.tables import Part
from customs_coop.model import Action, ActionPlan, ActionRef, PlanRef

__all__ = ["Settling"]


class Settling:
    """What is settled so far: values and their authors, and conflicts."""

    def __init__(
        self,
        base: ActionPlan,
        edits: tuple[Edit, ...],
        preferences: Preferences,
    ) -> None:
        self.base = base
        self.edits = edits
        self.preferences = preferences
        self.fields: dict[str, object] = {}
        # What stays unless somebody is preferred who removed it; what is kept does stay.
        self.stay: set[int] = set()
        self.kept: dict[int, Action] = {}
        self.new: dict[NewKey, Action] = {}
        # The one author who is followed in a new action as a whole, also in its place.
        self.takers: dict[NewKey, str] = {}
        self.conflicts: list[Conflict] = []
        self.authors: dict[tuple[object, str], tuple[str, ...]] = {}

    def _cell(
        self,
        place: ActionRef | PlanRef,
        position: int | None,
        field: str,
        base: object,
        values: list[tuple[str, object]],
    ) -> tuple[object, bool]:
        partly = [one for edit in self.edits if (one := edit.partly.get((position, field)))]
        if partly and (found := self._part(place, field, base, values, partly)) is not None:
            value, takers = found
            self.authors[position, field] = takers
            return value, value != base
        value, proposals, is_agreed = settled(base, values)
        takers = tuple(author for author, _ in proposals)
        if not is_agreed:
            value, takers = self._unlike(place, field, base, proposals)
        if value == base:
            return base, False
        self.authors[position, field] = takers
        return value, True

    def _part(
        self,
        place: ActionRef | PlanRef,
        field: str,
        base: object,
        values: list[tuple[str, object]],
        partly: list[Part],
    ) -> tuple[object, tuple[str, ...]] | None:
        """What becomes of a cell of which a table carries a part; None where it is as in others."""
        wanted = {one.author: one.value for one in partly}
        preferred = self.preferences.author(place, field)
        if preferred is not None:
            value = wanted.get(preferred, dict(values).get(preferred, base))
            return value, (preferred,)
        others = [one for one in values if one[0] not in wanted and one[1] != base]
        if not others and len(partly) == 1:
            self.conflicts += partly[0].conflicts
            return None
        proposals = tuple(sorted([*others, *wanted.items()], key=lambda one: one[0]))
        self._conflict(place, field, base, proposals)
        return base, ()

    def _unlike(
        self,
        place: ActionRef | PlanRef,
        field: str,
        base: object,
        proposals: tuple[tuple[str, object], ...],
    ) -> tuple[object, tuple[str, ...]]:
        """What becomes of a cell that authors changed unalike, and whom it comes from."""
        lists = [(author, value) for author, value in proposals if isinstance(value, tuple)]
        joined = None
        if isinstance(base, tuple) and len(lists) == len(proposals):
            joined = join_items(base, lists, exclusive=field == "deadlines")
        if joined is not None and not joined.conflicts:
            return joined.value, joined.authors
        preferred = self.preferences.author(place, field)
        if joined is None:
            if preferred is None:
                self._conflict(place, field, base, proposals)
                return base, ()
            value = dict(proposals).get(preferred, base)
            return value, tuple(author for author, one in proposals if one == value)
        if preferred is None:
            for item, wanted in joined.conflicts:
                self._conflict(place, field, item, wanted, item)
        elif isinstance(base, tuple):
            again = join_items(base, lists, exclusive=field == "deadlines", prefer=preferred)
            joined = again or joined
        return joined.value, joined.authors

    def _conflict(
        self,
        place: ActionRef | PlanRef,
        field: str,
        base: object,
        proposals: tuple[tuple[str, object], ...],
        item: object = None,
    ) -> None:
        self.conflicts.append(
            Conflict(place=place, field=field, base=base, proposals=proposals, item=item)
        )

    def _ref(self, position: int) -> ActionRef:
        return self.base.ref(self.base.actions[position])

    def _optional_ref(self, position: int | None) -> ActionRef | None:
        return None if position is None else self._ref(position)

    def _new_ref(self, key: NewKey) -> ActionRef:
        return ActionRef(self.base.id, key[0])

    def _follow(self, key: NewKey, author: str | None) -> None:
        """Follow an author in all of a new action, where one is preferred who has it."""
        if author is not None and author != BASE:
            self.takers[key] = author
