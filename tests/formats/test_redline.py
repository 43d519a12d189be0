"""Two tables laid upon one another."""

import datetime as dt
from collections.abc import Sequence

import attrs
import pytest

from customs_coop.comparison import PlanDiff, WordsKind, diff
from customs_coop.deadline import By
from customs_coop.errors import InvalidValueError
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.redline import MarkedParagraph, MarkedTable, marked_table
from customs_coop.formats.redline.words import marked_cell, marked_lines
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Note,
    PlanRef,
    Role,
    Status,
    WorkArea,
)
from folded import every_case

SIGNS = {WordsKind.SAME: "", WordsKind.INSERTED: "+", WordsKind.DELETED: "-"}


def signed(paragraphs: Sequence[MarkedParagraph]) -> list[str]:
    """Runs as "+new" or "-old" between bars, with the end of the paragraph as "¶"."""
    return [
        "|".join([*(SIGNS[r.kind] + r.text for r in one.runs), f"{SIGNS[one.kind]}¶"])
        for one in paragraphs
    ]


@every_case(
    ("old", "new", "marked"),
    [
        ([], [], []),
        (["Survey"], ["Survey"], ["Survey|¶"]),
        (["Survey held"], ["Survey planned"], ["Survey |-held|+planned|¶"]),
        ([], ["One", "Two"], ["+One|+¶", "+Two|¶"]),
        (["One", "Two"], [], ["-One|-¶", "-Two|¶"]),
        # What comes at the end brings the end of the paragraph before it.
        (["One"], ["One", "Two"], ["One|+¶", "+Two|¶"]),
        (["One", "Two"], ["Two"], ["-One|-¶", "Two|¶"]),
        (["One", "Two"], ["One"], ["One|-¶", "-Two|¶"]),
        # Nothing stayed: the first ones share a paragraph, so none is left empty on either side.
        (["Red", "Blue"], ["Ship", "Boat"], ["-Red|+Ship|-¶", "-Blue|+¶", "+Boat|¶"]),
        # Paragraphs that share words are laid upon one another though others came between.
        (
            ["Head", "Wait for the study of ports", "Tail"],
            ["Head", "New line", "Wait for a study of ports", "Tail"],
            ["Head|¶", "+New line|+¶", "Wait for |-the|+a| study of ports|¶", "Tail|¶"],
        ),
    ],
)
def test_the_paragraphs_of_a_cell(old: list[str], new: list[str], marked: list[str]) -> None:
    found = marked_cell([Paragraph(text) for text in old], [Paragraph(text) for text in new])
    assert signed(found) == marked


def test_a_label_is_that_of_the_side_from_which_the_words_are() -> None:
    (found,) = marked_cell([Paragraph("Others", label=True)], [Paragraph("All")])
    assert [(run.text, run.label) for run in found.runs] == [("Others", True), ("All", False)]


def test_lines_that_crossed_are_deleted_and_inserted() -> None:
    found = marked_lines(["first line", "other words"], ["other words", "first line"])
    assert len(found) == 3
    assert sorted(one.kind.value for one in found) == ["deleted", "inserted", "same"]


def action(code: str, title: str, **fields: object) -> Action:
    return Action(code=code, title=title, work_area=code[0], **fields)  # type: ignore[arg-type]  # the fields of the test at hand


def plan(*actions: Action, **fields: object) -> ActionPlan:
    areas = [WorkArea(code=code, title=f"Area {code}") for code in ("1", "2")]
    values = {"id": "P", "title": "Plan", "work_areas": areas, **fields}
    return ActionPlan(actions=actions, **values)  # type: ignore[arg-type]  # as above


SURVEY = action("1.1", "Survey the ports")
MANUAL = action("1.2", "Print a manual")
REPORT = action("1.3", "Report on seizures")


def rows(table: MarkedTable) -> list[tuple[str, str, str]]:
    return [(row.kind.value, row.code, row.told) for row in table.rows]


def test_rows_come_go_and_change_at_their_places() -> None:
    changed = attrs.evolve(REPORT, title="Report on all seizures")
    new = plan(SURVEY, action("1.4", "Train the crews"), changed)
    assert rows(marked_table(diff(plan(SURVEY, MANUAL, REPORT), new))) == [
        ("same", "1.1", ""),
        ("deleted", "1.2", "removed"),
        ("inserted", "1.4", "added"),
        ("same", "1.3", "changed"),
    ]


def test_a_row_that_moved_stands_twice_and_says_what_changed_in_it() -> None:
    changed = attrs.evolve(SURVEY, title="Survey all the ports")
    table = marked_table(diff(plan(SURVEY, MANUAL, REPORT), plan(MANUAL, REPORT, changed)))
    assert rows(table) == [
        ("deleted", "1.1", "moved away, now behind 1.3"),
        ("same", "1.2", ""),
        ("same", "1.3", ""),
        ("inserted", "1.1", "moved here from before 1.2"),
    ]
    moved = [row.moved for row in table.rows][-1]
    assert moved is not None
    assert signed(moved.cells[1]) == ["Survey |+all |the ports|¶"]


def test_a_row_that_went_to_another_area_is_inserted_there() -> None:
    new = attrs.evolve(MANUAL, work_area="2")
    table = marked_table(diff(plan(SURVEY, MANUAL), plan(SURVEY, new)))
    assert rows(table) == [
        ("same", "1.1", ""),
        ("deleted", "1.2", "moved away"),
        ("inserted", "1.2", "moved here from behind 1.1"),
    ]


def test_what_was_renumbered_merged_and_split_says_so() -> None:
    here = [
        attrs.evolve(SURVEY, code="1.5", origin=ActionRef("P", "1.1")),
        attrs.evolve(REPORT, links=[Link(kind=LinkKind.MERGED_FROM, target=ActionRef("P", "1.2"))]),
        attrs.evolve(
            action("1.6", "Count the crews"),
            links=[Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("P", "1.3"))],
        ),
    ]
    assert rows(marked_table(diff(plan(SURVEY, MANUAL, REPORT), plan(*here)))) == [
        ("same", "1.5", "was 1.1"),
        ("deleted", "1.2", "merged into 1.3"),
        ("same", "1.3", ""),
        ("inserted", "1.6", "split off from 1.3"),
    ]


def test_two_actions_of_one_code_keep_their_places() -> None:
    twins = plan(SURVEY, SURVEY, MANUAL)
    assert rows(marked_table(diff(twins, plan(SURVEY, MANUAL)))) == [
        ("same", "1.1", ""),
        ("deleted", "1.1", "removed"),
        ("same", "1.2", ""),
    ]


def test_an_area_is_the_same_where_its_rows_are_though_code_and_title_changed() -> None:
    old = plan(SURVEY, MANUAL, work_areas=[WorkArea(code="1", title="Ports")])
    news = [attrs.evolve(one, work_area="3") for one in (SURVEY, MANUAL)]
    new = plan(*news, work_areas=[WorkArea(code="3", title="Harbours")])
    (group,) = marked_table(diff(old, new)).groups
    assert group.kind is WordsKind.SAME
    assert [row.kind for row in group.rows] == [WordsKind.SAME, WordsKind.SAME]


def test_the_columns_are_those_that_either_plan_needs() -> None:
    table = marked_table(diff(plan(SURVEY), plan(attrs.evolve(SURVEY, priority="High"))))
    assert "Priority" in [column.heading for column in table.columns]
    (row,) = table.rows
    assert ["+High|¶"] in [signed(cell) for cell in row.cells]


def test_boxes_notes_grey_and_the_cover_are_marked_too() -> None:
    old = plan(
        attrs.evolve(SURVEY, terms_of_reference="All ports.", notes=["n"]),
        notes=[Note(id="n", mark="*", text="Small ports too")],
        title="First plan",
    )
    new = plan(
        attrs.evolve(SURVEY, status=Status.COMPLETED),
        title="Second plan",
        period="2004-01-01/2006-12-31",
    )
    table = marked_table(diff(old, new))
    (row,) = table.rows
    assert [(box.kind.value, signed(box.paragraphs)) for box in row.boxes] == [
        ("deleted", ["-All ports.|-¶"])
    ]
    assert (row.was_greyed, row.greyed) == (False, True)
    assert signed(table.groups[0].notes) == ["-* Small ports too|-¶"]
    assert signed([table.title]) == ["-First|+Second| plan|¶"]
    assert [(line.label, line.kind.value) for line in table.lines] == [
        ("Period", "inserted"),
        ("Plan", "same"),
    ]


def party(words: str, *ids: str) -> list[Involvement]:
    return [Involvement(party=one, role=Role.RESPONSIBLE, text=words) for one in ids]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        # The words tell it all: who reads the table needs no ids.
        (party("Project Group", "A1"), party("Project Team", "A2"), "Project |-Group|+Team|¶"),
        (party("Project Group", "A1"), party("Project Group", "A1"), "Project Group|¶"),
        # Here the ids alone tell what changed.
        (
            party("Project Group", "A1"),
            party("Project Group", "A2"),
            "Project Group [Party: |-A1|+A2|]|¶",
        ),
    ],
)
def test_for_people_ids_are_left_out_unless_they_are_what_changed(
    old: list[Involvement], new: list[Involvement], marked: str
) -> None:
    before, after = (plan(attrs.evolve(SURVEY, involved=one)) for one in (old, new))
    table = marked_table(diff(before, after), plain=True)
    (row,) = table.rows
    assert [marked] in [signed(cell) for cell in row.cells]
    assert not [line.label for line in table.lines if line.label == "Plan"]
    full = marked_table(diff(before, after))
    assert "[Party: " in "".join(
        run.text for row in full.rows for cell in row.cells for one in cell for run in one.runs
    )


def test_the_words_of_a_plan_are_never_left_out_though_they_look_like_an_addition() -> None:
    title = "Survey the ports [Party: A1]"
    table = marked_table(diff(plan(MANUAL), plan(attrs.evolve(SURVEY, title=title))), plain=True)
    assert any(title in run.text for row in table.rows for run in row.cells[1][0].runs)


DAY = By(latest=dt.date(2006, 7, 31), text="summer 2006")
LATER = attrs.evolve(DAY, latest=dt.date(2006, 8, 31))


def test_a_change_without_a_word_is_told() -> None:
    old = plan(attrs.evolve(SURVEY, indicators=[Indicator(text="Survey held", deadlines=[DAY])]))
    new = plan(attrs.evolve(SURVEY, indicators=[Indicator(text="Survey held", deadlines=[LATER])]))
    table = marked_table(diff(old, new))
    assert rows(table) == [("same", "1.1", "changed in no column")]
    assert table.unseen == diff(old, new).changed


def test_a_change_of_which_one_part_is_seen_is_told_too() -> None:
    held, printed = Indicator(text="Survey held", deadlines=[DAY]), Indicator(text="List printed")
    old = plan(attrs.evolve(SURVEY, indicators=[held, printed]))
    later = attrs.evolve(held, deadlines=[LATER])
    new = plan(attrs.evolve(SURVEY, indicators=[later, Indicator(text="List published")]))
    table = marked_table(diff(old, new))
    assert rows(table) == [("same", "1.1", "changed")]
    assert [getattr(change, "field", "") for change in table.unseen] == ["indicators"]


def test_an_order_that_the_table_does_not_show_is_told() -> None:
    other = attrs.evolve(MANUAL, code="2.1", work_area="2")
    table = marked_table(diff(plan(SURVEY, other), plan(other, SURVEY)))
    assert [type(change).__name__ for change in table.unseen] == ["Moved"]
    assert sorted(row.told for row in table.rows) == ["", "changed in no column"]


def test_equal_plans_have_no_marks() -> None:
    table = marked_table(diff(plan(SURVEY, MANUAL), plan(SURVEY, MANUAL)))
    assert not any(group.changed for group in table.groups)
    assert not table.title.changed


def test_differences_without_their_plans_are_refused() -> None:
    read = PlanDiff(old=PlanRef("P"), new=PlanRef("P"))
    with pytest.raises(InvalidValueError, match="compare the plans themselves"):
        marked_table(read)
