"""How long actions take, as a user says it: "AP5/5.10=6m", "AP5/5.10=P2M..P3M"."""

import re
from typing import TYPE_CHECKING

import click

from customs_coop.cli.graphs.finding import held_action
from customs_coop.cli.options import named_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from customs_coop.graph import Node
    from customs_coop.model import ActionRef

__all__ = ["DURATIONS", "held_durations", "read_durations"]

DURATIONS = click.option(
    "--duration",
    "lengths",
    metavar="REF=LENGTH",
    multiple=True,
    help=(
        'How long an action takes, such as "AP5/5.10=6m" (d, w, m, y), "=P6M" or "=60d..90d"; may'
        " be given several times."
    ),
)
"""The option of all questions about time."""

# ISO 8601 durations of whole days and more, with or without the P, and with units in words.
_LENGTH = re.compile(
    r"P?(?=[0-9])(?:(?P<years>[0-9]{1,4}) {0,2}(?:Y|years?))? {0,2}"
    r"(?:(?P<months>[0-9]{1,4}) {0,2}(?:M|months?))? {0,2}"
    r"(?:(?P<weeks>[0-9]{1,4}) {0,2}(?:W|weeks?))? {0,2}"
    r"(?:(?P<days>[0-9]{1,5}) {0,2}(?:D|days?))?",
    re.ASCII | re.IGNORECASE,
)
_HINT = "--duration"
# The Gregorian calendar repeats itself after 400 years.
_CYCLE_MONTHS, _CYCLE_DAYS = 4800, 146_097


def read_durations(texts: "Iterable[str]") -> "dict[str, tuple[int, int | None]]":
    """Read what a user gave.

    Args:
        texts: Such as "AP5/5.10=6m".

    Returns:
        The least and the most number of days by the words for the action.

    Raises:
        click.BadParameter: One has no such form, or an action is there twice.
    """
    given = named_values(texts, "REF=LENGTH", option=_HINT, last=True, with_empty=True)
    return {name: _length(length.strip()) for name, length in given.items()}


def held_durations(
    graph: "nx.MultiDiGraph[Node]", lengths: "Mapping[str, tuple[int, int | None]]"
) -> "dict[ActionRef | str, tuple[int, int | None]]":
    """Find the actions of which a length was given.

    Args:
        graph: The graph of the dossier.
        lengths: What `read_durations` gave.

    Returns:
        The lengths by the identity of the action.

    Raises:
        click.BadParameter: It is no action, known by mention only, or named twice.
    """
    found: dict[ActionRef | str, tuple[int, int | None]] = {}
    for name, length in lengths.items():
        ref = str(held_action(graph, name, _HINT))
        if ref in found:
            raise click.BadParameter(f"{ref} is there twice", param_hint=_HINT)
        found[ref] = length
    return found


def _length(text: str) -> tuple[int, int | None]:
    """One length, or the least and the most with ".." between."""
    first, dots, last = text.partition("..")
    if not dots:
        return _days(text, text)
    if not first and not last:
        raise _unreadable(text)
    least = _days(first, text)[0] if first else 0
    most = _days(last, text)[1] if last else None
    if most is not None and most < least:
        raise click.BadParameter(f"{first} is longer than {last}", param_hint=_HINT)
    return least, most


def _days(text: str, whole: str) -> tuple[int, int]:
    """The least and the most days of one duration: months and years have several lengths."""
    text = text.strip()
    # A bare number counts days, as in the library.
    match = _LENGTH.fullmatch(f"{text}d" if text.isdecimal() else text)
    if match is None:
        raise _unreadable(whole)
    years, months, weeks, days = (
        int(match[unit] or 0) for unit in ("years", "months", "weeks", "days")
    )
    exact = 7 * weeks + days
    least, most = _of_months(12 * years + months)
    return least + exact, most + exact


def _of_months(count: int) -> tuple[int, int]:
    """The least and the most days of so many months, from whatever day they are counted.

    From the first day of a month is enough: from a day that the last month does not have, such
    as 31 January, they are counted to its last day, which never gives fewer or more.
    """
    from datetime import date

    cycles, rest = divmod(count, _CYCLE_MONTHS)
    begins = [
        date(2000 + number // 12, number % 12 + 1, 1).toordinal()
        for number in range(_CYCLE_MONTHS + rest if rest else 0)
    ]
    lengths = [begins[number + rest] - begins[number] for number in range(_CYCLE_MONTHS) if rest]
    whole = cycles * _CYCLE_DAYS
    return whole + min(lengths, default=0), whole + max(lengths, default=0)


def _unreadable(text: str) -> click.BadParameter:
    return click.BadParameter(
        f'{text!r} is no length; write 90d, 2w, 6m, 1y, P6M, or the least and the most: "60d..90d"',
        param_hint=_HINT,
    )
