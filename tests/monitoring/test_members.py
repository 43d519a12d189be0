"""Members of a collective: what they answer for with the others, and where nobody names them."""

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs
import pytest

from customs_coop.deadline import By
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Involvement,
    Obligation,
    Party,
    PlanRef,
    ProgressReport,
    Role,
    Status,
)
from customs_coop.monitoring import Membership, StateOfPlay, review, state_from_json
from customs_coop.monitoring.recording import state_to_json

DAY = dt.date(2031, 5, 25)
NAMED: Mapping[str, Sequence[str]] = {"SHORE": ["AL", "BA", "MK"]}


def lead(party: str) -> Involvement:
    return Involvement(party=party, role=Role.RESPONSIBLE)


def sent(party: str, code: str, status: Status = Status.ONGOING) -> ProgressReport:
    return ProgressReport(
        party=party, subject=ActionRef("P9", code), on="2031-05-05", status=status, text="As told"
    )


def shore(*reports: ProgressReport, asked: bool = True) -> Dossier:
    """Two things of all services of the shore, and one of the working party."""
    actions = [
        Action(code="1", title="Light the lamps", involved=[lead("SHORE")]),
        Action(code="2", title="Dredge", deadlines=[By("2031-08-01")], involved=[lead("SHORE")]),
        Action(code="3", title="Write it down", involved=[lead("CCWP")]),
    ]
    duties = [
        Obligation(
            text=f"Report on {code}",
            party="SHORE",
            subject=ActionRef("P9", code),
            deadline=By("2031-05-12"),
        )
        for code in ("1", "2")
    ]
    return Dossier(
        plans=[ActionPlan(id="P9", title="Lamps", actions=actions)],
        parties=[Party(id="SHORE", name="Services of the shore")],
        obligations=duties if asked else [],
        progress=reports,
    )


REPORTS = (sent("AL", "1", Status.COMPLETED), sent("AL", "2"), sent("MK", "1"))


def subjects(state: StateOfPlay) -> list[str]:
    return [str(one.subject) for one in state.items]


@pytest.mark.parametrize("asked", [True, False])
def test_a_member_answers_for_what_its_collective_answers_for(*, asked: bool) -> None:
    state = review(shore(*REPORTS, asked=asked), on=DAY, members=NAMED)
    assert state.collectives == (Membership(party="SHORE", members=("AL", "BA", "MK")),)
    part = state.of_party("MK")
    assert subjects(part) == ["P9/1", "P9/2"]
    assert [one.party for one in part.owed] == (["MK", "MK"] if asked else [])
    # Of the reports it has only its own, and it is silent where it said nothing itself.
    assert [[one.party for one in item.reports] for item in part.items] == [["MK"], []]
    assert [item.silent for item in part.items] == [False, True]
    assert [item.standing for item in part.items] == [item.standing for item in state.items[:2]]
    assert "2 things: 1 due, 1 ongoing." in str(part)
    assert "  silent    1 of 2: no status printed, no report" in str(part)


def test_the_page_of_a_member_tells_what_it_said_and_nothing_of_the_others() -> None:
    clash = attrs.evolve(sent("AL", "1"), text="Not at all")
    state = review(shore(*REPORTS, clash), on=DAY, members=NAMED)
    assert "Contradictions (1)" in str(state)
    page = str(state.of_party("MK"))
    assert "Contradictions" not in page
    assert "  matrix    items 2, MK: 1 reported, 1 no report\n" in page
    assert "Contradictions (1)" in str(state.of_party("AL"))


def test_a_party_that_is_part_of_the_collective_is_a_member() -> None:
    whole = shore(*REPORTS)
    parts = [Party(id=one, name=f"Service {one}", part_of="SHORE") for one in ("AL", "ZZ")]
    state = review(attrs.evolve(whole, parties=[*whole.parties, *parts]), on=DAY)
    assert state.collectives == (Membership(party="SHORE", members=("AL", "ZZ")),)
    assert subjects(state.of_party("ZZ")) == ["P9/1", "P9/2"]
    assert subjects(state.of_party("MK")) == []


def test_who_answers_for_itself_too_keeps_all_reports() -> None:
    whole = shore(*REPORTS)
    first, *others = whole.plan.actions
    both = attrs.evolve(first, involved=[lead("SHORE"), lead("MK")])
    plan = attrs.evolve(whole.plan, actions=[both, *others])
    part = review(attrs.evolve(whole, plans=[plan]), on=DAY, members=NAMED).of_party("MK")
    assert [one.party for one in part.items[0].reports] == ["AL", "MK"]


def test_the_part_of_the_collective_has_all_its_members() -> None:
    part = review(shore(*REPORTS), on=DAY, members=NAMED).of_party("SHORE")
    assert subjects(part) == ["P9/1", "P9/2"]
    assert part.matrix.parties == ("AL", "BA", "MK")
    assert len(part.matrix.cells) == 6
    assert len(part.owed) == 6


def test_things_of_a_collective_count_for_each_of_its_members() -> None:
    state = review(shore(*REPORTS), on=DAY, members=NAMED)
    rows = [
        (one.key, one.label, one.total, str(one.silent), str(one.reported))
        for one in state.tallies("party")
    ]
    assert rows == [
        ("SHORE", "Services of the shore", 2, "0 of 2", "n/a"),
        ("AL", "Albania", 2, "0 of 2", "2 of 2"),
        ("BA", "Bosnia and Herzegovina", 2, "2 of 2", "0 of 2"),
        ("MK", "North Macedonia", 2, "1 of 2", "1 of 2"),
        ("CCWP", "Customs Cooperation Working Party", 1, "1 of 1", "n/a"),
    ]
    (own,) = [one for one in state.of_party("MK").tallies("party") if one.key == "MK"]
    assert (own.total, str(own.silent), str(own.reported)) == rows[3][2:]
    assert [one.key for one in state.of_party("MK").tallies("party")] == ["SHORE", "MK"]
    assert sum(one.total for one in state.tallies("plan")) == 3


def test_what_is_printed_is_not_silent_for_a_member_either() -> None:
    whole = shore(*REPORTS)
    first, *others = whole.plan.actions
    told = attrs.evolve(first, status_text="The poles stand")
    plan = attrs.evolve(whole.plan, actions=[told, *others])
    part = review(attrs.evolve(whole, plans=[plan]), on=DAY, members=NAMED).of_party("BA")
    assert [item.silent for item in part.items] == [False, True]


def test_the_members_survive_the_way_through_a_file() -> None:
    state = review(shore(*REPORTS), on=DAY, members=NAMED)
    again, report = state_from_json(state_to_json(state))
    assert again == state
    assert report.ok


# Members whom nobody names.


def unnamed(dossier: Dossier, members: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    report = review(dossier, on=DAY, members=members).report
    return [one.message for one in report if one.code == "CC817"]


def test_reports_of_members_whom_nobody_names_are_told() -> None:
    state = review(shore(*REPORTS), on=DAY)
    (finding,) = [one for one in state.report if one.code == "CC817"]
    assert finding.subject == "SHORE"
    assert finding.message == (
        "AL, MK reported, and the reports that SHORE owes count as not sent, for nobody says who"
        " its members are"
    )
    assert finding.hint == "name all its members, also those that are silent"
    assert finding in state.report.warnings
    assert str(state.tallies("party")[0].reported) == "0 of 2"


def test_nothing_is_told_where_the_members_are_named_or_nobody_reported() -> None:
    assert unnamed(shore(*REPORTS), NAMED) == []
    assert unnamed(shore()) == []
    # The collective itself has reported.
    assert unnamed(shore(*REPORTS, sent("SHORE", "1"), sent("SHORE", "2"))) == []
    # Nothing is owed, or something on which they did not report.
    assert unnamed(shore(*REPORTS, asked=False)) == []
    whole = shore(sent("AL", "3"))
    assert unnamed(whole) == []
    on_plan = attrs.evolve(whole.obligations[0], subject=PlanRef("P9"))
    assert unnamed(attrs.evolve(whole, obligations=[on_plan])) != []
