"""Which decisions somebody gave a reason for."""

from customs_coop.model import Action
from customs_coop.rollover.dispositions import Complete, Disposition, Drop
from customs_coop.rollover.settling import folded

__all__ = ["has_own_reason"]


def has_own_reason(old: Action, decided: Disposition) -> bool:
    """Whether a decision says more than the row itself does.

    A policy gives the words of a row that is closed already as the reason; these are none.

    Args:
        old: The row before its revision.
        decided: What was decided on it.

    Example:
        >>> from customs_coop.rollover.dispositions import Carry, Complete
        >>> old = Action(code="5.1", title="Guide", status_text="Printed in May")
        >>> has_own_reason(old, Complete("printed in May"))
        False
        >>> has_own_reason(old, Carry("more to do"))
        True
    """
    reason, authority = folded(decided.reason), decided.authority
    if isinstance(decided, Complete | Drop):
        said = bool(reason) and reason not in folded(old.status_text)
        return said or (authority is not None and authority not in old.references)
    return bool(reason) or authority is not None
