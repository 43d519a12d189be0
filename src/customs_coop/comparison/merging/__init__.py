"""The edits of several authors to one plan, brought together cell by cell."""

from customs_coop.comparison.merging.cells import Conflict, Taken
from customs_coop.comparison.merging.joining import Merge, merge

__all__ = ["Conflict", "Merge", "Taken", "merge"]
