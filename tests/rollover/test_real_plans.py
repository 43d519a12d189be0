"""The two bundled plans, validated, rolled over and compared."""

from customs_coop.comparison import diff
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import Undetermined
from customs_coop.model import ActionPlan, ActionRef, LinkKind
from customs_coop.rollover import BLANK, Outcome, Rollover, next_plan, roll_over
from customs_coop.validation import validate


def rolled(name: str) -> tuple[ActionPlan, Rollover]:
    dossier = bundled_dossier()
    (plan,) = (plan for plan in dossier.plans if plan.id == name)
    assert plan.period is not None
    draft = next_plan(plan, period=plan.period.next(18))
    return plan, roll_over(plan, into=draft, recommendations=dossier.recommendations)


def test_they_validate_without_an_error_and_with_what_a_reader_would_find() -> None:
    report = validate(bundled_dossier())
    assert report.ok
    told = {(finding.code, finding.subject) for finding in report}
    assert {
        ("CC501", "AP1/1.2"),
        ("CC208", "AP1"),
        ("CC402", "AP1/2.2"),
        ("CC303", "AP1/9.3"),
    } <= told


def test_the_account_of_the_revised_plan_of_2005() -> None:
    plan, result = rolled("AP1")
    ledger = result.ledger
    assert len(ledger) == len(plan) == sum(ledger.balance.values()) == 35
    assert ledger.balance["completed"] == 8
    assert ledger.balance["dropped"] == 1
    assert len(result.plan) == ledger.balance["carried"] == 26
    assert [str(code) for code in ledger.unexplained] == ["7.1", "8.1", "8.4", "9.5"]
    new_codes = {str(e.action.code): str(e.successors[0].code) for e in ledger if e.successors}
    assert (new_codes["1.3"], new_codes["6.9"], new_codes["8.7"]) == ("1.3", "6.6", "8.3")
    # 2.2 waits for 2.1, which is completed: the link stays with the old plan
    awaited = [x.target for x in result.plan["2.1"].links if x.kind is LinkKind.AWAITS]
    assert awaited[0] == ActionRef("AP1", "2.1")
    assert validate(result.plan).ok
    found = diff(plan, result.plan)
    assert (len(found.removed), len(found.added)) == (9, 0)
    assert len(found.renumbered) == sum(old != new for old, new in new_codes.items())


def test_the_account_of_the_fifth_plan() -> None:
    plan, result = rolled("AP5")
    assert [str(action.code) for action in result.plan] == [f"6.{n}" for n in range(1, 11)]
    assert result.plan.title.startswith("Sixth")
    assert {entry.outcome for entry in result.ledger.recommendations} == {Outcome.TAKEN_UP}
    assert [finding.code for finding in result.report] == ["CC604"]
    assert not diff(plan, result.plan).removed


def test_blanked_deadlines_keep_their_words() -> None:
    plan, _ = rolled("AP1")
    draft = next_plan(plan, period="2007-01-01/2008-06-30")
    new = roll_over(plan, into=draft, deadlines=BLANK).plan
    assert Undetermined("to be determined (previously: 28.02.2006)") in new["5.1"].all_deadlines


def test_a_marking_that_is_not_carried_over_is_told() -> None:
    _, result = rolled("AP1")
    told = [found for found in result.report if found.code == "CC615"]
    assert [found.subject for found in told] == ["AP2"]
    _, result = rolled("AP5")
    assert "CC615" not in [found.code for found in result.report]
