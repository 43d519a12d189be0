"""What a folder of entries says of itself: the files of a vdir that are no entries."""

from customs_coop.formats.calendars.colors import CSS_COLORS, as_color
from customs_coop.formats.calendars.lines import clean_line

__all__ = ["folder_marks"]


def folder_marks(name: str, color: str | None) -> dict[str, bytes]:
    """Write the name and the colour of a folder of entries, as of the vdir format.

    Programs that read such folders, as khal, todoman and vdirsyncer do, look for both; the format
    has colours in hexadecimal only.

    Args:
        name: The name; an empty one is not written.
        color: The colour by its CSS name, or None.

    Returns:
        The contents by the names of the files, which have no suffix.

    Example:
        >>> folder_marks("Fifth Action Plan", "teal")
        {'displayname': b'Fifth Action Plan', 'color': b'#008080'}
    """
    shown = clean_line(name)
    known = None if color is None else as_color(color)
    marks = {"displayname": shown.encode()} if shown else {}
    if known is not None:
        marks["color"] = CSS_COLORS[known].encode()
    return marks
