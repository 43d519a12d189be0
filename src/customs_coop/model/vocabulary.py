"""The words that say how a thing stands: status, stage, priority, marking."""

import enum

__all__ = ["Marking", "Priority", "Stage", "Status"]


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
