"""What the whole words of a column of states or of priorities mean, in every language."""

from collections.abc import Mapping
from types import MappingProxyType

from customs_coop.formats.status.vocabulary import VOCABULARIES
from customs_coop.model import Priority, Status

__all__ = ["PRIORITIES", "WHOLE_WORDS", "read_priority"]

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


def read_priority(text: str) -> Priority | str | None:
    """The priority that a cell names; words that are not known stay as they are printed.

    Args:
        text: The cell.

    Returns:
        The priority, the words, or None where the cell is empty.

    Example:
        >>> read_priority("Élevée"), read_priority("mittel."), read_priority("Urgente")
        (<Priority.HIGH: 'High'>, <Priority.MEDIUM: 'Medium'>, 'Urgente')
    """
    return PRIORITIES.get(" ".join(text.casefold().split()).strip(" .")) or text or None
