"""Characters that show nothing: left out of what is read, and counted in the account."""

import bisect
from collections.abc import Iterable

import attrs

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.formats.characters import INVISIBLE, invisible_name, is_spelling
from customs_coop.model import Action
from customs_coop.readers.base import Reading, Residue, Source

__all__ = ["VisibleForm", "visible_form"]

_MARK = "\ufeff"  # of the encoding, where it stands at the very beginning
_MOST_NAMED = 6


@attrs.frozen(kw_only=True)
class VisibleForm:
    """A source without the characters that show nothing, and where its own stand in the first.

    The tabs of an empty column are left out in the same way; nothing is told of them.

    Args:
        printed: The source with all of its characters.
        source: The source without them, as layouts read it.
        runs: The runs of them, as indexes into the text of `printed`, in order.
        starts: Where each run stood, as an index into the text of `source`.
        left_out: How many characters were left out up to each run and with it.
    """

    printed: Source
    source: Source
    runs: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    left_out: tuple[int, ...]

    def place(self, index: int) -> int:
        """The index in the printed text of an index in the text that was read."""
        behind = bisect.bisect_right(self.starts, index)
        return index + (self.left_out[behind - 1] if behind else 0)

    def finding(self) -> Diagnostic | None:
        """The finding that names the characters; the mark of an encoding alone needs none."""
        text = self.printed.text
        told = [
            (start, end)
            for start, end in self.runs
            if end > int(text.startswith(_MARK)) and text[start:end].strip("\t")
        ]
        if not told:
            return None
        counts: dict[str, int] = {}
        for start, end in told:
            for character in text[start:end]:
                counts[character] = counts.get(character, 0) + 1
        named = [f"{invisible_name(sign)} ({count})" for sign, count in counts.items()]
        more = len(named) - _MOST_NAMED
        names = ", ".join(named[:_MOST_NAMED]) + (f" and {more} other" if more > 0 else "")
        total = sum(counts.values())
        left_out = (
            "1 character that shows nothing was"
            if total == 1
            else (f"{total} characters that show nothing were")
        )
        message = f"{left_out} left out: {names}"
        return diagnose("CC199", message, span=self.printed.span(*told[0]))

    def placed(self, reading: Reading) -> Reading:
        """A reading of the form with the places and the account of the printed text."""
        dossier = attrs.evolve(
            reading.dossier,
            plans=tuple(
                attrs.evolve(plan, actions=tuple(self._action(action) for action in plan.actions))
                for plan in reading.dossier.plans
            ),
        )
        told = [attrs.evolve(found, span=self._span(found.span)) for found in reading.report]
        if (finding := self.finding()) is not None:
            told.insert(0, finding)
        residue = tuple(map(self._piece, reading.residue))
        furniture = [*map(self._piece, reading.furniture)]
        furniture += self._uncovered((*residue, *furniture))
        furniture.sort(key=lambda piece: piece.span.start or 0)
        return attrs.evolve(
            reading,
            dossier=dossier,
            report=Report(told),
            residue=residue,
            furniture=tuple(furniture),
        )

    def _action(self, action: Action) -> Action:
        return attrs.evolve(action, span=self._span(action.span))

    def _span(self, span: Span | None) -> Span | None:
        if span is None or span.start is None:
            return span
        start = self.place(span.start)
        end = span.end
        if end is not None:
            end = max(start, self.place(end - 1) + 1) if end > span.start else start
        return self.printed.span(start, end, cell=span.cell)

    def _piece(self, piece: Residue) -> Residue:
        span = self._span(piece.span) or piece.span
        return Residue(self.printed.text[span.start : span.end], span)

    def _uncovered(self, pieces: Iterable[Residue]) -> list[Residue]:
        """The runs that stand in no piece, each as a piece of furniture of its own."""
        covered = sorted((piece.span.start or 0, piece.span.end or 0) for piece in pieces)
        found: list[Residue] = []
        number = 0
        for start, end in self.runs:
            while number < len(covered) and covered[number][1] <= start:
                number += 1
            free = number == len(covered) or covered[number][0] > start
            if free and self.printed.text[start:end].strip("\t"):
                found.append(Residue(self.printed.text[start:end], self.printed.span(start, end)))
        return found


def visible_form(source: Source) -> VisibleForm | None:
    r"""Leave out what shows nothing; None where there is nothing of the kind.

    Left out are zero-width blanks and joiners, marks of direction, soft hyphens, marks of byte
    order and control characters; a joiner that belongs to the spelling of a word stays. No line
    begins or ends with them elsewhere than before.

    Args:
        source: The source.

    Example:
        >>> form = visible_form(Source("a.txt", "M\u200bS, Europol"))
        >>> form.source.text, form.finding().message
        ('MS, Europol', '1 character that shows nothing was left out: U+200B ZERO WIDTH SPACE (1)')
        >>> form.place(1), visible_form(Source("a.txt", "MS")) is None
        (2, True)
    """
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    starts: list[int] = []
    left_out: list[int] = []
    end = gone = 0
    for match in INVISIBLE.finditer(source.text):
        if is_spelling(source.text, *match.span()):
            continue
        parts.append(source.text[end : match.start()])
        runs.append(match.span())
        starts.append(match.start() - gone)
        gone += match.end() - match.start()
        left_out.append(gone)
        end = match.end()
    if not runs:
        return None
    parts.append(source.text[end:])
    return VisibleForm(
        printed=source,
        source=Source(source.name, "".join(parts)),
        runs=tuple(runs),
        starts=tuple(starts),
        left_out=tuple(left_out),
    )
