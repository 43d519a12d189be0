"""Headings that name a column only in a row of headings, beside others that are known.

Alone each of them is an ordinary word: a box may hold "Partners", a cover "Date". They are written
in small letters; case, accents, brackets and the plural in "s" are folded.
"""

from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.formats.columns.base import Column

__all__ = ["BEGINNINGS", "ENDS", "LAST_RESORTS", "ROW_HEADINGS"]

_TITLE = (Column.TITLE,)
# Who acts is responsible, unless another column says who is.
_ACTS = (Column.RESPONSIBLE, Column.CONCERNED)
_HELPS = (Column.CONCERNED,)
_TIME = (Column.DEADLINES,)

_Rows = tuple[tuple[tuple[Column, ...], tuple[str, ...]], ...]

ROW_HEADINGS: Mapping[str, _Rows] = MappingProxyType(
    {
        "en": (
            (_TITLE, ("title", "what", "description", "subject of the action")),
            (_ACTS, ("who", "actor", "actor responsible", "co-leader", "co-lead")),
            (_HELPS, ("partner", "supporting party", "supporting member state", "support")),
            (_TIME, ("when", "by when", "due", "time limit", "completion", "completion date")),
            (_TIME, ("end", "end date", "finish", "finish date", "date")),
        ),
        "fr": (
            (_TITLE, ("titre", "intitulé", "quoi", "description", "libellé")),
            (_ACTS, ("qui", "acteur", "intervenant", "copilote", "co-pilote")),
            (_HELPS, ("partenaire", "participant", "appui")),
            (_TIME, ("quand", "pour quand", "terme", "date de fin", "fin", "date")),
        ),
        "de": (
            (_TITLE, ("titel", "was", "bezeichnung", "beschreibung")),
            (_ACTS, ("wer", "akteur", "akteure")),
            (_HELPS, ("partner", "teilnehmer", "mitwirkende", "unterstützung")),
            (_TIME, ("wann", "bis wann", "enddatum", "ende", "datum")),
        ),
    }
)
"""By language: the columns that headings name, the likelier one first, with the headings."""

BEGINNINGS = frozenset(
    (
        *("start", "start date", "begin", "beginning", "from", "debut", "date de debut"),
        *("beginn", "anfang", "startdatum"),
    )
)
"""Headings of a column that says when an action begins, folded."""

ENDS = frozenset(("end", "finish", "fin", "ende"))
"""Headings, folded, that name a time only beside one of `BEGINNINGS`."""

LAST_RESORTS = frozenset(
    (
        "date",
        "datum",
        "co-leader",
        "co-lead",
        "copilote",
        "co-pilote",
        "co leader",
        "co lead",
        "co pilote",
    )
)
"""Headings, folded, that count where no other heading names their column."""
