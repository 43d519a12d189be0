"""What a history tells: revisions, where a value comes from, and deadlines that moved."""

import datetime as dt
from collections.abc import Iterator

import attrs
from attrs.validators import instance_of, optional

from customs_coop.comparison.values import shown_value
from customs_coop.deadline import Deadline
from customs_coop.model import ActionPlan, ActionRef, DeadlineChange, IndicatorRef, PlanRef
from customs_coop.references import DocumentNumber

__all__ = ["Blame", "Introduction", "PlanVersion", "Slip"]


@attrs.frozen(kw_only=True)
class PlanVersion:
    """A plan as one document printed it.

    Args:
        plan: The plan.
        document: The document, or None where none is known.
        date: The day of the document, or None where none is known.
    """

    plan: ActionPlan = attrs.field(validator=instance_of(ActionPlan))
    document: DocumentNumber | None = attrs.field(
        default=None, validator=optional(instance_of(DocumentNumber))
    )
    date: dt.date | None = attrs.field(default=None, validator=optional(instance_of(dt.date)))

    def __str__(self) -> str:
        if self.document is None:
            return "no document" if self.date is None else f"{self.date}"
        return f"{self.document}" if self.date is None else f"{self.document} of {self.date}"


@attrs.frozen(kw_only=True)
class Introduction:
    """Which document brought in a value that the last revision has.

    Args:
        action: The action, by its address in the last revision; or the plan.
        field: The name of the field.
        value: The value.
        revision: The revision that has it first, without a break until the last.
        old: What stood there in the revision before; None where the action is new, too.
        number: The position of the revision in the history, from 0.
    """

    action: ActionRef | PlanRef
    field: str
    value: object
    revision: PlanVersion
    old: object = None
    number: int

    def __str__(self) -> str:
        return f"{self.action} {self.field}: {shown_value(self.value)} ({self.revision})"


@attrs.frozen(kw_only=True)
class Blame:
    """Which document brought in each value of an action; it prints as a table.

    Args:
        action: The action, by its address in the last revision; or the plan.
        introductions: One for each field that is filled, or that once was.
    """

    action: ActionRef | PlanRef
    introductions: tuple[Introduction, ...]

    def __iter__(self) -> Iterator[Introduction]:
        return iter(self.introductions)

    def __len__(self) -> int:
        return len(self.introductions)

    def __str__(self) -> str:
        rows = [(one.field, str(one.revision), shown_value(one.value)) for one in self]
        first = max((len(field) for field, _, _ in rows), default=0)
        second = max((len(revision) for _, revision, _ in rows), default=0)
        lines = [
            f"  {field.ljust(first)}  {revision.ljust(second)}  {value}".rstrip()
            for field, revision, value in rows
        ]
        return "\n".join([str(self.action), *lines])


@attrs.frozen(kw_only=True)
class Slip:
    """A deadline that one revision changed.

    Args:
        action: The action, by its address in that revision.
        indicator: The words of the indicator that has the deadline; empty where it belongs to
            the action itself.
        old: The deadline before; None where there was none.
        new: The deadline after; None where there is none any more.
        revision: The revision that changed it.
        number: The place of the indicator in that revision, from 1; None where the deadline
            belongs to the action itself, or the indicator is gone.
    """

    action: ActionRef
    indicator: str = ""
    old: Deadline | None
    new: Deadline | None
    revision: PlanVersion
    number: int | None = None

    @property
    def subject(self) -> ActionRef | IndicatorRef:
        """The action or the indicator that has the deadline, as a dossier names it."""
        return self.action if self.number is None else IndicatorRef(self.action, self.number)

    def as_change(self, reason: str = "") -> DeadlineChange:
        """The change as a dossier records it.

        Args:
            reason: Why the deadline was changed; documents seldom say so in their tables.

        Example:
            >>> from customs_coop.deadline import By
            >>> slip = Slip(
            ...     action=ActionRef("AP1", "5.1"),
            ...     old=By("2006-03-31"),
            ...     new=By("2006-07-31"),
            ...     revision=PlanVersion(plan=ActionPlan(id="AP1", title="")),
            ... )
            >>> slip.as_change("the group began late").reason
            'the group began late'
        """
        return DeadlineChange(
            subject=self.subject,
            old=self.old,
            new=self.new,
            document=self.revision.document,
            on=self.revision.date,
            reason=reason,
        )

    @property
    def days(self) -> int | None:
        """By how many days the last day moved; None where one is not certain."""
        return None if self.old == self.new else self.as_change("").days

    def __str__(self) -> str:
        old, new = (shown_value(None if d is None else d.text) for d in (self.old, self.new))
        of_indicator = f" ({shown_value(self.indicator)})" if self.indicator else ""
        return f"{self.action}{of_indicator}: {old} -> {new}, by {self.revision}"
