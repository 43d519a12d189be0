"""Fonts of a PDF file, cut down to what telling its characters needs.

A map of characters or a list of widths may name a range of thousands of millions; only what a
font can hold is handed on.
"""

import re
from collections.abc import Iterator

from customs_coop.formats.pdf.streams import too_much

__all__ = ["MOST_MAPPED", "plain_map", "plain_widths"]

MOST_MAPPED = 200_000
"""The most characters that one font may map or give a width."""

_LONGEST_RANGE = 0x10000  # a code of a character has two bytes
_LONGEST_TARGET = 32  # bytes; a ligature stands for a few characters
_SINGLE = re.compile(rb"<\s*([0-9A-Fa-f\s]{1,16})>\s*<\s*([0-9A-Fa-f\s]{1,64})>")
_RANGE = re.compile(
    rb"<\s*([0-9A-Fa-f\s]{1,16})>\s*<\s*([0-9A-Fa-f\s]{1,16})>\s*"
    rb"(?:<\s*([0-9A-Fa-f\s]{1,64})>|\[([^\]]*)\])"
)
_TARGET = re.compile(rb"<([0-9A-Fa-f\s]*)>")


def plain_map(content: bytes) -> bytes:
    r"""A map from codes to characters, each of them written out.

    Args:
        content: The map of a font, as PDF 32000-1:2008, 9.10.3 has it.

    Raises:
        RefusedFileError: It maps more characters than any font has.

    Example:
        >>> plain_map(b"1 beginbfrange <01> <02> <0041> endbfrange")
        b'beginbfchar\n<01> <0041>\n<02> <0042>\nendbfchar\n'
    """
    found: dict[bytes, bytes] = {}
    for code, target in _mapped(content):
        found[code] = target
        if len(found) > MOST_MAPPED:
            raise too_much(f"has a font that maps more than {MOST_MAPPED} characters")
    lines = b"".join(b"<%s> <%s>\n" % pair for pair in found.items())
    return b"beginbfchar\n" + lines + b"endbfchar\n"


def _mapped(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for part in content.split(b"beginbfchar")[1:]:
        for match in _SINGLE.finditer(part.partition(b"endbfchar")[0]):
            yield _hex(match[1]), _hex(match[2])
    for part in content.split(b"beginbfrange")[1:]:
        for match in _RANGE.finditer(part.partition(b"endbfrange")[0]):
            first, last = int(_hex(match[1]), 16), int(_hex(match[2]), 16)
            width = len(_hex(match[1]))
            if last - first >= _LONGEST_RANGE:
                continue  # no code of a character is that long
            if match[3] is not None:
                target = _hex(match[3])
                start, size = int(target, 16), len(target)
                for step in range(last - first + 1):
                    yield b"%0*x" % (width, first + step), (b"%0*x" % (size, start + step))[-size:]
                continue
            targets = _TARGET.findall(match[4])[:_LONGEST_RANGE]
            for step, target in zip(range(last - first + 1), targets, strict=False):
                if 0 < len(_hex(target)) <= 2 * _LONGEST_TARGET:
                    yield b"%0*x" % (width, first + step), _hex(target)


def _hex(text: bytes) -> bytes:
    digits = b"".join(text.split()) or b"0"
    return digits if len(digits) % 2 == 0 else digits + b"0"


def plain_widths(widths: list[object]) -> list[object]:
    """The widths of a font with codes of two bytes, without ranges that no font has.

    Args:
        widths: A code and a list of widths, or two codes and one width, in turn.

    Raises:
        RefusedFileError: There are more widths than any font has.

    Example:
        >>> plain_widths([1, [500, 600], 7, 999999999, 250])
        [1, [500, 600]]
    """
    found: list[object] = []
    held: list[int | float] = []
    total = 0
    for value in widths:
        if isinstance(value, list) and held:
            total += len(value)
            found += [int(held[-1]), [width for width in value if isinstance(width, int | float)]]
            held = []
        elif isinstance(value, int | float) and not isinstance(value, bool):
            held.append(value)
            if len(held) == 3:
                if 0 <= held[1] - held[0] < _LONGEST_RANGE:
                    total += int(held[1] - held[0]) + 1
                    found += [int(held[0]), int(held[1]), held[2]]
                held = []
        if total > MOST_MAPPED:
            raise too_much(f"has a font with more than {MOST_MAPPED} widths")
    return found
