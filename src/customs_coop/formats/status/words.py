"""What the whole words of a column of states or of priorities mean, in every language."""

from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.formats.status.vocabulary import VOCABULARIES
from customs_coop.model import Priority, Status

__all__ = ["PRIORITIES", "WHOLE_WORDS", "accepted_words", "read_priority"]

WHOLE_WORDS: Mapping[str, Status] = MappingProxyType(
    {word: status for words in reversed(VOCABULARIES) for word, status in words.whole.items()}
)
"""The words of a status column, in small letters."""

PRIORITIES: Mapping[str, Priority] = MappingProxyType(
    {
        word: priority
        for priority, words in (
            (Priority.HIGH, "élevée|élevé|elevee|eleve|haute|haut|forte|hoch|hohe"),
            (Priority.MEDIUM, "moyenne|moyen|mittel|mittlere"),
            (Priority.LOW, "faible|basse|bas|niedrig|niedrige|gering"),
        )
        for word in words.split("|")
    }
)
"""The words of French and German for the priorities, in small letters."""

_ENGLISH = {priority.value.casefold(): priority for priority in Priority}


def read_priority(text: str) -> Priority | str | None:
    """The priority that a cell names; words that are not known stay as they are printed.

    Of a deleted and an inserted one, "Low | High", the inserted one counts.

    Args:
        text: The cell.

    Returns:
        The priority, the words, or None where the cell is empty.

    Example:
        >>> read_priority("Élevée"), read_priority("mittel."), read_priority("Urgente")
        (<Priority.HIGH: 'High'>, <Priority.MEDIUM: 'Medium'>, 'Urgente')
    """
    known = _translated(text)
    if known is None and (accepted := accepted_words(text)):
        known = _translated(accepted) or _ENGLISH[_folded(accepted)]
    return known or text or None


def accepted_words(text: str) -> str:
    """The inserted words of a cell that holds two priorities, as of a tracked change; else "".

    Example:
        >>> accepted_words("Low | High"), accepted_words("Low"), accepted_words("1 | High")
        ('High', '', '')
    """
    old, bar, new = text.partition(" | ")
    both = all(_folded(one) in _ENGLISH or _translated(one) is not None for one in (old, new))
    return new if bar and both else ""


def _translated(text: str) -> Priority | None:
    return PRIORITIES.get(_folded(text))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .")
