"""Links that a team stands by: record them, list the suspect ones, and accept what is right."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.graphs.values import Value, as_json
from customs_coop.cli.options import FILE_PATH, FORCE
from customs_coop.cli.streams import (
    Findings,
    dossier_of_all,
    hand_over,
    print_report,
    refuse_to_replace,
    say,
)
from customs_coop.cli.tables import counted

if TYPE_CHECKING:
    import datetime as dt

    from customs_coop.graph import Baseline, LinkRecord, Suspect

__all__ = ["accept", "record", "suspects"]

_GONE = "the link is gone"
_BASELINE = click.argument("baseline", type=FILE_PATH)
_FILES = click.argument("files", metavar="[FILE]...", nargs=-1)
_OUT = click.option(
    "--out",
    type=FILE_PATH,
    required=True,
    help="The file to write.",
)


@click.command()
@_FILES
@_OUT
@FORCE
def record(*, files: tuple[str, ...], out: Path, force: bool) -> None:
    """Record every link as it is now, as the baseline of later reviews."""
    from customs_coop.graph import Baseline

    refuse_to_replace(out, "json", force=force)
    baseline = Baseline.of(dossier_of_all(files))
    _write(baseline, out)


@click.command()
@_BASELINE
@_FILES
@click.option("--json", "for_programs", is_flag=True, help="Print JSON, for other programs.")
def suspects(*, baseline: Path, files: tuple[str, ...], for_programs: bool) -> None:
    """List the links that changed since BASELINE was recorded, or the words on which they rest.

    Links that are gone since then are listed as well.
    """
    from customs_coop.graph import missing_links, suspect_links

    dossier, old = dossier_of_all(files), _baseline(baseline)
    found, gone = suspect_links(dossier, old), missing_links(dossier, old)
    if for_programs:
        values = [*map(_value, found), *map(_value_of_gone, gone)]
        hand_over(as_json(values))
    else:
        for told in (*map(str, found), *map(_told_of_gone, gone)):
            say(told)
        if not found and not gone:
            say("nothing is suspect: each link is in the baseline as it is now")
    if found or gone:
        raise Findings


def _some_name(_: click.Context, __: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("a review needs the name of who looked at the links")
    return value


@click.command()
@_BASELINE
@_FILES
@click.option(
    "--by",
    metavar="NAME",
    required=True,
    callback=_some_name,
    help="Who has looked at the links.",
)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    required=True,
    help='The day of the review, such as "2011-07-01".',
)
@click.option(
    "--of",
    "refs",
    metavar="REF",
    multiple=True,
    help="Only the links of this action, recommendation or document; may be given again.",
)
@_OUT
@FORCE
def accept(
    *,
    baseline: Path,
    files: tuple[str, ...],
    by: str,
    on: "dt.datetime",
    refs: tuple[str, ...],
    out: Path,
    force: bool,
) -> None:
    """Stand by links that were suspect: write a baseline in which they are right.

    Links that are gone are given up.
    """
    from customs_coop.graph import missing_links, suspect_links
    from customs_coop.graph.nodes import natural_order

    refuse_to_replace(out, "json", force=force)
    dossier, old = dossier_of_all(files), _baseline(baseline)
    found, gone = suspect_links(dossier, old), missing_links(dossier, old)
    known = {str(suspect.source) for suspect in found} | {record.source for record in gone}
    for ref in refs:
        if ref not in known:
            near = ", ".join(sorted(known, key=natural_order)) or "none"
            raise click.BadParameter(
                f"{ref!r} has no suspect link; those that have one: {near}", param_hint="--of"
            )
    chosen = [suspect for suspect in found if not refs or str(suspect.source) in refs]
    given_up = [record for record in gone if not refs or record.source in refs]
    _write(old.reviewed(*chosen, *given_up, by=by, on=on.date()), out)
    for told in (*map(str, chosen), *map(_told_of_gone, given_up)):
        say(f"accepted: {told}")


def _baseline(path: Path) -> "Baseline":
    """Read a baseline; print its errors and stop where it has any.

    Raises:
        Findings: The file has errors, or cannot be read.
    """
    from customs_coop.diagnostics import Diagnostic, Report
    from customs_coop.graph import Baseline, baseline_from_json
    from customs_coop.loading import content_of

    content = content_of(str(path))
    if isinstance(content, Diagnostic):
        baseline, report = Baseline(), Report([content])
    else:
        text = content.decode("utf-8", errors="replace")
        baseline, report = baseline_from_json(text, str(path))
    if not report.ok:
        print_report(report)
        raise Findings
    return baseline


def _write(baseline: "Baseline", path: Path) -> None:
    from customs_coop.formats.files.whole import write_whole
    from customs_coop.graph import baseline_to_json

    write_whole(path, baseline_to_json(baseline).encode())
    say(f"{path}: {counted(len(baseline.links), 'link')}")


def _value(suspect: "Suspect") -> Value:
    return {
        "source": str(suspect.source),
        "kind": suspect.link.kind.value,
        "target": suspect.new.target,
        "evidence": suspect.link.text,
        "reason": suspect.reason,
        "reviewed": _review(suspect.old),
        "gone": False,
    }


def _value_of_gone(record: "LinkRecord") -> Value:
    # A baseline holds no words.
    return {
        "source": record.source,
        "kind": record.kind.value,
        "target": record.target,
        "evidence": None,
        "reason": _GONE,
        "reviewed": _review(record),
        "gone": True,
    }


def _told_of_gone(record: "LinkRecord") -> str:
    return f"{record}: {_GONE}"


def _review(record: "LinkRecord | None") -> Value:
    if record is None or not record.by:
        return None
    return {"by": record.by, "on": None if record.on is None else record.on.isoformat()}
