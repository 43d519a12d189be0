"""Citations of actions and recommendations, as in "Action 8 of the second Action Plan"."""

from customs_coop.references.actions.action import ActionCitation
from customs_coop.references.actions.citing import ACTIONS
from customs_coop.references.actions.picking import RECOMMENDATIONS
from customs_coop.references.actions.recommendation import RecommendationCitation

__all__ = ["ACTIONS", "RECOMMENDATIONS", "ActionCitation", "RecommendationCitation"]
