"""Which entries are of something in the dossier, and what is told of those that are not."""

from collections.abc import Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.calendars import CalendarItem
from customs_coop.formats.crosswalk import effective_status
from customs_coop.model import Dossier, Status
from customs_coop.readers.progress.addresses import Holdings, Place, is_ours, stated_address
from customs_coop.readers.progress.changes import Change, change_of, says_something
from customs_coop.readers.progress.copies import entry_name, state_said
from customs_coop.readers.progress.likely import Clues
from customs_coop.readers.progress.owed import Duties, Owed
from customs_coop.readers.progress.strangers import strangers_among, strangers_told
from customs_coop.readers.progress.ticks import Placed, Read

__all__ = ["Placing", "placing_of"]


@attrs.frozen(kw_only=True)
class Placing:
    """What the entries of calendars are of.

    Args:
        placed: Those of actions and indicators.
        owed: Those of reports that are owed, with what they ask for.
        told: What is told of the others.
    """

    placed: tuple[Placed, ...]
    owed: tuple[tuple[Read, Owed], ...]
    told: tuple[Diagnostic, ...]


def placing_of(
    reads: Sequence[Read], dossier: Dossier | None, holdings: Holdings | None
) -> Placing:
    """Find what entries are of.

    Args:
        reads: The entries that count.
        dossier: The dossier, or None.
        holdings: The entries of the dossier, or None without one.
    """
    clues = None if holdings is None else Clues(holdings.occasions, {r.item.uid for r in reads})
    duties = Duties(dossier)
    placed: list[Placed] = []
    owed: list[tuple[Read, Owed]] = []
    lost: list[tuple[Read, Diagnostic | None]] = []
    told: list[Diagnostic] = []
    for read in reads:
        asked = duties.find(read.item)
        if asked is not None:
            owed.append((read, asked))
            continue
        place, before = _place_of(read.item, holdings)
        if place is not None and before is not None:
            placed.append(Placed(read=read, place=place, before=before))
            continue
        finding = _not_placed(read, place, before, holdings, clues)
        if place is None:
            lost.append((read, finding))
        elif finding is not None:
            told.append(finding)
    strangers = strangers_among(reads, [read for read, _ in lost], holdings)
    among = {id(one) for one in strangers}
    told += [one for read, one in lost if one is not None and id(read) not in among]
    if strangers:
        changed = [read for read, one in lost if one is not None and id(read) in among]
        told.append(strangers_told(strangers, changed))
    elif reads and not placed and not owed:
        told.append(_nothing_known(reads, dossier))
    return Placing(placed=tuple(placed), owed=tuple(owed), told=tuple(told))


def _place_of(item: CalendarItem, holdings: Holdings | None) -> tuple[Place | None, Status | None]:
    """What an entry is of, and the status with which it was exported, as far as that is known."""
    if holdings is not None:
        place = holdings.find(item)
    else:
        stated = stated_address(item)
        place = None if stated is None else Place(ref=stated, number=item.indicator)
    before = next((one for one in Status if one.value == item.exported_status), None)
    occasion = None if place is None else place.occasion
    if before is None and occasion is not None:
        before = effective_status(occasion.action, occasion.indicator)
    return place, before


def _not_placed(
    read: Read,
    place: Place | None,
    before: Status | None,
    holdings: Holdings | None,
    clues: Clues | None,
) -> Diagnostic | None:
    """What is told of an entry that is of nothing known; None where nobody changed it."""
    item = read.item
    befores = [] if before is None else [before]
    if before is None and place is None and clues is not None:
        befores = clues.befores(item)
    if befores:
        is_changed = any(change_of(item, one) != Change() for one in befores)
    else:
        is_changed = says_something(item)
    if not is_changed:
        return None
    if place is not None:
        missing = "nothing tells the status with which it was exported"
    elif holdings is None:
        missing = "it does not say of which action it is"
    else:
        missing = "no action of the dossier has its identifier"
    hint = "" if clues is None or place is not None else clues.hint(item)
    # What has no mark of ours may be anything that somebody has to do.
    is_known = clues is not None and clues.has_code_of(item)
    code = "CC170" if item.item or is_ours(item) or hint or is_known else "CC175"
    if clues is None:
        hint = "hand in the dossier from which it was exported"
    message = f"it is {state_said(item)}, and {missing}"
    return diagnose(code, message, subject=entry_name(item), span=read.span, hint=hint)


def _nothing_known(reads: Sequence[Read], dossier: Dossier | None) -> Diagnostic:
    count = len(reads)
    where = "that says so itself" if dossier is None else "of the dossier"
    message = (
        f"none of {count} entries is of a plan {where}"
        if count > 1
        else f"the only entry is not of a plan {where}"
    )
    return diagnose("CC175", message, span=Span(source=reads[0].source))
