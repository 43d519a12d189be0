"""The words of French that say how an action stands."""

import re
from typing import Final

from customs_coop.formats.status.vocabulary.base import StatusWords, whole_words
from customs_coop.model import Status
from customs_coop.references.base import Pattern

__all__ = ["FRENCH"]

# With the article, as in "l'action", "ces travaux".
_WORK = (
    r"(?:(?:l\s?['’]|la\s{1,4}|le\s{1,4}|les\s{1,4}|cette\s{1,4}|ce\s{1,4}|ces\s{1,4}))"
    r"(?:action|activité|tâche|mesure|projet|travail|travaux)s?"
)
_NOW = (
    r"(?:(?:désormais|maintenant|donc|depuis|également|entre-temps|provisoirement|de\s{1,4}nouveau"
    r"|à\s{1,4}présent)\s{1,4})?"
)
_BE = r"(?:est|sont|a\s{1,4}été|ont\s{1,4}été|reste|restent)"
_STATED = (
    r"(?=\s{0,4}(?:[.;:)\]!–—(\n]|-\s|\Z)"
    r"|,?\s{1,4}(?:par|mais|jusqu|à|au|en|dans|pour|voir|car|parce|depuis|faute|suite|après|sine"
    r"|sous|du\s{1,4}fait|compte\s{1,4}tenu|en\s{1,4}raison)\b)"
)
_DOUBTED = r"\s{0,4}[(,;:–—-]?\s{0,2}(?:\?|à\s{1,4}(?:confirmer|décider|déterminer)\b|tbc\b)"
_SOME = (
    r"(?:\s{1,4}(?:dans|pour)\s{1,4}(?:certain|quelques|la\s{1,4}plupart|plusieurs|une\s{1,4}partie)"
    r"|\s{1,4}(?:si|une\s{1,4}fois|lorsque|quand)\b)"
)
_SURE = rf"(?!{_DOUBTED})(?!{_SOME}){_STATED}"
_SEE = r"(?:voir|cf|doc)"
_DATED = r"(?:[0-9]{3,6}/[0-9]|(?:19|20)[0-9]{2}\b|[0-9]{1,2}[./][0-9])"
_MONTH = (
    r"(?:janv|févr|fevr|mars|avril|mai|juin|juil|août|aout|sept|octo|nove|déce|dece)[a-zé]{0,6}"
)
_DUE = rf"(?:le|la|fin|début|mi|[0-9]|(?i:{_MONTH}))"
_AFTER_DONE = (
    rf"\s{{0,4}}(?:[:.;)]|\Z|[–—-]?\s{{0,2}}{_DATED}|,\s{{0,4}}(?i:{_SEE}|mais|sauf)"
    rf"|\(\s{{0,2}}(?:{_DATED}|(?i:{_SEE})\b|[^()]{{0,120}}\)\s{{0,4}}(?:[.,;:)]|\Z)))"
    rf"|\s{{1,4}}(?:(?i:le)\s{{1,4}}[0-9]|(?i:en)\s{{1,4}}(?:(?i:{_MONTH})\s{{1,4}})?(?:19|20)[0-9]{{2}}\b)"
    rf"|\s{{1,4}}(?:(?i:avec|par|mais|sauf|en\s{{1,4}}partie|{_SEE})\b|(?i:pour)\s{{1,4}}(?!{_DUE}))"
)
_PARTICIPLE = r"(?:achev|termin|clôtur|finalis|réalis|accompl)(?:ée?s?|ie?s?)|close?s?"
# Capitals are often printed without accents.
_CAPITALS = r"(?:ACHEV|TERMIN|CL[ÔO]TUR|FINALIS|R[ÉE]ALIS)[ÉE]E?S?"
_DONE = Pattern(
    r"\b(?:(?:Achev|Termin|Clôtur|Finalis|Réalis)ée?s?|Close?s?"
    rf"|{_CAPITALS})(?!\w)(?!(?i:{_DOUBTED}))(?={_AFTER_DONE})"
)
_DONE_IN_COLUMN = Pattern(
    rf"\A\s{{0,8}}(?P<word>{_PARTICIPLE}|{_CAPITALS})(?!\w)(?!{_DOUBTED})(?={_AFTER_DONE})",
    re.IGNORECASE,
)
_WORK_DONE = Pattern(
    rf"\b{_WORK}\s{{1,4}}(?:(?:a|ont)\s{{1,4}}été|(?:est|sont)\s{{1,4}}(?:désormais|maintenant|à\s{{1,4}}présent))"
    rf"\s{{1,4}}(?:(?:entièrement|pleinement|bien)\s{{1,4}})?(?:{_PARTICIPLE})(?!\w)(?!{_DOUBTED})(?={_AFTER_DONE})",
    re.IGNORECASE,
)
_IN_PART = Pattern(
    r",?\s{1,4}(?:sauf|mais|hormis|en\s{1,4}partie|pour\s{1,4}(?:partie|certain|la\s{1,4}plupart))"
    r"|,?\s{0,4}\(\s{0,2}(?:sauf|mais|hormis|excepté|à\s{1,4}l\s?['’]exception|en\s{1,4}partie|partiellement)(?!\w)",
    re.IGNORECASE,
)
_PROVED = Pattern(r"\b(?:achevée?s?|terminée?s?|finalisée?s?)(?: en \d{4})?\s{0,4}:?\s{0,4}\(?\Z")
_PARTLY_WORDS = Pattern(
    rf"\b(?:partiellement|en\s{{1,4}}partie)\s{{1,4}}(?:{_PARTICIPLE}|mise?s?\s{{1,4}}en\s{{1,4}}(?:œ|oe)uvre)"
    rf"(?!\w)|\b(?:{_PARTICIPLE})\s{{1,4}}en\s{{1,4}}partie\b",
    re.IGNORECASE,
)
_A_PART = Pattern(
    r"\b(?:partie|phase|étape|volet)\s{1,4}[0-9A-Z]{1,4}\s{0,4}[:(–—-]?\s{0,4}\Z", re.IGNORECASE
)
_SOME_PART = Pattern(
    r"[0-9]|\b(?:partie|phase|étape|volet|moitié|certaine?s?|plupart|plusieurs|premi[eè]re?|deuxième"
    r"|préliminaire|initiale?|intermédiaire|projet)\b",
    re.IGNORECASE,
)
_UNFINISHED = Pattern(
    r"\bpas\s{1,4}(?:encore\s{1,4})?(?:été\s{1,4})?"
    r"(?:commencée?s?|entamée?s?|débutée?s?|achevée?s?|terminée?s?|réalisée?s?)(?!\w)"
    r"|\bnon\s{1,4}(?:commencée?s?|entamée?s?|achevée?s?|terminée?s?|réalisée?s?)(?!\w)"
    r"|\breste(?:nt)?\s{1,4}à\s{1,4}(?:faire|achever|réaliser|terminer|entamer)\b",
    re.IGNORECASE,
)
_DENIED = Pattern(
    r"(?:\b(?:ne|pas|jamais|non|sans|si|avant|après|une\s{1,4}fois|presque|à|être|sera|seront|doit"
    r"|doivent|devra|devront|soit|soient|dès\s{1,4}que|lorsque|quand|plus|partiellement|à\s{1,4}moitié)"
    r"|\bn\s?['’]|%|\bpour\s{1,4}cent)\s{0,4}(?<=[\s'’])"
    r"(?:(?:encore|être|été|déjà|entièrement|pleinement|actuellement|est|sont|a|ont|considérée?s?"
    r"|comme)\s{1,4}){0,4}\Z",
    re.IGNORECASE,
)
_PUT_OFF = r"(?:reportée?s?|différée?s?|ajournée?s?|remise?s?\s{1,4}à\s{1,4}plus\s{1,4}tard)"
_DEFERRED = Pattern(
    rf"\b(?:{_WORK}\s{{1,4}}{_BE}\s{{1,4}}{_NOW}|(?:action|activité|travaux)\s{{1,4}})?"
    rf"(?:{_PUT_OFF}|(?-i:REPORT[ÉE]E?S?|DIFF[ÉE]R[ÉE]E?S?))(?!\w){_SURE}",
    re.IGNORECASE,
)
_NOT_BETWEEN = Pattern(
    r"\b(?:ne|pas|jamais|devrait|devraient|pourrait|pourraient|sera|seront|si)\b", re.IGNORECASE
)
_DEFER = Pattern(
    rf"\A\W{{0,4}}(?:à\s{{1,4}})?(?:reporter|différer|ajourner|{_PUT_OFF})(?!\w)(?P<doubt>{_DOUBTED})?",
    re.IGNORECASE,
)
_MAYBE = (
    r"(?:(?:éventuellement|peut-être)\s{1,4}(?:à\s{1,4})?(?:reporter|différer|reportée?s?|différée?s?)"
    r"|report\s{1,4}(?:éventuel|possible)"
    r"|(?:pourrait|pourraient|peut|peuvent)\s{1,4}être\s{1,4}(?:reportée?s?|différée?s?))"
)
_TO_DECIDE = Pattern(
    rf"(?:\b(?:(?:{_WORK}\s{{1,4}})?{_MAYBE}|(?:reste\s{{1,4}})?à\s{{1,4}}décider)(?!\w){_STATED}"
    rf"|\b(?:{_PUT_OFF}|obsolètes?)(?!\w){_DOUBTED})",
    re.IGNORECASE,
)
_UNDECIDED_PRIORITY = Pattern(rf"\b(?:{_MAYBE}|à\s{{1,4}}décider)(?!\w)", re.IGNORECASE)
_OBSOLETE = Pattern(
    rf"\b(?:{_WORK}\s{{1,4}}(?:{_BE}\s{{1,4}})?)?{_NOW}(?:considérée?s?\s{{1,4}}comme\s{{1,4}})?"
    r"(?:(?:devenue?s?\s{1,4})?obsolètes?|OBSOL[ÈE]TES?|caduc|caduque|devenue?s?\s{1,4}sans\s{1,4}objet"
    r"|dépassée?s?\s{1,4}par\s{1,4}les\s{1,4}événements"
    r"|n\s?['’](?:est|ont|a)\s{1,4}plus\s{1,4}(?:nécessaires?|pertinente?s?|utiles?|lieu\s{1,4}d['’]être))"
    rf"(?!\w){_SURE}",
    re.IGNORECASE,
)
_ONGOING = Pattern(
    r"\b(?:en\s{1,4}cours|EN\s{1,4}COURS"
    r"|les\s{1,4}travaux\s{1,4}ont\s{1,4}(?:commencé|débuté|été\s{1,4}entamés))(?!\w)"
    rf"(?={_STATED}|,|\s{{1,4}}(?:et|avec|au\s{{1,4}}sein)\b|\s{{1,4}}(?:de\s{{1,4}}|d\s?['’])"
    r"(?:réalisation|mise|traitement|finalisation|négociation|élaboration|préparation|rédaction"
    r"|discussion|exécution|examen|révision|développement)\b)",
    re.IGNORECASE,
)
_IS = Pattern(
    r"\b(?:est|sont|reste|restent)\s{1,4}(?:(?:encore|toujours|actuellement|aussi)\s{1,4})?\Z",
    re.IGNORECASE,
)
_PHRASE = Pattern(
    r"\b(?:sur|de|des|du|pour|à|aux?|si|dans|concernant|les)\b|\bd['’]", re.IGNORECASE
)
_ADJECTIVE = Pattern(r"(?!)")  # none of them can stand before its noun
_AWAITING = Pattern(
    r"\b(?:(?:en|dans\s{1,4}l\s?['’])\s{0,4}attente(?!\w)|attend(?:re|ant)?\s{1,4}(?=l[ea']))"
    r"(?:\s{1,4}(?:de|du|des)\b|\s{1,4}d\s?['’])?",
    re.IGNORECASE,
)
_AWAITED = Pattern(
    r"\s{0,4}(?:les?\s{1,4}|la\s{1,4}|l\s?['’]|d\s?['’])?(?:résultats?|décisions?|issue|achèvement"
    r"|approbation|adoption|accord|conclusions?)(?!\w)",
    re.IGNORECASE,
)
_STANDING = Pattern(
    r"\bpoint\s{1,4}(?:permanent|régulier|fixe)\b[^.;:]{0,60}\bordre\s{1,4}du\s{1,4}jour\b"
    r"|\b(?:tâche|action|activité)\s{1,4}permanente\b",
    re.IGNORECASE,
)
_LATER_DEADLINE = Pattern(r"\b(?:échéances?|délais?|dates?\s{1,4}limites?)(?!\w)", re.IGNORECASE)
_DEADLINE_NEXT = Pattern(
    r"[\s.;,)]{0,6}(?:échéances?|délais?|dates?\s{1,4}limites?)(?!\w)", re.IGNORECASE
)

FRENCH: Final = StatusWords(
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
                "ouvert|ouverte|non commencé|non commencée|pas encore commencé|non entamé|nouveau"
                "|nouvelle|prévu|prévue|à faire|sans objet|s.o|néant|non entamée|à lancer"
            ),
            Status.ONGOING: "en cours|commencé|commencée|entamé|entamée|lancé|lancée|démarré",
            Status.COMPLETED: (
                "achevé|achevée|achevés|achevées|terminé|terminée|terminés|terminées|clôturé"
                "|clôturée|clos|close|finalisé|finalisée|réalisé|réalisée|fait|accompli|accomplie"
                "|acheve|achevee|termine|terminee|mis en œuvre|mise en œuvre|mises en œuvre|exécuté"
                "|exécutée|mis en oeuvre|mise en oeuvre"
            ),
            Status.STANDING: "permanent|permanente",
            Status.AWAITING: "en attente",
            Status.PARTLY_COMPLETED: (
                "partiellement achevé|partiellement achevée|partiellement réalisé"
                "|partiellement réalisée|en partie achevé|achevé en partie|en partie réalisé"
                "|partiellement mis en œuvre|partiellement mise en œuvre"
            ),
            Status.DEFERRED: (
                "reporté|reportée|reportés|reportées|différé|différée|ajourné|ajournée|à reporter"
                "|reporte|reportee|differe|differee"
            ),
            Status.TO_DECIDE: "à décider",
            Status.OBSOLETE: (
                "obsolète|obsolètes|caduc|caduque|obsolete|annulé|annulée|annulés|annulées"
                "|annule|annulee|abandonné|abandonnée|retiré|retirée|supprimé|supprimée"
            ),
        }
    ),
)
