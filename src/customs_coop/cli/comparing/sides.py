"""The plans that are compared: where they come from, and what their files could not hold."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from customs_coop.cli.addresses import is_path
from customs_coop.cli.outputs import refuse_outputs
from customs_coop.cli.streams import Findings, dossier_of, plan_of, print_report, say

if TYPE_CHECKING:
    from customs_coop.model import ActionPlan, Dossier

__all__ = ["Side", "check_files", "refuse_unread", "side_of", "table_for"]

_MARK = b"\xef\xbb\xbf"


@attrs.frozen(kw_only=True)
class Side:
    """A plan that is compared, with what it comes from.

    Args:
        name: The file, or the id of a plan of the bundled dossier.
        dossier: The dossier that it was found in.
        plan: The plan.
        suffix: The kind of table that it was read from, such as ".docx"; empty where its file
            holds all that a plan has.
    """

    name: str
    dossier: "Dossier"
    plan: "ActionPlan"
    suffix: str = ""


def check_files(
    sources: Sequence[str],
    out: Path | None,
    to: str | None,
    *,
    kind: str,
    force: bool,
    further: Path | None = None,
) -> None:
    """Stop before any work where it could not be done in the end.

    Args:
        sources: What is read.
        out: The file to write; None for standard output.
        to: Its format; None where its suffix says it.
        kind: The kind of what is written there, such as "diff".
        force: Whether files that are there already are replaced.
        further: Another file that is written, too.
    """
    if list(sources).count("-") > 1:
        raise click.UsageError("standard input can be read only once")
    files = [source for source in sources if is_path(source)]
    refuse_outputs([out, further], files, force=force)
    if out is not None and to is None:
        from customs_coop.exporters import exporter_for

        exporter_for(out.name, kind)


def side_of(source: str, plan: str | None) -> Side:
    """Read the plan that an argument means, and print what is to be told of its file.

    Raises:
        Findings: The file has errors.
    """
    if source != "-" and not is_path(source):
        dossier = dossier_of(None)
        return Side(name=source, dossier=dossier, plan=dossier.plan_by_id(source))
    from customs_coop.diagnostics import Diagnostic, Report, Severity
    from customs_coop.loading import content_of, read_bytes

    if source == "-":
        stream = getattr(sys.stdin, "buffer", None)
        content = b"" if stream is None else stream.read()
    else:
        found = content_of(source)
        if isinstance(found, Diagnostic):
            print_report(Report([found]))
            raise Findings
        content = found
    reading = read_bytes(content, source="<stdin>" if source == "-" else source)
    # What was merely interpreted is told by "read", which is about one file.
    print_report(Report(one for one in reading.report if one.severity is not Severity.INFO))
    if not reading.report.ok:
        raise Findings
    return Side(
        name="standard input" if source == "-" else source,
        dossier=reading.dossier,
        plan=plan_of(reading.dossier, plan),
        suffix=_suffix(content, source),
    )


def refuse_unread(sides: Sequence[Side]) -> None:
    """Stop where a file gave no action and another one has some: all would seem to be deleted.

    A plan as JSON is whole, and may have no actions yet.

    Raises:
        InvalidValueError: There is such a file.
    """
    from customs_coop.errors import InvalidValueError

    full = next((side for side in sides if side.plan.actions), None)
    empty = next((side for side in sides if side.suffix and not side.plan.actions), None)
    if full is not None and empty is not None:
        raise InvalidValueError(
            f"no action was read in {empty.name}, and {full.name} has {len(full.plan)}: they"
            ' cannot be compared; "customs-coop read --report" tells what was left over'
        )


def _suffix(content: bytes, source: str) -> str:
    """The kind of table by its content, and for texts by its name."""
    start = content[:2000].removeprefix(_MARK).lstrip()
    if start.startswith(b"{"):
        return ""
    if start.startswith(b"PK"):
        return ".docx"
    return ".html" if start.startswith(b"<") else os.path.splitext(source)[1] or ".txt"  # noqa: PTH122 - may be "-"


def table_for(whole: Side, table: Side) -> "ActionPlan | None":
    """A plan as the kind of file of another can hold it, and a line that says so.

    None where nothing is lost between the two, or where the plan cannot be had as a table.
    """
    from customs_coop.diagnostics import ReportError
    from customs_coop.errors import UnknownPlanError
    from customs_coop.loading import as_table

    if whole.suffix or not table.suffix:
        return None
    try:
        found = as_table(whole.plan, table.suffix)
    except (ReportError, UnknownPlanError):
        return None
    say(f"{table.name} is a table: what a table cannot hold is taken from {whole.name}", err=True)
    return found
