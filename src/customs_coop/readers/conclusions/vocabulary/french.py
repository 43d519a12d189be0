"""The words of French conclusions."""

from typing import Final

from customs_coop.readers.conclusions.vocabulary.base import LanguageWords, VerbWords

__all__ = ["FRENCH"]

_B = r"\s{1,3}"
# "à ouvrir", "de ne pas ouvrir", "d'ouvrir".
_INFINITIVE = (
    rf"(?:ne{_B}(?:pas|plus){_B})?(?:s['’]|(?:se|y|en|les?|la|leur|lui){_B})?"
    r"[^\W\d_]{2,30}(?:er|ir|re)\b"
)
_A = r"(?:à|(?-i:A))"  # capitals may stand without accents
_TO_DO = rf"(?:(?:{_A}|de){_B}|d['’]\s?)(?={_INFINITIVE})"
_COUNCIL = (
    rf"Conseil(?:{_B}(?:europ[ée]en\b|de{_B}l['’]\s?Union{_B}europ[ée]enne"
    rf"|des{_B}Communaut[ée]s{_B}europ[ée]ennes))?"
)

FRENCH: Final = LanguageWords(
    verbs=VerbWords(
        requests=(
            rf"invite(?:nt)?|demande(?:nt)?(?={_B}(?:instamment{_B}|également{_B}|aussi{_B}|donc{_B})?(?:{_A}|au|aux|que|qu)\b)"
            rf"|encourage(?:nt)?|engage(?:nt)?(?={_B}(?:les?|la|l['’]|tous|toutes)(?:\b|(?<=['’])))|exhorte(?:nt)?"
            rf"|appelle(?:nt)?(?:{_B}(?:instamment|une{_B}nouvelle{_B}fois))?(?={_B}(?:les?|la|l['’]|tous|toutes|Europol|Eurojust|Frontex))"
            rf"|prie(?:nt)?|recommande(?:nt)?|conseille(?:nt)?|suggère(?:nt)?"
            rf"|(?:réitère|renouvelle)(?:nt)?{_B}(?:son|leur){_B}(?:invitation|appel)"
        ),
        tasks=rf"charge(?:nt)?(?!{_B}(?:de|du|des|d)\b)|mandate(?:nt)?|donne(?:nt)?{_B}(?:pour{_B})?mandat",
        commitments=(
            rf"conviennent|convient|décide(?:nt)?|s['’]\s?engage(?:nt)?|est{_B}convenu|a{_B}décidé"
        ),
        findings=(
            rf"prend{_B}(?:bonne{_B}|dûment{_B})?(?:note|acte|connaissance)|prenant{_B}(?:note|acte)|prennent{_B}note"
            r"|souligne(?:nt)?|soulignant|rappelle(?:nt)?|rappelant|se\s{1,3}félicite(?:nt)?|se\s{1,3}félicitant"
            r"|salue(?:nt)?|saluant|accueille(?:nt)?|accueillant|constate(?:nt)?|constatant|note(?:nt)?(?=\s{1,3}(?:que|qu['’]|avec))|notant"
            r"|considère(?:nt)?|considérant|estime(?:nt)?|estimant|reconnaît|reconnaissant|insiste(?:nt)?|insistant"
            r"|réaffirme(?:nt)?|réaffirmant|confirme(?:nt)?|exprime(?:nt)?|relève(?:nt)?|relevant|remercie(?:nt)?"
            r"|approuve(?:nt)?|regrette(?:nt)?|ayant\s{1,3}à\s{1,3}l['’]\s?esprit|vu(?=\s)|conscient|met\s{1,3}l['’]\s?accent|attend(?=\s)"
        ),
    ),
    common=(
        "à au aux avec ce cette dans de des du d en et la le les leur leurs l par pour que qu sa"
        " ses son sur un une"
    ),
    opens=rf"le{_B}{_COUNCIL}",
    titles=rf"(?:projet{_B}de{_B})?conclusions{_B}du{_B}Conseil\b",
    subject=(
        rf"(?:le{_B}{_COUNCIL}|ils?|elles?|les{_B}ministres|la{_B}conférence|le{_B}(?:groupe|comité)"
        r"(?:\s[^.;:,]{1,60}?)?)"
    ),
    adverbs=(
        rf"(?:et|également|aussi|donc|en{_B}outre|par{_B}ailleurs|enfin|instamment|vivement|à{_B}nouveau"
        rf"|une{_B}nouvelle{_B}fois|en{_B}conséquence|par{_B}conséquent|dans{_B}ce{_B}contexte|à{_B}cet{_B}égard|à{_B}cette{_B}fin)"
    ),
    to=rf"(?:{_A}|aux?){_B}",
    article=rf"(?:(?:tou(?:s|tes){_B})?(?:les?|la|leurs?|ses){_B}|l['’]\s?)",
    glue=rf"\s{{0,3}},\s{{0,3}}(?:(?:et|ainsi{_B}que){_B})?|{_B}(?:et|ainsi{_B}que|ou)\s{{0,2}},?{_B}",
    asides=(
        rf"le{_B}cas{_B}échéant|s['’]\s?il{_B}y{_B}a{_B}lieu|en{_B}particulier|notamment"
        rf"|(?:chacun|chacune)\b[^,;]{{0,80}}|dans{_B}le{_B}cadre{_B}de[^,;]{{0,80}}"
        rf"|en{_B}(?:étroite{_B})?(?:coopération|collaboration|concertation|coordination)\b[^,;]{{0,80}}"
    ),
    end=rf",?{_B}{_TO_DO}|,?{_B}(?:{_A}|de)\s{{0,3}}(?:[:,]|\Z)|[:;.]|(?<!,){_B}(?:dans|conformément|selon|en{_B}(?:étroite{_B})?co)|{_B}qu(?:e\b|['’])",
    list_follows=rf"(?:\b(?:{_A}|de|que)|[:,])\s{{0,3}}[:,]?\Z",
    commits=rf"[^.;:]{{0,160}}?{_B}{_TO_DO}",
)
