"""Markings of documents, LIMITE and others, among the other words of a line."""

import re

__all__ = [
    "HOUSE",
    "MARKING",
    "PUBLIC",
    "folded_marking",
    "marking_alone",
    "marking_in",
    "marking_line",
    "stricter",
]

MARKING = (
    r"(?P<value>LIMITE|L[ ]I[ ]M[ ]I[ ]T[ ]E|PUBLIC"
    r"|TR[EÈ]S\s?SECRET\s?UE(?:\s?/\s?EU\s?TOP\s?SECRET)?|SECRET\s?UE(?:\s?/\s?EU\s?SECRET)?"
    r"|RESTREINT\s?UE\s?/\s?EU\s?RESTRICTED|RESTREINT(?:\sUE)?"
    r"|CONFIDENTIEL\s?UE\s?/\s?EU\s?CONFIDENTIAL|CONFIDENTIEL(?:\sUE)?"
    r"|EU\s?RESTRICTED|EU\s?CONFIDENTIAL|EU\s?(?:TOP\s?)?SECRET)(?!\w)"
)
"""The markings of Council documents, as the value of a regular expression."""

PUBLIC = "PUBLIC"

HOUSE = re.compile(
    r"(?:council\s{1,3}of\s{1,3}the\s{1,3}european\s{1,3}union|european\s{1,3}council"
    r"|conseil\s{1,3}de\s{1,3}l['’]\s?union\s{1,3}europ[ée]enne|conseil\s{1,3}europ[ée]en"
    r"|rat\s{1,3}der\s{1,3}europäischen\s{1,3}union|europäischer\s{1,3}rat)(?:\s{1,3}|\Z)",
    re.IGNORECASE,
)
"""Whose document it is, at the beginning of what is matched."""

_KIND = re.compile(r"(?:draft|document|projet|entwurf|dokument)\b", re.IGNORECASE)

_LABEL = (
    r"(?:marking|classification|distribution|diffusion|marquage|einstufung|kennzeichnung"
    r"|verteilung)"
)
_LABELLED = re.compile(rf"(?<!\w){_LABEL}\s{{0,2}}:\s{{0,3}}{MARKING}", re.IGNORECASE)
_ALONE = re.compile(rf"(?:{_LABEL}\s{{0,2}}:\s{{0,3}})?{MARKING}", re.IGNORECASE)
# A figure may run into it, as in "14680/05LIMITE" from a PDF file.
_WORD = re.compile(rf"(?<![^\W\d_]){MARKING}")
# "DATE LIMITE", "COMITÉ RESTREINT", "sans LIMITE": these are no markings. Short words in capitals
# are codes of languages and of units: "EN NO LIMITE", "DG A LIMITE".
_SMALL_WORDS = r"(?-i:la|le|une?|cette|sans|à|LA|UNE|CETTE|SANS|no|not|non)"
_NOUNS = {
    "LIMITE": r"dates?|d[eé]lais?|valeurs?|dur[eé]es?|cas|prix|[aâ]ge|seuil|vitesse|charge|poids"
    r"|quantit[eé]|acc[eè]s",
    "RESTREINT": r"comit[eé]|groupe|nombre|march[eé]|appel|acc[eè]s|usage|plus",
    "CONFIDENTIEL": r"caract[eè]re|courrier|usage|titre|plus",
}
_BEFORE = {
    marking: re.compile(rf"(?<!\w)(?:{nouns}|{_SMALL_WORDS})\s{{1,3}}\Z", re.IGNORECASE)
    for marking, nouns in _NOUNS.items()
}
_NOUN_LENGTH = 16
# "LIMITE DES CONTROLES" is the limit of something; "LIMITE DE 3" has a language and a page.
_BEHIND = re.compile(
    r"\s{1,3}(?:(?:d[eu]s?|[àa]|aux?|pour|sur|entre)\s{1,3}|d['’])[^\W\d_]{3}", re.IGNORECASE
)
_RULES = " \t*_–—-()[]"
_LONGEST = 2000  # characters


def folded_marking(words: str) -> str:
    """The words of a marking in the way it is known: "L I M I T E" is LIMITE.

    Example:
        >>> folded_marking("L I M I T E"), folded_marking("restreint  UE")
        ('LIMITE', 'RESTREINT UE')
    """
    text = " ".join(words.upper().split())
    return "LIMITE" if text.replace(" ", "") == "LIMITE" else text


def marking_alone(text: str) -> str:
    """The marking that a text is, in whatever letters, with or without a label; else empty.

    Example:
        >>> marking_alone("Distribution: Limite"), marking_alone("the limite")
        ('LIMITE', '')
    """
    match = _ALONE.fullmatch(text)
    return "" if match is None else folded_marking(match["value"])


def marking_line(line: str) -> str:
    """The marking of a line that holds nothing but it and words such as "Draft"; else empty.

    Example:
        >>> marking_line("Draft – LIMITE"), marking_line("Draft plan LIMITE")
        ('LIMITE', '')
    """
    text = line.strip(_RULES)
    if alone := marking_alone(text):
        return alone
    found = marking_in(text)
    if found is None:
        return ""
    rest = f"{text[: found[1]]} {text[found[2] :]}".strip(_RULES)
    known = HOUSE.fullmatch(rest) or _KIND.fullmatch(rest)
    return found[0] if known else ""


def stricter(first: str, second: str) -> str:
    """The first of two markings that keeps a document back; either may be empty.

    Example:
        >>> stricter("PUBLIC", "LIMITE"), stricter("", "PUBLIC"), stricter("LIMITE", "")
        ('LIMITE', 'PUBLIC', 'LIMITE')
    """
    return second if first in ("", PUBLIC) and second else first


def marking_in(line: str) -> tuple[str, int, int] | None:
    """Find a marking that keeps a document back, wherever it stands in a line of a head or cover.

    It is a word in capitals, or stands behind a label such as "Marking:". French words with
    which it makes a common expression tell that it is none. PUBLIC is too common a word, and
    keeps nothing back.

    Args:
        line: The line.

    Returns:
        The marking, and where it begins and ends with its label; None where there is none.

    Example:
        >>> marking_in("Draft LIMITE"), marking_in("DATE LIMITE"), marking_in("the limite")
        (('LIMITE', 6, 12), None, None)
    """
    text = line[:_LONGEST]
    for match in _LABELLED.finditer(text):
        if folded_marking(match["value"]) != PUBLIC:
            return folded_marking(match["value"]), match.start(), match.end()
    for match in _WORD.finditer(text):
        marking = folded_marking(match["value"])
        if marking == PUBLIC:
            continue
        before = _BEFORE.get(marking)
        start = max(match.start() - _NOUN_LENGTH, 0)
        if before is None or not (
            before.search(text[start : match.start()]) or _BEHIND.match(text, match.end())
        ):
            return marking, match.start(), match.end()
    return None
