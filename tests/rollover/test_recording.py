"""The account of a rollover as JSON."""

import attrs

from customs_coop.datasets import bundled_dossier
from customs_coop.model import Action, ActionPlan, Indicator
from customs_coop.rollover import (
    Carry,
    Complete,
    Disposition,
    Drop,
    Ledger,
    Settle,
    SplitInto,
    ledger_from_json,
    ledger_to_json,
    roll_over,
)


def ledger() -> Ledger:
    decisions: dict[str, Disposition] = {
        "1.1": Carry(indicators=[Settle(1, Complete("held")), Settle("Guide", Drop("no printer"))]),
        "1.2": SplitInto(["At sea", Action(code="1", title="In the air")]),
        "1.4": Drop("no money"),
    }
    actions = [
        Action(
            code=code,
            title=f"Work on {code}",
            indicators=[Indicator(text="Course"), Indicator(text="Guide")],
        )
        for code in decisions
    ]
    return roll_over(
        ActionPlan(id="AP1", title="First", actions=actions),
        into=ActionPlan(id="AP2", title="Second"),
        decide=lambda action: decisions[str(action.code)],
        recommendations=bundled_dossier().recommendations[:2],
    ).ledger


def test_an_account_is_the_same_after_it_was_written_and_read() -> None:
    text = ledger_to_json(ledger())
    read, report = ledger_from_json(text)
    assert read == ledger()
    assert not list(report)
    assert read is not None
    assert ledger_to_json(read) == text
    assert str(read) == str(ledger())


def test_a_faulty_file_is_told_with_places() -> None:
    text = ledger_to_json(attrs.evolve(ledger(), recommendations=()))
    read, report = ledger_from_json(text.replace('"Drop"', '"Lose"', 1), "ledger.json")
    assert read is None
    assert not report.ok
    assert "ledger.json" in str(report)
    assert '"type" has to be one of' in str(report)


def test_a_number_that_nothing_can_have_is_told_with_its_place() -> None:
    text = ledger_to_json(ledger())
    wrong = text.replace('"opening": {\n  "actions": 3', '"opening": {\n  "actions": -1')
    assert wrong != text
    read, report = ledger_from_json(wrong, "ledger.json")
    assert read is None
    assert [str(one) for one in report] == [
        "ledger.json: $.opening: error CC104: there cannot be -1 actions"
    ]
