"""How large a text may be that is read: the bounds of all other files, for plain text too."""

from customs_coop.readers.base import Source

__all__ = ["beyond_bounds"]

_LONGEST_TEXT = 8_000_000  # characters
_MOST_CELLS = 100_000
_LONGEST_CELL = 300_000  # characters, with the tags in it


def beyond_bounds(source: Source) -> str:
    r"""What in a text is larger than in any document of this kind; empty where nothing is.

    A line without tabs may be as long as the text: some texts came without their line ends.

    Args:
        source: The source.

    Returns:
        The words for a finding.

    Example:
        >>> beyond_bounds(Source("a.txt", "1.1\t" + "Swim " * 60_001))
        'a cell on line 1 has more than 300000 characters'
        >>> beyond_bounds(Source("a.txt", "1.1\tSwim\n"))
        ''
    """
    text = source.text
    if len(text) > _LONGEST_TEXT:
        return f"the text has more than {_LONGEST_TEXT} characters"
    tabs = text.count("\t")
    if tabs > _MOST_CELLS:
        return f"the text has more than {_MOST_CELLS} cells set apart by tabs"
    if not tabs or len(text) <= _LONGEST_CELL:
        return ""
    for line in source.lines:
        cells = line.text.split("\t") if len(line.text) > _LONGEST_CELL else []
        if len(cells) > 1 and max(map(len, cells)) > _LONGEST_CELL:
            return f"a cell on line {line.number} has more than {_LONGEST_CELL} characters"
    return ""
