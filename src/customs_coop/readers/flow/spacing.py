"""The spacing of a flow made even: what kinds of blanks, indents and double spacing stand for."""

import re
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.readers.base import Line, Source

__all__ = ["evenly_spaced"]

# The separators of Unicode (category Zs) besides the common blank.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u202f\u205f\u3000"), " ") | dict.fromkeys(
    range(0x2000, 0x200B), " "
)
_SPACE = re.compile(f"[{''.join(map(chr, _SPACES))}]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WIDEST_INDENT = 40
_NEARLY_ALL = 0.9
_FEWEST = 12  # lines; of fewer nothing is said
_SOME = 0.25  # of the lines behind one empty line carry a sentence on: no one sets text so


def evenly_spaced(source: Source) -> Source:
    r"""Set a text with blanks of one kind, without an indent of all lines, in single spacing.

    No visible character changes or moves, so that every index holds for the source as printed:
    an indent becomes blanks behind the line before, and so does an empty line that only spaces
    the lines. A text is double-spaced where nearly every line has an empty one behind it, some
    have three or more, and many sentences run across one.

    Args:
        source: The source as printed.

    Returns:
        A source of the same length, or the same one where nothing is uneven.

    Example:
        >>> evenly_spaced(Source("a.txt", "To\u00a0swim")).text
        'To swim'
    """
    plain = source.text
    if _SPACE.search(plain) is not None:
        plain = plain.translate(_SPACES)
    text = _single_spaced(_not_indented(plain))
    return source if text == source.text else attrs.evolve(source, text=text)


def _not_indented(text: str) -> str:
    """The text without the indent that nearly all its lines have in common."""
    indents = [
        len(line) - len(line.lstrip(" \t")) for line in _LINE_END.split(text) if line.strip()
    ]
    indented = [indent for indent in indents if indent]
    if len(indents) < _FEWEST or len(indented) < _NEARLY_ALL * len(indents):
        return text
    # A line that is indented further than the others begins a page, so the rest is left.
    common = rf"(?P<end>\r\n|\n|\r)(?P<indent>[ \t]{{{min(*indented, _WIDEST_INDENT)}}})"
    return re.sub(common, r"\g<indent>\g<end>", text)


def _single_spaced(text: str) -> str:
    """The text without the empty lines of a double spacing."""
    lines = Source("", text).lines
    gaps = list(_gaps(lines))
    if len(gaps) < _FEWEST or not _is_double(lines, gaps):
        return text
    parts: list[str] = []
    end = 0
    for above, below in gaps:
        # Of the empty lines between two lines every second one is of the spacing.
        first = lines[above].end
        behind = lines[above + (below - above) // 2].end
        parts += (text[end:first], " " * (behind - first))
        end = behind
    return "".join((*parts, text[end:]))


def _gaps(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The pairs of printed lines that follow each other, without those that a page parts."""
    above = None
    for index, line in enumerate(lines):
        if line.text.strip():
            if above is not None:
                yield above, index
            above = index
        elif "\f" in line.text:
            above = None


def _is_double(lines: Sequence[Line], gaps: Sequence[tuple[int, int]]) -> bool:
    single = [(above, below) for above, below in gaps if below - above == 2]
    wide = [below - above for above, below in gaps if below - above > 3]
    if len(single) + len(wide) < _NEARLY_ALL * len(gaps) or not wide or not single:
        return False
    carried = sum(
        not lines[above].text.rstrip().endswith((".", ";", ":", "!", "?"))
        and lines[below].text.lstrip()[0].islower()
        for above, below in single
    )
    return carried >= _SOME * len(single)
