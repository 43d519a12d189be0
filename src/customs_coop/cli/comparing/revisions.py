"""The command that tells the history of a plan."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.comparing.sides import Side, check_files, side_of, table_for
from customs_coop.cli.options import FORCE, OUT, PLAN
from customs_coop.cli.outputs import deliver
from customs_coop.cli.streams import say

if TYPE_CHECKING:
    from customs_coop.comparison import History
    from customs_coop.model import ActionPlan

__all__ = ["history"]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@PLAN
@click.option(
    "--as-of",
    "when",
    metavar="REV|DATE",
    help='The plan as a document has it, such as "14680/05", or as it held on a day.',
)
@click.option("--action", "code", metavar="CODE", help="Which document brought in its values.")
@click.option("--field", "name", metavar="NAME", help="Only this field of the action.")
@click.option("--to", metavar="FORMAT", help="The format of the plan that --as-of asks for.")
@OUT
@FORCE
def history(
    *,
    files: tuple[str, ...],
    plan: str | None,
    when: str | None,
    code: str | None,
    name: str | None,
    to: str | None,
    out: Path | None,
    force: bool,
) -> None:
    """Tell the history of a plan from the documents that revised it, in any order.

    Without options, the revisions are listed, and the deadlines that they changed.
    """
    writes = to is not None or out is not None
    if when is None and writes:
        raise click.UsageError("--to and --out write a plan: say which one with --as-of")
    if code is not None and writes:
        raise click.UsageError("--to and --out write a whole plan, not an action")
    if name is not None and (code is None or when is not None):
        raise click.UsageError("--field asks for a field of an action: use it with --action alone")
    check_files(files, out, to, kind="dossier", force=force)
    found = _history_of(files, plan)
    if when is None:
        say(_told(found, code, name))
        return
    held = found.as_of(when)
    if writes:
        deliver(held, to, out)
        return
    from customs_coop.cli.tables import action_text, plan_text

    if code is None:
        say(plan_text(held))
    else:
        action = held[code]
        say(action_text(str(held.ref(action)), action))


def _history_of(files: Sequence[str], plan: str | None) -> "History":
    """The history that the files tell; where two of them do not fit together, they are named."""
    import attrs

    from customs_coop.comparison import History
    from customs_coop.errors import InvalidValueError

    sides = [side_of(file, plan) for file in files]
    # A dossier has the documents, and they have the days.
    found = [attrs.evolve(one.dossier, plans=(_whole_plan(one, sides),)) for one in sides]
    try:
        return History.of(found)
    except InvalidValueError as error:
        for (one, first), (other, second) in combinations(zip(sides, found, strict=True), 2):
            if one.plan.document == other.plan.document and first.plan != second.plan:
                raise InvalidValueError(f"{one.name} and {other.name}: {error}") from None
        raise


def _whole_plan(side: Side, others: Sequence[Side]) -> "ActionPlan":
    """The plan of a file; what its table cannot hold is as in a whole file of the same document."""
    from customs_coop.comparison import restore

    for other in others:
        if side.plan.document is not None and other.plan.document == side.plan.document:
            table = table_for(other, side)
            if table is not None:
                return restore(side.plan, base=other.plan, table=table)
    return side.plan


def _told(found: "History", code: str | None, name: str | None) -> str:
    if code is not None:
        return str(found.blame(code) if name is None else found.introduced(code, name))
    slips = [f"  {slip}" for slip in found.slippage()]
    return "\n".join([str(found), *(["deadlines that changed:", *slips] if slips else [])])
