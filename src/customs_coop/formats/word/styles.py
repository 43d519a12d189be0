"""The styles and fonts of our Word files, as XML of ISO/IEC 29500.

The template of python-docx has 860 kB of styles, in American English; these are all that a
Council table needs.
"""

from collections.abc import Mapping
from typing import Final

from customs_coop.formats.sheet import Language

__all__ = [
    "ASIDE_HEADING",
    "ASIDE_STYLE",
    "BRACKET_STYLE",
    "CELL_MARGIN",
    "FONTS",
    "HIDDEN_STYLE",
    "LANGUAGE",
    "LANGUAGE_TAGS",
    "STYLES",
]

LANGUAGE: Final = "en-GB"
"""The language of our own words, as a tag of BCP 47."""

LANGUAGE_TAGS: Final[Mapping[Language, str]] = {"en": LANGUAGE, "fr": "fr-FR", "de": "de-DE"}
"""The tags of the languages of headings."""

ASIDE_STYLE: Final = "CustomsCoopAside"
"""The id of the style of what is said beside the words of a plan; readers leave it out."""

ASIDE_HEADING: Final = "CustomsCoopAsideHeading"
"""The same for a heading of such words."""

HIDDEN_STYLE: Final = "CustomsCoopHidden"
"""The id of the style of characters that stand there only to be read back."""

BRACKET_STYLE: Final = "CustomsCoopBracket"
"""The id of the style of a round bracket that stands for a squared one of ours."""

CELL_MARGIN: Final = 85
"""Between the words and the border of a cell, in twentieths of a point."""

_NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

FONTS: Final = f"""\
<w:fonts {_NAMESPACE}>
  <w:font w:name="Arial">
    <w:altName w:val="Liberation Sans"/>
    <w:charset w:val="00"/>
    <w:family w:val="swiss"/>
    <w:pitch w:val="variable"/>
  </w:font>
</w:fonts>
"""
"""The font, with the name of another one of the same metrics for machines that lack it."""


def _bold_style(identity: str, name: str, *, size: int, before: int, after: int) -> str:
    """A bold paragraph style, sizes in points; a name that ends in a figure is a heading."""
    level = int(name[-1]) - 1 if name[-1].isdigit() else None
    keep = "" if level is None else "<w:keepNext/><w:keepLines/>"
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return f"""
  <w:style w:type="paragraph" w:styleId="{identity}">
    <w:name w:val="{name}"/>
    <w:basedOn w:val="Normal"/>
    <w:next w:val="Normal"/>
    <w:qFormat/>
    <w:pPr>{keep}<w:spacing w:before="{20 * before}" w:after="{20 * after}"/>{outline}</w:pPr>
    <w:rPr><w:b/><w:bCs/><w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/></w:rPr>
  </w:style>"""


_BORDERS: Final = "".join(
    f'\n        <w:{side} w:val="single" w:sz="4" w:space="0" w:color="606060"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

STYLES: Final = f"""\
<w:styles {_NAMESPACE}>
  <w:docDefaults>
    <w:rPrDefault>
      <w:rPr>
        <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>
        <w:sz w:val="18"/>
        <w:szCs w:val="18"/>
        <w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>
      </w:rPr>
    </w:rPrDefault>
    <w:pPrDefault>
      <w:pPr><w:spacing w:before="0" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>
    </w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
    <w:name w:val="Normal"/>
    <w:qFormat/>
  </w:style>
  <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/>
  </w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/>
    <w:tblPr>
      <w:tblInd w:w="0" w:type="dxa"/>
      <w:tblCellMar>
        <w:top w:w="40" w:type="dxa"/>
        <w:left w:w="{CELL_MARGIN}" w:type="dxa"/>
        <w:bottom w:w="20" w:type="dxa"/>
        <w:right w:w="{CELL_MARGIN}" w:type="dxa"/>
      </w:tblCellMar>
    </w:tblPr>
  </w:style>
  <w:style w:type="numbering" w:default="1" w:styleId="NoList">
    <w:name w:val="No List"/>
  </w:style>{_bold_style("Title", "Title", size=16, before=14, after=8)}\
{_bold_style("Heading1", "heading 1", size=12, before=14, after=5)}\
{_bold_style("Heading2", "heading 2", size=11, before=12, after=5)}\
{_bold_style("Heading3", "heading 3", size=10, before=8, after=3)}
  <w:style w:type="paragraph" w:styleId="DocumentNumber">
    <w:name w:val="Document Number"/>
    <w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:after="0"/><w:jc w:val="right"/></w:pPr>
    <w:rPr><w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Objective">
    <w:name w:val="Objective"/>
    <w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:after="200"/><w:ind w:left="340" w:hanging="340"/>
      <w:contextualSpacing/></w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Note">
    <w:name w:val="Note"/>
    <w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:before="40" w:after="20"/></w:pPr>
    <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{ASIDE_STYLE}">
    <w:name w:val="Customs Coop Aside"/>
    <w:basedOn w:val="Normal"/>
    <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{ASIDE_HEADING}">
    <w:name w:val="Customs Coop Aside Heading"/>
    <w:basedOn w:val="Heading2"/>
    <w:next w:val="{ASIDE_STYLE}"/>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{HIDDEN_STYLE}">
    <w:name w:val="Customs Coop Hidden"/>
    <w:rPr><w:vanish/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{BRACKET_STYLE}">
    <w:name w:val="Customs Coop Bracket"/>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Header">
    <w:name w:val="header"/>
    <w:basedOn w:val="Normal"/>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Footer">
    <w:name w:val="footer"/>
    <w:basedOn w:val="Normal"/>
  </w:style>
  <w:style w:type="table" w:styleId="TableGrid">
    <w:name w:val="Table Grid"/>
    <w:basedOn w:val="TableNormal"/>
    <w:tblPr>
      <w:tblBorders>{_BORDERS}
      </w:tblBorders>
    </w:tblPr>
  </w:style>
</w:styles>
"""
"""All styles: text, title, headings, number, objective, note, aside, header, footer, the grid."""
