"""Runs of characters as XML: words, fields, and what is hidden beside the words."""

import html
from collections.abc import Mapping
from typing import Final

from customs_coop.formats.cells import Look, Paragraph, pieces_of
from customs_coop.formats.word.styles import BRACKET_STYLE, HIDDEN_STYLE

__all__ = ["NAMESPACE", "field_xml", "paragraph_runs", "run_xml"]

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
"""The namespace of the elements, as an attribute."""

_LOOKS: Final[Mapping[Look, tuple[str, str]]] = {
    "words": ("", ""),
    "bracket": (f'<w:rStyle w:val="{BRACKET_STYLE}"/>', ""),
    # Also said of the run itself, for programs that read no styles.
    "hidden": (f'<w:rStyle w:val="{HIDDEN_STYLE}"/>', "<w:vanish/>"),
}


def run_xml(text: str, properties: str = "") -> str:
    """A run; blanks at its ends are kept.

    Args:
        text: Its characters.
        properties: How they look, as XML.
    """
    # Quotation marks need no escape between tags.
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>'


def paragraph_runs(paragraph: Paragraph, letters: str = "") -> str:
    """The runs of a paragraph: its words, and hidden beside them what they do not tell.

    Args:
        paragraph: The paragraph.
        letters: Whether they are bold or in italics, as XML.
    """
    if "[" not in paragraph.text:
        return run_xml(paragraph.text, letters)
    runs: list[str] = []
    for piece in pieces_of(paragraph):
        style, after = _LOOKS[piece.look]
        runs.append(run_xml(piece.text, f"{style}{letters}{after}"))
    return "".join(runs)


def field_xml(instruction: str) -> str:
    """A field that Word works out, such as the number of the page.

    Args:
        instruction: "PAGE" or "NUMPAGES".
    """
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
