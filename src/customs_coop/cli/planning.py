"""The commands that make the next plan out of the last one."""

from pathlib import Path

import click

from customs_coop.cli.options import FILE, FORCE, OUT, PLAN, STANDARD_OUTPUT
from customs_coop.cli.streams import (
    Findings,
    deliver,
    dossier_of,
    plan_of,
    print_report,
    refuse_to_replace,
    say,
)

__all__ = ["roll_over"]


@click.command("roll-over")
@FILE
@PLAN
@click.option("--into", "period", required=True, metavar="START/END", help="The new window.")
@click.option("--id", "new_id", metavar="ID", help="The id of the new plan.")
@click.option(
    "--deadlines",
    type=click.Choice(["keep", "cap", "shift", "blank"]),
    default="keep",
    show_default=True,
    help="What becomes of deadlines.",
)
@click.option("--to", metavar="FORMAT", help="The format of the new plan; else from --out.")
@OUT
@FORCE
def roll_over(
    *,
    file: str | None,
    plan: str | None,
    period: str,
    new_id: str | None,
    deadlines: str,
    to: str | None,
    out: Path | None,
    force: bool,
) -> None:
    """Roll a plan over into a new window, and print the ledger that accounts for every action."""
    from customs_coop.rollover import DeadlinePolicy, next_plan
    from customs_coop.rollover import roll_over as roll

    out = None if out == STANDARD_OUTPUT else out
    refuse_to_replace(out, to, force=force)
    dossier = dossier_of(file)
    old = plan_of(dossier, plan)
    draft = next_plan(old, period=period, id=new_id)
    if draft.id == old.id:
        raise click.BadParameter(f"the old plan is called {old.id!r} already", param_hint="--id")
    rolled = roll(old, into=draft, deadlines=DeadlinePolicy[deadlines.upper()])
    if to is not None or out is not None:
        deliver(rolled.plan, to, out)
    print_report(rolled.report)
    # The ledger goes to standard error where the plan itself went to standard output.
    say(str(rolled.ledger), err=to is not None and out is None)
    if not rolled.report.ok:
        raise Findings
