"""Where everything that the old plan holds is in the new one."""

from collections.abc import Mapping, Sequence

import attrs

from customs_coop.model import ActionPlan, ActionRef, Code
from customs_coop.model.link import Target
from customs_coop.references import ActionCitation
from customs_coop.rollover.dispositions import Defer, Disposition, Drop, MergeInto

__all__ = ["Whereabouts", "repeated_codes"]


def repeated_codes(plan: ActionPlan) -> dict[str, list[int]]:
    """The positions of actions that share a code, which is an error in a plan, by that code."""
    codes = [action.code.text for action in plan.actions]
    if len(set(codes)) == len(codes):
        return {}  # as in every sound plan
    found: dict[str, list[int]] = {}
    for position, code in enumerate(codes):
        found.setdefault(code, []).append(position)
    return {code: places for code, places in found.items() if len(places) > 1}


@attrs.frozen(kw_only=True)
class Whereabouts:
    """Where each action and each missing code of the old plan went.

    Args:
        plan: The old plan.
        positions: The positions of its actions, by code and alias.
        successors: The new addresses of each action.
        dispositions: What was decided on each action.
        missing: What was found out about each missing code; None where nobody knows.
        codes: The codes and the aliases of the new plan.
        repeated: The positions of actions that share a code, by that code.
    """

    plan: ActionPlan
    positions: Mapping[str, int]
    successors: Sequence[tuple[ActionRef, ...]]
    dispositions: Sequence[Disposition]
    missing: Mapping[Code, Disposition | None]
    codes: frozenset[str]
    repeated: Mapping[str, Sequence[int]]

    def code_of(self, target: Target) -> str | None:
        """The code that a target names, read in the old plan; None where it is of another one."""
        if isinstance(target, ActionRef):
            return target.code.text if target.plan == self.plan.id else None
        if isinstance(target, ActionCitation) and target.plan in {None, self.plan.number}:
            return target.code
        return None

    def is_known(self, code: str) -> bool:
        """Whether the old plan has the code, or should have it."""
        return code in self.positions or Code(code) in self.missing

    def there(self, code: str) -> tuple[ActionRef, ...]:
        """The new addresses of what has a code; of two alike, those of the first that goes on."""
        position = self._position(code)
        if position is not None:
            return self.successors[position]
        explained = self.missing.get(Code(code))
        return self.there(explained.code.text) if isinstance(explained, MergeInto) else ()

    def end(self, code: str) -> Defer | Drop | None:
        """The decision that gave up what has a code; None where it was not given up."""
        position = self._position(code)
        if position is not None:
            decided: Disposition | None = self.dispositions[position]
        else:
            decided = self.missing.get(Code(code))
        return decided if isinstance(decided, Defer | Drop) else None

    def _position(self, code: str) -> int | None:
        position = self.positions.get(code)
        if position is not None and not self.successors[position]:
            for other in self.repeated.get(code, ()):
                if self.successors[other]:
                    return other
        return position
