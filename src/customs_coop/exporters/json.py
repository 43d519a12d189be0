"""A dossier, a ledger, a comparison or a state of play as JSON: all that it holds."""

import attrs

from customs_coop.comparison import PlanDiff
from customs_coop.exporters.base import MODEL_FIELDS
from customs_coop.model import Dossier
from customs_coop.monitoring import StateOfPlay
from customs_coop.rollover import Ledger

__all__ = ["Json"]


@attrs.frozen(kw_only=True)
class Json:
    """A dossier, a ledger, a comparison or a state of play as JSON, to be read without loss.

    The first member of the file, "schema", says which of them it is.
    """

    suffix = ".json"
    media_type = "application/json"
    carries = MODEL_FIELDS
    accepts = ("dossier", "ledger", "diff", "state")

    def render(self, subject: Dossier | Ledger | PlanDiff | StateOfPlay, /) -> str:
        """Write the JSON text.

        Args:
            subject: The dossier, the ledger, the differences or the state of play.

        Returns:
            The text of the file.
        """
        # The converter is heavy, and other formats do without it.
        if isinstance(subject, Ledger):
            from customs_coop.rollover.ledger.recording import ledger_to_json

            return ledger_to_json(subject)
        if isinstance(subject, PlanDiff):
            from customs_coop.comparison.recording import diff_to_json

            return diff_to_json(subject)
        if isinstance(subject, StateOfPlay):
            from customs_coop.monitoring.recording import state_to_json

            return state_to_json(subject)
        from customs_coop.serialization import to_json

        return to_json(subject)
