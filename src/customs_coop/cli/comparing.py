"""The commands that compare plans: two of them, the edits of several authors, and revisions."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.addresses import is_path
from customs_coop.cli.options import FORCE, OPTIONS, OUT, PLAN, STANDARD_OUTPUT, named_options
from customs_coop.cli.outputs import refuse_outputs
from customs_coop.cli.streams import Findings, deliver, dossier_of, plan_of, say

if TYPE_CHECKING:
    from customs_coop.comparison import History
    from customs_coop.model import ActionPlan, Dossier

__all__ = ["diff", "history", "merge"]


def _plan(source: str, plan: str | None) -> "ActionPlan":
    """The plan that an argument means: of a file, of standard input, or of the bundled dossier."""
    if source == "-" or is_path(source):
        return plan_of(dossier_of(source), plan)
    return dossier_of(None).plan_by_id(source)


def _check(
    sources: Sequence[str], out: Path | None, to: str | None, *, kind: str, force: bool
) -> None:
    """Stop before any work where it could not be done in the end."""
    if list(sources).count("-") > 1:
        raise click.UsageError("standard input can be read only once")
    files = [source for source in sources if is_path(source)]
    refuse_outputs([out], files, force=force)
    if out is not None and to is None:
        from customs_coop.exporters import exporter_for

        exporter_for(out.name, kind)


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

    out = None if out == STANDARD_OUTPUT else out
    _check([old, new], out, to, kind="diff", force=force)
    given = named_options(options)
    if public:
        given["public"] = True
    found = compare(_plan(old, plan), _plan(new, plan))
    if to is None and out is None:
        if given:
            raise click.UsageError("-O and --public are for a format: name one with --to or --out")
        say(str(found))
    else:
        deliver(found, to, out, given)
    if found and tells:
        raise Findings


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
    force: bool,
) -> None:
    """Bring together what several authors made of the plan BASE.

    Each of them is named with a file, as in DE=german.docx. What was taken is listed with its
    authors, and so is each conflict; where there is one, nothing is written, and the exit status
    is 1.
    """
    from customs_coop.comparison import merge as bring_together

    out = None if out == STANDARD_OUTPUT else out
    files = _authors(edits)
    _check([base, *files.values()], out, to, kind="dossier", force=force)
    given = named_options(options)
    writes = to is not None or out is not None
    if given and not writes:
        raise click.UsageError("-O is for a format: name one with --to or --out")
    start = _plan(base, plan)
    merged = bring_together(start, {author: _plan(file, plan) for author, file in files.items()})
    writes &= merged.ok or conflicts_pass
    if writes:
        deliver(merged.plan, to, out, given)
    # The list goes to standard error where the plan itself went to standard output.
    say(str(merged), err=writes and out is None)
    if not merged.ok:
        if (to is not None or out is not None) and not writes:
            say("nothing is written; --allow-conflicts keeps the words of the base", err=True)
        raise Findings


def _authors(edits: Sequence[str]) -> dict[str, str]:
    files: dict[str, str] = {}
    for edit in edits:
        author, equals, file = edit.partition("=")
        if not (author and equals and file):
            raise click.BadParameter(f"{edit!r} is not AUTHOR=FILE", param_hint="AUTHOR=FILE")
        if author in files:
            raise click.BadParameter(f"{author!r} is named twice", param_hint="AUTHOR=FILE")
        files[author] = file
    return files


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
    from customs_coop.comparison import History

    out = None if out == STANDARD_OUTPUT else out
    writes = to is not None or out is not None
    if when is None and writes:
        raise click.UsageError("--to and --out write a plan: say which one with --as-of")
    if code is not None and writes:
        raise click.UsageError("--to and --out write a whole plan, not an action")
    if name is not None and (code is None or when is not None):
        raise click.UsageError("--field asks for a field of an action: use it with --action alone")
    _check(files, out, to, kind="dossier", force=force)
    found = History.of(_revisions(files, plan))
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


def _revisions(files: Sequence[str], plan: str | None) -> "list[ActionPlan | Dossier]":
    """Each file as a dossier with one plan, and with its documents, which have the days."""
    import attrs

    found: list[ActionPlan | Dossier] = []
    for file in files:
        if file == "-" or is_path(file):
            dossier = dossier_of(file)
            found.append(attrs.evolve(dossier, plans=(plan_of(dossier, plan),)))
        else:
            found.append(dossier_of(None).plan_by_id(file))
    return found


def _told(found: "History", code: str | None, name: str | None) -> str:
    if code is not None:
        return str(found.blame(code) if name is None else found.introduced(code, name))
    slips = [f"  {slip}" for slip in found.slippage()]
    return "\n".join([str(found), *(["deadlines that changed:", *slips] if slips else [])])
