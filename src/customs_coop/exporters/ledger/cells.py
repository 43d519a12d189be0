"""The words in the cells of a printed ledger."""

from collections.abc import Iterable, Sequence

from customs_coop.exporters.ledger.sheets import Cell, Heading, Line, Sheet
from customs_coop.formats.cells import Paragraph
from customs_coop.model import ActionRef
from customs_coop.references import Reference

__all__ = ["cell", "codes", "fitting", "labelled", "reasoned"]


def cell(text: str) -> Cell:
    r"""The paragraphs of a text, one for each of its lines.

    Example:
        >>> [paragraph.text for paragraph in cell("Survey held\n  in all ports")]
        ['Survey held', 'in all ports']
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(Paragraph(line) for line in lines if line)


def labelled(label: str, text: str) -> Cell:
    """A label in italics and a text below it; nothing where there is no text."""
    paragraphs = cell(text)
    return (Paragraph(label, label=True), *paragraphs) if paragraphs else ()


def codes(refs: Iterable[ActionRef]) -> str:
    """The codes of actions of the new plan, whose id the page names once.

    Example:
        >>> codes([ActionRef("AP2", "2.1"), ActionRef("AP2", "2.2")])
        '2.1, 2.2'
    """
    return ", ".join(str(ref.code) for ref in refs)


def reasoned(reason: str, authority: Reference | None) -> Cell:
    """A reason, and the document that says so in a paragraph of its own."""
    return cell(reason) + (() if authority is None else cell(authority.cite()))


def fitting(heading: str, headings: Sequence[Heading], lines: Sequence[Line]) -> Sheet:
    """A table without the columns in which nothing stands; the first two stay."""
    kept = [
        place
        for place in range(len(headings))
        if place < 2 or any(line.cells[place] for line in lines)
    ]
    return Sheet(
        heading=heading,
        headings=tuple(headings[place] for place in kept),
        lines=tuple(
            Line(
                cells=tuple(line.cells[place] for place in kept),
                below=line.below,
                done=line.done,
                open=line.open,
                tones=tuple(line.tones[place] for place in kept) if line.tones else (),
            )
            for line in lines
        ),
    )
