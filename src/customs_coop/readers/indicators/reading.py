"""Cells of indicators: what makes one indicator, and what it says."""

import re
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.deadline import find_deadlines
from customs_coop.formats.status.reading import read_status
from customs_coop.formats.status.remarks import is_remark, is_remark_on
from customs_coop.model import Indicator, Status
from customs_coop.readers.indicators.lists import (
    NumberedItem,
    count_on,
    plain_numbers,
    split_numbered,
)
from customs_coop.readers.indicators.milestones import (
    has_deadline,
    is_deadline_alone,
    labelled,
    split_milestones,
)
from customs_coop.readers.text.markup import Paragraph
from customs_coop.references import DocumentNumber, Mention, find_references

__all__ = ["leading_remarks", "read_indicator", "read_indicators", "read_items"]

_NUMBER = re.compile(r"\((?P<number>[0-9]{1,2}|[a-z])\)(?=\s)")
_BULLET = re.compile(r"[-–—•◦▪*](?=\s)")
_STATE = re.compile(r"(?:Status|State of play|Progress)\s{0,3}:", re.IGNORECASE)
_COMPLETION = re.compile(
    r"\bcomplete|\bissued\b|\b(?:achev|termin|clôtur|finalis)(?:é|(?-i:ÉE?|EE?)S?\b)|\bpubliée?s?\b"
    r"|\b(?:abgeschlossen|erledigt|fertiggestellt)\b",
    re.IGNORECASE,
)
_OPENS_DONE = re.compile(
    r"\(?(?:Completed?|(?:Achev|Termin|Clôtur|Finalis)ée?s?|Abgeschlossen|Erledigt)\b"
)
_FEW = 8  # lines of an indicator that are enough to tell what it is about


def read_indicators(paragraphs: Sequence[Paragraph]) -> tuple[Indicator, ...]:
    """Read the paragraphs of an indicator cell.

    Each paragraph is an indicator, and so are the items of a list, and what ends with a labelled
    deadline where more follows. A list that a colon introduces belongs to its paragraph, unless
    its items have deadlines of their own. A paragraph that holds a deadline alone, or
    carries on the sentence above it belongs to the one it follows. So does one that only says
    how far the work is, which stays a paragraph of its own there.

    Args:
        paragraphs: The paragraphs of the cell.

    Returns:
        The indicators, whose texts together are the words of the cell.

    Example:
        >>> from customs_coop.readers.text.excerpts import Excerpt
        >>> from customs_coop.readers.text.markup import read_cell
        >>> words = "Survey held. Deadline: 28.2.2007 Report sent. Deadline: June 2007"
        >>> for found in read_indicators(read_cell(Excerpt.of(words)).paragraphs):
        ...     print(found.text, found.deadlines[0].latest)
        Survey held. Deadline: 28.2.2007 2007-02-28
        Report sent. Deadline: June 2007 2007-06-30
    """
    found: list[Indicator] = []
    for item in _grouped(paragraphs):
        pieces = split_milestones(item.text)
        if item.remarks:
            pieces[-1:] = ["\n".join((*pieces[-1:], *item.remarks))]
        found += [
            read_indicator(piece, item.number if not number else "")
            for number, piece in enumerate(pieces)
        ]
    return tuple(found)


def leading_remarks(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at the beginning only say how far the work is: those of no indicator.

    Example:
        >>> from customs_coop.readers.text.excerpts import Excerpt
        >>> from customs_coop.readers.text.markup import read_cell
        >>> leading_remarks(read_cell(Excerpt.of("Awaiting the outcome of 2.1<br>Map")).paragraphs)
        1
    """
    count = 0
    for paragraph in paragraphs:
        if not is_remark(paragraph.content.text):
            break
        count += 1
    return count


def read_items(text: str) -> tuple[Indicator, ...]:
    """Read the indicators of a text whose paragraphs are not known, as in a column flow.

    Args:
        text: The text; line breaks mean nothing.

    Returns:
        One indicator for each numbered item, and for what follows a labelled deadline.

    Example:
        >>> [(str(one.code), one.text) for one in read_items("(1) List printed; (2) Report.")]
        [('1', 'List printed'), ('2', 'Report.')]
    """
    return tuple(
        read_indicator(piece.rstrip(";, "), item.number if not number else "")
        for item in split_numbered(text)
        for number, piece in enumerate(split_milestones(item.text))
    )


def read_indicator(text: str, code: str = "") -> Indicator:
    """Read one indicator: its deadlines, its status and the documents that prove it.

    Args:
        text: The words of the indicator.
        code: Its number, or empty.

    Returns:
        The indicator.
    """
    mentions = find_references(text)
    standing = read_status([text], [mentions])
    return Indicator(
        text=text,
        code=code or None,
        deadlines=tuple(mention.deadline for mention in find_deadlines(text)),
        status=standing.status,
        evidence=_evidence(text, mentions),
    )


def _evidence(text: str, mentions: Iterable[Mention]) -> tuple[DocumentNumber, ...]:
    """The documents that are named behind "completed" or "issued"."""
    done = _COMPLETION.search(text)
    if done is None:
        return ()
    return tuple(
        dict.fromkeys(
            mention.reference
            for mention in mentions
            if mention.start > done.start() and isinstance(mention.reference, DocumentNumber)
        )
    )


@attrs.define
class _Draft:
    """The paragraphs of one indicator so far, and what is remarked on it behind them."""

    number: str
    lines: list[str]
    remarks: list[str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def _grouped(paragraphs: Sequence[Paragraph]) -> list[_Draft]:
    """The paragraphs that make one indicator, and those that make several, taken apart."""
    texts = [paragraph.content.text for paragraph in paragraphs]
    plain = plain_numbers(texts)
    found: list[_Draft] = []
    expected = ""
    introduced = False  # a list follows that belongs to its paragraph
    for place, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        listed = paragraph.item or _BULLET.match(text) is not None
        if found and place not in plain and _is_remark(found[-1], text, listed=listed):
            found[-1].remarks.append(text)
            introduced = False
            continue
        if found and found[-1].remarks and is_deadline_alone(text):
            found[-1].remarks.append(text)
            continue
        if found and (
            (listed and introduced)
            or is_deadline_alone(text)
            or (_OPENS_DONE.match(text) is not None and not _is_done(found[-1].lines))
            or (not listed and place not in plain and _carries_on(found[-1].lines[-1], text))
        ):
            found[-1].lines.append(text)
            continue
        if place in plain:
            number, begin = plain[place]
            found.append(_Draft(number, [text[begin:]]))
        else:
            items, expected = count_on(text, expected)
            for item in items:
                found += _with_points(item)
        if not listed:
            introduced = text.endswith(":") and not _each_has_deadline(paragraphs, place + 1)
    return found


def _is_remark(draft: _Draft, text: str, *, listed: bool) -> bool:
    """Whether a paragraph only says how far the indicator above it is.

    The bare word "Completed" is no remark on what is completed already: it is another aim.
    """
    if listed or text.startswith("("):
        return False
    if _OPENS_DONE.match(text) and not is_remark(text):
        return False
    return is_remark_on(text, " ".join(draft.lines[:_FEW]), follows=bool(draft.remarks))


def _with_points(item: NumberedItem) -> list[_Draft]:
    """An item, with its own points apart where these have deadlines of their own."""
    if item.number and item.number.isdigit():
        points, _ = count_on(item.text, "")
        lettered = [point for point in points if point.number.isalpha()]
        if len(lettered) > 1 and any(map(has_deadline, (point.text for point in lettered[:-1]))):
            return [
                _Draft(f"{item.number}({point.number})" if point.number else item.number,
                       [point.text])
                for point in points
            ]  # fmt: skip
    return [_Draft(item.number, [item.text])]


def _each_has_deadline(paragraphs: Sequence[Paragraph], begin: int) -> bool:
    """Whether the items of the list that begins here have deadlines of their own.

    One that stands in the last item alone may be that of the whole list.
    """
    items: list[str] = []
    for place in range(begin, len(paragraphs)):
        paragraph = paragraphs[place]
        text = paragraph.content.text
        if not (paragraph.item or _BULLET.match(text)):
            break
        items.append(text)
    return any(map(has_deadline, items[:-1]))


def _carries_on(before: str, text: str) -> bool:
    """Whether a paragraph carries on the sentence above it, or is a remark in brackets on it."""
    if text.startswith("(") and text.rstrip(" .;").endswith(")") and not _NUMBER.match(text):
        return True
    if _STATE.match(text):
        return True
    if not text[:1].islower() or before.endswith((".", ";", ":", "!", "?")):
        return False
    # "Deadline: June 2007" ends what it belongs to, and the next may begin with "eCustoms".
    groups = labelled(before)
    return not groups or bool(before[groups[-1][-1].end :].strip(" )"))


def _is_done(group: list[str]) -> bool:
    return read_status(group).status is Status.COMPLETED
