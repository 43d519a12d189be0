"""What goes in and out: files, standard input, findings, and files that are not overwritten."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from customs_coop.diagnostics import Report
    from customs_coop.loading import Changes
    from customs_coop.model import ActionPlan, Dossier
    from customs_coop.readers import Reading

__all__ = [
    "Findings",
    "NobodyReads",
    "dossier_of",
    "dossier_of_all",
    "hand_over",
    "plan_of",
    "prepare_streams",
    "print_error",
    "print_report",
    "reading_of",
    "refuse_to_replace",
    "say",
    "standard_input",
]


# What turns the direction of a line, so that it shows other words than it holds.
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class Findings(Exception):  # noqa: N818 - not an error: a result, carried to the exit status
    """Something was found: the exit status is 1."""


class NobodyReads(Exception):  # noqa: N818 - not an error: "head" has read enough
    """The other end of a pipe is closed: there is nobody to print for."""


def prepare_streams() -> None:
    """Make the standard streams take any text, and be there at all.

    A terminal may have an encoding without some letters: they are shown as escapes. A program
    may have closed a stream: what would go there goes nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - it stays open as long as the process
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str, *, err: bool = False) -> None:
    """Print a line for people; what would steer their terminal is shown as a replacement."""
    safe = "".join(
        character if character in "\n\t" or not _steers(character) else "\ufffd"
        for character in text
    )
    try:
        click.echo(safe, err=err)
    except BrokenPipeError:
        raise NobodyReads from None


def _steers(character: str) -> bool:
    return character < " " or "\x7f" <= character <= "\x9f" or character in _TURNING


def hand_over(data: str | bytes) -> None:
    """Put data for another program on standard output: text as UTF-8, whatever the terminal."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is not None:
        try:
            stream.write(data.encode() if isinstance(data, str) else data)
            stream.flush()
        except BrokenPipeError:
            raise NobodyReads from None


def print_error(message: str) -> None:
    """Say on standard error what went wrong."""
    say(f"customs-coop: {message}", err=True)


def print_report(report: "Report") -> None:
    """Print the findings on standard error, one a line."""
    for finding in report:
        say(str(finding), err=True)


def standard_input() -> str:
    """All of standard input as text; what is no UTF-8 is shown as a replacement."""
    stream = getattr(sys.stdin, "buffer", None)
    return "" if stream is None else stream.read().decode("utf-8-sig", errors="replace")


def reading_of(
    file: str | None, layout: str | None = None, changes: "Changes" = "accept"
) -> "Reading":
    """Read a file, standard input ("-"), or the bundled dossier (None)."""
    from customs_coop.diagnostics import Report
    from customs_coop.loading import read, read_bytes
    from customs_coop.readers import Reading

    if file is None:
        from customs_coop.datasets import bundled_dossier

        return Reading(dossier=bundled_dossier(), report=Report(), residue=())
    if file == "-":
        stream = getattr(sys.stdin, "buffer", None)
        content = b"" if stream is None else stream.read()
        return read_bytes(content, source="<stdin>", layout=layout, changes=changes)
    return read(file, layout=layout, changes=changes)


def dossier_of(file: str | None, *, takes_plan: bool = False) -> "Dossier":
    """Read a dossier; print its errors and stop where it has any.

    Args:
        file: The file; "-" for standard input, None for the bundled dossier.
        takes_plan: Whether the command has an option --plan, which is told where the id of a
            bundled plan stands in the place of a file.

    Raises:
        Findings: The file has errors.
    """
    if file is None:
        from customs_coop.datasets import bundled_dossier

        return bundled_dossier()  # by this way no reader is imported
    reading = reading_of(file)
    if not reading.report.ok:
        print_report(reading.report)
        if takes_plan and _is_bundled_plan(file):
            say(f"{file} is a plan of the bundled dossier: say --plan {file}", err=True)
        raise Findings
    return reading.dossier


def _is_bundled_plan(name: str) -> bool:
    """Whether a text that names no file is the id of a bundled plan."""
    from customs_coop.datasets import bundled_dossier

    return not Path(name).exists() and any(plan.id == name for plan in bundled_dossier().plans)


def dossier_of_all(files: Sequence[str]) -> "Dossier":
    """Read several files as one dossier; without any, the bundled one.

    Raises:
        Findings: A file has errors; those of all files are printed.
        InvalidValueError: Two files have different plans of one id.
    """
    from customs_coop.model import join_dossiers

    if not files:
        return dossier_of(None)
    readings = [reading_of(file) for file in files]
    wrong = [reading.report for reading in readings if not reading.report.ok]
    for report in wrong:
        print_report(report)
    if wrong:
        raise Findings
    return join_dossiers(reading.dossier for reading in readings)


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


def refuse_to_replace(path: Path | None, to: str | None = None, *, force: bool) -> None:
    """Stop before any work where the file could not be written in the end.

    Raises:
        click.UsageError: The path is a folder, or a file that is there without `force`.
        UnknownExporterError: No format is named, and none has the suffix.
    """
    if path is None:
        return
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder, not a file")
    if to is None:
        from customs_coop.exporters import exporter_for

        exporter_for(path.name)
    if path.exists() and not force:
        raise click.UsageError(f"{path} is there already; --force replaces it")
