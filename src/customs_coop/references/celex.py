"""CELEX numbers, the identifiers of EUR-Lex, as in "32003D0170"."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, cast

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.references.base import (
    Found,
    Pattern,
    Stages,
    built,
    matches,
    parse_whole,
)
from customs_coop.references.eurlex import address_end, address_start, eurlex_url, search_address
from customs_coop.references.extractor import Extractor

__all__ = ["CELEX_NUMBERS", "CelexNumber", "find_celex_numbers", "read_celex_number"]

_YEAR = r"(?:19[5-9]|20[0-4])[0-9]"
# An address may print the brackets and the stroke percent-encoded.
_OPEN, _CLOSE, _STROKE = r"(?:\(|%28)", r"(?:\)|%29)", r"(?:/|%2[Ff])"
_BODY = (
    rf"(?P<sector>[0-9CE])(?P<year>{_YEAR})(?:"
    # A treaty: its letters, and in place of a number a part of it ("TXT", "PRO/01").
    rf"(?<=[01]....)(?P<treaty>[A-Z]{{1,2}})(?P<part>(?:[0-9]{{2}})?(?:{_STROKE}[0-9A-Z]{{1,4}}){{1,4}})"
    # A notice of the C series: the issue and the notice.
    rf"|(?<=C....){_STROKE}(?P<issue>[0-9]{{1,4}}[AEIM]?{_STROKE}[0-9]{{2,3}})"
    # All others: one or two letters and a number of figures, for a national measure its country.
    r"|(?P<descriptor>[A-Z]{1,2})(?P<number>[0-9]{3,6})"
    r"(?:(?<=[0-9]{4})(?P<country>[A-Z]{3}_[0-9]{1,9}))?"
    rf")(?:{_OPEN}(?P<sequence>[0-9]{{2}}){_CLOSE})?"
    rf"(?:R{_OPEN}(?P<corrigendum>[0-9]{{2}}){_CLOSE})?"
    r"(?:-(?P<consolidated>[0-9]{8}))?(?:_(?P<summary>SUM|RES|INF))?"
    # A notice since October 2023: no more than its number in the journal.
    rf"|(?P<series>C){_STROKE}(?P<act_year>20[2-4][0-9]){_STROKE}(?P<act>[0-9]{{5}})"
)
_TEXT = Pattern(_BODY)
_NUMERUS = r"(?:No\.?|Nr\.?|no\.?|nr\.?|n°|nº|[Nn]umber|NUMBER|[Nn]ummer|numéro)"
# The word, or what stands before the number in an address.
_PREFIX = (
    rf"(?:(?<![A-Za-z0-9_])(?:CELEX|Celex|celex)(?:[\s-]{{0,4}}{_NUMERUS})?"
    r"\s{0,4}(?:(?::|=|%3[Aa])\s{0,4})?|/celex/|[?&]numdoc=)"
)
# No part of a longer string.
_BEHIND = r"(?![\w/%]|[.-][0-9])"
_PRINTED = Pattern(rf"(?P<prefix>{_PREFIX})?(?P<text>{_BODY}){_BEHIND}")
_IN_ADDRESS = Pattern(rf"(?P<prefix>{_PREFIX})(?P<text>{_BODY}){_BEHIND}")
# An anchor begins with a plain character, for then re skips what cannot match.
_ANCHOR = Pattern(rf"[0-9CE](?:{_YEAR}(?:[A-Z/]|%2)|(?:/|%2[Ff])20[2-4][0-9](?:/|%2[Ff])[0-9])")
_BEFORE = Pattern(rf"{_PREFIX}\Z")
_LONGEST_PREFIX = 28
# The sectors whose kinds of text all have one letter.
_ONE_LETTER = frozenset("02349E")
_CODES = (("%28", "("), ("%29", ")"), ("%2F", "/"), ("%2f", "/"))

_STAGES: Stages = (
    # The word may be missing, so this stage only steps over it.
    (Pattern(rf"(?:{_PREFIX})?"), "a CELEX number was expected"),
    (
        Pattern(r"(?!(?i:CELEX)|[0-9]{1,6}/)[0-9CE]"),
        "a sector, one figure or the letter C or E, was expected",
    ),
    (Pattern(_YEAR), "a year of four figures was expected"),
    (Pattern(r"[A-Z]{1,2}"), "one or two capital letters were expected"),
    (Pattern(r"[0-9]{3,6}"), "a number of three to six figures was expected"),
)


@attrs.frozen
class CelexNumber:
    """The identifier of a text on EUR-Lex: sector, year, one or two letters, number.

    Behind the number there may be a second number in brackets ("(01)", where several texts share
    the first), that of a corrigendum ("R(01)"), or the date of a consolidated text
    ("-20221212"). Treaties ("12016E/TXT"), national measures ("72014L0024MLT_276277") and notices
    ("C2009/260/01") have forms of their own. Source: the table of sectors of EUR-Lex.

    Args:
        text: The identifier without the word CELEX, such as "32003G1015(01)".

    Raises:
        InvalidValueError: If the text has another form, or its date does not exist.
        TypeError: If the text is not a str.

    Example:
        >>> number = CelexNumber.parse("CELEX: 32003G1015(01)")
        >>> number.sector, number.year, number.descriptor, number.number, number.sequence
        ('3', 2003, 'G', '1015', 1)
        >>> CelexNumber("32003D0170").url("de")
        'https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32003D0170'
    """

    text: str = attrs.field(validator=matches(_TEXT, "a CELEX number such as '32003D0170'"))

    def __attrs_post_init__(self) -> None:
        if "%" in self.text:
            raise InvalidValueError(f"text takes brackets and strokes as such, not {self.text!r}")
        figures = self._parts["consolidated"]
        if figures is not None and _day(figures) is None:
            raise InvalidValueError(f"text takes a date that exists; {figures} does not")

    @classmethod
    def parse(cls, text: str) -> "CelexNumber":
        """Read an identifier, with or without the word CELEX, or an address that holds it.

        Args:
            text: The identifier alone, or an address of EUR-Lex.

        Returns:
            The identifier.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> CelexNumber.parse("31997D0210")
            CelexNumber(text='31997D0210')
            >>> address = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A31997D0210"
            >>> str(CelexNumber.parse(address))
            '31997D0210'
        """
        return parse_whole(text, read_celex_number, _STAGES, "a CELEX number")

    @property
    def _parts(self) -> re.Match[str]:
        # The validator of `text` has seen to it that there is a match.
        return cast("re.Match[str]", _TEXT.fullmatch(self.text))

    @property
    def sector(self) -> str:
        """The kind of source, one figure or letter.

        "0" consolidated texts, "1" treaties, "2" international agreements, "3" legal acts, "4"
        complementary acts, "5" preparatory documents, "6" case law, "7" national measures, "8"
        national case law, "9" parliamentary questions, "C" other notices, "E" acts of EFTA.
        """
        return self.text[0]

    @property
    def year(self) -> int:
        """The year in four figures: of the act, of its publication, or of the case."""
        parts = self._parts
        return int(parts["year"] or parts["act_year"])

    @property
    def descriptor(self) -> str:
        """The kind of text, one or two letters; empty in sector C, which has none.

        In sector 3 "R" is a regulation, "L" a directive, "D" a decision, "G" a resolution; in
        sector 5 "XG" is a text of the Council, "DC" a document of the Commission.
        """
        parts = self._parts
        return parts["descriptor"] or parts["treaty"] or ""

    @property
    def number(self) -> str:
        """The number as printed, with its leading zeros; of a treaty the part that is meant.

        Where texts have no number of their own it is month and day of publication ("1015").
        """
        parts = self._parts
        number = parts["number"] or parts["part"] or parts["issue"] or parts["act"]
        return number.removeprefix("/")

    @property
    def country(self) -> str | None:
        """The country of a national measure, in three letters, or None."""
        printed: str | None = self._parts["country"]
        return None if printed is None else printed[:3]

    @property
    def sequence(self) -> int | None:
        """The second number, "(01)", that tells texts with the same number apart, or None."""
        printed: str | None = self._parts["sequence"]
        return None if printed is None else int(printed)

    @property
    def corrigendum(self) -> int | None:
        """The number of the corrigendum, "R(01)", or None."""
        printed: str | None = self._parts["corrigendum"]
        return None if printed is None else int(printed)

    @property
    def consolidated(self) -> dt.date | None:
        """The day whose wording a consolidated text gives, or None."""
        printed: str | None = self._parts["consolidated"]
        return None if printed is None else _day(printed)

    @property
    def unresolvable(self) -> str | None:
        """Why there is no address; a CELEX number always has one."""
        return None

    def url(self, language: str = "en") -> str:
        """Give the address on EUR-Lex, formed offline.

        Args:
            language: The two letters of an official language.

        Returns:
            The address; brackets are percent-encoded.

        Raises:
            InvalidValueError: If the Union has no such official language.

        Example:
            >>> CelexNumber("32003G1015(01)").url()
            'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32003G1015%2801%29'
        """
        encoded = self.text.replace("(", "%28").replace(")", "%29")
        return eurlex_url(f"CELEX:{encoded}", language)

    def cite(self) -> str:
        """Give the identifier with its name in front.

        Returns:
            The citation; `parse` gives the same value again.

        Example:
            >>> CelexNumber("31997D0210").cite()
            'CELEX:31997D0210'
        """
        return f"CELEX:{self.text}"

    def __str__(self) -> str:
        return self.text


def _day(figures: str) -> dt.date | None:
    try:
        return dt.date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return None


def _decoded(printed: str) -> str:
    for code, character in _CODES:
        printed = printed.replace(code, character)
    return printed


def read_celex_number(text: str, start: int) -> tuple[CelexNumber, int] | None:
    """Read an identifier that is known to stand at an index.

    Args:
        text: The text.
        start: Where the identifier, the word CELEX, or an address of EUR-Lex begins.

    Returns:
        The identifier and its end, or None.

    Example:
        >>> read_celex_number("see 31997D0210.", 4)[1]
        14
    """
    match = _PRINTED.match(text, start)
    within = None if match else search_address(text, start, _IN_ADDRESS)
    found = match or within
    if found is None:
        return None
    number = built(lambda: CelexNumber(_decoded(found["text"])))
    if number is None:
        return None
    return number, found.end() if within is None else address_end(text, found.end())


def find_celex_numbers(text: str) -> Iterator[Found[CelexNumber]]:
    """Find CELEX numbers in running text.

    A number without the word CELEX, and in no address, needs four figures or more, as all have
    but the articles of treaties, and no more letters than its sector has.

    Args:
        text: Any text.

    Yields:
        The identifiers with start and end, in order; an address counts as a whole.

    Example:
        >>> [str(number) for number, _, _ in find_celex_numbers("see CELEX 32016D1316")]
        ['32016D1316']
    """
    for anchor in _ANCHOR.finditer(text):
        at = anchor.start()
        named = _BEFORE.search(text, max(0, at - _LONGEST_PREFIX), at)
        start = at if named is None else named.start()
        found = _PRINTED.match(text, start)
        if found is None or not (named or _stands_alone(text, found)):
            continue
        whole = address_start(text, at) if named else at
        if whole == at and text[start] in "/?&":
            continue
        start = min(start, whole)
        read = read_celex_number(text, start)
        if read is not None:
            yield read[0], start, read[1]


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a number without a name is certain: no part of a longer string, and long enough."""
    before = text[max(0, found.start() - 2) : found.start()]
    if before[-1:].isalnum() or before[-1:] in {"_", "/", "%", "="}:
        return False
    if before[-1:] in {".", "-"} and before[:-1].isalnum():
        return False
    if found["number"] is None:
        return not found["series"]
    if found["sector"] in _ONE_LETTER and len(found["descriptor"]) > 1:
        return False
    return found["sector"] == "1" or len(found["number"]) >= 4


#: What the finder looks for.
CELEX_NUMBERS: Final = Extractor(
    name="CELEX number",
    cites=CelexNumber,
    find=find_celex_numbers,
    examples=(
        "32003D0170",
        "31998G0115",
        "52008XG1220(01)",
        "52025XC05423",
        "22006A1230(03)",
        "42004X0131(05)",
        "62003CJ0105",
        "62008FO0027_SUM",
        "92002E003055",
        "82003BE0523(51)",
        "72014L0024MLT_276277",
        "E2003C0228(01)",
        "C2009/260/01",
        "12016E267",
        "12012E/TXT",
        "12012E/PRO/01",
        "02013R0952-20221212",
        "02020W/PRO/01-20230325",
        "32005R0648R(01)",
        "32003G1015(01)R(02)",
        "CELEX:32003G1015(01)",
        "CELEX 32016D1316",
        "CELEX: 32016D1316",
        "CELEX No 31997R0515",
        "CELEX number: 31997R0515",
        "Celex-Nr. 31997R0515",
        "CELEX=31997R0515",
        "CELEX:C/2026/04668",
        "CELEX%3A32003G1015%2801%29",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32003D0170",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=CELEX%3A32003G1015%2801%29&from=EN",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32003G1015(01)",
        "http://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:31997D0210:EN:HTML",
        "eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:12012E%2FTXT",
        "http://publications.europa.eu/resource/celex/32003D0170",
    ),
    counterexamples=(
        "2003D0170",
        "132003D0170",
        "32003D",
        "32103D0170",
        "31803D0170",
        "x32003D0170",
        "A-32003D0170",
        "32003D0170-77",
        "32003D0170.5",
        "32003D017",
        "32003DEF0170",
        "32003DE0170",
        "02013R0952-20221332",
        "+32 2003 0170",
        "2003 17 00 90",
        "C/2026/04668",
        "GB320030170",
        "CELEX",
    ),
)
