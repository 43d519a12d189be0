from decimal import Decimal
from typing import Any, get_args

import attrs
import pytest

from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.formats.sheet import Language
from customs_coop.formats.tables import CouncilTable, choose_columns, council_table
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Measure,
    Note,
    PartyRef,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.references import DocumentNumber
from folded import every_case
from sample_plans import (
    action_plan,
    action_plan_dossier,
    timetable,
    work_plan,
    work_plan_dossier,
)


def plan_of(*actions: Action, notes: tuple[Note, ...] = ()) -> ActionPlan:
    return ActionPlan(id="P", title="Plan", actions=actions, notes=notes)


def headings(table: CouncilTable) -> list[str]:
    return [column.heading for column in table.columns]


def words(table: CouncilTable, code: str, heading: str) -> list[str]:
    row = next(row for group in table.groups for row in group.rows if row.code == code)
    return [paragraph.text for paragraph in row.cells[headings(table).index(heading)]]


def test_the_columns_follow_what_the_plan_holds() -> None:
    assert choose_columns(work_plan()).name == "work-plan"
    assert choose_columns(action_plan()).name == "action-plan"
    assert choose_columns(timetable()).name == "timetable"
    assert choose_columns(plan_of(Action(code="1", title="x", work_area="1"))).name == "work-plan"
    assert choose_columns(plan_of(Action(code="1", title="x"))).name == "timetable"
    assert choose_columns(plan_of()).name == "timetable"


def test_a_party_that_is_only_read_from_the_title_makes_no_work_plan() -> None:
    involved = [Involvement(party="MS", role=Role.RESPONSIBLE, text="Member States")]
    title = "The Member States shall report"
    action = Action(
        code="1", title=title, involved=involved, deadlines=[parse_deadline("June 1998")]
    )
    table = council_table(plan_of(action))
    assert table.name == "timetable"
    assert headings(table) == ["No", "Action", "Deadlines"]


def test_a_work_plan_has_its_six_numbered_columns() -> None:
    table = council_table(work_plan())
    assert table.numbered
    assert headings(table)[:3] == ["Code", "Action/Activity", "Strategic Objective"]
    assert headings(table)[3] == "Priority"
    assert headings(table)[4:] == [
        "Performance Indicator (incl. timescale)",
        "Responsible Party",
    ]
    assert not council_table(action_plan()).numbered


def test_the_cells_of_a_work_plan_hold_the_words_as_printed() -> None:
    table = council_table(work_plan())
    assert words(table, "1.1", "Strategic Objective") == ["A, B"]
    assert words(table, "1.2", "Priority") == ["Potential to defer"]
    assert words(table, "1.1", "Responsible Party") == [
        "CCWG (Project Group?)",
        "Other interested parties:",
        "Commission",
        "EUROPOL",
    ]
    assert table.groups[0].rows[0].cells[5][1].label
    assert words(table, "2.1", "Action/Activity") == [
        "Joint exercise at sea [Previously: 5.3] [Deadline: June 2006] [Status: obsolete]"
    ]


def test_the_label_in_a_cell_is_in_the_language_of_the_headings() -> None:
    labels = []
    for language in get_args(Language):
        table = council_table(work_plan(), language=language)
        labels.append(words(table, "1.1", table.columns[5].heading)[1])
    assert labels == [
        "Other interested parties:",
        "Autres parties concernées :",
        "Weitere Beteiligte:",
    ]


def test_a_deadline_is_printed_where_the_indicator_does_not_have_it_already() -> None:
    table = council_table(work_plan())
    assert words(table, "1.1", "Performance Indicator (incl. timescale)") == [
        "Survey of users [Deadline: December 2006]",
        "Review twice a year",
    ]
    assert words(table, "2.1", "Performance Indicator (incl. timescale)") == []


def test_a_figure_inside_a_longer_one_does_not_count_as_printed() -> None:
    deadline = attrs.evolve(parse_deadline("June 1998"), text="1998")
    indicator = Indicator(text="Report of 31.12.19981", deadlines=[deadline])
    table = council_table(plan_of(Action(code="1", title="x", indicators=[indicator])))
    cell = words(table, "1", "Performance Indicator (incl. timescale)")
    assert cell == ["Report of 31.12.19981 [Deadline: 1998]"]


def test_a_document_that_completes_an_indicator_is_printed_once() -> None:
    cell = words(council_table(work_plan()), "1.2", "Performance Indicator (incl. timescale)")
    assert cell[0].count("5472/3/05") == 1
    number = DocumentNumber.parse("8785/05")
    done = Indicator(text="Manual issued", status=Status.COMPLETED, evidence=[number])
    table = council_table(plan_of(Action(code="1", title="x", indicators=[done])))
    cell = words(table, "1", "Performance Indicator (incl. timescale)")
    assert cell == ["Manual issued [Completed: 8785/05]"]


def test_completed_rows_are_greyed_and_each_closed_one_says_so() -> None:
    rows = [row for group in council_table(work_plan()).groups for row in group.rows]
    assert [(row.code, row.greyed, row.state) for row in rows] == [
        ("1.1", False, ""),
        ("1.2", True, "completed"),
        ("2.1", False, "obsolete"),
    ]


def test_each_work_area_has_its_heading_also_without_title_or_actions() -> None:
    table = council_table(work_plan())
    assert [(group.heading, len(group.rows)) for group in table.groups] == [
        ("Work Area 1. Data on traffic", 2),
        ("Work Area 2", 1),
        ("Work Area 3. Empty area", 0),
    ]
    # One heading in capitals might be a title, and no timetable has one row alone.
    assert [group.heading for group in council_table(timetable()).groups] == ["Section 1. TRAINING"]
    plan = timetable()
    areas = [*plan.work_areas, WorkArea(code="2", title="NETS")]
    two = attrs.evolve(plan, work_areas=areas)
    assert [group.heading for group in council_table(two).groups] == ["TRAINING", "NETS"]
    one_row = attrs.evolve(two, actions=plan.actions[:1])
    groups = council_table(one_row, columns="timetable").groups
    assert groups[1].heading == "Section 2. NETS"


def test_actions_without_an_area_stand_above_the_headings() -> None:
    plan = ActionPlan(
        id="P",
        title="Plan",
        work_areas=[WorkArea(code="2", title="Two")],
        actions=[
            Action(code="2.1", title="a", work_area="2"),
            Action(code="9", title="b"),
            Action(code="3.1", title="c", work_area="3"),
        ],
    )
    groups = council_table(plan).groups
    assert [(g.heading, [r.code for r in g.rows]) for g in groups] == [
        ("", ["9"]),
        ("Work Area 2. Two", ["2.1"]),
        ("Work Area 3", ["3.1"]),
    ]


def test_a_note_stands_once_below_the_table_that_it_marks() -> None:
    table = council_table(work_plan())
    assert words(table, "1.1", "Action/Activity")[-1].endswith("register\u00a0¹")
    assert [note.mark for note in table.groups[0].notes] == ["¹"]
    assert not table.groups[1].notes
    assert table.notes == ("Note: Figures are those of the year before.",)


def test_a_mark_that_the_title_has_is_not_repeated_and_a_missing_one_is_made() -> None:
    notes = (Note(id="a", mark="¹", text="A"), Note(id="b", text="B"))
    plan = plan_of(
        Action(code="1", title="Search lorries. ¹", notes=["a"]),
        Action(code="2", title="Search ships", notes=["b", "nowhere"]),
        notes=notes,
    )
    table = council_table(plan)
    assert words(table, "1", "Action") == ["Search lorries. ¹"]
    assert words(table, "2", "Action") == ["Search ships\u00a0(2)"]
    assert [note.mark for note in table.groups[0].notes] == ["¹", "(2)"]


def test_an_action_plan_has_its_code_in_the_title_and_a_box_of_full_width() -> None:
    table = council_table(action_plan_dossier().plan, dossier=action_plan_dossier())
    assert words(table, "5.1", "Proposed action") == ["5.1", "Study of small consignments"]
    assert words(table, "5.1", "Strategic objectives") == ["1, 2"]
    assert words(table, "5.1", "Performance indicator") == ["(1) Figures gathered;"]
    assert words(table, "5.1", "Other concerned parties") == ["COM (DG TAXUD)"]
    (box,) = table.groups[0].rows[0].boxes
    assert box.heading == "Terms of reference"
    assert len(box.paragraphs) == 2


def test_the_objectives_of_the_strategy_stand_above_the_table() -> None:
    table = council_table(action_plan_dossier().plan, dossier=action_plan_dossier())
    assert table.objectives is not None
    assert table.objectives.heading == "Strategic objectives"
    assert table.objectives.lines == ("(1) Try new forms", "(2) Go on")
    assert council_table(action_plan()).objectives is None


def test_what_the_set_has_no_column_for_gets_one() -> None:
    table = council_table(action_plan(), columns="timetable")
    assert headings(table) == [
        "No",
        "Action",
        "Deadlines",
        "Strategic Objective",
        "Performance Indicator (incl. timescale)",
        "Possible outcome(s)",
        "Responsible Party",
    ]
    assert table.groups[0].rows[0].boxes


def test_unknown_columns_come_last_in_the_order_of_their_first_row() -> None:
    plan = plan_of(
        Action(code="1", title="x", extra=[ExtraCell(heading="Budget", text="10\n20")]),
        Action(code="2", title="y", extra=[ExtraCell(heading="Region", text="North")]),
    )
    table = council_table(plan)
    assert headings(table)[-2:] == ["Budget", "Region"]
    assert words(table, "1", "Budget") == ["10", "20"]
    assert words(table, "2", "Budget") == []


def test_words_of_a_known_column_that_fitted_no_field_stay_in_its_cell() -> None:
    extra = [ExtraCell(heading="Strategic objective(s):", text="To go on")]
    action = Action(code="1", title="x", outcomes=["y"], objectives=["2"], extra=extra)
    table = council_table(plan_of(action))
    told = "[In words: To go on] [Heading: Strategic objective(s):]"
    assert words(table, "1", "Strategic objectives") == ["2", told]
    (cell,) = [one for one in table.groups[0].rows[0].cells if len(one) == 2]
    assert [paragraph.said for paragraph in cell] == ["2", "To go on"]
    assert headings(table)[0] == "Code"  # "1" alone at the head of a title could be anything


def test_status_words_that_other_cells_tell_in_part_are_printed_as_a_whole() -> None:
    action = Action(
        code="1",
        title="x",
        status=Status.PARTLY_COMPLETED,
        status_text="(Completed: 1/05) Work goes on. More is to come.",
        indicators=[
            Indicator(text="Form (Completed: 1/05)", status=Status.COMPLETED),
            Indicator(text="Work goes on."),
        ],
    )
    table = council_table(plan_of(action))
    assert words(table, "1", "Performance Indicator (incl. timescale)") == [
        "State of play: (Completed: 1/05) Work goes on. More is to come.",
        "Form (Completed: 1/05)",
        "Work goes on.",
    ]
    assert words(table, "1", "Action/Activity") == ["x [Status: partly completed]"]


@every_case(
    ("text", "status", "line", "title"),
    [
        ("Work has started.", Status.ONGOING, "Work has started.", "x"),
        ("Await outcome of 2.1", Status.AWAITING, "Await outcome of 2.1", "x"),
        ("Deferred: 1234/05", Status.DEFERRED, "Deferred: 1234/05", "x"),
        # Words that could be an aim are labelled.
        ("Regular item", Status.OPEN, "State of play: Regular item", "x"),
        # Brackets stand only where the words say something else, or nothing certain.
        ("Regular item", Status.STANDING, "State of play: Regular item", "x [Status: standing]"),
        ("Work has started.", Status.OPEN, "Work has started.", "x [Status: open]"),
    ],
)
def test_the_status_is_a_paragraph_of_the_indicators(
    text: str, status: Status, line: str, title: str
) -> None:
    indicators = [Indicator(text="Map of the sheds")]
    action = Action(code="1", title="x", status=status, status_text=text, indicators=indicators)
    table = council_table(plan_of(action))
    cell = words(table, "1", "Performance Indicator (incl. timescale)")
    assert cell == [line, "Map of the sheds"]
    assert words(table, "1", "Action/Activity") == [title]


def test_the_status_stands_below_the_title_where_there_is_no_column_of_indicators() -> None:
    action = Action(
        code="1", title="x", deadlines=[], status="ongoing", status_text="Work has started."
    )
    table = council_table(plan_of(action), columns="timetable")
    assert words(table, "1", "Action") == ["x", "Work has started."]


def test_the_first_indicator_is_told_from_a_remark_on_the_action() -> None:
    indicators = [Indicator(text="Awaiting the outcome of 2.1"), Indicator(text="Ongoing")]
    action = Action(code="1", title="x", status="awaiting", indicators=indicators)
    cell = words(council_table(plan_of(action)), "1", "Performance Indicator (incl. timescale)")
    assert cell[0] == "Awaiting the outcome of 2.1 [Status: open]"


NUMBER = DocumentNumber.parse("14680/05")
ONE = (Action(code="5.1", title="Count the sheds"),)
RESOLUTION = "Council Resolution of 2 October 2003"


@every_case(
    ("plan", "line"),
    [
        ({"id": "AP5", "number": 5, "title": "Fifth Action Plan"}, None),
        ({"id": "P2011", "title": "Timetable"}, None),
        ({"id": "AP1", "number": 1, "title": "Plan", "document": NUMBER}, None),
        ({"id": "AP5", "title": "Fifth Action Plan"}, "AP5 (no number)"),
        ({"id": "AP5", "number": 5, "title": "Plan for sheds"}, "AP5"),
        ({"id": "P2011", "title": "Fifth Action Plan"}, "P2011"),
        # Without its period or a row nothing else would tell a table of ours.
        ({"id": "AP5", "number": 5, "title": "Fifth Action Plan", "period": None}, "AP5"),
        ({"id": "AP5", "number": 5, "title": "Fifth Action Plan", "actions": ()}, "AP5"),
    ],
)
def test_the_plan_is_named_where_its_title_block_does_not_tell_it(
    plan: dict[str, Any], line: str | None
) -> None:
    made = ActionPlan(**{"period": "2011-07-01/2012-12-31", "actions": ONE, **plan})
    assert dict(council_table(made).cover.lines).get("Plan") == line


@every_case(
    ("title", "strategy", "line"),
    [
        (f"Plan to implement the {RESOLUTION} on a strategy for customs cooperation", None, None),
        ("Plan", f"{RESOLUTION} on a strategy for sheds", f"{RESOLUTION} on a strategy for sheds"),
        ("Plan", RESOLUTION, RESOLUTION),
        ("Plan", "Sheds and boats", "S2003: Sheds and boats"),
        ("Plan", "Sheds", "S2003: Sheds"),
        ("Plan", f"{RESOLUTION}: a strategy", f"S2003: {RESOLUTION}: a strategy"),
        ("Plan", "", "S2003"),
    ],
)
def test_the_strategy_is_named_where_the_title_does_not_tell_it(
    title: str, strategy: str | None, line: str | None
) -> None:
    words_of = f"{RESOLUTION} on a strategy for customs cooperation"
    known = Strategy(id="S2003", title=words_of if strategy is None else strategy)
    plan = ActionPlan(id="P1", title=title, strategy="S2003", actions=ONE)
    table = council_table(plan, dossier=Dossier(plans=[plan], strategies=[known]))
    assert dict(table.cover.lines).get("Strategy") == line


def test_a_strategy_that_only_the_title_names_is_denied() -> None:
    plan = ActionPlan(id="P1", title=f"Report on the {RESOLUTION} on a strategy", actions=ONE)
    assert dict(council_table(plan).cover.lines)["Strategy"] == "(none)"


def test_who_takes_the_work_forward_stands_in_the_party_cell() -> None:
    words_of_cell = "Taken forward in MDG"
    links = [
        Link(kind=LinkKind.TAKEN_FORWARD_IN, target=PartyRef(name), text=words_of_cell)
        for name in ("MDG", "OTHER")
    ]
    action = Action(code="1", title="x", priority="Low", links=links)
    assert words(council_table(plan_of(action)), "1", "Responsible Party") == [words_of_cell]


def test_an_unknown_column_set_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError, match="work-plan, action-plan, timetable"):
        council_table(work_plan(), columns="spreadsheet")


def test_money_measures_and_references_stand_somewhere() -> None:
    action = Action(
        code="1",
        title="Buy scanners",
        priority="High",
        funding=[Funding(programme="Oisin", state="approved", amount="ECU 99 000")],
        references=[DocumentNumber.parse("7863/05")],
        indicators=[
            Indicator(text="More finds", measure=Measure(unit="finds", target=Decimal(40)))
        ],
        involved=[Involvement(party="CCWP", role=Role.RESPONSIBLE, confirmed=False)],
        status=Status.DEFERRED,
    )
    table = council_table(plan_of(action))
    (title,) = words(table, "1", "Action/Activity")
    assert title == (
        "Buy scanners [Status: deferred] "
        "[Funding: Oisin; approved; ECU 99 000] [References: 7863/05]"
    )
    assert words(table, "1", "Performance Indicator (incl. timescale)") == [
        "More finds [Measure: target 40, unit finds]",
    ]
    assert words(table, "1", "Responsible Party") == ["CCWP (tbc)"]


def test_the_cover_has_the_lines_of_the_document() -> None:
    dossier = work_plan_dossier()
    cover = council_table(dossier.plan, dossier=dossier).cover
    assert (cover.number, cover.marking, cover.subjects) == (
        "14680/05",
        "LIMITE",
        ("ENFOCUSTOM 74",),
    )
    assert cover.subject == "Sample plan, as revised"
    assert dict(cover.lines) == {
        "Date": "29 November 2005",
        "From": "Presidency",
        "To": "Working Group",
        "No. prev. doc.": "11993/1/05 REV 1",
        "Period": "1 January 2004 – 31 December 2006",
    }


def test_a_plan_with_one_code_twice_keeps_both_rows() -> None:
    plan = plan_of(Action(code="1", title="first"), Action(code="1", title="second"))
    assert len(council_table(plan).groups[0].rows) == 2


def test_a_further_column_is_printed_under_its_own_heading() -> None:
    action = attrs.evolve(
        work_plan().actions[0],
        extra=[ExtraCell(heading="Measure", text="Map in hand")],
    )
    table = council_table(plan_of(action))
    assert "Measure" in headings(table)
    assert words(table, action.code.text, "Measure") == ["Map in hand"]
    assert "Map in hand" not in words(table, action.code.text, "Action/Activity")


def test_a_party_that_the_title_names_stands_in_its_column_all_the_same() -> None:
    action = Action(
        code="1",
        title="Work with Europol on scanners",
        priority="High",
        involved=[
            Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWP"),
            Involvement(party="EUROPOL", role=Role.CONCERNED, text="Europol"),
        ],
    )
    assert "Europol" in words(council_table(plan_of(action)), "1", "Responsible Party")


def test_a_deadline_of_the_action_is_not_printed_again_behind_its_indicator() -> None:
    deadline = By("2012-12-31", "by 2012")
    action = Action(
        code="1",
        title="Report",
        priority="High",
        indicators=[Indicator(text="Report", deadlines=[deadline])],
        deadlines=[deadline],
    )
    cell = words(council_table(plan_of(action)), "1", "Performance Indicator (incl. timescale)")
    assert " ".join(cell).count("by 2012") == 1


def test_a_completion_that_the_indicator_cites_is_not_printed_again() -> None:
    number = DocumentNumber(4711, 2030, revision=3, stated_revision=2)
    action = Action(
        code="1",
        title="Report",
        priority="High",
        status=Status.COMPLETED,
        status_text="Completed: 4711/3/30 REV 2",
        indicators=[Indicator(text="Report", status=Status.COMPLETED, evidence=[number])],
    )
    cell = words(council_table(plan_of(action)), "1", "Performance Indicator (incl. timescale)")
    assert " ".join(cell).count("4711/3/30") == 1
