"""Roll the bundled work plan over with decisions of your own, and show what became of it.

Run it with a folder to have the new plan written there as a Word document:

    python examples/roll_over_with_decisions.py build
"""

import sys
from pathlib import Path

import customs_coop as cc

DECISIONS: dict[str, cc.Disposition] = {
    "5.2": cc.Defer("no trainers before 2009"),
    "6.9": cc.SplitInto(["Survey the scanners", "Survey the laboratories"]),
    "10.2": cc.MergeInto("10.1", reason="one study will do"),
}


def decide(action: cc.Action) -> cc.Disposition:
    """Take the decision of the table above; without one, carry what is open."""
    return DECISIONS.get(str(action.code)) or cc.carry_open_actions(action)


def main(arguments: list[str]) -> None:
    """Roll over, print the ledger and what a person should look at, and write the plan."""
    plan = cc.bundled_dossier().plan_by_id("AP1")
    draft = cc.next_plan(plan, period="2007-01-01/2008-06-30", title="Second Action Plan")
    rolled = cc.roll_over(plan, into=draft, decide=decide, deadlines=cc.SHIFT)
    print(rolled.ledger)
    print()
    for finding in rolled.report.warnings:
        print(finding)
    for folder in arguments[:1]:
        Path(folder).mkdir(parents=True, exist_ok=True)
        print("wrote", cc.write(rolled.plan, Path(folder) / "ap2.docx"))


if __name__ == "__main__":
    main(sys.argv[1:])
