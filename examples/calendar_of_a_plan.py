"""Write the deadlines of a plan as a calendar, and say which of them have no day.

    python examples/calendar_of_a_plan.py plan.txt plan.ics

Without arguments it takes the small plan beside this file and writes `work_plan.ics`.
"""

import sys
from pathlib import Path

import customs_coop as cc

HERE = Path(__file__).parent


def main(arguments: list[str]) -> None:
    """Read the plan, list its deadlines, and write the calendar."""
    source, target = arguments or [str(HERE / "work_plan.txt"), "work_plan.ics"]
    plan = cc.load_plan(source)
    for action in plan:
        for deadline in action.all_deadlines:
            day = deadline.latest or "no day"
            print(f"{action.code}  {day!s:10}  {deadline.text}")
    print("wrote", cc.write(plan, target, alarm_days=30))


if __name__ == "__main__":
    main(sys.argv[1:])
