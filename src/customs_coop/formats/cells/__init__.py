"""The words in the cells of a Council table: as printed, and each of them once.

What the model holds beside a text (a deadline, the document that completes it, a former code) is
mostly a reading of that text. Where the text does not have it, as in a plan that a program made,
it stands behind the text in square brackets, and readers take it back from there.
"""

from customs_coop.formats.cells.columns import Context, cell_of, column_needed
from customs_coop.formats.cells.people import own_cell
from customs_coop.formats.cells.pieces import Look, Piece, may_hide, pieces_of
from customs_coop.formats.cells.words import Paragraph

__all__ = [
    "Context",
    "Look",
    "Paragraph",
    "Piece",
    "cell_of",
    "column_needed",
    "may_hide",
    "own_cell",
    "pieces_of",
]
