"""The rows of a progress chart: what each is called, how things stand in it, and its counts."""

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from customs_coop.exporters.pictures.chart_paint import STANDING_PAINT
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.monitoring import Count, Standing, StateOfPlay, TalliedBy, Tally
from customs_coop.monitoring.summaries import has_something, same_words

__all__ = ["BY", "ProgressRow", "rows_of", "whole_row"]

BY: Final[Mapping[TalliedBy, tuple[str, str]]] = {
    "objective": ("strategic objective", "No strategic objective"),
    "work_area": ("work area", "No work area"),
    "party": ("responsible party", "No responsible party"),
    "plan": ("plan", "No plan"),
    "action": ("action", "No action"),
}
"""What things are counted by in words, and what is called that belongs to none."""


@attrs.frozen(kw_only=True)
class ProgressRow:
    """One bar.

    Args:
        name: What it is about.
        total: How many things there are.
        standings: How many stand how, in the order of a bar.
        counts: What stands beside the bar, in the order of the columns.
    """

    name: str
    total: int
    standings: tuple[tuple[Standing, int], ...]
    counts: tuple[Count, ...]

    @property
    def told(self) -> str:
        """All of it in words."""
        if not self.total:
            return f"{self.name}: n/a, nothing belongs to it"
        parts = ", ".join(f"{number} {standing.value}" for standing, number in self.standings)
        return f"{self.name}: of {self.total}, {parts}"


def rows_of(state: StateOfPlay, by: TalliedBy) -> tuple[ProgressRow, ...]:
    """The rows of a chart, in the order of the plans.

    Args:
        state: The state of play.
        by: What things are counted by.

    Returns:
        A row for each; none where all belongs to nothing, for then one bar tells it all.
    """
    tallies = state.tallies(by)
    several = len({one.within for one in tallies if one.within}) > 1
    if not any(one.key for one in tallies):
        return ()
    shown = [one for one in tallies if by != "party" or has_something(one)]
    # What belongs to nothing and is not due yet has no bar, and none of the counts beside it.
    shown = [one for one in shown if one.key or one.total or one.reported.whole]
    return tuple(_row(one, _name(one, by, several=several)) for one in shown)


def whole_row(state: StateOfPlay) -> ProgressRow:
    """Everything together; each thing and each report belongs to one plan, or to none.

    Args:
        state: The state of play.
    """
    tallies = state.tallies("plan")
    counts = {
        standing: sum(dict(one.standings).get(standing, 0) for one in tallies)
        for standing in Standing
    }
    whole = Tally(
        key="",
        label="",
        total=sum(one.total for one in tallies),
        standings=tuple((standing, count) for standing, count in counts.items() if count),
        waiting=_sum(one.waiting for one in tallies),
        measured=_sum(one.measured for one in tallies),
        silent=_sum(one.silent for one in tallies),
        reported=_sum(one.reported for one in tallies),
    )
    return _row(whole, "All together")


def _sum(counts: Iterable[Count]) -> Count:
    found = list(counts)
    return Count(sum(one.part for one in found), sum(one.whole for one in found))


def _row(tally: Tally, name: str) -> ProgressRow:
    known = dict(tally.standings)
    return ProgressRow(
        name=name,
        total=tally.total,
        standings=tuple((one, known[one]) for one in STANDING_PAINT if one in known),
        counts=(
            tally.count(Standing.COMPLETED),
            tally.waiting,
            tally.silent,
            tally.measured,
            tally.reported,
        ),
    )


def _name(tally: Tally, by: TalliedBy, *, several: bool) -> str:
    if not tally.key:
        return BY[by][1]
    label = "" if tally.label == tally.key else tally.label
    home = f"{tally.within}: " if several and tally.within else ""
    if label and same_words(tally.key, label):
        return one_line(f"{home}{label}")
    return one_line(f"{home}{tally.key} {label}")
