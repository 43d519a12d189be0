"""How success is told: performance indicators and what they measure."""

from collections.abc import Iterable
from decimal import Decimal

import attrs
from attrs.validators import instance_of, optional

from customs_coop.dates import Period
from customs_coop.deadline import Deadline
from customs_coop.model.fields import (
    as_number,
    as_status,
    finite,
    finite_number,
    first_deadlines,
    optional_code,
    optional_number,
    period_or_part,
    plural,
    required_text,
)
from customs_coop.model.identity import Code, DeadlineRef, IndicatorRef
from customs_coop.model.vocabulary import Status
from customs_coop.references import Reference

__all__ = ["Indicator", "Measure", "PeriodTarget"]


@attrs.frozen(kw_only=True)
class PeriodTarget:
    """The value to be reached in one period.

    Args:
        period: The period, or the text of one such as "2011-07-01/2011-12-31", "2011-07" or
            "2011".
        value: The value: a Decimal or a whole number.

    Raises:
        InvalidValueError: The value is infinite, or no number.

    Example:
        >>> str(PeriodTarget(period="2011-07-01/2011-12-31", value=40).period)
        '2011-07-01/2011-12-31'
    """

    period: Period = attrs.field(converter=period_or_part)
    value: Decimal = attrs.field(converter=as_number, validator=finite_number)


def _targets(value: Iterable[PeriodTarget]) -> tuple[PeriodTarget, ...]:
    return plural(value, "targets", PeriodTarget)


@attrs.frozen(kw_only=True)
class Measure:
    """What a quantitative indicator counts; a qualitative one has none.

    Nothing but the unit is required: a target without a baseline, or values without a target,
    say what they say.

    Args:
        unit: What is counted, such as "seizures" or "%"; never empty.
        baseline: The value at the start, a Decimal or a whole number, or None.
        target: The value to be reached in the end, or None.
        targets: Values to be reached in single periods, where there are any.
        ascending: Whether more is better; False for what is to become less, such as days of delay.
            Where the baseline and the target differ, these tell, and not this: see `rises`.

    Raises:
        InvalidValueError: The unit is blank, or a value is infinite or no number.
        TypeError: A value is neither a Decimal nor a whole number.

    Example:
        >>> Measure(unit="joint operations a year", target=4).baseline is None
        True
        >>> Measure(unit="days of delay", baseline=Decimal(10), target=Decimal(2)).rises
        False
    """

    unit: str = attrs.field(validator=required_text)
    baseline: Decimal | None = attrs.field(
        default=None, converter=optional_number, validator=finite
    )
    target: Decimal | None = attrs.field(default=None, converter=optional_number, validator=finite)
    targets: tuple[PeriodTarget, ...] = attrs.field(default=(), converter=_targets)
    ascending: bool = attrs.field(default=True, validator=instance_of(bool))

    @property
    def rises(self) -> bool:
        """Whether more is better: as baseline and target show, else as `ascending` says.

        Where there is no target for the end, that of the last period counts.
        """
        last = max(self.targets, key=lambda one: (one.period.end, one.period.start), default=None)
        target = last.value if self.target is None and last is not None else self.target
        if self.baseline is None or target is None or self.baseline == target:
            return self.ascending
        return target > self.baseline


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
