"""List the open actions of each responsible party, with what is late on a day.

    python examples/open_actions_by_party.py 2006-10-01

The day is an argument, because a list for a meeting is wanted as of the day of the meeting.
"""

import sys
from collections import defaultdict

import customs_coop as cc


def open_actions(plan: cc.ActionPlan) -> dict[str, list[cc.Action]]:
    """The open actions by the id of each responsible party, in the order of the plan."""
    found: dict[str, list[cc.Action]] = defaultdict(list)
    for action in plan:
        if action.status.closed:
            continue
        parties = dict.fromkeys(involved.party for involved in action.responsible)
        for party in parties or ["nobody"]:
            found[party].append(action)
    return found


def main(arguments: list[str]) -> None:
    """Print a list for each party."""
    day = arguments[0] if arguments else "2006-10-01"
    plan = cc.bundled_dossier().plan_by_id("AP1")
    for party, actions in sorted(open_actions(plan).items()):
        print(f"{party}: {len(actions)} open")
        for action in actions:
            late = [d.text for d in action.all_deadlines if d.status_on(day) is cc.Due.OVERDUE]
            print(f"  {action.code}  {action.title}" + (f"  [late: {late[0]}]" if late else ""))


if __name__ == "__main__":
    main(sys.argv[1:])
