"""Documents of the Commission, as in "COM(2018) 549 final"."""

import functools
import re
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.references.base import (
    Found,
    Pattern,
    Stages,
    built,
    full_year,
    is_glued,
    matches,
    optional,
    parse_whole,
    whole_number,
)
from customs_coop.references.celex import CelexNumber
from customs_coop.references.eurlex import eurlex_url
from customs_coop.references.extractor import Extractor

__all__ = [
    "COMMISSION_DOCUMENTS",
    "CommissionDocument",
    "find_commission_documents",
    "read_commission_document",
]

_SERIES = Pattern(r"COM|JOIN|SEC|SWD|C")
# The German names; "K" for "C" is left out, as it may be anything.
_ENGLISH = {"KOM": "COM", "SEK": "SEC", "Com": "COM"}
_NAMES = r"(?:COM|Com|KOM|JOIN|SEC|SEK|SWD|C)"
_YEAR = r"(?:19[5-9]|20[0-4])[0-9]"
_COLON = r"(?::|%3A)"
# As in "COM(97) 123", "COM/97/0123", "COM:2018:549", "COM-2018-549".
_WHEN = (
    rf"(?:\s{{0,4}}(?P<open>\(|\[)\s{{0,4}}(?P<year>{_YEAR}|[0-9]{{2}})\s{{0,4}}[)\]]\s{{0,4}}"
    rf"(?:[Nn](?:[oOrR]\.?|[°º])\s{{0,4}})?"
    rf"|(?P<colon>{_COLON})(?P<uri>{_YEAR}){_COLON}"
    rf"|(?P<sign>[/-])(?P<stroke>{_YEAR}|[0-9]{{2}})(?P=sign))"
)
# "final" may have a footnote mark glued to it.
_FINAL = (
    r"(?:\s{0,20}(?P<final>(?i:final|endgültig|endgu\u0308ltig|endg\b\.?|fin\.|fin\b"
    r"|def\.|définitif|definiti(?:ef|vo|va)|endelig|slutlig|lopullinen|τελικό))(?![^\W\d])"
    r"(?:\s?/\s?(?P<version>[1-9])(?![0-9/]))?)"
)
_PRINTED = Pattern(
    rf"(?P<series>{_NAMES}){_WHEN}(?P<number>[0-9]{{1,5}})(?![0-9]|[.,][0-9])"
    rf"(?:/(?P<draft>[1-9])(?![0-9/])|(?!\s?/\s?[0-9]))"
    rf"(?:(?<=[0-9])(?:{_COLON}|-)(?P<state>FIN|REV[0-9]|F[0-9])\b"
    rf"(?:(?:{_COLON}[A-Z]{{2}}\b){_COLON}(?:PDF|HTML|DOC)\b)?"
    rf"|{_FINAL})?"
)
# An anchor begins with a plain character, for then re skips what cannot match.
_START = Pattern(rf"{_NAMES}(?:\s{{0,4}}[(\[]\s{{0,4}}[0-9]|[/:-][0-9]|%3A[0-9])")
_ADDRESS_START = Pattern(r"https?://eur-lex\.europa\.eu/[A-Za-z0-9/?&=._+-]{1,120}?uri=(?=[A-Z])")
_ADDRESS = Pattern(r"https?://eur-lex\.europa\.eu/[A-Za-z0-9/?&=._+-]{1,120}?uri=\Z")
_LONGEST_ADDRESS = 160
# What stands between the parts of a longer word or number.
_JOINED = ("_", ".", "-")
# A number of the C series that stands apart has so many figures at least.
_SURE_FIGURES = 3
_LONGEST_LIST = 20
_LONGEST_WORD = 16
_BEFORE_DECISIONS = frozenset(
    (
        *("and", "by", "commission", "decision", "decisions", "document", "documents", "in", "of"),
        *("décision", "entscheidung", "et", "kommission", "no", "or", "see", "to", "und", "under"),
        "with",
    )
)
# In "COM(2018) 549 and 550" without "final" at the end the second may be any number.
_NEXT = Pattern(
    r"\s{0,8}(?:,\s{0,8}(?:(?:and|et|und)\s{1,8})?|(?:and|&|or|et|ou|und|oder)\s{1,8})"
    rf"(?P<again>\((?P<year>{_YEAR})\)\s{{0,4}})?(?P<number>[0-9]{{1,5}})(?![0-9/]|[.,][0-9])"
    rf"{_FINAL}?"
)

_STAGES: Stages = (
    (
        Pattern(rf"(?:{_NAMES})(?![A-Za-z])\s{{0,4}}"),
        "a series, COM, JOIN, SEC, SWD or C, was expected",
    ),
    (
        Pattern(rf"\(\s{{0,4}}(?:{_YEAR}|[0-9]{{2}})\s{{0,4}}\)|[/:-](?:{_YEAR}|[0-9]{{2}})[/:-]"),
        "a year in brackets was expected",
    ),
    (Pattern(r"\s{0,4}[0-9]{1,5}"), "a number was expected"),
)
# The letters of CELEX numbers: of a COM document proposals have "PC" and all others "DC".
_CELEX = {"COM": ("DC", "PC"), "SWD": ("SC",), "SEC": ("SC",), "JOIN": ("JC",)}


@attrs.frozen
class CommissionDocument:
    """A document of the Commission, or a joint one with the High Representative.

    Args:
        series: "COM", "JOIN", "SEC", "SWD" or "C".
        year: The year in four figures.
        number: The running number within the year.
        final: Whether the word "final" is printed; kept and not compared, as citations often
            leave it out.
        version: The figure behind "final/2" or "549/2", 1 to 9, or None. A later version
            replaces the earlier one under the same number, so it is kept and not compared.

    Raises:
        InvalidValueError: If a figure is out of its bounds or the series is another.
        TypeError: If a value has another type.

    Example:
        >>> document = CommissionDocument.parse("COM (2018) 549 final")
        >>> str(document), document.cite()
        ('COM(2018) 549', 'COM(2018) 549 final')
        >>> CommissionDocument.parse("KOM(2005) 123 endg.").cite()
        'COM(2005) 123 final'
    """

    series: str = attrs.field(validator=matches(_SERIES, "a series such as 'COM'"))
    year: int = attrs.field(validator=whole_number(1950, 2049))
    number: int = attrs.field(validator=whole_number(1, 99999))
    final: bool = attrs.field(default=False, eq=False, validator=attrs.validators.instance_of(bool))
    version: int | None = attrs.field(
        default=None, eq=False, validator=optional(whole_number(1, 9))
    )

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
            CommissionDocument(series='COM', year=1997, number=123, final=False, version=None)
        """
        return parse_whole(text, read_commission_document, _STAGES, "a Commission document")

    @property
    def celex_candidates(self) -> tuple[CelexNumber, ...]:
        """The CELEX numbers that the document may have on EUR-Lex.

        A COM document is "DC", or "PC" if it is a proposal: the number does not tell which.
        Staff documents (SWD, SEC) have "SC" and joint ones "JC"; the C series has no number
        that could be formed.
        """
        return tuple(
            CelexNumber(f"5{self.year}{letters}{self.number:04d}")
            for letters in _CELEX.get(self.series, ())
        )

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address, or None where `url` gives one."""
        if self.series == "C":
            return "the C series has no address of this form"
        if self.version is not None and not self.final:
            return f"version {self.version} is not the final one, which alone has such an address"
        return None

    def url(self, language: str = "en") -> str | None:
        """Give the address of the final version on EUR-Lex, formed offline.

        It holds no CELEX number, for of these there are `celex_candidates` only.

        Args:
            language: The two letters of an official language.

        Returns:
            The address, or None for the C series and for a version that is not the final one
            ("SEC(2009) 1234/2").

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> CommissionDocument("COM", 2018, 549).url()
            'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2018:549:FIN'
        """
        address = eurlex_url(f"{self.series}:{self.year}:{self.number}:FIN", language)
        return None if self.unresolvable else address

    def cite(self) -> str:
        """Give all that was printed, the word "final" and the version too.

        Returns:
            The citation; `parse` gives the same fields again.

        Example:
            >>> CommissionDocument("SWD", 2018, 380, final=True).cite()
            'SWD(2018) 380 final'
        """
        version = "" if self.version is None else f"/{self.version}"
        return f"{self} final{version}" if self.final else f"{self}{version}"

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
    if (address := _ADDRESS_START.match(text, start)) is not None:
        start = address.end()
    match = _PRINTED.match(text, start)
    if match is None or not _may_be(match):
        return None
    version = match["version"] or match["draft"]
    document = built(
        lambda: CommissionDocument(
            _ENGLISH.get(match["series"], match["series"]),
            full_year(match["year"] or match["uri"] or match["stroke"]),
            int(match["number"]),
            final=bool(match["final"] or (match["state"] or "").startswith("F")),
            version=None if version is None else int(version),
        )
    )
    return None if document is None else (document, match.end())


def _may_be(match: re.Match[str]) -> bool:
    year = match["year"] or match["uri"] or match["stroke"]
    if match["series"] != "C":
        # A case number has hyphens, and so has much else.
        return len(year) == 4 or match["sign"] != "-"
    # "Annex C (12) 5", "Group C (2013) 12" and "C/2013/5" are no decisions of the Commission.
    apart = match[0][1:2].isspace() and len(match["number"]) < _SURE_FIGURES
    return match["open"] == "(" and len(year) == 4 and (not apart or bool(match["final"]))


def find_commission_documents(text: str) -> Iterator[Found[CommissionDocument]]:
    """Find documents of the Commission in running text.

    Args:
        text: Any text.

    Yields:
        The documents with start and end, in order. In "COM(2018) 549 and 550 final" there are
        two.

    Example:
        >>> [str(found) for found, _, _ in find_commission_documents("see COM(2018) 549 final.")]
        ['COM(2018) 549']
    """
    for anchor in _START.finditer(text):
        start = anchor.start()
        before = text[max(0, start - 1) : start]
        if before in _JOINED or is_glued(text, start):
            continue
        found = read_commission_document(text, start)
        if found is None:
            continue
        document, end = found
        if text[start + 1].isspace() and document.series == "C" and not _is_decision(text, start):
            continue
        if before == "=":
            address = _ADDRESS.search(text, max(0, start - _LONGEST_ADDRESS), start)
            start = start if address is None else address.start()
        yield document, start, end
        if not document.final:
            yield from _listed(text, document, end)


def _is_decision(text: str, start: int) -> bool:
    """Whether a "C" that stands apart from its year is no other C, as in "vitamin C (2005) 500"."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    words = before.split()
    if not words or not before[-1].isspace() or not words[-1].isalpha():
        return True
    return words[-1].casefold() in _BEFORE_DECISIONS


def _listed(text: str, first: CommissionDocument, end: int) -> Iterator[Found[CommissionDocument]]:
    """Read the numbers that share the series and the year of the first."""
    waiting: list[Found[CommissionDocument]] = []
    match = _NEXT.match(text, end)
    while match is not None and len(waiting) < _LONGEST_LIST:
        number, year, version = match["number"], match["year"], match["version"]
        final = match["final"] is not None
        listed = built(
            functools.partial(
                CommissionDocument,
                first.series,
                first.year if year is None else int(year),
                int(number),
                final=final,
                version=None if version is None else int(version),
            )
        )
        if listed is None:
            return
        waiting.append((listed, match.start("again" if match["again"] else "number"), match.end()))
        if final or year is not None:
            yield from waiting
            waiting.clear()
        if final:
            return
        match = _NEXT.match(text, match.end())


#: What the finder looks for.
COMMISSION_DOCUMENTS: Final = Extractor(
    name="Commission document",
    cites=CommissionDocument,
    find=find_commission_documents,
    examples=(
        "COM(2018) 549 final",
        "SWD (2018) 380",
        "JOIN(2023)8",
        "COM/2018/0549",
        "SEC(97) 5",
        "COM (97) 123 final",
        "COM(2018) 549 final/2",
        "COM(2010) 748/3",
        "COM/2018/0549 FIN",
        "COM/97/0123",
        "COM(2005)0123",
        "SEC/2005/0123",
        "JOIN(2023) 8 final",
        "C(2013) 4216 final",
        "KOM(2005) 123 endg.",
        "KOM(2005) 123 endgültig",
        "SEK(2005) 5",
        "COM(2005) 123 def.",
        "COM(2005) 123 definitivo",
        "COM [2005] 123",
        "Com(2005) 123",
        "COM-2018-549-F1",
        "COM:2018:549:FIN",
        "COM%3A2018%3A549%3AFIN",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2018:549:FIN",
    ),
    counterexamples=(
        "COM (DG TAXUD, OLAF)",
        "Annex C (12) 5",
        "Group C (2013) 12",
        "Group C [2013] 123",
        "vitamin C (2005) 500",
        "COM(2018)",
        "TELECOM(2018) 5",
        "COM(2018) 5/2018",
        "COM(2018) 549.5",
        "C-123/18",
        "C/2024/694",
        "SEC-12-5",
    ),
)
