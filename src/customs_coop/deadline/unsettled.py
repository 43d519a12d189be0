"""Telling words that leave a time open from words that nobody can read as a time."""

from typing import Final

from customs_coop.deadline.languages import told
from customs_coop.deadline.words import Words

__all__ = ["is_left_open"]

_LONGEST = 200
_SIGNS: Final = frozenset("()[].,;:!\"'*_-–—")
# They ask for haste, and set no day that anybody could miss.
_HASTE: Final = frozenset(
    {
        *("as soon as possible", "asap", "urgently", "urgent", "in the near future"),
        *("in due course", "immediately", "dès que possible", "le plus tôt possible"),
        *("le plus rapidement possible", "dans les meilleurs délais", "prochainement"),
        *("en temps utile", "immédiatement", "sans délai", "ultérieurement"),
        *("so bald wie möglich", "so schnell wie möglich", "sobald wie möglich"),
        *("baldmöglichst", "schnellstmöglich", "umgehend", "sofort", "unverzüglich", "dringend"),
        *("in naher zukunft", "zu gegebener zeit", "zu gegebenem zeitpunkt"),
    }
)


def is_left_open(text: str) -> bool:
    """Whether words say that a time is still to be set, or that there is none.

    Words that ask for haste or patience ("as soon as possible", "in due course") do not: what
    they ask for is a time, and it has no day.

    Args:
        text: The words.

    Returns:
        True for "tbc", "to be decided by the group", "none", "kein Termin" and the like.

    Example:
        >>> [is_left_open(words) for words in ("tbc", "To be agreed later", "ASAP", "some day")]
        [True, True, False, False]
    """
    if len(text) > _LONGEST:
        return False
    words = told(Words.of(text))
    first = 0
    while first < len(words) and words.at(first) in _SIGNS:
        first += 1
    found = words.language.unknown.match(words, first)
    if found is None:
        return False
    said = " ".join(words.words[first : found[1]])
    return said not in _HASTE
