import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.errors import ExportOptionError
from customs_coop.exporters import export, exporter_for
from customs_coop.exporters.text_lines import shown_width, wrapped, written_words
from customs_coop.model import Action, ActionPlan, Note
from folded import every_case
from sample_plans import action_plan_dossier, hostile_plan, timetable, work_plan, work_plan_dossier


def test_the_head_the_work_areas_and_the_actions_follow_each_other() -> None:
    text = export(work_plan_dossier(), "council-text")
    assert text.startswith(
        "14680/05\nLIMITE\nENFOCUSTOM 74\n\nSample Work Plan\n================\n\nDate: "
    )
    assert "\n\nWork Area 1. Data on traffic\n----------------------------\n\n1.1  Keep" in text
    assert "\nNo. prev. doc.: 11993/1/05 REV 1\n" in text
    assert text.endswith("\nWork Area 3. Empty area\n-----------------------\n")


def test_a_block_has_only_the_columns_that_are_filled() -> None:
    text = export(work_plan(), "council-text")
    assert text[text.index("2.1 ") : text.index("\n\nWork Area 3")] == (
        "2.1  (obsolete) Joint exercise at sea [Previously: 5.3] [Deadline: June\n"
        "     2006]\n"
        "     Priority: Low"
    )
    assert (
        "     Responsible Party:\n"
        "       - CCWG (Project Group?)\n"
        "       Other interested parties:\n"
        "       - Commission\n"
        "       - EUROPOL\n"
    ) in text


def test_what_is_completed_says_so_once() -> None:
    text = export(work_plan(), "council-text")
    assert "\n1.2  (completed) Draw up a manual\n" in text
    assert "1.1  Keep" in text
    assert "[Status:" not in text


def test_notes_stand_once_below_their_table_or_above_all() -> None:
    text = export(work_plan(), "council-text")
    assert text.count("Others have to agree") == 1
    assert text.index("Note: Figures are those") < text.index("Work Area 1")
    assert "\n\n¹ Others have to agree before this begins.\n\nWork Area 2\n" in text
    note = Note(id="n", mark="*", text="long " * 30)
    plan = ActionPlan(
        id="P", title="Plan", notes=[note], actions=[Action(code="1", title="x", notes=["n"])]
    )
    assert "\n* long long" in export(plan, "council-text")
    assert "\n  long long" in export(plan, "council-text")


def test_boxes_and_objectives_are_there() -> None:
    text = export(action_plan_dossier(), "council-text", width=40)
    assert "Strategic objectives\n--------------------\n(1) Try new forms\n(2) Go on\n" in text
    assert "     Terms of reference:\n       - Consignments grow in number.\n" in text
    assert "     Performance indicator: (1) Figures\n       gathered;\n" in text


def test_a_long_code_stands_on_a_line_of_its_own() -> None:
    actions = [Action(code="A.12.345.b", title="Swim"), Action(code="2", title="Row")]
    text = export(ActionPlan(id="P", title="Plan", actions=actions), "council-text")
    assert "\nA.12.345.b\n   Swim\n\n2  Row\n" in text


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    for subject in (work_plan_dossier(), action_plan_dossier(), timetable(), hostile_plan()):
        lines = export(subject, "council-text", width=width).splitlines()
        assert max(map(shown_width, lines)) <= width
        assert [line for line in lines if line != line.rstrip()] == []


def test_nothing_steers_a_terminal() -> None:
    text = export(hostile_plan(), "council-text")
    steering = {"\x00", "\x1b", "\t", "\r", "\x85", "\x9b", "\u202e", "\u202c", "\u2066", "\ud800"}
    assert steering.isdisjoint(text)
    assert "שלום" in text


def test_the_headings_have_a_language_and_the_words_of_the_plan_have_their_own() -> None:
    text = export(work_plan_dossier(), "council-text", language="fr")
    assert "\nPériode: 1er janvier 2004" in text
    assert "     Priorité: High\n" in text


@every_case("width", [39, 0, -1, True, "wide"])
def test_a_page_that_is_too_narrow_is_refused(width: object) -> None:
    with pytest.raises(ExportOptionError):
        export(work_plan(), "council-text", width=width)


def test_the_width_can_be_given_as_text_and_the_suffix_chooses_the_format() -> None:
    assert export(work_plan(), "council-text", width="50") == export(
        work_plan(), "council-text", width=50
    )
    assert exporter_for("plan.txt") == "council-text"
    assert exporter_for("ledger.txt", "ledger") == "ledger-text"


@every_case(
    ("text", "lines"),
    [
        ("税関は港を見張る", ["税関は港を", "見張る"]),  # two columns each
        ("Ko\u0308ln Ko\u0308ln x", ["Ko\u0308ln Ko\u0308ln", "x"]),  # the accents take none
        ("e\u0301" * 12, ["e\u0301" * 10, "e\u0301" * 2]),  # and stay with their letters
        ("a" * 25, ["a" * 10, "a" * 10, "a" * 5]),
        ("ab " + "c" * 12, ["ab", "c" * 10, "cc"]),
        ("mark\u00a0¹ goes along", ["mark\u00a0¹", "goes along"]),
        ("one\u2028two\ttab\x0bx", ["one two", "tab x"]),
        ("", [""]),
    ],
)
def test_lines_are_broken_by_what_a_screen_shows(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, 10)) == lines


@given(st.text(max_size=80), st.integers(12, 40))
def test_no_word_is_lost_by_breaking(text: str, width: int) -> None:
    lines = list(wrapped(text, width, first="1.1  ", further="     "))
    shown = "".join("".join(line[5:] for line in lines).split())
    assert shown == "".join(written_words(text).split())
    assert all(shown_width(line) <= width for line in lines)


def test_a_long_word_is_broken_in_linear_time() -> None:
    lines = list(wrapped("w" * 300_000 + "\u0301" * 300_000, 40))
    assert sum(map(len, lines)) == 600_000
