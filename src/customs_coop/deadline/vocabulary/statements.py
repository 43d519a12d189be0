"""The words of short statements that name what is to be delivered: "Report before June 2009".

They stand apart from the vocabularies because many are the same in several languages, so that
they tell none.
"""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from customs_coop.deadline.phrases import Phrases, phrase_set, word_set

__all__ = ["STATEMENTS", "StatementWords"]


@frozen(kw_only=True, eq=False, repr=False)
class StatementWords:
    """The words of one language, in lower case.

    Args:
        nouns: What is delivered.
        compounds: Whether a longer word may end with one of `nouns`: "Abschlussbericht".
        of: Words that join two such nouns: "draft of the guide".
        kinds: Words that, with one more word, tell what kind of thing is meant: "de synthèse".
        participles: Verbs behind a noun for what is done to deliver it.
        perhaps: Verbs behind a noun that make a statement of an aim or of history: "adopted".
        endings: Endings of participles; one that is in neither set above describes a noun.
        verbs: What begins an instruction.
        clauses: Words that make a sentence of a statement.
        subjects: Words before what a thing is about; the time may belong to that.
        due: Words before a last day that mark a deadline behind a noun only.
        stretches: Words before a stretch of time in which something is due.
        days: Words before a day on which something is due.
        inside: What may stand in a noun that a rhythm follows: "Mise à jour annuelle".
        stages: Words that tell which of several deliveries is meant: "interim".
        first_parts: The same as first parts of nouns, where `compounds`: "Zwischenbericht".
    """

    nouns: frozenset[str] = field(converter=word_set)
    compounds: bool = False
    of: Phrases[bool] = field(converter=phrase_set)
    kinds: frozenset[str] = field(converter=word_set)
    participles: frozenset[str] = field(converter=word_set)
    perhaps: frozenset[str] = field(converter=word_set)
    endings: tuple[str, ...]
    verbs: frozenset[str] = field(converter=word_set)
    clauses: frozenset[str] = field(converter=word_set)
    subjects: frozenset[str] = field(converter=word_set)
    due: Phrases[bool] = field(converter=phrase_set)
    stretches: Phrases[bool] = field(converter=phrase_set)
    days: Phrases[bool] = field(converter=phrase_set)
    inside: frozenset[str] = field(converter=word_set)
    stages: frozenset[str] = field(converter=word_set)
    first_parts: tuple[str, ...] = ()


def _agreeing(*participles: str) -> str:
    """French participles with each of their endings."""
    return " ".join(f"{one}{ending}" for one in participles for ending in ("", "e", "s", "es"))


STATEMENTS: Final[Mapping[str, StatementWords]] = {
    "en": StatementWords(
        nouns="""
            report reports study studies guide guides guideline guidelines handbook handbooks manual
            manuals list lists inventory catalogue overview survey surveys assessment assessments
            analysis analyses evaluation evaluations review reviews recommendation recommendations
            proposal proposals draft drafts strategy strategies questionnaire questionnaires map
            maps summary summaries paper papers template templates form forms module modules
            database tool tools website brochure brochures leaflet newsletter newsletters update
            updates version versions presentation presentations checklist curriculum
            """,
        of="of | of the | of a | of an",
        kinds="",
        participles="""
            agreed approved endorsed updated presented submitted delivered finalised finalized
            prepared produced published circulated distributed sent drafted drawn written made
            developed established tested revised reviewed carried conducted undertaken provided
            available ready evaluated translated printed compiled set introduced launched
            """,
        perhaps="adopted completed issued done discussed signed finished",
        endings=("ed",),
        verbs="""
            prepare draft draw present submit send deliver finalise finalize publish produce
            distribute circulate agree approve update develop organise organize carry conduct
            provide establish evaluate revise write make
            """,
        clauses="""
            is are be been that which who whose where when if while because since not no see has
            have begins starts commences
            """,
        subjects="""
            of on about concerning regarding from in at with under into between against within
            over during after before until
            """,
        due="until | till | up until | due",
        stretches="""
            in | during | in the course of | during the course of | at | planned for |
            scheduled for | foreseen for | planned in | scheduled in | foreseen in
            """,
        days="on | planned for | scheduled for | foreseen for",
        inside="",
        stages="interim intermediate initial preliminary progress draft mid - term final annual",
    ),
    "fr": StatementWords(
        nouns="""
            rapport rapports étude études guide guides lignes manuel manuels liste listes inventaire
            catalogue enquête enquêtes évaluation évaluations analyse analyses recommandation
            recommandations proposition propositions projet stratégie stratégies questionnaire
            questionnaires carte cartes synthèse document documents note notes formulaire module
            modules base outil outils site brochure brochures bulletin mise mises version
            présentation révision bilan
            """,
        of="de | du | de la | de l ' | d ' | d ' un | d ' une",
        kinds="de d",
        participles=_agreeing(
            *("approuvé", "agréé", "convenu", "validé", "présenté", "soumis", "remis"),
            *("transmis", "finalisé", "établi", "élaboré", "préparé", "rédigé", "publié"),
            *("diffusé", "distribué", "envoyé", "révisé", "actualisé", "réalisé", "effectué"),
            *("mené", "développé", "testé", "évalué", "traduit", "imprimé", "produit"),
            *("disponible", "prêt", "lancé"),
        ),
        perhaps=_agreeing("adopté", "achevé", "terminé", "clôturé", "discuté", "signé", "arrêté"),
        endings=("é", "ée", "és", "ées"),
        verbs="""
            préparer rédiger présenter soumettre remettre transmettre envoyer élaborer établir
            publier diffuser distribuer finaliser approuver actualiser développer organiser réaliser
            mener évaluer réviser produire
            """,
        clauses="est sont qui que dont où quand si lorsque car ne pas voir a ont",
        subjects="""
            de du des d sur concernant relatif relative relatifs relatives dans en avec entre
            contre sous chez avant après pendant durant
            """,
        due="pour",
        stretches="""
            en | au | à | à l ' | courant | au cours de | au cours du | au cours de l ' |
            dans le courant de | dans le courant du | pendant | pendant le | durant | durant le |
            prévu en | prévue en | prévu pour | prévue pour | prévu au | prévue au
            """,
        days="le | prévu le | prévue le | prévu pour le | prévue pour le",
        inside="à jour de d ' final finale",
        stages="""
            intermédiaire initial initiale préliminaire provisoire final finale définitif définitive
            annuel annuelle
            """,
    ),
    "de": StatementWords(
        nouns="""
            bericht berichte studie studien leitfaden leitlinien handbuch handbücher liste listen
            verzeichnis katalog übersicht umfrage bewertung bewertungen analyse analysen auswertung
            auswertungen evaluierung überprüfung empfehlung empfehlungen vorschlag vorschläge
            entwurf entwürfe strategie strategien fragebogen karte karten zusammenfassung papier
            muster formular modul module datenbank instrument website broschüre broschüren
            aktualisierung aktualisierungen fassung präsentation
            """,
        compounds=True,
        of="des | der | von | für",
        kinds="",
        participles="""
            gebilligt genehmigt vereinbart aktualisiert vorgelegt vorgestellt übermittelt geliefert
            fertiggestellt erstellt ausgearbeitet erarbeitet veröffentlicht verteilt versandt
            entworfen verfasst entwickelt eingerichtet getestet überarbeitet durchgeführt verfügbar
            bewertet übersetzt gedruckt vorzulegen vorlegen
            """,
        perhaps="angenommen verabschiedet abgeschlossen erledigt beendet erörtert unterzeichnet",
        endings=(),
        verbs="",
        clauses="""
            ist sind wird werden wurde wurden der die das welche welcher welches wenn falls nicht
            kein keine siehe hat haben
            """,
        subjects="""
            von vom der des über zu zum zur im in am bei mit aus unter gegen zwischen betreffend
            nach vor während
            """,
        due="bis",
        stretches="im | in | im laufe | im laufe des | im verlauf | während | geplant für",
        days="am | geplant für den | geplant am",
        inside="",
        stages="""
            vorläufiger vorläufige vorläufiges endgültiger endgültige endgültiges jährlicher
            jährliche
            """,
        first_parts=("zwischen", "abschluss", "schluss", "end", "jahres", "vor"),
    ),
}
