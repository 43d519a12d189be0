"""Words of a cell that are no name: sentences, and remarks such as "where appropriate"."""

import re

from customs_coop.readers.parties.names import bare_name, body, is_group
from customs_coop.references.base import Pattern

__all__ = ["is_description", "is_remark", "is_running", "named_before"]

# What no name begins with; "IT" and "AT" in capitals are States, "In-house" is a part of a word.
_REMARK = Pattern(
    r"(?:[Bb]y|[Ff]or|[Aa]t|[Ii]n|[Oo]n|[Tt]o|[Oo]f|[Ff]rom|[Ww]ith(?:in|out)?|[Aa]fter|[Bb]efore|[Dd]uring"
    r"|[Uu]ntil|[Ss]ince|[Uu]nder|[Tt]hrough|[Vv]ia|[Uu]pon|[Ff]ollowing|[Ww]here(?:ver|as)?|[Ww]hen(?:ever)?|[Ii]f"
    r"|[Aa]s|[Ww]hether|[Dd]epending|[Ss]ubject\sto|[Aa]ccording|[Bb]ased|[Nn]ot|[Oo]nly|[Pp]ossibly|[Pp]robably"
    r"|[Pp]erhaps|[Ss]till|[Yy]et|[Aa]cting|[Uu]nless|[Ee]xcept|[Bb]ut|[Tt]hen|[Aa]long|[Uu]sing|[Pp]rovided"
    r"|[Ii]nter\salia|[Rr]espectively|[Pp]referably|[Ii]nitially|[Ee]ach\sin|[a-z]{3,20}ed\s(?:by|from|to|in|with)"
    r"|[Pp]our|[Pp]ar|[Dd]ans|[Aa]près|[Aa]vant|[Ss]elon|[Ss]ous|[Ss]i|[Ll]orsque|[Ee]n\s(?:tant|cas|vue|fonction)"
    r"|[Ll]e\scas|[Ss]'il|[Ss]auf|[Cc]hez|[Ss]uivant|[Cc]onformément|[Ss]ous\sréserve"
    r"|[Nn]ach|[Vv]or|[Ff]alls|[Ww]enn|[Ss]oweit|[Ss]ofern|[Ii]m\sRahmen|[Bb]ei|[Dd]urch|[Ff]ür|[Gg]gf|[Gg]egebenenfalls"
    r"|[Jj]e\snach|[Uu]nter|[Vv]orbehaltlich|[Aa]u(?:ß|ss)er)(?![\w’'-])"
)
# The verbs and pronouns of a sentence; in capitals, or as a part of a word, they may be names.
_SENTENCE = Pattern(
    r"(?<![\w’'-])(?:[Ii]t|is|are|was|were|be|been|being|shall|should|will|would|must|can|could|may|might"
    r"|has|have|had|does|do|did|[Tt]hey|[Ww]e|[Tt]his|[Tt]hese|[Tt]here|needs?|wish(?:es)?|agreed?"
    r"|à\s[^\W\d_]{1,20}(?:er|[iî]r)|[Ii]l|[Ii]ls|est|sont|sera|seront|doit|doivent|devra|devront|peut|peuvent|ont|été"
    r"|[Ee]s|ist|sind|wird|werden|wurde|wurden|soll|sollen|sollte|muss|müssen|kann|können|hat|haben)(?![\w’'-])"
)
_RELATIVE = Pattern(
    r",?\s(?:which|who|whose|that|où|qui|dont|lesquel(?:le)?s|(?<=,\s)(?:die|der|das|deren))\s"
)
# Nouns of those who can act, in small letters too.
_BODY = Pattern(
    r"(?:guards?|police|customs|gendarmerie|navy|services?|forces|authorit(?:y|ies)|administrations?"
    r"|agenc(?:y|ies)|units?|bod(?:y|ies)|organi[sz]ations?|offices?|ministr(?:y|ies)|prosecutors?"
    r"|experts?|officers?|officials?|representatives?|delegat(?:es|ions?)|states?|countries|country"
    r"|part(?:y|ies)|members?|presidenc(?:y|ies)|secretariats?|departments?|directorates?|courts?"
    r"|operators?|stakeholders?|partners?|industry|institutions?|committees?|council|commission"
    r"|directors?(?:[-\s][Gg]eneral)?|ministers?|administrators?|laborator(?:y|ies)|ports?|airports?"
    r"|garde[s-]{1,2}frontières?|garde-côtes|gendarmes|autorités?|administrations?|agences?"
    r"|organismes?|experts|douanes?|pays|états|ministères?|parquets?|laboratoires?"
    r"|grenzschutz|polizei|zoll\w{0,20}|behörden?|\w{1,20}(?:behörden?|polizei|verwaltung(?:en)?|dienste?"
    r"|stellen?|staaten|länder)|verwaltung(?:en)?|agentur(?:en)?|dienste?|experten|stellen?|länder)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 14


def is_remark(text: str) -> bool:
    """Whether words are a remark on what stands before them, as "where appropriate".

    Example:
        >>> is_remark("after agreement in the group"), is_remark("In-house lawyers")
        (True, False)
    """
    bare = bare_name(text)
    return _REMARK.match(bare) is not None and body(bare) is None


def is_running(text: str) -> bool:
    """Whether words are no name: a sentence, a remark, or a short word in small letters.

    Example:
        >>> [is_running(words) for words in ("it", "Every port should send one", "Lamps Group")]
        [True, True, False]
    """
    bare = bare_name(text)
    words = bare.split()
    if len(words) == 1 and len(bare) <= 3 and not bare.isupper():
        return True
    return len(words) > _MOST_WORDS or _SENTENCE.search(bare) is not None or is_remark(bare)


def named_before(text: str) -> str:
    """The name before a clause that describes it; "" where none stands there.

    Example:
        >>> named_before("authorities which are in charge"), named_before("Lamps Group")
        ('authorities', '')
    """
    clause = _RELATIVE.search(text)
    name = text[: clause.start()].strip() if clause else ""
    return name if name and not is_running(name) and _names(name) else ""


def is_description(text: str) -> bool:
    """Whether words may be no name: in small letters, without a noun for those who can act.

    Example:
        >>> [is_description(words) for words in ("harbour masters", "border guards", "Hafenamt")]
        [True, False, False]
    """
    bare = bare_name(text.partition("(")[0])
    words = bare.split()
    if not words or _names(bare):
        return False
    lower = [word for word in words if word[:1].islower()]
    return words[0][:1].islower() or (len(words) > 3 and len(lower) * 2 > len(words))


def _names(text: str) -> bool:
    return body(text) is not None or is_group(text) or _BODY.search(text) is not None
