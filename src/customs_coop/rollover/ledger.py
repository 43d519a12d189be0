"""The account of a rollover: what became of every action and every recommendation."""

import enum
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from customs_coop.model import ActionRef, Code, Indicator, PlanRef, RecommendationRef
from customs_coop.rollover.dispositions import DISPOSITIONS, Disposition

__all__ = ["Entry", "Ledger", "Outcome", "RecommendationEntry"]

_REASON_WIDTH: Final = 36
_TITLE_WIDTH: Final = 56


class Outcome(enum.Enum):
    """What became of a recommendation."""

    TAKEN_UP = "taken up"
    """An action of the new plan has a link to it."""
    CARRIED_OUT = "carried out"
    """No action takes it up, and its status says that it was carried out."""
    TURNED_DOWN = "turned down"
    """No action takes it up, and its status says that it was turned down."""
    OPEN = "open"
    """Nothing says what becomes of it."""


@attrs.frozen(kw_only=True)
class Entry:
    """What became of one action of the old plan.

    Args:
        action: Its address in the old plan.
        disposition: What was decided.
        successors: The addresses in the new plan under which it goes on; none where it is
            completed, deferred or dropped.
        indicators: Its indicators, of which the decision disposes, too.
        title: Its title.
    """

    action: ActionRef
    disposition: Disposition
    successors: tuple[ActionRef, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    title: str = ""


@attrs.frozen(kw_only=True)
class RecommendationEntry:
    """What became of one recommendation.

    Args:
        recommendation: The recommendation, by its id.
        outcome: Whether the new plan takes it up.
        successors: The actions of the new plan that take it up.
        text: What it asks for.
    """

    recommendation: RecommendationRef
    outcome: Outcome
    successors: tuple[ActionRef, ...] = ()
    text: str = ""


@attrs.frozen(kw_only=True)
class Ledger:
    """The account of one rollover; it can be iterated over and prints as a table.

    Args:
        old: The old plan, by its id.
        new: The new plan, by its id.
        entries: Exactly one for each action of the old plan, in its order.
        recommendations: Exactly one for each recommendation that was handed in, in their order.
        unexplained: Codes that the numbering of the old plan leaves out and that no alias
            explains.
    """

    old: PlanRef
    new: PlanRef
    entries: tuple[Entry, ...] = ()
    recommendations: tuple[RecommendationEntry, ...] = ()
    unexplained: tuple[Code, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __bool__(self) -> bool:
        # The account of a plan without actions is still an account.
        return True

    def __str__(self) -> str:
        rows: list[tuple[str, ...]] = [("code", "disposition", "new code", "reason", "title")]
        rows += [_row(entry) for entry in self.entries]
        lines = [f"{self.old} -> {self.new}", *_table(rows), self._totals()]
        if self.unexplained:
            lines.append(f"missing in the numbering: {', '.join(map(str, self.unexplained))}")
        if self.recommendations:
            lines += ["", *_table([_recommendation_row(item) for item in self.recommendations])]
        return "\n".join(lines)

    @property
    def balance(self) -> dict[str, int]:
        """How many actions were carried, completed, and so on; the counts add up to `len`."""
        counts = {kind.word: 0 for kind in DISPOSITIONS}
        for entry in self.entries:
            counts[entry.disposition.word] += 1
        return counts

    def _totals(self) -> str:
        counts = ", ".join(f"{count} {word}" for word, count in self.balance.items())
        return f"total {len(self.entries)}: {counts}"


def _row(entry: Entry) -> tuple[str, ...]:
    authority = entry.disposition.authority
    reason = entry.disposition.reason
    if authority is not None:
        reason = f"{reason} ({authority.cite()})" if reason else authority.cite()
    return (
        str(entry.action.code),
        entry.disposition.word,
        ", ".join(str(successor.code) for successor in entry.successors),
        _short(reason, _REASON_WIDTH),
        _short(entry.title, _TITLE_WIDTH),
    )


def _recommendation_row(entry: RecommendationEntry) -> tuple[str, ...]:
    return (
        str(entry.recommendation),
        entry.outcome.value,
        ", ".join(str(successor.code) for successor in entry.successors),
        _short(entry.text, _TITLE_WIDTH),
    )


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _short(text: str, width: int) -> str:
    """One line of at most so many characters; the table is for the eye, the value has it all."""
    line = " ".join(text[: 4 * width].split())
    return line if len(line) <= width else f"{line[: width - 3].rstrip()}..."
