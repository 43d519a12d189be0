"""What a format cannot carry of a subject: told by the host, field by field."""

from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import Any

import attrs

from customs_coop.diagnostics import Diagnostic, Report, diagnose
from customs_coop.errors import BrokenExporterError
from customs_coop.exporters.base import MODEL_FIELDS, RECORDS
from customs_coop.exporters.preparing import Prepared, prepared
from customs_coop.exporters.subjects import Subject, kind_of, kind_words
from customs_coop.model import ActionPlan, Dossier

__all__ = ["carried_fields", "losses", "losses_of", "not_carried"]


def losses(subject: Subject, to: str, **options: object) -> Report:
    """Tell which fields of a subject a format would not carry.

    A format says in `carries` which fields of the model it can express, with the options that it
    was given. What of this very subject has a value and is not among them is a loss. Where an
    option `plan` names one plan of a dossier, what the other plans hold is none: it was not asked
    for.

    Args:
        subject: What is to be exported, as for `export`.
        to: The name of the format.
        **options: The options of the format, and `public`.

    Returns:
        One warning for each field that is lost (CC701), in the order of the model, with its name
        as the subject: "action.links". A format that says nothing of what it carries gives one
        remark (CC702). Behind them stands what the format itself finds, such as actions without a
        day, which a calendar cannot hold. Nothing is written.

    Raises:
        CustomsCoopError: As of `export`.
        TypeError: The subject cannot be exported.

    Example:
        >>> from customs_coop.model import Action, ActionPlan
        >>> action = Action(code="8", title="Compare the forms", outcomes=["One form", "Less work"])
        >>> plan = ActionPlan(id="AP2", title="Second Action Plan", actions=[action])
        >>> print(losses(plan, "timeline-svg"))
        warning CC701: action.outcomes: 2 values in 1 action are not carried
        >>> print(next(iter(losses(plan, "icalendar"))))
        warning CC703: AP2/8: it has no day, so that it is no event
        >>> len(losses(plan, "json"))
        0
    """
    return losses_of(prepared(subject, to, options))


def losses_of(ready: Prepared) -> Report:
    """Tell what an exporter that is ready would not carry of its subject; see `losses`."""
    return _fields_lost(ready) + _own_findings(ready)


def _own_findings(ready: Prepared) -> Report:
    """What the exporter itself has to say of the subject, besides fields."""
    with ready.asked("does not tell what it leaves out"):
        find: Callable[[object], object] | None = getattr(ready.exporter, "findings", None)
        found = Report() if find is None else find(ready.subject)
    if not isinstance(found, Report):
        raise BrokenExporterError(
            f"{ready.whose} gave {type(found).__name__} as its findings; that is a Report"
        )
    return found


def _fields_lost(ready: Prepared) -> Report:
    kind = kind_of(ready.subject)
    carried = carried_fields(ready)
    if carried is None or not isinstance(ready.subject, Dossier):
        if carried is not None and carried >= MODEL_FIELDS:
            return Report()
        of_kind = "" if kind == "dossier" else f" of {kind_words([kind])}"
        return Report(
            [diagnose("CC702", f"the format {ready.name} does not say what it carries{of_kind}")]
        )
    asked = _asked_for(ready, ready.subject)
    part = _carried_part(ready, asked)
    lost: dict[str, _Loss] = {}
    for record, values in _members(asked):
        kept = _same_members(part, record)
        for value in values:
            _count_of(value, values if part is asked else kept, carried, lost)
    return Report(_told(name, lost[name]) for name in _in_order(lost))


def carried_fields(ready: Prepared) -> frozenset[str] | None:
    """The fields that an exporter says it carries; None where it says nothing.

    Raises:
        BrokenExporterError: Its `carries` fails, or holds something else than names.
    """
    with ready.asked("does not tell what it carries"):
        carries = getattr(ready.exporter, "carries", None)
    if carries is None:
        return None
    if not isinstance(carries, tuple | list | frozenset | set) or not all(
        isinstance(name, str) for name in carries
    ):
        raise BrokenExporterError(
            f"{ready.whose} does not tell what it carries: carries is a set of names"
            f' such as "action.title", not {carries!r}'
        )
    return frozenset(carries)


def not_carried(carries: Collection[str]) -> tuple[str, ...]:
    """What of the model a format does not carry: whole records first, then single fields.

    Args:
        carries: The fields that it carries, as its `carries` has them.

    Example:
        >>> not_carried(MODEL_FIELDS)
        ()
        >>> not_carried(MODEL_FIELDS - {"note.id", "note.mark", "note.text", "action.links"})
        ('note', 'action.links')
    """
    absent = [field for field in _ordered_fields() if field in MODEL_FIELDS - frozenset(carries)]
    whole = [one for one in RECORDS if not any(field.startswith(f"{one}.") for field in carries)]
    fields = [field for field in absent if field.partition(".")[0] not in whole]
    return (*whole, *fields)


@attrs.define
class _Loss:
    """How often a field that is not carried has a value; `values` of them in `records`."""

    values: int = 0
    records: int = 0


def _asked_for(ready: Prepared, dossier: Dossier) -> Dossier:
    """The dossier, or the part of it that belongs to the plan that an option names."""
    with ready.asked():
        named = getattr(ready.exporter, "plan", None)
    for plan in dossier.plans:
        if plan.id == named:
            from customs_coop.model.joining import dossier_of_plan

            return dossier_of_plan(dossier, plan, obligations=True)
    # A plugin may call something else its plan; a format of ours refuses what is no plan.
    return dossier


def _carried_part(ready: Prepared, asked: Dossier) -> Dossier:
    """What the format looks at of a dossier, where it says so."""
    with ready.asked("does not tell what it carries"):
        part_of: Callable[[Dossier], object] | None = getattr(ready.exporter, "carried_part", None)
        if part_of is None:
            return asked
        part = part_of(asked)
    if not isinstance(part, Dossier):
        raise BrokenExporterError(
            f"{ready.whose} gave {type(part).__name__} as the part that it carries;"
            " that is a Dossier"
        )
    return part


def _members(dossier: Dossier) -> "Iterator[tuple[str, tuple[attrs.AttrsInstance, ...]]]":
    for field in attrs.fields(Dossier):
        values: tuple[attrs.AttrsInstance, ...] = getattr(dossier, field.name)
        yield field.name, values


def _same_members(dossier: Dossier, name: str) -> Collection[object]:
    members: tuple[object, ...] = getattr(dossier, name)
    return members


@cache
def _names() -> dict[type, str]:
    return {kind: name for name, kind in RECORDS.items()}


def _count_of(
    record: attrs.AttrsInstance,
    kept: Collection[object],
    carried: frozenset[str],
    lost: dict[str, _Loss],
) -> None:
    """Count what is lost of a record, of which the format may look at a part only."""
    if record in kept:
        _count(record, carried, lost)
        return
    if isinstance(record, ActionPlan):
        for same in kept:
            # A plan of which the format leaves out actions, as a picture does that shows links.
            if isinstance(same, ActionPlan) and same.id == record.id:
                _count(same, carried, lost)
                for action in record.actions:
                    if action not in same.actions:
                        _count_whole(action, lost)
                return
    _count_whole(record, lost)


def _count(record: attrs.AttrsInstance, carried: frozenset[str], lost: dict[str, _Loss]) -> None:
    """Count what is not carried of a record, and of the records that it holds."""
    name = _names()[type(record)]
    for field, value in _given(record):
        full = f"{name}.{field}"
        inner = _inner(value)
        if full in carried or (inner and _is_implied(inner[0], carried)):
            for one in inner:
                _count(one, carried, lost)
        else:
            _add(lost, full, value)


def _count_whole(record: attrs.AttrsInstance, lost: dict[str, _Loss]) -> None:
    """Count every field of a record that a format leaves out altogether."""
    name = _names()[type(record)]
    for field, value in _given(record):
        _add(lost, f"{name}.{field}", value)


# Any: a field of a record has a value of any type.
def _given(record: attrs.AttrsInstance) -> Iterator[tuple[str, Any]]:
    """The fields of a record that have a value of their own, with it."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        # A status that is open and an empty title say no more than that nothing is known.
        empty = value is None or value in ("", ()) or value == field.default
        if not empty and f"{_names()[type(record)]}.{field.name}" in MODEL_FIELDS:
            yield field.name, value


def _inner(value: object) -> tuple[attrs.AttrsInstance, ...]:
    """The records of the model that a field holds."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in values if type(one) in _names())


def _is_implied(record: attrs.AttrsInstance, carried: frozenset[str]) -> bool:
    """Whether what is carried of a record says that its place is, too.

    A link stands in several places, so that "link.kind" alone does not say in which.
    """
    name = _names()[type(record)]
    return name != "link" and any(field.startswith(f"{name}.") for field in carried)


def _add(lost: dict[str, _Loss], name: str, value: object) -> None:
    loss = lost.setdefault(name, _Loss())
    loss.records += 1
    loss.values += len(value) if isinstance(value, tuple) else 1


def _in_order(lost: dict[str, _Loss]) -> list[str]:
    places = {name: place for place, name in enumerate(_ordered_fields())}
    return sorted(lost, key=places.__getitem__)


@cache
def _ordered_fields() -> tuple[str, ...]:
    return tuple(
        f"{name}.{field.name}" for name, kind in RECORDS.items() for field in attrs.fields(kind)
    )


def _told(name: str, loss: _Loss) -> Diagnostic:
    record = name.partition(".")[0].replace("_", " ")
    records = record if loss.records == 1 else _plural(record)
    values, verb = ("value", "is") if loss.values == 1 else ("values", "are")
    message = f"{loss.values} {values} in {loss.records} {records} {verb} not carried"
    return diagnose("CC701", message, subject=name)


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith(("gy", "ty")) else f"{noun}s"
