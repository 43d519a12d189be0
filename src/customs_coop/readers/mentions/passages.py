"""A text with its references and clauses: where a link is looked for, and what proves it."""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import Link, LinkKind, Target
from customs_coop.readers.mentions.vocabulary import any_of
from customs_coop.readers.text.sentences import sentence_starts
from customs_coop.references import ActionCitation, find_references
from customs_coop.references.base import Pattern

__all__ = ["Passage", "Stated", "as_links", "folded"]

# What takes a statement back, as it stands before its words.
_DENIED = Pattern(
    rf"(?:\b{any_of('denied')}\b|n['’]t\b)[^.;:,()\n]{{0,30}}\Z",
    re.IGNORECASE,
)
_LONGEST_DENIAL = 60
_LONGEST_EVIDENCE = 600
_CLAUSE = 1200  # characters on either side of a mention; bounds the work on hostile text
_ENOUGH = 20  # characters that a bracket holds besides its reference to state something


def folded(text: str) -> str:
    """The words with single blanks between them, without the bullet that opens an item."""
    return " ".join(text.split()).strip("•").strip()


@attrs.frozen(kw_only=True)
class Stated:
    """A relation that was found in a text.

    Args:
        at: Where the text names the target; links keep this order.
        kind: The relation.
        target: What the text names.
        text: The words that state it.
        inferred: The words only imply it.
        cites: The number of the reference that is the target, or None.
    """

    at: int
    kind: LinkKind
    target: Target
    text: str
    inferred: bool = False
    cites: int | None = None


def as_links(found: Iterable[Stated]) -> tuple[Link, ...]:
    """The relations as links, in the order of the text, each once."""
    ordered = sorted(found, key=lambda stated: stated.at)
    return tuple(
        dict.fromkeys(
            Link(kind=one.kind, target=one.target, text=one.text, inferred=one.inferred)
            for one in ordered
        )
    )


class Passage:
    """A text, the references in it, and the clause around each place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mentions = find_references(text)
        self._starts = [mention.start for mention in self.mentions]
        self._last_span = self._last_clause = (-1, -1)
        self._places: dict[str, list[tuple[int, int]]] = {}

    @functools.cached_property
    def _breaks(self) -> list[int]:
        return [*sentence_starts(self.text, lines=True, semicolons=False), len(self.text)]

    @functools.cached_property
    def _lowered(self) -> str:
        # `re` takes these for the letters "s" and "i" too, where case is ignored.
        lowered = self.text.lower().replace("\u017f", "s").replace("\u0131", "i")
        return lowered.replace("i\u0307", "i")

    def has(self, *words: str) -> bool:
        """Whether one of some words or parts of words, in small letters, stands in the text.

        Without them a pattern that needs one of them can be left out: most texts hold none.
        """
        lowered = self._lowered
        for word in words:  # noqa: SIM110 - `any` takes several times as long
            if word in lowered:
                return True
        return False

    def mentions_from(self, start: int) -> Iterator[int]:
        """The numbers of the mentions that begin at or behind a place."""
        return iter(range(bisect.bisect_left(self._starts, start), len(self.mentions)))

    def before(self, pattern: Pattern, least: int, end: int) -> int | None:
        """Where the last match of a pattern that lies between two places ends, if one does.

        The whole text is searched once for each pattern, not once for each reference.
        """
        places = self._found(pattern)
        number = bisect.bisect_right(places, end, key=lambda place: place[1]) - 1
        return places[number][1] if number >= 0 and places[number][0] >= least else None

    def behind(self, pattern: Pattern, start: int, last: int) -> bool:
        """Whether a match of a pattern lies between two places."""
        places = self._found(pattern)
        number = bisect.bisect_left(places, (start, start))
        return number < len(places) and places[number][1] <= last

    def _found(self, pattern: Pattern) -> list[tuple[int, int]]:
        if pattern.source not in self._places:
            self._places[pattern.source] = [m.span() for m in pattern.finditer(self.text)]
        return self._places[pattern.source]

    def actions_at(self, start: int, end: int) -> list[int]:
        """The numbers of the citations of actions whose words lie around a place."""
        found = []
        for number in range(bisect.bisect_right(self._starts, start) - 1, -1, -1):
            mention = self.mentions[number]
            if mention.end < end:
                break
            if isinstance(mention.reference, ActionCitation):
                found.append(number)
        return found[::-1]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a place, cut where it is longer than any sentence is."""
        number = bisect.bisect_right(self._breaks, start) - 1
        first = self._breaks[number]
        last = self._breaks[min(number + 1, len(self._breaks) - 1)]
        return max(first, start - _CLAUSE), max(min(last, end + _CLAUSE), end)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bracket around a mention that holds more than the mention, else its sentence."""
        if (start, end) != self._last_span:
            self._last_span, self._last_clause = (start, end), self._clause(start, end)
        return self._last_clause

    def _clause(self, start: int, end: int) -> tuple[int, int]:
        first, last = self.sentence(start, end)
        opening = self._opening(first, start)
        if opening >= 0:
            closing = self._closing(end, last)
            around = self.text[opening + 1 : start] + self.text[end:closing]
            if len(around.strip(" .;,+–-")) > _ENOUGH:
                return opening + 1, closing
            opening = self._opening(first, opening)
            if opening >= 0:
                return opening + 1, self._closing(closing + 1, last)
        return first, last

    def evidence(self, clause: tuple[int, int], start: int, end: int) -> str:
        """The words of a clause; of a very long one those around the span that counts."""
        first, last = clause
        if last - first > _LONGEST_EVIDENCE:
            spare = max(0, _LONGEST_EVIDENCE - (end - start))
            first = self._word(max(first, start - spare // 2), first)
            last = max(end, self._word(min(last, end + spare // 2), end))
        return folded(self.text[first:last])

    def words(self, start: int, end: int) -> str:
        """The words of a span, with the bracket that closes one that they open."""
        found = self.text[start:end]
        if found.count("(") > found.count(")") and self.text[end : end + 1] == ")":
            found += ")"
        return folded(found)

    def denied(self, start: int) -> bool:
        """Whether what stands before a place takes back what follows."""
        return _DENIED.search(self.text[max(0, start - _LONGEST_DENIAL) : start]) is not None

    def _word(self, place: int, least: int) -> int:
        """The nearest place at or before this one that parts no word."""
        blank = self.text.rfind(" ", least, place)
        return place if blank < 0 or place - blank > _LONGEST_DENIAL else blank

    def _opening(self, first: int, index: int) -> int:
        if self.text.find("(", first, index) < 0:
            return -1
        depth = 0
        for place in range(index - 1, first - 1, -1):
            if self.text[place] == ")":
                depth += 1
            elif self.text[place] == "(":
                if not depth:
                    return place
                depth -= 1
        return -1

    def _closing(self, index: int, last: int) -> int:
        depth = 0
        for place in range(index, last):
            if self.text[place] == "(":
                depth += 1
            elif self.text[place] == ")":
                if not depth:
                    return place
                depth -= 1
        return last
