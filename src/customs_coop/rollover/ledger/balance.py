"""The balance of a rollover: what was there at the start, against what became of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionPlan
from customs_coop.rollover.ledger.entries import ItemKind, ItemOutcome, Outcome
from customs_coop.rollover.ledger.resuming import WaitingOutcome

__all__ = ["UNEXPLAINED", "WORDS", "Balance", "BalanceRow", "Opening", "balance_of"]

_ITEMS: Final = tuple(outcome.value for outcome in ItemOutcome)

WORDS: Final[Mapping[ItemKind, tuple[str, ...]]] = {
    ItemKind.ACTION: _ITEMS,
    ItemKind.INDICATOR: _ITEMS,
    ItemKind.MILESTONE: _ITEMS,
    ItemKind.RECOMMENDATION: tuple(outcome.value for outcome in Outcome),
    ItemKind.MISSING_CODE: ("completed", "deferred", "dropped", "merged"),
    ItemKind.WAITING: (*(outcome.value for outcome in WaitingOutcome), "waiting"),
}
"""What can become of each kind of thing, in the order in which an account lists it."""

UNEXPLAINED: Final = "unexplained"


def _require_count(_instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
    if value < 0:
        words = attribute.name.replace("_", " ")
        raise InvalidValueError(f"there cannot be {value} {words}")


@attrs.frozen(kw_only=True)
class Opening:
    """What there was to account for, counted on the old plan before anything was decided.

    Args:
        actions: The actions of the old plan.
        indicators: Their indicators.
        milestones: The deadlines of actions as a whole.
        recommendations: The recommendations that were handed in.
        missing_codes: The codes that the numbering leaves out and that no alias explains.
        waiting_items: What rollovers before left and nothing in the old plan goes on with.

    Raises:
        InvalidValueError: A number is less than nought.
    """

    actions: int = attrs.field(default=0, validator=_require_count)
    indicators: int = attrs.field(default=0, validator=_require_count)
    milestones: int = attrs.field(default=0, validator=_require_count)
    recommendations: int = attrs.field(default=0, validator=_require_count)
    missing_codes: int = attrs.field(default=0, validator=_require_count)
    waiting_items: int = attrs.field(default=0, validator=_require_count)

    @classmethod
    def counted(
        cls, plan: ActionPlan, *, missing_codes: int, recommendations: int = 0
    ) -> "Opening":
        """Count what a plan holds.

        Args:
            plan: The old plan.
            missing_codes: The codes that its numbering leaves out.
            recommendations: The recommendations that were handed in.
        """
        return cls(
            actions=len(plan.actions),
            indicators=sum(len(action.indicators) for action in plan.actions),
            milestones=sum(len(action.deadlines) for action in plan.actions),
            recommendations=recommendations,
            missing_codes=missing_codes,
        )

    def of(self, kind: ItemKind) -> int:
        """The number of one kind; new actions are not there at the start.

        Example:
            >>> Opening(missing_codes=4).of(ItemKind.MISSING_CODE)
            4
        """
        return {
            ItemKind.ACTION: self.actions,
            ItemKind.INDICATOR: self.indicators,
            ItemKind.MILESTONE: self.milestones,
            ItemKind.RECOMMENDATION: self.recommendations,
            ItemKind.MISSING_CODE: self.missing_codes,
            ItemKind.WAITING: self.waiting_items,
        }.get(kind, 0)


@attrs.frozen(kw_only=True)
class BalanceRow:
    """One kind of thing in the balance.

    Args:
        kind: What is counted.
        opening: How many there were in the old plan.
        counts: What became of them: the word and how many, also where there are none.
        unexplained: How many nobody has explained; only missing codes can be so.

    Raises:
        InvalidValueError: A number is less than nought, or a word stands twice.

    Example:
        >>> row = BalanceRow(
        ...     kind=ItemKind.ACTION, opening=3, counts=(("carried", 2), ("completed", 1))
        ... )
        >>> row["carried"], row.balanced
        (2, True)
    """

    kind: ItemKind
    opening: int
    counts: tuple[tuple[str, int], ...] = ()
    unexplained: int = 0

    def __attrs_post_init__(self) -> None:
        numbers = [self.opening, self.unexplained, *(count for _, count in self.counts)]
        if min(numbers) < 0:
            raise InvalidValueError(f"there cannot be {min(numbers)} {self.kind.plural}")
        words = [word for word, _ in self.counts]
        if len(set(words)) != len(words):
            raise InvalidValueError(f"{self.kind.plural} are counted twice under one word: {words}")

    def __getitem__(self, word: str) -> int:
        """How many became this.

        Raises:
            KeyError: That cannot become of such a thing.
        """
        if word == UNEXPLAINED:
            return self.unexplained
        for name, count in self.counts:
            if name == word:
                return count
        known = ", ".join(name for name, _ in self.counts)
        raise KeyError(f"{self.kind.plural} have no count {word!r}; they have {known}")

    @property
    def found(self) -> int:
        """How many are accounted for.

        Example:
            >>> BalanceRow(kind=ItemKind.ACTION, opening=3, counts=(("carried", 2),)).found
            2
        """
        return sum(count for _, count in self.counts) + self.unexplained

    @property
    def balanced(self) -> bool:
        """Whether as many are accounted for as there were, each as what it can become."""
        if self.unexplained and self.kind is not ItemKind.MISSING_CODE:
            return False
        if any(count and word not in WORDS[self.kind] for word, count in self.counts):
            return False
        return self.opening == self.found


@attrs.frozen(kw_only=True)
class Balance:
    """What there was, against what became of it, for each kind of thing.

    Args:
        rows: One for each kind that the old plan can have, in the order of `ItemKind`.
        faults: What contradicts itself in the account, whatever the numbers are.

    Raises:
        InvalidValueError: A kind has two rows.

    Example:
        >>> row = BalanceRow(kind=ItemKind.ACTION, opening=2, counts=(("carried", 2),))
        >>> balance = Balance(rows=(row,))
        >>> balance["actions"]["carried"], balance.balanced
        (2, True)
        >>> print(balance)
                 opening  carried
        actions        2        2
    """

    rows: tuple[BalanceRow, ...]
    faults: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        kinds = [row.kind for row in self.rows]
        if len(set(kinds)) != len(kinds):
            raise InvalidValueError("a kind of thing has two rows in the balance")

    def __iter__(self) -> Iterator[BalanceRow]:
        return iter(self.rows)

    def __getitem__(self, kind: ItemKind | str) -> BalanceRow:
        """The row of a kind, also by its word, as in `balance["actions"]`.

        Raises:
            KeyError: There is no such row.
        """
        for row in self.rows:
            if kind in (row.kind, row.kind.value, row.kind.plural):
                return row
        known = ", ".join(row.kind.plural for row in self.rows)
        raise KeyError(f"the balance has no row {kind!r}; it has {known}")

    @property
    def balanced(self) -> bool:
        """Whether nothing is missing, nothing is there twice, and nothing contradicts itself.

        A balance without rows proves nothing.
        """
        return bool(self.rows) and not self.faults and all(row.balanced for row in self.rows)

    def __str__(self) -> str:
        rows = [row for row in self.rows if row.opening or not row.balanced]
        rows = rows or list(self.rows[:1])
        # These have words of their own; one table of all would be too wide.
        apart = (ItemKind.RECOMMENDATION, ItemKind.WAITING)
        others = [row for row in rows if row.kind not in apart]
        parts = [others, *([row for row in rows if row.kind is kind] for kind in apart)]
        tables = [_table(part) for part in parts if part]
        if self.faults:
            tables.append("\n".join(["what contradicts itself", *self.faults]))
        return "\n\n".join(tables)


def _table(rows: Sequence[BalanceRow]) -> str:
    words = dict.fromkeys(word for row in rows for word, count in row.counts if count)
    columns: list[list[str]] = [["", *(row.kind.plural for row in rows)]]
    columns.append(["opening", *(str(row.opening) for row in rows)])
    columns += [[word, *(_figure(dict(row.counts).get(word)) for row in rows)] for word in words]
    if any(row.unexplained for row in rows):
        columns.append([UNEXPLAINED, *(_figure(row.unexplained) for row in rows)])
    if not all(row.balanced for row in rows):
        columns.append(["", *("" if row.balanced else "does not balance" for row in rows)])
    widths = [max(map(len, column)) for column in columns]
    lines = []
    for cells in zip(*columns, strict=True):
        first = cells[0].ljust(widths[0])
        rest = [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)


def _figure(count: int | None) -> str:
    return str(count) if count else "-"


def balance_of(
    opening: Opening, found: Iterable[tuple[ItemKind, str]], faults: Iterable[str] = ()
) -> Balance:
    """Set what was found against what was there.

    Args:
        opening: What was there.
        found: What became of each thing that was accounted for: its kind and the word.
        faults: What contradicts itself in the account.

    Returns:
        The balance.
    """
    counts = {kind: dict.fromkeys((*words, UNEXPLAINED), 0) for kind, words in WORDS.items()}
    for kind, word in found:
        counts[kind][word] = counts[kind].get(word, 0) + 1
    rows = []
    for kind, words in counts.items():
        unexplained = words.pop(UNEXPLAINED)
        rows.append(
            BalanceRow(
                kind=kind,
                opening=opening.of(kind),
                counts=tuple(words.items()),
                unexplained=unexplained,
            )
        )
    return Balance(rows=tuple(rows), faults=tuple(faults))
