"""The command that brings the edits of several authors together."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.comparing.sides import Side, check_files, refuse_unread, side_of, table_for
from customs_coop.cli.options import (
    FILE_PATH,
    FORCE,
    OPTIONS,
    OUT,
    PLAN,
    named_options,
    named_values,
    unless_standard_output,
)
from customs_coop.cli.outputs import content_of, deliver, files_of, write_together
from customs_coop.cli.streams import Findings, print_report, say

if TYPE_CHECKING:
    from customs_coop.comparison import Merge
    from customs_coop.diagnostics import Report
    from customs_coop.model import ActionPlan

__all__ = ["merge"]

_DANGLING = "CC207"
"""A link or a note that leads nowhere."""


@click.command()
@click.argument("base")
@click.argument("edits", metavar="AUTHOR=FILE...", nargs=-1, required=True)
@PLAN
@click.option("--to", metavar="FORMAT", help="The format of the merged plan; else from --out.")
@OUT
@OPTIONS
@click.option(
    "--allow-conflicts",
    "conflicts_pass",
    is_flag=True,
    help="Write the plan where there are conflicts, too; it has the words of BASE there.",
)
@click.option(
    "--prefer",
    "preferences",
    metavar="PLACE=AUTHOR",
    multiple=True,
    help="Settle a conflict, as in 6.1/title=DE, or all of an action, as in 6.1=BASE.",
)
@click.option(
    "--report",
    "listed",
    type=FILE_PATH,
    callback=unless_standard_output,
    metavar="FILE",
    help="Write what was taken and the conflicts to a file: .docx, .html, .md or .txt.",
)
@FORCE
def merge(
    *,
    base: str,
    edits: tuple[str, ...],
    plan: str | None,
    to: str | None,
    out: Path | None,
    options: tuple[str, ...],
    conflicts_pass: bool,
    preferences: tuple[str, ...],
    listed: Path | None,
    force: bool,
) -> None:
    """Bring together what several authors made of the plan BASE.

    Each of them is named with a file, as in DE=german.docx. What was taken is listed with its
    authors, and so is each conflict; where there is one, or where the merged plan has errors that
    BASE has not, the plan is not written, and the exit status is 1.
    """
    from customs_coop.exporters import exporter_for
    from customs_coop.exporters.preparing import prepared

    files = named_values(edits, "AUTHOR=FILE", option="AUTHOR=FILE")
    prefer = named_values(preferences, "PLACE=AUTHOR", option="--prefer", last=True)
    sources = [base, *files.values()]
    check_files(sources, out, to, kind="dossier", force=force, further=listed)
    report_to = None if listed is None else exporter_for(listed.name, "merge")
    given = named_options(options)
    writes = to is not None or out is not None
    if given and not writes:
        raise click.UsageError("-O is for a format: name one with --to or --out")
    start = side_of(base, plan)
    sides = {author: side_of(file, plan) for author, file in files.items()}
    refuse_unread([start, *sides.values()])
    merged = _merged(start, sides, prefer)
    found = _new_findings(start, merged.plan)
    is_right = merged.ok and found.ok
    is_written = writes and (is_right or conflicts_pass)
    contents: dict[Path, bytes] = {}
    if listed is not None and report_to is not None:
        contents[listed] = content_of(merged, report_to)
    if is_written and out is not None:
        contents |= files_of(prepared(merged.plan, to or exporter_for(out.name), given), out)
    write_together(contents)
    if is_written and out is None:
        deliver(merged.plan, to, None, given)
    # The list goes to standard error where the plan itself went to standard output.
    say(str(merged), err=is_written and out is None)
    print_report(found)
    if not is_right:
        _tell_ways_out(merged, found, is_refused=writes and not is_written)
        raise Findings


def _merged(base: Side, edits: Mapping[str, Side], prefer: Mapping[str, str]) -> "Merge":
    from customs_coop.comparison import merge as bring_together

    tables: dict[str, ActionPlan] = {}
    for author, edit in edits.items():
        table = table_for(base, edit)
        if table is not None:
            tables[author] = table
    plans = {author: edit.plan for author, edit in edits.items()}
    return bring_together(base.plan, plans, prefer=prefer, tables=tables)


def _new_findings(base: Side, merged: "ActionPlan") -> "Report":
    """The errors that the base has not, and the links that lead nowhere since the merge."""
    import attrs

    from customs_coop.diagnostics import Report
    from customs_coop.validation import validate

    plans = tuple(merged if one is base.plan else one for one in base.dossier.plans)
    after = validate(attrs.evolve(base.dossier, plans=plans))
    known = {(one.code, one.message, one.subject) for one in validate(base.dossier)}
    return Report(
        one
        for one in after
        if (one in after.errors or one.code == _DANGLING)
        and (one.code, one.message, one.subject) not in known
    )


def _tell_ways_out(merged: "Merge", found: "Report", *, is_refused: bool) -> None:
    if merged.conflicts:
        conflict = merged.conflicts[0]
        example = f"{conflict.address}={conflict.proposals[0][0]}"
        way = f"to settle a conflict, say whom to follow, as in --prefer {example}"
        say(f"{way}, or BASE to keep the base", err=True)
    if not found.ok:
        say("the merged plan has errors that the base has not", err=True)
    if is_refused:
        say("the plan is not written; --allow-conflicts writes it all the same", err=True)
