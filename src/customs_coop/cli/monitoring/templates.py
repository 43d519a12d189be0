"""The command that writes templates of progress, for administrations to fill in."""

from pathlib import Path
from typing import Final

import click

from customs_coop.cli.monitoring.owing import MEMBER, members_given, members_in, party_in
from customs_coop.cli.options import FILE, FORCE, PLACE, PLAN, parsed
from customs_coop.cli.outputs import apart, hand_out, refuse_outputs
from customs_coop.cli.streams import dossier_of, print_report, say

__all__ = ["template"]

_FORMATS: Final = {
    ".csv": "progress-csv",
    ".xlsx": "progress-xlsx",
    ".docx": "questionnaire-docx",
}


@click.command()
@FILE
@click.option(
    "--to",
    type=click.Choice(list(_FORMATS.values())),
    help="The format; without it, the suffix of --out says, and a folder means questionnaires.",
)
@click.option(
    "--within",
    "window",
    metavar="START/END",
    help='The days in which reports are due, such as "2011-07-01/2012-12-31"; without it, the'
    " periods of the plans.",
)
@click.option("--party", metavar="ID", help="Only what this party owes, or a member of it.")
@MEMBER
@PLAN
@click.option(
    "--open",
    "is_open",
    is_flag=True,
    help="A row for each open action and indicator, whatever is owed.",
)
@PLACE
@FORCE
def template(
    *,
    file: str | None,
    to: str | None,
    window: str | None,
    party: str | None,
    members: tuple[str, ...],
    plan: str | None,
    is_open: bool,
    out: Path | None,
    force: bool,
) -> None:
    """Write a template of progress: one row for each report that is owed, to be filled in.

    Where no obligation asks for anything, there is a row for each open action and indicator.
    Questionnaires are a folder with a file for each administration, and one file where --party
    names one. What comes back filled in goes to "progress add".
    """
    from customs_coop.dates import Period
    from customs_coop.exporters.preparing import prepared
    from customs_coop.exporters.progress.base import ProgressTemplate

    refuse_outputs([out], [file], force=force, folders=True)
    within = None if window is None else parsed(Period.parse, window, option="--within")
    given_members = members_given(members)
    subject = dossier_of(file, takes_plan=True)
    members_known = members_in(subject, given_members, answers=True)
    named = "; ".join(f"{name}={','.join(ids)}" for name, ids in members_known.items())
    party = None if party is None else party_in(subject, party)
    items = "open" if is_open else "auto"
    given = {"within": None if within is None else str(within), "party": party, "plan": plan}
    options: dict[str, object] = {name: one for name, one in given.items() if one is not None}
    with apart():
        ready = prepared(
            subject, to or _format_of(out), options | {"members": named, "items": items}
        )
    hand_out(ready, out)
    if isinstance(ready.exporter, ProgressTemplate):
        if not ready.exporter.rows(subject):
            say("nothing is owed there, and the template has no rows", err=True)
        print_report(ready.exporter.findings(subject))


def _format_of(out: Path | None) -> str:
    """The format that the name of the file asks for; standard output gets text.

    Raises:
        click.UsageError: No template has that suffix.
    """
    if out is None:
        return _FORMATS[".csv"]
    found = _FORMATS.get(out.suffix.casefold() or ".docx")
    if found is None:
        suffixes = ", ".join(_FORMATS)
        raise click.UsageError(f"{out}: a template ends in {suffixes}; or say --to FORMAT")
    return found
