"""The words in which a note tells what a plan was before its revision, as pieces of patterns.

English, French and German stand side by side, as a note may mix them. Blanks are single.
"""

from typing import Final

from customs_coop.formats.word_lists import word_list

__all__ = [
    "ACTIONS",
    "AREAS",
    "BEFORE",
    "DELETED",
    "NEUTRAL",
    "NOW",
    "PAST",
    "PLAN_NAME",
    "PRESENT",
    "REST",
    "REVISED",
    "SINGLE",
    "TOTAL",
]

PLAN_NAME: Final = (
    r"(?:(?:plan|programme) (?:d['’] ?actions?|de travail)"
    r"|(?:(?:action|work)[ -]?)?(?:plan|programme)"
    r"|(?:Aktions|Arbeits)(?:plan(?:e?s)?|programms?))(?![\w'’-])"
)
"""What the plan is called, in the singular."""

ACTIONS: Final = (
    r"(?:(?:actions?|activit(?:y|ies)|measures?)(?:/(?:actions?|activities|measures?))?"
    r"|(?:actions?|activités?|mesures?)(?:/(?:actions?|activités?|mesures?))?"
    r"|(?:Einzel)?(?:ma(?:ß|ss)nahmen?|aktionen?|aktivitäten|tätigkeiten)"
    r"(?:/(?:ma(?:ß|ss)nahmen?|aktionen?|aktivitäten|tätigkeiten))?)(?![\w/-])"
)
AREAS: Final = (
    r"(?:(?:(?:priority )?work|priority|action) areas?|areas? of (?:work|action|activity)"
    r"|domaines? (?:de travail|d['’] ?actions?|d['’] ?activités?|prioritaires?)"
    r"|(?:Arbeits|Tätigkeits|Aktions|Schwerpunkt)bereichen?|(?:Arbeits|Tätigkeits)bereiche?s?"
    r"|(?:Arbeits|Tätigkeits)feld(?:er|ern|es)?|Arbeitsgebiete?s?n?)(?![\w-])"
)
SINGLE: Final = (
    r"(?:(?:individual|separate|specific|concrete|different|distinct|single|broad|thematic"
    r"|individuel|distinct|concret|spécifique|différent)(?:le)?(?:e?s)?"
    r"|(?:einzeln|konkret|verschieden|unterschiedlich|spezifisch|getrennt)e[nr]?)"
)
"""What may be said of actions or areas so that all of them are still meant."""

PAST: Final = (
    r"(?:(?:had )?(?:contained|comprised|included|listed|identified|defined|established|laid down"
    r"|set out|foresaw|foreseen|envisaged|covered|provided for|consisted of|encompassed)|had"
    r"|(?:was|had been) (?:made up of|composed of|(?:divided|structured|organised|broken down)"
    r" (?:in|into|around))"
    r"|consisting of|comprising|containing|made up of|composed of|covering|with"
    r"|(?:contenait|comportait|comprenait|comptait|prévoyait|énumérait|définissait|recensait"
    r"|couvrait|regroupait|énonçait|avait (?:défini|recensé|prévu|identifié|retenu)|identifiait)"
    r"|(?:se composait|était (?:composé|constitué)|composé|constitué) (?:de|d['’])"
    r"|était (?:divisé|structuré|articulé) (?:en|autour de)"
    r"|comprenant|comportant|contenant|regroupant"
    r"|enthielt|umfa(?:ß|ss)te|beinhaltete|sah|bestand aus|bestehend aus|nannte|ermittelte|legte"
    r"|wies|zählte|hatte|war in|mit)"
)
"""What a plan did, in the past or without a time."""

PRESENT: Final = (
    r"(?:contains|comprises|includes|lists|identifies|defines|sets out|foresees|covers|has"
    r"|provides for|consists of|is (?:made up|composed) of"
    r"|contient|comporte|comprend|compte|prévoit|définit|recense|couvre|regroupe"
    r"|se compose (?:de|d['’])|est composé (?:de|d['’])"
    r"|enthält|umfa(?:ß|ss)t|beinhaltet|sieht|besteht aus|nennt|weist|zählt)"
)
TOTAL: Final = (
    r"(?:a total of|in total|in all|altogether|the|these|the following"
    r"|au total|un total de|les|ces|en tout|insgesamt|die|diese|folgende|zusammen)"
)
"""What may stand between the verb and the number; "some" and "about" may not."""

REST: Final = (
    r"(?:\Z|[.,;:!)]| \(| [-–—] "
    r"| (?:and|as well as|plus|together with|each|et|ainsi que|und|sowie|dont)(?!\w)"
    r"| (?:which|that) (?:were|are|was|is|had) to be(?!\w)| to be(?!\w)| of which(?!\w)"
    r"| (?:aimed at|designed|intended|qui devaient|à (?:lancer|réaliser|mener|exécuter"
    r"|mettre))(?!\w)"
    r"| (?:with|avec|mit)(?! [^.;]{0,20}(?:priorit|Priorit))(?!\w)"
    r"| (?:for|covering|pour|für|over|sur) (?:the |la |den )?(?:period|période|Zeitraum"
    r"|[12][0-9]{3})"
    r"| (?:in|under|within|across|grouped|divided|spread|organised|structured|distributed"
    r"|broken down"
    r"|dans|en|réparties|regroupées|relevant|aufgeteilt|verteilt|gegliedert|auf)"
    r"(?= (?:[\w'’-]{1,15} ){0,4}?AREAS)"
    r"| (?:vor|auf|aus|fest|enthalten|aufgeführt|vorgesehen|festgelegt|genannt)(?!\w))"
)
"""What may follow actions, so that all of them are meant; what else follows picks some of them."""

BEFORE: Final = frozenset(
    word_list(
        "original originally initial initially unrevised adopted approved endorsed agreed",
        "initiale initialement originale origine adopté approuvé entériné",
        "ursprünglich ursprüngliche ursprünglichen ursprüngliches anfänglich anfängliche",
        "anfänglichen angenommen angenommene angenommenen gebilligt gebilligte gebilligten",
    )
)
"""What says that the version before is meant."""

NOW: Final = frozenset(
    word_list(
        "revised updated amended adapted present current new attached annexed draft proposed",
        "révisé actualisé modifié actuel présent nouveau nouvel joint projet",
        "überarbeitete überarbeiteten überarbeiteter revidierte revidierten geänderte geänderten",
        "aktualisierte aktualisierten aktuelle aktuellen vorliegende vorliegenden neue neuen",
        "derzeitige derzeitigen jetzige jetzigen",
    )
)
"""What says that the version is meant that the document prints."""

NEUTRAL: Final = frozenset(
    word_list(
        "the a of for to in on at by from as and its it which was were be been under period month",
        "months year years multiannual annual doc document no council working party group ccwp",
        "ccwg cats version form text first drawn up launched then thus also therefore until up",
        "le la les l d de du des et à au en dans pour sur par qui fut a été est période mois an",
        "ans annuel pluriannuel conseil groupe gcd première son sa forme texte donc ainsi",
        "der die das des den dem von vom zum zur für und im in am aus bis nach monate monatige",
        "monatigen jahre jährige jährigen rat rates gruppe zeitraum wurde ist fassung erste ersten",
        "seiner seine damit auch somit",
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz juni juli oktober dezember",
    )
)
"""What says of no plan whose it is."""

REVISED: Final = (
    r"(?:revised|updated|amended|adapted|überarbeitete[nrs]?|revidierte[nrs]?|geänderte[nrs]?"
    r"|aktualisierte[nrs]?)"
)

_ALSO: Final = (
    r"(?: (?:also|therefore|thus|now|consequently|subsequently|since|accordingly|entirely"
    r"|completely"
    r"|également|donc|ainsi|désormais|par conséquent|entièrement"
    r"|auch|daher|deshalb|nun|somit|inzwischen|ganz|vollständig)){0,2}"
)
DELETED: Final = (
    rf"(?:(?P<one>has{_ALSO} been|was|is|a{_ALSO} été|est|fut|wurde|ist|wird)"
    rf"|(?P<many>have{_ALSO} been|were|are|ont{_ALSO} été|sont|furent|wurden|sind|werden))"
    rf"{_ALSO}"
    r" (?:deleted|removed|dropped|withdrawn|discontinued|abandoned|taken out|left out|struck out"
    r"|supprimée?s?|retirée?s?|abandonnée?s?|éliminée?s?"
    r"|gestrichen|gelöscht|entfernt|weggelassen|herausgenommen|fallen gelassen|fallengelassen)"
    r"(?!\w)(?! (?:in part|partly|en partie|teilweise|from the (?:agenda|title|heading)"
    r"|by mistake))"
)
"""What was done to an area; the groups tell whether it was to one or to several."""
