"""A comparison as a JSON file, and back: an edit that can be sent, kept and applied."""

from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Merged,
    Moved,
    Pairing,
    Removed,
    Renumbered,
    Split,
)
from customs_coop.comparison.difference import ACTION_FIELDS, PLAN_FIELDS, PlanDiff
from customs_coop.diagnostics import Report, Span, diagnose
from customs_coop.model import Action, ActionPlan, ActionRef, Code, PlanRef
from customs_coop.model.fields import as_code
from customs_coop.serialization import Schema, record_from_json, record_to_json

__all__ = ["diff_from_json", "diff_to_json"]

_SCHEMA = Schema("customs_coop.diff", 1)
# What every member of these has unless it is told, so that an empty object is the default value.
_BLANK: Final = "-"


@attrs.frozen(kw_only=True)
class ActionValues(Action):
    """The value of one field of an action, in the form that actions have in every file."""

    code: Code = attrs.field(default=Code(_BLANK), converter=as_code)
    title: str = ""


@attrs.frozen(kw_only=True)
class PlanValues(ActionPlan):
    """The value of one field of a plan, in the form that plans have in every file."""

    id: str = _BLANK
    title: str = ""


@attrs.frozen(kw_only=True)
class ActionChanged:
    """A field of an action; `old` and `new` hold it under its name, or nothing by default.

    Args:
        before: The address in the old plan.
        after: The address in the new plan.
        field: The name of the field, such as "priority".
        old: The value in the old plan, as the only member.
        new: The value in the new plan, as the only member.
        place: The position of the action in the new plan.
    """

    before: ActionRef
    after: ActionRef
    field: str
    old: ActionValues = ActionValues()
    new: ActionValues = ActionValues()
    place: int


@attrs.frozen(kw_only=True)
class PlanChanged:
    """A field of the plan itself, in the same way.

    Args:
        before: The old plan, by its id.
        after: The new plan, by its id.
        field: The name of the field, such as "period".
        old: The value in the old plan, as the only member.
        new: The value in the new plan, as the only member.
    """

    before: PlanRef
    after: PlanRef
    field: str
    old: PlanValues = PlanValues()
    new: PlanValues = PlanValues()


_Recorded: TypeAlias = (
    Added | Removed | Merged | Split | Moved | Renumbered | ActionChanged | PlanChanged
)


@attrs.frozen(kw_only=True)
class _Record:
    """What has changed from one plan to another: an edit that can be kept, sent and applied.

    Args:
        old: The old plan, by its id.
        new: The new plan, by its id.
        changes: First those of the plan itself, then what went away, in the old order, then
            what came, moved or changed, in the new order.
        pairings: The pairs of actions whose address is not the same on both sides, with what
            showed that they belong together.
    """

    old: PlanRef
    new: PlanRef
    changes: tuple[_Recorded, ...] = ()
    pairings: tuple[Pairing, ...] = ()


def diff_to_json(difference: PlanDiff) -> str:
    """The differences as JSON text, the same text for equal differences.

    The two plans themselves are left out. The text holds all that `apply` needs.

    Args:
        difference: What `diff` found.

    Returns:
        The text, indented, with a line feed at its end.

    Example:
        >>> from customs_coop.comparison import diff
        >>> plan = ActionPlan(id="AP2", title="Plan")
        >>> print(diff_to_json(diff(plan, plan)), end="")
        {
         "schema": "customs_coop.diff/1",
         "old": {
          "plan": "AP2"
         },
         "new": {
          "plan": "AP2"
         }
        }
    """
    record = _Record(
        old=difference.old,
        new=difference.new,
        changes=tuple(_recorded(change) for change in difference.changes),
        pairings=difference.pairings,
    )
    return record_to_json(record, _SCHEMA)


def diff_from_json(text: str, source: str = "<json>") -> tuple[PlanDiff | None, Report]:
    """Read differences from JSON text.

    Args:
        text: The content of the file.
        source: The name of the file, for the findings.

    Returns:
        The differences and the findings. Where there is an error, the differences are None and
        the report holds every fault, each with its JSON path. Whether they fit a plan is seen
        when they are applied.

    Example:
        >>> from customs_coop.comparison import diff
        >>> old, new = ActionPlan(id="AP2", title="Plan"), ActionPlan(id="AP2", title="New plan")
        >>> again, report = diff_from_json(diff_to_json(diff(old, new)))
        >>> again == diff(old, new), report.ok
        (True, True)
    """
    record, report = record_from_json(text, _Record, _SCHEMA, source)
    if record is None:
        return None, report
    faults = [
        diagnose(
            "CC104",
            f"no field is called {change.field!r}",
            span=Span(source=source, path=f"$.changes[{number}].field"),
        )
        for number, change in enumerate(record.changes)
        if isinstance(change, ActionChanged | PlanChanged) and change.field not in _known(change)
    ]
    faults += [
        diagnose("CC105", words, span=Span(source=source, path=f"$.changes[{number}].{place}"))
        for number, change in enumerate(record.changes)
        if isinstance(change, ActionChanged | PlanChanged) and change.field in _known(change)
        for place, words in _strays(change)
    ]
    if faults:
        return None, report + Report(faults)
    return PlanDiff(
        old=record.old,
        new=record.new,
        changes=tuple(_change(change) for change in record.changes),
        pairings=record.pairings,
    ), report


def _known(change: ActionChanged | PlanChanged) -> tuple[str, ...]:
    return ACTION_FIELDS if isinstance(change, ActionChanged) else PLAN_FIELDS


def _strays(change: ActionChanged | PlanChanged) -> Iterator[tuple[str, str]]:
    """The values of other fields, which nobody would see again."""
    for side, values in (("old", change.old), ("new", change.new)):
        blank = type(values)()
        for name in attrs.fields_dict(type(values)):
            if name != change.field and getattr(values, name) != getattr(blank, name):
                yield f"{side}.{name}", f'"{name}" is no value of the field "{change.field}"'


def _recorded(change: Change) -> _Recorded:
    if not isinstance(change, Changed):
        return change
    before, after, field = change.before, change.after, change.field
    # Values come from a comparison by the names of their fields, so their types are not seen.
    old, new = {field: change.old}, {field: change.new}
    if isinstance(before, ActionRef) and isinstance(after, ActionRef):
        return ActionChanged(
            before=before,
            after=after,
            field=field,
            old=ActionValues(**old),  # type: ignore[arg-type]
            new=ActionValues(**new),  # type: ignore[arg-type]
            place=change.place or 0,
        )
    return PlanChanged(
        before=PlanRef(before.plan),
        after=PlanRef(after.plan),
        field=field,
        old=PlanValues(**old),  # type: ignore[arg-type]
        new=PlanValues(**new),  # type: ignore[arg-type]
    )


def _change(change: _Recorded) -> Change:
    if not isinstance(change, ActionChanged | PlanChanged):
        return change
    return Changed(
        before=change.before,
        after=change.after,
        field=change.field,
        old=getattr(change.old, change.field),
        new=getattr(change.new, change.field),
        place=change.place if isinstance(change, ActionChanged) else None,
    )
