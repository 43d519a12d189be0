import builtins
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.exporters import export, exporter_for, losses
from customs_coop.formats import xlsx
from customs_coop.formats.xlsx import LONGEST_TEXT, split_long
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Measure,
    Role,
)
from folded import every_case
from sample_plans import action_plan_dossier, hostile_plan, work_plan_dossier
from sample_states import country_state

FORMULA = "=1+1"


def opened(subject: Dossier | ActionPlan, **options: object) -> Workbook:
    return load_workbook(io.BytesIO(export(subject, "xlsx", **options)))


def records(workbook: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by their headings."""
    head, *rows = workbook[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def plan_of(*actions: Action) -> ActionPlan:
    return ActionPlan(id="P", title="Plan", actions=actions)


def test_there_is_a_row_for_each_action_and_a_column_for_each_fact() -> None:
    workbook = opened(work_plan_dossier())
    assert workbook.sheetnames == ["Actions", "Indicators", "Work areas", "Parties", "Plan"]
    first, second, third = records(workbook, "Actions")
    assert first["Code"] == "1.1"
    assert first["Action"] == "Keep watch over the use of the register"
    assert (first["Work Area"], first["Strategic objectives"]) == ("1", "A, B")
    assert first["Responsible Party"] == "CCWG (Project Group?)"
    assert first["Other concerned parties"] == "Commission\nEUROPOL"
    assert first["Performance indicator"] == "Survey of users\nReview twice a year"
    assert first["Deadlines"] == "December 2006\nReview twice a year"
    assert first["Latest day"] == dt.datetime(2006, 12, 31)  # noqa: DTZ001 - as a cell has it
    assert first["Notes"] == "¹ Others have to agree before this begins."
    assert second["Status in words"] == "Completed: 5472/3/05 REV 3"
    assert (third["Other codes"], third["Status"]) == ("5.3", "obsolete")


def test_the_other_sheets_have_one_row_for_each_of_their_things() -> None:
    workbook = opened(work_plan_dossier())
    assert [(row["Code of the action"], row["Status"]) for row in records(workbook, "Indicators")][
        -1
    ] == ("1.2", "completed")
    assert [tuple(row.values()) for row in records(workbook, "Work areas")] == [
        ("1", "Data on traffic", 2, 1),
        ("2", None, 1, 0),
        ("3", "Empty area", 0, 0),
    ]
    undeclared = attrs.evolve(work_plan_dossier().plan, work_areas=())
    assert records(opened(undeclared), "Work areas")[0]["Work Area"] == "1"
    party = records(workbook, "Parties")[1]
    assert (party["Party"], party["Name"], party["Role"], party["Words as printed"]) == (
        "COM",
        "European Commission",
        "concerned",
        "Commission",
    )
    facts = {row["Fact"]: row["Value"] for row in records(workbook, "Plan")}
    assert facts["Document"] == "14680/05 ENFOCUSTOM 74"
    assert facts["Marking"] == "LIMITE"
    assert facts["First day"] == dt.datetime(2004, 1, 1)  # noqa: DTZ001 - as a cell has it
    assert facts["Note"] == "Figures are those of the year before."
    objectives = {
        row["Fact"]: row["Value"] for row in records(opened(action_plan_dossier()), "Plan")
    }
    assert objectives["Strategic objective 1"] == "Try new forms"


def test_roles_doubts_measures_money_and_further_columns_are_kept() -> None:
    action = Action(
        code="1",
        title="Swim",
        involved=[
            Involvement(party="BOATS", role=Role.HOST, confirmed=False),
            Involvement(party="COM", role=Role.RESPONSIBLE, text="Commission?", confirmed=False),
        ],
        indicators=[
            Indicator(
                text="Boats",
                code="a",
                measure=Measure(
                    unit="boats", baseline=Decimal("1.5"), target=Decimal("0." + "3" * 20)
                ),
            )
        ],
        funding=[Funding(programme="Oisin", amount="ECU 9", text="Oisin pays")],
        outcomes=["Same", "Same"],
        extra=[ExtraCell(heading="Budget", text="small")],
    )
    workbook = opened(plan_of(action))
    (row,) = records(workbook, "Actions")
    assert row["Further parties"] == "BOATS (tbc) (host)"
    assert (row["Funding"], row["Budget"]) == ("Oisin; ECU 9; Oisin pays", "small")
    assert row["Possible outcome(s)"] == "Same\nSame"
    (measured,) = records(workbook, "Indicators")
    # A cell keeps fifteen digits of a number, so that more of them stay text.
    assert (measured["Baseline"], measured["Target"]) == (1.5, "0." + "3" * 20)
    assert [row["To be confirmed"] for row in records(workbook, "Parties")] == ["tbc", "tbc"]


@every_case(
    "text",
    [FORMULA, "+1", "-1", "@SUM(A1)", "http://example.org", "'quoted", "1.10", " =1", "{=1}"],
)
def test_nothing_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    subject = plan_of(
        Action(code=text.strip(), title=text, extra=[ExtraCell(heading=text, text=text)])
    )
    workbook = opened(subject)
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    page = workbook["Actions"]
    assert (page["B2"].value, page["B2"].data_type) == (text, "s")
    # Whoever edits the cell does not make a formula of it, either.
    assert page["B2"].quotePrefix is (text.strip()[0] in "=+-@'")
    assert page["A2"].number_format == "@"


def test_the_headings_stay_in_sight_and_can_be_filtered() -> None:
    page = opened(work_plan_dossier())["Actions"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:S4"
    assert page.print_title_rows == "$1:$1"
    assert page["B2"].alignment.wrap_text
    assert page.column_dimensions["B"].width > page.column_dimensions["A"].width
    assert page["A3"].fill.fgColor.rgb == "FFD9D9D9"  # completed
    assert page["A2"].fill.fill_type is None


@every_case(
    ("language", "sheets", "heading"),
    [
        ("fr", ["Actions", "Indicateurs", "Domaines d'action", "Parties", "Plan"], "Priorité"),
        ("de", ["Maßnahmen", "Indikatoren", "Arbeitsbereiche", "Beteiligte", "Plan"], "Priorität"),
    ],
)
def test_headings_have_a_language(language: str, sheets: Sequence[str], heading: str) -> None:
    workbook = opened(work_plan_dossier(), language=language)
    assert workbook.sheetnames == sheets
    assert heading in records(workbook, sheets[0])[0]


def test_the_same_plan_gives_the_same_bytes() -> None:
    content = export(work_plan_dossier(), "xlsx")
    assert content == export(work_plan_dossier(), "xlsx")
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = archive.read("docProps/core.xml")
    assert core.count(b"2005-11-29T00:00:00Z") == 2
    assert b"Sample Work Plan" in core


@every_case(
    ("day", "value"),
    [
        (dt.date(1899, 12, 31), "1899-12-31"),
        (dt.date(1900, 2, 28), "1900-02-28"),
        (dt.date(1900, 3, 1), dt.datetime(1900, 3, 1)),  # noqa: DTZ001 - as a cell has it
        (dt.date(9999, 12, 31), dt.datetime(9999, 12, 31)),  # noqa: DTZ001 - the same
    ],
)
def test_days_that_no_cell_can_hold_are_text(day: dt.date, value: object) -> None:
    (row,) = records(opened(plan_of(Action(code="1", title="x", deadlines=[By(day)]))), "Actions")
    assert row["Latest day"] == value


def test_the_latest_day_is_the_last_of_those_that_are_known() -> None:
    words = ("June 2006", "once the study is there", "December 2005")
    action = Action(code="1", title="x", deadlines=[parse_deadline(one) for one in words])
    (row,) = records(opened(plan_of(action)), "Actions")
    assert row["Latest day"] == dt.datetime(2006, 6, 30)  # noqa: DTZ001 - as a cell has it


def test_a_text_that_no_cell_can_hold_goes_on_in_a_sheet_of_its_own() -> None:
    text = "😀" + "w" * 70_000
    workbook = opened(plan_of(Action(code="1", title="x", terms_of_reference=text)))
    assert workbook.sheetnames[-1] == "Long texts"
    rest = records(workbook, "Long texts")
    assert [(row["Cell"], row["Part"]) for row in rest] == [
        ("'Actions'!P2", 2),
        ("'Actions'!P2", 3),
    ]
    shown = str(records(workbook, "Actions")[0]["Terms of reference"])
    start, _, marker = shown.rpartition("\n")
    assert marker == "[continues on the sheet Long texts, row 2]"
    assert start + "".join(str(row["Text"]) for row in rest) == text
    assert max(len(shown) + 1, *(len(str(row["Text"])) for row in rest)) <= LONGEST_TEXT


@every_case("most", [2, 3, 7])
def test_no_character_is_cut_in_two(most: int) -> None:
    parts = split_long("a😀😀b😀", most)
    assert "".join(parts) == "a😀😀b😀"
    assert all(len(part.encode("utf-16-le")) <= 2 * most for part in parts)


def test_hostile_words_stay_words() -> None:
    workbook = opened(hostile_plan())
    title = str(records(workbook, "Actions")[0]["Action"])
    assert "<script>alert('x')</script>" in title
    assert "back\ufffdslash \ufffd[31m" in title


def test_more_rows_than_a_sheet_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    with pytest.raises(InvalidValueError, match="a workbook holds 3 rows a sheet, and Actions"):
        export(work_plan_dossier(), "xlsx")


def test_without_the_library_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name == "xlsxwriter":
            raise ImportError(name)
        return real(name, globals_, locals_, fromlist or (), level)

    monkeypatch.setattr(builtins, "__import__", without)
    # Each names another format of its own kind, which needs no library.
    for subject, name, plainer in (
        (work_plan_dossier(), "xlsx", "council-csv"),
        (country_state(), "matrix-xlsx", "matrix-csv"),
        (work_plan_dossier(), "progress-xlsx", "progress-csv"),
    ):
        told = rf'pip install "customs-coop\[xlsx\]"\. The format {plainer} needs nothing'
        with pytest.raises(ExportOptionError, match=told):
            export(subject, name)
        assert export(subject, plainer)


def test_a_plan_without_actions_and_one_among_several() -> None:
    assert records(opened(ActionPlan(id="P", title="Plan")), "Actions") == []
    workbook = opened(bundled_dossier(), plan="AP5")
    assert len(records(workbook, "Actions")) == len(bundled_dossier().plan_by_id("AP5"))
    assert exporter_for("ap5.xlsx") == "xlsx"


def test_what_it_does_not_carry_is_told() -> None:
    action = Action(code="1", title="x", origin=ActionRef("AP1", "2"))
    assert [found.subject for found in losses(plan_of(action), "xlsx")] == ["action.origin"]


@pytest.mark.client
@pytest.mark.skipif(
    not Path("/usr/lib/libreoffice/program/libsclo.so").exists(),
    reason="LibreOffice Calc is not installed",
)
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office is not None
    (tmp_path / "plan.xlsx").write_bytes(export(work_plan_dossier(), "xlsx"))
    # Commas, quotation marks and UTF-8 (76), which it writes by itself in some locales only.
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    subprocess.run(
        [office, "--headless", "--convert-to", form, "--outdir", tmp_path, tmp_path / "plan.xlsx"],
        check=True,
        capture_output=True,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert "Keep watch over the use of the register" in (tmp_path / "plan.csv").read_text("utf-8")
