"""Paragraphs that only say how far the work is, and name nothing that is to be reached.

A cell of indicators mixes both. A paragraph is such a remark only where each of its sentences has
a wording that can be nothing else; anything less is an indicator, for a remark too many in the
list does less harm than an indicator that is lost in another.
"""

import re

from customs_coop.deadline import find_deadlines
from customs_coop.references import find_references
from customs_coop.references.base import Pattern

__all__ = ["is_remark", "is_remark_on"]

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s{1,4}(?=[A-ZÀ-ÖØ-Þ(“„«\"])")
_NUMBER = r"[0-9]{3,6}/[0-9]"
# Behind a bare participle: the end, a sign, a number, or a word that no noun of its own follows.
_CLOSED = rf"(?=\s{{0,4}}(?:[.;:,)!(–—]|-\s|\Z|{_NUMBER})"
# "Completed by June" is still due.
_DAY = (
    r"(?:the\s{1,4})?(?:end|beginning|middle|mid|[0-9]"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_ENGLISH_TAIL = (
    rf"{_CLOSED}|\s{{1,4}}(?:in|by(?!\s{{1,4}}{_DAY})|until|till|since|for|at|as|due|pending|because|see|under|on"
    r"|with|within|but|following|after|indefinitely)\b)"
)
_FRENCH_TAIL = (
    rf"{_CLOSED}|\s{{1,4}}(?:dans|par|au|aux|à|en|pour|depuis|jusqu['’]|le|voir|mais)(?!\w))"
)
_GERMAN_TAIL = rf"{_CLOSED}|\s{{1,4}}(?:in|im|durch|bis|seit|für|am|siehe|aber|mit)\b)"
_DONE_NOW = (
    r"(?:started|begun|completed|finished|finali[sz]ed|deferred|postponed|suspended|stopped"
    r"|launched|interrupted|under\s?way|on-?\s?going|in\s{1,4}progress|continuing)"
)
_LABOUR = (
    r"(?:(?:the|this|some|all|most\s{1,4}of\s{1,4}the)\s{1,4})?"
    r"(?:(?:preliminary|preparatory|initial|first|further|technical)\s{1,4})?"
    r"(?:work|drafting|preparations?|discussions?|negotiations?|consultations?)"
)
_BARE = Pattern(
    r"\(?(?:"
    # One word or two, with what makes a statement of it.
    r"(?:(?:partly|partially|not\s{1,4}yet|not)\s{1,4})?(?:completed?|finali[sz]ed|finished|done"
    r"|achieved|closed|deferred|postponed|suspended|abandoned|obsolete|superseded|on-?\s?going"
    rf"|under\s?way|in\s{{1,4}}progress|pending|started|begun){_ENGLISH_TAIL}"
    r"|(?:on-?\s?going|continuing)\s{1,4}(?:work|discussions?|negotiations?|consultations?|talks)\b"
    r"(?=\s{0,4}(?:[.;:,)(]|\Z)|\s{1,4}(?:in|within|at|by|with|on|between|under)\b)"
    r"|await(?:s|ing)?\s{1,4}(?:(?:the|an?|further|final)\s{1,4})?(?:outcomes?|results?|decisions?"
    r"|completion|approval|adoption|agreement|comments?|repl(?:y|ies)|responses?|opinions?"
    r"|publication|entry\s{1,4}into\s{1,4}force|ratification)\b"
    # "work" as the subject, never as a part of a product.
    rf"|{_LABOUR}(?:\s{{1,4}}(?:on|in|of)\s{{1,4}}[^.;:()\n]{{1,80}}?)?\s{{1,4}}(?:"
    r"(?:has|have|is|are|was|were)\s{1,4}(?:(?:now|already|also|been|being|still|not|yet)\s{1,4}){0,4}"
    rf"{_DONE_NOW}\b|(?:continues?|began|remains)\b|under\s?way\b|in\s{{1,4}}progress\b|on-?going\b)"
    rf"|{_LABOUR}\s{{1,4}}(?:completed|done|started|begun)\s{{0,4}}[(:–—-]?\s{{0,4}}(?:doc\.?\s{{1,4}})?{_NUMBER}"
    r"|no\s{1,4}(?:further\s{1,4})?(?:progress|action|work)\s{1,4}(?:is\s{1,4}|was\s{1,4})?"
    r"(?:(?:has|have)\s{1,4}been\s{1,4})?(?:made|needed|required|necessary|possible|taken|done|planned)\b"
    # French
    r"|(?:(?:partiellement|pas\s{1,4}encore)\s{1,4})?(?:achev|termin|clôtur|finalis|réalis|report|différ"
    rf"|commenc|entam)ée?s?{_FRENCH_TAIL}|suspendue?s?{_FRENCH_TAIL}"
    rf"|en\s{{1,4}}(?:cours|attente)(?:\s{{1,4}}(?:de|des|du|d['’])(?!\w)|{_FRENCH_TAIL})"
    r"|(?:les\s{1,4})?travaux\s{1,4}(?:(?:préliminaires|préparatoires)\s{1,4})?(?:(?:sont|ont\s{1,4}été)\s{1,4})?"
    r"(?:toujours\s{1,4})?(?:en\s{1,4}cours|achevés|entamés|terminés|suspendus|commencés|reportés)\b"
    # German
    r"|(?:(?:teilweise|noch\s{1,4}nicht)\s{1,4})?(?:abgeschlossen|erledigt|fertiggestellt|laufend"
    r"|im\s{1,4}gange|zurückgestellt|verschoben|ausgesetzt|begonnen|in\s{1,4}(?:arbeit|bearbeitung))"
    rf"{_GERMAN_TAIL}"
    r"|(?:die\s{1,4})?(?:vor)?arbeiten\s{1,4}(?:(?:sind|wurden)\s{1,4})?(?:noch\s{1,4})?"
    r"(?:im\s{1,4}gange|abgeschlossen|aufgenommen|begonnen|laufen|dauern\s{1,4}an)\b"
    r")",
    re.IGNORECASE,
)
_MADE = (
    r"(?:issued|published|completed|produced|presented|submitted|sent|circulated|distributed|adopted"
    r"|approved|agreed|drawn\s{1,4}up|drafted|finali[sz]ed|held|carried\s{1,4}out|made|received"
    r"|established|started|launched|discussed|endorsed)"
)
_MADE_FRENCH = (
    r"(?:publi|présent|soumis|adopt|approuv|diffus|distribu|achev|termin|transmis|établi|organis"
    r"|lanc)(?:é|és|ée|ées|e|es|s)?"
)
_MADE_GERMAN = (
    r"(?:veröffentlicht|vorgelegt|angenommen|gebilligt|abgeschlossen|übermittelt|verteilt|erstellt"
    r"|durchgeführt|fertiggestellt)"
)
# A clause that has its own verb: "One report has been issued".
_CLAUSE = Pattern(
    rf"(?P<head>[^.;:()\n]{{1,120}}?)\s{{1,4}}(?:(?:has|have)\s{{1,4}}(?:(?:already|now|since)\s{{1,4}})?"
    rf"been\s{{1,4}}{_MADE}|(?:a|ont)\s{{1,4}}(?:déjà\s{{1,4}})?été\s{{1,4}}{_MADE_FRENCH}"
    rf"|wurden?\s{{1,4}}(?:bereits\s{{1,4}})?(?:[^.;:()\n]{{1,60}}?\s{{1,4}})?{_MADE_GERMAN})\b",
    re.IGNORECASE,
)
# A phrase without one: "One report already issued", "Pilot under way".
_PHRASE = Pattern(
    rf"(?P<head>[^.;:()\n]{{1,60}}?)\s{{1,4}}(?:(?:already|déjà|bereits)\s{{1,4}}"
    rf"(?:{_MADE}|{_MADE_FRENCH}|{_MADE_GERMAN})\b"
    r"|(?:(?:is|are|now|currently|still|already)\s{1,4}){0,3}"
    r"(?:under\s?way|on-?\s?going|in\s{1,4}progress|en\s{1,4}cours|im\s{1,4}gange)\b"
    r"(?=\s{0,4}(?:[.;,)]|\Z)|\s{1,4}(?:in|with|within|since|at)\b"
    r"|\s{1,4}(?:and|but|et|und)\s{1,4}[^.;:()\n]{1,80}?\b(?:planned|foreseen|envisaged|expected|scheduled"
    r"|prévue?s?|geplant|vorgesehen)\b\W{0,4}\Z))",
    re.IGNORECASE,
)
_PROVED = Pattern(
    rf"(?P<head>[^.;:()\n]{{1,120}}?)\s{{1,4}}{_MADE}\s{{1,4}}(?:in|on)\s{{1,4}}[^.;:()\n]{{0,20}}"
    rf"[0-9]{{4}}\s{{0,4}}[:(,–—-]?\s{{0,4}}(?:doc\.?\s{{1,4}})?{_NUMBER}",
    re.IGNORECASE,
)
_REST = Pattern(
    r"[^.;:()\n]{0,120}?\b(?:others?|remaining|the\s{1,4}rest)\b[^.;:()\n]{0,120}?\b"
    r"(?:(?:still\s{1,4})?to|remains?\s{1,4}to|will)\s{1,4}be\s{1,4}[a-z]{3,20}\b",
    re.IGNORECASE,
)
_PERHAPS = Pattern(
    r"(?:a\s{1,4})?(?:new|further|additional|other)\s{1,4}(?:actions?|work|steps?|measures?"
    r"|activit(?:y|ies))\s{1,4}(?:might|may|could)\b",
    re.IGNORECASE,
)
# What makes a part of a longer phrase, or an aim, of the words behind it.
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whether|if|how|what|where|once|after|until|when|not|shall|should|will"
    r"|qui|que|dont|si|lorsque|welche[rs]?|ob|wenn|sobald|nicht)\b|,\s{1,4}(?:die|der|das)\b",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(
    r"\b(?:of|on|for|to|with|from|about|in|at|de|des|du|d|sur|pour|avec|von|über|zu|für|mit)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6
_WORD = re.compile(r"[^\W\d_]{5,40}")
_LONGEST = 600  # a remark is short


def is_remark(text: str) -> bool:
    """Whether a paragraph says how the work as such stands, whatever stands before it.

    Example:
        >>> is_remark("Ongoing work in two ports."), is_remark("Ongoing training provided")
        (True, False)
        >>> is_remark("Completed: 1234/05"), is_remark("Study completed. Deadline: tbc")
        (True, False)
    """
    return _consists_of_remarks(text, "", follows=False)


def is_remark_on(text: str, before: str, *, follows: bool = False) -> bool:
    """Whether a paragraph only says what was done of the indicator before it.

    Args:
        text: The paragraph.
        before: The words of the indicator.
        follows: Whether the paragraph above is such a remark.

    Example:
        >>> is_remark_on("One report already issued (1234/05)", "Reports on sheds")
        True
        >>> is_remark_on("List of measures already adopted", "Reports on sheds")
        False
    """
    return _consists_of_remarks(text, before, follows=follows)


def _consists_of_remarks(text: str, before: str, *, follows: bool) -> bool:
    if not text or len(text) > _LONGEST:
        return False
    for number, sentence in enumerate(_SENTENCE_END.split(text)):
        known = follows or number > 0
        if not (
            _BARE.match(sentence)
            or (before and _is_clause(sentence, before))
            or (known and _PERHAPS.match(sentence))
            or (known and before and _REST.match(sentence) and _shares_word(sentence, before))
            or (known and _only_cites(sentence))
        ):
            return False
    return not _is_due(text)  # last, as it takes the most time


def _is_due(text: str) -> bool:
    """Whether the words hold a time by which something is to be done."""
    return any(
        mention.deadline.latest is not None or "deadline" in mention.text.casefold()
        for mention in find_deadlines(text)
    )


def _is_clause(sentence: str, before: str) -> bool:
    clause = _CLAUSE.match(sentence)
    if clause and not _RELATIVE.search(clause["head"]):
        return True
    phrase = _PHRASE.match(sentence)
    if phrase and len(phrase["head"].split()) <= _FEW_WORDS:
        head = phrase["head"]
        if not _DEPENDENT.search(head) and not _RELATIVE.search(head):
            return True
    proved = _PROVED.match(sentence)
    return proved is not None and _shares_word(proved["head"], before)


def _shares_word(sentence: str, before: str) -> bool:
    """Whether both speak of one thing: a word of some length stands in both, or its plural."""
    words = {word.casefold().rstrip("s") for word in _WORD.findall(before)}
    return any(word.casefold().rstrip("s") in words for word in _WORD.findall(sentence))


def _only_cites(sentence: str) -> bool:
    """Whether nothing but the number of a document stands in a sentence."""
    mentions = find_references(sentence)
    if not mentions or sentence[: mentions[0].start].strip(" ("):
        return False
    return not sentence[mentions[-1].end :].strip(" .;)")
