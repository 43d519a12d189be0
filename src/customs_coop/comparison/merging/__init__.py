"""The edits of several authors to one plan, brought together cell by cell."""

from customs_coop.comparison.merging.cells import Conflict, Taken
from customs_coop.comparison.merging.joining import merge
from customs_coop.comparison.merging.merged import Merge
from customs_coop.comparison.merging.preferences import BASE
from customs_coop.comparison.merging.tables import restore

__all__ = ["BASE", "Conflict", "Merge", "Taken", "merge", "restore"]
