"""Indicator cells: one indicator for each milestone, with its deadline, status and evidence."""

import re
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.deadline import DeadlineMention, find_deadlines
from customs_coop.model import Indicator, Status
from customs_coop.readers.status.reading import read_status
from customs_coop.readers.text.markup import Paragraph
from customs_coop.references import DocumentNumber, Mention, find_references

__all__ = ["NumberedItem", "read_indicator", "read_indicators", "split_numbered"]

_LABEL = re.compile(r"deadline", re.IGNORECASE)
_NUMBER = re.compile(r"\((?P<number>[0-9]{1,2}|[a-z])\)(?=\s)")
_LEAD_IN = re.compile(r"(?:\A|[\n;,.:]|\b(?:and|or))\s{0,8}\Z")
# What follows a deadline and speaks of the same milestone.
_REMARK = re.compile(
    r"[\s.;,)]{0,8}\(?(?:Complete|Preliminary|Ongoing|On-going|Work (?:has|is)|Follow-?up"
    r"|Part(?:ly|ially)|Await|This (?:work|task|is)|Under ?way|Deferred|Postponed|See\b)"
)
_CLOSING = re.compile(r"[\s.;,)\]]{0,8}")
# A bracket, a dash or a small letter goes on with the sentence; a dash may also open a list item.
_GOES_ON = re.compile(r"[ \t.;,)\]]{0,8}[–—-]|[\s.;,)\]]{0,8}(?:[(\[]|(?P<letter>[^\W\d_]))")
_NOTE = re.compile(r"[ \t.]{0,4}\([^()]{0,200}\)")
# What stands between the times that one label announces.
_BETWEEN = re.compile(
    r"\s{0,4}(?:\([^()]{0,80}\))?\s{0,4}[,;/&]?\s{0,4}(?:and|or)?\s{0,4}", re.IGNORECASE
)
_LONGEST_BETWEEN = 100
_COMPLETION = re.compile(r"\bcomplete|\bissued\b", re.IGNORECASE)
_OPENS_DONE = re.compile(r"\(?Completed?\b")


@attrs.frozen
class NumberedItem:
    """One item of a list "(1) ...; (2) ...", or the whole text where nothing is numbered."""

    number: str
    text: str


def split_numbered(text: str) -> tuple[NumberedItem, ...]:
    r"""Split a text at the numbers of a list, which count up from 1 or from a.

    Line breaks show where items begin and are folded afterwards. What stands before the first
    number is an item without a number. The numbers of deadlines ("Deadline: (a) June 2010; (b)
    June 2011") begin no items.

    Example:
        >>> [item.text for item in split_numbered("(1) Risks (2 kinds) known;\n(2) Report")]
        ['Risks (2 kinds) known;', 'Report']
    """
    starts: list[tuple[int, int, str]] = []
    expected = ""
    numbers = list(_NUMBER.finditer(text))
    deadlines = _places(labelled) if numbers and (labelled := _labelled(text)) else frozenset()
    for match in numbers:
        number = match["number"]
        if match.start() in deadlines:
            continue
        if not starts and number not in {"1", "a"}:
            continue
        if (starts and number != expected) or not _LEAD_IN.search(
            text, max(0, match.start() - 12), match.start()
        ):
            continue
        starts.append((match.start(), match.end(), number))
        expected = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
    if not starts:
        whole = " ".join(text.split())
        return (NumberedItem("", whole),) if whole else ()
    items = [NumberedItem("", " ".join(text[: starts[0][0]].split()))]
    ends = [*(start for start, _, _ in starts[1:]), len(text)]
    for (_, begin, number), end in zip(starts, ends, strict=True):
        items.append(NumberedItem(number, " ".join(text[begin:end].split())))
    return tuple(item for item in items if item.text or item.number)


def read_indicators(paragraphs: Sequence[Paragraph]) -> tuple[Indicator, ...]:
    """Read the paragraphs of an indicator cell.

    Each paragraph is an indicator, and so is what ends with a labelled deadline where more
    follows. A list that a colon introduces belongs to its paragraph, and so does a paragraph
    that says only that the work is completed.

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
    for text in _grouped(paragraphs):
        for item in split_numbered(text) if _NUMBER.search(text) else (NumberedItem("", text),):
            pieces = _split_at_deadlines(item.text)
            found += [
                read_indicator(piece, item.number if not number else "")
                for number, piece in enumerate(pieces)
            ]
    return tuple(found)


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


def _grouped(paragraphs: Sequence[Paragraph]) -> list[str]:
    groups: list[list[str]] = []
    introduced = False
    for paragraph in paragraphs:
        text = paragraph.content.text
        joins = bool(groups) and (
            (paragraph.item and introduced)
            or (_OPENS_DONE.match(text) is not None and not _is_done(groups[-1]))
        )
        if joins:
            groups[-1].append(text)
        else:
            groups.append([text])
        if not paragraph.item:
            introduced = text.endswith(":")
    return ["\n".join(group) for group in groups]


def _is_done(group: list[str]) -> bool:
    return read_status(group).status is Status.COMPLETED


def _labelled(text: str) -> list[tuple[DeadlineMention, ...]]:
    """The deadlines that have a label, each with the further times that the label announces."""
    if not _LABEL.search(text):
        return []
    groups: list[tuple[DeadlineMention, ...]] = []
    end = -1
    for mention in find_deadlines(text):
        gap = text[end : mention.start] if end >= 0 else None
        if _LABEL.search(mention.text):
            groups.append((mention,))
        elif gap is not None and len(gap) <= _LONGEST_BETWEEN and _BETWEEN.fullmatch(gap):
            groups[-1] = (*groups[-1], mention)
        else:
            end = -1
            continue
        end = mention.end
    return groups


def _places(groups: list[tuple[DeadlineMention, ...]]) -> frozenset[int]:
    """The places of all characters of the mentions."""
    return frozenset(
        place for group in groups for one in group for place in range(one.start, one.end)
    )


def _goes_on(text: str, at: int) -> bool:
    """Whether what follows a deadline belongs to its sentence."""
    if _REMARK.match(text, at):
        return True
    match = _GOES_ON.match(text, at)
    return match is not None and (match["letter"] is None or match["letter"].islower())


def _split_at_deadlines(text: str) -> list[str]:
    """Cut behind each labelled deadline after which something else begins."""
    pieces: list[str] = []
    start = 0
    for group in _labelled(text):
        at = group[-1].end
        if _REMARK.match(text, at):
            continue
        if note := _NOTE.match(text, at):
            at = note.end()
        if _goes_on(text, at):
            continue
        closing = _CLOSING.match(text, at)
        end = closing.end() if closing else at
        if text[start:end].strip() and text[end:].strip():
            pieces.append(text[start:end].strip())
            start = end
    if text[start:].strip():
        pieces.append(text[start:].strip())
    return pieces
