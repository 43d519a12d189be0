"""Finds the numbers of Council documents in running text.

Every number has a stroke, and strokes are rare. Names of files have a year behind a hyphen, a blank
or a "_", addresses the name of the host. From these the text is read back and forth over a bounded
length, so the time grows with the length of the text whatever the text holds.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from customs_coop.references.base import Found, Pattern
from customs_coop.references.council.addresses import (
    ADDRESS_HINT,
    address_start,
    read_address,
    read_name,
)
from customs_coop.references.council.context import (
    is_announced,
    is_announced_as_council,
    is_foreign,
    is_listed,
    is_measure,
    is_other_figure,
)
from customs_coop.references.council.number import DocumentNumber, made_of
from customs_coop.references.council.reading import LANGUAGE_MARKS, Parts, read_head, read_suffixes

__all__ = ["find_document_numbers"]

_NEXT_PART = Pattern(
    r"\s{0,20}(?:[+,&;]|and\s)\s{0,20}(?P<part>REV|ADD|COR)[\s.-]{0,4}(?P<figure>[0-9]{1,2})"
    rf"(?:\s{{1,20}}(?P<more>REV|COR)[\s.-]{{0,4}}(?P<of>[0-9]{{1,2}}))?(?:{LANGUAGE_MARKS})?"
    r"(?!\w|[/.][0-9])"
)
# "ST-14583-2009", "st_12004_2007", "ST/8720/2022", "6954-14", "10971-1-05": the last figure
# before, and the year.
_DASHED = Pattern(
    r"[0-9](?:[ _/-](?P<year>(?:19[5-9]|20[0-4])[0-9])"
    r"|[\u2011-](?:[1-9][0-9]?[\u2011-])?[0-9]{2})(?![0-9])"
)
# A stroke between figures, unless another one, or a point, stands before the first of them:
# "12/05/03", "1.2/3". It begins with a plain character, for then re skips what cannot match.
_STROKE = Pattern(
    r"/(?<=[0-9 \u00a0]/)(?<!/[0-9]/)(?<!/[0-9]{2}/)(?<!/[0-9]{3}/)(?<!/[0-9]{4}/)"
    r"(?<![0-9][.,][0-9]/)(?<![0-9][.,][0-9]{2}/)(?=[0-9 \u00a0\r\n])"
)
_SERIES_BEFORE = Pattern(r"(?<![\w/-])(?:ST|CM|DS|AD|SN|PE[ \u2010-\u2013-]CONS)[ \u00a0-]{0,2}\Z")
_NAME_BEFORE = Pattern(
    r"(?<![\w-])(?:ST|CM|DS|AD|SN|PE(?:-CONS)?)[ _/-][0-9]{1,5}\Z", re.IGNORECASE
)
_OLD_NAME_BEFORE = Pattern(
    r"(?<![\w-])(?:st|cm|ds|ad|sn)[0-9]{5}(?:-?(?:re|ad|co|ex|dc)[0-9]{2}){0,4}"
    r"\.[a-z]{2}[0-9]{2}\Z",
    re.IGNORECASE,
)
_PLURAL_BEFORE = Pattern(r"\bdo[ck](?:ument)?s\.?\s{0,4}(?:nos\.?\s{0,4})?\Z", re.IGNORECASE)
_ENDINGS = (".pdf", ".doc", ".htm")
_BLANKS = " \u00a0"
_YEAR_IN_BRACKETS = Pattern(r"\((?:19|20)[0-9]{2}\)")
# The last letters of the series.
_SERIES_ENDS = frozenset("TMSDN")


def find_document_numbers(text: str) -> Iterator[Found[DocumentNumber]]:
    """Find the numbers of Council documents in running text.

    A number of four or five figures may stand alone; a shorter one needs a series, "doc.", a REV,
    a marking or a known subject code beside it, or it is a date or a fraction. So does a number
    with a hyphen or blanks in place of the stroke, and one with a year of four figures.

    Args:
        text: Any text.

    Yields:
        The numbers with start and end, in order.

    Example:
        >>> [str(number) for number, _, _ in find_document_numbers("12/5/03 and 9710/1/97 REV 1")]
        ['9710/1/97 REV 1']
    """
    named = _named_places(text)
    done = 0
    last: _Last | None = None
    slash = _next_stroke(text, 0)
    while slash >= 0 or named:
        if named and (slash < 0 or named[-1][0] < slash):
            start, by_name = named.pop()
        else:
            start, by_name = _start_of(text, slash, done), False
            slash = _next_stroke(text, slash + 1)
        if start < done:
            continue
        if by_name:
            parts, last = read_address(text, start) or read_name(text, start), None
        else:
            parts, last = _read(text, start, last)
        number = None if parts is None else made_of(parts)
        if parts is None or number is None:
            continue
        for found in _with_further(text, number, start, parts.end):
            yield found
            done = found[2]
        if last is not None:
            last = last._replace(end=done)
        if 0 <= slash < done:
            slash = _next_stroke(text, done)


class _Last(NamedTuple):
    """The number before, for one that stands in a list with it.

    `start` is that of the first number of the list, `announced` whether "docs" stands before it.
    """

    start: int
    end: int
    announced: bool


def _named_places(text: str) -> list[tuple[int, bool]]:
    """Where names, addresses and hyphened numbers begin, last first; whether it is a name."""
    places: dict[int, bool] = {}
    for match in _DASHED.finditer(text):
        at = match.start() + 1
        if match["year"] is not None:
            name = _NAME_BEFORE.search(text, max(0, at - 14), at)
            if name is not None:
                places[name.start()] = True
            continue
        start = _figures_before(text, at, 0)
        if start >= 0:
            places.setdefault(start, False)
    for ending in _ENDINGS:
        at = text.find(ending)
        while at >= 0:
            old = _OLD_NAME_BEFORE.search(text, max(0, at - 32), at)
            if old is not None:
                places[old.start()] = True
            at = text.find(ending, at + 1)
    at = text.find(ADDRESS_HINT)
    while at >= 0:
        places[address_start(text, at, 0)] = True
        at = text.find(ADDRESS_HINT, at + 1)
    return sorted(places.items(), reverse=True)


def _with_further(
    text: str, number: DocumentNumber, start: int, end: int
) -> Iterator[Found[DocumentNumber]]:
    """A number and the further parts of it: "ADD 2" in "8351/09 + ADD 1 + ADD 2"."""
    yield number, start, end
    # What follows the part of one is not that of the next.
    first = number = _shared(number, text[start:end])
    while (match := _NEXT_PART.match(text, end)) is not None:
        part, parts = match["part"], {match["part"]: int(match["figure"])}
        if match["more"] and match["more"] != part:
            parts[match["more"]] = int(match["of"])
        before = {
            "ADD": number.addendum,
            "COR": number.corrigendum,
            "REV": number.stated_revision,
        }
        # Behind addenda "and COR 1" is of the document, for it would be "ADD 1 COR 1" else.
        of_document = part == "COR" and first.addendum is not None
        if (before[part] is None and not of_document) or 0 in parts.values():
            return
        if part == "ADD":
            number = attrs.evolve(first, addendum=parts["ADD"], corrigendum=parts.get("COR"))
        elif of_document and number.corrigendum is None:
            number = attrs.evolve(first, addendum=None, corrigendum=parts["COR"])
        else:
            number = attrs.evolve(number, corrigendum=parts.get("COR"))
        if "REV" in parts:
            number = attrs.evolve(number, revision=parts["REV"], stated_revision=parts["REV"])
        yield number, match.start("part"), match.end()
        end = match.end()


def _shared(number: DocumentNumber, printed: str) -> DocumentNumber:
    """The number without a revision that is that of its addendum: "ADD 1 REV 1"."""
    if 0 <= printed.find("ADD") < printed.rfind("REV") and printed.count("/") == 1:
        return attrs.evolve(number, revision=None, stated_revision=None)
    return number


def _next_stroke(text: str, start: int) -> int:
    stroke = _STROKE.search(text, start)
    return -1 if stroke is None else stroke.start()


def _start_of(text: str, slash: int, done: int) -> int:
    """Walk back from a stroke over the figures and the series; -1 where no number stands."""
    at = slash
    while at > max(done, slash - 2) and text[at - 1] in _BLANKS:
        at -= 1
    return _figures_before(text, at, done)


def _figures_before(text: str, at: int, done: int) -> int:
    start, first = at, max(done, at - 5)
    while start > first and "0" <= text[start - 1] <= "9":
        start -= 1
    if start == at:
        return -1
    before = text[max(done, start - 3) : start]
    if before.rstrip(" \u00a0-")[-1:] in _SERIES_ENDS:
        series = _SERIES_BEFORE.search(text, max(done, start - 10), start)
        if series is not None:
            return series.start()
    return -1 if _is_part_of_longer(text, start) else start


def _is_part_of_longer(text: str, start: int) -> bool:
    """Whether figures go on with what stands before them.

    So they do in "C-1234/05", "1.2345/05", "x1234/05", "3/1234/05", "M.1234/05", "€1234/05" and
    "Ares(2012)1234/05".
    """
    last, other = text[max(0, start - 1) : start], text[max(0, start - 2) : max(0, start - 1)]
    if last == ")":
        return _YEAR_IN_BRACKETS.match(text, start - 6) is not None
    if last == "." and other.isalpha():
        # "doc.1234/05" and "n.1234/05" do not.
        return other not in "nN" and not text[max(0, start - 3) : start - 2].isalpha()
    if last and last in ".,-\u2011":
        return other.isdigit() or (last not in ".," and other.isalpha())
    # The mark of a footnote may be glued to a number: "¹1234/05".
    return last.isalpha() or last.isdecimal() or (last != "" and last in "_/\\=#@€$£")


def _read(text: str, start: int, last: "_Last | None") -> tuple[Parts | None, "_Last | None"]:
    """Read a number that is one, and tell how the next one of a list is to be taken."""
    parts = read_head(text, start)
    if parts is None:
        return None, None
    by_series = parts.certain
    if not read_suffixes(text, parts, strict=True):
        return None, None
    in_list = last is not None and is_listed(text, last.end, start)
    announced = (in_list and last is not None and last.announced) or is_announced(text, start)
    here = _Last(start if last is None or not in_list else last.start, parts.end, announced)
    if by_series:
        return parts, here
    if is_foreign(text, start):
        return None, None
    if parts.long:
        # "648/2005" is an act, even where a document was announced.
        sure = parts.certain or is_announced_as_council(text, start)
    elif parts.loose:
        sure = _is_sure_with_hyphen(text, start, parts, announced=announced)
    elif parts.certain or announced:
        sure = True
    else:
        # The words before the first number of a list are about all of them.
        sure = (
            parts.unmistakable
            and not is_other_figure(text, here.start)
            and not is_measure(text, parts.end)
        )
    return (parts if sure else None), here


def _is_sure_with_hyphen(text: str, start: int, parts: Parts, *, announced: bool) -> bool:
    """Whether "6954-14" or "9710 / 97" is a number and not a range, a sum or a date."""
    if not parts.unmistakable:
        return False
    if parts.certain:
        return True
    # "documents 1234-36" are several.
    plural = _PLURAL_BEFORE.search(text, max(0, start - 24), start) is not None
    return announced and not (plural and parts.year % 100 > parts.number % 100)
