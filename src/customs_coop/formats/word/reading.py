"""Word files as paragraphs and tables, with tracked changes accepted, rejected or both kept.

Every text is looked for in the XML itself: inserted text, content controls, text boxes, links
and notes included. What a page only repeats (its head and its foot) stands in parts of its own,
and is kept apart.
"""

import attrs

from customs_coop.formats.files.archives import Archive
from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.tracked import tracked_changes
from customs_coop.formats.pages.content import Opened, Remark
from customs_coop.formats.word.body import BodyReader
from customs_coop.formats.word.edges import read_edges
from customs_coop.formats.word.notes import read_notes
from customs_coop.formats.word.numbering import read_numbering
from customs_coop.formats.word.parts import find_parts, walk
from customs_coop.formats.word.seal import read_seal, sealed_remark

__all__ = ["read_word"]


def read_word(content: bytes, changes: Changes = "accept") -> Opened:
    """Open a Word file.

    Args:
        content: The bytes of a .docx file.
        changes: How tracked changes are read.

    Returns:
        Its paragraphs and tables; the notes stand below the table or paragraph with their mark.

    Raises:
        RefusedFileError: The file is damaged, hostile, protected or no Word file.
    """
    archive = Archive(content)
    parts = find_parts(archive)
    notes = {
        kind: read_notes(part, kind, changes)
        for kind, part in (("footnote", parts.footnotes), ("endnote", parts.endnotes))
        if part
    }
    texts = {kind: found.texts for kind, found in notes.items()}
    sealed = read_seal(parts.custom)
    numbering = read_numbering(parts.numbering, parts.styles)
    body = BodyReader(changes, texts, numbering, ours=bool(sealed))
    walk(parts.document, "document", body)
    blocks = body.close()
    changed = body.changed + sum(found.changed for found in notes.values())
    remarks = (*tracked_changes(changed, changes), *_counted(body))
    if sealed:
        remarks = (sealed_remark(parts.document, sealed), *remarks)
    edges = read_edges(archive, parts, changes)
    return Opened(blocks=blocks, remarks=remarks, asides=tuple(body.asides), edges=edges)


def _counted(body: BodyReader) -> tuple[Remark, ...]:
    """The remarks; that on struck words also says in how many places there are any."""
    count = len(body.struck)
    return tuple(
        attrs.evolve(one, message=f"{one.message} (in {count} places)")
        if one.code == "CC179" and count > 1
        else one
        for one in body.remarks
    )
