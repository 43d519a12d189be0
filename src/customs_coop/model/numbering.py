"""How the codes of a plan count: their figures, and the ones that are missing."""

import re

from customs_coop.model.identity import Code
from customs_coop.model.plan import ActionPlan

__all__ = ["missing_codes", "taken_apart"]

_MOST_FIGURES = 6
_COUNTED = re.compile(rf"([0-9]{{1,{_MOST_FIGURES}}})([A-Za-z]?)", re.ASCII)
_LONGEST_GAP = 20


def missing_codes(plan: ActionPlan) -> tuple[Code, ...]:
    """The codes that counting from 1 would have and that are neither codes nor aliases, sorted.

    A jump of more than 20 is no gap: such figures do not count actions.

    Example:
        >>> from customs_coop.model import Action
        >>> plan = ActionPlan(
        ...     id="AP1",
        ...     title="",
        ...     actions=[
        ...         Action(code="5.2", title="", aliases=["5.3"]),
        ...         Action(code="5.5", title=""),
        ...     ],
        ... )
        >>> missing_codes(plan)
        (Code('5.1'), Code('5.4'))
    """
    counted: dict[str, set[int]] = {}
    codes = [action.code for action in plan.actions]
    codes += [alias for action in plan.actions for alias in action.aliases]
    for code in codes:
        head, figure, _ = taken_apart(code.text)
        if figure:
            counted.setdefault(head, {0}).add(int(figure))
    missing = []
    for head, numbers in counted.items():
        before = 0
        for number in sorted(numbers):
            if number - before - 1 <= _LONGEST_GAP:
                missing += [Code(f"{head}{figure}") for figure in range(before + 1, number)]
            before = number
    return tuple(sorted(missing))


def taken_apart(code: str) -> tuple[str, str, str]:
    """What stands before the last figure, the figure, and the letter behind it.

    Without a last figure, the figure is empty and the third part is all behind the last stop.
    """
    head, dot, last = code.rpartition(".")
    if len(last) <= _MOST_FIGURES and last.isascii() and last.isdecimal():
        return head + dot, last, ""  # nearly every code, without a search
    match = _COUNTED.fullmatch(last)
    return (head + dot, match[1], match[2]) if match else (head + dot, "", last)
