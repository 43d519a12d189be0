"""What a note says of reports, values and deadlines of which nobody knows which ones hold."""

import re
from decimal import Decimal

import attrs
import pytest

from customs_coop.deadline import Relative, parse_deadline
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Link,
    LinkKind,
    Measure,
    Measurement,
    Named,
    Obligation,
    Party,
    PartyKind,
    PartyRef,
    PeriodTarget,
    ProgressReport,
)
from customs_coop.monitoring import CellState, StateOfPlay, anchor_event, release_event, review
from customs_coop.monitoring.matrix.cells import told_cell
from customs_coop.monitoring.matrix.columns import has_administrations
from customs_coop.monitoring.parties.memberships import Membership
from customs_coop.monitoring.reports.contradicting import contradictions_of
from sample_states import country_state

SPRING, AUTUMN = "2031-01-01/2031-06-30", "2031-07-01/2031-12-31"
REF = ActionRef("P", "1")
LANTERNS = IndicatorRef(REF, 1)
FORMATS = ("state-docx", "state-html", "state-markdown", "state-text")


def lanterns(party: str, value: int, *, on: str = "2032-01-09", **fields: object) -> ProgressReport:
    found = Measurement(period=AUTUMN, value=value, unit="lanterns")
    # The other fields of a report are of many types.
    return ProgressReport(party=party, subject=LANTERNS, on=on, measurements=[found], **fields)  # type: ignore[arg-type]


def state_of(*reports: ProgressReport, target: int = 10, own: int | None = None) -> StateOfPlay:
    targets = [] if own is None else [PeriodTarget(period=AUTUMN, value=own)]
    measure = Measure(unit="lanterns", target=Decimal(target), targets=targets)
    action = Action(
        code="1", title="Light", indicators=[Indicator(text="Lanterns hung", measure=measure)]
    )
    plan = ActionPlan(id="P", title="Lamps", period="2031-01-01/2031-12-31", actions=[action])
    return review(Dossier(plans=[plan], progress=reports), on="2032-02-01", plans=["P"])


def section(state: StateOfPlay, name: str, language: str = "en") -> str:
    return str(export(state, "state-markdown", sections=(name,), language=language))


BOTH = (lanterns("AT", 5), lanterns("IT", 4), lanterns("IT", 6, text="Counted by night"))


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [
        ("en", "Contradictions (1)", "6 lanterns (1 July 2031 – 31 December 2031): “Counted by"),
        ("fr", "Contradictions (1)", "6 lanterns (1er juillet 2031 – 31 décembre 2031) : «"),
        ("de", "Widersprüche (1)", "6 lanterns (1. Juli 2031 – 31. Dezember 2031): „Counted"),
    ],
)
def test_contradictions_stand_near_the_top(language: str, heading: str, said: str) -> None:
    text = str(export(state_of(*BOTH), "state-markdown", language=language))
    titles = re.findall(r"^## [IVX]+\. (.*)$", text, re.MULTILINE)
    assert titles[1] == heading
    (row,) = [line for line in text.splitlines() if line.startswith("| IT |") and said in line]
    assert "| 4 lanterns (" in row
    assert "AT" not in row


def test_each_format_tells_of_contradictions() -> None:
    for name in FORMATS:
        page = export(state_of(*BOTH), name, sections=("contradictions",))
        assert len(page) != len(export(state_of(*BOTH[:2]), name, sections=("contradictions",)))


def test_only_that_in_which_they_differ_is_told_and_each_once() -> None:
    state = state_of(
        lanterns("IT", 4, status="ongoing", stage="drafted"),
        lanterns("IT", 4, status="completed", stage="drafted"),
        lanterns("IT", 4, applicable=False),
    )
    text = section(state, "contradictions")
    assert "| completed<br>ongoing<br>not applicable |" in text
    assert "lanterns" not in text
    assert "drafted" not in text.casefold()


def test_what_a_later_report_settles_is_no_contradiction() -> None:
    state = state_of(*BOTH, lanterns("IT", 5, on="2032-01-20"))
    assert contradictions_of(state) == ()
    assert "Contradictions" not in export(state, "state-markdown")


def test_a_matrix_tells_of_its_contradictions_too() -> None:
    (one,) = contradictions_of(country_state())
    assert (one.party, str(one.subject), one.words) == ("AL", "P9/2", "completed and ongoing")
    text = section(country_state(), "contradictions")
    assert (
        "| completed: “Item 2 is done”<br>ongoing: “Item 2 goes on" in text
        or ("| ongoing: “Item 2 goes on as planned in all ports”<br>completed: “Item 2 is done” |")
        in text
    )


@pytest.mark.parametrize(
    ("target", "met", "share"),
    [(9, "yes", "met"), (10, "not decided", "not decided"), (12, "no", "not met")],
)
def test_a_disputed_value_is_a_range_and_decides_what_both_decide(
    target: int, met: str, share: str
) -> None:
    text = section(state_of(*BOTH, target=target), "indicators")
    assert f"| 9 to 11 (disputed)<br>sum of several values | {target} | n/a | {met} |" in text
    assert "A disputed value is one of several" in text
    own = section(state_of(*BOTH, own=target, target=20), "indicators")
    assert f"target of the period {target}, {share}<br>target at the end 20" in own
    assert f"| {met} (target of the period) |" in own


def test_disputed_values_stand_marked_among_the_values() -> None:
    text = section(state_of(*BOTH), "indicators")
    values = [
        line.split(" | ")[2:4]
        for line in text.splitlines()
        if line.startswith("| 1, indicator 1 | 1")
    ]
    assert values == [["AT", "5"], ["IT", "4 (disputed)"], ["IT", "6 (disputed)"]]
    assert "disputed" not in section(state_of(*BOTH[:2]), "indicators")


def test_an_abbreviation_at_the_end_of_a_sentence_has_one_full_stop() -> None:
    text = str(export(state_of(*BOTH), "state-markdown", language="fr"))
    assert "s.o." in text
    assert "s.o.." not in text


# Deadlines.


def hanging() -> Dossier:
    words = "one month before the next meeting"
    duty = Obligation(
        text="Tell",
        party="MT",
        subject=REF,
        deadline=Relative("the next meeting", "-P1M", None, words),
    )
    plan = ActionPlan(
        id="P",
        title="Lamps",
        period="2031-01-01/2031-12-31",
        actions=[Action(code="1", title="Light")],
    )
    event = Event(id="M31", title="Next meeting", when="2031")
    return Dossier(plans=[plan], obligations=[duty], events=[event])


def test_a_day_that_is_set_and_taken_back_moves_nothing_by_days() -> None:
    first = anchor_event(hanging(), "M31", "2031-06-12", on="2031-02-01", reason="hall booked")
    second = anchor_event(first, "M31", "2031-07-12", on="2031-03-01", reason="hall burnt")
    back = release_event(second, "M31", on="2031-04-01", reason="nobody comes")
    assert [one.days for one in back.deadline_changes] == [None, None, 30, 31, None, None]
    text = section(review(back, on="2031-05-01"), "deadlines")
    rows = [
        line.split(" | ")[:4] for line in text.splitlines() if line.startswith(("| M31", "| 1 "))
    ]
    words = "“one month before the next meeting”<br>taken as: "
    year, window = (
        "from 1 January 2031 to 31 December 2031",
        "from 1 December 2030 to 30 November 2031",
    )
    assert rows == [
        ["| M31", year, "on 12 June 2031", "day set"],
        ["| 1", f"{words}{window}", f"{words}by 12 May 2031", "day set"],
        ["| M31", "on 12 June 2031", "on 12 July 2031", "+30 days"],
        ["| 1", f"{words}by 12 May 2031", f"{words}by 12 June 2031", "+31 days"],
        ["| M31", "on 12 July 2031", year, "day taken back"],
        ["| 1", f"{words}by 12 June 2031", f"{words}{window}", "day taken back"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "days"),
    [
        ("March 2031", "June 2031", 91),
        ("by end 2031", "by 1 February 2032", 32),
        ("2031", "June 2031", None),
        ("spring 2031", "by 1 July 2031", None),
        ("by 1 July 2031", "early 2032", None),
        ("tbc", "June 2031", None),
    ],
)
def test_days_are_counted_between_certain_days(old: str, new: str, days: int | None) -> None:
    change = DeadlineChange(subject=REF, old=parse_deadline(old), new=parse_deadline(new))
    assert change.days == days
    assert (change.day_before is not None and change.day_after is not None) is (days is not None)


def test_an_event_without_a_day_has_no_last_day() -> None:
    change = DeadlineChange(
        subject=Named("M31", "event"), old=None, new=parse_deadline("in 2031"), event="M31"
    )
    assert (change.days, change.day_after) == (None, None)


# Administrations.


@pytest.mark.parametrize(
    ("parties", "is_shown"),
    [
        (("AT",), True),
        (("AT", "IT"), True),
        (("WESTLAND-CUSTOMS",), True),
        (("MS", "GUILD-OF-LAMPS"), False),
        (("MS", "AT"), True),
        (("CCWP", "PRESIDENCY"), False),
        (("NORDIC-COUNTRIES", "SHORE"), False),
    ],
)
def test_a_matrix_without_administrations_is_no_section(
    parties: tuple[str, ...], *, is_shown: bool
) -> None:
    state = country_state()
    cell = state.matrix.cells[0]
    matrix = attrs.evolve(
        state.matrix,
        parties=parties,
        items=state.matrix.items[:1],
        cells=tuple(attrs.evolve(cell, party=party) for party in parties),
        owed=(),
    )
    guild = Party(id="GUILD-OF-LAMPS", name="Guild of Lamps", kind=PartyKind.GROUP)
    shore = Membership(party="SHORE", members=("AT",))
    changed = attrs.evolve(
        state, matrix=matrix, parties=(*state.parties, guild), collectives=(shore,)
    )
    assert has_administrations(changed) is is_shown
    assert ("## I. Reports by administration" in section(changed, "matrix")) is is_shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("agreement of EUROPOL", "agreement of PCWG")),
        ("fr", ("accord d'EUROPOL", "accord de PCWG")),
        ("de", ("Zustimmung von EUROPOL", "Zustimmung von PCWG")),
    ],
)
def test_an_agreement_is_said_as_people_say_it(language: str, words: tuple[str, ...]) -> None:
    awaited = [PartyRef("EUROPOL"), PartyRef("PCWG")]
    links = [Link(kind=LinkKind.REQUIRES_AGREEMENT_OF, target=one) for one in awaited]
    action = Action(code="1", title="Light", links=links)
    plan = ActionPlan(id="P", title="Lamps", period="2031-01-01/2031-12-31", actions=[action])
    text = section(review(plan, on="2031-05-01"), "waiting", language)
    for told in words:
        assert told in text


def test_a_service_and_its_state_contradict_each_other_in_one_voice() -> None:
    state = country_state()
    cell = state.matrix.cell("P9/1", "AL")
    (report,) = cell.reports
    sides = [
        attrs.evolve(report, party=party, status=status, on="2031-11-05")
        for party, status in (("AL-POSTS", "completed"), ("AL", "ongoing"))
    ]
    later = attrs.evolve(report, status=None, text="More to come")
    told = told_cell(attrs.evolve(cell, state=CellState.NO_REPORT), [*sides, later])
    cells = tuple(told if one == cell else one for one in state.matrix.cells)
    changed = attrs.evolve(state, matrix=attrs.evolve(state.matrix, cells=cells))
    (*_, one) = contradictions_of(changed)
    assert (one.party, str(one.subject), str(one.on)) == ("AL", "P9/1", "2031-11-05")
    assert one.words == "completed and ongoing"
    assert {*one.reports} == {*sides}
