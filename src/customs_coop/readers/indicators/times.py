"""A cell of times: one time, or several with signs or "and" between them."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Undetermined, is_left_open, parse_deadline

__all__ = ["read_times", "unread_times", "with_remarks"]

_STATEMENTS = re.compile(r"\s{0,3};\s{0,3}|\.\s{1,3}(?=[A-ZÀ-ÖØ-Þ])|\s{1,3}[/|]\s{1,3}|\n")
_COMMAS = re.compile(r"\s{0,3}(?:;|,(?=\s))\s{0,3}|\.\s{1,3}(?=[A-ZÀ-ÖØ-Þ])|\s{1,3}[/|]\s{1,3}|\n")
_JOINTS = re.compile(
    r"\s{0,3}[;,]\s{1,3}(?:(?:and|et|und)\s{1,3})?|\s{1,3}(?:and|et|und|&|[/|])\s{1,3}"
    r"|;\s{0,3}|\.\s{1,3}(?=[A-ZÀ-ÖØ-Þ])|\n"
)
# A stroke between two whole days; ISO 8601 joins the ends of one interval so.
_STROKE = re.compile(r"(?<=[./ ][12][0-9]{3})/(?=[0-9]{1,2}[./ ])")
_MONTHS = re.compile(
    r"(?P<months>[A-Z][a-z]{2,8}(?:(?:,\s|\sand\s|\s?[/&]\s?)[A-Z][a-z]{2,8}){1,5})\s(?P<year>[12][0-9]{3})\.?"
)
_REMARK = re.compile(r"\([^()]{1,200}\)[.,;]?")  # a paragraph in brackets
_MOST_SHARED = 3  # words: "of June 2004"
_MOST = 24  # times in one cell; beyond it the text is no cell of times


def read_times(
    text: str, lines: Sequence[str] = (), *, within: Period | None = None
) -> tuple[Deadline, ...]:
    """Read a cell of times: as one time, or else as several.

    The cell is cut at semicolons and full stops first, then at commas, then at "and", and as its
    lines stand; a cut counts only where every piece is a time, so that no piece is lost.

    Args:
        text: The words of the cell.
        lines: The same words by their printed lines, where these are known.
        within: The period of the plan, for a time that prints no year.

    Returns:
        The times, each with its words; one Undetermined where no way to read the cell serves.

    Example:
        >>> [time.text for time in read_times("June 2013; December 2013")]
        ['June 2013', 'December 2013']
        >>> [str(time.latest) for time in read_times("30 June 2013, 31 December 2013 and 2015")]
        ['2013-06-30', '2013-12-31', '2015-12-31']
        >>> read_times("Lyon and June 2013")
        (Undetermined(text='Lyon and June 2013', convention=None),)
        >>> [str(time.latest) for time in read_times("30 June 2013 / 31 December 2013")]
        ['2013-06-30', '2013-12-31']
        >>> (time,) = read_times("end June", within=Period("2013-01-01", "2013-12-31"))
        >>> str(time.latest), time.convention
        ('2013-06-30', 'year-from-window')
    """
    for pieces in _ways(text, lines):
        times = [time for piece in pieces for time in _of_one_year(piece)]
        if times and not any(isinstance(time, Undetermined) for time in times):
            return tuple(dict.fromkeys(times))
    return (parse_deadline(text, within=within),)


def with_remarks(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Put what stands in brackets in a paragraph of its own behind the time above it.

    A time of its own in brackets stays apart, unless it changes the one above.

    Args:
        paragraphs: The paragraphs of a cell of times.

    Returns:
        The paragraphs, each with the remarks on it.

    Example:
        >>> with_remarks(["June 2017", "(first)", "June 2018", "(or later)"])
        ('June 2017 (first)', 'June 2018 (or later)')
        >>> with_remarks(["June 2017", "(June 2018)"])
        ('June 2017', '(June 2018)')
    """
    found: list[str] = []
    for text in paragraphs:
        if found and _REMARK.fullmatch(text):
            both = f"{found[-1]} {text}"
            if _is_read(both) or not _is_read(text):
                found[-1] = both
                continue
        found.append(text)
    return tuple(found)


def _is_read(text: str) -> bool:
    return not all(isinstance(time, Undetermined) for time in read_times(text))


def unread_times(times: Iterable[Deadline]) -> tuple[str, ...]:
    """What to say of each time that could not be read: "31 June 2013", "some time soon".

    "To be decided" and "none" say all there is to say; "as soon as possible" leaves no day.

    Example:
        >>> unread_times(read_times("31.06.2013")), unread_times(read_times("tbc"))
        (('no time could be read from "31.06.2013"',), ())
        >>> unread_times(read_times("ASAP"))
        ('no time could be read from "ASAP"',)
    """
    return tuple(
        f'no time could be read from "{time.text[:60]}"'
        for time in times
        if isinstance(time, Undetermined) and not _says_all(time.text)
    )


def _says_all(text: str) -> bool:
    if any(map(str.isdecimal, text)):
        return False
    return is_left_open(text) or not any(map(str.isalpha, text))


def _ways(text: str, lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ways to cut a cell, each once; each is tried only if those before it fail."""
    tried: list[list[str]] = [[text]]
    yield tried[0]
    for pattern in (_STATEMENTS, _COMMAS, None, _JOINTS, _STROKE):
        # The printed lines come before "and", which may stand within one time.
        pieces = list(with_remarks(lines)) if pattern is None else pattern.split(text)
        pieces = [piece.strip() for piece in pieces if piece.strip(" \t.,;")]
        if len(pieces) <= _MOST and pieces not in tried:
            tried.append(pieces)
            yield pieces


def _of_one_year(text: str) -> list[Deadline]:
    """The times of "June and September 2004", which share their year; else the only one."""
    if " | " in text and (times := _of_both_wordings(text)):
        return times
    match = _MONTHS.fullmatch(text)
    if match is None:
        return [parse_deadline(text)]
    names = re.findall(r"[A-Z][a-z]{2,8}", match["months"])
    times = [parse_deadline(f"{name} {match['year']}") for name in names]
    return [
        time if isinstance(time, Undetermined) else attrs.evolve(time, text=text) for time in times
    ]


def _of_both_wordings(text: str) -> list[Deadline]:
    """The times of "Q3 | Q4 2004", where a tracked change left the words behind it as they were.

    None where the words that were deleted make no time with those.
    """
    old, _, new = text.partition(" | ")
    inserted = parse_deadline(new)
    words = new.split()
    if isinstance(inserted, Undetermined) or not isinstance(parse_deadline(old), Undetermined):
        return []
    for count in range(1, min(len(words), _MOST_SHARED + 1)):
        deleted = parse_deadline(f"{old} {' '.join(words[-count:])}")
        if not isinstance(deleted, Undetermined):
            return [attrs.evolve(time, text=text) for time in (deleted, inserted)]
    return []
