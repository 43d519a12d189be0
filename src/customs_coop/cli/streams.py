"""What goes in and out: files, standard input, findings, and files that are not overwritten."""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from customs_coop.diagnostics import Report
    from customs_coop.model import ActionPlan, Dossier
    from customs_coop.readers import Reading

__all__ = [
    "Findings",
    "deliver",
    "dossier_of",
    "plan_of",
    "print_error",
    "print_report",
    "reading_of",
    "refuse_to_replace",
]


class Findings(Exception):  # noqa: N818 - not an error: a result, carried to the exit status
    """Something was found: the exit status is 1."""


def print_error(message: str) -> None:
    """Say on standard error what went wrong."""
    click.echo(f"customs-coop: {message}", err=True)


def print_report(report: "Report") -> None:
    """Print the findings on standard error, one a line."""
    for finding in report:
        click.echo(str(finding), err=True)


def reading_of(file: str | None, layout: str | None = None) -> "Reading":
    """Read a file, standard input ("-"), or the bundled dossier (None)."""
    from customs_coop.diagnostics import Report
    from customs_coop.loading import read, read_bytes
    from customs_coop.readers import Reading

    if file is None:
        from customs_coop.datasets import bundled_dossier

        return Reading(dossier=bundled_dossier(), report=Report(), residue=())
    if file == "-":
        return read_bytes(sys.stdin.buffer.read(), source="<stdin>", layout=layout)
    return read(file, layout=layout)


def dossier_of(file: str | None) -> "Dossier":
    """Read a dossier; print its errors and stop where it has any.

    Raises:
        Findings: The file has errors.
    """
    reading = reading_of(file)
    if not reading.report.ok:
        print_report(reading.report)
        raise Findings
    return reading.dossier


def plan_of(dossier: "Dossier", plan: str | None) -> "ActionPlan":
    """The plan with this id; without an id, the only plan.

    Raises:
        UnknownPlanError: There is no such plan.
        click.UsageError: None is named, and there is not exactly one.
    """
    if plan is not None:
        return dossier.plan_by_id(plan)
    if len(dossier.plans) != 1:
        ids = ", ".join(found.id for found in dossier.plans) or "none"
        raise click.UsageError(f"say which plan is meant with --plan; there is {ids}")
    return dossier.plan


def refuse_to_replace(path: Path, *, force: bool) -> None:
    """Stop before a file is replaced, unless the user said --force.

    Raises:
        click.UsageError: The file is there, and `force` is not set.
    """
    if path.exists() and not force:
        raise click.UsageError(f"{path} is there already; --force replaces it")


def deliver(
    subject: "Dossier | ActionPlan",
    to: str | None,
    out: Path | None,
    options: Mapping[str, object] = MappingProxyType({}),
) -> None:
    """Write a subject in a format: to a file, whole or not at all, or to standard output.

    Raises:
        click.UsageError: Neither a format nor a file says what to write.
    """
    from customs_coop.exporters import export, write

    if out is not None:
        write(subject, out, to=to, **options)
    elif to is not None:
        content = export(subject, to, **options)
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        sys.stdout.buffer.flush()
    else:
        raise click.UsageError("say what to write: --to FORMAT, or --out FILE with a suffix")
