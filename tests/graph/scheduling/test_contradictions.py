"""What is due before that for which it waits: certainly, possibly, or not at all."""

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import parse_deadline
from customs_coop.graph.scheduling import contradictions
from customs_coop.model import Action, ActionPlan, Dossier, Event, Link, Named, Status
from folded import every_case
from linked_plans import link

YEAR = "2004-01-01/2004-12-31"


def do(code: str, *words: str, links: tuple[Link, ...] = ()) -> Action:
    deadlines = [parse_deadline(text) for text in words]
    return Action(code=code, title="", deadlines=deadlines, links=links)


def plan(*actions: Action, name: str = "P", period: str | None = YEAR) -> ActionPlan:
    return ActionPlan(id=name, title="", period=period, actions=actions)


AFTER_1 = (link("awaits", "P/1", "await 1"),)
AFTER_2 = (link("awaits", "P/2", "await 2"),)


@every_case(
    ("awaited", "waiting", "certain"),
    [
        ("second half of 2004", "by 31.3.2004", True),
        ("July 2004 to June 2005", "by 30.6.2004", True),
        ("since July 2004", "by 31.3.2004", True),
        ("by 30.6.2004", "by 31.3.2004", False),
        ("during 2004", "June 2004", False),
        ("late 2004", "during 2004", None),
        ("early 2004", "early 2004", None),
        ("summer 2004", "autumn 2004", None),
        ("by 30.6.2004", "by 30.6.2004", None),
        ("by 30.6.2004", "second half of 2004", None),
        ("by 31.3.2004", "first half of 2004", None),
        ("during 2004", "by 31.12.2004", None),
        ("tbc", "by 31.3.2004", None),
        ("by 31.12.2004", "tbc", None),
        ("by 31.12.2004", "annually", None),
        ("annually", "by 31.3.2004", None),
    ],
)
def test_two_actions(awaited: str, waiting: str, *, certain: bool | None) -> None:
    found = contradictions(plan(do("1", awaited), do("2", waiting, links=AFTER_1)))
    assert [one.certain for one in found] == ([] if certain is None else [certain])
    for one in found:
        assert (str(one.item), str(one.awaited), one.rule) == ("P/2", "P/1", "order")
        assert f'"{waiting}"' in one.text
        assert f'"{awaited}"' in one.text
        assert [str(step) for step in one.steps] == ['P/1 -> P/2 (awaits): "await 1"']


def test_the_sentences_say_what_is_meant() -> None:
    certain, possible = (
        contradictions(plan(do("1", words), do("2", "by 31.3.2004", links=AFTER_1)))[0]
        for words in ("second half of 2004", "by 30.6.2004")
    )
    assert str(certain) == (
        'certain: P/2 is due by 2004-03-31 ("by 31.3.2004") and waits for P/1, which cannot be '
        'finished before 2004-07-01 ("second half of 2004")\n'
        '  P/1 -> P/2 (awaits): "await 1"'
    )
    assert possible.text == (
        'P/2 is due by 2004-03-31 ("by 31.3.2004") and waits for P/1, which may last until '
        '2004-06-30 ("by 30.6.2004")'
    )


def test_what_has_no_day_of_its_own_hands_the_time_on_with_the_least_that_it_takes() -> None:
    actions = (
        do("1", "by 30.6.2004"),
        do("2", links=AFTER_1),
        do("3", "by 9.7.2004", links=AFTER_2),
    )
    assert contradictions(plan(*actions)) == ()
    assert contradictions(plan(*actions), durations={"P/2": (9, None)}) == ()
    (found,) = contradictions(plan(*actions), durations={"P/2": (8, None), "P/3": 2})
    assert str(found.awaited) == "P/1"
    assert [str(step.later) for step in found.steps] == ["P/2", "P/3"]
    assert found.text.endswith(", so that it cannot be finished before 2004-07-10")


def test_each_is_told_against_the_nearest_that_has_a_day() -> None:
    actions = (
        do("1", "by 31.12.2004"),
        do("2", "by 30.6.2004", links=AFTER_1),
        do("3", "by 31.7.2004", links=AFTER_2),
        do("4", "by 31.3.2004", links=AFTER_2),
    )
    found = contradictions(plan(*actions))
    told = [(str(one.item), str(one.awaited), len(one.steps)) for one in found]
    assert told == [("P/2", "P/1", 1), ("P/3", "P/1", 2), ("P/4", "P/2", 1)]
    assert [str(step.later) for step in found[1].steps] == ["P/2", "P/3"]
    assert found[1].text.endswith(
        'waits for P/1, which may last until 2004-12-31 ("by 31.12.2004")'
    )


def test_what_may_be_late_makes_late_what_waits_for_it() -> None:
    chain = [do("1", "by 31.12.2004"), do("2", "by 31.3.2004", links=AFTER_1)]
    for words in ("by 30.6.2004", "by 30.12.2004"):
        found = contradictions(plan(*chain, do("3", words, links=AFTER_2)))
        assert [(str(one.item), one.certain) for one in found] == [("P/2", False), ("P/3", False)]
    assert len(contradictions(plan(*chain, do("3", "by 31.12.2004", links=AFTER_2)))) == 1
    assert len(contradictions(plan(*chain, do("3", links=AFTER_2)))) == 1


@pytest.mark.parametrize(
    ("awaited", "waiting", "certain"),
    [
        (["by 31.3.2004", "second half of 2004"], ["by 30.6.2004"], False),
        (["second half of 2004", "ongoing"], ["by 30.6.2004"], False),
        (["second half of 2004", "second half of 2004"], ["by 30.6.2004"], True),
        (["second half of 2004", "during 2005"], ["by 30.6.2004"], True),
        (["by 31.3.2004", "by 30.6.2004"], ["by 30.6.2004"], None),
        (["second half of 2004"], ["by 31.3.2004", "by 31.12.2004"], None),
    ],
)
def test_an_action_with_several_times(
    awaited: list[str], waiting: list[str], *, certain: bool | None
) -> None:
    found = contradictions(plan(do("1", *awaited), do("2", *waiting, links=AFTER_1)))
    assert [one.certain for one in found] == ([] if certain is None else [certain])


def test_what_goes_on_after_its_last_day_is_not_late() -> None:
    assert contradictions(plan(do("1", "by 31.3.2004", "since July 2004"))) == ()


def test_durations_count_as_in_a_schedule() -> None:
    actions = (do("1"), do("2", "by 31.3.2004", links=AFTER_1))
    (found,) = contradictions(plan(*actions), durations={"P/1": (10, 300)})
    assert (str(found.item), str(found.awaited), found.certain) == ("P/2", "P/1", False)
    assert found.text == (
        'P/2 is due by 2004-03-31 ("by 31.3.2004") and waits for P/1, which may last until '
        "2004-10-27 (it may take 300 days)"
    )
    assert contradictions(plan(*actions), durations={"P/1": (10, None)}) == ()
    assert contradictions(plan(*actions), durations={"P/1": (10, 90)}) == ()
    assert contradictions(plan(*actions, period=None), durations={"P/1": (10, 300)}) == ()
    (own,) = contradictions(plan(*actions), durations={"P/2": (10, 300)})
    assert (own.rule, own.awaited, own.steps, own.certain) == ("length", None, (), False)
    assert own.text == (
        'P/2 is due by 2004-03-31 ("by 31.3.2004") and may last until 2004-10-27, for it may take '
        "300 days and P begins on 2004-01-01"
    )


def test_what_takes_longer_than_its_own_last_day_makes_late_what_waits() -> None:
    actions = (do("1", "by 31.3.2004"), do("2", "by 30.6.2004", links=AFTER_1))
    first, second = contradictions(plan(*actions), durations={"P/1": (10, 300)})
    assert (first.rule, second.rule) == ("length", "order")
    assert second.text.endswith("which may last until 2004-10-27 (it may take 300 days)")


def test_a_part_that_begins_after_an_event_may_be_late() -> None:
    meeting = Event(id="M", title="next meeting", when="2004-06-10/2004-06-20")
    actions = (do("1", "after the next meeting"), do("2", "by 15.6.2004", links=AFTER_1))
    (found,) = contradictions(Dossier(plans=[plan(*actions)], events=[meeting]))
    assert not found.certain
    assert found.text.endswith('which may last until 2004-06-20 ("after the next meeting")')


def test_what_certainly_comes_too_late_makes_all_behind_it_late() -> None:
    actions = (
        do("1", "second half of 2004"),
        do("2", "by 30.6.2004", links=AFTER_1),
        do("3", "by 30.6.2004", links=AFTER_2),
    )
    found = contradictions(plan(*actions))
    assert [(str(one.item), str(one.awaited), one.certain) for one in found] == [
        ("P/2", "P/1", True),
        ("P/3", "P/1", True),
    ]


def test_a_plan_that_begins_later_is_in_the_way_as_well() -> None:
    early = plan(do("1", "by 30.6.2004", links=(link("depends on", "Q/1"),)))
    late = plan(do("1"), name="Q", period="2005-01-01/2005-12-31")
    (found,) = contradictions(Dossier(plans=[early, late]))
    assert found.certain
    assert found.text.endswith(
        "waits for Q/1, which cannot be finished before 2005-01-01 (Q begins on 2005-01-01)"
    )


def test_an_action_starts_while_its_plan_is_valid() -> None:
    actions = (do("1", "during 2005"), do("2", links=AFTER_1))
    (found,) = contradictions(plan(*actions))
    assert (found.rule, found.certain, str(found.limit)) == ("window", True, "2004-12-31")
    assert found.text == (
        "P/2 cannot start before 2005-01-01, for it waits for P/1, which cannot be finished "
        'before 2005-01-01 ("during 2005"); the last day on which it should start is 2004-12-31, '
        "with the end of P"
    )
    (possible,) = contradictions(plan(do("1", "by June 2005"), do("2", links=AFTER_1)))
    assert (possible.rule, possible.certain) == ("window", False)
    assert "may be unable to start before 2005-06-30" in possible.text


def test_an_action_that_runs_over_several_plans_began_before() -> None:
    links = (*AFTER_1, link("continues", "Q/9"))
    assert contradictions(plan(do("1", "during 2005"), do("2", links=links))) == ()
    same = (*AFTER_1, link("continues", "P/9"))
    assert len(contradictions(plan(do("1", "during 2005"), do("2", links=same)))) == 1


@every_case("status", Status)
def test_what_is_closed_holds_nothing_up_and_is_not_late(status: Status) -> None:
    one, two = do("1", "second half of 2004"), do("2", "by 31.3.2004", links=AFTER_1)
    for actions in (
        (attrs.evolve(one, status=status), two),
        (one, attrs.evolve(two, status=status)),
    ):
        assert bool(contradictions(plan(*actions))) is not status.closed


def test_events_have_their_day() -> None:
    meeting = Event(id="M", title="Meeting", when="2004-06-10/2004-06-20")
    awaits = (link("awaits", Named("M", "event"), "after the meeting"),)
    before = (link("followed up by", Named("M", "event"), "for the meeting"),)

    def found(action: Action) -> list[tuple[str, str, bool]]:
        dossier = Dossier(plans=[plan(action)], events=[meeting])
        return [(str(one.item), str(one.awaited), one.certain) for one in contradictions(dossier)]

    assert found(do("1", "by 9.6.2004", links=awaits)) == [("P/1", "M", True)]
    assert found(do("1", "by 19.6.2004", links=awaits)) == [("P/1", "M", False)]
    assert found(do("1", "by 20.6.2004", links=awaits)) == []
    assert found(do("1", "by 20.6.2004", links=before)) == []
    assert found(do("1", "by 21.6.2004", links=before)) == [("M", "P/1", False)]
    assert found(do("1", "late June 2004", links=before)) == [("M", "P/1", True)]


MEETING = Event(id="M", title="next meeting", when="2004-06-12/2004-06-20")
AFTER_MEETING = (link("awaits", Named("M", "event"), "after the meeting"),)
BEFORE_MEETING = (link("followed up by", Named("M", "event"), "for the meeting"),)


@pytest.mark.parametrize(
    ("words", "certain"),
    [
        ("before the next meeting", True),
        ("one month before the next meeting", True),
        ("at the next meeting", None),
        ("after the next meeting", None),
        ("within one month after the next meeting", None),
        ("by 19.6.2004", False),
        ("before the other meeting", None),
    ],
)
def test_due_before_the_event_that_is_awaited(words: str, *, certain: bool | None) -> None:
    action = do("1", words, links=AFTER_MEETING)
    found = contradictions(Dossier(plans=[plan(action)], events=[MEETING]))
    assert [one.certain for one in found] == ([] if certain is None else [certain])


def test_what_hangs_on_one_event_moves_with_it() -> None:
    action = do("1", "before the next meeting", links=AFTER_MEETING)
    (found,) = contradictions(Dossier(plans=[plan(action)], events=[MEETING]))
    assert str(found) == (
        'certain: P/1 is due by 2004-06-19 ("before the next meeting") and waits for M, '
        'which cannot be finished before 2004-06-20 (both hang on "next meeting" and move with '
        'it)\n  M -> P/1 (awaits): "after the meeting"'
    )
    # Another last day, which does not hang on the event, may be the one that counts.
    other = do("1", "before the next meeting", "by 30.6.2004", links=AFTER_MEETING)
    assert contradictions(Dossier(plans=[plan(other)], events=[MEETING])) == ()
    # With what it takes, two days after the event are not enough.
    late = do("1", "within two days after the next meeting", links=AFTER_MEETING)
    for least, certain in ((2, []), (3, [True])):
        dossier = Dossier(plans=[plan(late)], events=[MEETING])
        found_too = contradictions(dossier, durations={"P/1": (least, None)})
        assert [one.certain for one in found_too] == certain


def test_an_event_that_waits_for_what_comes_after_it() -> None:
    action = do("1", "after the next meeting", links=BEFORE_MEETING)
    dossier = Dossier(plans=[plan(action)], events=[MEETING])
    assert contradictions(dossier) == ()  # on the day of the meeting itself
    chain = (action, do("2", "before the next meeting", links=AFTER_1))
    (order,) = contradictions(Dossier(plans=[plan(*chain)], events=[MEETING]))
    assert (str(order.item), str(order.awaited), order.certain) == ("P/2", "P/1", True)


def test_what_takes_longer_than_it_has() -> None:
    (found,) = contradictions(plan(do("1", "by 31.1.2004")), durations={"P/1": (40, 50)})
    assert (found.rule, found.awaited, found.steps, found.certain) == ("length", None, (), True)
    assert found.text == (
        'P/1 is due by 2004-01-31 ("by 31.1.2004") and cannot be finished before 2004-02-10, '
        "for P begins on 2004-01-01"
    )


def test_circles_are_told_elsewhere() -> None:
    one = do("1", "during 2005", links=AFTER_2)
    assert contradictions(plan(one, do("2", "by 31.3.2004", links=AFTER_1))) == ()


@every_case(
    ("outside", "own", "told"),
    [
        ("second half of 2004", "by 31.3.2004", ["P/2 order"]),
        ("since January 2005", "tbc", ["P/1 window", "P/2 window"]),
        ("by 30.6.2004", "by 31.3.2004", []),  # only possible
        ("second half of 2004", "by 31.12.2004", []),
    ],
)
def test_in_a_circle_what_is_awaited_outside_of_it_counts(
    outside: str, own: str, told: list[str]
) -> None:
    found = contradictions(
        plan(
            do("0", outside),
            do("1", links=(link("awaits", "P/0", "await 0"),)),
            do("2", own, links=(*AFTER_1, link("awaits", "P/3", "await 3"))),
            do("3", "by 31.1.2004", links=AFTER_2),
            do("4", "by 31.1.2004", links=(link("awaits", "P/3", "await 3"),)),
        )
    )
    assert [f"{one.item} {one.rule}" for one in found if one.certain] == told
    assert [(str(one.awaited), len(one.steps)) for one in found[-1:]] == [("P/0", 2)][: len(told)]


def test_what_is_closed_in_a_circle_is_no_contradiction() -> None:
    late = do("1", "second half of 2004")
    one = do("2", "by 31.3.2004", links=(*AFTER_1, link("awaits", "P/3")))
    other = do("3", links=AFTER_2)
    assert len(contradictions(plan(late, one, other))) == 1
    done = attrs.evolve(one, status=Status.COMPLETED)
    assert contradictions(plan(late, done, other)) == ()


def test_the_bundled_dossier_has_none() -> None:
    assert contradictions(bundled_dossier()) == ()
