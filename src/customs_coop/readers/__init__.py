"""Readers: from the text of a document to values, with an account of every character.

`parse` recognises the layout of a text by its content. Each layout is one module of this
package that satisfies `Layout`; what they share (covers, markup, parties, status words, links) has
modules of its own.
"""

from customs_coop.readers.base import Fit, Layout, Reading, Residue, Source
from customs_coop.readers.recognition import layout_named, layouts, parse

__all__ = [
    "Fit",
    "Layout",
    "Reading",
    "Residue",
    "Source",
    "layout_named",
    "layouts",
    "parse",
]
