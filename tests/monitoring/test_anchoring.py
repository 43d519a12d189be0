"""Events that get their day, are moved and are released, with what hangs on them."""

import attrs
import pytest

from customs_coop.dates import PartialDate
from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.errors import InvalidValueError, UnknownEventError
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Event,
    Indicator,
    Named,
    Obligation,
    PartyRef,
)
from customs_coop.monitoring import (
    anchor_event,
    event_called,
    hanging_on,
    release_event,
    window_of,
)
from customs_coop.references import DocumentNumber
from folded import every_case

YEAR = PartialDate("2008-01-01", "2008-12-31")
REGATTA = Event(id="R9", title="The next regatta", when=YEAR)
STORM = Event(id="S", title="Storm")
MONTH_BEFORE = Relative("next regatta", "-P1M")


def dossier(*events: Event) -> Dossier:
    action = Action(
        code="1",
        title="Mend nets",
        deadlines=[By("2008-03-31"), Relative("R9", "P1Y")],
        indicators=[
            Indicator(text="Nets mended", deadlines=[Relative("the storm", "P1M")]),
            Indicator(text="Report", deadlines=[MONTH_BEFORE]),
        ],
    )
    return Dossier(
        plans=[ActionPlan(id="P9", title="Ninth plan", actions=[action])],
        events=events or (REGATTA, STORM),
        obligations=[
            Obligation(text="Report", party="AA", deadline=MONTH_BEFORE),
            Obligation(text="Report", party="AA", to="MS", deadline=MONTH_BEFORE),
            Obligation(text="Survey  of nets", deadline=Relative("The Next Regatta", None)),
            Obligation(text="Meet", party="AA", deadline=Relative("the storm", "-P1M")),
        ],
    )


def latest(found: Dossier) -> list[str]:
    deadlines = [*found.plans[0].actions[0].all_deadlines]
    deadlines += [duty.deadline for duty in found.obligations if duty.deadline]
    return [str(one.latest) for one in deadlines]


def test_what_hangs_on_an_event() -> None:
    found = hanging_on(dossier(), "R9")
    assert [str(one.subject) for one in found] == [
        "P9/1",
        "P9/1 indicator 2",
        "AA",
        "AA",
        "Survey of nets",
    ]
    assert [one.deadline.text for one in found][:2] == ["within 1 year of R9", MONTH_BEFORE.text]
    assert [one.obligation is None for one in found] == [True, True, False, False, False]


def test_an_event_gives_its_day_to_all_that_hangs_on_it() -> None:
    before = dossier()
    after = anchor_event(before, "R9", "2008-06-12")
    assert latest(before) == ["2008-03-31"] + ["None"] * 7
    assert latest(after) == [
        *("2008-03-31", "2009-06-12", "None", "2008-05-12"),
        *("2008-05-12", "2008-05-12", "None", "None"),
    ]
    survey = after.obligations[2].deadline
    assert survey is not None
    assert str(survey.earliest) == "2008-06-12"
    assert [event.when for event in after.events] == [PartialDate("2008-06-12", "2008-06-12"), None]


def test_each_change_is_recorded_once() -> None:
    number = DocumentNumber.parse("11167/08")
    after = anchor_event(
        dossier(), "R9", "2008-06-12", document=number, on="2008-01-20", reason="fixed by the host"
    )
    changes = after.deadline_changes
    assert [str(one.subject) for one in changes] == [
        "R9",
        "P9/1",
        "P9/1 indicator 2",
        "AA",
        "Survey of nets",
    ]
    assert {(str(one.document), str(one.on), one.reason, one.event) for one in changes} == {
        ("11167/08", "2008-01-20", "fixed by the host", "R9")
    }
    assert changes[0].subject == Named("R9", "event")
    assert changes[3].subject == PartyRef("AA")
    assert (changes[2].old, changes[2].new) == (MONTH_BEFORE, MONTH_BEFORE.anchored("2008-06-12"))


def test_an_event_that_is_moved_moves_all_that_hangs_on_it() -> None:
    first = anchor_event(dossier(), "R9", "2008-06-12")
    moved = anchor_event(first, "R9", "2008-07-12")
    assert latest(moved)[3:5] == ["2008-06-12", "2008-06-12"]
    slips = moved.deadline_changes[len(first.deadline_changes) :]
    assert [one.days for one in slips] == [30, 30, 31, 31, None]


def test_nothing_is_recorded_where_nothing_changes() -> None:
    first = anchor_event(dossier(), "R9", "2008-06-12")
    assert anchor_event(first, "R9", "2008-06-12") is first
    assert release_event(dossier(), "R9") == dossier()


def test_bounds_of_an_event_take_its_day_away() -> None:
    first = anchor_event(dossier(), "R9", "2008-06-12")
    vague = anchor_event(first, "R9", "2008-06")
    assert latest(vague)[3:5] == ["None", "None"]
    assert vague.events[0].when == PartialDate("2008-06-01", "2008-06-30")


@every_case(
    "when",
    [None, PartialDate(), YEAR, PartialDate("2008-06-12", None), PartialDate(None, "2008-06-12")],
)
def test_release_is_exact(when: PartialDate | None) -> None:
    before = dossier(attrs.evolve(REGATTA, when=when), STORM)
    once = anchor_event(before, "R9", "2008-06-12")
    twice = anchor_event(anchor_event(once, "R9", "2008-07"), "R9", "2008-07-12")
    for anchored in (once, twice):
        back = release_event(anchored, "R9", reason="called off")
        assert attrs.evolve(back, deadline_changes=()) == before
        assert back.deadline_changes[-1].reason == "called off"
        # What was undone can be done again, and undone again.
        again = release_event(anchor_event(back, "R9", "2009-01-15"), "R9")
        assert attrs.evolve(again, deadline_changes=()) == before


def test_release_of_an_event_whose_day_is_printed_keeps_its_day() -> None:
    printed = dossier(attrs.evolve(REGATTA, when="2008-06-12"), STORM)
    back = release_event(anchor_event(printed, "R9", "2008-06-12"), "R9")
    assert attrs.evolve(back, deadline_changes=()) == printed


# Names.


@every_case(
    ("name", "found"),
    [
        ("R9", "R9"),
        ("r9", "R9"),
        ("the next regatta", "R9"),
        ("next  Regatta", "R9"),
        ("“next regatta”", "R9"),
        ("A storm", "S"),
        ("L’ouragan", "O"),
        ("die Jahres–tagung", "T"),
    ],
)
def test_an_event_is_found_by_its_id_and_by_its_title(name: str, found: str) -> None:
    events = [
        REGATTA,
        STORM,
        Event(id="O", title="ouragan"),
        Event(id="T", title="Jahres-Tagung"),
    ]
    assert event_called(Dossier(events=events), name).id == found


def test_an_unknown_event_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UnknownEventError, match=r"no event 'Race'; there is 'R9' \(2008-.*'S'"):
        anchor_event(dossier(), "Race", "2008-06-12")
    with pytest.raises(UnknownEventError, match="there is none"):
        hanging_on(Dossier(), "Race")


# Events that only deadlines name.

FERRY = Relative("the  Next Ferry", "-P1M", text="a month before the next ferry")


def undated() -> Dossier:
    before = dossier()
    action = attrs.evolve(before.plans[0].actions[0], deadlines=[Relative("next ferry", "-P1D")])
    plan = attrs.evolve(before.plans[0], actions=[action])
    duties = [*before.obligations, Obligation(text="Count", party="AA", deadline=FERRY)]
    return attrs.evolve(before, plans=[plan], obligations=duties)


@every_case("name", ["next ferry", "the next ferry", "The  Next Ferry"])
def test_an_event_that_only_deadlines_name_is_made_and_taken_away_again(name: str) -> None:
    before = undated()
    assert [str(one.subject) for one in hanging_on(before, name)] == ["P9/1", "AA"]
    after = anchor_event(before, name, "2008-06-12", reason="fixed")
    made = Event(id="next ferry", title="next ferry", when="2008-06-12")
    assert after.events == (*before.events, made)
    assert str(after.plans[0].actions[0].deadlines[0].latest) == "2008-06-11"
    assert str(after.obligations[-1].deadline.latest) == "2008-05-12"  # type: ignore[union-attr]  # it has one
    assert after.deadline_changes[0].old == Undetermined("next ferry")
    assert anchor_event(after, name, "2008-06-12") is after
    for anchored in (after, anchor_event(after, name, "2008-07")):
        back = release_event(anchored, name)
        assert attrs.evolve(back, deadline_changes=()) == before
        assert release_event(back, name) is back
        again = release_event(anchor_event(back, name, "2009-01-15"), name)
        assert attrs.evolve(again, deadline_changes=()) == before


def test_an_event_that_is_listed_without_a_day_stays_when_it_is_released() -> None:
    listed = attrs.evolve(undated(), events=[Event(id="next ferry", title="next ferry")])
    back = release_event(anchor_event(listed, "the next ferry", "2008-06-12"), "next ferry")
    assert attrs.evolve(back, deadline_changes=()) == listed


def test_the_id_of_a_made_event_is_the_words_of_the_first_deadline() -> None:
    duty = Obligation(text="Count", deadline=Relative("the Next Ferry", "-P1M"))
    after = anchor_event(Dossier(obligations=[duty]), "next ferry", "2008-06")
    assert [(one.id, one.title) for one in after.events] == [("the Next Ferry", "Next Ferry")]
    assert window_of(duty.deadline, after.events)[1] is not None


def test_an_unknown_event_is_told_with_what_deadlines_hang_on() -> None:
    with pytest.raises(UnknownEventError, match=r"'S'; deadlines hang on 'next ferry'\Z"):
        anchor_event(undated(), "the next race", "2008-06-12")


def test_a_name_of_two_events_is_refused() -> None:
    twins = Dossier(events=[Event(id="R1", title="Regatta"), Event(id="R2", title="the regatta")])
    with pytest.raises(UnknownEventError, match="any of 'R1', 'R2'; say which"):
        anchor_event(twins, "regatta", "2008-06-12")
    assert anchor_event(twins, "R2", "2008-06-12").events[1].when is not None
    hanging = attrs.evolve(twins, obligations=[Obligation(text="", deadline=MONTH_BEFORE)])
    assert hanging_on(hanging, "R1") == ()
    hanging = attrs.evolve(
        twins, obligations=[Obligation(text="Go", deadline=Relative("a regatta", "-P1M"))]
    )
    with pytest.raises(UnknownEventError, match="Go: 'a regatta' can be any of 'R1', 'R2'"):
        anchor_event(hanging, "R1", "2008-06-12")


def test_an_id_comes_before_a_title() -> None:
    events = [Event(id="Storm", title="Gale"), Event(id="S2", title="storm")]
    hangs = Obligation(text="Go", deadline=Relative("the storm", "-P1M"))
    found = Dossier(events=events, obligations=[hangs])
    assert len(hanging_on(found, "Storm")) == 1
    assert hanging_on(found, "S2") == ()


def test_an_event_without_an_id_cannot_be_recorded() -> None:
    with pytest.raises(UnknownEventError, match="needs an id"):
        anchor_event(Dossier(events=[Event(id="", title="Regatta")]), "regatta", "2008-06-12")


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="out of the calendar"):
        anchor_event(dossier(), "R9", "0001-01-01")
    with pytest.raises(InvalidValueError, match="soon"):
        anchor_event(dossier(), "R9", "soon")


# Bounds.


@every_case(
    ("deadline", "earliest", "latest"),
    [
        (Relative("next regatta", "-P1M"), "2007-12-01", "2008-11-30"),
        (Relative("next regatta", "P0D"), "2008-01-01", "2008-12-31"),
        (Relative("next regatta", "P6M"), "2008-07-01", "2009-06-30"),
        (Relative("next regatta", None), "None", "None"),
        (Relative("next regatta", "-P1M").anchored("2008-06-12"), "None", "2008-05-12"),
        (Relative("next regatta", "P9999Y"), "None", "None"),
        (Relative("the storm", "-P1M"), "None", "None"),
        (Relative("each visit", "-P1M"), "None", "None"),
        (By("1998-06-30"), "None", "1998-06-30"),
        (By("2012-12-31", "by spring 2012", "season"), "2012-02-01", "2012-12-31"),
        (During("1998-01-01", "1998-04-30", "early 1998", "early"), "1998-01-01", "1998-04-30"),
        (During("1998-01-01", "1998-04-30"), "None", "1998-04-30"),
        (During("1998-01-01", None), "None", "None"),
        (Recurring(None, first="1998-01-31", until="1998-12-31"), "1998-01-31", "1998-12-31"),
        (Undetermined("tbc"), "None", "None"),
        (None, "None", "None"),
    ],
)
def test_between_which_days_a_deadline_is_due(
    deadline: Deadline | None, earliest: str, latest: str
) -> None:
    found = window_of(deadline, [REGATTA, STORM])
    assert tuple(map(str, found)) == (earliest, latest)


def test_an_event_with_one_bound() -> None:
    for when, expected in (
        (PartialDate("2008-06-01", None), ("2008-05-01", "None")),
        (PartialDate(None, "2008-06-30"), ("None", "2008-05-30")),
        (PartialDate("2008-06-12", "2008-06-12"), ("None", "2008-05-12")),
    ):
        event = attrs.evolve(REGATTA, when=when)
        assert tuple(map(str, window_of(MONTH_BEFORE, [event]))) == expected
