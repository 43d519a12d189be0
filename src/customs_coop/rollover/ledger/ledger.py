"""The account of a rollover: what became of everything that the old plan holds."""

import datetime as dt
from collections.abc import Iterator

import attrs

from customs_coop.model import Code, DeadlineChange, PlanRef
from customs_coop.rollover.ledger.balance import Balance, Opening, balance_of
from customs_coop.rollover.ledger.entries import (
    Announced,
    Entry,
    ItemKind,
    MissingCode,
    RecommendationEntry,
    Waiting,
)
from customs_coop.rollover.ledger.plans import NewAction, PlanHead, composition_of
from customs_coop.rollover.ledger.printing import printed_ledger
from customs_coop.rollover.ledger.proving import contradictions
from customs_coop.rollover.ledger.resuming import WaitingEntry
from customs_coop.rollover.ledger.rows import (
    LedgerRow,
    action_rows,
    missing_rows,
    new_rows,
    recommendation_rows,
    waiting_rows,
)
from customs_coop.rollover.ledger.slippage import changes_of_deadlines

__all__ = ["Ledger"]


def _as_opening(value: Opening | None) -> Opening:
    return Opening() if value is None else value


@attrs.frozen(kw_only=True)
class Ledger:
    """The account of one rollover; it can be iterated over and prints as a table.

    Any account can be made, so that a wrong one can be looked at; `faults` and `balance` tell
    whether it is one.

    Args:
        old: The old plan, by its id.
        new: The new plan, by its id.
        entries: Exactly one for each action of the old plan, in its order.
        recommendations: Exactly one for each recommendation that was handed in, in their order.
        missing: Exactly one for each code that the numbering of the old plan leaves out and
            that no alias explains.
        announced: What the old plan says that it held before its revision, or None where it
            says nothing.
        opening: What there was to account for, counted before anything was decided. Where it is
            not given there was nothing, and an account with entries does not balance.
        added: The actions of the new plan that go on with none of the old one.
        waiting: What rollovers before left, and what waits on.
        old_head: What a reader has to know of the old plan, or None.
        new_head: The same of the new plan.
        settled: What rollovers before left, and what waits no more: it is taken up, or ended.
    """

    old: PlanRef
    new: PlanRef
    entries: tuple[Entry, ...] = ()
    recommendations: tuple[RecommendationEntry, ...] = ()
    missing: tuple[MissingCode, ...] = ()
    announced: Announced | None = None
    opening: Opening = attrs.field(factory=Opening, converter=_as_opening)
    added: tuple[NewAction, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    old_head: PlanHead | None = None
    new_head: PlanHead | None = None
    settled: tuple[WaitingEntry, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __bool__(self) -> bool:
        # The account of a plan without actions is still an account.
        return True

    def __str__(self) -> str:
        return printed_ledger(
            f"revision of {self.old}" if self.old == self.new else f"{self.old} -> {self.new}",
            entries=self.entries,
            missing=self.missing,
            announced=self.announced,
            recommendations=self.recommendations,
            balance=self.balance,
            heads=((self.old, self.old_head), (self.new, self.new_head)),
            added=self.added,
            waiting=self.waiting,
            settled=self.settled,
            # A revision makes no new plan out of the old one.
            composition=() if self.new_head is None or self.old == self.new else self.composition,
        )

    @property
    def unexplained(self) -> tuple[Code, ...]:
        """The missing codes of which nobody has said what became of them."""
        return tuple(found.code for found in self.missing if found.disposition is None)

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """The whole account as flat rows: actions, each with its items, then all else."""
        rows = [row for entry in self.entries for row in action_rows(entry)]
        rows += missing_rows(self.old, self.missing)
        rows += recommendation_rows(self.recommendations)
        rows += new_rows(self.added)
        rows += waiting_rows(self.settled, self.waiting)
        return tuple(rows)

    def deadline_changes(self, *, on: dt.date | None = None) -> tuple[DeadlineChange, ...]:
        """The deadlines that go on with another time, as a dossier records them.

        Args:
            on: The day of the document of the new plan, or None where it is not known.

        Returns:
            The changes with the document of the new plan and the reasons that were given, under
            the addresses of the new plan.
        """
        document = None if self.new_head is None else self.new_head.document
        return tuple(changes_of_deadlines(self.entries, document=document, on=on))

    @property
    def composition(self) -> tuple[tuple[str, int], ...]:
        """What the new plan is made of: how many actions were carried, are parts, are new.

        Each action of the new plan counts once, also where several old ones went into it;
        "merged" are those of the draft in which nothing but merged actions goes on.
        """
        return composition_of(self.entries, self.added)

    @property
    def balance(self) -> Balance:
        """What there was, against what became of it, for each kind of thing.

        It balances where the numbers agree and the account does not contradict itself.

        Example:
            >>> Ledger(old=PlanRef("AP1"), new=PlanRef("AP2")).balance.balanced
            True
        """
        return balance_of(self.opening, self._found(), self.faults)

    @property
    def faults(self) -> tuple[str, ...]:
        """What contradicts itself: an entry that stands twice, that goes nowhere, and the like.

        Example:
            >>> from customs_coop.model import ActionRef
            >>> from customs_coop.rollover import Carry
            >>> lost = Entry(action=ActionRef("AP1", "5.1"), disposition=Carry())
            >>> Ledger(old=PlanRef("AP1"), new=PlanRef("AP2"), entries=(lost,)).faults
            ('AP1/5.1: it is carried, and goes nowhere',)
        """
        return tuple([words for _, words in self.contradictions()])

    def contradictions(self) -> Iterator[tuple[str, str]]:
        """The same as `faults`, each with the JSON path of its place in the file of a ledger."""
        return contradictions(
            self.old,
            self.new,
            entries=self.entries,
            recommendations=self.recommendations,
            missing=self.missing,
            announced=self.announced,
            opening=self.opening,
            waiting=self.waiting,
            settled=self.settled,
            arrived=self.composition,
            new_actions=None if self.new_head is None else self.new_head.actions,
        )

    def _found(self) -> Iterator[tuple[ItemKind, str]]:
        for entry in self.entries:
            yield ItemKind.ACTION, entry.disposition.word
            for item in entry.items:
                yield item.kind, item.outcome.value
        for recommendation in self.recommendations:
            yield ItemKind.RECOMMENDATION, recommendation.outcome.value
        for missing in self.missing:
            word = "unexplained" if missing.disposition is None else missing.disposition.word
            yield ItemKind.MISSING_CODE, word
        for settled in self.settled:
            yield ItemKind.WAITING, settled.outcome.value
        for _ in self.waiting:
            yield ItemKind.WAITING, "waiting"
