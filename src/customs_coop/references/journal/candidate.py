"""The CELEX number that a text most likely has, by its place in the Official Journal."""

import datetime as dt

import attrs

from customs_coop.references.celex import CelexNumber

__all__ = ["CelexCandidate", "celex_of_publication"]

# Before this year several kinds of text have no second number where they were alone on their day.
_ALWAYS_COUNTED = 1999
_ACTS = frozenset({"R", "L", "D"})


@attrs.frozen
class CelexCandidate:
    """A CELEX number that was formed by rule and has not been looked up.

    Args:
        number: The number.
        reason: Why it is a candidate only.

    Example:
        >>> candidate = CelexCandidate(CelexNumber("32003G1015(01)"), "(01) is a guess")
        >>> str(candidate)
        '32003G1015(01)'
    """

    number: CelexNumber = attrs.field(validator=attrs.validators.instance_of(CelexNumber))
    reason: str = attrs.field(validator=attrs.validators.instance_of(str))

    @property
    def stem(self) -> str:
        """The number without the second number, which is all that is certain of it."""
        return self.number.text.partition("(")[0]

    def __str__(self) -> str:
        return str(self.number)


def celex_of_publication(
    descriptor: str,
    sector: str | None,
    *,
    year: int,
    day: dt.date | None = None,
    act: int | None = None,
    series: str = "C",
) -> CelexCandidate | None:
    """Form the CELEX number of a text by its publication.

    Args:
        descriptor: The kind of text, one or two letters.
        sector: The sector; None for "3" with one letter and "5" with two.
        year: The year of publication.
        day: The day of publication.
        act: The number of an act that is an issue of its own.
        series: The series of such an act.

    Returns:
        The candidate, or None where neither the day nor the number of the act is known.

    Raises:
        InvalidValueError: If sector or descriptor has another form.

    Example:
        >>> str(celex_of_publication("XG", None, year=2008, day=dt.date(2008, 12, 20)))
        '52008XG1220(01)'
    """
    stem = f"{sector or ('3' if len(descriptor) == 1 else '5')}{year}{descriptor}"
    if act is not None:
        # In the L series the numbers of the journal are those of the acts, in four figures.
        if series == "L" and descriptor in _ACTS and act <= 9999:
            number = CelexNumber(f"{stem}{act:04d}")
        else:
            number = CelexNumber(f"{stem}{act:05d}")
        return CelexCandidate(number, "the kind of text is not part of the citation")
    if day is None:
        return None
    if year < _ALWAYS_COUNTED and descriptor == "G":
        return CelexCandidate(
            CelexNumber(f"{stem}{day:%m%d}"),
            "where several such texts were published that day, a second number follows",
        )
    return CelexCandidate(
        CelexNumber(f"{stem}{day:%m%d}(01)"),
        "the second number counts the texts of that kind and day, and (01) is a guess",
    )
