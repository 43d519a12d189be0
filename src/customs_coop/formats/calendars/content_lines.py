"""The lines of a calendar file as components, however roughly they were handled on the way."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.formats.files.encodings import decode
from customs_coop.formats.pages.content import Remark

__all__ = ["Component", "Fault", "Property", "components_of", "decoded_lines"]

_END = re.compile(rb"\r\n|\n|\r")
_BLANKS: Final = (b" ", b"\t")
_WIDE: Final = (
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)
_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}(?=[:;])")
_QUOTE_OR_COLON = re.compile('[":]')
_ENTRIES: Final = ("VEVENT", "VTODO")


@attrs.frozen
class Property:
    """A property of a component.

    Args:
        name: Its name in capitals.
        value: Its value as written.
        escaped: Whether the value has the escapes of a text in RFC 5545.
    """

    name: str
    value: str
    escaped: bool = True


@attrs.frozen(kw_only=True)
class Component:
    """An event or a task, without the components inside it.

    Args:
        kind: "VEVENT" or "VTODO".
        properties: Its properties, in order.
        line: The line on which it begins, or None.
        path: Its JSON path, or empty.
    """

    kind: str
    properties: tuple[Property, ...]
    line: int | None = None
    path: str = ""


@attrs.frozen(kw_only=True)
class Fault:
    """What of a calendar could not be read.

    Args:
        reason: What is wrong, in words.
        uid: The identifier of the entry, or empty.
        line: Where it stands, counted from 1, or None.
        path: Its JSON path, or empty.
    """

    reason: str
    uid: str = ""
    line: int | None = None
    path: str = ""


def decoded_lines(content: bytes) -> tuple[tuple[tuple[int, str], ...], tuple[Remark, ...]]:
    r"""Join the folded lines of a calendar, and decode them.

    Some programs fold inside a character, so that lines are joined before they are decoded. Any
    end of a line will do, and so will blank lines between those of one property.

    Args:
        content: The bytes of the file.

    Returns:
        Each line with the number of its first line in the file; and what is told of the encoding.

    Raises:
        RefusedFileError: The bytes are not valid in their encoding, or in any.

    Example:
        >>> decoded_lines(b"UID:1\nSUMMARY:caf\xc3\n \xa9\n")[0]
        ((1, 'UID:1'), (2, 'SUMMARY:café'))
    """
    remarks: tuple[Remark, ...] = ()
    if content.startswith(_WIDE) or b"\0" in content[:64]:
        decoded = decode(content)
        # What cannot be encoded again is no character.
        content, remarks = decoded.text.encode(errors="replace"), decoded.remarks
    content = content.removeprefix(codecs.BOM_UTF8)
    numbers, lines = _unfolded(content)
    try:
        text = b"\n".join(lines).decode()
    except UnicodeDecodeError:
        decoded = decode(content)  # of the file as it is, so that places are right
        remarks = (*remarks, *decoded.remarks)
        numbers, lines = _unfolded(decoded.text.encode(errors="replace"))
        text = b"\n".join(lines).decode()
    return tuple(zip(numbers, text.split("\n"), strict=True)) if lines else (), remarks


def _unfolded(content: bytes) -> tuple[list[int], list[bytes]]:
    numbers: list[int] = []
    pieces: list[list[bytes]] = []
    for number, line in enumerate(_END.split(content), 1):
        if line.startswith(_BLANKS) and pieces:
            pieces[-1].append(line[1:])
        elif line.strip():
            numbers.append(number)
            pieces.append([line])
    return numbers, [b"".join(one) for one in pieces]


def components_of(
    lines: tuple[tuple[int, str], ...], wanted: frozenset[str]
) -> Iterator[Component | Fault]:
    """Find the events and tasks of a calendar, wherever they stand.

    Args:
        lines: The lines, joined, with their numbers.
        wanted: The names of the properties that are asked for, in capitals.

    Yields:
        The sound components, and what is wrong with the others or between them.
    """
    open_entry: _Entry | None = None
    for number, line in lines:
        name, value = _split(line)
        what = value.strip().upper() if name in ("BEGIN", "END") else ""
        if name == "BEGIN" and what in _ENTRIES:
            if open_entry is not None:
                yield open_entry.unclosed()
            open_entry = _Entry(what, number)
        elif open_entry is None:
            continue
        elif what:
            ends = name == "END" and what == open_entry.kind and not open_entry.inside
            if ends:
                yield from open_entry.closed()
            elif not open_entry.nest(name, what):
                yield open_entry.unclosed()
                ends = True
            open_entry = None if ends else open_entry
        else:
            open_entry.add(name, value, wanted)
    yield from _cut_off(lines, open_entry)


@attrs.define
class _Entry:
    """An event or a task whose end has not come yet."""

    kind: str
    line: int
    found: list[Property] = attrs.Factory(list)
    inside: list[str] = attrs.Factory(list)
    strays: int = 0

    @property
    def uid(self) -> str:
        return next((one.value.strip() for one in self.found if one.name == "UID"), "")

    def nest(self, name: str, what: str) -> bool:
        """Go into a component of the entry, or out of it; whether that can be."""
        if name == "BEGIN" and what != "VCALENDAR":
            self.inside.append(what)
            return True
        if name == "END" and self.inside and self.inside[-1] == what:
            self.inside.pop()
            return True
        # Another calendar, or the end of something else: where this entry ends is not known.
        return False

    def add(self, name: str, value: str, wanted: frozenset[str]) -> None:
        if self.inside:
            return
        if not name:
            self.strays += 1
        elif name in wanted:
            self.found.append(Property(name, value))

    def closed(self) -> Iterator[Component | Fault]:
        if self.strays:
            many = "a line is" if self.strays == 1 else f"{self.strays} lines are"
            reason = f"{many} no property and left out"
            yield Fault(reason=reason, uid=self.uid, line=self.line)
        yield Component(kind=self.kind, properties=tuple(self.found), line=self.line)

    def unclosed(self) -> Fault:
        return Fault(reason=f"a {self.kind} has no end of its own", uid=self.uid, line=self.line)


def _cut_off(lines: tuple[tuple[int, str], ...], last: _Entry | None) -> Iterator[Fault]:
    if last is not None:
        reason = f"the file is cut off inside a {last.kind}"
        yield Fault(reason=reason, uid=last.uid, line=last.line)
        return
    # Cut off between two entries, nobody would see that the others are missing.
    for number, line in reversed(lines):
        name, value = _split(line)
        if name in ("BEGIN", "END") and value.strip().upper() == "VCALENDAR":
            if name == "BEGIN":
                yield Fault(reason="the file is cut off: its calendar has no end", line=number)
            return


def _split(line: str) -> tuple[str, str]:
    """The name of a property in capitals and its value; no name where it is no property."""
    match = _NAME.match(line.lstrip("\ufeff"))
    if match is None:
        return "", line
    line = line.lstrip("\ufeff")
    quoted, first = False, -1
    for sign in _QUOTE_OR_COLON.finditer(line, match.end()):
        if sign[0] == '"':
            quoted = not quoted
        elif not quoted:
            return match[0].upper(), line[sign.end() :]
        elif first < 0:
            first = sign.end()
    # A quotation mark that is never closed quotes nothing.
    return (match[0].upper(), line[first:]) if first >= 0 else ("", line)
