"""Who answers for what others owe, and what is asked no more."""

import attrs

from customs_coop.deadline import By, parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Obligation,
    Party,
    ProgressReport,
    Status,
)
from customs_coop.monitoring import StateOfPlay, matrix_of, review
from folded import every_case

REF = ActionRef("P9", "1")
COAST = Party(id="COAST", name="Countries of the coast")
MEMBERS = {"COAST": ["AL", "ME"]}
DUE = By("2006-05-01")


def dossier(
    *reports: ProgressReport, party: str | None, status: Status = Status.OPEN, text: str = "Report"
) -> Dossier:
    action = Action(code="1", title="Count the nets", status=status)
    return Dossier(
        plans=[
            ActionPlan(id="P9", title="Ninth", period="2006-01-01/2006-12-31", actions=[action])
        ],
        parties=[COAST],
        obligations=[Obligation(text=text, party=party, subject=REF, deadline=DUE)],
        progress=reports,
    )


def sent(party: str, on: str = "2006-04-20", **fields: object) -> ProgressReport:
    return ProgressReport(party=party, subject=REF, on=on, status="completed", **fields)  # type: ignore[arg-type]  # a table of fields


def states(state: StateOfPlay) -> dict[str | None, str]:
    return {one.party: one.state.value for one in state.owed if one.state}


@every_case(
    ("reporter", "owing", "expected"),
    [
        ("CCWP", "IT-PROJECT-GROUP", "sent"),
        ("CCWG", "IT-PROJECT-GROUP", "sent"),
        ("PRESIDENCY", "EUROPOL", "sent"),
        ("COM", "OLAF", "sent"),
        ("AL-CUSTOMS", "AL", "sent"),
        ("Albania", "AL", "sent"),
        ("OLAF", "COM", "missing"),
        ("IT-PROJECT-GROUP", "CCWP", "missing"),
        ("EUROPOL", "IT-PROJECT-GROUP", "missing"),
        ("EUROPOL", None, "sent"),
    ],
)
def test_who_speaks_for_a_party_answers_for_it(
    reporter: str, owing: str | None, expected: str
) -> None:
    report = sent(reporter)
    state = review(dossier(report, party=owing), on="2006-06-01")
    assert states(state) == {owing: expected}
    assert state.owed[0].answers == ((report,) if expected == "sent" else ())


def test_who_watches_over_the_plan_answers_for_others_once_the_thing_is_closed() -> None:
    for status, expected in (
        ("ongoing", "missing"),
        ("completed", "sent"),
        ("obsolete", "sent"),
    ):
        report = ProgressReport(party="CCWP", subject=REF, on="2006-04-20", status=status)
        for party in ("EUROPOL", "AL"):
            assert states(review(dossier(report, party=party), on="2006-06-01")) == {
                party: expected
            }
        # A body speaks for its own group whatever it says.
        group = dossier(report, party="IT-PROJECT-GROUP")
        assert states(review(group, on="2006-06-01")) == {"IT-PROJECT-GROUP": "sent"}


def test_a_collective_answers_for_its_members_in_review_and_matrix() -> None:
    report = sent("COAST")
    whole = dossier(report, party="COAST")
    state = review(whole, on="2006-06-01", members=MEMBERS)
    assert states(state) == {"AL": "sent", "ME": "sent"}
    matrix = matrix_of(whole, on="2006-06-01", members=MEMBERS)
    assert [one.answers for one in matrix.owed] == [(report,), (report,)]
    assert not matrix.missing
    # What a member says answers for that member alone, and a cell holds what its party said.
    alone = dossier(sent("AL"), party="COAST")
    assert states(review(alone, on="2006-06-01", members=MEMBERS)) == {
        "AL": "sent",
        "ME": "missing",
    }
    assert matrix.silent_parties == ("AL", "ME")


def test_what_names_nobody_is_answered_once_by_each_report() -> None:
    monthly = Obligation(text="Report", subject=REF, deadline=parse_deadline("monthly"))
    own = Obligation(text="Report", party="IT-PROJECT-GROUP", subject=REF, deadline=DUE)
    plan = dossier(party=None).plans[0]
    whole = Dossier(plans=[plan], obligations=[monthly, own], progress=[sent("CCWP", "2006-02-10")])
    state = review(whole, on="2006-03-15")
    came = [str(one.due) for one in state.owed if one.answers]
    assert came == ["2006-01-31", "2006-05-01"]


@every_case(
    ("status", "asked"),
    [
        (Status.OPEN, True),
        (Status.ONGOING, True),
        (Status.STANDING, True),
        (Status.COMPLETED, False),
        (Status.OBSOLETE, False),
        (Status.DEFERRED, False),
    ],
)
def test_what_is_printed_as_closed_asks_for_no_report(status: Status, *, asked: bool) -> None:
    silent = review(dossier(party="EUROPOL", status=status), on="2006-06-01")
    assert bool(silent.owed) is asked
    assert bool(silent.missing) is asked
    # What came all the same stays.
    told = review(dossier(sent("EUROPOL"), party="EUROPOL", status=status), on="2006-06-01")
    assert states(told) == {"EUROPOL": "sent"}
    members = dossier(party="COAST", status=status)
    assert bool(matrix_of(members, on="2006-06-01", members=MEMBERS).missing) is asked


def test_rounds_of_what_was_reported_as_obsolete_are_asked_no_more() -> None:
    base = dossier(party="EUROPOL")
    monthly = Obligation(
        text="Report", party="EUROPOL", subject=REF, deadline=parse_deadline("monthly")
    )
    gone = ProgressReport(party="EUROPOL", subject=REF, on="2006-01-20", status="obsolete")
    whole = Dossier(plans=base.plans, obligations=[monthly], progress=[gone])
    assert [str(one.due) for one in review(whole, on="2006-06-01").owed] == ["2006-01-31"]


def test_a_duty_to_act_is_no_report_that_did_not_come() -> None:
    whole = dossier(party="EUROPOL", text="Mend the nets")
    state = review(whole, on="2006-06-01")
    assert (state.missing, len(state.undone)) == ((), 1)
    assert "Duties on which nothing came (1)" in str(state)
    assert "Reports that did not come" not in str(state)
    assert not state.tallies("plan")[0].reported.whole
    matrix = matrix_of(
        dossier(party="COAST", text="Mend the nets"), on="2006-06-01", members=MEMBERS
    )
    assert not matrix.missing
    assert not any(cell.missing for cell in matrix.cells)


def test_only_what_was_certainly_due_is_counted_against() -> None:
    duties = [
        Obligation(text="Report", party="EUROPOL", subject=REF, deadline=parse_deadline(words))
        for words in ("30.4.2006", "early 2006")
    ]
    other = Obligation(text="Report", party="OLAF", subject=REF, deadline=parse_deadline("monthly"))
    plan = dossier(party=None).plans[0]
    whole = Dossier(plans=[plan], obligations=[*duties, other], progress=[])
    state = review(whole, on="2006-04-15")
    assert (len(state.missing), len(state.possibly_missing)) == (0, 4)
    (tally,) = state.tallies("plan")
    assert (tally.reported.part, tally.reported.whole) == (0, 0)
    later = review(whole, on="2006-05-02")
    assert len(later.missing) == 2
    # Nobody knows what came, as long as the dossier holds no report at all.
    assert str(later.tallies("plan")[0].reported) == "n/a"
    heard = attrs.evolve(whole, progress=[ProgressReport(party="IE", subject=REF, on="2006-04-01")])
    (tally,) = review(heard, on="2006-05-02").tallies("plan")
    assert str(tally.reported) == "0 of 2"


def test_of_a_silent_party_it_is_told_how_many_of_its_reports_came() -> None:
    duties = [
        Obligation(text="Report", party=party, subject=REF, deadline=parse_deadline("30.4.2006"))
        for party in ("EUROPOL", "OLAF")
    ]
    came = ProgressReport(party="OLAF", subject=REF, on="2006-04-20")
    plan = dossier(party=None).plans[0]
    state = review(Dossier(plans=[plan], obligations=duties, progress=[came]), on="2006-05-02")
    assert [
        str(state.of_party(one).tallies("plan")[0].reported) for one in ("EUROPOL", "OLAF")
    ] == [
        "0 of 1",
        "1 of 1",
    ]
