"""Second plans in a file, codes given twice, notes with plain figures, and rules of dashes."""

import pytest

from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.loading import read_bytes
from customs_coop.model import LinkKind
from customs_coop.readers import Reading, parse
from customs_coop.readers.document.footnotes import raised_figures
from customs_coop.readers.text.furniture import is_furniture
from folded import every_case

HEADER = "Code\tAction\tPriority\tResponsible party\n"
TITLE = "Seventh Action Plan (2015-2016)\n\n"


def codes(reading: Reading, code: str) -> list[int | None]:
    return [one.span.line if one.span else None for one in reading.report if one.code == code]


@pytest.mark.parametrize(
    "title", ["Eighth Action Plan (2017-2018)", "II. Draft 8th Action Plan", "Action Plan No 8"]
)
def test_the_title_of_a_second_plan_is_told(title: str) -> None:
    text = f"{TITLE}{HEADER}7.1\tMap\tHigh\tCCWP\n\n{title}\n\n{HEADER}8.1\tTrace\tHigh\tCCWP\n"
    reading = parse(text)
    assert codes(reading, "CC136") == [6]


@every_case(
    "line",
    [
        "Seventh Action Plan (continued)",
        "These actions are carried over from the Sixth Action Plan",
        "The Eighth Action Plan will follow in 2017.",
        "Remaining actions",
    ],
)
def test_other_lines_between_the_tables_are_no_second_plan(line: str) -> None:
    text = f"{TITLE}{HEADER}7.1\tMap\tHigh\tCCWP\n\n{line}\n\n{HEADER}7.2\tTrace\tHigh\tCCWP\n"
    assert codes(parse(text), "CC136") == []


def test_a_code_on_two_rows_is_told_at_both() -> None:
    rows = "7.1\tMap\tHigh\tCCWP\n7.2\tPaint\tHigh\tCCWP\n7.1\tTrace\tHigh\tCCWP\n"
    reading = parse(TITLE + HEADER + rows)
    assert [action.title for action in reading.dossier.plan] == ["Map", "Paint", "Trace"]
    assert codes(reading, "CC137") == [4, 6]
    assert reading.report.ok
    assert codes(parse(TITLE + HEADER + rows.replace("7.1\tT", "7.3\tT")), "CC137") == []


@pytest.mark.parametrize("last", ["", "\nThe end is not near.\n"])
def test_short_notes_with_plain_figures_below_a_table_whose_rows_bear_them(last: str) -> None:
    text = (
        f"{TITLE}{HEADER}7.1\tMap¹\tHigh\tCCWP\n7.2\tTrace<sup>2</sup>\tHigh\tCCWP\n\n"
        f"1 Indicative.\n2 Subject to agreement of the Commission.\n{last}"
    )
    reading = parse(text)
    plan = reading.dossier.plan
    assert [note.text for note in plan.notes] == [
        "Indicative.",
        "Subject to agreement of the Commission.",
    ]
    assert [action.title for action in plan] == ["Map", "Trace"]
    kinds = [link.kind for link in plan["7.2"].links]
    assert kinds == [LinkKind.REQUIRES_AGREEMENT_OF]
    assert codes(reading, "CC115") == []


@pytest.mark.parametrize("line", ["1 Indicative.", "1 June 2015", "2 Training"])
def test_a_figure_that_no_row_bears_begins_no_short_note(line: str) -> None:
    reading = parse(f"{TITLE}{HEADER}7.1\tMap\tHigh\tCCWP\n\n{line}\n")
    assert reading.dossier.plan.notes == ()
    assert [piece.text for piece in reading.residue] == [line]


def test_a_day_below_a_table_is_no_note_though_a_row_bears_its_figure() -> None:
    reading = parse(f"{TITLE}{HEADER}7.1\tMap¹\tHigh\tCCWP\n\n1 June 2015\n")
    assert reading.dossier.plan.notes == ()


def test_raised_figures() -> None:
    assert raised_figures("Map¹ or<sup>(2)</sup> 3") == ("1", "2")


def test_notes_of_markdown() -> None:
    text = (
        "# Seventh Action Plan (2015-2016)\n\n| Code | Action | Priority | Responsible party |\n"
        "|---|---|---|---|\n| 7.1 | Map[^1] | High | CCWP |\n| 7.2 | Trace[^b] [^9] | High |"
        " CCWP |\n\n"
        "[^1]: Indicative.\n[^b]: Subject to agreement of the Commission.\n"
    )
    reading = read_bytes(text.encode(), source="plan.md")
    plan = reading.dossier.plan
    assert [note.text for note in plan.notes] == [
        "Indicative.",
        "Subject to agreement of the Commission.",
    ]
    assert [len(action.notes) for action in plan] == [1, 1]
    assert [link.kind for link in plan["7.2"].links] == [LinkKind.REQUIRES_AGREEMENT_OF]
    assert not reading.residue
    assert len(codes(reading, "CC115")) == 1  # of the mark without a note


@every_case(
    ("text", "numbers"),
    [
        ("PLAN D'ACTION N° 7 (2015-2016)", (7,)),
        ("Work Plan No. 12", (12,)),
        ("Aktionsplan Nr. 3", (3,)),
        ("Sixth Action Plan and Action Plan No 7", (6, 7)),
        ("Action Plan No 1234/07", ()),
        ("Action Plan 7", ()),
        ("Action Plan No 7.1", ()),
    ],
)
def test_the_number_may_stand_behind_the_name_of_a_plan(
    text: str, numbers: tuple[int, ...]
) -> None:
    assert plan_ordinals(text) == numbers


@every_case("line", ["-----+--------+----", "+====+====+", "|---|:--|", "3/12", "page 3"])
def test_rules_of_dashes_and_numbers_of_pages(line: str) -> None:
    assert is_furniture(line)


@every_case("line", ["+ | +", "---+ sheds +---", "6667/13", "13/12"])
def test_what_is_no_rule_and_no_number_of_a_page(line: str) -> None:
    assert not is_furniture(line)
