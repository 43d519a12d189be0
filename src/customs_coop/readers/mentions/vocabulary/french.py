"""The words of French that state relations."""

from typing import Final

from customs_coop.model import LinkKind
from customs_coop.readers.mentions.vocabulary.base import ALL, ITEMS, OWN, Cue, LinkWords

__all__ = ["FRENCH"]

_B = r"[^\S\n]{1,3}"
_L = r"(?:les?[^\S\n]{1,3}|la[^\S\n]{1,3}|l[^\S\n]?['’][^\S\n]?)"
# "de", "à" and the like with the article that follows or has melted into them, and the blank.
_DE = rf"(?:de[^\S\n]{{1,3}}{_L}?|du{_B}|des{_B}|d[^\S\n]?['’][^\S\n]?)"
_A = rf"(?:à[^\S\n]{{1,3}}{_L}?|aux?{_B})"
# "les résultats de", "l'achèvement de" between a verb and what is waited for.
_OUTCOME = (
    rf"(?:{_L}?(?:résultats?|issue|achèvement|conclusions?|finalisation|adoption|approbation"
    rf"|décisions?|rapports?|fin){_B}(?:finals?{_B}|finaux{_B})?{_DE})?"
)
_WORK = (
    rf"(?:{_L}?(?:travaux|activités|projet|résultats?|conclusions?|rapports?){_B}"
    rf"(?:(?:menés|entamés|réalisés){_B})?(?:{_DE}|dans{_B}(?:le{_B}cadre{_B}{_DE})?|sur{_B}))?"
)
_WITHIN = (
    rf"(?:sous{_B}{_L}?|dans{_B}(?:le{_B}cadre{_B}{_DE}|{_L})?|au{_B}titre{_B}{_DE}|par{_B}{_L}?"
    rf"|vers{_B}{_L}?|{_A})"
)
_PUT = (
    r"(?:repri(?:se?s?)|poursuivie?s?|transférée?s?|déplacée?s?|intégrée?s?|incorporée?s?"
    r"|fusionnée?s?)"
)

# "des délégations" between a paper and what it is on.
_ITS_AUTHOR = (
    rf"(?:{_B}(?:d(?:u|es?)|par|d[^\S\n]?['’](?=\w))"
    rf"(?:{_B}(?!(?:est|sont|a|ont|et|été|sera|seront)\b)[\w'’-]{{1,25}}){{1,4}})?"
)
_ABOUT = (
    rf"{_B}(?:(?:sur|pour|concernant|portant{_B}sur|visant){_B}|(?:relati(?:f|ve)s?{_B})?{_A}"
    rf"|(?:en{_B}vue|au{_B}sujet|à{_B}propos){_B}{_DE})"
)
_OPENED = (
    rf"(?:(?:l[ea]s?|une?|ce|cette|son|leur){_B}|l[^\S\n]?['’][^\S\n]?)?(?:[\w-]{{3,20}}{_B})?"
)
_PAPER_IN_FORCE = (
    r"(?<!\ben )(?<!\bdans l['’])(?<!\bà l['’])(?<!\bdans la )(?<!\bdans le )"
    r"(?<!\bdans les )(?<!\bdans une )"
)

_CUES = tuple(
    Cue(kind, reach, words)
    for kind, reach, words in (
        (
            LinkKind.HANDLED_WITH,
            ITEMS,
            (
                rf"(?<!voir )(?:également|aussi){_B}(?:(?:sous|dans|au{_B}titre{_B}de){_B})?{_L}?"
                rf"|(?:à{_B}traiter|traitée?s?|conjointement|parallèlement|en{_B}parallèle|en{_B}liaison"
                rf"|en{_B}combinaison|en{_B}coordination|combinée?s?|couplée?s?|liée?s?|coordonnée?s?"
                rf"|à{_B}mener|à{_B}examiner|ensemble){_B}(?:avec{_B}{_L}?|{_A})"
            ),
        ),
        (
            LinkKind.AWAITS,
            ALL,
            (
                rf"(?:en{_B}attente|dans{_B}l[^\S\n]?['’][^\S\n]?attente){_B}{_DE}{_OUTCOME}"
                rf"|en{_B}attendant{_B}{_L}?{_OUTCOME}|attend(?:re|ent)?{_B}{_L}?{_OUTCOME}"
                rf"|en{_B}suspens{_B}jusqu[^\S\n]?['’][^\S\n]?{_A}{_OUTCOME}"
                rf"|(?:après{_B}{_L}?|jusqu[^\S\n]?['’][^\S\n]?{_A})(?:achèvement|finalisation|conclusion)"
                rf"{_B}{_DE}"
            ),
        ),
        (
            LinkKind.DEPENDS_ON,
            ALL,
            (
                rf"(?:(?:dépend(?:ant|ent|ra)?|tributaires?|découlant|découle(?:nt)?){_B}{_DE}"
                rf"|(?:subordonnée?s?|consécuti(?:fs?|ves?)){_B}{_A}|conditionnée?s?{_B}(?:{_A}|par{_B}{_L}?)"
                rf"|à{_B}la{_B}suite{_B}{_DE}|en{_B}fonction{_B}{_DE}){_OUTCOME}"
            ),
        ),
        (LinkKind.DEPENDS_ON, ITEMS, rf"sous{_B}réserve{_B}{_DE}{_OUTCOME}"),
        (
            LinkKind.STARTS_FROM,
            ITEMS,
            (
                rf"(?:fondée?s?|basée?s?|s[^\S\n]?['’][^\S\n]?appu(?:ie|ient|yant)|repos(?:e|ent|ant)"
                rf"|s[^\S\n]?['’][^\S\n]?inspir(?:e|ant)){_B}(?:sur{_B}{_L}?|{_DE}){_WORK}"
                rf"|sur{_B}la{_B}base{_B}{_DE}{_WORK}|à{_B}partir{_B}{_DE}{_WORK}"
            ),
        ),
        (
            LinkKind.CONTINUES,
            ALL,
            (
                rf"(?:f(?:ait|ont|aisant)|donn(?:e|ent|ant)){_B}suite{_B}{_A}{_WORK}"
                rf"|(?:(?<!à la )suite|continuation|poursuite|prolongement|reprise){_B}{_DE}{_WORK}"
                rf"|(?:poursui(?:t|vent|vant)|prolonge(?:nt|ant)?|continue(?:nt)?){_B}{_L}?{_WORK}"
                rf"|assur(?:e|ant){_B}le{_B}suivi{_B}{_DE}{_WORK}"
            ),
        ),
        (
            LinkKind.SUPERSEDES,
            ALL,
            rf"(?:(?:remplac|abroge?)(?:e|ent|ant)|se{_B}substitue{_B}à){_B}{_L}?",
        ),
        (
            LinkKind.IMPLEMENTS,
            ALL,
            (
                rf"mise{_B}en{_B}(?:œ|oe)uvre{_B}{_DE}"
                rf"|(?:met|mettent|mettant|mettre){_B}en{_B}(?:œ|oe)uvre{_B}{_L}?"
                rf"|en{_B}(?:exécution|application){_B}{_DE}|donn(?:er|e|ant){_B}effet{_B}{_A}"
            ),
        ),
        (
            LinkKind.TAKES_UP,
            ALL,
            (
                rf"repren(?:d|ant|dre){_B}{_L}?(?:recommandations?|propositions?|demandes?){_B}"
                rf"(?:(?:formulées?|contenues?){_B})?(?:{_DE}|dans{_B}{_L}?)"
            ),
        ),
        (
            LinkKind.USES_RECOMMENDATIONS_OF,
            OWN,
            (
                rf"recommandations?{_B}(?:(?:formulées?|issues?|contenues?|figurant|énoncées?){_B})?"
                rf"(?:{_DE}|dans{_B}{_L}?)"
            ),
        ),
        (LinkKind.TAKEN_FORWARD_IN, ITEMS, rf"{_PUT}{_B}{_WITHIN}"),
        (
            LinkKind.TAKEN_FORWARD_IN,
            OWN,
            rf"(?:couverte?s?|traitée?s?|prise?s?{_B}en{_B}compte){_B}{_WITHIN}",
        ),
        (
            LinkKind.FOLLOWED_UP_BY,
            ITEMS,
            (
                rf"suivi{_B}(?:(?:à{_B}assurer|assuré|prévu|sera{_B}assuré|est{_B}assuré){_B}){{0,1}}"
                rf"(?:sous{_B}{_L}?|dans{_B}(?:le{_B}cadre{_B}{_DE}|{_L})?|au{_B}titre{_B}{_DE}|par{_B}{_L}?)"
            ),
        ),
        (
            LinkKind.CITES,
            OWN,
            rf"(?:voir(?:{_B}(?:aussi|également))?|cf\.?)(?:{_B}sous)?{_B}{_L}?",
        ),
        (
            LinkKind.MERGED_FROM,
            OWN,
            (
                rf"(?:intègre(?:nt)?|incorpore(?:nt)?|absorbe(?:nt)?|regroupe(?:nt)?){_B}{_L}?"
                rf"|(?:issue?s?{_B}|résult(?:e|ant){_B})?{_DE}?(?:la{_B})?fusion{_B}{_DE}"
            ),
        ),
    )
)

FRENCH: Final = LinkWords(
    cues=_CUES,
    merged_with=rf"fusionnée?s?{_B}avec{_B}{_L}?(?:ancien(?:ne)?s?{_B})?",
    once=rf"(?:une{_B}fois(?:{_B}que)?|dès{_B}que|lorsque|quand){_B}{_L}?(?:actions?{_B})?",
    done_behind=(
        rf"{_B}(?:(?:est|sont|sera|seront|(?:a|ont|aura|auront){_B}été){_B})?"
        r"(?:achevée?s?|terminée?s?|finalisée?s?|réalisée?s?|adoptée?s?|approuvée?s?)(?!\w)"
    ),
    denied=(
        r"pas|non(?![-‐‑])|jamais|ni|sans|indépendamment\s{1,3}d[eu]s?|sauf|hormis"
        r"|au\s{1,3}lieu\s{1,3}d[eu]s?|plutôt\s{1,3}que|contrairement\s{1,3}(?:à|aux?)|excepté"
    ),
    former=(
        rf"anciennement|précédemment|auparavant|antérieurement|ex{_B}"
        rf"|ancien(?:ne)?{_B}(?=(?:action|code|point|mesure|n[°ºo])[^\S\n]{{1,3}}[0-9])"
    ),
    nouns=r"mesures?|activités?|n[°º]s?|numéros?",
    glue="et|ou|ainsi que",
    to="à",
    not_counted="""
        ainsi après au auquel aux avant avec car ce ces ci comme dans de depuis des dont du elle en
        est et il la le les lorsque mais ne ou par pour puis quand que qui sans sera seront si sont
        sous sur à été doit doivent devrait peut
        """,
    of_document=r"du|de|la|le|des|dans|dans\s{1,3}le",
    document=r"documents?|docs?\.?|rapports?|études?|notes?",
    acts=(
        rf"(?:résolution|conclusions|décision|déclaration|action{_B}commune)"
        rf"(?:{_B}(?:du{_B}Conseil|de{_B}la{_B}Commission))?{_B}du"
    ),
    recommendations_of=(
        rf"recommandations?{_B}(?:(?:formulées?|issues?|contenues?|figurant|énoncées?){_B})?"
        rf"(?:{_DE}|dans{_B}{_L}?)(?:(?:rapport|document|étude|évaluation|note|doc\.?)s?{_B}"
        rf"(?:final{_B})?(?:(?:{_DE}|sur{_B}{_L}?)|n[°º]{_B})?)?\(?"
    ),
    based_on=rf"\b(?:fondée?s?|basée?s?){_B}sur{_B}{_L}?",
    action_based_on=(
        rf"\b(?:(?:cette|l[^\S\n]?['’][^\S\n]?|la{_B}|le{_B}|ce{_B})[^\S\n]{{0,3}}(?:action|activité|projet"
        rf"|tâche|mesure)|elle|il){_B}(?:(?:est|sera){_B}(?:fondée?|basée?)|s[^\S\n]?['’][^\S\n]?appuie"
        rf"|repose){_B}sur\b"
    ),
    starting_point=rf"\bpoints?{_B}de{_B}départ\b",
    starting_points=rf"\bpoints?{_B}de{_B}départ\s{{0,3}}:",
    following=rf"(?:à{_B}la{_B}suite|faisant{_B}suite|suite){_B}(?:{_DE}|{_A})",
    in_the_past=(
        r"\b(?:a|ont)\s{1,3}(?:déjà\s{1,3})?été\s{1,3}(?:(?:entièrement|déjà|partiellement)\s{1,3})?"
        r"(?:utilisée?s?|mise?s?\s{1,3}en\s{1,3}(?:œ|oe)uvre|suivie?s?|appliquée?s?|intégrée?s?)(?!\w)"
    ),
    not_now=(
        r"\b(?:n\s?['’]|ne\s{1,3})[^.;\n]{0,20}(?:plus|pas|jamais)\s{1,3}(?:être\s{1,3})?"
        r"(?:utilisée?s?|suivie?s?|prise?s?|pertinente?s?|applicables?)(?!\w)"
    ),
    completed=(
        r"[Aa]chevée?s?|ACHEV[ÉE]E?S?|[Tt]erminée?s?|TERMIN[ÉE]E?S?|[Cc]lôturée?s?|[Ff]inalisée?s?"
    ),
    see=r"(?:voir\s{1,3})?(?:dans\s{1,3})?(?:l[ea]\s{1,3})?(?:(?:document|doc\.?|rapport)\s{1,3})?",
    not_proof=(
        r"(?:basée?s?|fondée?s?|sur\s{1,3}la\s{1,3}base|conformément|suite|à\s{1,3}la\s{1,3}demande"
        r"|réponse|attente|en\s{1,3}cours|échéances?|délais?|sauf|remplace\w{0,5}|pas|avant|après"
        r"|projet|compte\s{1,3}tenu)(?!\w)"
    ),
    yet_to=(
        r"(?:\b(?:pas|à|être|si|une\s{1,3}fois|dès\s{1,3}que|lorsque|avant|après|presque|jamais|sans"
        r"|sera|seront|doit|non))\s{1,4}(?:(?:encore|être|été|entièrement)\s{1,4}){0,3}"
    ),
    agreement=(
        r"\b(?:(?:nécessit(?:e|ent|ant)|requi(?:ert|èrent|érant)|requérant|exig(?:e|ent|eant)|suppose"
        r"|avec|sous\s{1,3}réserve\s{1,3}de|subordonnée?s?\s{1,3}à|moyennant)\s{1,3})"
        r"(?:l\s?['’]\s?|un\s{1,3}|d\s?['’]\s?)?(?:accord|consentement|approbation)\s{1,3}"
        r"(?:préalable\s{1,3}|exprès\s{1,3})?(?:de\s{1,3}(?:l\s?['’]\s?|la\s{1,3})?|du\s{1,3}|des\s{1,3}|d\s?['’]\s?)"
    ),
    others=(
        r"(?:toutes\s{1,3})?(?:les\s{1,3})?(?:autres\s{1,3})?parties\s{1,3}(?:intéressées|concernées|impliquées)"
    ),
    title_column=r"\bcolonne\s{1,3}(?:2|\(2\)|deux)(?![0-9])|\bdeuxième\s{1,3}colonne\b|\btitre\b",
    funded=(
        rf"(?:(?:co)?financ(?:ée?s?|ement|er)|subventionnée?s?|soutenue?s?|crédits|subvention){_B}"
        rf"(?:par{_B}{_L}?|au{_B}titre{_B}{_DE}|dans{_B}le{_B}cadre{_B}{_DE}|{_DE})(?:programme{_B}|fonds{_B})?"
    ),
    reported_to=(
        rf"(?:(?:rapports?|évaluations?|études?|résultats|conclusions|recommandations?|propositions?"
        rf"|comptes?{_B}rendus?|analyses?|bilans?|notes?|stratégies?)"
        rf"(?:{_B}(?:annuels?|semestriels?|écrits?|finals?|finaux|intérimaires?))?"
        rf"(?:{_B}(?:(?:à{_B})?(?:présenter|soumettre|transmettre|adresser|communiquer|remettre)"
        rf"|(?:présenté|soumis|transmis|adressé|communiqué|remis)e?s?))?"
        rf"|(?:(?:à{_B})?(?:présenter|soumettre|transmettre)|(?:présenté|soumis|transmis)e?s?"
        rf"|fai(?:t|re|sant){_B}rapport|rend(?:re)?{_B}compte|rendra{_B}compte)){_B}{_A}"
    ),
    forward=rf"\b{_PUT}{_B}{_WITHIN}",
    work_area=r"domaine(?:\s{1,3}(?:de\s{1,3}travail|d\s?['’]\s?action))?\s{1,3}\w{1,6}",
    plan=r"\bplan\s{1,3}(?:d\s?['’]\s?action|de\s{1,3}travail)\b",
    report=(
        rf"(?:(?:premier|deuxième|troisième|projet{_B}de){_B})?(?:rapports?|évaluations?|bilans?)"
        rf"(?:{_B}(?:finals?|finale|finaux|intérimaires?|intermédiaires?|provisoires?|définitifs?|annuels?"
        rf"|conjoints?|d[^\S\n]?['’][^\S\n]?(?:évaluation|étape|avancement|activités?)|de{_B}synthèse"
        rf"|sur{_B}(?:l[^\S\n]?['’][^\S\n]?état{_B}d[^\S\n]?['’][^\S\n]?avancement|les{_B}progrès))){{0,2}}"
    ),
    by_group=(
        rf"(?:{_B}(?:du|de{_B}l[^\S\n]?['’])[^\S\n]{{0,3}}(?:groupe|équipe)(?:{_B}(?:de{_B})?(?:projet|travail|experts))?)?"
        rf"(?:{_B}(?:au|à{_B}la){_B}(?:[A-Z]\w{{1,20}}))?"
    ),
    on_action=(
        rf"(?:{_B}(?:sur{_B}|concernant{_B}|(?:relatif|relative|relatifs|consacré)s?{_B}(?=à|aux?{_B})|portant{_B}sur{_B}"
        rf"|pour{_B}|établi{_B}au{_B}titre{_B}(?=d)|au{_B}titre{_B}(?=d)|(?=d))|\s{{0,3}}[:–—-]{_B})(?:{_DE}|{_A}|{_L})?"
        rf"(?:(?:mise{_B}en{_B}œuvre|exécution|réalisation|état{_B}d[^\S\n]?['’][^\S\n]?avancement|résultats?|travaux"
        rf"|progrès){_B}(?:{_DE}|dans{_B}le{_B}cadre{_B}{_DE}))?"
    ),
    results_of=(
        rf"(?:(?:recommandations?|résultats?|conclusions?|propositions?){_B}(?:et|ou){_B}{_L}?)?"
        rf"(?:recommandations?|résultats?|conclusions?|propositions?)"
        rf"(?:{_B}(?:formulées?|faites|issue?s|contenues))?{_B}(?:{_DE}|(?:dans|pour){_B}{_L}|au{_B}titre{_B}{_DE})"
    ),
    reported=(
        rf"(?:(?:a|ont|avait|également){_B}){{0,2}}(?:proposée?s?|recommandée?s?|recommande(?:nt)?|concl(?:u|us|uait|uent)"
        rf"|constatée?s?|suggérée?s?|indiquée?s?|montrée?s?|soulignée?s?|préconisée?s?|préconise(?:nt)?|demandée?s?|attiré)"
    ),
    held_in=(
        rf"(?:(?:est|sont|a{_B}été|ont{_B}été){_B})?(?:(?:contenue?s?|publiée?s?|diffusée?s?|présentée?s?|exposée?s?"
        rf"|reproduite?s?){_B})?(?:dans|figurant{_B}(?:dans|au)|figure{_B}(?:dans|au)|sous{_B}la{_B}cote|voir){_B}{_L}?"
    ),
    could_be=rf"(?:pourrai(?:en)?t|devrai(?:en)?t|peu(?:ven)?t|doi(?:ven)?t){_B}(?:également{_B}|aussi{_B})?être{_B}[a-zé]{{3,15}}",
    not_reports=(
        r"manuel|guide|lignes\s{1,3}directrices|plan|programme|stratégie|résolution|décision|règlement|mandat|conclusions"
        r"|communication|convention|accord|questionnaire|proposition|catalogue"
    ),
    respectively="respectivement",
    other_papers=(
        rf"modèles?|questionnaires?|formulaires?|cahier{_B}des{_B}charges|méthodologie|calendrier|demandes?|invitations?"
        rf"|rectificatif|corrigendum|addendum|observations?|remarques?|commentaires?|avis|réponses?|contributions?|lettres?"
        rf"|résumés?|synthèse"
    ),
    asked_paper=(
        rf"(?:(?:mandats?|(?<!sur le )modèles?|canevas|gabarits?|trames?"
        rf"|questionnaires?|formulaires?|grilles?|cahiers?{_B}des{_B}charges|termes{_B}de{_B}référence|structures?|schémas?|table{_B}des{_B}matières"
        rf"|méthodologies?|méthodes?|critères|calendriers?|demandes?){_ITS_AUTHOR}(?:{_ABOUT}|{_B}{_DE})"
        rf"|(?:lignes{_B}directrices|guides?|manuels?|plans?|propositions?|invitations?|instructions|listes?{_B}de{_B}contrôle"
        rf"|contributions?|indicateurs?){_ITS_AUTHOR}{_ABOUT}){_OPENED}"
    ),
    paper_about=(
        rf"{_PAPER_IN_FORCE}(?:(?:résumés?|synthèses?|abrégés?|extraits?|aperçus?|analyses?|rectificatifs?|corrigendum"
        rf"|addendum|additifs?|annexes?|appendices?|pièces?{_B}jointes?|introductions?|suivi|suites?{_B}(?:donn|réserv)ées?"
        rf"|(?:notes?|lettres?){_B}d[^\S\n]?['’][^\S\n]?accompagnement){_ITS_AUTHOR}(?:{_ABOUT}|{_B}{_DE})"
        rf"|(?:observations?|remarques?|commentaires?|avis|réponses?|réactions?|amendements?|lettres?|notes?|communiqués?"
        rf"|communications?|déclarations?|conclusions|résolutions?|décisions?){_ITS_AUTHOR}{_ABOUT}){_OPENED}"
    ),
    no_report=(
        rf"(?:(?:aucune?|sans|ni){_B}(?:(?:l[ea]|une?){_B}|l['’])?|(?:au{_B}lieu|à{_B}la{_B}place|en{_B}l['’]absence|faute){_B}"
        rf"(?:d(?:u|e){_B}(?:la{_B}|l['’])?|d['’](?:une?{_B})?)"
        rf"|pas{_B}(?:l[ea]{_B}|l['’])"
        rf"|(?:pas|jamais)(?:{_B}(?!(?:l[ea]s?|ce|son|seulement|uniquement|et|mais|ou|avant|après)\b)[\w-]{{2,20}}){{0,4}}{_B}"
        rf"(?:de{_B}|d['’](?:une?{_B})?|une?{_B}))"
    ),
    aside=(
        rf"outre|hormis|excepté|sauf|contrairement|(?:à{_B}la|[aà]{_B}la|À{_B}la){_B}différence|en{_B}plus|en{_B}sus|en{_B}dehors"
        rf"|au{_B}lieu|au-delà|à{_B}l['’](?:inverse|exception)|plutôt{_B}que|malgré"
    ),
    opening=(
        rf"(?:faisant{_B})?suite|à|après|avant|depuis|dès|selon|d['’]après|conformément|compte{_B}tenu|sur|au|aux|dans|en|avec"
        rf"|sans|par|pour|vu|eu{_B}égard|comme|lorsqu(?:e|(?=['’]))|quand|si|puisqu(?:e|(?=['’]))|parce|bien{_B}qu|tandis|alors|étant|lors|grâce"
        rf"|concernant|quant|s['’]agissant"
    ),
    also_of=r"d(?:e(?:\s{1,3}la|\s{1,3}l['’])?|u|es)|d['’]|sur(?:\s{1,3}l['’])?|à\s{1,3}l['’]|aux?|pour(?:\s{1,3}l['’])?",
)
