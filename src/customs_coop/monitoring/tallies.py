"""How many things stand how, with what they are counted against."""

from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from customs_coop.monitoring.states import Standing

__all__ = ["Count", "TalliedBy", "Tally"]

TalliedBy: TypeAlias = Literal["action", "party", "objective", "work_area", "plan"]
"""What things can be counted by."""


@attrs.frozen
class Count:
    """How many of how many.

    Example:
        >>> str(Count(3, 12)), str(Count(0, 0))
        ('3 of 12', 'n/a')
    """

    part: int
    whole: int

    @property
    def share(self) -> Fraction | None:
        """The share, from 0 to 1; None where there is nothing to count."""
        return Fraction(self.part, self.whole) if self.whole else None

    def __str__(self) -> str:
        return f"{self.part} of {self.whole}" if self.whole else "n/a"


@attrs.frozen(kw_only=True)
class Tally:
    """The things of one action, party, objective, work area or plan, counted.

    Args:
        key: The address, id or code of what they belong to; "" for those that belong to none.
        label: Its title or name; empty where that is not known.
        total: How many there are.
        standings: How many stand how, in the order of `Standing`, without those of which there
            are none.
        waiting: Those that wait for something, of those that are open.
        measured: Those of which a value was measured, of these and those that need one by now.
        silent: Those of which nothing is known, of all.
        reported: The reports that came, of these and those that are certainly missing; of nothing
            where the dossier holds no report at all. What has still to come is not in it.
        within: What the key holds in: of a work area the id of its plan, of an objective that of
            the strategy, or of the plan where no strategy is named; else empty.
        to_measure: How many have still to be measured: without a value, and without need of one by
            now.
        to_come: How many reports have still to come: due on the day or later, or without a day.
        possibly_missing: How many reports did not come, and nobody can tell whether they are late.
        owed: How many reports are owed in all, whether they came or not.
    """

    key: str
    label: str
    total: int
    standings: tuple[tuple[Standing, int], ...] = ()
    waiting: Count = Count(0, 0)
    measured: Count = Count(0, 0)
    silent: Count = Count(0, 0)
    reported: Count = Count(0, 0)
    within: str = ""
    to_measure: int = 0
    to_come: int = 0
    possibly_missing: int = 0
    owed: int = 0

    def count(self, standing: Standing) -> Count:
        """How many stand so, of all."""
        return Count(dict(self.standings).get(standing, 0), self.total)
