"""Whether what a decisions file says of missing codes and of recommendations fits the plan."""

from collections.abc import Mapping, Sequence

from customs_coop.model import ActionPlan
from customs_coop.model.numbering import missing_codes
from customs_coop.rollover.decisions.tables import Faults
from customs_coop.rollover.decisions.targets import Targets
from customs_coop.rollover.decisions.values import Answer, Decisions
from customs_coop.rollover.decisions.words import did_you_mean
from customs_coop.rollover.dispositions import MergeInto

__all__ = ["check_missing", "check_recommendations"]

_MOST = 3


def check_missing(decisions: Decisions, plan: ActionPlan, targets: Targets, faults: Faults) -> None:
    """Check what is said of codes that the plan leaves out, and where they went.

    Args:
        decisions: The decisions.
        plan: The plan that ends.
        targets: Its actions.
        faults: Where faults are told.
    """
    gaps = missing_codes(plan)
    listed = f"; missing are {', '.join(map(str, gaps))}" if gaps else ", nor any other code"
    for one in decisions.explained:
        if one.code.text in targets.places:
            faults.add(
                one.line, f"{one.code} is not missing; {plan.id} has it, so take it out here"
            )
        elif one.code not in gaps:
            faults.add(one.line, f"{plan.id} does not miss {one.code}{listed}")
        disposition = one.disposition
        if isinstance(disposition, MergeInto):
            into = disposition.code
            fault = targets.fault(
                into,
                way_out=f"write what became of {one.code} itself: complete, or drop with a reason",
            )
            if fault:
                faults.add(
                    one.lines.get("into", one.line), f"missing {one.code} goes into {into}{fault}"
                )


def check_recommendations(
    decisions: Decisions, handed_in: Sequence[str], targets: Targets, faults: Faults
) -> None:
    """Check that recommendations were handed in, and that actions can take them up.

    Args:
        decisions: The decisions.
        handed_in: The ids of what was handed in.
        targets: The actions of the plan that ends.
        faults: Where faults are told.
    """
    unknown: dict[str, int | None] = {}
    known = dict.fromkeys(handed_in)
    for one in decisions.answered:
        if one.recommendation not in known:
            unknown.setdefault(one.recommendation, one.line)
        if one.answer is Answer.TAKE_UP and one.action is not None:
            fault = targets.fault(one.action)
            if fault:
                faults.add(
                    one.lines.get("action", one.line),
                    f"recommendation {one.recommendation} is to be taken up by {one.action}{fault}",
                )
    for draft in decisions.drafts:
        for name in draft.recommendations:
            if name not in known:
                unknown.setdefault(name, draft.line)
    _refuse_unknown(unknown, handed_in, faults)


def _refuse_unknown(
    unknown: Mapping[str, int | None], handed_in: Sequence[str], faults: Faults
) -> None:
    if unknown and not handed_in:
        # One cause has one fault, not one for each of them.
        names = list(unknown)
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        what = "recommendation" if len(names) == 1 else "recommendations"
        listed = f"{', '.join(names[:_MOST])}{more}"
        faults.add(
            unknown[names[0]],
            f"no recommendations are handed in, and the file decides on {what} {listed}; name the"
            " file that they stand in, at the command line with --recommendations-from FILE",
        )
        return
    for name, line in unknown.items():
        near = did_you_mean(name, handed_in)
        way_out = "; hand in the file that it stands in, too, or take it out"
        faults.add(line, f"no recommendation {name} is handed in{near or way_out}")
