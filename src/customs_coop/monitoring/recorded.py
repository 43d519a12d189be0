"""What the changes of a deadline of an obligation are recorded under."""

from customs_coop.model import Named, Obligation, PartyRef, Subject

__all__ = ["recorded_subject", "recorded_under"]


def recorded_under(duty: Obligation) -> tuple[PartyRef | Named, ...]:
    """What changes of an obligation about nothing are recorded under: its party, or its words.

    Args:
        duty: The obligation.

    Example:
        >>> [str(one) for one in recorded_under(Obligation(text="Report", party="COM"))]
        ['COM', 'Report']
    """
    words = " ".join(duty.text.split())
    is_named = duty.party is not None and duty.party.strip() == duty.party != ""
    parties = (PartyRef(duty.party),) if duty.party is not None and is_named else ()
    return (*parties, Named(words, "obligation")) if words else parties


def recorded_subject(duty: Obligation) -> Subject | None:
    """The one thing under which a change of an obligation is recorded; None where it has none.

    Args:
        duty: The obligation.

    Example:
        >>> str(recorded_subject(Obligation(text="Report")))
        'Report'
    """
    return next(iter(recorded_under(duty)), None) if duty.subject is None else duty.subject
