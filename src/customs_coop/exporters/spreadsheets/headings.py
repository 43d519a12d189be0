"""The words on the sheets of a workbook, in each language of headings."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.formats.columns import HEADINGS, Column
from customs_coop.formats.sheet import SHEET_WORDS, Language

__all__ = ["Fact", "Tab", "continued_words", "fact_heading", "tab_name"]


class Tab(enum.Enum):
    """The sheets."""

    ACTIONS = ("Actions", "Actions", "Maßnahmen")
    INDICATORS = ("Indicators", "Indicateurs", "Indikatoren")
    WORK_AREAS = ("Work areas", "Domaines d'action", "Arbeitsbereiche")
    PARTIES = ("Parties", "Parties", "Beteiligte")
    PLAN = ("Plan", "Plan", "Plan")
    LONG_TEXTS = ("Long texts", "Textes longs", "Lange Texte")


class Fact(enum.Enum):
    """What no column of a Council table is named after; a bare word is that of our tables."""

    ACTION_CODE = ("Code of the action", "Code de l'action", "Code der Maßnahme")
    ACTIONS = ("Actions", "Actions", "Maßnahmen")
    BASELINE = ("Baseline", "Valeur initiale", "Ausgangswert")
    CELL = ("Cell", "Cellule", "Zelle")
    DATE = "date"
    DOCUMENT = ("Document", "Document", "Dokument")
    EVIDENCE = ("Evidence", "Documents à l'appui", "Nachweise")
    FACT = ("Fact", "Donnée", "Angabe")
    FIRST_DAY = ("First day", "Premier jour", "Erster Tag")
    FROM = "sender"
    FUNDING = ("Funding", "Financement", "Finanzierung")
    LAST_DAY = ("Last day", "Dernier jour", "Letzter Tag")
    LATEST_DAY = ("Latest day", "Au plus tard le", "Spätestens am")
    MARKING = ("Marking", "Marquage", "Kennzeichnung")
    NAME = ("Name", "Nom", "Name")
    NOTE = "note"
    NOTES = ("Notes", "Notes", "Anmerkungen")
    NUMBER = ("No", "N°", "Nr.")
    OBJECTIVE = ("Strategic objective", "Objectif stratégique", "Strategisches Ziel")
    OPEN = ("Of these open", "Dont ouvertes", "Davon offen")
    OTHER_PARTIES = ("Further parties", "Parties supplémentaires", "Sonstige Beteiligte")
    PART = ("Part", "Partie", "Teil")
    PARTY = ("Party", "Partie", "Beteiligter")
    PLAN = "plan"
    PREVIOUS_CODES = ("Other codes", "Autres codes", "Weitere Codes")
    PREVIOUS_DOCUMENTS = "previous"
    REFERENCES = ("References", "Références", "Fundstellen")
    ROLE = ("Role", "Rôle", "Rolle")
    STATUS_WORDS = ("Status in words", "État d'avancement en clair", "Stand in Worten")
    STRATEGY = "strategy"
    SUBJECT = "subject"
    TARGET = ("Target", "Valeur cible", "Zielwert")
    TEXT = ("Text", "Texte", "Text")
    TITLE = ("Title", "Titre", "Titel")
    TO = "addressee"
    TO_CONFIRM = ("To be confirmed", "À confirmer", "Zu bestätigen")
    UNIT = ("Unit", "Unité", "Einheit")
    VALUE = ("Value", "Valeur", "Wert")
    WORDS = ("Words as printed", "Texte imprimé", "Gedruckte Worte")
    WORK_AREA = "area"
    WORK_AREA_TITLE = (
        "Title of the work area",
        "Titre du domaine d'action",
        "Titel des Arbeitsbereichs",
    )


_PLACES: Mapping[str, int] = MappingProxyType({"en": 0, "fr": 1, "de": 2})
_CONTINUED = (
    "[continues on the sheet {sheet}, row {{row}}]",
    "[suite sur la feuille {sheet}, ligne {{row}}]",
    "[weiter auf dem Blatt {sheet}, Zeile {{row}}]",
)


def tab_name(tab: Tab, language: Language) -> str:
    """The name of a sheet.

    Example:
        >>> tab_name(Tab.INDICATORS, "fr")
        'Indicateurs'
    """
    return tab.value[_PLACES[language]]


def fact_heading(fact: Fact | Column, language: Language) -> str:
    """The heading of a column.

    Example:
        >>> fact_heading(Fact.LATEST_DAY, "en"), fact_heading(Column.PRIORITY, "de")
        ('Latest day', 'Priorität')
    """
    if isinstance(fact, Column):
        return HEADINGS[language][fact]
    if isinstance(fact.value, str):
        words: str = getattr(SHEET_WORDS[language], fact.value)
        return words
    heading: str = fact.value[_PLACES[language]]
    return heading


def continued_words(language: Language) -> str:
    """What stands at the end of a cell that goes on elsewhere, with `{row}` for the place.

    Example:
        >>> continued_words("en")
        '[continues on the sheet Long texts, row {row}]'
    """
    return _CONTINUED[_PLACES[language]].format(sheet=tab_name(Tab.LONG_TEXTS, language))
