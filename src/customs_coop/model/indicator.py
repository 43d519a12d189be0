"""How success is told: performance indicators and what they measure."""

from collections.abc import Iterable
from decimal import Decimal

import attrs
from attrs.validators import instance_of, optional

from customs_coop.deadline import Deadline
from customs_coop.model.fields import as_status, optional_code, plural
from customs_coop.model.identity import Code, IndicatorRef
from customs_coop.model.vocabulary import Status
from customs_coop.references import Reference

__all__ = ["Indicator", "Measure"]


@attrs.frozen(kw_only=True)
class Measure:
    """What a quantitative indicator counts; a qualitative one has none.

    Args:
        unit: What is counted, such as "seizures" or "%".
        baseline: The value at the start, or None.
        target: The value to be reached, or None.
    """

    unit: str = attrs.field(validator=instance_of(str))
    baseline: Decimal | None = attrs.field(default=None, validator=optional(instance_of(Decimal)))
    target: Decimal | None = attrs.field(default=None, validator=optional(instance_of(Decimal)))


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
