"""Lists whose items are numbered, in a text and at the beginnings of paragraphs."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.readers.indicators.milestones import labelled, places_of

__all__ = ["NumberedItem", "count_on", "plain_numbers", "split_numbered"]

_NUMBER = re.compile(r"\((?P<number>[0-9]{1,2}|[a-z])\)(?=\s)")
_FIRST = frozenset(("1", "a"))  # with which a list begins
# At the beginning of a paragraph; a day of a month is no number.
_PLAIN_NUMBER = re.compile(r"(?P<number>[1-9][0-9]?|[a-z])[.)]\s{1,8}(?=[^\W\d_]|[“\"‘'(])")
_LEAD_IN = re.compile(r"(?:\A|[\n;,.:]|\b(?:and|or|et|ou|und|oder))\s{0,8}\Z")


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
    items, _ = count_on(text, "")
    return tuple(items)


def count_on(text: str, expected: str) -> tuple[list[NumberedItem], str]:
    """The items of a text whose first number is the expected one, or 1 or a; and the next one."""
    starts: list[tuple[int, int, str]] = []
    numbers = list(_NUMBER.finditer(text))
    deadlines = places_of(groups) if numbers and (groups := labelled(text)) else frozenset()
    for match in numbers:
        number = match["number"]
        if match.start() in deadlines:
            continue
        wanted = {expected} if starts else {expected, *_FIRST}
        if number not in wanted or not _LEAD_IN.search(
            text, max(0, match.start() - 12), match.start()
        ):
            continue
        starts.append((match.start(), match.end(), number))
        expected = next_number(number)
    if not starts:
        whole = " ".join(text.split())
        return ([NumberedItem("", whole)] if whole else []), expected
    items = [NumberedItem("", " ".join(text[: starts[0][0]].split()))]
    ends = [*(start for start, _, _ in starts[1:]), len(text)]
    for (_, begin, number), end in zip(starts, ends, strict=True):
        items.append(NumberedItem(number, " ".join(text[begin:end].split())))
    return [item for item in items if item.text or item.number], expected


def plain_numbers(texts: Sequence[str]) -> dict[int, tuple[str, int]]:
    """The paragraphs that begin with "1.", "2." or "a)", "b)", where two at least do so."""
    found: dict[int, tuple[str, int]] = {}
    expected = ""
    for place, text in enumerate(texts):
        match = _PLAIN_NUMBER.match(text)
        if match and match["number"] in ({expected} if found else _FIRST):
            found[place] = (match["number"], match.end())
            expected = next_number(match["number"])
    return found if len(found) > 1 else {}


def next_number(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
