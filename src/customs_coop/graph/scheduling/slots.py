"""When each action can end, when it has to, and what is left between: the values of a schedule."""

import functools
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.dates import PartialDate
from customs_coop.errors import UnknownActionError
from customs_coop.graph.nodes import label_of
from customs_coop.graph.ordering import Cycle
from customs_coop.graph.scheduling.drivers import Driver, Trail
from customs_coop.graph.scheduling.intervals import Days, told
from customs_coop.model import ActionRef

__all__ = ["Schedule", "Slot", "Unscheduled"]

# Of a longer circle the first members and the last one are told.
_SHOWN = 6


@attrs.frozen(kw_only=True)
class Slot:
    """The time that one action has.

    Every date and every number of days has bounds, and a bound that is None is not known.

    Args:
        action: The action.
        earliest_finish: The day on which it can be finished at the earliest.
        latest_finish: The day by which it has to be finished, so that nothing is late.
        slack: The days by which it can be put off before something is late, or begins after its
            plan has ended (total float); below zero where days are wanting.
        free: The days by which it can be put off before anything else must be (free float); never
            more than the slack.
        critical: "certainly" where it has no slack whatever the bounds turn out to be,
            "possibly" where it may have none, else "no".
        notes: What else is to be said, such as that it runs over several plans.
        number: Its place in the trails.
        early: Why it cannot be finished sooner; shared by all slots.
        late: Why it may not be finished later; shared by all slots.
    """

    action: ActionRef
    earliest_finish: PartialDate
    latest_finish: PartialDate
    slack: Days
    free: Days
    critical: str
    notes: tuple[str, ...] = ()
    number: int = attrs.field(default=-1, eq=False, repr=False)
    early: Trail | None = attrs.field(default=None, eq=False, repr=False)
    late: Trail | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def drivers(self) -> tuple[Driver, ...]:
        """Why it cannot be finished sooner: reason after reason, back to a deadline or a window.

        Empty where nothing says how soon it can be finished.
        """
        return () if self.early is None else tuple(self.early.walk(self.number))

    @property
    def limits(self) -> tuple[Driver, ...]:
        """Why it may not be finished later: reason after reason, on to a deadline or a window.

        Empty where nothing says by when it has to be finished.
        """
        return () if self.late is None else tuple(self.late.walk(self.number))

    def __str__(self) -> str:
        mark = "" if self.critical == "no" else f", {self.critical} critical"
        notes = "".join(f"; {note}" for note in self.notes)
        return (
            f"{label_of(self.action)}: earliest finish {told(self.earliest_finish)}, "
            f"latest finish {told(self.latest_finish)}, slack {self.slack}{mark}{notes}"
        )


@attrs.frozen(kw_only=True)
class Unscheduled:
    """An action that cannot be put in time, because it waits for itself.

    Args:
        action: The action.
        cycle: The circle in which it is caught, with its sentences.
    """

    action: ActionRef
    cycle: Cycle

    def __str__(self) -> str:
        head = f"{label_of(self.action)}: no time, for it waits for itself"
        return "\n".join([f"{head}: {_names(self.cycle)}", *_sentences(self.cycle)])


@attrs.frozen(kw_only=True)
class Schedule:
    """The slots of all actions of a dossier, in the order of the graph.

    It is iterated slot by slot, and `schedule["AP1/2.1"]` is the slot of an action.

    Args:
        slots: One for each action that can be put in time.
        unscheduled: The other actions, each with the circle that is in the way.
    """

    slots: tuple[Slot, ...]
    unscheduled: tuple[Unscheduled, ...] = ()

    def __iter__(self) -> Iterator[Slot]:
        return iter(self.slots)

    def __len__(self) -> int:
        return len(self.slots)

    def __getitem__(self, action: ActionRef | str) -> Slot:
        """The slot of an action.

        Raises:
            UnknownActionError: There is none; the message says where a circle is in the way.
        """
        name = str(action)
        found = self._named.get(name)
        if found is None:
            caught = any(str(one.action) == name for one in self.unscheduled)
            reason = "it waits for itself" if caught else "there is no such action"
            raise UnknownActionError(f"the schedule has no time for {name!r}: {reason}")
        return found

    def __str__(self) -> str:
        # A circle is told once, for a thousand actions may be caught in it.
        caught: dict[int, list[Unscheduled]] = {}
        for one in self.unscheduled:
            caught.setdefault(id(one.cycle), []).append(one)
        return "\n".join([*map(str, self.slots), *map(_together, caught.values())])

    @functools.cached_property
    def _named(self) -> dict[str, Slot]:
        return {str(slot.action): slot for slot in self.slots}


def _together(caught: Sequence[Unscheduled]) -> str:
    """The actions that one circle keeps from having a time."""
    if len(caught) == 1:
        return str(caught[0])
    names = ", ".join(_shortened([label_of(one.action) for one in caught]))
    cycle = caught[0].cycle
    head = f"{names}: no time, for they wait for themselves: {_names(cycle)}"
    return "\n".join([head, *_sentences(cycle)])


def _names(cycle: Cycle) -> str:
    names = _shortened([label_of(node) for node in cycle.nodes])
    return " -> ".join([*names, names[0]])


def _sentences(cycle: Cycle) -> list[str]:
    return [f"  {step}" for step in _shortened(cycle.steps)]


def _shortened(things: Sequence[object]) -> list[str]:
    if len(things) <= _SHOWN:
        return [str(one) for one in things]
    more = f"... {len(things) - _SHOWN} more ..."
    return [*map(str, things[: _SHOWN - 1]), more, str(things[-1])]
