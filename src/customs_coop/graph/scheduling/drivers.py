"""What makes a date as it is: a deadline, the window of a plan, or a link with its sentence."""

from collections.abc import Iterator
from datetime import date

import attrs

from customs_coop.graph.nodes import Node, label_of
from customs_coop.graph.scheduling.intervals import Days, as_day, less
from customs_coop.graph.scheduling.network import Network, Task
from customs_coop.graph.scheduling.passes import Backward, Forward
from customs_coop.graph.steps import Step

__all__ = ["Driver", "Trail", "what_drives", "what_limits"]


@attrs.frozen(kw_only=True)
class Driver:
    """One reason for a date.

    Args:
        kind: "deadline", "event", "window" (of the plan) or "link".
        node: What the reason belongs to; of a link, what rests on it.
        day: The day that a deadline, an event or a window sets.
        text: The words of the deadline, the event, or the plan.
        step: The link, with its sentences.
        duration: How long `lasting` takes, where that was given and moves the date.
        lasting: The action that takes so long, or None.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> node = ActionRef("AP1", "6.2")
        >>> print(Driver(kind="deadline", node=node, day=date(2006, 3, 31), text="March 2006"))
        AP1/6.2: "March 2006" (2006-03-31)
    """

    kind: str
    node: Node
    day: date | None = None
    text: str = ""
    step: Step | None = None
    duration: Days | None = None
    lasting: Node | None = None

    def __str__(self) -> str:
        if self.step is not None:
            return f"{self.step}{self.length}"
        if self.kind == "window":
            return f"{label_of(self.node)}: {self.text} ({self.day}){self.length}"
        return f'{label_of(self.node)}: "{" ".join(self.text.split())}" ({self.day}){self.length}'

    @property
    def length(self) -> str:
        """The duration in words, to stand behind the reason; empty where none counts.

        Example:
            >>> from customs_coop.model import ActionRef
            >>> node = ActionRef("AP1", "6.2")
            >>> Driver(kind="link", node=node, duration=Days(14, 14), lasting=node).length
            '; AP1/6.2 takes 14 days'
        """
        if self.duration is None or self.lasting is None:
            return ""
        return f"; {label_of(self.lasting)} takes {self.duration}"


@attrs.frozen(eq=False, repr=False)
class Trail:
    """The reasons of all tasks, each with the number of the one that comes next.

    They are shared, for a chain of a hundred thousand links has as many beginnings.

    Args:
        drivers: The reason of each task, or None where nothing is known.
        nexts: Where to go on, -1 at a source.
    """

    drivers: list[Driver | None]
    nexts: list[int]

    def walk(self, number: int) -> Iterator[Driver]:
        """The reasons from one task back to the source.

        Args:
            number: The number of the task.
        """
        while number >= 0:
            driver = self.drivers[number]
            if driver is None:
                return
            yield driver
            number = self.nexts[number]


def what_drives(network: Network, soon: Forward) -> Trail:
    """Why each task cannot end sooner.

    Of reasons that give the same day, what is stated of the task itself comes first, then the
    window of its plan, then links in the order of the graph. The numbers from the count of the
    tasks on stand for the first parts of those that have several: for these others may wait.
    """
    size = len(network.tasks)
    drivers: list[Driver | None] = [None] * (2 * size)
    nexts = [-1] * (2 * size)
    for number in network.order:
        stated, other = network.tasks[number].stated, soon.via[number]
        ends = [(number, soon.finishes[number][0], stated.begins[0], stated.first_words)]
        if stated.staged:
            ends.append((size + number, soon.ready[number], stated.ready, stated.ready_words))
        for place, day, first, words in ends:
            if as_day(day) is None:
                continue
            task, start = network.tasks[number], soon.starts[number][0]
            if first == day:
                drivers[place] = _stated(task, day, words)
            elif task.opens[0] == start:
                text = f"{task.plan} begins"
                window = Driver(kind="window", node=task.node, day=as_day(start), text=text)
                drivers[place] = _lasting(window, task)
            elif other >= 0:
                drivers[place] = _lasting(_linked(network, other, number), task)
                nexts[place] = size + other if network.tasks[other].stated.staged else other
    return Trail(drivers, nexts)


def what_limits(network: Network, late: Backward) -> Trail:
    """Why each task may not end later.

    The numbers from the count of the tasks on stand for their starts: what waits may be limited
    by the day on which its plan closes and not by its own end.
    """
    size = len(network.tasks)
    drivers: list[Driver | None] = [None] * (2 * size)
    nexts = [-1] * (2 * size)
    for number in network.order:
        task, other = network.tasks[number], late.via[number]
        finish = late.finishes[number][1]
        if as_day(finish) is None:
            continue
        if task.stated.due[1] == finish:
            drivers[number] = _stated(task, finish, task.stated.due_words)
        elif other >= 0:
            drivers[number] = _linked(network, number, other)
            nexts[number] = size + other
    for number in network.order:
        task, other = network.tasks[number], late.via[number]
        start = late.starts[number][1]
        part = task.stated.staged and other >= 0
        if part and start == less(late.starts[other][1], task.least) and as_day(start) is not None:
            drivers[size + number] = _lasting(_linked(network, number, other), task)
            nexts[size + number] = size + other
        elif start < less(late.finishes[number][1], task.least):
            text = f"{task.plan} ends, in which it starts"
            limit = Driver(kind="window", node=task.node, day=as_day(start), text=text)
            drivers[size + number] = limit
        else:
            finish_limit = drivers[number]
            if finish_limit is not None:
                drivers[size + number] = _lasting(finish_limit, task)
            nexts[size + number] = nexts[number]
    return Trail(drivers, nexts)


def _stated(task: Task, day: float, words: str) -> Driver:
    kind = "event" if task.kind == "event" else "deadline"
    return Driver(kind=kind, node=task.node, day=as_day(day), text=words)


def _lasting(driver: Driver, task: Task) -> Driver:
    """The same with the least that the task takes; that nothing takes less than 0 days is known."""
    if not task.least:
        return driver
    return attrs.evolve(driver, duration=task.takes, lasting=task.node)


def _linked(network: Network, earlier: int, later: int) -> Driver:
    node = network.tasks[later].node
    return Driver(kind="link", node=node, step=network.step(earlier, later))
