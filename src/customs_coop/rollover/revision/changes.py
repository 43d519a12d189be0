"""What a revision changes: each field of each row, with the decision that did it."""

import enum
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Involvement,
    Link,
    PlanRef,
    PlanRevision,
    Status,
    WorkArea,
)
from customs_coop.references import Reference
from customs_coop.rollover.revision.wording import shortened

__all__ = ["RevisionChange", "RevisionKind", "action_changes", "in_words", "plan_changes"]

# What `==` compares; `span` is not among it. The actions themselves are told one by one.
_ACTION_FIELDS: Final = tuple(field.name for field in attrs.fields(Action) if field.eq)
_PLAN_FIELDS: Final = tuple(
    field.name for field in attrs.fields(ActionPlan) if field.eq and field.name != "actions"
)
_LONGEST: Final = 300


class RevisionKind(enum.Enum):
    """What sort of decision a change comes from."""

    PLAN = "plan"
    """The plan itself: its document number, its work areas, what is told of its revision."""
    COMPLETED = "completed"
    """A row stays, and is marked as completed."""
    DEFERRED = "deferred"
    """A row stays, and is marked in the column for priorities."""
    DROPPED = "dropped"
    """A row stays without objectives and priority, and says why it is obsolete."""
    DELETED = "deleted"
    """A row is gone with its work area."""
    MERGED = "merged"
    """A row is gone, and its texts stand in another one; or a row took such texts up."""
    SPLIT = "split"
    """A row gave a part of its work to a new one; or is such a new one."""
    SETTLED = "settled"
    """An indicator or a deadline of a row was decided on."""
    DEADLINE = "deadline"
    """A deadline ends with the plan."""
    LINK = "link"
    """A link follows what was merged, split or deleted."""
    DECIDED = "decided"
    """Nothing changes, and a reason was given: a row stays as it is, or somebody knows what became
    of a code that the numbering leaves out."""


@attrs.frozen(kw_only=True)
class RevisionChange:
    """One change from a plan to its next revision.

    Args:
        place: The address of the action, in the old plan where it is gone; the plan itself for
            what concerns it as a whole.
        kind: What sort of decision it comes from.
        field: The field that has another value; empty where a whole row came or went.
        before: What stood there, in words; empty where nothing did. Of a row the title.
        after: What stands there now, in the same way. Of what was only decided, the word for it.
        into: Where the row went, or came from.
        reason: Why, as it was decided; may be empty.
        authority: The document that says so, or None.

    Example:
        >>> str(
        ...     RevisionChange(
        ...         place=ActionRef("AP1", "9.3"),
        ...         kind=RevisionKind.DEFERRED,
        ...         field="priority",
        ...         before="High",
        ...         after="Defer",
        ...     )
        ... )
        'AP1/9.3 deferred: priority: High -> Defer'
    """

    place: ActionRef | PlanRef
    kind: RevisionKind
    field: str = ""
    before: str = ""
    after: str = ""
    into: tuple[ActionRef, ...] = ()
    reason: str = ""
    authority: Reference | None = None

    def __str__(self) -> str:
        name = f"{self.field}: " if self.field else ""
        is_decided = self.kind is RevisionKind.DECIDED
        other = ", ".join(map(str, self.into))
        if other:
            other = f" ({'into' if self.before or is_decided else 'from'} {other})"
        words = f"{self.before or 'none'} -> {self.after or 'none'}"
        if is_decided:
            words = self.after
        why = f"; {self.reason}" if self.reason else ""
        by = f" [{self.authority}]" if self.authority is not None else ""
        return f"{self.place} {self.kind.value}: {name}{words}{other}{why}{by}"


def action_changes(
    place: ActionRef,
    old: Action,
    new: Action,
    *,
    kind: RevisionKind,
    reason: str = "",
    authority: Reference | None = None,
) -> Iterator[RevisionChange]:
    """The fields of an action that one decision changed."""
    if old is new:
        return
    for name in _ACTION_FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield RevisionChange(
                place=place,
                kind=kind,
                field=name,
                before=in_words(before),
                after=in_words(after),
                reason=reason,
                authority=authority,
            )


def plan_changes(old: ActionPlan, new: ActionPlan) -> Iterator[RevisionChange]:
    """The fields of the plan itself that have another value."""
    for name in _PLAN_FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield RevisionChange(
                place=PlanRef(old.id),
                kind=RevisionKind.PLAN,
                field=name,
                before=in_words(before),
                after=in_words(after),
            )


def in_words(value: object) -> str:
    """The value of a field in one line of words; empty for nothing."""
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(in_words(item) for item in value)
        case enum.Enum():
            words = str(value.value)
        case Link():
            words = f"{value.kind.value} {value.target}"
        case Indicator():
            state = "" if value.status is Status.OPEN else f" [{value.status.value}]"
            times = ", ".join(deadline.text for deadline in value.deadlines)
            words = f"{_line(value.text)}{f' ({times})' if times else ''}{state}"
        case Involvement():
            words = value.text or value.party
        case WorkArea():
            words = f"{value.code} {value.title}".rstrip()
        case PlanRevision():
            words = value.text
        case _:
            words = getattr(value, "text", "") or str(value)
    return _line(words)


def _line(text: str) -> str:
    """One line, not longer than people read; the plan itself has all the words."""
    return shortened(text, _LONGEST)
