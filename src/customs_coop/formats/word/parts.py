"""The parts of a Word file, and how their XML is walked: by events, never as a tree.

The walk takes no more memory than the text, does not recurse, and refuses document types, so
that entities cannot multiply. python-docx would build trees, and leaves tracked text out.
"""

import posixpath
from collections.abc import Callable, Mapping
from typing import Protocol

import attrs

from customs_coop.formats.files.archives import Archive
from customs_coop.formats.files.refusal import RefusedFileError

__all__ = ["Handler", "WordParts", "find_parts", "walk"]

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DEEPEST = 400  # elements inside one another; tables in tables in text boxes have some sixty
_EDGES = ("header", "footer")
_SEPARATOR = "\n"  # that no name and no address of a namespace can hold


class Handler(Protocol):
    """What is told of each element and each text.

    Names are those of Word without a prefix, "m:t" for formulas, "mc:Fallback" for
    alternatives, and empty for all others.
    """

    def start(self, name: str, values: Mapping[str, str], /) -> None:
        """An element begins; the names of its attributes have no prefix."""
        ...

    def end(self, name: str, /) -> None:
        """It ends."""
        ...

    def text(self, text: str, /) -> None:
        """Text inside an element, perhaps in several pieces."""
        ...


def _short(name: str) -> str:
    space, _, local = name.rpartition(_SEPARATOR)
    if space in _WORD:
        return local
    if space in _MATH:
        return f"m:{local}"
    return f"mc:{local}" if space == _COMPATIBILITY else ""


def walk(
    content: bytes, part: str, handler: Handler, *, name_of: Callable[[str], str] = _short
) -> None:
    """Walk over the elements of one part.

    Args:
        content: The XML of the part.
        part: Its name, for messages.
        handler: Told of all that comes.
        name_of: The name of an element for the handler, by its namespace, a line feed and its own
            name; those of Word where nothing is said.

    Raises:
        RefusedFileError: It is no sound XML, has a document type, or is nested too deeply.
    """
    # expat itself: the modules above it build trees or look up entities.
    from xml.parsers import expat

    depth = 0

    def start(name: str, values: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise RefusedFileError("CC187", f"the part {part} is nested too deeply")
        handler.start(
            name_of(name), {key.rpartition(_SEPARATOR)[2]: value for key, value in values.items()}
        )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name_of(name))

    def refuse(*_: object) -> None:
        message = f"the part {part} declares a document type, which no Word file does"
        raise RefusedFileError("CC186", message)

    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        # At one go: older versions of expat scan a long token again with each piece.
        parser.Parse(content, True)  # noqa: FBT003 - the signature of pyexpat
    except (expat.ExpatError, ValueError, LookupError) as error:
        message = f"the file is damaged: the part {part} is no sound XML ({error})"
        raise RefusedFileError("CC181", message) from error


@attrs.frozen(kw_only=True)
class WordParts:
    """The parts that hold text or say how it looks; empty where the file has none.

    Args:
        document: The body.
        footnotes: The footnotes.
        endnotes: The endnotes.
        numbering: The forms of automatic numbers.
        styles: The styles.
        custom: The properties that users name.
        settings: The settings of the document.
        edges: The paths of heads and feet of pages, by their relation.
    """

    document: bytes
    footnotes: bytes = b""
    endnotes: bytes = b""
    numbering: bytes = b""
    styles: bytes = b""
    custom: bytes = b""
    settings: bytes = b""
    edges: Mapping[str, str] = attrs.field(factory=dict)


class _Relations:
    """Where the relations of a part point: by the last word of their type."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.targets: dict[str, str] = {}
        self.edges: dict[str, str] = {}

    def start(self, _name: str, values: Mapping[str, str]) -> None:
        kind = values.get("Type", "").rpartition("/")[2]
        target = values.get("Target", "")
        if kind and target and values.get("TargetMode", "Internal") == "Internal":
            path = posixpath.normpath(posixpath.join("/", self.folder, target)).lstrip("/")
            self.targets.setdefault(kind, path)
            if kind in _EDGES:
                self.edges[values.get("Id", "")] = path

    def end(self, _name: str) -> None:
        pass

    def text(self, _text: str) -> None:
        pass


def _relations(archive: Archive, part: str) -> _Relations:
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    relations = _Relations(folder)
    if path in archive:
        walk(archive.read(path), path, relations)
    return relations


def find_parts(archive: Archive) -> WordParts:
    """Find the parts of a Word file by its relations, as their names are free.

    Args:
        archive: The archive.

    Raises:
        RefusedFileError: The archive is no Word file, or a part is not sound.
    """
    root = _relations(archive, "").targets
    main = root.get("officeDocument", "word/document.xml")
    if main.startswith("xl/"):
        raise _no_text("an Excel workbook", "save the sheet as CSV")
    if main.startswith("ppt/"):
        raise _no_text("a presentation", "copy the table into a Word document")
    if "mimetype" in archive and main not in archive:
        raise _no_text("an OpenDocument file", "save it as DOCX, HTML or plain text")
    if main not in archive:
        raise _no_text("an archive without a Word document", "unpack it first")
    relations = _relations(archive, main)
    targets = relations.targets
    names = ("footnotes", "endnotes", "numbering", "styles", "settings")
    parts = {
        name: archive.read(targets[name]) for name in names if targets.get(name, "") in archive
    }
    custom = root.get("custom-properties", "")
    if custom in archive:
        parts["custom"] = archive.read(custom)
    return WordParts(document=archive.read(main), edges=relations.edges, **parts)


def _no_text(what: str, remedy: str) -> RefusedFileError:
    return RefusedFileError("CC184", f"this is {what}; {remedy}")
