"""Finds the numbers of Council documents in running text."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.references.base import Found, Pattern
from customs_coop.references.council import DocumentNumber, read_parts

__all__ = ["find_document_numbers"]

_NEXT_PART = Pattern(
    r"\s{0,20}(?:[+,&;]|and\s)\s{0,20}(?P<part>ADD|COR)[\s.-]{0,4}(?P<figure>[0-9]{1,2})"
    r"(?:\s{1,20}(?P<more>REV|COR)[\s.-]{0,4}(?P<of>[0-9]{1,2}))?(?!\w|[/.][0-9])"
)
# Figures that are no document: "tel. 02 281 6111/05", "a ratio of 1234/10".
_OTHER_FIGURES = Pattern(
    r"(?:\b(?:tel|telephone|phone|fax|mobile|ratio|proportion)s?\b(?: of| is)?[ .:+()0-9-]{0,24}"
    r"|(?<![/.,0-9])\+?[0-9]{1,4}[ \u00a0.-][0-9]{2,4}[ \u00a0.-])\Z",
    re.IGNORECASE,
)
_SERIES_BEFORE = Pattern(r"(?<![\w-])(?:ST|CM|DS|AD|SN|PE-CONS)[ -]?\Z")
_ANNOUNCED = Pattern(r"(?i:\bdoc(?:uments?|s)?\.?)\s{0,4}:?\s{0,4}(?:No\.?|Nos\.?)?\s{0,4}\Z")
_NUMBERED = Pattern(r"(?i:\bno|\bnr|\bnos|°)\.?\s{0,4}\Z")
_FILE_NAME = Pattern(r"(?<![\w-])(?:ST|CM|DS|AD|SN)[ -][0-9]{1,5}[ -](?:19|20)[0-9]{2}(?![0-9])")


def find_document_numbers(text: str) -> Iterator[Found[DocumentNumber]]:
    """Find the numbers of Council documents in running text.

    A number of four or five figures may stand alone; a shorter one needs a series, "doc.", a REV,
    a marking or a known subject code beside it, or it is a date or a fraction.

    Args:
        text: Any text.

    Yields:
        The numbers with start and end, in order.

    Example:
        >>> [str(number) for number, _, _ in find_document_numbers("12/5/03 and 9710/1/97 REV 1")]
        ['9710/1/97 REV 1']
    """
    file_names = [match.start() for match in _FILE_NAME.finditer(text)]
    file_names.reverse()
    done = 0
    slash = text.find("/")
    while slash >= 0 or file_names:
        if file_names and (slash < 0 or file_names[-1] < slash):
            start = file_names.pop()
            found = read_parts(text, start, strict=True) if start >= done else None
        else:
            start = _start_of(text, slash, done)
            found = None if start < 0 else _supported(text, start)
            slash = text.find("/", slash + 1)
        if found is not None:
            number, done, _ = found
            yield number, start, done
            shared = _shared(number, text[start:done])
            for further, begin, end in _further(text, done, shared):
                yield further, begin, end
                done = end
            if 0 <= slash < done:
                slash = text.find("/", done)


def _further(text: str, start: int, first: DocumentNumber) -> Iterator[Found[DocumentNumber]]:
    """The further parts of a document: "ADD 2" in "8351/09 + ADD 1 + ADD 2".

    `start` is the end of the first number; what follows the part of one is not that of the next.
    """
    number, at = first, start
    while (match := _NEXT_PART.match(text, at)) is not None:
        parts = {match["part"]: int(match["figure"])}
        if match["more"]:
            parts[match["more"]] = int(match["of"])
        repeated = number.addendum if match["part"] == "ADD" else number.corrigendum
        if repeated is None or 0 in parts.values():
            return
        if match["part"] == "ADD":
            number = attrs.evolve(first, addendum=parts["ADD"], corrigendum=parts.get("COR"))
        else:
            number = attrs.evolve(number, corrigendum=parts["COR"])
        if "REV" in parts:
            number = attrs.evolve(number, revision=parts["REV"], stated_revision=parts["REV"])
        yield number, match.start("part"), match.end()
        at = match.end()


def _shared(number: DocumentNumber, printed: str) -> DocumentNumber:
    """The number without a revision that is that of its addendum: "ADD 1 REV 1"."""
    if 0 <= printed.find("ADD") < printed.rfind("REV") and printed.count("/") == 1:
        return attrs.evolve(number, revision=None, stated_revision=None)
    return number


def _start_of(text: str, slash: int, done: int) -> int:
    """Walk back from a stroke over the figures and the series; -1 where no number stands."""
    start = slash
    while start > max(done, slash - 5) and "0" <= text[start - 1] <= "9":
        start -= 1
    if start == slash:
        return -1
    series = _SERIES_BEFORE.search(text, max(done, start - 9), start)
    if series is not None:
        return series.start()
    before = text[max(0, start - 2) : start]
    if before and (before[-1].isalnum() or before[-1] in "_/"):
        return -1
    if len(before) == 2 and before[0].isdigit() and before[1] in ".,-":
        return -1
    return start


def _supported(text: str, start: int) -> tuple[DocumentNumber, int, bool] | None:
    found = read_parts(text, start, strict=True)
    if found is None or found[2] or _ANNOUNCED.search(text, max(0, start - 20), start):
        return found
    number = found[0].number
    # "1997/98" is a span of years, "No 515/97" an act whose name stands elsewhere.
    if number < 1000 or 1900 <= number <= 2100 or _NUMBERED.search(text, max(0, start - 9), start):
        return None
    if _OTHER_FIGURES.search(text, max(0, start - 40), start):
        return None
    return found
