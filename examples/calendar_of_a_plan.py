"""Write the deadlines of a plan as a calendar, and say which of them have no day.

    python examples/calendar_of_a_plan.py plan.txt plan.ics

Without arguments it takes the small plan beside this file and writes `work_plan.ics`. Of what
recurs, each round is listed that ends inside the period of the plan, as the calendar has them.
"""

import sys
from pathlib import Path

import customs_coop as cc

HERE = Path(__file__).parent


def days_of(deadline: cc.Deadline, plan: cc.ActionPlan) -> list[str]:
    """The days on which the calendar shows a deadline; none where nothing tells one."""
    if isinstance(deadline, cc.Recurring):
        rounds = () if plan.period is None else deadline.last_days(within=plan.period)
        return [str(day) for day in rounds or (deadline.first, deadline.until) if day is not None]
    return [] if deadline.latest is None else [str(deadline.latest)]


def main(arguments: list[str]) -> None:
    """Read the plan, list its deadlines, and write the calendar."""
    source, target = arguments or [str(HERE / "work_plan.txt"), "work_plan.ics"]
    plan = cc.load_plan(source)
    for action in plan:
        for deadline in action.all_deadlines:
            for day in days_of(deadline, plan) or ["no day"]:
                print(f"{action.code}  {day:10}  {deadline.text}")
    print("wrote", cc.write(plan, target, alarm_days=30))


if __name__ == "__main__":
    if len(sys.argv) not in (1, 3):
        sys.exit("usage: calendar_of_a_plan.py [PLAN CALENDAR]")
    try:
        main(sys.argv[1:])
    except (cc.CustomsCoopError, OSError) as error:
        sys.exit(f"calendar_of_a_plan.py: {error}")
