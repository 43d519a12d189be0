"""How success is told: performance indicators and what they measure."""

from collections.abc import Iterable
from decimal import Decimal

import attrs
from attrs.validators import instance_of, optional

from customs_coop.dates import Period, as_period
from customs_coop.deadline import Deadline
from customs_coop.model.fields import as_status, first_deadlines, optional_code, plural
from customs_coop.model.identity import Code, DeadlineRef, IndicatorRef
from customs_coop.model.vocabulary import Status
from customs_coop.references import Reference

__all__ = ["Indicator", "Measure", "PeriodTarget"]


@attrs.frozen(kw_only=True)
class PeriodTarget:
    """The value to be reached in one period.

    Args:
        period: The period.
        value: The value.

    Example:
        >>> str(PeriodTarget(period="2011-07-01/2011-12-31", value=Decimal(40)).period)
        '2011-07-01/2011-12-31'
    """

    period: Period = attrs.field(converter=as_period)
    value: Decimal = attrs.field(validator=instance_of(Decimal))


def _targets(value: Iterable[PeriodTarget]) -> tuple[PeriodTarget, ...]:
    return plural(value, "targets", PeriodTarget)


@attrs.frozen(kw_only=True)
class Measure:
    """What a quantitative indicator counts; a qualitative one has none.

    Nothing but the unit is required: a target without a baseline, or values without a target,
    say what they say.

    Args:
        unit: What is counted, such as "seizures" or "%".
        baseline: The value at the start, or None.
        target: The value to be reached in the end, or None.
        targets: Values to be reached in single periods, where there are any.
        ascending: Whether more is better; False for what is to become less, such as days of delay.

    Example:
        >>> Measure(unit="joint operations a year", target=Decimal(4)).baseline is None
        True
    """

    unit: str = attrs.field(validator=instance_of(str))
    baseline: Decimal | None = attrs.field(default=None, validator=optional(instance_of(Decimal)))
    target: Decimal | None = attrs.field(default=None, validator=optional(instance_of(Decimal)))
    targets: tuple[PeriodTarget, ...] = attrs.field(default=(), converter=_targets)
    ascending: bool = attrs.field(default=True, validator=instance_of(bool))


def _deadlines(value: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return plural(value, "deadlines", Deadline)


def _evidence(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return plural(value, "evidence", Reference)


@attrs.frozen(kw_only=True)
class Indicator:
    """One performance indicator of an action, with its own deadlines and evidence.

    Args:
        text: The words as printed.
        code: Its number, where it has one.
        deadlines: The times that belong to it.
        status: How far it is.
        evidence: The documents that show it.
        measure: What it counts, or None where it is qualitative.
        origin: Where it first stood; None until a rollover or a revision sets it. It is never
            compared: an indicator stays the same one wherever it goes.
        deadline_origins: Where each of its deadlines first stood, None for one that is new; empty
            while they stand as they first stood. What takes out, merges or splits sets it, and it
            is never compared. It counts for as many deadlines as it has members, so whoever puts
            one between others by hand sets it as well; further ones are new.

    Example:
        >>> Indicator(text="Report adopted", status=Status.COMPLETED).status.closed
        True
    """

    text: str = attrs.field(validator=instance_of(str))
    code: Code | None = attrs.field(default=None, converter=optional_code)
    deadlines: tuple[Deadline, ...] = attrs.field(default=(), converter=_deadlines)
    status: Status = attrs.field(default=Status.OPEN, converter=as_status)
    evidence: tuple[Reference, ...] = attrs.field(default=(), converter=_evidence)
    measure: Measure | None = attrs.field(default=None, validator=optional(instance_of(Measure)))
    origin: IndicatorRef | None = attrs.field(
        default=None, validator=optional(instance_of(IndicatorRef)), eq=False
    )
    deadline_origins: tuple[DeadlineRef | None, ...] = attrs.field(
        default=(), converter=first_deadlines, eq=False
    )
