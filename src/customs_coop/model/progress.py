"""What was done: reports on progress, with measurements."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import attrs

from customs_coop.dates import Period, as_date, as_period
from customs_coop.model.fields import plural
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
    value: Decimal
    unit: str
    dimension: str = ""


def _evidence(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return plural(value, "evidence")


def _measurements(value: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return plural(value, "measurements")


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

    party: str
    subject: Identity
    on: dt.date = attrs.field(converter=as_date)
    status: Status = Status.OPEN
    text: str = ""
    evidence: tuple[Reference, ...] = attrs.field(default=(), converter=_evidence)
    measurements: tuple[Measurement, ...] = attrs.field(default=(), converter=_measurements)
