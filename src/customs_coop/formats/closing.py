"""Whether what a reporting obligation is about is closed, so that nobody waits for the report."""

from customs_coop.formats.crosswalk import effective_status
from customs_coop.model import Action, Obligation, Status

__all__ = ["duty_status", "same_words"]


def duty_status(duty: Obligation, action: Action | None) -> Status:
    """How far an obligation is by the plan: closed with its action or its indicator, else open.

    An obligation that has the words of an indicator is that of the indicator.

    Args:
        duty: The obligation.
        action: The action that it is about, or None where it is about none.

    Example:
        >>> action = Action(code="5.1", title="Train", status="obsolete")
        >>> duty_status(Obligation(text="Report"), action).value
        'obsolete'
        >>> duty_status(Obligation(text="Report"), None).value
        'open'
    """
    if action is None:
        return Status.OPEN
    own = (one for one in action.indicators if same_words(one.text, duty.text))
    status = effective_status(action, next(own, None))
    return status if status.closed else Status.OPEN


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words; blanks, capitals and a full stop do not count.

    Args:
        one: A text.
        other: Another one. Without words, they are not the same.

    Example:
        >>> same_words("Report to the group.", "Report to  the Group"), same_words("", "")
        (True, False)
    """
    return _folded(one) == _folded(other) != ""


def _folded(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,").casefold()
