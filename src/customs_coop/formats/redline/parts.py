"""What a marked table is made of: runs of words, paragraphs, rows and groups, each with a kind."""

from collections.abc import Iterable, Iterator

import attrs

from customs_coop.comparison import Changed, Moved, WordsKind
from customs_coop.formats.tables import TableColumn

__all__ = [
    "MarkedBox",
    "MarkedGroup",
    "MarkedLine",
    "MarkedParagraph",
    "MarkedRow",
    "MarkedRun",
    "MarkedTable",
    "is_changed",
]


@attrs.frozen
class MarkedRun:
    """Words of one kind in one paragraph.

    Args:
        kind: Whether both plans have them, or only one of them.
        text: The words; they hold no line break.
        label: Whether they only name what follows, and are set in italics.
    """

    kind: WordsKind
    text: str
    label: bool = False


@attrs.frozen
class MarkedParagraph:
    """One paragraph.

    Args:
        runs: Its words.
        kind: What became of its end: where that was deleted, the new plan goes on without a break;
            where it was inserted, the old one did.
    """

    runs: tuple[MarkedRun, ...]
    kind: WordsKind = WordsKind.SAME

    @property
    def changed(self) -> bool:
        """Anything of it is in one of the plans only."""
        kinds = (self.kind, *(run.kind for run in self.runs))
        return any(kind is not WordsKind.SAME for kind in kinds)

    def text(self, without: WordsKind) -> str:
        """The words as one of the plans has them.

        Args:
            without: DELETED for the new plan, INSERTED for the old one.
        """
        return "".join(run.text for run in self.runs if run.kind is not without)


@attrs.frozen(kw_only=True)
class MarkedBox:
    """A cell of full width below a row.

    Args:
        kind: Whether both plans have it.
        heading: Its heading.
        paragraphs: Its words.
    """

    kind: WordsKind
    heading: str
    paragraphs: tuple[MarkedParagraph, ...]


@attrs.frozen(kw_only=True)
class MarkedRow:
    """One action, or one place where it stood or stands.

    Args:
        kind: SAME for an action that both plans have at this place, however much of it changed;
            one that moved is DELETED at the one place and INSERTED at the other.
        code: Its code, the new one where there are two.
        title: Its title, the new one where there are two.
        told: What happened to it, such as "added" or "merged into 5.4"; empty where nothing did.
        cells: The paragraphs of each cell.
        boxes: What stands below it in full width.
        greyed: Whether it is completed, by the new plan where both have it.
        was_greyed: The same by the old plan.
        was: The position of the action in the old plan, from 0, or None.
        place: Its position in the new plan, or None.
        moves: Whether the action stands in the table twice, as it moved.
        moved: Of an action that stands here now and stood elsewhere, its row as if it had not
            moved, with the words that changed; else None.
    """

    kind: WordsKind
    code: str
    title: str
    told: str
    cells: tuple[tuple[MarkedParagraph, ...], ...]
    boxes: tuple[MarkedBox, ...] = ()
    greyed: bool = False
    was_greyed: bool = False
    was: int | None = None
    place: int | None = None
    moves: bool = False
    moved: "MarkedRow | None" = None

    @property
    def changed(self) -> bool:
        """Anything of it is in one of the plans only."""
        return (
            self.kind is not WordsKind.SAME
            or any(map(is_changed, self.cells))
            or any(box.kind is not self.kind or is_changed(box.paragraphs) for box in self.boxes)
        )


@attrs.frozen(kw_only=True)
class MarkedGroup:
    """The rows of one work area.

    Args:
        kind: Whether both plans have it at this place.
        heading: The heading: one paragraph, or none.
        rows: The rows; there may be none.
        notes: The notes below them.
    """

    kind: WordsKind
    heading: tuple[MarkedParagraph, ...] = ()
    rows: tuple[MarkedRow, ...] = ()
    notes: tuple[MarkedParagraph, ...] = ()

    @property
    def changed(self) -> bool:
        """Anything of it is in one of the plans only, or an action changed in no column."""
        return (
            self.kind is not WordsKind.SAME
            or is_changed((*self.heading, *self.notes))
            or any(row.changed or row.told for row in self.rows)
        )


@attrs.frozen(kw_only=True)
class MarkedLine:
    """A line of the cover: what it tells, and the words."""

    kind: WordsKind
    label: str
    text: MarkedParagraph


@attrs.frozen(kw_only=True)
class MarkedTable:
    """Two plans laid upon one another as one table.

    Without what is DELETED it is the table of the new plan, without what is INSERTED that of the
    old one.

    Args:
        title: The title: one paragraph.
        number: The number of the document: one paragraph, or none.
        marking: Its marking, in the same way.
        subjects: Its subject codes.
        lines: The lines of the cover, the subject of the document among them.
        objectives_heading: Above the objectives: one paragraph, or none.
        objectives: The objectives of the strategy.
        notes: The notes to which no row points.
        columns: The columns, which are those that either plan needs.
        numbered: Whether a second row of headings counts them.
        groups: The groups, in the new order, with those that went where they stood.
        unseen: The changes that no word of the table shows, or not in all their parts.
    """

    title: MarkedParagraph
    number: tuple[MarkedParagraph, ...]
    marking: tuple[MarkedParagraph, ...]
    subjects: tuple[MarkedParagraph, ...]
    lines: tuple[MarkedLine, ...]
    objectives_heading: tuple[MarkedParagraph, ...]
    objectives: tuple[MarkedParagraph, ...]
    notes: tuple[MarkedParagraph, ...]
    columns: tuple[TableColumn, ...]
    numbered: bool
    groups: tuple[MarkedGroup, ...]
    unseen: tuple[Changed | Moved, ...] = ()

    @property
    def rows(self) -> Iterator[MarkedRow]:
        """All rows, in order."""
        return (row for group in self.groups for row in group.rows)


def is_changed(paragraphs: Iterable[MarkedParagraph]) -> bool:
    """Whether anything of some paragraphs is in one of the plans only."""
    return any(paragraph.changed for paragraph in paragraphs)
