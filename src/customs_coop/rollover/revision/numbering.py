"""The codes of new rows: behind the last one, because codes stay and a gap is never used again."""

from collections.abc import Iterable

from customs_coop.model import Action, ActionPlan, Code
from customs_coop.model.numbering import taken_apart

__all__ = ["NewCodes"]


class NewCodes:
    """Gives codes that no row of the plan has or had, as far as the plan tells.

    Args:
        plan: The plan before its revision.
        known: Further codes that are taken.
    """

    def __init__(self, plan: ActionPlan, known: Iterable[Code] = ()) -> None:
        codes = [code for action in plan.actions for code in (action.code, *action.aliases)]
        self._taken = {code.text for code in (*codes, *known)}
        self._last: dict[str, int] = {}
        for text in self._taken:
            head, figure, _ = taken_apart(text)
            if figure:
                self._last[head] = max(self._last.get(head, 0), int(figure))

    def next(self, old: Action, part: Action) -> Code:
        """The code of a further part of an action.

        Example:
            >>> old = Action(code="6.9", title="Survey", work_area="6")
            >>> plan = ActionPlan(id="AP1", title="", actions=[old])
            >>> str(NewCodes(plan).next(old, old))
            '6.10'
        """
        head, figure, _ = taken_apart(old.code.text)
        area = part.work_area
        if area is not None and old.work_area is not None and area != old.work_area:
            by_area = f"{old.work_area}."
            if head == by_area:
                head = f"{area}."
        if figure:
            self._last[head] = self._last.get(head, 0) + 1
            text = f"{head}{self._last[head]}"
        else:
            count = 2
            while f"{old.code}-{count}" in self._taken:
                count += 1
            text = f"{old.code}-{count}"
        self._taken.add(text)
        return Code(text)
