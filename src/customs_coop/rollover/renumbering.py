"""The codes of the new plan.

1. The last figure of a code counts, within what stands before it: 2 in "7.2", 8 in "8".
2. Counting starts at 1 and leaves no gap: "7.2", "7.3" become "7.1", "7.2".
3. What stands before the last figure stays, with two exceptions. Where it is the work area of
   the action and that has another code in the new plan, it is the new one. Where all codes of
   the old plan begin with its number, the number of the new plan takes its place.
4. A letter behind the last figure stays with it: "14a", "14b" become "13a", "13b".
5. A code without a last figure stays as it is; where the new plan has it already, "-2", "-3" and
   so on is appended.
6. A figure that the draft uses already, in a code or an alias, is skipped.
7. A part of a split that comes into another work area gets the next code of that one, where the
   code of the old action begins with its work area.
"""

from collections.abc import Mapping, Sequence

import attrs

from customs_coop.model import Action, ActionPlan, Code
from customs_coop.model.numbering import taken_apart

__all__ = ["begins_with_plan_number", "in_new_area", "renumbered"]


def begins_with_plan_number(plan: ActionPlan) -> bool:
    """Whether the first figure of the codes is the number of the plan, as in the fifth plan.

    In a plan that numbers by work areas some codes begin with its number, too ("1.1" in the
    first plan). So all codes have to, and not because one work area has that number.

    Example:
        >>> first = [Action(code="1.1", title=""), Action(code="2.1", title="")]
        >>> begins_with_plan_number(ActionPlan(id="AP1", title="", number=1, actions=first))
        False
    """
    if plan.number is None:
        return False
    number = str(plan.number)
    only_by_area = True
    some = False
    for action in plan.actions:
        first, dot, _ = action.code.text.partition(".")
        if not dot or not first.isdecimal():
            continue
        if first != number:
            return False
        some = True
        if action.work_area is None or action.work_area.text != number:
            only_by_area = False
    return some and not only_by_area


def in_new_area(part: Action, old: Action) -> Action | None:
    """A part of a split with a code of the work area into which it comes.

    Args:
        part: The part, with the code of the old action.
        old: The action that is split.

    Returns:
        The part with the first code of its work area, from which `renumbered` counts on; None
        where it stays in its work area, or where the old code does not begin with its own.

    Example:
        >>> old = Action(code="6.9", title="Survey", work_area="6")
        >>> str(in_new_area(attrs.evolve(old, work_area="7"), old).code)
        '7.1'
    """
    area = part.work_area
    if area is None or old.work_area is None or area == old.work_area:
        return None
    head, figure, _ = taken_apart(old.code.text)
    if not figure or head != f"{old.work_area}.":
        return None
    return attrs.evolve(part, code=Code(f"{area}.1"))


def renumbered(
    rows: Sequence[tuple[Action, bool]],
    *,
    plan: ActionPlan,
    into: ActionPlan,
    areas: Mapping[str, str],
) -> list[Code]:
    """Give each row its code in the new plan, no two the same.

    Args:
        rows: Actions with their old codes, each with whether it is new under its code, such as
            a further part of a split, and needs a figure of its own.
        plan: The old plan.
        into: The draft, whose codes stay.
        areas: The codes of work areas in the new plan, by those in the old one.

    Returns:
        The codes, in the order of the rows.
    """
    number = None
    if into.number is not None and begins_with_plan_number(plan):
        number = str(into.number)
    codes = [code.text for action in into.actions for code in (action.code, *action.aliases)]
    taken = set(codes)
    heads: dict[tuple[str, str], str] = {}
    taken_figures = {(head, int(figure)) for head, figure, _ in map(taken_apart, codes) if figure}
    last_given: dict[str, int] = {}
    figures: dict[tuple[str, str, str], int] = {}
    given: set[str] = set()
    repeats: dict[str, int] = {}
    found = []
    for action, is_further_part in rows:
        old = action.code.text
        old_head, figure, letter = taken_apart(old)
        area = "" if action.work_area is None else action.work_area.text
        head = heads.get((old_head, area))
        if head is None:
            head = heads[old_head, area] = _new_head(old_head, area, number, areas)
        if not figure:
            text = _free(head + letter, taken, repeats)
        else:
            key = (head, old_head, figure)
            fresh = is_further_part or key not in figures or old in given
            if fresh:
                counted = last_given.get(head, 0) + 1
                while (head, counted) in taken_figures:
                    counted += 1
                last_given[head] = counted
            else:
                counted = figures[key]
            if not is_further_part:
                given.add(old)
                figures[key] = counted
            text = f"{head}{counted}" if is_further_part else f"{head}{counted}{letter}"
        taken.add(text)
        # Most codes stay as they are, and so does the value.
        found.append(action.code if text == old else Code(text))
    return found


def _new_head(head: str, area: str, number: str | None, areas: Mapping[str, str]) -> str:
    first, dot, rest = head.partition(".")
    if not dot:
        return head
    if number is not None:
        return f"{number}.{rest}" if first.isdecimal() else head
    if area == first:
        return f"{areas.get(first, first)}.{rest}"
    return head


def _free(text: str, taken: set[str], repeats: dict[str, int]) -> str:
    """The text, or the text with the first figure behind it that makes it a new one."""
    if text not in taken:
        return text
    count = repeats.get(text, 1) + 1
    while f"{text}-{count}" in taken:
        count += 1
    repeats[text] = count  # so that the search never starts again from the beginning
    return f"{text}-{count}"
