"""Names that a narrow cell cut in two: "CEPO L", "Presid ency"."""

import functools
from collections.abc import Mapping

from customs_coop.model import KNOWN_PARTIES, Party
from customs_coop.model.party import MEMBER_STATES
from customs_coop.readers.parties.names import body

__all__ = ["join_cut_lines", "rejoined"]

_SHORTEST = 4  # letters: "CO M" may be anything
_LONGEST = 160  # characters
_MOST_PIECES = 12


def rejoined(text: str) -> Party | None:
    """The body whose name the words make without the blanks between them.

    None where the words name it as they are, where one of them is a body by itself, and where
    the name is too short to be certain.

    Example:
        >>> rejoined("CEPO L").id, rejoined("Custo ms Cooperation Working Party").id
        ('CEPOL', 'CCWP')
        >>> rejoined("Europol"), rejoined("CO M"), rejoined("Euro police")
        (None, None, None)
    """
    if len(text) > _LONGEST:
        return None
    words = text.split()
    if not 1 < len(words) <= _MOST_PIECES:
        return None
    known = _squashed().get("".join(words).casefold().strip(".,;:"))
    if known is None or body(text) is not None:
        return None
    # "ms" is the end of "customs", and "MS" the Member States.
    whole = any(word[:1].isupper() and body(word) is not None for word in words)
    return None if whole else known


def join_cut_lines(text: str) -> str:
    r"""A cell with a blank for each line end that cuts a known name in two.

    Example:
        >>> join_cut_lines("CCWP\nPresid\nency")
        'CCWP\nPresid ency'
    """
    lines = text.split("\n")
    joined = lines[:1]
    for line in lines[1:]:
        left, right = joined[-1].split()[-1:], line.split()[:1]
        if left and right and rejoined(f"{left[0]} {right[0]}") is not None:
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


@functools.cache
def _squashed() -> Mapping[str, Party]:
    found: dict[str, Party] = {}
    for party in (*KNOWN_PARTIES, *MEMBER_STATES):
        for name in (party.id, party.name, *(other.text for other in party.names)):
            key = "".join(name.split()).casefold()
            if len(key) >= _SHORTEST:
                found.setdefault(key, party)
    return found
