"""PDF files made by hand for tests: text in Courier and rulings, and nothing else.

Every character of Courier is 0.6 of its size wide, so that a test knows where words end.
"""

import textwrap
import zlib
from collections.abc import Sequence

A4 = (595.0, 842.0)
WIDTH = 0.6
LEADING = 1.2


def words(x: float, y: float, text: str, size: float = 10, matrix: str = "1 0 0 1") -> str:
    """A line of text; `y` is the distance of its baseline from the upper edge of the page."""
    held = text.encode("cp1252").decode("latin-1")
    escaped = held.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {matrix} {x} {{h}}-{y} Tm ({escaped}) Tj ET"


def ruling(x0: float, y0: float, x1: float, y1: float) -> str:
    """A drawn line."""
    return f"0.5 w {x0} {{h}}-{y0} m {x1} {{h}}-{y1} l S"


def lines(
    x: float, y: float, texts: Sequence[str], size: float = 10, leading: float = LEADING
) -> list[str]:
    """Lines below one another; empty ones leave a gap."""
    return [
        words(x, y + number * size * leading, text, size)
        for number, text in enumerate(texts)
        if text
    ]


def wrapped(x: float, y: float, text: str, width: float, size: float = 10) -> list[str]:
    """A paragraph that is wrapped as a word processor does it."""
    fit = int(width / (WIDTH * size))
    return lines(x, y, textwrap.wrap(text, fit, break_long_words=False), size)


def table(
    edges: Sequence[float],
    top: float,
    rows: Sequence[Sequence[str]],
    size: float = 10,
    *,
    ruled: bool = True,
) -> tuple[list[str], float]:
    """A table, and where it ends; a row with one text is one cell over its whole width.

    In a text, "|" parts paragraphs.
    """
    drawn: list[str] = []
    y = top
    right = edges[-1]
    for row in rows:
        sides = edges if len(row) > 1 else (edges[0], right)
        height = size
        texts = []
        for number, text in enumerate(row):
            fit = int((sides[number + 1] - sides[number] - 8) / (WIDTH * size))
            held = [
                line
                for part in text.split("|")
                for line in textwrap.wrap(part, fit, break_long_words=False)
            ]
            height = max(height, len(held) * size * LEADING)
            texts.append(held)
        bottom = y + height + 6
        for number, held in enumerate(texts):
            drawn += lines(sides[number] + 4, y + size + 2, held, size)
        if ruled:
            drawn += [ruling(x, y, x, bottom) for x in sides]
            drawn += [ruling(edges[0], y, right, y), ruling(edges[0], bottom, right, bottom)]
        y = bottom
    return drawn, y


def stream(content: bytes, head: str = "", *, packed: bool = False) -> bytes:
    """A stream object."""
    if packed:
        content, head = zlib.compress(content, 9), f"{head} /Filter /FlateDecode"
    start = f"<< /Length {len(content)} {head} >>\nstream\n".encode()
    return start + content + b"\nendstream"


def file_of(objects: Sequence[bytes], root: int = 1, more: str = "") -> bytes:
    """A file of numbered objects with a table of their places."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    made += f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R {more} >>\n".encode()
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % start)


def pdf_file(
    *pages: Sequence[str],
    size: tuple[float, float] = A4,
    rotate: int = 0,
    packed: bool = False,
    font: str = "/Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding",
    resources: str = "",
) -> bytes:
    """A PDF file with these pages of drawn things."""
    width, height = size
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font {font} >>".encode(),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate} "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> /Contents {5 + 2 * number} 0 R >>"
            .encode()
        )  # fmt: skip
        drawn = "\n".join(_placed(one, height) for one in page).encode("latin-1")
        objects.append(stream(drawn, packed=packed))
    return file_of(objects)


def _placed(drawn: str, height: float) -> str:
    """Distances from the upper edge as distances from the lower one."""
    return " ".join(
        f"{height - float(word[4:]):.2f}" if word.startswith("{h}-") else word
        for word in drawn.split(" ")
    )
