"""The two bundled plans and a printed one, validated, rolled over and compared."""

from customs_coop.comparison import diff
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import Undetermined
from customs_coop.model import ActionPlan, ActionRef, LinkKind
from customs_coop.rollover import BLANK, CAP, Drop, Outcome, Rollover, next_plan, roll_over
from customs_coop.validation import validate
from real_documents import parsed


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
    assert len(ledger) == len(plan) == ledger.balance["actions"].opening == 35
    assert ledger.balance.balanced
    assert ledger.balance["actions"]["completed"] == 8
    assert ledger.balance["actions"]["dropped"] == 1
    assert len(result.plan) == ledger.balance["actions"]["carried"] == 26
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


def test_the_account_of_the_plan_as_it_was_printed() -> None:
    """From the document itself: 44 actions announced, 35 printed, and every gap in the ledger."""
    plan = parsed("2005-revised-work-plan.txt").dossier.plan
    draft = next_plan(plan, period="2007-01-01/2008-06-30")
    result = roll_over(plan, into=draft, deadlines=CAP)
    ledger = result.ledger
    assert ledger.balance.balanced
    assert ledger.balance["actions"].opening == 35
    assert [str(code) for code in ledger.unexplained] == ["7.1", "8.1", "8.4", "9.5"]
    assert ledger.announced is not None
    assert (ledger.announced.actions, ledger.announced.printed) == (44, 35)
    assert (ledger.announced.aliases, ledger.announced.unaccounted) == (2, 3)
    assert len(ledger.announced.deleted_areas) == 1
    assert "CC620" in [finding.code for finding in result.report]
    again = roll_over(plan, into=result.plan, deadlines=CAP)
    assert (again.plan, again.ledger) == (result.plan, ledger)
    missing = {code: Drop("not in the revised plan") for code in ledger.unexplained}
    explained = roll_over(plan, into=draft, deadlines=CAP, missing=missing)
    assert explained.ledger.unexplained == ()
    assert explained.ledger.balance["missing codes"]["dropped"] == 4
    assert max(map(len, str(ledger).splitlines())) <= 100


def test_an_action_of_the_fifth_plan_ran_through_three() -> None:
    _, result = rolled("AP5")
    (entry,) = [entry for entry in result.ledger if entry.action.code == "5.9"]
    assert [str(one.action) for one in entry.earlier] == ["AP3/3.9", "AP4"]
    assert entry.times_carried == 3
    assert str(entry.first) == "AP3/3.9"


def test_old_codes_in_the_words_of_the_revised_plan_are_told() -> None:
    _, result = rolled("AP1")
    told = {found.subject: found.message for found in result.report if found.code == "CC617"}
    assert told["AP2/4.2"].endswith("means AP1/8.2, which is now 8.1")
    assert told["AP2/2.1"].endswith("means AP1/2.1, which does not go on")


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
