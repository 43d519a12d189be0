"""What the identifiers of reminders are made from, so that they stay when words and days change."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from customs_coop.deadline import Recurring
from customs_coop.monitoring import DueReport, StateItem

__all__ = ["item_keys", "report_keys"]


def report_keys(owed: Iterable[DueReport]) -> Iterator[tuple[int, str]]:
    """What the identifier of each report is made from: not from words or days that may change.

    Where somebody owes somebody two reports on one thing and of one round, their words tell them
    apart.

    Args:
        owed: The reports that are owed.

    Yields:
        The `id` of each, with what its identifier is made from.
    """
    found = list(owed)
    bases = {id(one): _base(one) for one in found}
    counts = Counter({(bases[id(one)], one.obligation): None for one in found}.keys())
    several = Counter(base for base, _ in counts)
    for one in found:
        base = bases[id(one)]
        words = " ".join(one.obligation.text.split()).casefold()
        tell = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
        yield id(one), f"{base}/{tell}" if several[base] > 1 else base


def _base(owed: DueReport) -> str:
    # Of what recurs the round is a part of the calendar; what is to be done once has no other day.
    round_day = owed.due if isinstance(owed.deadline, Recurring) else None
    return f"owed/{owed.subject or ''}/{owed.party or ''}/{owed.to or ''}/{round_day or ''}"


def item_keys(items: Iterable[StateItem]) -> Iterator[tuple[int, str]]:
    """What the identifier of each thing of a plan is made from: its address, and not its words.

    Args:
        items: All things of the plans, before any choice.

    Yields:
        The `id` of each, with what its identifier is made from.
    """
    places: Counter[str] = Counter()
    for item in items:
        subject = str(item.subject)
        # Counted before any choice, so that a choice changes no identifier.
        place = places[subject]
        places[subject] += 1
        round_day = item.due if isinstance(item.deadline, Recurring) else None
        yield id(item), f"due/{subject}/{place}/{round_day or ''}"
