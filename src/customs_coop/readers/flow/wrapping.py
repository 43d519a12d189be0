"""Whether the lines of a text were wrapped, or each of them is a whole paragraph."""

import itertools
from collections.abc import Iterable, Sequence

__all__ = ["carries_on", "is_wrapped"]

_CLOSING = "\"'”’»)]"
_ENDS = ".;:!?"
_SELDOM = 0.1  # of the pairs of lines; of text that was wrapped most lines carry a sentence on


def carries_on(above: str, below: str) -> bool:
    """Whether a line carries on the sentence of the line above.

    Example:
        >>> carries_on("To count the boats", "of others"), carries_on("Boats;", "then sharks")
        (True, False)
        >>> carries_on("Divers", "Europol")
        False
    """
    return not above.rstrip().rstrip(_CLOSING).endswith(tuple(_ENDS)) and (
        below.lstrip()[:1].islower()
    )


def is_wrapped(blocks: Iterable[Sequence[str]]) -> bool:
    """Whether lines that stand together were wrapped: their sentences run from line to line.

    Args:
        blocks: The lines of each piece of text, without empty ones.

    Returns:
        False also where no two lines stand together: each of them is a paragraph.

    Example:
        >>> is_wrapped([["To count the boats", "of all others."], ["Lists."]])
        True
        >>> is_wrapped([["Boats are lost.", "Nobody counts them."], ["Lists."]])
        False
    """
    pairs = carried = 0
    for block in blocks:
        for above, below in itertools.pairwise(block):
            pairs += 1
            carried += carries_on(above, below)
    return carried > _SELDOM * pairs
