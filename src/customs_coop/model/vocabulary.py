"""The words that say how a thing stands: status, stage, priority, marking."""

import enum
from collections.abc import Iterable

__all__ = ["Marking", "Priority", "Stage", "Status", "joint_status"]


class Status(enum.Enum):
    """How far a piece of work is, in the terms that the plans themselves use.

    The words as printed stand beside it, in `status_text`. Completed work with a follow-up is
    `COMPLETED`; the follow-up is a link.

    Example:
        >>> Status.PARTLY_COMPLETED.closed
        False
    """

    OPEN = "open"
    """Nothing is said: the work is still to be done."""
    ONGOING = "ongoing"
    """Work has begun."""
    STANDING = "standing"
    """A duty without an end, such as a standing agenda item."""
    AWAITING = "awaiting"
    """The work waits for something else."""
    PARTLY_COMPLETED = "partly completed"
    """A part is done, the rest is not."""
    COMPLETED = "completed"
    """Done."""
    DEFERRED = "deferred"
    """Put off to a later plan."""
    TO_DECIDE = "to decide"
    """Somebody still has to decide, for instance "potential to defer"."""
    OBSOLETE = "obsolete"
    """Overtaken by events, or taken over by another body."""

    @property
    def closed(self) -> bool:
        """Whether nothing remains to be done: completed or obsolete."""
        return self in _CLOSED


_CLOSED = (Status.COMPLETED, Status.OBSOLETE)


def joint_status(parts: Iterable[Status], whole: Status) -> Status:
    """How far a thing is whose parts stand so.

    Args:
        parts: How far each part is; at least one.
        whole: How far the thing itself was said to be.

    Example:
        >>> joint_status([Status.COMPLETED, Status.OPEN], Status.OPEN)
        <Status.PARTLY_COMPLETED: 'partly completed'>
    """
    found = list(parts)
    if whole is Status.STANDING:
        return whole  # no round of what has no end is its end
    if all(one.closed for one in found):
        return Status.COMPLETED if Status.COMPLETED in found else Status.OBSOLETE
    if Status.COMPLETED in found or Status.PARTLY_COMPLETED in found:
        return Status.PARTLY_COMPLETED
    if Status.ONGOING in found or Status.STANDING in found:
        return Status.ONGOING
    left = [one for one in found if not one.closed]
    return left[0] if len(set(left)) == 1 else Status.OPEN


class Stage(enum.Enum):
    """The steps that a deliverable passes, in the order in which it passes them.

    "Report presented to and adopted by the CCWP" is a report that is drafted, presented and
    adopted; which of the others a deliverable passes, its indicator says.

    Example:
        >>> [stage.value for stage in Stage][:3]
        ['drafted', 'presented', 'approved']
    """

    DRAFTED = "drafted"
    PRESENTED = "presented"
    """A body has it before it."""
    APPROVED = "approved"
    ADOPTED = "adopted"
    PUBLISHED = "published"
    """Issued or distributed to those for whom it is meant."""


class Priority(enum.Enum):
    """The priorities of the work plans; any other word stays text.

    Example:
        >>> Priority("High").name
        'HIGH'
    """

    HIGH = "High"
    MEDIUM = "Medium"
    LOW = "Low"


class Marking(enum.Enum):
    """Who may see a document; any other marking stays text.

    LIMITE is the distribution marking of the Council's rules of procedure: inside the Council,
    its members, the Commission and other institutions.
    """

    PUBLIC = "PUBLIC"
    LIMITE = "LIMITE"
