"""The dossier as JSON: everything that the model holds, without loss."""

import attrs

from customs_coop.exporters.base import MODEL_FIELDS
from customs_coop.model import Dossier

__all__ = ["Json"]


@attrs.frozen(kw_only=True)
class Json:
    """A dossier as a JSON file that can be read back without loss."""

    suffix = ".json"
    media_type = "application/json"
    carries = MODEL_FIELDS

    def render(self, subject: Dossier, /) -> str:
        """Write the JSON text.

        Args:
            subject: The dossier.

        Returns:
            The text of the file.
        """
        # The converter is heavy, and other formats do without it.
        from customs_coop.serialization import to_json

        return to_json(subject)
