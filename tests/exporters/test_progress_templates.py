"""Templates of progress: who is asked for what, what stands filled in, and what has no row."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import attrs
import docx
import openpyxl
import pytest

from customs_coop.deadline import By, Recurring
from customs_coop.errors import CustomsCoopError, InvalidValueError
from customs_coop.exporters import export, exporter_for, losses, write
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Involvement,
    Measure,
    Measurement,
    Obligation,
    Party,
    PlanRef,
    ProgressReport,
    Role,
    Stage,
    Status,
)
from customs_coop.recurrence import Frequency, Recurrence

COAST = Involvement(party="COAST", role=Role.RESPONSIBLE)
NETS = Indicator(text="Nets that were cut", measure=Measure(unit="nets"))
PLAN = ActionPlan(
    id="P9",
    title="Ninth plan",
    period="2031-01-01/2031-12-31",
    actions=[
        Action(code="1", title="Cut nets", involved=[COAST], indicators=[NETS]),
        Action(code="2", title="=Count boats", involved=[COAST]),
        Action(code="3", title="Paint sheds", involved=[COAST], status=Status.COMPLETED),
    ],
)
ONE, TWO = ActionRef("P9", "1"), ActionRef("P9", "2")
CUT = IndicatorRef(ONE, 1)
DUTIES = [
    Obligation(
        text="Tell of nets", party="COAST", to="CCWP", subject=ONE, deadline=By("2031-05-31")
    ),
    Obligation(text="Tell of boats", party="COAST", subject=TWO, deadline=By("2031-05-31")),
    Obligation(
        text="Tell of both", party="COAST", subject=PlanRef("P9"), deadline=By("2031-05-31")
    ),
    Obligation(text="Think about it", party="COAST"),
]
PARTIES = [Party(id="COAST", name="Coast")]
BARE = Dossier(plans=[PLAN], parties=PARTIES)
ASKED = Dossier(plans=[PLAN], parties=PARTIES, obligations=DUTIES)
MEMBERS = "COAST=AL,HR"
SENT = ProgressReport(
    party="AL",
    subject=ONE,
    on="2031-05-02",
    due="2031-05-31",
    status=Status.COMPLETED,
    text="=1+1; -2 nets",
    stage=Stage.ADOPTED,
    applicable=False,
)


def table(dossier: Dossier, **options: object) -> list[dict[str, str]]:
    """The rows of the CSV template, by the first words of the headings."""
    text = export(dossier, "progress-csv", **options)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{name.partition(" (")[0]: cell for name, cell in row.items()} for row in rows]


def brief(rows: Sequence[dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(row["Party"], row["Subject"], row["Due"]) for row in rows]


def test_there_is_a_row_for_each_member_and_item_party_by_party() -> None:
    rows = table(ASKED, within="2031-01-01/2031-12-31", members=MEMBERS)
    assert brief(rows) == [
        ("AL", "P9/1", "2031-05-31"),
        ("AL", "P9/2", "2031-05-31"),
        ("HR", "P9/1", "2031-05-31"),
        ("HR", "P9/2", "2031-05-31"),
    ]
    assert rows[0]["Party name"] == "Albania"
    assert rows[0]["Title"] == "Cut nets"
    assert rows[0]["What is asked"] == "Tell of nets"
    assert rows[1]["Title"] == "'=Count boats"
    assert not any(rows[0][name] for name in ("Date of report", "Status", "Report", "Value"))


def test_what_sums_up_the_actions_is_not_asked_again() -> None:
    assert "plan P9" not in [row["Subject"] for row in table(ASKED, members=MEMBERS)]
    later = attrs.evolve(DUTIES[2], deadline=By("2031-12-31"))
    rows = table(attrs.evolve(ASKED, obligations=[*DUTIES[:2], later]), party="COAST")
    assert [row["Subject"] for row in rows] == ["P9/1", "P9/2", "plan P9"]


def test_one_party_or_a_collective_is_chosen() -> None:
    assert {row["Party"] for row in table(ASKED, members=MEMBERS, party="HR")} == {"HR"}
    assert {row["Party"] for row in table(ASKED, members=MEMBERS, party="COAST")} == {"AL", "HR"}
    with pytest.raises(InvalidValueError, match="'XY' owes nothing there; reports"):
        export(ASKED, "progress-csv", members=MEMBERS, party="XY")


def test_the_window_and_the_rounds_count() -> None:
    often = Recurring(Recurrence(Frequency.MONTHLY, interval=6), text="every six months")
    duty = Obligation(text="Tell", party="HR", subject=ONE, deadline=often)
    dossier = attrs.evolve(BARE, obligations=[duty])
    days = ["2031-06-30", "2031-12-31"]
    assert [row["Due"] for row in table(dossier)] == days
    assert [row["Due"] for row in table(dossier, within="2031-07-01/2031-12-31")] == days[1:]
    assert table(ASKED, within="2032-01-01/2032-12-31") == []
    # Without a period nothing tells the rounds, and the report is owed all the same.
    bare = attrs.evolve(dossier, plans=[attrs.evolve(PLAN, period=None)])
    assert [row["Due"] for row in table(bare)] == [""]


def test_without_obligations_open_actions_and_measured_indicators_have_rows() -> None:
    rows = table(BARE, members=MEMBERS, party="AL")
    assert [row["Subject"] for row in rows] == ["P9/1", "P9/1 indicator 1", "P9/2"]
    assert [row["Unit"] for row in rows] == ["", "nets", ""]


def test_what_is_open_can_be_asked_for_beside_obligations() -> None:
    subjects = ["P9/1", "P9/1 indicator 1", "P9/2"]
    assert [row["Subject"] for row in table(ASKED, items="open")] == subjects
    assert table(BARE, items="owed") == []
    assert [one.code for one in losses(ASKED, "progress-csv", items="open")].count("CC849") == 0
    with pytest.raises(CustomsCoopError, match="items"):
        export(ASKED, "progress-csv", items="all")


def test_what_was_reported_stands_filled_in_once() -> None:
    figures = [
        Measurement(period="2030-01-01/2030-12-31", value=Decimal("12.5"), unit="nets"),
        Measurement(period="2031-02-01/2031-02-28", value=Decimal("1E+3"), unit=""),
    ]
    counted = ProgressReport(party="AL", subject=CUT, on="2031-05-03", measurements=figures)
    rows = table(attrs.evolve(ASKED, progress=[SENT, counted]), members=MEMBERS, party="AL")
    assert [row["Subject"] for row in rows] == [
        *("P9/1", "P9/1 indicator 1", "P9/1 indicator 1", "P9/2")
    ]
    sent, first, second, *_ = rows
    assert (sent["Status"], sent["Stage"], sent["Not applicable"]) == (
        "completed",
        "adopted",
        "yes",
    )
    assert sent["Report"] == "'=1+1;' -2 nets"
    assert [first[name] for name in ("Status", "Period", "Value", "Unit")] == [
        *("", "2030", "12.5", "nets")
    ]
    assert [second[name] for name in ("Status", "Period", "Value", "Unit")] == [
        *("", "2031-02", "1000", "(none)")
    ]


def test_a_status_stands_filled_in_only_where_the_report_says_something_of_it(
    tmp_path: Path,
) -> None:
    said = [
        ProgressReport(party="AL", subject=ONE, on="2031-05-02", text="We met"),
        ProgressReport(party="AL", subject=ONE, on="2031-05-03", stage=Stage.DRAFTED),
        ProgressReport(party="AL", subject=ONE, on="2031-05-04", status=Status.OPEN),
        ProgressReport(party="AL", subject=ONE, on="2031-05-05", applicable=False),
        ProgressReport(party="AL", subject=ONE, on="2031-05-06", status=Status.OBSOLETE, text="x"),
    ]
    dossier = attrs.evolve(BARE, progress=said)
    rows = table(dossier, members=MEMBERS, party="AL")
    assert [row["Status"] for row in rows[:5]] == ["", "", "open", "", "obsolete"]
    path = tmp_path / "back.csv"
    write(dossier, path, to="progress-csv", members=MEMBERS)
    assert set(read_progress(path, dossier=BARE).reports) == set(said)


def test_two_reports_of_a_day_come_back_apart_though_one_only_has_a_number(tmp_path: Path) -> None:
    figure = Measurement(period="2030", value=7, unit="nets")
    said = [
        ProgressReport(party="AL", subject=CUT, on="2031-05-02", text="We counted"),
        ProgressReport(party="AL", subject=CUT, on="2031-05-02", measurements=[figure]),
    ]
    for to, name in (("progress-csv", "back.csv"), ("questionnaire-docx", "back.docx")):
        path = tmp_path / name
        write(attrs.evolve(BARE, progress=said), path, to=to, members=MEMBERS, party="AL")
        assert set(read_progress(path, dossier=BARE).reports) == set(said)


def test_open_indicators_that_count_nothing_have_rows_too() -> None:
    paper = Indicator(text="Paper on nets", deadlines=[By("2030-06-30")])
    done = Indicator(text="Paper on ropes", status=Status.COMPLETED)
    first, second, closed = PLAN.actions
    actions = [
        attrs.evolve(first, indicators=[NETS, paper, done]),
        second,
        attrs.evolve(closed, indicators=[paper, NETS]),
    ]
    dossier = attrs.evolve(ASKED, plans=[attrs.evolve(PLAN, actions=actions)])
    rows = table(dossier, items="open", members=MEMBERS, party="AL")
    assert [(row["Subject"], row["Due"]) for row in rows] == [
        ("P9/1", "2030-06-30"),
        ("P9/1 indicator 1", ""),
        ("P9/1 indicator 2", "2030-06-30"),
        ("P9/2", ""),
        # What is closed with its action is asked for no paper, and counts on.
        ("P9/3 indicator 2", ""),
    ]
    assert [row["Unit"] for row in rows] == ["", "nets", "", "", "nets"]


@pytest.mark.parametrize(("items", "is_measured"), [("open", True), ("owed", False)])
def test_a_questionnaire_explains_what_goes_where(items: str, *, is_measured: bool) -> None:
    content = export(ASKED, "questionnaire-docx", members=MEMBERS, party="AL", items=items)
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)
    assert "Date of report is the day of the report, such as 2008-05-03" in text
    assert "Status is one of" in text
    for words in ("Period is ", "Value is one number", "Unit is what", "Dimension is what"):
        assert (words in text) is is_measured


def test_a_window_leaves_out_what_answers_nothing_in_it() -> None:
    other = attrs.evolve(SENT, subject=ActionRef("P9", "3"))
    dossier = attrs.evolve(ASKED, progress=[SENT, other])
    subjects = [
        row["Subject"] for row in table(dossier, members=MEMBERS, party="AL") if row["Status"]
    ]
    assert subjects == ["P9/1", "P9/3"]
    rows = table(dossier, members=MEMBERS, party="AL", within="2031-01-01/2031-12-31")
    assert [row["Subject"] for row in rows if row["Status"]] == ["P9/1"]


def test_what_has_no_subject_is_told() -> None:
    told = [one for one in losses(ASKED, "progress-csv") if one.code == "CC849"]
    assert [str(one) for one in told] == [
        'warning CC849: COAST: nothing says what "Think about it" is about'
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"members": "COAST"}, "members are written as"),
        ({"members": "COAST=AL;COAST=HR"}, "there twice"),
        ({"within": "soon"}, "not a period"),
        ({"plan": "P8"}, "P8"),
    ],
)
def test_wrong_options_are_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(CustomsCoopError, match=message):
        export(ASKED, "progress-csv", **options)


def test_a_workbook_has_lists_to_choose_from_and_notes() -> None:
    content = export(attrs.evolve(ASKED, progress=[SENT]), "progress-xlsx", members=MEMBERS)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Progress", "Notes"]
    sheet = book["Progress"]
    headings = [cell.value for cell in sheet[1]]
    lists = {
        headings[area.min_col - 1]: (one.formula1, area.max_row > sheet.max_row)
        for one in sheet.data_validations.dataValidation
        for area in one.sqref.ranges
    }
    assert set(lists) == {"Status", "Stage", "Not applicable"}
    words, is_beyond = lists["Status"]
    assert words is not None
    assert words.strip('"').split(",") == [one.value for one in Status]
    assert is_beyond
    assert sheet.cell(2, headings.index("Report") + 1).value == "=1+1; -2 nets"
    assert sheet.cell(2, headings.index("Report") + 1).data_type == "s"
    # What people type there is no day of a spreadsheet: 2008-05, 8351/2/09.
    assert sheet.cell(3, headings.index("Documents") + 1).number_format == "@"
    assert "partly completed" in str([cell.value for row in book["Notes"] for cell in row])


def test_a_text_too_long_for_a_cell_comes_back_whole(tmp_path: Path) -> None:
    long = attrs.evolve(SENT, text="x" * 40_000 + "\ny" + "z" * 40_000)
    path = tmp_path / "long.xlsx"
    write(attrs.evolve(ASKED, progress=[long]), path, to="progress-xlsx")
    assert read_progress(path, dossier=ASKED).reports == (long,)


def test_questionnaires_are_a_folder_with_a_file_for_each(tmp_path: Path) -> None:
    write(ASKED, tmp_path / "all", to="questionnaire-docx", members=MEMBERS)
    names = ["AL.questionnaire.docx", "HR.questionnaire.docx"]
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == names
    write(ASKED, tmp_path / "al.docx", to="questionnaire-docx", members=MEMBERS, party="AL")
    assert (tmp_path / "al.docx").read_bytes() == (tmp_path / "all" / names[0]).read_bytes()


def test_names_of_files_lead_nowhere_and_are_told_apart(tmp_path: Path) -> None:
    odd = "COAST=../a,a b,a/b,.,A B"
    write(ASKED, tmp_path / "all", to="questionnaire-docx", members=odd)
    assert sorted(path.name.partition(".q")[0] for path in (tmp_path / "all").iterdir()) == [
        *("A_B_3", "_a", "a_b", "a_b_2", "party")
    ]


def test_nothing_that_is_owed_is_still_a_document() -> None:
    content = export(Dossier(), "questionnaire-docx")
    assert content.startswith(b"PK")
    assert table(Dossier()) == []


def test_the_usual_suffixes_still_mean_the_plan() -> None:
    assert exporter_for("ap2.csv") == "council-csv"
    assert exporter_for("ap2.docx") == "council-docx"
    assert exporter_for("al.questionnaire.docx") == "questionnaire-docx"
    assert exporter_for("ap2.progress.xlsx") == "progress-xlsx"
