"""Lines that hold more than one passage: a list on one line, a title with the day behind it."""

import re
from collections.abc import Iterator

from customs_coop.readers.base import Source
from customs_coop.readers.document.meetings import find_closing_day
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.sentences import find_sentences

__all__ = ["printed_lines"]

# Only behind the colon or the semicolon of a list: "Riga - Tallinn" stays as it is.
_SIGN = re.compile(r"(?:(?<=[:;])|(?<=[:;]\sand)|(?<=[:;]\sor))\s(?P<sign>[-–—−•●▪])\s(?=\w)")
_BEGINS = re.compile(r"(?P<sign>[-–—−•●▪])\s")
_MARKED = re.compile(r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|[a-zA-Z]|[ivx]{1,6})[.)]")
_ENOUGH = 2  # items


def printed_lines(source: Source, first: int = 0) -> Iterator[tuple[Excerpt, bool]]:
    """The lines of a source, with those parted that an extractor joined.

    Args:
        source: The source.
        first: The index of the first line.

    Returns:
        Each line or part of one, folded, and whether it is the later part of a line.

    Example:
        >>> source = Source("x", "We agree: - to swim; - to dive.")
        >>> [part.text for part, _ in printed_lines(source)]
        ['We agree:', '- to swim;', '- to dive.']
    """
    title = True  # until the first sentence or item
    for line in source.lines[first:]:
        words = Excerpt.of(source.text, line.start, line.end).stripped(" \t\f\ufeff").folded()
        for number, part in enumerate(_parts(words, title=title) if words else (words,)):
            yield part, number > 0
        title = title and not words.text.endswith((".", ":", ";")) and not _MARKED.match(words.text)


def _parts(words: Excerpt, *, title: bool) -> Iterator[Excerpt]:
    day = find_closing_day(words.text) if title else None
    cuts = [day] if day is not None else _cuts(words.text)
    for start, end in zip([0, *cuts], [*cuts, len(words.text)], strict=True):
        yield words.cut(start, end).stripped()


def _cuts(text: str) -> list[int]:
    found = list(_SIGN.finditer(text))
    begins = _BEGINS.match(text)
    sign = begins["sign"] if begins else found[0]["sign"] if found else ""
    signs = [match for match in found if match["sign"] == sign]
    if not signs or len(signs) + (begins is not None) < _ENOUGH:
        return []
    cuts = [match.start("sign") for match in signs]
    if begins is None:
        if text[: signs[0].start()][-1] != ":":
            return []
        if not _MARKED.match(text):
            # The sentence that introduces the list governs it, not those before it.
            before = find_sentences(text[: signs[0].start()])
            cuts[:0] = [before[-1].start] if len(before) > 1 else []
    last = find_sentences(text[cuts[-1] :])
    return [*cuts, cuts[-1] + last[1].start] if len(last) > 1 else cuts
