"""The differences between two plans as Markdown that can be sent as a mail."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.comparison import PlanDiff, WordsKind
from customs_coop.exporters.base import COUNCIL_FIELDS
from customs_coop.exporters.comparison.wording import (
    NOTATION,
    counts,
    further_changes,
    what_is_compared,
)
from customs_coop.exporters.pipes import escaped
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.columns import Column
from customs_coop.formats.redline import (
    IN_NO_COLUMN,
    MarkedParagraph,
    MarkedRow,
    MarkedRun,
    MarkedTable,
    is_changed,
    marked_table,
)

__all__ = ["DiffMarkdown"]

_MARKS = {WordsKind.INSERTED: ("**", "ins"), WordsKind.DELETED: ("~~", "del")}


@attrs.frozen(kw_only=True)
class DiffMarkdown:
    """What changed from one plan to another, as Markdown lists: new **bold**, deleted ~~struck~~.

    Lists and no tables, so that the text is readable in a mail as well. Where signs would not be
    marks to a reader of Markdown, tags stand in their place.

    Args:
        only_changes: Whether rows and paragraphs without a change are left out.
    """

    suffix = ".md"
    media_type = "text/markdown"
    carries = COUNCIL_FIELDS
    accepts = ("diff",)

    only_changes: bool = True

    def render(self, subject: PlanDiff, /) -> str:
        """Write the text.

        Args:
            subject: The differences.

        Returns:
            The text of an .md file.

        Raises:
            InvalidValueError: The differences were read from a file, which does not hold the
                plans.
        """
        table = marked_table(subject, plain=True)
        blocks: list[str] = []
        if told := self._plan(table):
            blocks += _block("Plan", told)
        for group in table.groups:
            rows = [line for row in group.rows for line in self._row(table, row)]
            notes = [f"- Note: {_words(note)}" for note in self._shown(group.notes)]
            # Deleted and inserted headings are two; a heading of one area is one.
            heading = " ".join(map(_words, group.heading))
            if rows or notes or is_changed(group.heading):
                blocks += _block(heading, [*rows, *notes])
        head = [
            f"# Changes {escaped(what_is_compared(subject))}",
            _legend("\n".join(blocks)),
            f"{escaped(counts(subject))}.",
        ]
        others = [f"- {escaped(place)}: {escaped(what)}" for place, what in further_changes(table)]
        if others:
            blocks += ["## In no column of the table", escaped(NOTATION), "\n".join(others)]
        return replace_illegal("\n\n".join([*head, *blocks])) + "\n"

    def _plan(self, table: MarkedTable) -> list[str]:
        told: list[tuple[str, Sequence[MarkedParagraph]]] = [
            ("Title", (table.title,)),
            ("Number", table.number),
            ("Marking", table.marking),
            ("Subject codes", table.subjects),
            *((line.label, (line.text,)) for line in table.lines),
            ("Objective", table.objectives),
            ("Note", table.notes),
        ]
        return [
            f"- {escaped(label)}: {_words(paragraph)}"
            for label, paragraphs in told
            for paragraph in self._shown(paragraphs)
        ]

    def _shown(self, paragraphs: Iterable[MarkedParagraph]) -> list[MarkedParagraph]:
        return [one for one in paragraphs if one.changed or not self.only_changes]

    def _row(self, table: MarkedTable, row: MarkedRow) -> Iterator[str]:
        if row.moves and row.moved is None:
            return  # told where it stands now
        if row.moved is not None:
            # All of it would be bold, and a reader of a list wants to know what is new in it.
            row = attrs.evolve(row.moved, told=row.told)
        elif self.only_changes and row.told in ("", IN_NO_COLUMN):
            return  # the latter is told at the end
        told = f" ({escaped(row.told)})" if row.told else ""
        yield f"- {escaped(f'{row.code} {row.title}')}{told}"
        pairs = zip(table.columns, row.cells, strict=True)
        parts = [(column.heading, cell) for column, cell in pairs if not _is_code(column.column)]
        parts += [(box.heading, box.paragraphs) for box in row.boxes]
        for heading, paragraphs in parts:
            shown = self._shown(paragraphs)
            if len(shown) == 1:
                yield f"  - {escaped(heading)}: {_words(shown[0])}"
            elif shown:
                yield f"  - {escaped(heading)}:"
                yield from (f"    - {_words(paragraph)}" for paragraph in shown)


def _legend(text: str) -> str:
    """How changes are shown, with the tags where there are any; words never have such tags."""
    inserted, deleted = (
        f" or `<{tag}>`" if f"<{tag}>" in text else "" for _, tag in _MARKS.values()
    )
    return f"New text is **bold**{inserted}, deleted text is ~~struck through~~{deleted}."


def _is_code(column: Column | None) -> bool:
    return column is Column.CODE


def _block(heading: str, lines: Sequence[str]) -> list[str]:
    if not lines and not heading:
        return []
    return [*([f"## {heading}"] if heading else []), *(["\n".join(lines)] if lines else [])]


def _words(paragraph: MarkedParagraph) -> str:
    """A paragraph with its marks."""
    text = ""
    runs = [run for run in paragraph.runs if run.text]
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        text += _marked(run, before=text[-1:], after=following.text[:1] if following else "")
    return text.strip()


def _marked(run: MarkedRun, *, before: str, after: str) -> str:
    """A run with its marks; blanks stand outside, where Markdown wants them."""
    words = escaped(run.text)
    lead = " " if run.text[:1].isspace() else ""
    tail = " " if run.text[-1:].isspace() else ""
    if not words or run.kind is WordsKind.SAME:
        return f"{lead}{words}{tail}" if words else " "
    if before and before in "*~>" and not lead:
        lead = " "  # else the marks of two runs would touch
    sign, tag = _MARKS[run.kind]
    opens = _can_stand(words[0], lead or before)
    closes = _can_stand(run.text.rstrip()[-1], tail or after)
    marked = f"{sign}{words}{sign}" if opens and closes else f"<{tag}>{words}</{tag}>"
    return f"{lead}{marked}{tail}"


def _can_stand(inside: str, outside: str) -> bool:
    """Whether marks between two characters are marks: a word may not touch them on one side only.

    CommonMark 0.31.2, section 6.2: a run of marks with punctuation inside needs a blank or
    punctuation outside.
    """
    return inside.isalnum() or not outside or not outside.isalnum()
