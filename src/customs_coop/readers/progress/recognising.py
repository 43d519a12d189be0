"""Entries whose identifiers a program replaced, as subscriptions do: known by what they say."""

from collections.abc import Sequence
from typing import Final

import attrs

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.calendars import EntryKind
from customs_coop.formats.occasions import Profile
from customs_coop.readers.progress.addresses import Holdings
from customs_coop.readers.progress.copies import entry_name
from customs_coop.readers.progress.likely import Clues
from customs_coop.readers.progress.ticks import Read

__all__ = ["recognised"]

_MOST_NAMED: Final = 3


def recognised(
    reads: Sequence[Read], holdings: Holdings | None
) -> tuple[list[Read], list[Diagnostic]]:
    """Give entries back the identifiers that a program replaced, where all that they say agrees.

    Args:
        reads: The entries of all files.
        holdings: The entries of the dossier, or None without one.

    Returns:
        The entries, and what is told: once, of all that were known so.
    """
    if holdings is None:
        return [*reads], []
    clues = Clues(holdings.occasions, {read.item.uid for read in reads})
    found: list[Read] = []
    known: list[Read] = []
    for read in reads:
        occasion = clues.sure(read.item)
        if occasion is None:
            found.append(read)
            continue
        profile: Profile = "events" if read.item.kind is EntryKind.EVENT else "tasks"
        item = attrs.evolve(read.item, uid=occasion.uid(profile))
        found.append(attrs.evolve(read, item=item))
        known.append(read)
    return found, [] if not known else [_told(known)]


def _told(known: Sequence[Read]) -> Diagnostic:
    names = "; ".join(entry_name(read.item) for read in known[:_MOST_NAMED])
    more = "; ..." if len(known) > _MOST_NAMED else ""
    entries = "entry has an identifier" if len(known) == 1 else "entries have identifiers"
    read = "it was read by what it says of itself"
    if len(known) > 1:
        read = "they were read by what they say of themselves"
    message = f"{len(known)} {entries} that a program gave, and {read}: {names}{more}"
    return diagnose("CC175", message, span=Span(source=known[0].source))
