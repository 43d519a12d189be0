"""How things look: colours by status and shapes by kind, each of which is also said in words.

Words have a contrast of at least 4.5:1 on every ground (WCAG 2.2, success criterion 1.4.3).
"""

from collections.abc import Mapping
from typing import Final

import attrs

from customs_coop.model import Status

__all__ = ["INK", "LINE", "PAPER", "QUIET", "STATUS_PAINT", "Paint", "paint_of"]

INK: Final = "#1f2937"
"""The colour of words."""
QUIET: Final = "#4b5563"
"""The colour of lesser words; 7.5:1 on white."""
LINE: Final = "#64748b"
"""The colour of arrows and thin lines; 4.7:1 on white."""
PAPER: Final = "#ffffff"
"""The ground."""


@attrs.frozen
class Paint:
    """Two colours of one hue.

    Args:
        ground: A light one, on which words stand.
        mark: A dark one, for edges and bars; at least 4.5:1 on white.
    """

    ground: str
    mark: str


STATUS_PAINT: Final[Mapping[str, Paint]] = {
    Status.OPEN.value: Paint("#ffffff", "#334155"),
    Status.ONGOING.value: Paint("#dbeafe", "#1d4ed8"),
    Status.STANDING.value: Paint("#ede9fe", "#6d28d9"),
    Status.AWAITING.value: Paint("#fef3c7", "#a16207"),
    Status.PARTLY_COMPLETED.value: Paint("#dcfce7", "#15803d"),
    Status.COMPLETED.value: Paint("#e5e7eb", "#6b7280"),
    Status.DEFERRED.value: Paint("#ffe4e6", "#be123c"),
    Status.TO_DECIDE.value: Paint("#fae8ff", "#a21caf"),
    Status.OBSOLETE.value: Paint("#f3f4f6", "#71717a"),
}
"""The colours of each status; what is completed is grey."""

_NO_STATUS = Paint("#f8fafc", "#64748b")


def paint_of(status: str) -> Paint:
    """The colours of a status.

    Args:
        status: The value of a `Status`, or "" for a thing that has none.

    Returns:
        Its colours.

    Example:
        >>> paint_of("completed").ground
        '#e5e7eb'
    """
    return STATUS_PAINT.get(status, _NO_STATUS)
