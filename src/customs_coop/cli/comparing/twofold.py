"""The command that tells what has changed from one plan to another."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.comparing.sides import Side, check_files, refuse_unread, side_of, table_for
from customs_coop.cli.options import FORCE, OPTIONS, OUT, PLAN, named_options
from customs_coop.cli.outputs import deliver
from customs_coop.cli.streams import Findings, say

if TYPE_CHECKING:
    from customs_coop.model import ActionPlan

__all__ = ["diff"]


@click.command()
@click.argument("old")
@click.argument("new")
@PLAN
@click.option("--to", metavar="FORMAT", help="Print the differences in this format, such as json.")
@OUT
@OPTIONS
@click.option("--public", is_flag=True, help="Refuse what is marked LIMITE.")
@click.option("--exit-code", "tells", is_flag=True, help="Exit with 1 where anything differs.")
@FORCE
def diff(
    *,
    old: str,
    new: str,
    plan: str | None,
    to: str | None,
    out: Path | None,
    options: tuple[str, ...],
    public: bool,
    tells: bool,
    force: bool,
) -> None:
    """Tell what has changed from the plan OLD to the plan NEW.

    Each is a file, "-" for standard input, or the id of a plan of the bundled dossier, such as
    "AP1". Without --to and --out, the differences are printed as text.
    """
    from customs_coop.comparison import diff as compare

    check_files([old, new], out, to, kind="diff", force=force)
    given = named_options(options)
    if public:
        given["public"] = True
    sides = side_of(old, plan), side_of(new, plan)
    refuse_unread(sides)
    if public:
        _refuse_marked(sides)
    found = compare(*_plans(*sides))
    if to is None and out is None:
        if given:
            raise click.UsageError("-O and --public are for a format: name one with --to or --out")
        say(str(found))
    else:
        deliver(found, to, out, given)
    if found and tells:
        raise Findings


def _refuse_marked(sides: Iterable[Side]) -> None:
    """Stop where a plan is not for the public, also where only its paper in the file tells that."""
    from customs_coop.errors import MarkingError
    from customs_coop.exporters.subjects import not_public
    from customs_coop.model.joining import dossier_of_plan

    for side in sides:
        fault = not_public(dossier_of_plan(side.dossier, side.plan))
        if fault:
            raise MarkingError(fault)


def _plans(old: Side, new: Side) -> "tuple[ActionPlan, ActionPlan]":
    """The two plans; what the table of one cannot hold is as in the other."""
    from customs_coop.comparison import restore

    if (table := table_for(old, new)) is not None:
        return old.plan, restore(new.plan, base=old.plan, table=table)
    if (table := table_for(new, old)) is not None:
        return restore(old.plan, base=new.plan, table=table), new.plan
    return old.plan, new.plan
