"""A time-boxed action plan: its actions, by work area, with notes and approvals."""

import functools
from collections.abc import Iterable, Iterator

import attrs
from attrs.validators import instance_of, optional

from customs_coop.dates import PartialDate, Period, as_period
from customs_coop.errors import UnknownActionError
from customs_coop.model.action import Action
from customs_coop.model.fields import (
    as_code,
    as_status,
    optional_partial_date,
    plural,
    texts,
    whole_number,
)
from customs_coop.model.identity import ActionRef, Code, PlanRef
from customs_coop.model.vocabulary import Status
from customs_coop.references import DocumentNumber

__all__ = ["ActionPlan", "Approval", "Note", "PlanRevision", "WorkArea"]


@attrs.frozen(kw_only=True)
class WorkArea:
    """A heading under which actions stand.

    Args:
        code: Its number.
        title: Its name; empty where the document leaves the heading out.
    """

    code: Code = attrs.field(converter=as_code)
    title: str = attrs.field(validator=instance_of(str))


@attrs.frozen(kw_only=True)
class Approval:
    """A body that agreed to the plan, or is to do so.

    Args:
        party: The id of the body.
        on: When, or None while it is only announced.
        text: The words as printed.
    """

    party: str = attrs.field(validator=instance_of(str))
    on: PartialDate | None = attrs.field(default=None, converter=optional_partial_date)
    text: str = attrs.field(default="", validator=instance_of(str))


@attrs.frozen(kw_only=True)
class Note:
    """A footnote; actions point at it by its id, so that it is held once.

    Args:
        id: Its name inside the plan.
        mark: The mark as printed, such as "¹".
        text: What it says.
    """

    id: str = attrs.field(validator=instance_of(str))
    mark: str = attrs.field(default="", validator=instance_of(str))
    text: str = attrs.field(validator=instance_of(str))


def _deleted_areas(value: Iterable[str]) -> tuple[str, ...]:
    return texts(value, "deleted_areas")


@attrs.frozen(kw_only=True)
class PlanRevision:
    """What the note before a revised plan says of the version before, and what was taken out.

    Both figures are those of the version before: the plan itself tells what it holds now.

    Args:
        actions: How many actions the plan had before, or None where the note does not say so, or
            says two things.
        work_areas: How many work areas it had before, or None.
        deleted_areas: The work areas that were taken out, by name, else by number.
        text: The sentences that say so, as printed, each on a line.

    Example:
        >>> revision = PlanRevision(actions=3, text="The original plan contained three actions.")
        >>> left = [Action(code="1", title="Count"), Action(code="3", title="Report")]
        >>> plan = ActionPlan(id="AP1", title="Revised plan", actions=left, revision=revision)
        >>> plan.revision.actions, len(plan)
        (3, 2)
    """

    actions: int | None = attrs.field(default=None, validator=optional(whole_number))
    work_areas: int | None = attrs.field(default=None, validator=optional(whole_number))
    deleted_areas: tuple[str, ...] = attrs.field(default=(), converter=_deleted_areas)
    text: str = attrs.field(validator=instance_of(str))


def _period(value: Period | str | None) -> Period | None:
    return None if value is None else as_period(value)


def _work_areas(value: Iterable[WorkArea]) -> tuple[WorkArea, ...]:
    return plural(value, "work_areas", WorkArea)


def _actions(value: Iterable[Action]) -> tuple[Action, ...]:
    return plural(value, "actions", Action)


def _approvals(value: Iterable[Approval]) -> tuple[Approval, ...]:
    return plural(value, "approvals", Approval)


def _previous(value: Iterable[str]) -> tuple[str, ...]:
    return texts(value, "previous")


def _notes(value: Iterable[Note]) -> tuple[Note, ...]:
    return plural(value, "notes", Note)


def _require_plan_id(_plan: object, _attribute: object, value: str) -> None:
    PlanRef(value)  # says what is wrong with the id


@attrs.frozen(kw_only=True)
class ActionPlan:
    """A plan of actions for a period of time.

    Args:
        id: The name by which others point at it, such as "AP5"; it holds no "/", no line break
            and no control character.
        title: Its title.
        number: Its ordinal, 5 for the Fifth Action Plan, or None.
        period: Its validity, also as text such as "2011-07-01/2012-12-31", or None.
        strategy: The id of the strategy that it carries out, or None.
        document: Its Council document number, or None.
        work_areas: The headings under which its actions stand.
        actions: The actions in their printed order.
        status: How the plan as a whole stands.
        approvals: Who agreed to it.
        previous: The ids of the plans that it follows.
        notes: Footnotes.
        revision: What was done to an earlier version of it, or None where nothing is told.

    Raises:
        InvalidValueError: The id is blank or holds a "/", or the period cannot be read.

    Example:
        >>> plan = ActionPlan(
        ...     id="AP5",
        ...     title="Fifth Action Plan",
        ...     period="2011-07-01/2012-12-31",
        ...     actions=[Action(code="5.10", title="Compare the legal bases")],
        ... )
        >>> plan["5.10"].title
        'Compare the legal bases'
        >>> str(plan.ref(plan["5.10"]))
        'AP5/5.10'
    """

    id: str = attrs.field(validator=_require_plan_id)
    title: str = attrs.field(validator=instance_of(str))
    number: int | None = attrs.field(default=None, validator=optional(whole_number))
    period: Period | None = attrs.field(default=None, converter=_period)
    strategy: str | None = attrs.field(default=None, validator=optional(instance_of(str)))
    document: DocumentNumber | None = attrs.field(
        default=None, validator=optional(instance_of(DocumentNumber))
    )
    work_areas: tuple[WorkArea, ...] = attrs.field(default=(), converter=_work_areas)
    actions: tuple[Action, ...] = attrs.field(default=(), converter=_actions)
    status: Status = attrs.field(default=Status.OPEN, converter=as_status)
    approvals: tuple[Approval, ...] = attrs.field(default=(), converter=_approvals)
    previous: tuple[str, ...] = attrs.field(default=(), converter=_previous)
    notes: tuple[Note, ...] = attrs.field(default=(), converter=_notes)
    revision: PlanRevision | None = attrs.field(
        default=None, validator=optional(instance_of(PlanRevision))
    )

    @functools.cached_property
    def _by_code(self) -> dict[Code, Action]:
        """Every action by its code, else by an alias; where a code stands twice, the first."""
        found: dict[Code, Action] = {}
        for action in self.actions:
            found.setdefault(action.code, action)
        for action in self.actions:
            for alias in action.aliases:
                found.setdefault(alias, action)
        return found

    def __getitem__(self, code: Code | str) -> Action:
        """The action with this code, else the one that has it as an alias.

        Raises:
            UnknownActionError: The plan has no such code.
        """
        try:
            return self._by_code[as_code(code)]
        except KeyError:
            raise UnknownActionError(
                f"plan {self.id} has no action {code}; it has {_listed(self.actions)}"
            ) from None

    def __contains__(self, item: object) -> bool:
        if isinstance(item, Action):
            return item in self.actions
        if isinstance(item, str):
            return bool(item.strip()) and Code(item.strip()) in self._by_code
        return item in self._by_code

    def __iter__(self) -> Iterator[Action]:
        return iter(self.actions)

    def __len__(self) -> int:
        return len(self.actions)

    def __bool__(self) -> bool:
        # A plan without actions is still a plan.
        return True

    def ref(self, action: Action) -> ActionRef:
        """The address of an action of this plan.

        Example:
            >>> str(ActionPlan(id="AP2", title="").ref(Action(code="8", title="")))
            'AP2/8'
        """
        return ActionRef(self.id, action.code)


def _listed(actions: tuple[Action, ...]) -> str:
    """The codes of a message: all of a short plan, the first and last of a long one."""
    names = [str(action.code) for action in actions]
    if not names:
        return "none"
    if len(names) > 12:
        names = [*names[:6], "...", *names[-3:]]
    return ", ".join(names)
