"""Addresses of EUR-Lex: how one is formed, and where one in running text begins and ends."""

import re

from customs_coop.references.base import Pattern, language_code

__all__ = ["address_end", "address_start", "eurlex_url", "search_address"]

_HOST = r"(?:https?://)?(?:[a-z]{1,12}\.)?(?:eur-lex|publications)\.europa\.eu/"
# No character that closes a bracket, a quotation or a cell of a table around an address.
_CHARACTER = r"[^\s<>\"'()\[\]{}|]"
_BEGIN = Pattern(rf"{_HOST}{_CHARACTER}{{0,200}}")
_BEFORE = Pattern(rf"(?<![\w./-]){_HOST}{_CHARACTER}{{0,200}}\Z")
# What ends the sentence is no part of the address.
_REST = Pattern(rf"(?:{_CHARACTER}{{0,300}}[^\s<>\"'()\[\]{{}}|.,;:!?])?")
_LONGEST_START = 250
_LONGEST_NAME = 60


def eurlex_url(uri: str, language: str) -> str:
    """Give the address of a text on EUR-Lex.

    Args:
        uri: What follows "uri=", already percent-encoded.
        language: The two letters of an official language.

    Returns:
        The address, formed offline.

    Raises:
        InvalidValueError: If the Union has no such official language.

    Example:
        >>> eurlex_url("CELEX:32003D0170", "fr")
        'https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32003D0170'
    """
    code = language_code(language).upper()
    return f"https://eur-lex.europa.eu/legal-content/{code}/TXT/?uri={uri}"


def search_address(text: str, start: int, name: Pattern) -> re.Match[str] | None:
    """Find an identifier within an address that begins at an index.

    Args:
        text: The text.
        start: Where the address may begin.
        name: The form of the identifier.

    Returns:
        The match of the identifier, or None where no address of EUR-Lex begins there.

    Example:
        >>> text = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32003D0170"
        >>> search_address(text, 0, Pattern("[0-9A-Z]{10}"))[0]
        '32003D0170'
    """
    begin = _BEGIN.match(text, start)
    if begin is None:
        return None
    return name.search(text, begin.start(), min(len(text), begin.end() + _LONGEST_NAME))


def address_start(text: str, at: int) -> int:
    """Tell where the address begins in which an identifier stands.

    Args:
        text: The text.
        at: Where the identifier begins.

    Returns:
        The beginning of the address, or `at` where it stands in none.

    Example:
        >>> address_start("see eur-lex.europa.eu/eli/C/2024/694/oj", 26)
        4
    """
    earliest = max(0, at - _LONGEST_START)
    if text.rfind(".europa.eu/", earliest, at) < 0:
        return at
    match = _BEFORE.search(text, earliest, at)
    return at if match is None else match.start()


def address_end(text: str, at: int) -> int:
    """Tell where an address ends of which the beginning has been read.

    Args:
        text: The text.
        at: An index within the address.

    Returns:
        The end, without the punctuation of the sentence around it.

    Example:
        >>> address_end("(uri=CELEX:32003D0170&from=EN).", 21)
        29
    """
    match = _REST.match(text, at)
    return at if match is None else match.end()
