"""Word files made by hand for tests: only the parts that a reader needs, in invented words."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:shapes"'
)


def part(root: str, inner: str) -> bytes:
    """The XML of one part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{inner}</w:{root}>'.encode()


def relations(targets: dict[str, str]) -> bytes:
    """Relations by the last word of their type."""
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'.encode()


def archive(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as written:
        for name, content in files.items():
            written.writestr(name, content)
    return target.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with this body, and with footnotes, endnotes, numbering or styles."""
    files = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in parts}),
    }
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = part(name, inner)
    return archive(files)


def run(text: str, look: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph of runs, or of bare text."""
    runs = inner if inner.startswith("<") else run(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def cell(inner: str = "", properties: str = "") -> str:
    """A cell of paragraphs, or of bare text."""
    content = inner if inner.startswith(("<w:p", "<w:tbl")) else paragraph(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells, or of bare texts."""
    made = "".join(c if c.startswith("<w:tc") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


HEADER = row("Code", "Action", "Priority", "Responsible party")


def plan_table(*rows: str) -> str:
    """A title, and a table with headings of a work plan."""
    return paragraph("Third Action Plan (2008-2009)") + table(HEADER, *rows)
