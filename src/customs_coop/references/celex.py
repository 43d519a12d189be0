"""CELEX numbers, the identifiers of EUR-Lex, as in "32003D0170"."""

from collections.abc import Iterator

import attrs

from customs_coop.references.base import Found, Pattern, Stages, eurlex_url, matches, parse_whole

__all__ = ["CelexNumber", "find_celex_numbers", "read_celex_number"]

# Sector, year, descriptor, number; then the second part, a corrigendum, the date of consolidation.
_BODY = (
    r"[0-9CE](?:19[5-9]|20[0-4])[0-9][A-Z]{1,2}[0-9]{3,5}"
    r"(?:\([0-9]{2}\))?(?:R\([0-9]{2}\))?(?:-[0-9]{8})?"
)
_TEXT = Pattern(_BODY)
_PREFIX = r"CELEX\s{0,4}(?:(?:No\.?|number|:)\s{0,4})?"
_PRINTED = Pattern(rf"(?:{_PREFIX})?(?P<text>{_BODY})(?![\w/])")
# An anchor begins with a plain character, for then re skips what cannot match.
_ANCHOR = Pattern(r"[0-9CE](?:19[5-9]|20[0-4])[0-9][A-Z]")
_BEFORE = Pattern(rf"(?<!\w){_PREFIX}\Z")

_STAGES: Stages = (
    (
        Pattern(rf"(?:{_PREFIX})?[0-9CE]"),
        "a sector, one figure or the letter C or E, was expected",
    ),
    (Pattern(r"(?:19[5-9]|20[0-4])[0-9]"), "a year of four figures was expected"),
    (Pattern(r"[A-Z]{1,2}"), "one or two capital letters were expected"),
    (Pattern(r"[0-9]{3,5}"), "a number of three to five figures was expected"),
)


@attrs.frozen
class CelexNumber:
    """The identifier of a text on EUR-Lex: sector, year, one or two letters, number.

    Args:
        text: The identifier without the word CELEX, such as "32003G1015(01)".

    Raises:
        InvalidValueError: If the text has another form.
        TypeError: If the text is not a str.

    Example:
        >>> number = CelexNumber.parse("CELEX: 32003D0170")
        >>> number.sector, number.year, number.descriptor
        ('3', 2003, 'D')
        >>> number.url("de")
        'https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32003D0170'
    """

    text: str = attrs.field(validator=matches(_TEXT, "a CELEX number such as '32003D0170'"))

    @classmethod
    def parse(cls, text: str) -> "CelexNumber":
        """Read an identifier, with or without the word CELEX.

        Args:
            text: The identifier alone.

        Returns:
            The identifier.

        Raises:
            ReferenceSyntaxError: If the text is something else; the fault is underlined.

        Example:
            >>> CelexNumber.parse("31997D0210")
            CelexNumber(text='31997D0210')
        """
        return parse_whole(text, read_celex_number, _STAGES, "a CELEX number")

    @property
    def sector(self) -> str:
        """The kind of source: "3" legal acts, "5" preparatory documents, "C" others."""
        return self.text[0]

    @property
    def year(self) -> int:
        """The year in four figures."""
        return int(self.text[1:5])

    @property
    def descriptor(self) -> str:
        """The kind of text: "R" regulation, "L" directive, "D" decision, "G" resolution."""
        return self.text[5:7] if self.text[6].isalpha() else self.text[5]

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


def read_celex_number(text: str, start: int) -> tuple[CelexNumber, int] | None:
    """Read an identifier that is known to stand at an index.

    Args:
        text: The text.
        start: Where the identifier, or the word CELEX, begins.

    Returns:
        The identifier and its end, or None.

    Example:
        >>> read_celex_number("see 31997D0210.", 4)[1]
        14
    """
    match = _PRINTED.match(text, start)
    return None if match is None else (CelexNumber(match["text"]), match.end())


def find_celex_numbers(text: str) -> Iterator[Found[CelexNumber]]:
    """Find CELEX numbers in running text.

    Args:
        text: Any text.

    Yields:
        The identifiers with start and end, in order.

    Example:
        >>> [str(number) for number, _, _ in find_celex_numbers("see CELEX 32016D1316")]
        ['32016D1316']
    """
    for anchor in _ANCHOR.finditer(text):
        before = text[max(0, anchor.start() - 1) : anchor.start()]
        if before.isalnum() or before in {"_", "/"}:
            continue
        word = _BEFORE.search(text, max(0, anchor.start() - 24), anchor.start())
        start = anchor.start() if word is None else word.start()
        found = read_celex_number(text, start)
        if found is not None:
            yield found[0], start, found[1]
