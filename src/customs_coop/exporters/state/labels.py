"""What a note on the state of play says itself, in each language; words of plans stay as printed.

Nothing here depends on a number, so that no sentence needs two forms: how many there are stands
in the headings.
"""

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from customs_coop.formats.sheet import Language

__all__ = ["SAID", "TITLES", "Label", "Said", "labelled_in"]

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
    DEADLINE = ("Deadline", "Délai", "Frist")
    DIMENSION = ("Broken down by", "Ventilation", "Aufgeschlüsselt nach")
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
    NO_END = ("last day not known", "dernier jour inconnu", "letzter Tag unbekannt")
    NOBODY = ("(nobody is named)", "(non précisée)", "(niemand genannt)")
    NTH_INDICATOR = ("indicator {}", "indicateur {}", "Indikator {}")
    NONE = ("(none)", "(aucun)", "(ohne)")
    NOT_APPLICABLE = ("n/a", "s.o.", "entfällt")
    NOT_REACHED = ("not reached", "non franchie", "nicht erreicht")
    NOT_SAID = ("it is not said for what", "objet non précisé", "wofür, ist nicht gesagt")
    OBJECTIVES = ("Objectives", "Objectifs", "Ziele")
    OF = ("{} of {}", "{} sur {}", "{} von {}")
    OLD_WORDING = ("Old wording", "Ancien libellé", "Früherer Wortlaut")
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
    TARGET_NOT_MET = ("{}, not met", "{}, non atteinte", "{}, nicht erreicht")
    TARGET_OF_PERIOD = (
        "target of the period {}",
        "cible de la période {}",
        "Ziel des Zeitraums {}",
    )
    TAKEN = ("taken as: {}", "compris comme\u00a0: {}", "verstanden als: {}")
    TARGET = ("Target", "Valeur cible", "Zielwert")
    TO = ("To", "À", "An")
    TOTAL = ("All", "Total", "Alle")
    UNDATED = ("(day not known)", "(date inconnue)", "(Tag unbekannt)")
    UNIT = ("What is counted", "Unité", "Einheit")
    VALUE = ("Value", "Valeur", "Wert")
    VALUES = ("Values by period and party", "Valeurs par période et partie", "Werte nach Zeitraum")
    STATUS = ("Status", "État", "Stand")
    WAITS_FOR = ("Waits for", "En attente de", "Wartet auf")
    WHAT = ("What is to be done", "Ce qui est à faire", "Was zu tun ist")
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


class Said(enum.Enum):
    """The numbered sentences."""

    COUNTS = (
        "Of {whole} deadlines and undated items: {counts}.",
        "Sur {whole} délais et points sans délai\u00a0: {counts}.",
        "Von {whole} Fristen und Punkten ohne Frist: {counts}.",
    )
    NOTHING = (
        "The plans that were reviewed hold nothing to be done.",
        "Les plans examinés ne contiennent rien à faire.",
        "Die geprüften Pläne enthalten nichts, was zu tun ist.",
    )
    DENOMINATORS = (
        (
            "Waiting, of what is still to be done: {waiting}. Nothing known, of all: {silent}."
            " Measured, of what was to be measured by then: {measured}. Reports received, of those"
            " that were due: {reported}."
        ),
        (
            "En attente, de ce qui reste à faire\u00a0: {waiting}. Rien de connu, de"
            " l'ensemble\u00a0: {silent}. Mesurés, de ce qui devait l'être à cette date\u00a0:"
            " {measured}. Rapports reçus, de ceux qui étaient attendus\u00a0: {reported}."
        ),
        (
            "Wartend, von allem, was noch zu tun ist: {waiting}. Nichts bekannt, von allem:"
            " {silent}. Gemessen, von dem, was bis dahin zu messen war: {measured}. Eingegangene"
            " Berichte, von den fälligen: {reported}."
        ),
    )
    OVERDUE = (
        "The last day has passed, and nothing tells that the work is done.",
        "Le dernier jour est passé et rien n'indique que le travail est achevé.",
        "Der letzte Tag ist vorbei, und nichts besagt, dass die Arbeit erledigt ist.",
    )
    POSSIBLY_OVERDUE = (
        (
            "The words do not tell the last day, or rounds have passed without a report; by one"
            " reading the day has passed."
        ),
        (
            "Le libellé ne fixe pas le dernier jour, ou des échéances sont passées sans"
            " rapport\u00a0; selon une lecture, le jour est passé."
        ),
        (
            "Der Wortlaut nennt den letzten Tag nicht, oder Termine verstrichen ohne Bericht; nach"
            " einer Lesart ist der Tag vorbei."
        ),
    )
    DUE = (
        "The last day lies between {on} and {end}.",
        "Le dernier jour se situe entre le {on} et le {end}.",
        "Der letzte Tag liegt zwischen dem {on} und dem {end}.",
    )
    WAITING = (
        "Work waits for what is not there yet, also where it is due or overdue.",
        (
            "Les travaux attendent ce qui fait encore défaut, y compris s'ils sont à échéance ou en"
            " retard."
        ),
        "Die Arbeit wartet auf etwas, das noch fehlt, auch wo sie fällig oder überfällig ist.",
    )
    REPORTS = (
        "The last day of these reports has passed. Each is named with the party that owes it.",
        "Le dernier jour de ces rapports est passé. Chacun figure avec la partie qui le doit.",
        "Der letzte Tag dieser Berichte ist vorbei. Bei jedem steht, wer ihn schuldet.",
    )
    REPORTS_MAYBE = (
        "The last day of these reports is not certain, and by one reading it has passed.",
        "Le dernier jour de ces rapports est incertain et, selon une lecture, il est passé.",
        "Der letzte Tag dieser Berichte steht nicht fest; nach einer Lesart ist er vorbei.",
    )
    DUTIES_UNDONE = (
        "What was to be done by a day that has passed, without a report being asked for.",
        "Ce qui était à faire pour un jour qui est passé, sans qu'un rapport soit demandé.",
        "Was bis zu einem Tag zu tun war, der vorbei ist, ohne dass ein Bericht verlangt wird.",
    )
    REPORTS_DUE = (
        "The last day of these reports lies between {on} and {end}.",
        "Le dernier jour de ces rapports se situe entre le {on} et le {end}.",
        "Der letzte Tag dieser Berichte liegt zwischen dem {on} und dem {end}.",
    )
    MATRIX = (
        "Each cell tells what an administration has said of an item: {states}.",
        "Chaque cellule indique ce qu'une administration a dit d'un point\u00a0: {states}.",
        "Jede Zelle besagt, was eine Verwaltung zu einem Punkt gesagt hat: {states}.",
    )
    NAMES = (
        "The administrations are: {}.",
        "Les administrations sont\u00a0: {}.",
        "Die Verwaltungen sind: {}.",
    )
    SILENT_PARTIES = (
        "No report on any item came from: {}.",
        "Aucun rapport, sur aucun point, n'est parvenu de\u00a0: {}.",
        "Zu keinem Punkt kam ein Bericht von: {}.",
    )
    CONFLICTS = (
        "These reports contradict each other, and none was chosen: {}.",
        "Ces rapports se contredisent et aucun n'a été retenu\u00a0: {}.",
        "Diese Berichte widersprechen einander, und keiner wurde ausgewählt: {}.",
    )
    NO_MATRIX = (
        "No items are reported on by several administrations.",
        "Aucun point ne fait l'objet de rapports de plusieurs administrations.",
        "Zu keinem Punkt berichten mehrere Verwaltungen.",
    )
    PROGRESS = (
        (
            "An item of several parties or objectives is counted under each. Shares name what they"
            " are counted against; where there is nothing to count, it says {none}."
        ),
        (
            "Un point de plusieurs parties ou objectifs est compté pour chacun. Les proportions"
            " indiquent leur base\u00a0; sans base, la mention est {none}."
        ),
        (
            "Ein Punkt mehrerer Beteiligter oder Ziele zählt bei jedem. Bei Anteilen steht, woran"
            " sie gemessen sind; wo nichts zu zählen ist, steht {none}."
        ),
    )
    UNMEASURED = (
        "No value was measured for a period that is over: {}.",
        "Aucune valeur n'a été mesurée pour une période écoulée\u00a0: {}.",
        "Für einen abgelaufenen Zeitraum wurde kein Wert gemessen: {}.",
    )
    INDICATORS = (
        "The value is that of the last period that was measured.",
        "La valeur est celle de la dernière période mesurée.",
        "Der Wert ist der des letzten gemessenen Zeitraums.",
    )
    DELIVERABLES = (
        "A stage counts as reached where a report or a document shows it.",
        "Une étape est franchie lorsqu'un rapport ou un document l'atteste.",
        "Eine Stufe gilt als erreicht, wo ein Bericht oder ein Dokument es zeigt.",
    )
    DEADLINES = (
        "These deadlines were changed up to {on}.",
        "Ces délais ont été modifiés jusqu'au {on}.",
        "Diese Fristen wurden bis zum {on} geändert.",
    )
    SILENT = (
        "No status is printed and no report was sent: {}.",
        "Aucun état n'est imprimé et aucun rapport n'a été remis\u00a0: {}.",
        "Kein Stand ist gedruckt, und kein Bericht ging ein: {}.",
    )
    DOUBTS = (
        "The review could not decide the following; its words are in English.",
        "L'examen n'a pas pu trancher les points suivants\u00a0; ils sont en anglais.",
        "Das Folgende konnte die Prüfung nicht entscheiden; der Wortlaut ist englisch.",
    )


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
