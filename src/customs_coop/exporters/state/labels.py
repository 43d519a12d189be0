"""Labels and headings of a note on the state of play, in each language.

Nothing here depends on a number, so that no label needs two forms.
"""

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from customs_coop.formats.sheet import Language

__all__ = ["SAID", "TITLES", "Label", "labelled_in"]

_PLACES: Final[Mapping[str, int]] = MappingProxyType({"en": 0, "fr": 1, "de": 2})


class Label(enum.Enum):
    """Headings of columns, labels and short words: English, French, German."""

    ABOUT = ("About", "Objet", "Betrifft")
    ACTION = ("Action", "Action", "Maßnahme")
    ADMINISTRATION = ("Administration", "Administration", "Verwaltung")
    AGREEMENT = ("agreement of {}", "accord de {}", "Zustimmung von {}")
    BASELINE = ("Baseline", "Valeur initiale", "Ausgangswert")
    BETWEEN = ("from {} to {}", "du {} au {}", "vom {} bis {}")
    BY = ("by {}", "au plus tard le {}", "spätestens am {}")
    BY_OBJECTIVE = (
        "By strategic objective",
        "Par objectif stratégique",
        "Nach strategischen Zielen",
    )
    BY_PARTY = ("By party", "Par partie", "Nach Beteiligten")
    BY_PLAN = ("By plan", "Par plan", "Nach Plänen")
    BY_WORK_AREA = ("By work area", "Par domaine d'action", "Nach Arbeitsbereichen")
    DAY = ("Day", "Date", "Tag")
    DAY_SET = ("day set", "date fixée", "Tag festgesetzt")
    DAY_TAKEN_BACK = ("day taken back", "date retirée", "Tag zurückgenommen")
    DEADLINE = ("Deadline", "Délai", "Frist")
    DIMENSION = ("Broken down by", "Ventilation", "Aufgeschlüsselt nach")
    DISPUTED = ("disputed", "contesté", "strittig")
    DOCUMENT = ("Document", "Document", "Dokument")
    DOCUMENTS = ("Documents", "Documents", "Dokumente")
    DUE = ("Due", "Échéance", "Fällig")
    DUE_FROM = ("Due from", "Échéance à partir du", "Fällig ab")
    DUE_SINCE = ("was due {}", "était attendu {}", "war fällig {}")
    DUTIES_UNDONE = (
        "Duties on which nothing came",
        "Obligations restées sans suite connue",
        "Pflichten, zu denen nichts kam",
    )
    EVENT = ("Event", "Événement", "Ereignis")
    FINDING = ("What is in doubt", "Ce qui est incertain", "Was zweifelhaft ist")
    FIRST_MISSED = (
        "first round without a report: {}",
        "première échéance sans rapport\u00a0: {}",
        "erster Termin ohne Bericht: {}",
    )
    FROM_DAY = ("from {}", "à partir du {}", "ab {}")
    HORIZON = ("Counted as due", "Compté comme à échéance", "Als fällig gilt")
    HORIZON_DAY = (
        "what falls due by {}",
        "ce qui vient à échéance au plus tard le {}",
        "was spätestens am {} fällig wird",
    )
    IN_WORDS = ("In words", "Texte", "Wortlaut")
    INDICATOR = ("Indicator {}", "Indicateur {}", "Indikator {}")
    IS_DUE = ("due {}", "attendu {}", "fällig {}")
    ITEM = ("Item", "Point", "Punkt")
    KEY = ("Key", "Légende", "Legende")
    IS_LATE = ("Late", "En retard", "Verspätet")
    IS_MISSING = ("Missing", "Manquant", "Ausgeblieben")
    LATE = ("late", "en retard", "verspätet")
    MAY_BE_DUE = (
        "may have been due {}",
        "peut avoir été attendu {}",
        "kann fällig gewesen sein {}",
    )
    MAY_BE_LATE = ("May be late", "Peut-être en retard", "Möglicherweise verspätet")
    MAYBE = ("possibly", "peut-être", "möglicherweise")
    MEASURED = ("Measured", "Mesurés", "Gemessen")
    MET = ("Target met", "Objectif atteint", "Ziel erreicht")
    MOVED = ("Moved by", "Décalage", "Verschoben um")
    MOVED_DAYS = ("{} days", "{} jours", "{} Tage")
    NAME = ("Name", "Intitulé", "Bezeichnung")
    NEW_WORDING = ("New wording", "Nouveau libellé", "Neuer Wortlaut")
    NEXT_ROUND = ("next round: {}", "prochaine échéance\u00a0: {}", "nächster Termin: {}")
    NEXT_STEP = ("next", "prochaine étape", "nächster Schritt")
    NO = ("no", "non", "nein")
    NO_DAY = ("no day known", "date inconnue", "kein Tag bekannt")
    NO_REPORTS_FROM = ("No report at all from", "Aucun rapport de", "Gar kein Bericht von")
    NO_END = ("last day not known", "dernier jour inconnu", "letzter Tag unbekannt")
    NOBODY = ("(nobody is named)", "(non précisée)", "(niemand genannt)")
    NTH_INDICATOR = ("indicator {}", "indicateur {}", "Indikator {}")
    NONE = ("(none)", "(aucun)", "(ohne)")
    NOT_APPLICABLE = ("n/a", "s.o.", "entfällt")
    NOT_DECIDED = ("not decided", "indéterminé", "nicht entschieden")
    NOT_REACHED = ("not reached", "non franchie", "nicht erreicht")
    NOT_SAID = ("it is not said for what", "objet non précisé", "wofür, ist nicht gesagt")
    OBJECTIVES = ("Objectives", "Objectifs", "Ziele")
    OF = ("{} of {}", "{} sur {}", "{} von {}")
    OLD_WORDING = ("Old wording", "Ancien libellé", "Früherer Wortlaut")
    ON_DAY = ("on {}", "le {}", "am {}")
    OPEN_REPORTS = ("Reports that are due", "Rapports à remettre", "Fällige Berichte")
    PARTY = ("Party", "Partie", "Beteiligter")
    PERIOD = ("Period", "Période", "Zeitraum")
    PLAN = ("Plan", "Plan", "Plan")
    POSSIBLY_OVERDUE = ("Possibly overdue", "Peut-être en retard", "Möglicherweise überfällig")
    REACHED = ("reached", "franchie", "erreicht")
    REACHED_SHARE = ("Reached", "Réalisé", "Erreicht")
    REASON = ("Reason", "Motif", "Grund")
    REPORT = ("Report", "Rapport", "Bericht")
    REPORTED = ("Reported", "Rapports", "Berichtet")
    REPORTED_ON = ("Reported on", "Communiqué le", "Gemeldet am")
    REPORTED_BY = ("{} of {} reported", "{} sur {} ont communiqué", "{} von {} haben berichtet")
    REPORTED_SOME = ("reported: {}", "ont communiqué\u00a0: {}", "berichtet haben: {}")
    REPORTS_MAYBE = (
        "Reports that may be late",
        "Rapports peut-être en retard",
        "Möglicherweise verspätete Berichte",
    )
    RESPONSIBLE = ("Responsible", "Responsable", "Zuständig")
    ROUNDS = ("{} rounds without a report", "{} échéances sans rapport", "{} Termine ohne Bericht")
    ROUNDS_COUNT = ("{} rounds", "{} échéances", "{} Termine")
    SILENT = ("Nothing known", "Rien de connu", "Nichts bekannt")
    SHEET_MATRIX = ("Matrix", "Tableau", "Übersicht")
    SHEET_MISSING = ("Missing", "Manquants", "Ausgeblieben")
    SHEET_REPORTED = ("Cells", "Cellules", "Zellen")
    STATE = ("State of play", "État des travaux", "Sachstand")
    SUMMED = ("sum of several values", "somme de plusieurs valeurs", "Summe mehrerer Werte")
    TARGET_AT_END = (
        "target at the end {}",
        "cible finale {}",
        "Ziel am Ende {}",
    )
    TARGET_MET = ("{}, met", "{}, atteinte", "{}, erreicht")
    TARGET_NOT_DECIDED = ("{}, not decided", "{}, indéterminée", "{}, nicht entschieden")
    TARGET_NOT_MET = ("{}, not met", "{}, non atteinte", "{}, nicht erreicht")
    TARGET_OF_PERIOD = (
        "target of the period {}",
        "cible de la période {}",
        "Ziel des Zeitraums {}",
    )
    TAKEN = ("taken as: {}", "compris comme\u00a0: {}", "verstanden als: {}")
    TARGET = ("Target", "Valeur cible", "Zielwert")
    TO = ("To", "À", "An")
    TO_COME = ("Still to come", "Encore à venir", "Noch ausstehend")
    TO_MEASURE = ("Still to be measured", "Encore à mesurer", "Noch zu messen")
    TOTAL = ("All", "Total", "Alle")
    UNDATED = ("(day not known)", "(date inconnue)", "(Tag unbekannt)")
    UNIT = ("What is counted", "Unité", "Einheit")
    VALUE = ("Value", "Valeur", "Wert")
    VALUE_BETWEEN = ("{} to {}", "de {} à {}", "{} bis {}")
    VALUES = ("Values by period and party", "Valeurs par période et partie", "Werte nach Zeitraum")
    STATUS = ("Status", "État", "Stand")
    WAITS_FOR = ("Waits for", "En attente de", "Wartet auf")
    WHAT = ("What is to be done", "Ce qui est à faire", "Was zu tun ist")
    WHAT_WAS_SAID = ("What was said", "Ce qui a été communiqué", "Was gesagt wurde")
    WORDS_REPORTED = (
        "What the administrations reported",
        "Ce que les administrations ont communiqué",
        "Was die Verwaltungen berichtet haben",
    )
    YES = ("yes", "oui", "ja")
    YES_OF_PERIOD = (
        "{} (target of the period)",
        "{} (cible de la période)",
        "{} (Ziel des Zeitraums)",
    )
    # Between a label and what stands behind it.
    COLON = (":", "\u00a0:", ":")
    # Around words as printed.
    QUOTED = ("“{}”", "«\u00a0{}\u00a0»", "„{}“")


TITLES: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "title": ("State of play on {}", "État des travaux au {}", "Sachstand am {}"),
        "matrix-title": (
            "Reports by administration on {}",
            "Rapports par administration au {}",
            "Berichte der Verwaltungen am {}",
        ),
        "overview": ("Overview", "Vue d'ensemble", "Überblick"),
        "contradictions": ("Contradictions", "Contradictions", "Widersprüche"),
        "overdue": ("Overdue", "En retard", "Überfällig"),
        "due": ("Due", "À échéance", "Fällig"),
        "waiting": ("Waiting", "En attente", "Wartend"),
        "reports": ("Reports that did not come", "Rapports non reçus", "Ausgebliebene Berichte"),
        "matrix": ("Reports by administration", "Rapports par administration", "Länderübersicht"),
        "progress": ("Progress", "Avancement", "Fortschritt"),
        "indicators": (
            "Indicators against target",
            "Indicateurs au regard des cibles",
            "Indikatoren und Zielwerte",
        ),
        "deliverables": (
            "Deliverables, stage by stage",
            "Résultats attendus, étape par étape",
            "Ergebnisse nach Stufen",
        ),
        "deadlines": ("Deadlines changed", "Délais modifiés", "Geänderte Fristen"),
        "silent": ("Nothing known", "Rien de connu", "Nichts bekannt"),
        "doubts": ("In doubt", "Points incertains", "Zweifelhaftes"),
    }
)
"""The titles of a note and of its sections."""


SAID: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        # Standings; what is closed has the word of its status.
        "completed": ("completed", "achevé", "abgeschlossen"),
        "obsolete": ("obsolete", "sans objet", "gegenstandslos"),
        "deferred": ("deferred", "reporté", "zurückgestellt"),
        "overdue": ("overdue", "en retard", "überfällig"),
        "possibly overdue": (
            "possibly overdue",
            "peut-être en retard",
            "möglicherweise überfällig",
        ),
        "due": ("due", "à échéance", "fällig"),
        "waiting": ("waiting", "en attente", "wartend"),
        "ongoing": ("ongoing", "en cours", "laufend"),
        "open": ("open", "à faire", "offen"),
        # Cells of the matrix.
        "no report": ("no report", "pas de rapport", "kein Bericht"),
        "reported": ("reported", "communiqué", "berichtet"),
        "implemented": ("implemented", "mis en œuvre", "umgesetzt"),
        "not applicable": ("not applicable", "sans objet", "nicht zutreffend"),
        "contradictory": ("contradictory", "contradictoire", "widersprüchlich"),
        # Stages of deliverables.
        "drafted": ("Drafted", "Rédaction", "Entwurf"),
        "presented": ("Presented", "Présentation", "Vorlage"),
        "approved": ("Approved", "Approbation", "Billigung"),
        "adopted": ("Adopted", "Adoption", "Annahme"),
        "published": ("Published", "Publication", "Veröffentlichung"),
    }
)
"""Words for standings, cells and stages, by their English names."""


def labelled_in(words: tuple[str, str, str], language: Language) -> str:
    """The words of one language.

    Example:
        >>> labelled_in(Label.DUE.value, "de")
        'Fällig'
    """
    return words[_PLACES[language]]
