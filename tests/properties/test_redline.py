"""Two plans laid upon one another: each can be had back from the marked table."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.comparison import Changed, Moved, WordsKind, diff
from customs_coop.comparison.printing import says_descent
from customs_coop.deadline import By
from customs_coop.exporters import export
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.files.changes import Changes
from customs_coop.formats.pages.content import Grid, paragraphs_of
from customs_coop.formats.redline import MarkedParagraph, MarkedTable, marked_table
from customs_coop.formats.redline.words import marked_cell
from customs_coop.formats.tables import CouncilTable, council_tables
from customs_coop.formats.word.reading import read_word
from customs_coop.model import (
    Action,
    ActionPlan,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Named,
    Note,
    Role,
    Status,
    WorkArea,
)

_WORDS = st.lists(st.sampled_from(["the", "ports", "survey", "of", "2006."]), max_size=4)
_LINES = st.lists(_WORDS.map(" ".join), max_size=4)
_CODES = st.sampled_from(["1.1", "1.2", "2.1", "2.2", "3.1"])
_ACTIONS = st.builds(
    Action,
    code=_CODES,
    title=st.sampled_from(["Survey the ports", "Survey all ports", "Report"]),
    work_area=st.none() | st.sampled_from(["1", "2", "9"]),
    priority=st.none() | st.sampled_from(["High", "Low"]),
    indicators=st.lists(
        st.builds(Indicator, text=st.sampled_from(["Survey held", "Survey printed", "List"])),
        max_size=2,
    ),
    terms_of_reference=st.sampled_from(["", "All ports.", "All small ports.\nAnd boats."]),
    notes=st.lists(st.sampled_from(["n", "m"]), unique=True),
)
_PLANS = st.builds(
    ActionPlan,
    id=st.just("AP1"),
    title=st.sampled_from(["First plan", "Second plan"]),
    number=st.none() | st.just(1),
    work_areas=st.lists(
        st.builds(WorkArea, code=st.sampled_from(["1", "2", "9"]), title=st.just("Area")),
        unique_by=lambda area: area.code,
    ),
    notes=st.just([Note(id="n", mark="*", text="A note"), Note(id="m", mark="1", text="Another")]),
    actions=st.lists(_ACTIONS, max_size=5),
)


def texts(paragraphs: tuple[MarkedParagraph, ...], without: WordsKind) -> list[str]:
    """The paragraphs of one side, as a word processor joins them where an end was taken away."""
    found, carried = [], ""
    for one in paragraphs:
        carried += one.text(without)
        if one.kind is not without:
            found.append(carried)
            carried = ""
    assert not carried
    return found


def side(table: MarkedTable, without: WordsKind) -> list[object]:
    """What one plan has of a marked table."""
    return [
        texts((table.title,), without),
        texts(table.notes, without),
        [(one.label, one.text.text(without)) for one in table.lines if one.kind is not without],
        [
            [
                texts(group.heading, without),
                texts(group.notes, without),
                [
                    [
                        [texts(cell, without) for cell in row.cells],
                        [
                            (box.heading, texts(box.paragraphs, without))
                            for box in row.boxes
                            if box.kind is not without
                        ],
                    ]
                    for row in group.rows
                    if row.kind is not without
                ],
            ]
            for group in table.groups
            if group.kind is not without
        ],
    ]


def plain(table: CouncilTable) -> list[object]:
    """The same of a plain table."""

    def words(cell: tuple[Paragraph, ...]) -> list[str]:
        return [paragraph.text for paragraph in cell]

    return [
        [table.cover.title],
        list(table.notes),
        list(table.cover.lines),
        [
            [
                [group.heading] if group.heading else [],
                [f"{note.mark} {text}" for note in group.notes for text in words(note.paragraphs)],
                [
                    [
                        [words(cell) for cell in row.cells],
                        [(box.heading, words(box.paragraphs)) for box in row.boxes],
                    ]
                    for row in group.rows
                ],
            ]
            for group in table.groups
        ],
    ]


def without_empty(value: object) -> object:
    """A cell whose only paragraph is empty is an empty cell."""
    if isinstance(value, list):
        return [] if value == [""] else [without_empty(one) for one in value]
    return value


@given(old=_PLANS, new=_PLANS)
def test_each_side_of_a_marked_table_is_its_plan(old: ActionPlan, new: ActionPlan) -> None:
    table = marked_table(diff(old, new))
    before, after = council_tables(old, new)
    assert without_empty(side(table, WordsKind.DELETED)) == plain(after)
    assert without_empty(side(table, WordsKind.INSERTED)) == plain(before)


_DAYS = [By(latest=dt.date(2006, month, 28), text="summer 2006") for month in (7, 8)]
_DEADLINES = st.lists(
    st.sampled_from([*_DAYS, By(latest=_DAYS[0].latest, text="July")]), max_size=1
)
_RICH = st.builds(
    Action,
    code=_CODES,
    title=st.sampled_from(["Survey the ports", "Survey held by July", "Report"]),
    work_area=st.none() | st.sampled_from(["1", "2"]),
    status=st.sampled_from([Status.OPEN, Status.COMPLETED]),
    status_text=st.sampled_from(["", "Report held", "Work has started."]),
    deadlines=_DEADLINES,
    indicators=st.lists(
        st.builds(
            Indicator,
            text=st.sampled_from(["Survey held", "Report by July 2006"]),
            deadlines=_DEADLINES,
        ),
        max_size=2,
    ),
    involved=st.lists(
        st.builds(
            Involvement,
            party=st.sampled_from(["A1", "A2"]),
            role=st.sampled_from([Role.RESPONSIBLE, Role.CONCERNED]),
            text=st.sampled_from(["", "Group", "All groups"]),
        ),
        max_size=2,
    ),
    links=st.lists(
        st.builds(
            Link,
            kind=st.sampled_from([LinkKind.AWAITS, LinkKind.TAKEN_FORWARD_IN]),
            target=st.builds(Named, st.sampled_from(["study", "survey"])),
            text=st.sampled_from(["", "Another group"]),
        ),
        max_size=1,
    ),
)
_RICH_PLANS = st.builds(
    ActionPlan,
    id=st.just("AP1"),
    title=st.sampled_from(["First plan", "Second plan"]),
    number=st.none() | st.just(1),
    previous=st.lists(st.sampled_from(["P0", "P9"]), max_size=1),
    actions=st.lists(_RICH, max_size=4, unique_by=lambda action: action.code),
)


@given(old=_RICH_PLANS, new=_RICH_PLANS, plain=st.booleans())
def test_every_change_is_seen_or_told(old: ActionPlan, new: ActionPlan, *, plain: bool) -> None:
    difference = diff(old, new)
    table = marked_table(difference, plain=plain)
    marked = {row.place: row.moved or row for row in table.rows if row.place is not None}
    cover = table.title.changed or any(
        line.text.changed or line.kind is not WordsKind.SAME for line in table.lines
    )
    for change in difference.changes:
        if isinstance(change, Changed) and change not in table.unseen and not says_descent(change):
            assert cover if change.place is None else marked[change.place].changed
        if isinstance(change, Moved) and change not in table.unseen:
            assert any(row.moved for row in table.rows if row.place == change.place)
    # What no row and no cover shows is told, and nothing else where a change stands alone.
    for change in table.unseen:
        alone = sum(getattr(one, "place", None) == change.place for one in difference.changes) == 1
        if isinstance(change, Changed) and change.place is not None and alone:
            items = change.new if isinstance(change.new, tuple) else ()
            assert len(items) > 1 or not marked[change.place].changed


@given(old=_LINES, new=_LINES)
def test_each_side_of_a_marked_cell_is_its_cell(old: list[str], new: list[str]) -> None:
    cell = marked_cell([Paragraph(text) for text in old], [Paragraph(text) for text in new])
    assert without_empty(texts(cell, WordsKind.DELETED)) == without_empty(new)
    assert without_empty(texts(cell, WordsKind.INSERTED)) == without_empty(old)
    assert not cell or cell[-1].kind is WordsKind.SAME


@settings(max_examples=10)
@given(old=_PLANS, new=_PLANS)
def test_tracked_changes_accepted_or_rejected_leave_one_plan(
    old: ActionPlan, new: ActionPlan
) -> None:
    content = export(diff(old, new), "diff-docx", marking="tracked")
    before, after = council_tables(old, new)
    assert rows_of(content, "reject") == rows_as_printed(before)
    assert rows_of(content, "accept") == rows_as_printed(after)


def rows_as_printed(table: CouncilTable) -> list[list[str]]:
    return [
        [" ".join(part.text for part in cell) for cell in row.cells]
        for group in table.groups
        for row in group.rows
    ]


def rows_of(content: bytes, changes: Changes) -> list[list[str]]:
    """The rows of actions in a Word file: those with a code, and no headings or boxes."""
    rows = [
        [" ".join(line.text for line in paragraphs_of(cell.blocks)) for cell in row.cells]
        for grid in read_word(content, changes).blocks
        if isinstance(grid, Grid)
        for row in grid.rows
        if len(row.cells) > 1
    ]
    return [row for row in rows if "." in row[0]]
