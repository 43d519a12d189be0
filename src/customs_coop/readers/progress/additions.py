"""What people wrote where something was printed already: the words that were not there before."""

from collections.abc import Iterable, Sequence
from typing import Final

from customs_coop.references.base import Pattern

__all__ = ["added_words"]

_WORD: Final = Pattern(r"[^\W_]+")
_BEFORE: Final = " \t\n,;:–—-([\"'“„«*"  # between what was added and what was printed
_BEHIND: Final = " \t\n.,;:–—-…)]\"'”“»*"
_LONGEST: Final = 20_000  # characters of a cell; nobody types more into a title
_SHORTEST: Final = 3  # characters of a word that was cut


def added_words(text: str, printed: Iterable[str]) -> str:
    """The words of a cell that were not printed there.

    Blanks, capitals and signs do not count, for programs change them; neither does it that a text
    was cut at its end.

    Args:
        text: The cell.
        printed: What may have been printed there, each by itself.

    Returns:
        What was added; the whole text where it is another one, and nothing where it is the same.

    Example:
        >>> added_words("Cut nets. We did, in May.", ["Mend nets", "Cut  NETS"])
        'We did, in May.'
        >>> added_words("Cut net...", ["Cut nets"]), added_words("Mend", ["Cut nets"])
        ('', 'Mend')
    """
    # What nobody reads to the end is compared as far as that goes.
    found = [(match[0].casefold(), match.span()) for match in _WORD.finditer(text[:_LONGEST])]
    said = [word for word, _ in found]
    if not said:
        return ""
    best = text.strip()
    for one in printed:
        known = [match[0].casefold() for match in _WORD.finditer(one[:_LONGEST])]
        if _is_beginning(said, known):
            return ""
        place = _place(known, said)
        if place is None:
            continue
        first, last = found[place][1][0], found[place + len(known) - 1][1][1]
        pieces = (text[:first].strip().rstrip(_BEFORE), text[last:].lstrip(_BEHIND).rstrip())
        added = " ... ".join(piece for piece in pieces if piece)
        best = min(best, added, key=len)
    return best


def _is_beginning(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the words are those that are known, or as many of them as were not cut off."""
    *whole, last = said
    if len(said) > len(known) or whole != known[: len(whole)]:
        return False
    there = known[len(whole)]
    return last == there or (len(last) >= _SHORTEST and there.startswith(last) and bool(whole))


def _place(known: Sequence[str], said: Sequence[str]) -> int | None:
    """Where the known words stand in others, one after the other."""
    if not known or len(known) > len(said):
        return None
    joined = f" {' '.join(said)} "
    at = joined.find(f" {' '.join(known)} ")
    return None if at < 0 else joined[:at].count(" ")
