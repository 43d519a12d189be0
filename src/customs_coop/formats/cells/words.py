"""Paragraphs of cells, and whether words stand in a text already."""

import functools
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.formats.additions import Added, addition
from customs_coop.model import Action
from customs_coop.references import Mention, Reference, find_references

__all__ = [
    "KEPT",
    "Paragraph",
    "cites",
    "counted",
    "extended",
    "folded",
    "holds",
    "mentions_in",
    "paragraphs",
    "row_text",
    "spaced",
]

KEPT: Final = 4096
"""Of how many texts is kept what was read from them: one row asks for the same ones often."""


@attrs.frozen
class Paragraph:
    """One paragraph of a cell; it holds no line break.

    Args:
        text: The words.
        label: Whether it only names what follows; such words are set in italics.
        plain: The words without what tells a person nothing and stands there only to be read
            back; None where that is all of them.
        hidden: Further additions, for formats that can hide what stands there only to be read
            back: by them readers see whether the words beside it are still the same.
    """

    text: str
    label: bool = False
    plain: str | None = None
    hidden: str = attrs.field(default="", eq=False)

    @property
    def said(self) -> str:
        """What the paragraph says to a person."""
        return self.text if self.plain is None else self.plain


def folded(text: str) -> str:
    """A text without case and superfluous blanks."""
    return " ".join(text.split()).casefold()


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, whatever the case and the blanks."""
    wanted, printed = folded(words), folded(text)
    at = printed.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (_joined(printed, at) or _joined(printed, end)):
            return True
        # Here the words begin or end inside a longer word or figure; go on behind it.
        at += 1
        while at < len(printed) and printed[at].isalnum():
            at += 1
        at = printed.find(wanted, at)
    return False


def _joined(text: str, at: int) -> bool:
    """Whether a place lies inside a word or figure."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def cites(text: str, reference: Reference) -> bool:
    """Whether the text cites it, in whatever order the parts of the number stand."""
    if str(reference) in text or reference.cite() in text:
        return True
    return any(mention.reference == reference for mention in mentions_in(text))


@functools.lru_cache(maxsize=KEPT)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """The references that a text cites."""
    return tuple(find_references(text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Each line of a text that holds anything."""
    return tuple([Paragraph(line.strip()) for line in text.splitlines() if line.strip()])


def spaced(text: str) -> tuple[Paragraph, ...]:
    """The lines of a text with one empty paragraph where empty lines stand between them."""
    found: list[Paragraph] = []
    gap = False
    for line in map(str.strip, text.splitlines()):
        if line:
            found += [Paragraph("")] if gap and found else []
            found.append(Paragraph(line))
        gap = not line
    return tuple(found)


def counted(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    r"""The lines of one text in a cell of several, each but the first with its number beside it.

    Example:
        >>> [one.text for one in counted(paragraphs("Fewer\nseals"))]
        ['Fewer', 'seals [Line: 2]']
    """
    for number, one in enumerate(paragraphs, start=1):
        line = addition(Added.LINE, str(number))
        yield one if number == 1 else attrs.evolve(one, text=f"{one.text} {line}", plain=one.said)


def extended(paragraphs: tuple[Paragraph, ...], *words: str) -> tuple[Paragraph, ...]:
    """Put words behind the last paragraph, or make a paragraph of them where there is none."""
    more = " ".join(word for word in words if word)
    if not more:
        return paragraphs
    if not paragraphs:
        return (Paragraph(more),)
    return (*paragraphs[:-1], Paragraph(f"{paragraphs[-1].text} {more}"))


def row_text(action: Action) -> str:
    """Everything that the row prints in any case, to look up whether words stand there."""
    return "\n".join(
        (
            action.title,
            *(indicator.text for indicator in action.indicators),
            *action.outcomes,
            *(involvement.text for involvement in action.involved),
            action.terms_of_reference,
            action.priority if isinstance(action.priority, str) else "",
            *(cell.text for cell in action.extra),
        )
    )
