"""Documents of the Commission, as in "COM(2018) 549 final"."""

from collections.abc import Iterator

import attrs

from customs_coop.references.base import (
    Found,
    Pattern,
    Stages,
    built,
    eurlex_url,
    full_year,
    matches,
    parse_whole,
    whole_number,
)

__all__ = ["CommissionDocument", "find_commission_documents", "read_commission_document"]

_SERIES = Pattern(r"COM|JOIN|SEC|SWD|C")
_YEAR = r"(?:19[5-9]|20[0-4])[0-9]"
_PRINTED = Pattern(
    rf"(?P<series>COM|JOIN|SEC|SWD|C)\s{{0,4}}"
    rf"(?:\(\s{{0,4}}(?P<year>{_YEAR}|[0-9]{{2}})\s{{0,4}}\)|/(?P<stroke>{_YEAR})/)"
    r"\s{0,4}(?P<number>[0-9]{1,5})(?![0-9/]|[.,][0-9])(?:\s{0,20}(?P<final>final|FINAL)\b)?"
)
# An anchor begins with a plain character, for then re skips what cannot match.
_START = Pattern(r"(?:COM|JOIN|SEC|SWD|C)\s{0,4}[(/]\s{0,4}[0-9]")

_STAGES: Stages = (
    (
        Pattern(r"(?:COM|JOIN|SEC|SWD|C)\s{0,4}"),
        "a series, COM, JOIN, SEC, SWD or C, was expected",
    ),
    (
        Pattern(rf"\(\s{{0,4}}(?:{_YEAR}|[0-9]{{2}})\s{{0,4}}\)|/{_YEAR}/"),
        "a year in brackets was expected",
    ),
    (Pattern(r"\s{0,4}[0-9]{1,5}"), "a number was expected"),
)


@attrs.frozen
class CommissionDocument:
    """A document of the Commission, or a joint one with the High Representative.

    Args:
        series: "COM", "JOIN", "SEC", "SWD" or "C".
        year: The year in four figures.
        number: The running number within the year.
        final: Whether the word "final" is printed; kept and not compared, as citations often
            leave it out.

    Raises:
        InvalidValueError: If a figure is out of its bounds or the series is another.
        TypeError: If a value has another type.

    Example:
        >>> document = CommissionDocument.parse("COM (2018) 549 final")
        >>> str(document), document.cite()
        ('COM(2018) 549', 'COM(2018) 549 final')
    """

    series: str = attrs.field(validator=matches(_SERIES, "a series such as 'COM'"))
    year: int = attrs.field(validator=whole_number(1950, 2049))
    number: int = attrs.field(validator=whole_number(1, 99999))
    final: bool = attrs.field(default=False, eq=False, validator=attrs.validators.instance_of(bool))

    @classmethod
    def parse(cls, text: str) -> "CommissionDocument":
        """Read the number of a document of the Commission.

        Args:
            text: The number alone, such as "COM(2018) 549 final" or "COM/2018/0549".

        Returns:
            The document.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> CommissionDocument.parse("COM(97) 123")
            CommissionDocument(series='COM', year=1997, number=123, final=False)
        """
        return parse_whole(text, read_commission_document, _STAGES, "a Commission document")

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        return "the C series has no address of this form" if self.series == "C" else None

    def url(self, language: str = "en") -> str | None:
        """Give the address of the final version on EUR-Lex, formed offline.

        The CELEX number cannot be told offline: a COM document may be "DC" or "PC".

        Args:
            language: The two letters of an official language.

        Returns:
            The address, or None for the C series.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> CommissionDocument("COM", 2018, 549).url()
            'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2018:549:FIN'
        """
        address = eurlex_url(f"{self.series}:{self.year}:{self.number}:FIN", language)
        return None if self.unresolvable else address

    def cite(self) -> str:
        """Give all that was printed, the word "final" too.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> CommissionDocument("SWD", 2018, 380, final=True).cite()
            'SWD(2018) 380 final'
        """
        return f"{self} final" if self.final else str(self)

    def __str__(self) -> str:
        return f"{self.series}({self.year}) {self.number}"


def read_commission_document(text: str, start: int) -> tuple[CommissionDocument, int] | None:
    """Read a number that is known to stand at an index.

    Args:
        text: The text.
        start: Where the series begins.

    Returns:
        The document and the end of its number, or None.

    Example:
        >>> read_commission_document("see JOIN(2023) 8 final", 4)[1]
        22
    """
    match = _PRINTED.match(text, start)
    # "Annex C (12) 5" is no decision of the Commission.
    if match is None or (match["series"] == "C" and len(match["year"] or "year") == 2):
        return None
    document = built(
        lambda: CommissionDocument(
            match["series"],
            full_year(match["year"] or match["stroke"]),
            int(match["number"]),
            final=match["final"] is not None,
        )
    )
    return None if document is None else (document, match.end())


def find_commission_documents(text: str) -> Iterator[Found[CommissionDocument]]:
    """Find documents of the Commission in running text.

    Args:
        text: Any text.

    Yields:
        The documents with start and end, in order.

    Example:
        >>> [str(found) for found, _, _ in find_commission_documents("see COM(2018) 549 final.")]
        ['COM(2018) 549']
    """
    for anchor in _START.finditer(text):
        before = text[max(0, anchor.start() - 1) : anchor.start()]
        if before.isalnum() or before in {"_", "."}:
            continue
        found = read_commission_document(text, anchor.start())
        if found is not None:
            yield found[0], anchor.start(), found[1]
