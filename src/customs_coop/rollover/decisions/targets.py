"""The actions that a decisions file names as those where something goes: whether they go on."""

from collections.abc import Mapping

from customs_coop.model import Action, ActionPlan, Code
from customs_coop.rollover.accounting import positions_by_code
from customs_coop.rollover.decisions.values import Decisions
from customs_coop.rollover.decisions.words import choice_of, did_you_mean
from customs_coop.rollover.dispositions import Disposition
from customs_coop.rollover.ledger.entries import GOES_ON

__all__ = ["Targets"]


class Targets:
    """The actions of a plan, by their codes, with what is decided on them.

    Args:
        decisions: The decisions.
        plan: The plan that ends.
    """

    def __init__(self, decisions: Decisions, plan: ActionPlan) -> None:
        self._actions: Mapping[Code, Disposition] = decisions.actions
        self._plan = plan
        by_name = positions_by_code(plan)
        self.places: Mapping[str, Action] = {
            code: plan.actions[place] for code, place in by_name.items()
        }

    def near(self, code: Code, *, but: Code | None = None) -> str:
        """A question that names codes like that one, but for one that cannot be meant."""
        codes = (action.code.text for action in self._plan.actions if action.code != but)
        return did_you_mean(code.text, codes)

    def fault(self, code: Code, *, but: Code | None = None, way_out: str = "") -> str:
        """Why nothing can go into an action; empty where something can.

        Args:
            code: Its code.
            but: A code that cannot be meant.
            way_out: What else can be written where the action ends.
        """
        action = self.places.get(code.text)
        if action is None:
            return f", which the plan does not have{self.near(code, but=but)}"
        decided = self._actions.get(action.code)
        if decided is None or isinstance(decided, GOES_ON):
            return ""
        return (
            f', and the decision on {action.code} is "{choice_of(decided)}"; let {action.code} go'
            f" on, or {way_out or 'name an action that goes on'}"
        )
