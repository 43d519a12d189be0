"""What comes of a merge: the plan, the conflicts, and what was taken."""

import attrs

from customs_coop.comparison.merging.cells import Conflict, Taken
from customs_coop.comparison.merging.report import merge_as_text
from customs_coop.errors import MergeConflictError
from customs_coop.model import ActionPlan

__all__ = ["Merge"]


@attrs.frozen(kw_only=True)
class Merge:
    """What comes of the edits of several authors.

    It prints as a list of what was taken, with its authors, and of the conflicts.

    Args:
        plan: The merged plan; where there is a conflict, it has the value of the base.
        conflicts: Where the authors do not agree.
        changes: What the merged plan has that the base has not, in the order of `diff`.
    """

    plan: ActionPlan
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Taken, ...] = ()

    @property
    def ok(self) -> bool:
        """There is no conflict."""
        return not self.conflicts

    def raise_for_conflicts(self) -> None:
        """Raise where there are conflicts, with the list of them.

        Raises:
            MergeConflictError: There is at least one.
        """
        if self.conflicts:
            raise MergeConflictError(str(attrs.evolve(self, changes=())))

    def __str__(self) -> str:
        return merge_as_text(self.plan, self.conflicts, self.changes)
