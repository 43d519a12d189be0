"""The sheet of a chart: a title and a line of words on top, both broken where they are too long."""

from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.exporters.pictures.lettering import wrapped
from customs_coop.exporters.pictures.palette import QUIET
from customs_coop.exporters.pictures.svg import label

__all__ = ["MARGIN", "PAGE", "Heading", "plan_names"]

MARGIN: Final = 16.0
"""The edge of a sheet that stays free."""
PAGE: Final = 1122.0
"""The width of a sheet of A4 on its side, in the pixels of CSS."""
_TITLE: Final = 15.0
_ABOUT: Final = 10.0
_TITLE_PITCH: Final = 20.0
_ABOUT_PITCH: Final = 13.0


@attrs.frozen
class Heading:
    """What stands above a chart.

    Args:
        title: The lines of the title.
        about: The lines of what it shows.
    """

    title: tuple[str, ...]
    about: tuple[str, ...]

    @classmethod
    def of(cls, title: str, about: str, width: float = PAGE) -> "Heading":
        """Break words into the lines of a heading.

        Args:
            title: The title.
            about: What the chart shows, in words.
            width: The width of the sheet.
        """
        room = width - 2 * MARGIN
        return cls(wrapped(title, room / 1.06, _TITLE, 3), wrapped(about, room, _ABOUT, 6))

    @property
    def height(self) -> float:
        """How much room it takes, with the gap below it."""
        return 24 + len(self.title) * _TITLE_PITCH + len(self.about) * _ABOUT_PITCH

    def drawn(self) -> Iterator[str]:
        """Draw it at the top of the sheet."""
        y = 26.0
        for line in self.title:
            yield label(MARGIN, y, line, size=_TITLE, bold=True)
            y += _TITLE_PITCH
        y -= _TITLE_PITCH - 17
        for line in self.about:
            yield label(MARGIN, y, line, size=_ABOUT, fill=QUIET)
            y += _ABOUT_PITCH


def plan_names(names: "tuple[str, ...]") -> str:
    """The plans of a chart in words.

    Args:
        names: Their ids.

    Example:
        >>> plan_names(("AP1", "AP2", "AP3"))
        'AP1, AP2 and AP3'
    """
    *others, last = names or ("no plan",)
    return f"{', '.join(others)} and {last}" if others else last
