"""What a format that can hide words prints of a paragraph, and what it keeps for readers.

A row tells some things only to be read back, such as the id of a party whose words do not tell it.
On paper they would puzzle, so they are hidden beside the words; the words stay the truth: where
somebody edits them, what is hidden beside them holds no longer. What an addition tells a person is
printed in round brackets, as documents print it: squared ones mark what is not agreed.
"""

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

import attrs

from customs_coop.formats.additions import Added, Addition, find_additions
from customs_coop.formats.cells.words import KEPT, Paragraph

__all__ = ["Look", "Piece", "may_hide", "pieces_of"]

Look: TypeAlias = Literal["words", "bracket", "hidden"]
"""How a piece is shown: as words, as a bracket that readers take for a squared one, or not."""

# Those that no person needs; others may be hidden where the row tells the same.
_SILENT = frozenset(
    (
        *(Added.NUMBER, Added.PARTY, Added.REFERENCES, Added.SAID, Added.CHECK),
        *(Added.HEADING, Added.LINE),
    )
)
# What words tell too, by what says whether they still tell the same.
_CHECKED: Mapping[Added, Added] = MappingProxyType(
    {Added.STATUS: Added.SAID, Added.PARTY: Added.CHECK}
)
_Found: TypeAlias = tuple[tuple[int, int, Addition], ...]
_WORDS = f"[{Added.WORDS.value}: "


@attrs.frozen
class Piece:
    """A part of a paragraph.

    Args:
        text: Its characters, a bracket as it is printed.
        look: How it is shown.
    """

    text: str
    look: Look = "words"


def may_hide(text: str) -> bool:
    """Whether hidden words are such as we hide: no others may tell what nobody sees.

    Example:
        >>> may_hide(" [No: 2] [Status: standing] [Said: open]"), may_hide("[Deadline: May 2006]")
        (True, False)
        >>> may_hide("[Status: standing]")
        False
    """
    if text in (_WORDS, f" {_WORDS}", "]"):
        return True
    found = find_additions(text)
    kinds = {one.kind for _, _, one in found}
    return (
        bool(found)
        and not _without(text, found).strip()
        and kinds <= _SILENT | _CHECKED.keys()
        and all(check in kinds for kind, check in _CHECKED.items() if kind in kinds)
    )


@functools.lru_cache(maxsize=KEPT)  # of each paragraph both the room and the words are asked for
def pieces_of(paragraph: Paragraph) -> tuple[Piece, ...]:
    """The pieces of a paragraph, in order.

    Args:
        paragraph: The paragraph.

    Returns:
        The pieces; one of words where nothing stands beside them.

    Example:
        >>> for piece in pieces_of(Paragraph("Survey [No: 2] [Deadline: May 2006]")):
        ...     print(piece.look, repr(piece.text))
        words 'Survey'
        hidden ' [No: 2]'
        words ' '
        bracket '('
        words 'Deadline: May 2006'
        bracket ')'
    """
    text = paragraph.text
    found = find_additions(text) if "[" in text else ()
    # Without words nothing could stand beside them, and all of it is shown.
    bare = bool(found) and not _without(text, found).strip()
    return tuple([piece for piece in _pieces(paragraph, found, bare=bare) if piece.text])


def _without(text: str, found: _Found) -> str:
    end = 0
    kept: list[str] = []
    for start, after, _ in found:
        kept.append(text[end:start])
        end = after
    return "".join((*kept, text[end:]))


def _pieces(paragraph: Paragraph, found: _Found, *, bare: bool) -> Iterator[Piece]:
    text = paragraph.text
    end = 0
    for start, after, one in found:
        yield Piece(text[end:start])
        end = after
        hidden = one.kind in _SILENT or (one.kind is Added.STATUS and bool(paragraph.hidden))
        if hidden and not bare:
            # What says whether it still holds goes with it; a mark of a note may follow.
            beside = f" {paragraph.hidden}" if one.kind in _CHECKED and paragraph.hidden else ""
            yield Piece(text[start:after] + beside, "hidden")
            continue
        opening = text.index("[", start)
        yield Piece(text[start:opening])
        if one.kind is Added.WORDS and text.startswith(_WORDS, opening):
            yield Piece(_WORDS, "hidden")
            yield Piece(text[opening + len(_WORDS) : after - 1])
            yield Piece("]", "hidden")
            continue
        yield Piece("(", "bracket")
        yield Piece(text[opening + 1 : after - 1])
        yield Piece(")", "bracket")
    yield Piece(text[end:])
