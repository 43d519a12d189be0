"""European Legislation Identifiers, the addresses of acts in the Official Journal."""

from collections.abc import Iterator

from customs_coop.references.acts.kinds import ELI_KINDS, ActKind
from customs_coop.references.base import Pattern

__all__ = ["ELI", "advice_on_eli", "eli_address", "find_eli", "read_eli"]

_HOST = (
    r"(?:(?:ELI:\s{0,4})?(?:https?://)?(?:www\.)?(?:data|eur-lex)\.europa\.eu/eli/"
    r"|(?:https?://eur-lex\.europa\.eu/[A-Za-z/-]{1,40}\?uri=)?(?:ELI|eli)(?::|%3A)/?)"
)
_STOP = r"(?:/|%2F)"
#: An identifier from end to end: corrigendum, date of consolidation, version, language, format.
ELI = Pattern(
    rf"{_HOST}(?P<kind>[a-z_]{{3,16}}){_STOP}(?P<year>(?:19[5-9]|20[0-4])[0-9]){_STOP}"
    r"(?P<number>[0-9]{1,4})(?![0-9])(?P<twin>\([0-9]{1,2}\))?"
    rf"(?:{_STOP}corrigendum{_STOP}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:\([0-9]{{1,2}}\))?)?"
    rf"(?:{_STOP}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{_STOP}[0-9]{{8}})?(?:{_STOP}oj\b)?"
    rf"(?:{_STOP}[a-zA-Z]{{3}}(?![\w-]))?(?:{_STOP}(?:pdfa1a|pdfa2a|pdf|xhtml|html|xml|fmx4)\b)?"
)
# The sure part of an identifier: what stands before it is read backwards. Each begins with plain
# characters, for then re skips what cannot match.
_ANCHORS = (Pattern(r"eli(?:/|:/?|%3A)[a-z]"), Pattern(r"ELI(?::/?|%3A)[a-z]"))
# The last character of what can stand before.
_ENDS = ("/", "=")
_BEFORE = Pattern(
    r"(?:(?<!\w)ELI:\s{0,4})?(?:(?:https?://)?(?:www\.)?(?:data|eur-lex)\.europa\.eu/"
    r"|https?://eur-lex\.europa\.eu/[A-Za-z/-]{1,40}\?uri=)\Z"
)


def eli_address(kind: ActKind, year: int, number: int) -> str | None:
    """Form the identifier of an act as the Official Journal published it.

    Args:
        kind: The kind of act.
        year: The year in four figures.
        number: The number.

    Returns:
        The address, or None for a kind that has no identifiers.

    Example:
        >>> eli_address(ActKind.REGULATION, 2013, 952)
        'http://data.europa.eu/eli/reg/2013/952/oj'
    """
    for name, named in ELI_KINDS.items():
        if named is kind:
            return f"http://data.europa.eu/eli/{name}/{year}/{number}/oj"
    return None


def read_eli(text: str, start: int) -> tuple[ActKind, int, int, int] | None:
    """Read an identifier that is known to stand at an index.

    Args:
        text: The text.
        start: Where the address begins.

    Returns:
        The kind, the year, the number and the end of the address; or None.

    Example:
        >>> read_eli("eli:dir/2008/118/oj", 0)[1:]
        (2008, 118, 19)
    """
    match = ELI.match(text, start)
    if match is None or match["kind"] not in ELI_KINDS:
        return None
    if match["twin"]:
        # Of two acts with one number, "dec/2008/70(1)" is the one that a name cannot tell apart.
        return None
    return ELI_KINDS[match["kind"]], int(match["year"]), int(match["number"]), match.end()


def advice_on_eli(text: str, start: int) -> str | None:
    """Tell why an identifier of one of two acts with the same number is not read.

    Args:
        text: The text.
        start: Where the address begins.

    Returns:
        The reason and the way out, or None for any other text.

    Example:
        >>> advice_on_eli("http://data.europa.eu/eli/dec/2008/70(1)/oj", 0)
        '(1) marks one of two acts of that number; cite it by its CELEX number'
    """
    match = ELI.match(text, start)
    if match is None or not match["twin"]:
        return None
    return f"{match['twin']} marks one of two acts of that number; cite it by its CELEX number"


def find_eli(text: str) -> Iterator[int]:
    """Find the places where an identifier may begin.

    Args:
        text: Any text.

    Yields:
        The first index of each address.

    Example:
        >>> list(find_eli("see http://data.europa.eu/eli/reg/2013/952/oj"))
        [4]
    """
    for pattern in _ANCHORS:
        for anchor in pattern.finditer(text):
            start = anchor.start()
            last = text[max(0, start - 1) : start]
            if last in _ENDS:
                before = _BEFORE.search(text, max(0, start - 96), start)
                if before is not None:
                    yield before.start()
            elif text[start + 3] != "/" and not last.isalnum():
                yield start
