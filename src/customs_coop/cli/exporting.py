"""The commands about formats: write something in one, and tell what there are."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.options import FILE, FORCE, OPTIONS, PLACE, PLAN, named_options
from customs_coop.cli.outputs import apart, format_of, hand_out, refuse_outputs
from customs_coop.cli.source_dates import with_source_date
from customs_coop.cli.streams import (
    Findings,
    dossier_of,
    plan_of,
    print_report,
    say,
)

if TYPE_CHECKING:
    from customs_coop.diagnostics import Report
    from customs_coop.exporters.subjects import Subject
    from customs_coop.model import Dossier

__all__ = ["export", "formats"]

# So many names of fields are a line, and not a page.
_MOST_NAMED = 3


@click.command()
@FILE
@PLAN
@click.option("--to", metavar="FORMAT", help="The format; without it, the suffix of --out says.")
@PLACE
@OPTIONS
@click.option("--public", is_flag=True, help="Refuse what is marked LIMITE.")
@click.option(
    "--strict",
    is_flag=True,
    help="Write nothing where the format cannot carry all of it; tell each field that is lost.",
)
@FORCE
def export(
    *,
    file: str | None,
    plan: str | None,
    to: str | None,
    out: Path | None,
    options: tuple[str, ...],
    public: bool,
    strict: bool,
    force: bool,
) -> None:
    """Write a plan or a dossier, or a ledger or a state from JSON, in another format.

    A line on standard error sums up what the format could not carry. Where a format has the
    option source_date and it is not given, SOURCE_DATE_EPOCH in the environment counts.
    """
    from customs_coop.cli.records import is_ledger, is_state, ledger_of, state_of
    from customs_coop.exporters import exporter_for

    given = named_options(options)
    if public:
        given["public"] = True
    subject: Subject
    refuse_outputs([out], [file], force=force, folders=True)
    if file is not None and (is_ledger(file) or is_state(file)):
        if plan is not None:
            raise click.UsageError(f"{file} holds no plans, so --plan does not go with it")
        subject = ledger_of(file) if is_ledger(file) else state_of(file)
    else:
        # Before any work: no format may have the suffix.
        if to is None and out is not None:
            exporter_for(out.name)
        subject = dossier_of(file, takes_plan=True)
        to = format_of(subject, to, out)
        if plan is not None:
            subject = _of_plan(subject, plan, to, given)
    _deliver(subject, to, out, given, strict=strict)


def _of_plan(dossier: "Dossier", name: str, to: str, options: dict[str, object]) -> "Dossier":
    """One plan of a dossier; the whole dossier where the format itself chooses the plan.

    Such a format may need the rest, as a calendar does that numbers the changes of its entries.

    Raises:
        click.UsageError: The options name another plan.
    """
    from customs_coop.exporters import load_exporter
    from customs_coop.exporters.options import option_names
    from customs_coop.model.joining import dossier_of_plan

    plan = plan_of(dossier, name)
    if options.get("plan", plan.id) != plan.id:
        raise click.UsageError(f"--plan {name} and -O plan={options['plan']} name two plans")
    with apart():
        kind = load_exporter(to)
    if "plan" in option_names(kind) and hasattr(kind, "public_part"):
        options["plan"] = plan.id
        return dossier
    return dossier_of_plan(dossier, plan, obligations=True)


def _deliver(
    subject: "Subject",
    to: str | None,
    out: Path | None,
    options: dict[str, object],
    *,
    strict: bool,
) -> None:
    """Write a subject in a format, to a file or to standard output, and tell what is lost."""
    from customs_coop.exporters.fidelity import losses_of
    from customs_coop.exporters.preparing import prepared

    to = format_of(subject, to, out)
    with apart():
        ready = prepared(subject, to, with_source_date(options, to))
        lost = losses_of(ready)
    if strict:
        print_report(lost)
        if lost.warnings:
            say(f"nothing is written: {_summary(to, lost)}", err=True)
            raise Findings
    hand_out(ready, out)
    if not strict and lost.warnings:
        say(f"{_summary(to, lost)} (--strict tells each and writes nothing)", err=True)


def _summary(name: str, lost: "Report") -> str:
    """What a format cannot carry, in one line."""
    fields = [finding.subject for finding in lost.warnings if finding.code == "CC701"]
    # Whole items come first: that fields are lost is so with nearly every format.
    others = Counter(finding.code for finding in lost.warnings if finding.code != "CC701")
    things = [
        f"{count} {'thing' if count == 1 else 'things'} ({_titled(code)})"
        for code, count in others.items()
    ]
    named = ", ".join(fields[:_MOST_NAMED])
    told = [f"leaves out {' and '.join(things)}"] if things else []
    if len(fields) > _MOST_NAMED:
        told.append(f"does not carry {len(fields)} fields that have values, such as {named}")
    elif fields:
        told.append(f"does not carry {named}")
    return f"{name} {' and '.join(told)}"


def _titled(code: str) -> str:
    """A code with what it means; one of a plugin has its code alone."""
    from customs_coop.diagnostics import CATALOGUE

    return f"{code}, {CATALOGUE[code].title}" if code in CATALOGUE else code


@click.command()
@click.argument("name", required=False)
@click.option("--check", is_flag=True, help="Import each, and tell those that cannot be used.")
def formats(*, name: str | None, check: bool) -> None:
    """List the formats, or the options of one."""
    from customs_coop.cli.tables import format_text
    from customs_coop.exporters import exporter_names
    from customs_coop.exporters.registry import unreadable_distributions

    if name is not None:
        if check:
            raise click.UsageError(f"--check goes through all formats; {name} alone needs none")
        say(format_text(name))
        return
    broken = False
    for known in exporter_names():
        fault, doubts = _checked(known) if check else ("", ())
        broken = broken or bool(fault)
        say(f"{known}: {fault}" if fault else known)
        for doubt in doubts:
            say(f"{known}: probably a mistake: {doubt}")
    for distribution in unreadable_distributions() if check else ():
        broken = True
        say(f"the distribution {distribution}: its entry points cannot be read")
    if broken:
        raise Findings


def _checked(name: str) -> tuple[str, tuple[str, ...]]:
    """Why a format cannot be used, empty where it can; and what is probably a mistake in it."""
    from customs_coop.errors import BrokenExporterError
    from customs_coop.exporters import load_exporter
    from customs_coop.exporters.shape import doubts_of

    try:
        return "", doubts_of(load_exporter(name))
    except BrokenExporterError as error:
        return str(error), ()
