"""The work areas that a sentence says were taken out of a plan."""

import re
from collections.abc import Iterator

import attrs

from customs_coop.formats.word_lists import word_list
from customs_coop.readers.document import revision_words as words
from customs_coop.references.base import Pattern

__all__ = ["Deletion", "deleted_areas"]

_AREA = Pattern(rf"(?<!\w)(?:(?:the|le|les|der|die|den) )?{words.AREAS}", re.IGNORECASE)
_DELETED = Pattern(rf"(?<!\w){words.DELETED}", re.IGNORECASE)
# Somebody took them out, or it was agreed upon.
_ACTIVE = Pattern(
    r"(?<!\w)(?:(?P<done>(?:deleted|removed|dropped|supprimé|retiré|abandonné|éliminé)(?:e?s)?)"
    r"|(?:agreed|decided) to (?:delete|remove|drop)|(?:convenu|décidé) de (?:supprimer|retirer))"
    rf" (?:the |les? )?{words.AREAS}",
    re.IGNORECASE,
)
# With these before it nobody did; "was deleted" is said of what stands before.
_DENIED = Pattern(r"(?:\b(?:not|never|pas)|n['’]t) \Z", re.IGNORECASE)
_SAID_OF_ANOTHER = Pattern(
    r"\b(?:to|be|been|was|were|is|are|propose[sd]?|été|est|sont|soit) \Z", re.IGNORECASE
)
# In German the name stands inside the verb.
_GERMAN = Pattern(
    r"(?<!\w)(?P<verb>(?P<one>wurde|ist|hat)|(?P<many>wurden|sind|haben))"
    r" (?:(?:auch|daher|deshalb|nun|sich|die Gruppe|der Vorsitz) ){0,2}"
    rf"(?:der|die|den) {words.AREAS}"
    r"(?P<between> [^.;:]{1,200}?) (?:(?:auch|daher|deshalb|nun|ganz) ){0,2}"
    r"(?:gestrichen|gelöscht|entfernt|weggelassen|herausgenommen)(?!\w)",
    re.IGNORECASE,
)
_QUOTED = Pattern(
    r"[“„\"«‹]\s?(?P<name>[^“”„\"«»‹›]{1,150}?)\s?[”“\"»›]|[‘‚](?P<single>[^‘’‚]{1,150})[’‘](?!\w)"
)
_NUMBER = Pattern(
    r"\s?(?:no\.? ?|n[°º] ?|nr\.? ?)?"
    r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?|[IVX]{1,5}|[A-Z])(?![\w’'])"
    r"(?:\s?\((?P<bracket>[^()]{2,120})\))?(?P<glue>(?:\s?,)?(?: (?:and|et|und))?)",
    re.IGNORECASE,
)
_NUMBERED = Pattern(r"[0-9]{1,2}(?:\.[0-9]{1,2})?\s?[.:–—-]\s?(?=\S)")
_NAMED_BY = Pattern(
    r"(?:on|concerning|relating to|regarding|dealing with|called|entitled|concernant"
    r"|relatif à|relatifs à|intitulé)\s",
    re.IGNORECASE,
)
_AND = Pattern(r",? (?:and|et|und) ")
_JOINED = Pattern(r"(?:,? (?:and|et|und) |, | )?")
# No name of an area begins with these, or it is a part of the area that was taken out.
_NO_NAME = Pattern(
    r"(?:which|that|who|has|have|had|was|were|concerned|in question|itself|of|whose|qui|que|dont"
    r"|concerné|welche[rs]?|die|der|das)(?!\w)",
    re.IGNORECASE,
)
_PARTS = Pattern(
    r"(?<!\w)(?:actions?|activit\w{1,5}|measures?|deadlines?|indicators?|paragraphs?|words?|titles?"
    r"|mesures?|ma(?:ß|ss)nahmen?|not|never|should|could|may|might|pas|nicht|moved|merged)(?!\w)",
    re.IGNORECASE,
)
_GLUE = frozenset(
    word_list(
        "and et und plan programme work action travail aktionsplan arbeitsplan aktionsplans",
        "arbeitsplans arbeitsprogramm also",
    )
)
_TOKEN = Pattern(r"[^\W\d_]+")
_MOST = 12  # areas of one statement
_LONGEST = 120  # characters of a name without quotation marks
_FAR = 300  # characters between an area and what was done to it


@attrs.frozen
class Deletion:
    """Areas that were taken out, as one statement names them.

    Args:
        start: Where the statement begins.
        verb: Where its verb begins: at its start where somebody did it.
        end: Where it ends.
        names: The areas by their names, else by their numbers.
    """

    start: int
    verb: int
    end: int
    names: tuple[str, ...]


def deleted_areas(text: str, title: frozenset[str]) -> Iterator[Deletion]:
    """Find the work areas that were taken out.

    A name without quotation marks begins with a capital. Where it is not certain where one name
    ends and the next begins, nothing is found; nor where only something in an area was deleted.

    Args:
        text: A sentence with single blanks.
        title: The words of the title of the plan, in small letters.

    Example:
        >>> text = "Work areas 4 (Nets) and 7 were removed, the work area Boats stays."
        >>> [found.names for found in deleted_areas(text, frozenset())]
        [('Nets', '7')]
    """
    for area in _AREA.finditer(text):
        verb = _DELETED.search(text, area.end(), area.end() + _FAR)
        if verb is None:
            continue
        names = _names(text[area.end() : verb.start()], title, many=bool(verb["many"]))
        if names:
            yield Deletion(area.start(), verb.start(), verb.end(), names)
    for found in _GERMAN.finditer(text):
        names = _names(found["between"], title, many=bool(found["many"]))
        if names:
            yield Deletion(found.start(), found.start(), found.end(), names)
    for found in _ACTIVE.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        if _DENIED.search(before) or (found["done"] and _SAID_OF_ANOTHER.search(before)):
            continue
        names, end = _given(text, found.end())
        if names:
            yield Deletion(found.start(), found.start(), end, names)


def _given(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The names in quotation marks, or the numbers, that stand right here."""
    names: list[str] = []
    while len(names) < _MOST:
        gap = _JOINED.match(text, at)
        start = gap.end() if gap else at
        quoted = _QUOTED.match(text, start)
        if quoted:
            names.append(_name(quoted))
            at = quoted.end()
            continue
        number = _NUMBER.match(text, start)
        if number is None or not number["number"][0].isdecimal():
            break
        names.append(number["bracket"] or number["number"])
        at = number.end("bracket") + 1 if number["bracket"] else number.end("number")
    return tuple(names), at


def _name(quoted: re.Match[str]) -> str:
    return (quoted["name"] or quoted["single"]).strip(" ,;")


def _names(between: str, title: frozenset[str], *, many: bool) -> tuple[str, ...]:
    """The names between "work area" and its verb; empty where they are not certain."""
    text = between.strip(" ,:–—-")
    quoted = [_name(found) for found in _QUOTED.finditer(text)]
    if quoted:
        return tuple(quoted) if _is_glue(_QUOTED.sub(" ", text), title) else ()
    numbers = _numbers(text)
    if numbers:
        return numbers if many == (len(numbers) > 1) else ()
    return _unquoted(text, many=many)


def _unquoted(text: str, *, many: bool) -> tuple[str, ...]:
    numbered = _NUMBERED.match(text)
    text = text[numbered.end() :] if numbered else text
    named = _NAMED_BY.match(text)
    text = text[named.end() :] if named else text
    begins = text[:1].isupper() or (named is not None and bool(text))
    if not begins or _NO_NAME.match(text) or _PARTS.search(text):
        return ()
    if re.search(r"[.;:()]", text) or len(text) > _LONGEST:
        return ()
    if not many:
        return (text,)
    glued = [*_AND.finditer(text)]
    # In "Risk management and analysis and Training" nobody can tell.
    if len(glued) != 1 or ", " in text[glued[0].end() :]:
        return ()
    return (*text[: glued[0].start()].split(", "), text[glued[0].end() :])


def _numbers(text: str) -> tuple[str, ...]:
    names: list[str] = []
    at = 0
    while at < len(text):
        found = _NUMBER.match(text, at)
        if found is None or found.end() == at:
            return ()
        names.append(found["bracket"] or found["number"])
        at = found.end()
        if at < len(text) and not found["glue"]:
            return ()
    return tuple(names)


def _is_glue(text: str, title: frozenset[str]) -> bool:
    """Whether nothing else stands between the names than numbers, "and" and the own plan."""
    return all(
        token[0].casefold() in title
        or not {token[0].casefold()}.isdisjoint(_GLUE | words.NEUTRAL | words.BEFORE | words.NOW)
        for token in _TOKEN.finditer(re.sub(r"\([^()]{0,80}\)", " ", text))
    )
