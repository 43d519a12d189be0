"""The one line of each reporting obligation, told apart from that of others on the same day."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from itertools import count

import attrs

from customs_coop.exporters.calendars.summaries import shortened

__all__ = ["DutyLine", "duty_lines"]


@attrs.frozen(kw_only=True)
class DutyLine:
    """What the line of an obligation is made from.

    Args:
        head: How its action is called, or empty.
        words: What is owed.
        by: Who owes it, or empty.
        about: What it is about, where the head does not say so, or empty.
        to: To whom it is owed, or empty.
        when: The words of the deadline, or empty.
        days: Its days; None stands for no day.
    """

    head: str
    words: str
    by: str
    about: str
    to: str
    when: str
    days: Collection[dt.date | None]

    def line(self, tell: str = "") -> str:
        """The whole line.

        Args:
            tell: What tells it from another one; it comes first, because programs cut a line at
                its end.
        """
        behind = " – ".join(filter(None, (tell, self.words)))
        return " ".join(filter(None, (self.head, behind)))


def duty_lines(duties: Sequence[DutyLine], length: int | None) -> list[str]:
    """Write the line of each obligation; none has that of another one of the same day.

    Args:
        duties: The obligations.
        length: The longest line, in characters, or None.

    Returns:
        The whole lines, in the same order.
    """
    lines = [duty.line() for duty in duties]
    alike: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        alike.setdefault(shortened(line, length), []).append(index)
    for places in alike.values():
        days = [set(duties[at].days) for at in places]
        if len(set().union(*days)) == sum(map(len, days)):
            continue
        told = _told_apart([duties[at] for at in places], length)
        for at, line in zip(places, told, strict=True):
            lines[at] = line
    return lines


def _told_apart(alike: Sequence[DutyLine], length: int | None) -> list[str]:
    """The lines of what has the same one: the first of several ways in which all differ."""
    lines: list[str] = []
    for tells in _ways(alike):
        lines = [duty.line(tell) for duty, tell in zip(alike, tells, strict=True)]
        if len({shortened(line, length) for line in lines}) == len(lines):
            break
    return lines


def _ways(alike: Sequence[DutyLine]) -> Iterator[list[str]]:
    yield [one.by for one in alike]
    yield [one.about for one in alike]
    both = [", ".join(filter(None, (one.by, one.about))) for one in alike]
    yield both
    for more in ([one.to for one in alike], [one.when for one in alike]):
        both = [", ".join(filter(None, pair)) for pair in zip(both, more, strict=True)]
        yield both
    yield [" ".join(filter(None, (f"({at})", tell))) for at, tell in zip(count(1), both)]
