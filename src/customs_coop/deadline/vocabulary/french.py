"""The words of French."""

from typing import Final

from customs_coop.deadline.phrases import phrase_map, phrase_set, spelled
from customs_coop.deadline.vocabulary.base import Vocabulary

__all__ = ["FRENCH"]

_MONTHS: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
_NUMBERS: Final = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)

FRENCH: Final = Vocabulary(
    code="fr",
    telling="""
        le la les l un une des du de d et ou à au aux en dans par pour sur avec sans ce cette ces
        que qui est sont sera seront été être son sa ses leur leurs il elle ils ne pas plus même
        rapport rapports groupe groupes travail états membres douanes douanière coopération conseil
        commission commune présidence liste carte projet document plan action deadline mise jour
        """,
    month_names=_MONTHS,
    months_have_capitals=False,
    months=spelled(
        {
            **{name: number for number, name in enumerate(_MONTHS.split(), 1)},
            "janv": 1,
            "févr": 2,
            "fév": 2,
            "avr": 4,
            "juil": 7,
            "sept": 9,
            "oct": 10,
            "nov": 11,
            "déc": 12,
        }
    ),
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    numbers={
        **{word: value for value, word in enumerate(_NUMBERS.split(), 1)},
        "une": 1,
        "vingt": 20,
        "trente": 30,
        "soixante": 60,
    },
    ordinals=spelled(
        {
            **dict.fromkeys(("premier", "première", "premiers", "premières"), 1),
            **dict.fromkeys(("deuxième", "second", "seconde"), 2),
            "troisième": 3,
            "quatrième": 4,
            "dernier": 0,
            "dernière": 0,
        }
    ),
    ordinal_endings="er ère re e ème ième nd nde eme",
    units=phrase_map(
        {
            **dict.fromkeys(("jour", "jours", "jours calendrier"), ("D", 1)),
            **dict.fromkeys(("semaine", "semaines"), ("W", 1)),
            **dict.fromkeys(("quinzaine",), ("W", 2)),
            **dict.fromkeys(("mois",), ("M", 1)),
            **dict.fromkeys(("trimestre", "trimestres"), ("M", 3)),
            **dict.fromkeys(("semestre", "semestres"), ("M", 6)),
            **dict.fromkeys(("an", "ans", "année", "années"), ("Y", 1)),
        }
    ),
    presidency="présidence présidences",
    quarters="trimestre | trim . | trim",
    halves="semestre | sem . | sem | moitié de l ' année | moitié",
    codes={"t": 3, "q": 3, "s": 6},
    parts=phrase_map(
        {
            **dict.fromkeys(("début", "tout début", "début du mois de"), "early"),
            **dict.fromkeys(("mi -", "mi", "milieu", "milieu de", "milieu du mois de"), "mid"),
            **dict.fromkeys(("début de", "début du", "commencement de"), "start"),
            **dict.fromkeys(
                ("fin", "fin de", "fin du", "fin du mois de", "fin des", "fin d '"), "end"
            ),
        }
    ),
    weeks="semaine | semaine n ° | semaine no | semaine n",
    seasons=spelled({"printemps": 1, "été": 2, "automne": 3, "hiver": 4}),
    holidays="pâques noël rentrée",
    year_words="l ' année | année | l ' an | l ' exercice | exercice | l ' année civile",
    about="environ | vers | autour de | aux alentours de | circa | ca .",
    by="""
        au plus tard le | au plus tard en | au plus tard à la | au plus tard à | au plus tard au |
        au plus tard pour | au plus tard | ( au plus tard ) | le plus tard |
        d ' ici à | d ' ici au | d ' ici à la | d ' ici le | d ' ici la | d ' ici | pour le |
        pas plus tard que le | pas plus tard que |
        avant et y compris le | à remettre pour le | date cible : | date cible
        """,
    until="jusqu ' au | jusqu ' à la | jusqu ' à | jusqu ' en | jusque | pour",
    at_the_latest="au plus tard | ( au plus tard ) | , au plus tard",
    before="avant | préalablement à",
    after="après | à l ' issue de | à l ' issue du",
    since="""
        depuis | à partir du | à partir de | à partir d ' | à compter du | à compter de | dès |
        à dater du | pas avant | au plus tôt en | au plus tôt |
        début : | date de début : | démarrage : | commençant en | commençant au | débutant en |
        débutant au
        """,
    starting="""
        à partir du | à partir de | à partir d ' | à compter du | à compter de | dès |
        commençant en | débutant en
        """,
    onwards="""
        et au - delà | au plus tôt | ( au plus tôt ) | et suivantes | puis en continu |
        et en continu | par la suite | ensuite | +
        """,
    first_round="""
        pour la première fois | la première fois | première fois | le premier | la première |
        premier | première
        """,
    valid="""
        qui que dont valable valables ouvert ouverte ouverts ouvertes vigueur
        """,
    during="""
        en | pendant | durant | au cours de | au cours du | au cours des | dans le courant de |
        dans le courant du | courant | sous | dans | lors de | lors du | tout au long de
        """,
    throughout="pendant | durant | au cours de | au cours du | tout au long de | sous",
    on="le | au | à",
    to="à | au | jusqu ' au | jusqu ' à | jusqu ' en | - | – | — | /",
    either="ou | ou en | ou au",
    between="entre",
    joined="et | &",
    opened="""
        de | du | depuis | à partir du | à partir de | d ' | pendant la période |
        pour la période | au cours de la période | sur la période | durant la période |
        dans la période | période | en | pendant les années
        """,
    within="""
        dans un délai de | dans un délai d ' | dans le délai de | dans le délai d ' | dans
        les | dans l ' | dans | sous un délai de | endéans | au plus tard dans les | au plus
        tard dans un délai de | en l ' espace de | sous
        """,
    of_anchor="""
        à compter de | à compter du | à compter d ' | à partir de | à partir du | suivant |
        qui suit | qui suivent | après | de | du | d ' | à dater de
        """,
    before_anchor="avant",
    at_least="""
        au moins | au minimum | un minimum de | minimum | pas moins de | au plus tard |
        pas plus tard que
        """,
    awaiting="""
        en attente de | en attente du | dans l ' attente de | en attendant | sous réserve de |
        une fois | dès que | à la suite de | suite à | en fonction de
        """,
    articles="le | la | les | l '",
    linking="de | d ' | du | en | , | de la",
    every="""
        tous les | toutes les | chaque | par | de chaque | chaque mois de | chaque mois d '
        """,
    rates="par",
    alternate="autres",
    counts=phrase_map({"une fois": 1, "deux fois": 2, "trois fois": 3}),
    times="fois | x",
    per="par | chaque | tous les | toutes les | à chaque | au cours de chaque",
    rhythms=phrase_map(
        {
            **dict.fromkeys(("hebdomadaire", "hebdomadaires", "hebdomadairement"), ("W", 1)),
            **dict.fromkeys(("mensuel", "mensuelle", "mensuels", "mensuelles"), ("M", 1)),
            **dict.fromkeys(("mensuellement",), ("M", 1)),
            **dict.fromkeys(("bimestriel", "bimestrielle"), ("M", 2)),
            **dict.fromkeys(("bimestriels", "bimestrielles"), ("M", 2)),
            **dict.fromkeys(("trimestriel", "trimestrielle", "trimestriels"), ("M", 3)),
            **dict.fromkeys(("trimestrielles", "trimestriellement"), ("M", 3)),
            **dict.fromkeys(("semestriel", "semestrielle", "semestriels"), ("M", 6)),
            **dict.fromkeys(("semestrielles", "semestriellement"), ("M", 6)),
            **dict.fromkeys(("annuel", "annuelle", "annuels", "annuelles"), ("Y", 1)),
            **dict.fromkeys(("annuellement", "par an"), ("Y", 1)),
            **dict.fromkeys(("biennal", "biennale", "bisannuel", "bisannuelle"), ("Y", 2)),
            **dict.fromkeys(("triennal", "triennale"), ("Y", 3)),
        }
    ),
    adverbs="hebdomadairement mensuellement trimestriellement semestriellement annuellement an",
    adjectives="""
        hebdomadaire hebdomadaires mensuel mensuelle mensuels mensuelles bimestriel bimestrielle
        bimestriels bimestrielles
        trimestriel trimestrielle trimestriels trimestrielles semestriel semestrielle semestriels
        semestrielles annuel annuelle annuels annuelles biennal biennale bisannuel bisannuelle
        triennal triennale
        """,
    rhythmic={},
    basis=(
        (phrase_set("sur une base | sur base"), ""),
        (phrase_set("à un rythme | selon un rythme"), ""),
        (phrase_set("de manière | de façon"), ""),
    ),
    ongoing="""
        en continu | continu | continue | permanent | permanente | en permanence |
        régulièrement | régulier | régulière | en cours | de manière continue |
        de façon continue | périodiquement | périodique | continuellement | action permanente |
        jusqu ' à nouvel ordre | bimensuel | sur une base régulière
        """,
    occasions="""
        réunion conférence plénière opération visite session exercice occasion plan sommet
        événement conseil
        """,
    upcoming="prochain prochaine prochaines prochains suivant suivante",
    lasting="""
        présidence projet plan programme mandat exercice opération pilote phase conférence réunion
        session campagne période
        """,
    labels="""
        échéance | échéances | délai | délais | date limite | dates limites | date butoir |
        date cible | calendrier | date d ' achèvement | date de fin | échéancier | deadline |
        délai de mise en œuvre | échéance prévue | échéance finale | délai indicatif |
        échéance indicative | date prévue
        """,
    loose_labels="cible | objectif | terme | achèvement | à achever | à remettre",
    label_qualifiers="nouvelle nouveau nouveaux première premier provisoire",
    label_signs=": | - | – | — | est | fixée | fixé | de | au | = | * | _ | < i > | < b > | < em >",
    label_joints="pour de du des d relatif relative concernant",
    to_be="""
        à être | doit être | doivent être | devra être | devront être | doit | doivent | devra |
        devront | sera | seront | à présenter | à soumettre | à remettre | à établir | à réaliser
        """,
    duties="""
        doit doivent devra devront devrait devraient sera seront peut peuvent pourra pourront faut
        veuillez invite invités invite chargé
        """,
    past="""
        a ont avait avaient fut furent était étaient déjà été avons
        """,
    past_behind="",
    verbs_last=False,
    done="achevé achevée réalisé réalisée fait clos",
    reports="""
        rapport rapports mise mises réunion réunions évaluation évaluations bilan contrôle
        contrôles révision statistiques examen suivi exercice exercices
        """,
    prepositions="""
        à au aux en dans par pour de du des d avec jusqu pendant et ou si le la les l sur
        """,
    unknown="""
        à confirmer | à déterminer | à définir | à fixer | à préciser | à convenir | à décider |
        à annoncer | néant | sans objet | s . o . | n . d . | tbc | tbd | dès que possible |
        le plus tôt possible | le plus rapidement possible | dans les meilleurs délais |
        prochainement | en temps utile | immédiatement | urgent | inconnu | indéterminé |
        sans délai | pas de délai | aucun délai | pas d ' échéance | aucune échéance |
        sans échéance | non déterminé | non fixé | ultérieurement | en suspens | sine die
        """,
    provisional="""
        provisoire | provisoirement | à titre provisoire | à titre indicatif | indicatif |
        indicative | estimation | estimé | estimée | ?
        """,
    unconfirmed="""
        à confirmer | reste à confirmer | non confirmé | non confirmée | date à confirmer |
        sous réserve de confirmation | tbc
        """,
    negations="pas non sans jamais",
    limits="""
        au plus | au maximum | pas plus de | moins de | plus de | maximum | pas | ne pas | jamais |
        plutôt que | au lieu de
        """,
    not_events="de par à en le la pour chaque seulement tous toutes seule ou et",
    superseded="""
        précédemment | auparavant | initialement | à l ' origine | antérieurement | au lieu de |
        au lieu du | reporté de | reportée de | reporté du | ancienne échéance | ancien délai |
        échéance initiale | délai initial | remplace | avant : | anciennement | précédente
        """,
    replaced="""
        reporté | reportée | reportés | reportées | prolongé | prolongée | prorogé | prorogée |
        repoussé | repoussée | avancé | avancée | modifié | modifiée | étendu | étendue | différé
        """,
    renewed="""
        désormais | maintenant | nouvelle échéance | nouveau délai | nouvelle date | nouvelle |
        nouveau
        """,
    later="plus tard | par la suite",
    moved_to="à | au | jusqu ' au | jusqu ' à | jusqu ' en",
    longer_by="de | d '",
    auxiliaries="""
        désormais ensuite puis maintenant est était a été fut qui mais à nouveau encore sera et
        """,
    act_joints="du de",
    not_acts="échéance délai date limite terme mois trimestre semestre fin compter partir",
    numbered="""
        no nos n nr numéro numéros règlement règlements décision décisions directive directives
        recommandation document doc avis résolution acte action article articles page pages point
        points section chapitre annexe
        """,
)
