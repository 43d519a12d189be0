"""What was done: reports on progress, with measurements."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import attrs
from attrs.validators import instance_of

from customs_coop.dates import Period, as_date, as_period
from customs_coop.model.fields import as_status, plural
from customs_coop.model.link import Identity
from customs_coop.model.vocabulary import Status
from customs_coop.references import Reference

__all__ = ["Measurement", "ProgressReport"]


@attrs.frozen(kw_only=True)
class Measurement:
    """One value that was measured.

    Args:
        period: The time that it covers.
        value: The number.
        unit: What was counted.
        dimension: What it is broken down by, such as a country; may be empty.
    """

    period: Period = attrs.field(converter=as_period)
    value: Decimal = attrs.field(validator=instance_of(Decimal))
    unit: str = attrs.field(validator=instance_of(str))
    dimension: str = attrs.field(default="", validator=instance_of(str))


def _evidence(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return plural(value, "evidence", Reference)


def _measurements(value: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return plural(value, "measurements", Measurement)


@attrs.frozen(kw_only=True)
class ProgressReport:
    """What one party reported on one subject on one day.

    Args:
        party: The id of the party that reports.
        subject: The action, recommendation or other thing that it reports on.
        on: The day of the report.
        status: How far the work is.
        text: The words of the report.
        evidence: Documents that show it.
        measurements: Values that were measured.
    """

    party: str = attrs.field(validator=instance_of(str))
    subject: Identity = attrs.field(validator=instance_of(Identity))
    on: dt.date = attrs.field(converter=as_date)
    status: Status = attrs.field(default=Status.OPEN, converter=as_status)
    text: str = attrs.field(default="", validator=instance_of(str))
    evidence: tuple[Reference, ...] = attrs.field(default=(), converter=_evidence)
    measurements: tuple[Measurement, ...] = attrs.field(default=(), converter=_measurements)
