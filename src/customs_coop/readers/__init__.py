"""Readers: from the text of a document to values, with an account of every character.

`parse` recognises the layout of a text by its content. Each layout has a room of its own
(`workplan`, `flow`, `timetable`, `conclusions`, `json`) in which one value satisfies `Layout`.
What they share lies beside them: `text`, `document`, `parties`, `status`, `indicators`, `mentions`.
`progress` reads what comes back of a plan: the calendars in which somebody ticked off what is done.
"""

from customs_coop.readers.base import Fit, Layout, Reading, Residue, Source
from customs_coop.readers.progress.values import ProgressReading, TickedItem
from customs_coop.readers.recognition import layout_named, layouts, parse

__all__ = [
    "Fit",
    "Layout",
    "ProgressReading",
    "Reading",
    "Residue",
    "Source",
    "TickedItem",
    "layout_named",
    "layouts",
    "parse",
]
