"""The words of German that state relations."""

from typing import Final

from customs_coop.model import LinkKind
from customs_coop.readers.mentions.vocabulary.base import ALL, ITEMS, OWN, Cue, LinkWords

__all__ = ["GERMAN"]

_B = r"[^\S\n]{1,3}"
_ART = r"(?:(?:der|die|das|dem|den|des)[^\S\n]{1,3})"
_OF = rf"(?:vo[nm]{_B}|zu[rm]?{_B}|aus{_B}|über{_B}|im{_B}Rahmen{_B}vo[nm]{_B})?{_ART}?"
_OUTCOME = (
    rf"(?:{_ART}?(?:Ergebnis(?:se[ns]?|ses)?|Abschluss(?:es)?|Annahme|Billigung|Entscheidung(?:en)?"
    rf"|Schlussfolgerungen|Bericht(?:e?s)?|Fertigstellung){_B}{_OF})?"
)
_WORK = (
    rf"(?:{_ART}?(?:Arbeiten?|Tätigkeiten|Projekts?|Ergebnis(?:se[ns]?|ses)?|Berichts?|Berichtes){_B}"
    rf"{_OF})?"
)
_WITHIN = rf"(?:in|unter|nach|durch|im{_B}Rahmen{_B}vo[nm]|im{_B}Rahmen){_B}{_ART}?"

# "der Kommission" between a paper and what it is on.
_ITS_AUTHOR = (
    rf"(?:{_B}(?:de[rs]|von|aus|durch)"
    rf"(?:{_B}(?!(?:ist|sind|wurden?|war|waren|hat|haben|und)\b)[\w-]{{1,25}}){{1,4}})?"
)
_ABOUT = rf"{_B}(?:für|zu[rm]?|über|betreffend|hinsichtlich|bezüglich|aus|an|auf){_B}"
_GENITIVE = rf"{_B}(?:von{_B}|(?=(?:des|der|eines|einer){_B}))"
_OPENED = rf"(?:(?:der|die|das|dem|den|des|eine?[rsmn]?|ihre[rsmn]?){_B})?(?:[\w-]{{3,20}}{_B})?"
_PAPER_IN_FORCE = (
    r"(?<!\bim )(?<!\bin der )(?<!\bin den )(?<!\bin einer )(?<!\bin einem )(?<!\bals )(?<!\bin )"
)

_CUES = tuple(
    Cue(kind, reach, words)
    for kind, reach, words in (
        (
            LinkKind.HANDLED_WITH,
            ITEMS,
            (
                rf"(?<!siehe )auch{_B}(?:(?:in|unter|zu){_B})?{_ART}?"
                rf"|(?:zusammen|gemeinsam|in{_B}Verbindung|parallel|kombiniert|verknüpft|koordiniert"
                rf"|abgestimmt){_B}(?:mit|zu){_B}{_ART}?"
            ),
        ),
        (
            LinkKind.AWAITS,
            ALL,
            (
                rf"warte(?:t|n|nd){_B}auf{_B}{_ART}?{_OUTCOME}|in{_B}Erwartung{_B}{_OF}{_OUTCOME}"
                rf"|(?:bis{_B}zum|nach){_B}(?:Abschluss|Annahme|Fertigstellung){_B}{_OF}"
            ),
        ),
        (
            LinkKind.DEPENDS_ON,
            ALL,
            (
                rf"(?:abhängig|häng(?:t|en)|in{_B}Abhängigkeit){_B}vo[nm]{_B}{_ART}?{_OUTCOME}"
                rf"|(?:ergibt{_B}sich|folgt|resultiert){_B}aus{_B}{_ART}?{_OUTCOME}"
                rf"|bedingt{_B}durch{_B}{_ART}?{_OUTCOME}"
            ),
        ),
        (LinkKind.DEPENDS_ON, ITEMS, rf"vorbehaltlich{_B}{_OF}{_OUTCOME}"),
        (
            LinkKind.STARTS_FROM,
            ITEMS,
            (
                rf"(?:gestützt|basierend|beruhend|aufbauend|stützt{_B}sich|beruht|basiert|baut){_B}auf{_B}"
                rf"{_ART}?{_WORK}|auf{_B}der{_B}Grundlage{_B}{_OF}{_WORK}|ausgehend{_B}vo[nm]{_B}{_ART}?{_WORK}"
            ),
        ),
        (
            LinkKind.CONTINUES,
            ALL,
            (
                rf"(?:im{_B}Anschluss{_B}an|schließt{_B}(?:sich{_B})?an|knüpft{_B}an){_B}{_ART}?{_WORK}"
                rf"|(?:Fortsetzung|Fortführung|Weiterführung|Wiederaufnahme){_B}{_OF}{_WORK}"
                rf"|Folgemaßnahme{_B}zu[rm]?{_B}{_ART}?"
            ),
        ),
        (
            LinkKind.SUPERSEDES,
            ALL,
            rf"(?:ersetz(?:t|en|end){_B}{_ART}?|tritt{_B}an{_B}die{_B}Stelle{_B}{_OF})",
        ),
        (
            LinkKind.IMPLEMENTS,
            ALL,
            rf"(?:in|zur|die|der){_B}(?:Umsetzung|Durchführung){_B}{_OF}",
        ),
        (
            LinkKind.TAKES_UP,
            ALL,
            rf"greift{_B}{_ART}?(?:Empfehlung(?:en)?|Vorschläge?|Ersuchen){_B}{_OF}",
        ),
        (LinkKind.USES_RECOMMENDATIONS_OF, OWN, rf"Empfehlung(?:en)?{_B}(?:in{_B})?{_OF}"),
        (
            LinkKind.TAKEN_FORWARD_IN,
            ITEMS,
            (
                rf"(?:übernommen|überführt|verlagert|verschoben|weitergeführt|fortgeführt|aufgenommen"
                rf"|integriert|eingegliedert|aufgegangen){_B}{_WITHIN}"
            ),
        ),
        (LinkKind.TAKEN_FORWARD_IN, OWN, rf"(?:behandelt|abgedeckt|erfasst){_B}{_WITHIN}"),
        (
            LinkKind.FOLLOWED_UP_BY,
            ITEMS,
            rf"(?:weiterverfolgt|Weiterverfolgung|Folgearbeiten){_B}{_WITHIN}",
        ),
        (
            LinkKind.CITES,
            OWN,
            rf"(?:siehe(?:{_B}auch)?|vgl\.?(?:{_B}auch)?)(?:{_B}unter)?{_B}{_ART}?",
        ),
        (
            LinkKind.MERGED_FROM,
            OWN,
            (
                rf"(?:zusammengelegt|hervorgegangen|entstanden){_B}aus{_B}{_ART}?"
                rf"|Zusammenlegung{_B}{_OF}"
            ),
        ),
    )
)

GERMAN: Final = LinkWords(
    cues=_CUES,
    merged_with=(
        rf"(?:zusammengelegt|verschmolzen|zusammengeführt){_B}mit{_B}{_ART}?(?:ehemaligen?{_B})?"
    ),
    once=rf"(?:sobald|wenn|nachdem){_B}{_ART}?(?:(?:Maßnahmen?|Aktion(?:en)?){_B})?",
    done_behind=(
        rf"{_B}(?:abgeschlossen|erledigt|fertiggestellt|angenommen|gebilligt|beendet){_B}"
        r"(?:ist|sind|wurden?)\b"
    ),
    denied=(
        r"nicht|nie|niemals|kein(?:e[rsmn]?)?|weder|ohne|unabhängig\s{1,3}vo[nm]|statt|anstatt|anstelle"
        r"|außer|mit\s{1,3}Ausnahme|im\s{1,3}Gegensatz\s{1,3}zu[rm]?"
    ),
    former=(
        rf"ehemals|vormals|früher|zuvor|bisher|vorher"
        rf"|(?:ehemalige|frühere|vormalige)[rsn]?{_B}(?=(?:Maßnahme|Aktion|Code|Punkt|Nr\.?)[^\S\n]{{1,3}}[0-9])"
    ),
    nouns=r"maßnahmen?|massnahmen?|aktion(?:en)?|tätigkeit(?:en)?|punkte?|nrn?\.?|nummern?",
    glue="und|oder|sowie",
    to="bis",
    not_counted="""
        aber als am an auf aus bei bis da das dass dem den der des die doch durch ein eine er es für
        gemäß im in ist kann mit nach nicht ob oben oder sie siehe sind sobald soll sollen sollte
        sowie über um und unter vom von vor weil wenn werden wird wurde wurden zu zum zur
        """,
    of_document=r"des|der|dem|das|in|im|aus",
    document=r"Dokumente?s?|Dok\.?|Berichte?s?|Studien?|Vermerke?s?",
    acts=(
        r"(?:Entschlie(?:ß|ss)ung|Schlussfolgerungen|Beschlusse?s?|Erklärung)"
        rf"(?:{_B}(?:des{_B}Rates|der{_B}Kommission))?{_B}vom"
    ),
    recommendations_of=(
        rf"Empfehlung(?:en)?{_B}(?:in{_B})?{_OF}(?:(?:Bericht|Dokument|Studie|Bewertung|Vermerk|Dok\.?)e?s?"
        rf"{_B}(?:{_OF}|Nr\.{_B})?)?\(?"
    ),
    based_on=rf"\b(?:gestützt|basierend|beruhend|aufbauend){_B}auf{_B}{_ART}?",
    action_based_on=(
        rf"\b(?:(?:diese|die|dieses|das){_B}(?:Maßnahme|Aktion|Tätigkeit|Projekt)|sie|es){_B}"
        rf"(?:stützt{_B}sich|beruht|basiert){_B}auf\b"
    ),
    starting_point=r"\bAusgangspunkte?s?\b",
    starting_points=r"\bAusgangspunkte?\s{0,3}:",
    following=rf"(?:im{_B}Anschluss{_B}an|infolge){_B}{_ART}?",
    in_the_past=(
        r"\b(?:wurden?|(?:ist|sind)\s{1,3}bereits)\s{1,3}(?:(?:bereits|vollständig|schon)\s{1,3}){0,2}"
        r"(?:genutzt|verwendet|umgesetzt|befolgt|berücksichtigt)\b"
    ),
    not_now=(
        r"\b(?:nicht|nie|nicht\s{1,3}mehr)\s{1,3}(?:genutzt|verwendet|befolgt|berücksichtigt|relevant"
        r"|anwendbar)\b"
    ),
    completed=r"[Aa]bgeschlossen|ABGESCHLOSSEN|[Ee]rledigt|ERLEDIGT|[Ff]ertiggestellt",
    see=r"(?:siehe\s{1,3})?(?:im\s{1,3}|in\s{1,3}(?:de[rm]\s{1,3})?)?(?:(?:Dokument|Dok\.?|Bericht)\s{1,3})?",
    not_proof=(
        r"(?:Grundlage|gestützt|basierend|gemäß|nach|entsprechend|Ersuchen|Antwort|laufend|Frist(?:en)?"
        r"|Termin|außer|ersetz\w{1,4}|nicht|vor|im\s{1,3}Hinblick|Entwurf)(?!\w)"
    ),
    yet_to=(
        r"(?:\b(?:nicht|zu|wenn|sobald|nachdem|bevor|vor|fast|nahezu|ohne|nie|noch))\s{1,4}"
        r"(?:(?:noch|schon|vollständig|nicht)\s{1,4}){0,3}"
    ),
    agreement=(
        r"\b(?:bedarf|bedürfen|erforder(?:t|n)|benötigt|vorbehaltlich|(?:nur\s{1,3})?mit|setzt)\s{1,3}"
        r"(?:de[rs]\s{1,3}|die\s{1,3}|das\s{1,3})?(?:(?:vorherige|ausdrückliche)[rn]?\s{1,3})?"
        r"(?:Zustimmung|Einwilligung|Billigung|Einverständnis(?:ses)?)\s{1,3}"
        r"(?:de[rs]\s{1,3}|vo[nm]\s{1,3}(?:der\s{1,3})?)"
    ),
    others=(
        r"(?:alle[rn]?\s{1,3})?(?:anderen|sonstigen|weiteren)\s{1,3}(?:(?:interessierten|betroffenen)\s{1,3}"
        r"Parteien|Beteiligten)"
    ),
    title_column=r"\bSpalte\s{1,3}(?:2|\(2\)|zwei)(?![0-9])|\bTitel\b",
    funded=(
        rf"(?:finanziert|gefördert|bezuschusst|Finanzierung|Förderung|Mittel[n]?|unterstützt){_B}"
        rf"(?:durch|aus|über|im{_B}Rahmen|von){_B}(?:vo[nm]{_B})?{_ART}?(?:Programms?{_B}|Fonds{_B})?"
    ),
    reported_to=(
        rf"(?:(?:Berichte?|Bewertung(?:en)?|Studien?|Ergebnisse|Empfehlung(?:en)?|Vorschläge|Vermerke?)"
        rf"|berichtet|berichten|Bericht{_B}erstatten|vorzulegen|übermitteln){_B}an{_B}{_ART}?"
    ),
    forward=rf"\b(?:übernommen|überführt|weitergeführt|fortgeführt){_B}{_WITHIN}",
    work_area=r"Arbeitsbereich\s{1,3}\w{1,6}",
    plan=r"\b(?:Aktions|Arbeits)plan\b",
    report=(
        rf"(?:(?:erste|zweite|dritte|gemeinsame|jährliche|vorläufige|abschließende)[rnms]?{_B})?"
        r"(?:(?:Abschluss|Schluss|End|Zwischen|Fortschritts|Jahres|Bewertungs|Evaluierungs|Tätigkeits"
        r"|Durchführungs|Sach(?:stands)?)?berichte?[sn]?|Bewertung(?:en)?|Evaluierung(?:en)?|Auswertung(?:en)?)"
    ),
    by_group=rf"(?:{_B}(?:der|des|von{_B}der){_B}(?:[\w-]{{2,20}}{_B})?[\w-]{{0,20}}(?:gruppe|teams?))?",
    on_action=(
        rf"(?:{_B}(?:zu[rm]?|über|für|betreffend|vo[nm]|aus|im{_B}Rahmen|(?=de[rs]{_B}))|\s{{0,3}}[:–—-])"
        rf"(?:{_B}|(?<=\s)){_ART}?"
        rf"(?:(?:Durchführung|Umsetzung|Ergebnisse?n?|Stand|Fortschritte?n?|Arbeit(?:en)?|Abschluss){_B}"
        rf"(?:(?:vo[nm]|bei|zu[rm]?|im{_B}Rahmen){_B})?{_ART}?)?"
    ),
    results_of=(
        rf"(?:(?:Empfehlung(?:en)?|Ergebnisse?n?|Erkenntnisse?n?|Schlussfolgerungen|Vorschläge?n?){_B}(?:und|oder){_B})?"
        rf"(?:Empfehlung(?:en)?|Ergebnisse?n?|Erkenntnisse?n?|Schlussfolgerungen|Vorschläge?n?)"
        rf"{_B}(?:(?:aus|vo[nm]|zu[rm]?|im{_B}Rahmen){_B})?{_ART}?"
    ),
    reported=(
        rf"(?:(?:hat|haben|wurden?|auch){_B}){{0,2}}(?:empf(?:ahl|ahlen|iehlt|ohlen)|schlug(?:en)?|vorgeschlagen|ergab(?:en)?"
        rf"|zeigten?|stellten?|kam(?:en)?|festgestellt|betonten?|forderten?)"
    ),
    held_in=(
        rf"(?:(?:ist|sind|wurden?){_B})?(?:(?:enthalten|veröffentlicht|wiedergegeben){_B})?(?:in|im|als|unter|siehe){_B}{_ART}?"
    ),
    could_be=(
        rf"(?:könn(?:t)?en?|kann|könnte|sollten?|müssen|werden){_B}(?:auch{_B}|ferner{_B})?[a-zä]{{3,15}}{_B}werden"
    ),
    not_reports=(
        r"Handbuch|Leitfaden|Leitlinien|\w{0,20}plan|Programm|Strategie|Entschließung|Beschluss|Verordnung|Mandat"
        r"|Mitteilung|Übereinkommen|Fragebogen|Vorschlag|Katalog"
    ),
    respectively="beziehungsweise|jeweils",
    other_papers=(
        r"Muster|Vorlagen?|Formular|Gliederung|Leistungsbeschreibung|Zeitplan|Checkliste|Antrag|Ersuchen|Einladung"
        r"|Berichtigung|[CK]orrigendum|Addendum|Stellungnahmen?|Anmerkungen|Bemerkungen|Kommentare?|Antwort(?:en)?"
        r"|Beitr(?:ag|äge)|Schreiben|Zusammenfassung"
    ),
    asked_paper=(
        rf"(?:(?:Mandate?s?|(?<!nach dem )Muster|Vorlagen?|Frageb(?:ogens?|ögen)"
        rf"|Formulare?|Formbl(?:att|ätter)|Gliederung|Aufbau"
        rf"|Struktur|Inhaltsverzeichnis|Raster|Methodik|Methoden?|Kriterien|\w{{0,10}}Zeitplan|Leistungsbeschreibung"
        rf"|Aufgabenbeschreibung){_ITS_AUTHOR}(?:{_ABOUT}|{_GENITIVE})"
        rf"|(?:Leitlinien|Leitfaden|Handbuch|Anleitung|Checklisten?|Prüflisten?|Plan|Vorschl(?:ag|äge)|Antrag|Ersuchen"
        rf"|Einladung|Aufforderung|Auftrag|Indikatoren|Beitr(?:ag|äge)){_ITS_AUTHOR}{_ABOUT}){_OPENED}"
    ),
    paper_about=(
        rf"{_PAPER_IN_FORCE}(?:(?:Zusammenfassung(?:en)?|Kurzfassung(?:en)?|Ausz(?:ug|üge)|Überblick|Analysen?|Nachtrag"
        rf"|Ergänzung(?:en)?|Berichtigung(?:en)?|[CK]orrigendum|Addendum|Anlagen?|Anh(?:ang|änge)|Beilagen?|Einleitung"
        rf"|Folgemaßnahmen?|Weiterverfolgung){_ITS_AUTHOR}(?:{_ABOUT}|{_GENITIVE})"
        rf"|(?:Stellungnahmen?|Anmerkung(?:en)?|Bemerkung(?:en)?|Kommentare?|Äußerung(?:en)?|Antwort(?:en)?|Reaktion(?:en)?"
        rf"|Änderung(?:en)?|Begleitschreiben|Begleitvermerk|Schreiben|Vermerke?|Mitteilung(?:en)?|Erklärung(?:en)?"
        rf"|Schlussfolgerungen|Entschließung|Beschluss){_ITS_AUTHOR}{_ABOUT}){_OPENED}"
    ),
    no_report=(
        rf"(?:(?:keine?[rnms]?|ohne|weder){_B}(?:{_ART}|eine?[rnms]?{_B})?"
        rf"|(?:an)?(?:statt|stelle)(?:{_B}von)?{_B}(?:{_ART}|eine?[rnms]?{_B})?|mangels{_B}(?:eine?[rnms]?{_B})?"
        rf"|in{_B}Ermangelung{_B}(?:eine?[rnms]?{_B})?"
        rf"|nicht(?:{_B}(?!(?:de[rmns]|das|die|nur|allein|und|aber|sondern|oder|bevor|nachdem)\b)[\w-]{{2,20}}){{0,4}}{_B}eine?[rnms]?{_B}"
        rf"|nicht{_B}{_ART})"
    ),
    aside=(
        rf"neben|anders{_B}als|im{_B}(?:Gegensatz|Unterschied){_B}zu[rm]?|zusätzlich{_B}zu[rm]?|außer|abgesehen"
        rf"|mit{_B}Ausnahme|(?:an)?statt|anstelle|entgegen|trotz|ungeachtet"
    ),
    opening=(
        r"nach|nachdem|vor|seit|gemäß|laut|zufolge|aufgrund|auf|infolge|im|in|an|am|bei|beim|mit|ohne|unter|aus|ausgehend|von|vom"
        r"|für|zu|zum|zur|über|wie|als|wenn|falls|da|weil|sobald|während|obwohl|bezüglich|hinsichtlich|angesichts|gestützt|durch"
    ),
    also_of=r"de[rs]|zu[rm]?|vo[nm]|aus|über|für",
)
