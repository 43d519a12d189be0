"""The columns of a template of progress, and how people who fill it may call them."""

import difflib
import enum
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from customs_coop.model import Stage, Status

__all__ = ["FIGURES", "NOTES", "Field", "field_of", "fields_of"]


class Field(enum.Enum):
    """The columns, in their order; the value is the heading."""

    PARTY = "Party"
    PARTY_NAME = "Party name"
    SUBJECT = "Subject"
    TITLE = "Title"
    ASKED = "What is asked"
    DUE = "Due"
    ON = "Date of report"
    STATUS = "Status"
    STAGE = "Stage"
    NOT_APPLICABLE = "Not applicable"
    TEXT = "Report"
    DOCUMENTS = "Documents"
    PERIOD = "Period"
    VALUE = "Value"
    UNIT = "Unit"
    DIMENSION = "Dimension"


FIGURES: Final = (Field.PERIOD, Field.VALUE, Field.UNIT, Field.DIMENSION)
"""The columns of what was measured."""

NOTES: Final[Mapping[Field, str]] = MappingProxyType(
    {
        Field.ON: "the day of the report, such as 2008-05-03 or 3.5.2008",
        Field.STATUS: ", ".join(one.value for one in Status),
        Field.STAGE: f"of a deliverable: {', '.join(one.value for one in Stage)}",
        Field.NOT_APPLICABLE: "yes, where it does not concern you",
        Field.TEXT: "in your own words",
        Field.DOCUMENTS: "numbers as they are cited, with semicolons between them",
        Field.PERIOD: "such as 2008, 2008-05 or 2008-01-01/2008-06-30",
        Field.VALUE: "one number; further ones in further rows of the same subject",
        Field.UNIT: "what was counted",
        Field.DIMENSION: "what the number is broken down by, such as a country",
    }
)
"""What to write into the columns that are to be filled."""

_SPELLINGS: Final[Mapping[Field, str]] = MappingProxyType(
    {
        Field.PARTY: "party|party id|administration|country|member state|reporting party"
        "|partie|pays|état membre|verwaltung|land|mitgliedstaat|staat",
        Field.PARTY_NAME: "party name|name of party|name|name of administration|nom"
        "|nom de la partie|name der verwaltung",
        Field.SUBJECT: "subject|item|address|action|action code|code|reference|subject address"
        "|objet|sujet|gegenstand|punkt|maßnahme|thema",
        Field.TITLE: "title|action title|titre|intitulé|titel|bezeichnung",
        Field.ASKED: "what is asked|asked|question|request|demande|frage",
        Field.DUE: "due|due date|due day|deadline|by when|échéance|date limite|délai|fällig"
        "|fällig am|frist",
        Field.ON: "date of report|report date|date|day of report|reported on|date of reporting"
        "|date reported|date du rapport|datum|berichtsdatum|datum des berichts",
        Field.STATUS: "status|state|progress status|implementation status|état|statut"
        "|état d'avancement|stand|sachstand|state of play",
        Field.STAGE: "stage|stage reached|étape|stade|stufe|phase",
        Field.NOT_APPLICABLE: "not applicable|n/a|na|not concerned|sans objet|non applicable"
        "|nicht zutreffend|entfällt",
        Field.TEXT: "report|text|progress|progress report|text of report|report text|remarks|remark"
        "|comments|comment|details|description|what was done|rapport|texte|remarques"
        "|observations|commentaires|bericht|bemerkungen|anmerkungen",
        Field.DOCUMENTS: "documents|document|evidence|documents cited|references|sources|preuves"
        "|dokumente|nachweise|belege",
        Field.PERIOD: "period|reference period|reporting period|measured period|période|zeitraum",
        Field.VALUE: "value|number|figure|actual|amount|result|measured value|valeur|chiffre|wert"
        "|zahl",
        Field.UNIT: "unit|unit of measure|unité|einheit",
        Field.DIMENSION: "dimension|breakdown|broken down by|ventilation|aufschlüsselung",
    }
)
_FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {word: field for field, words in _SPELLINGS.items() for word in words.split("|")}
)
_LONGEST: Final = 200  # characters of a heading
_NEAR: Final = 0.85
_SLIPS: Final = 4  # characters by which it may be longer or shorter
_MOST_COLUMNS: Final = 200
_SHORTEST: Final = 5  # characters of what may be a slip of somebody's fingers


def field_of(heading: str, *, exactly: bool = False) -> Field | None:
    """The column that a heading names, also where somebody has renamed it a little.

    What stands behind a bracket, a colon or a line break explains.

    Args:
        heading: The words above a column, or the label before a cell.
        exactly: Whether slips of somebody's fingers do not count, as where words are looked at
            that are mostly no headings.

    Returns:
        The column, or None where it is none of a template.

    Example:
        >>> field_of("Date of report (such as 2008-05-03)"), field_of("Staus:"), field_of("Hat")
        (<Field.ON: 'Date of report'>, <Field.STATUS: 'Status'>, None)
    """
    if len(heading) > _LONGEST:
        return None
    first = heading.strip().partition("\n")[0].partition("(")[0].partition(":")[0]
    folded = " ".join(first.casefold().replace("_", " ").split()).strip(" .*?-")
    if folded in _FIELDS:
        return _FIELDS[folded]
    # Of words with something behind a colon the first ones may be of any text.
    if exactly or len(folded) < _SHORTEST or heading.partition(":")[2].strip():
        return None
    # Few of them, as the comparison of each one takes its time.
    alike = [
        word for word in _FIELDS if word[0] == folded[0] and abs(len(word) - len(folded)) <= _SLIPS
    ]
    near = difflib.get_close_matches(folded, alike, n=1, cutoff=_NEAR)
    return _FIELDS[near[0]] if near else None


def fields_of(headings: Sequence[str], *, exactly: bool = False) -> dict[int, Field]:
    """The columns of a row of headings, by their places; of two alike the first one counts.

    Args:
        headings: The cells of the row.
        exactly: As of `field_of`.

    Returns:
        The columns; empty where the row is no row of headings of a template.

    Example:
        >>> fields_of(["Subject", "Done?", "Status", "Report"])
        {0: <Field.SUBJECT: 'Subject'>, 2: <Field.STATUS: 'Status'>, 3: <Field.TEXT: 'Report'>}
        >>> fields_of(["Subject", "2008"])
        {}
    """
    found: dict[int, Field] = {}
    exact = {heading.strip().partition("(")[0].strip() for heading in headings}
    known = {field.value for field in Field}
    for place, heading in enumerate(headings[:_MOST_COLUMNS]):
        field = field_of(heading, exactly=exactly)
        is_exact = heading.strip().partition("(")[0].strip() in known
        taken = field is None or field in found.values()
        # The heading as we wrote it counts before one that only means the same.
        if field is None or taken or (field.value in exact and not is_exact):
            continue
        found[place] = field
    named = set(found.values())
    is_table = bool(named & {Field.SUBJECT, Field.TITLE}) and len(named) >= 3
    return found if is_table else {}
