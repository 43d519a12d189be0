"""Our own JSON files."""

import re

import attrs

from customs_coop.readers.base import Fit, Reading, Source
from customs_coop.readers.text.excerpts import Account
from customs_coop.serialization import from_json

__all__ = ["JSON_LAYOUT", "JsonLayout"]

_OBJECT = re.compile(r"[\s\ufeff]{0,200}\{\s{0,200}(?:\"|\}|\Z)")


@attrs.frozen
class JsonLayout:
    """A JSON object with the schema of this library."""

    name: str = "json"

    def fits(self, source: Source) -> Fit:
        """Look for an object at the very beginning."""
        if _OBJECT.match(source.text):
            return Fit(score=1.0)
        return Fit(score=0.0, missing=("a JSON object at the beginning",))

    def read(self, source: Source) -> Reading:
        """Read the dossier; where there is a fault, it is empty and the report says why."""
        dossier, report = from_json(source.text, source.name)
        if not report.ok:
            return Reading(dossier=dossier, report=report, residue=Account(source).residue())
        # A file of ours holds nothing but fields: what it has besides is an error.
        return Reading(dossier=dossier, report=report, held=len("".join(source.text.split())))


JSON_LAYOUT = JsonLayout()
"""The layout, under the name "json"."""
