"""Rows of our own tables that read like something else: each comes back as it was written."""

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop import diff
from customs_coop.deadline import parse_deadline
from customs_coop.exporters import export
from customs_coop.loading import read_bytes
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Funding,
    Indicator,
    Note,
    Status,
    WorkArea,
)
from customs_coop.readers import Reading
from folded import every_case

FORMATS: tuple[tuple[str, dict[str, object]], ...] = (
    ("council-docx", {}),
    ("council-html", {}),
    ("council-markdown", {}),
    ("council-csv", {"safe": False}),
    ("council-csv", {"safe": True}),
)
TEXTS = (FORMATS[2], FORMATS[3])  # a Word file takes ten times as long
PAGES = FORMATS[1:3]
JUNE = parse_deadline("June 2006")
FUNDS = Funding(programme="Oisin", state="approved", amount="ECU 99 000")
MAP = Action(code="1.1", title="Map the sheds")


def dossier_of(*actions: Action, **fields: object) -> Dossier:
    head: dict[str, object] = {"id": "AP1", "title": "Draft Work Plan", **fields}
    plan = ActionPlan(period="2004-01-01/2006-12-31", actions=actions, **head)  # type: ignore[arg-type] # fields of many types
    return Dossier(plans=[plan])


def again(dossier: Dossier, to: str, **options: object) -> Reading:
    content = export(dossier, to, **options)
    reading = read_bytes(content if isinstance(content, bytes) else content.encode())
    assert reading.report.ok, str(reading.report)
    assert not [left.text for left in reading.residue]
    return reading


def told(plan: ActionPlan) -> list[tuple[object, ...]]:
    notes = {note.id: (note.mark, note.text) for note in plan.notes}
    return [
        (
            *(one.code, one.title, one.work_area, one.status, one.indicators, one.outcomes),
            *(one.deadlines, one.funding, [notes[name] for name in one.notes], one.extra),
        )
        for one in plan
    ]


@every_case(("to", "options"), TEXTS)
@every_case(
    "marks",
    [("*", "**"), ("(1)", "(2)"), ("(a)", "(b)"), ("*", "†"), ("¹", "*"), ("1", "2"), ("[1]", "3")],
)
@every_case("columns", [None, "timetable"])
def test_all_marks_behind_a_title_are_taken(
    columns: str | None, marks: tuple[str, str], to: str, options: dict[str, object]
) -> None:
    notes = [Note(id=f"n{at}", mark=mark, text=f"Rule {at}") for at, mark in enumerate(marks)]
    more = attrs.evolve(
        MAP, notes=["n0", "n1"], funding=[FUNDS], deadlines=[JUNE], status=Status.ONGOING
    )
    dossier = dossier_of(more, attrs.evolve(MAP, code="1.2"), notes=notes)
    assert told(again(dossier, to, columns=columns, **options).dossier.plan) == told(dossier.plan)


@every_case("marks", [("¹", "¹"), ("(1)", "¹"), ("1", "[1]")])
def test_marks_that_differ_in_their_form_alone_stay_two_notes(marks: tuple[str, str]) -> None:
    notes = [Note(id=f"n{at}", mark=mark, text=f"Rule {at}") for at, mark in enumerate(marks)]
    dossier = dossier_of(attrs.evolve(MAP, notes=["n0", "n1"]), notes=notes)
    plan = again(dossier, "council-markdown").dossier.plan
    assert [(note.mark, note.text) for note in plan.notes] == [
        (marks[0], "Rule 0"),
        ("(2)", "Rule 1"),
    ]
    assert plan["1.1"].title == "Map the sheds"
    assert len(plan["1.1"].notes) == 2


@every_case(("to", "options"), TEXTS)
@every_case(
    "texts",
    [("Rules", "2 nets"), ("June 2006 is fixed.", "RULES"), ("All nets.\nAll boats.", "5.")],
)
@every_case("columns", [None, "timetable"])
def test_a_figure_that_is_the_mark_of_a_note_stays_one(
    columns: str | None, texts: tuple[str, str], to: str, options: dict[str, object]
) -> None:
    notes = [Note(id=f"n{at}", mark=str(at), text=text) for at, text in enumerate(texts, start=1)]
    actions = [attrs.evolve(MAP, notes=["n1"]), attrs.evolve(MAP, code="1.2", notes=["n2"])]
    plan = again(dossier_of(*actions, notes=notes), to, columns=columns, **options).dossier.plan
    assert [(note.mark, note.text) for note in plan.notes] == [
        (note.mark, note.text) for note in notes
    ]


def test_a_line_of_a_note_that_begins_with_a_figure_is_no_other_note() -> None:
    notes = [Note(id="a", mark="1", text="Boats\n2 nets"), Note(id="b", mark="2", text="Rafts")]
    dossier = dossier_of(attrs.evolve(MAP, notes=["a", "b"]), notes=notes)
    plan = again(dossier, "council-markdown").dossier.plan
    assert [(note.mark, note.text) for note in plan.notes] == [
        ("¹", "Boats\n2 nets"),
        ("²", "Rafts"),
    ]


CODES = (
    *(("8(a)", "8(b)"), ("8 (a)", "8 (b)"), ("8 (a)", "9"), ("8a", "8b"), ("8.a", "8.b")),
    *(("VIII.2", "VIII.3"), ("1.1.", "1.2."), ("(1)", "(2)"), ("8(1)", "8(2)"), ("8(ii)", "8(iv)")),
    *(("a", "b"), ("(a)", "(b)"), ("8", "IV(a)"), ("8 bis", "8 ter"), ("Action 1", "Action 2")),
    *(("8bis", "1.1ter", "B.2bis", "IV bis"), ("iv", "II.a", "1.1 a", "C3a")),
)


@every_case(("to", "options"), TEXTS)
@every_case("codes", CODES)
@every_case("columns", [None, "timetable", "work-plan"])
def test_the_code_that_is_printed_is_the_code_that_is_read(
    columns: str | None, codes: tuple[str, ...], to: str, options: dict[str, object]
) -> None:
    # A note with the mark (a) makes no mark of the letter of a code.
    notes = [Note(id="n", mark="(a)", text="Rules")]
    actions = [attrs.evolve(MAP, code=code, notes=["n"]) for code in codes]
    plan = again(dossier_of(*actions, notes=notes), to, columns=columns, **options).dossier.plan
    assert [action.code.text for action in plan] == list(codes)
    assert all(action.notes and not action.extra for action in plan)


@every_case(("to", "options"), TEXTS)
@every_case("areas", [("TRAINING",), ("TRAINING", "NETS"), ("3 NETS", "NETS"), ("Nets",)])
@every_case("rows", [1, 2])
@every_case("more", [{}, {"priority": "High"}, {"indicators": [Indicator(text="Survey")]}])
def test_work_areas_in_capitals_come_back_from_a_timetable(
    more: dict[str, object],
    rows: int,
    areas: tuple[str, ...],
    to: str,
    options: dict[str, object],
) -> None:
    known = [WorkArea(code=str(at), title=title) for at, title in enumerate(areas, start=1)]
    first = Action(code="1.1", title="Map the sheds", work_area="1", deadlines=[JUNE], **more)  # type: ignore[arg-type] # fields of many types
    last = attrs.evolve(MAP, code="1.2", work_area=str(len(areas)))
    dossier = dossier_of(*(first, last)[:rows], work_areas=known)
    plan = again(dossier, to, columns="timetable", **options).dossier.plan
    assert plan.work_areas == tuple(known)
    assert [one.work_area for one in plan] == [one.work_area for one in dossier.plan]


@every_case(("to", "options"), FORMATS)
@every_case(
    "outcomes",
    [("Plain", "(1) Shared nets.", "Also plain"), ("(1) A", "(2) B"), ("(a) A (b) B", "Plain")],
)
def test_outcomes_with_numbers_stay_as_they_are(
    outcomes: tuple[str, ...], to: str, options: dict[str, object]
) -> None:
    dossier = dossier_of(attrs.evolve(MAP, outcomes=outcomes))
    assert again(dossier, to, **options).dossier.plan["1.1"].outcomes == outcomes


AIMS = (
    *("Completed.", "Ongoing", "Deferred", "Work has started.", "State of play: nets sent"),
    *(
        "report by all",
        "(in part)",
        "2. Nets",
        "– nets",
        "Reports already issued",
        "Progress: good",
    ),
)


@every_case(("to", "options"), PAGES)
@every_case("aim", AIMS)
@every_case("deadlines", [(), (JUNE,)])
def test_an_indicator_that_reads_like_a_remark_is_not_glued_to_the_one_above(
    deadlines: tuple[object, ...], aim: str, to: str, options: dict[str, object]
) -> None:
    aims = [
        Indicator(text="Survey of nets"),
        Indicator(text=aim, deadlines=deadlines),  # type: ignore[arg-type] # deadlines, as above
        Indicator(text="Report"),
    ]
    dossier = dossier_of(attrs.evolve(MAP, indicators=aims))
    assert again(dossier, to, **options).dossier.plan["1.1"].indicators == tuple(aims)


def test_a_plain_indicator_bears_no_number_of_its_line() -> None:
    aims = [Indicator(text="Survey of nets"), Indicator(text="Report\nWork has started.")]
    content = export(dossier_of(attrs.evolve(MAP, indicators=aims)), "council-markdown")
    assert isinstance(content, str)
    assert "Line: 1" not in content.replace("\\", "")


LINES = (
    [Indicator(text="Survey of nets\nand of boats")],
    [Indicator(text="Work has started.\nReport by 2005\nNets"), Indicator(text="Report")],
    [
        Indicator(text="Survey"),
        Indicator(text="Nets:\n- new ones\n(in part)", deadlines=[JUNE], status=Status.COMPLETED),
        Indicator(text="Completed\nReport"),
    ],
    [
        Indicator(code="1", text="Survey\nNets"),
        Indicator(code="2", text="Boats\nDeadline: June 2006", deadlines=[JUNE]),
        Indicator(code="7", text="Rafts\nSheds"),
    ],
    [Indicator(text="Survey"), Indicator(text="", deadlines=[JUNE]), Indicator(text="Report")],
)


@every_case(("to", "options"), FORMATS)
@every_case("aims", LINES)
def test_an_indicator_of_several_lines_stays_one(
    aims: list[Indicator], to: str, options: dict[str, object]
) -> None:
    dossier = dossier_of(attrs.evolve(MAP, indicators=aims))
    back = again(dossier, to, **options).dossier.plan["1.1"]
    told_of = [(one.code, one.text, one.deadlines, one.status) for one in back.indicators]
    assert told_of == [(one.code, one.text, one.deadlines, one.status) for one in aims]
    assert not back.deadlines


def test_nobody_sees_the_number_of_a_line_of_an_indicator() -> None:
    dossier = dossier_of(attrs.evolve(MAP, indicators=LINES[2]))
    page = export(dossier, "council-html")
    assert isinstance(page, str)
    assert "[Line: 3]" in page
    assert "Line: " not in re.sub(r'<span class="k">[^<>]*</span>', "", page)


@every_case(
    ("typed", "aims", "of_row"),
    [
        ("Survey<br>[Deadline: June 2006]", [("Survey", (JUNE,))], ()),
        ("Survey<br>[Deadline: June 2006]<br>Nets", [("Survey", (JUNE,)), ("Nets", ())], ()),
        (
            "Survey [Deadline: May 2005]<br>[Deadline: June 2006]",
            [("Survey", (parse_deadline("May 2005"), JUNE))],
            (),
        ),
        ("[Deadline: June 2006]", [], (JUNE,)),
        ("[Deadline: June 2006]<br>Nets", [("Nets", ())], (JUNE,)),
    ],
)
def test_a_deadline_alone_belongs_to_what_stands_above_it(
    typed: str, aims: list[object], of_row: tuple[object, ...]
) -> None:
    page = export(
        dossier_of(attrs.evolve(MAP, indicators=[Indicator(text="XX")])), "council-markdown"
    )
    assert isinstance(page, str)
    reading = read_bytes(page.replace("XX", typed).encode())
    action = reading.dossier.plan["1.1"]
    assert [(one.text, one.deadlines) for one in action.indicators] == aims
    assert action.deadlines == of_row
    assert not reading.residue


@every_case(("to", "options"), [FORMATS[4], ("council-csv", {"safe": False, "language": "de"})])
@every_case("mark", ["(1)", "*", "1"])
@every_case(
    "text", ["Deadline: 2006", "Status: open", "Lead: FR", "Frist: 2006", "Nets\nPriority: high"]
)
def test_a_note_that_reads_like_a_label_stays_a_note(
    text: str, mark: str, to: str, options: dict[str, object]
) -> None:
    notes = [Note(id="n1", mark=mark, text=text)]
    dossier = dossier_of(attrs.evolve(MAP, notes=["n1"]), notes=notes)
    back = again(dossier, to, **options).dossier.plan
    assert [note.text for note in back.notes] == [text]
    assert told(back)[0][1] == "Map the sheds"
    assert back["1.1"].notes
    assert not back["1.1"].deadlines
    assert not back["1.1"].involved
    assert back["1.1"].priority is None


@every_case(("to", "options"), FORMATS)
@every_case("title", ["می\u200cخواهم", "PDF\u200cها", "👩\u200d✈️ team", "क्\u200dष", "അവന്\u200d"])
def test_joiners_that_belong_to_the_spelling_come_back(
    title: str, to: str, options: dict[str, object]
) -> None:
    dossier = dossier_of(attrs.evolve(MAP, title=title))
    assert again(dossier, to, **options).dossier.plan["1.1"].title == title


codes = st.lists(
    st.sampled_from(("8", "8(a)", "8 (c)", "8.b", "VIII.2", "1.1.", "IV(a)", "8(2)")),
    min_size=1,
    max_size=2,
    unique=True,
)
# Raised figures and plain ones below one table are both printed raised.
marks = st.lists(st.sampled_from(("1", "2", "*", "**", "†", "(a)", "[6]")), max_size=3, unique=True)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    notes = [Note(id=f"n{m}", mark=m, text=f"Rule {at}") for at, m in enumerate(draw(marks))]
    pointed = [note.id for note in notes]
    chosen = st.lists(st.sampled_from(pointed), unique=True, max_size=2) if pointed else st.just([])
    aims = st.lists(st.sampled_from(("Survey", "report by all", "(in part)", "– nets")), max_size=3)
    outcomes = st.lists(st.sampled_from(("Nets", "(1) Boats.", "– rafts", "(a) All")), max_size=3)
    actions = [
        Action(
            code=code,
            title="Map the sheds",
            notes=draw(chosen),
            funding=[FUNDS] * draw(st.integers(0, 1)),
            deadlines=[JUNE] * draw(st.integers(0, 1)),
            status=draw(st.sampled_from(Status)),
            indicators=[Indicator(text=text) for text in draw(aims)],
            outcomes=draw(outcomes),
        )
        for code in draw(codes)
    ]
    used = {name for action in actions for name in action.notes}
    return dossier_of(*actions, notes=[note for note in notes if note.id in used])


@settings(max_examples=12, deadline=None)
@given(dossiers(), st.sampled_from(FORMATS), st.sampled_from((None, "timetable", "action-plan")))
def test_such_rows_come_back_together(
    dossier: Dossier, to: tuple[str, dict[str, object]], columns: str | None
) -> None:
    reading = again(dossier, to[0], columns=columns, **to[1])
    assert told(reading.dossier.plan) == told(dossier.plan)


@pytest.mark.parametrize("columns", [None, "timetable"])
def test_nothing_changed_in_a_file_of_which_no_word_was_changed(columns: str | None) -> None:
    notes = [Note(id="n1", mark="*", text="Rules"), Note(id="n2", mark="**", text="Nets")]
    lettered = attrs.evolve(MAP, code="8(a)", notes=["n1", "n2"], funding=[FUNDS])
    second = attrs.evolve(lettered, code="8(b)", outcomes=["Nets", "(1) Boats"], deadlines=[JUNE])
    dossier = dossier_of(lettered, second, notes=notes)
    reading = again(dossier, "council-docx", columns=columns)
    assert "CC176" in [found.code for found in reading.report]
    assert not diff(dossier.plan, reading.dossier.plan).changes
