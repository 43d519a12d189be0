"""What every reader shares: a source with its places, a reading, and the shape of a layout."""

import bisect
import functools
import re
from collections.abc import Sequence
from typing import Protocol

import attrs

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.model import Dossier

__all__ = ["Fit", "Layout", "Line", "Reading", "Residue", "Source", "told_residue", "told_unread"]

# Only what editors count as the end of a line; a form feed stays inside its line.
_LINE_END = re.compile(r"\r\n|\n|\r")


@attrs.frozen
class Residue:
    """A piece of the source that no field holds, with its place.

    Args:
        text: The piece as printed.
        span: Where it stands.
    """

    text: str
    span: Span


def told_residue(residue: Sequence[Residue]) -> tuple[Diagnostic, ...]:
    """The finding that a text was not taken up as a whole; none where nothing is left over."""
    if not residue:
        return ()
    passages = "1 passage" if len(residue) == 1 else f"{len(residue)} passages"
    return (diagnose("CC120", f"{passages} went into no field", span=residue[0].span),)


def told_unread(
    dossier: Dossier, residue: Sequence[Residue], left: int, visible: int
) -> tuple[Diagnostic, ...]:
    """The finding that hardly anything of a text was understood; none where something was.

    Args:
        dossier: What was read.
        residue: What is left over.
        left: How many characters that is.
        visible: How many characters the text has that are not blank.
    """
    if 2 * left <= visible or dossier.recommendations or any(p.actions for p in dossier.plans):
        return ()
    message = f"no action was read: {left} of {visible} characters went into no field"
    return (diagnose("CC138", message, span=residue[0].span),)


@attrs.frozen(kw_only=True)
class Reading:
    """What a reader made of one source.

    Args:
        dossier: The values; as much as is certain, also where the report has errors.
        report: What was doubtful, wrong or interpreted.
        residue: Every piece of the source that is in no field and was not recognised, in order;
            a sentence of which only a name or a date was taken stays whole.
        furniture: Every piece of the source that was recognised and that no field holds, in
            order: headings of tables, labels, rules, page heads, tags, marks, and words of which
            only the meaning is kept, as those of a date.
        held: How many characters of the source stand in fields; with those of the residue and
            of the furniture they are all that are not blank.

    Example:
        >>> from customs_coop.readers import parse
        >>> reading = parse("Nothing that could be read.")
        >>> reading.dossier.plans, [finding.code for finding in reading.report]
        ((), ['CC102'])
    """

    dossier: Dossier = attrs.field(factory=Dossier)
    report: Report = attrs.field(factory=Report)
    residue: tuple[Residue, ...] = ()
    furniture: tuple[Residue, ...] = ()
    held: int = 0


@attrs.frozen(kw_only=True)
class Fit:
    """How well a source fits a layout.

    Args:
        score: From 0 (nothing of it) to 1 (all signs of it).
        missing: The signs that were looked for and are not there; a layout without a missing
            sign fits.
    """

    score: float
    missing: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether all signs are there."""
        return not self.missing


@attrs.frozen
class Line:
    """One line of a source, by its number from 1 and its indexes, without its line end."""

    number: int
    start: int
    end: int
    text: str


@attrs.frozen
class Source:
    r"""A text under the name that findings give it.

    Args:
        name: The name of the file, or "<text>".
        text: The whole text.

    Example:
        >>> print(Source("plan.txt", "one\ntwo three").span(8))
        plan.txt:2:5
    """

    name: str
    text: str

    @functools.cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines in order."""
        found: list[Line] = []
        start = 0
        for match in _LINE_END.finditer(self.text):
            found.append(
                Line(len(found) + 1, start, match.start(), self.text[start : match.start()])
            )
            start = match.end()
        if start < len(self.text):
            found.append(Line(len(found) + 1, start, len(self.text), self.text[start:]))
        return tuple(found)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, index: int) -> int:
        """The number of the line, from 1, in which an index of the text lies."""
        return max(1, bisect.bisect_right(self._starts, index))

    def span(self, start: int, end: int | None = None, *, cell: str = "") -> Span:
        """The place of a piece of the text.

        Args:
            start: Where it begins, as an index.
            end: Where it ends, exclusive, or None.
            cell: The heading of the table column, if any.
        """
        number = self.line_at(start)
        column = start - (self._starts[number - 1] if self._starts else 0) + 1
        return Span(source=self.name, line=number, column=column, start=start, end=end, cell=cell)


class Layout(Protocol):
    """One way in which documents are laid out: one file of this package each."""

    @property
    def name(self) -> str:
        """The name by which `parse` can be told to use it."""
        ...

    def fits(self, source: Source) -> Fit:
        """How well the source looks like this layout, by its content alone."""
        ...

    def read(self, source: Source) -> Reading:
        """Read the source, whatever is in it, without raising for its content."""
        ...
