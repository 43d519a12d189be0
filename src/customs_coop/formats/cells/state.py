"""The status of an action in its row: in words, and in brackets where no words say it."""

import functools
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import attrs

from customs_coop.formats.additions import Added, addition, split_additions
from customs_coop.formats.cells.indicators import ORDINARY, indicator_additions
from customs_coop.formats.cells.words import KEPT, holds, mentions_in, row_text
from customs_coop.formats.columns import Column, column_of
from customs_coop.formats.status.printed import (
    COMPLETED_PHRASE,
    in_words,
    is_whole,
    joined_words,
    remark_line,
    remark_words,
    whole_line,
)
from customs_coop.formats.status.reading import Standing, read_status
from customs_coop.model import Action, Priority
from customs_coop.references import Reference

__all__ = ["PrintedStatus", "printed_status"]

# Behind the full stop or the bracket with which a sentence ends.
_SENTENCE_ENDS = re.compile(r"(?<=[.;)])\s")

# By these columns readers know a work plan, whose status they look for in all of its words.
_OF_WORK_PLANS = frozenset(
    (Column.INDICATORS, Column.RESPONSIBLE, Column.PRIORITY, Column.OBJECTIVES)
)


@attrs.frozen
class PrintedStatus:
    """How the row of an action tells its status.

    Args:
        line: A paragraph of words, or empty.
        addition: The status in brackets behind the title, where reading the words gives another
            one; else empty.
        hidden: What goes with the addition where it tells a person nothing: what the words say.
    """

    line: str = ""
    addition: str = ""
    hidden: str = ""


def printed_status(action: Action, columns: AbstractSet[Column]) -> PrintedStatus:
    """What the row has to print of the status besides its other words.

    Args:
        action: The action.
        columns: The columns of the table.
    """
    line, remark = _line(_missing_words(action))
    read = _read_back(action, remark, columns)
    if not _comes_back(action, line, remark, read, columns):
        line, remark = _line(action.status_text, whole=True)
        read = _read_back(action, remark, columns)
    status, said = action.status, read.status
    if said is status:
        return PrintedStatus(line)
    # The grey of the row tells of one that is closed, and words of any other.
    needless = status.closed or status in ORDINARY or action.status_text
    hidden = addition(Added.SAID, said.value) if needless else ""
    return PrintedStatus(line, addition(Added.STATUS, status.value), hidden)


@functools.lru_cache(maxsize=KEPT)
def _line(words: str, *, whole: bool = False) -> tuple[str, str]:
    """The line that prints some words, and what readers take of it."""
    line = whole_line(words) if whole else remark_line(words)
    if split_additions(line)[1]:
        line += "."  # else its end would be taken for a bracket of ours
    return line, remark_words(line) or ""


def _missing_words(action: Action) -> str:
    """The sentences on the status that no cell has."""
    printed = row_text(action)
    # The words may have been gathered from several cells, so each sentence counts.
    return " ".join(s for s in _sentences(action.status_text, action) if not holds(printed, s))


def _sentences(words: str, action: Action) -> Iterator[str]:
    """The sentences of words on the status that say more than what the indicators prove."""
    evidence = {r for indicator in action.indicators for r in indicator.evidence}
    for sentence in _SENTENCE_ENDS.split(" ".join(words.split())):
        if sentence and not _only_evidence(sentence, evidence):
            yield sentence


def _comes_back(
    action: Action, line: str, remark: str, read: Standing, columns: AbstractSet[Column]
) -> bool:
    """Whether readers find the words on the status again, no more and no fewer."""
    wanted = " ".join(_sentences(action.status_text, action))
    if not wanted or not (line or columns & _OF_WORK_PLANS):
        return True  # in a timetable, the title is words enough
    if is_whole(line) or not columns & _OF_WORK_PLANS:
        return remark == " ".join(action.status_text.split())
    stated = (" ".join(_stated(action)), remark)
    # What an indicator proves is told of the indicator, and so is left out of both.
    found = joined_words(read.text, stated)
    for told in _completed(action) if remark else ():
        found = found.replace(COMPLETED_PHRASE.format(told), "")
    return " ".join(_sentences(found, action)) == wanted


def _stated(action: Action) -> list[str]:
    """The cells of a further column that tells the status."""
    return [cell.text for cell in action.extra if column_of(cell.heading) is Column.STATUS]


def _completed(action: Action) -> Iterator[str]:
    """The documents that are printed behind the indicators which they complete."""
    for indicator in action.indicators:
        for one in indicator_additions(indicator):
            if one.kind is Added.COMPLETED:
                yield one.value


def _read_back(action: Action, remark: str, columns: AbstractSet[Column]) -> Standing:
    """The status that readers find in the words of the row."""
    texts = [remark] if remark else []
    if not columns & _OF_WORK_PLANS:
        return _status(tuple(texts))
    texts += [
        in_words(indicator.text, indicator_additions(indicator)) for indicator in action.indicators
    ]
    priority = action.priority
    return _status(
        tuple(texts),
        priority=priority.value if isinstance(priority, Priority) else priority or "",
        title=" ".join(action.title.split()),
        stated=" ".join(" ".join(_stated(action)).split()),
    )


@functools.lru_cache(maxsize=KEPT)
def _status(
    texts: tuple[str, ...], *, priority: str = "", title: str = "", stated: str = ""
) -> Standing:
    mentions = map(mentions_in, texts)
    return read_status(texts, mentions, priority=priority, title=title, stated=stated)


def _only_evidence(sentence: str, evidence: AbstractSet[Reference]) -> bool:
    """Whether a sentence says no more than "Completed" and documents that are printed anyway."""
    mentions = mentions_in(sentence)
    rest = sentence
    # The members of a range are mentions of the same words.
    for start, end in sorted({(mention.start, mention.end) for mention in mentions}, reverse=True):
        rest = rest[:start] + rest[end:]
    bare = rest.strip(" .:;,()").casefold()
    cited = {mention.reference for mention in mentions}
    return bool(cited) and bare in ("complete", "completed") and cited <= evidence
