"""The commands: each reads, asks the library, and prints or writes what comes back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.addresses import is_path
from customs_coop.cli.comparing import diff, history, merge
from customs_coop.cli.exporting import export, formats
from customs_coop.cli.graphs import GRAPH
from customs_coop.cli.monitoring.anchoring import anchor
from customs_coop.cli.monitoring.owing import obligations
from customs_coop.cli.monitoring.progress import PROGRESS
from customs_coop.cli.monitoring.reviewing import review
from customs_coop.cli.options import FILE, FORCE, OUT
from customs_coop.cli.outputs import deliver
from customs_coop.cli.planning import roll_over
from customs_coop.cli.publishing import schema
from customs_coop.cli.revising import revise
from customs_coop.cli.streams import (
    Findings,
    dossier_of,
    hand_over,
    plan_of,
    print_report,
    reading_of,
    refuse_to_replace,
    say,
    standard_input,
)

if TYPE_CHECKING:
    from customs_coop.loading import Changes

__all__ = ["COMMANDS"]

_LONGEST_NAME = 255  # of a file; a longer text is none


@click.command()
@FILE
@click.option("--layout", metavar="NAME", help="The layout of the file; without it, its content.")
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "both"]),
    default="accept",
    show_default=True,
    help="How tracked changes of a Word file, a web page or Markdown are read.",
)
@click.option("--to", metavar="FORMAT", help="Print the dossier in this format, such as json.")
@click.option("--report", is_flag=True, help="Print every finding and what no field took up.")
@OUT
@FORCE
def read(
    *,
    file: str | None,
    layout: str | None,
    changes: "Changes",
    to: str | None,
    report: bool,
    out: Path | None,
    force: bool,
) -> None:
    """Read a document, and tell what was found in it."""
    from customs_coop.cli.tables import accounted, summary
    from customs_coop.model import Dossier

    refuse_to_replace(out, to, force=force)
    reading = reading_of(file, layout, changes)
    if report:
        print_report(reading.report)
        for residue in reading.residue:
            say(f"{residue.span}: not in any field: {residue.text!r}", err=True)
        if characters := accounted(reading):
            say(characters, err=True)
    elif not reading.report.ok:
        for finding in reading.report.errors:
            say(str(finding), err=True)
    if to is not None or out is not None:
        if not reading.report.ok and reading.dossier == Dossier():
            raise Findings  # nothing was read, and an empty file would look like something
        deliver(reading.dossier, to, out)
    elif reading.report.ok or reading.dossier.plans:
        say(summary(reading))
    if not reading.report.ok:
        raise Findings


@click.command()
@FILE
@click.argument("address", required=False)
def show(*, file: str | None, address: str | None) -> None:
    """Show the plans of FILE, or one plan or action: "AP1", "AP1/5.1".

    A single argument that is no file but an address is looked up in the bundled dossier. Of a
    FILE that is the JSON of a ledger, or of a state of play, that is shown.
    """
    from customs_coop.cli.records import is_ledger, is_state, ledger_of, state_of
    from customs_coop.cli.tables import action_text, dossier_text, plan_text
    from customs_coop.model import Action

    if file is not None and address is None and not (file == "-" or is_path(file)):
        file, address = None, file
    if is_ledger(file):
        if address is not None:
            raise click.UsageError(f"{file} is a ledger and holds no plan {address}")
        say(str(ledger_of(file)))
        return
    if is_state(file):
        if address is not None:
            raise click.UsageError(f"{file} is a state of play and holds no plan {address}")
        say(str(state_of(file)))
        return
    dossier = dossier_of(file)
    if address is None:
        say(dossier_text(dossier))
        return
    found = dossier[address]
    if isinstance(found, Action):
        # An alias finds the action too; what is shown is where it stands.
        plan = address.partition("/")[0]
        say(action_text(f"{plan}/{found.code}", found))
    else:
        say(plan_text(found))


@click.command()
@FILE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How the findings are printed.",
)
@click.option("--strict", is_flag=True, help="Let warnings count like errors.")
def validate(*, file: str | None, form: str, strict: bool) -> None:
    """Check a document: what its reading found, then every rule."""
    from customs_coop.cli.tables import findings, together
    from customs_coop.validation import validate as check

    reading = reading_of(file)
    report = together(reading.report, check(reading.dossier))
    if form == "text":
        for finding in report:
            say(str(finding))
        say(findings(report), err=True)
    else:
        hand_over(report.to_json() if form == "json" else report.to_sarif())
    if not report.ok or (strict and report.warnings):
        raise Findings


@click.command()
@click.argument("words", metavar="[TEXT]", nargs=-1)
@click.option(
    "--within",
    "window",
    metavar="START/END",
    help="The period of a plan, for times without a year and for occurrences.",
)
@click.option("--cell", is_flag=True, help="Read the whole TEXT as one deadline.")
@click.option("--codes", is_flag=True, help="List the codes of all findings, with their titles.")
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="The language of addresses, such as fr.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is printed.",
)
def explain(
    *,
    words: tuple[str, ...],
    window: str | None,
    cell: bool,
    codes: bool,
    language: str,
    form: str,
) -> None:
    """Tell what a TEXT cites, when it falls due, and how that was read.

    "-" takes the text from standard input. The code of a finding, such as CC122, gives what it
    means and what to do about it.
    """
    from customs_coop.cli.codes import (
        entries_as_json,
        entries_as_text,
        entry_as_json,
        entry_as_text,
        entry_of,
        unknown_code,
    )
    from customs_coop.cli.explaining import explained, explained_as_json, explained_as_text
    from customs_coop.dates import Period

    if codes == bool(words):
        raise click.UsageError("say what to explain: a TEXT, a code, or --codes for all of them")
    if codes and form == "json":
        hand_over(entries_as_json())
        return
    if codes:
        say(entries_as_text())
        return
    text = standard_input() if words == ("-",) else " ".join(words)
    if (entry := entry_of(text)) is not None:
        if form == "json":
            hand_over(entry_as_json(entry))
        else:
            say(entry_as_text(entry))
        return
    if (unknown := unknown_code(text)) is not None:
        raise click.UsageError(f"{unknown}; --codes lists all of them")
    within = None if window is None else Period.parse(window)
    found = explained(text, within=within, language=language, cell=cell)
    if form == "json":
        hand_over(explained_as_json(found))
    else:
        say(explained_as_text(found))
    if not found and len(text) <= _LONGEST_NAME and Path(text).is_file():
        say(f"{text} is a file; its text is read with: customs-coop explain - < {text}", err=True)


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write into; it is made if need be.",
)
@FORCE
def demo(*, out: Path, force: bool) -> None:
    """Roll the bundled work plan of 2004-2006 over, and write the next plan in four formats."""
    from customs_coop.cli.tables import counted, findings
    from customs_coop.datasets import bundled_dossier
    from customs_coop.exporters import write
    from customs_coop.rollover import next_plan
    from customs_coop.rollover import roll_over as roll
    from customs_coop.validation import validate as check

    plan = plan_of(bundled_dossier(), "AP1")
    paths = [out / f"ap2{suffix}" for suffix in (".docx", ".html", ".ics", ".json")]
    for path in paths:
        refuse_to_replace(path, force=force)
    report = check(plan)
    rolled = roll(plan, into=next_plan(plan, period="2007-01-01/2008-06-30"))
    # All is written before the first line is printed: a closed pipe costs lines, not files.
    out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        write(rolled.plan, path)
    say(f"{plan.title} ({plan.period}): {counted(len(plan), 'action')}")
    say(f"checked: {findings(report)}")
    say(f"rolled over into {rolled.plan.title} ({rolled.plan.period})\n")
    say(str(rolled.ledger) + "\n")
    for path in paths:
        say(f"wrote {path}: {_DEMO_FILES[path.suffix]}")
    if not report.ok:
        raise Findings


_DEMO_FILES = {
    ".docx": "the Council table for a word processor",
    ".html": "the same table as a page",
    ".ics": "its deadlines for a calendar",
    ".json": "the plan as data",
}

COMMANDS: list[click.Command] = [
    read,
    show,
    validate,
    GRAPH,
    roll_over,
    revise,
    diff,
    merge,
    history,
    obligations,
    PROGRESS,
    review,
    anchor,
    export,
    explain,
    formats,
    schema,
    demo,
]
