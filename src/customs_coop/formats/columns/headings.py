"""The headings that tables print: by column and language, and for each kind of plan."""

from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.errors import InvalidValueError
from customs_coop.formats.columns.base import Column, ColumnSet

__all__ = [
    "ACTION_PLAN",
    "COLUMN_SETS",
    "HEADINGS",
    "LANGUAGES",
    "TIMETABLE",
    "WORK_PLAN",
    "column_set",
]

LANGUAGES: tuple[str, ...] = ("en", "fr", "de")
"""The languages of headings, by the codes of two letters of the Union's publications."""

HEADINGS: Mapping[str, Mapping[Column, str]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                Column.CODE: "Code",
                Column.TITLE: "Action",
                Column.OBJECTIVES: "Strategic objectives",
                Column.PRIORITY: "Priority",
                Column.INDICATORS: "Performance indicator",
                Column.OUTCOMES: "Possible outcome(s)",
                Column.RESPONSIBLE: "Responsible Party",
                Column.CONCERNED: "Other concerned parties",
                Column.DEADLINES: "Deadlines",
                Column.STATUS: "Status",
                Column.TERMS_OF_REFERENCE: "Terms of reference",
            }
        ),
        "fr": MappingProxyType(
            {
                Column.CODE: "Code",
                Column.TITLE: "Action",
                Column.OBJECTIVES: "Objectifs stratégiques",
                Column.PRIORITY: "Priorité",
                Column.INDICATORS: "Indicateur de performance",
                Column.OUTCOMES: "Résultat(s) possible(s)",
                Column.RESPONSIBLE: "Partie responsable",
                Column.CONCERNED: "Autres parties concernées",
                Column.DEADLINES: "Délais",
                Column.STATUS: "État d'avancement",
                Column.TERMS_OF_REFERENCE: "Mandat",
            }
        ),
        "de": MappingProxyType(
            {
                Column.CODE: "Code",
                Column.TITLE: "Maßnahme",
                Column.OBJECTIVES: "Strategische Ziele",
                Column.PRIORITY: "Priorität",
                Column.INDICATORS: "Leistungsindikator",
                Column.OUTCOMES: "Mögliche Ergebnisse",
                Column.RESPONSIBLE: "Zuständige Stelle",
                Column.CONCERNED: "Weitere Beteiligte",
                Column.DEADLINES: "Fristen",
                Column.STATUS: "Stand",
                Column.TERMS_OF_REFERENCE: "Mandat",
            }
        ),
    }
)
"""The heading of a column in each language, where no kind of plan prints another one."""

WORK_PLAN = ColumnSet(
    name="work-plan",
    columns=(
        (Column.CODE, "Code"),
        (Column.TITLE, "Action/Activity"),
        (Column.OBJECTIVES, "Strategic Objective"),
        (Column.PRIORITY, "Priority"),
        (Column.INDICATORS, "Performance Indicator (incl. timescale)"),
        (Column.RESPONSIBLE, "Responsible Party"),
    ),
)
"""The six columns of a work plan, as in 14680/05."""

ACTION_PLAN = ColumnSet(
    name="action-plan",
    columns=(
        (Column.TITLE, "Proposed action"),
        (Column.OBJECTIVES, "Strategic objectives"),
        (Column.INDICATORS, "Performance indicator"),
        (Column.OUTCOMES, "Possible outcome(s)"),
        (Column.CONCERNED, "Other concerned parties"),
    ),
    boxes=((Column.TERMS_OF_REFERENCE, "Terms of reference"),),
)
"""The five columns and the box of the later action plans."""

TIMETABLE = ColumnSet(
    name="timetable",
    columns=(
        (Column.CODE, "No"),
        (Column.TITLE, "Action"),
        (Column.DEADLINES, "Deadlines"),
    ),
)
"""The columns of a timetable annex, as in 9710/1/97."""

COLUMN_SETS: Mapping[str, ColumnSet] = MappingProxyType(
    {columns.name: columns for columns in (WORK_PLAN, ACTION_PLAN, TIMETABLE)}
)
"""The column sets by name, with their English headings."""

# Where a kind of plan prints another heading than the table by language has.
_OWN_HEADINGS: Mapping[tuple[str, str], Mapping[Column, str]] = MappingProxyType(
    {
        ("work-plan", "fr"): {
            Column.TITLE: "Action/Activité",
            Column.OBJECTIVES: "Objectif stratégique",
            Column.INDICATORS: "Indicateur de performance (calendrier compris)",
        },
        ("work-plan", "de"): {
            Column.TITLE: "Maßnahme/Tätigkeit",
            Column.OBJECTIVES: "Strategisches Ziel",
            Column.INDICATORS: "Leistungsindikator (einschl. Zeitplan)",
        },
        ("action-plan", "fr"): {Column.TITLE: "Action proposée"},
        ("action-plan", "de"): {Column.TITLE: "Vorgeschlagene Maßnahme"},
        ("timetable", "fr"): {Column.CODE: "N°"},
        ("timetable", "de"): {Column.CODE: "Nr."},
    }
)


def column_set(name: str, language: str = "en") -> ColumnSet:
    """The columns of a kind of plan with their headings in a language.

    Args:
        name: The kind of plan: "work-plan", "action-plan" or "timetable".
        language: One of `LANGUAGES`.

    Returns:
        The column set; for English the one that `COLUMN_SETS` holds.

    Raises:
        InvalidValueError: The name or the language is not known; the message lists those that are.

    Example:
        >>> [heading for _, heading in column_set("timetable", "fr").columns]
        ['N°', 'Action', 'Délais']
        >>> column_set("timetable") is TIMETABLE
        True
    """
    if name not in COLUMN_SETS:
        known = ", ".join(COLUMN_SETS)
        raise InvalidValueError(f"there are no columns named {name!r}; there are {known}")
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise InvalidValueError(f"there are no headings in {language!r}; there are {known}")
    columns = COLUMN_SETS[name]
    if language == columns.language:
        return columns
    own = _OWN_HEADINGS.get((name, language), {})
    headings = {**HEADINGS[language], **own}
    return ColumnSet(
        name=name,
        columns=tuple((column, headings[column]) for column, _ in columns.columns),
        boxes=tuple((column, headings[column]) for column, _ in columns.boxes),
        language=language,
    )
