"""The one line of each entry: what is due, told apart from what else is due on the same day."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TypeAlias

from customs_coop.deadline import Deadline
from customs_coop.exporters.calendars.labels import Labels
from customs_coop.formats.occasions import Occasion
from customs_coop.model import ActionRef
from customs_coop.references.base import Pattern

__all__ = [
    "Series",
    "called",
    "series_of",
    "share_codes",
    "shortened",
    "summaries_of",
    "without_deadline",
    "without_stop",
]

Series: TypeAlias = tuple[str, int, int]
"""What the rounds of one deadline share: the origin, the place and the copy."""

_ELLIPSIS = "…"
_CLOSING = " .;,)"
# Behind it stands the deadline itself. "Before the deadline: June 2006" is part of a sentence, and
# so may be a German noun, which is always written with a capital.
_LABEL = Pattern(
    r"(?:(?:^|(?<=[.;!?)(]\s))(?:(?:Report|Final)\sdeadlines?|Frist(?:en)?|Termine?)"
    r"|(?:^|(?<=[\s(]))(?<!the\s)(?<!of\s)(?:Dead[- ]?lines?|Due\sdates?|Time\slimits?"
    r"|Target\sdates?|Échéances?|Délais?|Dates?\s(?:limites?|butoirs?)))\s{0,2}:{0,2}\s{0,2}$"
)
_LONGEST_LABEL = 30
# As rollovers write it.
_MOVED = " (previously: "


def series_of(occasion: Occasion) -> Series:
    """To which deadline an occasion belongs, or to which thing without any.

    Args:
        occasion: The occasion.
    """
    return occasion.origin, occasion.place, occasion.copy


def share_codes(refs: Iterable[ActionRef]) -> bool:
    """Whether two plans have a code in common, so that a code alone does not tell of which it is.

    Args:
        refs: The addresses of the actions of all plans.

    Example:
        >>> share_codes([ActionRef("AP1", "5.1"), ActionRef("AP2", "5.1")])
        True
    """
    plans: dict[str, str] = {}
    return any(plans.setdefault(one.code.text, one.plan) != one.plan for one in refs)


def called(ref: ActionRef, labels: Labels, *, with_plan: bool = False) -> str:
    """How a line calls an action at its beginning.

    A code that is only a number has a colon behind it: before the words of a deadline, it would
    be read as a day.

    Args:
        ref: The action.
        labels: The words of the language.
        with_plan: Whether the plan is named as well.

    Example:
        >>> from customs_coop.exporters.calendars.labels import LABELS
        >>> [called(ActionRef("AP1", code), LABELS["en"]) for code in ("5.1", "13")]
        ['5.1', '13:']
    """
    text = _line(str(ref) if with_plan else ref.code.text)
    return text if "." in ref.code.text else f"{text}{labels.colon}"


def summaries_of(
    occasions: Iterable[Occasion], labels: Labels, length: int | None, *, with_plan: bool = False
) -> dict[Series, str]:
    """Write the line of each deadline of a plan: code, words of the indicator, title of the action.

    Where two would have one line on one day, or one of them has no day, the number of the indicator
    or the words of the deadline stand in the line of each; that holds for all their rounds, so that
    a deadline has the same line every time.

    Args:
        occasions: All occasions of the plan, whether they are shown or not: what is shown as an
            event, or to one party, has the same line.
        labels: The words of the language.
        length: The longest line, in characters, or None.
        with_plan: Whether the plan is named, as where another plan has the same codes.

    Returns:
        The whole lines, not shortened.
    """
    series: dict[Series, list[Occasion]] = {}
    for one in occasions:
        series.setdefault(series_of(one), []).append(one)
    heads = {
        key: called(found[0].ref, labels, with_plan=with_plan) for key, found in series.items()
    }
    lines = {key: f"{heads[key]} {_words_of(found[0])}" for key, found in series.items()}
    alike: dict[str, list[Series]] = {}
    for key, line in lines.items():
        alike.setdefault(shortened(line, length), []).append(key)
    for keys in alike.values():
        if len(keys) > 1 and _may_be_confused([series[key] for key in keys]):
            first = [(heads[key], series[key][0]) for key in keys]
            lines |= dict(zip(keys, _told_apart(first, labels, length), strict=True))
    return {key: line.rstrip() for key, line in lines.items()}


def _may_be_confused(series: Sequence[Sequence[Occasion]]) -> bool:
    """Whether no day tells some deadlines apart: they share one, or one of them has none."""
    days = [{one.time.day for one in rounds} for rounds in series]
    together = set().union(*days)
    return None in together or len(together) < sum(map(len, days))


def _told_apart(
    alike: Sequence[tuple[str, Occasion]], labels: Labels, length: int | None
) -> tuple[str, ...]:
    """The lines of what has the same one: the first of several ways in which all differ."""
    lines: list[str] = []
    for tells in _ways([one for _, one in alike], labels):
        lines = [
            f"{head} {_words_of(one, tell)}" for (head, one), tell in zip(alike, tells, strict=True)
        ]
        if len({shortened(line, length) for line in lines}) == len(lines):
            break
    return tuple(lines)


def _ways(alike: Sequence[Occasion], labels: Labels) -> Iterator[Sequence[str]]:
    numbers = ["" if one.number is None else f"{labels.indicator} {one.number}" for one in alike]
    words = ["" if one.deadline is None else _line(one.deadline.text) for one in alike]
    yield numbers
    yield words
    both = [", ".join(filter(None, pair)) for pair in zip(numbers, words, strict=True)]
    yield both
    # A row may print one deadline twice.
    yield [" ".join(filter(None, (f"({at})", tell))) for at, tell in zip(count(1), both)]


def _words_of(occasion: Occasion, tell: str = "") -> str:
    """What stands behind the code."""
    action, indicator = occasion.action, occasion.indicator
    title = without_stop(_line(action.title))
    words = ""
    if indicator is not None:
        own = without_deadline(_line(indicator.text), indicator.deadlines)
        words = without_stop(own)
    if words.casefold() == title.casefold():
        words = ""
    if not words and not tell:
        return _line(action.title)
    # What tells entries apart comes first, because programs cut a line at its end.
    return " – ".join(filter(None, (tell, words, title)))


def without_deadline(line: str, deadlines: Sequence[Deadline]) -> str:
    """A line without the deadlines at its end, which have a label: the entry stands on their day.

    Args:
        line: The words of an indicator.
        deadlines: Its deadlines.

    Returns:
        The line up to there; empty where nothing else stands in it.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> june = parse_deadline("June 2012")
        >>> without_deadline("Report adopted. Deadline: June 2012.", [june])
        'Report adopted'
        >>> without_deadline("Report by June 2012", [june])
        'Report by June 2012'
    """
    printed = [text for one in deadlines for text in _printed(_line(one.text)) if text]
    while printed:
        bare = line.rstrip(_CLOSING)
        found = next((text for text in printed if bare.endswith(text)), None)
        if found is None:
            break
        head = bare[: len(bare) - len(found)]
        label = _LABEL.search(head, max(0, len(head) - _LONGEST_LABEL))
        if label is None:
            break
        line = head[: label.start()].rstrip(" .;,(–—-")
    return line


def _printed(deadline: str) -> tuple[str, str]:
    """The words of a deadline, and those that it had before a rollover moved it."""
    former = deadline.removesuffix(")").partition(_MOVED)[2]
    return deadline.rstrip(_CLOSING), former.rstrip(_CLOSING)


def shortened(line: str, length: int | None) -> str:
    """A line that is not longer than so many characters, cut between words where that can be.

    Args:
        line: The line.
        length: How long it may be, or None.
    """
    if length is None or len(line) <= length:
        return line
    kept = line[: length - 1]
    # A word without end is cut, rather than nearly all left out.
    at = kept.rfind(" ", length // 2)
    return (kept if at < 0 else kept[:at]).rstrip(" ,;:.–-") + _ELLIPSIS


def without_stop(line: str) -> str:
    """A line without its full stop; three of them are no full stop.

    Args:
        line: The line.
    """
    return line if line.endswith("..") else line.removesuffix(".").rstrip()


def _line(text: str) -> str:
    return " ".join(text.split())
