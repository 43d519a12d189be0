"""Links that a team stands by: record them, list the suspect ones, and accept what is right."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.graphs.values import Value, as_json
from customs_coop.cli.streams import (
    Findings,
    dossier_of_all,
    hand_over,
    print_report,
    refuse_to_replace,
    say,
)

if TYPE_CHECKING:
    import datetime as dt

    from customs_coop.graph import Baseline, Suspect

__all__ = ["accept", "record", "suspects"]

_BASELINE = click.argument("baseline", type=click.Path(path_type=Path, dir_okay=False))
_FILES = click.argument("files", metavar="[FILE]...", nargs=-1)
_OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write.",
)
_FORCE = click.option("--force", is_flag=True, help="Replace the file if it is there already.")


@click.command()
@_FILES
@_OUT
@_FORCE
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
    """List the links that rest on words which have changed since BASELINE was recorded."""
    from customs_coop.graph import suspect_links

    found = suspect_links(dossier_of_all(files), _baseline(baseline))
    if for_programs:
        hand_over(as_json([_value(suspect) for suspect in found]))
    else:
        for suspect in found:
            say(str(suspect))
        if not found:
            say("nothing is suspect: each link is in the baseline as it is now")
    if found:
        raise Findings


@click.command()
@_BASELINE
@_FILES
@click.option("--by", metavar="NAME", required=True, help="Who has looked at the links.")
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
    help="Only the links of this action; may be given again. Without it, all that are suspect.",
)
@_OUT
@_FORCE
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
    """Stand by links that were suspect: write a baseline in which they are right."""
    from customs_coop.graph import suspect_links
    from customs_coop.graph.nodes import natural_order

    refuse_to_replace(out, "json", force=force)
    old = _baseline(baseline)
    found = suspect_links(dossier_of_all(files), old)
    known = {str(suspect.source) for suspect in found}
    for ref in refs:
        if ref not in known:
            near = ", ".join(sorted(known, key=natural_order)) or "none"
            raise click.BadParameter(
                f"{ref!r} has no suspect link; those that have one: {near}", param_hint="--of"
            )
    chosen = [suspect for suspect in found if not refs or str(suspect.source) in refs]
    _write(old.reviewed(*chosen, by=by, on=on.date()), out)
    for suspect in chosen:
        say(f"accepted: {suspect}")


def _baseline(path: Path) -> "Baseline":
    """Read a baseline; print its errors and stop where it has any.

    Raises:
        Findings: The file has errors.
    """
    from customs_coop.graph import baseline_from_json

    text = path.read_bytes().decode("utf-8", errors="replace")
    baseline, report = baseline_from_json(text, str(path))
    if not report.ok:
        print_report(report)
        raise Findings
    return baseline


def _write(baseline: "Baseline", path: Path) -> None:
    from customs_coop.formats.files.whole import write_whole
    from customs_coop.graph import baseline_to_json

    write_whole(path, baseline_to_json(baseline).encode())
    say(f"{path}: {len(baseline.links)} links")


def _value(suspect: "Suspect") -> Value:
    old = suspect.old
    reviewed: Value = None
    if old is not None and old.by:
        reviewed = {"by": old.by, "on": None if old.on is None else old.on.isoformat()}
    return {
        "source": str(suspect.source),
        "kind": suspect.link.kind.value,
        "target": suspect.new.target,
        "evidence": suspect.link.text,
        "reason": suspect.reason,
        "reviewed": reviewed,
    }
