"""Text that knows where it came from, so that a reader can account for every character."""

import re
from collections.abc import Iterable

import attrs

from customs_coop.diagnostics import Diagnostic, Report
from customs_coop.model import Dossier
from customs_coop.readers.base import Reading, Residue, Source, told_residue, told_unread
from customs_coop.readers.text.holding import HeldWords

__all__ = ["Account", "Excerpt"]

_UNEVEN = re.compile(r"\s\s+|[^\S ]")  # all but a single space
# Where one sentence ends and another begins, in text that was broken into lines.
_ENDS = re.compile(r"(?<=[.;:!?])\s{1,9}(?=[A-Z\d(“\"-])|\n\s{0,9}\n|\f|\t")
_NUMBER_BEFORE = re.compile(r"(?:\A|(?<=\n))[^\S\n]{0,8}\(?[0-9]{1,2}[.)]\s{1,8}\Z")
_FAR = 400  # characters to either side within which a sentence ends
# Any one space joins words, also the one that does not break.
_PIECE = re.compile(r"\S+(?:[ \u00a0\u2000-\u200a\u202f\u3000]\S+)*+")
# What became of a character; a blank may have any of these marks.
_LEFT, _HELD, _FURNITURE = range(3)
_OTHERS = {_LEFT: re.compile(rb"[^\x00]+"), _FURNITURE: re.compile(rb"[^\x02]+")}


@attrs.frozen
class Excerpt:
    """Characters of a source with the index of each; characters put in between have -1.

    Args:
        text: The characters.
        places: For each of them its index in the source.

    Example:
        >>> excerpt = Excerpt.of("a  plan ", 1, 8)
        >>> excerpt.folded().text, excerpt.folded().places
        ('plan', (3, 4, 5, 6))
    """

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> "Excerpt":
        """A piece of a text."""
        stop = len(source) if end is None else end
        return cls(source[start:stop], tuple(range(start, stop)))

    @classmethod
    def join(cls, parts: Iterable["Excerpt"], glue: str = " ") -> "Excerpt":
        """Several excerpts as one, with `glue` between them."""
        texts: list[str] = []
        places: list[int] = []
        for part in parts:
            if texts:
                places.extend([-1] * len(glue))
            texts.append(part.text)
            places.extend(part.places)
        return cls(glue.join(texts), tuple(places))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def cut(self, start: int, end: int | None = None) -> "Excerpt":
        """The part between two indexes of this excerpt."""
        return Excerpt(self.text[start:end], self.places[start:end])

    def stripped(self, characters: str | None = None) -> "Excerpt":
        """Without blanks, or the characters named, at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, start + len(self.text.strip(characters)))

    def folded(self) -> "Excerpt":
        """Without blanks at the ends, and with one blank for each run of blanks."""
        even = self.stripped()
        parts: list[str] = []
        places: list[int] = []
        end = 0
        for match in _UNEVEN.finditer(even.text):
            start = match.start()
            parts.append(even.text[end:start])
            # The blank in their place has the place of the first one.
            places.extend(even.places[end : start + 1])
            end = match.end()
        if not parts:
            return even
        parts.append(even.text[end:])
        places.extend(even.places[end:])
        return Excerpt(" ".join(parts), tuple(places))

    def without(self, spans: Iterable[tuple[int, int]]) -> "Excerpt":
        """Without the pieces between these indexes, which are in order."""
        parts: list[Excerpt] = []
        end = 0
        for start, stop in spans:
            parts.append(self.cut(end, start))
            end = stop
        parts.append(self.cut(end))
        return Excerpt.join(parts, "")

    def split(self, separators: Iterable[tuple[int, int]]) -> tuple["Excerpt", ...]:
        """The pieces between separators, whose indexes are in order."""
        parts: list[Excerpt] = []
        end = 0
        for start, stop in separators:
            parts.append(self.cut(end, start))
            end = stop
        parts.append(self.cut(end))
        return tuple(parts)

    @property
    def start(self) -> int:
        """The index of its first character in the source; 0 where it has none."""
        return next((place for place in self.places if place >= 0), 0)


_BREAK = Excerpt("\0", (-1,))


class Account:
    """What became of each character of a source: in a field, furniture, or left over.

    A reader enters what it takes, and the account does not take its word for it: what `use` is
    given counts as held by a field only where `settle` or `reading` finds the words in the values
    that were made. The rest of it is furniture, so that no character is ever lost from sight.

    It is the one value here that changes, and never leaves the call that made it.

    Example:
        >>> from customs_coop.model import ActionPlan
        >>> account = Account(Source("a.txt", "Action: Swim - Dive"))
        >>> _ = account.use(Excerpt.of("Action: Swim -"))
        >>> plan = ActionPlan(id="P", title="Swim")
        >>> reading = account.reading(Dossier.of(plan), [])
        >>> [piece.text for piece in reading.furniture], [piece.text for piece in reading.residue]
        (['Action:', '-'], ['Dive'])
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._marks = bytearray(len(source.text))
        self._claimed: list[Excerpt] = []

    def use(self, excerpt: Excerpt) -> str:
        """Enter the characters of an excerpt as text for a field, and give its text."""
        places = excerpt.places
        if places and places[0] >= 0 and _follow(places):
            self.use_furniture(places[0], places[-1] + 1)
        else:
            for place in places:
                if place >= 0 and not self._marks[place]:
                    self._marks[place] = _FURNITURE
        self._claimed.append(excerpt)
        return excerpt.text

    def use_span(self, start: int, end: int) -> None:
        """Enter everything between two indexes as text for a field, as `use` does."""
        self.use(Excerpt.of(self.source.text, start, min(end, len(self._marks))))

    def sentence_around(self, words: str) -> tuple[int, int] | None:
        """Where the first sentence in which words stand begins and ends, with its number."""
        pattern = r"[\s*]{1,9}".join(re.escape(word) for word in words.split())
        found = re.search(pattern, self.source.text) if pattern else None
        if found is None:
            return None
        text = self.source.text
        before = _ENDS.split(text[max(0, found.start() - _FAR) : found.start()])[-1]
        behind = _ENDS.split(text[found.end() : found.end() + _FAR])[0]
        begin = found.start() - len(before)
        number = _NUMBER_BEFORE.search(text, max(0, begin - 20), begin)
        return (number.start() if number else begin, found.end() + len(behind))

    def use_furniture(self, start: int, end: int) -> None:
        """Enter what is not yet held between two indexes as furniture: labels, tags, page heads."""
        self._marks[start:end] = self._marks[start:end].replace(bytes([_LEFT]), bytes([_FURNITURE]))

    @property
    def claims(self) -> int:
        """How often text for a field was entered and is not settled yet."""
        return len(self._claimed)

    def settle(self, since: int, *values: object) -> None:
        """Look for the text that was entered since then in the values made of it, and only there.

        Args:
            since: What `claims` was before the text was entered.
            values: What was made of it.
        """
        claimed = self._joined(self._claimed[since:])
        del self._claimed[since:]
        if not claimed.text.strip("\n\0"):
            return
        marks, places = self._marks, claimed.places
        for start, end in HeldWords(values).spans(claimed.text):
            for place in places[start:end]:
                if place >= 0:
                    marks[place] = _HELD

    def _joined(self, claimed: Iterable[Excerpt]) -> Excerpt:
        """Several excerpts as one, with a sign between those that do not go on."""
        parts: list[Excerpt] = []
        end = len(self._marks)
        for excerpt in claimed:
            # A sentence may have been entered line by line.
            goes_on = end <= excerpt.start <= end + _FAR
            if not goes_on or self.source.text[end : excerpt.start].strip():
                parts.append(_BREAK)
            parts.append(excerpt)
            end = max(excerpt.places, default=-1) + 1
        return Excerpt.join(parts, "\n")

    def residue(self) -> tuple[Residue, ...]:
        """What was not entered: neighbouring lines together, blanks and empty lines left out."""
        return self._pieces(_LEFT, joined=True)

    def reading(self, dossier: Dossier, findings: Iterable[Diagnostic]) -> Reading:
        """The reading of the source: with its residue, its furniture, and a finding on residue."""
        self.settle(0, dossier)
        residue = self.residue()
        furniture = self._pieces(_FURNITURE, joined=False)
        visible = _visible(self.source.text)
        left = sum(_visible(piece.text) for piece in residue)
        told = [*findings, *told_residue(residue), *told_unread(dossier, residue, left, visible)]
        told.sort(key=lambda finding: (finding.span.start or 0) if finding.span else 0)
        return Reading(
            dossier=dossier,
            report=Report(told),
            residue=residue,
            furniture=furniture,
            held=visible - left - sum(_visible(piece.text) for piece in furniture),
        )

    def _pieces(self, mark: int, *, joined: bool) -> tuple[Residue, ...]:
        """The pieces with a mark, in order; those on lines that follow each other may be joined."""
        found: list[tuple[int, int]] = []
        open_line = -1  # the last line, where its end has the mark and the next may go on
        for line in self.source.lines:
            marks = self._marks[line.start : line.end]
            if mark not in marks:
                continue
            # A line has no line feed, so one can stand for what has another mark.
            kept = _shown(line.text, marks, mark)
            for match in _PIECE.finditer(kept):
                start, end = line.start + match.start(), line.start + match.end()
                goes_on = joined and open_line == line.number - 1
                if goes_on and "\n" not in kept[: match.start()]:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((start, end))
                open_line = line.number if "\n" not in kept[match.end() :] else -1
        return tuple(
            Residue(self.source.text[start:end], self.source.span(start, end))
            for start, end in found
        )


def _follow(places: tuple[int, ...]) -> bool:
    """Whether each place is the one behind that before it."""
    return places == tuple(range(places[0], places[0] + len(places)))


def _shown(text: str, marks: bytearray, mark: int) -> str:
    """The text of a line with line feeds for the passages that are visible and marked otherwise."""
    parts: list[str] = []
    end = 0
    for run in _OTHERS[mark].finditer(marks):
        start, stop = run.span()
        other = text[start:stop]
        parts += (text[end:start], other if other.isspace() else "\n" * len(other))
        end = stop
    parts.append(text[end:])
    return "".join(parts)


def _visible(text: str) -> int:
    """How many characters are not blank."""
    return len("".join(text.split()))
