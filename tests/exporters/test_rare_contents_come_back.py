"""Contents of plans that are rare in the documents come back from our own tables all the same."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from customs_coop.comparison import Changed, diff
from customs_coop.deadline import By
from customs_coop.exporters import export
from customs_coop.formats.columns import Column
from customs_coop.formats.tables import council_table
from customs_coop.loading import read_bytes
from customs_coop.model import (
    Action,
    ActionPlan,
    Code,
    Dossier,
    ExtraCell,
    Note,
    Priority,
    Status,
    WorkArea,
)
from customs_coop.readers import Reading

ALL: tuple[tuple[str, dict[str, Any]], ...] = (  # any option of a format
    ("council-docx", {}),
    ("council-docx", {"language": "fr"}),
    ("council-docx", {"columns": "timetable"}),
    ("council-html", {"language": "de"}),
    ("council-markdown", {}),
    ("council-csv", {"safe": False}),
    ("council-csv", {"language": "fr"}),
)
every_format = pytest.mark.parametrize(
    ("to", "options"), ALL, ids=lambda one: one if isinstance(one, str) else "-".join(map(str, one))
)


def plan_of(
    *actions: Action, notes: tuple[Note, ...] = (), areas: tuple[str, ...] = ("1",)
) -> ActionPlan:
    return ActionPlan(
        id="AP1",
        title="Draft Work Plan",
        period="2004-01-01/2006-12-31",
        work_areas=[WorkArea(code=code, title="Training") for code in areas],
        actions=actions,
        notes=notes,
    )


def action(**fields: Any) -> Action:  # noqa: ANN401 - any field of an action
    return Action(**{"code": "1.1", "title": "Study the forms", "work_area": "1", **fields})


def again(subject: ActionPlan | Dossier, to: str, **options: Any) -> Reading:  # noqa: ANN401 - any option
    content = export(subject, to, **options)
    return read_bytes(content if isinstance(content, bytes) else content.encode())


def assert_came_back(plan: ActionPlan, to: str, options: dict[str, Any]) -> None:
    reading = again(plan, to, **options)
    assert reading.report.ok, str(reading.report)
    assert not reading.residue
    (found,) = reading.dossier.plans
    assert [attrs.evolve(one, span=None, notes=()) for one in found] == [
        attrs.evolve(one, notes=()) for one in plan
    ]
    assert [note.text for note in found.notes] == [note.text for note in plan.notes]
    assert found.work_areas == plan.work_areas


RARE: tuple[dict[str, Any], ...] = (  # any field of an action
    {"terms_of_reference": "One\n\nTwo\nThree"},
    {"outcomes": ["Plain", "Better data\nand faster", "Also plain"]},
    {"priority": "Hoch"},
    {"priority": "élevée"},
    {"priority": "High", "extra": [ExtraCell(heading="Priority", text="Hoch")]},
    {"extra": [ExtraCell(heading="", text="France")]},
    {"extra": [ExtraCell(heading="Remarks", text="Line 1\n\nLine 2")]},
    {
        "objectives": ["A", "B"],
        "extra": [ExtraCell(heading="Strategic objectives", text="To go on\nand on")],
    },
    {"extra": [ExtraCell(heading="Strategic objectives", text="A better way")]},
    {"extra": [ExtraCell(heading="Responsible body", text="tbc")]},
    {"extra": [ExtraCell(heading="Lead Member State", text="Line 1\nLine 2")]},
    {"extra": [ExtraCell(heading="Code", text="(new)")]},
)


@every_format
def test_rare_fields_come_back(to: str, options: dict[str, Any]) -> None:
    actions = (action(code=f"1.{n}", **fields) for n, fields in enumerate(RARE, start=1))
    assert_came_back(plan_of(*actions), to, options)


@every_format
def test_terms_of_reference_alone_come_back(to: str, options: dict[str, Any]) -> None:
    for title in ("Study the forms", ""):
        assert_came_back(plan_of(action(title=title, terms_of_reference="The group")), to, options)


@every_format
def test_a_plan_without_actions_comes_back(to: str, options: dict[str, Any]) -> None:
    assert_came_back(plan_of(areas=()), to, options)
    assert_came_back(plan_of(areas=("1", "2")), to, options)


@every_format
def test_an_action_without_title_comes_back(to: str, options: dict[str, Any]) -> None:
    reading = again(plan_of(action(title=""), action(code="1.2")), to, **options)
    assert [(one.code.text, one.title) for one in reading.dossier.plan] == [
        ("1.1", ""),
        ("1.2", "Study the forms"),
    ]


@every_format
def test_a_note_keeps_its_lines(to: str, options: dict[str, Any]) -> None:
    note = Note(id="n1", mark="¹", text="Line one\nLine two")
    assert_came_back(plan_of(action(notes=["n1"]), notes=(note,)), to, options)


def test_rows_with_nothing_but_a_title_are_no_headings_in_a_spreadsheet() -> None:
    terms = [action(code=code, terms_of_reference="The group") for code in ("1.1", "1.2")]
    table = export(plan_of(*terms), "council-csv")
    assert '"1.2\r\n' not in table
    assert_came_back(plan_of(*terms), "council-csv", {})


def test_only_what_is_completed_is_grey_and_all_that_is_closed_comes_back() -> None:
    plan = plan_of(
        *(action(code=f"1.{n}", status=status) for n, status in enumerate(Status, start=1))
    )
    rows = council_table(plan).groups[0].rows
    assert [row.greyed for row in rows] == [one.status is Status.COMPLETED for one in plan]
    for to, options in ALL:
        assert [one.status for one in again(plan, to, **options).dossier.plan] == list(Status)


def edited(raw: bytes, begins: str, change: Callable[..., None]) -> bytes:
    """A Word file with one cell changed: the first that begins with some words."""
    import docx

    document = docx.Document(io.BytesIO(raw))
    cells = (c for table in document.tables for row in table.rows for c in row.cells)
    change(next(cell for cell in cells if cell.text.startswith(begins)))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


BOXES = plan_of(
    action(terms_of_reference="The group studies forms.", outcomes=["Fewer forms"]),
    action(code="1.2", terms_of_reference="It reports.", outcomes=["Fewer seals"]),
)


@pytest.mark.parametrize("words", [" (Completed: 1234/06)", " (amended)"])
def test_words_behind_the_heading_of_a_box_are_kept(words: str) -> None:
    raw = export(BOXES, "council-docx")
    assert isinstance(raw, bytes)
    changed = edited(raw, "Terms of reference", lambda cell: cell.paragraphs[0].add_run(words))
    assert [one.terms_of_reference for one in read_bytes(changed).dossier.plan] == [
        f"{words.strip()}\nThe group studies forms.",
        "It reports.",
    ]


def test_the_mark_of_a_note_behind_the_heading_of_a_box_is_none_of_its_words() -> None:
    raw = export(BOXES, "council-markdown")
    assert isinstance(raw, str)
    marked = raw.replace("**Terms of reference:**", "**Terms of reference (1):**")
    assert marked != raw
    assert [one.terms_of_reference for one in read_bytes(marked.encode()).dossier.plan] == [
        "The group studies forms.",
        "It reports.",
    ]


@pytest.mark.parametrize(
    ("begins", "change", "field", "new"),
    [
        (
            "A, B",
            lambda cell: cell.paragraphs[0].add_run(" amended"),
            "extra",
            (ExtraCell(heading="Strategic Objective", text="amended"),),
        ),
        (
            "A, B",
            lambda cell: cell.add_paragraph("A further sentence"),
            "extra",
            (ExtraCell(heading="Strategic Objective", text="A further sentence"),),
        ),
        (
            "Potential to defer",
            lambda cell: cell.paragraphs[0].add_run(" for a year"),
            "priority",
            "Potential to defer for a year",
        ),
        ("High", lambda cell: cell.paragraphs[0].add_run(" now"), "priority", "High now"),
    ],
)
def test_one_edited_cell_is_one_change(
    begins: str, change: Callable[..., None], field: str, new: object
) -> None:
    plan = plan_of(
        action(objectives=["A", "B"], priority="High"),
        action(
            code="1.2",
            objectives=["C"],
            priority="Potential to defer",
            status=Status.TO_DECIDE,
            status_text="Potential to defer",
        ),
    )
    raw = export(plan, "council-docx")
    assert isinstance(raw, bytes)
    before = read_bytes(raw).dossier.plan
    after = read_bytes(edited(raw, begins, change)).dossier.plan
    (told,) = diff(before, after).changes
    assert isinstance(told, Changed)
    assert (told.field, told.new) == (field, new)
    assert after.actions[0].objectives == (Code("A"), Code("B"))


def test_a_priority_that_stands_in_a_document_of_others_is_still_understood() -> None:
    text = "Code\tMaßnahme\tPriorität\tZuständige Stelle\n1.1\tFormulare prüfen\tHoch\tKommission\n"
    (found,) = read_bytes(text.encode()).dossier.plan
    assert found.priority is Priority.HIGH
    assert [cell.text for cell in found.extra] == ["Hoch"]


def test_a_column_without_heading_has_one_of_ours() -> None:
    table = council_table(plan_of(action(extra=[ExtraCell(heading=" ", text="France")])))
    assert [one.heading for one in table.columns if one.column is None] == ["(no heading)"]
    assert Column.CODE in [one.column for one in table.columns]


def test_an_empty_line_is_no_item_in_a_mail() -> None:
    page = export(plan_of(action(terms_of_reference="One\n\nTwo")), "council-text")
    assert isinstance(page, str)
    assert "- One\n       - Two\n" in page


def test_an_empty_line_can_come_and_go_in_a_table_of_changes() -> None:
    plans = [plan_of(action(terms_of_reference=text)) for text in ("One\nTwo", "One\n\nTwo", "Two")]
    for old, new in ((0, 1), (1, 0), (1, 2), (2, 1)):
        changes = diff(plans[old], plans[new])
        tracked = export(changes, "diff-docx", marking="tracked")
        assert isinstance(tracked, bytes)
        (found,) = read_bytes(tracked).dossier.plan
        assert found.terms_of_reference == plans[new].actions[0].terms_of_reference


@every_format
def test_a_deadline_that_stands_twice_comes_back_twice(to: str, options: dict[str, Any]) -> None:
    twice = (By(dt.date(2005, 1, 1)),) * 2
    assert_came_back(plan_of(action(outcomes=["Fewer"], deadlines=twice)), to, options)
