"""Schedules against an oracle that tries every reading, and contradictions against a search.

The oracle knows no passes: in each reading it adds up all chains, one by one. The search looks for
days that keep all that is stated; where it finds none, a contradiction is certain.
"""

import itertools
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.graph import dependency_graph
from customs_coop.graph.scheduling import Days, contradictions, critical_path, schedule
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Event, Link, Named
from customs_coop.references import DocumentNumber

DAY_0 = date(2005, 1, 1).toordinal()
FIRST, LAST = 10, 16  # the window of the plan
# Further away than any chain of days in these plans, and each far beyond the one before.
LONG, FAR, NEVER = 10**7, 10**9, 10**12
WHOLE = 10**15  # not a part is awaited, but all of it

REPORT = DocumentNumber(8351, 2009)


def day(number: int) -> date:
    return date.fromordinal(DAY_0 + number)


@attrs.frozen
class Node:
    """A task with all values that its inputs may have."""

    opens: tuple[int, ...] = (-NEVER,)
    closes: tuple[int, ...] = (NEVER,)
    begins: tuple[int, ...] = (-NEVER,)
    due: tuple[int, ...] = (NEVER,)
    takes: tuple[int, ...] = (0,)
    ready: tuple[int, ...] = (WHOLE,)  # the first day of the part that is awaited
    real: bool = True
    closed: bool = False
    from_event: tuple[int | None, int | None] = (None, None)  # the first and the last day
    parts: tuple["Node", ...] = ()

    def on(self, event: int) -> "Node":
        """The bounds that count for what is certain, with the event on a day."""
        if not self.parts:
            return self
        begins, due = [-NEVER], [-NEVER]
        for part in self.parts:
            first, last = part.from_event
            begins.append(min(part.begins) if first is None else event + first)
            if part.due != (NEVER,):
                due.append(max(part.due) if last is None else event + last)
        latest = NEVER if self.due == (NEVER,) else max(due)
        return attrs.evolve(self, begins=(max(begins),), due=(latest,), ready=(min(begins[1:]),))


@attrs.frozen
class World:
    """A dossier, and the same thing as the oracle sees it."""

    dossier: Dossier
    durations: dict[ActionRef | str, tuple[int, int | None]]
    nodes: tuple[Node, ...]
    edges: frozenset[tuple[int, int]]
    actions: int

    def label(self, number: int) -> str:
        return f"P/{number}" if number < self.actions else "E"


def upto(first: int, last: int) -> tuple[int, ...]:
    return tuple(range(first, last + 1))


@st.composite
def stated(draw: st.DrawFn, event: tuple[int, int]) -> tuple[Deadline, Node]:
    """A deadline, and what it says, told a second time by hand."""
    first = draw(st.integers(8, 20))
    last = first + draw(st.integers(0, 2))
    pairs: tuple[tuple[Deadline, Node], ...] = (
        (By(day(last)), Node(due=(last,))),
        (By(day(first)), Node(due=(first,))),
        (During(day(first), day(last)), Node(begins=(first,), due=(last,))),
        (
            During(day(first), day(last), text="early", convention="thirds"),
            Node(begins=(first,), due=upto(first, last)),
        ),
        (During(day(first), None), Node(begins=(first,))),
        (Recurring(), Node()),
        (Recurring(first=day(first)), Node()),
        (Recurring(until=day(last)), Node(due=(last,))),
        (Undetermined("tbc"), Node(due=(-FAR, FAR))),
        (
            Relative("E", "-P1D"),
            Node(due=tuple(one - 1 for one in upto(*event)), from_event=(None, -1)),
        ),
        (
            Relative("E", "P1D"),
            Node(begins=upto(*event), due=upto(event[0], event[1] + 1), from_event=(0, 1)),
        ),
        (Relative("E", None), Node(begins=upto(*event), from_event=(0, None))),
        (
            Relative("E", "P2D", anchor_date=day(first)),
            Node(begins=(first,), due=upto(first, first + 2)),
        ),
        (Relative("elsewhere", "-P1D"), Node(due=(-FAR, FAR))),
        (Relative("elsewhere", None), Node(begins=(-FAR, FAR))),
    )
    return draw(st.sampled_from(pairs))


def together(nodes: Sequence[Node]) -> Node:
    """Several deadlines of one action: the last of them counts, in each reading.

    What waits for it may wait for all of it, or for any part that has a deadline.
    """
    due: set[int] = {-NEVER}
    begins: set[int] = {-NEVER}
    for node in nodes:
        begins = {max(pair) for pair in itertools.product(begins, node.begins)}
        if node.due != (NEVER,):
            due = {max(pair) for pair in itertools.product(due, node.due)}
    if due == {-NEVER} or min(begins) > max(due):
        due = {NEVER}  # the last part has no end
    parts = {(node.begins, node.due) for node in nodes}
    firsts = {day for node in nodes for day in node.begins}
    several = len(parts) > 1
    return Node(
        begins=tuple(sorted(begins)),
        due=tuple(sorted(due)),
        ready=(WHOLE, min(firsts)) if several else (WHOLE,),
        parts=tuple(nodes),
    )


@st.composite
def worlds(
    draw: st.DrawFn, *, most: int = 7, closing: bool = False, chained: bool = False
) -> World:
    """Dossiers of at most eight things that are linked without a circle, or all in one row."""
    count = draw(st.integers(1, most))
    window = draw(st.booleans()) or not closing
    low = draw(st.integers(9, 17))
    event = (low, low + draw(st.integers(0, 1)))
    nodes: list[Node] = []
    actions: list[Action] = []
    durations: dict[ActionRef | str, tuple[int, int | None]] = {}
    order = draw(st.permutations(range(count + 1)))
    place = {number: index for index, number in enumerate(order)}
    pairs = [
        (one, other) if place[one] < place[other] else (other, one)
        for one, other in itertools.combinations(range(count + 1), 2)
    ]
    edges = frozenset(
        itertools.pairwise(order) if chained else draw(st.lists(st.sampled_from(pairs), max_size=9))
    )
    imprecise = 0
    for number in range(count):
        most_said = 2 if imprecise < 2 else 1
        said = draw(st.lists(stated(event), max_size=most_said)) if imprecise < 3 else []
        node = together([one for _, one in said])
        takes: tuple[int, int | None] = (0, None)
        if draw(st.booleans()) or imprecise >= 3:
            least = draw(st.integers(0, 2))
            takes = least, least + (draw(st.integers(0, 1)) if imprecise < 3 else 0)
            durations[f"P/{number}"] = takes
        longest = (0, 1, LONG) if takes[1] is None else upto(takes[0], takes[1])
        imprecise += (len(longest) > 1) + (len(node.due) > 1) + (len(node.begins) > 1)
        imprecise += len(node.ready) > 1
        closed = closing and draw(st.sampled_from((False, False, False, True)))
        nodes.append(
            attrs.evolve(
                node,
                opens=(FIRST,) if window else (-FAR, FAR),
                closes=(LAST,) if window else (-FAR, FAR),
                takes=longest,
                closed=closed,
            )
        )
        links = []
        for one, other in sorted(edges):
            label = "E" if number in (one, other) and count in (one, other) else ""
            if other == number:
                target = ActionRef("P", str(one))
                links.append(
                    Link(kind="awaits", target=_event() if label else target, text=f"after {one}")
                )
            elif one == number and label:
                links.append(Link(kind="followed up by", target=_event(), text="then E"))
        links.append(Link(kind="cites", target=ActionRef("P", "0")))
        links.append(Link(kind="handled with", target=ActionRef("P", str(count - 1))))
        actions.append(
            Action(
                code=str(number),
                title="",
                deadlines=[one for one, _ in said],
                links=[link for link in links if link.target != ActionRef("P", str(number))],
                status="completed" if closed else "open",
            )
        )
    nodes.append(Node(opens=upto(*event), begins=upto(*event), due=upto(*event)))
    # A report that the first action in the order completes, and with which the last one begins.
    ends = [number for number in order if number < count]
    if draw(st.booleans()) and len(ends) > 1:
        edges |= {(ends[0], count + 1), (count + 1, ends[-1])}
        nodes.append(Node(real=False))
        for number, kind in ((ends[0], "completed by"), (ends[-1], "starts from")):
            link = Link(kind=kind, target=REPORT)
            old = actions[number]
            actions[number] = attrs.evolve(old, links=(*old.links, link))
    plan = ActionPlan(
        id="P", title="", actions=actions, period=Period(day(FIRST), day(LAST)) if window else None
    )
    when = PartialDate(day(event[0]), day(event[1]))
    dossier = Dossier(plans=[plan], events=[Event(id="E", title="", when=when)])
    return World(dossier, durations, tuple(nodes), edges, count)


def _event() -> Named:
    return Named("E", "event")


# The oracle.


@cache
def chains(edges: frozenset[tuple[int, int]], end: int) -> tuple[tuple[int, ...], ...]:
    """All chains that end in a node, each with the end first."""
    found: list[tuple[int, ...]] = [(end,)]
    for one, other in sorted(edges):
        if other == end:
            found += [(end, *chain) for chain in chains(edges, one)]
    return tuple(found)


def reversed_edges(edges: frozenset[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset((other, one) for one, other in edges)


@attrs.frozen
class Reading:
    """One value for each input."""

    edges: frozenset[tuple[int, int]]
    nodes: tuple[Node, ...]

    def of(self, number: int, what: str) -> int:
        value: int = getattr(self.nodes[number], what)[0]
        return value

    def long(self, chain: Sequence[int]) -> int:
        return sum(self.of(number, "takes") for number in chain)

    def finish(self, number: int) -> int:
        """The first day on which it can be finished: the longest chain decides."""
        found = []
        for chain in chains(self.edges, number):
            found.append(self.of(chain[-1], "opens") + self.long(chain))
            first = self.of(chain[-1], "begins") if len(chain) == 1 else self.part(chain[-1])
            found.append(first + self.long(chain[:-1]))
        return max(found)

    def part(self, number: int) -> int:
        """The first day that is stated of that part of it for which others wait."""
        ready = self.nodes[number].ready[0]
        return self.of(number, "begins") if ready == WHOLE else ready

    def ready(self, number: int) -> int:
        """The first day on which what waits for it may begin."""
        return max(self.start(number) + self.of(number, "takes"), self.part(number))

    def start(self, number: int) -> int:
        before = [self.ready(one) for one, other in self.edges if other == number]
        return max([self.of(number, "opens"), *before])

    def last(self, number: int) -> int:
        """The last day on which it may be finished."""
        own = self.of(number, "due")
        return own if self.nodes[number].ready[0] != WHOLE else min(own, self.wanted(number))

    def wanted(self, number: int) -> int:
        """The last day on which others may begin to wait no more."""
        found = [NEVER]
        for chain in chains(reversed_edges(self.edges), number):
            if len(chain) > 1:
                found.append(self.of(chain[-1], "due") - self.long(chain[1:]))
                found.append(self.of(chain[-1], "closes") - self.long(chain[1:-1]))
        return min(found)

    def slack(self, number: int) -> int:
        return min(
            self.of(number, "due") - self.finish(number),
            self.wanted(number) - self.ready(number),
            self.of(number, "closes") - self.start(number),
        )

    def free(self, number: int) -> int:
        after = [
            self.start(chain[-1])
            for chain in chains(reversed_edges(self.edges), number)
            if len(chain) > 1
            and self.nodes[chain[-1]].real
            and not any(self.nodes[one].real for one in chain[1:-1])
        ]
        slack = self.slack(number)
        return min(slack, min(after) - self.ready(number)) if after else slack


def readings(world: World) -> Iterator[Reading]:
    fields = ("opens", "closes", "begins", "due", "takes", "ready")
    choices: list[tuple[int, ...]] = [
        getattr(node, field) for node in world.nodes for field in fields
    ]
    for values in itertools.product(*choices):
        nodes = []
        for place, node in zip(range(0, len(values), 6), world.nodes, strict=True):
            opens, closes, begins, due, takes, ready = [
                (value,) for value in values[place : place + 6]
            ]
            nodes.append(Node(opens, closes, begins, due, takes, ready, real=node.real))
        yield Reading(world.edges, tuple(nodes))


def as_bound(number: int) -> date | None:
    return day(number) if abs(number) < LONG // 2 else None


def as_length(numbers: Sequence[int]) -> Days:
    ends = (min(numbers), max(numbers))
    return Days(*(None if abs(number) >= LONG // 2 else number for number in ends))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_a_schedule_says_what_all_readings_together_say(world: World) -> None:
    every = list(itertools.islice(readings(world), 3000))
    assert len(every) < 3000
    found = schedule(world.dossier, durations=world.durations)
    assert found.unscheduled == ()
    for number in range(world.actions):
        slot = found[world.label(number)]
        finishes = [reading.finish(number) for reading in every]
        lasts = [reading.last(number) for reading in every]
        slacks = [reading.slack(number) for reading in every]
        free = as_length([reading.free(number) for reading in every])
        assert slot.earliest_finish == PartialDate(*map(as_bound, (min(finishes), max(finishes))))
        assert slot.latest_finish == PartialDate(*map(as_bound, (min(lasts), max(lasts))))
        assert slot.slack == as_length(slacks)
        if slot.free.most is not None:
            assert slot.slack.most is None or slot.free.most <= slot.slack.most
        expected = "certainly" if max(slacks) <= 0 else "possibly" if min(slacks) <= 0 else "no"
        assert slot.critical == expected
        # Never narrower; where the chains share nothing, it is the same.
        assert slot.free.least is None or (free.least is not None and slot.free.least <= free.least)
        assert slot.free.most is None or (free.most is not None and slot.free.most >= free.most)
        if len(every) == 1:
            assert slot.free == free


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_reasons_lead_from_the_action_to_the_day(world: World) -> None:
    for slot in schedule(world.dossier, durations=world.durations):
        for reasons, day_, sign in (
            (slot.drivers, slot.earliest_finish.earliest, 1),
            (slot.limits, slot.latest_finish.latest, -1),
        ):
            assert bool(reasons) == (day_ is not None)
            if not reasons or day_ is None:
                continue
            *links, source = reasons
            assert all(one.kind == "link" for one in links)
            assert source.kind in {"deadline", "window", "event"}
            assert source.day is not None
            assert (day_ - source.day).days * sign >= 0
            node: object = slot.action
            for one in links:
                assert one.step is not None
                near, far = one.step.later, one.step.earlier
                if sign < 0:
                    near, far = far, near
                assert near == node
                node = far
            assert source.node == node


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_the_critical_path_is_a_chain_with_the_least_slack(world: World) -> None:
    slots = schedule(world.dossier, durations=world.durations)
    path = critical_path(world.dossier, durations=world.durations)
    least = [slot.slack.most for slot in slots if slot.slack.most is not None]
    assert path.slack.most == (min(least) if least else None)
    assert [step.earlier for step in path.steps] == list(path.nodes[:-1])
    assert [step.later for step in path.steps] == list(path.nodes[1:])
    for node in path.nodes:
        if isinstance(node, ActionRef):
            assert slots[node].slack.most == path.slack.most


@settings(max_examples=40, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_arrangement_of_the_dossier_changes_nothing(world: World, random: Random) -> None:
    plan = world.dossier.plan
    actions = [
        attrs.evolve(action, links=random.sample(action.links, len(action.links)))
        for action in random.sample(plan.actions, len(plan.actions))
    ]
    other = attrs.evolve(world.dossier, plans=[attrs.evolve(plan, actions=actions)])
    given_graph = dependency_graph(world.dossier)
    for ask in (schedule, critical_path, contradictions):
        one = ask(world.dossier, graph=given_graph, durations=world.durations)
        assert ask(other, durations=world.durations) == one
        assert str(one) == str(ask(other, durations=world.durations))


# The search.


def ancestors(world: World, number: int) -> list[int]:
    """What an open node waits for, over open nodes, each after all that it waits for."""
    found = [number]
    for node in found:
        for one, other in sorted(world.edges):
            if other == node and one not in found and not world.nodes[one].closed:
                found.append(one)
    return sorted(found, key=lambda node: (len(max(chains(world.edges, node), key=len)), node))


def before(world: World, number: int) -> list[int]:
    return [
        one for one, other in sorted(world.edges) if other == number and not world.nodes[one].closed
    ]


LOWEST, HIGHEST = 4, 26


def can_be_kept(world: World, goal: int, *, start_only: bool) -> bool:
    """Whether there are days for a node and all that it waits for, by trying them."""
    return any(
        _can_be_kept_with(world, goal, event, start_only=start_only)
        for event in world.nodes[world.actions].due
    )


def _can_be_kept_with(world: World, goal: int, event: int, *, start_only: bool) -> bool:
    wanted = ancestors(world, goal)
    nodes = [node.on(event) for node in world.nodes]
    nodes[world.actions] = Node(opens=(event,), begins=(event,), due=(event,))
    node = nodes[goal]

    def place(index: int, days: dict[int, int]) -> bool:
        number = wanted[index]
        one = nodes[number]
        ready = max([LOWEST, *(days[other] for other in before(world, number)), min(one.opens)])
        if number == goal:
            if start_only:
                return ready <= max(node.closes)
            return ready + min(node.takes) <= max(node.due)
        last = max(node.closes if start_only else node.due)
        part = one.ready[0]
        first = min(one.begins) if part == WHOLE else part
        # A day later than the last one of the goal helps nobody.
        for finish in range(LOWEST, min(HIGHEST, last) + 1):
            fits = finish >= ready + min(one.takes) and finish >= first
            if fits and place(index + 1, {**days, number: finish}):
                return True
        return False

    return place(0, {})


def can_be_held_up(world: World, goal: int, *, start_only: bool) -> bool:
    """Whether some choice of days, where each takes what it may, leaves a node too little time."""
    node = world.nodes[goal]

    def takes(number: int) -> int:
        """The most where somebody says how long it takes, else as little as can be."""
        longest = max(world.nodes[number].takes)
        return longest if longest < LONG else min(world.nodes[number].takes)

    def starts(number: int) -> set[int]:
        one = world.nodes[number]
        days = waits(number)
        if max(one.takes) < LONG and -FAR < max(one.opens) < FAR:
            days = {max(ready, *one.opens) for ready in days or {-FAR}}
        return days

    def ways(number: int) -> set[int]:
        """The days until which it may hold others up."""
        one = world.nodes[number]
        days = {ready + takes(number) for ready in starts(number)}
        if -FAR < max(one.begins) < FAR:
            days.add(max(one.begins))
        if one.real and -FAR < max(one.due) < FAR:
            days.update(range(min(LOWEST, max(one.due)), max(one.due) + 1))
        return days

    def waits(number: int) -> set[int]:
        every = [found for other in before(world, number) if (found := ways(other))]
        return {max(days) for days in itertools.product(*every)} if every else set()

    if start_only:
        return any(ready > max(node.closes) for ready in waits(goal))
    return any(start + takes(goal) > max(node.due) for start in starts(goal))


@settings(max_examples=60, deadline=None)
@given(worlds(most=4, closing=True))
def test_contradictions_are_what_a_search_finds(world: World) -> None:
    agrees_with_the_search(world)


@settings(max_examples=80, deadline=None)
@given(worlds(most=3, chained=True))
def test_contradictions_in_a_row_are_what_a_search_finds(world: World) -> None:
    agrees_with_the_search(world)


def agrees_with_the_search(world: World) -> None:
    expected = []
    for number in range(world.actions + 1):
        if world.nodes[number].closed:
            continue
        if not can_be_kept(world, number, start_only=False):
            expected.append((world.label(number), "order", True))
        elif not can_be_kept(world, number, start_only=True):
            expected.append((world.label(number), "window", True))
        elif can_be_held_up(world, number, start_only=False):
            expected.append((world.label(number), "order", False))
        elif can_be_held_up(world, number, start_only=True):
            expected.append((world.label(number), "window", False))
    found = contradictions(world.dossier, durations=world.durations)
    told = [(str(one.item), one.rule.replace("length", "order"), one.certain) for one in found]
    assert told == expected
    for one in found:
        assert (one.awaited is None) == (one.rule == "length") == (not one.steps)
        if one.steps:
            assert one.steps[0].earlier == one.awaited
            assert one.steps[-1].later == one.item
            for step, after in itertools.pairwise(one.steps):
                assert step.later == after.earlier
        assert one.reached is not None
        assert one.reached > one.limit
        assert str(one.limit) in one.text
        assert str(one).startswith("certain" if one.certain else "possible")
