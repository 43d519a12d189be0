"""The entries of the account of a rollover: one for each thing that the old plan holds."""

import enum
from typing import ClassVar

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import (
    ActionRef,
    Appearance,
    Code,
    Indicator,
    PlanRef,
    RecommendationRef,
)
from customs_coop.references import Reference
from customs_coop.rollover.dispositions import (
    Carry,
    Disposition,
    MergeInto,
    SplitInto,
)

__all__ = [
    "GOES_ON",
    "Announced",
    "Entry",
    "IndicatorEntry",
    "ItemKind",
    "ItemOutcome",
    "MilestoneEntry",
    "MissingCode",
    "Outcome",
    "RecommendationEntry",
    "Waiting",
    "Wording",
]

GOES_ON = (Carry, MergeInto, SplitInto)
"""The dispositions under which an action goes on in the new plan."""


class ItemKind(enum.Enum):
    """What a line of the account is about."""

    ACTION = "action"
    INDICATOR = "indicator"
    MILESTONE = "milestone"
    """A deadline of an action as a whole; those of its indicators belong to these."""
    RECOMMENDATION = "recommendation"
    MISSING_CODE = "missing code"
    NEW_ACTION = "new action"
    """An action of the new plan that goes on with none of the old one; the balance has none."""
    WAITING = "waiting item"
    """Something that a rollover before put off or left open."""

    @property
    def plural(self) -> str:
        """The word for several.

        Example:
            >>> ItemKind.MISSING_CODE.plural
            'missing codes'
        """
        return f"{self.value}s"


class ItemOutcome(enum.Enum):
    """What became of an indicator or a milestone."""

    CARRIED = "carried"
    COMPLETED = "completed"
    """It is done; where its action goes on, the new action keeps it, marked as done."""
    DEFERRED = "deferred"
    DROPPED = "dropped"
    MERGED = "merged"
    SPLIT = "split"


class Outcome(enum.Enum):
    """What became of a recommendation."""

    TAKEN_UP = "taken up"
    """An action of the new plan takes it up, as `graph.coverage` counts that."""
    CARRIED_OUT = "carried out"
    """Its status, an answer or all that take it up say that it was carried out."""
    TURNED_DOWN = "turned down"
    """Its status or an answer says that it was turned down."""
    DEFERRED = "deferred"
    """No action takes it up, and an answer says that it waits for a later plan."""
    OPEN = "open"
    """Nothing says what becomes of it."""


@attrs.frozen(kw_only=True)
class IndicatorEntry:
    """What became of one indicator.

    Args:
        number: Its number, counted from 1 in its action.
        indicator: The indicator as it stands in the old plan.
        outcome: What became of it.
        successors: The actions of the new plan that have it.
        moved: Its deadlines in the new plan, where they differ from the old ones.
        reason: Why; that of its own decision, else that of the decision on its action where
            this ends it.
        authority: The document that says so, or None.
    """

    kind: ClassVar[ItemKind] = ItemKind.INDICATOR

    number: int
    indicator: Indicator
    outcome: ItemOutcome
    successors: tuple[ActionRef, ...] = ()
    moved: tuple[Deadline, ...] = ()
    reason: str = ""
    authority: Reference | None = None

    @property
    def words(self) -> str:
        """The words of the indicator."""
        return self.indicator.text

    @property
    def moved_to(self) -> tuple[Deadline, ...]:
        """Its deadlines in the new plan, where they differ from the old ones."""
        return self.moved


@attrs.frozen(kw_only=True)
class MilestoneEntry:
    """What became of one deadline of an action as a whole.

    Args:
        number: Its number, counted from 1 in its action.
        deadline: The deadline as it stands in the old plan.
        outcome: What became of it.
        moved: The deadline in the new plan, where it differs from the old one; else None.
        successors: The actions of the new plan that have it.
        reason: Why; that of its own decision, else that of the decision on its action where
            this ends it.
        authority: The document that says so, or None.
    """

    kind: ClassVar[ItemKind] = ItemKind.MILESTONE

    number: int
    deadline: Deadline
    outcome: ItemOutcome
    moved: Deadline | None = None
    successors: tuple[ActionRef, ...] = ()
    reason: str = ""
    authority: Reference | None = None

    @property
    def words(self) -> str:
        """The words of the deadline."""
        return self.deadline.text

    @property
    def moved_to(self) -> tuple[Deadline, ...]:
        """The deadline in the new plan, where it differs from the old one."""
        return () if self.moved is None else (self.moved,)


@attrs.frozen(kw_only=True)
class Wording:
    """Words of an action that stand among those of others in the new plan.

    Args:
        field: The field of the action, such as "terms_of_reference".
        text: The words as printed in the old plan.
    """

    field: str
    text: str


@attrs.frozen(kw_only=True)
class Entry:
    """What became of one action of the old plan.

    Args:
        action: Its address in the old plan.
        disposition: What was decided.
        successors: The addresses in the new plan under which it goes on; none where it is
            completed, deferred or dropped.
        indicators: What became of each of its indicators, in order.
        milestones: What became of each deadline of the action itself, in order.
        title: Its title.
        earlier: Where it stood in the plans before the old one, the oldest first.
        wordings: Its further texts, where it was merged or split, so that one can tell which
            words of a merged row are whose; of a merged one also what gave way there: its
            priority, its status and the heading of its work area.
        aliases: The codes that it had before in the old plan; these end with that plan.
        split_from: Where it is a further part of a split: the places of the action that it was
            a part of, the oldest first. The last one is in its own plan where that was revised.
        number: Which action of the old plan it is, counted from 1: a code may stand twice in a
            faulty plan. None where that is not known.
        standing: Where it is deferred: how many actions of the new plan named it before.

    Example:
        >>> entry = Entry(
        ...     action=ActionRef("AP5", "5.9"),
        ...     disposition=Carry(),
        ...     successors=(ActionRef("AP6", "6.9"),),
        ...     earlier=(Appearance(action=ActionRef("AP3", "3.9")),),
        ... )
        >>> entry.times_carried, str(entry.first)
        (2, 'AP3/3.9')
    """

    action: ActionRef
    disposition: Disposition
    successors: tuple[ActionRef, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    milestones: tuple[MilestoneEntry, ...] = ()
    title: str = ""
    earlier: tuple[Appearance, ...] = ()
    wordings: tuple[Wording, ...] = ()
    aliases: tuple[Code, ...] = ()
    split_from: tuple[Appearance, ...] = ()
    number: int | None = None
    standing: int = 0

    @property
    def items(self) -> tuple[IndicatorEntry | MilestoneEntry, ...]:
        """What became of its indicators, then of its own deadlines."""
        return (*self.indicators, *self.milestones)

    @property
    def times_carried(self) -> int:
        """From how many plans into the next one it went, this rollover included.

        A part of a split has been carried as often as what it was a part of.
        """
        goes_on = isinstance(self.disposition, GOES_ON)
        # In a revision the plan stays the same one.
        stays = goes_on and any(ref.plan == self.action.plan for ref in self.successors)
        # A part that a revision made has a place before in one and the same plan.
        plans = {one.action.plan for one in self._before} - {self.action.plan}
        return len(plans) + (goes_on and not stays)

    @property
    def first(self) -> ActionRef | PlanRef:
        """Where it first appeared, also as a part of another action.

        The plan alone where its code there is not known.
        """
        return self._before[0].action if self._before else self.action

    @property
    def first_wording(self) -> str:
        """Its title where it first appeared; empty where that is not known."""
        return self._before[0].title if self._before else self.title

    @property
    def _before(self) -> tuple[Appearance, ...]:
        return (*self.split_from, *self.earlier)


@attrs.frozen(kw_only=True)
class RecommendationEntry:
    """What became of one recommendation.

    Args:
        recommendation: The recommendation, by its id.
        outcome: Whether the new plan takes it up.
        successors: The actions of the new plan that take it up.
        text: What it asks for.
        reason: Why, where an answer was given.
        authority: The document that says so, or None.
        inferred: No action names the recommendation itself: it only starts from it, or takes up
            its report, the action behind it, or its number in another revision of the report.
    """

    recommendation: RecommendationRef
    outcome: Outcome
    successors: tuple[ActionRef, ...] = ()
    text: str = ""
    reason: str = ""
    authority: Reference | None = None
    inferred: bool = False


@attrs.frozen(kw_only=True)
class MissingCode:
    """A code that the numbering of the old plan leaves out and that no alias explains.

    Args:
        code: The code.
        disposition: What somebody found out about it; None while it is unexplained.
        successors: Where it went into another action, the new addresses of that one.
    """

    code: Code
    disposition: Disposition | None = None
    successors: tuple[ActionRef, ...] = ()


@attrs.frozen(kw_only=True)
class Waiting:
    """Something that a rollover before put off or left open, and that nothing goes on with.

    Args:
        kind: What it is.
        item: Its name, as in the rows of the ledger that left it: "AP1/5.2", "AP1/5.2 indicator
            1", the id of a recommendation, or the address that a missing code would have. Of
            several things with one name, such as those that two revisions left, a figure tells
            the second from the first: "AP1/5.2 indicator 1 (2)".
        words: Its title or its text as printed there; a missing code has none.
        left: How it was left, in one word: "deferred", "open" or "unexplained".
        reason: Why, where a reason was given.
        authority: The document that said so, or None.
        address: The action that it is, or is a part of; None for a recommendation.
        old: The plan that ended when it was left.
        new: The plan that followed that one.
        earlier: Where an action stood in the plans before that one, the oldest first.
        standing: How often the words of an indicator or a deadline stand all the same where its
            action went on, in the new plan of the ledger that has this record: it has returned
            where they stand there once more. Of an action whose code stood twice: how many go on
            with others of its code.
    """

    kind: ItemKind
    item: str
    words: str = ""
    left: str
    reason: str = ""
    authority: Reference | None = None
    address: ActionRef | None = None
    old: PlanRef
    new: PlanRef
    earlier: tuple[Appearance, ...] = ()
    standing: int = 0


@attrs.frozen(kw_only=True)
class Announced:
    """What the old plan says that it held before its revision, against what it prints.

    Args:
        actions: How many actions it had before, by its own words; None where they do not say.
        printed: How many it prints.
        aliases: How many former codes its actions have; these went into others.
        missing: How many codes are missing in the numbering.
        parts: How many of those printed were split off from others of the same plan.
        deleted_areas: The work areas that were taken out, by name, else by number.
        text: The sentences that say so.

    Example:
        >>> found = Announced(actions=44, printed=35, aliases=2, missing=4)
        >>> found.unaccounted
        3
    """

    actions: int | None = None
    printed: int
    aliases: int = 0
    missing: int = 0
    parts: int = 0
    deleted_areas: tuple[str, ...] = ()
    text: str = ""

    @property
    def unaccounted(self) -> int:
        """How many of the actions announced are neither printed nor in the numbering.

        They may have stood in a work area that was taken out, or behind the last code of
        another one. The number is negative where the plan prints more than its words say. Former
        codes and gaps may be older than the version that was counted, so they explain what is
        not printed, and no more than that.
        """
        if self.actions is None:
            return 0
        gone = self.actions + self.parts - self.printed
        return gone if gone < 0 else max(0, gone - self.aliases - self.missing)

    def __str__(self) -> str:
        parts = [f"{self.printed} printed"]
        if self.actions is not None:
            parts.insert(0, f"{self.actions} announced")
        if self.aliases:
            parts.append(f"{self.aliases} under former codes")
        if self.missing:
            parts.append(f"{self.missing} missing in the numbering")
        if self.parts:
            parts.append(f"{self.parts} split off")
        if self.unaccounted > 0:
            parts.append(f"{self.unaccounted} unaccounted for")
        elif self.unaccounted < 0:
            parts.append(f"{-self.unaccounted} more than announced")
        if self.deleted_areas:
            parts.append(f"work areas taken out: {', '.join(self.deleted_areas)}")
        return "; ".join(parts)
