"""The words of German."""

from typing import Final

from customs_coop.deadline.phrases import phrase_map, phrase_set, spelled
from customs_coop.deadline.vocabulary.base import Vocabulary

__all__ = ["GERMAN"]

_MONTHS: Final = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_NUMBERS: Final = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"


def _inflected(stem: str) -> tuple[str, ...]:
    """An adjective without its ending and with each."""
    return (stem, *(f"{stem}{ending}" for ending in ("e", "en", "em", "er", "es")))


GERMAN: Final = Vocabulary(
    code="de",
    telling="""
        der die das des dem den ein eine einer eines einem einen und oder zu zum zur von vom im in
        am an auf aus bei bis mit nach für über unter ist sind wird werden wurde nicht sich als
        auch dass durch gegen ohne um vor seit ab soll sollen bericht berichte arbeitsgruppe
        mitgliedstaaten zoll zusammenarbeit rat kommission maßnahme vorsitz liste karte entwurf
        deadline aktualisierung plan
        """,
    month_names=_MONTHS,
    months_have_capitals=True,
    months=spelled(
        {
            **{name.lower(): number for number, name in enumerate(_MONTHS.split(), 1)},
            **{name[:3].lower(): number for number, name in enumerate(_MONTHS.split(), 1)},
            "jänner": 1,
            "jän": 1,
            "feber": 2,
            "mrz": 3,
            "sept": 9,
            "juno": 6,
        }
    ),
    weekdays="""
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
        """,
    numbers=spelled(
        {
            **{word: value for value, word in enumerate(_NUMBERS.split(), 1)},
            **dict.fromkeys(("eine", "einer", "eines", "einem", "einen"), 1),
            "zwanzig": 20,
            "dreißig": 30,
            "sechzig": 60,
        }
    ),
    ordinals={
        **dict.fromkeys(_inflected("erst")[1:], 1),
        **dict.fromkeys(_inflected("zweit")[1:], 2),
        **dict.fromkeys(_inflected("dritt")[1:], 3),
        **dict.fromkeys(_inflected("viert")[1:], 4),
        **dict.fromkeys(_inflected("letzt")[1:], 0),
    },
    ordinal_endings=". te ten",
    units=phrase_map(
        {
            **dict.fromkeys(("tag", "tage", "tagen", "tages"), ("D", 1)),
            **dict.fromkeys(("woche", "wochen"), ("W", 1)),
            **dict.fromkeys(("monat", "monate", "monaten", "monats"), ("M", 1)),
            **dict.fromkeys(("quartal", "quartale", "quartalen", "quartals"), ("M", 3)),
            **dict.fromkeys(("vierteljahr", "vierteljahre", "vierteljahres"), ("M", 3)),
            **dict.fromkeys(("halbjahr", "halbjahre", "halbjahren", "halbjahres"), ("M", 6)),
            **dict.fromkeys(("semester", "semestern", "semesters"), ("M", 6)),
            **dict.fromkeys(("jahr", "jahre", "jahren", "jahres"), ("Y", 1)),
        }
    ),
    presidency="""
        präsidentschaft präsidentschaften ratspräsidentschaft ratspräsidentschaften vorsitz
        vorsitzes vorsitze ratsvorsitz ratsvorsitzes
        """,
    quarters="quartal | quartals | vierteljahr | vierteljahres | viertel",
    halves="""
        halbjahr | halbjahres | halbjahrs | jahreshälfte | hälfte | hälfte des jahres | semester |
        semesters | hj | hj .
        """,
    codes={"q": 3, "h": 6},
    parts=phrase_map(
        {
            **dict.fromkeys(("anfang", "früh", "frühes"), "early"),
            **dict.fromkeys(("mitte", "mitte des", "jahresmitte"), "mid"),
            **dict.fromkeys(("spät", "spätes"), "late"),
            **dict.fromkeys(("beginn", "beginn des", "anfang des", "jahresbeginn"), "start"),
            **dict.fromkeys(("ende", "ende des", "ende der", "ende von", "jahresende"), "end"),
        }
    ),
    weeks="woche | kalenderwoche | woche nr . | kalenderwoche nr .",
    seasons=spelled(
        {
            **dict.fromkeys(("frühjahr", "frühjahrs", "frühling", "frühlings"), 1),
            **dict.fromkeys(("sommer", "sommers"), 2),
            **dict.fromkeys(("herbst", "herbstes", "herbsts"), 3),
            **dict.fromkeys(("winter", "winters"), 4),
        }
    ),
    holidays="ostern pfingsten weihnachten jahreswechsel",
    year_words="jahr | jahre | jahres | kalenderjahr | kalenderjahres",
    about="etwa | ungefähr | circa | zirka | ca . | gegen | um",
    by="""
        bis | bis zum | bis zur | bis spätestens | bis spätestens zum | bis spätestens im |
        bis spätestens am | spätestens | spätestens bis | spätestens bis zum | spätestens am |
        spätestens im | spätestens zum | spätestens bis im | ( spätestens ) | bis einschließlich |
        bis einschließlich zum | bis längstens | längstens bis | bis im | zieldatum : |
        zieldatum | fällig am | fällig bis | fällig im | nicht später als am |
        nicht später als
        """,
    until="längstens | zum | zur",
    at_the_latest="spätestens | ( spätestens ) | , spätestens",
    before="vor | noch vor",
    after="nach | im anschluss an",
    since="""
        ab | seit | beginnend mit | beginnend am | beginnend im | nicht vor | frühestens |
        frühestens am | frühestens im | frühestens ab | mit wirkung vom | mit wirkung ab |
        beginn : | start : | startdatum :
        """,
    starting="ab | beginnend mit | beginnend im",
    onwards="""
        frühestens | ( frühestens ) | ff | ff . | und danach | danach | und laufend |
        und fortlaufend | - laufend | – laufend | +
        """,
    first_round="""
        erstmals | erstmalig | zum ersten mal | das erste mal | der erste | die erste | das erste |
        erster | erste | erstes
        """,
    valid="""
        gültig geltend läuft laufend offen verlängert
        """,
    during="""
        im | in | während | im laufe | im verlauf | im verlauf von | unter | innerhalb | über
        """,
    throughout="während | im laufe | im verlauf | unter",
    on="am | zum | zur | zu | auf | bei",
    to="bis | bis zum | bis zur | bis spätestens | - | – | — | /",
    either="oder | oder im | bzw .",
    between="zwischen",
    joined="und | &",
    opened="""
        vom | von | ab | in der zeit von | im zeitraum | im zeitraum von |
        im zeitraum vom | für den zeitraum | zeitraum | in den jahren | während | im | in |
        für die jahre
        """,
    within="""
        innerhalb von | innerhalb | innerhalb der nächsten | binnen | in den nächsten |
        innerhalb einer frist von | spätestens innerhalb von | spätestens binnen |
        spätestens innerhalb | binnen einer frist von | in den kommenden
        """,
    of_anchor="nach | ab | seit | von | vom",
    before_anchor="vor",
    at_least="""
        mindestens | wenigstens | zumindest | spätestens | bis spätestens | nicht später als
        """,
    awaiting="""
        abwarten | vorbehaltlich | sobald | nachdem | abhängig von | je nach | im anschluss an |
        in abhängigkeit von
        """,
    articles="der | die | das | des | dem | den",
    linking="des | von | im | in | , | der",
    every="""
        jede | jeder | jedes | jeden | jedem | alle | aller | je | pro | eines jeden | einer jeden
        """,
    rates="je pro",
    alternate="andere | anderen",
    counts=phrase_map(
        {
            "einmal": 1,
            **dict.fromkeys(("zweimal", "zwei mal"), 2),
            **dict.fromkeys(("dreimal", "drei mal"), 3),
            **dict.fromkeys(("viermal", "vier mal"), 4),
        }
    ),
    times="mal | x",
    per="pro | je | jede | jeder | jedes | jeden | alle | in jedem | in jeder | im | während jeder",
    rhythms=phrase_map(
        {
            **dict.fromkeys(_inflected("wöchentlich"), ("W", 1)),
            **dict.fromkeys(_inflected("monatlich"), ("M", 1)),
            **dict.fromkeys(_inflected("zweimonatlich"), ("M", 2)),
            **dict.fromkeys(_inflected("vierteljährlich"), ("M", 3)),
            **dict.fromkeys((*_inflected("quartalsmäßig"), "quartalsweise"), ("M", 3)),
            **dict.fromkeys(_inflected("halbjährlich"), ("M", 6)),
            **dict.fromkeys((*_inflected("jährlich"), *_inflected("alljährlich")), ("Y", 1)),
            **dict.fromkeys((*_inflected("zweijährlich"),), ("Y", 2)),
            **dict.fromkeys((*_inflected("dreijährlich"),), ("Y", 3)),
        }
    ),
    adverbs="""
        wöchentlich monatlich zweimonatlich vierteljährlich quartalsmäßig quartalsweise
        halbjährlich jährlich alljährlich zweijährlich dreijährlich
        """,
    adjectives="""
        jährliche jährlichen jährlicher jährliches jährlichem monatliche monatlichen monatlicher
        monatliches monatlichem vierteljährliche vierteljährlichen vierteljährlicher
        halbjährliche halbjährlichen halbjährlicher wöchentliche wöchentlichen
        """,
    rhythmic={"jährlich": "Y", "monatlich": "M", "wöchentlich": "W"},
    basis=(
        (phrase_set("in"), "abständen"),
        (phrase_set("im"), "rhythmus"),
        (phrase_set("auf"), "basis"),
    ),
    ongoing="""
        laufend | fortlaufend | ständig | regelmäßig | kontinuierlich | dauerhaft | permanent |
        periodisch | daueraufgabe | fortwährend | bis auf weiteres | in regelmäßigen abständen |
        laufende aufgabe | dauernd
        """,
    occasions="""
        sitzung tagung konferenz plenartagung operation aktion besuch übung gelegenheit plan
        gipfel veranstaltung rat plenum treffen
        """,
    upcoming="nächste nächsten nächster nächstes nächstem kommende kommenden kommender",
    lasting="""
        präsidentschaft ratspräsidentschaft vorsitzes vorsitz ratsvorsitzes ratsvorsitz projekts
        projektes projekt plans planes plan aktionsplans aktionsplan programms programm mandats
        mandat operation phase konferenz sitzung tagung laufzeit zeitraums zeitraum
        """,
    labels="""
        frist | fristen | termin | termine | fälligkeit | fälligkeiten | zieldatum | stichtag |
        abgabetermin | abgabefrist | endtermin | fertigstellung | zeitplan | zeitrahmen |
        deadline | umsetzungsfrist | fälligkeitsdatum | schlusstermin
        """,
    loose_labels="fällig | ziel | abschluss | abzuschließen | bis wann",
    label_qualifiers="neue neuer vorläufige vorläufiger endgültige erste letzte geplante",
    label_signs=": | - | – | — | ist | am | = | * | _ | < i > | < b > | < em > | < strong >",
    label_joints="für zur zum der des betreffend",
    to_be="soll | sollen | muss | müssen | ist zu | sind zu | hat zu | haben zu",
    duties="soll sollen sollte sollten muss müssen kann können wird werden bitte darf dürfen",
    past="wurde wurden war waren hat haben hatte hatten bereits fand fanden",
    past_behind="worden",
    verbs_last=True,
    done="abgeschlossen erledigt beendet",
    reports="""
        bericht berichte berichterstattung aktualisierung aktualisierungen überprüfung sitzung
        sitzungen bewertung bewertungen auswertung statistik statistiken kontrolle kontrollen
        übersicht meldung meldungen treffen übung übungen
        """,
    prepositions="""
        zu zum zur auf in im an am bei für von vom mit bis durch während der die das dem den des
        und oder ein eine einen über nach vor unter als wenn
        """,
    unknown="""
        noch festzulegen | noch offen | offen | k . a . | keine angabe | keine angaben |
        noch zu bestimmen | zu bestimmen | noch zu bestätigen | zu bestätigen | festzulegen |
        noch unbekannt | unbekannt | unbestimmt | so bald wie möglich | so schnell wie möglich |
        sobald wie möglich | baldmöglichst | schnellstmöglich | umgehend | sofort | unverzüglich |
        dringend | in naher zukunft | zu gegebener zeit | entfällt | keine | keine frist |
        ohne frist | kein termin | ohne termin | nicht festgelegt | n . n . | tbc | tbd |
        noch zu klären | noch zu vereinbaren | zu gegebenem zeitpunkt
        """,
    provisional="""
        vorläufig | vorläufige | vorläufiger | voraussichtlich | unverbindlich | geschätzt |
        unter vorbehalt | ?
        """,
    unconfirmed="""
        noch zu bestätigen | zu bestätigen | noch nicht bestätigt | nicht bestätigt | tbc |
        vorbehaltlich der bestätigung
        """,
    negations="nicht kein keine ohne nie niemals",
    limits="""
        höchstens | maximal | nicht mehr als | mehr als | weniger als | nicht | nie | statt |
        anstatt | anstelle von
        """,
    not_events="nur wieder mehr oder und pro je im in am",
    superseded="""
        zuvor | vorher | früher | ursprünglich | bisher | vormals | statt | anstatt | anstelle von |
        verschoben von | verlegt von | verlängert von | ersetzt | bisherige frist |
        ursprüngliche frist | alte frist | alter termin | bisheriger termin | vorher :
        """,
    replaced="""
        verschoben | verlängert | verlegt | vertagt | vorgezogen | geändert | zurückgestellt |
        erstreckt
        """,
    renewed="jetzt | nunmehr | neu | neue frist | neuer termin | nun",
    later="später",
    moved_to="auf | bis | bis zum | bis zur",
    longer_by="um",
    auxiliaries="""
        jetzt dann danach anschließend später inzwischen wurde ist worden aber wieder nun wird und
        """,
    act_joints="vom",
    not_acts="frist termin",
    numbered="""
        nr nummer nummern verordnung verordnungen beschluss beschlüsse entscheidung richtlinie
        richtlinien empfehlung dokument dok stellungnahme entschließung akt artikel seite seiten
        punkt punkte abschnitt kapitel anhang ziffer
        """,
)
