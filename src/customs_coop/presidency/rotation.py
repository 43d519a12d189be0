"""The order of the Presidencies, run by run, each with the legal act that set it."""

from typing import Final

from attrs import field, frozen

__all__ = ["ROTATIONS", "Rotation"]


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@frozen
class Rotation:
    """A run of Presidencies that one legal act set in order.

    Args:
        first_year: The year in which it begins.
        act: The act, with the place of its publication; None where the table does not name one.
        order: EU codes with spaces between them, one for each half-year; kept as a tuple.
        first_half: The half of `first_year` in which it begins.
    """

    first_year: int
    act: str | None
    order: tuple[str, ...] = field(converter=_codes)
    first_half: int = 1


ROTATIONS: Final = (
    Rotation(
        1997,
        "Council Decision 95/2/EC, Euratom, ECSC of 1 January 1995 (OJ L 1, 1.1.1995, p. 220)",
        "NL LU UK AT DE FI PT FR SE BE ES DK EL IT IE NL LU UK",
    ),
    Rotation(
        2006,
        "Council Decision 2005/902/EC, Euratom of 12 December 2005 (OJ L 328, 15.12.2005, p. 60)",
        "AT FI",
    ),
    Rotation(
        2007,
        "Council Decisions 2007/5/EC, Euratom of 1 January 2007 (OJ L 1, 4.1.2007, p. 11) "
        "and 2009/908/EU of 1 December 2009 (OJ L 322, 9.12.2009, p. 28)",
        "DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK MT",
    ),
    Rotation(
        2017,
        "Council Decision (EU) 2016/1316 of 26 July 2016 (OJ L 208, 2.8.2016, p. 42)",
        "EE BG AT RO FI HR DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK MT",
        first_half=2,
    ),
)
"""The order of the Presidencies from 1997 to 2030, by the acts under which each is or was held.

Decision 2002/105/EC, ECSC, Euratom (OJ L 39, 9.2.2002, p. 17) let Finland and Germany change
places, so that Finland came in 2006. Decision 2005/902/EC, Euratom set the order from that year on
and was replaced a year later. Decision 2009/908/EU put the order of 2007 into groups of three.
"""
