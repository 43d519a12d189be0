"""The command that gives an event its day, and all deadlines that hang on it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from customs_coop.cli.options import FORCE, OUT, parsed
from customs_coop.cli.outputs import content_of, refuse_outputs, write_together
from customs_coop.cli.streams import dossier_of, hand_over, print_report, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from customs_coop.deadline import Deadline
    from customs_coop.model import DeadlineChange

__all__ = ["anchor"]


@click.command()
@click.argument("file")
@click.argument("event")
@click.argument("when", required=False)
@click.option("--release", is_flag=True, help="Take the day back, instead of giving one.")
@click.option("--reason", default="", metavar="TEXT", help="Why, as it is recorded.")
@click.option("--document", metavar="NUMBER", help="The Council document that says so.")
@click.option("--on", "day", metavar="DATE", help="The day of the change.")
@OUT
@FORCE
def anchor(
    *,
    file: str,
    event: str,
    when: str | None,
    release: bool,
    reason: str,
    document: str | None,
    day: str | None,
    out: Path | None,
    force: bool,
) -> None:
    """Give an EVENT of FILE its day, and every deadline that hangs on it.

    EVENT is its id or its title, or what deadlines call it, as "the next conference"; WHEN is a
    day, or what is known of it, such as 2008-06. The dossier is written as JSON, with what has
    changed, so that it can be undone.
    """
    from customs_coop.dates import as_date, as_partial_date
    from customs_coop.monitoring import anchor_event, release_event
    from customs_coop.monitoring.owed.doubts import check_event
    from customs_coop.references import DocumentNumber

    if release == (when is not None):
        raise click.UsageError("say WHEN the event takes place, or --release to take its day back")
    if out is not None and out.suffix.casefold() != ".json":
        raise click.UsageError(f"the dossier is written as JSON; {out} does not end with .json")
    refuse_outputs([out], [file], force=force)
    time = None if when is None else parsed(as_partial_date, when, option="WHEN")
    number = (
        None if document is None else parsed(DocumentNumber.parse, document, option="--document")
    )
    date = None if day is None else parsed(as_date, day, option="--on")
    before = dossier_of(file)
    if time is None:
        after = release_event(before, event, document=number, on=date, reason=reason)
    else:
        after = anchor_event(before, event, time, document=number, on=date, reason=reason)
    content = content_of(after, "json")
    if out is None:
        hand_over(content)
    else:
        write_together({out: content})
    changes = after.deadline_changes[len(before.deadline_changes) :]
    if changes:
        say(_told(changes), err=out is None)
    else:
        held = "it has no day to take back" if time is None else f"its time is {time} already"
        lost = ", and no reason is recorded" if reason else ""
        say(f"nothing has changed: {event}: {held}{lost}", err=out is None)
    if time is not None:
        print_report(check_event(after, event))


def _told(changes: "Sequence[DeadlineChange]") -> str:
    """What has changed, one deadline a line."""
    from customs_coop.cli.tables import columns

    rows = [("subject", "before", "after")]
    rows += [(str(one.subject), _day(one, one.old), _day(one, one.new)) for one in changes]
    return "\n".join(columns(rows))


def _day(change: "DeadlineChange", deadline: "Deadline | None") -> str:
    """The last day of a deadline, or its words; of the event itself its words."""
    if deadline is None:
        return "not known"
    is_event = str(change.subject) == change.event
    if is_event and deadline.text == change.event:
        return "not known"  # the event was not listed, and the deadlines only name it
    return deadline.text if is_event or deadline.latest is None else str(deadline.latest)
