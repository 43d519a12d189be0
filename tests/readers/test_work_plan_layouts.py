"""Work plans with areas, in the forms in which people keep them in documents and sheets."""

from collections.abc import Callable

import pytest

from customs_coop.loading import read_bytes
from customs_coop.readers import Reading
from folded import every_case
from page_files import C, Page, as_page, as_sheet, as_word

TITLE = "Third Action Plan (2008-2009)"
HEADINGS = ("Code", "Action/Activity", "Priority", "Performance Indicator", "Responsible Party")
ROWS = {
    "1.1": ("Map the sheds", "High", "Map printed. Deadline: June 2008", "CCWG"),
    "1.2": ("Watch the sheds", "Low", "Log kept. Deadline: December 2008", "OLAF"),
    "2.1": ("Count the boxes", "High", "Count made. Deadline: March 2009", "Europol"),
    "2.2": ("Weigh the boxes", "Medium", "Scales bought. Deadline: May 2009", "COM"),
}
EXPECTED = [
    ("1.1", "Map the sheds", "High", "1", "2008-06-30", "CCWP"),
    ("1.2", "Watch the sheds", "Low", "1", "2008-12-31", "OLAF"),
    ("2.1", "Count the boxes", "High", "2", "2009-03-31", "EUROPOL"),
    ("2.2", "Weigh the boxes", "Medium", "2", "2009-05-31", "COM"),
]
FIRST, SECOND = (
    [(code, *ROWS[code]) for code in ("1.1", "1.2")],
    [(code, *ROWS[code]) for code in ("2.1", "2.2")],
)
NUMBERED = ("1", "2", "3", "4", "5")


def check(reading: Reading, residue: tuple[str, ...] = ()) -> None:
    assert reading.report.ok, str(reading.report)
    plan = reading.dossier.plan
    assert plan.id == "AP3"
    assert [(str(area.code), area.title) for area in plan.work_areas] == [
        ("1", "Sheds"),
        ("2", "Boxes"),
    ]
    found = []
    for action in plan:
        (deadline,) = action.all_deadlines
        (party,) = action.responsible
        assert action.extra == ()
        priority = action.priority
        words = priority if isinstance(priority, str) or priority is None else priority.value
        row = (action.code.text, action.title, str(words).capitalize(), str(action.work_area))
        found.append((*row, str(deadline.latest), party.party))
    assert found == EXPECTED
    assert tuple(left.text for left in reading.residue) == residue


LAYOUTS: dict[str, Page] = {
    "headings in merged rows": (
        TITLE,
        (
            HEADINGS,
            (C("Work Area 1. Sheds", 5),),
            *FIRST,
            (C("Work Area 2. Boxes", 5),),
            *SECOND,
        ),
    ),
    "headings in the first cell of an empty row": (
        TITLE,
        (
            HEADINGS,
            ("1. Sheds", "", "", "", ""),
            *FIRST,
            ("2. Boxes", "", "", "", ""),
            *SECOND,
        ),
    ),
    "headings as paragraphs": (
        TITLE,
        "Work Area 1: Sheds",
        (HEADINGS, *FIRST),
        "Work Area 2: Boxes",
        (HEADINGS, *SECOND),
    ),
    "headings as paragraphs, column headings in the first table only": (
        TITLE,
        "1. Sheds",
        (HEADINGS, *FIRST),
        "2. Boxes",
        tuple(SECOND),
    ),
    "areas in a first column that is merged over its rows": (
        TITLE,
        (
            ("Work Area", *HEADINGS),
            (C("1. Sheds", down="start"), *FIRST[0]),
            (C(down="on"), *FIRST[1]),
            (C("2. Boxes", down="start"), *SECOND[0]),
            (C(down="on"), *SECOND[1]),
        ),
    ),
    "areas in a column, once for each": (
        TITLE,
        (
            (*HEADINGS, "Priority area"),
            (*FIRST[0], "1 Sheds"),
            (*FIRST[1], ""),
            (*SECOND[0], "2 Boxes"),
            (*SECOND[1], ""),
        ),
    ),
    "column headings again in the middle of the table, with their numbers": (
        TITLE,
        (
            HEADINGS,
            NUMBERED,
            (C("Work Area 1. Sheds", 5),),
            FIRST[0],
            HEADINGS,
            NUMBERED,
            FIRST[1],
            (C("Work Area 2. Boxes", 5),),
            SECOND[0],
            HEADINGS,
            NUMBERED,
            SECOND[1],
        ),
    ),
    "empty rows": (
        TITLE,
        (
            HEADINGS,
            ("", "", "", "", ""),
            (C("Work Area 1. Sheds", 5),),
            *FIRST,
            ("", "", "", "", ""),
            (C("Work Area 2. Boxes", 5),),
            *SECOND,
            ("", "", "", "", ""),
        ),
    ),
}  # fmt: skip


@every_case("kind", [as_word, as_page, as_sheet])
@every_case("name", LAYOUTS)
def test_every_layout_of_areas_is_the_same_plan(name: str, kind: Callable[[Page], bytes]) -> None:
    check(read_bytes(kind(LAYOUTS[name])))


@pytest.mark.parametrize("kind", [as_word, as_page])
def test_a_row_of_totals_is_no_action(kind: Callable[[Page], bytes]) -> None:
    page: Page = (
        TITLE,
        "Work Area 1. Sheds",
        (HEADINGS, *FIRST),
        "Work Area 2. Boxes",
        (HEADINGS, *SECOND, (C("Total: 4 actions", 5),)),
    )
    check(read_bytes(kind(page)), residue=("Total: 4 actions",))


def test_areas_without_a_code_stay_a_further_column() -> None:
    page = (
        TITLE,
        (
            ("Work Area", *HEADINGS),
            ("Sheds", *FIRST[0]),
            ("Boxes", *SECOND[0]),
        ),
    )
    plan = read_bytes(as_word(page)).dossier.plan
    assert [(cell.heading, cell.text) for action in plan for cell in action.extra] == [
        ("Work Area", "Sheds"),
        ("Work Area", "Boxes"),
    ]


INDICATORS = "(1) Map printed;\n(2) Map sent"


@pytest.mark.parametrize("kind", [as_word, as_page])
def test_a_deadline_below_all_indicators_and_an_empty_line_is_of_the_action(
    kind: Callable[[Page], bytes],
) -> None:
    rows = [
        ("3.1", "Map the sheds", "High", f"{INDICATORS}\n\nDeadline: June 2008", "OLAF"),
        ("3.2", "Map the boxes", "High", f"{INDICATORS}\nDeadline: June 2008", "OLAF"),
        ("3.3", "Map the docks", "High", "Map printed\n\nDeadline: June 2008", "OLAF"),
    ]
    reading = read_bytes(kind((TITLE, (HEADINGS, *rows))))
    assert reading.report.ok
    assert reading.residue == ()
    found = [
        (
            [str(deadline.latest) for deadline in action.deadlines],
            [[str(one.latest) for one in indicator.deadlines] for indicator in action.indicators],
        )
        for action in reading.dossier.plan
    ]
    assert found == [
        (["2008-06-30"], [[], []]),
        ([], [[], ["2008-06-30"]]),
        ([], [["2008-06-30"]]),
    ]
