import datetime as dt
import os
import sys
from pathlib import Path, PurePosixPath
from typing import Literal, assert_type

import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.errors import (
    BrokenExporterError,
    ExportOptionError,
    InvalidValueError,
    MarkingError,
    UnknownExporterError,
    UnknownPlanError,
)
from customs_coop.exporters import export, write
from customs_coop.exporters.options import option_value
from customs_coop.model import Dossier
from customs_coop.testing import check_exporter
from folded import every_case
from sample_plans import work_plan, work_plan_dossier

DAY = dt.date(2011, 7, 1)
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


@pytest.fixture(autouse=True)
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    for plugin in ("plugin_good", "plugin_broken"):
        monkeypatch.syspath_prepend(str(FIXTURES / plugin))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_bare_plan_passes_for_a_dossier() -> None:
    assert export(work_plan(), "titles") == export(Dossier.of(work_plan()), "titles")


def test_what_is_neither_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="a ledger, a PlanDiff, a Merge or a StateOfPlay is wanted"):
        export("AP1", "titles")  # type: ignore[call-overload]  # that is the point


def test_a_format_that_takes_something_else_says_so() -> None:
    with pytest.raises(TypeError, match="takes the ledger of a rollover, not a dossier"):
        export(work_plan(), "ledger-only")


def test_type_checkers_know_what_a_built_in_format_gives() -> None:
    for text in (
        assert_type(export(work_plan(), "council-html"), str),
        assert_type(export(work_plan(), "council-markdown"), str),
        assert_type(export(work_plan(), "council-text"), str),
        assert_type(export(work_plan(), "json"), str),
    ):
        assert isinstance(text, str)
    for content in (
        assert_type(export(work_plan(), "council-docx"), bytes),
        assert_type(export(work_plan(), "icalendar"), bytes),
        assert_type(export(work_plan(), "xlsx"), bytes),
    ):
        assert isinstance(content, bytes)
    assert assert_type(export(work_plan(), "titles"), str | bytes)


def test_text_stays_text_and_bytes_stay_bytes() -> None:
    assert isinstance(export(work_plan(), "titles"), str)
    assert isinstance(export(work_plan(), "titles-latin"), bytes)


def test_options_arrive_typed_from_values_and_from_text() -> None:
    plan = work_plan()
    typed = export(plan, "titles", numbered=True, limit=1)
    assert typed == "1.1 Keep watch over the use of the register\n"
    assert export(plan, "titles", numbered="true", limit="1") == typed
    assert export(plan, "titles", limit="none") == export(plan, "titles")
    assert export(plan, "titles", bullet="1", limit=1).startswith("1 Keep")  # type: ignore[arg-type]  # a text format
    assert export(plan, "titles", since="2011-07-01", anything=object())


@every_case(
    ("option", "value", "wanted"),
    [
        ("numbered", "perhaps", "true or false"),
        ("numbered", 1, "true or false"),
        ("limit", "many", "a whole number or none"),
        ("limit", True, "a whole number"),
        ("limit", 1.5, "a whole number"),
        ("bullet", 5, "a text"),
        ("case", "lower", "'as-printed' or 'upper'"),
        ("since", "yesterday", "a day such as"),
        ("since", dt.datetime(2011, 7, 1, tzinfo=dt.UTC), "a day such as"),
    ],
)
def test_a_value_that_an_option_cannot_take_is_refused(
    option: str, value: object, wanted: str
) -> None:
    with pytest.raises(ExportOptionError) as caught:
        export(work_plan(), "titles", **{option: value})
    assert wanted in str(caught.value)
    assert option in str(caught.value)


def test_an_unknown_option_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ExportOptionError) as caught:
        export(work_plan(), "icalendar", alarm=30)
    assert "it has profile, plan, party, " in str(caught.value)
    with pytest.raises(ExportOptionError, match="did you mean alarm_days"):
        export(work_plan(), "icalendar", alarm_day=30)
    with pytest.raises(ExportOptionError, match="has no options"):
        export(work_plan(), "titles-latin", limit=1)


def test_a_value_that_the_exporter_itself_refuses_is_an_option_error() -> None:
    with pytest.raises(ExportOptionError, match="0 to 3660 days"):
        export(work_plan(), "icalendar", alarm_days=-1)


@every_case(
    ("value", "found"),
    [
        ("code, title", ("code", "title")),
        ("code", ("code",)),
        ("", ()),
        (["code", "title"], ("code", "title")),
        (("code",), ("code",)),
    ],
)
def test_texts_with_commas_are_a_tuple(value: object, found: tuple[str, ...]) -> None:
    assert option_value(value, tuple[str, ...], option="columns", name="y") == found


@every_case(("value", "found"), [("1.5", 1.5), (" -2 ", -2.0), (3, 3.0), (0.5, 0.5)])
def test_a_number_may_have_a_fraction(value: object, found: float) -> None:
    number = option_value(value, float, option="scale", name="y")
    assert (type(number), number) == (float, found)


@every_case("value", ["nan", "inf", "1,5", "", True, "１"])
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ExportOptionError, match="takes a number, not"):
        option_value(value, float, option="scale", name="y")


@every_case(
    ("value", "kind", "found"),
    [
        ("a b.css", Path, Path("a b.css")),
        (" a.css", Path | None, Path(" a.css")),
        (Path("a.css"), Path | None, Path("a.css")),
        ("none", Path | None, None),
        (None, Path | None, None),
        ("none", Path, Path("none")),
        ("a.css", str | Path | None, "a.css"),
        (Path("a.css"), str | Path | None, Path("a.css")),
        ("7", Path | int, 7),
    ],
)
def test_a_path_is_given_as_such_or_as_text(value: object, kind: object, found: object) -> None:
    assert option_value(value, kind, option="style", name="y") == found


@every_case(
    ("value", "kind", "reason"),
    [
        (5, Path | None, "takes a path or none, not 5"),
        (Path("a.css"), str | None, "takes a text or none, not "),
        (PurePosixPath("a.css"), Path, "takes a path, not "),
        ("", Path | None, "option style of the format y is empty"),
        (" ", str | Path | None, "option style of the format y is empty"),
    ],
)
def test_what_is_no_path_is_refused(value: object, kind: object, reason: str) -> None:
    with pytest.raises(ExportOptionError, match=reason):
        option_value(value, kind, option="style", name="y")


def test_what_is_no_tuple_of_texts_is_refused() -> None:
    for value in (7, ("code", 7)):
        with pytest.raises(ExportOptionError, match="takes texts with commas between them, not"):
            option_value(value, tuple[str, ...], option="columns", name="y")


@every_case(
    ("text", "kind", "value"),
    [
        ("2", Literal[1, 2], 2),
        ("1.5e2", float, 150.0),
        ("-3", int, -3),
        ("2011-07-01", dt.date, DAY),
    ],
)
def test_a_text_names_a_value_as_people_write_it(text: str, kind: object, value: object) -> None:
    assert option_value(text, kind, option="x", name="y") == value


@every_case(
    ("text", "kind"),
    [
        *(("2011-W01-1", dt.date), ("2011-02-30", dt.date), ("1_000", int), ("1_0.5", float)),
        *(("nan", float), ("inf", float), ("٣", int), ("3", Literal[1, 2]), ("1e999", float)),
    ],
)
def test_a_text_that_only_programmers_write_is_no_value(text: str, kind: object) -> None:
    with pytest.raises(ExportOptionError, match="the option x of the format y takes"):
        option_value(text, kind, option="x", name="y")


def test_an_annotation_that_is_not_simple_lets_every_value_pass() -> None:
    value = object()
    assert option_value(value, list[int], option="x", name="y") is value
    assert option_value(value, None, option="x", name="y") is value


@pytest.mark.parametrize(("name", "cause"), [("fails", ZeroDivisionError), ("exits", SystemExit)])
def test_an_exporter_that_fails_is_broken_and_keeps_its_cause(
    name: str, cause: type[BaseException]
) -> None:
    with pytest.raises(BrokenExporterError, match=cause.__name__) as caught:
        export(work_plan(), name)
    assert isinstance(caught.value.__cause__, cause)
    assert "customs_broken" in str(caught.value)


def test_an_exception_without_words_is_told_by_its_class() -> None:
    with pytest.raises(BrokenExporterError, match="_Mute: it has no message that could be shown"):
        export(work_plan(), "fails-without-words")


def test_a_plugin_that_blames_the_subject_is_named_in_a_note() -> None:
    with pytest.raises(InvalidValueError, match="no Dossier is short enough") as caught:
        export(work_plan(), "blames-the-plan")
    (note,) = caught.value.__notes__
    assert "'blames-the-plan' of the distribution customs-broken" in note


def test_an_exporter_that_gives_neither_text_nor_bytes_is_broken() -> None:
    with pytest.raises(
        BrokenExporterError, match=r"of the distribution customs-broken .* gave list"
    ):
        export(work_plan(), "gives-a-list")
    with pytest.raises(BrokenExporterError, match="gave NoneType"):
        export(work_plan(), "gives-none")


def test_an_exporter_that_remembers_is_told_by_the_kit() -> None:
    with pytest.raises(AssertionError, match="a second call of the same exporter gives other"):
        check_exporter("remembers", expected_failures={"other-process": "it counts from the start"})


def test_a_fault_of_the_subject_is_no_fault_of_the_format() -> None:
    with pytest.raises(UnknownPlanError, match=r"the dossier has no plan$"):
        export(Dossier(), "council-docx")
    with pytest.raises(UnknownPlanError, match="no plan 'AP9'; it has AP1"):
        export(work_plan(), "council-html", plan="AP9")


def test_limite_is_refused_in_public() -> None:
    with pytest.raises(MarkingError, match=r"14680/05 \(LIMITE\)"):
        export(work_plan_dossier(), "titles", public=True)
    with pytest.raises(MarkingError):
        export(work_plan_dossier(), "titles", public="yes")
    assert export(work_plan_dossier(), "titles", public=False)
    assert export(work_plan_dossier("PUBLIC"), "titles", public=True)


@every_case("to", ["council-docx", "council-html", "council-text", "council-csv", "xlsx"])
def test_where_a_plan_is_named_only_what_is_printed_of_it_counts(to: str) -> None:
    dossier = bundled_dossier()
    with pytest.raises(MarkingError):
        export(dossier, to, plan="AP1", public=True)
    with pytest.raises((MarkingError, UnknownPlanError)):
        export(dossier, to, public=True)
    assert export(dossier, to, plan="AP5", public=True)


def test_nothing_is_written_when_limite_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MarkingError):
        write(work_plan_dossier(), tmp_path / "plan.md", public=True)
    assert names_in(tmp_path) == []


def test_public_itself_is_true_or_false() -> None:
    with pytest.raises(ExportOptionError, match="option public"):
        export(work_plan(), "titles", public="maybe")


def test_write_chooses_the_format_by_the_suffix_and_gives_the_path(tmp_path: Path) -> None:
    path = write(work_plan(), str(tmp_path / "plan.titles"), numbered=True)
    assert path == tmp_path / "plan.titles"
    assert path.read_bytes() == export(work_plan(), "titles", numbered=True).encode()  # type: ignore[union-attr]  # a text format
    assert write(work_plan(), tmp_path / "plan.txt", to="titles").exists()


def test_write_with_an_unknown_suffix_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownExporterError, match=r"\.docx"):
        write(work_plan(), tmp_path / "plan.xyz")
    assert names_in(tmp_path) == []


def test_text_is_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    content = write(work_plan_dossier(), tmp_path / "plan.md").read_bytes()
    assert "–".encode() in content
    assert b"\r" not in content


def test_an_existing_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.titles"
    path.write_text("old and longer than what comes now" * 100)
    path.chmod(0o640)
    write(work_plan(), path, limit=1)
    assert path.read_text() == "- Keep watch over the use of the register\n"
    assert names_in(tmp_path) == ["plan.titles"]
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["fails", "half-pairs", "gives-a-list"])
def test_a_failed_export_leaves_the_old_file_whole(name: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("old")
    with pytest.raises(BrokenExporterError):
        write(work_plan(), path, to=name)
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["plan.txt"]


def test_a_failed_move_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError("disk is full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk is full"):
        write(work_plan(), tmp_path / "plan.titles")
    assert names_in(tmp_path) == []


def test_a_folder_and_a_missing_folder_are_errors_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "dir.md").mkdir()
    with pytest.raises(IsADirectoryError):
        write(work_plan(), tmp_path / "dir.md")
    with pytest.raises(FileNotFoundError):
        write(work_plan(), tmp_path / "nowhere" / "plan.md")
    assert names_in(tmp_path) == ["dir.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes and links are those of POSIX")
def test_a_pipe_is_not_replaced_and_a_link_stays_a_link(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(FileExistsError, match="no regular file"):
        write(work_plan(), tmp_path / "pipe.md")
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    link.symlink_to(real)
    write(work_plan(), link)
    assert link.is_symlink()
    assert real.read_text().startswith("# Sample Work Plan")


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    written = write(work_plan(), tmp_path / "plan.md")
    assert written.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_unknown_column_set_is_an_option_error() -> None:
    with pytest.raises(ExportOptionError, match="'work-plan' or 'action-plan' or 'timetable'"):
        export(work_plan(), "council-markdown", columns="wide")
    with pytest.raises((ExportOptionError, InvalidValueError)):
        export(work_plan(), "council-markdown", columns=3)
