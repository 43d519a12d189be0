"""The words of French that lay down duties."""

from typing import Final

from customs_coop.readers.obligations.vocabulary.base import DutyWords

__all__ = ["FRENCH"]

_OFTEN = (
    r"(?:(?:également|aussi|ensuite|régulièrement|périodiquement|annuellement"
    r"|chaque (?:année|semestre)|tous les (?:ans|six mois|deux ans)) )?"
)
_TO = r"(?:(?:au|aux|à la|à l['’]|à) ?[^.;:,]{2,80}? )?"
_A_REPORT = (
    rf"{_OFTEN}{_TO}(?:un|des|son|ses|leurs?) "
    r"(?:premier |nouveau |second |dernier )?rapports?(?!\w)"
)
_FINITE = (
    r"(?:présente(?:nt|ra|ront)?|soumet(?:tent|tra|tront)?|transmet(?:tent|tra|tront)?"
    r"|remet(?:tent|tra|tront)?|adresse(?:nt|ra|ront)?|communique(?:nt|ra|ront)?"
    r"|établi(?:t|ssent|ra|ront)|élabore(?:nt|ra|ront)?|rédige(?:nt|ra|ront)?)"
)
_INFINITIVE = (
    r"(?:présenter|soumettre|transmettre|remettre|adresser|communiquer|établir|élaborer|rédiger)"
)
_OF = r"(?:à |de |d['’] ?)"

FRENCH: Final = DutyWords(
    reports=(
        rf"(?:rend(?:ent|ra|ront)? {_OFTEN}compte|f(?:ait|ont|era|eront) {_OFTEN}rapport"
        rf"|{_FINITE} {_A_REPORT})(?!\w)"
    ),
    charges=(
        rf"(?:(?:doi(?:t|vent)|devra(?:it|ient)?|devront) {_OFTEN}(?!(?:être|pouvoir|avoir)\b)"
        r"(?=(?:se |s['’] ?)?[^\W\d_]{2,30}(?:er|ir|re)\b)"
        rf"|(?:est|sont|sera|seront) {_OFTEN}(?:chargée?s?|tenue?s?) {_OF})"
    ),
    invites=(
        rf"(?:est|sont|sera|seront) {_OFTEN}"
        rf"(?:invitée?s?|priée?s?|encouragée?s?|appelée?s?|engagée?s?) {_OF}"
    ),
    to_report=(
        rf"{_OFTEN}(?:rendre {_OFTEN}compte|faire {_OFTEN}rapport|{_INFINITIVE} {_A_REPORT})(?!\w)"
    ),
    passive=(
        r"(?:[Uu]n|[Dd]es|[Ll]es?|[Cc]es?) (?:[^\W\d_]{2,15} )?rapports?(?!\w)[^.;:]{0,120}?"
        r" (?:sera|seront|(?:doi(?:t|vent)|devra|devront|devrait) être)"
        r" (?:présenté|soumis|transmis|remis|adressé|communiqué|établi|élaboré)e?s?(?!\w)"
        r"|\b[Ii]l (?:est|sera|doit être) rendu compte\b"
    ),
    denied=r"\b(?:pas(?! plus tard)|jamais)\b",
    suffered=r"\b(?:être|avoir été) [^\W\d_]{2,20}(?:ée?s?|ie?s?|te?s?)\b",
    subject=r"(?:[Ll]es? |[Ll]a |[Ll]['’] ?|[Cc]haque |[Tt]ou(?:s|tes) les )",
    recipient=(
        r"(?<!relatif )(?<!relative )(?<!relatifs )(?<!relatives )(?<!par rapport )(?<!quant )"
        r"(?<!face )(?<!grâce )(?<!accès )(?<!appartenant )(?<!\w)"
        r"(?:aux?|à la|à l['’]|à) ?(?:les )?"
    ),
    glue=r" et(?: (?:les?|la))? | et l['’]|, (?:les? |la |l['’])?",
)
