"""The words of German that say how an action stands."""

import re
from typing import Final

from customs_coop.formats.status.vocabulary.base import StatusWords, whole_words
from customs_coop.model import Status
from customs_coop.references.base import Pattern

__all__ = ["GERMAN"]

_WORK = (
    r"(?:(?:die|diese|der|dieser|das|dieses)\s{1,4})"
    r"(?:arbeit(?:en)?|maßnahmen?|massnahmen?|tätigkeit(?:en)?|aufgaben?|aktion(?:en)?)"
)
_BE = r"(?:ist|sind|wurden?|wird|werden)"
_NOW = (
    r"(?:(?:nun|jetzt|inzwischen|daher|somit|seitdem|auch|vorläufig|erneut|mittlerweile|bereits)"
    r"\s{1,4})?"
)
_STATED = (
    r"(?=\s{0,4}(?:[.;:)\]!–—(\n]|-\s|\Z)"
    r"|,?\s{1,4}(?:durch|aber|bis|auf|in|im|für|siehe|da|weil|seit|wegen|mangels|infolge|nach|unter"
    r"|aufgrund|vorbehaltlich)\b)"
)
_DOUBTED = (
    r"\s{0,4}[(,;:–—-]?\s{0,2}(?:\?|(?:noch\s{1,4})?zu\s{1,4}(?:bestätigen|entscheiden)\b|tbc\b)"
)
_SOME = (
    r"(?:\s{1,4}(?:in|für)\s{1,4}(?:einige|manche|mehrere|einen\s{1,4}Teil|Teile)"
    r"|,?\s{1,4}(?:wenn|falls|sobald)\b)"
)
_SURE = rf"(?!{_DOUBTED})(?!{_SOME}){_STATED}"
_SEE = r"(?:siehe|vgl|s\.|Dok)"
_DATED = r"(?:[0-9]{3,6}/[0-9]|(?:19|20)[0-9]{2}\b|[0-9]{1,2}[./][0-9])"
_AFTER_DONE = (
    rf"\s{{0,4}}(?:[:.;)]|\Z|[–—-]?\s{{0,2}}{_DATED}|,\s{{0,4}}(?i:{_SEE}|aber|außer)"
    rf"|\(\s{{0,2}}(?:{_DATED}|(?i:{_SEE})|[^()]{{0,120}}\)\s{{0,4}}(?:[.,;:)]|\Z)))"
    r"|\s{1,4}(?:(?i:am)\s{1,4}[0-9]|(?i:im)\s{1,4}(?:[A-Z][a-zä]{2,9}\s{1,4}|Jahre?\s{1,4})(?:19|20)[0-9]{2}\b)"
    rf"|\s{{1,4}}(?i:durch|mit|aber|außer|siehe|vgl)\b"
)
_PARTICIPLE = r"(?:abgeschlossen|erledigt|fertiggestellt|beendet|vollendet)"
_DONE = Pattern(
    r"\b(?:Abgeschlossen|Erledigt|Fertiggestellt|Beendet|ABGESCHLOSSEN|ERLEDIGT|FERTIGGESTELLT"
    rf"|BEENDET)(?!\w)(?!(?i:{_DOUBTED}))(?={_AFTER_DONE})"
)
_DONE_IN_COLUMN = Pattern(
    rf"\A\s{{0,8}}(?P<word>{_PARTICIPLE})(?!\w)(?!{_DOUBTED})(?={_AFTER_DONE})", re.IGNORECASE
)
_WORK_DONE = Pattern(
    rf"\b{_WORK}\s{{1,4}}(?:wurden?|(?:ist|sind)\s{{1,4}}(?:nun|jetzt|inzwischen|mittlerweile|bereits))\s{{1,4}}"
    rf"(?:(?:nun|vollständig|erfolgreich|inzwischen|bereits)\s{{1,4}}){{0,2}}{_PARTICIPLE}(?!\w)(?!{_DOUBTED})(?={_AFTER_DONE})",
    re.IGNORECASE,
)
_IN_PART = Pattern(
    r",?\s{1,4}(?:außer|bis\s{1,4}auf|aber|zum\s{1,4}Teil|teilweise)\b"
    r"|,?\s{0,4}\(\s{0,2}(?:außer|ausgenommen|mit\s{1,4}Ausnahme|bis\s{1,4}auf|aber|zum\s{1,4}Teil|teilweise)\b",
    re.IGNORECASE,
)
_PROVED = Pattern(
    r"\b(?:abgeschlossen|erledigt|fertiggestellt)(?: im Jahre? \d{4})?\s{0,4}:?\s{0,4}\(?\Z"
)
_PARTLY_WORDS = Pattern(
    rf"\b(?:teilweise|zum\s{{1,4}}Teil|teils)\s{{1,4}}(?:{_PARTICIPLE}|umgesetzt|durchgeführt)\b",
    re.IGNORECASE,
)
_A_PART = Pattern(
    r"\b(?:Teil|Phase|Stufe|Schritt)\s{1,4}[0-9A-Z]{1,4}\s{0,4}[:(–—-]?\s{0,4}\Z", re.IGNORECASE
)
_SOME_PART = Pattern(
    r"[0-9]|\b(?:Teil|Phase|Stufe|Schritt|Hälfte|einige|mehrere|erste[rns]?|zweite[rns]?|vorläufige[rns]?"
    r"|Zwischen\w{0,20}|Entwurf)\b",
    re.IGNORECASE,
)
_UNFINISHED = Pattern(
    r"\b(?:noch\s{1,4})?nicht\s{1,4}(?:vollständig\s{1,4})?"
    rf"(?:begonnen|angelaufen|aufgenommen|umgesetzt|{_PARTICIPLE})\b"
    r"|\bnoch\s{1,4}(?:ausstehend|offen|zu\s{1,4}erledigen)\b|\bsteht\s{1,4}noch\s{1,4}aus\b",
    re.IGNORECASE,
)
_DENIED = Pattern(
    r"(?:\b(?:nicht|nie|niemals|kein|keine|wenn|falls|ob|sobald|bevor|nachdem|fast|nahezu|teilweise"
    r"|weitgehend|ohne|nicht\s{1,4}mehr|muss|müssen|soll|sollen|zum\s{1,4}Teil|zu)|%|\bProzent)\s{1,4}"
    r"(?:(?:noch|schon|bereits|vollständig|ganz|derzeit|als)\s{1,4}){0,4}\Z",
    re.IGNORECASE,
)
_PUT_OFF = r"(?:zurückgestellt|verschoben|vertagt|aufgeschoben)"
_DEFERRED = Pattern(
    rf"\b(?:{_WORK}\s{{1,4}}{_BE}\s{{1,4}}{_NOW})?{_PUT_OFF}(?!\w){_SURE}", re.IGNORECASE
)
_NOT_BETWEEN = Pattern(
    r"\b(?:nicht|nie|kein|sollte|sollten|könnte|könnten|würde|würden|falls|wenn|ob)\b",
    re.IGNORECASE,
)
_DEFER = Pattern(
    rf"\A\W{{0,4}}(?:(?:zurückstellen|verschieben|zurückzustellen)|{_PUT_OFF})(?!\w)(?P<doubt>{_DOUBTED})?",
    re.IGNORECASE,
)
_MAYBE = (
    rf"(?:(?:möglicherweise|eventuell|gegebenenfalls|ggf\.)\s{{1,4}}(?:zurückzustellen|zurückstellen|{_PUT_OFF})"
    rf"|(?:kann|können|könnte|könnten)\s{{1,4}}{_PUT_OFF}\s{{1,4}}werden)"
)
_TO_DECIDE = Pattern(
    rf"\b(?:(?:{_MAYBE}|(?:noch\s{{1,4}})?zu\s{{1,4}}entscheiden)(?!\w){_STATED}"
    rf"|(?:{_PUT_OFF}|obsolet|überholt)(?!\w){_DOUBTED})",
    re.IGNORECASE,
)
_UNDECIDED_PRIORITY = Pattern(rf"\b(?:{_MAYBE}|zu\s{{1,4}}entscheiden)(?!\w)", re.IGNORECASE)
_OBSOLETE = Pattern(
    rf"\b(?:{_WORK}\s{{1,4}}(?:ist|sind|wurden?)\s{{1,4}})?{_NOW}"
    r"(?:obsolet|überholt|gegenstandslos|hinfällig|nicht\s{1,4}mehr\s{1,4}(?:erforderlich|notwendig|relevant|nötig))"
    rf"(?!\w)(?:\s{{1,4}}geworden\b)?{_SURE}",
    re.IGNORECASE,
)
_ONGOING = Pattern(
    r"\b(?:laufend|läuft|laufen|im\s{1,4}Gange?|in\s{1,4}(?:Arbeit|Bearbeitung|Vorbereitung|Durchführung)"
    r"|in\s{1,4}der\s{1,4}Umsetzung|angelaufen)(?!\w)"
    rf"(?={_STATED}|,|\s{{1,4}}(?:und|mit|derzeit|noch)\b)",
    re.IGNORECASE,
)
_IS = Pattern(
    r"\b(?:ist|sind|bleibt|bleiben|noch)\s{1,4}(?:(?:derzeit|noch|weiterhin|auch)\s{1,4})?\Z",
    re.IGNORECASE,
)
_PHRASE = Pattern(r"\b(?:über|zu|zur|zum|für|von|vom|aus|ob|falls|der|des|wo|die)\b", re.IGNORECASE)
_ADJECTIVE = Pattern(r"laufend|läuft|laufen", re.IGNORECASE)
_AWAITING = Pattern(
    r"\b(?:warte(?:t|n)\s{1,4}auf|in\s{1,4}Erwartung|abzuwarten|abwarten|anhängig)\b", re.IGNORECASE
)
_AWAITED = Pattern(
    r"\s{1,4}(?:d(?:as|ie|en|er|es)\s{1,4})?(?:Ergebnis(?:se|ses)?|Entscheidung(?:en)?|Abschluss(?:es)?"
    r"|Billigung|Annahme|Zustimmung)\b",
    re.IGNORECASE,
)
_STANDING = Pattern(
    r"\b(?:ständiger|regelmäßiger|fester)\s{1,4}(?:Tagesordnungspunkt|Punkt\s{1,4}der\s{1,4}Tagesordnung)\b"
    r"|\bDaueraufgabe\b",
    re.IGNORECASE,
)
_LATER_DEADLINE = Pattern(r"\b(?:Frist(?:en)?|Termine?)\b", re.IGNORECASE)
_DEADLINE_NEXT = Pattern(r"[\s.;,)]{0,6}(?:Frist(?:en)?|Termine?)\b", re.IGNORECASE)

GERMAN: Final = StatusWords(
    done=_DONE,
    done_in_column=_DONE_IN_COLUMN,
    work_done=_WORK_DONE,
    in_part=_IN_PART,
    proved=_PROVED,
    partly=_PARTLY_WORDS,
    a_part=_A_PART,
    some_part=_SOME_PART,
    unfinished=_UNFINISHED,
    denied=_DENIED,
    deferred=_DEFERRED,
    not_between=_NOT_BETWEEN,
    defer=_DEFER,
    to_decide=_TO_DECIDE,
    undecided_priority=_UNDECIDED_PRIORITY,
    obsolete=_OBSOLETE,
    ongoing=_ONGOING,
    adjective=_ADJECTIVE,
    states=_IS,
    phrase=_PHRASE,
    awaiting=_AWAITING,
    awaited=_AWAITED,
    standing=_STANDING,
    later_deadline=_LATER_DEADLINE,
    deadline_next=_DEADLINE_NEXT,
    whole=whole_words(
        {
            Status.OPEN: (
                "offen|nicht begonnen|noch nicht begonnen|neu|geplant|entfällt|keine angabe|k. a"
                "|noch offen|nicht angelaufen"
            ),
            Status.ONGOING: (
                "laufend|läuft|im gange|im gang|in arbeit|in bearbeitung|begonnen|angelaufen"
                "|in umsetzung|in durchführung"
            ),
            Status.COMPLETED: (
                "abgeschlossen|erledigt|fertiggestellt|beendet|fertig|vollendet|umgesetzt"
                "|vollständig umgesetzt|durchgeführt"
            ),
            Status.STANDING: "ständig|daueraufgabe|fortlaufend",
            Status.AWAITING: "abwarten|anhängig|ausstehend",
            Status.PARTLY_COMPLETED: (
                "teilweise abgeschlossen|zum teil abgeschlossen|teilweise erledigt"
                "|teilweise umgesetzt"
            ),
            Status.DEFERRED: "zurückgestellt|verschoben|vertagt|aufgeschoben",
            Status.TO_DECIDE: "zu entscheiden|noch zu entscheiden",
            Status.OBSOLETE: (
                "obsolet|überholt|gegenstandslos|hinfällig|eingestellt|gestrichen|annulliert"
                "|zurückgezogen|aufgegeben"
            ),
        }
    ),
)
