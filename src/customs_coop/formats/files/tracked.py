"""Telling that a file holds tracked changes, and how they were read."""

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.pages.content import Remark

__all__ = ["STRUCK", "tracked_changes"]

_WAYS = {
    "accept": "they were read as if accepted",
    "reject": "they were read as if rejected",
    "both": "deleted and inserted text were both read, and values may come from either",
}

STRUCK = "words are struck through, and were read as if they stood; drafts mark deletions so"
"""The message of CC179."""


def tracked_changes(count: int, changes: Changes) -> tuple[Remark, ...]:
    """Tell of tracked changes.

    Args:
        count: How many there are.
        changes: How they were read.

    Returns:
        One remark; none where there are no changes.

    Example:
        >>> [remark.message for remark in tracked_changes(1, "reject")]
        ['the file holds 1 tracked change; they were read as if rejected']
        >>> tracked_changes(0, "accept")
        ()
    """
    if not count:
        return ()
    noun = "1 tracked change" if count == 1 else f"{count} tracked changes"
    return (Remark("CC180", f"the file holds {noun}; {_WAYS[changes]}"),)
