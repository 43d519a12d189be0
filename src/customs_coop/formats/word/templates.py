"""A Word document of somebody's own, of which the styles and the page are used."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from customs_coop.errors import InvalidValueError
from customs_coop.formats.word.styles import STYLES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.styles import Styles

__all__ = ["from_template"]

_DOCUMENT: Final = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_TEMPLATE: Final = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
)
_LARGEST: Final = 20_000_000
_SHOWN: Final = 40


def from_template(path: str | Path, language: str) -> "WordDocument":
    """Open a document whose styles, page, header and footer are to be used.

    Styles of ours that it does not have are added; those it has stay as they are.

    Args:
        path: Where the .docx or .dotx file lies; its body has to be empty.
        language: The language of the document, as a tag of BCP 47.

    Returns:
        A python-docx document without paragraphs.

    Raises:
        InvalidValueError: The file cannot be read, is no Word document, or its body holds words,
            which a table would push aside.
    """
    import docx

    path = str(path)
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InvalidValueError(f"the template {path!r} cannot be read: {reason}") from error
    if len(content) > _LARGEST:
        raise InvalidValueError(f"the template {path!r} is larger than {_LARGEST} bytes")
    try:
        document = docx.Document(io.BytesIO(_as_document(content)))
    except Exception as error:  # python-docx and zipfile raise what they come upon
        message = f"the template {path!r} is no Word document; save it as DOCX"
        raise InvalidValueError(message) from error
    body = document.element.body
    _refuse_content(document, path)
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
    _complete(document)
    _set_language(document.styles, language)
    return document


def _as_document(content: bytes) -> bytes:
    """The bytes of a document, from those of a document or of a template of Word."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        types = source.read("[Content_Types].xml")
        if _TEMPLATE not in types:
            return content
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "[Content_Types].xml":
                    data = types.replace(_TEMPLATE, _DOCUMENT)
                target.writestr(name, data)
    return made.getvalue()


def _refuse_content(document: "WordDocument", path: str) -> None:
    body = document.element.body
    words = " ".join("".join(element.text or "" for element in body.xpath(".//w:t")).split())
    if words:
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        what = f"the words {shown!r}"
    elif body.xpath(".//w:tbl|.//w:drawing|.//w:pict|.//w:object"):
        what = "a table or a picture"
    elif len(document.sections) > 1:
        what = "more than one section"
    else:
        return
    message = f"the template {path!r} holds {what}, which the table would push aside"
    raise InvalidValueError(f"{message}; save a copy with an empty body, head and foot may stay")


def _complete(document: "WordDocument") -> None:
    """Add the styles of ours that a template lacks, and give the others the ids that we use.

    In other languages Word gives "heading 1" the id "berschrift1" or "Titre1".
    """
    from docx.oxml import parse_xml

    element = document.styles.element
    known = {
        style.xpath("string(w:name/@w:val)").casefold(): style for style in element.xpath("w:style")
    }
    renamed: dict[str, str] = {}
    for style in parse_xml(STYLES).xpath("w:style"):
        ours = style.xpath("string(@w:styleId)")
        there = known.get(style.xpath("string(w:name/@w:val)").casefold())
        if there is None:
            # The default of a template is its own.
            for name in [key for key in style.attrib if key.endswith("}default")]:
                del style.attrib[name]
            element.append(style)
        elif (theirs := there.xpath("string(@w:styleId)")) != ours:
            renamed[theirs] = ours
    if renamed:
        _rename(document, renamed)


def _rename(document: "WordDocument", renamed: Mapping[str, str]) -> None:
    from docx.opc.part import XmlPart
    from docx.oxml.ns import qn

    value, identity = qn("w:val"), qn("w:styleId")
    styles = document.styles.element
    for style in styles.xpath("w:style"):
        style.set(identity, renamed.get(style.get(identity), style.get(identity)))
    places = "|".join(
        f".//w:{name}" for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle")
    )
    roots = [styles]
    roots += [
        part.element
        for relation in document.part.rels.values()
        if relation.reltype.rpartition("/")[2] in ("header", "footer", "numbering")
        and isinstance(part := relation.target_part, XmlPart)
    ]
    for root in roots:
        for element in root.xpath(places):
            element.set(value, renamed.get(element.get(value), element.get(value)))


def _set_language(styles: "Styles", language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for element in styles.element.xpath(".//w:lang"):
        element.set(qn("w:val"), language)
    defaults = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    if defaults and not defaults[0].xpath("w:lang"):
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), language)
        defaults[0].append(lang)
