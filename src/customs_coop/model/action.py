"""The unit of work: one action of a plan."""

from collections.abc import Iterable

import attrs
from attrs.validators import instance_of, optional

from customs_coop.deadline import Deadline
from customs_coop.diagnostics import Span
from customs_coop.model.fields import (
    as_code,
    as_priority,
    as_status,
    codes,
    first_deadlines,
    optional_code,
    plural,
    texts,
)
from customs_coop.model.identity import ActionRef, Code, DeadlineRef, PlanRef
from customs_coop.model.indicator import Indicator
from customs_coop.model.link import Link
from customs_coop.model.party import Involvement, Role
from customs_coop.model.vocabulary import Priority, Status
from customs_coop.references import Reference

__all__ = ["Action", "Appearance", "ExtraCell", "Funding"]


@attrs.frozen(kw_only=True)
class Funding:
    """Money that an action asks for or has.

    Args:
        programme: The programme that pays, such as "Oisin".
        state: How far it is, such as "approved" or "to be applied for"; may be empty.
        amount: The sum as printed, such as "ECU 99 000"; may be empty.
        text: The words as printed.
    """

    programme: str = attrs.field(validator=instance_of(str))
    state: str = attrs.field(default="", validator=instance_of(str))
    amount: str = attrs.field(default="", validator=instance_of(str))
    text: str = attrs.field(default="", validator=instance_of(str))


@attrs.frozen(kw_only=True)
class ExtraCell:
    """A cell of a column that the model has no field for.

    Args:
        heading: The heading of the column.
        text: The cell as printed.
    """

    heading: str = attrs.field(validator=instance_of(str))
    text: str = attrs.field(validator=instance_of(str))


@attrs.frozen(kw_only=True)
class Appearance:
    """A place where an action stood in an earlier plan.

    Args:
        action: Its address there; the plan alone where its code there is not known.
        title: Its title there; empty where that is not known.

    Example:
        >>> first = Appearance(action=ActionRef("AP3", "3.9"), title="Study the legal bases")
        >>> str(first.action)
        'AP3/3.9'
    """

    action: ActionRef | PlanRef = attrs.field(validator=instance_of(ActionRef | PlanRef))
    title: str = attrs.field(default="", validator=instance_of(str))


def _aliases(value: Iterable[Code | str]) -> tuple[Code, ...]:
    return codes(value, "aliases")


def _earlier(value: Iterable[Appearance]) -> tuple[Appearance, ...]:
    return plural(value, "earlier", Appearance)


def _objectives(value: Iterable[Code | str]) -> tuple[Code, ...]:
    return codes(value, "objectives")


def _indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return plural(value, "indicators", Indicator)


def _outcomes(value: Iterable[str]) -> tuple[str, ...]:
    return texts(value, "outcomes")


def _involved(value: Iterable[Involvement]) -> tuple[Involvement, ...]:
    return plural(value, "involved", Involvement)


def _deadlines(value: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return plural(value, "deadlines", Deadline)


def _references(value: Iterable[Reference]) -> tuple[Reference, ...]:
    return plural(value, "references", Reference)


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return plural(value, "links", Link)


def _funding(value: Iterable[Funding]) -> tuple[Funding, ...]:
    return plural(value, "funding", Funding)


def _notes(value: Iterable[str]) -> tuple[str, ...]:
    return texts(value, "notes")


def _extra(value: Iterable[ExtraCell]) -> tuple[ExtraCell, ...]:
    return plural(value, "extra", ExtraCell)


@attrs.frozen(kw_only=True)
class Action:
    """One action of a plan: what is to be done, by whom, by when, and how one will know.

    An action does not know its plan; `ActionPlan.ref` gives its address.

    Args:
        code: Its code, unique within the plan.
        title: What is to be done.
        aliases: Other codes under which the same plan knows it, such as "previously 5.3".
        origin: Where the action first appeared; None until a rollover sets it.
        earlier: Where it stood in the plans before, the oldest first, with its title there; set
            by a rollover. A further part of a split has none.
        work_area: The code of its work area, or None.
        objectives: The codes of the strategic objectives that it serves.
        priority: A priority, another word as printed, or None where the cell is empty.
        status: How far it is.
        status_text: The words that say so.
        indicators: How one will know that it is done.
        outcomes: What it may bring.
        involved: Who takes part, and how.
        terms_of_reference: The reasoning and the goals.
        deadlines: The times that belong to the action as a whole.
        deadline_origins: Where each of its deadlines first stood, None for one that is new; empty
            while they stand as they first stood. What takes out, merges or splits sets it, and it
            is never compared. It counts for as many deadlines as it has members, so whoever puts
            one between others by hand sets it as well; further ones are new.
        references: All documents and acts that its row prints.
        links: What it rests on, leads to or goes with.
        funding: Money that it asks for or has.
        notes: The ids of the notes of the plan that apply to it.
        extra: Cells of further columns.
        span: Where it stood in its source; never compared and never written.

    Example:
        >>> action = Action(code="5.10", title="Compare the legal bases", priority="High")
        >>> action.code, action.priority, action.status
        (Code('5.10'), <Priority.HIGH: 'High'>, <Status.OPEN: 'open'>)
    """

    code: Code = attrs.field(converter=as_code)
    title: str = attrs.field(validator=instance_of(str))
    aliases: tuple[Code, ...] = attrs.field(default=(), converter=_aliases)
    origin: ActionRef | None = attrs.field(default=None, validator=optional(instance_of(ActionRef)))
    earlier: tuple[Appearance, ...] = attrs.field(default=(), converter=_earlier)
    work_area: Code | None = attrs.field(default=None, converter=optional_code)
    objectives: tuple[Code, ...] = attrs.field(default=(), converter=_objectives)
    priority: Priority | str | None = attrs.field(default=None, converter=as_priority)
    status: Status = attrs.field(default=Status.OPEN, converter=as_status)
    status_text: str = attrs.field(default="", validator=instance_of(str))
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=_indicators)
    outcomes: tuple[str, ...] = attrs.field(default=(), converter=_outcomes)
    involved: tuple[Involvement, ...] = attrs.field(default=(), converter=_involved)
    terms_of_reference: str = attrs.field(default="", validator=instance_of(str))
    deadlines: tuple[Deadline, ...] = attrs.field(default=(), converter=_deadlines)
    deadline_origins: tuple[DeadlineRef | None, ...] = attrs.field(
        default=(), converter=first_deadlines, eq=False
    )
    references: tuple[Reference, ...] = attrs.field(default=(), converter=_references)
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links)
    funding: tuple[Funding, ...] = attrs.field(default=(), converter=_funding)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_notes)
    extra: tuple[ExtraCell, ...] = attrs.field(default=(), converter=_extra)
    span: Span | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def responsible(self) -> tuple[Involvement, ...]:
        """The parties that carry the action."""
        return tuple(i for i in self.involved if i.role is Role.RESPONSIBLE)

    @property
    def concerned(self) -> tuple[Involvement, ...]:
        """The other interested or concerned parties."""
        return tuple(i for i in self.involved if i.role is Role.CONCERNED)

    @property
    def all_deadlines(self) -> tuple[Deadline, ...]:
        """Its own deadlines, then those of its indicators, in order."""
        own = self.deadlines
        return own + tuple(d for indicator in self.indicators for d in indicator.deadlines)
