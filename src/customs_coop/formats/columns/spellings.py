"""Further headings under which readers find a column, by language.

They are written in small letters; case, accents, brackets and the plural in "s" are folded, so
only plurals of another form stand here by themselves.
"""

from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.formats.columns.base import Column

__all__ = ["OTHER_HEADINGS"]

_ENGLISH: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.CODE: (
            "no",
            "number",
            "action code",
            "action no",
            "action number",
            "ref",
            "reference",
        ),
        Column.TITLE: (
            *("action", "activity", "action/activity", "proposed action", "measure", "task"),
            *("action point", "description of the action", "description of action"),
            *("action description", "title of the action", "title of action", "action title"),
            *("planned action", "description of the activity", "activity description"),
        ),
        Column.OBJECTIVES: ("objective", "strategic objective"),
        Column.PRIORITY: ("priority level",),
        Column.INDICATORS: (
            "indicator",
            "performance indicator",
            "performance indicator and timescale",
            *("key performance indicator", "deliverable", "output", "expected deliverable"),
            *("expected output",),
        ),
        Column.OUTCOMES: ("outcome", "possible outcome", "expected outcome"),
        Column.RESPONSIBLE: (
            *("responsible party", "responsible", "lead", "lead party", "leader"),
            *("action leader", "lead member state", "leading member state", "lead country"),
            *("driver", "co-driver", "driver/co-driver", "driver and co-driver", "owner"),
            *("action owner", "competent body", "competent authority", "competent party"),
            *("who is responsible", "by whom", "party responsible", "responsible member state"),
            *("responsible ms", "responsible body", "responsible service", "responsible authority"),
            *("responsible entity", "responsible actor", "responsible unit", "body responsible"),
            *("service responsible", "authority responsible", "lead ms", "lead body"),
            *("lead authority", "lead actor", "leading ms", "responsibility"),
        ),
        Column.CONCERNED: (
            *("other concerned party", "other interested party", "concerned party"),
            *("participant", "other participant", "participating member state", "involved party"),
            *("party involved", "other party involved", "other involved party", "other actor"),
            *("actor involved", "involved actor", "participating ms", "body involved"),
        ),
        Column.DEADLINES: (
            *("deadline", "timescale", "timetable", "target date", "timeline", "time line"),
            *("time frame", "timeframe", "timing", "due date", "planned deadline"),
            *("target completion date", "planned completion date", "expected completion date"),
            *("planned completion", "target deadline", "deadline for completion"),
            *("deadline for implementation", "implementation deadline", "planned date"),
        ),
        Column.STATUS: ("status", "state of play", "progress"),
        Column.TERMS_OF_REFERENCE: ("terms of reference",),
    }
)
_FRENCH: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.CODE: (
            *("n°", "numéro", "numéro d'ordre", "n° d'ordre", "code de l'action", "code action"),
            *("n° de l'action", "action n°", "numéro de l'action", "réf", "référence"),
        ),
        Column.TITLE: (
            *("activité", "action/activité", "action ou activité", "action et activité"),
            *("action proposée", "action envisagée", "action prévue", "action à mener"),
            *("action à entreprendre", "mesure", "mesure proposée", "mesure prévue"),
            *("intitulé de l'action", "description de l'action", "tâche", "action/mesure"),
            *("titre de l'action", "libellé de l'action", "point d'action", "activité prévue"),
        ),
        Column.OBJECTIVES: (
            *("objectif", "objectif stratégique", "objectif poursuivi", "objectif visé"),
        ),
        Column.PRIORITY: ("niveau de priorité", "degré de priorité", "ordre de priorité"),
        Column.INDICATORS: (
            *("indicateur", "indicateur de résultat", "indicateur de réalisation"),
            *("indicateur de réussite", "indicateur de performance et calendrier"),
            *("indicateur de performance et délai", "indicateur et calendrier"),
            *("indicateur de performance calendrier compris", "indicateur et échéance"),
            *("indicateur de performance y compris le calendrier", "indicateur clé"),
            *("indicateur de performance et échéance", "indicateur clé de performance"),
        ),
        Column.OUTCOMES: (
            *("résultat", "résultat possible", "résultat attendu", "résultat escompté"),
            *("résultat éventuel", "résultat envisagé", "résultat visé"),
        ),
        Column.RESPONSIBLE: (
            *("responsable", "responsabilité", "chef de file", "pilote", "partie compétente"),
            *("organe responsable", "organisme responsable", "instance responsable"),
            *("service responsable", "acteur responsable", "autorité responsable"),
            *("responsable de l'action", "responsable de la mise en œuvre", "état membre pilote"),
            *("organe compétent", "organisme compétent", "instance compétente", "par qui"),
            *("autorité compétente", "service compétent", "qui est responsable"),
            *("état membre responsable", "em responsable", "em pilote", "em chef de file"),
            *("état membre chef de file", "entité responsable", "porteur de l'action"),
        ),
        Column.CONCERNED: (
            *("autre partie concernée", "autre partie intéressée", "partie concernée"),
            *("partie intéressée", "autre partie impliquée", "autre acteur concerné"),
            *("autre participant", "autre intervenant", "acteur concerné", "partie impliquée"),
            *("acteur impliqué", "partie associée", "partie participante", "autre acteur"),
        ),
        Column.DEADLINES: (
            *("échéance", "délai", "date limite", "calendrier", "échéancier", "date cible"),
            *("date butoir", "date prévue", "date d'échéance", "délai de réalisation"),
            *("délai d'exécution", "délai de mise en œuvre", "calendrier prévu", "délai fixé"),
            *("délai prévu", "échéance prévue", "date d'achèvement", "date d'achèvement prévue"),
            *("date prévue d'achèvement",),
        ),
        Column.STATUS: (
            *("état", "avancement", "état des travaux", "état de la situation", "statut"),
            *("état de réalisation", "état de mise en œuvre", "degré d'avancement"),
            *("progrès", "progrès accomplis", "progrès réalisés", "état d'avancement des travaux"),
        ),
        Column.TERMS_OF_REFERENCE: ("termes de référence", "cahier des charges", "mandats"),
    }
)
_GERMAN: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.CODE: (
            *("nr", "nummer", "lfd nr", "laufende nummer", "kennziffer", "kennnummer", "ziffer"),
            *("code der maßnahme", "nr der maßnahme", "maßnahme nr", "aktion nr", "ref"),
            *("nummer der maßnahme", "maßnahmennummer"),
        ),
        Column.TITLE: (
            *("maßnahmen", "aktion", "aktionen", "tätigkeit", "tätigkeiten", "aktivität"),
            *("aktivitäten", "maßnahme/tätigkeit", "maßnahmen/tätigkeiten", "aktion/tätigkeit"),
            *("aktionen/tätigkeiten", "maßnahme/aktivität", "maßnahmen/aktivitäten"),
            *("aktion/aktivität", "aktion/maßnahme", "vorgeschlagene maßnahmen"),
            *("vorgeschlagene aktion", "vorgeschlagene aktionen", "geplante maßnahme"),
            *("geplante maßnahmen", "titel der maßnahme", "bezeichnung der maßnahme"),
            *("aufgabe", "aufgaben", "beschreibung der maßnahme", "handlungspunkt"),
        ),
        Column.OBJECTIVES: (
            *("ziel", "ziele", "strategisches ziel", "zielsetzung", "zielsetzungen"),
            *("strategische zielsetzung", "strategische zielsetzungen"),
        ),
        Column.PRIORITY: ("prioritäten", "prioritätsstufe", "vorrang", "dringlichkeit"),
        Column.INDICATORS: (
            *("indikator", "indikatoren", "leistungsindikatoren", "erfolgsindikator"),
            *("erfolgsindikatoren", "ergebnisindikator", "ergebnisindikatoren"),
            *("leistungsindikator einschl zeitplan", "leistungsindikator und zeitplan"),
            *("leistungsindikatoren und zeitplan", "leistungsindikator und frist"),
        ),
        Column.OUTCOMES: (
            *("ergebnis", "ergebnisse", "mögliches ergebnis", "mögliche ergebnis"),
            *("erwartetes ergebnis", "erwartete ergebnisse", "angestrebtes ergebnis"),
            *("angestrebte ergebnisse", "etwaiges ergebnis", "etwaige ergebnisse"),
        ),
        Column.RESPONSIBLE: (
            *("zuständig", "zuständige stellen", "zuständigkeit", "zuständigkeiten"),
            *("zuständige partei", "verantwortlich", "verantwortliche stelle", "federführung"),
            *("verantwortliche stellen", "verantwortliche", "verantwortlicher", "federführend"),
            *(
                "verantwortung",
                "federführende stelle",
                "zuständige behörde",
                "zuständige einrichtung",
            ),
            *("wer ist zuständig", "wer ist verantwortlich", "zuständiger mitgliedstaat"),
            *("federführender mitgliedstaat", "verantwortlicher mitgliedstaat", "durch wen"),
            *("zuständige dienststelle", "verantwortliche dienststelle", "verantwortliche partei"),
            *("zuständige behörden", "zuständiges gremium"),
        ),
        Column.CONCERNED: (
            *("sonstige beteiligte", "andere beteiligte", "beteiligte", "weitere betroffene"),
            *("weitere beteiligte stellen", "sonstige beteiligte stellen", "beteiligte stellen"),
            *("sonstige betroffene", "andere betroffene parteien", "weitere betroffene stellen"),
            *("andere interessierte parteien", "sonstige betroffene stellen", "beteiligte akteure"),
            *("beteiligte parteien", "weitere akteure", "beteiligte mitgliedstaaten"),
        ),
        Column.DEADLINES: (
            *("frist", "termin", "termine", "zeitplan", "zeitrahmen", "zieldatum", "fälligkeit"),
            *("zieltermin", "umsetzungsfrist", "endtermin", "geplanter termin", "geplante frist"),
            *("geplanter abschluss", "abschlussdatum", "voraussichtlicher abschluss"),
        ),
        Column.STATUS: (
            *("sachstand", "stand der arbeiten", "stand der umsetzung", "umsetzungsstand"),
            *("stand der durchführung", "durchführungsstand", "fortschritt", "fortschritte"),
            *("bearbeitungsstand", "erzielte fortschritte"),
        ),
        Column.TERMS_OF_REFERENCE: (
            *("mandat/aufgabenstellung", "aufgabenstellung", "aufgabenbeschreibung"),
            *("leistungsbeschreibung", "auftrag"),
        ),
    }
)

OTHER_HEADINGS: Mapping[str, Mapping[Column, tuple[str, ...]]] = MappingProxyType(
    {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN}
)
"""Further headings under which readers find a column, by language; number is folded."""
