"""Sentences with one verb for two parties: "Malta shall report by May and Cyprus by June"."""

from customs_coop.deadline import find_deadlines
from customs_coop.model import Party
from customs_coop.readers.parties.phrases import phrase_parties
from customs_coop.references.base import Pattern

__all__ = ["read_share"]

_AND = Pattern(
    r",?\s{1,3}(?:and|while|whereas)\s{1,3}(?P<who>(?:the\s{1,3})?[A-Z][\w-]{1,30}"
    r"(?:\s{1,3}[A-Z][\w-]{1,30}){0,4})\s{1,3}(?=(?:on|about|by|before|within|until|no\s{1,3}later)\s)"
)
_VERB = Pattern(r"\b(?:shall|should|must|will|(?:are|is|needs?|ha(?:s|ve))\s{1,3}to)\b")
_REPORTS = Pattern(r"\b(?:report|present|submit|send|inform)\b")
_MOST = 5  # places of one sentence that are looked at


def read_share(text: str) -> tuple[tuple[Party, ...], str, str] | None:
    """Who is the second party of a sentence whose verb stands only once.

    Each half has to set a time, the first one with its last words, and the second party has to
    be a known body; else nobody can tell whose time it is.

    Args:
        text: One sentence.

    Returns:
        The second party, the first half and the second half; None for other sentences.

    Example:
        >>> words = "Europol shall report on ice by May 2031 and OLAF on snow by June 2032."
        >>> (party,), first, second = read_share(words)
        >>> party.id, first, second
        ('OLAF', 'Europol shall report on ice by May 2031', 'OLAF on snow by June 2032.')
    """
    for count, match in enumerate(_AND.finditer(text)):
        if count == _MOST:
            break
        first, second = text[: match.start()], text[match.start("who") :]
        if not (_REPORTS.search(first) and _ends_with_time(first)) or _VERB.search(second):
            continue
        named = phrase_parties(match["who"])
        if named and all(known for _, known in named) and _has_time(second):
            return tuple(party for party, _ in named), first, second
    return None


def _ends_with_time(text: str) -> bool:
    return any(text.endswith(found.deadline.text) for found in find_deadlines(text))


def _has_time(text: str) -> bool:
    return bool(find_deadlines(text))
