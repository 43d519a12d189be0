"""What was done: reports on progress, with measurements, and deadlines that were changed."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, TypeAlias, cast

import attrs
from attrs.validators import instance_of, optional

from customs_coop.dates import Period, as_date
from customs_coop.deadline import Deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model.fields import (
    as_number,
    finite_number,
    optional_date,
    optional_deadline,
    optional_stage,
    optional_status,
    period_or_part,
    plural,
)
from customs_coop.model.identity import ActionRef, IndicatorRef, Named
from customs_coop.model.link import Identity
from customs_coop.model.vocabulary import Stage, Status
from customs_coop.references import DocumentNumber, Reference

__all__ = ["DeadlineChange", "Measurement", "ProgressReport", "Subject"]

# Conventions by which words get a last day that they leave open.
_OPEN: Final = frozenset(
    {"about", "bare-year", "either", "provisional", "season", "thirds", "thirds-of-month"}
)

Subject: TypeAlias = Identity | IndicatorRef
"""What can be reported on: what a dossier knows by name, and the indicators of an action."""


@attrs.frozen(kw_only=True)
class Measurement:
    """One value that was measured.

    Args:
        period: The time that it covers, or the text of it, such as "2011-07-01/2011-12-31",
            "2011-07" or "2011".
        value: The number: a Decimal or a whole number.
        unit: What was counted.
        dimension: What it is broken down by, such as a country; may be empty.

    Raises:
        InvalidValueError: The value is infinite, or no number.
        TypeError: It is neither a Decimal nor a whole number.
    """

    period: Period = attrs.field(converter=period_or_part)
    value: Decimal = attrs.field(converter=as_number, validator=finite_number)
    unit: str = attrs.field(validator=instance_of(str))
    dimension: str = attrs.field(default="", validator=instance_of(str))


def _as_subject(value: "Subject | str") -> Subject:
    """Accept a subject, or the address of an action or indicator.

    Plans, recommendations and parties are told apart by their types only.

    Raises:
        InvalidValueError: The text is no address of that kind.
    """
    if not isinstance(value, str) or "/" not in value:
        return cast("Subject", value)  # the validator refuses the rest
    return (IndicatorRef if " indicator " in value else ActionRef).parse(value)


def _require_subject(
    _instance: object, attribute: "attrs.Attribute[Subject]", value: object
) -> None:
    if isinstance(value, str):
        raise InvalidValueError(
            f"{attribute.name} takes an address such as 'P7/1' or 'P7/1 indicator 2', not"
            f" {value!r:.80}; a plan is written PlanRef({value!r:.80})"
        )
    if not isinstance(value, Subject):
        raise TypeError(
            f"{attribute.name} takes an address such as plan.ref(action), 'P7/1' or"
            f" RecommendationRef(item.id), not {type(value).__name__}"
        )


def _evidence(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return plural(value, "evidence", Reference)


def _measurements(value: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return plural(value, "measurements", Measurement)


@attrs.frozen(kw_only=True)
class ProgressReport:
    """What one party reported on one subject on one day.

    Args:
        party: The id of the party that reports.
        subject: The action, indicator, recommendation or other thing that it reports on; a text
            such as "P7/1" or "P7/1 indicator 2" is the address of an action or indicator.
        on: The day of the report.
        status: How far the work is; None where the report says nothing of that, as one that only
            has words or a value. "open" says that the work has not begun, or is to begin anew.
        text: The words of the report.
        evidence: Documents that show it.
        measurements: Values that were measured.
        stage: The stage that a deliverable has reached, or None where the report is of none.
        applicable: False where the subject does not concern the party, as where a state without
            a coast is asked about its ports.
        due: The day by which the report was asked for, where it says so; by it a late report is
            told from an early one of the next round.

    Example:
        >>> report = ProgressReport(
        ...     party="HR", subject="P2006/1", on="2008-05-02", status="completed"
        ... )
        >>> report.status.closed, str(report.subject)
        (True, 'P2006/1')
    """

    party: str = attrs.field(validator=instance_of(str))
    subject: Subject = attrs.field(converter=_as_subject, validator=_require_subject)
    on: dt.date = attrs.field(converter=as_date)
    status: Status | None = attrs.field(default=None, converter=optional_status)
    text: str = attrs.field(default="", validator=instance_of(str))
    evidence: tuple[Reference, ...] = attrs.field(default=(), converter=_evidence)
    measurements: tuple[Measurement, ...] = attrs.field(default=(), converter=_measurements)
    stage: Stage | None = attrs.field(default=None, converter=optional_stage)
    applicable: bool = attrs.field(default=True, validator=instance_of(bool))
    due: dt.date | None = attrs.field(default=None, converter=optional_date)


@attrs.frozen(kw_only=True)
class DeadlineChange:
    """One deadline that was changed: what it was, what it is, and who says so and why.

    Args:
        subject: What has the deadline: an action, one of its indicators, or what an obligation
            is about; a text is read as that of a report.
        old: The deadline before; None where there was none.
        new: The deadline after; None where there is none any more.
        document: The document that changed it, or None where none is known.
        on: The day of the change, or None where it is not known.
        reason: Why, in the words of whoever changed it; may be empty.
        event: The id of the event whose day moved the deadline; empty where none did.

    Raises:
        InvalidValueError: The deadline is the same before and after.
        TypeError: A deadline is something else, such as a text: `parse_deadline` reads one.

    Example:
        >>> from customs_coop.deadline import By
        >>> from customs_coop.model.identity import ActionRef
        >>> change = DeadlineChange(
        ...     subject=ActionRef("AP1", "5.1"),
        ...     old=By("2006-03-31", "March 2006"),
        ...     new=By("2006-07-31", "31.07.2006"),
        ...     reason="the project group began late",
        ... )
        >>> change.days
        122
    """

    subject: Subject = attrs.field(converter=_as_subject, validator=_require_subject)
    old: Deadline | None = attrs.field(validator=optional_deadline)
    new: Deadline | None = attrs.field(validator=optional_deadline)
    document: DocumentNumber | None = attrs.field(
        default=None, validator=optional(instance_of(DocumentNumber))
    )
    on: dt.date | None = attrs.field(default=None, converter=optional_date)
    reason: str = attrs.field(default="", validator=instance_of(str))
    event: str = attrs.field(default="", validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        if self.old == self.new:
            raise InvalidValueError(
                f"the deadline of {self.subject} is the same before and after; nothing changed"
            )

    @property
    def day_before(self) -> dt.date | None:
        """The last day that it had before; None without one that is certain, see `days`."""
        return self._last_day(self.old)

    @property
    def day_after(self) -> dt.date | None:
        """The last day that it has after; None without one that is certain, see `days`."""
        return self._last_day(self.new)

    @property
    def days(self) -> int | None:
        """By how many days the last day moved, later above 0.

        Returns:
            None where one of the two days is not known for certain: words such as "2008", "spring
            2008", "early 2008" or "about June 2008" leave it open, and so do the bounds of an
            event that has no day yet.

        Example:
            >>> from customs_coop.deadline import parse_deadline
            >>> old, new = parse_deadline("2008"), parse_deadline("by 12 June 2008")
            >>> change = DeadlineChange(subject="P9/1", old=old, new=new)
            >>> print(change.days, change.day_before, change.day_after)
            None None 2008-06-12
        """
        before, after = self.day_before, self.day_after
        return None if before is None or after is None else (after - before).days

    def _last_day(self, deadline: Deadline | None) -> dt.date | None:
        if deadline is None or deadline.convention in _OPEN:
            return None
        is_event = isinstance(self.subject, Named) and self.subject.kind == "event"
        # An event is on one day; a deadline may take up to its last one.
        if is_event and deadline.earliest != deadline.latest:
            return None
        return deadline.latest
