"""What is wrong with a text that is no TOML: what the parser says, and what often is behind it."""

from collections.abc import Sequence
from typing import Final

from customs_coop.diagnostics.shortening import shortened
from customs_coop.references.base import Pattern

__all__ = ["syntax_fault"]

_PLACE: Final = Pattern(r" \(at line ([0-9]{1,9}), column ([0-9]{1,9})\)\Z")
_LONELY: Final = Pattern(
    r"[ \t]{0,99}\[[ \t]{0,99}(?:action|missing|recommendation|waiting|draft)[ \t]{0,99}[.\]]"
)
_HEADER: Final = Pattern(r"[ \t]{0,99}\[{1,2}[ \t]{0,99}([A-Za-z_.]{1,99})[ \t]{0,99}\]{0,2}")
_KEY: Final = Pattern(r"[ \t]{0,99}([A-Za-z_]{1,99})(?![A-Za-z_])")
_TEXTS: Final = Pattern(r"[^\[\]=]{0,99}=[ \t]{0,99}(?:\"[^\"]{0,999}\"|'[^']{0,999}')[ \t]{0,99},")
_CURLY: Final = frozenset("“”„‟«»‘’‚")
_TWO_BRACKETS: Final = "write two brackets on each side"

# What the parser says, and what to do then; the first that fits is told.
_HINTS: Final = (
    (("twice", "overwrite"), "this key stands above already: take one of the two out"),
    (("Invalid value",), 'a text stands in quotation marks: "like this"'),
    (
        ("Unescaped", "hex value", "Unicode scalar"),
        (
            "in a text, a backslash begins a special sign: write it twice, or put the text in"
            " single quotation marks: 'C:\\temp'"
        ),
    ),
    (("Expected ']]'",), _TWO_BRACKETS),
    (("Unclosed array",), 'a list has commas between its texts: ["One", "Another"]'),
    (("Illegal character",), 'is a quotation mark missing? one inside a text is written \\"'),
    (
        ("Expected newline",),
        (
            "is a quotation mark missing? each key has a line of its own, and a quotation mark"
            ' inside a text is written \\"'
        ),
    ),
)


def syntax_fault(source: str, text: str, message: str) -> str:
    r"""Tell the fault of a text that is no TOML, with its place in front.

    Args:
        source: The name of the file.
        text: The text.
        message: What the parser says.

    Example:
        >>> syntax_fault("d.toml", 'a "b"', "Expected '=' (at line 1, column 3)")
        'd.toml:1: column 3: Expected \'=\'; write a = "..."'
    """
    found = _PLACE.search(message)
    if found is None:
        what = message.removesuffix(" (at end of document)")
        if what == message:  # a number that Python does not read
            return f"{source}: {message.partition(';')[0]}"
        return f"{source}: {what}, and here the file ends; is a quotation mark or bracket missing?"
    lines = text.split("\n")
    number = int(found[1])
    line = lines[number - 1] if number <= len(lines) else ""
    lonely = _lonely(lines, number, message)
    if lonely:
        shown = shortened(lines[lonely - 1], 60)
        return f"{source}:{lonely}: {_TWO_BRACKETS}, not {shown}"
    hint = _hint(line, message)
    behind = f"; {hint}" if hint else ""
    return f"{source}:{number}: column {found[2]}: {message[: found.start()]}{behind}"


def _lonely(lines: Sequence[str], number: int, message: str) -> int:
    """The line of a header in single brackets that the fault comes from; 0 where there is none."""
    if "overwrite" in message or "Cannot declare" in message:
        return next((place for place, one in enumerate(lines, 1) if _LONELY.match(one)), 0)
    header = number <= len(lines) and _LONELY.match(lines[number - 1])
    return number if header and "Expected newline" in message else 0


def _hint(line: str, message: str) -> str:
    if _CURLY.intersection(line.partition("#")[0]):
        return 'write straight quotation marks: "'
    header = _HEADER.match(line)
    if header is not None and ("twice" in message or "overwrite" in message):
        return f"there is one [{header[1]}] alone: put all its keys under the first one"
    if "Expected '='" in message:
        key = _KEY.match(line)
        return f'write {"key" if key is None else key[1]} = "..."'
    if "Expected newline" in message and _TEXTS.match(line):
        return 'a list of texts stands in brackets: ["One", "Another"]'
    return next((hint for words, hint in _HINTS if any(one in message for one in words)), "")
