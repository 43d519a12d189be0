"""Entries that name actions of the dossier, and have identifiers that it does not give them."""

from collections.abc import Iterable, Sequence
from typing import Final

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.readers.progress.addresses import Holdings, is_ours, stated_address
from customs_coop.readers.progress.copies import entry_name
from customs_coop.readers.progress.ticks import Read

__all__ = ["strangers_among", "strangers_told"]

_FEWEST: Final = 2
_MOST_NAMED: Final = 3
_HINT: Final = (
    "where actions first stood is only kept in JSON: hand in the dossier from which the calendar"
    ' was exported, or merge this plan into that one: "customs-coop merge exported.json me=plan",'
    ' in Python merge(exported, {"me": plan}).plan'
)


def strangers_among(
    reads: Sequence[Read], unplaced: Sequence[Read], holdings: Holdings | None
) -> list[Read]:
    """Find the entries that a dossier cannot know because it lost where its actions first stood.

    Word, HTML, Markdown and CSV files do not keep that, so that a plan that a rollover made has
    other identifiers once it was read from one.

    Args:
        reads: All entries.
        unplaced: Those of which it is not known what they are of.
        holdings: The entries of the dossier, or None without one.

    Returns:
        The entries, if they are most of those that name an action of the dossier; else none.
    """
    if holdings is None:
        return []
    naming = [one for one in reads if stated_address(one.item) in holdings]
    there = {id(one) for one in unplaced}
    found = [one for one in naming if id(one) in there and is_ours(one.item)]
    return found if len(found) >= _FEWEST and 2 * len(found) > len(naming) else []


def strangers_told(strangers: Sequence[Read], changed: Iterable[Read]) -> Diagnostic:
    """Tell once of all of them what is to be done.

    Args:
        strangers: The entries.
        changed: Those of them that somebody changed.
    """
    plans = ", ".join(dict.fromkeys(one.item.item.partition("/")[0] for one in strangers))
    message = f"{len(strangers)} entries name actions of {plans}, which has other identifiers now"
    names = [entry_name(one.item) for one in changed]
    if not names:
        return diagnose("CC175", message, subject=plans, span=_file(strangers), hint=_HINT)
    told = "; ".join(names[:_MOST_NAMED])
    more = "; ..." if len(names) > _MOST_NAMED else ""
    lost = f"what was changed in {len(names)} of them is in no report: {told}{more}"
    return diagnose("CC170", f"{message}; {lost}", subject=plans, span=_file(strangers), hint=_HINT)


def _file(strangers: Sequence[Read]) -> Span:
    return Span(source=strangers[0].source)
